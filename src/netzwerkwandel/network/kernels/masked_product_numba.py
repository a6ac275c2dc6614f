"""The hot loops in numba: every core, no sum that two threads write to.

Each slot is owned by its lower end, whose thread alone adds to it, in the order of the third
person's rank. So the result is the same to the last bit for any number of threads, and for one
person asked alone.
"""

# ruff: noqa: ANN001, ANN201, ANN202
from __future__ import annotations

import numba
import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray, SmallIntArray
from netzwerkwandel.network.kernels.formulas import tie_terms


FORMULAS = "6a2f4f854527784f"
"""The formulas that this is compiled with: numba's cache sees a change of this file only."""

_SHORT = 48
_BLOCK = 64
_terms = numba.njit(tie_terms, inline="always")


def up_rows(
    indptr: IntArray,
    indices: IntArray,
    weights: FloatArray,
    order: SmallIntArray,
    rank: SmallIntArray,
) -> tuple[IntArray, SmallIntArray, FloatArray]:
    """Lay out each rank's ties to higher ranks, in order."""
    up_ptr = np.zeros(len(order) + 1, dtype=np.int64)
    _count_up(indptr, indices, order, rank, up_ptr)
    np.cumsum(up_ptr, out=up_ptr)
    up = np.empty(up_ptr[-1], dtype=order.dtype)
    slot_weights = np.empty(up_ptr[-1])
    _fill_up(indptr, indices, weights, order, rank, up_ptr, up, slot_weights)
    return up_ptr, up, slot_weights


@numba.njit(parallel=True, cache=True)
def _count_up(indptr, indices, order, rank, up_ptr):
    for r in numba.prange(len(order)):
        u = order[r]
        count = 0
        for k in range(indptr[u], indptr[u + 1]):
            if rank[indices[k]] > r:
                count += 1
        up_ptr[r + 1] = count


@numba.njit(parallel=True, cache=True)
def _fill_up(indptr, indices, weights, order, rank, up_ptr, up, slot_weights):
    for r in numba.prange(len(order)):
        u = order[r]
        at = up_ptr[r]
        for k in range(indptr[u], indptr[u + 1]):
            other = rank[indices[k]]
            if other > r:
                up[at] = other
                slot_weights[at] = weights[k]
                at += 1
        _sort(up, slot_weights, up_ptr[r], at)


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


@numba.njit(cache=True)
def down_slots(up_ptr, up):
    """List for each rank its ties to lower ranks, in order: their slots, and the lower ranks."""
    n = len(up_ptr) - 1
    down_ptr = np.zeros(n + 1, dtype=np.int64)
    for high in up:
        down_ptr[high + 1] += 1
    for r in range(n):
        down_ptr[r + 1] += down_ptr[r]
    fill = down_ptr[:-1].copy()
    slots = np.empty(len(up), dtype=up.dtype)
    lower = np.empty(len(up), dtype=up.dtype)
    for r in range(n):
        for slot in range(up_ptr[r], up_ptr[r + 1]):
            at = fill[up[slot]]
            slots[at], lower[at] = slot, r
            fill[up[slot]] = at + 1
    return down_ptr, slots, lower


