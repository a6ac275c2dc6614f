"""What time a calendar means: its own time zones, the one it states, and the one it is read in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import available_timezones

import attrs
from icalendar import Timezone, vDDDTypes
from icalendar.timezone import tzp

from netzwerkwandel.sources.calendar.library import guarded
from netzwerkwandel.sources.calendar.outlook import OUTLOOK_ZONES
from netzwerkwandel.sources.calendar.text import CalendarText


_LONGEST_ZONE = 100_000
# Of what a calendar defines by itself; more names than that no atlas has.
_MOST_ZONES = 600
_ZONE_NAME = re.compile(r"^TZID\b[^:\r\n]*:([^\r\n]+)", re.MULTILINE | re.IGNORECASE)
# Evolution and KOrganizer say so which zone of the atlas is meant.
_LOCATION = re.compile(r"^X-LIC-LOCATION\b[^:\r\n]*:([^\r\n]+)", re.MULTILINE | re.IGNORECASE)
_ZONE_RULE = re.compile(r"^RRULE\b[^:\r\n]*:([^\r\n]*)", re.MULTILINE | re.IGNORECASE)
# Clocks are changed by rules such as "the last Sunday of March". What is none of these is refused
# before anything tries to follow it: "month 0" stops dateutil in the middle of its work, which then
# waits for itself for ever, and a rule for every day would be worked out for every day.
_FOLLOWED = re.compile(
    r"(?:(?:^|;)(?:FREQ=YEARLY|INTERVAL=1|BYMONTH=(?:0?[1-9]|1[0-2])|WKST=(?:MO|TU|WE|TH|FR|SA|SU)"
    r"|BYDAY=[+-]?[1-5]?(?:MO|TU|WE|TH|FR|SA|SU)"
    r"|BYMONTHDAY=-?(?:0?[1-9]|[12]\d|3[01])(?:,-?(?:0?[1-9]|[12]\d|3[01])){0,9}"
    r"|UNTIL=\d{8}(?:T\d{6}Z?)?|COUNT=[1-9]\d{0,3}|BY(?:HOUR|MINUTE|SECOND)=\d{1,2}))+;?",
    re.IGNORECASE,
)
# As in "(UTC-05:00) Eastern Time (US & Canada)".
_OUTLOOK = re.compile(r'"?\((?:UTC|GMT)[^)]*\)\s*(.+?)"?', re.IGNORECASE)
_COUNTED = re.compile(r"(.*\D) \d{1,2}")
# "(UTC+01:00) ...", "GMT+0100", "UTC-5".
_OFFSET = re.compile(
    r'"?\(?(?:UTC|GMT|UT)?\s*([+-])(\d{1,2})(?:[:.]?(\d\d))?(?=[)"\s]|$)', re.IGNORECASE
)
_FARTHEST = 15
_JOINT = re.compile(r"[\s/_-]+")
# What programs write in a zone that icalendar does not read: parameters of its name, and offsets
# such as "+01:00" and "0100".
_NAME_WITH_PARAMETERS = re.compile(r"^TZID;[^:\r\n]*", re.MULTILINE | re.IGNORECASE)
_ODD_OFFSET = re.compile(
    r"^(TZOFFSET(?:FROM|TO)):[ \t]*([+-]?)(\d\d):?(\d\d)[ \t]*(?=\r?$)",
    re.MULTILINE | re.IGNORECASE,
)
# What nearly every time looks like; icalendar understands all others.
_PLAIN = re.compile(
    r"[A-Z-]+(?:;VALUE=DATE(?:-TIME)?)?(?:;TZID=(\"[^\"]+\"|[^\":;]+))?(?:;VALUE=DATE(?:-TIME)?)?"
    r":(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?"
)


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
    _zones: dict[str, tzinfo | None] = attrs.field(factory=dict, repr=False, eq=False)

    def zone(self, name: str) -> tzinfo | None:
        """Find a time zone by the name that a calendar has for it; None where nobody knows it."""
        if name not in self._zones:
            zones = (_zone(each) for each in meant_by(name))
            known = next((zone for zone in zones if zone is not None), None)
            self._zones[name] = known or offset_in(name)
        return self._zones[name]

    def plain(self, line: str) -> tuple[date | datetime, bool] | None:
        """Read a line with a time, and whether its zone is known; None where it is not plain."""
        match = _PLAIN.fullmatch(line)
        if match is None:
            return None
        name, year, month, day, hour, minute, second, utc = match.groups()
        try:
            if hour is None:
                return date(int(year), int(month), int(day)), True
            zone = UTC if utc else None if name is None else self.zone(name.strip('"'))
            local = datetime(
                int(year), int(month), int(day), int(hour), int(minute), int(second), tzinfo=zone
            )
        except ValueError:
            return None
        when = self._in_zone(local, floating=name is None)
        return None if when is None else (when, zone is not None or name is None)

    def understand(self, value: vDDDTypes) -> date | datetime | None:
        """Make a time aware; a day stays a day, and None is neither."""
        when = value.dt
        if not isinstance(when, date):
            return None
        if not isinstance(when, datetime):
            return when
        if when.tzinfo is None and "TZID" in value.params:
            when = when.replace(tzinfo=self.zone(str(value.params["TZID"])))
        return self._in_zone(when, floating="TZID" not in value.params)

    def _in_zone(self, when: datetime, *, floating: bool) -> datetime | None:
        if when.tzinfo is None:
            # Without a zone, a time is that of the calendar (X-WR-TIMEZONE, which Google writes and
            # no standard knows). With one that nobody knows, it is not.
            return when.replace(tzinfo=(floating and self.stated) or self.fallback)
        # Google writes times in UTC and names the zone only here. Read as UTC, a rule for "every
        # Monday at 9" would move by an hour twice a year.
        if self.stated is not None and when.tzname() == "UTC":
            return guarded(when.astimezone, self.stated)
        return when

    def knows(self, value: vDDDTypes) -> bool:
        """Say whether the time zone that a time names is known."""
        when = value.dt
        if not isinstance(when, datetime) or when.tzinfo is not None or "TZID" not in value.params:
            return True
        return self.zone(str(value.params["TZID"])) is not None


def meant_by(name: str) -> Iterator[str]:
    """Give the names that a zone may have elsewhere which some program calls like this.

    Examples
    --------
    >>> list(meant_by("(UTC+01:00) Brüssel, Madrid"))
    ['(UTC+01:00) Brüssel, Madrid', 'Europe/Madrid']
    >>> list(meant_by("Eastern Standard Time 1"))[-1]
    'Eastern Standard Time'
    """
    yield name
    # Outlook counts the definitions of one zone: "W. Europe Standard Time 1".
    if counted := _COUNTED.fullmatch(name):
        yield counted[1]
    if name.casefold() == "tzone://microsoft/utc":
        yield "UTC"
    outlook = _OUTLOOK.fullmatch(name)
    words = (outlook[1] if outlook else name.strip('"')).casefold()
    if known := OUTLOOK_ZONES.get(words) or OUTLOOK_ZONES.get(words.partition(" (")[0]):
        yield known
    # In another language the same cities stand there, and some of them are spelt alike.
    elif outlook or ", " in words:
        cities = (part.partition(" (")[0].strip() for part in words.split(","))
        yield from (_cities()[city] for city in cities if city in _cities())
    else:
        # "US-Eastern", "europe/berlin", and "Berlin" alone.
        known = _spelt_alike().get(_spelling(words)) or _cities().get(words.strip())
        yield from [known] if known else []


def offset_in(name: str) -> tzinfo | None:
    """Make a zone of one that says how far it is from Greenwich, and nothing that anybody knows.

    Examples
    --------
    >>> offset_in("GMT+0100").utcoffset(None), offset_in("Somewhere")
    (datetime.timedelta(seconds=3600), None)
    """
    told = _OFFSET.match(name)
    if told is None or int(told[2]) > _FARTHEST:
        return None
    east = timedelta(hours=int(told[2]), minutes=int(told[3] or 0))
    return timezone(-east if told[1] == "-" else east)


@cache
def _cities() -> dict[str, str]:
    """Give the cities that time zones are named after, and the zone of each."""
    zones = sorted(zone for zone in available_timezones() if not zone.startswith("Etc/"))
    return {zone.rpartition("/")[2].replace("_", " ").casefold(): zone for zone in zones}


@cache
def _spelt_alike() -> dict[str, str]:
    """Give the names of time zones by what is the same in all ways to spell them."""
    zones = sorted(zone for zone in available_timezones() if "GMT" not in zone)
    return {_spelling(zone): zone for zone in zones}


def _spelling(name: str) -> str:
    return _JOINT.sub("_", name.strip().casefold())


def _zone(name: str) -> tzinfo | None:
    zone: object = guarded(tzp.timezone, name)
    return zone if isinstance(zone, tzinfo) else None


def clock_of(calendar: CalendarText, fallback: tzinfo) -> tuple[Clock, list[str]]:
    """Learn the time zones of a calendar; also tell what is wrong with them."""
    # icalendar keeps the zones that a calendar defines, and would use them for the next one.
    tzp.use(tzp.name)
    wrong: list[str] = []
    located: dict[str, tzinfo | None] = {}
    if len(calendar.zones) > _MOST_ZONES:
        wrong.append(f"it has more than {_MOST_ZONES} time zones; the rest is left out")
    for written in calendar.zones[:_MOST_ZONES]:
        block = _NAME_WITH_PARAMETERS.sub("TZID", written)
        block = _ODD_OFFSET.sub(lambda m: f"{m[1]}:{m[2] or '+'}{m[3]}{m[4]}", block)
        name = _ZONE_NAME.search(block)
        # Where a name is known, what is known of it counts, and not what a calendar says of it.
        if name is None or _zone(name[1].strip()) is not None:
            continue
        place = _LOCATION.search(block)
        if place and (zone := _zone(place[1].strip())):
            located[name[1].strip()] = zone
            continue
        rules = [rule.strip() for rule in _ZONE_RULE.findall(block)]
        yearly = all("FREQ=YEARLY" in rule.upper() and _FOLLOWED.fullmatch(rule) for rule in rules)
        if len(block) > _LONGEST_ZONE or not yearly:
            wrong.append("a time zone changes its clocks by a rule that cannot be followed")
        elif guarded(Timezone.from_ical, block.encode()) is None:
            wrong.append("a time zone cannot be read")
    stated = _zone(calendar.zone) if calendar.zone else None
    if calendar.zone and stated is None:
        wrong.append("the time zone that the calendar states is not known")
    return Clock(stated, fallback, located), wrong


def in_utc(when: datetime) -> datetime | None:
    """Say when this was in UTC; None where the calendar cannot express it."""
    if when.tzinfo is UTC:
        return when
    return guarded(when.astimezone, UTC)
