"""Sums over the common contacts of every tie: closed triads in chunks, added up in one order.

A triad q < i < j stands in q's row by the slots a = (q, i), b = (q, j) and c = (i, j). Sums go to a
slot in the order of the third person's rank: those below the tie first, then those between, then
those above. Where a sum goes over all three, those above are summed apart, and their sum is added.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from netzwerkwandel.network.arrays import (
    IN_CACHE,
    FloatArray,
    IntArray,
    SmallIntArray,
    place_in_rows,
)
from netzwerkwandel.network.kernels.engines import chunk_size
from netzwerkwandel.network.kernels.oriented import Oriented


TABLE = 4_096
"""The people of highest rank among whom a table may say at once who is tied."""
DENSE = 8
"""Entries of the table for each pair up to which it is worth being made."""


def triads(o: Oriented, table: int = TABLE) -> Iterator[tuple[IntArray, IntArray, IntArray]]:
    """Give all closed triads by their three slots, in the order of (q, i, j)."""
    # A triad's a and b are two slots of one row, b after a. So slot a is the first of as many
    # pairs as there are slots behind it in its row, and ``reached`` counts them up:
    #
    #     row of q       0        1     2
    #     slot           0 1 2    3 4   5
    #     slots behind   2 1 0    1 0   0
    #     reached        2 3 3    4 4   4
    #
    # Blocks end where a multiple of their size is reached, but always between two rows.
    behind = o.up_ptr[1:][o.low] - np.arange(1, len(o.up) + 1)
    reached = np.cumsum(behind)
    total = int(reached[-1]) if len(reached) else 0
    if not total:
        return
    find, block = _Finder(o, table, behind), min(chunk_size(), IN_CACHE)
    steps = np.arange(block, total + block, block)
    borders = np.searchsorted(reached, steps, side="right")
    row_borders = np.unique(np.r_[0, o.up_ptr[o.low[borders[borders < len(o.up)]]], len(o.up)])
    for begin, end in pairwise(row_borders.tolist()):
        # Of the first row above: a is 0 0 1, and b, counted on from the slot behind, is 1 2 2.
        counts = behind[begin:end].astype(o.up.dtype)
        first = np.arange(begin, end, dtype=o.up.dtype)
        opens = np.cumsum(counts, dtype=o.up.dtype) - counts
        b = np.repeat(first + 1 - opens, counts)
        b += np.arange(len(b), dtype=b.dtype)
        c = find(o.up[begin:end], counts, o.up.take(b))
        closed = np.flatnonzero(c >= 0)
        if len(closed):
            a = np.repeat(first, counts)
            # Eight bytes, as else numpy makes them of four for every sum.
            a, b, c = (slots.take(closed).astype(np.int64) for slots in (a, b, c))
            yield a, b, c


class _Finder:
    """Finds the slot of a tie by its two ranks, or -1.

    Triads are closed among hubs above all. Where only the ties among the people of highest rank are
    asked for, a table costs one look; else they are found by bisection of the row of the lower.
    """

    def __init__(self, o: Oriented, table: int, behind: IntArray) -> None:
        self._up, self._row_ptr = o.up, o.up_ptr.astype(o.up.dtype)
        n = len(o.up_ptr) - 1
        low = max(0, n - table)
        self._size = n - low
        # The row of the lowest of them begins in the table at 0, and its place is that of ``low``.
        self._first = low * (self._size + 1)
        self._low = low if DENSE * behind[o.up >= low].sum() >= self._size**2 else n
        if self._low < n:
            inside = slice(o.up_ptr[low], None)
            self._table = np.full(self._size**2, -1, dtype=o.up.dtype)
            at = o.low[inside] * np.int64(self._size) + o.up[inside] - self._first
            self._table[at] = np.arange(o.up_ptr[low], len(o.up))

    def __call__(self, i: SmallIntArray, counts: SmallIntArray, j: SmallIntArray) -> SmallIntArray:
        """Of as many j to each i."""
        if i.min() >= self._low:
            return self._table.take(np.repeat(i * np.int64(self._size) - self._first, counts) + j)
        row, end = (np.repeat(self._row_ptr.take(at), counts) for at in (i, i + 1))
        place = place_in_rows(row, end, self._up, j)
        there = self._up.take(place, mode="clip") == j
        there &= place < end
        return np.where(there, place, -1)


def symmetric_sums(
    o: Oriented, factor: FloatArray, *, shared: bool = True
) -> tuple[FloatArray, IntArray]:
    """For every tie, Σ_q z(i, q) f(q) z(q, j) and Σ_q z(i, q) z(q, j); each person's closed triads.

    Parameters
    ----------
    o : Oriented
        The network.
    factor : FloatArray, shape (n_contacts,)
        f, by rank.
    shared : bool
        Whether the second sum and the triads are wanted; else they may be 0.

    Returns
    -------
    tuple of FloatArray, shape (n_slots, 2), and IntArray, shape (n_contacts,)
        The two sums, and the triads by rank.
    """
    w, n = o.weights, len(o.up_ptr) - 1
    sums = np.zeros((2, len(o.up)))
    firsts, seconds = np.zeros((2, len(o.up)), dtype=np.int64)
    for a, b, c in triads(o):
        q, i, j = o.low[a], o.up[a], o.up[b]
        # The triad counts for each of its three ties once: for slot c with q as the third person,
        # whose ties to the two ends are a and b, and so on.
        # The slots a come in order, so that a run of them is summed up apart.
        run = slice(int(a[0]), int(a[-1]) + 1)
        for slot, x, third, y in ((c, a, q, b), (b, a, i, c), (a, b, j, c)):
            terms = [factor[third] if o.is_plain else (w[x] * factor[third]) * w[y]]
            if shared:
                terms.append(np.ones(len(a)) if o.is_plain else w[x] * w[y])
            for row, some in zip(sums, terms, strict=False):
                if slot is a:
                    row[run] += np.bincount(a - run.start, some)
                else:
                    np.add.at(row, slot, some)
        if shared:
            firsts[run] += np.bincount(a - run.start)
            np.add.at(seconds, b, np.ones(len(b), dtype=np.int64))
    # A slot that is the first of three triads has its lower end in them as q, its higher as i; one
    # that is the second of a triad has its higher end in it as j.
    found = np.zeros(n)
    for end, count in ((o.low, firsts), (o.up, firsts), (o.up, seconds)):
        found += np.bincount(end, count, minlength=n)
    return sums.T, found.astype(np.int64)


def circle_sums(o: Oriented) -> tuple[FloatArray, FloatArray]:
    """For every tie in both directions, Σ_q z(j, q) and max_q z(j, q) over the q tied to both.

    Parameters
    ----------
    o : Oriented
        The network.

    Returns
    -------
    two FloatArray, shape (n_slots, 2)
        Seen from the lower end, and from the higher.
    """
    w = o.weights
    total = np.zeros((2, len(o.up)))
    largest = np.zeros((2, len(o.up)))
    for a, b, c in triads(o):
        # Seen from its lower end, a tie asks for the third's tie to its higher end: of slot c, with
        # q as the third, that is b = (q, j); from its higher end it is a = (q, i).
        for slot, of_high, of_low in ((c, b, a), (b, c, a), (a, c, b)):
            for direction, weight in enumerate((w[of_high], w[of_low])):
                np.add.at(total[direction], slot, weight)
                np.maximum.at(largest[direction], slot, weight)
    return total.T, largest.T


def directed_sums(o: Oriented, x: FloatArray) -> FloatArray:
    """For every tie in both directions, Σ_q x(i, q) z(q, j) over the q tied to both.

    Parameters
    ----------
    o : Oriented
        The network.
    x : FloatArray, shape (n_slots, 2)
        x of each tie from its lower to its higher end, and back.

    Returns
    -------
    FloatArray, shape (n_slots, 2)
        Seen from the lower end, and from the higher.
    """
    w = o.weights
    up, down = np.ascontiguousarray(x[:, 0]), np.ascontiguousarray(x[:, 1])
    sums = np.zeros((2, len(o.up)))
    for a, b, c in triads(o):
        # From i to j (slot c, lower end first) through q: x(i, q) runs down the slot a.
        np.add.at(sums[0], c, down[a] * w[b])
        np.add.at(sums[1], c, down[b] * w[a])
        # From q to j (slot b) through i: x(q, i) runs up the slot a; and back, x(j, i) down c.
        np.add.at(sums[0], b, up[a] * w[c])
        np.add.at(sums[1], b, down[c] * w[a])
        # From q to i (slot a) through j: both x(q, j) and x(i, j) run up.
        np.add.at(sums[0], a, up[b] * w[c])
        np.add.at(sums[1], a, up[c] * w[b])
    return sums.T
