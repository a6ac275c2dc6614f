from __future__ import annotations

import numpy as np

from netzwerkwandel.metrics.asked import Nodes, indices_of
from netzwerkwandel.metrics.groups import Groups, values_of
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network import FloatArray, Network


def exposure(
    network: Network,
    who: Groups | None = None,
    *,
    weighted: bool = True,
    nodes: Nodes = None,
) -> FloatArray:
    r"""How much of a person's contact is with those who have done something, as changed career?

    .. math:: E_i = \frac{\sum_j z_{ij} y_j}{\sum_j z_{ij}}

    over the contacts *j* of *i* [1]_: with :math:`y_j = 1` for those who have done it and 0 for the
    others, the share of her tie strength that goes to them; with any number, its weighted mean.

    Parameters
    ----------
    network : Network
        Who is tied to whom.
    who : sequence, shape (n_contacts,), mapping or str, optional
        A number or truth value for each person, in the order of ``network.keys``, or by key; or the
        name of an attribute. Whoever has none (None, nan, or no entry) is not counted. By default
        whether a contact is known to have changed career, as the records say.
    weighted : bool
        Whether contacts count by the strength of the tie, rather than each as 1.
    nodes : sequence of str or int, optional
        Whose contacts are asked about; by default everybody's.

    Returns
    -------
    FloatArray, shape (n_contacts,) or (n_nodes,)
        Between the least and the greatest of the numbers, 0 to 1 of truth values; nan without
        contacts of whom it is known.

    Raises
    ------
    InvalidArgumentError
        If there is not one number for each person, or the network is none.
    NotFoundError
        If somebody in ``nodes`` is not there.

    See Also
    --------
    composition : Who the contacts are, by groups.

    References
    ----------
    .. [1] Valente, T. W. (1995). Network Models of the Diffusion of Innovations. Hampton Press.

    Examples
    --------
    Of Ada's contacts Ben has changed career, whom she meets three times as often as Cem.

    >>> network = Network.from_edges(["ada", "ada"], ["ben", "cem"], [3.0, 1.0])
    >>> exposure(network, {"ben": True, "cem": False}, nodes=["ada"])
    array([0.75])
    """
    check_kind("network", network, Network)
    check_kind("weighted", weighted, bool)
    people = np.arange(network.n_contacts) if nodes is None else indices_of(network, nodes)
    if who is None:
        done = np.array([bool(contact.changed_career) for contact in network.contacts], np.float64)
        value = done if len(done) else np.full(network.n_contacts, np.nan)
    else:
        value = values_of(network, "who", who)
    ties, _ = network.csr.ties_of(people)
    row = np.repeat(np.arange(len(people)), network.degree[people])
    theirs = value[network.indices[ties]]
    weight = network.weights[ties] if weighted else np.ones(len(ties))
    known = ~np.isnan(theirs)
    row, theirs, weight = row[known], theirs[known], weight[known]
    # The largest of a row is taken out before sums are formed, which may be beyond any float.
    largest = np.zeros(len(people))
    np.maximum.at(largest, row, weight)
    weight = weight / largest[row]
    total = np.bincount(row, weight, len(people))
    met = np.bincount(row, weight * theirs, len(people))
    share = np.full(len(people), np.nan)
    np.divide(met, total, out=share, where=total > 0)
    return share
