"""Calendar files as text: the calendars, events and time zones in it, each a block of its own.

A block that cannot be read then spoils nothing but itself, and what no reader needs (descriptions,
attachments, alarms) is never looked at, and of a title only whether it says that all was off.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Collection, Sequence
from enum import IntEnum
from itertools import count
from typing import TypeAlias

import attrs

from netzwerkwandel.model import Key
from netzwerkwandel.model.keys import email_key, is_role_address
from netzwerkwandel.sources.calendar.unfolding import bytes_of, unfolded
from netzwerkwandel.sources.tools import decode


EVENT, ZONE = "VEVENT", "VTIMEZONE"

_CALENDAR = "VCALENDAR"
_NEVER_NESTED = frozenset({EVENT, ZONE, _CALENDAR})
_BLANKS = " \t\r\v\f"
_FIRST_LINES = 5
_LENGTH_OF_A_DAY = len("20260304")
_MARK = re.compile(rb"[ \t]*(BEGIN|END)[ \t]*:[ \t]*([A-Z0-9-]{1,64})[ \t]*", re.IGNORECASE)
_PROPERTY = re.compile(rb"[ \t]*([A-Za-z0-9-]{1,64})[ \t]*(?=[:;])")
# Not in the standard: Outlook says whose calendar it is, Google and Apple how it is called and in
# which zone it is kept.
_CALENDAR_VALUE = re.compile(
    rb"[ \t]*(X-OWNER|X-WR-CALNAME|X-WR-TIMEZONE|TIMEZONE-ID|METHOD)\b[^:]*:(?:mailto:)?(.*)",
    re.IGNORECASE,
)
_BEGIN_EVENT, _END_EVENT = b"\nBEGIN:VEVENT\n", b"\nEND:VEVENT\n"
# What tells whether an event has to be read, and how: its starts, as the first group; blocks within
# it, and names that only begin like those of people, as the second; and people, with no group.
_TELLING = re.compile(
    rb"\n(?:(DTSTART[ \t]*[:;][^\n]*)|(BEGIN|END|(?:ATTENDEE|ORGANIZER)(?![ \t]*[:;]))"
    rb"|ATTENDEE|ORGANIZER)",
    re.IGNORECASE,
)
_MARKS = frozenset({b"BEGIN", b"END"})
_UID = re.compile(rb"\n(UID[ \t]*[:;][^\n]*)", re.IGNORECASE)
_EVENT_PROPERTIES = frozenset(
    b"ATTENDEE CLASS DTEND DTSTART DURATION EXDATE EXRULE LAST-MODIFIED ORGANIZER RDATE"
    b" RECURRENCE-ID RRULE SEQUENCE STATUS UID X-MICROSOFT-CDO-ALLDAYEVENT"
    b" X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT".split()
)
# Of a title one thing is read: Outlook keeps a meeting that was called off, and says so there, in
# the language of whoever called it off.
_CALLED_OFF = (
    r"SUMMARY(?=[^\n:]*:[ \t]*(?:cancell?ed|abgesagt|annul[ée]e?|cancelad[oa]|annullat[oa]"
    r"|geannuleerd|inst[äa]lld|aflyst|avlyst|peruutettu|odwołane|zrušeno|отменено)[ \xa0]?:)"
)
_LINES_READ = re.compile(
    rf"\n(({'|'.join(sorted(name.decode() for name in _EVENT_PROPERTIES))}|BEGIN|END|{_CALLED_OFF})"
    r"[ \t]*[:;][^\n]*)",
    re.IGNORECASE | re.ASCII,
)

_TITLE = re.compile(rb"\n(UID|SUMMARY)[ \t]*(?:;[^\n:]*)?:([^\n]*)", re.IGNORECASE)
_IS_CALLED_OFF = re.compile(rf"[ \t]*{_CALLED_OFF}", re.IGNORECASE)

EventLines: TypeAlias = dict[str, list[str]]
"""The lines of an event that are read, each under its name; empty where it was cut off."""

Event: TypeAlias = EventLines | bytes
"""An event; one that stands there whole as it stands, to be read when its turn comes."""


class Start(IntEnum):
    """What an event says of when it begins: nothing, a day, or a time."""

    MISSING, DAY, TIME = range(3)

    @classmethod
    def told_by(cls, lines: Sequence[bytes]) -> Start:
        """Look at the lines with its start, of which there should be one."""
        if not lines:
            return cls.MISSING
        for line in lines:
            if len(line.rpartition(b":")[2].strip()) != _LENGTH_OF_A_DAY:
                return cls.TIME
        return cls.DAY


class PassedOver:
    """The events of a calendar that name nobody: where they stand in the text, and nothing more.

    Many a calendar has tens of thousands of them, so they are numbers in arrays and no objects.
    """

    def __init__(self) -> None:
        self.numbers, self._begins, self._ends = array("q"), array("q"), array("q")
        self.starts = bytearray()
        self._text = b""

    def add(self, number: int, text: bytes, begin: int, end: int, starts: list[bytes]) -> None:
        """Add the event of a number, that stands in a text, with all its starts."""
        self._text = text
        self.numbers.append(number)
        self._begins.append(begin)
        self._ends.append(end)
        self.starts.append(Start.told_by(starts))

    def about(self, uids: Collection[str]) -> list[int]:
        """Find which of them have to be read: those about certain events, or without a start."""
        no_start = [at for at, start in enumerate(self.starts) if start == Start.MISSING]
        if not uids:
            return no_start
        spans = zip(self._begins, self._ends, strict=True)
        lines = (_UID.findall(self._text, begin, end) for begin, end in spans)
        about = {n for n, own in enumerate(lines) if any(_text(uid.strip()) in uids for uid in own)}
        return sorted(about.union(no_start))

    def lines(self, at: int) -> EventLines:
        """Read all of one."""
        block = self._text[self._begins[at] : self._ends[at]]
        whole = _lines_of(block)
        if whole is not None:
            return whole
        splitter = _Splitter()
        splitter.take_all(block + _END_EVENT)
        splitter.end_calendar()
        events = (lines_of(event) for each in splitter.calendars for _, event in each.events)
        return next(events, {})


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
    events : tuple of int and Event
        Its events, each with its number in the file, save those that were passed over.
    passed_over : PassedOver
        Events that name nobody.
    """

    name: str
    owner: str
    zone: str
    method: str
    zones: tuple[str, ...]
    events: tuple[tuple[int, Event], ...]
    passed_over: PassedOver

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
    lines = (line.strip() for line in bytes_of(head).replace(b"\r", b"\n").split(b"\n"))
    first = [line for line in lines if line][:_FIRST_LINES]
    marks = [_mark(line) for line in first]
    return ("BEGIN", _CALENDAR) in marks or ("BEGIN", EVENT) in marks


