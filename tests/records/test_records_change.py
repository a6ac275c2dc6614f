from __future__ import annotations

from datetime import date

import pytest

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Contact, Work
from netzwerkwandel.records.records_change import MOST_NAMED, Move, RecordsChange
from netzwerkwandel.texts import LANGUAGES


MARCH, MAY = date(2025, 3, 3), date(2026, 5, 1)
BEN, EVA = Contact(key="linkedin:ben", name="Ben Okafor"), Contact(key="linkedin:eva", name="Eva")


def people(n: int) -> tuple[Contact, ...]:
    return tuple(Contact(key=f"card:{i}", name=f"P{i}") for i in range(n))


def move(before: tuple[str, str], after: tuple[str, str], who: Contact = BEN) -> RecordsChange:
    then, now = (
        Work(organisation=employer, position=position, seen=seen)
        for (employer, position), seen in ((before, MARCH), (after, MAY))
    )
    return RecordsChange(moved=(Move(contact=who, before=then, after=now),))


def test_nothing_new_is_said_to_be_nothing_new() -> None:
    assert RecordsChange().explain() == "Nothing is new."
    assert RecordsChange().explain("de") == "Es gibt nichts Neues."


EVERYTHING = RecordsChange(
    added=(BEN, EVA),
    moved=move(("Contoso", ""), ("Fabrikam", "Head of Design")).moved,
    gone=(EVA,),
    new_interactions=1200,
    new_ties=1,
)


def test_everything_new_in_english() -> None:
    assert EVERYTHING.explain().split("\n") == [
        "2 people are new: Ben Okafor and Eva.",
        "Added: 1 recorded connection and 1,200 times in touch.",
        (
            "Ben Okafor has moved from Contoso to Fabrikam and is Head of Design there "
            "(between 3 March 2025 and 1 May 2026)."
        ),
        "1 person is no longer connected with you: Eva.",
    ]


def test_everything_new_in_german() -> None:
    assert EVERYTHING.explain("de").split("\n") == [
        "2 Personen sind neu: Ben Okafor und Eva.",
        "Dazugekommen: 1 eingetragene Verbindung und 1.200 Mal Kontakt.",
        (
            "Ben Okafor ist von Contoso zu Fabrikam gewechselt und ist dort Head of Design "
            "(zwischen dem 3. März 2025 und dem 1. Mai 2026)."
        ),
        "1 Person ist nicht mehr mit dir vernetzt: Eva.",
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (("Contoso", "Clerk"), ("Fabrikam", ""), "has moved from Contoso to Fabrikam"),
        (("Contoso", "Clerk"), ("Contoso", "Boss"), "is now Boss at Contoso"),
        (("", "Clerk"), ("Contoso", "Boss"), "is now Boss at Contoso"),
        (("Contoso", "Clerk"), ("", "Boss"), "is now Boss"),
        (("", "Clerk"), ("Contoso", ""), "is now at Contoso"),
        (("Contoso", "Clerk"), ("", ""), "no longer works where the data last said"),
    ],
)
def test_a_move_is_told_by_what_is_known_of_it(before, after, said: str) -> None:
    told = move(before, after).explain()

    assert told == f"Ben Okafor {said} (between 3 March 2025 and 1 May 2026)."


@pytest.mark.parametrize("days", [(None, None), (None, MAY), (MARCH, None), (MAY, MAY)])
def test_a_move_of_which_no_span_is_known_names_none(days) -> None:
    before, after = (
        Work(position=position, seen=seen)
        for position, seen in zip(("Clerk", "Boss"), days, strict=True)
    )
    change = RecordsChange(moved=(Move(contact=BEN, before=before, after=after),))

    assert change.explain() == "Ben Okafor is now Boss."


def test_a_dozen_of_a_group_are_named_and_the_others_counted() -> None:
    names = ", ".join(f"P{i}" for i in range(MOST_NAMED))

    assert RecordsChange(added=people(13)).explain() == f"13 people are new: {names} and 1 more."
    assert RecordsChange(gone=people(15)).explain().endswith(f": {names} and 3 more.")
    assert RecordsChange(gone=people(12)).explain().endswith(", P10 and P11.")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (1, "1 more person works elsewhere or in another position."),
        (2, "2 more people work elsewhere or in another position."),
    ],
)
def test_a_dozen_moves_are_told_and_the_others_counted(more: int, said: str) -> None:
    moved = tuple(
        move(("", "Clerk"), ("", "Boss"), who).moved[0] for who in people(MOST_NAMED + more)
    )

    lines = RecordsChange(moved=moved).explain().split("\n")

    assert len(lines) == MOST_NAMED + 1
    assert lines[0].startswith("P0 is now Boss")
    assert lines[-1] == said


def test_who_has_no_name_is_counted() -> None:
    nobody = Contact(key="tel:+491701234567")

    assert RecordsChange(added=(nobody,)).explain() == "1 person is new."
    assert RecordsChange(gone=(nobody, BEN)).explain().endswith(": Ben Okafor and 1 more.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_address_and_nothing_that_a_terminal_acts_on_is_shown(language: str) -> None:
    who = Contact(key="mailto:ben@secret.example", name="ben@secret.example\x1b[31m")
    change = RecordsChange(
        added=(who,),
        moved=move(("a@secret.example", ""), ("b@secret.example", "x@secret.example"), who).moved,
        gone=(who,),
    )

    told = change.explain(language)

    assert "secret" not in told
    assert told.replace("\n", "").isprintable()


def test_a_language_that_is_not_there_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="got 'xx'"):
        RecordsChange().explain("xx")
