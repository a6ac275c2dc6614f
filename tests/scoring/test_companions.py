from __future__ import annotations

import math

import attrs
import numpy as np
import pytest

from builders import ANA, AS_OF, BEN, MARA, ago, life, mail, records
from netzwerkwandel.model import Experiment, Tie
from netzwerkwandel.network import Network
from netzwerkwandel.network.field_levels import field_levels
from netzwerkwandel.scoring import GuidingFigures, Peers, ProfessionalCommunity, checked_scores
from scoring.given_columns import even_ties
from scoring.shipped import GOAL, scored_rows


# Peers


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


def test_who_was_met_in_the_same_course_is_a_peer_once_it_has_begun():
    letters = [mail(ago(5), *pair) for k in (ANA, BEN) for pair in ((MARA, k), (k, MARA))]
    course = Experiment(key="course", title="Course", started=ago(3).date(), met=[ANA])
    made = attrs.evolve(records(*letters), experiments=[course])

    ana, ben = checked_scores(Peers(), Network.from_records(made, as_of=AS_OF).ties_of()).tolist()
    before = Network.from_records(made, as_of=ago(4)).ties_of()

    assert ana > 0.5
    assert math.isnan(ben)
    assert np.isnan(checked_scores(Peers(), before)).all()


# Guiding figures


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


# The community of a profession


def test_the_professional_community_is_what_the_definition_says():
    for row, score in scored_rows(ProfessionalCommunity(GOAL)):
        if not row.is_in(GOAL):
            assert math.isnan(score)
            continue
        inside = field_levels(row.ties.network.csr, row.ties.network.members(GOAL)).tolist()
        inward = max(inside[row.target] - inside[row.source], 0.0)
        assert score == pytest.approx((1 + inward) / 2 * (1 + row.bandwidth) / 2, rel=1e-12)


def test_with_everything_in_the_middle_and_nobody_inside_it_is_the_channel():
    scores = checked_scores(ProfessionalCommunity(GOAL), even_ties())

    nan = math.nan
    np.testing.assert_allclose(scores, [nan, 0.375, nan, nan, 0.375, nan, 0.375, nan])


def test_a_goal_is_needed():
    with pytest.raises(TypeError, match="goal"):
        ProfessionalCommunity()
