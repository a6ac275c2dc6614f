"""How far inside some fields of work people stand, by whom they know there."""

from __future__ import annotations

import numpy as np

from netzwerkwandel.network.arrays import BoolArray, FloatArray, place_in_run, run_starts
from netzwerkwandel.network.csr import Csr
from netzwerkwandel.network.kernels.table import core_numbers


def field_levels(csr: Csr, member: BoolArray) -> FloatArray:
    """How far inside some fields does each person stand?

    Parameters
    ----------
    csr : Csr
        Who is tied to whom.
    member : BoolArray, shape (n_contacts,)
        Who works in the fields; empty where nothing is known of anybody.

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
    if not member.any():
        return np.zeros(csr.n_contacts)
    # The members among themselves, numbered anew: of [no yes no yes] the second is 0, the fourth 1.
    place = np.cumsum(member) - 1
    within = member[csr.sources] & member[csr.indices]
    source, target = place[csr.sources[within]], place[csr.indices[within]]
    indptr = np.searchsorted(source, np.arange(int(member.sum()) + 1))
    numbers = np.zeros(csr.n_contacts, dtype=np.int64)
    numbers[member] = core_numbers(indptr, target)
    most = numbers.max()
    # Everybody's contacts among the members, the best first: core numbers [5 3 3 1] at the places
    # [1 2 3 4] are at least their place three times, and not the fourth time. So k is 3.
    ties = np.flatnonzero(member[csr.indices])
    source, number = csr.sources[ties], numbers[csr.indices[ties]]
    order = np.lexsort((-number, source))
    source, number = source[order], number[order]
    place = place_in_run(run_starts(source), len(source)) + 1
    known = np.bincount(source[number >= place], minlength=csr.n_contacts)
    numbers[~member] = known[~member]
    levels: FloatArray = np.minimum(numbers / max(most, 1), 1.0)
    return levels
