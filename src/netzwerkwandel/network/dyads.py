"""What the measures of structural holes need to know of each tie, for everybody or for some.

For some people it is worked out row by row, at the cost of their neighbourhoods (``RowDyads``); for
everybody in one pass over all closed triads (``SlotDyads``). Every sum runs in the same order in
both, so that the results are the same to the last bit.
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal, TypeAlias

import attrs
import numpy as np

from netzwerkwandel.network.arrays import (
    BoolArray,
    FloatArray,
    IntArray,
    order_by,
    reduce_rows,
    starts_of,
)
from netzwerkwandel.network.csr import CHUNK, Csr
from netzwerkwandel.network.kernels.formulas import (
    TieSums,
    dyadic_constraint,
    dyadic_redundancy,
    logarithm,
)
from netzwerkwandel.network.kernels.table import (
    circle_sums,
    directed_sums,
    node_sums,
    row_sums,
    symmetric_sums,
)


Model: TypeAlias = Literal["whole", "ego"]


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
    """Work out everybody's ties in one pass over the closed triads, three in the ego model.

    In the whole model p(q, j) = z(q, j) / s(q): so Σ_q z(i, q) p(q, j) is Σ_q z(i, q) z(q, j) /
    s(q), the same from both ends, and one sum serves both directions of a tie.

    In the ego model q's strength within i's circle is z(i, q) and what q has to i's other contacts
    (``around``): p(q, j) = z(q, j) / (z(i, q) + around). That is another number seen from j: the
    sum is taken for each direction, over q of [z(i, q) / (z(i, q) + around)] z(q, j).
    """
    o = csr.orientation
    if model == "whole":
        strength = csr.strength_sums[o.order]
        factor = np.divide(1.0, strength, out=np.zeros(len(strength)), where=strength > 0)
        sums, triads = symmetric_sums(o, factor, shared=shared)
        largest = csr.largest_weights[o.order][:, None]
        return SlotDyads(sums[:, :1], sums[:, 1], triads, largest)
    sums, triads = symmetric_sums(o, np.zeros(len(o.order)), shared=shared)
    weights = o.weights[:, None]
    around, largest = circle_sums(o)
    through = directed_sums(o, weights / (weights + around))
    return SlotDyads(through, sums[:, 1], triads, np.maximum(largest, weights))


@attrs.frozen(eq=False)
class RowDyads:
    """The ties of some people, each person's in the order of the others' ranks.

    Parameters
    ----------
    positions : IntArray, shape (n_rows,)
        Which directed ties the rows are.
    starts : IntArray, shape (n_people + 1,)
        Where each person's rows begin.
    strength : FloatArray, shape (n_people,)
        Each person's strength.
    weight, through, shared, largest : FloatArray, shape (n_rows,)
        As ``tie_terms`` wants them.
    count : IntArray, shape (n_rows,)
        How many people both are tied to.
    """

    positions: IntArray
    starts: IntArray
    strength: FloatArray
    weight: FloatArray
    through: FloatArray
    shared: FloatArray
    largest: FloatArray
    count: IntArray

    def node_sums(self) -> TieSums:
        """The sums of ``tie_terms`` over each person's ties, each of shape (n_people,)."""
        constraint, _ = self.by_row()
        ties = self.weight, self.through, self.shared, self.strength, self.largest
        return TieSums(*row_sums(self.starts, *ties, logarithm(constraint)).T)

    def by_row(self) -> tuple[FloatArray, FloatArray]:
        """Dyadic constraint and redundancy of every row."""
        strength = np.repeat(self.strength, np.diff(self.starts))
        constraint = dyadic_constraint(self.weight, self.through, strength)
        return constraint, dyadic_redundancy(self.shared, strength, self.largest)

    def triads(self) -> IntArray:
        """How many ties there are among each person's contacts, shape (n_people,)."""
        people = np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))
        twice = np.bincount(people, self.count, minlength=len(self.starts) - 1)
        return twice.astype(np.int64) // 2


def row_dyads(csr: Csr, people: IntArray, model: Model) -> RowDyads:
    """Work out the ties of some people, at the cost of their neighbourhoods only.

    Every sum runs in the order it has for everybody: see ``slot_dyads``.
    """
    # Closed triads of a person with n contacts: at most n * n. People are cut into blocks where the
    # running total passes another CHUNK, so that the triads of a block fit into memory together.
    degree = csr.indptr[people + 1] - csr.indptr[people]
    block = np.cumsum(degree * degree) // CHUNK
    blocks = np.split(people, np.flatnonzero(np.diff(block)) + 1)
    if len(blocks) == 1:
        return _block_dyads(csr, people, model)
    parts = [_block_dyads(csr, some, model) for some in blocks]
    counts = np.concatenate([np.diff(part.starts) for part in parts])
    columns = {
        field.name: np.concatenate([getattr(part, field.name) for part in parts])
        for field in attrs.fields(RowDyads)
        if field.name != "starts"
    }
    return RowDyads(starts=starts_of(counts), **columns)


