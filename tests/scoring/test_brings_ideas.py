from __future__ import annotations

import numpy as np
import pytest

from builders import network
from netzwerkwandel.scoring import BringsIdeas, checked_scores
from scoring.given_columns import even_ties
from scoring.shipped import scored_rows


def test_bringing_ideas_is_what_the_definition_says():
    for row, score in scored_rows(BringsIdeas()):
        trust = row.trust if row.trust_is_stated else 0.5
        readiness = (1 + trust) / 2 * (1 - row.shared_time / 2)
        assert score == pytest.approx(row.novelty * row.bandwidth * readiness, rel=1e-12)


def test_with_everything_in_the_middle_it_is_this_for_all_kinds_of_people():
    np.testing.assert_allclose(checked_scores(BringsIdeas(), even_ties()), 0.15)


def test_strong_bridges_are_best_however_strong():
    weights = [0.5, 3.0, 9.0, 400.0]
    star = network(zip("aaaa", "bcde", weights, strict=True))

    scores = checked_scores(BringsIdeas(), star.ties_of("a"))

    assert (np.diff(scores) > 0).all()
