from __future__ import annotations

from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.network import Network


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

    See Also
    --------
    simmelian_strength : Builds on which ties are mutual.
    """
    return network.ties().reciprocity


def simmelian_strength(network: Network) -> IntArray:
    r"""How firmly do third people hold a tie? Those to whom both are mutually tied.

    .. math:: S_{ij} = m_{ij} \sum_q m_{iq} m_{qj}

    where :math:`m_{ij}` is 1 if the tie between i and j is mutual and else 0. A tie with any such
    third is a Simmelian tie [1]_; its strength is the number of thirds.

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
    return network.ties().simmelian
