from __future__ import annotations

import pytest

from builders import ANA, BEN, DAN, MARA, ago, life, mail
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Contact, Goal
from netzwerkwandel.recommending import Introduction, Reason, ReasonKind, introductions


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
        "Dan works in a field you could imagine for yourself (ux research). Ana knows you both and "
        "could introduce you."
    )
    assert told("de", FIELD) == (
        "Dan arbeitet in einem deiner Wunschfelder (ux research). Ana kennt euch beide und könnte "
        "euch bekannt machen."
    )


@pytest.mark.parametrize(
    ("people", "english", "german"),
    [(1, "knows 1 person in a field", "kennt 1 Menschen"), (3, "knows 3 people in", "kennt 3 M")],
)
def test_those_who_know_people_of_the_field_are_told_by_that(people, english: str, german: str):
    leads = Reason(ReasonKind.IN_FIELD, {"people": people})

    assert told("en", leads).startswith(f"Dan {english}")
    assert told("de", leads).startswith(f"Dan {german}")


@pytest.mark.parametrize(
    ("others", "english", "german"),
    [
        (("b",), "; 1 other could do so too.", "; 1 weiterer Mensch könnte das auch."),
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
        told("fr")
