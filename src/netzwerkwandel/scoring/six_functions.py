"""The six functions of a network: who serves each, dormant ties, and how well they do so."""

from __future__ import annotations

from typing import ClassVar

import attrs
import numpy as np
from attrs.validators import optional
from typing_extensions import override

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.metrics._inner_circle import inner_circle_of
from netzwerkwandel.model import Function, Goal, Relation
from netzwerkwandel.model.arguments import is_number
from netzwerkwandel.network import BoolArray, FloatArray, Ties
from netzwerkwandel.scoring.strategy import ScoringStrategy, is_goal


SAW_ME = (
    Relation.FORMER_COLLEAGUE,
    Relation.FORMER_BOSS,
    Relation.FORMER_REPORT,
    Relation.CLIENT,
    Relation.SUPPLIER,
    Relation.COMPETITOR,
    Relation.CLASSMATE,
)
"""Relations of people who know how somebody works, outside the place where she does so now."""


@attrs.frozen
class OpensDoors(ScoringStrategy):
    r"""Who could vouch for me where I want to go?

    .. math:: vouches \cdot novelty \cdot \frac{1 + in\ field}{2} \cdot
       \left(1 - \frac{shared\ time}{2}\right)

    A door is opened by someone who answers for me among people whom I do not reach myself. So it
    takes both, a tie that is trusted and one that leads elsewhere: weakness is no merit here, and
    at the margin one strong tie helps more than one weak one [1]_. *vouches* is trust, and (1 +
    trust) / 2 of who saw me at work or at school: former colleagues, bosses and reports, clients,
    suppliers, competitors, classmates. In the goal's fields it counts twice. Organisation, position
    and influence do not enter.

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
        vouches = np.where(saw_me(ties), (1 + ties.trust) / 2, ties.trust)
        elsewhere = ties.novelty * (1 + in_field(ties, self.goal)) / 2
        worth: FloatArray = vouches * elsewhere * fresh(ties)
        return worth


@attrs.frozen
class Supports(ScoringStrategy):
    r"""Who holds me while things change?

    .. math:: closeness \cdot \frac{1 + trust}{2} \cdot \frac{1 + held}{2} \cdot
       \left(1 - \frac{core}{4}\right), \qquad held = \frac{simmelian}{1 + simmelian}

    Mental support comes from people who are close now, who give and take, and whom I trust; ties
    that third people hold as well are the steadiest [1]_. It is the one function where a shared
    past is no drawback, and where the familiar is what is wanted: change needs a safe base. But
    whoever holds should not hold back, so that of two who are alike the one less deep in the old
    core comes first, unless she has changed career herself.

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
        """Score ties: close now, trusted, held by common contacts, and not holding back."""
        held = ties.simmelian / (1 + ties.simmelian)
        holds_back = np.where(ties.changed_career, 0.0, ties.core)
        return ties.closeness * (1 + ties.trust) / 2 * (1 + held) / 2 * (1 - holds_back / 4)


