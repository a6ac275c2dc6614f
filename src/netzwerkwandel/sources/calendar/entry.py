"""One event of a calendar as it stands there, not yet repeated."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

import attrs
from icalendar import Event, vDDDLists, vDDDTypes, vRecur

from netzwerkwandel.model import ME, Key, SkipReason
from netzwerkwandel.sources.calendar.guests import NOBODY, Guests
from netzwerkwandel.sources.calendar.library import (
    first_property,
    guarded,
    property_text,
    property_values,
)
from netzwerkwandel.sources.calendar.text import EventLines
from netzwerkwandel.sources.calendar.zones import Clock, in_utc
from netzwerkwandel.sources.keys import digest


# Longer than this no meeting is: somebody mistook the year.
MOST_HOURS = 24.0 * 31
UNKNOWN_ZONE = "its time zone is not known; such times are read in the default time zone"

# A day is a day, whatever else it says: with a time zone the library would make it a midnight.
_DAY = re.compile(r"^(DTSTART|DTEND)\b[^\r\n]*:(\d{8})(?=\r?$)", re.IGNORECASE | re.MULTILINE)

# What makes an event a series, or a part of one, or long in a way that has to be worked out.
_COMPLICATED = frozenset({"RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "DURATION"})
_TIMES = ("UID", "SEQUENCE", "DTSTART", "DTEND", *sorted(_COMPLICATED))
_LONGEST_RULE = 4_000
_ALL_DAY = ("X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT")
_PLAIN_UID = re.compile(r"UID:([^\\]*)")
_PLAIN_SEQUENCE = re.compile(r"SEQUENCE:\s*(\d{1,9})\s*")
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
    revision : tuple of int and str
        The same, and when it was last changed: which of two copies is the newer one.
    start : date or datetime
        A date is an all-day entry; a datetime is aware.
    replaces : date or datetime or None
        Which occurrence of its series this entry stands in for.
    and_later : bool
        Whether it stands in for the later ones too.
    hours : float or None
        How long it lasts.
    """

    uid: str
    sequence: int
    start: date | datetime
    hours: float | None
    place: str = ""
    owner: Key | None = None
    revision: tuple[int, str] = (0, "")
    replaces: date | datetime | None = None
    and_later: bool = False
    is_all_day: bool = False
    is_cancelled: bool = False
    shows_names: bool = True
    guests: Guests = NOBODY
    rules: tuple[vRecur, ...] = ()
    more_starts: tuple[vDDDLists, ...] = ()
    left_out: tuple[vDDDLists, ...] = ()

    @property
    def repeats(self) -> bool:
        """Whether it says that there are further occurrences."""
        return bool(self.rules or self.more_starts)

    def who_met(self, regular: Key | None, *, is_mine: bool) -> frozenset[Key] | SkipReason:
        """Find out who met, or why nobody did.

        What stands in a calendar without its owner's name is still the owner's: a coffee with Zoe
        that names nobody but Zoe. A rota, in which she stands nowhere, is no calendar of hers.
        """
        guests = self.guests
        if (self.owner or regular) in guests.declined:
            return SkipReason.DECLINED
        people = guests.present
        if people and self.owner and self.owner not in guests.keys:
            people |= {self.owner}
        elif not self.owner and len(guests.people) == 1 and is_mine:
            # Is the only person who is named not the owner herself? Known where one person is in
            # most meetings. Else an organiser speaks for the owner: programs write her there by
            # themselves.
            alone_is_owner = guests.has_organiser if regular is None else regular in guests.people
            if not alone_is_owner:
                people |= {ME}
        return people if len(people) > 1 else SkipReason.NOBODY_ELSE

    @property
    def day_replaced(self) -> date:
        """On which day the occurrence was to be that it stands in for, in UTC."""
        if isinstance(self.replaces, datetime):
            return (in_utc(self.replaces) or self.replaces).date()
        return self.replaces or date.max

    @property
    def last_day(self) -> date | None:
        """On which day its only rule ends, in UTC; None where it has none or does not end."""
        if len(self.rules) != 1 or self.more_starts:
            return None
        last = rule_end(self.rules[0])
        if not isinstance(last, datetime) or last.tzinfo is None:
            return last.date() if isinstance(last, datetime) else last
        return (in_utc(last) or last).date()

    @classmethod
    def plain(cls, lines: EventLines, clock: Clock, note: Callable[[str], None]) -> Entry | None:
        """Read an event that happens once and has plain times, as most do; None for any other."""
        starts, ends = lines.get("DTSTART", []), lines.get("DTEND", [])
        uids, sequences = lines.get("UID", []), lines.get("SEQUENCE", [])
        if len(starts) != 1 or max(len(ends), len(uids), len(sequences)) > 1:
            return None
        uid = _PLAIN_UID.fullmatch(uids[0]) if uids else None
        sequence = _PLAIN_SEQUENCE.fullmatch(sequences[0]) if sequences else None
        start = clock.plain(starts[0])
        end = clock.plain(ends[0]) if ends else None
        not_plain = (uids and not uid) or (sequences and not sequence) or (ends and not end)
        if start is None or not_plain:
            return None
        if not start[1]:
            note(UNKNOWN_ZONE)
        return cls(
            uid=uid[1].strip() if uid else "",
            sequence=int(sequence[1]) if sequence else 0,
            start=start[0],
            hours=hours_between(start[0], end[0]) if end else None,
        )

    @classmethod
    def by_library(
        cls, lines: EventLines, clock: Clock, note: Callable[[str], None]
    ) -> Entry | None:
        """Let icalendar read when it is: an event that repeats, or is written oddly."""
        when = [line for name in _TIMES for line in lines.get(name, [])]
        if any(len(line) > _LONGEST_RULE for line in lines.get("RRULE", [])):
            note("its rule of recurrence cannot be read; the rule is left out")
            when = [line for line in when if line not in lines["RRULE"]]
        text = "\r\n".join(["BEGIN:VEVENT", *when, "END:VEVENT", ""])
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
        # RECURRENCE-ID names the occurrence of a series by the time at which it would have begun:
        # this entry stands in for that one. With RANGE=THISANDFUTURE, as Apple and Outlook write it
        # when "this and all later ones" are moved, it stands in for those after it too.
        replaced = first_property(event, "RECURRENCE-ID", vDDDTypes)
        reach = "" if replaced is None else str(replaced.params.get("RANGE", "")).upper()
        end = first_property(event, "DTEND", vDDDTypes)
        length = first_property(event, "DURATION", vDDDTypes)
        hours = None
        if end is not None:
            hours = hours_between(start, clock.understand(end))
        elif (
            length is not None and isinstance(length.dt, timedelta) and isinstance(start, datetime)
        ):
            hours = length.dt.total_seconds() / 3600
            hours = min(hours, MOST_HOURS) if hours >= 0 else None
        return cls(
            uid=property_text(event, "UID"),
            sequence=int(first_property(event, "SEQUENCE", int) or 0),
            start=start,
            replaces=_time_of(event, "RECURRENCE-ID", clock, note),
            and_later=reach == "THISANDFUTURE",
            hours=hours,
            rules=property_values(event, "RRULE", vRecur),
            more_starts=_lists(event, "RDATE", (date, tuple)),
            left_out=_lists(event, "EXDATE", (date,)),
        )

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
    lines: EventLines,
    *,
    place: str,
    clock: Clock,
    owner: Key | None,
    guests: Guests,
    note: Callable[[str], None],
    is_cancelled: bool = False,
) -> Entry | None:
    """Read one event; None where it has no start that can be read.

    Parameters
    ----------
    lines : EventLines
        The lines of the event that are read.
    place, owner, guests
        See Entry.
    clock : Clock
        How to understand its times.
    note : callable
        Is told what is wrong with an event that is used nevertheless.
    is_cancelled : bool
        Whether the whole calendar was sent to cancel its events.
    """
    entry = None if _COMPLICATED & lines.keys() else Entry.plain(lines, clock, note)
    if entry is None:
        entry = Entry.by_library(lines, clock, note)
    if entry is None:
        return None
    days = (lines.get(name, [""])[0] for name in _ALL_DAY)
    status, shown = (_value(lines.get(name, [""])[0]).upper() for name in ("STATUS", "CLASS"))
    revised = max((_value(line) for line in lines.get("LAST-MODIFIED", [])), default="")
    return attrs.evolve(
        entry,
        place=place,
        owner=owner,
        # Some programs leave the UID out; the same event must have the same one the next time.
        uid=entry.uid or "without-uid:" + digest(entry.start.isoformat(), *sorted(guests.keys)),
        revision=(entry.sequence, revised),
        is_all_day=any(_value(line).upper() == "TRUE" for line in days),
        is_cancelled=is_cancelled or status in {"CANCELLED", "CANCELED"},
        shows_names=shown not in {"PRIVATE", "CONFIDENTIAL"},
        guests=guests,
    )


def _value(line: str) -> str:
    return line.rpartition(":")[2].strip()


def rule_end(rule: vRecur) -> date | datetime | None:
    """Say until when a rule of recurrence holds; None where it says nothing of it."""
    for name, value in rule.items():
        if name.upper() == "UNTIL":
            last = value[0] if isinstance(value, list) and value else value
            return last if isinstance(last, date) else None
    return None


def hours_between(start: date | datetime, end: date | datetime | None) -> float | None:
    """Say how long something lasts; None where the end is no time or lies before the start."""
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return None
    first, last = in_utc(start), in_utc(end)
    if first is None or last is None or last < first:
        return None
    return min((last - first).total_seconds() / 3600, MOST_HOURS)


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
