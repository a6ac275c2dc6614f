from __future__ import annotations

from typing import ClassVar

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.model import Function
from netzwerkwandel.network import FloatArray, Ties
from netzwerkwandel.scoring.strategy import ScoringStrategy


@attrs.frozen
class GivesFeedback(ScoringStrategy):
    r"""Who answers, and answers honestly?

    .. math:: trust \cdot answers \cdot \left(1 - \frac{core}{2}\right) \cdot
       \left(1 - \frac{shared\ time}{2}\right)

    New roles are tried out and held against what others make of them [1]_. That takes people who
    answer when asked (*answers* is the reciprocity of contact, one half where it is not known),
    whom I trust, and who are not so deep in my core that they see me as I was.

    References
    ----------
    .. [1] Ibarra, H. (1999). "Provisional Selves: Experimenting with Image and Identity in
       Professional Adaptation." Administrative Science Quarterly 44, 764-791.

    Examples
    --------
    >>> GivesFeedback()
    GivesFeedback()
    """

    function: ClassVar[Function | None] = Function.FEEDBACK

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: trusted, answering, and not of the innermost circle."""
        answers = np.nan_to_num(ties.reciprocity, nan=0.5)
        honest = ties.trust * answers * (1 - ties.core / 2)
        return honest * (1 - ties.shared_time / 2)
