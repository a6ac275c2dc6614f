"""The peeling of everybody's circle of contacts, person by person on every core.

People are looked at by rank, as in an orientation. A tie between two of a person's contacts is
found at its lower end, whose row of higher ends is short.
"""

# mypy: disable-error-code="no-untyped-call, untyped-decorator, no-untyped-def"
# ruff: noqa: ANN001, ANN201, ANN202
from __future__ import annotations

import numba
import numpy as np

from netzwerkwandel.network.kernels.core_numbers_numba import peel


_BLOCK = 64


@numba.njit(parallel=True, cache=True)
def circle_cores(indptr, indices, rank, up_ptr, up, threads):
    """For each directed tie (i, j), j's core number among i's contacts."""
    n = len(rank)
    core = np.zeros(len(indices), dtype=np.int64)
    for thread in numba.prange(threads):
        place = np.full(n, -1, dtype=up.dtype)
        for block in range(thread * _BLOCK, n, threads * _BLOCK):
            for i in range(block, min(n, block + _BLOCK)):
                ties = slice(indptr[i], indptr[i + 1])
                _circle(rank[indices[ties]], up_ptr, up, place, core[ties])
    return core


@numba.njit(cache=True)
def _circle(members, up_ptr, up, place, core):
    """Peel one circle; nobody has a place before, nor after."""
    for a in range(len(members)):
        place[members[a]] = a
    ends, degree = _ties(members, up_ptr, up, place)
    for member in members:
        place[member] = -1
    if len(ends):
        core[:] = peel(*_rows(ends, degree))


@numba.njit(cache=True)
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


@numba.njit(cache=True)
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
