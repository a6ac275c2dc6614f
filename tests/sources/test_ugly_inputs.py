"""Inputs that cost more than they are worth: counts of work, and no clock."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from warnings import catch_warnings, simplefilter
from zipfile import ZipFile

import pytest

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import InteractionColumns
from netzwerkwandel.sources.calendar import read_calendar
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.linkedin import read_linkedin
from netzwerkwandel.sources.unpacking import zip_members
from netzwerkwandel.sources.vcard import read_vcards
from sources.exports_folder import AS_OF
from sources.work import grows_in_proportion


EVENT = b"BEGIN:VEVENT\nUID:1\nDTSTART:20260304T090000Z\nATTENDEE:mailto:a@b.de\n%sEND:VEVENT\n"
CARD = b"BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\n%s\nEND:VCARD\n"
HEADING = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def calendar(data: bytes) -> None:
    read_calendar(SourceFile.from_bytes(b"BEGIN:VCALENDAR\n" + data, "a.ics"), as_of=AS_OF)


def card(data: bytes) -> None:
    read_vcards(SourceFile.from_bytes(data, "a.vcf"))


def table(data: bytes) -> None:
    read_linkedin([SourceFile.from_bytes(HEADING + data, "Connections.csv")], "a", as_of=AS_OF)


@pytest.mark.parametrize(
    ("read", "piece", "around"),
    [
        (calendar, b"\n", EVENT),
        (calendar, b"\r\r\n", EVENT),
        (calendar, b"\n\n ", EVENT),
        (calendar, b"BEGIN:VALARM\n", EVENT),
        (calendar, b'ATTENDEE;CN="a",b;', EVENT),
        (calendar, b"mailto:", EVENT.replace(b"mailto:a@b.de\n", b"")),
        (calendar, b"BEGIN:VEVENT\n", b"%s"),
        (calendar, b"END:VEVENT\n", b"%s"),
        (calendar, b"BEGIN:VCALENDAR\nMETHOD:X\n", b"%s"),
        (card, b"\n", CARD),
        (card, b"\n \n", CARD),
        (card, b"\r\n", b"BEGIN:VCARD\nTEL:1%s"),
        (card, b"NOTE;ENCODING=QUOTED-PRINTABLE:=\n", CARD),
        (card, b"AGENT:BEGIN:VCARD\n", CARD),
        (card, b"Lee, Ann ", CARD.replace(b"\n%s", b"%s")),
        (table, b"\n", b"%s"),
        (table, b'"', b"%s\n"),
        (table, b'"a,\n', b"%s"),
        (table, b" ", b"Ann%s,Lee,,,,,\n"),
        (table, b"Ann (x) ", b"%s,Lee,,,,,\n"),
    ],
)
def test_twice_as_much_is_twice_the_work(read, piece, around) -> None:
    def make(size):
        return around % (piece * size)

    def reading(data):
        with suppress(ExportFormatError):
            read(data)

    assert grows_in_proportion(reading, make, 400)


def test_what_an_archive_lists_twice_is_read_once() -> None:
    held = BytesIO()
    with ZipFile(held, "w") as archive, catch_warnings():
        simplefilter("ignore")  # of names that are there already
        for content in ("one", "two", "one"):
            archive.writestr("a.ics", content)
    members = zip_members(SourceFile.from_bytes(held.getvalue(), "a.zip"))
    assert [member.read(9) for member in members] == [b"one", b"two"]


@pytest.mark.slow
def test_a_series_of_a_crowd_is_cut_to_the_room_there_is() -> None:
    crowd = b"".join(b"ATTENDEE:mailto:p%d@b.de\n" % n for n in range(3_000))
    data = EVENT % (b"RRULE:FREQ=DAILY;COUNT=2000\n" + crowd)
    data = b"BEGIN:VCALENDAR\n" + data.replace(b"2026", b"2010")
    reading = read_calendar(SourceFile.from_bytes(data, "a.ics"), as_of=AS_OF)
    assert 100 < len(reading.interactions) < 1_000
    assert "take too long" in reading.report.problems[-1].reason


def test_to_say_nothing_of_what_happened_is_the_same_object_for_all() -> None:
    cards = [read_vcards(SourceFile.from_bytes(CARD % b"")) for _ in range(2)]
    one, other = (InteractionColumns.from_interactions(each.interactions) for each in cards)
    assert one is other
    assert one == ()
