from __future__ import annotations

import tracemalloc
from datetime import UTC, date, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.identity.lookalikes import LookalikeReason, possible_duplicates
from netzwerkwandel.model import Contact, Interaction
from netzwerkwandel.records import Records
from strategies import records


WHEN = datetime(2026, 1, 5, 9, tzinfo=UTC)


def person(key: str, name: str = "", **more: object) -> Contact:
    return Contact(key=key, name=name, **more)


def reasons(one: Contact, other: Contact) -> set[str]:
    """Why the two are asked about; empty where they are not."""
    asked = Records(contacts=[one, other]).possible_duplicates()
    assert len(asked) <= 1
    return {str(reason) for pair in asked for reason in pair.reasons}


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Ben Okafor", "Okafor, Ben", "same name"),
        ("Dr. Anna Müller", "Anna Mueller", "same name"),
        ("Ben Okafor", "Ben N. Okafor", "same name"),
        ("Anna Meier", "Anna Meier-Schulz", "same name"),
        ("Anna von der Heide", "Anna Heide", "same name"),
        ("Bob Smith", "Robert Smith", "nickname of the same name"),
        ("Bob Lee", "Robert Lee", "nickname of the same name"),
        ("Kathi Meier", "Katharina Meier", "nickname of the same name"),
        ("Hans-Peter Meier", "Peter Meier", "nickname of the same name"),
        ("Anna Meier", "Anna Meyer", "one letter apart"),
        ("Bob Schmidt", "Robert Schmitd", "one letter apart"),
        ("Katarina Meier", "Katrina Meier", "one letter apart"),
        ("B. Okafor", "Ben Okafor", "initial fits"),
    ],
)
def test_names_that_look_alike_are_asked_about(one, other, reason):
    assert reasons(person("a", one), person("b", other)) == {reason}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna", "Anna"),
        ("Anna", "Anna Meier"),
        ("Anna Meier", "Anna Schulz"),
        ("Anna Meier", "Bernd Meier"),
        ("Christian Meier", "Christina Meier"),
        ("Martin Meier", "Martina Meier"),
        ("Simon Meier", "Simone Meier"),
        ("Alexander Meier", "Alexandra Meier"),
        ("Anna Lee", "Anna Lea"),
        ("Jan Meier", "Jon Meier"),
        ("", ""),
    ],
)
def test_names_of_two_people_are_not_asked_about(one, other):
    assert reasons(person("a", one), person("b", other)) == set()


def test_an_address_that_spells_the_name_of_another_contact_is_asked_about():
    nameless = person("mailto:ben.okafor@x.example", emails=["ben.okafor@x.example"])

    assert reasons(nameless, person("card:1", "Ben Okafor")) == {"mail address spells the name"}
    assert reasons(nameless, person("card:1", "Bernd Okafor")) == set()


def test_an_address_with_an_initial_is_an_initial_that_fits():
    nameless = person("mailto:b.okafor@x.example", emails=["b.okafor@x.example"])

    assert reasons(nameless, person("card:1", "Ben Okafor")) == {"initial fits"}


def test_a_bare_given_name_is_completed_by_the_address():
    ben = person("mailto:ben.okafor@x.example", "Ben", emails=["ben.okafor@x.example"])

    assert reasons(ben, person("card:1", "Ben Okafor")) == {"mail address spells the name"}


def test_a_nameless_address_that_spells_no_name_is_left_out():
    nameless = person("mailto:okafor@x.example", emails=["okafor@x.example"])

    assert reasons(nameless, person("card:1", "Ben Okafor")) == set()


def test_the_same_employer_makes_a_fitting_initial_likelier():
    alone = [person("a", "B. Okafor"), person("b", "Ben Okafor")]
    at_work = [
        person("a", "B. Okafor", organisation="Acme GmbH"),
        person("b", "Ben Okafor", organisation="ACME"),
    ]

    (less,) = Records(contacts=alone).possible_duplicates()
    (more,) = Records(contacts=at_work).possible_duplicates()

    assert more.reasons == (
        LookalikeReason.INITIAL_FITS,
        LookalikeReason.SAME_EMPLOYER,
    )
    assert more.likelihood > less.likelihood


def test_an_employer_of_very_many_words_takes_no_more_than_its_letters():
    endless = "Wort " * 20_000
    twice = [person(f"card:{n}", "Ben Okafor", organisation=endless + str(n)) for n in (1, 2)]

    tracemalloc.start()
    asked = reasons(*twice)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert asked == {"same name"}
    assert peak < 100 * len(endless)


