from __future__ import annotations

import pytest

from netzwerkwandel.model import ME
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.vcard import read_vcards


def is_acquaintance(name: str, *lines: str) -> bool:
    text = "\n".join(["BEGIN:VCARD", f"FN:{name}", f"N:;{name};;;", "TEL:030 1234567", *lines])
    reading = read_vcards(SourceFile.from_bytes(f"{text}\nEND:VCARD\n".encode(), "book.vcf"))
    assert len(reading.contacts) == 1
    return any(tie.a == ME for tie in reading.ties)


@pytest.mark.parametrize(
    "name", ["Taxi Funk", "Tierarztpraxis Dr. Rau", "Hausverwaltung Rau", "Kita Regenbogen", "Bank"]
)
def test_a_shop_or_office_is_no_acquaintance(name):
    assert not is_acquaintance(name)


@pytest.mark.parametrize("name", ["Ute Rau", "Mama Handy", "Kai Schulte", "Bankole Ade"])
def test_people_are(name):
    assert is_acquaintance(name)


def test_a_label_of_the_owner_says_more_than_a_word():
    assert is_acquaintance("Pizza Paolo", "CATEGORIES:Freunde")
