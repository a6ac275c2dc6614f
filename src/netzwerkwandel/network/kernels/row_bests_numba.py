"""The best few of each row: in numba, the rows shared out among all cores."""

# mypy: disable-error-code="no-untyped-call, untyped-decorator, no-untyped-def"
# ruff: noqa: ANN001, ANN201, ANN202
from __future__ import annotations

import numba
import numpy as np


@numba.njit(parallel=True, cache=True)
def row_bests(values, row_ptr, whom, place, n):
    """Go through each row once, with the best so far in order."""
    rows = len(row_ptr) - 1
    bests = np.full((rows, n), -1)
    for row in numba.prange(rows):
        held = np.empty(min(n, row_ptr[row + 1] - row_ptr[row]))
        count = 0
        for k in range(row_ptr[row], row_ptr[row + 1]):
            if not np.isnan(values[k]):
                count = _insert(values[k], whom[k], place, held, bests[row], count)
    return bests


@numba.njit(cache=True)
def _insert(value, person, place, held, best, count):
    """Put somebody among the best so far, if she belongs there; how many there are then."""
    at = count
    while at > 0 and (
        value > held[at - 1] or (value == held[at - 1] and place[person] < place[best[at - 1]])
    ):
        at -= 1
    if at == len(held):
        return count
    last = min(count, len(held) - 1)
    for other in range(last, at, -1):
        held[other], best[other] = held[other - 1], best[other - 1]
    held[at], best[at] = value, person
    return last + 1
