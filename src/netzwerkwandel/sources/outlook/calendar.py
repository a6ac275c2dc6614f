"""The calendar of Outlook, exported as a table, in English or German."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo

import attrs
from typing_extensions import override

from netzwerkwandel.sources.outlook.guests import Guest, People, guests_in, owner_among
from netzwerkwandel.sources.tools import (
    ME,
    Channel,
    ExportFormatError,
    Heading,
    Interaction,
    Key,
    MeEvidence,
    NobodyReason,
    OwnerEvidence,
    ReadContext,
    Reader,
    Reading,
    Row,
    SkipReason,
    Source,
    Tally,
    body,
    decode,
    digest,
    first_rows,
    is_day_first,
    parse_clock,
    parse_day,
    plain,
    read_again,
)


LARGEST_FILE = 100_000_000
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)

# The German columns, in the words of the English ones.
_COLUMNS = {
    "betreff": "subject",
    "beginntam": "startdate",
    "beginntum": "starttime",
    "endetam": "enddate",
    "endetum": "endtime",
    "ganztägigesereignis": "alldayevent",
    "besprechungsplanung": "meetingorganizer",
    "besprechungsorganisator": "meetingorganizer",
    "erforderlicheteilnehmer": "requiredattendees",
    "optionaleteilnehmer": "optionalattendees",
    "besprechungsressourcen": "meetingresources",
    "privat": "private",
}
_KEPT = frozenset(_COLUMNS.values())
_KNOWN_BY = frozenset(["subject", "startdate", "starttime", "enddate"])
_YES = frozenset("true yes on 1 wahr ja ein".split())
_CANCELLED = re.compile(r"(?:cancel(?:l?ed)?|abgesagt)\s*:", re.IGNORECASE)
_DATES = "the day and time of the meeting cannot be read"


@attrs.frozen
class OutlookCalendarReader(Reader):
    """Reads the calendar of Outlook, exported as CSV: whom somebody met, by name or address.

    Whoever called the entries to which nobody was invited is the owner, and was at all meetings.

    Examples
    --------
    >>> head = b'"Subject","Start Date","Start Time","End Date","Required Attendees"'
    >>> OutlookCalendarReader().looks_like(head, "calendar.csv")
    True
    """

    kind = "outlook calendar"

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return _heading(decode(head)) is not None

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        text = decode(source.file.read(LARGEST_FILE))
        heading = _heading(text)
        if heading is None:
            reason = "a calendar of Outlook must have a heading with Subject and Start Date"
            raise ExportFormatError(source.where, reason)
        tally = Tally(self.kind, source.where)
        meetings = list(_meetings(text, heading, tally, context.timezone))
        alone = (host.key for each in meetings if not each.guests for host in each.hosts)
        met = (each.keys for each in meetings if each.guests)
        owner = owner_among(alone, met, context.me)
        reading = _Diary(tally, context, owner).reading(meetings)
        return attrs.evolve(reading, for_owner=read_again(self, source, context))


@attrs.frozen(repr=False)
class _Meeting:
    """One entry, as it stands in a row."""

    place: str
    title: str
    start: datetime | None
    hours: float | None
    hosts: tuple[Guest, ...]
    guests: tuple[Guest, ...]
    is_all_day: bool
    is_private: bool

    @property
    def keys(self) -> frozenset[Key]:
        """All the people in it."""
        named = (*self.hosts, *self.guests) if self.guests else ()
        return frozenset(guest.key for guest in named if not guest.is_thing)

    def reason_to_skip(self, as_of: datetime) -> SkipReason | None:
        """Say why nobody met; None where somebody may have."""
        if _CANCELLED.match(self.title):
            return SkipReason.CANCELLED
        if self.is_all_day:
            return SkipReason.ALL_DAY
        if not self.guests:
            return SkipReason.NOBODY_ELSE
        return SkipReason.FUTURE if self.start and self.start > as_of else None


def _heading(text: str) -> Heading | None:
    for delimiter, index, cells in first_rows(text):
        columns = [_COLUMNS.get(name, name) for name in map(plain, cells)]
        if _KNOWN_BY.issubset(columns):
            kept = tuple(name if name in _KEPT else "" for name in columns)
            return Heading(index=index, columns=kept, delimiter=delimiter)
    return None


def _meetings(text: str, heading: Heading, tally: Tally, zone: tzinfo) -> Iterator[_Meeting]:
    rows = list(body(text, heading))
    day_first = is_day_first(row["startdate"] for row, _ in rows)

    def moment(row: Row, which: str) -> datetime | None:
        day = parse_day(row[which + "date"], day_first=day_first)
        clock = parse_clock(row[which + "time"])
        if day is None or clock is None or day.year < EARLIEST.year:
            return None
        return datetime.combine(day, clock, zone).astimezone(UTC)

    for row, wrong in rows:
        if wrong:
            tally.broken(row.place, wrong)
            continue
        start, end = moment(row, "start"), moment(row, "end")
        lasted = end - start if start and end and end > start else None
        invited = ";".join((row["requiredattendees"], row["optionalattendees"]))
        booked = {guest.key for guest in guests_in(row["meetingresources"])}
        yield _Meeting(
            place=row.place,
            title=row["subject"],
            start=start,
            hours=lasted / timedelta(hours=1) if lasted else None,
            hosts=tuple(guests_in(row["meetingorganizer"])),
            guests=tuple(guest for guest in guests_in(invited) if guest.key not in booked),
            is_all_day=row["alldayevent"].casefold() in _YES,
            is_private=row["private"].casefold() in _YES,
        )


class _Diary:
    """Makes the records of the meetings of one owner."""

    def __init__(self, tally: Tally, context: ReadContext, owner: frozenset[Key]) -> None:
        self._tally, self._context, self._owner = tally, context, owner
        self._people = People()
        self._interactions: dict[Key, Interaction] = {}
        self._met: defaultdict[Key, set[Key]] = defaultdict(set)

    def reading(self, meetings: list[_Meeting]) -> Reading:
        for meeting in meetings:
            reason = meeting.reason_to_skip(self._context.as_of)
            if reason is not None:
                self._tally.skip(reason)
            elif meeting.start is None:
                self._tally.broken(meeting.place, _DATES, SkipReason.NO_DATE)
            else:
                self._add(meeting, meeting.start)
        events = sorted(self._interactions.values(), key=lambda each: (each.when, each.key))
        there = {key for event in events for key in event.participants} - {ME}
        mine = sorted(key for key in self._owner if key.startswith("mailto:"))
        return Reading(
            report=self._tally.report(),
            contacts=self._people.contacts(sorted(there)),
            interactions=events,
            owner_evidence=[OwnerEvidence(key, MeEvidence.CALENDAR, len(events)) for key in mine],
            met=dict(self._met),
        )

    def _add(self, meeting: _Meeting, start: datetime) -> None:
        others: set[Key] = set()
        for guest in (*meeting.hosts, *meeting.guests):
            if guest.is_thing:
                self._tally.nobody(NobodyReason.THING, guest.key, guest.name)
            elif guest.key not in self._owner and (guest.address or not meeting.is_private):
                # Of a private entry no names are told.
                self._people.add(guest, shows_name=not meeting.is_private)
                others.add(guest.key)
        if not others:
            self._tally.skip(SkipReason.NOBODY_ELSE)
            return
        self._tally.addresses |= others
        key = "outlook-meeting:" + digest(start.isoformat(), *sorted(others))
        if key in self._interactions:
            self._tally.skip(SkipReason.DUPLICATE)
            return
        self._tally.use(start)
        self._interactions[key] = Interaction(
            key=key,
            when=start,
            channel=Channel.MEETING,
            participants={ME, *others},
            duration=meeting.hours,
        )
        for experiment in self._context.experiments:
            if experiment.includes(start.date()) and experiment.is_called(meeting.title):
                self._met[experiment.key] |= others
