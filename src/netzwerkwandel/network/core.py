"""Core and periphery as array algorithms: of a whole network, or of the people around one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from netzwerkwandel.model import Key
from netzwerkwandel.network.alters import for_each_tie
from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray, runs
from netzwerkwandel.network.kernels.table import circle_cores, core_numbers, row_ranks


if TYPE_CHECKING:
    from netzwerkwandel.network.network import Network


def bipartition(sums: FloatArray, total: float, keys: Sequence[Key]) -> tuple[BoolArray, float]:
    """Divide people into a core where all know each other and a periphery where nobody does.

    Parameters
    ----------
    sums : FloatArray, shape (n_contacts,)
        The summed weight of each person's ties, each weight from 0 to 1.
    total : float
        The summed weight of all ties, each counted once.
    keys : sequence of str
        The people's keys, which decide among equals.

    Returns
    -------
    tuple of BoolArray, shape (n_contacts,), and float
        Who belongs to the core, and what is missing of the ideal: with each person that goes over
        to the core it changes by ``size - sums``, so it falls as long as people have more than
        the core has members. Of two best sizes the one that parts no equals is taken, else the
        smaller.
    """
    falling = np.sort(sums)[::-1]
    places = np.arange(len(sums))
    size = int(np.count_nonzero(falling > places))
    if 0 < size < len(sums) and falling[size - 1] == falling[size] == size:
        size += size + 1 == len(sums) or falling[size + 1] < falling[size]
    core = np.zeros(len(sums), dtype=bool)
    if size:
        core = sums > falling[size - 1]
        equals = np.flatnonzero(sums == falling[size - 1])
        by_key = sorted(equals.tolist(), key=lambda person: keys[person])
        core[by_key[: size - int(core.sum())]] = True
    return core, size * (size - 1) / 2 + total - float(falling[:size].sum())


def depths(
    numbers: IntArray, strength: FloatArray, redundancy: FloatArray, owner: IntArray
) -> FloatArray:
    """How deep in a person's core does each contact sit?

    Parameters
    ----------
    numbers : IntArray, shape (n_alters,)
        Each contact's core number among the same person's contacts.
    strength, redundancy : FloatArray, shape (n_alters,)
        Of the person's ties to them.
    owner : IntArray, shape (n_alters,)
        Whose contact each is, in order.

    Returns
    -------
    FloatArray, shape (n_alters,)
        From 0 to 1: the geometric mean of the rank of the strength over the number of contacts,
        of the redundancy, and of the core number among her contacts over the largest of these.
    """
    starts = runs(owner)
    largest = np.maximum(np.maximum.reduceat(numbers, starts), 1)
    embedded = numbers / np.repeat(largest, np.diff(np.r_[starts, len(owner)]))
    depth: FloatArray = np.cbrt(ranks(strength, owner) * redundancy * embedded)
    return depth


def circle_core_numbers(network: Network, rows: IntArray) -> IntArray:
    """Each contact's core number among the same person's contacts.

    Parameters
    ----------
    network : Network
        The network.
    rows : IntArray, shape (n_rows,)
        The directed ties asked about.

    Returns
    -------
    IntArray, shape (n_rows,)
        At least 0: over everybody's ties at once if most are asked about.
    """
    if 2 * len(rows) <= len(network.indices):
        return for_each_tie(network, rows, lambda of: core_numbers(of.indptr, of.indices))
    o = network.orientation
    return circle_cores(network.indptr, network.indices, o.rank, o)[rows]


def ranks(values: FloatArray, owner: IntArray) -> FloatArray:
    """Each value's place among its owner's from below, equals sharing theirs; over their number.

    The owners are in order.
    """
    return row_ranks(values, np.r_[runs(owner), len(owner)])
