from __future__ import annotations

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.model import Goal
from netzwerkwandel.network import FloatArray, Ties
from netzwerkwandel.network.field_levels import field_levels
from netzwerkwandel.scoring.strategy import ScoringStrategy


@attrs.frozen
class ProfessionalCommunity(ScoringStrategy):
    r"""Who could take me from the edge of my new profession to the inside?

    .. math:: \frac{1 + inward}{2} \cdot \frac{1 + bandwidth}{2}, \qquad
       inward = \max\Bigl(0, \frac{k_j - k_i}{k_{max}}\Bigr)

    Newcomers move from the edge of a community to the middle of it by taking part [1]_. k is how
    far inside somebody stands among the people of the goal's fields: the core number in the
    network of these people alone, and for who is not of the field what her contacts there would
    give her. A contact further inside than I am (j than i) can pull me inward, and with a wide
    channel more easily. Who is not in the field gets no opinion.

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

    goal: Goal

    @override
    def score(self, ties: Ties) -> FloatArray:
        """Score ties: people of the field, the further inside the better; nan for all others."""
        inside = field_levels(ties.network, self.goal)
        inward = np.maximum(inside[ties.target] - inside[ties.source], 0.0)
        worth = (1 + inward) / 2 * (1 + ties.bandwidth) / 2
        return np.where(ties.in_field(self.goal) > 0, worth, np.nan)
