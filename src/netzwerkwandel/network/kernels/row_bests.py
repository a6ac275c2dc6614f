"""The best few of each row."""

from __future__ import annotations

import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray, runs
from netzwerkwandel.network.kernels.backend import threads_for, uses_numba


def row_bests(
    values: FloatArray, row_ptr: IntArray, whom: IntArray, place: IntArray, n: int
) -> IntArray:
    """Pick the n highest values of each row, the highest first.

    Parameters
    ----------
    values : FloatArray, shape (n_values,)
        Row after row; nan is passed over.
    row_ptr : IntArray, shape (n_rows + 1,)
        Where each row begins, and the last ends.
    whom : IntArray, shape (n_values,)
        Whose value each is; nobody is in a row twice.
    place : IntArray, shape (n_people,)
        The place of each person among all: of equal values the lower comes first.
    n : int
        How many at most, at least 1.

    Returns
    -------
    IntArray, shape (n_rows, n)
        People, and -1 where there are fewer.
    """
    if not uses_numba():
        return _by_sorting_all(values, row_ptr, whom, place, n)
    from netzwerkwandel.network.kernels import row_bests_numba

    with threads_for(len(values)):
        bests: IntArray = row_bests_numba.row_bests(values, row_ptr, whom, place, n)
    return bests


def _by_sorting_all(
    values: FloatArray, row_ptr: IntArray, whom: IntArray, place: IntArray, n: int
) -> IntArray:
    bests = np.full((len(row_ptr) - 1, n), -1)
    known = np.flatnonzero(~np.isnan(values))
    row = np.repeat(np.arange(len(row_ptr) - 1), np.diff(row_ptr))[known]
    people = whom[known]
    order = np.lexsort((place[people], -values[known], row))
    starts = runs(row)
    before = np.arange(len(row)) - np.repeat(starts, np.diff(np.r_[starts, len(row)]))
    few = before < n
    bests[row[few], before[few]] = people[order][few]
    return bests
