from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netzwerkwandel.identity.people import people
from netzwerkwandel.model import Contact, Work
from strategies import ORGANISATIONS, POSITIONS, SEEN, contacts


NOTHING = frozenset()
LAST_YEAR, THIS_YEAR, NEXT_YEAR = SEEN
Told = tuple[str, str, date | None]


def told(organisation: str, position: str, seen: date | None, **more: object) -> Contact:
    return Contact(
        key="linkedin:ben", organisation=organisation, position=position, seen=seen, **more
    )


def ben(*records: Contact) -> Contact:
    """The one person that some records are, whatever their order."""
    (forwards,) = people(records, NOTHING, NOTHING)
    (backwards,) = people(records[::-1], NOTHING, NOTHING)
    assert forwards == backwards
    return forwards


def now(person: Contact) -> Told:
    return person.organisation, person.position, person.seen


def before(person: Contact) -> list[Told]:
    return [(work.organisation, work.position, work.seen) for work in person.earlier_work]


def test_who_was_told_of_alike_has_not_moved_and_was_last_seen_by_the_newer_statement() -> None:
    person = ben(told("Contoso", "Nurse", LAST_YEAR), told("Contoso", "Nurse", THIS_YEAR))

    assert now(person) == ("Contoso", "Nurse", THIS_YEAR)
    assert before(person) == []


@pytest.mark.parametrize(
    ("then", "today"),
    [
        (("Contoso", "Nurse"), ("Fabrikam", "Nurse")),
        (("Contoso", "Nurse"), ("Contoso", "Head Nurse")),
        (("Contoso", "Nurse"), ("Fabrikam", "Designer")),
        (("Contoso", ""), ("Fabrikam", "")),
        (("", "Nurse"), ("", "Designer")),
        (("Contoso", "Nurse"), ("Fabrikam", "")),
        (("Contoso", "Nurse"), ("", "Designer")),
    ],
)
def test_another_employer_or_another_position_is_a_move(then, today) -> None:
    person = ben(told(*then, LAST_YEAR), told(*today, THIS_YEAR))

    assert now(person) == (*today, THIS_YEAR)
    assert before(person) == [(*then, LAST_YEAR)]


@pytest.mark.parametrize(
    ("then", "today", "known"),
    [
        (("Contoso GmbH", "Nurse"), ("Contoso", "Nurse"), ("Contoso", "Nurse")),
        (("Contoso", "Nurse"), ("CONTOSO Ltd.", "nurse"), ("CONTOSO Ltd.", "nurse")),
        (("Contoso", "Nurse"), ("Contoso", ""), ("Contoso", "Nurse")),
        (("Contoso", ""), ("", "Nurse"), ("Contoso", "Nurse")),
        (("Contoso", "Head  nurse"), ("", "Head Nurse"), ("Contoso", "Head Nurse")),
    ],
)
def test_a_legal_form_or_a_gap_is_no_move(then, today, known) -> None:
    person = ben(told(*then, LAST_YEAR), told(*today, THIS_YEAR))

    assert now(person) == (*known, THIS_YEAR)
    assert before(person) == []


def test_each_earlier_work_has_the_last_day_on_which_it_was_told() -> None:
    days = [LAST_YEAR + timedelta(days=100 * n) for n in range(5)]
    names = ["Contoso", "Contoso", "Fabrikam", "Fabrikam", "Contoso"]

    person = ben(*(told(name, "", day) for name, day in zip(names, days, strict=True)))

    assert now(person) == ("Contoso", "", days[4])
    assert before(person) == [("Contoso", "", days[1]), ("Fabrikam", "", days[3])]


def test_an_employer_is_spelled_in_all_works_as_in_the_newest() -> None:
    person = ben(told("Contoso GmbH", "Nurse", LAST_YEAR), told("contoso", "Head Nurse", THIS_YEAR))

    assert before(person) == [("contoso", "Nurse", LAST_YEAR)]


def test_a_dated_statement_beats_one_without_a_date() -> None:
    card = Contact(
        key="card:1", profiles=["linkedin.com/in/ben"], organisation="Old", position="Clerk"
    )
    linkedin = told("Contoso", "", THIS_YEAR, profiles=["linkedin.com/in/ben"])

    person = ben(card, linkedin)

    assert now(person) == ("Contoso", "", THIS_YEAR)
    assert before(person) == []


def test_a_statement_without_a_date_adds_what_the_dated_one_lacks() -> None:
    card = Contact(
        key="card:1",
        profiles=["linkedin.com/in/ben"],
        organisation="Contoso AG",
        position="Nurse",
    )
    linkedin = told("Contoso", "", THIS_YEAR, profiles=["linkedin.com/in/ben"])

    assert now(ben(card, linkedin)) == ("Contoso", "Nurse", THIS_YEAR)


def test_statements_without_dates_never_make_a_move() -> None:
    person = ben(told("Contoso", "Nurse", None), told("Fabrikam", "Designer", None))

    assert before(person) == []
    assert person.seen is None
    assert person.changed_career is None


def test_of_what_is_told_on_one_day_the_record_that_knows_both_is_believed() -> None:
    person = ben(told("Contoso", "", THIS_YEAR), told("Fabrikam", "Nurse", THIS_YEAR))

    assert now(person) == ("Fabrikam", "Nurse", THIS_YEAR)
    assert before(person) == []


def test_an_empty_statement_is_no_statement() -> None:
    person = ben(told("", "", NEXT_YEAR), told("Contoso", "Nurse", THIS_YEAR))

    assert now(person) == ("Contoso", "Nurse", THIS_YEAR)
    assert before(person) == []