def _block_dyads(csr: Csr, people: IntArray, model: Model) -> RowDyads:
    # The hot loops go through a person's contacts from low to high rank: by degree, and by number
    # where degrees are equal. Her ties [5 6 7] to people of the degrees [9 2 4] are the rows
    # [6 7 5] then; and ``place`` says where a tie went: the first is in row 2, the second in row 0.
    unordered, starts = csr.ties_of(people)
    person = np.repeat(np.arange(len(people)), np.diff(starts))
    target = csr.indices[unordered]
    order = np.lexsort((target, csr.indptr[target + 1] - csr.indptr[target], person))
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    positions, source = unordered[order], people[person]
    rows = _Rows(csr, source, csr.indices[positions], starts[person] - csr.indptr[source], place)
    own, shared = csr.weights[positions], rows.shared()
    if model == "whole":
        through, largest = rows.through_whole(), rows.largest_whole()
    else:
        through = rows.through_ego(own / (own + rows.around()))
        largest = np.maximum(rows.largest_within(), own)
    return RowDyads(
        positions=positions,
        starts=starts,
        strength=reduce_rows(np.add, csr.weights[unordered], starts, 0.0),
        weight=own,
        through=through,
        shared=shared,
        largest=largest,
        count=rows.count(),
    )


@attrs.frozen(eq=False)
class _Rows:
    """Sums over the people tied to both ends of some ties, in the order that the hot loops have.

    The row of the tie (i, q) is ``place[first[row] + iq]`` for any row of i, so that within a
    person rows are in the order of the rank of q.
    """

    csr: Csr
    source: IntArray
    target: IntArray
    first: IntArray
    place: IntArray

    @cached_property
    def _triads(self) -> tuple[IntArray, IntArray, IntArray, IntArray]:
        """Row, tie (i, q), tie (j, q) and row of (i, q) of every closed triad, by row and rank."""
        csr, empty = self.csr, np.zeros(0, dtype=np.int64)
        parts = [(empty, empty, empty)]
        parts.extend(csr.common_contacts(self.source, self.target))
        row, iq, jq = map(np.concatenate, zip(*parts, strict=True))
        of_third = self.place[self.first[row] + iq]
        order = order_by(row, of_third, len(self.source))
        return row[order], iq[order], jq[order], of_third[order]

    def _sum(self, terms: FloatArray) -> FloatArray:
        sums = np.bincount(self._triads[0], terms, minlength=len(self.source))
        return sums.astype(np.float64, copy=False)

    def _sum_above_apart(self, terms: FloatArray) -> FloatArray:
        """The sum over those tied to both; who ranks above both is summed up apart."""
        row, iq, _, of_third = self._triads
        third = self.csr.indices[iq]
        above = np.where(
            self._source_is_low[row], of_third > row, self._rank_before(self.source[row], third)
        )
        return self._sum(np.where(above, 0.0, terms)) + self._sum(np.where(above, terms, 0.0))

    def count(self) -> IntArray:
        """How many people are tied to both."""
        return np.bincount(self._triads[0], minlength=len(self.source))

    def shared(self) -> FloatArray:
        """Σ_q z(i, q) z(j, q)."""
        w, (_, iq, jq, _) = self.csr.weights, self._triads
        return self._sum_above_apart(w[iq] * w[jq])

    def around(self) -> FloatArray:
        """Σ_q z(j, q)."""
        return self._sum(self.csr.weights[self._triads[2]])

    def largest_within(self) -> FloatArray:
        """The largest z(j, q)."""
        largest = np.zeros(len(self.source))
        np.maximum.at(largest, self._triads[0], self.csr.weights[self._triads[2]])
        return largest

    def through_whole(self) -> FloatArray:
        """Σ_q z(i, q) p(q, j) in the whole model."""
        w, (row, iq, jq, _) = self.csr.weights, self._triads
        source_is_low = self._source_is_low[row]
        low, high = np.where(source_is_low, iq, jq), np.where(source_is_low, jq, iq)
        others, where = self._distinct(self.csr.indices[iq])
        factor = 1.0 / self._reduce(np.add, others)[where]
        return self._sum_above_apart((w[low] * factor) * w[high])

    def largest_whole(self) -> FloatArray:
        """The other's largest weight in the whole network."""
        people, where = self._distinct(self.target)
        return self._reduce(np.maximum, people)[where]

    def through_ego(self, share: FloatArray) -> FloatArray:
        """Σ_q z(i, q) p(q, j) in the ego model, by q's share of strength that goes to i."""
        _, _, jq, of_third = self._triads
        return self._sum(share[of_third] * self.csr.weights[jq])

    @cached_property
    def _source_is_low(self) -> BoolArray:
        return self._rank_before(self.source, self.target)

    def _degree(self, people: IntArray) -> IntArray:
        return self.csr.indptr[people + 1] - self.csr.indptr[people]

    def _rank_before(self, a: IntArray, b: IntArray) -> BoolArray:
        degree_a, degree_b = self._degree(a), self._degree(b)
        before: BoolArray = (degree_a < degree_b) | ((degree_a == degree_b) & (a < b))
        return before

    def _distinct(self, people: IntArray) -> tuple[IntArray, IntArray]:
        """Each of some people once, and where each stands among them."""
        # As np.unique, by a table of everybody where that is faster than sorting: of 5 people, for
        # [3 1 3] the table marks 1 and 3, numbers them 0 and 1, and is asked where each stands.
        n = self.csr.n_contacts
        if len(people) < n:
            return np.unique(people, return_inverse=True)
        place = np.zeros(n, dtype=np.int64)
        place[people] = 1
        each = np.flatnonzero(place)
        place[each] = np.arange(len(each))
        return each, place[people]

    def _reduce(self, ufunc: np.ufunc, people: IntArray) -> FloatArray:
        positions, starts = self.csr.ties_of(people)
        return reduce_rows(ufunc, self.csr.weights[positions], starts, 0.0)
