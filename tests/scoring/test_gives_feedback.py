from __future__ import annotations

import numpy as np
import pytest

from builders import ANA, BEN, MARA, ago, life, mail
from netzwerkwandel.model import Tie
from netzwerkwandel.scoring import GivesFeedback, checked_scores
from scoring.given_columns import even_ties
from scoring.shipped import scored_rows


def test_feedback_is_what_the_definition_says():
    for row, score in scored_rows(GivesFeedback()):
        answers = 0.5 if row.answers is None else row.answers
        expected = row.trust * answers * (1 - row.core / 2) * (1 - row.shared_time / 2)
        assert score == pytest.approx(expected, rel=1e-12)


def test_with_everything_in_the_middle_it_is_this_for_all_kinds_of_people():
    np.testing.assert_allclose(checked_scores(GivesFeedback(), even_ties()), 0.16875)


def test_who_never_answers_gives_none_and_who_is_only_stated_may():
    letters = [mail(ago(9 + i), MARA, ANA) for i in range(5)]
    trust = [Tie(a=MARA, b=ANA, trust=0.8), Tie(a=MARA, b=BEN, trust=0.8)]

    ana, ben = checked_scores(GivesFeedback(), life(*letters, ties=trust).ties_of()).tolist()

    assert ana == 0.0
    assert ben == pytest.approx(0.4)