@attrs.frozen
class Orients(ScoringStrategy):
    r"""Who knows the way, and can look at mine from outside?

    .. math:: \frac{1 + trust}{2} \cdot (1 - core) \cdot
       \left(1 - \frac{shared\ time}{2}\right)

    of those who have gone that way: who have changed career, are at home in the goal's fields, or
    are stated to be a mentor or a role model. Nobody else gets an opinion, and so nobody at all
    where the data tells of nobody's work. They stand outside the circle that knows me in my old
    role, since those closest tend to hold one to it [1]_.

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
        """Score ties: trusted and outside the core, nan for all who have not been there."""
        worth = (1 + ties.trust) / 2 * (1 - ties.core) * fresh(ties)
        return np.where(gone_that_way(ties, self.goal), worth, np.nan)


@attrs.frozen
class GivesFeedback(ScoringStrategy):
    r"""Who answers, and answers honestly?

    .. math:: trust \cdot answers \cdot \left(1 - \frac{core}{2}\right) \cdot
       \left(1 - \frac{shared\ time}{2}\right) \cdot \frac{3 + near}{4}

    New roles are tried out and held against what others make of them [1]_. That takes people who
    answer when asked (*answers* is the reciprocity of contact, one half where it is not known),
    whom I trust, and who are not so deep in my core that they see me as I was. *near* is 1 for who
    works in the goal's fields or has changed career, and for everybody where no goal is given.

    Parameters
    ----------
    goal : Goal, optional
        Where the change is heading.

    References
    ----------
    .. [1] Ibarra, H. (1999). "Provisional Selves: Experimenting with Image and Identity in
       Professional Adaptation." Administrative Science Quarterly 44, 764-791.

    Examples
    --------
    >>> GivesFeedback()
    GivesFeedback(goal=None)
    """

    function: ClassVar[Function | None] = Function.FEEDBACK
    goal: Goal | None = attrs.field(default=None, validator=optional(is_goal))

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: trusted, answering, and not of the innermost circle."""
        answers = np.nan_to_num(ties.reciprocity, nan=0.5)
        honest: FloatArray = ties.trust * answers * (1 - ties.core / 2) * fresh(ties)
        return honest if self.goal is None else honest * (3 + gone_that_way(ties, self.goal)) / 4


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
       of Sociology 117(1), 90-171. https://doi.org/10.1086/661238

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
       causal test of the strength of weak ties." Science 377(6612), 1304-1310.
       https://doi.org/10.1126/science.abl4476
    .. [2] Aral, S., Van Alstyne, M. (2011). "The Diversity-Bandwidth Trade-off." American Journal
       of Sociology 117(1), 90-171. https://doi.org/10.1086/661238

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
            raise InvalidArgumentError(f"{field.name} must lie between 0 and 1, got {shown(value)}")

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

    of the dormant ties: they had strength once, and have been silent for three years, or for one
    and eight times their own rhythm. People who were asked to reconnect got more novel advice in
    less time, and from formerly strong ties trust as well [1]_; the bandwidth of a strong tie
    outlasts the silence in part. ``readiness`` is that of trusted people with a short shared past
    [2]_. A tie that never had strength, or is in use, gets no opinion. Among dormant ties, though
    not among new ones, those to people of higher status were worth more [2]_; here status moves no
    score, by design.

    References
    ----------
    .. [1] Levin, D. Z., Walter, J., Murnighan, J. K. (2011). "Dormant Ties: The Value of
       Reconnecting." Organization Science 22(4), 923-939. https://doi.org/10.1287/orsc.1100.0576
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
    return (1 + trust) / 2 * fresh(ties)


def fresh(ties: Ties) -> FloatArray:
    """How little of the past was spent together, from above one half to 1."""
    rest: FloatArray = 1 - ties.shared_time / 2
    return rest


def outside(ties: Ties) -> FloatArray:
    """1 for whoever is not of the inner circle of the person who has the contact, else 0."""
    return np.where(ties.column(inner_circle_of), 0.0, 1.0)


def saw_me(ties: Ties) -> BoolArray:
    """Who is stated to have seen the person at work or at school, and is no colleague now."""
    seen: BoolArray = np.logical_or.reduce([ties.has_relation(relation) for relation in SAW_ME])
    return seen


def gone_that_way(ties: Ties, goal: Goal | None) -> BoolArray:
    """Who has changed career, works in the goal's fields, or is a mentor or a role model."""
    stated = ties.has_relation(Relation.MENTOR) | ties.has_relation(Relation.ROLE_MODEL)
    gone: BoolArray = ties.changed_career | (in_field(ties, goal) > 0) | stated
    return gone


def in_field(ties: Ties, goal: Goal | None) -> FloatArray:
    """How well contacts match the goal's fields, 0 to 1; 0 without a goal."""
    return np.zeros(len(ties)) if goal is None else ties.in_field(goal)
