"""Who keeps company on the way: peers, guiding figures and the community of a profession."""

from __future__ import annotations

import attrs
import numpy as np
from attrs.validators import optional
from typing_extensions import override

from netzwerkwandel.model import Goal, Relation
from netzwerkwandel.network import FloatArray, Ties
from netzwerkwandel.network.field_levels import field_levels
from netzwerkwandel.scoring.six_functions import in_field
from netzwerkwandel.scoring.strategy import ScoringStrategy, is_goal


@attrs.frozen
class Peers(ScoringStrategy):
    r"""Who is in the same boat?

    .. math:: boat \cdot \frac{1 + answers}{2} \cdot \frac{1 + trust}{2}

    A new identity grows among people who are on the way as well [1]_. *boat* is 1 for a peer, and
    for who was met in the same course or other experiment, both as stated; and one half for anyone
    who has changed career or works in the goal's fields: she has been where I am going. *answers*
    is the reciprocity of contact, 0 where it is not known. Nobody else gets an opinion.

    Parameters
    ----------
    goal : Goal, optional
        Where the change is heading.

    References
    ----------
    .. [1] Ibarra, H. (2003). Working Identity. Harvard Business School Press.

    Examples
    --------
    >>> Peers()
    Peers(goal=None)
    """

    goal: Goal | None = attrs.field(default=None, validator=optional(is_goal))

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: peers who give and take, nan for all others."""
        been_there = np.maximum(in_field(ties, self.goal), ties.changed_career) / 2
        peers = ties.has_relation(Relation.PEER) | ties.shared_experiment
        boat = np.maximum(peers, been_there)
        answers = np.nan_to_num(ties.reciprocity, nan=0.0)
        return np.where(boat > 0, boat * (1 + answers) / 2 * (1 + ties.trust) / 2, np.nan)


@attrs.frozen
class GuidingFigures(ScoringStrategy):
    r"""Who believes in the dream, and stays a neutral and realistic counterpart?

    .. math:: close\ to\ the\ goal \cdot (1 - core) \cdot \frac{1 + trust}{2} \cdot
       \left(1 - \frac{shared\ time}{2}\right)

    A guiding figure has to be both near where I want to go and far from the core that I come from
    [1]_: whoever lacks one of the two is none, however strong in the other. Close to the goal are
    people who work in its fields (1), are stated to be a mentor or a role model (1), or have
    changed career (one half). Nobody else gets an opinion.

    Parameters
    ----------
    goal : Goal, optional
        Where the change is heading.

    References
    ----------
    .. [1] Ibarra, H. (2003). Working Identity. Harvard Business School Press.

    Examples
    --------
    >>> GuidingFigures()
    GuidingFigures(goal=None)
    """

    goal: Goal | None = attrs.field(default=None, validator=optional(is_goal))

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: close to the goal and outside the core, nan for the others."""
        stated = ties.has_relation(Relation.MENTOR) | ties.has_relation(Relation.ROLE_MODEL)
        close = np.maximum(in_field(ties, self.goal), np.maximum(stated, ties.changed_career / 2))
        worth = close * (1 - ties.core) * (1 + ties.trust) / 2 * (1 - ties.shared_time / 2)
        return np.where(close > 0, worth, np.nan)


@attrs.frozen
class ProfessionalCommunity(ScoringStrategy):
    r"""Who could take me from the edge of my new profession to the inside?

    .. math:: \frac{1 + inward}{2} \cdot \frac{1 + bandwidth}{2}, \qquad
       inward = \max\Bigl(0, \frac{k_j - k_i}{k_{max}}\Bigr)

    Newcomers move from the edge of a community to the middle of it by taking part [1]_. k is how
    far inside somebody stands among the people of the goal's fields: the core number in the
    network of these people alone, and for people outside the field what their contacts there would
    give them. A contact further inside than I am (j than i) can pull me inward, and more easily
    with a wide channel. Whoever is not in the field gets no opinion.

    Parameters
    ----------
    goal : Goal
        The field.

    References
    ----------
    .. [1] Lave, J., Wenger, E. (1991). Situated Learning: Legitimate Peripheral Participation.
       Cambridge University Press.

    Examples
    --------
    >>> ProfessionalCommunity(Goal(fields=["ux research"])).goal.fields
    ('ux research',)
    """

    goal: Goal = attrs.field(validator=is_goal)

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: people of the field, the further inside the better; nan for all others."""
        # Levels are shares of the largest core number, so the difference is (k_j - k_i) / k_max.
        inside = field_levels(ties.network.csr, ties.network.members(self.goal))
        inward = np.maximum(inside[ties.target] - inside[ties.source], 0.0)
        worth = (1 + inward) / 2 * (1 + ties.bandwidth) / 2
        return np.where(ties.in_field(self.goal) > 0, worth, np.nan)
