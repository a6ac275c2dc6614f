from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.metrics.overlap import embeddedness
from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray, row_positions, runs
from netzwerkwandel.network.network import Network


CHUNK = 1_000_000
"""Steps from person to person taken in one round; bounds the memory, never the result."""

_NOT_FOUND = -2


def bridges(network: Network) -> BoolArray:
    """Which ties are the only way between their two ends?

    Parameters
    ----------
    network : Network
        Who is tied to whom.

    Returns
    -------
    BoolArray, shape (n_ties,)
        One value for each directed tie, the same in both directions.

    See Also
    --------
    local_bridges : How long the way around each tie is.

    Notes
    -----
    One walk over all ties; time grows with their number.

    Examples
    --------
    >>> bridges(Network.from_edges(["a", "b", "c", "c"], ["b", "c", "a", "d"]))
    array([False, False, False, False, False, False,  True,  True])
    """
    order, above = _walk(network.indptr.tolist(), network.indices.tolist())
    n = network.n_contacts
    parent = np.array(above, dtype=np.int64)
    found = np.empty(n, dtype=np.int64)
    found[order] = np.arange(n)
    source, target = network.sources, network.indices
    down = parent[target] == source
    earliest = found.copy()
    others = parent[source] != target
    np.minimum.at(earliest, source[others], found[target[others]])
    reach = earliest.tolist()
    for person in reversed(order):
        if above[person] >= 0:
            reach[above[person]] = min(reach[above[person]], reach[person])
    alone = np.array(reach, dtype=np.int64) == found
    result: BoolArray = (down & alone[target]) | (~others & alone[source])
    return result


def _walk(indptr: list[int], indices: list[int]) -> tuple[list[int], list[int]]:
    """Walk in depth first: everybody in the order found, and from whom each was found, or -1."""
    above = [_NOT_FOUND] * (len(indptr) - 1)
    order: list[int] = []
    for root in range(len(above)):
        waiting = [(root, -1)] if above[root] == _NOT_FOUND else []
        while waiting:
            here, before = waiting.pop()
            if above[here] != _NOT_FOUND:
                continue
            above[here] = before
            order.append(here)
            around = indices[indptr[here] : indptr[here + 1]]
            waiting.extend((other, here) for other in around if above[other] == _NOT_FOUND)
    return order, above


def local_bridges(network: Network, *, cutoff: int | None = None) -> FloatArray:
    """How far would two people be from each other without the tie between them? Its span.

    A tie whose ends share no contact is a local bridge: its span is above 2 [1]_.

    Parameters
    ----------
    network : Network
        Who is tied to whom; weights do not matter.
    cutoff : int, optional
        The longest way around to look for, at least 2; by default any.

    Returns
    -------
    FloatArray, shape (n_ties,)
        The length of the shortest way around each directed tie, the same in both directions: 2
        where both share a contact, 3 and more for a local bridge, infinite for a bridge, to which
        there is no other way (none up to the cutoff).

    Raises
    ------
    InvalidArgumentError
        If the cutoff is below 2.

    Notes
    -----
    From one end of each local bridge the network is searched in breadth, level by level, until the
    ways around all the bridges that start there are found. Seldom more than two levels are needed.

    References
    ----------
    .. [1] Granovetter, M. S. (1973). "The Strength of Weak Ties." American Journal of Sociology 78,
       1360-1380.

    Examples
    --------
    A circle of five, and a sixth person at one of them:

    >>> ring = Network.from_edges([0, 1, 2, 3, 4, 4], [1, 2, 3, 4, 0, 5])
    >>> local_bridges(ring)
    array([ 4.,  4.,  4.,  4.,  4.,  4.,  4.,  4.,  4.,  4., inf, inf])
    """
    if cutoff is not None and cutoff < 2:
        raise InvalidArgumentError(f"cutoff must be at least 2, got {cutoff!r}")
    spans = np.where(embeddedness(network) > 0, 2.0, np.inf)
    back = np.argsort(network.indices, kind="stable")
    wanted = _from_cheaper_end(network, back) & np.isinf(spans) & ~bridges(network)
    _search(network, wanted, spans, np.inf if cutoff is None else cutoff)
    spans = np.minimum(spans, spans[back])
    return spans if cutoff is None else np.where(spans > cutoff, np.inf, spans)


