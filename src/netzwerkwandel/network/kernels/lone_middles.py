"""Who in a circle is the only way between two others: the counting behind dispersion."""

from __future__ import annotations

import numpy as np

from netzwerkwandel.network.arrays import IntArray, row_positions, runs
from netzwerkwandel.network.kernels.backend import uses_numba
from netzwerkwandel.network.kernels.closed_triads import find_ties


CHUNK = 1_000_000
"""Paths looked at in one step; bounds the memory, never the result."""

DENSE = 8
"""Entries of a table for each path up to which it is faster than sorting."""


def lone_middles(indptr: IntArray, indices: IntArray, owner: IntArray) -> IntArray:
    """For each member, count the pairs who are not tied and whose only path of two ties she is in.

    Parameters
    ----------
    indptr, indices : IntArray, shapes (n_members + 1,) and (n_ties,)
        Circles side by side, with ties inside each only.
    owner : IntArray, shape (n_members,)
        The circle of each member, numbered from 0, sorted.

    Returns
    -------
    IntArray, shape (n_members,)
        At least 0.
    """
    if not uses_numba():
        return _by_portions(indptr, indices, owner)
    import numba

    from netzwerkwandel.network.kernels import lone_middles_numba

    threads = numba.get_num_threads()
    counts: IntArray = lone_middles_numba.lone_middles(indptr, indices, threads)
    return counts


def _by_portions(indptr: IntArray, indices: IntArray, owner: IntArray) -> IntArray:
    n, degree = len(owner), np.diff(indptr)
    sources = np.repeat(np.arange(n), degree)
    paths = np.bincount(sources, degree[indices], minlength=n)
    portion = (np.cumsum(paths) // CHUNK).astype(np.int64)
    counts = np.zeros(n, dtype=np.int64)
    for starts in np.split(np.arange(n), np.flatnonzero(np.diff(portion)) + 1):
        counts += np.bincount(_middles(indptr, indices, owner, starts), minlength=n)
    return counts


def _middles(indptr: IntArray, indices: IntArray, owner: IntArray, starts: IntArray) -> IntArray:
    """The middle of each path from s to a later t if there is no other path, and no tie."""
    first, begin = row_positions(indptr, starts)
    middles = indices[first]
    second, fork = row_positions(indptr, middles)
    start = np.repeat(np.repeat(np.arange(len(starts)), np.diff(begin)), np.diff(fork))
    middle, t = np.repeat(middles, np.diff(fork)), indices[second]
    later = np.flatnonzero(t > starts[start])
    start, middle, t = start[later], middle[later], t[later]
    opens, size = _circles(owner, starts)
    lone = _appear_once(np.cumsum(size)[start] - size[start] + t - opens[start], int(size.sum()))
    s, middle, t = starts[start[lone]], middle[lone], t[lone]
    apart: IntArray = middle[find_ties(indptr, indices, s, t) < 0]
    return apart


def _circles(owner: IntArray, members: IntArray) -> tuple[IntArray, IntArray]:
    """Where the circle that each member belongs to begins among all members, and its size."""
    opens = runs(owner)
    size = np.diff(np.r_[opens, len(owner)])
    return opens[owner[members]], size[owner[members]]


def _appear_once(codes: IntArray, end: int) -> IntArray:
    """Where the codes stand that appear only once: by a table, or sorted if it would be vast."""
    if end <= DENSE * len(codes):
        return np.flatnonzero(np.bincount(codes, minlength=end)[codes] == 1)
    order = np.argsort(codes, kind="stable")
    each = runs(codes[order])
    lone: IntArray = order[each[np.diff(np.r_[each, len(codes)]) == 1]]
    return lone
