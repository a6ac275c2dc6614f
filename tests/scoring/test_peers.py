from __future__ import annotations

import math

import numpy as np
import pytest

from builders import ANA, BEN, MARA, ago, life, mail
from netzwerkwandel.model import Tie
from netzwerkwandel.scoring import Peers, checked_scores
from scoring.given_columns import even_ties
from scoring.shipped import GOAL, scored_rows


def test_peers_are_what_the_definition_says():
    for row, score in scored_rows(Peers(GOAL)):
        been_there = row.is_in(GOAL) or row.changed_career
        boat = 1.0 if row.has("peer") else 0.5 if been_there else 0.0
        if not boat:
            assert math.isnan(score)
            continue
        expected = boat * (1 + (row.answers or 0.0)) / 2 * (1 + row.trust) / 2
        assert score == pytest.approx(expected, rel=1e-12)


def test_with_everything_in_the_middle_a_peer_counts_twice_who_has_been_there():
    scores = checked_scores(Peers(GOAL), even_ties())

    nan = math.nan
    np.testing.assert_allclose(scores, [nan, 0.3, 0.6, nan, 0.3, 0.3, 0.6, nan])


def test_without_a_goal_nobody_has_been_there_but_by_changing_career():
    scores = checked_scores(Peers(), even_ties())

    nan = math.nan
    np.testing.assert_allclose(scores, [nan, nan, 0.6, nan, nan, 0.3, 0.6, nan])


def test_of_two_peers_the_one_who_answers_comes_first():
    letters = [mail(ago(5), MARA, ANA), mail(ago(5), MARA, BEN), mail(ago(4), BEN, MARA)]
    stated = [Tie(a=MARA, b=key, relations=["peer"], trust=0.5) for key in (ANA, BEN)]

    ana, ben = checked_scores(Peers(), life(*letters, ties=stated).ties_of()).tolist()

    assert (ana, ben) == (0.375, 0.75)
