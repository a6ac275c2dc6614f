from __future__ import annotations

from pathlib import Path

import pytest

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import ME, SkipReason
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.vcard import looks_like_vcard, read_vcards


CARDS = Path(__file__).resolve().parents[3] / "shared" / "data" / "vcards"
pytestmark = pytest.mark.skipif(not CARDS.is_dir(), reason="the real address books are not here")

JOHN_DOE = {
    "BLACK_BERRY": ("John Doe", "tel:+96123456789", "Acme Solutions", 1),
    "EVOLUTION": ("John Richter James Doe", "mailto:john.doe@ibm.com", "IBM", 2),
    "GMAIL": ("John Richter James Doe", "mailto:john.doe@ibm.com", "IBM", 2),
    "IPHONE": ("Mr. John Richter James Doe Sr.", "mailto:john.doe@ibm.com", "IBM", 3),
    "LOTUS_NOTES": ("Mr. Doe John I Johny", "mailto:john.doe@ibm.com", "IBM", 1),
    "MAC_ADDRESS_BOOK": ("John Richter James Doe", "mailto:john.doe@ibm.com", "IBM", 3),
}


def read(name):
    return read_vcards(SourceFile.from_path(CARDS / name))


@pytest.mark.parametrize("path", sorted(CARDS.rglob("*.vcf")), ids=lambda path: path.name)
def test_every_address_book_gives_a_reading(path):
    file = SourceFile.from_path(path)
    reading = read_vcards(file)

    assert looks_like_vcard(file.head())
    assert reading.report.used == len(reading.contacts)
    # a card of a shop, or with words that are no name, is an entry and no acquaintance
    assert {tie.b for tie in reading.ties} <= {contact.key for contact in reading.contacts}
    assert all(tie.a == ME for tie in reading.ties)
    assert all(contact.name for contact in reading.contacts)


@pytest.mark.parametrize("program", JOHN_DOE)
def test_every_program_writes_the_same_john_doe(program):
    (contact,) = read(f"ez-vcard/John_Doe_{program}.vcf").contacts

    found = (contact.name, contact.key, contact.organisation, len(contact.phones))
    assert found == JOHN_DOE[program]


def test_a_file_of_several_cards_gives_them_all():
    names = [contact.name for contact in read("ez-vcard/gmail-list.vcf").contacts]

    assert names == ["Arnold Smith", "Chris Beatle", "Doug White"]


def test_an_organisation_is_no_person():
    reading = read("khard/org.vcf")

    assert reading.contacts == ()
    assert dict(reading.report.skipped) == {SkipReason.NOT_A_PERSON: 1}


def test_a_card_that_breaks_off_is_read_and_told_of():
    reading = read("khard/unparsable.vcf")

    assert len(reading.contacts) == 1
    assert len(reading.report.problems) == 1


def test_other_exports_are_no_address_books():
    for path in sorted((CARDS.parent / "linkedin").rglob("*.csv")):
        file = SourceFile.from_path(path)
        assert not looks_like_vcard(file.head())
        with pytest.raises(ExportFormatError):
            read_vcards(file)
