"""The people around a person, once she is left out: who of her contacts knows whom of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

import attrs
import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.kernels.closed_triads import closed_triads


if TYPE_CHECKING:
    from netzwerkwandel.network.network import Network


A = TypeVar("A", FloatArray, IntArray)

CHUNK = 4_000_000
"""Candidates for ties among contacts looked at in one step; bounds the memory, not the result."""


@attrs.frozen(kw_only=True, eq=False)
class Alters:
    """The contacts of some people and the ties among them, side by side and never joined.

    Whoever is a contact of two of these people is there twice.

    Parameters
    ----------
    ties : IntArray, shape (n_alters,)
        The directed tie to each contact, from the person whose contact it is; sorted.
    owner : IntArray, shape (n_alters,)
        Whose contact each is, numbered from 0 in the order of the people.
    indptr, indices, weights : arrays, shapes (n_alters + 1,), (n_pairs,) and (n_pairs,)
        The ties among the contacts of one person, in both directions, by place in ``ties``.
    """

    ties: IntArray
    owner: IntArray
    indptr: IntArray
    indices: IntArray
    weights: FloatArray

    @property
    def n_owners(self) -> int:
        """How many people's contacts these are."""
        return int(self.owner[-1]) + 1 if len(self.owner) else 0

    @property
    def sources(self) -> IntArray:
        """Where each tie among contacts starts, shape (n_pairs,)."""
        return np.repeat(np.arange(len(self.ties)), np.diff(self.indptr))

    def relative_weights(self) -> FloatArray:
        """Each tie's weight over the largest among the same person's contacts, from 0 to 1."""
        owner = self.owner[self.sources]
        largest = np.zeros(self.n_owners)
        np.maximum.at(largest, owner, self.weights)
        with np.errstate(under="ignore"):
            relative: FloatArray = self.weights / largest[owner]
        return relative


def alters(network: Network, egos: IntArray) -> Alters:
    """Find the contacts of some people, and who of them is tied to whom.

    Parameters
    ----------
    network : Network
        The network.
    egos : IntArray, shape (n_egos,)
        The people, each once, in order.

    Returns
    -------
    Alters
        The owners of contacts are numbered as the people who have any.
    """
    ties = _ties_from(network, egos)
    counts = np.zeros(len(ties), dtype=np.int64)
    indices: list[IntArray] = [np.zeros(0, dtype=np.int64)]
    weights: list[FloatArray] = [np.zeros(0)]
    for row, iq, jq in closed_triads(network.indptr, network.indices, network.sources, ties):
        counts += np.bincount(row, minlength=len(ties))
        indices.append(np.searchsorted(ties, iq))
        weights.append(network.weights[jq])
    source = network.sources[ties]
    return Alters(
        ties=ties,
        owner=np.unique(source, return_inverse=True)[1],
        indptr=np.r_[0, np.cumsum(counts)],
        indices=np.concatenate(indices),
        weights=np.concatenate(weights),
    )


def for_each_tie(network: Network, rows: IntArray, compute: Callable[[Alters], A]) -> A:
    """Compute a value for each contact within its person's circle, and pick those asked about.

    Parameters
    ----------
    network : Network
        The network.
    rows : IntArray, shape (n_rows,)
        The directed ties asked about.
    compute : callable
        From ``Alters`` to one value for each of its contacts.

    Returns
    -------
    array, shape (n_rows,)
        One value for each row.

    Notes
    -----
    Costs the circles of the rows' people only, and the memory of some of them at a time.
    """
    egos = np.unique(network.sources[rows])
    parts = [alters(network, some) for some in _portions(network, egos)]
    known = np.concatenate([part.ties for part in parts])
    values: A = np.concatenate([compute(part) for part in parts])
    picked: A = values[np.searchsorted(known, rows)]
    return picked


def _portions(network: Network, egos: IntArray) -> Iterator[IntArray]:
    """Divide people so that no portion looks at many more candidates than ``CHUNK``; at least one.

    A circle of n people has at most n (n - 1) ties, and each is looked up by the smaller degree.
    """
    ties = _ties_from(network, egos)
    degree = network.degree
    least = np.minimum(degree[network.sources[ties]], degree[network.indices[ties]])
    reached = np.cumsum(least)[np.cumsum(degree[egos]) - 1]
    portion = reached // CHUNK
    return iter(np.split(egos, np.flatnonzero(np.diff(portion)) + 1))


def _ties_from(network: Network, egos: IntArray) -> IntArray:
    counts = network.degree[egos]
    first = np.repeat(network.indptr[egos] - np.cumsum(counts) + counts, counts)
    return first + np.arange(len(first))
