"""Authors of chats are called as the owner saved them: whom of the address book that means."""

from __future__ import annotations

from itertools import permutations

import pytest

from netzwerkwandel.model import ME, Contact, Interaction, MeEvidence, SourceReport
from netzwerkwandel.sources.combined import combined
from netzwerkwandel.sources.reading import OwnerEvidence, Reading
from netzwerkwandel.sources.tools import saved_name_key
from sources.exports_folder import AS_OF


MOBILE, LINE = "+49 170 1234567", "+49 30 1234567"
ANNA = saved_name_key("Anna Schmidt")


def card(name, *phones, key=None, emails=()):
    key = key or f"tel:{phones[0].replace(' ', '')}"
    return Contact(key=key, name=name, phones=phones, emails=emails)


def book(*cards, where="book.vcf"):
    report = SourceReport(kind="address book", where=where)
    return Reading(report=report, contacts=cards, is_address_book=True)


def chat(*names, where="chat.txt", mine=None):
    """A chat in which all of these wrote to each other."""
    keys = [saved_name_key(name) for name in names]
    people = [Contact(key=key, name=name) for key, name in zip(keys, names, strict=True)]
    sent = Interaction(key=where, when=AS_OF, participants=keys, sender=keys[0], channel="message")
    evidence = [OwnerEvidence(key, MeEvidence.CHATS) for key in mine or keys]
    report = SourceReport(kind="chat", where=where)
    return Reading(report=report, contacts=people, interactions=[sent], owner_evidence=evidence)


def records_of(*readings, me=()):
    return combined(readings, frozenset(me), None, None)


def test_an_author_is_the_one_card_of_exactly_that_name() -> None:
    records = records_of(book(card("Anna Schmidt", MOBILE)), chat("Mara", "Anna Schmidt"))

    anna = records.contact(ANNA)
    assert (anna.key, anna.phones) == ("tel:+491701234567", (MOBILE,))
    assert ANNA in records.joined_by("Anna Schmidt")[0].b.keys | {anna.key, *anna.aliases}


@pytest.mark.parametrize("name", ["Anna", "Anna Schmidt Arbeit", "A. Schmidt"])
def test_another_name_joins_no_card(name) -> None:
    records = records_of(book(card("Anna Schmidt", MOBILE)), chat("Mara", name))

    assert records.contact(saved_name_key(name)).phones == ()


def test_two_cards_of_one_name_join_nobody_and_are_asked_about() -> None:
    cards = book(card("Anna Schmidt", MOBILE), card("Anna Schmidt", "+49 171 7654321"))
    records = records_of(cards, chat("Mara", "Anna Schmidt"))

    assert records.contact(ANNA).phones == ()
    groups = [{c.key for c in group.contacts} for group in records.possible_duplicates()]
    assert any(ANNA in group for group in groups)


def test_one_person_on_the_cards_of_two_books_is_one() -> None:
    books = [
        book(card("Anna Schmidt", MOBILE, emails=["anna@example.org"])),
        book(card("Anna Schmidt", MOBILE, key="mailto:anna@example.org"), where="google.csv"),
    ]
    readings = [*books, chat("Mara", "Anna Schmidt")]

    for order in permutations(readings):
        assert records_of(*order).contact(ANNA).phones == (MOBILE,)


def test_a_line_that_two_people_share_joins_no_author() -> None:
    family = book(card("Anna Schmidt", LINE), card("Jan Schmidt", LINE))

    assert records_of(family, chat("Mara", "Anna Schmidt")).contact(ANNA).phones == ()


def test_whoever_writes_in_every_chat_is_the_owner() -> None:
    chats = [chat("Mara Vogt", "Ben", where="1"), chat("Eva", "Mara Vogt", where="2")]

    records = records_of(*chats)

    assert records.me_evidence is MeEvidence.CHATS
    assert records.contact(saved_name_key("Mara Vogt")) == records.contact(ME)


def test_one_chat_of_two_does_not_say_whose_it_is() -> None:
    assert records_of(chat("Mara Vogt", "Ben")).me is None


@pytest.mark.parametrize(("name", "is_hers"), [("Mara Vogt", True), ("Ben Okafor", False)])
def test_an_owner_who_is_known_is_the_author_who_may_be_called_so(name, is_hers) -> None:
    mara = "mailto:mara@example.org"
    mail = book(Contact(key=mara, name="Mara Vogt", emails=["mara@example.org"]))
    chats = [chat(name, "Eva", where="1"), chat("Noor", name, where="2")]

    records = records_of(mail, *chats, me=[mara])

    key = saved_name_key(name)
    assert (records.contact(key) == records.contact(ME)) is is_hers
