"""One event of a calendar as it stands there, not yet repeated."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

import attrs
from icalendar import Event, vDDDLists, vDDDTypes, vRecur

from netzwerkwandel.model import Key
from netzwerkwandel.sources.calendar.guests import Guests, guests_of
from netzwerkwandel.sources.calendar.library import (
    first_property,
    guarded,
    property_text,
    property_values,
)
from netzwerkwandel.sources.calendar.zones import Clock, in_utc
from netzwerkwandel.sources.keys import digest


# Longer than this no meeting is: somebody mistook the year.
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

    def bare_event(self, rules: Sequence[vRecur]) -> Event:
        """Make an event with nothing but times, which is quick to repeat, and has no length.

        An occurrence without length lies in exactly one window.
        """
        event = Event()
        event["UID"], event["SEQUENCE"] = "series", self.sequence
        event["DTSTART"] = vDDDTypes(self.start)
        if self.replaces is not None:
            event["RECURRENCE-ID"] = replaces = vDDDTypes(self.replaces)
            if self.and_later:
                replaces.params["RANGE"] = "THISANDFUTURE"
            return event
        times = {"RRULE": rules, "RDATE": self.more_starts, "EXDATE": self.left_out}
        event.update({name: list(values) for name, values in times.items() if values})
        return event


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
    start = _time_of(event, "DTSTART", clock, note)
    if start is None:
        return None
    if any(name != "DTSTART" for name, _ in event.errors):
        note("a line of it cannot be read and is left out")
    # RECURRENCE-ID names the occurrence of a series by the time at which it would have begun: this
    # entry stands in for that one. With RANGE=THISANDFUTURE, as Apple and Outlook write it when
    # "this and all later ones" are moved, it stands in for those after it too.
    replaced = first_property(event, "RECURRENCE-ID", vDDDTypes)
    reach = "" if replaced is None else str(replaced.params.get("RANGE", "")).upper()
    guests = guests_of(event)
    return Entry(
        place=place,
        owner=owner,
        # Some programs leave the UID out; the same event must have the same one the next time.
        uid=property_text(event, "UID")
        or "without-uid:" + digest(start.isoformat(), *sorted(guests.keys)),
        sequence=int(first_property(event, "SEQUENCE", int) or 0),
        start=start,
        replaces=_time_of(event, "RECURRENCE-ID", clock, note),
        and_later=reach == "THISANDFUTURE",
        hours=_hours(event, start, clock),
        is_cancelled=property_text(event, "STATUS").upper() in {"CANCELLED", "CANCELED"},
        shows_names=property_text(event, "CLASS").upper() not in {"PRIVATE", "CONFIDENTIAL"},
        guests=guests,
        rules=property_values(event, "RRULE", vRecur),
        more_starts=_lists(event, "RDATE", (date, tuple)),
        left_out=_lists(event, "EXDATE", (date,)),
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
    end = first_property(event, "DTEND", vDDDTypes)
    if end is not None:
        return hours_between(start, clock.understand(end))
    length = first_property(event, "DURATION", vDDDTypes)
    if length is None or not isinstance(length.dt, timedelta) or not isinstance(start, datetime):
        return None
    hours = length.dt.total_seconds() / 3600
    return min(hours, MOST_HOURS) if hours >= 0 else None


def _time_of(
    event: Event, name: str, clock: Clock, note: Callable[[str], None]
) -> date | datetime | None:
    value = first_property(event, name, vDDDTypes)
    if value is None:
        return None
    if not clock.knows(value):
        note(UNKNOWN_ZONE)
    return clock.understand(value)


def _lists(event: Event, name: str, kinds: tuple[type, ...]) -> tuple[vDDDLists, ...]:
    """Collect lists of times; a list with anything else in it is no list of times.

    An RDATE may hold periods, which icalendar gives as tuples.
    """
    lists = property_values(event, name, vDDDLists)
    return tuple(values for values in lists if all(isinstance(v.dt, kinds) for v in values.dts))
