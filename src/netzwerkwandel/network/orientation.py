from __future__ import annotations

from functools import cached_property

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.network.arrays import FloatArray, IntArray, SmallIntArray
from netzwerkwandel.network.kernels.backend import threads_for, uses_numba


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Orientation:
    """Every tie once, from the person of lower rank to the one of higher.

    People are ranked by degree, and by index where degrees are equal. Each closed triad q < i < j
    then stands once, in q's row; and a hub's row is short, since few have more ties than it has.
    All indices here are ranks, and a *slot* is the place of an undirected tie.

    Parameters
    ----------
    order : IntArray, shape (n_contacts,)
        The person of each rank.
    rank : IntArray, shape (n_contacts,)
        The rank of each person.
    up_ptr : IntArray, shape (n_contacts + 1,)
        Where each row begins.
    up : IntArray, shape (n_slots,)
        The higher end of each tie, in order within a row.
    weights : FloatArray, shape (n_slots,)
        The weight of each tie.
    """

    order: SmallIntArray
    rank: SmallIntArray
    up_ptr: IntArray
    up: SmallIntArray
    weights: FloatArray

    @cached_property
    def low(self) -> SmallIntArray:
        """The lower end of each tie, shape (n_slots,)."""
        ranks = np.arange(len(self.order), dtype=self.up.dtype)
        return np.repeat(ranks, np.diff(self.up_ptr))

    @cached_property
    def down(self) -> tuple[IntArray, SmallIntArray, SmallIntArray]:
        """Where each rank's ties to lower ranks begin, their slots, and the lower ranks, in order.

        Shapes (n_contacts + 1,), (n_slots,) and (n_slots,).
        """
        if uses_numba():
            from netzwerkwandel.network.kernels.orientation_numba import down_slots

            with threads_for(len(self.up)) as threads:
                return down_slots(self.up_ptr, self.up, threads)
        counts = np.bincount(self.up, minlength=len(self.order))
        slots = np.argsort(self.up, kind="stable").astype(self.up.dtype)
        return np.r_[0, np.cumsum(counts)], slots, self.low[slots]

    def slots_of(self, indptr: IntArray, indices: IntArray) -> tuple[IntArray, IntArray]:
        """The slot of every directed tie, and the side it is seen from: 0 from the lower end.

        Shapes (n_ties,).
        """
        if uses_numba():
            from netzwerkwandel.network.kernels.orientation_numba import find_slots

            with threads_for(len(self.up)):
                found: tuple[IntArray, IntArray] = find_slots(
                    indptr, indices, self.rank, self.up_ptr, self.up
                )
            return found
        n = len(self.order)
        source, target = np.repeat(self.rank, np.diff(indptr)), self.rank[indices]
        low, high = np.minimum(source, target), np.maximum(source, target)
        codes = self.low.astype(np.int64) * n + self.up
        slots = np.searchsorted(codes, low.astype(np.int64) * n + high)
        return slots, (source > target).astype(np.int64)


def orient(indptr: IntArray, indices: IntArray, weights: FloatArray) -> Orientation:
    """Orient the ties of a network from lower to higher degree.

    Parameters
    ----------
    indptr, indices, weights : arrays
        The symmetric network.

    Returns
    -------
    Orientation
        The same arrays whichever kernel runs.
    """
    n, small = len(indptr) - 1, _smallest_type(len(indices))
    order = np.argsort(np.diff(indptr), kind="stable").astype(small)
    rank = np.empty(n, dtype=small)
    rank[order] = np.arange(n, dtype=small)
    if uses_numba():
        from netzwerkwandel.network.kernels.orientation_numba import up_rows

        with threads_for(len(indices) // 2):
            up_ptr, up, slot_weights = up_rows(indptr, indices, weights, rank)
    else:
        up_ptr, up, slot_weights = _up_rows(indptr, indices, weights, rank)
    return Orientation(order=order, rank=rank, up_ptr=up_ptr, up=up, weights=slot_weights)


def _up_rows(
    indptr: IntArray, indices: IntArray, weights: FloatArray, rank: SmallIntArray
) -> tuple[IntArray, SmallIntArray, FloatArray]:
    n = len(rank)
    low, high = np.repeat(rank, np.diff(indptr)), rank[indices]
    upward = np.flatnonzero(low < high)
    code = low[upward].astype(np.int64) * n + high[upward]
    by_row = np.argsort(code, kind="stable")
    code, ties = code[by_row], upward[by_row]
    up_ptr = np.searchsorted(code, np.arange(n + 1, dtype=np.int64) * n)
    return up_ptr, high[ties], weights[ties]


def _smallest_type(n_ties: int) -> npt.DTypeLike:
    return np.int32 if n_ties < np.iinfo(np.int32).max else np.int64
