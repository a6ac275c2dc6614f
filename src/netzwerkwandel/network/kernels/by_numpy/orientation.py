"""Every tie once, from lower to higher rank, by sorting."""

from __future__ import annotations

import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray, SmallIntArray, starts_of
from netzwerkwandel.network.kernels.oriented import DownSlots


def up_rows(
    indptr: IntArray, indices: IntArray, weights: FloatArray | None, rank: SmallIntArray
) -> tuple[IntArray, SmallIntArray, FloatArray | None, DownSlots | None]:
    """Lay out each rank's ties to higher ranks, in order.

    Parameters
    ----------
    indptr, indices, weights : arrays
        The symmetric network; no weights where all are alike.
    rank : SmallIntArray, shape (n_contacts,)
        The rank of each person.

    Returns
    -------
    tuple of three arrays, and what ``down_slots`` gives or None
        Where each rank's row begins, the higher end of each tie, and its weight, where there are
        any. Some engines work out the ``down_slots`` on the way.
    """
    # Who ranks low comes first. A tie between ranks l < h is coded l * n + h, so that sorted codes
    # are rows of l in the order of h, and row l begins where l * n would stand: with n = 4,
    #
    #     ties     0-1  0-3  2-3       codes   1  3  11
    #     up        1    3    3        rows begin before 0, 4, 8, 12: at 0, 2, 2, 3
    n = len(rank)
    low, high = np.repeat(rank, np.diff(indptr)), rank[indices]
    upward = np.flatnonzero(low < high)
    code = low[upward].astype(np.int64) * n + high[upward]
    by_row = np.argsort(code, kind="stable")
    code, ties = code[by_row], upward[by_row]
    up_ptr = np.searchsorted(code, np.arange(n + 1, dtype=np.int64) * n)
    return up_ptr, high[ties], None if weights is None else weights[ties], None


def down_slots(up_ptr: IntArray, up: SmallIntArray) -> DownSlots:
    """List for each rank its ties to lower ranks, in order.

    Parameters
    ----------
    up_ptr, up : arrays
        The network, oriented.

    Returns
    -------
    tuple of two arrays
        Where each rank's row begins, and of each tie the slot and the lower end.
    """
    n = len(up_ptr) - 1
    counts = np.bincount(up, minlength=n)
    slots = np.argsort(up, kind="stable").astype(up.dtype)
    low = np.repeat(np.arange(n, dtype=up.dtype), np.diff(up_ptr))
    return starts_of(counts), np.stack([slots, low[slots]], axis=1)


def find_slots(
    indptr: IntArray, indices: IntArray, rank: SmallIntArray, up_ptr: IntArray, up: SmallIntArray
) -> tuple[SmallIntArray, SmallIntArray]:
    """Find the slot of every directed tie, and the side that it is seen from.

    Parameters
    ----------
    indptr, indices : IntArray
        The symmetric network.
    rank : SmallIntArray, shape (n_contacts,)
        The rank of each person.
    up_ptr, up : arrays
        The same network, oriented.

    Returns
    -------
    two SmallIntArray, shape (n_ties,)
        The slots, and 0 where the source is the lower end or 1 where it is the higher.
    """
    n = len(rank)
    source, target = np.repeat(rank, np.diff(indptr)), rank[indices]
    low, high = np.minimum(source, target), np.maximum(source, target)
    codes = np.repeat(np.arange(n), np.diff(up_ptr)) * n + up
    slots = np.searchsorted(codes, low.astype(np.int64) * n + high)
    return slots.astype(rank.dtype), (source > target).astype(np.int8)
