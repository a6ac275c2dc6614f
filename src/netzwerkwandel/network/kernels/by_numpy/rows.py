"""Ranks, bests and sums of each row, for all rows at once."""

from __future__ import annotations

import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray, place_in_run, run_starts
from netzwerkwandel.network.kernels.formulas import tie_terms


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
    bests = np.full((len(row_ptr) - 1, n), -1)
    known = np.flatnonzero(~np.isnan(values))
    row = np.repeat(np.arange(len(row_ptr) - 1), np.diff(row_ptr))[known]
    people = whom[known]
    # All are sorted by row, then from the highest value down, then by place. What somebody's place
    # in her row is then, says how many are before her: two rows of 3 and 2 values are
    #
    #     row      0 0 0 1 1
    #     before   0 1 2 0 1     and with n = 2 the third falls out
    order = np.lexsort((place[people], -values[known], row))
    before = place_in_run(run_starts(row), len(row))
    few = before < n
    bests[row[few], before[few]] = people[order][few]
    return bests


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
    share = np.full(len(values), np.nan)
    known = np.flatnonzero(~np.isnan(values))
    if not len(known):
        return share
    # All are sorted by row and value, and ``start`` to ``end`` are runs of equals within a row. Of
    # the values 7, 5, 5 of a row that begins at place 10 (and has no nan):
    #
    #     place in order   10 11 12
    #     value             5  5  7
    #     start to end     10 to 12, 12 to 13
    #     mean rank        (10 + 12 + 1) / 2 - 10 = 1.5,  (12 + 13 + 1) / 2 - 10 = 3
    #
    # and over the size of the row, 0.5 and 1. Each nan of the row is below, and moves ranks up.
    sizes = np.diff(row_ptr)
    row = np.repeat(np.arange(len(row_ptr) - 1), sizes)[known]
    missing = sizes - np.bincount(row, minlength=len(sizes))
    order = np.lexsort((values[known], row))
    value = values[known][order]
    is_new = np.ones(len(row), dtype=np.bool_)
    is_new[1:] = (value[1:] != value[:-1]) | (row[1:] != row[:-1])
    start = np.flatnonzero(is_new)
    end = np.append(start[1:], len(row))
    begin = np.searchsorted(row, row[start])
    of = row[start]
    mean = ((start + end + 1) / 2 - begin + missing[of]) / sizes[of]
    share[known[order]] = np.repeat(mean, end - start)
    return share


def row_medians(values: FloatArray, row_ptr: IntArray) -> FloatArray:
    """Find the median of each row, of which none is empty and none holds a nan.

    Parameters
    ----------
    values : FloatArray, shape (n_values,)
        Row after row.
    row_ptr : IntArray, shape (n_rows + 1,)
        Where each row begins, and the last ends.

    Returns
    -------
    FloatArray, shape (n_rows,)
        The middle value; of an even number the mean of the two in the middle.
    """
    sizes = np.diff(row_ptr)
    row = np.repeat(np.arange(len(sizes)), sizes)
    ordered = values[np.lexsort((values, row))]
    lower, upper = (ordered[row_ptr[:-1] + half] for half in ((sizes - 1) // 2, sizes // 2))
    medians: FloatArray = (lower + upper) / 2
    return medians


def row_sums(
    starts: IntArray,
    weight: FloatArray,
    through: FloatArray,
    shared: FloatArray,
    strength: FloatArray,
    largest: FloatArray,
    log_constraint: FloatArray,
) -> FloatArray:
    """For people asked one by one, the sums of ``tie_terms`` over their ties, laid out in runs.

    Parameters
    ----------
    starts : IntArray, shape (n_people + 1,)
        Where each person's run begins, and the last ends.
    weight, through, shared, largest, log_constraint : FloatArray, shape (n_rows,)
        As ``tie_terms`` wants them.
    strength : FloatArray, shape (n_people,)
        Each person's.

    Returns
    -------
    FloatArray, shape (n_people, n_sums)
        A row of ``TieSums`` for each person.
    """
    n = len(starts) - 1
    run = np.repeat(np.arange(n), np.diff(starts))
    terms = tie_terms(weight, through, shared, strength[run], largest, log_constraint)
    sums = np.zeros((n, len(terms)))
    for column, term in enumerate(terms):
        sums[:, column] = np.bincount(run, term, minlength=n)
    return sums
