"""The occurrences of one series, worked out by recurring-ical-events within bounds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import chain

import attrs
import recurring_ical_events
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from icalendar import Calendar, Component, vDDDTypes, vRecur

from netzwerkwandel.sources.calendar.entry import Entry, rule_end
from netzwerkwandel.sources.calendar.library import guarded
from netzwerkwandel.sources.calendar.rules import MOST_RULES, NEVER_TRUE, refusal, times_a_day


MOST_OF_ONE_EVENT = 20_000

_COST_OF_TRYING_IN_VAIN = 4_000
_ENTRY = "X-ENTRY"


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
    """The occurrences of a series, and how much of what may be worked out for a file they cost."""

    repetitions: tuple[Repetition, ...]
    cost: int


def expand(
    leader: Entry,
    changes: Sequence[Entry],
    *,
    since: datetime,
    until: datetime,
    note: Callable[[str], None],
) -> Expansion | None:
    """Work out the occurrences of a series from one moment to another.

    Parameters
    ----------
    leader : Entry
        The entry with the rules.
    changes : sequence of Entry
        Those that stand in for single occurrences.
    since, until : datetime
        In UTC. A few occurrences that begin later may be among the result.
    note : callable
        Is told what was left out.

    Returns
    -------
    Expansion or None
        None where the series cannot be worked out.
    """
    rules, cost = _usable_rules(leader, until, note)
    if len(rules) == 1 and not leader.more_starts and not any(each.and_later for each in changes):
        repetitions = guarded(_of_one_rule, leader, rules[0], changes, since, until, note)
        if repetitions is not None:
            return Expansion(tuple(repetitions), cost + len(repetitions))
    # The entries go to the library with their times only, and come back as numbers: it copies an
    # event for each occurrence, and a guest list of a hundred would be copied a thousand times.
    entries = [leader, *changes]
    calendar = Calendar()
    for number, entry in enumerate(entries):
        event = entry.bare_event(rules if entry is leader else ())
        event[_ENTRY] = str(number)
        calendar.add_component(event)
    query = guarded(recurring_ical_events.of, calendar)
    windows = guarded(_windows, leader, rules, since, until)
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
        if len(by_start) > MOST_OF_ONE_EVENT:
            note(f"a rule gives more than {MOST_OF_ONE_EVENT:,} occurrences; the rest is left out")
            break
    in_order = sorted(by_start, key=lambda at: (at[1], at[0]))[:MOST_OF_ONE_EVENT]
    return Expansion(tuple(by_start[at] for at in in_order), cost + len(by_start))


def _of_one_rule(
    leader: Entry,
    rule: vRecur,
    changes: Sequence[Entry],
    since: datetime,
    until: datetime,
    note: Callable[[str], None],
) -> list[Repetition]:
    """Work out a series with one rule, as nearly all are, without an event for each occurrence."""
    start = leader.start
    zone = start.tzinfo if isinstance(start, datetime) else None
    midnight = time()
    first = (
        start.replace(tzinfo=None)
        if isinstance(start, datetime)
        else datetime.combine(start, midnight)
    )
    # A rule counts by the clock on the wall: every Monday at 9, in summer and in winter.
    exceptions = [when.dt for times in leader.left_out for when in times.dts]
    left_out = {_on_the_wall(when, zone) for when in exceptions if isinstance(when, date)}
    replaced = {_on_the_wall(each.replaces, zone) for each in changes if each.replaces is not None}
    begin, last = (_on_the_wall(each, zone or UTC) for each in (since, until))
    assert isinstance(begin, datetime)
    assert isinstance(last, datetime)
    repetitions = [Repetition(each, each.start) for each in changes]
    wall_times = rrulestr(_bare(rule, zone), dtstart=first)
    for when in chain([] if first in wall_times else [first], wall_times):
        if when > last + timedelta(days=1):
            break
        if when < begin or when in replaced or when in left_out or when.date() in left_out:
            continue
        if len(repetitions) >= MOST_OF_ONE_EVENT:
            note(f"a rule gives more than {MOST_OF_ONE_EVENT:,} occurrences; the rest is left out")
            break
        at = when.replace(tzinfo=zone) if isinstance(start, datetime) else when.date()
        repetitions.append(Repetition(leader, at))
    return sorted(repetitions, key=lambda each: each.start.isoformat())


def _on_the_wall(when: date | datetime, zone: tzinfo | None) -> date | datetime:
    """Say what clock and calendar of a zone show at a moment; a day stays a day."""
    if isinstance(when, datetime):
        return (
            when.astimezone(zone).replace(tzinfo=None)
            if when.tzinfo and zone
            else when.replace(tzinfo=None)
        )
    return when


def _bare(rule: vRecur, zone: tzinfo | None) -> str:
    """Write a rule with its end by the clock on the wall; a day as its end is the whole of it."""
    told = {name: value for name, value in rule.items() if name.upper() != "UNTIL"}
    end = rule_end(rule)
    if end is not None:
        shown = _on_the_wall(end, zone)
        told["UNTIL"] = shown if isinstance(shown, datetime) else datetime.combine(shown, time.max)
    text: bytes = vRecur(told).to_ical()  # type: ignore[no-untyped-call]
    return text.decode()


def _usable_rules(
    leader: Entry, until: datetime, note: Callable[[str], None]
) -> tuple[tuple[vRecur, ...], int]:
    usable, cost = [], 0
    for rule in leader.rules[:MOST_RULES]:
        reason = refusal(rule, leader.start, until)
        if reason is None:
            usable.append(rule)
            continue
        note(f"{reason}; the rule is left out")
        cost += _COST_OF_TRYING_IN_VAIN if reason == NEVER_TRUE else 0
    if len(leader.rules) > MOST_RULES:
        note(f"it has more than {MOST_RULES} rules of recurrence; the rest is left out")
    return tuple(usable), cost


def _windows(
    leader: Entry, rules: Sequence[vRecur], since: datetime, until: datetime
) -> list[tuple[datetime, datetime]]:
    """Part a span so that a window cannot hold many more occurrences than an event may have."""
    # The library gives a list of all that lies in a window, and does not stop in between. Of a
    # rule of 24 times a day, 833 days hold about as many as are taken of one event (20,000).
    zone = leader.start.tzinfo if isinstance(leader.start, datetime) else UTC
    begin, last = since.astimezone(zone), until.astimezone(zone) + timedelta(days=1)
    step = timedelta(days=max(1, MOST_OF_ONE_EVENT // (sum(map(times_a_day, rules)) or 1)))
    windows = []
    while begin < last:
        windows.append((begin, min(begin + step, last)))
        begin += step
    return windows


def _time(component: Component, name: str) -> date | datetime:
    value = component[name]
    assert isinstance(value, vDDDTypes)
    assert isinstance(value.dt, date)
    return value.dt
