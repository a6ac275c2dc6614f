from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from functools import partial

import attrs

from netzwerkwandel.errors import ExportFormatError, InvalidArgumentError
from netzwerkwandel.model import (
    ME,
    Interaction,
    Key,
    MeEvidence,
    Problem,
    SkipReason,
    SourceKind,
    SourceReport,
    Tie,
)
from netzwerkwandel.records import Records
from netzwerkwandel.records.orders import ties_in_order
from netzwerkwandel.records.statements import updated_ties
from netzwerkwandel.sources.calendar import read_calendar
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.linkedin import read_linkedin
from netzwerkwandel.sources.mail import read_mail
from netzwerkwandel.sources.owner import find_owner, keys_of
from netzwerkwandel.sources.plan import Plan, plan
from netzwerkwandel.sources.progress import counted, progress_bar
from netzwerkwandel.sources.reading import MOST_PROBLEMS, Reading
from netzwerkwandel.sources.vcard import read_vcards
from netzwerkwandel.sources.walk import problem_of, walk


_FIRST_YEAR, _LAST_YEAR = 1990, 9000
_UNDATED = datetime.min.replace(tzinfo=UTC)


def read_exports(
    *paths: str | os.PathLike[str],
    me: Iterable[str] | None = None,
    as_of: datetime | None = None,
    timezone: tzinfo = UTC,
    progress: bool = False,
) -> Records:
    """Read a person's own exports: who is there, and who was in contact with whom?

    Mail (mbox, also of Google Takeout; Maildir; .eml; gzipped), calendars (.ics), LinkedIn archives
    and address books (vCard) are known by their content. Of a mail only the header lines are read;
    no message text is kept. Nothing leaves the machine.

    Parameters
    ----------
    *paths : paths
        Files, folders and zip archives, in any order.
    me : sequence of str, optional
        The owner's own mail addresses, profile pages or phone numbers. Where it is left out, the
        data is asked, and ``records.summary()`` says how it answered.
    as_of : datetime, optional
        The moment of reading, with a time zone; repeated events are taken up to it, and nothing
        later. By default now.
    timezone : tzinfo
        Where times that name no zone were written.
    progress : bool
        Whether to show a bar, where tqdm is installed.

    Returns
    -------
    Records
        With one report for each source. The same exports give the same records, in any order of
        the paths, read once or twice.

    Raises
    ------
    NotFoundError
        If a path does not exist.
    ExportFormatError
        If nothing under the paths is a known export.
    InvalidArgumentError
        If ``as_of`` has no time zone, or ``me`` is not made of addresses.
    MissingExtraError
        If there is a calendar and the extra ``calendars`` is not installed.

    Notes
    -----
    What cannot be read is a problem in a report, and everything else is read all the same.
    """
    moment = _moment(as_of)
    given = frozenset() if me is None else keys_of(me)
    if not paths:
        raise InvalidArgumentError("read_exports needs at least one file or folder")
    problems: list[Problem] = []
    found = plan(walk(paths, problems))
    total = sum(file.size for file in found.files())
    with progress_bar(wanted=progress, total=total) as advance:
        watch = partial(counted, advance=advance)
        readers = _readers(found, watch, given, moment, timezone)
        readings = [each for where, read in readers if (each := _try(read, where, problems))]
    if not readings:
        raise _nothing_read(paths, problems)
    return _records(readings, given, _leftovers(found.unknown, problems))


def _moment(as_of: datetime | None) -> datetime:
    if as_of is None:
        return datetime.now(UTC)
    if as_of.tzinfo is None or as_of.utcoffset() is None:
        raise InvalidArgumentError(f"as_of must be a datetime with a time zone, got {as_of!r}")
    if not _FIRST_YEAR <= as_of.year <= _LAST_YEAR:
        raise InvalidArgumentError(
            f"as_of must be of the years {_FIRST_YEAR} to {_LAST_YEAR}, got {as_of!r}"
        )
    return as_of


