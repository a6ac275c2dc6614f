"""Every person's sums over her ties."""

from __future__ import annotations

import numpy as np

from netzwerkwandel.network.arrays import FloatArray
from netzwerkwandel.network.kernels.engines import chunk_size
from netzwerkwandel.network.kernels.formulas import (
    TieSums,
    dyadic_constraint,
    logarithm,
    tie_terms,
)
from netzwerkwandel.network.kernels.oriented import Oriented


def node_sums(
    o: Oriented,
    through: FloatArray,
    shared: FloatArray,
    strength: FloatArray,
    largest: FloatArray,
    *,
    each: bool,
) -> TieSums:
    """For every person, the sums of ``tie_terms`` over her ties, in the order of the others' ranks.

    Parameters
    ----------
    o : Oriented
        The network.
    through : FloatArray, shape (n_slots, 1) or (n_slots, 2)
        As ``tie_terms`` wants it, one for both directions or one for each.
    shared : FloatArray, shape (n_slots,)
        The same.
    strength : FloatArray, shape (n_contacts,)
        By rank.
    largest : FloatArray, shape (n_slots, 2) or (n_contacts, 1)
        The other's largest weight for each tie, or each person's.
    each : bool
        Whether it is for each tie.

    Returns
    -------
    TieSums
        By rank.
    """
    sums = np.zeros((len(TieSums._fields), len(o.up_ptr) - 1))
    last, chunk = through.shape[1] - 1, chunk_size()
    # Each slot counts twice: for its higher end, and for its lower. Slots come by their lower end,
    # so the first pass adds to each person what she has with those below her, in their order, and
    # the second what she has with those above.
    for end, other, side in ((o.up, o.low, 1), (o.low, o.up, 0)):
        for begin in range(0, len(o.up), chunk):
            part = slice(begin, begin + chunk)
            most = largest[part, side] if each else largest[other[part], 0]
            tie = o.weights[part], through[part, side * last]
            own = strength[end[part]]
            logs = logarithm(dyadic_constraint(*tie, own))
            terms = tie_terms(*tie, shared[part], own, most, logs)
            for row, term in zip(sums, terms, strict=True):
                np.add.at(row, end[part], term)
    return TieSums(*sums)
