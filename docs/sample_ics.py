"""Calendars as Google exports them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

import attrs

from sample_cast import Group, Person


BERLIN = "TZID=Europe/Berlin"
STAMP = "20261020T060000Z"
ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE"""


def at(moment: str) -> datetime:
    """Read a local time, such as ``2026-05-06 11:00``; the calendar says in which zone."""
    return datetime.fromisoformat(moment)


@attrs.frozen
class Event:
    """One entry of a calendar, or a series of them.

    ``zone`` stands before the colon of a time: a time zone, or nothing for a floating time.
    ``answers`` has the answer of everybody who did not simply accept, by address.
    """

    uid: str
    title: str
    start: datetime | date
    people: Group = ()
    rule: str = ""
    minutes: int = attrs.field(default=60, kw_only=True)
    without: Sequence[datetime] = attrs.field(default=(), kw_only=True)
    instead_of: datetime | None = attrs.field(default=None, kw_only=True)
    zone: str = attrs.field(default=BERLIN, kw_only=True)
    status: str = attrs.field(default="CONFIRMED", kw_only=True)
    answers: dict[str, str] = attrs.field(factory=dict, kw_only=True)
    more: Sequence[str] = attrs.field(default=(), kw_only=True)


def calendar(name: str, events: Iterable[Event]) -> bytes:
    """Write a calendar; the first of an event's people is the one who invites."""
    lines = [
        "BEGIN:VCALENDAR",
        "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{name}",
        "X-WR-TIMEZONE:Europe/Berlin",
        *ZONE.split("\n"),
    ]
    for event in events:
        lines.extend(_lines(event))
    lines.append("END:VCALENDAR")
    return "".join(_fold(line) for line in lines).encode()


def _lines(event: Event) -> list[str]:
    lines = ["BEGIN:VEVENT", *_times(event)]
    if event.rule:
        lines.append(f"RRULE:{event.rule}")
    lines.extend(_time("EXDATE", event, moment) for moment in event.without)
    lines.append(f"DTSTAMP:{STAMP}")
    if event.people:
        lines.append(f"ORGANIZER;CN={_quoted(event.people[0])}:mailto:{event.people[0].mail}")
    lines.append(f"UID:{event.uid}@google.com")
    lines.extend(_attendee(event, person) for person in event.people)
    lines.extend(event.more)
    if event.instead_of is not None:
        lines.append(_time("RECURRENCE-ID", event, event.instead_of))
    lines.extend((f"SEQUENCE:{int(event.instead_of is not None)}", f"STATUS:{event.status}"))
    title = event.title.replace(",", "\\,")
    return [*lines, f"SUMMARY:{title}", "TRANSP:OPAQUE", "END:VEVENT"]


def _times(event: Event) -> list[str]:
    if not isinstance(event.start, datetime):
        after = event.start + timedelta(days=1)
        return [f"DTSTART;VALUE=DATE:{event.start:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"]
    end = event.start + timedelta(minutes=event.minutes)
    return [_time("DTSTART", event, event.start), _time("DTEND", event, end)]


def _time(name: str, event: Event, moment: datetime) -> str:
    if event.zone == "UTC":
        return f"{name}:{moment:%Y%m%dT%H%M%S}Z"
    zone = f";{event.zone}" if event.zone else ""
    return f"{name}{zone}:{moment:%Y%m%dT%H%M%S}"


def _attendee(event: Event, person: Person) -> str:
    answer = event.answers.get(person.mail, "ACCEPTED")
    return (
        f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={answer};"
        f"CN={_quoted(person)};X-NUM-GUESTS=0:mailto:{person.mail}"
    )


def _quoted(person: Person) -> str:
    return person.name if person.name.isascii() else f'"{person.name}"'


def _fold(line: str) -> str:
    """Break a line after 75 octets, never within a letter."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > 74:
            pieces.append(piece)
            piece = ""
        piece += letter
    return "\r\n ".join([*pieces, piece]) + "\r\n"