def test_colleagues_of_one_surname_are_not_asked_about():
    one = person("a", "Anna Meier", organisation="Acme")

    assert reasons(one, person("b", "Bernd Meier", organisation="Acme")) == set()


def test_a_number_with_and_without_country_code_is_asked_about():
    one = person("a", "Ben", phones=["+49 170 1234567"])

    assert reasons(one, person("b", "Ben Okafor", phones=["0170 1234567"])) == {
        "same phone number without country code"
    }
    assert reasons(one, person("b", "Anna Meier", phones=["0170 1234567"])) == set()
    assert reasons(one, person("b", "Ben Okafor", phones=["+43 170 1234567"])) == set()


def test_people_whose_given_names_contradict_are_not_asked_about_for_their_address():
    one = person("a", "Anna Meier", emails=["fam@x.example"])

    assert reasons(one, person("b", "Bernd Meier", emails=["fam@x.example"])) == set()


@pytest.mark.parametrize("name", ["Anna und Bernd Meier", "Familie Meier"])
def test_a_couple_and_a_family_are_asked_about(name):
    one = person("a", "Anna Meier", emails=["desk@x.example"])

    assert reasons(one, person("b", name, emails=["desk@x.example"])) == {
        "shares an address but the names differ"
    }


def test_contacts_that_nobody_has_joined_yet_are_asked_about_by_their_address():
    one = person("a", "Anna", emails=["anna@x.example"])

    assert reasons(one, person("b", "Anna Meier", emails=["anna@x.example"])) == {
        "shares an address"
    }


def test_an_address_of_many_is_no_sign_of_one_person():
    names = ["Anna Meier", "Bernd Schulz", "Carla Krug", "Dora Lang", "Emil Wolf"]
    people = [person(name, name, phones=["030 1234567"]) for name in names]

    assert Records(contacts=people).possible_duplicates() == ()


def test_the_address_of_a_role_is_left_out():
    role = person("mailto:info@x.example", "Ben Okafor", emails=["info@x.example"])

    assert reasons(role, person("card:1", "Ben Okafor")) == set()


def test_a_person_with_an_address_of_a_role_is_not_left_out():
    ben = person("a", "Ben Okafor", emails=["info@x.example", "ben@x.example"])

    at_desk = person("b", "Ben Okafor", emails=["info@x.example"], phones=["030 1234567"])

    assert reasons(ben, at_desk) == {"same name"}


def test_two_profiles_are_two_people():
    one = person("linkedin:ben", "Ben Okafor", profiles=["linkedin.com/in/ben"])
    other = person("linkedin:ben-2", "Ben Okafor", profiles=["linkedin.com/in/ben-2"])

    assert reasons(one, other) == set()


def meeting(*participants: str) -> Interaction:
    return Interaction(key="m", when=WHEN, channel="meeting", participants=participants)


def test_who_took_part_in_one_meeting_is_rarely_one_person():
    people = [person("a", "Ben Okafor"), person("b", "Ben Okafor"), person("c")]

    asked = Records(contacts=people, interactions=[meeting("a", "b", "c")]).possible_duplicates()

    assert asked == ()


def test_something_else_may_be_stronger_than_one_meeting():
    people = [
        person("a", "Ben Okafor", phones=["+49 170 1234567"]),
        person("b", "Ben Okafor", phones=["0170 1234567"]),
    ]

    (met,) = Records(contacts=people, interactions=[meeting("a", "b")]).possible_duplicates()
    (not_met,) = Records(contacts=people).possible_duplicates()

    assert met.likelihood < not_met.likelihood


def test_the_owner_is_asked_about_her_other_address_though_she_took_part_in_all():
    people = [person("a", "Mara Vogt"), person("b", "Mara Vogt")]

    asked = Records(contacts=people, interactions=[meeting("a", "b")], me="a").possible_duplicates()

    assert len(asked) == 1


def test_a_pair_kept_apart_is_not_asked_about_whichever_key_was_named():
    one = person("a", "Ben Okafor", emails=["ben@x.example"])
    known = Records(contacts=[one, person("b", "Ben Okafor")])

    assert len(known.possible_duplicates()) == 1
    assert known.keep_apart("b", "mailto:ben@x.example").possible_duplicates() == ()


def groups(*people: Contact) -> list[str]:
    """The keys of each group that is asked about, as one text."""
    asked = Records(contacts=people).possible_duplicates()
    return ["".join(contact.key for contact in group.contacts) for group in asked]


