from __future__ import annotations

import numpy as np

from netzwerkwandel.model.arguments import check_count, check_kind
from netzwerkwandel.network import BoolArray, FloatArray, Network
from netzwerkwandel.network.kernels.table import tie_spans


_NOT_MET = -2


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

    Raises
    ------
    InvalidArgumentError
        If the network is none.

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
    check_kind("network", network, Network)
    # Tarjan's test. All are walked through in depth first, and numbered as they are met; the ties
    # walked along make a tree, and every other tie leads from a person up to somebody met before on
    # the way to her. A ring of a, b, c, to which d hangs at c, is met as
    #
    #     met         a 0 -> b 1 -> c 2 -> d 3      and the other tie leads from c up to a
    #     reaches     a 0    b 0    c 0    d 3
    #
    # where a person reaches the earliest whom she, or anybody below her, is tied to by such another
    # tie. Who reaches nobody earlier than herself hangs on the one tie from above: c-d is a bridge.
    order, above = _walk(network.indptr.tolist(), network.indices.tolist())
    n = network.n_contacts
    parent = np.array(above, dtype=np.int64)
    met = np.empty(n, dtype=np.int64)
    met[order] = np.arange(n)
    source, target = network.sources, network.indices
    down, others = parent[target] == source, parent[source] != target
    earliest = met.copy()
    np.minimum.at(earliest, source[others], met[target[others]])
    # From the last met back to the first, so that all below a person are done before she is.
    reach = earliest.tolist()
    for person in reversed(order):
        if above[person] >= 0:
            reach[above[person]] = min(reach[above[person]], reach[person])
    alone = np.array(reach, dtype=np.int64) == met
    result: BoolArray = (down & alone[target]) | (~others & alone[source])
    return result


def _walk(indptr: list[int], indices: list[int]) -> tuple[list[int], list[int]]:
    """Walk in depth first: everybody in the order met, and after whom each was met, or -1."""
    above = [_NOT_MET] * (len(indptr) - 1)
    order: list[int] = []
    for root in range(len(above)):
        waiting = [(root, -1)] if above[root] == _NOT_MET else []
        while waiting:
            here, before = waiting.pop()
            if above[here] != _NOT_MET:
                continue
            above[here] = before
            order.append(here)
            around = indices[indptr[here] : indptr[here + 1]]
            waiting.extend((other, here) for other in around if above[other] == _NOT_MET)
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
        If the cutoff is no whole number of at least 2, or the network is none.

    Notes
    -----
    The network is searched in breadth around each local bridge, but for the bridges, until the way
    around is found: time grows with the number of local bridges and the people near them.

    References
    ----------
    .. [1] Granovetter, M. S. (1973). "The Strength of Weak Ties." American Journal of Sociology 78,
       1360-1380. https://doi.org/10.1086/225469

    Examples
    --------
    A circle of five, and a sixth person at one of them:

    >>> ring = Network.from_edges([0, 1, 2, 3, 4, 4], [1, 2, 3, 4, 0, 5])
    >>> local_bridges(ring)
    array([ 4.,  4.,  4.,  4.,  4.,  4.,  4.,  4.,  4.,  4., inf, inf])
    """
    check_kind("network", network, Network)
    if cutoff is not None:
        check_count("cutoff", cutoff, 2)
    longest = np.inf if cutoff is None else cutoff
    spans = np.where(network.ties().embeddedness > 0, 2.0, np.inf)
    once = network.sources < network.indices
    ties = np.flatnonzero(once & np.isinf(spans) & ~bridges(network))
    i, j = network.sources[ties], network.indices[ties]
    spans[ties] = tie_spans(network.indptr, network.indices, i, j, longest)
    # Ties stand by source and then by target, so sorted by target and then by source each stands
    # where the one the other way does; and only one of the two was searched.
    back = np.argsort(network.indices, kind="stable")
    return np.minimum(spans, spans[back])
