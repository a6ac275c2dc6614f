"""Who in a circle is the only way between two others, start by start on every core."""

# mypy: disable-error-code="no-untyped-call, untyped-decorator, no-untyped-def"
# ruff: noqa: ANN001, ANN201, ANN202
from __future__ import annotations

import numba
import numpy as np


@numba.njit(parallel=True, cache=True)
def lone_middles(indptr, indices, threads):
    """Share the members out among the threads, each with counts of its own."""
    n = len(indptr) - 1
    counts = np.zeros((threads, n), dtype=np.int64)
    for thread in numba.prange(threads):
        ways = np.zeros(n, dtype=np.int32)
        middle = np.empty(n, dtype=np.int64)
        reached = np.empty(n, dtype=np.int64)
        for start in range(thread, n, threads):
            _from(indptr, indices, start, ways, middle, reached, counts[thread])
    return counts.sum(axis=0)


@numba.njit(cache=True)
def _from(indptr, indices, start, ways, middle, reached, counts):
    """Count the ways from one member to each later one, whose row is in order."""
    number = 0
    for a in range(indptr[start], indptr[start + 1]):
        between = indices[a]
        for b in range(indptr[between + 1] - 1, indptr[between] - 1, -1):
            end = indices[b]
            if end <= start:
                break
            if ways[end] == 0:
                reached[number] = end
                number += 1
            ways[end] += 1
            middle[end] = between
    for a in range(indptr[start], indptr[start + 1]):
        if ways[indices[a]] == 1:
            ways[indices[a]] = 2
    for place in range(number):
        end = reached[place]
        if ways[end] == 1:
            counts[middle[end]] += 1
        ways[end] = 0
