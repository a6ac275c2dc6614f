"""What time a calendar means: its own time zones, the one it states, and the one it is read in."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, tzinfo

import attrs
from icalendar import Timezone, vDDDTypes
from icalendar.timezone import tzp

from netzwerkwandel.sources.calendar.library import guarded
from netzwerkwandel.sources.calendar.text import CalendarText


_LONGEST_ZONE = 100_000
_ZONE_NAME = re.compile(r"^TZID\b[^:\r\n]*:([^\r\n]+)", re.MULTILINE | re.IGNORECASE)
_ZONE_RULE = re.compile(r"^RRULE\b[^:\r\n]*:([^\r\n]+)", re.MULTILINE | re.IGNORECASE)
_TOO_OFTEN = re.compile(r"INTERVAL=[+-]?0*(?!\d)|BY(?:HOUR|MINUTE|SECOND)=\d+,", re.IGNORECASE)


@attrs.frozen
class Clock:
    """How the times of a calendar are to be understood.

    Parameters
    ----------
    stated : tzinfo or None
        The time zone that the calendar states for itself.
    fallback : tzinfo
        The time zone where nothing is stated, or a name that nobody knows.
    """

    stated: tzinfo | None
    fallback: tzinfo

    def understand(self, value: vDDDTypes) -> date | datetime | None:
        """Make a time aware; a day stays a day, and None is neither."""
        when = value.dt
        if not isinstance(when, date):
            return None
        if not isinstance(when, datetime):
            return when
        if when.tzinfo is None:
            # Without a zone, a time is that of the calendar (X-WR-TIMEZONE, which Google writes and
            # no standard knows). With one that nobody knows, it is not.
            floating = "TZID" not in value.params
            return when.replace(tzinfo=(floating and self.stated) or self.fallback)
        # Google writes times in UTC and names the zone only here. Read as UTC, a rule for "every
        # Monday at 9" would move by an hour twice a year.
        if self.stated is not None and when.tzname() == "UTC":
            return guarded(when.astimezone, self.stated)
        return when

    def knows(self, value: vDDDTypes) -> bool:
        """Say whether the time zone that a time names is known."""
        when = value.dt
        return not (isinstance(when, datetime) and when.tzinfo is None and "TZID" in value.params)


def clock_of(calendar: CalendarText, fallback: tzinfo) -> tuple[Clock, list[str]]:
    """Learn the time zones of a calendar; also tell what is wrong with them."""
    # icalendar keeps the zones that a calendar defines, and would use them for the next one.
    tzp.use(tzp.name)
    wrong: list[str] = []
    for block in calendar.zones:
        name = _ZONE_NAME.search(block)
        # Where a name is known, what is known of it counts, and not what a calendar says of it.
        if name is None or guarded(tzp.timezone, name[1].strip()) is not None:
            continue
        # A clock is changed by rules such as "the last Sunday of March". One that changes daily
        # would be worked out day by day, for every time in the calendar.
        rules = _ZONE_RULE.findall(block)
        yearly = all(
            "FREQ=YEARLY" in rule.upper() and not _TOO_OFTEN.search(rule) for rule in rules
        )
        if len(block) > _LONGEST_ZONE or not yearly:
            wrong.append("a time zone changes its clocks by a rule that cannot be followed")
        elif guarded(Timezone.from_ical, block.encode()) is None:
            wrong.append("a time zone cannot be read")
    stated = guarded(tzp.timezone, calendar.zone) if calendar.zone else None
    if calendar.zone and stated is None:
        wrong.append("the time zone that the calendar states is not known")
    return Clock(stated, fallback), wrong


def in_utc(when: datetime) -> datetime | None:
    """Say when this was in UTC; None where the calendar cannot express it."""
    return guarded(when.astimezone, UTC)
