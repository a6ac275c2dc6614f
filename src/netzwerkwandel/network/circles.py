"""The circles of people: what is computed in each, its core, and the groups that it falls into.

A person's circle are her contacts, with the ties among them, she herself aside.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import attrs
import numpy as np

from netzwerkwandel.model import Key
from netzwerkwandel.network.arrays import FloatArray, IntArray, order_by, run_lengths, run_starts
from netzwerkwandel.network.csr import CHUNK, Alters, Csr
from netzwerkwandel.network.kernels.table import circle_cores, core_numbers, local_moves, row_ranks


A = TypeVar("A", FloatArray, IntArray)

DENSE = 8
"""Entries of a table for each tie up to which it is faster than sorting."""


def for_each_tie(
    csr: Csr, rows: IntArray, compute: Callable[[Alters], A], *, chunk: int = CHUNK
) -> A:
    """Compute a value for each contact within its person's circle, and pick those asked about.

    Parameters
    ----------
    csr : Csr
        Everybody's ties.
    rows : IntArray, shape (n_rows,)
        The directed ties asked about.
    compute : callable
        From ``Alters`` to one value for each of its contacts.
    chunk : int
        How many candidates to look at in one step; at least those of one person.

    Returns
    -------
    array, shape (n_rows,)
        One value for each row.

    Notes
    -----
    Costs the circles of the rows' people only, and the memory of some of them at a time.
    """
    source = csr.sources[rows]
    begin = run_starts(source)
    egos, which = np.unique(source[begin], return_inverse=True)
    if len(egos) == 1:
        values = compute(csr.alters_of(int(egos[0])))
    else:
        parts = (csr.alters(some) for some in portions(csr, egos, chunk))
        values = np.concatenate([compute(part) for part in parts])
    # The values stand tie by tie for the people asked about only. Of the people 3 and 7, whose ties
    # are 10 and 11, and 40 to 42, they are [v10 v11 v40 v41 v42]: the value of a tie stands at its
    # own place plus 0 - 10 for a tie of person 3, and plus 2 - 40 for one of person 7.
    shift = np.cumsum(csr.degree[egos]) - csr.degree[egos] - csr.indptr[egos]
    picked: A = values[rows + np.repeat(shift[which], run_lengths(begin, len(rows)))]
    return picked


def all_ties_of_sources(csr: Csr, rows: IntArray) -> IntArray:
    """Which directed ties the people have from whom some ties start, in order."""
    source = csr.sources[rows]
    ties, _ = csr.ties_of(np.unique(source[run_starts(source)]))
    return ties


def portions(csr: Csr, egos: IntArray, chunk: int) -> list[IntArray]:
    """Divide people so that no portion looks at many more candidates than ``chunk``; at least one.

    A circle of n people has at most n (n - 1) ties, and each is looked up by the smaller degree.
    """
    ties, starts = csr.ties_of(egos)
    degree = csr.degree
    own = np.repeat(degree[egos], degree[egos])
    # The candidates up to the end of each person, such as 30, 55, 70, 130 with a chunk of 50, fall
    # into the portions 0, 1, 1, 2: a new one begins wherever that number changes.
    reached = np.cumsum(np.minimum(own, degree[csr.indices[ties]]))
    portion = reached[starts[1:] - 1] // chunk
    return np.split(egos, np.flatnonzero(np.diff(portion)) + 1)


def grouped_alters(
    circle: Alters, keys: Sequence[Key], resolution: float = 1.0, *, dense: int = DENSE
) -> IntArray:
    """Which group of a person's contacts does each contact belong to?

    Parameters
    ----------
    circle : Alters
        The contacts.
    keys : sequence of str, shape (n_alters,)
        The key of each contact, which sets the order of all steps.
    resolution : float
        More gives smaller circles.
    dense : int
        Entries of a table for each tie up to which ties are joined by one; never shows.

    Returns
    -------
    IntArray, shape (n_alters,)
        Numbered from 0 for each person, larger circles first, then by the first key in them.
    """
    # All steps go through each person's contacts by key, so that nothing depends on how the ties
    # happen to stand. ``order`` are the contacts so; and the numbers, told in it, go back to where
    # the contacts stand: [1 0 0] of the contacts [2 0 1] become [0 0 1].
    names = {key: number for number, key in enumerate(sorted(set(keys)))}
    rank = np.array([names[key] for key in keys], dtype=np.int64)
    order = np.lexsort((rank, circle.owner))
    groups = CircleGraph.of(circle, order, dense).grouped(resolution)
    numbers = np.empty(len(order), dtype=np.int64)
    numbers[order] = numbered_groups(groups, circle.owner)
    return numbers


@attrs.frozen(eq=False)
class CircleGraph:
    """Contacts, or groups of them, with ties in both directions, of many people side by side.

    Parameters
    ----------
    source, target : IntArray, shape (n_ties,)
        The ends of each tie, by source and then by target.
    weights : FloatArray, shape (n_ties,)
        Those of one person's circle sum to 1, before any are merged.
    masses : FloatArray, shape (n_nodes,)
        The summed weight of each node's ties, those within a group too.
    dense : int
        Entries of a table for each tie up to which ties are joined by one.
    """

    source: IntArray
    target: IntArray
    weights: FloatArray
    masses: FloatArray
    dense: int

    @classmethod
    def of(cls, circle: Alters, order: IntArray, dense: int) -> CircleGraph:
        """Put the contacts into an order, and weigh each person's circle as a whole."""
        n = len(order)
        place = np.empty(n, dtype=np.int64)
        place[order] = np.arange(n)
        source, target = place[circle.sources], place[circle.indices]
        weights = circle.relative_weights()
        sort = order_by(source, target, n)
        source, target, weights = source[sort], target[sort], weights[sort]
        owner = circle.owner[source]
        weights = weights / sums_of(owner, weights, circle.n_owners)[owner]
        return cls(source, target, weights, sums_of(source, weights, n), dense)

    @property
    def indptr(self) -> IntArray:
        """Where each node's ties begin, and those of the last end."""
        return np.searchsorted(self.source, np.arange(len(self.masses) + 1))

    def grouped(self, resolution: float) -> IntArray:
        """Raise modularity by moving nodes, then whole groups, then nodes again, and so on."""
        groups = np.arange(len(self.masses))
        while True:
            moved = self.moved(groups, resolution)
            parts = self.parted(moved)
            merged = self.merged(parts)
            joined = merged.moved(np.arange(len(merged.masses)), resolution)
            # Nobody gains by moving any more once no group was parted and none joined another.
            last = {int(numbers.max(initial=-1)) for numbers in (moved, parts, joined)}
            before, groups = groups, joined[parts]
            if len(last) == 1 or np.array_equal(groups, before):
                return groups

    def moved(self, groups: IntArray, resolution: float) -> IntArray:
        """Move each node to where it raises modularity most, as long as any does."""
        graph = self.indptr, self.target, self.weights, self.masses
        after = local_moves(*graph, groups, resolution)
        numbers: IntArray = np.unique(after, return_inverse=True)[1]
        return numbers

    def merged(self, groups: IntArray) -> CircleGraph:
        """Make one node of each group; ties within a group stay in its mass only."""
        n = int(groups.max(initial=-1)) + 1
        a, b = groups[self.source], groups[self.target]
        between = a != b
        code, weights = self._summed(a[between] * n + b[between], self.weights[between], n * n)
        masses = sums_of(groups, self.masses, n)
        return CircleGraph(code // max(n, 1), code % max(n, 1), weights, masses, self.dense)

    def _summed(
        self, codes: IntArray, weights: FloatArray, end: int
    ) -> tuple[IntArray, FloatArray]:
        """Each code once, and the sum of its weights: by a table, or sorted if it were vast."""
        if end <= self.dense * len(codes):
            code = np.flatnonzero(np.bincount(codes, minlength=end))
            return code, sums_of(codes, weights, end)[code]
        code, where = np.unique(codes, return_inverse=True)
        return code, sums_of(where, weights, len(code))

    def parted(self, groups: IntArray) -> IntArray:
        """Part groups that do not hang together."""
        # Everybody learns the lowest number among those she is tied to within her group, over and
        # over, until nobody learns a lower one: in the chain 3 - 1 - 2 and the pair 0 - 4, the
        # numbers [0 1 2 3 4] become [0 1 1 1 0]. Whoever learned of 1 takes over what 1 itself
        # learned (``lower[lower]``), so that a chain of n takes about log n rounds.
        within = groups[self.source] == groups[self.target]
        a, b = self.source[within], self.target[within]
        rows = run_starts(a)
        tied = a[rows]
        first = np.arange(len(groups))
        while True:
            lower = first.copy()
            lower[tied] = np.minimum(lower[tied], np.minimum.reduceat(first[b], rows))
            lower = lower[lower]
            if np.array_equal(lower, first):
                parts: IntArray = np.unique(first, return_inverse=True)[1]
                return parts
            first = lower


def sums_of(group: IntArray, values: FloatArray, n: int) -> FloatArray:
    """Sum up the values of each of n groups."""
    return np.bincount(group, values, minlength=n).astype(np.float64)


def numbered_groups(groups: IntArray, owner: IntArray) -> IntArray:
    """Number each person's groups from 0, larger ones first, then by the first contact in them."""
    # The groups [5 5 7 9 9] of the owners [0 0 0 1 1] begin at the contacts 0, 2 and 3, and have 2,
    # 1 and 2 of them: their order is 5, 7 for the first owner, and 9 for the second. Their places
    # in it, [0 1 2], less where the owner's groups begin, [0 0 2], are their numbers: [0 1 0].
    _, first, where, size = np.unique(
        groups, return_index=True, return_inverse=True, return_counts=True
    )
    order = np.lexsort((first, -size, owner[first]))
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    begin = np.searchsorted(owner[first], owner[first])
    return (place - begin)[where]


def depths(
    numbers: IntArray, strength: FloatArray, redundancy: FloatArray, owner: IntArray
) -> FloatArray:
    """How deep in a person's core does each contact sit?

    Parameters
    ----------
    numbers : IntArray, shape (n_alters,)
        Each contact's core number among the same person's contacts.
    strength, redundancy : FloatArray, shape (n_alters,)
        Of the person's ties to them.
    owner : IntArray, shape (n_alters,)
        Whose contact each is, in order.

    Returns
    -------
    FloatArray, shape (n_alters,)
        From 0 to 1: the geometric mean of the rank of the strength over the number of contacts,
        of the redundancy, and of the core number among her contacts over the largest of these.
    """
    starts = run_starts(owner)
    largest = np.maximum(np.maximum.reduceat(numbers, starts), 1)
    embedded = numbers / np.repeat(largest, run_lengths(starts, len(owner)))
    depth: FloatArray = np.cbrt(owner_ranks(strength, owner) * redundancy * embedded)
    return depth


def circle_core_numbers(csr: Csr, rows: IntArray) -> IntArray:
    """Each contact's core number among the same person's contacts.

    Parameters
    ----------
    csr : Csr
        Everybody's ties.
    rows : IntArray, shape (n_rows,)
        The directed ties asked about.

    Returns
    -------
    IntArray, shape (n_rows,)
        At least 0: over everybody's ties at once if most are asked about.
    """
    if 2 * len(rows) <= len(csr):
        return for_each_tie(csr, rows, lambda of: core_numbers(of.indptr, of.indices))
    o = csr.orientation
    return circle_cores(csr.indptr, csr.indices, o.rank, o.up_ptr, o.up)[rows]


def owner_ranks(values: FloatArray, owner: IntArray) -> FloatArray:
    """Each value's place among its owner's from below, equals sharing theirs; over their number.

    The owners are in order.
    """
    return row_ranks(values, np.append(run_starts(owner), len(owner)))
