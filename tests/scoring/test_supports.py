from __future__ import annotations

import numpy as np
import pytest

from builders import ANA, BEN, CEM, DAN, MARA, ago, life, mail, meeting
from netzwerkwandel.scoring import Supports, checked_scores
from scoring.given_columns import even_ties
from scoring.shipped import scored_rows


def test_support_is_what_the_definition_says():
    for row, score in scored_rows(Supports()):
        held = row.simmelian / (1 + row.simmelian)
        expected = row.closeness * (1 + row.trust) / 2 * (1 + held) / 2
        assert score == pytest.approx(expected, rel=1e-12)


def test_with_everything_in_the_middle_it_is_this_for_all_kinds_of_people():
    np.testing.assert_allclose(checked_scores(Supports(), even_ties()), 0.48)


def test_who_is_close_now_and_answers_holds_more_than_who_was_close_once():
    def both_ways(key: str, days: float) -> list:
        return [
            mail(ago(days + 7 * i), *pair) for i in range(20) for pair in ((MARA, key), (key, MARA))
        ]

    made = life(*both_ways(ANA, 2), *both_ways(BEN, 2000))

    now, once = checked_scores(Supports(), made.ties_of()).tolist()

    assert now > 5 * once


def test_common_contacts_hold_a_tie():
    made = life(
        *(meeting(ago(5 + i), MARA, ANA, BEN) for i in range(4)),
        *(meeting(ago(5 + i), MARA, key) for i in range(2) for key in (CEM, DAN)),
    )
    ties = made.ties_of()

    scores = checked_scores(Supports(), ties)

    assert ties.simmelian.tolist() == [1, 1, 0, 0]
    assert ties.strength[0] == pytest.approx(ties.strength[2], rel=0.01)
    assert scores[0] / scores[2] == pytest.approx(1.5, rel=0.01)
