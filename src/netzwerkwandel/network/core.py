"""Core and periphery as array algorithms: of a whole network, or of the people around one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from netzwerkwandel.model import Key
from netzwerkwandel.network.alters import Alters
from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray
from netzwerkwandel.network.kernels.core_numbers import core_numbers


def bipartition(sums: FloatArray, total: float, keys: Sequence[Key]) -> tuple[BoolArray, float]:
    """Divide people into a core where all know each other and a periphery where nobody does.

    Parameters
    ----------
    sums : FloatArray, shape (n_contacts,)
        The summed weight of each person's ties, each weight from 0 to 1.
    total : float
        The summed weight of all ties, each counted once.
    keys : sequence of str
        The people's keys, which decide among equals.

    Returns
    -------
    tuple of BoolArray, shape (n_contacts,), and float
        Who belongs to the core, and what is missing of the ideal: with each person that goes over
        to the core it changes by ``size - sums``, so it falls as long as people have more than
        the core has members. Of two best sizes the one that parts no equals is taken, else the
        smaller.
    """
    falling = np.sort(sums)[::-1]
    places = np.arange(len(sums))
    size = int(np.count_nonzero(falling > places))
    if 0 < size < len(sums) and falling[size - 1] == falling[size] == size:
        size += size + 1 == len(sums) or falling[size + 1] < falling[size]
    core = np.zeros(len(sums), dtype=bool)
    if size:
        core = sums > falling[size - 1]
        equals = np.flatnonzero(sums == falling[size - 1])
        by_key = sorted(equals.tolist(), key=lambda person: keys[person])
        core[by_key[: size - int(core.sum())]] = True
    return core, size * (size - 1) / 2 + total - float(falling[:size].sum())


def depths(circle: Alters, strength: FloatArray, redundancy: FloatArray) -> FloatArray:
    """How deep in a person's core does each contact sit?

    Parameters
    ----------
    circle : Alters
        The contacts.
    strength, redundancy : FloatArray, shape (n_alters,)
        Of the person's ties to them.

    Returns
    -------
    FloatArray, shape (n_alters,)
        From 0 to 1: the geometric mean of the rank of the strength over the number of contacts,
        of the redundancy, and of the core number among her contacts over the largest of these.
    """
    numbers = core_numbers(circle.indptr, circle.indices)
    largest = np.zeros(circle.n_owners, dtype=np.int64)
    np.maximum.at(largest, circle.owner, numbers)
    embedded = numbers / np.maximum(largest, 1)[circle.owner]
    return np.cbrt(ranks(strength, circle.owner) * redundancy * embedded)


def ranks(values: FloatArray, owner: IntArray) -> FloatArray:
    """Each value's place among its owner's from below, equals sharing theirs; over their number."""
    level = np.unique(values, return_inverse=True)[1]
    code = owner * len(values) + level
    _, group, equal = np.unique(code, return_inverse=True, return_counts=True)
    place = (np.cumsum(equal) - (equal - 1) / 2)[group] - np.searchsorted(owner, owner)
    share: FloatArray = place / np.bincount(owner)[owner]
    return share
