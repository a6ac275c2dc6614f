from __future__ import annotations

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.model import Goal, Relation
from netzwerkwandel.network import FloatArray, Ties
from netzwerkwandel.scoring.field import in_field
from netzwerkwandel.scoring.strategy import ScoringStrategy


@attrs.frozen
class Peers(ScoringStrategy):
    r"""Who is in the same boat?

    .. math:: boat \cdot \frac{1 + answers}{2} \cdot \frac{1 + trust}{2}

    A new identity grows among people who are on the way as well [1]_. *boat* is 1 for a peer, as
    stated, and one half for who has changed career or works in the goal's fields: she has been
    where I go. *answers* is the reciprocity of contact, 0 where it is not known. Nobody else gets
    an opinion.

    Parameters
    ----------
    goal : Goal, optional
        Where the change is heading.

    References
    ----------
    .. [1] Ibarra, H. (2003). Working Identity. Harvard Business School Press.

    Examples
    --------
    >>> Peers()
    Peers(goal=None)
    """

    goal: Goal | None = None

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: peers who give and take, nan for all others."""
        been_there = np.maximum(in_field(ties, self.goal), ties.changed_career) / 2
        boat = np.maximum(ties.has_relation(Relation.PEER), been_there)
        answers = np.nan_to_num(ties.reciprocity, nan=0.0)
        return np.where(boat > 0, boat * (1 + answers) / 2 * (1 + ties.trust) / 2, np.nan)
