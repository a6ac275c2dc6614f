from __future__ import annotations

from typing import ClassVar

import attrs
from typing_extensions import override

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Function
from netzwerkwandel.network import FloatArray, Ties
from netzwerkwandel.scoring.readiness import readiness
from netzwerkwandel.scoring.strategy import ScoringStrategy


def _inside(instance: object, field: attrs.Attribute[float], value: float) -> None:
    if not 0 < value < 1:
        name = type(instance).__name__
        raise InvalidArgumentError(f"{field.name} must lie between 0 and 1, got {value} in {name}")


@attrs.frozen
class NewInformation(ScoringStrategy):
    r"""Who can tell me what I do not hear already?

    .. math:: novelty \cdot bandwidth^{\,p/(1-p)} \cdot (1 - intensity) \cdot readiness

    For new information only one thing counts: that the contact has other relations than I have.
    What is new still has to get through, and close contact mostly repeats: the value rises and
    falls with the intensity of contact, highest at the *peak* p for a tie in use, as found in
    randomised experiments on more than twenty million people [1]_ and argued as the trade-off of
    diversity and bandwidth [2]_. A formerly strong tie that sleeps keeps its bandwidth without the
    intensity. ``readiness`` is that of trusted people with a short shared past. Organisation,
    position, degree and field of work do not enter.

    Parameters
    ----------
    peak : float
        The intensity of contact, between 0 and 1, that is worth most; lower favours weaker ties.

    References
    ----------
    .. [1] Rajkumar, K., Saint-Jacques, G., Bojinov, I., Brynjolfsson, E., Aral, S. (2022). "A
       causal test of the strength of weak ties." Science 377, 1304-1310.
    .. [2] Aral, S., Van Alstyne, M. (2011). "The Diversity-Bandwidth Trade-off." American Journal
       of Sociology 117, 90-171.

    Examples
    --------
    >>> NewInformation()
    NewInformation(peak=0.35)
    """

    function: ClassVar[Function | None] = Function.INFORMATION
    peak: float = attrs.field(default=0.35, validator=_inside)

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: novelty times what gets through, less what is said already."""
        exponent = self.peak / (1 - self.peak)
        told = ties.bandwidth**exponent * (1 - ties.intensity) * readiness(ties)
        return ties.novelty * told
