"""Ties as arrays, without names: who is tied to whom, and what follows from that alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, TypeAlias, TypeVar, cast

import attrs
import numpy as np

from netzwerkwandel.network.arrays import (
    BoolArray,
    FloatArray,
    FrozenArrays,
    IntArray,
    column,
    reduce_rows,
    row_positions,
    run_lengths,
    run_starts,
    starts_of,
)
from netzwerkwandel.network.kernels.table import directed_sums, look_up, symmetric_sums
from netzwerkwandel.network.orientation import Orientation, all_1, orient


CHUNK = 4_000_000
"""Candidates looked at in one step; bounds the memory, never the result."""

A = TypeVar("A")

OneSided: TypeAlias = Callable[[IntArray], BoolArray]
"""From directed ties to whether only one of the two is known to have reached out."""


@attrs.frozen(eq=False, repr=False)
class Csr(FrozenArrays):
    """Symmetric ties in compressed rows, read-only: a row for each person, of whom she is tied to.

    Three people, of whom 0 is tied to 1 by 2.0 and to 2 by 5.0, have the rows::

        indptr    0         2    3    4
        indices   1    2  | 0  | 0
        weights   2.0  5.0| 2.0| 5.0

    A *tie* here is directed, and named by its place in ``indices``: 0 to 3 above.

    Parameters
    ----------
    indptr : IntArray, shape (n_contacts + 1,)
        Where each person's ties begin.
    indices : IntArray, shape (n_ties,)
        Whom each directed tie leads to, in order within a person.
    weights : FloatArray, shape (n_ties,)
        The weight of each directed tie. Every tie is there in both directions, with equal weights.
    """

    indptr: IntArray
    indices: IntArray
    weights: FloatArray
    _latest: dict[int, Alters] = attrs.field(factory=dict, init=False)

    @classmethod
    def symmetric(cls, a: IntArray, b: IntArray, weights: FloatArray, n: int) -> Csr:
        """Sum parallel ties and make one-way ties mutual: :math:`Z = A + A^T`.

        Parameters
        ----------
        a, b : IntArray, shape (n_edges,)
            The two ends, between 0 and n - 1, never equal.
        weights : FloatArray, shape (n_edges,)
            Their weights.
        n : int
            How many people there are.

        Returns
        -------
        Csr
            Both directions have one weight, to the last bit.
        """
        # One number for a pair of people, low * n + high, sorts both ends at once. Of n = 3 people
        # the edges (2, 0), (0, 1), (0, 2) have the codes 2, 1, 2; the stable sort keeps parallel
        # ones in the order given, so that their sum is always the same. Each code then stands for
        # a direction, and its mirror high * n + low for the other: 1, 2 | 3, 6 are four rows.
        people, n = n, max(n, 1)
        code = np.minimum(a, b) * n + np.maximum(a, b)
        order = np.argsort(code, kind="stable")
        code, weights = code[order], weights[order]
        starts = run_starts(code)
        pair = code[starts]
        summed = np.add.reduceat(weights, starts) if len(starts) else weights
        code = np.concatenate([pair, pair % n * n + pair // n])
        order = np.argsort(code, kind="stable")
        code = code[order]
        indptr = np.searchsorted(code, np.arange(people + 1) * n)
        return cls(indptr, code % n, np.concatenate([summed, summed])[order])

    def __len__(self) -> int:
        """How many directed ties there are."""
        return len(self.indices)

    @property
    def n_contacts(self) -> int:
        """How many people there are."""
        return len(self.indptr) - 1

    @column
    def degree(self) -> IntArray:
        """How many ties each person has, shape (n_contacts,)."""
        return np.diff(self.indptr)

    @column
    def sources(self) -> IntArray:
        """Whom each directed tie starts from, shape (n_ties,)."""
        return np.repeat(np.arange(self.n_contacts), self.degree)

    @column
    def strength_sums(self) -> FloatArray:
        """The summed weight of each person's ties, shape (n_contacts,)."""
        if self.is_plain:
            return self.degree.astype(np.float64)
        return reduce_rows(np.add, self.weights, self.indptr, 0.0)

    @column
    def largest_weights(self) -> FloatArray:
        """The largest weight of each person's ties, shape (n_contacts,); 0 without ties."""
        if self.is_plain:
            return (self.degree > 0).astype(np.float64)
        return reduce_rows(np.maximum, self.weights, self.indptr, 0.0)

    @cached_property
    def is_plain(self) -> bool:
        """Whether every tie weighs 1."""
        return bool(np.all(self.weights == 1.0))

    @cached_property
    def orientation(self) -> Orientation:
        """The ties once each, from lower to higher degree: what the hot loops run over."""
        return orient(self.indptr, self.indices, None if self.is_plain else self.weights)

    def ties_of(self, people: IntArray) -> tuple[IntArray, IntArray]:
        """List the directed ties of some people, and where each person's begin among them."""
        return row_positions(self.indptr, people)

    def common_contacts(
        self, i: IntArray, j: IntArray, *, chunk: int = CHUNK
    ) -> Iterator[tuple[IntArray, IntArray, IntArray]]:
        """For ties (i, j), find every q that is tied to both: the closed triads they are in.

        Parameters
        ----------
        i, j : IntArray, shape (n_rows,)
            The ends of the ties asked about.
        chunk : int
            How many candidates to look at in one step.

        Yields
        ------
        tuple of three IntArray
            The row (an index into ``i`` and ``j``), the tie (i, q), and the tie (j, q), in the
            order of the rows and of q.

        Notes
        -----
        For each tie the shorter of the two lists of neighbours is gone through and each candidate
        looked up in the other: time grows with the sum over the ties asked of the smaller degree.
        """
        # ``reached`` counts the candidates up to each row. A step ends with the last row that still
        # fits; with 3, 2, 4, 9 candidates and steps of 6 these are rows 0 1, then 2, then 3.
        indptr, indices = self.indptr, self.indices
        reached = np.cumsum(np.minimum(indptr[i + 1] - indptr[i], indptr[j + 1] - indptr[j]))
        begin = 0
        while begin < len(i):
            before = int(reached[begin - 1]) if begin else 0
            end = max(begin + 1, int(np.searchsorted(reached, before + chunk, side="right")))
            part = slice(begin, end)
            row, iq, jq = look_up(indptr, indices, i[part], j[part], reached[part] - before)
            yield row + begin, iq, jq
            begin = end

    def count_common_contacts(self, rows: IntArray, one_sided: OneSided | None = None) -> IntArray:
        """Count for some ties the people tied to both: over all ties at once if most are asked.

        Parameters
        ----------
        rows : IntArray, shape (n_rows,)
            The directed ties asked about.
        one_sided : callable, optional
            Which ties are not mutual; then only those count to whom both are mutually tied.

        Returns
        -------
        IntArray, shape (n_rows,)
            One number for each row.
        """
        if 2 * len(rows) <= len(self):
            counts = np.zeros(len(rows), dtype=np.int64)
            for row, iq, jq in self._triads(rows):
                counted = row if one_sided is None else row[~(one_sided(iq) | one_sided(jq))]
                counts += np.bincount(counted, minlength=len(rows))
            return counts
        # With weights of 1 for a tie that counts and 0 for another, Σ_q z(i, q) z(j, q) is the
        # count of those q to whom both ties count: one pass over all closed triads has everybody's.
        o = self.orientation
        slot, _ = o.slots_of(self.indptr, self.indices)
        counting = all_1(len(o.up))
        if one_sided is not None:
            counting = np.ones(len(o.up))
            counting[slot] = ~one_sided(np.arange(len(self)))
        sums, _ = symmetric_sums(o.with_weights(counting), np.zeros(self.n_contacts))
        everybody: IntArray = sums[slot[rows], 1].astype(np.int64)
        return everybody

    def _triads(self, rows: IntArray) -> Iterator[tuple[IntArray, IntArray, IntArray]]:
        """As ``common_contacts`` of some ties; those of one person are looked up once."""
        first = int(rows[0]) if len(rows) else 0
        ego = int(np.searchsorted(self.indptr, first, side="right")) - 1
        if len(rows) and np.array_equal(rows, np.arange(self.indptr[ego], self.indptr[ego + 1])):
            circle = self.alters_of(ego)
            yield circle.sources, circle.ties[circle.indices], circle.between
        else:
            yield from self.common_contacts(self.sources[rows], self.indices[rows])

    def sum_to_common_contacts(self, rows: IntArray, weights: FloatArray) -> FloatArray:
        """Sum up for some ties what the other has with people whom the person is tied to as well.

        Parameters
        ----------
        rows : IntArray, shape (n_rows,)
            The directed ties (i, j) asked about.
        weights : FloatArray, shape (n_ties,)
            What w(j, q) is worth, the same in both directions.

        Returns
        -------
        FloatArray, shape (n_rows,)
            Σ_q w(j, q) over the q tied to both.
        """
        if 2 * len(rows) > len(self):
            # In one pass over all closed triads.
            slot, side = self.orientation.slots_of(self.indptr, self.indices)
            by_slot = np.zeros(len(self.orientation.up))
            by_slot[slot] = weights
            sums = directed_sums(self.orientation.with_weights(by_slot), np.ones((len(by_slot), 2)))
            everybody: FloatArray = sums[slot, side][rows]
            return everybody
        shared, sources = np.zeros(len(rows)), self.sources[rows]
        is_mine = np.zeros(self.n_contacts, dtype=np.bool_)
        for person in np.unique(sources).tolist():
            # Whoever she is tied to is marked; then the ties of her contacts stand in one row after
            # the other, and the marked ones among them count.
            mine = self.indices[self.indptr[person] : self.indptr[person + 1]]
            is_mine[mine] = True
            some = np.flatnonzero(sources == person)
            positions, starts = self.ties_of(self.indices[rows[some]])
            counted = np.where(is_mine[self.indices[positions]], weights[positions], 0.0)
            shared[some] = reduce_rows(np.add, counted, starts, 0.0)
            is_mine[mine] = False
        return shared

    def alters(self, egos: IntArray) -> Alters:
        """Find the contacts of some people, and who of them is tied to whom.

        Parameters
        ----------
        egos : IntArray, shape (n_egos,)
            The people, each once, in order.

        Returns
        -------
        Alters
            The owners of contacts are numbered as the people who have any.
        """
        ties, starts = self.ties_of(egos)
        size = np.diff(starts)
        # A contact's place among the alters is its tie less this: for the egos 0 and 2 above, whose
        # ties 0, 1 and 3 stand at 0, 1 and 2, it is 0 for those of 0, and 1 for those of 2.
        before = np.repeat(starts[:-1] - self.indptr[egos], size)
        counts = np.zeros(len(ties), dtype=np.int64)
        ends: list[IntArray] = [np.zeros(0, dtype=np.int64)]
        between: list[IntArray] = [np.zeros(0, dtype=np.int64)]
        i, j = np.repeat(egos, size), self.indices[ties]
        for row, iq, jq in self.common_contacts(i, j):
            counts += np.bincount(row, minlength=len(ties))
            ends.append(iq + before[row])
            between.append(jq)
        both, some = np.concatenate(between), size[size > 0]
        return Alters(
            indptr=starts_of(counts),
            indices=np.concatenate(ends),
            weights=self.weights[both],
            ties=ties,
            between=both,
            owner=np.repeat(np.arange(len(some)), some),
        )

    def ties_as(self, other: Csr) -> bool:
        """Whether the same people are tied, however strongly."""
        return np.array_equal(self.indptr, other.indptr) and np.array_equal(
            self.indices, other.indices
        )

    def take_circles(self, before: Csr) -> None:
        """Take the contacts of the last one asked about from ties of the same people.

        The very same, if no tie among them has changed: those to herself are not in it.
        """
        for ego, circle in list(before._latest.items()):
            weights = self.weights[circle.between]
            is_same = np.array_equal(weights, circle.weights)
            self._latest[ego] = circle if is_same else attrs.evolve(circle, weights=weights)

    def alters_of(self, ego: int) -> Alters:
        """Find one person's contacts; those of the last one asked about are kept.

        A list for one person asks for her contacts again and again, and nobody else's.
        """
        found = self._latest.get(ego)
        if found is None:
            found = self.alters(np.array([ego]))
            self._latest.clear()
            self._latest[ego] = found
        return found


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Alters(Csr):
    """The contacts of some people and the ties among them, side by side and never joined.

    Whoever is a contact of two of these people is there twice.

    Parameters
    ----------
    indptr, indices, weights : arrays, shapes (n_alters + 1,), (n_pairs,) and (n_pairs,)
        The ties among the contacts of one person, in both directions, by place in ``ties``.
    ties : IntArray, shape (n_alters,)
        The directed tie to each contact, from the person whose contact it is; sorted.
    owner : IntArray, shape (n_alters,)
        Whose contact each is, numbered from 0 in the order of the people.
    between : IntArray, shape (n_pairs,)
        Which directed tie of the network each tie among the contacts is.
    known : dict
        What was worked out of nothing but these.
    """

    ties: IntArray
    owner: IntArray
    between: IntArray
    known: dict[str, Any] = attrs.field(factory=dict, init=False)

    def once(self, name: str, of: object, compute: Callable[[], A]) -> A:
        """Work something out of these, and of something else, unless it is known of the same."""
        known = self.known.get(name)
        if known is None or known[0] != of:
            known = of, compute()
            self.known[name] = known
        return cast("A", known[1])

    @property
    def n_owners(self) -> int:
        """How many people's contacts these are."""
        return int(self.owner[-1]) + 1 if len(self.owner) else 0

    def relative_weights(self) -> FloatArray:
        """Each tie's weight over the largest among the same person's contacts, from 0 to 1."""
        starts = run_starts(self.owner[self.sources])
        largest = np.maximum.reduceat(self.weights, starts)
        with np.errstate(under="ignore"):
            relative: FloatArray = self.weights / np.repeat(
                largest, run_lengths(starts, len(self.weights))
            )
        return relative
