"""What the measures of structural holes need to know of each tie, for everybody or for some."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs
import numpy as np

from netzwerkwandel.network.arrays import (
    BoolArray,
    FloatArray,
    IntArray,
    reduce_rows,
    row_positions,
)
from netzwerkwandel.network.kernels.common_contacts import CHUNK, common_contacts
from netzwerkwandel.network.kernels.formulas import TieSums, dyadic_constraint, dyadic_redundancy
from netzwerkwandel.network.kernels.table import (
    circle_sums,
    directed_sums,
    node_sums,
    row_sums,
    symmetric_sums,
)


if TYPE_CHECKING:
    from netzwerkwandel.network.network import Network


Model: TypeAlias = Literal["whole", "ego"]


@attrs.frozen(eq=False)
class SlotDyads:
    """The ties of everybody, by the slots of the network's orientation.

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

    def node_sums(self, network: Network) -> TieSums:
        """The sums of ``tie_terms`` over each person's ties, each of shape (n_contacts,)."""
        o = network.orientation
        by_rank = node_sums(
            o,
            self.through,
            self.shared,
            network.strength_sums[o.order],
            self.largest,
            each=self.largest.shape[1] == 2,
        )
        return TieSums(*(column[o.rank] for column in by_rank))

    def by_tie(self, network: Network) -> tuple[FloatArray, FloatArray]:
        """Dyadic constraint and redundancy of every directed tie, in the network's order."""
        o = network.orientation
        slots, sides = o.slots_of(network.indptr, network.indices)
        constraint, redundancy = np.empty(len(slots)), np.empty(len(slots))
        for begin in range(0, len(slots), CHUNK):
            part = slice(begin, begin + CHUNK)
            slot, side, target = slots[part], sides[part], network.indices[part]
            each = self.largest.shape[1] == 2
            through = self.through[slot, side * (self.through.shape[1] - 1)]
            strength = network.strength_sums[network.sources[part]]
            largest = self.largest[slot, side] if each else self.largest[o.rank[target], 0]
            constraint[part] = dyadic_constraint(network.weights[part], through, strength)
            redundancy[part] = dyadic_redundancy(self.shared[slot], strength, largest)
        return constraint, redundancy

    def triads_of(self, network: Network) -> IntArray:
        """How many ties there are among each person's contacts, shape (n_contacts,)."""
        return self.triads[network.orientation.rank]


def slot_dyads(network: Network, model: Model, *, shared: bool = True) -> SlotDyads:
    """Work out everybody's ties in one pass over the closed triads, three in the ego model."""
    o = network.orientation
    if model == "whole":
        strength = network.strength_sums[o.order]
        factor = np.divide(1.0, strength, out=np.zeros(len(strength)), where=strength > 0)
        sums, triads = symmetric_sums(o, factor, shared=shared)
        largest = network.largest_weights[o.order][:, None]
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
        Which directed ties of the network the rows are.
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
        return row_sums(
            self.starts, self.weight, self.through, self.shared, self.strength, self.largest
        )

    def by_row(self) -> tuple[FloatArray, FloatArray]:
        """Dyadic constraint and redundancy of every row."""
        strength = np.repeat(self.strength, np.diff(self.starts))
        return (
            dyadic_constraint(self.weight, self.through, strength),
            dyadic_redundancy(self.shared, strength, self.largest),
        )

    def triads(self) -> IntArray:
        """How many ties there are among each person's contacts, shape (n_people,)."""
        people = np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))
        twice = np.bincount(people, self.count, minlength=len(self.starts) - 1)
        return twice.astype(np.int64) // 2


def row_dyads(network: Network, people: IntArray, model: Model) -> RowDyads:
    """Work out the ties of some people, at the cost of their neighbourhoods only.

    Every sum runs in the order it has for everybody, so the results are the same to the last bit.
    """
    blocks = _blocks(network, people)
    if len(blocks) == 1:
        return _block_dyads(network, people, model)
    parts = [_block_dyads(network, block, model) for block in blocks]
    counts = np.concatenate([np.diff(part.starts) for part in parts])
    columns = {
        field.name: np.concatenate([getattr(part, field.name) for part in parts])
        for field in attrs.fields(RowDyads)
        if field.name != "starts"
    }
    return RowDyads(starts=np.r_[0, np.cumsum(counts)], **columns)


def _blocks(network: Network, people: IntArray) -> list[IntArray]:
    """Cut people into blocks whose closed triads fit into memory together."""
    degree = network.indptr[people + 1] - network.indptr[people]
    block = np.cumsum(degree * degree) // CHUNK
    return np.split(people, np.flatnonzero(np.diff(block)) + 1)


