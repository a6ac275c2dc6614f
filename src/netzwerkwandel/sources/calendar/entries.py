"""The entries of a file's calendars that say something of people, each read; the rest counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import tzinfo
from operator import itemgetter

import attrs

from netzwerkwandel.model import Key, SkipReason
from netzwerkwandel.sources.calendar.entry import Entry, read_entry
from netzwerkwandel.sources.calendar.guests import GuestBook
from netzwerkwandel.sources.calendar.text import (
    CalendarText,
    Event,
    EventLines,
    Start,
    lines_of,
    names_somebody,
    uids_of,
)
from netzwerkwandel.sources.calendar.times import UNKNOWN_ZONE
from netzwerkwandel.sources.calendar.zones import Clock, clock_of
from netzwerkwandel.sources.tools import Tally


_NOBODY_NAMED = (
    "no entry names anybody; if people were invited, export it once more with all details of the "
    "attendees"
)
_INTERNAL = (
    "some entries name people by the internal names of Exchange (X.500, /O=...) and not by mail "
    "addresses; who is meant cannot be known"
)

# What somebody who was invited would rather have, or asks to be sent once more: nothing that was.
_PROPOSED = frozenset({"COUNTER", "DECLINECOUNTER", "REFRESH"})


class EntryReader:
    """Reads entries, and counts those that are left out.

    Parameters
    ----------
    timezone : tzinfo
        For times without a time zone, and in one that nobody knows.
    tally : Tally
        Where to count.
    done : callable
        Is told of each event that was looked at.
    """

    def __init__(self, timezone: tzinfo, tally: Tally, done: Callable[[int], object]) -> None:
        self.timezone = timezone
        self.tally = tally
        self.done = done
        self._guests = GuestBook()

    def entries(self, calendars: Iterable[CalendarText]) -> Iterator[Entry]:
        """Read the entries of all calendars."""
        for calendar in calendars:
            clock, wrong = clock_of(calendar, self.timezone)
            for problem in wrong:
                self.tally.problem("", problem)
            yield from self._of_calendar(calendar, clock)
        if self._guests.has_internal:
            self.tally.problem("", _INTERNAL)

    def _of_calendar(self, calendar: CalendarText, clock: Clock) -> Iterator[Entry]:
        if calendar.method in _PROPOSED:
            self.tally.skip(SkipReason.CANCELLED, len(calendar.events))
            return
        owner = calendar.owner_key
        # A zone that nobody knows stands at every event of a calendar; it is told once.
        told: set[str] = set()
        for number, event in self._telling(calendar):
            self.done(1)
            entry = self._read(lines_of(event), f"event {number}", owner, clock, told)
            if entry is not None and calendar.method == "REPLY":
                # It names nobody but whoever answers, so no other copy is worse.
                yield attrs.evolve(entry, revision=(-1, False, ""))
            elif entry is not None:
                yield entry.called_off() if calendar.method == "CANCEL" else entry

    def _telling(self, calendar: CalendarText) -> list[tuple[int, Event]]:
        """Give the events that are read, and count the others."""
        # An entry that names nobody says nothing of people, save where it stands in for an
        # occurrence of an event that does: no other one is even read. One without a start is
        # broken, which is told.
        passed = calendar.passed_over
        named = [event for event in calendar.events if names_somebody(event[1])]
        if len(named) == len(calendar.events) and not passed.numbers:
            return named
        uids = {uid for _, event in named for uid in uids_of(event)}
        about = passed.about(uids)
        telling: list[tuple[int, Event]] = [(passed.numbers[at], passed.lines(at)) for at in about]
        unread = Counter(passed.starts) - Counter(passed.starts[at] for at in about)
        for number, event in calendar.events:
            if isinstance(event, bytes) or names_somebody(event):
                telling.append((number, event))
                continue
            start = Start.told_by([line.encode() for line in event.get("DTSTART", ())])
            if start == Start.MISSING or not uids.isdisjoint(uids_of(event)):
                telling.append((number, event))
            else:
                unread[start] += 1
        # Holidays and birthdays name nobody, and are of a day.
        if not named and unread[Start.TIME]:
            self.tally.problem("", _NOBODY_NAMED)
        self.tally.skip(SkipReason.ALL_DAY, unread[Start.DAY])
        self.tally.skip(SkipReason.NOBODY_ELSE, unread[Start.TIME])
        self.done(unread.total())
        return sorted(telling, key=itemgetter(0))

    def _read(
        self,
        lines: EventLines,
        place: str,
        owner: Key | None,
        clock: Clock,
        told: set[str],
    ) -> Entry | None:
        noted: list[str] = []
        entry = read_entry(
            lines,
            place=place,
            clock=clock,
            owner=owner,
            guests=self._guests.guests(lines),
            note=noted.append,
        )
        if entry is None:
            self.tally.broken(place, "it cannot be read or has no start")
            return None
        for problem in dict.fromkeys(noted):
            if problem not in told:
                self.tally.problem(place, problem)
        told.update(each for each in noted if each == UNKNOWN_ZONE)
        return entry
