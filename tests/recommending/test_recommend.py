from __future__ import annotations

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import netzwerkwandel as nw
from builders import (
    ANA,
    AS_OF,
    BEN,
    CEM,
    DAN,
    MARA,
    ago,
    borgatti_1997,
    edge_networks,
    life,
    mail,
    mailbox_life,
    meeting,
    network,
    path,
    star,
)
from netzwerkwandel.network import FloatArray, Network, Ties
from netzwerkwandel.recommending import ReasonKind, Recommendations, recommend
from netzwerkwandel.scoring import Blend, Dormant, NewInformation, ScoringStrategy
from netzwerkwandel.texts import LANGUAGES


def both_ways(days: float, *people: str) -> list[nw.Interaction]:
    """A mail to each and an answer, so that nobody is one-sided."""
    pairs = [pair for person in people for pair in ((MARA, person), (person, MARA))]
    return [mail(ago(days), *pair) for pair in pairs]


def keys(picks: Recommendations) -> list[str]:
    return [pick.contact.key for pick in picks]


@attrs.frozen
class FormerClients(ScoringStrategy):
    """Former clients who know people I do not."""

    years: float = 2.0

    def score(self, ties: Ties) -> FloatArray:
        sleeping = ties.has_relation(nw.Relation.CLIENT) & (ties.silence >= self.years)
        return np.where(sleeping, ties.novelty * ties.bandwidth, np.nan)


@attrs.frozen
class Everyone(ScoringStrategy):
    """All alike."""

    function = nw.Function.SUPPORT

    def score(self, ties: Ties) -> FloatArray:
        return np.ones(len(ties))


def test_the_best_come_first():
    picks = recommend(borgatti_1997(), ego="G", strategy=NewInformation())

    scores = [pick.score for pick in picks]
    assert keys(picks)[0] == "C"
    assert scores == sorted(scores, reverse=True)
    assert len(picks) == picks.candidates == 6


@given(st.permutations("bcdefghij"))
def test_equal_scores_come_in_the_order_of_keys_whatever_the_order_of_the_input(leaves):
    made = network((("a", leaf, 1.0) for leaf in leaves), keys=["a", *leaves])

    assert keys(recommend(made, ego="a", n=5)) == ["b", "c", "d", "e", "f"]


def test_a_difference_in_the_last_bit_does_not_come_before_the_key():
    @attrs.frozen
    class Nearly(ScoringStrategy):
        def score(self, ties: Ties) -> FloatArray:
            return np.where(ties.target == 2, 0.1 + 0.2, 0.3)

    assert keys(recommend(star("bcd"), ego="a", strategy=Nearly())) == ["b", "c", "d"]


def test_more_may_be_asked_for_than_there_are():
    picks = recommend(star(), ego="a", n=1000)

    assert len(picks) == 4
    assert repr(picks) == "Recommendations(4 of 4 candidates)"


def test_fewer_may_be_asked_for_and_are_the_same():
    many = recommend(borgatti_1997(), ego="G", n=6)

    few = recommend(borgatti_1997(), ego="G", n=2)
    assert tuple(few) == many[:2]
    assert many.candidates == few.candidates == 6


@pytest.mark.parametrize("n", [0, -1])
def test_at_least_one_must_be_asked_for(n: int):
    with pytest.raises(nw.InvalidArgumentError, match=f"whole number of at least 1, got {n}"):
        recommend(star(), ego="a", n=n)


@pytest.mark.parametrize("n", [2.5, "3", None, True])
def test_only_a_whole_number_can_be_asked_for(n: object):
    with pytest.raises(nw.InvalidArgumentError, match="n must be a whole number of at least 1"):
        recommend(star(), ego="a", n=n)


@pytest.mark.parametrize("name", edge_networks())
def test_every_network_gives_a_list(name: str):
    made = edge_networks()[name]

    for ego in range(made.n_contacts):
        picks = recommend(made, ego=ego, goal=nw.Goal(fields=["ux"]))

        assert len(picks) == min(10, picks.candidates)
        assert made.keys[ego] not in keys(picks)
        for pick in picks:
            assert np.isfinite(pick.score)
            for language in LANGUAGES:
                assert bool(pick.explain(language)) == bool(pick.reasons)


def test_a_network_that_is_nobodys_needs_an_ego():
    with pytest.raises(nw.InvalidNetworkError, match="name an ego"):
        recommend(path())
    with pytest.raises(nw.NotFoundError, match="'z'"):
        recommend(path(), ego="z")


def test_what_a_strategy_returns_is_checked():
    with pytest.raises(nw.StrategyError, match="an instance, not the class"):
        recommend(path(), ego="a", strategy=Dormant)


# Who is left out


def test_who_parted_in_conflict_is_left_out():
    ended = nw.Tie(a=ANA, b=MARA, relations=["former boss"], ended_in_conflict=True)
    made = life(*both_ways(2000, ANA, BEN), ties=[ended])

    picks = recommend(made, strategy=Everyone())

    assert keys(picks) == [BEN]
    assert picks.candidates == 1


def test_one_statement_of_conflict_among_several_is_enough():
    said = [
        nw.Tie(a=MARA, b=ANA, relations=["friend"]),
        nw.Tie(a=MARA, b=ANA, ended_in_conflict=True),
    ]

    assert len(recommend(life(*both_ways(9, ANA), ties=said), strategy=Everyone())) == 0


