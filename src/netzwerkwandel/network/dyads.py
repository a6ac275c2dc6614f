"""What the measures of structural holes need to know of each tie, for everybody or for some."""

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.csr import Csr
from netzwerkwandel.network.kernels.common_contacts import CHUNK
from netzwerkwandel.network.kernels.formulas import TieSums, dyadic_constraint, dyadic_redundancy
from netzwerkwandel.network.kernels.table import (
    circle_sums,
    directed_sums,
    node_sums,
    symmetric_sums,
)
from netzwerkwandel.network.row_dyads import Model, row_dyads


@attrs.frozen(eq=False)
class Dyadic:
    """What each of some ties is worth to the person who has it, within her own circle.

    Parameters
    ----------
    constraint : FloatArray, shape (n_rows,)
        Burt's dyadic constraint in the ego model.
    redundancy : FloatArray, shape (n_rows,)
        Burt's dyadic redundancy in the ego model, from 0 to 1.
    """

    constraint: FloatArray
    redundancy: FloatArray


def dyadic(csr: Csr, rows: IntArray) -> Dyadic:
    """Work out some ties: over everybody's at once if they are most, else at their own cost.

    Parameters
    ----------
    csr : Csr
        Everybody's ties.
    rows : IntArray, shape (n_rows,)
        The directed ties asked about.

    Returns
    -------
    Dyadic
        One value for each row.
    """
    if 2 * len(rows) > len(csr):
        constraint, redundancy = slot_dyads(csr, "ego").by_tie(csr)
        at = rows
    else:
        people = np.unique(np.searchsorted(csr.indptr, rows, side="right") - 1)
        dyads = row_dyads(csr, people, "ego")
        constraint, redundancy = dyads.by_row()
        order = np.argsort(dyads.positions)
        at = order[np.searchsorted(dyads.positions[order], rows)]
    return Dyadic(constraint[at], np.minimum(redundancy[at], 1.0))


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

    def by_tie(self, csr: Csr) -> tuple[FloatArray, FloatArray]:
        """Dyadic constraint and redundancy of every directed tie, in the order of the ties."""
        o = csr.orientation
        slots, sides = o.slots_of(csr.indptr, csr.indices)
        constraint, redundancy = np.empty(len(slots)), np.empty(len(slots))
        for begin in range(0, len(slots), CHUNK):
            part = slice(begin, begin + CHUNK)
            slot, side, target = slots[part], sides[part], csr.indices[part]
            through = self.through[slot, side * (self.through.shape[1] - 1)]
            strength = csr.strength_sums[csr.sources[part]]
            largest = self.largest[slot, side] if self._each else self.largest[o.rank[target], 0]
            constraint[part] = dyadic_constraint(csr.weights[part], through, strength)
            redundancy[part] = dyadic_redundancy(self.shared[slot], strength, largest)
        return constraint, redundancy

    def triads_of(self, csr: Csr) -> IntArray:
        """How many ties there are among each person's contacts, shape (n_contacts,)."""
        return self.triads[csr.orientation.rank]


def slot_dyads(csr: Csr, model: Model, *, shared: bool = True) -> SlotDyads:
    """Work out everybody's ties in one pass over the closed triads, three in the ego model."""
    o = csr.orientation
    if model == "whole":
        # p(q, j) = z(q, j) / s(q): so Σ_q z(i, q) p(q, j) is Σ_q z(i, q) z(q, j) / s(q), the same
        # from both ends, and one sum serves both directions of a tie.
        strength = csr.strength_sums[o.order]
        factor = np.divide(1.0, strength, out=np.zeros(len(strength)), where=strength > 0)
        sums, triads = symmetric_sums(o, factor, shared=shared)
        largest = csr.largest_weights[o.order][:, None]
        return SlotDyads(sums[:, :1], sums[:, 1], triads, largest)
    # Within i's circle q's strength is z(i, q) and what q has to i's other contacts (``around``):
    # p(q, j) = z(q, j) / (z(i, q) + around). That is another number seen from j: the sum is
    # taken for each direction, over q of [z(i, q) / (z(i, q) + around)] z(q, j).
    sums, triads = symmetric_sums(o, np.zeros(len(o.order)), shared=shared)
    weights = o.weights[:, None]
    around, largest = circle_sums(o)
    through = directed_sums(o, weights / (weights + around))
    return SlotDyads(through, sums[:, 1], triads, np.maximum(largest, weights))
