from __future__ import annotations

from typing import ClassVar

import attrs
from typing_extensions import override

from netzwerkwandel.model import Function, Goal
from netzwerkwandel.network import FloatArray, Ties
from netzwerkwandel.scoring.field import near
from netzwerkwandel.scoring.strategy import ScoringStrategy


@attrs.frozen
class OpensDoors(ScoringStrategy):
    r"""Who could vouch for me where I want to go?

    .. math:: trust \cdot novelty \cdot \frac{1 + in\ field}{2} \cdot
       \left(1 - \frac{shared\ time}{2}\right)

    A door is opened by someone who answers for me among people whom I do not reach myself. So it
    takes both, a tie that is trusted and one that leads elsewhere: weakness is no merit here, and
    at the margin one strong tie helps more than one weak one [1]_. In the goal's fields it counts
    twice. Organisation, position and influence do not enter.

    Parameters
    ----------
    goal : Goal, optional
        Where the change is heading.

    References
    ----------
    .. [1] Gee, L. K., Jones, J., Burke, M. (2017). "Social Networks and Labor Markets: How Strong
       Ties Relate to Job Finding on Facebook's Social Network." Journal of Labor Economics.

    Examples
    --------
    >>> OpensDoors(Goal(fields=["ux research"])).function
    <Function.DOORS: 'doors'>
    """

    function: ClassVar[Function | None] = Function.DOORS
    goal: Goal | None = None

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: trusted, leading elsewhere, and best into the goal's fields."""
        vouched = ties.trust * ties.novelty * near(ties, self.goal)
        return vouched * (1 - ties.shared_time / 2)
