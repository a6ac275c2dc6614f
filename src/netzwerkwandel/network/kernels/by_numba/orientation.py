"""Every tie once, from lower to higher rank."""

# ruff: noqa: ANN001, ANN202
from __future__ import annotations

import numba
import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray, SmallIntArray
from netzwerkwandel.network.kernels.by_numba.threads import even_shares, share_out, threads_for
from netzwerkwandel.network.kernels.oriented import Oriented


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


@numba.njit(cache=True, nogil=True)
def _count_up(thread, people, indptr, indices, rank, up_ptr):
    for u in range(people[thread], people[thread + 1]):
        count = 0
        for k in range(indptr[u], indptr[u + 1]):
            count += rank[indices[k]] > rank[u]
        up_ptr[rank[u] + 1] = count


@numba.njit(cache=True, nogil=True)
def _fill_up(thread, people, indptr, indices, weights, rank, up_ptr, up, slot_weights):
    for u in range(people[thread], people[thread + 1]):
        begin = up_ptr[rank[u]]
        at = begin
        for k in range(indptr[u], indptr[u + 1]):
            other = rank[indices[k]]
            if other > rank[u]:
                up[at] = other
                slot_weights[at] = weights[k]
                at += 1
        _sort(up, slot_weights, begin, at)


@numba.njit(cache=True, nogil=True)
def _sort(values, along, begin, end):
    """Sort a short run of distinct values in place, and what goes along with them."""
    if end - begin > _SHORT:
        places = np.argsort(values[begin:end])
        values[begin:end] = values[begin:end][places]
        along[begin:end] = along[begin:end][places]
        return
    for k in range(begin + 1, end):
        value, other, at = values[k], along[k], k
        while at > begin and values[at - 1] > value:
            values[at], along[at] = values[at - 1], along[at - 1]
            at -= 1
        values[at], along[at] = value, other


def down_slots(o: Oriented) -> tuple[IntArray, SmallIntArray, SmallIntArray]:
    """Let each thread go through all ties, for its own share of the higher ends."""
    threads = threads_for(len(o.up))
    down_ptr = np.zeros(len(o.up_ptr), dtype=np.int64)
    slots, lower = np.empty_like(o.up), np.empty_like(o.up)
    _count_down(o.up, down_ptr)
    ranks, at = even_shares(down_ptr, threads), down_ptr[:-1].copy()
    share_out(threads, _fill_down, ranks, o.up_ptr, o.up, at, slots, lower)
    return down_ptr, slots, lower


@numba.njit(cache=True, nogil=True)
def _count_down(up, down_ptr):
    for high in up:
        down_ptr[high + 1] += 1
    for r in range(len(down_ptr) - 1):
        down_ptr[r + 1] += down_ptr[r]


@numba.njit(cache=True, nogil=True)
def _fill_down(thread, ranks, up_ptr, up, at, slots, lower):
    first, stop = ranks[thread], ranks[thread + 1]
    for r in range(stop):
        for slot in range(up_ptr[r], up_ptr[r + 1]):
            high = up[slot]
            if first <= high < stop:
                slots[at[high]], lower[at[high]] = slot, r
                at[high] += 1


def find_slots(
    indptr: IntArray, indices: IntArray, rank: SmallIntArray, o: Oriented
) -> tuple[IntArray, IntArray]:
    """Find each by bisection in the row of its lower end."""
    threads = threads_for(len(o.up))
    slots, sides = np.empty(len(indices), dtype=np.int64), np.empty(len(indices), dtype=np.int64)
    people = even_shares(indptr, threads)
    share_out(threads, _find_slots, people, indptr, indices, rank, o.up_ptr, o.up, slots, sides)
    return slots, sides


@numba.njit(cache=True, nogil=True)
def _find_slots(thread, people, indptr, indices, rank, up_ptr, up, slots, sides):
    for u in range(people[thread], people[thread + 1]):
        for k in range(indptr[u], indptr[u + 1]):
            low, high = min(rank[u], rank[indices[k]]), max(rank[u], rank[indices[k]])
            begin, end = up_ptr[low], up_ptr[low + 1]
            while begin < end:
                middle = (begin + end) >> 1
                if up[middle] < high:
                    begin = middle + 1
                else:
                    end = middle
            slots[k] = begin
            sides[k] = rank[u] == high
