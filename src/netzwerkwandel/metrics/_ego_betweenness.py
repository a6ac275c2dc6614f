from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netzwerkwandel.metrics.nodes import Nodes, indices_of
from netzwerkwandel.network.alters import Alters, for_each_tie
from netzwerkwandel.network.arrays import FloatArray, IntArray, row_positions
from netzwerkwandel.network.network import Network


CHUNK = 1_000_000
"""Ways looked at in one step; bounds the memory, never the result."""

MATRIX = 4_096
"""The most contacts whose ties are laid out as a matrix."""

DENSE = 50
"""A matrix product takes this many multiplications in the time of one way looked up."""


def ego_betweenness(network: Network, *, nodes: Nodes = None) -> FloatArray:
    r"""How many pairs of a person's contacts have to go through this person to meet?

    .. math:: B_i = \sum_{j < k,\; j \not\sim k} \frac{1}{1 + c_{jk}}

    over the pairs of *i*'s contacts that are not tied, where :math:`c_{jk}` is how many other
    contacts of *i* both are tied to: one over the number of ways of length two between them within
    i's circle, the way over *i* included. It equals the betweenness of *i* in its own ego network
    [1]_. Weights do not matter.

    Parameters
    ----------
    network : Network
        The network.
    nodes : sequence of keys or indices, optional
        The people asked about; by default everybody.

    Returns
    -------
    FloatArray, shape (n_contacts,) or (n_nodes,)
        From 0 to n (n - 1) / 2 for n contacts, each pair counted once; 0 with one contact, nan
        with none.

    Raises
    ------
    NotFoundError
        If somebody is not there.

    Notes
    -----
    It looks at pairs that are *not* tied, which no closed triad tells of. Cost: the closed triads
    around each person, and the ways of length two among the contacts, of which a contact tied to r
    of the others has r². Where contacts are tied so densely that there are more ways than
    a matrix product has steps, the product is taken instead; where all are tied, nothing. Memory
    is bounded by the largest circle.

    References
    ----------
    .. [1] Everett, M. G., Borgatti, S. P. (2005). "Ego network betweenness." Social Networks 27,
       31-38.

    Examples
    --------
    >>> star = Network.from_edges(["ada", "ada", "ada"], ["ben", "eva", "finn"])
    >>> ego_betweenness(star).tolist()
    [3.0, 0.0, 0.0, 0.0]
    """
    people = np.arange(network.n_contacts) if nodes is None else indices_of(network, nodes)
    positions, starts = row_positions(network.indptr, people)
    degree = np.diff(starts)
    owner = np.repeat(np.arange(len(people)), degree)
    worth = for_each_tie(network, positions, _worth)
    total = np.bincount(owner, worth, minlength=len(people))
    return np.where(degree > 0, total, np.nan)


def _worth(circles: Alters) -> FloatArray:
    """What each circle's pairs are worth, those that share as many other contacts together.

    The pairs that share none stand at the circle's first contact, those that share one at its
    second, and so on. They are counted in whole numbers, so no order of adding can show.
    """
    size = np.bincount(circles.owner)
    starts = np.cumsum(size) - size
    pairs = np.zeros(len(circles.owner), dtype=np.int64)
    apart = size * (size - 1) // 2 - _per_circle(circles, np.diff(circles.indptr)) // 2
    ways = _ways(circles)
    steps = size.astype(np.float64) ** 3
    dense = (size <= MATRIX) & (steps < DENSE * _per_circle(circles, ways))
    for circle in np.flatnonzero(dense & (apart > 0)).tolist():
        rows = slice(starts[circle], starts[circle] + size[circle])
        pairs[rows] = _pairs_by_matrix(circles, rows)
    open_to = (~dense & (apart > 0))[circles.owner] & (ways > 0)
    for part in _parts(ways, np.flatnonzero(open_to)):
        first, shared = _pairs_by_ways(circles, part)
        pairs += np.bincount(starts[circles.owner[first]] + shared, minlength=len(pairs))
    pairs[starts] += apart - _per_circle(circles, pairs)
    worth: FloatArray = pairs / (1 + np.arange(len(pairs)) - starts[circles.owner])
    return worth


def _per_circle(circles: Alters, counts: IntArray) -> IntArray:
    return np.bincount(circles.owner, counts).astype(np.int64)


def _ways(circles: Alters) -> IntArray:
    """How many ways of length two begin at each contact."""
    reached: IntArray = np.r_[0, np.cumsum(np.diff(circles.indptr)[circles.indices])]
    return reached[circles.indptr[1:]] - reached[circles.indptr[:-1]]


def _pairs_by_matrix(circles: Alters, rows: slice) -> IntArray:
    """How many pairs not tied share no other contact, one, two, ...; for one circle."""
    n = rows.stop - rows.start
    bounds = circles.indptr[rows.start : rows.stop + 1]
    tied = np.zeros((n, n), dtype=np.float32)
    ends = circles.indices[bounds[0] : bounds[-1]] - rows.start
    tied[np.repeat(np.arange(n), np.diff(bounds)), ends] = 1.0
    shared = tied @ tied
    return np.bincount(shared[np.triu(tied == 0, 1)].astype(np.int64), minlength=n)


def _parts(costs: IntArray, rows: IntArray) -> Iterator[IntArray]:
    """Cut rows so that what a part costs stays near a chunk, if need be one by one."""
    portion = np.cumsum(costs[rows]) // CHUNK
    return iter(np.split(rows, np.flatnonzero(np.diff(portion)) + 1))


def _pairs_by_ways(circles: Alters, rows: IntArray) -> tuple[IntArray, IntArray]:
    """The pairs of some contacts and later ones, not tied, that share others: whose, how many."""
    first, hops = row_positions(circles.indptr, rows)
    middle, origin = circles.indices[first], np.repeat(rows, np.diff(hops))
    second, hops = row_positions(circles.indptr, middle)
    end, begin = circles.indices[second], np.repeat(origin, np.diff(hops))
    later, n = end > begin, len(circles.owner)
    pairs, shared = np.unique(begin[later] * n + end[later], return_counts=True)
    apart = ~np.isin(pairs, origin * n + middle, assume_unique=True)
    return pairs[apart] // n, shared[apart]
