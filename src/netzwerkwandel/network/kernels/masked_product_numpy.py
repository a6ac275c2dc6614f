"""The hot loops in numpy: closed triads in chunks of bounded memory, added up in one order.

A triad q < i < j stands in q's row by the slots a = (q, i), b = (q, j) and c = (i, j). Sums go to a
slot in the order of the third person's rank: those below the tie first, then those between, then
those above. Where a sum goes over all three, those above are summed apart, and their sum is added.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.kernels.formulas import tie_terms


if TYPE_CHECKING:
    from netzwerkwandel.network.orientation import Orientation


CHUNK = 1_000_000
"""Pairs looked at in one step; bounds the memory, never the result."""

TABLE = 4_096
"""The people of highest rank among whom a table says at once who is tied."""


def triads(o: Orientation, chunk: int = CHUNK) -> Iterator[tuple[IntArray, IntArray, IntArray]]:
    """Give all closed triads by their three slots, in the order of (q, i, j)."""
    n = len(o.order)
    ends = o.up_ptr[1:][o.low]
    reached = np.cumsum(ends - np.arange(1, len(o.up) + 1))
    total = int(reached[-1]) if len(reached) else 0
    if not total:
        return
    find = _Finder(o)
    steps = np.arange(chunk, total + chunk, chunk)
    borders = np.searchsorted(reached, steps, side="right")
    row_borders = np.unique(np.r_[0, o.up_ptr[o.low[borders[borders < len(o.up)]]], len(o.up)])
    for begin, end in zip(row_borders[:-1].tolist(), row_borders[1:].tolist(), strict=True):
        first = np.arange(begin, end)
        counts = ends[begin:end] - first - 1
        a = np.repeat(first, counts)
        offset = np.arange(len(a)) - np.repeat(np.cumsum(counts) - counts, counts)
        b = a + 1 + offset
        c = find(o.up[a], o.up[b], n)
        closed = np.flatnonzero(c >= 0)
        if len(closed):
            yield a[closed], b[closed], c[closed]


class _Finder:
    """Finds the slot of a tie by its two ranks, or -1."""

    def __init__(self, o: Orientation) -> None:
        n = len(o.order)
        self._low = max(0, n - TABLE)
        self._codes = o.low.astype(np.int64) * n + o.up
        inside = np.arange(o.up_ptr[self._low], len(o.up))
        self._table = np.full((n - self._low, n - self._low), -1, dtype=o.up.dtype)
        self._table[o.low[inside] - self._low, o.up[inside] - self._low] = inside

    def __call__(self, i: npt.NDArray[np.integer], j: npt.NDArray[np.integer], n: int) -> IntArray:
        if self._low == 0:
            return self._table.take(i * np.int64(n) + j)
        slots = np.full(len(i), -1, dtype=np.int64)
        top = i >= self._low
        slots[top] = self._table[i[top] - self._low, j[top] - self._low]
        rest = np.flatnonzero(~top)
        if len(rest):
            wanted = i[rest].astype(np.int64) * n + j[rest]
            at = np.minimum(np.searchsorted(self._codes, wanted), len(self._codes) - 1)
            slots[rest] = np.where(self._codes[at] == wanted, at, -1)
        return slots


def symmetric_sums(
    o: Orientation, factor: FloatArray, *, shared: bool = True
) -> tuple[FloatArray, IntArray]:
    """Sum over the thirds of every tie: weights times a factor, weights alone; count triads."""
    w = o.weights
    sums = np.zeros((2, len(o.up)))
    count = np.zeros(len(o.order), dtype=np.int64)
    for a, b, c in triads(o):
        q, i, j = o.low[a], o.up[a], o.up[b]
        for add, slot, x, third, y in (
            (np.add.at, c, a, q, b),
            (np.add.at, b, a, i, c),
            (_add_apart, a, b, j, c),
        ):
            add(sums[0], slot, (w[x] * factor[third]) * w[y])
            if shared:
                add(sums[1], slot, w[x] * w[y])
                count += np.bincount(third, minlength=len(count))
    return sums.T, count


def _add_apart(sums: FloatArray, slot: IntArray, terms: FloatArray) -> None:
    """Sum the terms of each slot, and add that; the slots come in order."""
    first, stop = int(slot[0]), int(slot[-1]) + 1
    sums[first:stop] += np.bincount(slot - first, terms)


def circle_sums(o: Orientation) -> tuple[FloatArray, FloatArray]:
    """For each tie in both directions, (i, j): the sum and the largest z(j, q) of the thirds."""
    w = o.weights
    total = np.zeros((2, len(o.up)))
    largest = np.zeros((2, len(o.up)))
    for a, b, c in triads(o):
        for slot, of_high, of_low in ((c, b, a), (b, c, a), (a, c, b)):
            for direction, weight in enumerate((w[of_high], w[of_low])):
                np.add.at(total[direction], slot, weight)
                np.maximum.at(largest[direction], slot, weight)
    return total.T, largest.T


def directed_sums(o: Orientation, x: FloatArray) -> FloatArray:
    """For each tie in both directions, (i, j): the sum of x(i, q) z(q, j) over the thirds."""
    w = o.weights
    up, down = np.ascontiguousarray(x[:, 0]), np.ascontiguousarray(x[:, 1])
    sums = np.zeros((2, len(o.up)))
    for a, b, c in triads(o):
        np.add.at(sums[0], c, down[a] * w[b])
        np.add.at(sums[1], c, down[b] * w[a])
        np.add.at(sums[0], b, up[a] * w[c])
        np.add.at(sums[1], b, down[c] * w[a])
        np.add.at(sums[0], a, up[b] * w[c])
        np.add.at(sums[1], a, up[c] * w[b])
    return sums.T


def node_sums(
    o: Orientation,
    through: FloatArray,
    shared: FloatArray,
    strength: FloatArray,
    largest: FloatArray,
    *,
    each: bool,
) -> FloatArray:
    """Sum the terms of every person's ties, in the order of the others' ranks."""
    sums = np.zeros((6, len(o.order)))
    last = through.shape[1] - 1
    for end, other, side in ((o.up, o.low, 1), (o.low, o.up, 0)):
        for begin in range(0, len(o.up), CHUNK):
            part = slice(begin, begin + CHUNK)
            most = largest[part, side] if each else largest[other[part], 0]
            terms = tie_terms(
                o.weights[part],
                through[part, side * last],
                shared[part],
                strength[end[part]],
                most,
            )
            for row, term in zip(sums, terms[:6], strict=True):
                np.add.at(row, end[part], term)
    return sums.T


def row_sums(
    starts: IntArray,
    weight: FloatArray,
    through: FloatArray,
    shared: FloatArray,
    strength: FloatArray,
    largest: FloatArray,
) -> FloatArray:
    """Sum the terms of ties that lie in runs, one run for each person."""
    n = len(starts) - 1
    run = np.repeat(np.arange(n), np.diff(starts))
    terms = tie_terms(weight, through, shared, strength[run], largest)
    return np.stack([np.bincount(run, term, minlength=n) for term in terms[:6]], axis=1)
