from __future__ import annotations

from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.network import Network


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
    return network.ties().embeddedness


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

    See Also
    --------
    embeddedness : The number of people tied to both.

    Notes
    -----
    One pass over the closed triads.

    References
    ----------
    .. [1] Onnela, J.-P., et al. (2007). "Structure and tie strengths in mobile communication
       networks." PNAS 104, 7332.

    Examples
    --------
    >>> overlap(Network.from_edges(["a", "b", "c", "c"], ["b", "c", "a", "d"]))
    array([1. , 0.5, 1. , 0.5, 0.5, 0.5, 0. , 0. ])
    """
    return network.ties().overlap
