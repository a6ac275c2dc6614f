from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from itertools import count
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import SourceKind
from netzwerkwandel.model.arguments import check_aware, check_kind
from netzwerkwandel.sources.calendar.library import require_calendar_libraries
from netzwerkwandel.sources.calendar.text import (
    CalendarText,
    calendar_texts,
    looks_like_calendar,
)
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.reading import Reader, Reading, ReadOptions, Tally


if TYPE_CHECKING:
    from netzwerkwandel.sources.calendar.entry import Entry


LARGEST = 200_000_000


class CalendarReader(Reader):
    """Reads calendars, each file on its own."""

    kind: ClassVar[str] = SourceKind.CALENDAR

    @override
    def looks_like(self, head: bytes) -> bool:
        return looks_like_calendar(head)

    @override
    def read(self, files: Sequence[SourceFile], where: str, options: ReadOptions) -> Reading:
        (file,) = files
        return read_calendar(file, as_of=options.as_of, timezone=options.timezone)


def read_calendar(
    file: SourceFile, *, as_of: datetime, timezone: tzinfo = UTC, largest: int = LARGEST
) -> Reading:
    """Whom did the owner of a calendar meet, and when?

    Everyone who was invited and did not decline counts as having taken part. Rooms, groups and
    those who were only informed do not. Recurrences are worked out up to ``as_of``.

    Parameters
    ----------
    file : SourceFile
        An iCalendar file (``.ics``), with one calendar or several.
    as_of : datetime
        Now: what begins later has not happened. Aware.
    timezone : tzinfo
        For times without a time zone, and in one that nobody knows.
    largest : int
        From how many bytes on a file is refused: all of it is held in memory.

    Returns
    -------
    Reading
        One interaction for each meeting of two or more, in UTC, and a contact for everyone in it.

    Raises
    ------
    ExportFormatError
        If this is no calendar, or a larger one than that.
    MissingExtraError
        If the libraries for calendars are not installed.
    InvalidArgumentError
        If ``file`` is no ``SourceFile``, such as a path: ``SourceFile.from_path`` makes one of it;
        or ``as_of`` has no time zone.

    Examples
    --------
    >>> data = b'''BEGIN:VCALENDAR
    ... X-WR-CALNAME:mara@example.org
    ... BEGIN:VEVENT
    ... UID:1
    ... DTSTART:20260304T090000Z
    ... ATTENDEE;CN=Ben Okafor:mailto:ben@example.org
    ... END:VEVENT
    ... END:VCALENDAR
    ... '''
    >>> file = SourceFile.from_bytes(data, "mara.ics")
    >>> read_calendar(file, as_of=datetime(2026, 4, 1, tzinfo=UTC)).interactions
    (Interaction(meeting, 2026-03-04T09:00:00+00:00, 2 people),)
    """
    check_kind("file", file, SourceFile)
    check_aware("as_of", as_of)
    if not looks_like_calendar(file.head()):
        raise ExportFormatError(file.where, "a calendar must begin with BEGIN:VCALENDAR")
    require_calendar_libraries()
    from netzwerkwandel.sources.calendar.meetings import reading_of
    from netzwerkwandel.sources.calendar.series import OccurrenceFinder

    calendars = calendar_texts(file.read(largest))
    tally = Tally(SourceKind.CALENDAR, file.where)
    finder = OccurrenceFinder(as_of=as_of, timezone=timezone, tally=tally)
    with warnings.catch_warnings():
        # icalendar warns of time zones that it guessed, dateutil of rules with two ends.
        warnings.simplefilter("ignore")
        entries = list(_entries(calendars, timezone, tally))
        return reading_of(list(finder.occurrences(entries)), tally)


def _entries(
    calendars: tuple[CalendarText, ...], timezone: tzinfo, tally: Tally
) -> Iterator[Entry]:
    from netzwerkwandel.sources.calendar.entry import UNKNOWN_ZONE, read_entry
    from netzwerkwandel.sources.calendar.zones import clock_of

    numbers = count(1)
    for calendar in calendars:
        clock, wrong = clock_of(calendar, timezone)
        for problem in wrong:
            tally.problem("", problem)
        owner = calendar.owner_key
        # A zone that nobody knows stands at every event of a calendar; it is told once.
        told: set[str] = set()
        for text in calendar.events:
            place = f"event {next(numbers)}"
            noted: list[str] = []
            entry = read_entry(text, place=place, clock=clock, owner=owner, note=noted.append)
            if entry is None:
                tally.broken(place, "it cannot be read or has no start")
                continue
            for problem in dict.fromkeys(noted):
                if problem not in told:
                    tally.problem(place, problem)
            told |= {UNKNOWN_ZONE} & set(noted)
            yield entry
