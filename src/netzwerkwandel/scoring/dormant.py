from __future__ import annotations

from typing import ClassVar

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.model import Function
from netzwerkwandel.network import FloatArray, Ties
from netzwerkwandel.scoring.strategy import ScoringStrategy


@attrs.frozen
class Dormant(ScoringStrategy):
    """Who was close to me once, and would be glad to hear from me again?

    ``novelty * bandwidth`` of the ties that sleep: they had strength once, and have been silent
    for three years or for eight times their own rhythm. Those who were asked to wake such ties got
    more novel advice in less time, and from formerly strong ties trust as well [1]_. A tie that
    never had strength, or is awake, gets no opinion.

    References
    ----------
    .. [1] Levin, D. Z., Walter, J., Murnighan, J. K. (2011). "Dormant Ties: The Value of
       Reconnecting." Organization Science 22(4), 923-939.

    Examples
    --------
    >>> Dormant()
    Dormant()
    """

    function: ClassVar[Function | None] = Function.INFORMATION

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: novelty times bandwidth where the tie sleeps, nan elsewhere."""
        return np.where(ties.is_dormant, ties.novelty * ties.bandwidth, np.nan)
