"""What the measures of structural holes need to know of each tie, for some people row by row."""

from __future__ import annotations

from functools import cached_property

import attrs
import numpy as np

from netzwerkwandel.network.arrays import (
    BoolArray,
    FloatArray,
    IntArray,
    order_by,
    put,
    reduce_rows,
    spans,
    starts_of,
)
from netzwerkwandel.network.csr import CHUNK, Csr
from netzwerkwandel.network.kernels.formulas import (
    TieSums,
    dyadic_constraint,
    dyadic_redundancy,
    logarithm,
)
from netzwerkwandel.network.kernels.table import row_sums
from netzwerkwandel.network.slot_dyads import Model


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
        constraint = self.constraint()
        ties = self.weight, self.through, self.shared, self.strength, self.largest
        return TieSums(*row_sums(self.starts, *ties, logarithm(constraint)).T)

    def constraint(self) -> FloatArray:
        """Dyadic constraint of every row."""
        return dyadic_constraint(self.weight, self.through, self._own_strength)

    def redundancy(self) -> FloatArray:
        """Dyadic redundancy of every row."""
        return dyadic_redundancy(self.shared, self._own_strength, self.largest)

    @property
    def _own_strength(self) -> FloatArray:
        return np.repeat(self.strength, np.diff(self.starts))

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
    if len(people) == 1 and model == "ego":
        return _own_dyads(csr, people)
    if len(blocks) == 1:
        return _block_dyads(csr, people, model)[0]
    parts = [_block_dyads(csr, some, model)[0] for some in blocks]
    counts = np.concatenate([np.diff(part.starts) for part in parts])
    columns = {
        field.name: np.concatenate([getattr(part, field.name) for part in parts])
        for field in attrs.fields(RowDyads)
        if field.name != "starts"
    }
    return RowDyads(starts=starts_of(counts), **columns)


def _own_dyads(csr: Csr, person: IntArray) -> RowDyads:
    """The ties of one person, of which few have changed since the ties among her contacts did."""
    circle = csr.alters_of(int(person[0]))
    known: tuple[RowDyads, _Rows] | None = circle.known.get("dyads")
    if known is None:
        dyads, rows = _block_dyads(csr, person, "ego")
    else:
        dyads, rows = _with_own(csr, *known), known[1]
    circle.known["dyads"] = dyads, rows
    return dyads


def _with_own(csr: Csr, before: RowDyads, rows: _Rows) -> RowDyads:
    """The ties of one person where the weights of hers have changed, and no others."""
    # Her tie to j is in the sums of those contacts alone who are tied to j. Triads stand row by
    # row: those of j name the rows of these contacts, and theirs are summed up anew, in the order
    # that they have among all.
    own = csr.weights[before.positions]
    changed = np.flatnonzero(own != before.weight)
    starts = starts_of(before.count)
    of_changed, _ = spans(starts[changed], starts[changed + 1])
    reached = np.unique(rows.triads[3][of_changed])
    some, _ = spans(starts[reached], starts[reached + 1])
    part = rows.with_triads(csr, some)
    share = own / (own + rows.around)
    through, shared = before.through.copy(), before.shared.copy()
    through[reached] = part.through_ego(share)[reached]
    shared[reached] = part.shared()[reached]
    return attrs.evolve(
        before,
        strength=reduce_rows(np.add, csr.weights[np.sort(before.positions)], before.starts, 0.0),
        weight=own,
        through=through,
        shared=shared,
        largest=np.maximum(rows.largest_within, own),
    )


