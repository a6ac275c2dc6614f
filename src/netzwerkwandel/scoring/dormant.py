from __future__ import annotations

from typing import ClassVar

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.model import Function
from netzwerkwandel.network import FloatArray, Ties
from netzwerkwandel.scoring.readiness import readiness
from netzwerkwandel.scoring.strategy import ScoringStrategy


@attrs.frozen
class Dormant(ScoringStrategy):
    r"""Who was close to me once, and would be glad to hear from me again?

    .. math:: novelty \cdot bandwidth \cdot readiness

    of the ties that sleep: they had strength once, and have been silent for three years or for
    eight times their own rhythm. Those who were asked to wake such ties got more novel advice in
    less time, and from formerly strong ties trust as well [1]_; of the strong ones the bandwidth
    keeps a part. ``readiness`` is that of trusted people with a short shared past [2]_. A tie that
    never had strength, or is awake, gets no opinion. Of dormant ties those to people of higher
    status were found worth more too [2]_, of new ones not; here status moves no score, by design.

    References
    ----------
    .. [1] Levin, D. Z., Walter, J., Murnighan, J. K. (2011). "Dormant Ties: The Value of
       Reconnecting." Organization Science 22(4), 923-939.
    .. [2] Walter, J., Levin, D. Z., Murnighan, J. K. (2015). "Reconnection Choices: Selecting the
       Most Valuable (vs. Most Preferred) Dormant Ties." Organization Science 26.

    Examples
    --------
    >>> Dormant()
    Dormant()
    """

    function: ClassVar[Function | None] = Function.INFORMATION

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: novelty times bandwidth where the tie sleeps, nan elsewhere."""
        return np.where(ties.is_dormant, ties.novelty * ties.bandwidth * readiness(ties), np.nan)
