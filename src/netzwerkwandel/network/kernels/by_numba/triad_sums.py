"""Sums over the common contacts of every tie.

A closed triad q < i < j stands by the slots (q, i), (q, j) and (i, j), as in the numpy form, and
every sum runs in the same order as there.
"""

# ruff: noqa: ANN001, ANN201, ANN202
from __future__ import annotations

import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray, SmallIntArray, starts_of
from netzwerkwandel.network.kernels.by_numba.loops import (
    compiled,
    inline,
    place_of,
    thread_rows,
)
from netzwerkwandel.network.kernels.by_numba.middle_rows import (
    add_notes,
    middle_rows,
    table_of_people,
)
from netzwerkwandel.network.kernels.by_numba.threads import (
    team,
    threaded,
    threads_for,
)
from netzwerkwandel.network.kernels.oriented import Oriented


_SHORT = 48
STEP = 1_000_000
"""Pairs of ties looked at between two rounds of adding up; bounds the memory, never the result."""


@inline
def _mark(up, begin, end, mark):
    """Say of each higher end of a row in which slot it stands, counted from 1."""
    for k in range(begin, end):
        mark[up[k]] = k + 1


@inline
def _unmark(up, begin, end, mark):
    for k in range(begin, end):
        mark[up[k]] = 0


@inline
def _met(up, begin, end, mark, hits):
    """List the slots of a run whose higher end is marked.

    In a long run many are, and a branch would be guessed wrong; in a short one hardly any is.
    """
    count = 0
    if end - begin < _SHORT:
        for k in range(begin, end):
            if mark[up[k]] > 0:
                hits[count] = k
                count += 1
        return count
    for k in range(begin, end):
        hits[count] = k
        count += mark[up[k]] > 0
    return count


@inline
def _met_above(up, k, end, begin, stop, mark, hits):
    """List the slots of row begin..stop whose higher end stands after k in the marked row."""
    if (end - k - 1) * 12 >= stop - begin:
        return _met(up, begin, stop, mark, hits)
    count = 0
    for s in range(k + 1, end):
        low = place_of(up, begin, stop, up[s])
        if low < stop and up[low] == up[s]:
            hits[count] = low
            count += 1
            begin = low + 1
    return count


@inline
def _room(o):
    """Marks for everybody, and room for the slots of the longest row."""
    longest = 0
    for i in range(len(o.up_ptr) - 1):
        longest = max(longest, o.up_ptr[i + 1] - o.up_ptr[i])
    mark = np.zeros(len(o.up_ptr) - 1, dtype=o.up.dtype)
    return mark, np.empty(longest + 1, dtype=o.up.dtype)


def symmetric_sums(
    o: Oriented,
    factor: FloatArray,
    *,
    shared: bool = True,  # noqa: ARG001 (leaving them out would save nothing)
) -> tuple[FloatArray, IntArray]:
    """All three at once, whether wanted or not."""
    return symmetric_sums_in_rounds(o, factor, threads_for(len(o.up)))


def symmetric_sums_in_rounds(
    o: Oriented, factor: FloatArray, threads: int, step: int = STEP
) -> tuple[FloatArray, IntArray]:
    """Sum over the third of every triad, in rounds of at most ``step`` pairs of ties.

    Each triad is met once, at its middle person i, by the thread that has i's row. It adds what
    goes to the slots of that row, and notes what goes to other rows. After each round, each thread
    adds what all have noted for its own share of the slots, in the order of i:

        round   thread 0 has rows   thread 1 has rows
        1       i = 0, 1            i = 2, 3, 4
        2       i = 5               i = 6, 7

    So a slot is written by one thread at a time, and its terms come in the order of i, however
    many threads there are. Thread 0 has the first rows of a round: what it adds to others, which
    are rows before its own, comes first anyway and is not noted.
    """
    borders, notes = _rounds(o, threads, step)
    arrays, sums = o.arrays, np.zeros((len(o.up), 2))
    longest = int(np.max(np.diff(o.up_ptr), initial=0))
    people = table_of_people(arrays, factor, threads)
    with team(threads) as together:
        for rows in borders:
            together(middle_rows, rows, arrays, people, longest, sums, *notes)
            together(add_notes, sums, *notes)
    return sums, people["triads"].sum(axis=0)


