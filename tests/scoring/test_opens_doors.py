from __future__ import annotations

import numpy as np
import pytest

from builders import ANA, BEN, CEM, MARA, ago, life, mail
from netzwerkwandel.model import Tie
from netzwerkwandel.scoring import OpensDoors, checked_scores
from scoring.given_columns import even_ties
from scoring.shipped import GOAL, scored_rows


def test_opening_doors_is_what_the_definition_says():
    for row, score in scored_rows(OpensDoors(GOAL)):
        near = 1.0 if row.is_in(GOAL) else 0.5
        expected = row.trust * row.novelty * near * (1 - row.shared_time / 2)
        assert score == pytest.approx(expected, rel=1e-12)


def test_with_everything_in_the_middle_the_field_counts_twice():
    scores = checked_scores(OpensDoors(GOAL), even_ties())

    expected = [0.1125, 0.225, 0.1125, 0.1125, 0.225, 0.1125, 0.225, 0.1125]
    np.testing.assert_allclose(scores, expected)


def test_without_a_goal_nobody_is_near():
    np.testing.assert_allclose(checked_scores(OpensDoors(), even_ties()), 0.1125)


def test_it_takes_both_trust_and_a_way_elsewhere():
    letters = [
        mail(ago(5), MARA, ANA),
        mail(ago(5), MARA, BEN, CEM),
        mail(ago(6), BEN, MARA, CEM),
        mail(ago(7), CEM, MARA, BEN),
    ]
    trust = [Tie(a=MARA, b=key, trust=value) for key, value in ((ANA, 0.7), (BEN, 0.7), (CEM, 0))]

    ana, ben, cem = checked_scores(OpensDoors(), life(*letters, ties=trust).ties_of()).tolist()

    assert ana > ben > cem == 0.0
