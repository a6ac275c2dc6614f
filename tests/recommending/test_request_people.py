"""People named as they are known."""

from __future__ import annotations

import pytest

import netzwerkwandel as nw
from builders import BEN, MARA, ago, mail
from netzwerkwandel.model import Contact
from netzwerkwandel.network import Network
from netzwerkwandel.recommending.request import People


ANA = Contact(
    key="linkedin:ana",
    name="Dr. Ana Müller",
    emails=["ana@example.org", "am@example.com"],
    phones=["+49 170 1234567"],
    organisation="Northwind",
)
TWINS = [
    Contact(key=f"id:{n}", name="Eva Lund", organisation=place, emails=[f"eva{n}@example.org"])
    for n, place in enumerate(("Contoso", "Fabrikam"))
]


def network() -> Network:
    people = [Contact(key=MARA, name="Mara"), Contact(key=BEN, name="Ben Okafor"), ANA, *TWINS]
    letters = [mail(ago(9), MARA, person.key) for person in people[1:]]
    records = nw.Records(contacts=people, interactions=letters, me=MARA)
    return Network.from_records(records, as_of=ago(0))


def found(person: Contact | str) -> str:
    made = network()
    return made.keys[People(made).number("exclude", person)]


@pytest.mark.parametrize(
    "known_as",
    [
        "linkedin:ana",
        "AM@example.com",
        "mailto:ana@example.org",
        "0049 170 1234567",
        "https://www.linkedin.com/in/ana/",
        "Ana Müller",
        "mueller, ana",
        "Ana",
        ANA,
    ],
)
def test_a_person_is_found_as_she_is_known(known_as: Contact | str):
    assert found(known_as) == "linkedin:ana"


def test_where_no_records_know_them_people_are_known_by_their_keys():
    made = Network.from_edges(["ada", "ada"], ["ben", "eva"])

    assert People(made).numbers("exclude", ["eva", "ada", "eva"]) == (
        made.index_of("eva"),
        made.index_of("ada"),
    )


def test_a_name_of_several_is_refused_with_what_tells_them_apart_and_no_address():
    with pytest.raises(nw.InvalidArgumentError, match="2 people are known by 'E… L…'") as caught:
        found("Eva Lund")

    assert ": E… L… (C…), E… L… (F…); say which" in str(caught.value)
    assert caught.value.candidates == ("Eva Lund (Contoso)", "Eva Lund (Fabrikam)")
    assert "@" not in str(caught.value)


def test_of_many_with_one_name_some_are_named_and_the_rest_counted():
    many = [Contact(key=f"id:{n}", name="Eva Lund") for n in range(25)]
    letters = [mail(ago(9), MARA, each.key) for each in many]
    records = nw.Records(contacts=[Contact(key=MARA), *many], interactions=letters, me=MARA)
    made = Network.from_records(records, as_of=ago(0))

    with pytest.raises(nw.InvalidArgumentError, match=r"^25 people .* and 15 more; say"):
        People(made).number("exclude", "Eva Lund")


@pytest.mark.parametrize("unknown", ["Ben Okafar", "ben okafer"])
def test_who_is_unknown_is_refused_and_the_nearest_is_named(unknown: str):
    with pytest.raises(nw.NotFoundError, match=r"; the nearest: B… O…$"):
        found(unknown)


@pytest.mark.parametrize("unknown", ["", "  ", "nobody:knows", "@", Contact(key="id:9")])
def test_who_is_near_nobody_is_refused_alone(unknown: Contact | str):
    with pytest.raises(nw.NotFoundError, match="nobody is known by"):
        found(unknown)


@pytest.mark.parametrize("wrong", [1, None, 1.5, ["Ana"], b"Ana"])
def test_what_names_nobody_is_refused(wrong: object):
    with pytest.raises(nw.InvalidArgumentError, match="exclude must name people"):
        found(wrong)
