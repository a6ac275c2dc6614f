"""The six functions of a network: who serves each, dormant ties, and how well they do so."""

from __future__ import annotations

from typing import ClassVar

import attrs
import numpy as np
from attrs.validators import optional
from typing_extensions import override

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Function, Goal
from netzwerkwandel.model.arguments import is_number
from netzwerkwandel.network import FloatArray, Ties
from netzwerkwandel.scoring.strategy import ScoringStrategy, checked_scores, is_goal


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
    goal: Goal | None = attrs.field(default=None, validator=optional(is_goal))

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: trusted, leading elsewhere, and best into the goal's fields."""
        vouched = ties.trust * ties.novelty * (1 + in_field(ties, self.goal)) / 2
        return vouched * (1 - ties.shared_time / 2)


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


@attrs.frozen
class Orients(ScoringStrategy):
    r"""Who knows the way, and can look at mine from outside?

    .. math:: trust \cdot (1 - core) \cdot \frac{1 + knows}{2} \cdot
       \left(1 - \frac{shared\ time}{2}\right)

    Orientation comes from people who have been there: *knows* is 1 for anyone who has changed
    career, or is at home in the goal's fields. They are trusted, and stand outside the circle that
    knows me in my old role, since those closest tend to hold one to it [1]_.

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
    goal: Goal | None = attrs.field(default=None, validator=optional(is_goal))

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: trusted, outside the core, and best if they have been there."""
        knows = np.maximum(in_field(ties, self.goal), ties.changed_career)
        outside = ties.trust * (1 - ties.core)
        worth: FloatArray = outside * (1 + knows) / 2 * (1 - ties.shared_time / 2)
        return worth


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


@attrs.frozen
class BringsIdeas(ScoringStrategy):
    r"""With whom does talking lead somewhere new?

    .. math:: novelty \cdot bandwidth \cdot readiness

    An idea needs what one circle does not know of another, and a wide enough channel to work it
    out together: the trade-off of diversity and bandwidth [1]_. Unlike for a piece of news, strong
    bridges are best here, so closeness takes nothing away. ``readiness`` is that of trusted people
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


@attrs.frozen
class NewInformation(ScoringStrategy):
    r"""Who can tell me what I do not hear already?

    .. math:: novelty \cdot bandwidth^{\,p/(1-p)} \cdot (1 - intensity) \cdot readiness

    For new information only one thing counts: that the contact has other relations than I have.
    What is new still has to get through, and close contact mostly repeats: the value rises and
    falls with the intensity of contact, highest at the *peak* p for a tie in use, as found in
    randomised experiments on more than twenty million people [1]_ and argued as the trade-off of
    diversity and bandwidth [2]_. A formerly strong tie that is dormant keeps its bandwidth without
    the intensity. ``readiness`` is that of trusted people with a short shared past. Organisation,
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
    peak: float = attrs.field(default=0.35)

    @peak.validator
    def _check_peak(self, field: attrs.Attribute[float], value: object) -> None:
        if not (is_number(value) and 0 < value < 1):
            raise InvalidArgumentError(f"{field.name} must lie between 0 and 1, got {value!r}")

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: novelty times what gets through, less what is said already."""
        # Of a tie in use bandwidth is the intensity x, and x**e * (1 - x) is highest where
        # e / (e + 1) = x: at the peak. With p = 0.35 the exponent is 0.54, and x = 0.1, 0.35, 0.9
        # are worth 0.26, 0.37 and 0.09: weak ties tell something, close ones repeat themselves.
        exponent = self.peak / (1 - self.peak)
        gets_through = ties.bandwidth**exponent * (1 - ties.intensity) * readiness(ties)
        return ties.novelty * gets_through


@attrs.frozen
class Dormant(ScoringStrategy):
    r"""Who was close to me once, and would be glad to hear from me again?

    .. math:: novelty \cdot bandwidth \cdot readiness

    of the dormant ties: they had strength once, and have been silent for three years or for eight
    times their own rhythm. People who were asked to reconnect got more novel advice in less time,
    and from formerly strong ties trust as well [1]_; the bandwidth of a strong tie outlasts the
    silence in part. ``readiness`` is that of trusted people with a short shared past [2]_. A tie
    that never had strength, or is in use, gets no opinion. Among dormant ties, though not among
    new ones, those to people of higher status were worth more [2]_; here status moves no score, by
    design.

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
        """Score ties: new, with a wide channel, and ready to talk if dormant, nan elsewhere."""
        return np.where(ties.is_dormant, ties.novelty * ties.bandwidth * readiness(ties), np.nan)


def function_strategies(goal: Goal | None = None) -> dict[Function, ScoringStrategy]:
    """The strategy that estimates each function, in the order of ``Function``.

    Parameters
    ----------
    goal : Goal, optional
        Where the change is heading.

    Returns
    -------
    dict of Function to ScoringStrategy
        One for each of the six.

    Raises
    ------
    InvalidArgumentError
        If ``goal`` is no ``Goal``.
    """
    return {
        Function.DOORS: OpensDoors(goal),
        Function.SUPPORT: Supports(),
        Function.ORIENTATION: Orients(goal),
        Function.FEEDBACK: GivesFeedback(),
        Function.IDEAS: BringsIdeas(),
        Function.INFORMATION: NewInformation(),
    }


def function_amounts(ties: Ties, goal: Goal | None = None) -> FloatArray:
    """How well does each contact serve each of the six functions?

    Parameters
    ----------
    ties : Ties
        The contacts.
    goal : Goal, optional
        Where the change is heading.

    Returns
    -------
    FloatArray, shape (6, n_rows)
        From 0 to 1, in the order of ``Function``: 1 where it is stated, else as estimated; 0 where
        there is no opinion.

    Raises
    ------
    InvalidArgumentError
        If ``goal`` is no ``Goal``.
    """
    amounts = np.empty((len(Function), len(ties)))
    for row, (function, strategy) in zip(amounts, function_strategies(goal).items(), strict=True):
        # What is stated outdoes an estimate, save after a conflict: then the estimate is nan, which
        # becomes 0, and the statement counts for nothing either.
        estimate = np.nan_to_num(checked_scores(strategy, ties), nan=0.0)
        row[:] = np.where(ties.serves(function) & ~ties.ended_in_conflict, 1.0, estimate)
    return amounts


def readiness(ties: Ties) -> FloatArray:
    r"""How ready is a contact to tell what is new, from above 0 to 1?

    .. math:: \frac{1 + trust}{2} \cdot \left(1 - \frac{shared\ time}{2}\right)

    Of those asked for advice, the ones who could be trusted to help gave more that was valuable,
    and the ones with whom much past time had been spent gave less that was new [1]_. So of two
    equally redundant contacts the trusted one comes first, and of two equally trusted the one with
    the shorter past. Only stated trust counts; where none is stated it is taken as one half.

    References
    ----------
    .. [1] Walter, J., Levin, D. Z., Murnighan, J. K. (2015). "Reconnection Choices: Selecting the
       Most Valuable (vs. Most Preferred) Dormant Ties." Organization Science 26.
    """
    # Estimated trust is made of the very contact that bandwidth is made of: counted here it would
    # enter ideas and information twice.
    trust = np.where(ties.trust_is_stated, ties.trust, 0.5)
    return (1 + trust) / 2 * (1 - ties.shared_time / 2)


def in_field(ties: Ties, goal: Goal | None) -> FloatArray:
    """How well contacts match the goal's fields, 0 to 1; 0 without a goal."""
    return np.zeros(len(ties)) if goal is None else ties.in_field(goal)
