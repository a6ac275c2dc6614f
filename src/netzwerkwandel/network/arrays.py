from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, wraps
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from netzwerkwandel.model.arrays import (
    BoolArray,
    FloatArray,
    IntArray,
    SmallIntArray,
    freeze,
    row_positions,
)


__all__ = [
    "GREATEST_WEIGHT",
    "LEAST_WEIGHT",
    "BoolArray",
    "FloatArray",
    "IntArray",
    "SmallIntArray",
    "column",
    "find_ties",
    "freeze",
    "reduce_rows",
    "row_positions",
    "runs",
]

LEAST_WEIGHT = 1e-140
GREATEST_WEIGHT = 1e140
"""Within these the products of two weights are numbers as exact as any."""

T = TypeVar("T")
A = TypeVar("A", bound=npt.NDArray[Any])


def column(compute: Callable[[T], A]) -> cached_property[A]:
    """Make a property that is computed on first use, kept, and read-only from then on."""

    @wraps(compute)
    def frozen(self: T) -> A:
        array = compute(self)
        freeze(array)
        return array

    return cached_property(frozen)


def runs(sorted_values: IntArray) -> IntArray:
    """Return where each run of equal values begins, shape (n_runs,)."""
    if not len(sorted_values):
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(np.r_[True, sorted_values[1:] != sorted_values[:-1]])


def reduce_rows(ufunc: np.ufunc, values: FloatArray, row_ptr: IntArray, empty: float) -> FloatArray:
    """Reduce each row of a ragged array, ``row_ptr`` saying where rows begin and the last ends."""
    reduced = np.full(len(row_ptr) - 1, empty)
    filled = np.flatnonzero(np.diff(row_ptr))
    if len(filled):
        reduced[filled] = ufunc.reduceat(values, row_ptr[filled])
    return reduced


def find_ties(indptr: IntArray, indices: IntArray, i: IntArray, q: IntArray) -> IntArray:
    """Find the directed ties (i, q) by bisection of each i's sorted row; -1 where none is."""
    # All the bisections go forward together, one halving in each step. Who has come down to an
    # empty stretch (low = high) waits for those with longer rows. A q that is beyond the row's last
    # ends at ``end``, which may be beyond the last tie of all: hence the ``minimum``.
    low, high = indptr[i], indptr[i + 1]
    end = high
    for _ in range(int((high - low).max(initial=0)).bit_length()):
        middle = (low + high) >> 1
        inside = low < high
        smaller = inside & (indices[np.minimum(middle, len(indices) - 1)] < q)
        low = np.where(smaller, middle + 1, low)
        high = np.where(inside & ~smaller, middle, high)
    there = low < end
    there &= indices[np.minimum(low, max(len(indices) - 1, 0))] == q if len(indices) else False
    return np.where(there, low, -1)