def calendar_texts(data: bytes) -> tuple[CalendarText, ...]:
    """Part the bytes of a file into its calendars; events outside of any make one of their own."""
    splitter = _Splitter()
    text = unfolded(data)
    # Whole events are taken as they stand, and what lies between them line by line. Many a calendar
    # has tens of thousands of entries that name nobody: of these it is noted where they are.
    place, begin, end = 0, text.find(_BEGIN_EVENT), 0
    while begin >= 0:
        following = text.find(_BEGIN_EVENT, begin + 1)
        # The end is looked for anew only when it was passed: a million beginnings have one end.
        end = text.find(_END_EVENT, begin) if 0 <= end <= begin else end
        if begin > place:
            splitter.take_all(text[place:begin])
        place = begin + 1
        is_whole = end >= 0 and (following < 0 or end < following)
        if is_whole and splitter.take_whole(text, begin, end + 1):
            place = end + len(_END_EVENT) - 1
        begin = following
    splitter.take_all(text[place:])
    splitter.end_calendar()
    return tuple(splitter.calendars)


def titles(data: bytes) -> dict[str, set[str]]:
    """What events are called, by their UIDs: read only where something is looked for by it."""
    called: defaultdict[str, set[str]] = defaultdict(set)
    text = b"\n" + unfolded(data)
    for block in text.split(_BEGIN_EVENT)[1:]:
        lines = _TITLE.findall(b"\n" + block.partition(b"\nBEGIN:VALARM")[0])
        told = {name.upper(): decode(value).strip() for name, value in lines}
        called[told.get(b"UID", "")].add(told.get(b"SUMMARY", ""))
    return called


