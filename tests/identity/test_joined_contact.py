from __future__ import annotations

import attrs
import pytest

from netzwerkwandel.identity.people import people
from netzwerkwandel.model import ME, Contact


NOTHING = frozenset()


def card(n: int, name: str = "", *emails: str, **more: object) -> Contact:
    return Contact(key=f"card:{n}", name=name, emails=emails, **more)


def test_a_person_of_one_record_stays_the_very_object():
    contact = card(1, "Ben Okafor", "B@X.example", "a@x.example")

    (only,) = people([contact, attrs.evolve(contact)], NOTHING, NOTHING)

    assert only == contact
    assert people([contact], NOTHING, NOTHING)[0] is contact


def test_a_joined_person_knows_what_each_record_knew():
    found = [
        Contact(
            key="linkedin:ben",
            name="Ben Okafor",
            emails=["ben@x.example"],
            organisation="Acme",
            position="Nurse",
            profiles=["https://linkedin.com/in/ben"],
        ),
        Contact(
            key="card:1",
            name="ben",
            emails=["Ben@X.example", "okafor@y.example"],
            phones=["030 1234567"],
            organisation="Old Employer",
            position="Clerk",
            fields=["health"],
            communities=["choir"],
            changed_career=True,
            notes="met in Rome",
        ),
        Contact(
            key="mailto:ben@x.example",
            emails=["ben@x.example"],
            organisation="Signature",
            position="Head of Signatures",
            fields=["art"],
            changed_career=False,
            notes="likes tea",
        ),
    ]

    (ben,) = people(found, NOTHING, NOTHING)

    assert ben == Contact(
        key="mailto:ben@x.example",
        name="Ben Okafor",
        emails=["Ben@X.example", "okafor@y.example"],
        phones=["030 1234567"],
        profiles=["https://linkedin.com/in/ben"],
        organisation="Acme",
        position="Nurse",
        fields=["art", "health"],
        communities=["choir"],
        changed_career=True,
        notes="likes tea\nmet in Rome",
        aliases=["card:1", "linkedin:ben"],
    )


def test_employer_and_position_come_from_one_record_that_has_both():
    found = [
        card(1, "", "a@x.example", organisation="Acme"),
        card(2, "", "a@x.example", organisation="Beta", position="Nurse"),
    ]

    (only,) = people(found, NOTHING, NOTHING)

    assert (only.organisation, only.position) == ("Beta", "Nurse")


@pytest.mark.parametrize(
    ("names", "best"),
    [
        (["ben", "Ben Okafor"], "Ben Okafor"),
        (["Ben Okafor", "Ben Nnamdi Okafor"], "Ben Nnamdi Okafor"),
        (["B. N. Okafor", "Ben Okafor"], "Ben Okafor"),
        (["Okafor, Ben", "Ben Okafor"], "Ben Okafor"),
        (["BEN OKAFOR", "Ben Okafor", "ben okafor"], "Ben Okafor"),
        (["Ben Okafor of Acme in Rome", "Ben Okafor"], "Ben Okafor"),
        (["Ben Okafor", "Ben Okafor", "Benjamin Okafor"], "Ben Okafor"),
        (["Ben Okafor", "Benjamin Okafor"], "Benjamin Okafor"),
        (["ben.okafor@x.example", "Ben"], "Ben"),
        (["", "Ben"], "Ben"),
        (["", ""], ""),
    ],
)
def test_the_best_name_is_shown(names, best):
    found = [card(n, name, "a@x.example", notes=str(n)) for n, name in enumerate(names)]

    (only,) = people(found, NOTHING, NOTHING)

    assert only.name == best


def test_the_owner_keeps_a_key_of_her_own_and_me_is_an_alias():
    found = [Contact(key=ME), Contact(key="zz:9"), Contact(key="mailto:info@x.example")]

    (mara,) = people(found, frozenset([(ME, "zz:9"), ("mailto:info@x.example", ME)]), NOTHING)

    assert mara.key == "zz:9"
    assert mara.aliases == ("mailto:info@x.example", ME)


def test_nobody_gives_nobody():
    assert people([], NOTHING, NOTHING) == ()


def test_whole_names_that_have_other_words_are_kept_as_what_she_is_called_besides():
    anna = [
        Contact(key="card:1", name="Anna Becker", emails=["anna@x.example"]),
        Contact(key="card:2", name="Becker, Anna", emails=["anna@x.example"]),
        Contact(key="card:3", name="Anna Maria Schmidt", emails=["anna@x.example"]),
        Contact(key="card:4", name="A. Becker", emails=["anna@x.example"]),
    ]

    (one,) = people(anna, frozenset(), frozenset())

    assert (one.name, one.nicknames) == ("Anna Maria Schmidt", ("Anna Becker",))
    assert people([one], frozenset(), frozenset()) == (one,)
