from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    ANA,
    AS_OF,
    BEN,
    CEM,
    DAN,
    MARA,
    ago,
    edge_lists,
    life,
    mail,
    mailbox_life,
    meeting,
    network,
)
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Channel, Tie
from netzwerkwandel.network import Network
from netzwerkwandel.scoring import (
    BringsIdeas,
    Dormant,
    GivesFeedback,
    NewInformation,
    OpensDoors,
    Orients,
    ScoringStrategy,
    Supports,
    checked_scores,
)
from netzwerkwandel.scoring.six_functions import SAW_ME
from scoring.given_columns import even_ties
from scoring.shipped import GOAL, scored_rows


def own_scores(made: Network, strategy: ScoringStrategy) -> list[float]:
    return checked_scores(strategy, made.ties_of()).tolist()


# Opening doors


def test_opening_doors_is_what_the_definition_says():
    for row, score in scored_rows(OpensDoors(GOAL)):
        near = 1.0 if row.is_in(GOAL) else 0.5
        vouches = (1 + row.trust) / 2 if any(map(row.has, SAW_ME)) else row.trust
        expected = vouches * row.novelty * near * (1 - row.shared_time / 2)
        assert score == pytest.approx(expected, rel=1e-12)


def test_with_everything_in_the_middle_the_field_counts_twice():
    scores = checked_scores(OpensDoors(GOAL), even_ties())

    # the last is a client, who saw her at work: 0.8 for 0.6
    expected = [0.1125, 0.225, 0.1125, 0.1125, 0.225, 0.1125, 0.225, 0.15]
    np.testing.assert_allclose(scores, expected)


def test_without_a_goal_nobody_is_near():
    np.testing.assert_allclose(checked_scores(OpensDoors(), even_ties()), [0.1125] * 7 + [0.15])


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


# Support


def test_support_is_what_the_definition_says():
    for row, score in scored_rows(Supports()):
        held = row.simmelian / (1 + row.simmelian)
        holds_back = 0.0 if row.changed_career else row.core
        shared = row.closeness * (1 + row.trust) / 2 * (1 + held) / 2
        expected = shared * (1 - holds_back / 4)
        assert score == pytest.approx(expected, rel=1e-12)


def test_with_everything_in_the_middle_support_is_this_for_all_kinds_of_people():
    # a half deep in the core takes an eighth away, unless she has changed career herself
    expected = [0.42, 0.42, 0.42, 0.42, 0.42, 0.48, 0.48, 0.42]
    np.testing.assert_allclose(checked_scores(Supports(), even_ties()), expected)


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
    held = scores / (1 - ties.core / 4)
    assert held[0] / held[2] == pytest.approx(1.5, rel=0.01)


# Orientation


def test_orientation_is_what_the_definition_says():
    for row, score in scored_rows(Orients(GOAL)):
        advises = row.has("mentor") or row.has("role model")
        if not (row.is_in(GOAL) or row.changed_career or advises):
            assert math.isnan(score)
            continue
        expected = (1 + row.trust) / 2 * (1 - row.core) * (1 - row.shared_time / 2)
        assert score == pytest.approx(expected, rel=1e-12, abs=1e-15)


def test_only_who_has_gone_that_way_orients():
    scores = checked_scores(Orients(GOAL), even_ties())

    expected = [math.nan, 0.3, math.nan, 0.3, 0.3, 0.3, 0.3, math.nan]
    np.testing.assert_allclose(scores, expected)


def test_without_a_goal_those_who_changed_career_or_advise_know_the_way():
    scores = checked_scores(Orients(), even_ties())

    expected = [math.nan, math.nan, math.nan, 0.3, 0.3, 0.3, 0.3, math.nan]
    np.testing.assert_allclose(scores, expected)


# Feedback


def test_feedback_is_what_the_definition_says():
    for row, score in scored_rows(GivesFeedback()):
        answers = 0.5 if row.answers is None else row.answers
        expected = row.trust * answers * (1 - row.core / 2) * (1 - row.shared_time / 2)
        assert score == pytest.approx(expected, rel=1e-12)


