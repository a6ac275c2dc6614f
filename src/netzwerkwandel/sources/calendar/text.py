"""Calendar files as text: the calendars, events and time zones in it, each a block of its own.

A block that cannot be read then spoils nothing but itself, and what no reader needs (summaries,
descriptions, attachments, alarms) is never looked at.
"""

from __future__ import annotations

import re

import attrs

from netzwerkwandel.model import Key
from netzwerkwandel.model.keys import email_key, is_role_address
from netzwerkwandel.sources.text import decode, utf16_encoding


EVENT, ZONE = "VEVENT", "VTIMEZONE"

_CALENDAR = "VCALENDAR"
_BOM = b"\xef\xbb\xbf"
_FIRST_LINES = 5
# Lines end in "\r\n" by the standard, and in anything after a few programs.
_LINE_END = re.compile(rb"\r+\n?")
# A long line is folded: what continues it begins with a blank, which is none of it.
_FOLD = re.compile(rb"\n+[ \t]")
_MARK = re.compile(rb"[ \t]*(BEGIN|END)[ \t]*:[ \t]*([A-Z0-9-]{1,64})[ \t]*", re.IGNORECASE)
_PROPERTY = re.compile(rb"[ \t]*([A-Z0-9-]{1,64})[ \t]*(?=[:;])", re.IGNORECASE)
# Not in the standard: Outlook says whose calendar it is, Google and Apple how it is called and in
# which zone it is kept.
_CALENDAR_VALUE = re.compile(
    rb"[ \t]*(X-OWNER|X-WR-CALNAME|X-WR-TIMEZONE)\b[^:]*:(?:mailto:)?(.*)", re.IGNORECASE
)
_EVENT_PROPERTIES = frozenset(
    b"ATTENDEE CLASS DTEND DTSTART DURATION EXDATE ORGANIZER RDATE RECURRENCE-ID RRULE SEQUENCE"
    b" STATUS UID".split()
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

    @property
    def owner_key(self) -> Key | None:
        """The key of the owner, where the calendar names one and it is not that of a role."""
        for address in (self.owner, self.name):
            if (key := email_key(address)) and not is_role_address(address):
                return key
        return None


def looks_like_calendar(head: bytes) -> bool:
    r"""Does a file that begins like this hold a calendar?

    Parameters
    ----------
    head : bytes
        The first bytes of the file, some hundred or more.

    Examples
    --------
    >>> looks_like_calendar(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    True
    >>> looks_like_calendar(b"BEGIN:VCARD\r\n")
    False
    """
    lines = (line.strip() for line in _bytes_of(head).replace(b"\r", b"\n").split(b"\n"))
    first = [line for line in lines if line][:_FIRST_LINES]
    marks = [_mark(line) for line in first]
    return ("BEGIN", _CALENDAR) in marks or ("BEGIN", EVENT) in marks


def calendar_texts(data: bytes) -> tuple[CalendarText, ...]:
    """Part the bytes of a file into its calendars; events outside of any make one of their own."""
    splitter = _Splitter()
    # A line may be folded in the middle of a character, so this comes before decoding.
    unfolded = _FOLD.sub(b"", _LINE_END.sub(b"\n", _bytes_of(data)))
    for line in unfolded.split(b"\n"):
        splitter.take(line)
    splitter.end_calendar()
    return tuple(splitter.calendars)


def _bytes_of(data: bytes) -> bytes:
    return decode(data).encode() if utf16_encoding(data) else data.removeprefix(_BOM)


def _mark(line: bytes) -> tuple[str, str] | None:
    match = _MARK.fullmatch(line)
    return (match[1].decode().upper(), match[2].decode().upper()) if match else None


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
        # Events do not nest: where one begins within another, the end of that was cut off. What
        # does nest is an alarm in an event, and summer and winter in a zone.
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
            name = _PROPERTY.match(line)
            if name and name[1].upper() in _EVENT_PROPERTIES:
                self._lines.append(line.strip())
        elif not self._kind and (told := _CALENDAR_VALUE.match(line)):
            self._values.setdefault(told[1].upper(), decode(told[2]).strip())

    def _take_zone_line(self, line: bytes) -> None:
        if self._kind == ZONE and line.strip():
            self._lines.append(line.strip())
