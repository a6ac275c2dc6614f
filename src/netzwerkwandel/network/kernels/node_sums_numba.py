"""Every person's sums over her ties: in numba, on every core."""

# ruff: noqa: ANN001, ANN201, ANN202
from __future__ import annotations

import numba
import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray, SmallIntArray
from netzwerkwandel.network.kernels.formulas import tie_terms


FORMULAS = "6a2f4f854527784f"
"""The formulas that this is compiled with: numba's cache sees a change of this file only."""

_terms = numba.njit(tie_terms, inline="always")


def node_sums(
    up_ptr: IntArray,
    up: SmallIntArray,
    weights: FloatArray,
    through: FloatArray,
    shared: FloatArray,
    strength: FloatArray,
    largest: FloatArray,
    *,
    each: bool,
    threads: int,
) -> FloatArray:
    """Sum the terms of every person's ties, in the order of the others' ranks.

    ``through`` and ``largest`` have one or two columns for each slot, seen from its lower and from
    its higher end; where ``each`` is False, ``largest`` has one value for each person.

    A thread adds up for a run of people, and goes through the slots in their order. So it comes to
    a person's own row after all rows of lower rank.
    """
    sums = np.zeros((len(up_ptr) - 1, 6))
    borders = _even_borders(up_ptr, up, threads)
    _node_sums(up_ptr, up, weights, through, shared, strength, largest, each, borders, sums)
    return sums


@numba.njit(parallel=True, cache=True)
def _node_sums(up_ptr, up, weights, through, shared, strength, largest, each, borders, sums):
    last = through.shape[1] - 1
    for thread in numba.prange(len(borders) - 1):
        first, stop = borders[thread], borders[thread + 1]
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


@numba.njit(cache=True)
def _even_borders(up_ptr, up, parts):
    """Cut the people into runs with about as many ties each."""
    n = len(up_ptr) - 1
    ties = np.zeros(n + 1, dtype=np.int64)
    for high in up:
        ties[high + 1] += 1
    for i in range(n):
        ties[i + 1] += ties[i] + up_ptr[i + 1] - up_ptr[i]
    borders = np.searchsorted(ties, np.arange(parts + 1) * (ties[n] / parts))
    borders[parts] = n
    return borders


@numba.njit(cache=True)
def row_sums(starts, weight, through, shared, strength, largest):
    """Sum the terms of ties that lie in runs, one run for each person."""
    sums = np.zeros((len(starts) - 1, 6))
    for i in range(len(starts) - 1):
        for k in range(starts[i], starts[i + 1]):
            _add_terms(sums, i, weight[k], through[k], shared[k], strength[i], largest[k])
    return sums


@numba.njit(inline="always")
def _add_terms(sums, i, weight, through, shared, strength, largest):
    terms = _terms(weight, through, shared, strength, largest)
    sums[i, 0] += terms[0]
    sums[i, 1] += terms[1]
    sums[i, 2] += terms[2]
    sums[i, 3] += terms[3]
    sums[i, 4] += terms[4]
    sums[i, 5] += terms[5]
