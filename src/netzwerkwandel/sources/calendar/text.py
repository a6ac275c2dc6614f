"""Calendar files as text: the calendars, events and time zones in it, each a block of its own.

A block that cannot be read then spoils nothing but itself, and what no reader needs (summaries,
descriptions, attachments, alarms) is never looked at.
"""

from __future__ import annotations

import re

import attrs

from netzwerkwandel.sources.text import decode, utf16_encoding


EVENT, ZONE = "VEVENT", "VTIMEZONE"

_CALENDAR = "VCALENDAR"
_BOM = b"\xef\xbb\xbf"
_FIRST_LINES = 5
_LINE_END = re.compile(rb"\r+\n?")
_FOLD = re.compile(rb"\n+[ \t]")
_MARK = re.compile(rb"[ \t]*(BEGIN|END)[ \t]*:[ \t]*([A-Z0-9-]{1,64})[ \t]*", re.IGNORECASE)
_PROPERTY = re.compile(rb"[ \t]*([A-Z0-9-]{1,64})[ \t]*(?=[:;])", re.IGNORECASE)
_CALENDAR_VALUE = re.compile(
    rb"[ \t]*(X-OWNER|X-WR-CALNAME|X-WR-TIMEZONE)\b[^:]*:(?:mailto:)?(.*)", re.IGNORECASE
)
_EVENT_PROPERTIES = frozenset(
    [
        b"ATTENDEE",
        b"CLASS",
        b"DTEND",
        b"DTSTART",
        b"DURATION",
        b"EXDATE",
        b"ORGANIZER",
        b"RDATE",
        b"RECURRENCE-ID",
        b"RRULE",
        b"SEQUENCE",
        b"STATUS",
        b"UID",
    ]
)


@attrs.frozen(repr=False)
class CalendarText:
    """One calendar of a file: what it says of itself, and its blocks.

    Parameters
    ----------
    name : str
        Its name; at Google this is the address of its owner, unless the owner renamed it.
    owner : str
        The address of its owner, as Outlook gives it.
    zone : str
        The time zone it states.
    zones, events : tuple of str
        Its blocks. One that does not end in its ``END:`` line was cut off.
    """

    name: str
    owner: str
    zone: str
    zones: tuple[str, ...]
    events: tuple[str, ...]


def begins_like_calendar(head: bytes) -> bool:
    """Say whether one of the first lines begins a calendar or an event."""
    lines = (line.strip() for line in _bytes_of(head).replace(b"\r", b"\n").split(b"\n"))
    first = [line for line in lines if line][:_FIRST_LINES]
    marks = [_mark(line) for line in first]
    return ("BEGIN", _CALENDAR) in marks or ("BEGIN", EVENT) in marks


def calendar_texts(data: bytes) -> tuple[CalendarText, ...]:
    """Part the bytes of a file into its calendars; events outside of any make one of their own."""
    splitter = _Splitter()
    for line in _unfolded(data).split(b"\n"):
        splitter.take(line)
    splitter.end_calendar()
    return tuple(splitter.calendars)


def _unfolded(data: bytes) -> bytes:
    # A line may be folded in the middle of a character, so this comes before decoding.
    return _FOLD.sub(b"", _LINE_END.sub(b"\n", _bytes_of(data)))


def _bytes_of(data: bytes) -> bytes:
    return decode(data).encode() if utf16_encoding(data) else data.removeprefix(_BOM)


def _mark(line: bytes) -> tuple[str, str] | None:
    found = _MARK.fullmatch(line)
    return (found[1].decode().upper(), found[2].decode().upper()) if found else None


class _Splitter:
    """Takes line after line and gathers blocks."""

    def __init__(self) -> None:
        self.calendars: list[CalendarText] = []
        self._values: dict[bytes, str] = {}
        self._blocks: dict[str, list[str]] = {EVENT: [], ZONE: []}
        self._kind = ""
        self._depth = 0
        self._lines: list[bytes] = []

    def take(self, line: bytes) -> None:
        mark = _mark(line)
        if mark is None:
            self._take_property(line)
        elif _CALENDAR in mark:
            self.end_calendar()
        elif mark[0] == "BEGIN":
            self._begin(line, mark[1])
        else:
            self._end(line, mark[1])

    def end_calendar(self) -> None:
        self._end_block()
        if self._values or any(self._blocks.values()):
            calendar = CalendarText(
                name=self._values.get(b"X-WR-CALNAME", ""),
                owner=self._values.get(b"X-OWNER", ""),
                zone=self._values.get(b"X-WR-TIMEZONE", ""),
                zones=tuple(self._blocks[ZONE]),
                events=tuple(self._blocks[EVENT]),
            )
            self.calendars.append(calendar)
        self._values = {}
        self._blocks = {EVENT: [], ZONE: []}

    def _begin(self, line: bytes, kind: str) -> None:
        if kind in self._blocks:
            self._end_block()
            self._kind, self._lines = kind, [line.strip()]
        elif self._kind:
            self._depth += 1
            self._take_zone_line(line)

    def _end(self, line: bytes, kind: str) -> None:
        if kind == self._kind:
            self._lines.append(line.strip())
            self._end_block()
        elif self._kind:
            self._depth = max(0, self._depth - 1)
            self._take_zone_line(line)

    def _end_block(self) -> None:
        if self._kind:
            self._blocks[self._kind].append(decode(b"\r\n".join([*self._lines, b""])))
        self._kind, self._depth, self._lines = "", 0, []

    def _take_property(self, line: bytes) -> None:
        if self._kind == ZONE:
            self._take_zone_line(line)
        elif self._kind == EVENT and self._depth == 0:
            found = _PROPERTY.match(line)
            if found and found[1].upper() in _EVENT_PROPERTIES:
                self._lines.append(line.strip())
        elif not self._kind and (found := _CALENDAR_VALUE.match(line)):
            self._values.setdefault(found[1].upper(), decode(found[2]).strip())

    def _take_zone_line(self, line: bytes) -> None:
        if self._kind == ZONE and line.strip():
            self._lines.append(line.strip())
