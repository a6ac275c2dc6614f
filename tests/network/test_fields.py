from __future__ import annotations

import pytest

from netzwerkwandel.model import Contact, Goal
from netzwerkwandel.network.fields import fields_of, first_field, matching_field, nearest_fields
from netzwerkwandel.records import Records


def matches(field: str, **contact: object) -> bool:
    return matching_field(Contact(key="x", **contact), Goal(fields=[field])) == field


@pytest.mark.parametrize(
    ("field", "position"),
    [
        ("ux research", "UX Researcher"),
        ("ux research", "Senior UX-Researcherin"),
        ("UX Research", "research (ux), lead"),
        ("design", "Designerin"),
        ("design", "Designerinnen und mehr"),
        ("design", "Service Designers"),
        ("software engineering", "Software Engineer"),
        ("teaching", "Teacher"),
        ("consulting", "CONSULTING"),
        ("coaching", "Coach"),
        ("Straßenbau", "STRASSENBAU"),
        ("Führung", "Fu\u0308hrung"),
    ],
)
def test_a_field_matches_the_people_who_work_in_it(field: str, position: str):
    assert matches(field, position=position)


@pytest.mark.parametrize(
    ("field", "position"),
    [
        ("art", "Party Planner"),
        ("ux", "Luxury Goods"),
        ("ux research", "UX Designer"),
        ("ux research", "Researcher"),
        ("hr", "Chroniker"),
        ("it", "Italian Teacher"),
        ("law", ""),
        ("---", "---"),
    ],
)
def test_words_are_matched_whole_and_all_of_them(field: str, position: str):
    assert not matches(field, position=position)


def test_fields_and_communities_count_as_well_as_the_position():
    assert matches("ux", fields=["Research, UX"])
    assert matches("ux", communities=["UX Meetup Köln"])
    assert not matches("ux", organisation="UX GmbH", notes="ux", name="Ux")


def test_the_words_of_a_field_must_stand_together():
    assert not matches("ux research", fields=["ux", "research"])


def test_the_first_field_of_the_goal_that_matches_is_named():
    contact = Contact(key="x", fields=["teaching", "design"])

    assert matching_field(contact, Goal(fields=["law", "design", "teaching"])) == "design"
    assert matching_field(contact, Goal(fields=["law"])) is None


@pytest.mark.parametrize(
    "field", ["user research", "Nutzerforschung", "UX Researcher", "ux-research"]
)
@pytest.mark.parametrize(
    "position", ["Senior UX Researcher", "Nutzerforscherin", "Head of User Research"]
)
def test_one_thing_is_found_in_both_languages_and_in_compounds(field: str, position: str):
    assert first_field(Contact(key="x", position=position), [field]) == field


@pytest.mark.parametrize(
    ("position", "field"),
    [
        ("Transportleiterin", "sport"),
        ("Kunststofftechnik", "art"),
        ("Datenbankentwickler", "banking"),
        ("UX Designer", "user research"),
    ],
)
def test_what_only_has_the_letters_is_another_thing(position: str, field: str):
    assert first_field(Contact(key="x", position=position), [field]) is None


def test_what_there_is_is_counted_and_what_comes_nearest_is_named():
    people = [
        Contact(key="a", position="UX Researcher"),
        Contact(key="b", position="Nutzerforscher", fields=["Law"]),
    ]

    assert fields_of(Records(contacts=people)) == {"research": 2, "user": 2, "Law": 1}
    assert nearest_fields(people, ["ux reserch"]) == ["UX Researcher"]
    assert nearest_fields(people, ["beekeeping"]) == []