def _lines_of(block: bytes) -> EventLines | None:
    """Read a whole event at once; None where it has to be read line by line."""
    try:
        text = block.decode()
    except UnicodeDecodeError:
        return None
    event: EventLines = {}
    depth = 0
    for line, name in _LINES_READ.findall(text, len(_BEGIN_EVENT) - 1):
        kind = name.upper()
        if kind in {"BEGIN", "END"}:
            if (mark := _mark(line.encode())) is not None:
                if mark[1] in _NEVER_NESTED:
                    return None
                depth = max(0, depth + (1 if kind == "BEGIN" else -1))
        elif depth == 0:
            event.setdefault(kind, []).append(line.strip(_BLANKS))
    return event


def lines_of(event: Event) -> EventLines:
    """The lines of an event that are read."""
    lines = _lines_of(event) if isinstance(event, bytes) else event
    assert lines is not None
    return lines


def uids_of(event: Event) -> list[str]:
    """What an event is called, to tell it from others; there should be one."""
    if isinstance(event, bytes):
        return [_text(line.strip()) for line in _UID.findall(event)]
    return event.get("UID", [])


def names_somebody(event: Event) -> bool:
    """Say whether an event names people; one that stands there whole does."""
    return isinstance(event, bytes) or "ATTENDEE" in event or "ORGANIZER" in event


def _is_utf8(block: bytes) -> bool:
    try:
        block.decode()
    except UnicodeDecodeError:
        return False
    return True


def _text(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return decode(line)


def _mark(line: bytes) -> tuple[str, str] | None:
    match = _MARK.fullmatch(line)
    return (match[1].decode().upper(), match[2].decode().upper()) if match else None


class _Splitter:
    """Takes line after line and gathers blocks."""

    def __init__(self) -> None:
        self.calendars: list[CalendarText] = []
        self._values: dict[bytes, str] = {}
        self._zones: list[str] = []
        self._events: list[tuple[int, Event]] = []
        self._passed_over = PassedOver()
        self._numbers = count(1)
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
        elif self._depth == 0 and (name in _EVENT_PROPERTIES or _IS_CALLED_OFF.match(_text(line))):
            self._event.setdefault(name.decode(), []).append(_text(line.strip()))

    def take_all(self, text: bytes) -> None:
        for line in text.split(b"\n"):
            self.take(line)

    def take_whole(self, text: bytes, begin: int, end: int) -> bool:
        """Take an event at once; say False where it has to be taken line by line."""
        told = _TELLING.findall(text, begin + 1, end)
        starts = [start for start, _ in told if start]
        others = [other.upper() for _, other in told if other]
        names_nobody = len(told) == len(starts) + sum(each in _MARKS for each in others)
        event: Event | None = {} if names_nobody else text[begin:end]
        # Lines of a few hundred bytes take a fifth of the memory that they take as lists of texts.
        if isinstance(event, bytes) and (others or not _is_utf8(event)):
            event = _lines_of(event)
        if event is None:
            return False
        if self._kind:
            self._end_block(is_whole=False)
        if names_nobody:
            self._passed_over.add(next(self._numbers), text, begin, end, starts)
        else:
            self._events.append((next(self._numbers), event))
        return True

    def end_calendar(self) -> None:
        self._end_block(is_whole=False)
        if self._values or self._zones or self._events or self._passed_over.numbers:
            calendar = CalendarText(
                name=self._values.get(b"X-WR-CALNAME", ""),
                owner=self._values.get(b"X-OWNER", ""),
                zone=self._values.get(b"X-WR-TIMEZONE") or self._values.get(b"TIMEZONE-ID", ""),
                method=self._values.get(b"METHOD", "").upper(),
                zones=tuple(self._zones),
                events=tuple(self._events),
                passed_over=self._passed_over,
            )
            self.calendars.append(calendar)
        self._values, self._zones, self._events = {}, [], []
        self._passed_over = PassedOver()

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
            self._events.append((next(self._numbers), self._event if is_whole else {}))
        self._kind, self._depth, self._lines, self._event = "", 0, [], {}

    def _take_zone_line(self, line: bytes) -> None:
        if self._kind == ZONE and line.strip():
            self._lines.append(line.strip())
