"""Every tie once, from lower to higher rank."""

# ruff: noqa: ANN001, ANN201, ANN202
from __future__ import annotations

import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray, SmallIntArray, starts_of
from netzwerkwandel.network.kernels.by_numba.loops import (
    AHEAD,
    compiled,
    fetch,
    inline,
    place_of,
    thread_rows,
)
from netzwerkwandel.network.kernels.by_numba.threads import (
    even_shares,
    share_out,
    threaded,
    threads_for,
)
from netzwerkwandel.network.kernels.oriented import DownSlots


def up_rows(
    indptr: IntArray, indices: IntArray, weights: FloatArray | None, rank: SmallIntArray
) -> tuple[IntArray, SmallIntArray, FloatArray | None, DownSlots]:
    """Lay out each rank's ties to higher ranks, then those to lower ones, then the former anew.

    Rows that are gone through in order, each putting its number into all rows that it names, put
    these in order. So rows are sorted by laying them out twice, which takes less time, and what
    lies between is wanted as well:

        higher ends, in no order    0: 3 1    1: 3 2
        lower ends                  1: 0      2: 1      3: 0 1
        higher ends                 0: 1 3    1: 2 3
    """
    threads = threads_for(len(indices) // 2)
    people = even_shares(indptr, threads)
    up_ptr = np.zeros(len(rank) + 1, dtype=np.int64)
    share_out(threads, _count_up, people, indptr, indices, rank, up_ptr)
    np.cumsum(up_ptr, out=up_ptr)
    up = np.empty(up_ptr[-1], dtype=rank.dtype)
    given, ordered = (None if weights is None else np.empty(len(up)) for _ in range(2))
    share_out(threads, _fill_up, people, indptr, indices, weights, rank, up_ptr, up, given)
    down_ptr, down = down_slots(up_ptr, up)
    share_out(threads, _order_up, threads, up_ptr, down_ptr, down, up, given, ordered)
    return up_ptr, up, ordered, (down_ptr, down)


@compiled
def _count_up(thread, people, indptr, indices, rank, up_ptr):
    last = len(indices) - 1
    for u in range(people[thread], people[thread + 1]):
        count = 0
        for k in range(indptr[u], indptr[u + 1]):
            fetch(rank, indices[min(k + AHEAD, last)])
            count += rank[indices[k]] > rank[u]
        up_ptr[rank[u] + 1] = count


@compiled
def _fill_up(thread, people, indptr, indices, weights, rank, up_ptr, up, slot_weights):
    last = len(indices) - 1
    for u in range(people[thread], people[thread + 1]):
        at = up_ptr[rank[u]]
        for k in range(indptr[u], indptr[u + 1]):
            fetch(rank, indices[min(k + AHEAD, last)])
            other = rank[indices[k]]
            if other > rank[u]:
                up[at] = other
                if weights is not None:
                    slot_weights[at] = weights[k]
                at += 1


@compiled
def _order_up(thread, threads, up_ptr, down_ptr, down, up, given, ordered):
    """Let each thread go through all ties by their higher end, for its own share of lower ends."""
    n, (first, stop) = len(up_ptr) - 1, _share(thread, threads, up_ptr)
    at = up_ptr[first:stop].astype(up.dtype)
    for high in range(first, n):
        for a in range(down_ptr[high], down_ptr[high + 1]):
            low = down[a, 1]
            if first <= low < stop:
                slot = at[low - first]
                at[low - first] = slot + 1
                up[slot] = high
                if given is not None:
                    ordered[slot] = given[down[a, 0]]
                down[a, 0] = slot


@inline
def _share(thread, threads, row_ptr):
    """From which row to which a thread has about as many entries as the others.

    Of 10 in all, thread 0 of 2 has the rows that begin before the fifth.
    """
    n, size = len(row_ptr) - 1, row_ptr[-1]
    first = place_of(row_ptr, 0, n, size * thread // threads)
    if thread + 1 == threads:
        return first, n
    return first, place_of(row_ptr, 0, n, size * (thread + 1) // threads)


def no_slots_down(up_ptr: IntArray, up: SmallIntArray) -> DownSlots:
    """Where each rank's ties to lower ranks begin, and as much room as they need."""
    counts = np.bincount(up, minlength=len(up_ptr) - 1)
    return starts_of(counts), np.empty((len(up), 2), dtype=up.dtype)


@threaded(result=no_slots_down, size=lambda _, up: len(up))
def down_slots(thread, threads, up_ptr, up, down_ptr, down):
    """Let each thread go through all ties, for its own share of the higher ends."""
    first, stop = _share(thread, threads, down_ptr)
    at = down_ptr[first:stop].astype(up.dtype)
    for r in range(stop):
        for slot in range(up_ptr[r], up_ptr[r + 1]):
            high = up[slot]
            if first <= high < stop:
                place = at[high - first]
                down[place, 0], down[place, 1] = slot, r
                at[high - first] = place + 1


@threaded(
    result=lambda indptr, indices, rank, up_ptr, up: (  # noqa: ARG005
        np.empty(len(indices), dtype=rank.dtype),
        np.empty(len(indices), dtype=np.int8),
    ),
    size=lambda *ties: len(ties[-1]),
)
def find_slots(thread, threads, indptr, indices, rank, up_ptr, up, slots, sides):
    """Find each by bisection in the row of its lower end."""
    for u in thread_rows(thread, threads, len(rank)):
        for k in range(indptr[u], indptr[u + 1]):
            low, high = min(rank[u], rank[indices[k]]), max(rank[u], rank[indices[k]])
            slots[k] = place_of(up, up_ptr[low], up_ptr[low + 1], high)
            sides[k] = rank[u] == high
