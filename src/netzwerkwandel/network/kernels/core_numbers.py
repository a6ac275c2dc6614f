"""How deep each person sits in the network: the peeling behind k-cores."""

from __future__ import annotations

import numpy as np

from netzwerkwandel.network.arrays import IntArray
from netzwerkwandel.network.kernels.backend import uses_numba


def core_numbers(indptr: IntArray, indices: IntArray) -> IntArray:
    """For each person, the largest k such that she is in a group where all know k of the others.

    Parameters
    ----------
    indptr, indices : IntArray, shapes (n_contacts + 1,) and (n_ties,)
        A symmetric network without loops.

    Returns
    -------
    IntArray, shape (n_contacts,)
        At least 0.
    """
    if not uses_numba():
        return _peel(indptr, indices)
    from netzwerkwandel.network.kernels import core_numbers_numba

    core: IntArray = core_numbers_numba.peel(indptr, indices)
    return core


def _peel(indptr: IntArray, indices: IntArray) -> IntArray:
    """Take off, level by level and in waves, all who are left with no more ties than the level."""
    left = np.diff(indptr)
    core = np.zeros(len(left), dtype=np.int64)
    there = np.ones(len(left), dtype=bool)
    rest = np.arange(len(left))
    while len(rest):
        level = left[rest].min()
        wave = rest[left[rest] <= level]
        while len(wave):
            core[wave] = level
            there[wave] = False
            met = _neighbours(indptr, indices, wave)
            met = met[there[met]]
            np.subtract.at(left, met, 1)
            wave = np.unique(met[left[met] <= level])
        rest = rest[there[rest]]
    return core


def _neighbours(indptr: IntArray, indices: IntArray, of: IntArray) -> IntArray:
    counts = indptr[of + 1] - indptr[of]
    first = np.repeat(indptr[of] - np.cumsum(counts) + counts, counts)
    return indices[first + np.arange(len(first))]