def test_an_earlier_work_of_which_nothing_is_told_is_none() -> None:
    silent = told("", "", None, earlier_work=[Work(seen=LAST_YEAR), Work()])

    assert before(ben(silent, told("", "", None))) == []


def test_what_a_record_says_of_earlier_work_is_kept() -> None:
    earlier = [
        Work(organisation="Alpha"),
        Work(organisation="Beta"),
        Work(organisation="Contoso", seen=LAST_YEAR),
    ]
    person = ben(
        told("Fabrikam", "", THIS_YEAR, earlier_work=earlier), told("Globex", "", NEXT_YEAR)
    )

    assert now(person) == ("Globex", "", NEXT_YEAR)
    assert before(person) == [
        ("Alpha", "", None),
        ("Beta", "", None),
        ("Contoso", "", LAST_YEAR),
        ("Fabrikam", "", THIS_YEAR),
    ]


def test_earlier_work_is_not_taken_for_the_current() -> None:
    left = told("", "", None, earlier_work=[Work(organisation="Contoso", seen=NEXT_YEAR)])

    assert now(ben(left, told("", "", None, name="Ben"))) == ("", "", None)
    assert now(ben(left, told("Fabrikam", "", THIS_YEAR))) == ("Fabrikam", "", THIS_YEAR)


@pytest.mark.parametrize(
    ("then", "today", "changed"),
    [
        (("Contoso", "Nurse"), ("Fabrikam", "UX Designer"), True),
        (("Contoso", "Nurse"), ("Contoso GmbH", "UX Designer"), None),
        (("Contoso", "Nurse"), ("Fabrikam", "Head of Nursing"), None),
        (("Contoso", "Nurse"), ("Fabrikam", ""), None),
        (("Contoso", "Nurse"), ("", "UX Designer"), None),
    ],
)
def test_a_move_to_another_employer_and_occupation_is_a_change_of_career(
    then, today, changed
) -> None:
    person = ben(told(*then, LAST_YEAR), told(*today, THIS_YEAR))

    assert person.changed_career is changed


def test_earlier_work_without_a_date_is_no_sign_of_a_change_of_career() -> None:
    earlier = [Work(organisation="Contoso", position="Nurse")]
    record = told("Fabrikam", "Designer", THIS_YEAR, earlier_work=earlier)

    person = ben(record, told("Fabrikam", "", NEXT_YEAR))

    assert before(person) == [("Contoso", "Nurse", None)]
    assert person.changed_career is None


def test_a_change_of_career_may_lie_further_back() -> None:
    person = ben(
        told("Contoso", "Nurse", LAST_YEAR),
        told("Fabrikam", "Designer", THIS_YEAR),
        told("Globex", "Head of Design", NEXT_YEAR),
    )

    assert person.changed_career is True


def test_what_is_stated_of_a_career_beats_the_estimate() -> None:
    person = ben(
        told("Contoso", "Nurse", LAST_YEAR),
        told("Fabrikam", "Designer", THIS_YEAR, changed_career=False),
    )

    assert person.changed_career is False


def one_person(found: Iterable[Contact]) -> list[Contact]:
    return [attrs.evolve(contact, key="linkedin:ben", aliases=()) for contact in found]


@given(st.lists(contacts(names=[""]), min_size=1, max_size=6))
@example([told("Acme", "", None, earlier_work=[Work(organisation="ACME", seen=LAST_YEAR)])])
def test_asking_again_with_a_record_that_says_nothing_changes_nothing(found) -> None:
    silent = Contact(key="linkedin:ben")

    once = ben(*one_person(found), silent)

    assert ben(once, silent) == once


@given(st.lists(contacts(names=[""]), min_size=1, max_size=6))
def test_two_works_in_a_row_are_never_the_same(found) -> None:
    person = ben(*one_person(found), Contact(key="linkedin:ben"))

    works = [*person.earlier_work, Work(organisation=person.organisation, position=person.position)]
    for earlier, later in pairwise(works):
        pairs = [
            (earlier.organisation, later.organisation),
            (earlier.position, later.position),
        ]
        is_blank = not (later.organisation or later.position)
        assert is_blank or any(a and b and a != b for a, b in pairs)


full = st.tuples(st.sampled_from(ORGANISATIONS[1:]), st.sampled_from(POSITIONS[1:]))


@given(st.lists(full, min_size=2, max_size=8))
def test_archives_read_one_after_another_tell_what_they_tell_at_once(works) -> None:
    days = [LAST_YEAR + timedelta(days=n) for n in range(len(works))]
    records = [told(*work, day) for work, day in zip(works, days, strict=True)]

    step_by_step = records[0]
    for record in records[1:]:
        step_by_step = ben(step_by_step, record)

    assert step_by_step == ben(*records)


@given(st.lists(full, min_size=2, max_size=8))
def test_every_move_is_told_by_two_statements_that_follow_each_other(works) -> None:
    days = [LAST_YEAR + timedelta(days=n) for n in range(len(works))]

    person = ben(*(told(*work, day) for work, day in zip(works, days, strict=True)))

    def plain(work: tuple[str, str]) -> tuple[str, str]:
        return work[0].casefold().removesuffix(" gmbh"), work[1].casefold()

    moves = [
        day for day, (a, b) in zip(days[:-1], pairwise(works), strict=True) if plain(a) != plain(b)
    ]
    assert [work.seen for work in person.earlier_work] == moves
    assert person.seen == days[-1]
