"""What happened of the events of a calendar: which occurrences they had until a moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, tzinfo

import attrs

from netzwerkwandel.model import Key, SkipReason
from netzwerkwandel.sources.calendar.entry import Entry, occurrence_key
from netzwerkwandel.sources.calendar.expansion import Repetition, Series
from netzwerkwandel.sources.calendar.times import hours_between
from netzwerkwandel.sources.calendar.zones import in_utc
from netzwerkwandel.sources.tools import Tally


FIRST_YEAR = 1990
# Steps of some microseconds, of which an occurrence takes ten: no calendar of a megabyte has honest
# work for more. A larger one may have more of it.
MOST_OF_A_MEGABYTE = 800_000
# What is worked out is kept for everyone who was there: so many people make a step.
_PEOPLE_OF_A_STEP = 3

_TOO_EARLY = f"it must begin in {FIRST_YEAR} or later"
_FIRST = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)


@attrs.frozen(kw_only=True)
class Occurrence:
    """One time that an event took place, or was to take place.

    Parameters
    ----------
    key : str
        The same in every calendar that holds the event.
    entry : Entry
        The entry that says what it was like.
    when : datetime
        When it began, in UTC.
    is_all_day : bool
        Whether it was a day rather than a time.
    hours : float or None
        How long it lasted.
    """

    key: str
    entry: Entry
    when: datetime
    is_all_day: bool
    hours: float | None

    @classmethod
    def of(cls, repetition: Repetition, when: datetime) -> Occurrence:
        """Make the occurrence of a repetition that begins at a moment in UTC."""
        entry = repetition.entry
        hours = hours_between(repetition.start, repetition.end)
        is_timed = isinstance(repetition.start, datetime)
        # What was not moved is known by its own beginning, which is in UTC already.
        begins_then = is_timed and entry.replaces is None
        return cls(
            key=occurrence_key(entry.uid, when if begins_then else repetition.original),
            entry=entry,
            when=when,
            is_all_day=entry.is_all_day or not is_timed,
            hours=entry.hours if hours is None else hours,
        )


@attrs.frozen
class _Family:
    """The entries about one event: those of the newest revision, their changes, and the rest."""

    leaders: tuple[Entry, ...]
    changes: tuple[Entry, ...]
    superseded: tuple[Entry, ...]

    @classmethod
    def of(cls, group: Sequence[Entry]) -> _Family:
        """Part the entries about one event."""
        # A calendar that was sent about holds older revisions too; SEQUENCE counts them.
        # Several entries of the newest are kept: some programs give every occurrence the same
        # UID.
        masters = [entry for entry in group if entry.replaces is None]
        newest = max((entry.sequence for entry in masters), default=0)
        leaders = [entry for entry in masters if entry.sequence == newest]
        changes: dict[Key, Entry] = {}
        for entry in group:
            key = entry.replaced_key
            if key and changes.setdefault(key, entry).revision[:2] < entry.revision[:2]:
                changes[key] = entry
        # A change of a day that a newer revision of the series no longer reaches is a leftover.
        ends = [end for leader in leaders if (end := leader.last_day) is not None]
        if len(leaders) == len(ends) == 1:
            changes = {
                name: entry
                for name, entry in changes.items()
                if entry.sequence >= newest or entry.day_replaced <= ends[0]
            }
        if leaders:
            # Exchange leaves the people out of what it changes.
            changes = {
                key: entry if entry.guests.named else attrs.evolve(entry, guests=leaders[0].guests)
                for key, entry in changes.items()
            }
        kept_places = {entry.place for entry in [*leaders, *changes.values()]}
        superseded = [entry for entry in group if entry.place not in kept_places]
        return cls(tuple(leaders), tuple(changes.values()), tuple(superseded))


class OccurrenceFinder:
    """Finds what happened until a moment, and counts what it leaves out.

    Parameters
    ----------
    as_of : datetime
        The moment.
    timezone : tzinfo
        In which an all-day entry begins.
    tally : Tally
        Where to count.
    size : int
        How many bytes the calendar has.
    """

    def __init__(self, *, as_of: datetime, timezone: tzinfo, tally: Tally, size: int = 0) -> None:
        self.until = as_of.astimezone(UTC)
        self.timezone = timezone
        self.tally = tally
        # How much may still be worked out for this file, all its series together.
        self._room = MOST_OF_A_MEGABYTE * max(1, size // 1_000_000)
        self._is_full = False

    def occurrences(
        self, entries: Iterable[Entry], done: Callable[[int], object]
    ) -> Iterator[Occurrence]:
        """Find the occurrences of all entries, each once, the newest revision of it."""
        by_uid: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            by_uid[entry.uid].append(entry)
        seen: set[str] = set()
        for group in by_uid.values():
            done(len(group))
            # Most events are told of once, and were once.
            is_single = len(group) == 1 and not group[0].repeats
            for occurrence in self._single(group[0]) if is_single else self._of_event(group):
                if occurrence.key in seen:
                    self._leave_out(occurrence.entry, SkipReason.DUPLICATE)
                else:
                    seen.add(occurrence.key)
                    yield occurrence

    def _of_event(self, group: Sequence[Entry]) -> Iterable[Occurrence]:
        family = _Family.of(group)
        for entry in family.superseded:
            self._leave_out(entry, SkipReason.DUPLICATE)
        happened = self._of_family(family)
        if len(family.leaders) > 1:
            # What cancels an occurrence counts, wherever it stands.
            return sorted(happened, key=lambda each: not each.entry.is_cancelled)
        return happened

    def _of_family(self, family: _Family) -> Iterator[Occurrence]:
        if not family.leaders:
            for change in family.changes:
                yield from self._single(change)
            return
        # The changes belong to the series among them, if there is one.
        first, *others = sorted(family.leaders, key=lambda entry: not entry.repeats)
        yield from self._series(first, family.changes)
        for entry in others:
            yield from self._series(entry, ())

    def _single(self, entry: Entry) -> tuple[Occurrence, ...]:
        if entry.start.year < FIRST_YEAR:
            self._leave_out(entry, SkipReason.NO_DATE, _TOO_EARLY)
        elif entry.start.year > self.until.year + 1:
            self._leave_out(entry, SkipReason.FUTURE)
        elif (when := self._moment(entry.start)) is None:
            self._leave_out(entry, SkipReason.BROKEN, "its time zone cannot be followed")
        elif when > self.until:
            self._leave_out(entry, SkipReason.FUTURE)
        else:
            return (Occurrence.of(Repetition(entry, entry.start), when),)
        return ()

    def _series(self, entry: Entry, changes: tuple[Entry, ...]) -> Iterator[Occurrence]:
        if not entry.repeats and not changes:
            yield from self._single(entry)
            return
        if self._room <= 0:
            self._tell_of_no_room()
            return
        series = Series(
            leader=entry,
            changes=changes,
            since=_FIRST,
            until=self.until,
            note=lambda problem: self.tally.problem(entry.place, problem),
        ).expand()
        if series is None:
            self._leave_out(entry, SkipReason.BROKEN, "its recurrences cannot be worked out")
            return
        # What is worked out is kept for everyone who was there.
        most = max(len(each.guests.keys) for each in (entry, *changes))
        each = 1 + most // _PEOPLE_OF_A_STEP
        kept = series.repetitions[: max(1, self._room // each)]
        if len(kept) < len(series.repetitions):
            self._tell_of_no_room()
        self._room -= series.cost + len(kept) * each
        happened = [
            Occurrence.of(repetition, when)
            for repetition in kept
            if (when := self._moment(repetition.start)) and when <= self.until
        ]
        yield from happened
        if not happened and entry.start.year < FIRST_YEAR:
            self._leave_out(entry, SkipReason.NO_DATE, _TOO_EARLY)

    def _tell_of_no_room(self) -> None:
        if not self._is_full:
            reason = "its rules of recurrence take too long to work out; the rest is left out"
            self.tally.problem("", reason)
        self._is_full = True

    def _moment(self, start: date | datetime) -> datetime | None:
        if not isinstance(start, datetime):
            start = datetime.combine(start, time(), self.timezone)
        return in_utc(start)

    def _leave_out(self, entry: Entry, reason: SkipReason, problem: str = "") -> None:
        self.tally.addresses |= entry.guests.keys
        if problem:
            self.tally.broken(entry.place, problem, reason)
        else:
            self.tally.skip(reason)
