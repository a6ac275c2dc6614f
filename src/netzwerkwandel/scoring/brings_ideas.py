from __future__ import annotations

from typing import ClassVar

import attrs
from typing_extensions import override

from netzwerkwandel.model import Function
from netzwerkwandel.network import FloatArray, Ties
from netzwerkwandel.scoring.readiness import readiness
from netzwerkwandel.scoring.strategy import ScoringStrategy


@attrs.frozen
class BringsIdeas(ScoringStrategy):
    r"""With whom does talking lead somewhere new?

    .. math:: novelty \cdot bandwidth \cdot readiness

    An idea needs what one circle does not know of another, and a wide enough channel to work it
    out together: the trade-off of diversity and bandwidth [1]_. Unlike for a piece of news, strong
    bridges are best, so that closeness takes nothing away. ``readiness`` is that of trusted people
    with a short shared past.

    References
    ----------
    .. [1] Aral, S., Van Alstyne, M. (2011). "The Diversity-Bandwidth Trade-off." American Journal
       of Sociology 117, 90-171.

    Examples
    --------
    >>> BringsIdeas()
    BringsIdeas()
    """

    function: ClassVar[Function | None] = Function.IDEAS

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: new, with a wide channel, and ready to talk."""
        return ties.novelty * ties.bandwidth * readiness(ties)
