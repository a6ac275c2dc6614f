"""The peeling behind k-cores, of a network and of everybody's circle of contacts."""

# ruff: noqa: ANN001, ANN202
from __future__ import annotations

import numba
import numpy as np

from netzwerkwandel.network.arrays import IntArray, SmallIntArray
from netzwerkwandel.network.kernels.by_numba.threads import share_out, threads_for
from netzwerkwandel.network.kernels.oriented import Oriented


_BLOCK = 64


def core_numbers(indptr: IntArray, indices: IntArray) -> IntArray:
    """Peel person by person."""
    core: IntArray = _peel(indptr, indices)
    return core


@numba.njit(cache=True, nogil=True)
def _peel(indptr, indices):
    """Batagelj and Zaversnik's bucket sort: each tie is looked at twice.

    People stand in ``order`` by how many ties they have left (``core``), and ``begin[d]`` says
    where those with d begin. Who loses a tie changes places with the first of those who have as
    many, and the border moves past her. Where a has 1 left and b, c, d have 2, and d loses one:

        order          a | b c d      a d | c b
        begin of 2     1              2

    """
    n = len(indptr) - 1
    core = np.empty(n, dtype=np.int64)
    most = 0
    for v in range(n):
        core[v] = indptr[v + 1] - indptr[v]
        most = max(most, core[v])
    begin = np.zeros(most + 2, dtype=np.int64)
    for v in range(n):
        begin[core[v] + 1] += 1
    for d in range(most + 1):
        begin[d + 1] += begin[d]
    order = np.empty(n, dtype=np.int64)
    place = np.empty(n, dtype=np.int64)
    free = begin[:-1].copy()
    for v in range(n):
        place[v] = free[core[v]]
        order[place[v]] = v
        free[core[v]] += 1
    for i in range(n):
        v = order[i]
        for k in range(indptr[v], indptr[v + 1]):
            u = indices[k]
            if core[u] > core[v]:
                first = begin[core[u]]
                other = order[first]
                order[first], order[place[u]] = u, other
                place[other], place[u] = place[u], first
                begin[core[u]] += 1
                core[u] -= 1
    return core


def circle_cores(indptr: IntArray, indices: IntArray, rank: SmallIntArray, o: Oriented) -> IntArray:
    """Share the people out among the threads, by rank.

    A tie between two of a person's contacts is found at its lower end, whose row of higher ends
    is short.
    """
    core = np.zeros(len(indices), dtype=np.int64)
    threads = threads_for(len(o.up))
    share_out(threads, _circle_cores, threads, indptr, indices, rank, o.up_ptr, o.up, core)
    return core


@numba.njit(cache=True, nogil=True)
def _circle_cores(thread, threads, indptr, indices, rank, up_ptr, up, core):
    n = len(rank)
    place = np.full(n, -1, dtype=up.dtype)
    for block in range(thread * _BLOCK, n, threads * _BLOCK):
        for i in range(block, min(n, block + _BLOCK)):
            # Members know each other by place while this circle is looked at, and by none after.
            members = rank[indices[indptr[i] : indptr[i + 1]]]
            for a in range(len(members)):
                place[members[a]] = a
            ends, degree = _ties(members, up_ptr, up, place)
            for member in members:
                place[member] = -1
            if len(ends):
                core[indptr[i] : indptr[i + 1]] = _peel(*_rows(ends, degree))


@numba.njit(cache=True, nogil=True)
def _ties(members, up_ptr, up, place):
    """The two ends of each tie in a circle, by place, and how many ties each member has."""
    room = 0
    for member in members:
        room += min(up_ptr[member + 1] - up_ptr[member], len(members) - 1)
    ends = np.empty((room, 2), dtype=place.dtype)
    degree = np.zeros(len(members), dtype=np.int64)
    count = 0
    for a in range(len(members)):
        for slot in range(up_ptr[members[a]], up_ptr[members[a] + 1]):
            b = place[up[slot]]
            if b >= 0:
                ends[count, 0], ends[count, 1] = a, b
                degree[a] += 1
                degree[b] += 1
                count += 1
    return ends[:count], degree


@numba.njit(cache=True, nogil=True)
def _rows(ends, degree):
    """Both directions of each tie, row by row."""
    starts = np.zeros(len(degree) + 1, dtype=np.int64)
    starts[1:] = np.cumsum(degree)
    at = starts[:-1].copy()
    others = np.empty(2 * len(ends), dtype=np.int64)
    for k in range(len(ends)):
        a, b = ends[k]
        others[at[a]], others[at[b]] = b, a
        at[a] += 1
        at[b] += 1
    return starts, others
