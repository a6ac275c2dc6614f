from __future__ import annotations

from typing import ClassVar

import attrs
from typing_extensions import override

from netzwerkwandel.model import Function
from netzwerkwandel.network import FloatArray, Ties
from netzwerkwandel.scoring.strategy import ScoringStrategy


@attrs.frozen
class Supports(ScoringStrategy):
    r"""Who holds me while things change?

    .. math:: closeness \cdot \frac{1 + trust}{2} \cdot \frac{1 + held}{2}, \qquad
       held = \frac{simmelian}{1 + simmelian}

    Mental support comes from people who are close now, who give and take, and whom I trust; ties
    that third people hold as well are the steadiest [1]_. It is the one function where a shared
    past is no drawback, and where the familiar is what is wanted: change needs a safe base.

    References
    ----------
    .. [1] Krackhardt, D. (1998). "Simmelian Ties: Super Strong and Sticky." In Power and
       Influence in Organizations.

    Examples
    --------
    >>> Supports()
    Supports()
    """

    function: ClassVar[Function | None] = Function.SUPPORT

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: close now, trusted, and held by common contacts."""
        held = ties.simmelian / (1 + ties.simmelian)
        return ties.closeness * (1 + ties.trust) / 2 * (1 + held) / 2
