"""Core and periphery as array algorithms: of a whole network, or of the people around one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from netzwerkwandel.model import Key
from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray, run_lengths, run_starts
from netzwerkwandel.network.circles import for_each_tie
from netzwerkwandel.network.csr import Csr
from netzwerkwandel.network.kernels.table import circle_cores, core_numbers, row_ranks


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
    # With the sums [3 2 2 1] from above and the places [0 1 2 3]: 3 > 0 and 2 > 1 join the core,
    # and 2 > 2 is not so: the size is 2. That parts two equals. But the third has just as many as
    # the core has members, and is as good in it as out: with her it is 3, which parts nobody.
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
    starts = run_starts(owner)
    largest = np.maximum(np.maximum.reduceat(numbers, starts), 1)
    embedded = numbers / np.repeat(largest, run_lengths(starts, len(owner)))
    depth: FloatArray = np.cbrt(ranks(strength, owner) * redundancy * embedded)
    return depth


def circle_core_numbers(csr: Csr, rows: IntArray) -> IntArray:
    """Each contact's core number among the same person's contacts.

    Parameters
    ----------
    csr : Csr
        Everybody's ties.
    rows : IntArray, shape (n_rows,)
        The directed ties asked about.

    Returns
    -------
    IntArray, shape (n_rows,)
        At least 0: over everybody's ties at once if most are asked about.
    """
    if 2 * len(rows) <= len(csr):
        return for_each_tie(csr, rows, lambda of: core_numbers(of.indptr, of.indices))
    o = csr.orientation
    return circle_cores(csr.indptr, csr.indices, o.rank, o.up_ptr, o.up)[rows]


def ranks(values: FloatArray, owner: IntArray) -> FloatArray:
    """Each value's place among its owner's from below, equals sharing theirs; over their number.

    The owners are in order.
    """
    return row_ranks(values, np.r_[run_starts(owner), len(owner)])
