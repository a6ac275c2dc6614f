"""Counting pairs of contacts who are not tied, by how many other contacts they share."""

from __future__ import annotations

from functools import cached_property

import attrs
import numpy as np

from netzwerkwandel.network import FloatArray, IntArray
from netzwerkwandel.network.arrays import row_positions, starts_of
from netzwerkwandel.network.csr import Alters


@attrs.frozen(kw_only=True)
class Effort:
    """Which of two ways is taken to the same numbers, and how much of it in one step.

    Parameters
    ----------
    chunk : int
        Ways of length two looked at in one step; bounds the memory.
    matrix : int
        The most contacts whose ties are laid out as a matrix.
    dense : int
        A matrix product takes this many multiplications in the time of one way looked up.
    """

    chunk: int = 1_000_000
    matrix: int = 4_096
    dense: int = 50


@attrs.frozen(eq=False, slots=False)
class OpenPairs:
    """The pairs of contacts in some people's circles who are not tied to each other.

    A circle is a person's contacts and the ties among them, the person left out.

    Parameters
    ----------
    circles : Alters
        The circles, side by side.
    effort : Effort
        How they are counted.
    """

    circles: Alters
    effort: Effort

    @cached_property
    def size(self) -> IntArray:
        """How many contacts each circle has."""
        return np.bincount(self.circles.owner)

    @cached_property
    def starts(self) -> IntArray:
        """Where each circle's contacts begin."""
        starts: IntArray = np.cumsum(self.size) - self.size
        return starts

    @cached_property
    def ways(self) -> IntArray:
        """How many ways of length two begin at each contact."""
        # The ties of all contacts stand in one row, so what the contacts at their other ends have
        # in ties is summed up once, and each contact's part is a difference of two of the sums.
        # A contact 0 tied to 1 and 2, who have 1 and 3 ties: ..., 0, 1, 4, ... gives 4 - 0 ways.
        circles = self.circles
        reached = starts_of(np.diff(circles.indptr)[circles.indices])
        return reached[circles.indptr[1:]] - reached[circles.indptr[:-1]]

    def worth(self) -> FloatArray:
        """What the pairs are worth to the person between them, 1 / (1 + the contacts they share).

        Returns
        -------
        FloatArray, shape (n_alters,)
            Added up over a circle, the pairs that cannot meet but over the person. Those that
            share as many others stand together: they are counted in whole numbers, so no order of
            adding can show.
        """
        # A circle of four contacts 4, 5, 6, 7, whose ties are 4-5 and 5-6, has 6 - 2 = 4 open
        # pairs. Only 4 and 6 share another, 5. So the places of the circle hold
        #
        #     place    4    5    6    7
        #     pairs    3    1    0    0      that share none, one, two, three
        #     worth    3   1/2   0    0
        #
        # Pairs that share any are found over the ways of length two; the others are all the rest.
        circles, size, starts = self.circles, self.size, self.starts
        pairs = np.zeros(len(circles.owner), dtype=np.int64)
        apart = size * (size - 1) // 2 - self.per_circle(np.diff(circles.indptr)) // 2
        dense = size.astype(np.float64) ** 3 < self.effort.dense * self.per_circle(self.ways)
        dense &= size <= self.effort.matrix
        for circle in np.flatnonzero(dense & (apart > 0)).tolist():
            rows = slice(starts[circle], starts[circle] + size[circle])
            pairs[rows] = self.by_matrix(rows)
        rows_by_ways = np.flatnonzero((~dense & (apart > 0))[circles.owner] & (self.ways > 0))
        portion = np.cumsum(self.ways[rows_by_ways]) // self.effort.chunk
        for part in np.split(rows_by_ways, np.flatnonzero(np.diff(portion)) + 1):
            first, shared = self.by_ways(part)
            pairs += np.bincount(starts[circles.owner[first]] + shared, minlength=len(pairs))
        pairs[starts] += apart - self.per_circle(pairs)
        worth: FloatArray = pairs / (1 + np.arange(len(pairs)) - starts[circles.owner])
        return worth

    def per_circle(self, counts: IntArray) -> IntArray:
        """Add up counts of contacts within each circle."""
        return np.bincount(self.circles.owner, counts).astype(np.int64)

    def by_matrix(self, rows: slice) -> IntArray:
        """How many pairs not tied share no other contact, one, two, ...; for one circle."""
        # In the square of the matrix of ties stands, for each pair, how many both are tied to. Half
        # of it has each pair once; 32 bits are exact up to 16 million contacts.
        circles, n = self.circles, rows.stop - rows.start
        bounds = circles.indptr[rows.start : rows.stop + 1]
        tied = np.zeros((n, n), dtype=np.float32)
        ends = circles.indices[bounds[0] : bounds[-1]] - rows.start
        tied[np.repeat(np.arange(n), np.diff(bounds)), ends] = 1.0
        shared = tied @ tied
        return np.bincount(shared[np.triu(tied == 0, 1)].astype(np.int64), minlength=n)

    def by_ways(self, rows: IntArray) -> tuple[IntArray, IntArray]:
        """Find the later ones whom some contacts are not tied to, but share others with.

        Returns
        -------
        tuple of two IntArray, shape (n_pairs,)
            The first contact of each pair, and how many contacts both are tied to.
        """
        # From each of the rows, two ties on: in the circle above 4 -> 5 -> 6 (and back to 4), whose
        # pair (4, 6) is kept as one number, begin * n + end, if the end is the later one. It comes
        # once for each contact that the two share. Pairs that are tied are among the first steps.
        circles, n = self.circles, len(self.circles.owner)
        first, hops = row_positions(circles.indptr, rows)
        middle, origin = circles.indices[first], np.repeat(rows, np.diff(hops))
        second, hops = row_positions(circles.indptr, middle)
        end, begin = circles.indices[second], np.repeat(origin, np.diff(hops))
        later = end > begin
        pairs, shared = np.unique(begin[later] * n + end[later], return_counts=True)
        apart = ~np.isin(pairs, origin * n + middle, assume_unique=True)
        return pairs[apart] // n, shared[apart]
