"""Calendar files as text: the calendars, events and time zones in it, each a block of its own.

A block that cannot be read then spoils nothing but itself, and what no reader needs (summaries,
descriptions, attachments, alarms) is never looked at.
"""

from __future__ import annotations

import re
from typing import TypeAlias

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
# A long line is folded: what continues it begins with a blank, which is none of it. A run of empty
# lines is tried from its first one only: from each of them, a million would be tried a million
# times.
_FOLD = re.compile(rb"(?<!\n)\n++[ \t]")
_MARK = re.compile(rb"[ \t]*(BEGIN|END)[ \t]*:[ \t]*([A-Z0-9-]{1,64})[ \t]*", re.IGNORECASE)
_PROPERTY = re.compile(rb"[ \t]*([A-Za-z0-9-]{1,64})[ \t]*(?=[:;])")
# Not in the standard: Outlook says whose calendar it is, Google and Apple how it is called and in
# which zone it is kept.
_CALENDAR_VALUE = re.compile(
    rb"[ \t]*(X-OWNER|X-WR-CALNAME|X-WR-TIMEZONE|METHOD)\b[^:]*:(?:mailto:)?(.*)", re.IGNORECASE
)
_BEGIN_EVENT, _END_EVENT = b"\nBEGIN:VEVENT\n", b"\nEND:VEVENT\n"
_PEOPLE = re.compile(
    rb"\n[ \t]*[Aa][Tt][Tt][Ee][Nn][Dd][Ee][Ee]|\n[ \t]*[Oo][Rr][Gg][Aa][Nn][Ii][Zz][Ee][Rr]"
)
_NAMING = re.compile(rb"\n[ \t]*((?:UID|DTSTART|[Uu]id|[Dd]tstart)[ \t]*[:;][^\n]*)")
UNREAD = "UNREAD"
_EVENT_PROPERTIES = frozenset(
    b"ATTENDEE CLASS DTEND DTSTART DURATION EXDATE LAST-MODIFIED ORGANIZER RDATE RECURRENCE-ID"
    b" RRULE SEQUENCE STATUS UID X-MICROSOFT-CDO-ALLDAYEVENT"
    b" X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT".split()
)

EventLines: TypeAlias = dict[str, list[str]]
"""The lines of an event that are read, each under its name; empty where it was cut off."""


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
    method : str
        What it was sent for, such as ``"CANCEL"``; empty for a calendar that is just kept.
    zones : tuple of str
        Its time zones. One that does not end in its ``END:`` line was cut off.
    events : tuple of EventLines
        Its events.
    """

    name: str
    owner: str
    zone: str
    method: str
    zones: tuple[str, ...]
    events: tuple[EventLines, ...]

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
    text = _bytes_of(data)
    if b"\r" in text:
        text = text.replace(b"\r\n", b"\n")
        text = _LINE_END.sub(b"\n", text) if b"\r" in text else text
    text = _FOLD.sub(b"", text)
    # Many a calendar has tens of thousands of entries that name nobody, of which next to nothing is
    # read: they are passed over whole, and only the others line by line.
    place, begin, end = 0, text.find(_BEGIN_EVENT), 0
    while begin >= 0:
        following = text.find(_BEGIN_EVENT, begin + 1)
        # The end is looked for anew only when it was passed: a million beginnings have one end.
        end = text.find(_END_EVENT, begin) if 0 <= end <= begin else end
        is_whole = end >= 0 and (following < 0 or end < following)
        block = text[begin : end + 1] if is_whole else b""
        names_somebody = not is_whole or _PEOPLE.search(block) is not None
        stop = begin + len(_BEGIN_EVENT) if names_somebody else begin + 1
        for line in text[place:stop].split(b"\n")[:-1]:
            splitter.take(line)
        if not names_somebody:
            splitter.take_unread(block)
            stop = end + len(_END_EVENT) - 1
        place, begin = stop, following
    for line in text[place:].split(b"\n"):
        splitter.take(line)
    splitter.end_calendar()
    return tuple(splitter.calendars)


def event_lines(event: EventLines) -> EventLines:
    """Read all lines of an event that was passed over, or give those of another as they are."""
    if UNREAD not in event:
        return event
    splitter = _Splitter()
    for line in event[UNREAD][0].encode().split(b"\n"):
        splitter.take(line)
    splitter.take(b"END:" + EVENT.encode())
    splitter.end_calendar()
    return splitter.calendars[0].events[0] if splitter.calendars else {}


def _text(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return decode(line)


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
        self._zones: list[str] = []
        self._events: list[EventLines] = []
        self._kind = ""
        self._depth = 0
        self._lines: list[bytes] = []
        self._event: EventLines = {}

    def take(self, line: bytes) -> None:
        match = _PROPERTY.match(line)
        name = b"" if match is None else match[1].upper()
        if name in {b"BEGIN", b"END"} and (mark := _mark(line)) is not None:
            if _CALENDAR in mark:
                self.end_calendar()
            elif mark[0] == "BEGIN":
                self._begin(line, mark[1])
            else:
                self._end(line, mark[1])
        elif self._kind == ZONE:
            self._take_zone_line(line)
        elif not self._kind:
            if told := _CALENDAR_VALUE.match(line):
                self._values.setdefault(told[1].upper(), decode(told[2]).strip())
        elif name in _EVENT_PROPERTIES and self._depth == 0:
            self._event.setdefault(name.decode(), []).append(_text(line.strip()))

    def take_unread(self, block: bytes) -> None:
        """Take an event that names nobody: which it is, and on which day, is all that is read."""
        self._end_block(is_whole=False)
        event: EventLines = {UNREAD: [_text(block)]}
        for line in _NAMING.findall(block):
            event.setdefault("UID" if line[:3].upper() == b"UID" else "DTSTART", []).append(
                _text(line.strip())
            )
        self._events.append(event)

    def end_calendar(self) -> None:
        self._end_block(is_whole=False)
        if self._values or self._zones or self._events:
            calendar = CalendarText(
                name=self._values.get(b"X-WR-CALNAME", ""),
                owner=self._values.get(b"X-OWNER", ""),
                zone=self._values.get(b"X-WR-TIMEZONE", ""),
                method=self._values.get(b"METHOD", "").upper(),
                zones=tuple(self._zones),
                events=tuple(self._events),
            )
            self.calendars.append(calendar)
        self._values, self._zones, self._events = {}, [], []

    def _begin(self, line: bytes, kind: str) -> None:
        # Events do not nest: where one begins within another, the end of that was cut off. What
        # does nest is an alarm in an event, and summer and winter in a zone.
        if kind in {EVENT, ZONE}:
            self._end_block(is_whole=False)
            self._kind, self._lines = kind, [line.strip()]
        elif self._kind:
            self._depth += 1
            self._take_zone_line(line)

    def _end(self, line: bytes, kind: str) -> None:
        if kind == self._kind:
            self._lines.append(line.strip())
            self._end_block(is_whole=True)
        elif self._kind:
            self._depth = max(0, self._depth - 1)
            self._take_zone_line(line)

    def _end_block(self, *, is_whole: bool) -> None:
        if self._kind == ZONE:
            self._zones.append(decode(b"\r\n".join([*self._lines, b""])))
        elif self._kind == EVENT:
            self._events.append(self._event if is_whole else {})
        self._kind, self._depth, self._lines, self._event = "", 0, [], {}

    def _take_zone_line(self, line: bytes) -> None:
        if self._kind == ZONE and line.strip():
            self._lines.append(line.strip())