def test_with_everything_in_the_middle_feedback_is_this_for_all_kinds_of_people():
    np.testing.assert_allclose(checked_scores(GivesFeedback(), even_ties()), 0.16875)


def test_with_a_goal_feedback_is_better_near_it():
    scores = checked_scores(GivesFeedback(GOAL), even_ties())

    near = [0, 1, 0, 1, 1, 1, 1, 0]
    np.testing.assert_allclose(scores, [0.16875 * (3 + each) / 4 for each in near])


def test_who_never_answers_gives_none_and_who_is_only_stated_may():
    letters = [mail(ago(9 + i), MARA, ANA) for i in range(5)]
    trust = [Tie(a=MARA, b=ANA, trust=0.8), Tie(a=MARA, b=BEN, trust=0.8)]

    ana, ben = checked_scores(GivesFeedback(), life(*letters, ties=trust).ties_of()).tolist()

    assert ana == 0.0
    assert ben == pytest.approx(0.4)


# Ideas


def test_bringing_ideas_is_what_the_definition_says():
    for row, score in scored_rows(BringsIdeas()):
        trust = row.trust if row.trust_is_stated else 0.5
        readiness = (1 + trust) / 2 * (1 - row.shared_time / 2)
        assert score == pytest.approx(row.novelty * row.bandwidth * readiness, rel=1e-12)


def test_with_everything_in_the_middle_ideas_are_this_for_all_kinds_of_people():
    np.testing.assert_allclose(checked_scores(BringsIdeas(), even_ties()), 0.15)


def test_strong_bridges_are_best_however_strong():
    weights = [0.5, 3.0, 9.0, 400.0]
    star = network(zip("aaaa", "bcde", weights, strict=True))

    scores = checked_scores(BringsIdeas(), star.ties_of("a"))

    assert (np.diff(scores) > 0).all()


# New information


@pytest.mark.parametrize("peak", [0.05, 0.35, 0.8])
def test_new_information_is_what_the_definition_says(peak: float):
    for row, score in scored_rows(NewInformation(peak=peak)):
        trust = row.trust if row.trust_is_stated else 0.5
        readiness = (1 + trust) / 2 * (1 - row.shared_time / 2)
        told = math.pow(row.bandwidth, peak / (1 - peak)) * (1 - row.intensity)
        assert score == pytest.approx(row.novelty * told * readiness, rel=1e-12)


@given(edge_lists(), st.floats(0.01, 0.99))
def test_without_history_it_is_novelty_and_the_weight_of_the_tie(edges, peak):
    ties = network(edges).ties()

    scores = checked_scores(NewInformation(peak=peak), ties)

    half = np.median(ties.weight)
    for row, weight in enumerate(ties.weight.tolist()):
        intensity = weight / (weight + half)
        told = math.pow(intensity, peak / (1 - peak)) * (1 - intensity)
        assert scores[row] == pytest.approx(ties.novelty[row] * told * 3 / 4, rel=1e-9)


@given(st.floats(0.05, 0.95))
def test_with_novelty_equal_value_rises_and_falls_with_its_top_at_the_peak(peak: float):
    intensities = np.linspace(0.01, 0.99, 197)
    strengths = 6.0 * intensities / (1 - intensities)
    leaves = [f"x{i:03}" for i in range(len(strengths))]
    star = network(zip("a" * len(leaves), leaves, strengths.tolist(), strict=True))

    values = checked_scores(NewInformation(peak=peak), star.ties_of("a"))

    top = int(np.argmax(values))
    assert intensities[top] == pytest.approx(peak, abs=0.005)
    assert (np.diff(values[: top + 1]) > 0).all()
    assert (np.diff(values[top:]) < 0).all()


def test_a_bridge_is_worth_more_than_one_of_the_crowd():
    cliques = network([*((a, b, 2.0) for a, b in ("ab", "ac", "bc")), ("a", "z", 2.0)])
    ties = cliques.ties_of("a")

    scores = dict(
        zip(
            [cliques.keys[i] for i in ties.target],
            checked_scores(NewInformation(), ties).tolist(),
            strict=True,
        )
    )

    assert scores["z"] > scores["b"] == scores["c"]


