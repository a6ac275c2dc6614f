from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.metrics import structural_holes
from netzwerkwandel.model import Channel
from netzwerkwandel.network import IntArray, Network, Ties
from netzwerkwandel.network.own_circle import own_circle


@attrs.frozen(kw_only=True)
class Effect:
    """What would talking to these people once do to a person's own network?

    Measured exactly, in the ego model, after one meeting more with each of them; reported, not
    what the choice strives for, since neither measure can be optimised with a guarantee.

    Parameters
    ----------
    effective_size : tuple of two float
        Before and after: how many contacts there are that do not repeat each other.
    constraint : tuple of two float
        Before and after: how closed the circle is; lower is more open.
    """

    effective_size: tuple[float, float]
    constraint: tuple[float, float]


def effect(network: Network, ties: Ties, rows: IntArray) -> Effect:
    """Measure what one meeting with each of some contacts would change."""
    size, constraint = float((1.0 - ties.redundancy).sum()), float(ties.constraint.sum())
    if not len(ties):
        return Effect(effective_size=(np.nan, np.nan), constraint=(np.nan, np.nan))
    if not len(rows):
        return Effect(effective_size=(size, size), constraint=(constraint, constraint))
    weights = ties.weight.copy()
    weights[rows] += network.tie_strength.weight(Channel.MEETING, 2)
    found = structural_holes(own_circle(ties, weights), model="ego", nodes=[len(ties)])
    return Effect(
        effective_size=(size, float(found.effective_size[0])),
        constraint=(constraint, float(found.constraint[0])),
    )
