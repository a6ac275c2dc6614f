"""Groups of contacts: each moves to where it gains most, one after the other."""

from __future__ import annotations

import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.kernels.by_numba.loops import compiled
from netzwerkwandel.network.kernels.by_numpy.moves import move


compiled_move = compiled(move)


def local_moves(
    indptr: IntArray,
    indices: IntArray,
    weights: FloatArray,
    masses: FloatArray,
    groups: IntArray,
    resolution: float,
) -> IntArray:
    """Move in arrays, just as in lists."""
    n, after = len(groups), groups.copy()
    sums = np.bincount(groups, masses, minlength=n)
    people, links, met = np.arange(n), np.zeros(n), np.zeros(n, dtype=np.int64)
    compiled_move(people, indptr, indices, weights, masses, after, sums, links, met, resolution)
    return after
