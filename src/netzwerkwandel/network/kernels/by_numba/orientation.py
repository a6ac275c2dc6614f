"""Every tie once, from lower to higher rank."""

# ruff: noqa: ANN001, ANN201, ANN202
from __future__ import annotations

import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray, SmallIntArray, starts_of
from netzwerkwandel.network.kernels.by_numba.loops import (
    AHEAD,
    compiled,
    fetch,
    place_of,
    thread_rows,
)
from netzwerkwandel.network.kernels.by_numba.threads import (
    even_shares,
    share_out,
    threaded,
    threads_for,
)


_SHORT = 48


def up_rows(
    indptr: IntArray, indices: IntArray, weights: FloatArray, rank: SmallIntArray
) -> tuple[IntArray, SmallIntArray, FloatArray]:
    """Count each rank's ties to higher ranks, then lay them out, each thread for its own people."""
    threads = threads_for(len(indices) // 2)
    people = even_shares(indptr, threads)
    up_ptr = np.zeros(len(rank) + 1, dtype=np.int64)
    share_out(threads, _count_up, people, indptr, indices, rank, up_ptr)
    np.cumsum(up_ptr, out=up_ptr)
    up = np.empty(up_ptr[-1], dtype=rank.dtype)
    slot_weights = np.empty(up_ptr[-1])
    ties = indptr, indices, weights, rank
    share_out(threads, _fill_up, people, *ties, up_ptr, up, slot_weights)
    return up_ptr, up, slot_weights


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
        begin = at = up_ptr[rank[u]]
        for k in range(indptr[u], indptr[u + 1]):
            fetch(rank, indices[min(k + AHEAD, last)])
            other = rank[indices[k]]
            if other > rank[u]:
                up[at] = other
                slot_weights[at] = weights[k]
                at += 1
        # A row is put in order, and its weights with it: a short one by insertion.
        if at - begin > _SHORT:
            places = np.argsort(up[begin:at])
            up[begin:at] = up[begin:at][places]
            slot_weights[begin:at] = slot_weights[begin:at][places]
            continue
        for k in range(begin + 1, at):
            other, weight, free = up[k], slot_weights[k], k
            while free > begin and up[free - 1] > other:
                up[free], slot_weights[free] = up[free - 1], slot_weights[free - 1]
                free -= 1
            up[free], slot_weights[free] = other, weight


def no_slots_down(up_ptr: IntArray, up: SmallIntArray) -> tuple[IntArray, SmallIntArray]:
    """Where each rank's ties to lower ranks begin, and as much room as they need."""
    counts = np.bincount(up, minlength=len(up_ptr) - 1)
    return starts_of(counts), np.empty((len(up), 2), dtype=up.dtype)


@threaded(result=no_slots_down, size=lambda _, up: len(up))
def down_slots(thread, threads, up_ptr, up, down_ptr, down):
    """Let each thread go through all ties, for its own share of the higher ends."""
    # Those with as many ties to lower ranks as others: of 10 ties in all, thread 0 of 2 takes the
    # ranks whose rows begin before the fifth.
    n, size = len(up_ptr) - 1, len(up)
    first = place_of(down_ptr, 0, n, size * thread // threads)
    stop = place_of(down_ptr, 0, n, size * (thread + 1) // threads) if thread + 1 < threads else n
    at = down_ptr[first:stop].copy()
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
