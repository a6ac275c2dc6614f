"""Exports of phones and chats in true form, and public ones."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

import netzwerkwandel as nw
from netzwerkwandel.sources.tools import ReadContext, Source, SourceFile
from netzwerkwandel.sources.whatsapp import WhatsAppReader


DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
CASES = DATA / "cases" / "people"
AS_OF = datetime(2026, 11, 1, tzinfo=UTC)

pytestmark = pytest.mark.skipif(not CASES.exists(), reason="the shared inputs are not here")


def test_a_card_that_somebody_sent_is_no_acquaintance():
    folder = CASES / "X8_whatsapp_zip_with_shared_card"
    records = nw.read_exports(folder, as_of=AS_OF)
    assert not records.ties
    assert "a card sent in a chat" in records.summary(language="en")


@pytest.mark.parametrize("name", ["android_de", "ios_de", "ios_en"])
def test_the_cases_are_read(name):
    records = nw.read_exports(CASES / f"X_whatsapp_{name}", as_of=AS_OF)
    assert records.find("Anna Schmidt")
    assert records.interactions


@pytest.mark.parametrize(
    ("name", "who", "count"),
    [
        ("sms_backup", "Anna Schmidt", 2),
        ("telegram", "Anna", 1),
        ("signal", "Anna", 1),
        ("facebook", "Anna", 1),
        ("slack", "Anna Schmidt", 0),
        ("discord", "anna", 1),
        ("teams", "Anna", 1),
    ],
)
def test_the_cases_of_phones_and_messengers_are_read(name, who, count):
    records = nw.read_exports(CASES / f"X_{name}", as_of=AS_OF)
    assert [contact.name for contact in records.find(who)] == [who]
    assert len(records.interactions) == count
    assert not any(report.problems for report in records.reports)


def test_a_message_without_a_sender_is_counted():
    records = nw.read_exports(CASES / "X_google_voice", as_of=AS_OF)
    assert [report.kind for report in records.reports] == ["google voice"]
    assert dict(records.reports[0].skipped) == {nw.SkipReason.ANONYMOUS: 1}


@pytest.mark.parametrize(
    ("name", "read_", "used"),
    [
        ("lorem-2000.txt", 2000, 2000),
        ("lorem.txt", 500, 500),
        ("lorem-merge-part1.txt", 300, 300),
        ("pokemon.txt", 20, 18),
    ],
)
def test_public_exports_are_read_whole(name, read_, used):
    path = DATA / "chat" / "whatstk" / "whatsapp" / name
    reading = WhatsAppReader().read(
        Source.from_file(SourceFile.from_path(path)), ReadContext(as_of=AS_OF)
    )
    assert (reading.report.read, reading.report.used) == (read_, used)
    assert not reading.report.problems
