"""The rank of each value among those of its row."""

from __future__ import annotations

import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.kernels.backend import threads_for, uses_numba


def row_ranks(values: FloatArray, row_ptr: IntArray) -> FloatArray:
    """Rank the values of each row from below, as a share of how many there are in it.

    Whatever is nan has no rank, and counts as below all that is not.

    Parameters
    ----------
    values : FloatArray, shape (n_values,)
        Row after row.
    row_ptr : IntArray, shape (n_rows + 1,)
        Where each row begins, and the last ends.

    Returns
    -------
    FloatArray, shape (n_values,)
        From above 0 to 1, equal values sharing their mean rank; nan where the value is.
    """
    if not uses_numba():
        return _by_sorting_all(values, row_ptr)
    from netzwerkwandel.network.kernels import row_ranks_numba

    with threads_for(len(values)):
        share: FloatArray = row_ranks_numba.row_ranks(values, row_ptr)
    return share


def _by_sorting_all(values: FloatArray, row_ptr: IntArray) -> FloatArray:
    share = np.full(len(values), np.nan)
    known = np.flatnonzero(~np.isnan(values))
    if not len(known):
        return share
    sizes = np.diff(row_ptr)
    row = np.repeat(np.arange(len(row_ptr) - 1), sizes)[known]
    missing = sizes - np.bincount(row, minlength=len(sizes))
    order = np.lexsort((values[known], row))
    value = values[known][order]
    new = np.r_[True, (value[1:] != value[:-1]) | (row[1:] != row[:-1])]
    start = np.flatnonzero(new)
    end = np.r_[start[1:], len(row)]
    begin = np.searchsorted(row, row[start])
    of = row[start]
    mean = ((start + end + 1) / 2 - begin + missing[of]) / sizes[of]
    share[known[order]] = np.repeat(mean, end - start)
    return share
