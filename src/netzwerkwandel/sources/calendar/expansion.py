"""The occurrences of one series, worked out by recurring-ical-events within bounds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import chain, islice, takewhile

import attrs
import recurring_ical_events
from dateutil.rrule import rrule, rrulestr  # type: ignore[import-untyped]
from icalendar import Calendar, Component, vDDDTypes, vRecur

from netzwerkwandel.sources.calendar.entry import Entry
from netzwerkwandel.sources.calendar.library import guarded
from netzwerkwandel.sources.calendar.rules import (
    MOST_RULES,
    NEVER_TRUE,
    by_year,
    days_in_vain,
    refusal,
    times_a_day,
)
from netzwerkwandel.sources.calendar.times import rule_end


MOST_OF_ONE_EVENT = 20_000

MOST_BY_LIBRARY = 10_000

# What the work takes, in steps of some microseconds: a day on which a rule is tried, an occurrence,
# one that the library works out, with an event for each; the same for any series.
_OCCURRENCE, _OCCURRENCE_BY_LIBRARY = 10, 80
_SERIES, _SERIES_BY_LIBRARY = 100, 500
_TRIED_IN_VAIN = 4_000
_ENTRY = "X-ENTRY"
_TOO_MANY = "a rule gives more than {:,} occurrences; the rest is left out"


@attrs.frozen
class Repetition:
    """One occurrence of a series: the entry that describes it, and when it begins.

    ``end`` is given only where the series says otherwise than the entry.
    """

    entry: Entry
    start: date | datetime
    end: date | datetime | None = None

    @property
    def original(self) -> date | datetime:
        """When it was to begin before it was moved: what tells it from the others of its series."""
        replaces = self.entry.replaces
        if replaces is None:
            return self.start
        return guarded(self._moved_back, replaces) or replaces

    def _moved_back(self, replaces: date | datetime) -> date | datetime:
        # An entry that stands in for this and all later occurrences moves each of them by as much
        # as it moved the first: begun at 10:00 in place of 9:00, that of the next week was to begin
        # at 9:00 too.
        begins = self.entry.start
        if isinstance(begins, datetime) and isinstance(replaces, datetime):
            return self.start - (begins - replaces.astimezone(begins.tzinfo))
        both = (begins, replaces)
        now, then = (when.date() if isinstance(when, datetime) else when for when in both)
        return self.start - (now - then)


@attrs.frozen
class Expansion:
    """The occurrences of a series, and how many steps of work they took."""

    repetitions: tuple[Repetition, ...]
    cost: int


@attrs.frozen(kw_only=True)
class Series:
    """An event that repeats, and what stands in for single occurrences of it.

    Parameters
    ----------
    leader : Entry
        The entry with the rules.
    changes : sequence of Entry
        Those that stand in for single occurrences.
    since, until : datetime
        From when to when it is looked at, in UTC. A few occurrences that begin later may be found.
    note : callable
        Is told what was left out.
    """

    leader: Entry
    changes: Sequence[Entry]
    since: datetime
    until: datetime
    note: Callable[[str], None]

    def expand(self) -> Expansion | None:
        """Work out the occurrences; None where that cannot be done."""
        rules, cost = [], _SERIES
        for rule in self.leader.rules[:MOST_RULES]:
            reason = refusal(rule, self.leader.start, self.until)
            cost += days_in_vain(rule, self.leader.start, self.until)
            if reason is None:
                rules.append(rule)
                continue
            self.note(f"{reason}; the rule is left out")
            cost += _TRIED_IN_VAIN if reason == NEVER_TRUE else 0
        if len(self.leader.rules) > MOST_RULES:
            self.note(f"it has more than {MOST_RULES} rules of recurrence; the rest is left out")
        reach_on = any(change.and_later for change in self.changes)
        if len(rules) == 1 and not self.leader.more_starts and not reach_on:
            alone = guarded(self._of_one_rule, rules[0])
            if alone is not None:
                return self._expansion(*alone, MOST_OF_ONE_EVENT, cost)
        repetitions = self._by_library(rules)
        if repetitions is None:
            return None
        cost += _SERIES_BY_LIBRARY + _OCCURRENCE_BY_LIBRARY * len(repetitions)
        return self._expansion(repetitions, len(repetitions), MOST_BY_LIBRARY, cost)

    def _expansion(
        self, repetitions: list[Repetition], tried: int, most: int, cost: int
    ) -> Expansion:
        if len(repetitions) > most:
            self.note(_TOO_MANY.format(most))
        return Expansion(tuple(repetitions[:most]), cost + _OCCURRENCE * tried)

    def _of_one_rule(self, rule: vRecur) -> tuple[list[Repetition], int]:
        """Work out a series with one rule, as nearly all are, with no event for each occurrence.

        Also say how often the rule came true, before the span that is looked at, too.
        """
        start = self.leader.start
        is_timed = isinstance(start, datetime)
        zone = start.tzinfo if isinstance(start, datetime) else None
        # A rule counts by the clock on the wall: every Monday at 9, in summer and in winter. What
        # ends it, or is left out, is compared by that clock too; a day is the whole of it.
        first = _on_the_wall(start, zone)
        exceptions = [when.dt for times in self.leader.left_out for when in times.dts]
        left_out = {on_the_wall(when, zone) for when in exceptions if isinstance(when, date)}
        if first.time() != time.min:
            # Outlook leaves out a day by its midnight, at which nothing of the series begins.
            left_out |= {
                when.date()
                for when in left_out
                if isinstance(when, datetime) and when.time() == time.min
            }
        left_out |= {on_the_wall(e.replaces, zone) for e in self.changes if e.replaces is not None}
        begin, last = (_on_the_wall(each, zone or UTC) for each in (self.since, self.until))
        for barred in self.leader.barred[:MOST_RULES]:
            if refusal(barred, start, self.until) is None:
                times = takewhile(last.__ge__, _wall_times(barred, first, zone))
                left_out.update(islice(times, MOST_OF_ONE_EVENT))
        wall_times = _wall_times(rule, first, zone)
        repetitions = [Repetition(each, each.start) for each in self.changes]
        tried = 0
        for when in chain([] if first in wall_times else [first], wall_times):
            if when > last + timedelta(days=1) or len(repetitions) > MOST_OF_ONE_EVENT:
                break
            tried += 1
            if when < begin or when in left_out or when.date() in left_out:
                continue
            at = when.replace(tzinfo=zone) if is_timed else when.date()
            repetitions.append(Repetition(self.leader, at))
        return sorted(repetitions, key=lambda each: each.start.isoformat()), tried

    def _by_library(self, rules: Sequence[vRecur]) -> list[Repetition] | None:
        """Let the library work out what is not as simple as that."""
        # The entries go to the library with their times only, and come back as numbers: it copies
        # an event for each occurrence, and a guest list of a hundred would be copied a thousand
        # times.
        entries = [self.leader, *self.changes]
        calendar = Calendar()
        for number, entry in enumerate(entries):
            event = entry.bare_event(rules if entry is self.leader else ())
            event[_ENTRY] = str(number)
            calendar.add_component(event)
        query = guarded(recurring_ical_events.of, calendar)
        windows = guarded(self._windows, rules)
        if query is None or windows is None:
            return None
        by_start: dict[tuple[int, str], Repetition] = {}
        for window in windows:
            components = guarded(query.between, *window)
            if components is None:
                return None
            for component in components:
                number, start = int(str(component[_ENTRY])), _time(component, "DTSTART")
                end = _time(component, "DTEND")
                by_start[number, start.isoformat()] = Repetition(
                    entries[number], start, None if end == start else end
                )
            if len(by_start) > MOST_BY_LIBRARY:
                break
        return [by_start[at] for at in sorted(by_start, key=lambda at: (at[1], at[0]))]

    def _windows(self, rules: Sequence[vRecur]) -> list[tuple[datetime, datetime]]:
        """Part a span so that a window cannot hold many more occurrences than an event may have."""
        # The library gives a list of all that lies in a window, and does not stop in between. Of a
        # rule of 24 times a day, 416 days hold about as many as are taken of one event (10,000).
        start = self.leader.start
        zone = start.tzinfo if isinstance(start, datetime) else UTC
        begin = self.since.astimezone(zone)
        last = self.until.astimezone(zone) + timedelta(days=1)
        step = timedelta(days=max(1, MOST_BY_LIBRARY // (sum(map(times_a_day, rules)) or 1)))
        windows = []
        while begin < last:
            windows.append((begin, min(begin + step, last)))
            begin += step
        return windows


def on_the_wall(when: date | datetime, zone: tzinfo | None) -> date | datetime:
    """Say what clock and calendar of a zone show at a moment; a day stays a day.

    Examples
    --------
    >>> on_the_wall(datetime(2026, 3, 4, 9, tzinfo=UTC), UTC)
    datetime.datetime(2026, 3, 4, 9, 0)
    """
    if not isinstance(when, datetime):
        return when
    local = when.astimezone(zone) if when.tzinfo and zone else when
    return local.replace(tzinfo=None)


def _wall_times(rule: vRecur, first: datetime, zone: tzinfo | None) -> rrule:
    """Follow a rule by the clock on the wall, from the first occurrence on."""
    told = {name: value for name, value in by_year(rule).items() if name.upper() != "UNTIL"}
    end = rule_end(rule)
    if end is not None:
        told["UNTIL"] = _on_the_wall(end, zone, time.max)
    text: bytes = vRecur(told).to_ical()  # type: ignore[no-untyped-call]
    return rrulestr(text.decode(), dtstart=first)


def _on_the_wall(when: date | datetime, zone: tzinfo | None, of_day: time = time.min) -> datetime:
    """Say the same as a time; of a day, this time of it."""
    shown = on_the_wall(when, zone)
    return shown if isinstance(shown, datetime) else datetime.combine(shown, of_day)


def _time(component: Component, name: str) -> date | datetime:
    value = component[name]
    assert isinstance(value, vDDDTypes)
    assert isinstance(value.dt, date)
    return value.dt
