from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import attrs
import pytest

import netzwerkwandel as nw
from netzwerkwandel.model import Answer, Contact, Function, Interaction, Suggestion
from netzwerkwandel.records import Records


DAY = date(2026, 11, 1)
ME, BEN, EVA, NOOR = "me:", "mailto:ben@example.org", "card:eva", "card:noor"
RECORDS = Records(
    contacts=[
        Contact(key=ME, name="Mara Vogt"),
        Contact(key=BEN, name="Ben Okafor", aliases=["linkedin:ben"]),
        Contact(key=EVA, name="Eva Lind"),
        Contact(key=NOOR, name="Noor Aziz"),
    ],
    me=ME,
)
ASKED = RECORDS.with_suggestions(["Ben Okafor", EVA], on=DAY)


def days(n: int) -> timedelta:
    return timedelta(days=n)


def happened(
    key: str, after: int, *people: str, channel: str = "mail", sender: str | None = None
) -> Interaction:
    when = datetime(2026, 11, 1, 12, tzinfo=UTC) + days(after)
    return Interaction(key=key, when=when, channel=channel, sender=sender, participants=people)


def test_a_list_is_written_down_with_what_is_hoped_for() -> None:
    network = nw.Network.from_edges(["ada", "ada", "ben", "ben"], ["ben", "eva", "finn", "gil"])
    people = [Contact(key=key) for key in ("ada", "ben", "eva")]
    (pick,) = picks = nw.recommend(network, ego="ada", n=1)
    function = Function.INFORMATION

    records = Records(contacts=people).with_suggestions(
        [attrs.evolve(pick, function=function)], on=DAY
    )
    again = Records(contacts=people).with_suggestions(picks, on=DAY)

    assert [(s.contact, s.on, s.function) for s in records.suggestions] == [("ben", DAY, function)]
    assert again.suggestions[0].function is None


def test_who_is_suggested_again_before_she_answered_was_suggested_once() -> None:
    again = ASKED.with_suggestions(["linkedin:ben"], on=DAY + days(7))
    declined = again.with_answer("Ben Okafor", "declined", on=DAY + days(8))

    assert again == ASKED
    anew = declined.with_suggestions(["Ben Okafor"], on=DAY + days(400))
    assert [(s.on, s.answer) for s in anew.suggestions if s.contact == BEN] == [
        (DAY, "declined"),
        (DAY + days(400), "open"),
    ]


def test_a_talk_is_told_with_all_that_it_brought() -> None:
    told = ASKED.with_answer(
        "Ben Okafor",
        "talked",
        on=DAY + days(8),
        brought=["feedback", "doors"],
        introduced=["Noor Aziz", EVA],
        again=date(2027, 1, 1),
        notes="tea",
    )

    (ben,) = (each for each in told.suggestions if each.contact == BEN)
    assert ben == Suggestion(
        key=ben.key,
        contact=BEN,
        on=DAY,
        answer=Answer.TALKED,
        talked=DAY + days(8),
        brought=["feedback", "doors"],
        introduced=[NOOR, EVA],
        again=date(2027, 1, 1),
        notes="tea",
    )
    back = told.with_answer(BEN, "open", on=DAY + days(9))
    assert [(s.answer, s.talked, s.brought) for s in back.suggestions if s.contact == BEN] == [
        ("open", None, frozenset())
    ]
    assert len(back.suggestions) == 2


def test_who_was_chosen_without_a_list_is_written_down_as_well() -> None:
    told = RECORDS.with_answer("Noor Aziz", "talked", on=DAY)

    assert [(s.contact, s.on, s.talked) for s in told.suggestions] == [(NOOR, DAY, DAY)]


