"""What circles of contacts are made of: who is tied to both ends, cores, dispersion."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netzwerkwandel.network.arrays import (
    IntArray,
    SmallIntArray,
    find_sorted,
    find_ties,
    row_positions,
    run_lengths,
    run_starts,
    starts_of,
)
from netzwerkwandel.network.kernels.engines import chunk_size


DENSE = 8
"""Entries of a table for each path up to which it is faster than sorting."""


def look_up(
    indptr: IntArray, indices: IntArray, i: IntArray, j: IntArray, reached: IntArray
) -> tuple[IntArray, IntArray, IntArray]:
    """For ties given by their two ends, find every q that is tied to both, in the order of q.

    Parameters
    ----------
    indptr, indices : IntArray, shapes (n_contacts + 1,) and (n_ties,)
        The network.
    i, j : IntArray, shape (n_rows,)
        The ends of each tie, at least one.
    reached : IntArray, shape (n_rows,)
        How many candidates there are up to each row: the smaller degree of each, summed.

    Returns
    -------
    tuple of three IntArray
        The row, the tie (i, q), and the tie (j, q).
    """
    # The candidates of a row are the contacts of whichever end has fewer, here called near. For
    # two rows, whose near ends have ties 4, 5, 6 and ties 0, 1:
    #
    #     counts     3 2         reached    3 5
    #     row        0 0 0 1 1
    #     near tie   4 5 6 0 1   which is the place 0 1 2 3 4 plus 4 - 0 or 0 - 3
    #
    # Each candidate is then looked for among the contacts of the far end.
    # Those of one person's ties are, where it costs little more, all looked for among hers.
    ways = int((indptr[j + 1] - indptr[j]).sum())
    if ways <= DENSE * reached[-1] and (i == i[0]).all():
        return look_up_of_one(indptr, indices, int(i[0]), j)
    counts = np.diff(reached, prepend=0)
    from_source = counts == indptr[i + 1] - indptr[i]
    near, far = np.where(from_source, i, j), np.where(from_source, j, i)
    row = np.repeat(np.arange(len(near)), counts)
    near_tie = np.repeat(indptr[near] - reached + counts, counts) + np.arange(len(row))
    far_tie = find_ties(indptr, indices, far[row], indices[near_tie])
    closed = far_tie >= 0
    row, near_tie, far_tie = row[closed], near_tie[closed], far_tie[closed]
    of_source = from_source[row]
    return row, np.where(of_source, near_tie, far_tie), np.where(of_source, far_tie, near_tie)


def look_up_of_one(
    indptr: IntArray, indices: IntArray, ego: int, j: IntArray
) -> tuple[IntArray, IntArray, IntArray]:
    """The same for ties of one person: the contacts of all others, looked for among hers."""
    # With her ties 5 and 6 to people 2 and 9, a contact 9 of another is behind her tie 6, and a
    # contact 4 behind none. Many are read off a table of all people, which has 5 at 2, 6 at 9, and
    # -1 everywhere else; few are found by bisection, since a table of all costs more than they do.
    begin, end = indptr[ego], indptr[ego + 1]
    jq, starts = row_positions(indptr, j)
    if len(indptr) <= DENSE * len(jq):
        tie_to = np.full(len(indptr) - 1, -1)
        tie_to[indices[begin:end]] = np.arange(begin, end)
        iq = tie_to[indices[jq]]
    else:
        iq = begin + find_sorted(indices[begin:end], indices[jq], missing=-1 - begin)
    closed = np.flatnonzero(iq >= 0)
    row = np.repeat(np.arange(len(j)), np.diff(starts))[closed]
    return row, iq[closed], jq[closed]


def core_numbers(indptr: IntArray, indices: IntArray) -> IntArray:
    """For each person, the largest k such that she is in a group where all know k of the others.

    Parameters
    ----------
    indptr, indices : IntArray, shapes (n_contacts + 1,) and (n_ties,)
        A symmetric network without loops.

    Returns
    -------
    IntArray, shape (n_contacts,)
        At least 0.
    """
    # Level by level and in waves, all are taken off who are left with no more ties than the level.
    # A path a - b - c with a triangle c d e at its end has level 1, of which the first wave is a,
    # then b, whom a's going leaves with one tie, and level 2 with one wave, c d e.
    left = np.diff(indptr)
    core, there = np.zeros(len(left), dtype=np.int64), np.ones(len(left), dtype=bool)
    rest, last = np.arange(len(left)), np.zeros(len(left), dtype=np.int64)
    while len(rest):
        level = left[rest].min()
        wave = rest[left[rest] <= level]
        while len(wave):
            core[wave] = level
            there[wave] = False
            met = indices[row_positions(indptr, wave)[0]]
            met = met[there[met]]
            np.subtract.at(left, met, 1)
            # Each once: whoever is there twice, at the places 0 and 2, is kept where last written.
            wave = met[left[met] <= level]
            places = np.arange(len(wave))
            last[wave] = places
            wave = wave[last[wave] == places]
        rest = rest[there[rest]]
    return core


def circle_cores(
    indptr: IntArray,
    indices: IntArray,
    rank: SmallIntArray,  # noqa: ARG001 (only compiled code goes by rank)
    up_ptr: IntArray,  # noqa: ARG001
    up: SmallIntArray,  # noqa: ARG001
) -> IntArray:
    """For every directed tie (i, j), j's core number among i's contacts.

    Parameters
    ----------
    indptr, indices : IntArray, shapes (n_contacts + 1,) and (n_ties,)
        The network.
    rank : SmallIntArray, shape (n_contacts,)
        The rank of each person.
    up_ptr, up : arrays
        The same network, oriented.

    Returns
    -------
    IntArray, shape (n_ties,)
        At least 0.
    """
    # The circles of some people, side by side, are one network whose members are directed ties:
    # (i, j) and (i, q) are tied there if j and q are. Who follow each other have ties that follow
    # each other, so a tie less the first of them is a member's place.
    degree = np.diff(indptr)
    source = np.repeat(np.arange(len(degree)), degree)
    candidates = np.cumsum(np.minimum(degree[source], degree[indices]))
    core = np.zeros(len(indices), dtype=np.int64)
    per_person = np.r_[0, candidates][indptr]
    portion = per_person[1:] // chunk_size()
    borders = np.r_[0, np.flatnonzero(np.diff(portion)) + 1, len(degree)]
    for first, stop in zip(borders[:-1].tolist(), borders[1:].tolist(), strict=True):
        begin, end = int(indptr[first]), int(indptr[stop])
        if begin == end:
            continue
        members = slice(begin, end)
        reached = candidates[members] - per_person[first]
        row, iq, _ = look_up(indptr, indices, source[members], indices[members], reached)
        starts = starts_of(np.bincount(row, minlength=end - begin))
        core[members] = core_numbers(starts, iq - begin)
    return core


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
    counts = np.zeros(len(owner), dtype=np.int64)
    for _, middle, _ in dispersed_pairs(indptr, indices, owner):
        counts += np.bincount(middle, minlength=len(owner))
    return counts


def dispersed_pairs(
    indptr: IntArray, indices: IntArray, owner: IntArray
) -> Iterator[tuple[IntArray, IntArray, IntArray]]:
    """Give the pairs who are not tied and have one contact in common, in portions.

    Parameters
    ----------
    indptr, indices, owner
        As of ``absolute_dispersion``.

    Yields
    ------
    tuple of three IntArray, shape (n_pairs,)
        The one of each pair, their contact, and the other.
    """
    # Members are cut into portions of as many paths of two ties as fit into memory at once.
    n, degree = len(owner), np.diff(indptr)
    sources = np.repeat(np.arange(n), degree)
    paths = np.bincount(sources, degree[indices], minlength=n)
    portion = (np.cumsum(paths) // chunk_size()).astype(np.int64)
    opens = run_starts(owner)
    sizes = run_lengths(opens, n)
    for starts in np.split(np.arange(n), np.flatnonzero(np.diff(portion)) + 1):
        # All paths s - m - t, by going on along all ties twice. In the ring 0 1 2 3, from 0:
        #
        #     first     ties of 0     middles 1   3
        #     second    ties of those        0 2 0 2
        #     start     (place of s)         0 0 0 0
        #     middle                         1 1 3 3
        #     t > s                            2   2   one pair twice: neither 1 nor 3 counts
        first, begin = row_positions(indptr, starts)
        middles = indices[first]
        second, fork = row_positions(indptr, middles)
        start = np.repeat(np.repeat(np.arange(len(starts)), np.diff(begin)), np.diff(fork))
        middle, t = np.repeat(middles, np.diff(fork)), indices[second]
        later = np.flatnonzero(t > starts[start])
        start, middle, t = start[later], middle[later], t[later]
        # A pair (s, t) is coded without gaps: all starts have a stretch as long as their circle is
        # large, one after the other, in which t stands as in the circle. Circles of the members
        # 0 1 2 and 3 4, with starts 1 and 3, have stretches of 3 and 2: (3, 4) is 3 + 4 - 3 = 4.
        circle = owner[starts]
        size, opening = sizes[circle], opens[circle]
        codes = np.cumsum(size)[start] - size[start] + t - opening[start]
        only = appear_once(codes, int(size.sum()))
        s, middle, t = starts[start[only]], middle[only], t[only]
        apart = find_ties(indptr, indices, s, t) < 0
        yield s[apart], middle[apart], t[apart]


def appear_once(codes: IntArray, end: int, dense: int = DENSE) -> IntArray:
    """Where the codes stand that appear only once: by a table, or sorted if it would be vast."""
    if end <= dense * len(codes):
        return np.flatnonzero(np.bincount(codes, minlength=end)[codes] == 1)
    order = np.argsort(codes, kind="stable")
    each = run_starts(codes[order])
    once: IntArray = order[each[run_lengths(each, len(codes)) == 1]]
    return once