def _block_dyads(network: Network, people: IntArray, model: Model) -> RowDyads:
    indptr, indices, weights = network.indptr, network.indices, network.weights
    unordered, starts = row_positions(indptr, people)
    person = np.repeat(np.arange(len(people)), np.diff(starts))
    target = indices[unordered]
    order = np.lexsort((target, indptr[target + 1] - indptr[target], person))
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    positions, source = unordered[order], people[person]
    rows = _Rows(network, source, indices[positions], starts[person] - indptr[source], place)
    own, shared = weights[positions], rows.shared()
    if model == "whole":
        through, largest = rows.through_whole(), rows.largest_whole()
    else:
        through = rows.through_ego(own / (own + rows.around()))
        largest = np.maximum(rows.largest_within(), own)
    return RowDyads(
        positions=positions,
        starts=starts,
        strength=reduce_rows(np.add, weights[unordered], starts, 0.0),
        weight=own,
        through=through,
        shared=shared,
        largest=largest,
        count=rows.count(),
    )


@attrs.frozen(eq=False)
class _Rows:
    """Sums over the thirds of some ties, in the order that the hot loops have.

    The row of the tie (i, q) is ``place[first[row] + iq]`` for any row of i, so that within a
    person rows are in the order of the rank of q.
    """

    network: Network
    source: IntArray
    target: IntArray
    first: IntArray
    place: IntArray

    @cached_property
    def _triads(self) -> tuple[IntArray, IntArray, IntArray, IntArray]:
        """Row, tie (i, q), tie (j, q) and row of (i, q) of every closed triad, by row and rank."""
        network = self.network
        found = list(common_contacts(network.indptr, network.indices, self.source, self.target))
        empty = np.zeros(0, dtype=np.int64)
        row, iq, jq = (
            np.concatenate([part[k] for part in found]) if found else empty for k in range(3)
        )
        of_third = self.place[self.first[row] + iq]
        order = np.argsort(row * len(self.source) + of_third)
        return row[order], iq[order], jq[order], of_third[order]

    def _sum(self, terms: FloatArray) -> FloatArray:
        sums = np.bincount(self._triads[0], terms, minlength=len(self.source))
        return sums.astype(np.float64, copy=False)

    def _sum_above_apart(self, terms: FloatArray) -> FloatArray:
        """The sum over the thirds, those who rank above both apart."""
        row, iq, _, of_third = self._triads
        third = self.network.indices[iq]
        above = np.where(
            self._source_is_low[row], of_third > row, self._rank_before(self.source[row], third)
        )
        return self._sum(np.where(above, 0.0, terms)) + self._sum(np.where(above, terms, 0.0))

    def count(self) -> IntArray:
        """How many thirds there are."""
        return np.bincount(self._triads[0], minlength=len(self.source))

    def shared(self) -> FloatArray:
        """Σ_q z(i, q) z(j, q)."""
        w, (_, iq, jq, _) = self.network.weights, self._triads
        return self._sum_above_apart(w[iq] * w[jq])

    def around(self) -> FloatArray:
        """Σ_q z(j, q)."""
        return self._sum(self.network.weights[self._triads[2]])

    def largest_within(self) -> FloatArray:
        """The largest z(j, q)."""
        largest = np.zeros(len(self.source))
        np.maximum.at(largest, self._triads[0], self.network.weights[self._triads[2]])
        return largest

    def through_whole(self) -> FloatArray:
        """Σ_q z(i, q) p(q, j) in the whole model."""
        w, (row, iq, jq, _) = self.network.weights, self._triads
        source_is_low = self._source_is_low[row]
        low, high = np.where(source_is_low, iq, jq), np.where(source_is_low, jq, iq)
        others, where = self._distinct(self.network.indices[iq])
        factor = 1.0 / self._reduce(np.add, others)[where]
        return self._sum_above_apart((w[low] * factor) * w[high])

    def largest_whole(self) -> FloatArray:
        """The other's largest weight in the whole network."""
        people, where = self._distinct(self.target)
        return self._reduce(np.maximum, people)[where]

    def through_ego(self, share: FloatArray) -> FloatArray:
        """Σ_q z(i, q) p(q, j) in the ego model, by q's share of strength that goes to i."""
        _, _, jq, of_third = self._triads
        return self._sum(share[of_third] * self.network.weights[jq])

    @cached_property
    def _source_is_low(self) -> BoolArray:
        return self._rank_before(self.source, self.target)

    def _degree(self, people: IntArray) -> IntArray:
        return self.network.indptr[people + 1] - self.network.indptr[people]

    def _rank_before(self, a: IntArray, b: IntArray) -> BoolArray:
        degree_a, degree_b = self._degree(a), self._degree(b)
        before: BoolArray = (degree_a < degree_b) | ((degree_a == degree_b) & (a < b))
        return before

    def _distinct(self, people: IntArray) -> tuple[IntArray, IntArray]:
        """Each of some people once, and where each stands among them."""
        n = self.network.n_contacts
        if len(people) < n:
            return np.unique(people, return_inverse=True)
        place = np.zeros(n, dtype=np.int64)
        place[people] = 1
        found = np.flatnonzero(place)
        place[found] = np.arange(len(found))
        return found, place[people]

    def _reduce(self, ufunc: np.ufunc, people: IntArray) -> FloatArray:
        positions, starts = row_positions(self.network.indptr, people)
        return reduce_rows(ufunc, self.network.weights[positions], starts, 0.0)