def test_each_contact_is_asked_about_once_the_likeliest_first():
    assert groups(
        person("a", "B. Okafor"),
        person("b", "Ben Okafor"),
        person("c", "Ben Okafor"),
        person("d", "Anna Lindqvist"),
        person("e", "Anna Lindqvist"),
    ) == ["abc", "de"]


def test_one_woman_with_six_addresses_is_one_question():
    keys = "abcdef"
    people = [person(key, "Anna Schmidt", emails=[f"{key}@x.example"]) for key in keys]

    assert groups(*people) == ["abcdef"]


def test_two_people_are_in_no_group_through_a_third():
    people = [person("a", "B. Okafor"), person("b", "Ben Okafor"), person("c", "Bola Okafor")]

    (pair,) = groups(*people)

    assert pair in {"ab", "ac"}


def test_the_owner_decides_and_is_not_asked_again():
    known = Records(contacts=[person("a", "Bob Smith"), person("b", "Robert Smith")])
    (group,) = known.possible_duplicates()

    merged = known.merge(*group.contacts)

    assert [contact.name for contact in merged.contacts] == ["Robert Smith"]
    assert merged.possible_duplicates() == ()


def test_a_group_shows_names_reasons_and_no_address():
    people = [
        person("mailto:ben.okafor@x.example", emails=["ben.okafor@x.example"]),
        person("card:1", "Ben Okafor <ben@x.example>"),
    ]

    (group,) = Records(contacts=people).possible_duplicates()

    assert repr(group) == (
        "PossibleDuplicate('Ben Okafor', 'Ben Okafor', 0.80: mail address spells the name)"
    )
    assert "@" not in group.explain("en") + group.explain("de")


def test_nobody_looks_like_nobody():
    assert Records().possible_duplicates() == ()


@given(records(), st.randoms(use_true_random=False))
def test_the_answer_depends_on_nothing_but_the_records(found, random):
    shuffled = {
        name: random.sample(getattr(found, name), len(getattr(found, name)))
        for name in ("contacts", "interactions", "ties")
    }

    asked = found.possible_duplicates()

    assert attrs.evolve(found, **shuffled).possible_duplicates() == asked
    assert all(0.3 <= group.likelihood <= 1 and group.reasons for group in asked)
    keys = [contact.key for group in asked for contact in group.contacts]
    assert len(keys) == len(set(keys))
    assert "@" not in repr(asked)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        *(("", "friederike.lindhorst@x.example"), ("", "flindhorst@kessel.example")),
        *(("", "lindhorstf@x.example"), ("", "lindhorst.f@x.example")),
        *(("", "friederike_l87@x.example"), ("", "f.m.lindhorst@x.example")),
        *(("Rike", "friederike.lindhorst@x.example"), ("Lindhorst", "rike@lindhorst.example")),
        *(("", "friederike@lindhorst.example"), ("friederikelindhorst", "k7@x.example")),
    ],
)
def test_what_an_address_spells_is_asked_about(name, address):
    card = Contact(key="card:1", name="Friederike Lindhorst", phones=["+49 30 555611"])
    mail = Contact(key=f"mailto:{address}", name=name, emails=[address])

    assert possible_duplicates([card, mail])


def test_another_name_at_the_same_work_from_the_same_day_is_asked_about():
    day = date(2018, 3, 12)
    work = {"organisation": "Kessel", "position": "Buyer"}
    lemke = Contact(key="linkedin:s-lemke-77", name="Sandra Lemke", **work)
    petry = Contact(key="linkedin:s-petry", name="Sandra Petry", **work)
    elsewhere = attrs.evolve(petry, position="Nurse", organisation="Clinic")
    connected = {each.key: {day} for each in (lemke, petry)}

    assert possible_duplicates([lemke, petry], connected=connected)
    assert not possible_duplicates([lemke, petry])
    assert not possible_duplicates([lemke, elsewhere], connected=connected)


def test_two_members_of_one_archive_who_were_met_on_one_day_are_not_asked_about():
    # A member stands once in an archive: two of one firm and one day were met at one table.
    mertens, lange = (
        Contact(
            key=f"linkedin:onur-{family.lower()}",
            name=f"Onur {family}",
            organisation="Contoso",
            position="Recruiter",
            seen=date(2026, 10, 20),
        )
        for family in ("Mertens", "Lange")
    )
    connected = {each.key: {date(2019, 4, 7)} for each in (mertens, lange)}
    earlier = attrs.evolve(lange, seen=date(2023, 10, 20))

    assert not possible_duplicates([mertens, lange], connected=connected)
    assert possible_duplicates([mertens, earlier], connected=connected)
