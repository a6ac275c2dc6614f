"""The circles a person moves in: groups of her contacts who know each other, she herself aside."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np

from netzwerkwandel.model import Key
from netzwerkwandel.network.arrays import FloatArray, IntArray, run_starts
from netzwerkwandel.network.csr import Alters
from netzwerkwandel.network.kernels.table import local_moves


DENSE = 8
"""Entries of a table for each tie up to which it is faster than sorting."""


def circles(circle: Alters, keys: Sequence[Key], resolution: float = 1.0) -> IntArray:
    """Which group of a person's contacts does each contact belong to?

    Parameters
    ----------
    circle : Alters
        The contacts.
    keys : sequence of str, shape (n_alters,)
        The key of each contact, which sets the order of all steps.
    resolution : float
        More gives smaller circles.

    Returns
    -------
    IntArray, shape (n_alters,)
        Numbered from 0 for each person, larger circles first, then by the first key in them.
    """
    order = _order(circle, keys)
    graph = _graph(circle, order)
    groups = _grouped(graph, resolution)
    numbers = np.empty(len(order), dtype=np.int64)
    numbers[order] = _numbered(groups, circle.owner)
    return numbers


@attrs.frozen(eq=False)
class _Graph:
    """Nodes with ties in both directions; all weights of one person's circle sum to 1."""

    source: IntArray
    target: IntArray
    weights: FloatArray
    masses: FloatArray

    @property
    def indptr(self) -> IntArray:
        return np.searchsorted(self.source, np.arange(len(self.masses) + 1))

    def merged(self, groups: IntArray) -> _Graph:
        """One node for each group; ties within a group stay in its mass only."""
        n = int(groups.max(initial=-1)) + 1
        a, b = groups[self.source], groups[self.target]
        between = a != b
        code, weights = _joined(a[between] * n + b[between], self.weights[between], n * n)
        return _Graph(code // max(n, 1), code % max(n, 1), weights, _sums(groups, self.masses, n))

    def moved(self, groups: IntArray, resolution: float) -> IntArray:
        graph = self.indptr, self.target, self.weights, self.masses
        after = local_moves(*graph, groups, resolution)
        numbers: IntArray = np.unique(after, return_inverse=True)[1]
        return numbers


def _order(circle: Alters, keys: Sequence[Key]) -> IntArray:
    """Each person's contacts by key."""
    names = {key: number for number, key in enumerate(sorted(set(keys)))}
    rank = np.array([names[key] for key in keys], dtype=np.int64)
    return np.lexsort((rank, circle.owner))


def _graph(circle: Alters, order: IntArray) -> _Graph:
    n = len(order)
    place = np.empty(n, dtype=np.int64)
    place[order] = np.arange(n)
    source, target = place[circle.sources], place[circle.indices]
    weights = circle.relative_weights()
    sort = np.argsort(source * n + target, kind="stable")
    source, target, weights = source[sort], target[sort], weights[sort]
    owner = circle.owner[source]
    weights = weights / _sums(owner, weights, circle.n_owners)[owner]
    return _Graph(source, target, weights, _sums(source, weights, n))


def _sums(group: IntArray, values: FloatArray, n: int) -> FloatArray:
    return np.bincount(group, values, minlength=n).astype(np.float64)


def _joined(codes: IntArray, weights: FloatArray, end: int) -> tuple[IntArray, FloatArray]:
    """Each code once, and the sum of its weights: by a table, or sorted if it would be vast."""
    if end <= DENSE * len(codes):
        code = np.flatnonzero(np.bincount(codes, minlength=end))
        return code, _sums(codes, weights, end)[code]
    code, where = np.unique(codes, return_inverse=True)
    return code, _sums(where, weights, len(code))


def _grouped(graph: _Graph, resolution: float) -> IntArray:
    """Modularity, raised by moving people, then whole groups, then people again, and so on."""
    groups = np.arange(len(graph.masses))
    while True:
        moved = _split(graph, graph.moved(groups, resolution))
        merged = graph.merged(moved)
        joined = merged.moved(np.arange(len(merged.masses)), resolution)[moved]
        if np.array_equal(joined, groups):
            return groups
        groups = joined


def _split(graph: _Graph, groups: IntArray) -> IntArray:
    """Part groups that do not hang together."""
    within = groups[graph.source] == groups[graph.target]
    a, b = graph.source[within], graph.target[within]
    rows = run_starts(a)
    tied = a[rows]
    first = np.arange(len(groups))
    while True:
        lower = first.copy()
        lower[tied] = np.minimum(lower[tied], np.minimum.reduceat(first[b], rows))
        lower = lower[lower]
        if np.array_equal(lower, first):
            return np.unique(first, return_inverse=True)[1]
        first = lower


def _numbered(groups: IntArray, owner: IntArray) -> IntArray:
    _, first, where, size = np.unique(
        groups, return_index=True, return_inverse=True, return_counts=True
    )
    order = np.lexsort((first, -size, owner[first]))
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    begin = np.searchsorted(owner[first], owner[first])
    return (place - begin)[where]
