from __future__ import annotations

from datetime import timedelta

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
from netzwerkwandel import sample
from netzwerkwandel.network import FloatArray, Network, Ties
from netzwerkwandel.recommending import ReasonKind, Recommendations, recommend
from netzwerkwandel.scoring import Blend, Dormant, NewInformation, ScoringStrategy
from netzwerkwandel.texts import LANGUAGES


@pytest.fixture(scope="module")
def sample_network() -> Network:
    """What the exports of the invented person show."""
    with sample.sample_exports() as folder:
        records = nw.read_exports(folder, as_of=sample.AS_OF)
    return Network.from_records(records, as_of=sample.AS_OF)


def both_ways(days: float, *people: str) -> list[nw.Interaction]:
    """A mail to each and an answer, so that nobody is one-sided."""
    pairs = [pair for p in people for pair in ((MARA, p, days + 1), (p, MARA, days))]
    return [mail(ago(day), a, b) for a, b, day in pairs]


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

    gains = [pick.gain for pick in picks]
    assert gains == sorted(gains, reverse=True)
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


def test_who_never_answered_is_left_out_unless_stated_and_who_never_got_an_answer_is_not():
    made = life(
        mail(ago(9), ANA, MARA),
        mail(ago(9), MARA, BEN),
        mail(ago(9), MARA, CEM),
        *both_ways(9, DAN),
        ties=[nw.Tie(a=MARA, b=CEM)],
    )

    picks = recommend(made, strategy=Everyone())

    assert set(keys(picks)) == {ANA, CEM, DAN}
    (ana,) = [pick for pick in picks if pick.contact.key == ANA]
    assert "is still without an answer" in ana.explain("en")


def test_a_mailbox_without_sent_mail_leaves_nobody_out():
    made = life(mail(ago(9), ANA, MARA), mail(ago(9), BEN, MARA), meeting(ago(50), CEM, MARA))

    assert set(keys(recommend(made, strategy=Everyone()))) == {ANA, BEN, CEM}


def test_a_meeting_answers_a_mail():
    made = life(mail(ago(90), ANA, MARA), meeting(ago(80), ANA, MARA), *both_ways(9, DAN))

    assert set(keys(recommend(made, strategy=Everyone()))) == {ANA, DAN}


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


def test_a_pick_is_labelled_with_a_function_only_if_she_serves_it():
    told = [nw.Tie(a=MARA, b=ANA, functions=["information"])]
    made = life(*both_ways(40, ANA, BEN), ties=told)

    picks = {pick.contact.key: pick for pick in recommend(made, strategy=NewInformation())}

    assert picks[ANA].function is nw.Function.INFORMATION
    assert picks[BEN].function is None


def test_every_label_has_its_fact_and_is_what_the_overview_counts(sample_network):
    picks = recommend(sample_network, n=30, goal=nw.Goal(fields=["ux research"]))
    inner = set(sample_network.ties_of().target[nw.metrics.inner_circle(sample_network)].tolist())

    for pick in picks:
        if pick.function is not None:
            (fact,) = [r for r in pick.reasons if r.kind is ReasonKind.BRINGS]
            assert fact["function"] == pick.function
            assert pick.contact.key in picks.coverage[pick.function].keys
        number = sample_network.index_of(pick.contact.key)
        assert number not in inner or pick.function is nw.Function.SUPPORT


def test_no_two_picks_have_one_text(sample_network):
    picks = recommend(sample_network, n=30)

    for language in LANGUAGES:
        told = [pick.explain(language).partition(" ")[2] for pick in picks]
        assert len(set(told)) == len(told)


def test_whoever_was_met_or_phoned_within_a_month_is_not_suggested():
    call = nw.Interaction(
        key="c", when=ago(3), channel="call", sender=MARA, participants=[MARA, ANA]
    )
    made = life(*both_ways(9, ANA, BEN, CEM), call, meeting(ago(29), MARA, BEN))

    assert keys(recommend(made, strategy=Everyone())) == [CEM]
    assert set(keys(recommend(made, strategy=Everyone(), include=[BEN]))) == {BEN, CEM}


