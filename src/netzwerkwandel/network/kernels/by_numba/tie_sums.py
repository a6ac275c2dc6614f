"""Every person's sums over her ties."""

# ruff: noqa: ANN001, ANN201, ANN202
from __future__ import annotations

from itertools import pairwise

import numba
import numpy as np
from numba.extending import register_jitable

from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.kernels.by_numba.loops import (
    AHEAD,
    compiled,
    fetch,
    in_cache_lines,
    inline,
)
from netzwerkwandel.network.kernels.by_numba.threads import even_shares, team, threads_for
from netzwerkwandel.network.kernels.engines import chunk_size
from netzwerkwandel.network.kernels.formulas import (
    TieSums,
    dyadic_constraint,
    dyadic_redundancy,
    logarithm,
    tie_terms,
)
from netzwerkwandel.network.kernels.oriented import Oriented, OrientedArrays


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
    # All that is read and written of a person lies in one line of the processor's cache: her six
    # sums, her strength and her largest weight. They are met in no order.
    people_of = in_cache_lines((len(o.up_ptr) - 1, 8), np.float64)
    people_of[:, N_SUMS] = strength
    people_of[:, N_SUMS + 1] = 0.0 if each else largest[:, 0]
    arrays = o.arrays
    # Up to each rank: ties to higher ranks, and ties to lower ones.
    people = even_shares(arrays.up_ptr + arrays.down_ptr, threads)
    # The logarithms of an eighth of a chunk stay in the processor's cache until they are added.
    chunk = max(1, chunk_size() // 8)
    ends = np.arange(chunk, len(o.up) + chunk, chunk)
    borders = np.r_[0, np.searchsorted(o.up_ptr, ends, side="right") - 1]
    borders[-1] = len(o.up_ptr) - 1
    longest = int(np.max(np.diff(o.up_ptr[borders]), initial=0))
    logs = np.empty((longest, 2))
    with team(threads) as together:
        for first, stop in pairwise(borders.tolist()):
            rows = first + even_shares(o.up_ptr[first : stop + 1] - o.up_ptr[first], threads)
            together(_fill_logarithms, rows, arrays, through, strength, logs)
            ties = arrays, through, shared, largest
            together(_add_rows, first, stop, people, *ties, each, logs, people_of)
    return TieSums(*people_of[:, :N_SUMS].T)


def _fill_logarithms(
    thread: int,
    rows: IntArray,
    o: OrientedArrays,
    through: FloatArray,
    strength: FloatArray,
    logs: FloatArray,
) -> None:
    """Fill in the logarithms of a thread's rows, seen from the lower and from the higher end."""
    begin, end = o.up_ptr[rows[thread : thread + 2]] - o.up_ptr[rows[0]]
    _fill_constraints(rows[thread], rows[thread + 1], o, through, strength, logs[begin:end])
    logs[begin:end] = logarithm(logs[begin:end])


@compiled
def _fill_constraints(first, stop, o, through, strength, constraints):
    last, begin, last_slot = through.shape[1] - 1, o.up_ptr[first], len(o.up) - 1
    for i in range(first, stop):
        for s in range(o.up_ptr[i], o.up_ptr[i + 1]):
            fetch(strength, o.up[min(s + AHEAD, last_slot)])
            w = o.weights[s]
            constraints[s - begin, 0] = _constraint(w, through[s, 0], strength[i])
            constraints[s - begin, 1] = _constraint(w, through[s, last], strength[o.up[s]])


@compiled
def _add_rows(thread, row, row_end, people, o, through, shared, largest, each, logs, sums):
    last, before, last_slot = through.shape[1] - 1, o.up_ptr[row], len(o.up) - 1
    first, stop = people[thread], people[thread + 1]
    for i in range(row, min(stop, row_end)):
        begin, end = o.up_ptr[i], o.up_ptr[i + 1]
        if begin == end or o.up[end - 1] < first:
            continue
        strength, most = sums[i, N_SUMS], sums[i, N_SUMS + 1]
        for s in range(begin, end):
            fetch(sums, o.up[min(s + AHEAD, last_slot)])
            j = o.up[s]
            if first <= j < stop:
                if each:
                    most = largest[s, 1]
                log, own = logs[s - before, 1], sums[j, N_SUMS]
                add_terms(sums, j, o.weights[s], through[s, last], shared[s], own, most, log)
        if i < first:
            continue
        for s in range(begin, end):
            most = largest[s, 0] if each else sums[o.up[s], N_SUMS + 1]
            log = logs[s - before, 0]
            add_terms(sums, i, o.weights[s], through[s, 0], shared[s], strength, most, log)


@inline
def add_terms(sums, i, weight, through, shared, strength, largest, log_constraint):
    """Add what one tie adds to the sums of person i."""
    terms = _terms(weight, through, shared, strength, largest, log_constraint)
    for column in range(N_SUMS):
        sums[i, column] += terms[column]
