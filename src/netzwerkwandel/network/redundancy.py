from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.kernels.closed_triads import closed_triads


if TYPE_CHECKING:
    from netzwerkwandel.network.network import Network


@attrs.frozen(eq=False)
class Overlap:
    """What two people who are tied have in common.

    Parameters
    ----------
    redundancy : FloatArray, shape (n_rows,)
        Dyadic redundancy in the ego model, from 0 to 1.
    shared : IntArray, shape (n_rows,)
        How many people both are tied to.
    """

    redundancy: FloatArray
    shared: IntArray


def overlap(network: Network, rows: IntArray) -> Overlap:
    r"""How much of what a contact can reach does the person reach without this contact?

    .. math:: red_{ij} = \sum_{q \in N(i) \setminus j} p_{iq} m_{jq}

    where :math:`p_{iq}` is the share of *i*'s strength that goes to *q*, and :math:`m_{jq}` the
    weight of the tie (j, q) over j's largest weight within i's ego network (the ego model) [1]_.

    Parameters
    ----------
    network : Network
        The network.
    rows : IntArray, shape (n_rows,)
        The directed ties asked about.

    Returns
    -------
    Overlap
        One value for each row.

    Notes
    -----
    Costs the neighbourhoods of the rows' people only.

    References
    ----------
    .. [1] Burt, R. S. (1992). Structural Holes. Harvard University Press, chapter 2.
    """
    weights = network.weights
    strength = network.strength_sums[network.sources[rows]]
    total = np.zeros(len(rows))
    largest = weights[rows].copy()
    shared = np.zeros(len(rows), dtype=np.int64)
    triads = closed_triads(network.indptr, network.indices, network.sources, rows)
    for row, iq, jq in triads:
        shares = weights[iq] / strength[row]
        total += np.bincount(row, shares * weights[jq], minlength=len(rows))
        np.maximum.at(largest, row, weights[jq])
        shared += np.bincount(row, minlength=len(rows))
    return Overlap(np.minimum(total / largest, 1.0), shared)