def test_who_was_talked_to_declined_or_is_put_off_is_left_out_until_it_is_time_again():
    letters = both_ways(400, ANA, BEN, CEM, DAN)
    people = [nw.Contact(key=key) for key in (MARA, ANA, BEN, CEM, DAN)]
    day = AS_OF.date()
    records = nw.Records(contacts=people, interactions=letters, me=MARA)
    records = records.with_suggestions([ANA, BEN, CEM, DAN], on=day - timedelta(days=60))
    records = records.with_answer(ANA, "talked", on=day - timedelta(days=50), brought=["ideas"])
    records = records.with_answer(BEN, "declined", on=day - timedelta(days=50))
    records = records.with_answer(CEM, "not now", on=day, again=day + timedelta(days=9))

    def listed(after: int) -> set[str]:
        made = Network.from_records(records, as_of=AS_OF + timedelta(days=after))
        return set(keys(recommend(made, strategy=Everyone())))

    assert listed(-61) == {ANA, BEN, CEM, DAN}
    assert listed(0) == listed(8) == {DAN}
    assert listed(9) == {CEM, DAN}
    now = Network.from_records(records, as_of=AS_OF).ties_of()
    assert [now.network.keys[i] for i in now.target[now.serves(nw.Function.IDEAS)]] == [ANA]
    before = Network.from_records(records, as_of=AS_OF - timedelta(days=51)).ties_of()
    assert not before.serves(nw.Function.IDEAS).any()


def test_the_inner_circle_is_not_suggested_and_a_colleague_mailed_daily_does_not_sleep():
    daily = [mail(ago(31 + day), *pair) for day in range(90) for pair in ((MARA, ANA), (ANA, MARA))]
    others = [f"mailto:{i}@example.org" for i in range(9)]
    made = life(*daily, *both_ways(40, *others))

    assert ANA not in keys(recommend(made, strategy=Everyone(), n=10))
    assert not made.ties_of().is_dormant.any()


def test_who_works_at_the_same_place_is_left_out_where_discretion_is_asked_for():
    elsewhere = "mailto:cem@elsewhere.example"
    ties = [nw.Tie(a=MARA, b=ANA, relations=["boss"])]
    people = [
        nw.Contact(key="card:ben", name="Ben", organisation="Contoso "),
        nw.Contact(key=MARA, organisation="contoso"),
    ]
    made = life(*both_ways(40, ANA, "card:ben", elsewhere), ties=ties, people=people)

    open_to_all = recommend(made, strategy=Everyone())
    told = {pick.contact.key: pick.explain("en") for pick in open_to_all}

    assert set(told) == {ANA, "card:ben", elsewhere}
    assert "Think first about who is to know what you have in mind." in told[ANA]
    assert "You work for the same employer" in told["card:ben"]
    assert "hink first" not in told[elsewhere]
    assert keys(recommend(made, strategy=Everyone(), discreet=True)) == [elsewhere]


def test_who_writes_from_the_same_firm_may_carry_it_there_and_an_open_domain_says_nothing():
    me = nw.Contact(key="me", emails=["mara@kessel.example", "mara@gmail.com"])
    ana = nw.Contact(key="ana", emails=["ana@kessel.example"])
    ben = nw.Contact(key="ben", emails=["ben@gmail.com"])
    letters = [
        mail(ago(40), *pair) for key in ("ana", "ben") for pair in (("me", key), (key, "me"))
    ]
    records = nw.Records(contacts=[me, ana, ben], interactions=letters, me="me")
    made = Network.from_records(records, as_of=AS_OF)

    assert keys(recommend(made, strategy=Everyone(), discreet=True)) == ["ben"]