def _readers(
    found: Plan,
    watch: Callable[[SourceFile], SourceFile],
    given: frozenset[Key],
    as_of: datetime,
    timezone: tzinfo,
) -> Iterator[tuple[str, Callable[[], Reading]]]:
    for file in found.calendars:
        yield file.where, partial(read_calendar, watch(file), as_of=as_of, timezone=timezone)
    for file in found.address_books:
        yield file.where, partial(read_vcards, watch(file))
    for where, files in found.archives.items():
        tables = [watch(file) for file in files]
        yield where, partial(read_linkedin, tables, where, me=given, as_of=as_of)
    for where, files in found.mailboxes.items():
        mails = [watch(file) for file in files]
        yield where, partial(read_mail, mails, where, me=given, as_of=as_of, timezone=timezone)


def _try(read: Callable[[], Reading], where: str, problems: list[Problem]) -> Reading | None:
    try:
        return read()
    except (ExportFormatError, OSError) as error:
        problems.append(problem_of(error, where))
        return None


def _nothing_read(
    paths: Sequence[str | os.PathLike[str]], problems: Sequence[Problem]
) -> ExportFormatError:
    if problems:
        return ExportFormatError(problems[0].where, problems[0].reason)
    return ExportFormatError(
        ", ".join(sorted(str(path) for path in paths)),
        "nothing here is a known export (mail, calendar, LinkedIn archive, address book)",
    )


def _leftovers(unknown: Sequence[SourceFile], problems: Iterable[Problem]) -> SourceReport | None:
    """Report the files that are no export, and those that could not be read."""
    if not unknown and not problems:
        return None
    each_once = sorted(set(problems), key=lambda problem: (problem.where, problem.reason))
    return SourceReport(
        kind=SourceKind.FILES,
        where="other files",
        read=len(unknown),
        skipped={SkipReason.NOT_AN_EXPORT: len(unknown)},
        problems=each_once[:MOST_PROBLEMS],
    )


def _records(
    readings: Sequence[Reading], given: frozenset[Key], leftovers: SourceReport | None
) -> Records:
    readings = sorted(readings, key=lambda reading: (reading.report.where, reading.report.kind))
    owner = find_owner(given, readings)
    interactions, reports = _each_once(readings)
    found = {contact for reading in readings for contact in reading.contacts}
    return Records.from_found(
        found.union(owner.contacts() if owner else ()),
        ties=_ties(readings),
        interactions=interactions,
        me=ME if owner else None,
        me_evidence=owner.evidence if owner else MeEvidence.GIVEN,
        merged=[(ME, key) for key in owner.keys] if owner else (),
        reports=[*reports, leftovers] if leftovers else reports,
    )


def _ties(readings: Iterable[Reading]) -> tuple[Tie, ...]:
    """What is stated of two people, the newer exports last; an address book tells no date."""
    told: defaultdict[datetime, list[Tie]] = defaultdict(list)
    for reading in readings:
        told[reading.report.last or _UNDATED] += reading.ties
    ties: tuple[Tie, ...] = ()
    for last in sorted(told):
        ties = updated_ties(ties, ties_in_order(told[last]))
    return ties


def _each_once(readings: Sequence[Reading]) -> tuple[list[Interaction], list[SourceReport]]:
    """Count what stands in several exports in the first of them, as the fullest copy tells it."""
    interactions: dict[Key, Interaction] = {}
    reports: list[SourceReport] = []
    for reading in readings:
        before = len(interactions)
        for event in reading.interactions:
            known = interactions.setdefault(event.key, event)
            if known != event:
                interactions[event.key] = max(known, event, key=_fullness)
        new = len(interactions) - before
        reports.append(_without(reading.report, len(reading.interactions) - new))
    return list(interactions.values()), reports


def _fullness(event: Interaction) -> tuple[int, str]:
    return len(event.participants), repr(attrs.astuple(event))


def _without(report: SourceReport, repeated: int) -> SourceReport:
    if not repeated:
        return report
    skipped = Counter(dict(report.skipped))
    skipped[SkipReason.DUPLICATE] += repeated
    return attrs.evolve(report, used=report.used - repeated, skipped=skipped)
