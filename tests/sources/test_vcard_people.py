from __future__ import annotations

import pytest

from netzwerkwandel.model import ME, Relation, SkipReason
from sources.vcard_book import card, only, read, relations, skipped


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        (["EMAIL:info@example.org", "EMAIL:ben@example.org"], "mailto:ben@example.org"),
        (["EMAIL:info@example.org", "TEL:+491701234567"], "tel:+491701234567"),
        (["EMAIL:info@example.org", "URL:https://github.com/ben"], "https://github.com/ben"),
        (["EMAIL:info@example.org"], "mailto:info@example.org"),
    ],
)
def test_the_key_is_the_address_that_says_most_about_who_it_is(lines, key):
    assert only(read(card(*lines))).key == key


@pytest.mark.parametrize(
    ("full", "parts", "name"),
    [
        ("Okafor Ben", "Okafor;Ben;;;", "Ben Okafor"),
        ("Смирнова Ева", "Смирнова;Ева;;;", "Ева Смирнова"),
        ("Okafor Ben", "Ben;Okafor;;;", "Okafor Ben"),
        ("山田 太郎", "山田;太郎;;;", "山田 太郎"),
    ],
)
def test_a_name_that_is_shown_with_the_family_first_is_turned(full, parts, name):
    assert only(read(card(f"N:{parts}", "EMAIL:ben@example.org", name=full))).name == name


def test_a_card_without_an_address_is_known_by_its_uid_whatever_else_changes():
    before = only(read(card("UID:42", "ORG:Contoso")))
    after = only(read(card("UID:42", "ORG:Fabrikam", name="Ben Vogt")))

    assert before.key == after.key
    assert before.key.startswith("vcard:")


def test_a_card_without_address_and_uid_is_known_by_name_and_organisation():
    first, second = read(card("ORG:Contoso"), card("ORG:Fabrikam")).contacts

    assert first.name == second.name
    assert first.key != second.key


def test_the_same_person_twice_is_one_contact():
    reading = read(
        card("EMAIL:ben@example.org", "ORG:Contoso"),
        card(
            "EMAIL:ben@example.org", "EMAIL:ben@contoso.example", "TITLE:Sales", name="BEN OKAFOR"
        ),
    )

    contact = only(reading)
    assert contact.emails == ("ben@example.org", "ben@contoso.example")
    assert (contact.organisation, contact.position) == ("Contoso", "Sales")
    assert skipped(reading) == {SkipReason.DUPLICATE: 1}
    assert len(reading.ties) == 1


def test_a_shared_address_does_not_merge_two_people():
    reading = read(
        card("EMAIL:family@example.org", name="Mara Vogt"),
        card("EMAIL:family@example.org", name="Tom Vogt"),
    )

    assert sorted(contact.name for contact in reading.contacts) == ["Mara Vogt", "Tom Vogt"]
    assert skipped(reading) == {}


def test_one_uid_for_two_names_does_not_merge_two_people():
    reading = read(card("UID:0", name="Mara Vogt"), card("UID:0", name="Tom Vogt"))

    assert len(reading.contacts) == 2


@pytest.mark.parametrize(
    "lines",
    [
        ["KIND:group"],
        ["KIND:org"],
        ["X-ADDRESSBOOKSERVER-KIND:group"],
        ["X-EVOLUTION-LIST:TRUE"],
        ["X-ABShowAs:COMPANY", "N:;;;;"],
        ["ORG:ben okafor", "N:;;;;"],
    ],
)
def test_groups_and_companies_are_no_people(lines):
    reading = read(card(*lines, "EMAIL:ben@example.org"))

    assert reading.contacts == ()
    assert skipped(reading) == {SkipReason.NOT_A_PERSON: 1}


def test_a_person_who_is_shown_as_a_company_stays_a_person():
    assert only(read(card("X-ABShowAs:COMPANY", "N:Okafor;Ben;;;"))).name == "Ben Okafor"


def test_a_card_without_name_and_address_is_nobody():
    reading = read(card("ORG:Contoso", name=""))

    assert reading.contacts == ()
    assert skipped(reading) == {SkipReason.ANONYMOUS: 1}


def test_labels_that_state_a_relation_are_no_communities():
    reading = read(card("CATEGORIES:Friends,Rowing", "EMAIL:ben@example.org"))

    assert only(reading).communities == ("Rowing",)
    assert relations(reading) == {
        (ME, "mailto:ben@example.org"): {Relation.ACQUAINTANCE, Relation.FRIEND}
    }


def test_related_people_are_tied_to_each_other():
    reading = read(
        card(
            "EMAIL:ben@example.org",
            "RELATED;TYPE=co-worker,friend:mailto:ama@example.org",
            "RELATED;TYPE=spouse:tel:+491701234567",
            "RELATED;TYPE=friend:urn:uuid:7",
            "RELATED;TYPE=friend:mailto:ben@example.org",
            "RELATED:mailto:nobody@example.org",
        ),
        card("UID:urn:uuid:7", "EMAIL:tom@example.org", name="Tom"),
        card("EMAIL:ama@work.example", "EMAIL:ama@example.org", name="Ama"),
    )

    among = {pair: found for pair, found in relations(reading).items() if ME not in pair}
    assert among == {
        ("mailto:ama@work.example", "mailto:ben@example.org"): {
            Relation.COLLEAGUE,
            Relation.FRIEND,
        },
        ("mailto:ben@example.org", "tel:+491701234567"): {Relation.FAMILY},
        ("mailto:ben@example.org", "mailto:tom@example.org"): {Relation.FRIEND},
    }
    assert (ME, "tel:+491701234567") not in relations(reading)
    assert len(reading.contacts) == 4


def test_a_relation_to_a_shared_address_means_nobody():
    reading = read(
        card("EMAIL:ben@example.org", "RELATED;TYPE=friend:mailto:family@example.org"),
        card("EMAIL:family@example.org", name="Mara Vogt"),
        card("EMAIL:family@example.org", name="Tom Vogt"),
    )

    assert all(ME in pair for pair in relations(reading))
