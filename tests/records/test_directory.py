from __future__ import annotations

import pickle

import attrs
import pytest

from netzwerkwandel.errors import AmbiguousPersonError, InvalidArgumentError, UnknownPersonError
from netzwerkwandel.model import Contact
from netzwerkwandel.records import Records
from netzwerkwandel.records.directory import Directory


BEN = Contact(
    key="linkedin:ben",
    name="Dr. Ben Okafor",
    emails=["b.okafor@example.org", "family@example.org"],
    phones=["+49 170 1234567"],
    profiles=["https://git.example/ben"],
    aliases=["card:7"],
    organisation="Contoso",
)
EVA = Contact(key="card:1", name="Eva Maier", emails=["family@example.org"])
BENNO = Contact(key="card:2", name="Benno Vogt")
OTHER_EVA = Contact(key="card:3", name="Maier, Eva", organisation="Fabrikam")
KNOWN = Directory(contacts=[BEN, EVA, BENNO, OTHER_EVA])


@pytest.mark.parametrize(
    "text",
    [
        "linkedin:ben",
        "card:7",
        "B.Okafor@Example.ORG",
        " b.okafor@example.org ",
        "mailto:b.okafor@example.org",
        "0049 170 1234567",
        "https://www.git.example/ben/",
        "Ben Okafor",
        "okafor, ben",
        "Prof. BEN OKAFOR, MBA",
        "Ben",
        "okafor",
        BEN,
        attrs.evolve(BEN, name="called otherwise then"),
        Contact(key="mailto:b.okafor@example.org"),
    ],
)
def test_a_person_is_meant_by_all_that_only_she_is_known_by(text):
    assert KNOWN.person(text) is BEN


@pytest.mark.parametrize("text", ["Ben Okafr", "B. Okafor", "0170 1234567"])
def test_something_like_a_name_or_a_number_is_found_but_means_nobody(text):
    assert KNOWN.find(text)[0] is BEN
    with pytest.raises(UnknownPersonError, match=r"the nearest: D…\. B… O… \(C…\)"):
        KNOWN.person(text)


def test_the_likeliest_are_found_first():
    people = ["Ben Vogt", "Ben Okafor", "Ben", "Eva Okafor", "Benjamin Okafor"]
    known = Directory(contacts=[Contact(key=name, name=name) for name in people])

    found = [contact.name for contact in known.find("Okafor, Ben")]

    assert found == ["Ben Okafor", "Benjamin Okafor"]
    assert [contact.name for contact in known.find("Ben")] == ["Ben", "Ben Okafor", "Ben Vogt"]


def test_who_shares_an_address_is_found_by_it_and_nobody_is_meant_by_it():
    assert KNOWN.find("family@example.org") == (EVA, BEN)
    with pytest.raises(AmbiguousPersonError) as caught:
        KNOWN.person("family@example.org")

    assert caught.value.candidates == ("Eva Maier", "Dr. Ben Okafor (Contoso)")
    assert caught.value.who == "family@example.org"
    assert "family" not in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_of_two_with_one_name_nobody_is_meant_by_it():
    with pytest.raises(AmbiguousPersonError, match=r"2 people .* E… M…, M…, E… \(F…\)"):
        KNOWN.person("Eva Maier")


def test_who_is_unknown_is_unknown():
    with pytest.raises(UnknownPersonError, match=r"nobody is known by 'N… A…'$") as caught:
        KNOWN.person("Noor Aziz")
    assert caught.value.nearest == ()
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    with pytest.raises(UnknownPersonError, match=r"nobody is known by 'n…"):
        KNOWN.person("noor@somewhere.example")
    with pytest.raises(UnknownPersonError, match=r"nobody is known by 'N… A…'$"):
        KNOWN.person(Contact(key="mailto:noor@example.org", name="Noor Aziz"))
    for text in ("", "  ", "?", "@", "Noor Aziz"):
        assert KNOWN.find(text) == ()


@pytest.mark.parametrize("who", [None, 5, ["Ben Okafor"], b"Ben"])
def test_people_are_named_by_contacts_and_texts_only(who):
    with pytest.raises(InvalidArgumentError, match="who must be a Contact or a text"):
        KNOWN.person(who)
    with pytest.raises(InvalidArgumentError, match="text must be a str"):
        KNOWN.find(who)
    with pytest.raises(InvalidArgumentError, match="key must be a str"):
        KNOWN.contact(who)


def test_records_are_a_directory():
    assert Records(contacts=[BEN]).person("Ben Okafor") is BEN
    assert Records(contacts=[BEN]).find("Okafor") == (BEN,)
