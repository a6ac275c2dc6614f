from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray
from netzwerkwandel.network.kernels.masked_product import symmetric_sums
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
    return count_thirds(network, np.ones(len(network.indices), dtype=bool))


def count_thirds(network: Network, counted: BoolArray) -> IntArray:
    """Count for each tie the people tied to both, if both of the ties to her are counted.

    Parameters
    ----------
    network : Network
        Who is tied to whom.
    counted : BoolArray, shape (n_ties,)
        One value for each directed tie, the same in both directions.

    Returns
    -------
    IntArray, shape (n_ties,)
        One number for each directed tie.
    """
    o = network.orientation
    slot, _ = o.slots_of(network.indptr, network.indices)
    ones = np.zeros(len(o.up))
    ones[slot] = counted
    sums, _ = symmetric_sums(attrs.evolve(o, weights=ones), np.zeros(network.n_contacts))
    thirds: IntArray = sums[slot, 1].astype(np.int64)
    return thirds


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
    shared = embeddedness(network).astype(np.float64)
    degree = network.degree.astype(np.float64)
    circle = degree[network.sources] + degree[network.indices] - 2.0 - shared
    share: FloatArray = shared / np.where(circle > 0, circle, np.nan)
    return share