def test_a_formerly_strong_tie_that_sleeps_is_worth_more_than_the_same_tie_in_use():
    def met(since: float) -> float:
        return own_scores(
            life(*(meeting(ago(since + 7 * i), MARA, BEN) for i in range(60))), NewInformation()
        )[0]

    assert met(2000.0) > met(1.0)


@pytest.mark.parametrize("peak", [0.0, 1.0, -0.2, 1.5, math.nan])
def test_the_peak_lies_between_nothing_and_all(peak: float):
    with pytest.raises(InvalidArgumentError, match="peak must lie between 0 and 1, got"):
        NewInformation(peak=peak)


# Dormant ties


def test_only_ties_that_sleep_get_an_opinion():
    network = Network.from_records(mailbox_life(), as_of=AS_OF)
    ties = network.ties_of()

    scores = checked_scores(Dormant(), ties)

    np.testing.assert_array_equal(np.isnan(scores), ~ties.is_dormant)
    assert ties.is_dormant.sum() == 3


def test_dormant_is_what_the_definition_says():
    for row, score in scored_rows(Dormant()):
        if not row.is_dormant:
            assert math.isnan(score)
            continue
        trust = row.trust if row.trust_is_stated else 0.5
        readiness = (1 + trust) / 2 * (1 - row.shared_time / 2)
        assert score == pytest.approx(row.novelty * row.bandwidth * readiness, rel=1e-12)


def test_formerly_strong_is_worth_more_than_formerly_weak():
    strong = [mail(ago(1500 + 30 * i), MARA, ANA) for i in range(30)]

    ana, ben = own_scores(life(*strong, mail(ago(1500), MARA, BEN)), Dormant())

    assert ana > ben


def test_of_two_who_sleep_alike_the_trusted_one_comes_first():
    letters = [mail(ago(1500 + 30 * i), MARA, key) for i in range(9) for key in (ANA, BEN, CEM)]
    trust = [Tie(a=MARA, b=ANA, trust=0.9), Tie(a=MARA, b=BEN, trust=0.1)]

    ana, ben, cem = own_scores(life(*letters, ties=trust), Dormant())

    assert ana > cem > ben


def test_of_two_who_sleep_alike_the_one_with_the_shorter_past_comes_first():
    # A sign of life long before makes it a tie that lasted, and had faded when they met.
    once = [mail(ago(5000), ANA, MARA, channel=Channel.SIGNAL), meeting(ago(1500), MARA, ANA)]
    often = [mail(ago(1500 + i), BEN, MARA, channel=Channel.SIGNAL) for i in range(15)]
    made = life(*once, *often)
    ties = made.ties_of()

    ana, ben = own_scores(made, Dormant())

    assert ties.bandwidth[0] == pytest.approx(ties.bandwidth[1], rel=0.02)
    assert ana > 1.05 * ben


@pytest.mark.parametrize(
    ("days", "leaves"), [((0,), False), ((0, 1), False), ((0, 1, 2), True), ((0, 8), True)]
)
def test_one_exchange_leaves_no_bandwidth_behind_it(days, leaves):
    ties = life(*(meeting(ago(1500 + day), MARA, ANA) for day in days)).ties_of()

    assert bool(ties.has_lasted[0]) is leaves
    assert bool(ties.bandwidth[0] > 2 * ties.intensity[0]) is leaves


def test_the_longer_the_silence_the_more_there_is_to_tell():
    def met(days: float) -> float:
        together = [meeting(ago(days + i), MARA, ANA, BEN) for i in range(5)]
        return own_scores(life(*together), Dormant())[0]

    assert met(1200) < met(2400) < met(3600)
    assert met(20_000) == pytest.approx(met(30_000), rel=0.02)


def test_who_was_only_ever_stated_does_not_sleep():
    (score,) = own_scores(life(ties=[Tie(a=MARA, b=ANA, relations=["friend"])]), Dormant())

    assert math.isnan(score)
