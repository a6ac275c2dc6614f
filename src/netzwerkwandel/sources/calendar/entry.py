"""One event of a calendar as it stands there, not yet repeated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time

import attrs
from icalendar import Event, vDDDLists, vDDDTypes, vRecur

from netzwerkwandel.model import Key
from netzwerkwandel.sources.calendar.guests import NOBODY, Guests
from netzwerkwandel.sources.calendar.text import EventLines
from netzwerkwandel.sources.calendar.times import TimesReader, rule_end
from netzwerkwandel.sources.calendar.zones import Clock, in_utc
from netzwerkwandel.sources.tools import RevisionNumber, digest


_ALL_DAY = ("X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT")


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
    revision : tuple of int, bool and str
        The same, whether it is cancelled, and when it was last changed: which of two copies is the
        newer one.
    start : date or datetime
        A date is an all-day entry; a datetime is aware.
    replaces : date or datetime or None
        Which occurrence of its series this entry stands in for.
    and_later : bool
        Whether it stands in for the later ones too.
    barred : tuple of vRecur
        The rules by which occurrences are left out, as calendars had them until 2009.
    hours : float or None
        How long it lasts.
    """

    uid: str
    sequence: int
    start: date | datetime
    hours: float | None
    place: str = ""
    owner: Key | None = None
    revision: RevisionNumber = (0, False, "")
    replaces: date | datetime | None = None
    and_later: bool = False
    is_all_day: bool = False
    is_cancelled: bool = False
    shows_names: bool = True
    guests: Guests = NOBODY
    rules: tuple[vRecur, ...] = ()
    more_starts: tuple[vDDDLists, ...] = ()
    left_out: tuple[vDDDLists, ...] = ()
    barred: tuple[vRecur, ...] = ()

    @property
    def repeats(self) -> bool:
        """Whether it says that there are further occurrences."""
        return bool(self.rules or self.more_starts)

    @property
    def replaced_key(self) -> Key | None:
        """The key of the occurrence that it stands in for."""
        return None if self.replaces is None else occurrence_key(self.uid, self.replaces)

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

    def called_off(self) -> Entry:
        """Give the same, as cancelled."""
        sequence, _, changed = self.revision
        return attrs.evolve(self, is_cancelled=True, revision=(sequence, True, changed))

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


def occurrence_key(uid: str, begins: date | datetime) -> Key:
    """Make the key of an occurrence, the same in every calendar that holds the event.

    Parameters
    ----------
    uid : str
        What all entries about the event share.
    begins : date or datetime
        When it was to begin before it was moved: what tells it from the others of its series.
    """
    return "meeting:" + digest(uid, moment_or_day(begins))


def moment_or_day(when: date | datetime) -> str:
    """Write a moment in UTC, or a day, so that two ways to say the same compare equal."""
    moment = in_utc(when) if isinstance(when, datetime) else None
    return (moment or when).isoformat()


def read_entry(
    lines: EventLines,
    *,
    place: str,
    clock: Clock,
    owner: Key | None,
    guests: Guests,
    note: Callable[[str], None],
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
    """
    times = TimesReader(clock, note).read(lines)
    if times is None:
        return None
    if not times["uid"]:
        # Some programs leave the UID out; the same event must have the same one the next time.
        told = digest(times["start"].isoformat(), *sorted(guests.keys))
        times["uid"] = "without-uid:" + told
    # A title is read only where it says so too.
    is_cancelled = "SUMMARY" in lines or _first_value(lines, "STATUS") in {
        "CANCELLED",
        "CANCELED",
    }
    changed = max(map(_value, lines.get("LAST-MODIFIED", [""])))
    return Entry(
        **times,
        place=place,
        owner=owner,
        revision=(times["sequence"], is_cancelled, changed),
        is_all_day=_fills_days(times["start"], times["hours"])
        or any(_first_value(lines, name) == "TRUE" for name in _ALL_DAY),
        is_cancelled=is_cancelled,
        shows_names=_first_value(lines, "CLASS") not in {"PRIVATE", "CONFIDENTIAL"},
        guests=guests,
    )


def _fills_days(start: date | datetime, hours: float | None) -> bool:
    """Say whether something lasts from one midnight to another, as some programs write a day."""
    is_midnight = isinstance(start, datetime) and start.time() == time.min
    return is_midnight and hours is not None and hours > 0 and hours % 24 == 0


def _first_value(lines: EventLines, name: str) -> str:
    return _value(lines[name][0]).upper() if name in lines else ""


def _value(line: str) -> str:
    return line.rpartition(":")[2].strip()
