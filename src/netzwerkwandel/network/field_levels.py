from __future__ import annotations

import numpy as np

from netzwerkwandel.model import Goal
from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray
from netzwerkwandel.network.fields import members
from netzwerkwandel.network.kernels.table import core_numbers
from netzwerkwandel.network.network import Network


def field_levels(network: Network, goal: Goal) -> FloatArray:
    """How far inside the goal's fields does each person stand?

    Parameters
    ----------
    network : Network
        Built from records; else nobody is known to be of a field.
    goal : Goal
        The fields.

    Returns
    -------
    FloatArray, shape (n_contacts,)
        From 0 to 1: the core number among the people of the fields alone, over the largest there.
        Who is not of them has the largest k for which k of her contacts there have at least k: what
        her core number would be if nobody else moved. 0 where nobody of the fields knows another.

    Notes
    -----
    One pass over the ties, and the core numbers of the people of the fields.
    """
    member = members(network.contacts, goal)
    if not member.any():
        return np.zeros(network.n_contacts)
    numbers = _core_numbers_within(network, member)
    most = numbers.max()
    numbers[~member] = _h_indices(network, member, numbers)[~member]
    levels: FloatArray = np.minimum(numbers / max(most, 1), 1.0)
    return levels


def _core_numbers_within(network: Network, member: BoolArray) -> IntArray:
    place = np.cumsum(member) - 1
    within = member[network.sources] & member[network.indices]
    source, target = place[network.sources[within]], place[network.indices[within]]
    indptr = np.searchsorted(source, np.arange(int(member.sum()) + 1))
    numbers = np.zeros(network.n_contacts, dtype=np.int64)
    numbers[member] = core_numbers(indptr, target)
    return numbers


def _h_indices(network: Network, member: BoolArray, numbers: IntArray) -> IntArray:
    """The largest k for which k of a person's contacts among the members have k or more."""
    ties = np.flatnonzero(member[network.indices])
    source, number = network.sources[ties], numbers[network.indices[ties]]
    order = np.lexsort((-number, source))
    source, number = source[order], number[order]
    place = np.arange(len(source)) - np.searchsorted(source, source) + 1
    return np.bincount(source[number >= place], minlength=network.n_contacts)
