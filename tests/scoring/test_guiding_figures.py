from __future__ import annotations

import math

import numpy as np
import pytest

from netzwerkwandel.scoring import GuidingFigures, checked_scores
from scoring.given_columns import even_ties
from scoring.shipped import GOAL, scored_rows


def test_guiding_figures_are_what_the_definition_says():
    for row, score in scored_rows(GuidingFigures(GOAL)):
        stated = row.has("mentor") or row.has("role model")
        close = 1.0 if row.is_in(GOAL) or stated else 0.5 if row.changed_career else 0.0
        if not close:
            assert math.isnan(score)
            continue
        expected = close * (1 - row.core) * (1 + row.trust) / 2 * (1 - row.shared_time / 2)
        assert score == pytest.approx(expected, rel=1e-12, abs=1e-15)


def test_with_everything_in_the_middle_who_is_close_to_the_goal_guides():
    scores = checked_scores(GuidingFigures(GOAL), even_ties())

    nan = math.nan
    np.testing.assert_allclose(scores, [nan, 0.3, nan, 0.3, 0.3, 0.15, 0.3, nan])


def test_without_a_goal_mentors_and_those_who_changed_career_guide():
    scores = checked_scores(GuidingFigures(), even_ties())

    nan = math.nan
    np.testing.assert_allclose(scores, [nan, nan, nan, 0.3, 0.3, 0.15, 0.3, nan])
