from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import ME, SkipReason
from netzwerkwandel.sources.calendar import looks_like_calendar, read_calendar
from netzwerkwandel.sources.files import SourceFile


NOW = datetime(2026, 6, 1, tzinfo=UTC)
EVENT = b"""BEGIN:VEVENT
UID:1
DTSTART:20260304T090000Z
ATTENDEE;CN=Ana:mailto:ana@example.org
ATTENDEE;CN=J\xc3\xb6rg:mailto:joerg@example.org
END:VEVENT
"""
CALENDAR = b"BEGIN:VCALENDAR\nVERSION:2.0\n" + EVENT + b"END:VCALENDAR\n"


def read(data):
    return read_calendar(SourceFile.from_bytes(data, "a.ics"), as_of=NOW)


def names(reading):
    return [contact.name for contact in reading.contacts]


@pytest.mark.parametrize(
    "data",
    [
        CALENDAR,
        CALENDAR.replace(b"\n", b"\r\n"),
        CALENDAR.replace(b"\n", b"\r"),
        CALENDAR.replace(b"\n", b"\r\r\n"),
        b"\xef\xbb\xbf" + CALENDAR,
        b"\r\n\r\n  " + CALENDAR,
        CALENDAR.replace(b"BEGIN:", b"begin:").replace(b"END:VE", b"End:VE"),
        CALENDAR.replace(b"\xc3\xb6", b"\xf6"),
        CALENDAR.replace(b"\xc3\xb6", b"\xc3\n \xb6"),
        CALENDAR.replace(b"joerg", b"jo\r\n\terg"),
        CALENDAR.replace(b"UID:1", b"UID\n\n :1"),
        CALENDAR.removesuffix(b"END:VCALENDAR\n"),
        CALENDAR.decode().encode("utf-16"),
        EVENT,
        b"BEGIN:VCALENDAR\nEND:VCALENDAR\n" + CALENDAR,
        CALENDAR.replace(b"UID:1\n", b"UID:1\nEND:VALARM\n"),
        CALENDAR.replace(b"VERSION:2.0\n", b"BEGIN:X-BOX\n") + b"END:X-BOX\n",
    ],
)
def test_a_calendar_is_read_however_it_is_written(data):
    assert looks_like_calendar(data)
    assert names(read(data)) == ["Ana", "Jörg"]
    assert read(data) == read(CALENDAR)


def test_several_calendars_in_one_file_are_all_read():
    second = CALENDAR.replace(b"UID:1", b"UID:2").replace(
        b"BEGIN:VEV", b"X-WR-CALNAME:Home\nBEGIN:VEV"
    )
    assert read(CALENDAR + second).report.used == 2


@pytest.mark.parametrize(
    "broken",
    [
        EVENT.replace(b"DTSTART:20260304T090000Z\n", b""),
        EVENT.replace(b"DTSTART:2026", b"DTSTART:YYYY"),
        EVENT.replace(b"DTSTART:20260304T090000Z", b"DTSTART:PT1H"),
        EVENT.replace(b"DTSTART:20260304T090000Z", b"DTSTART:090000"),
        EVENT.replace(b"END:VEVENT\n", b""),
    ],
)
def test_a_broken_event_is_a_problem_and_does_not_block_the_next(broken):
    reading = read(b"BEGIN:VCALENDAR\n" + broken + EVENT + b"END:VCALENDAR\n")
    assert reading.report.used == 1
    assert dict(reading.report.skipped) == {SkipReason.BROKEN: 1}
    (problem,) = reading.report.problems
    assert str(problem) == "a.ics, event 1: it cannot be read or has no start"


def test_a_line_that_cannot_be_read_is_a_problem_of_an_event_that_is_used():
    reading = read(CALENDAR.replace(b"UID:1", b"UID:1\nDTEND:soon"))
    assert reading.report.used == 1
    (problem,) = reading.report.problems
    assert problem.reason == "a line of it cannot be read and is left out"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n" * 9,
        b"\x00\x01\x02\xff" * 99,
        b"PK\x03\x04",
        b"BEGIN:VCARD\nEND:VCARD\n",
        b"BEGIN:VTODO\nEND:VTODO\n",
        b"a mail\n\nwith\nseveral\nlines\nbefore\n" + CALENDAR,
        b"the words BEGIN:VCALENDAR in a text\n",
        b'["vcalendar", [], []]',
    ],
)
def test_what_does_not_begin_like_a_calendar_is_refused(data):
    assert not looks_like_calendar(data)
    with pytest.raises(ExportFormatError):
        read(data)


def test_a_calendar_that_is_too_large_is_refused():
    file = SourceFile.from_bytes(CALENDAR, "a.ics")
    with pytest.raises(ExportFormatError, match="must be under"):
        read_calendar(file, as_of=NOW, largest=len(CALENDAR) - 1)


