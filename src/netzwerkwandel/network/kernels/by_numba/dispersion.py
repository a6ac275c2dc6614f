"""Who in a circle is the only contact that two others share, start by start."""

# ruff: noqa: ANN001, ANN202
from __future__ import annotations

import numba
import numpy as np

from netzwerkwandel.network.arrays import IntArray
from netzwerkwandel.network.kernels.by_numba.threads import share_out, threads_for


def absolute_dispersion(
    indptr: IntArray,
    indices: IntArray,
    owner: IntArray,  # noqa: ARG001 (only numpy has to know the circles)
) -> IntArray:
    """Share the members out among the threads, each with counts of its own."""
    n, degree = len(indptr) - 1, np.diff(indptr)
    threads = threads_for(int(degree @ degree))
    counts = np.zeros((threads, n), dtype=np.int64)
    share_out(threads, _absolute_dispersion, indptr, indices, counts)
    total: IntArray = counts.sum(axis=0)
    return total


@numba.njit(cache=True, nogil=True)
def _absolute_dispersion(thread, indptr, indices, counts):
    threads, n = counts.shape
    ways = np.zeros(n, dtype=np.int32)
    middle = np.empty(n, dtype=np.int64)
    reached = np.empty(n, dtype=np.int64)
    for start in range(thread, n, threads):
        _from(indptr, indices, start, ways, middle, reached, counts[thread])


@numba.njit(cache=True, nogil=True)
def _from(indptr, indices, start, ways, middle, reached, counts):
    """Count the ways of two ties from one member to each later one, and who is in the middle.

    Rows are in order, so each is read from behind and left at the first that is not later. Who is
    tied to the start herself has one way more, so that she never counts.
    """
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