@numba.njit
def _rows_of(thread, threads, n):
    """The rows of a thread: every so many blocks of them, the long rows of the hubs first."""
    for block in range((n - 1) // _BLOCK - thread, -1, -threads):
        for i in range(block * _BLOCK, min(n, (block + 1) * _BLOCK)):  # noqa: UP028 (not in numba)
            yield i


@numba.njit(inline="always")
def _mark(up, begin, end, mark):
    """Say of each higher end of a row in which slot it stands."""
    for k in range(begin, end):
        mark[up[k]] = k


@numba.njit(inline="always")
def _unmark(up, begin, end, mark):
    for k in range(begin, end):
        mark[up[k]] = -1


@numba.njit(inline="always")
def _met(up, begin, end, mark, hits):
    """List the slots of a run whose higher end is marked.

    In a long run many are, and a branch would be guessed wrong; in a short one hardly any is.
    """
    count = 0
    if end - begin < _SHORT:
        for k in range(begin, end):
            if mark[up[k]] >= 0:
                hits[count] = k
                count += 1
        return count
    for k in range(begin, end):
        hits[count] = k
        count += mark[up[k]] >= 0
    return count


@numba.njit(inline="always")
def _met_above(up, k, end, begin, stop, mark, hits):
    """List the slots of row begin..stop whose higher end stands after k in the marked row."""
    if (end - k - 1) * 12 >= stop - begin:
        return _met(up, begin, stop, mark, hits)
    count = 0
    for s in range(k + 1, end):
        low, high = begin, stop
        while low < high:
            middle = (low + high) >> 1
            if up[middle] < up[s]:
                low = middle + 1
            else:
                high = middle
        if low < stop and up[low] == up[s]:
            hits[count] = low
            count += 1
            begin = low + 1
    return count


@numba.njit(cache=True)
def _longest(up_ptr):
    longest = 0
    for i in range(len(up_ptr) - 1):
        longest = max(longest, up_ptr[i + 1] - up_ptr[i])
    return longest


@numba.njit(parallel=True, cache=True)
def symmetric_sums(up_ptr, up, weights, down_ptr, slots, lower, factor, threads):
    """Sum over the thirds of every tie: weights times a factor, weights alone; count triads."""
    n = len(up_ptr) - 1
    sums = np.zeros((len(up), 2))
    triads = np.zeros((threads, n), dtype=np.int64)
    for thread in numba.prange(threads):
        mark = np.full(n, -1, dtype=up.dtype)
        hits = np.empty(_longest(up_ptr) + 1, dtype=up.dtype)
        for i in _rows_of(thread, threads, n):
            begin, end = up_ptr[i], up_ptr[i + 1]
            if begin == end:
                continue
            _mark(up, begin, end, mark)
            for a in range(down_ptr[i], down_ptr[i + 1]):
                p, q = slots[a], lower[a]
                met = _met(up, p + 1, up_ptr[q + 1], mark, hits)
                if met == 0:
                    continue
                w = weights[p]
                wf = w * factor[q]
                for t in range(met):
                    k = hits[t]
                    s = mark[up[k]]
                    sums[s, 0] += wf * weights[k]
                    sums[s, 1] += w * weights[k]
                    triads[thread, up[k]] += 1
                triads[thread, i] += met
                triads[thread, q] += met
            for k in range(begin, end):
                v = up[k]
                met = _met_above(up, k, end, up_ptr[v], up_ptr[v + 1], mark, hits)
                if met == 0:
                    continue
                w = weights[k]
                wf = w * factor[v]
                through, shared = sums[k, 0], sums[k, 1]
                for t in range(met):
                    j = hits[t]
                    s = mark[up[j]]
                    z = weights[j]
                    through += (weights[s] * factor[up[s]]) * z
                    shared += weights[s] * z
                    sums[s, 0] += wf * z
                    sums[s, 1] += w * z
                sums[k, 0], sums[k, 1] = through, shared
            _unmark(up, begin, end, mark)
    return sums, triads.sum(axis=0)


@numba.njit(parallel=True, cache=True)
def circle_sums(up_ptr, up, weights, down_ptr, slots, lower, threads):
    """For each tie in both directions, (i, j): the sum and the largest z(j, q) of the thirds."""
    n = len(up_ptr) - 1
    total = np.zeros((len(up), 2))
    largest = np.zeros((len(up), 2))
    for thread in numba.prange(threads):
        mark = np.full(n, -1, dtype=up.dtype)
        hits = np.empty(_longest(up_ptr) + 1, dtype=up.dtype)
        for i in _rows_of(thread, threads, n):
            begin, end = up_ptr[i], up_ptr[i + 1]
            if begin == end:
                continue
            _mark(up, begin, end, mark)
            for a in range(down_ptr[i], down_ptr[i + 1]):
                p = slots[a]
                for t in range(_met(up, p + 1, up_ptr[lower[a] + 1], mark, hits)):
                    k = hits[t]
                    _add_circle(total, largest, mark[up[k]], weights[k], weights[p])
            for k in range(begin, end):
                v = up[k]
                for t in range(_met_above(up, k, end, up_ptr[v], up_ptr[v + 1], mark, hits)):
                    j = hits[t]
                    s = mark[up[j]]
                    _add_circle(total, largest, k, weights[j], weights[s])
                    _add_circle(total, largest, s, weights[j], weights[k])
            _unmark(up, begin, end, mark)
    return total, largest


@numba.njit(inline="always")
def _add_circle(total, largest, slot, of_high, of_low):
    total[slot, 0] += of_high
    total[slot, 1] += of_low
    largest[slot, 0] = max(largest[slot, 0], of_high)
    largest[slot, 1] = max(largest[slot, 1], of_low)


@numba.njit(parallel=True, cache=True)
def directed_sums(up_ptr, up, weights, down_ptr, slots, lower, x, threads):
    """For each tie in both directions, (i, j): the sum of x(i, q) z(q, j) over the thirds."""
    n = len(up_ptr) - 1
    sums = np.zeros((len(up), 2))
    for thread in numba.prange(threads):
        mark = np.full(n, -1, dtype=up.dtype)
        hits = np.empty(_longest(up_ptr) + 1, dtype=up.dtype)
        for i in _rows_of(thread, threads, n):
            begin, end = up_ptr[i], up_ptr[i + 1]
            if begin == end:
                continue
            _mark(up, begin, end, mark)
            for a in range(down_ptr[i], down_ptr[i + 1]):
                p = slots[a]
                for t in range(_met(up, p + 1, up_ptr[lower[a] + 1], mark, hits)):
                    k = hits[t]
                    s = mark[up[k]]
                    sums[s, 0] += x[p, 1] * weights[k]
                    sums[s, 1] += x[k, 1] * weights[p]
            for k in range(begin, end):
                v = up[k]
                for t in range(_met_above(up, k, end, up_ptr[v], up_ptr[v + 1], mark, hits)):
                    j = hits[t]
                    s = mark[up[j]]
                    sums[k, 0] += x[s, 0] * weights[j]
                    sums[k, 1] += x[j, 0] * weights[s]
                    sums[s, 0] += x[k, 0] * weights[j]
                    sums[s, 1] += x[j, 1] * weights[k]
            _unmark(up, begin, end, mark)
    return sums


@numba.njit(parallel=True, cache=True)
def node_sums(
    up_ptr, up, weights, down_ptr, slots, lower, through, shared, strength, largest, each
):
    """Sum the terms of every person's ties, in the order of the others' ranks.

    ``through`` and ``largest`` have one or two columns for each slot, seen from its lower and from
    its higher end; where ``each`` is False, ``largest`` has one value for each person.
    """
    n = len(up_ptr) - 1
    sums = np.zeros((n, 6))
    last = through.shape[1] - 1
    for i in numba.prange(n):
        for a in range(down_ptr[i], down_ptr[i + 1]):
            s = slots[a]
            most = largest[s, 1] if each else largest[lower[a], 0]
            _add_terms(sums, i, weights[s], through[s, last], shared[s], strength[i], most)
        for s in range(up_ptr[i], up_ptr[i + 1]):
            most = largest[s, 0] if each else largest[up[s], 0]
            _add_terms(sums, i, weights[s], through[s, 0], shared[s], strength[i], most)
    return sums


@numba.njit(cache=True)
def row_sums(starts, weight, through, shared, strength, largest):
    """Sum the terms of ties that lie in runs, one run for each person."""
    sums = np.zeros((len(starts) - 1, 6))
    for i in range(len(starts) - 1):
        for k in range(starts[i], starts[i + 1]):
            _add_terms(sums, i, weight[k], through[k], shared[k], strength[i], largest[k])
    return sums


@numba.njit(inline="always")
def _add_terms(sums, i, weight, through, shared, strength, largest):
    terms = _terms(weight, through, shared, strength, largest)
    sums[i, 0] += terms[0]
    sums[i, 1] += terms[1]
    sums[i, 2] += terms[2]
    sums[i, 3] += terms[3]
    sums[i, 4] += terms[4]
    sums[i, 5] += terms[5]
