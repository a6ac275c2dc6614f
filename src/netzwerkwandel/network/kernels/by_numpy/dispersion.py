"""Who in a circle is the only contact that two others share: the counting behind dispersion."""

from __future__ import annotations

import numpy as np

from netzwerkwandel.network.arrays import (
    IntArray,
    find_ties,
    row_positions,
    run_lengths,
    run_starts,
)
from netzwerkwandel.network.kernels.engines import chunk_size


DENSE = 8
"""Entries of a table for each path up to which it is faster than sorting."""


def absolute_dispersion(indptr: IntArray, indices: IntArray, owner: IntArray) -> IntArray:
    """For each member, count the pairs who are not tied and have no contact in common but her.

    Among the contacts of one person this is the absolute dispersion of her ties, by Backstrom and
    Kleinberg.

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
    # Members are cut into portions of as many paths of two ties as fit into memory at once.
    n, degree = len(owner), np.diff(indptr)
    sources = np.repeat(np.arange(n), degree)
    paths = np.bincount(sources, degree[indices], minlength=n)
    portion = (np.cumsum(paths) // chunk_size()).astype(np.int64)
    counts = np.zeros(n, dtype=np.int64)
    for starts in np.split(np.arange(n), np.flatnonzero(np.diff(portion)) + 1):
        counts += np.bincount(_only_middles(indptr, indices, owner, starts), minlength=n)
    return counts


def _only_middles(
    indptr: IntArray, indices: IntArray, owner: IntArray, starts: IntArray
) -> IntArray:
    """The middle of each path from s to a later t if there is no other path, and no tie."""
    # All paths s - m - t, by two rounds of going on along all ties. In the ring 0 1 2 3, from 0:
    #
    #     first     ties of 0     middles 1   3
    #     second    ties of those        0 2 0 2
    #     start     (place of s)         0 0 0 0
    #     middle                         1 1 3 3
    #     t > s                            2   2   twice the same pair, so neither 1 nor 3 counts
    first, begin = row_positions(indptr, starts)
    middles = indices[first]
    second, fork = row_positions(indptr, middles)
    start = np.repeat(np.repeat(np.arange(len(starts)), np.diff(begin)), np.diff(fork))
    middle, t = np.repeat(middles, np.diff(fork)), indices[second]
    later = np.flatnonzero(t > starts[start])
    start, middle, t = start[later], middle[later], t[later]
    # A pair (s, t) is coded without gaps: all starts have a stretch as long as their circle is
    # large, one stretch after the other, in which t stands as in the circle. Circles of members
    # 0 1 2 and 3 4, with starts 1 and 3, have stretches of 3 and 2, and (3, 4) is 3 + 4 - 3 = 4.
    opens = run_starts(owner)
    sizes = run_lengths(opens, len(owner))
    circle = owner[starts]
    size, opening = sizes[circle], opens[circle]
    codes = np.cumsum(size)[start] - size[start] + t - opening[start]
    only = appear_once(codes, int(size.sum()))
    s, middle, t = starts[start[only]], middle[only], t[only]
    apart: IntArray = middle[find_ties(indptr, indices, s, t) < 0]
    return apart


def appear_once(codes: IntArray, end: int, dense: int = DENSE) -> IntArray:
    """Where the codes stand that appear only once: by a table, or sorted if it would be vast."""
    if end <= dense * len(codes):
        return np.flatnonzero(np.bincount(codes, minlength=end)[codes] == 1)
    order = np.argsort(codes, kind="stable")
    each = run_starts(codes[order])
    once: IntArray = order[each[run_lengths(each, len(codes)) == 1]]
    return once
