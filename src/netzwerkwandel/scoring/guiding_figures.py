from __future__ import annotations

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.model import Goal, Relation
from netzwerkwandel.network import FloatArray, Ties
from netzwerkwandel.scoring.field import in_field
from netzwerkwandel.scoring.strategy import ScoringStrategy


@attrs.frozen
class GuidingFigures(ScoringStrategy):
    r"""Who believes in the dream, and stays a neutral and realistic counterpart?

    .. math:: close\ to\ the\ goal \cdot (1 - core) \cdot \frac{1 + trust}{2} \cdot
       \left(1 - \frac{shared\ time}{2}\right)

    A guiding figure has to be both near where I want to go and far from the core that I come from
    [1]_: who lacks one of the two is none, however strong in the other. Close to the goal is who
    works in its fields (1), or is stated to be a mentor or a role model (1), or has changed career
    (one half). Nobody else gets an opinion.

    Parameters
    ----------
    goal : Goal, optional
        Where the change is heading.

    References
    ----------
    .. [1] Ibarra, H. (2003). Working Identity. Harvard Business School Press.

    Examples
    --------
    >>> GuidingFigures()
    GuidingFigures(goal=None)
    """

    goal: Goal | None = None

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: close to the goal and outside the core, nan for who is not close to it."""
        stated = ties.has_relation(Relation.MENTOR) | ties.has_relation(Relation.ROLE_MODEL)
        close = np.maximum(in_field(ties, self.goal), np.maximum(stated, ties.changed_career / 2))
        worth = close * (1 - ties.core) * (1 + ties.trust) / 2 * (1 - ties.shared_time / 2)
        return np.where(close > 0, worth, np.nan)
