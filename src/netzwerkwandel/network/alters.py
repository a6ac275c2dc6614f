"""The people around a person, once she is left out: who of her contacts knows whom of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

import attrs
import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray, row_positions, runs
from netzwerkwandel.network.kernels.common_contacts import common_contacts


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
        starts = runs(self.owner[self.sources])
        largest = np.maximum.reduceat(self.weights, starts)
        with np.errstate(under="ignore"):
            relative: FloatArray = self.weights / np.repeat(
                largest, np.diff(np.r_[starts, len(self.weights)])
            )
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
    indptr, indices = network.indptr, network.indices
    ties, starts = row_positions(indptr, egos)
    size = np.diff(starts)
    before = np.repeat(starts[:-1] - indptr[egos], size)
    counts = np.zeros(len(ties), dtype=np.int64)
    ends: list[IntArray] = [np.zeros(0, dtype=np.int64)]
    weights: list[FloatArray] = [np.zeros(0)]
    for row, iq, jq in common_contacts(indptr, indices, np.repeat(egos, size), indices[ties]):
        counts += np.bincount(row, minlength=len(ties))
        ends.append(iq + before[row])
        weights.append(network.weights[jq])
    some = size[size > 0]
    return Alters(
        ties=ties,
        owner=np.repeat(np.arange(len(some)), some),
        indptr=np.r_[0, np.cumsum(counts)],
        indices=np.concatenate(ends),
        weights=np.concatenate(weights),
    )


def alters_of(network: Network, ego: int) -> Alters:
    """The contacts of one person; those of the last one asked about are kept."""
    kept = network.latest_alters
    found = kept.get(ego)
    if found is None:
        found = alters(network, np.array([ego]))
        kept.clear()
        kept[ego] = found
    return found


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
    source = network.sources[rows]
    begin = runs(source)
    egos, which = np.unique(source[begin], return_inverse=True)
    if len(egos) == 1:
        values = compute(alters_of(network, int(egos[0])))
    else:
        parts = (alters(network, some) for some in _portions(network, egos))
        values = np.concatenate([compute(part) for part in parts])
    first = np.cumsum(network.degree[egos]) - network.degree[egos] - network.indptr[egos]
    picked: A = values[rows + np.repeat(first[which], np.diff(np.r_[begin, len(rows)]))]
    return picked


def all_ties_of_sources(network: Network, rows: IntArray) -> IntArray:
    """Which directed ties the people have from whom some ties start, in order."""
    source = network.sources[rows]
    ties, _ = row_positions(network.indptr, np.unique(source[runs(source)]))
    return ties


def _portions(network: Network, egos: IntArray) -> Iterator[IntArray]:
    """Divide people so that no portion looks at many more candidates than ``CHUNK``; at least one.

    A circle of n people has at most n (n - 1) ties, and each is looked up by the smaller degree.
    """
    ties, starts = row_positions(network.indptr, egos)
    degree = network.degree
    own = np.repeat(degree[egos], degree[egos])
    reached = np.cumsum(np.minimum(own, degree[network.indices[ties]]))
    portion = reached[starts[1:] - 1] // CHUNK
    return iter(np.split(egos, np.flatnonzero(np.diff(portion)) + 1))
