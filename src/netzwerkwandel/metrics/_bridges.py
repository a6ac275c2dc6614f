from __future__ import annotations

import numpy as np

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.metrics._tie_measures import embeddedness
from netzwerkwandel.network.arrays import BoolArray, FloatArray
from netzwerkwandel.network.kernels.table import tie_spans
from netzwerkwandel.network.network import Network


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
    The network is searched in breadth around each local bridge, but for the bridges, until the way
    around is found: time grows with the number of local bridges and the people near them.

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
    longest = np.inf if cutoff is None else cutoff
    spans = np.where(embeddedness(network) > 0, 2.0, np.inf)
    once = network.sources < network.indices
    ties = np.flatnonzero(once & np.isinf(spans) & ~bridges(network))
    i, j = network.sources[ties], network.indices[ties]
    spans[ties] = tie_spans(network.indptr, network.indices, i, j, longest)
    back = np.argsort(network.indices, kind="stable")
    return np.minimum(spans, spans[back])
