"""What the measures of structural holes need to know of each tie, for everybody at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

import attrs
import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray, SmallIntArray
from netzwerkwandel.network.csr import CHUNK, Csr
from netzwerkwandel.network.kernels.formulas import (
    TieSums,
    dyadic_constraint,
    dyadic_redundancy,
)
from netzwerkwandel.network.kernels.table import (
    circle_sums,
    directed_sums,
    node_sums,
    symmetric_sums,
)


Model: TypeAlias = Literal["whole", "ego"]
OfTies: TypeAlias = Callable[[slice, SmallIntArray, SmallIntArray], FloatArray]
"""From a run of directed ties, with the slot and the side of each, to a value for each."""


@attrs.frozen(eq=False)
class SlotDyads:
    """The ties of everybody, by the slots of the orientation.

    Parameters
    ----------
    through : FloatArray, shape (n_slots, 1) or (n_slots, 2)
        Σ_q z(i, q) p(q, j), seen from the lower end and, in the ego model, from the higher.
    shared : FloatArray, shape (n_slots,)
        Σ_q z(i, q) z(j, q).
    triads : IntArray, shape (n_contacts,)
        How many ties there are among each person's contacts, by rank.
    largest : FloatArray, shape (n_contacts, 1) or (n_slots, 2)
        The largest weight of the other: hers over all ties, or over those within the circle.
    """

    through: FloatArray
    shared: FloatArray
    triads: IntArray
    largest: FloatArray

    @property
    def _each(self) -> bool:
        """Whether the largest weight is told of each tie, and not of each person."""
        each: bool = self.largest.shape[1] == 2
        return each

    def node_sums(self, csr: Csr) -> TieSums:
        """The sums of ``tie_terms`` over each person's ties, each of shape (n_contacts,)."""
        o = csr.orientation
        strength = csr.strength_sums[o.order]
        by_rank = node_sums(o, self.through, self.shared, strength, self.largest, each=self._each)
        return TieSums(*(column[o.rank] for column in by_rank))

    def constraint(self, csr: Csr) -> FloatArray:
        """Dyadic constraint of every directed tie, in the order of the ties."""
        last = self.through.shape[1] - 1

        def of(part: slice, slot: SmallIntArray, side: SmallIntArray) -> FloatArray:
            through = self.through[slot, side * last]
            strength = csr.strength_sums[csr.sources[part]]
            return dyadic_constraint(csr.weights[part], through, strength)

        return _by_tie(csr, of)

    def redundancy(self, csr: Csr) -> FloatArray:
        """Dyadic redundancy of every directed tie, in the order of the ties."""
        rank = csr.orientation.rank

        def of(part: slice, slot: SmallIntArray, side: SmallIntArray) -> FloatArray:
            strength = csr.strength_sums[csr.sources[part]]
            at = (slot, side) if self._each else (rank[csr.indices[part]], 0)
            largest = self.largest[at]
            return dyadic_redundancy(self.shared[slot], strength, largest)

        return _by_tie(csr, of)

    def triads_of(self, csr: Csr) -> IntArray:
        """How many ties there are among each person's contacts, shape (n_contacts,)."""
        return self.triads[csr.orientation.rank]


def _by_tie(csr: Csr, of: OfTies) -> FloatArray:
    """Work out a value for each directed tie, a part at a time, by its slot and its side."""
    slots, sides = csr.orientation.slots_of(csr.indptr, csr.indices)
    values = np.empty(len(slots))
    for begin in range(0, len(slots), CHUNK):
        part = slice(begin, begin + CHUNK)
        values[part] = of(part, slots[part], sides[part])
    return values


def slot_dyads(csr: Csr, model: Model, *, shared: bool = True, through: bool = True) -> SlotDyads:
    """Work out everybody's ties in one pass over the closed triads, three in the ego model.

    In the whole model p(q, j) = z(q, j) / s(q): so Σ_q z(i, q) p(q, j) is Σ_q z(i, q) z(q, j) /
    s(q), the same from both ends, and one sum serves both directions of a tie.

    In the ego model q's strength within i's circle is z(i, q) and what q has to i's other contacts
    (``around``): p(q, j) = z(q, j) / (z(i, q) + around). That is another number seen from j: the
    sum is taken for each direction, over q of [z(i, q) / (z(i, q) + around)] z(q, j).

    Parameters
    ----------
    csr : Csr
        Everybody's ties.
    model : str
        Whole or ego.
    shared, through : bool
        Whether those sums are wanted; else they mean nothing, and cost less or nothing.
    """
    o = csr.orientation
    if model == "whole":
        strength = csr.strength_sums[o.order]
        factor = np.divide(1.0, strength, out=np.zeros(len(strength)), where=strength > 0)
        sums, triads = symmetric_sums(o, factor, shared=shared)
        largest = csr.largest_weights[o.order][:, None]
        return SlotDyads(sums[:, :1], sums[:, 1], triads, largest)
    sums, triads = symmetric_sums(o, np.zeros(len(o.order)), shared=shared)
    if csr.is_plain and not through:
        # Whoever is there is tied to her by 1, and the largest is 1 for everybody.
        return SlotDyads(sums[:, :1], sums[:, 1], triads, np.ones((len(o.order), 1)))
    weights = o.weights[:, None]
    around, largest = circle_sums(o)
    passed = directed_sums(o, weights / (weights + around)) if through else around[:0]
    return SlotDyads(passed, sums[:, 1], triads, np.maximum(largest, weights))
