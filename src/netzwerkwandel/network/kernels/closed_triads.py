from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netzwerkwandel.network.arrays import IntArray
from netzwerkwandel.network.kernels.backend import threads_for, uses_numba


CHUNK = 4_000_000
"""Candidates looked at in one step; bounds the memory, never the result."""


def closed_triads(
    indptr: IntArray,
    indices: IntArray,
    sources: IntArray,
    rows: IntArray,
    chunk: int = CHUNK,
) -> Iterator[tuple[IntArray, IntArray, IntArray]]:
    """For ties (i, j), find every q that is tied to both.

    Parameters
    ----------
    indptr, indices : IntArray, shapes (n_contacts + 1,) and (n_ties,)
        The network.
    sources : IntArray, shape (n_ties,)
        The source of each directed tie.
    rows : IntArray, shape (n_rows,)
        The directed ties asked about.
    chunk : int
        How many candidates to look at in one step.

    Yields
    ------
    tuple of three IntArray
        The row (an index into ``rows``), the tie (i, q), and the tie (j, q).

    Notes
    -----
    For each tie the shorter of the two lists of neighbours is gone through and each candidate
    looked up in the other: time grows with the sum over the ties asked of the smaller degree.
    """
    yield from thirds(indptr, indices, sources[rows], indices[rows], chunk)


def thirds(
    indptr: IntArray, indices: IntArray, i: IntArray, j: IntArray, chunk: int = CHUNK
) -> Iterator[tuple[IntArray, IntArray, IntArray]]:
    """For ties given by their two ends, find every q that is tied to both; as closed_triads."""
    if not len(i):
        return
    look_up = _look_up_by_numba if uses_numba() else _look_up
    reached = np.cumsum(np.minimum(indptr[i + 1] - indptr[i], indptr[j + 1] - indptr[j]))
    begin = 0
    while begin < len(i):
        before = int(reached[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(reached, before + chunk, side="right")))
        part = slice(begin, end)
        row, iq, jq = look_up(indptr, indices, i[part], j[part], reached[part] - before)
        yield row + begin, iq, jq
        begin = end


def _look_up_by_numba(
    indptr: IntArray, indices: IntArray, i: IntArray, j: IntArray, reached: IntArray
) -> tuple[IntArray, IntArray, IntArray]:
    from netzwerkwandel.network.kernels import closed_triads_numba

    with threads_for(int(reached[-1])) as threads:
        return closed_triads_numba.look_up(indptr, indices, i, j, reached, threads)


def _look_up(
    indptr: IntArray, indices: IntArray, i: IntArray, j: IntArray, reached: IntArray
) -> tuple[IntArray, IntArray, IntArray]:
    """List row, tie (i, q) and tie (j, q); ``reached`` counts the candidates up to each row."""
    counts = np.diff(reached, prepend=0)
    from_source = counts == indptr[i + 1] - indptr[i]
    near, far = np.where(from_source, i, j), np.where(from_source, j, i)
    row = np.repeat(np.arange(len(near)), counts)
    near_tie = np.repeat(indptr[near] - reached + counts, counts) + np.arange(len(row))
    far_tie = find_ties(indptr, indices, far[row], indices[near_tie])
    found = far_tie >= 0
    row, near_tie, far_tie = row[found], near_tie[found], far_tie[found]
    of_source = from_source[row]
    return row, np.where(of_source, near_tie, far_tie), np.where(of_source, far_tie, near_tie)


def find_ties(indptr: IntArray, indices: IntArray, i: IntArray, q: IntArray) -> IntArray:
    """Find the directed ties (i, q) by bisection of each i's sorted neighbours; -1 where none is.

    All the bisections go forward together, one halving in each step.
    """
    low, high = indptr[i], indptr[i + 1]
    end = high
    for _ in range(int((high - low).max(initial=0)).bit_length()):
        middle = (low + high) >> 1
        inside = low < high
        smaller = inside & (indices[np.minimum(middle, len(indices) - 1)] < q)
        low = np.where(smaller, middle + 1, low)
        high = np.where(inside & ~smaller, middle, high)
    there = low < end
    there &= indices[np.minimum(low, max(len(indices) - 1, 0))] == q if len(indices) else False
    return np.where(there, low, -1)
