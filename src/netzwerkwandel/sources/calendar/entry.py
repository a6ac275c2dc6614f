"""One event of a calendar as it stands there, not yet repeated."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TypeVar

import attrs
from icalendar import Event, vDDDLists, vDDDTypes, vRecur

from netzwerkwandel.model import Key
from netzwerkwandel.sources.calendar.guests import Guests, guests_of
from netzwerkwandel.sources.calendar.library import guarded
from netzwerkwandel.sources.calendar.zones import Clock, in_utc
from netzwerkwandel.sources.digest import digest


V = TypeVar("V")

MOST_HOURS = 24.0 * 31
UNKNOWN_ZONE = "its time zone is not known; such times are read in the default time zone"

# A day is a day, whatever else it says: with a time zone the library would make it a midnight.
_DAY = re.compile(r"^(DTSTART|DTEND)\b[^\r\n]*:(\d{8})(?=\r?$)", re.IGNORECASE | re.MULTILINE)

_ZONE = re.compile(r";TZID=[^:;\r\n]*", re.IGNORECASE)


@attrs.frozen(kw_only=True, repr=False)
class Entry:
    """One event as it stands in a calendar: a single one, a series, or a change of a series.

    Parameters
    ----------
    place : str
        Where in the file, such as ``"event 3"``.
    owner : str or None
        Whose calendar it is, where the calendar says so.
    uid : str
        What all entries about the same event share.
    sequence : int
        The number of its revision.
    start : date or datetime
        A date is an all-day entry; a datetime is aware.
    replaces : date or datetime or None
        Which occurrence of its series this entry stands in for.
    and_later : bool
        Whether it stands in for the later ones too.
    hours : float or None
        How long it lasts.
    """

    place: str
    owner: Key | None
    uid: str
    sequence: int
    start: date | datetime
    replaces: date | datetime | None
    and_later: bool
    hours: float | None
    is_cancelled: bool
    shows_names: bool
    guests: Guests
    rules: tuple[vRecur, ...]
    more_starts: tuple[vDDDLists, ...]
    left_out: tuple[vDDDLists, ...]

    @property
    def repeats(self) -> bool:
        """Whether it says that there are further occurrences."""
        return bool(self.rules or self.more_starts)


def read_entry(
    text: str, *, place: str, clock: Clock, owner: Key | None, note: Callable[[str], None]
) -> Entry | None:
    """Read one event; None where it has no start that can be read.

    Parameters
    ----------
    text : str
        The lines from ``BEGIN:VEVENT`` to ``END:VEVENT``.
    place, owner
        See Entry.
    clock : Clock
        How to understand its times.
    note : callable
        Is told what is wrong with an event that is used nevertheless.
    """
    text = _DAY.sub(r"\1;VALUE=DATE:\2", text)
    event = guarded(Event.from_ical, text.encode())
    if event is None:
        # Some names of time zones make zoneinfo fail: "America" is one of its folders.
        event = guarded(Event.from_ical, _ZONE.sub(";TZID=unknown", text).encode())
    if not isinstance(event, Event):
        return None
    start = _moment(event, "DTSTART", clock, note)
    if start is None:
        return None
    if any(name != "DTSTART" for name, _ in event.errors):
        note("a line of it cannot be read and is left out")
    replaced = _first(event, "RECURRENCE-ID", vDDDTypes)
    guests = guests_of(event)
    return Entry(
        place=place,
        owner=owner,
        uid=_text(event, "UID") or _fingerprint(start, guests),
        sequence=_sequence(event),
        start=start,
        replaces=_moment(event, "RECURRENCE-ID", clock, note),
        and_later=replaced is not None
        and str(replaced.params.get("RANGE", "")).upper() == "THISANDFUTURE",
        hours=_hours(event, start, clock),
        is_cancelled=_text(event, "STATUS").upper() in {"CANCELLED", "CANCELED"},
        shows_names=_text(event, "CLASS").upper() not in {"PRIVATE", "CONFIDENTIAL"},
        guests=guests,
        rules=_all(event, "RRULE", vRecur),
        more_starts=_lists(event, "RDATE"),
        left_out=_lists(event, "EXDATE"),
    )


def hours_between(start: date | datetime, end: date | datetime | None) -> float | None:
    """Say how long something lasts; None where the end is no time or lies before the start."""
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return None
    first, last = in_utc(start), in_utc(end)
    if first is None or last is None or last < first:
        return None
    return min((last - first).total_seconds() / 3600, MOST_HOURS)


def _hours(event: Event, start: date | datetime, clock: Clock) -> float | None:
    end = _first(event, "DTEND", vDDDTypes)
    if end is not None:
        return hours_between(start, clock.understand(end))
    length = _first(event, "DURATION", vDDDTypes)
    if length is None or not isinstance(length.dt, timedelta) or not isinstance(start, datetime):
        return None
    hours = length.dt.total_seconds() / 3600
    return min(hours, MOST_HOURS) if hours >= 0 else None


def _moment(
    event: Event, name: str, clock: Clock, note: Callable[[str], None]
) -> date | datetime | None:
    value = _first(event, name, vDDDTypes)
    if value is None:
        return None
    if not clock.knows(value):
        note(UNKNOWN_ZONE)
    return clock.understand(value)


def _sequence(event: Event) -> int:
    value = _first(event, "SEQUENCE", int)
    return 0 if value is None else int(value)


def _fingerprint(start: date | datetime, guests: Guests) -> str:
    return "without-uid:" + digest(start.isoformat(), *sorted(guests.keys))


def _lists(event: Event, name: str) -> tuple[vDDDLists, ...]:
    """Collect lists of times; a list with anything else in it is no list of times."""
    kinds = (date, tuple) if name == "RDATE" else date
    lists = _all(event, name, vDDDLists)
    return tuple(values for values in lists if all(isinstance(v.dt, kinds) for v in values.dts))


def _text(event: Event, name: str) -> str:
    return (_first(event, name, str) or "").strip()


def _first(event: Event, name: str, kind: type[V]) -> V | None:
    return next(iter(_all(event, name, kind)), None)


def _all(event: Event, name: str, kind: type[V]) -> tuple[V, ...]:
    """Collect the values of a property; one that the library could not read is of another kind."""
    values = event.get(name, [])
    values = values if isinstance(values, list) else [values]
    return tuple(value for value in values if isinstance(value, kind))
