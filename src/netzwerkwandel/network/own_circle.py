from __future__ import annotations

import numpy as np

from netzwerkwandel.network.alters import alters_of
from netzwerkwandel.network.arrays import FloatArray
from netzwerkwandel.network.edges import symmetric_csr
from netzwerkwandel.network.network import Network
from netzwerkwandel.network.ties import Ties


def own_circle(ties: Ties, weights: FloatArray) -> Network:
    """One person and her contacts alone, as they would be with other weights of her ties.

    Parameters
    ----------
    ties : Ties
        All ties of one person, at least one.
    weights : FloatArray, shape (n_rows,)
        Their weights; 0 for a tie that is not there.

    Returns
    -------
    Network
        The contacts in the order of the rows, and the person last.
    """
    circle = alters_of(ties.network, int(ties.source[0]))
    ego, there = len(ties), np.flatnonzero(weights > 0)
    once = circle.sources < circle.indices
    a = np.r_[circle.sources[once], there]
    b = np.r_[circle.indices[once], np.full(len(there), ego)]
    indptr, indices, found = symmetric_csr(
        a, b, np.r_[circle.weights[once], weights[there]], ego + 1
    )
    keys = tuple(str(person) for person in range(ego + 1))
    return Network(keys=keys, indptr=indptr, indices=indices, weights=found)
