"""The same moves as in plain Python, compiled."""

from __future__ import annotations

import numba
import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.kernels.by_numpy.local_moves import move


_move = numba.njit(cache=True, nogil=True)(move)


def local_moves(
    indptr: IntArray,
    indices: IntArray,
    weights: FloatArray,
    masses: FloatArray,
    groups: IntArray,
    resolution: float,
) -> IntArray:
    """Move in arrays."""
    n, after = len(groups), groups.copy()
    sums = np.bincount(groups, masses, minlength=n)
    links, met = np.zeros(n), np.zeros(n, dtype=np.int64)
    _move(indptr, indices, weights, masses, after, sums, links, met, resolution)
    return after
