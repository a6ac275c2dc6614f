from __future__ import annotations

import math

import pytest

import netzwerkwandel as nw
from builders import ANA, BEN, CEM, DAN, MARA, ago, life, mail, meeting
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Contact, Goal
from netzwerkwandel.recommending import Introduction, Reason, ReasonKind, introductions


# Whom to get to know


GOAL = nw.Goal(fields=["ux research"])
EVA, FINN = (f"mailto:{name}@example.org" for name in ("eva", "finn"))


def in_field(key: str) -> nw.Contact:
    return nw.Contact(key=key, name=key[7:10].title(), position="UX Researcher")


def both_ways(days: float, one: str, *others: str) -> list[nw.Interaction]:
    return [
        i for other in others for i in (mail(ago(days), one, other), mail(ago(days), other, one))
    ]


def seen(days: float, sender: str, *others: str) -> nw.Interaction:
    """A mail to Mara and others, who so are seen to be in contact with the sender."""
    return mail(ago(days), sender, MARA, *others)


def trust(network: nw.Network, a: str, b: str) -> float:
    ties = network.ties_of(a)
    (row,) = (ties.target == network.index_of(b)).nonzero()[0]
    return float(ties.trust[row])


def test_somebody_of_the_field_whom_a_contact_knows_is_introduced_by_the_contact():
    network = life(*both_ways(9, MARA, ANA), seen(8, ANA, EVA), people=[in_field(EVA)])

    (found,) = introductions(network, GOAL)

    assert (found.contact.key, found.through.key) == (EVA, ANA)
    assert found.in_field
    assert found.trust == (trust(network, MARA, ANA), trust(network, ANA, EVA))
    assert found.score == pytest.approx(math.sqrt(found.trust[0] * found.trust[1]))
    assert found.others == ()
    assert repr(found) == "Introduction('Eva' through 'Ana')"


def test_whom_one_knows_need_not_be_introduced():
    network = life(*both_ways(9, MARA, ANA, EVA), seen(8, ANA, EVA), people=[in_field(EVA)])

    assert len(introductions(network, GOAL)) == 0


def test_whoever_knows_people_of_the_field_leads_there():
    network = life(
        *both_ways(9, MARA, ANA, BEN),
        seen(8, ANA, DAN),
        seen(7, BEN, DAN),
        mail(ago(6), DAN, FINN),
        people=[in_field(FINN)],
    )

    (found,) = introductions(network, GOAL)

    assert found.contact.key == DAN
    assert (found.in_field, found.people_in_field) == (False, 1)
    assert found.score == pytest.approx(
        max(math.sqrt(trust(network, MARA, j) * trust(network, j, DAN)) / 3 for j in (ANA, BEN))
    )
    assert {found.through.key, *found.others} == {ANA, BEN}


def test_nobody_is_a_way_to_people_whom_one_knows_already():
    letters = [*both_ways(9, MARA, ANA, BEN), seen(8, ANA, DAN), seen(7, BEN, DAN)]

    assert len(introductions(life(*letters, people=[in_field(BEN)]), GOAL)) == 0


def test_who_may_be_somebody_one_knows_need_not_be_introduced():
    lotte = [f"mailto:lotte.devries@{firm}.example" for firm in ("old", "new")]
    people = [nw.Contact(key=k, name="Lotte de Vries", position="UX Researcher") for k in lotte]
    letters = [*both_ways(9, MARA, ANA), seen(8, ANA, lotte[0])]

    assert len(introductions(life(*letters, people=people[:1]), GOAL)) == 1
    known = life(*letters, *both_ways(60, MARA, lotte[1]), people=people)
    assert len(introductions(known, GOAL)) == 0


def test_the_most_trusted_way_is_taken_and_others_are_named():
    stated = [nw.Tie(a=MARA, b=BEN, trust=1.0), nw.Tie(a=MARA, b=ANA, trust=0.1)]
    network = life(
        *both_ways(9, MARA, ANA, BEN),
        seen(8, ANA, EVA),
        seen(8, BEN, EVA),
        people=[in_field(EVA)],
        ties=stated,
    )

    (found,) = introductions(network, GOAL)

    assert found.through.key == BEN
    assert found.others == (ANA,)


def test_equal_ways_and_people_come_in_the_order_of_keys():
    network = life(
        *both_ways(9, MARA, ANA, BEN),
        seen(8, ANA, EVA, FINN),
        seen(8, BEN, EVA, FINN),
        people=[in_field(EVA), in_field(FINN)],
    )

    found = introductions(network, GOAL)

    assert [pick.contact.key for pick in found] == [EVA, FINN]
    assert {pick.through.key for pick in found} == {ANA}
    assert repr(found) == "Introductions(2 of 2 candidates)"
    assert [pick.contact.key for pick in introductions(network, GOAL, 1)] == [EVA]


