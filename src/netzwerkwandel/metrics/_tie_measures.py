"""Measures of single ties: one value for each directed tie, in the order of ``network.ties()``."""

from __future__ import annotations

from netzwerkwandel.metrics.tie_totals import model_of
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network import FloatArray, IntArray, Network
from netzwerkwandel.network.slot_dyads import Model, slot_dyads


def local_constraint(network: Network, *, model: Model | None = None) -> FloatArray:
    r"""Which contact holds a person back? The dyadic constraint of every tie.

    .. math:: c_{ij} = \Bigl(p_{ij} + \sum_q p_{iq} p_{qj}\Bigr)^2

    See ``structural_holes`` for the two models and the sources.

    Parameters
    ----------
    network, model
        As for ``structural_holes``: by default in the ego model where the network is somebody's
        own and in the whole model otherwise.

    Returns
    -------
    FloatArray, shape (n_ties,)
        One value for each directed tie, above 0; a person's sum to her constraint.

    Raises
    ------
    InvalidArgumentError
        If there is no such model, or the network is none.

    Examples
    --------
    >>> local_constraint(Network.from_edges(["a", "b"], ["b", "c"]))
    array([1.  , 0.25, 0.25, 1.  ])
    """
    model = model_of(network, model)
    return slot_dyads(network.csr, model, shared=False).constraint(network.csr)


def redundancy(network: Network, *, model: Model | None = None) -> FloatArray:
    r"""How much of what a contact can reach does a person reach without this contact?

    .. math:: red_{ij} = \sum_q p_{iq} \frac{z_{jq}}{\max_k z_{jk}}

    See ``structural_holes`` for the two models and the sources.

    Parameters
    ----------
    network, model
        As for ``structural_holes``: by default in the ego model where the network is somebody's
        own and in the whole model otherwise.

    Returns
    -------
    FloatArray, shape (n_ties,)
        One value for each directed tie, from 0 to below 1.

    Raises
    ------
    InvalidArgumentError
        If there is no such model, or the network is none.

    Examples
    --------
    >>> redundancy(Network.from_edges(["a", "b", "c"], ["b", "c", "a"]))
    array([0.5, 0.5, 0.5, 0.5, 0.5, 0.5])
    """
    model = model_of(network, model)
    return slot_dyads(network.csr, model, through=False).redundancy(network.csr)


def embeddedness(network: Network) -> IntArray:
    """How many people do both ends of each tie know?

    Parameters
    ----------
    network : Network
        Who is tied to whom.

    Returns
    -------
    IntArray, shape (n_ties,)
        One number for each directed tie, at least 0; the same in both directions.

    Raises
    ------
    InvalidArgumentError
        If the network is none.

    See Also
    --------
    overlap : The same, as a share of the circle of both.

    Notes
    -----
    One pass over the closed triads.

    Examples
    --------
    >>> embeddedness(Network.from_edges(["a", "b", "c", "c"], ["b", "c", "a", "d"]))
    array([1, 1, 1, 1, 1, 1, 0, 0])
    """
    return check_kind("network", network, Network).ties().embeddedness


def overlap(network: Network) -> FloatArray:
    r"""How much of the circle of two people do they share? The overlap of every tie.

    .. math:: O_{ij} = \frac{n_{ij}}{(k_i - 1) + (k_j - 1) - n_{ij}}

    where :math:`n_{ij}` people are tied to both and :math:`k_i` is the number of i's ties [1]_.

    Parameters
    ----------
    network : Network
        Who is tied to whom; weights do not matter.

    Returns
    -------
    FloatArray, shape (n_ties,)
        One share for each directed tie, from 0 (a bridge between two circles) to 1 (one circle);
        the same in both directions; nan where two people have each other only.

    Raises
    ------
    InvalidArgumentError
        If the network is none.

    See Also
    --------
    embeddedness : The number of people tied to both.

    Notes
    -----
    One pass over the closed triads.

    References
    ----------
    .. [1] Onnela, J.-P., et al. (2007). "Structure and tie strengths in mobile communication
       networks." PNAS 104(18), 7332-7336. https://doi.org/10.1073/pnas.0610245104

    Examples
    --------
    >>> overlap(Network.from_edges(["a", "b", "c", "c"], ["b", "c", "a", "d"]))
    array([1. , 0.5, 1. , 0.5, 0.5, 0.5, 0. , 0. ])
    """
    return check_kind("network", network, Network).ties().overlap


def reciprocity(network: Network) -> FloatArray:
    """How mutual is the contact between two people?

    Days on which the one reached out over days on which the other did, the smaller over the larger.

    Parameters
    ----------
    network : Network
        Built from records; in others nobody is known to have reached out.

    Returns
    -------
    FloatArray, shape (n_ties,)
        One value for each directed tie, from 0 (one-sided) to 1 (both alike); the same in both
        directions; a meeting counts for both. nan where nobody is known to have reached out.

    Raises
    ------
    InvalidArgumentError
        If the network is none.

    See Also
    --------
    simmelian_strength : Builds on which ties are mutual.

    Examples
    --------
    Ada wrote on two days, and Ben answered on one.

    >>> from datetime import datetime, timezone
    >>> from netzwerkwandel import Contact, Interaction, Records
    >>> people = [Contact(key=key, name=key) for key in ("ada", "ben")]
    >>> days = [datetime(2026, 3, day, tzinfo=timezone.utc) for day in (2, 9, 10)]
    >>> mails = [
    ...     Interaction(key=f"{n}", when=days[n], sender=who, participants=["ada", "ben"])
    ...     for n, who in enumerate(["ada", "ada", "ben"])
    ... ]
    >>> records = Records(contacts=people, interactions=mails, me="ada")
    >>> reciprocity(Network.from_records(records, as_of=days[-1])).tolist()
    [0.5, 0.5]
    """
    return check_kind("network", network, Network).ties().reciprocity


def simmelian_strength(network: Network) -> IntArray:
    r"""How many people hold a tie together, since both ends are mutually tied to them?

    .. math:: S_{ij} = m_{ij} \sum_q m_{iq} m_{qj}

    where :math:`m_{ij}` is 1 if the tie between i and j is mutual and else 0. A tie with any such
    common contact is a Simmelian tie [1]_; its strength is their number.

    Parameters
    ----------
    network : Network
        In a network built from records a tie is not mutual if only one of the two is known to have
        reached out. Where nobody is known to have (a shared list of recipients, a tie only
        stated), and in other networks, ties have no direction and are mutual.

    Returns
    -------
    IntArray, shape (n_ties,)
        One number for each directed tie, at least 0; the same in both directions; 0 for a tie that
        is not mutual.

    Raises
    ------
    InvalidArgumentError
        If the network is none.

    See Also
    --------
    embeddedness : Counts all people tied to both.

    Notes
    -----
    One pass over the closed triads.

    References
    ----------
    .. [1] Krackhardt, D. (1998). "Simmelian Ties: Super Strong and Sticky." In Power and
       Influence in Organizations.

    Examples
    --------
    >>> simmelian_strength(Network.from_edges(["a", "b", "c", "c"], ["b", "c", "a", "d"]))
    array([1, 1, 1, 1, 1, 1, 0, 0])
    """
    return check_kind("network", network, Network).ties().simmelian