def _from_cheaper_end(network: Network, back: IntArray) -> BoolArray:
    """Each tie in one of its directions: from the end that fewer people are two steps from."""
    source, target = network.sources, network.indices
    near = np.bincount(source, network.degree[target], minlength=network.n_contacts)
    level = (near[source] == near[target]) & (back > np.arange(len(back)))
    cheaper: BoolArray = (near[source] < near[target]) | level
    return cheaper


def _search(network: Network, wanted: BoolArray, spans: FloatArray, longest: float) -> None:
    """Find the spans of the wanted ties, none of which is a bridge.

    The shortest way around a tie (i, j) leaves the branch of j once: where two branches meet, at
    distances d and e from i, there is a way of length d + e around the first tie of either.
    """
    n = network.n_contacts
    people = np.unique(network.sources[wanted])
    ties, _ = row_positions(network.indptr, people)
    codes = network.sources[ties] * n + network.indices[ties]
    pending = [(1, _Front(people * n + people, codes, ties, n))]
    while pending:
        distance, front = pending.pop()
        if 2 * distance > longest or not len(front.codes):
            continue
        steps = int(network.degree[front.codes % n].sum())
        if steps > CHUNK and front.starts[0] != front.starts[-1]:
            pending.extend((distance, half) for half in front.halves())
            continue
        onward = front.advance(network, distance, spans)
        around, _ = row_positions(network.indptr, np.unique(front.starts))
        looking = wanted[around] & np.isinf(spans[around])
        pending.append((distance + 1, onward.of(np.unique(network.sources[around[looking]]))))


@attrs.frozen(eq=False)
class _Front:
    """Searches from several people, side by side, each at the same distance from its start.

    A person found by a search is coded as start * n + person; codes are sorted. Only those found
    last and those found a step before are kept: nobody else is a step away. The branch of a person
    is the tie from the start that the way to her begins with.
    """

    behind: IntArray
    codes: IntArray
    branch: IntArray
    n: int

    @property
    def starts(self) -> IntArray:
        return self.codes // self.n

    def of(self, starts: IntArray) -> _Front:
        """Only the searches from some people, who are sorted."""
        keep, _ = _among(starts, self.starts)
        behind, _ = _among(starts, self.behind // self.n)
        return _Front(self.behind[behind], self.codes[keep], self.branch[keep], self.n)

    def halves(self) -> tuple[_Front, _Front]:
        """Divide the searches at a start near the middle."""
        first = runs(self.starts)
        middle = int(first[len(first) // 2])
        border = int(np.searchsorted(self.behind, self.starts[middle] * self.n))
        return (
            _Front(self.behind[:border], self.codes[:middle], self.branch[:middle], self.n),
            _Front(self.behind[border:], self.codes[middle:], self.branch[middle:], self.n),
        )

    def advance(self, network: Network, distance: int, spans: FloatArray) -> _Front:
        """Go a step on from everybody found last, and note the ways around where branches meet."""
        here = self.codes % self.n
        steps, begin = row_positions(network.indptr, here)
        of = np.repeat(np.arange(len(here)), np.diff(begin))
        to, branch = (self.codes - here)[of] + network.indices[steps], self.branch[of]
        beside, at = _among(self.codes, to)
        meets = beside & (self.branch[at] != branch)
        _note(spans, branch[meets], 2 * distance)
        onward = np.flatnonzero(~beside & ~_among(self.behind, to)[0])
        order = onward[np.argsort(to[onward], kind="stable")]
        to, branch = to[order], branch[order]
        first = runs(to)
        settled = np.repeat(branch[first], np.diff(np.r_[first, len(to)]))
        meets = settled != branch
        _note(spans, np.r_[branch[meets], settled[meets]], 2 * distance + 1)
        return _Front(self.codes, to[first], branch[first], self.n)


def _among(known: IntArray, wanted: IntArray) -> tuple[BoolArray, IntArray]:
    """Say which wanted numbers are among the known ones, which are sorted, and where."""
    if not len(known):
        return np.zeros(len(wanted), dtype=bool), np.zeros(len(wanted), dtype=np.int64)
    at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    there: BoolArray = known[at] == wanted
    return there, at


def _note(spans: FloatArray, ties: IntArray, span: int) -> None:
    """Write down the length of a way around, unless a shorter one is known."""
    spans[ties[np.isinf(spans[ties])]] = span
