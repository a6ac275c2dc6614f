"""Every tie once, from lower to higher rank: in numba, on every core."""

# ruff: noqa: ANN001, ANN201, ANN202
from __future__ import annotations

import numba
import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray, SmallIntArray


_SHORT = 48


def up_rows(
    indptr: IntArray, indices: IntArray, weights: FloatArray, rank: SmallIntArray
) -> tuple[IntArray, SmallIntArray, FloatArray]:
    """Lay out each rank's ties to higher ranks, in order."""
    up_ptr = np.zeros(len(rank) + 1, dtype=np.int64)
    _count_up(indptr, indices, rank, up_ptr)
    np.cumsum(up_ptr, out=up_ptr)
    up = np.empty(up_ptr[-1], dtype=rank.dtype)
    slot_weights = np.empty(up_ptr[-1])
    _fill_up(indptr, indices, weights, rank, up_ptr, up, slot_weights)
    return up_ptr, up, slot_weights


@numba.njit(parallel=True, cache=True)
def _count_up(indptr, indices, rank, up_ptr):
    for u in numba.prange(len(rank)):
        count = 0
        for k in range(indptr[u], indptr[u + 1]):
            count += rank[indices[k]] > rank[u]
        up_ptr[rank[u] + 1] = count


@numba.njit(parallel=True, cache=True)
def _fill_up(indptr, indices, weights, rank, up_ptr, up, slot_weights):
    for u in numba.prange(len(rank)):
        begin = up_ptr[rank[u]]
        at = begin
        for k in range(indptr[u], indptr[u + 1]):
            other = rank[indices[k]]
            if other > rank[u]:
                up[at] = other
                slot_weights[at] = weights[k]
                at += 1
        _sort(up, slot_weights, begin, at)


@numba.njit(cache=True)
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


def down_slots(
    up_ptr: IntArray, up: SmallIntArray, threads: int
) -> tuple[IntArray, SmallIntArray, SmallIntArray]:
    """List for each rank its ties to lower ranks, in order: their slots, and the lower ranks."""
    down_ptr = np.zeros(len(up_ptr), dtype=np.int64)
    slots, lower = np.empty_like(up), np.empty_like(up)
    _count_down(up, down_ptr)
    borders = np.searchsorted(down_ptr, np.linspace(0, len(up), threads + 1))
    borders[0], borders[-1] = 0, len(up_ptr) - 1
    _fill_down(up_ptr, up, down_ptr[:-1].copy(), borders, slots, lower)
    return down_ptr, slots, lower


@numba.njit(cache=True)
def _count_down(up, down_ptr):
    for high in up:
        down_ptr[high + 1] += 1
    for r in range(len(down_ptr) - 1):
        down_ptr[r + 1] += down_ptr[r]


@numba.njit(parallel=True, cache=True)
def _fill_down(up_ptr, up, at, borders, slots, lower):
    """Each thread goes through all ties, for its own share of the higher ends."""
    for thread in numba.prange(len(borders) - 1):
        first, stop = borders[thread], borders[thread + 1]
        for r in range(stop):
            for slot in range(up_ptr[r], up_ptr[r + 1]):
                high = up[slot]
                if first <= high < stop:
                    slots[at[high]], lower[at[high]] = slot, r
                    at[high] += 1


@numba.njit(parallel=True, cache=True)
def find_slots(indptr, indices, rank, up_ptr, up):
    """Find the slot of every directed tie by bisection, and the side that it is seen from."""
    slots = np.empty(len(indices), dtype=np.int64)
    sides = np.empty(len(indices), dtype=np.int64)
    for u in numba.prange(len(rank)):
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
    return slots, sides
