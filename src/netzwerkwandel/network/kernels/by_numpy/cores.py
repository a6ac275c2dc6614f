"""The peeling behind k-cores, of a network and of everybody's circle of contacts."""

from __future__ import annotations

import numpy as np

from netzwerkwandel.network.arrays import IntArray, SmallIntArray, row_positions
from netzwerkwandel.network.kernels.by_numpy.common_contacts import look_up
from netzwerkwandel.network.kernels.engines import chunk_size
from netzwerkwandel.network.kernels.oriented import Oriented


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
    # Level by level and in waves, all are taken off who are left with no more ties than the level.
    # A path a - b - c with a triangle c d e at its end has level 1, of which the first wave is a,
    # then b, whom a's going leaves with one tie, and level 2 with one wave, c d e.
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
            met = indices[row_positions(indptr, wave)[0]]
            met = met[there[met]]
            np.subtract.at(left, met, 1)
            wave = np.unique(met[left[met] <= level])
        rest = rest[there[rest]]
    return core


def circle_cores(
    indptr: IntArray,
    indices: IntArray,
    rank: SmallIntArray,  # noqa: ARG001 (only compiled code goes by rank)
    o: Oriented,  # noqa: ARG001
) -> IntArray:
    """For every directed tie (i, j), j's core number among i's contacts.

    Parameters
    ----------
    indptr, indices : IntArray, shapes (n_contacts + 1,) and (n_ties,)
        The network.
    rank : SmallIntArray, shape (n_contacts,)
        The rank of each person.
    o : Oriented
        The same network, oriented.

    Returns
    -------
    IntArray, shape (n_ties,)
        At least 0.
    """
    # The circles of some people, side by side, are one network whose members are directed ties:
    # (i, j) and (i, q) are tied there if j and q are. Who follow each other have ties that follow
    # each other, so a tie less the first of them is a member's place.
    degree = np.diff(indptr)
    source = np.repeat(np.arange(len(degree)), degree)
    candidates = np.cumsum(np.minimum(degree[source], degree[indices]))
    core = np.zeros(len(indices), dtype=np.int64)
    per_person = np.r_[0, candidates][indptr]
    portion = per_person[1:] // chunk_size()
    borders = np.r_[0, np.flatnonzero(np.diff(portion)) + 1, len(degree)]
    for first, stop in zip(borders[:-1].tolist(), borders[1:].tolist(), strict=True):
        begin, end = int(indptr[first]), int(indptr[stop])
        if begin == end:
            continue
        members = slice(begin, end)
        reached = candidates[members] - per_person[first]
        row, iq, _ = look_up(indptr, indices, source[members], indices[members], reached)
        starts = np.r_[0, np.cumsum(np.bincount(row, minlength=end - begin))]
        core[members] = core_numbers(starts, iq - begin)
    return core