@pytest.mark.parametrize(
    ("records", "who", "on", "nearest"),
    [
        (RECORDS, "Noor Aziz", DAY, "there is no suggestion at all"),
        (ASKED, "Noor Aziz", DAY, r"the nearest suggestion is that of 'E… L…' of 2026-11-01"),
        (ASKED, "Ben Okafor", DAY - days(3), r"that of 'B… O…' of 2026-11-01"),
    ],
)
def test_what_nobody_suggested_cannot_be_taken_back(records, who, on, nearest) -> None:
    with pytest.raises(nw.InvalidArgumentError, match="answer must be other than 'open'") as error:
        records.with_answer(who, "open", on=on)

    assert re.search(nearest, str(error.value))
    assert who not in str(error.value)


def test_no_answer_and_not_now_come_up_again_after_half_a_year() -> None:
    for answer in ("none", "not now"):
        (told, _) = ASKED.with_answer(EVA, answer, on=DAY).suggestions
        assert told.again == DAY + days(182)


def test_somebody_new_who_was_introduced_becomes_a_contact_and_a_slip_of_the_pen_does_not() -> None:
    told = ASKED.with_answer(EVA, "talked", on=DAY, introduced=["Olga Petrowa"])

    assert told.person("Olga Petrowa").key in told.suggestions[0].introduced
    with pytest.raises(nw.UnknownPersonError) as error:
        ASKED.with_answer(EVA, "talked", on=DAY, introduced=["Noor Azis"])
    assert error.value.nearest == ("Noor Aziz",)


def test_a_suggestion_follows_who_is_merged_and_newer_records() -> None:
    merged = ASKED.merge(BEN, NOOR)
    newer = Records(contacts=RECORDS.contacts, me=ME, suggestions=ASKED.suggestions)
    told = ASKED.with_answer(EVA, "declined", on=DAY)

    assert {merged.person_of[each.contact] for each in merged.suggestions} == {
        merged.person("Ben Okafor").key,
        EVA,
    }
    assert told.join(newer).suggestions == told.suggestions
    assert newer.join(told).suggestions == told.suggestions


@pytest.mark.parametrize(
    ("event", "is_heard"),
    [
        (happened("a", 3, ME, BEN, sender=BEN), True),
        (happened("b", 3, ME, "linkedin:ben", channel="message", sender="linkedin:ben"), True),
        (happened("c", 3, ME, BEN, channel="call"), True),
        (happened("d", 3, ME, BEN, EVA, channel="meeting"), True),
        (happened("e", 3, ME, BEN, sender=ME), False),
        (happened("f", 0, ME, BEN, sender=BEN), False),
        (happened("g", -9, ME, BEN, channel="call"), False),
        (happened("h", 3, EVA, BEN, channel="meeting"), False),
    ],
    ids=lambda value: getattr(value, "key", value),
)
def test_contact_since_a_suggestion_is_noticed(event: Interaction, is_heard: bool) -> None:
    records = attrs.evolve(ASKED, interactions=[event])

    assert (f"suggestion:{DAY}:{BEN}" in records.talked_since()) is is_heard
    for answer in ("talked", "declined"):
        assert records.with_answer(BEN, answer, on=DAY + days(4)).talked_since().keys() <= {
            f"suggestion:{DAY}:{EVA}"
        }


def test_a_large_meeting_is_no_talk() -> None:
    crowd = [Contact(key=f"card:{i}") for i in range(9)]
    party = happened("party", 3, ME, BEN, *(each.key for each in crowd), channel="meeting")
    records = attrs.evolve(ASKED, contacts=[*ASKED.contacts, *crowd], interactions=[party])

    assert records.talked_since() == {}


def test_the_next_import_asks_what_came_of_it() -> None:
    call = happened("call", 9, ME, BEN, channel="call")
    storage = nw.MemoryStorage()
    storage.save(ASKED)

    change = storage.save(attrs.evolve(RECORDS, interactions=[call]))
    again = storage.save(attrs.evolve(RECORDS, interactions=[call]))

    assert [contact.name for contact in change.talked] == ["Ben Okafor"]
    assert "in touch with Ben Okafor since the suggestion: what came of it?" in change.explain()
    assert "Kontakt mit Ben Okafor: Was ist daraus geworden?" in change.explain("de")
    assert again.is_nothing
