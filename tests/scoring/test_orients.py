from __future__ import annotations

import numpy as np
import pytest

from netzwerkwandel.scoring import Orients, checked_scores
from scoring.given_columns import even_ties
from scoring.shipped import GOAL, scored_rows


def test_orientation_is_what_the_definition_says():
    for row, score in scored_rows(Orients(GOAL)):
        knows = 1.0 if row.is_in(GOAL) or row.changed_career else 0.5
        expected = row.trust * (1 - row.core) * knows * (1 - row.shared_time / 2)
        assert score == pytest.approx(expected, rel=1e-12, abs=1e-15)


def test_with_everything_in_the_middle_who_knows_the_way_counts_twice():
    scores = checked_scores(Orients(GOAL), even_ties())

    expected = [0.1125, 0.225, 0.1125, 0.1125, 0.225, 0.225, 0.225, 0.1125]
    np.testing.assert_allclose(scores, expected)


def test_without_a_goal_those_who_changed_career_know_the_way():
    scores = checked_scores(Orients(), even_ties())

    expected = [0.1125, 0.1125, 0.1125, 0.1125, 0.1125, 0.225, 0.225, 0.1125]
    np.testing.assert_allclose(scores, expected)
