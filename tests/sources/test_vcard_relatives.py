from __future__ import annotations

import pytest

from netzwerkwandel.model import ME, Relation
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.reading import Reading
from netzwerkwandel.sources.vcard import read_vcards


def read(*cards: list[str]) -> Reading:
    lines = [f"BEGIN:VCARD\nVERSION:3.0\n{chr(10).join(card)}\nEND:VCARD\n" for card in cards]
    return read_vcards(SourceFile.from_bytes("".join(lines).encode(), "book.vcf"))


def stated(reading: Reading) -> set[tuple[str, str, str]]:
    """Who is what to whom, by names; without the owner."""
    names = {contact.key: contact.name for contact in reading.contacts}
    return {
        (names[tie.a], str(relation), names[tie.b])
        for tie in reading.ties
        if tie.a != ME
        for relation in tie.relations
    }


ANNA = ["FN:Anna Brandt", "EMAIL:anna@x.example"]
PETER = ["FN:Peter Brandt", "EMAIL:peter@x.example"]


@pytest.mark.parametrize(
    ("lines", "relation"),
    [
        (["item1.X-ABRELATEDNAMES:Peter Brandt", "item1.X-ABLABEL:_$!<Spouse>!$_"], "family"),
        (["item1.X-ABRELATEDNAMES:Peter Brandt", "item1.X-ABLABEL:Chef"], "boss"),
        (["X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Peter Brandt;14;;;"], "family"),
        (["X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Peter Brandt;7;;;"], "boss"),
        (["RELATED;TYPE=spouse;VALUE=text:Peter Brandt"], "family"),
        (["X-MANAGER:Peter Brandt"], "boss"),
        (["X-ASSISTANT:Peter Brandt"], "report"),
        (["X-SPOUSE:Peter Brandt"], "family"),
    ],
)
@pytest.mark.parametrize("has_card", [True, False])
def test_a_relation_by_name_is_a_typed_tie(lines, relation, has_card):
    reading = read([*ANNA, *lines], *([PETER] if has_card else []))

    assert stated(reading) == {("Anna Brandt", relation, "Peter Brandt")}
    assert len(reading.contacts) == 2


def test_a_relative_without_a_card_is_no_acquaintance_of_the_owner():
    reading = read([*ANNA, "X-SPOUSE:Peter Brandt"])

    assert {tie.b for tie in reading.ties if tie.a == ME} == {"mailto:anna@x.example"}


def test_a_given_name_alone_means_the_one_card_of_that_name_or_nobody():
    assert stated(read([*ANNA, "X-ASSISTANT:Ute"])) == set()
    assert stated(read([*ANNA, "X-ASSISTANT:Ute"], ["FN:Ute", "TEL:030 1234567"])) == {
        ("Anna Brandt", str(Relation.REPORT), "Ute")
    }


@pytest.mark.parametrize(
    ("line", "born"),
    [
        ("BDAY:1979-04-01", "1979-04-01"),
        ("BDAY:19790401", "1979-04-01"),
        ("BDAY;VALUE=date:1604-03-01", "--03-01"),
        ("BDAY:--0301", "--03-01"),
        ("BDAY:1979-04-01T00:00:00Z", "1979-04-01"),
        ("BDAY:1979-13-01", ""),
        ("BDAY:April", ""),
    ],
)
def test_a_birthday_is_read_with_or_without_its_year(line, born):
    assert read([*ANNA, line]).contacts[0].born == born


def test_nicknames_and_numbers_at_work_are_read():
    (anna,) = read(
        [*ANNA, "NICKNAME:Anni,Nana", "TEL;TYPE=WORK:030 1234567", "TEL;TYPE=CELL:0170 1234567"]
    ).contacts

    assert anna.nicknames == ("Anni", "Nana")
    assert anna.work_phones == ("030 1234567",)


def test_two_birthdays_are_two_people_though_name_and_address_are_one():
    reading = read([*ANNA, "BDAY:1950-04-01"], [*ANNA, "BDAY:1982-09-13"])

    assert len(reading.contacts) == 2
