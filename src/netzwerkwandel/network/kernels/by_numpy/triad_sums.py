"""Sums over the common contacts of every tie: closed triads in chunks, added up in one order.

A triad q < i < j stands in q's row by the slots a = (q, i), b = (q, j) and c = (i, j). Sums go to a
slot in the order of the third person's rank: those below the tie first, then those between, then
those above. Where a sum goes over all three, those above are summed apart, and their sum is added.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.kernels.engines import chunk_size
from netzwerkwandel.network.kernels.oriented import Oriented


TABLE = 4_096
"""The people of highest rank among whom a table says at once who is tied."""


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
    # Chunks end where a multiple of their size is reached, but always between two rows.
    ends = o.up_ptr[1:][o.low]
    reached = np.cumsum(ends - np.arange(1, len(o.up) + 1))
    total = int(reached[-1]) if len(reached) else 0
    if not total:
        return
    find, chunk = _Finder(o, table), chunk_size()
    steps = np.arange(chunk, total + chunk, chunk)
    borders = np.searchsorted(reached, steps, side="right")
    row_borders = np.unique(np.r_[0, o.up_ptr[o.low[borders[borders < len(o.up)]]], len(o.up)])
    for begin, end in zip(row_borders[:-1].tolist(), row_borders[1:].tolist(), strict=True):
        # Of the first row above: a is 0 0 1, the offset 0 1 0, and b is 1 2 2.
        first = np.arange(begin, end)
        counts = ends[begin:end] - first - 1
        a = np.repeat(first, counts)
        offset = np.arange(len(a)) - np.repeat(np.cumsum(counts) - counts, counts)
        b = a + 1 + offset
        c = find(o.up[a], o.up[b])
        closed = np.flatnonzero(c >= 0)
        if len(closed):
            yield a[closed], b[closed], c[closed]


class _Finder:
    """Finds the slot of a tie by its two ranks, or -1.

    Triads are closed among hubs above all. The ties among the people of highest rank are in a
    table, which costs one look; the others are found by bisection of a sorted code for the tie.
    """

    def __init__(self, o: Oriented, table: int) -> None:
        self._n = len(o.up_ptr) - 1
        self._low = max(0, self._n - table)
        self._codes = o.low.astype(np.int64) * self._n + o.up
        inside = np.arange(o.up_ptr[self._low], len(o.up))
        size = self._n - self._low
        self._table = np.full((size, size), -1, dtype=o.up.dtype)
        self._table[o.low[inside] - self._low, o.up[inside] - self._low] = inside

    def __call__(self, i: npt.NDArray[np.integer], j: npt.NDArray[np.integer]) -> IntArray:
        if self._low == 0:
            return self._table.take(i * np.int64(self._n) + j)
        slots = np.full(len(i), -1, dtype=np.int64)
        top = i >= self._low
        slots[top] = self._table[i[top] - self._low, j[top] - self._low]
        rest = np.flatnonzero(~top)
        if len(rest):
            wanted = i[rest].astype(np.int64) * self._n + j[rest]
            at = np.minimum(np.searchsorted(self._codes, wanted), len(self._codes) - 1)
            slots[rest] = np.where(self._codes[at] == wanted, at, -1)
        return slots


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
    w = o.weights
    sums = np.zeros((2, len(o.up)))
    count = np.zeros(len(o.up_ptr) - 1, dtype=np.int64)
    for a, b, c in triads(o):
        q, i, j = o.low[a], o.up[a], o.up[b]
        # The triad counts for each of its three ties once: for slot c with q as the third person,
        # whose ties to the two ends are a and b, and so on.
        # The slots a come in order, so that a run of them is summed up apart.
        run = slice(int(a[0]), int(a[-1]) + 1)
        for slot, x, third, y in ((c, a, q, b), (b, a, i, c), (a, b, j, c)):
            terms = [(w[x] * factor[third]) * w[y]]
            if shared:
                terms.append(w[x] * w[y])
                count += np.bincount(third, minlength=len(count))
            for row, some in zip(sums, terms, strict=False):
                if slot is a:
                    row[run] += np.bincount(a - run.start, some)
                else:
                    np.add.at(row, slot, some)
    return sums.T, count


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
