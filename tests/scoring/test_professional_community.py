from __future__ import annotations

import math

import numpy as np
import pytest

from netzwerkwandel.network.field_levels import field_levels
from netzwerkwandel.scoring import ProfessionalCommunity, checked_scores
from scoring.given_columns import even_ties
from scoring.shipped import GOAL, scored_rows


def test_the_professional_community_is_what_the_definition_says():
    for row, score in scored_rows(ProfessionalCommunity(GOAL)):
        if not row.is_in(GOAL):
            assert math.isnan(score)
            continue
        inside = field_levels(row.ties.network, GOAL).tolist()
        inward = max(inside[row.target] - inside[row.source], 0.0)
        assert score == pytest.approx((1 + inward) / 2 * (1 + row.bandwidth) / 2, rel=1e-12)


def test_with_everything_in_the_middle_and_nobody_inside_it_is_the_channel():
    scores = checked_scores(ProfessionalCommunity(GOAL), even_ties())

    nan = math.nan
    np.testing.assert_allclose(scores, [nan, 0.375, nan, nan, 0.375, nan, 0.375, nan])


def test_a_goal_is_needed():
    with pytest.raises(TypeError, match="goal"):
        ProfessionalCommunity()