def _rounds(
    o: Oriented, threads: int, step: int
) -> tuple[list[IntArray], tuple[SmallIntArray, FloatArray, IntArray]]:
    """Where the rows of each thread begin in each round, and room for the notes of one."""
    if threads == 1:
        # Thread 0 notes nothing.
        borders, most = np.array([0, len(o.up_ptr) - 1]), 0
    else:
        # Up to each rank, how many pairs (q, i), (q, j) there are with it as i, and ties (q, i).
        work = starts_of(_pairs(o.arrays))
        rounds = max(1, int(work[-1]) // step)
        borders = np.searchsorted(work, np.linspace(0, work[-1], rounds * threads + 1))
        borders[0], borders[-1] = 0, len(work) - 1
        most = int(np.max(np.diff(work[borders])))
    slot_of, note_of = np.empty((threads, most), dtype=o.up.dtype), np.empty((threads, most, 2))
    rows = [borders[at : at + threads + 1] for at in range(0, len(borders) - 1, threads)]
    return rows, (slot_of, note_of, np.zeros(threads, dtype=np.int64))


@compiled
def _pairs(o):
    pairs = np.zeros(len(o.up_ptr) - 1, dtype=np.int64)
    for i in range(len(pairs)):
        for a in range(o.down_ptr[i], o.down_ptr[i + 1]):
            pairs[i] += o.up_ptr[o.down[a, 1] + 1] - o.down[a, 0]
    return pairs


@threaded(
    result=lambda o: (np.zeros((len(o.up), 2)), np.zeros((len(o.up), 2))),
    size=lambda o: len(o.up),
)
def circle_sums(thread, threads, o, total, largest):
    """Sum over the higher and the lower third apart, each thread for the slots of its own rows."""
    up_ptr, up, weights, down_ptr, down = o
    mark, hits = _room(o)
    for i in thread_rows(thread, threads, len(up_ptr) - 1):
        begin, end = up_ptr[i], up_ptr[i + 1]
        if begin == end:
            continue
        _mark(up, begin, end, mark)
        for a in range(down_ptr[i], down_ptr[i + 1]):
            p, q = down[a, 0], down[a, 1]
            for t in range(_met(up, p + 1, up_ptr[q + 1], mark, hits)):
                k = hits[t]
                _add_circle(total, largest, mark[up[k]] - 1, weights[k], weights[p])
        for k in range(begin, end):
            v = up[k]
            for t in range(_met_above(up, k, end, up_ptr[v], up_ptr[v + 1], mark, hits)):
                j = hits[t]
                s = mark[up[j]] - 1
                _add_circle(total, largest, k, weights[j], weights[s])
                _add_circle(total, largest, s, weights[j], weights[k])
        _unmark(up, begin, end, mark)


@inline
def _add_circle(total, largest, slot, of_high, of_low):
    total[slot, 0] += of_high
    total[slot, 1] += of_low
    largest[slot, 0] = max(largest[slot, 0], of_high)
    largest[slot, 1] = max(largest[slot, 1], of_low)


@threaded(result=lambda o, x: np.zeros((len(o.up), 2)), size=lambda o, _: len(o.up))  # noqa: ARG005
def directed_sums(thread, threads, o, x, sums):
    """Sum as ``circle_sums`` does: each thread for the slots of its own rows."""
    up_ptr, up, weights, down_ptr, down = o
    mark, hits = _room(o)
    for i in thread_rows(thread, threads, len(up_ptr) - 1):
        begin, end = up_ptr[i], up_ptr[i + 1]
        if begin == end:
            continue
        _mark(up, begin, end, mark)
        for a in range(down_ptr[i], down_ptr[i + 1]):
            p, q = down[a, 0], down[a, 1]
            for t in range(_met(up, p + 1, up_ptr[q + 1], mark, hits)):
                k = hits[t]
                s = mark[up[k]] - 1
                sums[s, 0] += x[p, 1] * weights[k]
                sums[s, 1] += x[k, 1] * weights[p]
        for k in range(begin, end):
            v = up[k]
            for t in range(_met_above(up, k, end, up_ptr[v], up_ptr[v + 1], mark, hits)):
                j = hits[t]
                s = mark[up[j]] - 1
                sums[k, 0] += x[s, 0] * weights[j]
                sums[k, 1] += x[j, 0] * weights[s]
                sums[s, 0] += x[k, 0] * weights[j]
                sums[s, 1] += x[j, 1] * weights[k]
        _unmark(up, begin, end, mark)
