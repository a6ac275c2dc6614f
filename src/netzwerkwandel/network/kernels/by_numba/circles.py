"""What circles of contacts are made of: who is tied to both ends, cores, dispersion."""

# ruff: noqa: ANN001, ANN201, ANN202
from __future__ import annotations

import numpy as np

from netzwerkwandel.network.arrays import IntArray
from netzwerkwandel.network.kernels.by_numba.loops import (
    compiled,
    fetch,
    inline,
    place_of,
    thread_rows,
)
from netzwerkwandel.network.kernels.by_numba.threads import (
    even_shares,
    share_out,
    threaded,
    threads_for,
)


_MIX = np.uint64(0x9E3779B97F4A7C15)
_FAR_LONGER = 8


def look_up(
    indptr: IntArray, indices: IntArray, i: IntArray, j: IntArray, reached: IntArray
) -> tuple[IntArray, IntArray, IntArray]:
    """Let each thread go through rows of its own, and write from a place of its own.

    A row can have no more common contacts than candidates. So with 3, 2, 4 candidates, and the
    first two rows for thread 0, it writes from place 0 on and thread 1 from place 5 on; what is
    left empty between them is cut out.
    """
    room = int(reached[-1])
    threads = threads_for(room)
    before = np.r_[0, reached]
    rows = even_shares(before, threads)
    begin = before[rows]
    found = np.empty((3, room), dtype=np.int64)
    end = begin[:-1].copy()
    share_out(threads, _look_up, rows, indptr, indices, i, j, end, found)
    if threads == 1:
        return found[0, : end[0]], found[1, : end[0]], found[2, : end[0]]
    parts = [found[:, first:stop] for first, stop in zip(begin, end, strict=False)]
    row, iq, jq = np.concatenate(parts, axis=1)
    return row, iq, jq


@compiled
def _look_up(thread, rows, indptr, indices, i, j, end, found):
    """Go through rows in runs of one source, whose contacts are put into a table if it is worth it.

    Then the other's list is looked up in it; else, and where that list is far the longer one, the
    shorter list is gone through and looked up in the longer by bisection. Either way common
    contacts come in the order of their number.
    """
    first, stop = rows[thread], rows[thread + 1]
    longest = 0
    for row in range(first, stop):
        longest = max(longest, indptr[i[row] + 1] - indptr[i[row]])
    table = np.empty(_room(longest), dtype=np.int64)
    while first < stop:
        low, high = indptr[i[first]], indptr[i[first] + 1]
        last, work = first, 0
        while last < stop and i[last] == i[first]:
            work += min(high - low, indptr[j[last] + 1] - indptr[j[last]])
            last += 1
        # Each tie stands in the first free place from where its number should be, going round.
        entries = _room(high - low) if work >= high - low else 0
        table[:entries] = -1
        for tie in range(low, high if entries else low):
            table[_slot(indices, indices[tie], table, entries)] = tie
        for row in range(first, last):
            end[thread] = _shared(
                indptr, indices, i[row], j[row], row, table[:entries], end[thread], found
            )
        first = last


@inline
def _room(count):
    """A power of two, so large that a table stays three quarters empty."""
    room = 4
    while room < 4 * count:
        room *= 2
    return room


@inline
def _slot(indices, number, table, entries):
    """Where in a table the tie to a number stands, or else is free to stand."""
    slot = np.int64((np.uint64(number) * _MIX) >> np.uint64(40)) & (entries - 1)
    while table[slot] >= 0 and indices[table[slot]] != number:
        slot = (slot + 1) & (entries - 1)
    return slot


@compiled
def _shared(indptr, indices, i, j, row, table, end, found):
    """Write down the common contacts of one tie; say where the next is to be written."""
    of_i, of_j = indptr[i + 1] - indptr[i], indptr[j + 1] - indptr[j]
    if len(table) and of_j <= _FAR_LONGER * of_i:
        for jq in range(indptr[j], indptr[j + 1]):
            iq = table[_slot(indices, indices[jq], table, len(table))]
            if iq >= 0:
                found[0, end], found[1, end], found[2, end] = row, iq, jq
                end += 1
        return end
    near, far = (i, j) if of_i <= of_j else (j, i)
    low, stop = indptr[far], indptr[far + 1]
    for tie in range(indptr[near], indptr[near + 1]):
        low = place_of(indices, low, stop, indices[tie])
        if low < stop and indices[low] == indices[tie]:
            found[0, end] = row
            found[1, end], found[2, end] = (tie, low) if near == i else (low, tie)
            end += 1
    return end


@compiled
def core_numbers(indptr, indices):
    """Peel person by person: Batagelj and Zaversnik's bucket sort looks at each tie twice.

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


@threaded(
    result=lambda indptr, indices, rank, up_ptr, up: np.zeros(len(indices), dtype=np.int64),  # noqa: ARG005
    size=lambda *ties: len(ties[-1]),
)
def circle_cores(thread, threads, indptr, indices, rank, up_ptr, up, core):
    """Peel everybody's circle, whose members know each other by place while it is looked at."""
    place = np.full(len(rank), -1, dtype=up.dtype)
    for i in thread_rows(thread, threads, len(rank)):
        members = rank[indices[indptr[i] : indptr[i + 1]]]
        for a in range(len(members)):
            place[members[a]] = a
            fetch(up_ptr, members[a])
        # A tie between two of them is found at its lower end, whose row of higher ends is short.
        # Its two ends are put down by place, and then both its directions, row by row.
        room = 0
        for member in members:
            fetch(up, up_ptr[member])
            room += min(up_ptr[member + 1] - up_ptr[member], len(members) - 1)
        ends = np.empty((room, 2), dtype=place.dtype)
        starts = np.zeros(len(members) + 1, dtype=np.int64)
        count = 0
        for a in range(len(members)):
            for slot in range(up_ptr[members[a]], up_ptr[members[a] + 1]):
                b = place[up[slot]]
                if b >= 0:
                    ends[count, 0], ends[count, 1] = a, b
                    starts[a + 1] += 1
                    starts[b + 1] += 1
                    count += 1
        for member in members:
            place[member] = -1
        if count == 0:
            continue
        starts = np.cumsum(starts)
        at = starts[:-1].copy()
        others = np.empty(2 * count, dtype=np.int64)
        for k in range(count):
            a, b = ends[k]
            others[at[a]], others[at[b]] = b, a
            at[a] += 1
            at[b] += 1
        core[indptr[i] : indptr[i + 1]] = core_numbers(starts, others)


def absolute_dispersion(
    indptr: IntArray,
    indices: IntArray,
    owner: IntArray,  # noqa: ARG001 (only numpy has to know the circles)
) -> IntArray:
    """Share the members out among the threads, each with counts of its own."""
    n, degree = len(indptr) - 1, np.diff(indptr)
    threads = threads_for(int(degree @ degree))
    counts = np.zeros((threads, n), dtype=np.int64)
    share_out(threads, _count_middles, indptr, indices, counts)
    total: IntArray = counts.sum(axis=0)
    return total


@compiled
def _count_middles(thread, indptr, indices, counts):
    """Count the ways of two ties from each member to each later one, and who is in the middle.

    Rows are in order, so each is read from behind and left at the first that is not later. Who is
    tied to the start herself has one way more, so that she never counts.
    """
    threads, n = counts.shape
    ways = np.zeros(n, dtype=np.int32)
    middle = np.empty(n, dtype=np.int64)
    reached = np.empty(n, dtype=np.int64)
    for start in range(thread, n, threads):
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
                counts[thread, middle[end]] += 1
            ways[end] = 0
