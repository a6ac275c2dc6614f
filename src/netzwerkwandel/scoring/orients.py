from __future__ import annotations

from typing import ClassVar

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.model import Function, Goal
from netzwerkwandel.network import FloatArray, Ties
from netzwerkwandel.scoring.field import in_field
from netzwerkwandel.scoring.strategy import ScoringStrategy


@attrs.frozen
class Orients(ScoringStrategy):
    r"""Who knows the way, and can look at mine from outside?

    .. math:: trust \cdot (1 - core) \cdot \frac{1 + knows}{2} \cdot
       \left(1 - \frac{shared\ time}{2}\right)

    Orientation comes from people who have been there: *knows* is 1 for who has changed career, or
    is at home in the goal's fields. They are trusted, and stand outside the circle that knows me
    in my old role, since those closest tend to hold one to it [1]_.

    Parameters
    ----------
    goal : Goal, optional
        Where the change is heading.

    References
    ----------
    .. [1] Ibarra, H. (2003). Working Identity. Harvard Business School Press.

    Examples
    --------
    >>> Orients()
    Orients(goal=None)
    """

    function: ClassVar[Function | None] = Function.ORIENTATION
    goal: Goal | None = None

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: trusted, outside the core, and best who has been there."""
        knows = np.maximum(in_field(ties, self.goal), ties.changed_career)
        outside = ties.trust * (1 - ties.core)
        worth: FloatArray = outside * (1 + knows) / 2 * (1 - ties.shared_time / 2)
        return worth
