"""A person's own exports, of all kinds together, read into one ``Records``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from datetime import UTC, datetime, tzinfo
from functools import partial

import attrs

from netzwerkwandel.errors import ExportFormatError, InvalidArgumentError, shown
from netzwerkwandel.model import (
    Experiment,
    Problem,
    SourceKind,
)
from netzwerkwandel.model.arguments import check_aware, check_count, check_kind
from netzwerkwandel.model.validation import instances
from netzwerkwandel.records import Records
from netzwerkwandel.sources.calendar import CalendarReader
from netzwerkwandel.sources.combined import combined
from netzwerkwandel.sources.contacts import (
    OUTLOOK_CONTACTS,
    THUNDERBIRD_CONTACTS,
    XING_CONTACTS,
    DirectoryReader,
    GoogleContactsReader,
)
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.google_chat import GoogleChatReader
from netzwerkwandel.sources.linkedin import LinkedInReader
from netzwerkwandel.sources.mail import MailReader
from netzwerkwandel.sources.mail.msg import OutlookMessageReader
from netzwerkwandel.sources.mail.olm import OutlookMacReader
from netzwerkwandel.sources.mail.parts import SMALLEST_PART
from netzwerkwandel.sources.mail.pst import OutlookDataReader
from netzwerkwandel.sources.outlook import OutlookCalendarReader
from netzwerkwandel.sources.owner import keys_of
from netzwerkwandel.sources.phone_backup import PhoneBackupReader
from netzwerkwandel.sources.phones import checked_region
from netzwerkwandel.sources.processes import can_travel, in_processes
from netzwerkwandel.sources.progress import Advance, Meter, metered, progress_bar
from netzwerkwandel.sources.reader import ArchiveReader, ReadContext, Reader, Source, Taking
from netzwerkwandel.sources.reading import Reading
from netzwerkwandel.sources.signal import SignalReader
from netzwerkwandel.sources.telegram import TelegramReader
from netzwerkwandel.sources.unread import UnreadFile, leftovers, unread_problems
from netzwerkwandel.sources.vcard import AddressBookReader
from netzwerkwandel.sources.walk import problem_of, walk
from netzwerkwandel.sources.whatsapp import WhatsAppReader, is_archive


# Mail comes first: a Maildir has a hundred thousand files, each asked about, and everything else
# has a few. No file is two of these by its content, so the order changes no result.
READERS: tuple[Reader, ...] = (
    MailReader(),
    CalendarReader(),
    AddressBookReader(),
    LinkedInReader(),
    GoogleContactsReader(),
    OUTLOOK_CONTACTS,
    THUNDERBIRD_CONTACTS,
    XING_CONTACTS,
    DirectoryReader(),
    OutlookCalendarReader(),
    OutlookMessageReader(),
    OutlookDataReader(),
    OutlookMacReader(),
    WhatsAppReader(),
    PhoneBackupReader(),
    TelegramReader(),
    SignalReader(),
    GoogleChatReader(),
)
"""The readers that ``read_exports`` asks by default."""

_FIRST_YEAR, _LAST_YEAR = 1990, 9000
_STOPPED = "stopped while reading: nothing of it was kept, and the exports are as they were before"
_CALLED = {str(SourceKind.LINKEDIN): "LinkedIn archive"}


@attrs.define(eq=False)
class Group:
    """Files that one reader reads together, and what to call them."""

    reader: Reader
    where: str
    files: list[SourceFile] = attrs.field(factory=list)
    taking: Taking | None = None
    """What takes the files as they are found; None where they are read in the end."""

    @property
    def size(self) -> int:
        """How many bytes its files have."""
        return sum(file.size for file in self.files)

    def add(self, file: SourceFile, head: bytes | None = None) -> None:
        """Add a file, with its first 64 kB where a reader knew it."""
        self.files.append(file)
        if self.taking is not None and (head is None or not self.taking.take(file, head)):
            self.taking = None

    def read(self, context: ReadContext, advance: Advance | None = None) -> Reading | Problem:
        """Read all files; what cannot be read at all is a problem."""
        try:
            if self.taking is not None:
                return self.taking.reading()
            if advance is None:
                return self.reader.read(Source(self.files, self.where), context)
            return self._read_metered(context, advance)
        except (ExportFormatError, OSError) as error:
            return problem_of(error, self.where)

    def _read_metered(self, context: ReadContext, advance: Advance) -> Reading:
        meter = Meter(self.size, advance)
        # Two readers tell how far their work is, and not only how much they have read.
        tells = isinstance(self.reader, CalendarReader) or context.workers > 1
        files = self.files if tells else [metered(file, meter.add) for file in self.files]
        told = attrs.evolve(context, advance=meter.add)
        try:
            return self.reader.read(Source(files, self.where), told)
        finally:
            meter.add(meter.left)


def read_exports(
    *paths: str | os.PathLike[str],
    me: Iterable[str] | None = None,
    as_of: datetime | None = None,
    timezone: tzinfo = UTC,
    region: str | None = None,
    experiments: Iterable[Experiment] = (),
    readers: Iterable[Reader] = READERS,
    progress: bool = False,
    workers: int = 1,
) -> Records:
    """Read a person's own exports: who is there, and who was in contact with whom?

    Mail (mbox, also of Google Takeout; Maildir; .eml; gzipped), calendars (.ics), LinkedIn archives
    and address books (vCard, LDIF, the tables of Google, Outlook, Thunderbird and XING) are known
    by their content. Of a mail only the header lines are read;
    no message text is kept. Nothing leaves the machine.

    Parameters
    ----------
    *paths : paths
        Files, folders and zip archives, in any order; each is an argument of its own.
    me : sequence of str, optional
        The owner's own mail addresses, profile pages or phone numbers. Where it is left out, the
        data is asked, and ``records.summary()`` says how it answered.
    as_of : datetime, optional
        The moment of reading, with a time zone; repeated events are taken up to it, and nothing
        later. By default now.
    timezone : tzinfo
        Where times that name no zone were written.
    region : str, optional
        The country of phone numbers that name none, as ``"DE"``: so ``0170 ...`` is one with
        ``+49 170 ...``. Where it is left out, the numbers themselves are asked. Both need the extra
        ``identity``.
    experiments : sequence of Experiment
        What she tried: whoever took part in an entry of a calendar that is called so, on one of its
        days, was met by it. Titles are read for nothing else, and not kept.
    readers : sequence of Reader
        Who is asked about each file, in this order: ``[*READERS, MyReader()]`` adds a format of
        your own.
    progress : bool
        Whether to show a bar, where tqdm is installed.
    workers : int
        How many processes read several files, and the parts of a large mailbox, side by side. The
        result is the same. With more than one, a script needs ``if __name__ == "__main__":`` where
        the system starts processes anew, as Windows and macOS do.

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
    KeyboardInterrupt
        If reading is interrupted; its text says that nothing was kept.
    InvalidArgumentError
        If ``as_of`` has no time zone, ``me`` is not made of addresses, or another argument is not
        what it should be.
    MissingExtraError
        If there is a calendar and the extra ``calendars`` is not installed, or a ``region`` is
        given and the extra ``identity`` is not.

    Notes
    -----
    What cannot be read is a problem in a report, and everything else is read all the same.

    Examples
    --------
    >>> from netzwerkwandel.sample import AS_OF, sample_exports
    >>> with sample_exports() as folder:
    ...     records = read_exports(folder / "contacts.vcf", as_of=AS_OF)
    >>> records.reports[0].kind
    <SourceKind.ADDRESS_BOOK: 'address book'>
    """
    moment = datetime.now(UTC) if as_of is None else check_aware("as_of", as_of)
    # Beyond these years no calendar can be worked out up to this moment.
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise InvalidArgumentError(
            f"as_of must be of the years {_FIRST_YEAR} to {_LAST_YEAR}, got {moment.year}"
        )
    context = ReadContext(
        me=frozenset() if me is None else keys_of(me),
        as_of=moment,
        timezone=check_kind("timezone", timezone, tzinfo),  # type: ignore[type-abstract]
        workers=workers,
        experiments=instances(Experiment, "experiments", experiments),
    )
    check_kind("progress", progress, bool)
    check_count("workers", workers, least=1)
    country = None if region is None else checked_region(region)
    readers = checked_readers(readers)
    if not paths:
        raise InvalidArgumentError("read_exports needs at least one file or folder")
    try:
        with progress_bar() if progress else nullcontext() as bar:
            problems: list[Problem] = []
            walked = walk(paths, problems)
            opened = walked if bar is None else bar.looking(walked)
            groups, unknown = plan(opened, readers, context if workers == 1 else None)
            if bar is not None:
                bar.reading(sum(group.size for group in groups))
            readings = read_groups(groups, context, problems, None if bar is None else bar.advance)
            if not readings and problems:
                raise ExportFormatError(problems[0].where, problems[0].reason)
            if not readings:
                raise nothing_known(paths, readers, unknown)
            if bar is not None:
                bar.joining()
            rest = leftovers(unknown, problems) if unknown or problems else None
            return combined(readings, context.me, country, rest, context.experiments)
    except KeyboardInterrupt:
        raise KeyboardInterrupt(_STOPPED) from None


def nothing_known(
    paths: Iterable[object], readers: Iterable[Reader], unknown: Iterable[UnreadFile]
) -> ExportFormatError:
    """Say that nothing under some paths is a known export, and what is there."""
    called = ", ".join(_CALLED.get(reader.kind, reader.kind) for reader in readers)
    reason = f"nothing here is a known export ({called})"
    told = "; ".join(str(problem) for problem in unread_problems(unknown))
    where = ", ".join(sorted(str(path) for path in paths))
    return ExportFormatError(where, f"{reason}: {told}" if told else reason)


def checked_readers(readers: object) -> list[Reader]:
    """Refuse what is not a sequence of ``Reader``."""
    if not isinstance(readers, Iterable):
        raise InvalidArgumentError(f"readers must be a sequence of Reader, got {shown(readers)}")
    several = list(readers)
    for reader in several:
        # A class has what its objects have, and is none of them.
        if isinstance(reader, type):
            raise InvalidArgumentError(
                f"readers must be made, as {reader.__name__}(), got the class {reader.__name__}"
            )
        check_kind("readers", reader, Reader)  # type: ignore[type-abstract]
    return several


def plan(
    opened: Iterable[tuple[SourceFile, bytes]],
    readers: Iterable[Reader],
    context: ReadContext | None = None,
) -> tuple[list[Group], list[UnreadFile]]:
    """Decide which reader reads which files together, each given with its first bytes.

    Parameters
    ----------
    opened : iterable of SourceFile and bytes
        The files, as ``walk`` gives them.
    readers : iterable of Reader
        Who is asked, in this order.
    context : ReadContext, optional
        What the readers are told: where it is given, what can be read at once is, so that of many
        small files each is opened once.

    Returns
    -------
    list of Group, list of UnreadFile
        What is read, and the files that no reader knows.

    Raises
    ------
    InvalidArgumentError
        If one of the readers is none.
    """
    groups = _Groups(checked_readers(readers), context)
    for file, head in opened:
        groups.add(file, head)
    rest = groups.rest()
    planned, sent = without_sent_cards(groups.all)
    return planned, [*rest, *sent]


def without_sent_cards(groups: Sequence[Group]) -> tuple[list[Group], list[UnreadFile]]:
    """Leave out the cards that lie in the archive of a chat: whoever they are of was never met.

    Returns
    -------
    list of Group, list of UnreadFile
        What is read, and the cards.
    """
    chats = (group for group in groups if group.reader.kind == SourceKind.WHATSAPP)
    folders = {file.folder for group in chats for file in group.files if is_archive(file)}
    kept, sent = [], []
    for group in groups:
        is_book = group.reader.kind == SourceKind.ADDRESS_BOOK
        if is_book and all(file.folder in folders for file in group.files):
            sent += [
                UnreadFile(file.where, file.name, "a card sent in a chat", is_export=False)
                for file in group.files
            ]
        else:
            kept.append(group)
    return kept, sent


@attrs.frozen
class _Groups:
    """Gathers the files that one reader reads together, and those that no reader knows."""

    readers: Sequence[Reader]
    context: ReadContext | None
    all: list[Group] = attrs.field(factory=list)
    named: dict[tuple[int, str], Group] = attrs.field(factory=dict)
    waiting: list[tuple[SourceFile, UnreadFile]] = attrs.field(factory=list)

    def add(self, file: SourceFile, head: bytes) -> None:
        """Add a file with its first bytes."""
        name = file.name
        known = (n for n, each in enumerate(self.readers) if each.looks_like(head, name))
        number = next(known, None)
        if number is None:
            self.waiting.append((file, UnreadFile.of(file, head)))
            return
        reader = self.readers[number]
        several = reader if isinstance(reader, ArchiveReader) else None
        of = None if several is None else several.group(file, head)
        group = None if of is None else self.named.get((number, of))
        if group is None:
            group = Group(reader, file.where if of is None else of)
            self.all.append(group)
            if several is not None and self.context is not None and group.where != file.where:
                group.taking = several.begin(group.where, self.context)
        if of is not None:
            self.named[number, of] = group
        group.add(file, head)

    def rest(self) -> list[UnreadFile]:
        """Give what no reader knows, and put the rest to the archives of which it is a part."""
        # Only in the end is it known which archives there are.
        unknown: list[UnreadFile] = []
        several = [(n, r) for n, r in enumerate(self.readers) if isinstance(r, ArchiveReader)]
        for file, seen in self.waiting:
            names = ((n, reader.group_of_unknown(file)) for n, reader in several)
            groups = (self.named[n, name] for n, name in names if name and (n, name) in self.named)
            group = next(groups, None)
            if group is None:
                unknown.append(seen)
            else:
                group.add(file)
        return unknown


def read_groups(
    groups: Iterable[Group],
    context: ReadContext,
    problems: list[Problem],
    advance: Advance | None = None,
) -> list[Reading]:
    """Read what was planned; what cannot be read at all becomes a problem.

    Parameters
    ----------
    groups : sequence of Group
        From ``plan``.
    context : ReadContext
        What the readers are told.
    problems : list of Problem
        Takes what cannot be read.
    advance : callable, optional
        Is told of each amount of bytes that was read.
    """
    groups = list(groups)
    # Other processes read what can be given to them; the large mailboxes are parted here.
    small = [g for g in groups if context.workers > 1 and g.size < SMALLEST_PART * 2]
    sent = [group for group in small if can_travel(group)] if len(small) > 1 else []
    alone = partial(Group.read, context=attrs.evolve(context, workers=1, advance=None))
    there = partial(in_processes, alone, sent, workers=context.workers, advance=advance)
    elsewhere = dict(zip(sent, there(), strict=True)) if sent else {}
    readings = []
    for group in groups:
        result = elsewhere.get(group) or group.read(context, advance)
        if isinstance(result, Problem):
            problems.append(result)
            continue
        readings.append(check_kind(f"what the {group.reader.kind} reader gives", result, Reading))
    return readings
