"""Structural holes of one person in her own network: as it is, and as it would be."""

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.metrics.tie_totals import totals_of
from netzwerkwandel.network import FloatArray, Ties


@attrs.frozen
class OwnHoles:
    """How open a person's own network is, in the ego model.

    Parameters
    ----------
    effective_size : float
        How many contacts there are that do not repeat each other; nan without any.
    constraint : float
        How closed the network is; lower is more open; nan without contacts.
    """

    effective_size: float
    constraint: float


def own_holes(ties: Ties) -> OwnHoles:
    """Measure one person's own network by the columns of all her ties.

    Examples
    --------
    >>> from netzwerkwandel.network import Network
    >>> star = Network.from_edges(["ada", "ada"], ["ben", "eva"])
    >>> own_holes(star.ties_of("ada"))
    OwnHoles(effective_size=2.0, constraint=0.5)
    """
    if not len(ties):
        return OwnHoles(np.nan, np.nan)
    return OwnHoles(float((1.0 - ties.redundancy).sum()), float(ties.constraint.sum()))


def own_holes_with(ties: Ties, weights: FloatArray) -> OwnHoles:
    """Measure one person's own network anew, as it would be with other weights of her ties.

    Parameters
    ----------
    ties : Ties
        All ties of one person, at least one.
    weights : FloatArray, shape (n_rows,)
        Their weights; 0 for a tie that is not there.
    """
    # The ego network numbers the contacts as the rows do, and the person herself last.
    circle = ties.network.csr.ego_network(int(ties.source[0]), weights)
    sums = totals_of(circle, np.array([len(ties)]), "ego").sums
    return OwnHoles(float(sums.effective[0]), float(sums.constraint[0]))
