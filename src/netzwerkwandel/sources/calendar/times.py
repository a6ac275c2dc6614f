"""When an event is: its times and the rules by which it repeats, read from its lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import TypedDict

import attrs
from icalendar import Event, vDDDLists, vDDDTypes, vRecur

from netzwerkwandel.sources.calendar.library import (
    first_property,
    guarded,
    property_text,
    property_values,
)
from netzwerkwandel.sources.calendar.text import EventLines
from netzwerkwandel.sources.calendar.zones import Clock, in_utc


# Longer than this no meeting is: somebody mistook the year.
MOST_HOURS = 24.0 * 31
UNKNOWN_ZONE = "its time zone is not known; such times are read in the default time zone"

# What makes an event a series, or a part of one, or long in a way that has to be worked out.
_COMPLICATED = frozenset({"RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "DURATION"})
_TIMES = ("UID", "SEQUENCE", "DTSTART", "DTEND", "RRULE", *sorted(_COMPLICATED))
_PLAIN_RULE = re.compile(r"RRULE:([A-Z]+=[A-Z0-9,+-]+(?:;[A-Z]+=[A-Z0-9,+-]+)*)")
_LONGEST_RULE = 4_000
_RULE_PART = re.compile(
    r"(?:FREQ|UNTIL|COUNT|INTERVAL|WKST|RSCALE|SKIP|BY(?:SECOND|MINUTE|HOUR|DAY|MONTHDAY|YEARDAY"
    r"|WEEKNO|MONTH|SETPOS|EASTER))=.",
    re.IGNORECASE,
)
_END_WITH_DASHES = re.compile(r"UNTIL=(\d{4})-(\d\d)-(\d\d)(?=T|\Z)", re.IGNORECASE)
# A day is a day, whatever else it says: with a time zone the library would make it a midnight.
_DAY = re.compile(r"^(DTSTART|DTEND)\b[^\r\n]*:(\d{8})(?=\r?$)", re.IGNORECASE | re.MULTILINE)
_ZONE = re.compile(r";TZID=[^:;\r\n]*", re.IGNORECASE)
_TIME_VALUE = re.compile(r"[0-9]{8}(?:T[0-9]{6}Z?)?")
_USUAL = re.compile(r"\A[^:]*:[0-9]{8}(?:T[0-9]{6}Z?)?\Z")
_OTHER_TIME = re.compile(
    r":\s{0,9}([0-9]{4})-?([0-9]{2})-?([0-9]{2})[Tt ]([0-9]{2}):?([0-9]{2}):?([0-9]{2})?"
    r"(?:\.[0-9]+)?([Zz]|[+-][0-9]{2}:?[0-9]{2})?\Z"
)
_BLANK = re.compile(r"\s+")
_PLAIN_UID = re.compile(r"UID:([^\\]*)")
_PLAIN_SEQUENCE = re.compile(r"SEQUENCE:\s*(\d{1,9})\s*")


class Times(TypedDict, total=False):
    """When an event is, in the words of ``Entry``."""

    uid: str
    sequence: int
    start: date | datetime
    hours: float | None
    replaces: date | datetime | None
    and_later: bool
    rules: tuple[vRecur, ...]
    more_starts: tuple[vDDDLists, ...]
    left_out: tuple[vDDDLists, ...]
    barred: tuple[vRecur, ...]


@attrs.frozen
class TimesReader:
    """Reads when the events of a calendar are.

    Parameters
    ----------
    clock : Clock
        How to understand its times.
    note : callable
        Is told what is wrong with an event that is used nevertheless.
    """

    clock: Clock
    note: Callable[[str], None]

    def read(self, lines: EventLines) -> Times | None:
        """Read when an event is, by its lines; None where it has no start that can be read."""
        if "DTSTART" not in lines:
            return None
        lines = repaired(lines)
        times = self._of_plain_lines(lines) if _COMPLICATED.isdisjoint(lines) else None
        if times is not None:
            return times
        event = self._event_of(lines)
        return None if event is None else self._of_event(event)

    def _of_plain_lines(self, lines: EventLines) -> Times | None:
        """Read an event of plain times, as nearly all are, with a rule at most; else None."""
        starts, ends = lines.get("DTSTART", []), lines.get("DTEND", [])
        uids, sequences = lines.get("UID", []), lines.get("SEQUENCE", [])
        rules = lines.get("RRULE", [])
        if len(starts) != 1 or max(map(len, (ends, uids, sequences, rules))) > 1:
            return None
        uid = _PLAIN_UID.fullmatch(uids[0]) if uids else None
        sequence = _PLAIN_SEQUENCE.fullmatch(sequences[0]) if sequences else None
        start = self.clock.plain(starts[0])
        end = self.clock.plain(ends[0]) if ends else None
        rule = self._plain_rule(rules[0]) if rules else None
        not_plain = (
            (uids and not uid)
            or (sequences and not sequence)
            or (ends and not end)
            or (rules and not rule)
        )
        if start is None or not_plain:
            return None
        if not start[1]:
            self.note(UNKNOWN_ZONE)
        return Times(
            uid=uid[1].strip() if uid else "",
            sequence=int(sequence[1]) if sequence else 0,
            start=start[0],
            hours=hours_between(start[0], end[0]) if end else None,
            rules=() if rule is None else (rule,),
        )

    def _event_of(self, lines: EventLines) -> Event | None:
        """Let icalendar read the times of an event that repeats, or is written oddly."""
        when = [line for name in _TIMES for line in lines.get(name, [])]
        if any(len(line) > _LONGEST_RULE for line in lines.get("RRULE", [])):
            self.note("its rule of recurrence cannot be read; the rule is left out")
            when = [line for line in when if line not in lines["RRULE"]]
        text = "\r\n".join(["BEGIN:VEVENT", *when, "END:VEVENT", ""])
        text = _DAY.sub(r"\1;VALUE=DATE:\2", text)
        event = guarded(Event.from_ical, text.encode())
        if event is None:
            # Some names of time zones make zoneinfo fail: "America" is one of its folders.
            event = guarded(Event.from_ical, _ZONE.sub(";TZID=unknown", text).encode())
        return event if isinstance(event, Event) else None

    def _of_event(self, event: Event) -> Times | None:
        start = self._time_of(event, "DTSTART")
        if start is None:
            return None
        if any(name != "DTSTART" for name, _ in event.errors):
            self.note("a line of it cannot be read and is left out")
        # RECURRENCE-ID names the occurrence of a series by the time at which it would have begun:
        # this entry stands in for that one. With RANGE=THISANDFUTURE, as Apple and Outlook write it
        # when "this and all later ones" are moved, it stands in for those after it too.
        replaced = first_property(event, "RECURRENCE-ID", vDDDTypes)
        reach = "" if replaced is None else str(replaced.params.get("RANGE", "")).upper()
        return Times(
            uid=property_text(event, "UID"),
            sequence=int(first_property(event, "SEQUENCE", int) or 0),
            start=start,
            hours=self._hours_of(event, start),
            replaces=self._replaced_by(event, start),
            and_later=reach == "THISANDFUTURE",
            rules=property_values(event, "RRULE", vRecur),
            more_starts=_lists(event, "RDATE", (date, tuple)),
            left_out=_lists(event, "EXDATE", (date,)),
            barred=property_values(event, "EXRULE", vRecur),
        )

    def _replaced_by(self, event: Event, start: date | datetime) -> date | datetime | None:
        value = first_property(event, "RECURRENCE-ID", vDDDTypes)
        when = None if value is None else value.dt
        if (
            isinstance(when, datetime)
            and isinstance(start, datetime)
            and when.tzinfo is None
            and value is not None
            and "TZID" not in value.params
        ):
            # Some programs leave out the zone: it is that of the start.
            return when.replace(tzinfo=start.tzinfo)
        return self._time_of(event, "RECURRENCE-ID")

    def _hours_of(self, event: Event, start: date | datetime) -> float | None:
        end = first_property(event, "DTEND", vDDDTypes)
        length = first_property(event, "DURATION", vDDDTypes)
        if end is not None:
            return hours_between(start, self.clock.understand(end))
        if (
            length is None
            or not isinstance(length.dt, timedelta)
            or not isinstance(start, datetime)
        ):
            return None
        hours = length.dt.total_seconds() / 3600
        return min(hours, MOST_HOURS) if hours >= 0 else None

    def _time_of(self, event: Event, name: str) -> date | datetime | None:
        value = first_property(event, name, vDDDTypes)
        if value is None:
            return None
        if not self.clock.knows(value):
            self.note(UNKNOWN_ZONE)
        return self.clock.understand(value)

    @staticmethod
    def _plain_rule(line: str) -> vRecur | None:
        match = _PLAIN_RULE.fullmatch(line) if len(line) <= _LONGEST_RULE else None
        rule: object = match and guarded(vRecur.from_ical, match[1])
        return rule if isinstance(rule, vRecur) else None


def repaired(lines: EventLines) -> EventLines:
    """Write the times of an event as they are to be written, where programs did not.

    Examples
    --------
    >>> repaired({"DTSTART": [], "RRULE": ["RRULE:FREQ=DAILY; COUNT=2;"]})["RRULE"]
    ['RRULE:FREQ=DAILY;COUNT=2']
    """
    if "RRULE" in lines:
        rules = [_repaired_rule(_BLANK.sub("", rule)) for rule in lines["RRULE"]]
        lines = {**lines, "RRULE": rules}
    if all(_USUAL.search(line) for line in lines["DTSTART"]):
        return lines
    return lines | {
        name: [_OTHER_TIME.sub(_in_usual_form, quoted(line)) for line in lines[name]]
        for name in ("DTSTART", "DTEND", "RECURRENCE-ID")
        if name in lines
    }


def _repaired_rule(line: str) -> str:
    """Leave out of a rule what no standard knows or is empty, and write its end without dashes."""
    begin = line.find(":") + 1
    parts = [part for part in line[begin:].split(";") if _RULE_PART.match(part)]
    return line[:begin] + ";".join(_END_WITH_DASHES.sub(r"UNTIL=\1\2\3", part) for part in parts)


def quoted(line: str) -> str:
    """Put the name of a time zone in quotes that has a colon in it, as it is to stand.

    Examples
    --------
    >>> quoted("DTSTART;TZID=(UTC+01:00) Berlin:20260304T090000")
    'DTSTART;TZID="(UTC+01:00) Berlin":20260304T090000'
    """
    told, _, value = line.rpartition(":")
    before, tzid, zone = told.partition(";TZID=")
    if ":" not in zone or '"' in zone or ";" in zone or not _TIME_VALUE.fullmatch(value):
        return line
    return f'{before}{tzid}"{zone}":{value}'


def _in_usual_form(time: re.Match[str]) -> str:
    """Write a time as calendars do: ``2026-03-04T10:00+0100`` is ``20260304T090000Z``."""
    year, month, day, hour, minute, second, zone = time.groups(default="")
    usual = f"{year}{month}{day}T{hour}{minute}{second or '00'}"
    if zone in {"", "Z", "z"}:
        return f":{usual}{zone.upper()}"
    when = guarded(datetime.strptime, f"{usual}{zone}", "%Y%m%dT%H%M%S%z")
    return time[0] if when is None else f":{when.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def hours_between(start: date | datetime, end: date | datetime | None) -> float | None:
    """Say how long something lasts; None where the end is no time or lies before the start."""
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return None
    first, last = in_utc(start), in_utc(end)
    if first is None or last is None or last < first:
        return None
    return min((last - first).total_seconds() / 3600, MOST_HOURS)


def rule_end(rule: vRecur) -> date | datetime | None:
    """Say until when a rule of recurrence holds; None where it says nothing of it."""
    for name, value in rule.items():
        if name.upper() == "UNTIL":
            last = value[0] if isinstance(value, list) and value else value
            return last if isinstance(last, date) else None
    return None


def _lists(event: Event, name: str, kinds: tuple[type, ...]) -> tuple[vDDDLists, ...]:
    """Collect lists of times; a list with anything else in it is no list of times.

    An RDATE may hold periods, which icalendar gives as tuples.
    """
    lists = property_values(event, name, vDDDLists)
    return tuple(values for values in lists if all(isinstance(v.dt, kinds) for v in values.dts))
