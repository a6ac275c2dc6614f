from __future__ import annotations

from datetime import date

import pytest

import netzwerkwandel as nw
from explained import REACH, UX, Told, silence
from netzwerkwandel.recommending import Reason, ReasonKind, Recommendation
from netzwerkwandel.texts import LANGUAGES


def opening(language: str, *reasons: Told, formal: bool = False, name: str = "Ben Okafor") -> str:
    made = tuple(Reason(ReasonKind(kind), values) for kind, values in reasons)
    contact = nw.Contact(key="ben", name=name)
    pick = Recommendation(contact=contact, function=None, score=1.0, gain=1.0, reasons=made)
    return pick.opening(language, formal=formal)


LAST_MET = date(2023, 12, 9)
FORMER = "relation", {"relation": "former colleague"}


def test_it_is_written_as_to_a_friend_or_formally():
    assert opening("de", silence(2000), UX) == (
        "Hallo Ben,\n"
        "seit über 5 Jahren haben wir nichts voneinander gehört, und ich habe an dich gedacht.\n"
        "Ich denke über einen Wechsel in den Bereich ux research nach, wo du zu Hause bist: Hast "
        "du eine halbe Stunde Zeit, mir zu erzählen, wie die Arbeit so ist?"
    )
    formal = opening("de", silence(2000), UX, formal=True)
    assert formal.startswith("Guten Tag Ben Okafor,\n")
    assert " Sie " in formal
    assert "du" not in formal.split()
    english = opening("en", silence(2000))
    assert english.startswith("Hi Ben,\nIt is more than 5 years since we were last")


@pytest.mark.parametrize(
    ("reasons", "line"),
    [
        ([silence(3)], "There is something I would like to talk to you about."),
        ([silence(900), FORMER], "I have been thinking of our time working together."),
        ([silence(900), ("unanswered", {"last": date(2024, 5, 4)})], "You wrote to me on 4 May"),
        ([("never", {})], "There is something I would like to talk to you about."),
        ([("never", {"since": date(2024, 5, 4)})], "We have been connected since May 2024;"),
        (
            [silence(2), ("unanswered", {"last": date(2024, 5, 4)})],
            "Thank you for your message of 4 May 2024; I have not answered it yet.",
        ),
        ([silence(900), ("changed career", {})], "you have been through one"),
    ],
)
def test_it_says_what_is_true_between_the_two(reasons: list[Told], line: str):
    assert line in opening("en", *reasons)


def test_who_waits_for_an_answer_and_knows_others_is_asked_for_them():
    waits = ("unanswered", {"last": date(2024, 5, 4)})
    step = ("first step", {"way": "message", "question": "answer"})

    assert "who would be good to talk to" in opening("en", silence(2), waits, REACH, step)
    assert "what you are up to" in opening("en", silence(2), waits, step)


@pytest.mark.parametrize("name", ["Dr. Ben Okafor", "Prof Ben Okafor", "B. Okafor", "No. 70"])
def test_nobody_is_greeted_by_a_title_an_initial_or_a_number(name: str):
    assert opening("en", silence(3), name=name).startswith(f"Hi {name},\n")


@pytest.mark.parametrize(
    ("last", "line"),
    [
        (LAST_MET, "It is 3 months since we last met, and I would like to talk to you again."),
        (date(2024, 1, 1), "It is 3 months since we were last in touch, and I would like"),
    ],
)
def test_after_a_meeting_it_says_when_the_two_met(last: date, line: str):
    talked = ("first step", {"way": "message", "channel": "meeting", "last": LAST_MET})

    assert line in opening("en", ("silence", {"days": 95, "last": last}), talked)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("formal", [False, True])
def test_it_has_three_lines_and_no_leftovers(language: str, formal: bool):
    text = opening(language, silence(5), name="", formal=formal)

    assert len(text.split("\n")) == 3
    assert "{" not in text


def test_formal_is_true_or_false():
    with pytest.raises(nw.InvalidArgumentError, match="formal must be a bool"):
        opening("de", silence(3), formal="yes")


@pytest.mark.parametrize(
    ("language", "greeting"), [("en", "Hello,"), ("de", "Guten Tag,"), ("de-formal", "Guten Tag,")]
)
def test_who_has_no_name_is_greeted_without_one(language: str, greeting: str) -> None:
    told = (Reason(ReasonKind.SILENCE, {"days": 2000, "last": date(2021, 5, 1)}),)
    who = nw.Contact(key="tel:+491703334445")
    pick = Recommendation(contact=who, function=None, score=1.0, gain=1.0, reasons=told)

    assert pick.opening(language).splitlines()[0] == greeting
