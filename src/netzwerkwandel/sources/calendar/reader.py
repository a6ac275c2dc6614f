from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, tzinfo

from typing_extensions import override

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import Experiment, Key, SourceKind
from netzwerkwandel.model.arguments import check_aware, check_kind
from netzwerkwandel.sources.calendar.library import require_calendar_libraries
from netzwerkwandel.sources.calendar.text import calendar_texts, looks_like_calendar, titles
from netzwerkwandel.sources.tools import (
    ReadContext,
    Reader,
    Reading,
    Source,
    SourceFile,
    Tally,
    unmetered,
)


LARGEST = 200_000_000


class _Share:
    """Tells how much of some work is done, in another unit and no more than there is of it."""

    def __init__(self, advance: Callable[[int], object] | None, whole: int, steps: int) -> None:
        self._advance, self._whole, self._steps = advance, whole, steps
        self._done = self._told = 0

    def __call__(self, steps: int) -> None:
        self._done = min(self._done + steps, self._steps)
        reached = self._whole * self._done // self._steps
        if self._advance is not None and reached > self._told:
            self._advance(reached - self._told)
            self._told = reached


class CalendarReader(Reader):
    """Reads calendars, each file on its own."""

    kind = SourceKind.CALENDAR

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return looks_like_calendar(head)

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        # To read it takes no time beside finding out when repeated events were.
        return read_calendar(
            unmetered(source.file),
            me=context.me,
            as_of=context.as_of,
            timezone=context.timezone,
            experiments=context.experiments,
            advance=context.advance,
        )


def read_calendar(
    file: SourceFile,
    *,
    me: frozenset[Key] = frozenset(),
    as_of: datetime,
    timezone: tzinfo = UTC,
    largest: int = LARGEST,
    experiments: Sequence[Experiment] = (),
    advance: Callable[[int], object] | None = None,
) -> Reading:
    """Whom did the owner of a calendar meet, and when?

    Everyone who was invited and did not decline counts as having taken part. Rooms, groups and
    those who were only informed do not. Recurrences are worked out up to ``as_of``.

    Parameters
    ----------
    file : SourceFile
        An iCalendar file (``.ics``), with one calendar or several.
    me : frozenset of str
        The keys known to be the owner's: in a calendar that names no owner, an entry with one other
        person is a meeting of hers only where the calendar names her somewhere.
    as_of : datetime
        Now: what begins later has not happened. Aware.
    timezone : tzinfo
        For times without a time zone, and in one that nobody knows.
    largest : int
        From how many bytes on a file is refused: all of it is held in memory.
    experiments : sequence of Experiment
        What the owner tried: titles are read to find its entries, and not kept.
    advance : callable, optional
        Is told how much of the work is done, in bytes of the file.

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
    >>> read_calendar(file, as_of=datetime(2026, 4, 1, tzinfo=UTC)).interactions[0]
    Interaction(meeting, 2026-03-04T09:00:00+00:00, 2 people)
    """
    check_kind("file", file, SourceFile)
    check_aware("as_of", as_of)
    if not looks_like_calendar(file.head()):
        raise ExportFormatError(file.where, "a calendar must begin with BEGIN:VCALENDAR")
    require_calendar_libraries()
    from netzwerkwandel.sources.calendar.entries import EntryReader
    from netzwerkwandel.sources.calendar.meetings import who_met
    from netzwerkwandel.sources.calendar.series import OccurrenceFinder

    data = file.read(largest)
    calendars = calendar_texts(data)
    tally = Tally(SourceKind.CALENDAR, file.where)
    finder = OccurrenceFinder(as_of=as_of, timezone=timezone, tally=tally, size=len(data))
    with warnings.catch_warnings():
        # icalendar warns of time zones that it guessed, dateutil of rules with two ends.
        warnings.simplefilter("ignore")
        # Half of the work is to read the events, and half to find out when they were.
        events = sum(len(c.events) + len(c.passed_over.numbers) for c in calendars) or 1
        done = _Share(advance, file.size, 2 * events)
        entries = list(EntryReader(timezone, tally, done).entries(calendars))
        called = titles(data) if experiments else {}
        of_event = {
            uid: [e for e in experiments if any(map(e.is_called, some))]
            for uid, some in called.items()
        }
        return who_met(entries, finder.occurrences(entries, done), tally, of_event, me)
