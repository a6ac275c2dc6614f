"""Who is tied to both ends of a tie, row by row: each source's contacts in a table.

Rows are gone through in runs of one source. Where the run is worth it, the source's contacts are
put into a table, and the other's list is looked up in it; else, and where that list is far the
longer one, the shorter list is gone through and looked up in the longer by bisection. Either way
common contacts come in the order of their number.
"""

# ruff: noqa: ANN001, ANN202
from __future__ import annotations

import numba
import numpy as np

from netzwerkwandel.network.arrays import IntArray
from netzwerkwandel.network.kernels.by_numba.threads import even_shares, share_out, threads_for


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


@numba.njit(cache=True, nogil=True)
def _look_up(thread, rows, indptr, indices, i, j, end, found):
    first, stop = rows[thread], rows[thread + 1]
    longest = 0
    for row in range(first, stop):
        longest = max(longest, indptr[i[row] + 1] - indptr[i[row]])
    table = np.empty(_room(longest), dtype=np.int64)
    while first < stop:
        last = first + 1
        while last < stop and i[last] == i[first]:
            last += 1
        entries = _entries(indptr, i, j, first, last)
        if entries:
            _fill(indptr, indices, i[first], table[:entries])
        for row in range(first, last):
            end[thread] = _shared(
                indptr, indices, i[row], j[row], row, table[:entries], end[thread], found
            )
        first = last


@numba.njit(inline="always")
def _room(count):
    """A power of two, so large that a table stays three quarters empty."""
    room = 4
    while room < 4 * count:
        room *= 2
    return room


@numba.njit(inline="always")
def _entries(indptr, i, j, first, last):
    """The size of the table for a run of rows; 0 if it would cost more than the rows."""
    degree = indptr[i[first] + 1] - indptr[i[first]]
    work = 0
    for row in range(first, last):
        work += min(degree, indptr[j[row] + 1] - indptr[j[row]])
    return _room(degree) if work >= degree else 0


@numba.njit(inline="always")
def _slot(number, entries):
    """The first place to look for a number in a table."""
    return np.int64((np.uint64(number) * _MIX) >> np.uint64(40)) & (entries - 1)


@numba.njit(inline="always")
def _fill(indptr, indices, i, table):
    """Put each tie into the first free place from where its number should be, going round."""
    table[:] = -1
    for tie in range(indptr[i], indptr[i + 1]):
        slot = _slot(indices[tie], len(table))
        while table[slot] >= 0:
            slot = (slot + 1) & (len(table) - 1)
        table[slot] = tie


@numba.njit(inline="always")
def _look(indices, number, table):
    """The tie to a number, or -1."""
    slot = _slot(number, len(table))
    while table[slot] >= 0 and indices[table[slot]] != number:
        slot = (slot + 1) & (len(table) - 1)
    return table[slot]


@numba.njit(cache=True, nogil=True)
def _shared(indptr, indices, i, j, row, table, end, found):
    """Write down the common contacts of one tie; say where the next is to be written."""
    of_i, of_j = indptr[i + 1] - indptr[i], indptr[j + 1] - indptr[j]
    if len(table) and of_j <= _FAR_LONGER * of_i:
        for jq in range(indptr[j], indptr[j + 1]):
            iq = _look(indices, indices[jq], table)
            if iq >= 0:
                found[0, end], found[1, end], found[2, end] = row, iq, jq
                end += 1
        return end
    near, far = (i, j) if of_i <= of_j else (j, i)
    low, stop = indptr[far], indptr[far + 1]
    for tie in range(indptr[near], indptr[near + 1]):
        number = indices[tie]
        high = stop
        while low < high:
            middle = (low + high) >> 1
            if indices[middle] < number:
                low = middle + 1
            else:
                high = middle
        if low < stop and indices[low] == number:
            found[0, end] = row
            found[1, end], found[2, end] = (tie, low) if near == i else (low, tie)
            end += 1
    return end
