"""Ranks and bests of each row, the rows shared out among the threads."""

# ruff: noqa: ANN001, ANN202
from __future__ import annotations

import numba
import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.kernels.by_numba.threads import even_shares, share_out, threads_for


def row_bests(
    values: FloatArray, row_ptr: IntArray, whom: IntArray, place: IntArray, n: int
) -> IntArray:
    """Go through each row once, with the best so far in order."""
    threads = threads_for(len(values))
    bests = np.full((len(row_ptr) - 1, n), -1)
    rows = even_shares(row_ptr, threads)
    share_out(threads, _row_bests, rows, values, row_ptr, whom, place, bests)
    return bests


@numba.njit(cache=True, nogil=True)
def _row_bests(thread, rows, values, row_ptr, whom, place, bests):
    for row in range(rows[thread], rows[thread + 1]):
        held = np.empty(min(bests.shape[1], row_ptr[row + 1] - row_ptr[row]))
        count = 0
        for k in range(row_ptr[row], row_ptr[row + 1]):
            if not np.isnan(values[k]):
                count = _insert(values[k], whom[k], place, held, bests[row], count)


@numba.njit(cache=True, nogil=True)
def _insert(value, person, place, held, best, count):
    """Put somebody among the best so far, if she belongs there; how many there are then.

    The best so far stand in order, in ``held`` by value and in ``best`` by person. For three at
    most, with 9, 7 and 4 held and an 8 to come:

        9 7 4    the 8 goes to place 1, the last to its right falls out
        9 . 7    those from there on move by one
        9 8 7
    """
    at = count
    while at > 0 and (
        value > held[at - 1] or (value == held[at - 1] and place[person] < place[best[at - 1]])
    ):
        at -= 1
    if at == len(held):
        return count
    last = min(count, len(held) - 1)
    for other in range(last, at, -1):
        held[other], best[other] = held[other - 1], best[other - 1]
    held[at], best[at] = value, person
    return last + 1


def row_ranks(values: FloatArray, row_ptr: IntArray) -> FloatArray:
    """Rank each row alone."""
    threads = threads_for(len(values))
    share = np.full(len(values), np.nan)
    share_out(threads, _row_ranks, even_shares(row_ptr, threads), values, row_ptr, share)
    return share


@numba.njit(cache=True, nogil=True)
def _row_ranks(thread, rows, values, row_ptr, share):
    for row in range(rows[thread], rows[thread + 1]):
        _rank(values[row_ptr[row] : row_ptr[row + 1]], share[row_ptr[row] : row_ptr[row + 1]])


@numba.njit(cache=True, nogil=True)
def _rank(values, share):
    """Sort what is known of a row, and give each run of equal values its mean place."""
    known = np.flatnonzero(~np.isnan(values))
    order = known[np.argsort(values[known])]
    size = len(order)
    missing = len(values) - size
    start = 0
    while start < size:
        end = start + 1
        while end < size and values[order[end]] == values[order[start]]:
            end += 1
        for place in range(start, end):
            share[order[place]] = ((start + end + 1) / 2 + missing) / len(values)
        start = end
