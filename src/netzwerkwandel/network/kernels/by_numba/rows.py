"""Ranks, bests and sums of each row."""

# ruff: noqa: ANN001, ANN201
from __future__ import annotations

import numpy as np

from netzwerkwandel.network.kernels.by_numba.loops import compiled, thread_rows
from netzwerkwandel.network.kernels.by_numba.threads import threaded
from netzwerkwandel.network.kernels.by_numba.tie_sums import N_SUMS, add_terms


_SHORT = 48


@threaded(
    result=lambda values, row_ptr, whom, place, n: np.full((len(row_ptr) - 1, n), -1),  # noqa: ARG005
    size=lambda values, *_: len(values),
)
def row_bests(thread, threads, values, row_ptr, whom, place, n, bests):
    """Go through each row once, with the best so far in order."""
    # The best so far stand in order, in ``held`` by value and in ``best`` by person. For three at
    # most, with 9, 7 and 4 held and an 8 to come:
    #
    #     9 7 4    the 8 goes to place 1, the last to its right falls out
    #     9 . 7    those from there on move by one
    #     9 8 7
    held = np.empty(n)
    for row in thread_rows(thread, threads, len(row_ptr) - 1):
        count, best = 0, bests[row]
        for k in range(row_ptr[row], row_ptr[row + 1]):
            value, person, at = values[k], whom[k], count
            while at > 0 and (
                value > held[at - 1]
                or (value == held[at - 1] and place[person] < place[best[at - 1]])
            ):
                at -= 1
            if at == n or np.isnan(value):
                continue
            count = min(count + 1, n)
            for other in range(count - 1, at, -1):
                held[other], best[other] = held[other - 1], best[other - 1]
            held[at], best[at] = value, person


@threaded(
    result=lambda values, row_ptr: np.full(len(values), np.nan),  # noqa: ARG005
    size=lambda values, *_: len(values),
)
def row_ranks(thread, threads, values, row_ptr, share):
    """Sort what is known of a row, and give each run of equal values its mean place."""
    room = np.empty(_SHORT, dtype=np.int64)
    for row in thread_rows(thread, threads, len(row_ptr) - 1):
        first, stop = row_ptr[row], row_ptr[row + 1]
        if stop - first > _SHORT:
            known = first + np.flatnonzero(~np.isnan(values[first:stop]))
            order = known[np.argsort(values[known])]
        else:
            # By insertion, without an array for each of very many rows.
            count = 0
            for k in range(first, stop):
                if np.isnan(values[k]):
                    continue
                at = count
                while at > 0 and values[room[at - 1]] > values[k]:
                    room[at] = room[at - 1]
                    at -= 1
                room[at] = k
                count += 1
            order = room[:count]
        missing = stop - first - len(order)
        start = 0
        while start < len(order):
            end = start + 1
            while end < len(order) and values[order[end]] == values[order[start]]:
                end += 1
            for place in range(start, end):
                share[order[place]] = ((start + end + 1) / 2 + missing) / (stop - first)
            start = end


@threaded(
    result=lambda values, row_ptr: np.empty(len(row_ptr) - 1),  # noqa: ARG005
    size=lambda values, *_: len(values),
)
def row_medians(thread, threads, values, row_ptr, medians):
    """Sort a row, and take the middle of it."""
    for row in thread_rows(thread, threads, len(row_ptr) - 1):
        ordered = np.sort(values[row_ptr[row] : row_ptr[row + 1]])
        medians[row] = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


@compiled
def row_sums(starts, weight, through, shared, strength, largest, log_constraint):
    """Sum up row after row."""
    sums = np.zeros((len(starts) - 1, N_SUMS))
    for i in range(len(starts) - 1):
        for k in range(starts[i], starts[i + 1]):
            log = log_constraint[k]
            add_terms(sums, i, weight[k], through[k], shared[k], strength[i], largest[k], log)
    return sums