LINES = [
    "BEGIN:VCALENDAR",
    "END:VCALENDAR",
    "BEGIN:VEVENT",
    "END:VEVENT",
    "BEGIN:VALARM",
    "END:VALARM",
    "BEGIN:VTIMEZONE",
    "END:VTIMEZONE",
    "TZID:Home",
    "DTSTART:20260304T090000Z",
    "DTSTART;TZID=Home:20260304T090000",
    "DTSTART;VALUE=DATE:20260304",
    "DTEND:20260304T100000",
    "DURATION:-P1D",
    "RRULE:FREQ=DAILY;COUNT=2",
    "RRULE:FREQ=WEEKLY;UNTIL=20260404",
    "RDATE:20260304",
    "EXDATE:20260305T090000Z",
    "RECURRENCE-ID:20260305T090000Z",
    "RECURRENCE-ID;RANGE=THISANDFUTURE:20260305",
    "STATUS:CANCELLED",
    "SEQUENCE:x",
    "SEQUENCE:2",
    "UID:1",
    "X-WR-CALNAME:ana@example.org",
    "X-WR-TIMEZONE:Europe/Berlin",
    "ORGANIZER:mailto:ana@example.org",
    "ATTENDEE;PARTSTAT=DECLINED:mailto:ana@example.org",
    'ATTENDEE;CN="Okafor, Ben":mailto:ben@example.org',
    "ATTENDEE;;:",
]


def check(data):
    try:
        reading = read(data)
    except ExportFormatError:
        assert not looks_like_calendar(data)
        return
    report = reading.report
    assert report.read == report.used + sum(dict(report.skipped).values())
    assert report.used == len({meeting.key for meeting in reading.interactions})
    known = {contact.key for contact in reading.contacts} | {ME}
    assert len(known) == len(reading.contacts) + 1
    for meeting in reading.interactions:
        assert known.issuperset(meeting.participants)
        assert meeting.when <= NOW
    assert read(data) == reading


@given(st.binary(max_size=200))
def test_any_bytes_give_a_reading_or_a_clear_error(data):
    check(data)


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=25))
def test_any_lines_in_a_calendar_give_a_reading(lines):
    check("\n".join(["BEGIN:VCALENDAR", *lines]).encode("utf-8", "replace"))


@given(
    st.lists(st.sampled_from([line for line in LINES if ":V" not in line]), max_size=8),
    st.lists(st.sampled_from([line for line in LINES if ":V" not in line]), max_size=8),
)
def test_any_properties_in_two_events_give_a_reading(first, second):
    text = "BEGIN:VCALENDAR"
    for lines in (first, second):
        text = "\n".join([text, "BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT"])
    check(text.encode())


def reading_of(*lines, uid="1", start="DTSTART:20260305T090000Z"):
    """What is told of a meeting, and of an event with some lines."""
    return read(
        "\n".join(
            [
                "BEGIN:VCALENDAR",
                "X-WR-CALNAME:mara@example.org",
                "BEGIN:VEVENT",
                "UID:1",
                "DTSTART:20260304T090000Z",
                "ATTENDEE:mailto:ben@example.org",
                "END:VEVENT",
                "BEGIN:VEVENT",
                f"UID:{uid}",
                start,
                *lines,
                "END:VEVENT",
                "END:VCALENDAR",
                "",
            ]
        ).encode()
    )


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("ATTENDEES:mailto:ana@example.org",),
        ("BEGIN:VALARM", "ATTENDEE:mailto:ana@example.org", "END:VALARM"),
    ],
)
def test_what_only_looks_as_if_it_named_somebody_is_a_change_of_what_does(lines):
    moved = ("RECURRENCE-ID:20260304T090000Z", "STATUS:CANCELLED", *lines)

    of_another, of_the_same = (reading_of(*moved, uid=uid) for uid in ("2", "1"))

    assert dict(of_another.report.skipped) == {SkipReason.NOBODY_ELSE: 1}
    assert dict(of_the_same.report.skipped) == {SkipReason.CANCELLED: 1}


def test_an_event_is_read_beside_an_alarm_that_names_somebody():
    alarm = ("BEGIN:VALARM", "UID:9", "ATTENDEE:mailto:ana@example.org", "END:VALARM")
    reading = reading_of("ATTENDEE;CN=Zoë:mailto:zoe@example.org", *alarm, uid="2")

    assert [contact.key for contact in reading.contacts] == [
        "mailto:ben@example.org",
        "mailto:mara@example.org",
        "mailto:zoe@example.org",
    ]


def test_an_event_with_bytes_that_are_no_utf8_is_read():
    data = b"BEGIN:VCALENDAR\nX-WR-CALNAME:mara@example.org\nBEGIN:VEVENT\nUID:1\n"
    data += b"DTSTART:20260304T090000Z\nATTENDEE;CN=Zo\xeb:mailto:zoe@example.org\nEND:VEVENT\n"
    reading = read(data + b"END:VCALENDAR\n")

    assert names(reading) == ["", "Zoë"]