@pytest.mark.parametrize(
    ("domain", "organisation", "is_left_out"),
    [
        ("sparkasse-erft.example", "", True),
        ("post.sparkasseerft.example", "", True),
        ("sparkasse-erft.example", "Sparkasse Erft, Filiale Bergheim", True),
        ("sparkasse-erft.example", "freelance", True),
        ("sparkasse-erft.example", "Stadtwerke Erft", False),
        ("s-erft.example", "", True),
        ("sparkasse-berg.example", "", False),
        ("gmail.com", "", False),
    ],
)
def test_an_old_address_at_the_employer_is_left_out_unless_she_works_elsewhere(
    domain: str, organisation: str, is_left_out: bool
):
    people = [
        nw.Contact(key=MARA, organisation="Sparkasse Erft AG"),
        nw.Contact(key="ana", emails=["ana@s-erft.example"], organisation="Sparkasse Erft"),
        nw.Contact(key="vogel", emails=[f"k.vogel@{domain}"], organisation=organisation),
    ]
    made = life(*both_ways(1900, "ana", "vogel"), people=people)

    left = keys(recommend(made, strategy=Everyone(), discreet=True))

    assert left == ([] if is_left_out else ["vogel"])


def test_an_employer_who_is_none_is_nobody_elses():
    people = [nw.Contact(key=MARA, organisation="Freelance")]
    people.append(nw.Contact(key="ben", organisation="freelance", emails=["b@freelance.example"]))
    made = life(*both_ways(40, "ben"), people=people)

    assert keys(recommend(made, strategy=Everyone(), discreet=True)) == ["ben"]


def test_a_list_that_cannot_be_discreet_says_so():
    unknown = life(*both_ways(40, BEN))
    known = life(*both_ways(40, BEN), people=[nw.Contact(key=MARA, organisation="Contoso")])
    said = "Where you work is not known, so nobody could be left out"

    assert said in recommend(unknown, strategy=Everyone(), discreet=True).explain("en")
    assert said not in recommend(unknown, strategy=Everyone()).explain("en")
    assert said not in recommend(known, strategy=Everyone(), discreet=True).explain("en")


def test_nobody_for_whom_nothing_speaks_fills_the_list():
    # Ana is near; Ben, whom she knows, was only ever stated, and nothing more is known of him.
    near = [
        mail(ago(5 + 9 * i), *pair, BEN) for i in range(9) for pair in ((MARA, ANA), (ANA, MARA))
    ]
    ties = [nw.Tie(a=MARA, b=BEN), nw.Tie(a=MARA, b=ANA, closeness=0.9)]
    made = life(*near, ties=ties)

    assert keys(recommend(made)) == []
    assert keys(recommend(made, strategy=Everyone())) == [BEN]


def test_of_a_blend_a_pick_is_labelled_with_what_it_adds_to_those_before():
    ties = [nw.Tie(a=MARA, b=key, functions=["ideas"]) for key in (ANA, BEN)]
    ties.append(nw.Tie(a=MARA, b=CEM, functions=["feedback"]))
    made = life(*both_ways(2000, ANA, BEN, CEM), ties=ties)

    picks = recommend(made, strategy=Blend([(Dormant(), 1.0)]), n=2)

    assert {pick.function for pick in picks} == {nw.Function.IDEAS, nw.Function.FEEDBACK}
    assert CEM in keys(picks)


def test_a_small_life_has_its_sleeping_client_first_and_nobody_met_this_week():
    picks = recommend(Network.from_records(mailbox_life(), as_of=AS_OF))

    names = [pick.contact.name for pick in picks]
    assert set(names[:3]) == {"Ana", "Ben", "Cem"}
    assert set(names) == {"Ana", "Ben", "Cem", "Finn"}


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


@pytest.mark.parametrize(
    ("employer", "said"),
    [
        ("Rohrbch Bau", "name people who work at Rohrbach Bau: is that where you work?"),
        ("Contoso", "Nobody else in your data works at Contoso; where others spell it otherwise"),
        ("Rohrbach Bau GmbH", ""),
        ("freelance", ""),
    ],
)
def test_a_discreet_list_says_that_the_employer_is_nobody_elses(employer: str, said: str):
    people = [nw.Contact(key=MARA, organisation=employer)]
    people += [nw.Contact(key=BEN, organisation="Rohrbach Bau"), nw.Contact(key=CEM)]
    made = life(*both_ways(40, BEN, CEM), people=people)
    told = recommend(made, strategy=Everyone(), discreet=True).explain("en")

    assert said in told
    assert ("Nobody else in your data works at" in told) is bool(said)
    assert "Nobody else in your data" not in recommend(made, strategy=Everyone()).explain("en")