def _block_dyads(csr: Csr, people: IntArray, model: Model) -> tuple[RowDyads, _Rows]:
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
        through = rows.through_ego(own / (own + rows.around))
        largest = np.maximum(rows.largest_within, own)
    dyads = RowDyads(
        positions=positions,
        starts=starts,
        strength=reduce_rows(np.add, csr.weights[unordered], starts, 0.0),
        weight=own,
        through=through,
        shared=shared,
        largest=largest,
        count=rows.count(),
    )
    return dyads, rows


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

    def with_triads(self, csr: Csr, some: IntArray) -> _Rows:
        """The same rows with some of their triads, and with other weights of her own ties."""
        part = attrs.evolve(self, csr=csr)
        put(part, "triads", tuple(each[some] for each in self.triads))
        return part

    @cached_property
    def triads(self) -> tuple[IntArray, IntArray, FloatArray, IntArray]:
        """Row, tie (i, q), z(j, q) and row of (i, q) of every closed triad, by row and rank."""
        if len(self.source) and len(self.source) == self._degree(self.source[:1]).item():
            # One person's contacts and the ties among them are kept for whoever asks next. All rows
            # are hers where there are no more than she has ties: the last alone may be hers, too,
            # where she is asked about twice.
            circle = self.csr.alters_of(int(self.source[0]))
            row, of_third = self.place[circle.sources], self.place[circle.indices]
            iq, weight = circle.ties[circle.indices], circle.weights
        else:
            row, iq, weight = self._looked_up()
            of_third = self.place[self.first[row] + iq]
        order = order_by(row, of_third, len(self.source))
        return row[order], iq[order], weight[order], of_third[order]

    def _looked_up(self) -> tuple[IntArray, IntArray, FloatArray]:
        """Row, tie (i, q) and z(j, q) of every closed triad."""
        empty = np.zeros(0, dtype=np.int64)
        parts = [(empty, empty, np.zeros(0))]
        for row, iq, jq in self.csr.common_contacts(self.source, self.target):
            parts.append((row, iq, self.csr.weights[jq]))
        row, iq, weight = map(np.concatenate, zip(*parts, strict=True))
        return row, iq, weight

    def _sum(self, terms: FloatArray) -> FloatArray:
        sums = np.bincount(self.triads[0], terms, minlength=len(self.source))
        return sums.astype(np.float64, copy=False)

    def _sum_above_apart(self, terms: FloatArray) -> FloatArray:
        """The sum over those tied to both; who ranks above both is summed up apart."""
        row, _, _, of_third = self.triads
        is_low = self._source_is_low
        above = np.where(is_low[row], of_third > row, is_low[of_third])
        return self._sum(np.where(above, 0.0, terms)) + self._sum(np.where(above, terms, 0.0))

    def count(self) -> IntArray:
        """How many people are tied to both."""
        return np.bincount(self.triads[0], minlength=len(self.source))

    def shared(self) -> FloatArray:
        """Σ_q z(i, q) z(j, q)."""
        _, iq, weight, _ = self.triads
        return self._sum_above_apart(self.csr.weights[iq] * weight)

    @cached_property
    def around(self) -> FloatArray:
        """Σ_q z(j, q)."""
        return self._sum(self.triads[2])

    @cached_property
    def largest_within(self) -> FloatArray:
        """The largest z(j, q)."""
        return reduce_rows(np.maximum, self.triads[2], starts_of(self.count()), 0.0)

    def through_whole(self) -> FloatArray:
        """Σ_q z(i, q) p(q, j) in the whole model."""
        row, iq, of_other, _ = self.triads
        own, is_low = self.csr.weights[iq], self._source_is_low[row]
        low, high = np.where(is_low, own, of_other), np.where(is_low, of_other, own)
        others, where = self._distinct(self.csr.indices[iq])
        factor = 1.0 / self._reduce(np.add, others)[where]
        return self._sum_above_apart((low * factor) * high)

    def largest_whole(self) -> FloatArray:
        """The other's largest weight in the whole network."""
        people, where = self._distinct(self.target)
        return self._reduce(np.maximum, people)[where]

    def through_ego(self, share: FloatArray) -> FloatArray:
        """Σ_q z(i, q) p(q, j) in the ego model, by q's share of strength that goes to i."""
        _, _, weight, of_third = self.triads
        return self._sum(share[of_third] * weight)

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