@pytest.mark.parametrize(
    "contact",
    [
        nw.Contact(key="mailto:info@acme.example"),
        nw.Contact(key="mailto:info@acme.example", emails=["info@acme.example"]),
        nw.Contact(key="x", emails=["info@acme.example", "Jobs@acme.example"]),
        nw.Contact(key="mailto:no-reply@acme.example", name="Acme"),
    ],
)
def test_addresses_of_no_person_are_left_out(contact: nw.Contact):
    made = life(*both_ways(9, contact.key, BEN), people=[contact])

    assert keys(recommend(made, strategy=Everyone())) == [BEN]


@pytest.mark.parametrize(
    "contact",
    [
        nw.Contact(key="x", emails=["info@acme.example", "cem@acme.example"]),
        nw.Contact(key="x", emails=["info@acme.example"], phones=["+49 170 1234567"]),
        nw.Contact(key="x", emails=["info@acme.example"], profiles=["linkedin.com/in/cem"]),
        nw.Contact(key="x", name="Cem"),
    ],
)
def test_a_person_behind_such_an_address_stays(contact: nw.Contact):
    made = life(*both_ways(9, "x"), people=[contact])

    assert keys(recommend(made, strategy=Everyone())) == ["x"]


def test_contact_that_only_ever_went_one_way_is_left_out_unless_stated():
    made = life(
        mail(ago(9), ANA, MARA),
        mail(ago(9), MARA, BEN),
        mail(ago(9), CEM, MARA),
        *both_ways(9, DAN),
        ties=[nw.Tie(a=MARA, b=CEM)],
    )

    assert set(keys(recommend(made, strategy=Everyone()))) == {CEM, DAN}


def test_a_mailbox_without_sent_mail_leaves_nobody_out():
    made = life(mail(ago(9), ANA, MARA), mail(ago(9), BEN, MARA), meeting(ago(5), CEM, MARA))

    assert set(keys(recommend(made, strategy=Everyone()))) == {ANA, BEN, CEM}


def test_a_meeting_answers_a_mail():
    made = life(mail(ago(9), ANA, MARA), meeting(ago(8), ANA, MARA), *both_ways(9, DAN))

    assert keys(recommend(made, strategy=Everyone())) == [ANA, DAN]


def test_whoever_the_strategy_has_no_opinion_about_is_left_out():
    picks = recommend(life(*both_ways(5, ANA), *both_ways(2000, BEN)), strategy=Dormant())

    assert keys(picks) == [BEN]
    assert picks.candidates == 1


def test_those_whom_only_others_know_are_not_recommended():
    made = life(*both_ways(9, ANA), mail(ago(10), ANA, MARA, BEN))

    assert BEN in made.keys
    assert keys(recommend(made, strategy=Everyone())) == [ANA]


def test_nobody_may_come_into_question():
    picks = recommend(life())

    assert tuple(picks) == ()
    assert picks.candidates == 0


# Functions and the default


def test_each_pick_is_labelled_with_its_function():
    made = star()

    assert recommend(made, ego="a", strategy=Everyone())[0].function is nw.Function.SUPPORT
    assert recommend(made, ego="a", strategy=NewInformation())[0].function is (
        nw.Function.INFORMATION
    )


def test_of_a_blend_a_pick_is_labelled_with_what_it_adds_to_those_before():
    ties = [nw.Tie(a=MARA, b=key, functions=["ideas"]) for key in (ANA, BEN)]
    ties.append(nw.Tie(a=MARA, b=CEM, functions=["feedback"]))
    made = life(*both_ways(2000, ANA, BEN, CEM), ties=ties)

    picks = recommend(made, strategy=Blend([(Dormant(), 1.0)]), n=2)

    assert {pick.function for pick in picks} == {nw.Function.IDEAS, nw.Function.FEEDBACK}
    assert CEM in keys(picks)


def test_a_small_life_has_its_sleeping_client_first_and_its_close_friend_last():
    picks = recommend(Network.from_records(mailbox_life(), as_of=AS_OF))

    names = [pick.contact.name for pick in picks]
    assert set(names[:3]) == {"Ana", "Ben", "Cem"}
    assert set(names) == {"Ana", "Ben", "Cem", "Dan", "Eva", "Finn"}


def test_the_goal_adds_a_reason_and_lifts_who_works_there():
    ana = nw.Contact(key=ANA, name="Ana", position="UX Researcher")
    made = life(*both_ways(1500, ANA, BEN), people=[ana])

    plain = recommend(made)
    aimed = recommend(made, goal=nw.Goal(fields=["ux research"]))

    before, after = ({p.contact.key: p.score for p in picks} for picks in (plain, aimed))
    assert before[ANA] == before[BEN]
    assert after[ANA] > after[BEN]
    assert {p.contact.key: ReasonKind.FIELD in {r.kind for r in p.reasons} for p in aimed} == {
        ANA: True,
        BEN: False,
    }


def test_a_strategy_of_ones_own_is_used():
    client = nw.Tie(a=MARA, b=CEM, relations=["client"])
    supplier = nw.Tie(a=DAN, b=MARA, relations=["client"])
    made = life(*both_ways(900, ANA, CEM, DAN), ties=[client, supplier])

    picks = recommend(made, strategy=FormerClients(), n=5)

    assert keys(picks) == [CEM]
    assert keys(recommend(made, strategy=FormerClients(years=3.0))) == []
    assert repr(picks[0]) == f"Recommendation('Cem', {picks[0].score:.3f})"


def test_edges_without_records_do():
    picks = recommend(borgatti_1997(), ego="A")

    assert {pick.contact.name for pick in picks} == {"B", "E", "F", "G"}
    kinds = {reason.kind for pick in picks for reason in pick.reasons}
    assert kinds == {ReasonKind.REACH, ReasonKind.CLOSEST, ReasonKind.FIRST_STEP}
