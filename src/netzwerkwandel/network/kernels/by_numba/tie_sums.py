"""Every person's sums over her ties."""

# ruff: noqa: ANN001, ANN202
from __future__ import annotations

from itertools import pairwise

import numba
import numpy as np
from numba.extending import register_jitable

from netzwerkwandel.network.arrays import FloatArray, IntArray, SmallIntArray
from netzwerkwandel.network.kernels.by_numba.threads import even_shares, team, threads_for
from netzwerkwandel.network.kernels.engines import chunk_size
from netzwerkwandel.network.kernels.formulas import (
    TieSums,
    dyadic_constraint,
    dyadic_redundancy,
    logarithm,
    tie_terms,
)
from netzwerkwandel.network.kernels.oriented import Oriented


FORMULAS = "62ffb77673c12652"
"""The formulas that this is compiled with: numba's cache sees a change of this file only."""

N_SUMS = len(TieSums._fields)

_constraint = numba.njit(dyadic_constraint, inline="always")
register_jitable(dyadic_constraint)
register_jitable(dyadic_redundancy)
_terms = numba.njit(tie_terms, inline="always")


def node_sums(
    o: Oriented,
    through: FloatArray,
    shared: FloatArray,
    strength: FloatArray,
    largest: FloatArray,
    *,
    each: bool,
) -> TieSums:
    """Sum up for a run of people in each thread, going through the slots in their order.

    So a thread comes to a person's own row, of higher ends, after all rows in which she is the
    higher end: her terms come in the order of the others' ranks. For each chunk of rows, the
    threads first share out the slots and work out the logarithms, then they add up.
    """
    threads = threads_for(len(o.up))
    sums = np.zeros((len(o.up_ptr) - 1, N_SUMS))
    # Up to each rank: ties to higher ranks, and ties to lower ones.
    people = even_shares(o.up_ptr + o.down[0], threads)
    # The logarithms of an eighth of a chunk stay in the processor's cache until they are added.
    chunk = max(1, chunk_size() // 8)
    ends = np.arange(chunk, len(o.up) + chunk, chunk)
    borders = np.r_[0, np.searchsorted(o.up_ptr, ends, side="right") - 1]
    borders[-1] = len(o.up_ptr) - 1
    longest = int(np.max(np.diff(o.up_ptr[borders]), initial=0))
    ties, logs = (o.up_ptr, o.up, o.weights, through, strength), np.empty((longest, 2))
    with team(threads) as together:
        for first, stop in pairwise(borders.tolist()):
            rows = first + even_shares(o.up_ptr[first : stop + 1] - o.up_ptr[first], threads)
            together(_fill_logarithms, rows, *ties, logs)
            together(_add_rows, first, stop, people, *ties, shared, largest, each, logs, sums)
    return TieSums(*sums.T)


def _fill_logarithms(
    thread: int,
    rows: IntArray,
    up_ptr: IntArray,
    up: SmallIntArray,
    weights: FloatArray,
    through: FloatArray,
    strength: FloatArray,
    logs: FloatArray,
) -> None:
    """Fill in the logarithms of a thread's rows, seen from the lower and from the higher end."""
    begin, end = up_ptr[rows[thread : thread + 2]] - up_ptr[rows[0]]
    _fill_constraints(
        rows[thread], rows[thread + 1], up_ptr, up, weights, through, strength, logs[begin:end]
    )
    logs[begin:end] = logarithm(logs[begin:end])


@numba.njit(cache=True, nogil=True)
def _fill_constraints(first, stop, up_ptr, up, weights, through, strength, constraints):
    last, begin = through.shape[1] - 1, up_ptr[first]
    for i in range(first, stop):
        for s in range(up_ptr[i], up_ptr[i + 1]):
            w = weights[s]
            constraints[s - begin, 0] = _constraint(w, through[s, 0], strength[i])
            constraints[s - begin, 1] = _constraint(w, through[s, last], strength[up[s]])


@numba.njit(cache=True, nogil=True)
def _add_rows(
    thread,
    row,
    row_end,
    people,
    up_ptr,
    up,
    weights,
    through,
    strength,
    shared,
    largest,
    each,
    logs,
    sums,
):
    last, before = through.shape[1] - 1, up_ptr[row]
    first, stop = people[thread], people[thread + 1]
    for i in range(row, min(stop, row_end)):
        begin, end = up_ptr[i], up_ptr[i + 1]
        if begin == end or up[end - 1] < first:
            continue
        for s in range(begin, end):
            j = up[s]
            if first <= j < stop:
                most = largest[s, 1] if each else largest[i, 0]
                log = logs[s - before, 1]
                _add(sums, j, weights[s], through[s, last], shared[s], strength[j], most, log)
        if i < first:
            continue
        for s in range(begin, end):
            most = largest[s, 0] if each else largest[up[s], 0]
            log = logs[s - before, 0]
            _add(sums, i, weights[s], through[s, 0], shared[s], strength[i], most, log)


def row_sums(
    starts: IntArray,
    weight: FloatArray,
    through: FloatArray,
    shared: FloatArray,
    strength: FloatArray,
    largest: FloatArray,
) -> TieSums:
    """Sum up row after row."""
    own = np.repeat(strength, np.diff(starts))
    logs = logarithm(dyadic_constraint(weight, through, own))
    return TieSums(*_row_sums(starts, weight, through, shared, strength, largest, logs).T)


@numba.njit(cache=True, nogil=True)
def _row_sums(starts, weight, through, shared, strength, largest, logs):
    sums = np.zeros((len(starts) - 1, N_SUMS))
    for i in range(len(starts) - 1):
        for k in range(starts[i], starts[i + 1]):
            _add(sums, i, weight[k], through[k], shared[k], strength[i], largest[k], logs[k])
    return sums


@numba.njit(inline="always")
def _add(sums, i, weight, through, shared, strength, largest, log_constraint):
    terms = _terms(weight, through, shared, strength, largest, log_constraint)
    for column in range(N_SUMS):
        sums[i, column] += terms[column]
