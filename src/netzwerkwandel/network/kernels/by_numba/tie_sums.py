"""Every person's sums over her ties."""

# ruff: noqa: ANN001, ANN202
from __future__ import annotations

import numba
import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.kernels.by_numba.threads import even_shares, share_out, threads_for
from netzwerkwandel.network.kernels.formulas import TieSums, tie_terms
from netzwerkwandel.network.kernels.oriented import Oriented


FORMULAS = "53158514ab05a730"
"""The formulas that this is compiled with: numba's cache sees a change of this file only."""

N_SUMS = len(TieSums._fields)

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
    higher end: her terms come in the order of the others' ranks.
    """
    threads = threads_for(len(o.up))
    sums = np.zeros((len(o.up_ptr) - 1, N_SUMS))
    people = even_shares(_ties_before(o.up_ptr, o.up), threads)
    ties = o.up_ptr, o.up, o.weights
    share_out(threads, _node_sums, people, *ties, through, shared, strength, largest, each, sums)
    return TieSums(*sums.T)


@numba.njit(cache=True, nogil=True)
def _node_sums(thread, people, up_ptr, up, weights, through, shared, strength, largest, each, sums):
    last = through.shape[1] - 1
    first, stop = people[thread], people[thread + 1]
    for i in range(stop):
        begin, end = up_ptr[i], up_ptr[i + 1]
        if begin == end or up[end - 1] < first:
            continue
        for s in range(begin, end):
            j = up[s]
            if first <= j < stop:
                most = largest[s, 1] if each else largest[i, 0]
                _add_terms(sums, j, weights[s], through[s, last], shared[s], strength[j], most)
        if i < first:
            continue
        for s in range(begin, end):
            most = largest[s, 0] if each else largest[up[s], 0]
            _add_terms(sums, i, weights[s], through[s, 0], shared[s], strength[i], most)


@numba.njit(cache=True, nogil=True)
def _ties_before(up_ptr, up):
    """How many ties all people of lower rank have together."""
    n = len(up_ptr) - 1
    ties = np.zeros(n + 1, dtype=np.int64)
    for high in up:
        ties[high + 1] += 1
    for i in range(n):
        ties[i + 1] += ties[i] + up_ptr[i + 1] - up_ptr[i]
    return ties


def row_sums(
    starts: IntArray,
    weight: FloatArray,
    through: FloatArray,
    shared: FloatArray,
    strength: FloatArray,
    largest: FloatArray,
) -> TieSums:
    """Sum up row after row."""
    return TieSums(*_row_sums(starts, weight, through, shared, strength, largest).T)


@numba.njit(cache=True, nogil=True)
def _row_sums(starts, weight, through, shared, strength, largest):
    sums = np.zeros((len(starts) - 1, N_SUMS))
    for i in range(len(starts) - 1):
        for k in range(starts[i], starts[i + 1]):
            _add_terms(sums, i, weight[k], through[k], shared[k], strength[i], largest[k])
    return sums


@numba.njit(inline="always")
def _add_terms(sums, i, weight, through, shared, strength, largest):
    terms = _terms(weight, through, shared, strength, largest)
    for column in range(N_SUMS):
        sums[i, column] += terms[column]