@pytest.mark.parametrize("pair", [(MARA, ANA), (ANA, EVA)])
def test_nobody_introduces_who_parted_in_conflict(pair: tuple[str, str]):
    ended = nw.Tie(a=pair[0], b=pair[1], ended_in_conflict=True)
    network = life(
        *both_ways(9, MARA, ANA), seen(8, ANA, EVA), people=[in_field(EVA)], ties=[ended]
    )

    assert len(introductions(network, GOAL)) == 0


def test_an_office_is_nobody_to_meet():
    office = nw.Contact(key="mailto:info@ux.example", fields=["ux research"])
    network = life(*both_ways(9, MARA, ANA), seen(8, ANA, office.key), people=[office])

    assert len(introductions(network, GOAL)) == 0


def test_where_no_ties_among_others_are_known_nobody_is_found():
    star = life(*both_ways(9, MARA, ANA, BEN, CEM), people=[in_field(ANA)])

    assert repr(introductions(star, GOAL)) == "Introductions(0 of 0 candidates)"
    assert len(introductions(life(), GOAL)) == 0
    assert len(introductions(nw.Network.from_edges(["a", "b"], ["b", "c"]), GOAL, ego="a")) == 0


def test_only_a_whole_number_can_be_asked_for():
    with pytest.raises(nw.InvalidArgumentError, match="n must be a whole number of at least 1"):
        introductions(life(*both_ways(9, MARA, ANA)), GOAL, 0)


def test_a_meeting_shows_who_knows_whom():
    network = life(meeting(ago(5), MARA, ANA), meeting(ago(9), ANA, EVA), people=[in_field(EVA)])

    assert [pick.contact.key for pick in introductions(network, GOAL)] == [EVA]


# In words


FIELD = Reason(ReasonKind.FIELD, {"field": "ux research"})


def told(language: str, *reasons: Reason, others: tuple[str, ...] = ()) -> str:
    return Introduction(
        contact=Contact(key="dan", name="Dan"),
        through=Contact(key="ana", name="Ana"),
        trust=(0.5, 0.5),
        others=others,
        in_field=True,
        people_in_field=0,
        score=0.5,
        reasons=reasons,
    ).explain(language)


def test_it_says_why_to_meet_somebody_and_who_could_introduce():
    assert told("en", FIELD) == (
        "Dan is from a field you could imagine for yourself (ux research). Ana knows you both and "
        "could introduce you."
    )
    assert told("de", FIELD) == (
        "Dan kommt aus einem deiner Wunschfelder (ux research). Ana kennt euch beide und könnte "
        "euch bekannt machen."
    )


@pytest.mark.parametrize(
    ("people", "english", "german"),
    [(1, "knows somebody in a field", "kennt jemanden"), (3, "knows 3 people in", "kennt 3 M")],
)
def test_those_who_know_people_of_the_field_are_told_by_that(people, english: str, german: str):
    leads = Reason(ReasonKind.IN_FIELD, {"people": people})

    assert told("en", leads).startswith(f"Dan {english}")
    assert told("de", leads).startswith(f"Dan {german}")


def test_who_is_from_the_field_and_knows_others_there_is_told_of_it_once():
    both = FIELD, Reason(ReasonKind.IN_FIELD, {"people": 3})

    assert "yourself (ux research) and knows 3 others there. Ana" in told("en", *both)
    assert "Wunschfelder (ux research) und kennt dort 3 weitere Menschen. Ana" in told("de", *both)


@pytest.mark.parametrize(
    ("others", "english", "german"),
    [
        (("b",), "; one other could do so too.", "; ein weiterer Mensch könnte das auch."),
        (("b", "c"), "; 2 others could do so too.", "; 2 weitere Menschen könnten das auch."),
    ],
)
def test_others_who_could_introduce_are_counted(others, english: str, german: str):
    assert told("en", FIELD, others=others).endswith(english)
    assert told("de", FIELD, others=others).endswith(german)


def test_somebody_of_whom_nothing_is_known_is_still_named():
    assert told("en").startswith("Dan is someone to get to know. Ana")
    assert told("de").startswith("Dan könntest du kennenlernen. Ana")


def test_an_introduction_that_was_found_is_told():
    dan = Contact(key=DAN, name="Dan", position="UX Researcher")
    letters = mail(ago(9), MARA, ANA), mail(ago(9), ANA, MARA), mail(ago(8), ANA, MARA, DAN)
    made = life(*letters, mail(ago(7), BEN, MARA), people=[dan])

    (found,) = introductions(made, Goal(fields=["ux research"]))

    assert found.explain() == told("en", FIELD)


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(InvalidArgumentError, match="language must be one of"):
        told("xx")
