from __future__ import annotations

import numpy as np

from netzwerkwandel.metrics.asked import Nodes, indices_of
from netzwerkwandel.metrics.open_pairs import Effort, OpenPairs
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network import FloatArray, IntArray, Network
from netzwerkwandel.network.circles import for_each_tie


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
    InvalidArgumentError
        If the network is none, or the nodes are no list of keys or indices.
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
    .. [1] Everett, M. G., Borgatti, S. P. (2005). "Ego network betweenness." Social Networks 27(1),
       31-38.

    Examples
    --------
    >>> star = Network.from_edges(["ada", "ada", "ada"], ["ben", "eva", "finn"])
    >>> ego_betweenness(star).tolist()
    [3.0, 0.0, 0.0, 0.0]
    """
    check_kind("network", network, Network)
    people = np.arange(network.n_contacts) if nodes is None else indices_of(network, nodes)
    return ego_betweenness_of(network, people, Effort())


def ego_betweenness_of(network: Network, people: IntArray, effort: Effort) -> FloatArray:
    """Take ego betweenness of people given by index; how much is done in a step shows nowhere."""
    positions, starts = network.csr.ties_of(people)
    degree = np.diff(starts)
    owner = np.repeat(np.arange(len(people)), degree)
    worth = for_each_tie(network.csr, positions, lambda circles: OpenPairs(circles, effort).worth())
    total = np.bincount(owner, worth, minlength=len(people))
    return np.where(degree > 0, total, np.nan)
