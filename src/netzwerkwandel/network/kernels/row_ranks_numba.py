"""The rank of each value among those of its row: in numba, the rows shared out among all cores."""

# mypy: disable-error-code="no-untyped-call, untyped-decorator, no-untyped-def"
# ruff: noqa: ANN001, ANN201, ANN202
from __future__ import annotations

import numba
import numpy as np


@numba.njit(parallel=True, cache=True)
def row_ranks(values, row_ptr):
    """Rank each row alone."""
    share = np.full(len(values), np.nan)
    for row in numba.prange(len(row_ptr) - 1):
        _rank(values[row_ptr[row] : row_ptr[row + 1]], share[row_ptr[row] : row_ptr[row + 1]])
    return share


@numba.njit(cache=True)
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
