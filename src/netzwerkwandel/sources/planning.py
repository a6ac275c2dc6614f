"""Which reader reads which files together, and the reading of them, side by side or one by one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

import attrs

from netzwerkwandel.errors import ExportFormatError, InvalidArgumentError, shown
from netzwerkwandel.model import Problem, SourceKind
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.mail.parts import SMALLEST_PART
from netzwerkwandel.sources.opened import (
    BYTES_AT_ONCE,
    FILES_AT_ONCE,
    FilesOnDisk,
    Opened,
    OpenedFiles,
)
from netzwerkwandel.sources.processes import can_travel, in_processes
from netzwerkwandel.sources.progress import Advance, Meter, metered
from netzwerkwandel.sources.reader import ArchiveReader, ReadContext, Reader, Source, Taking
from netzwerkwandel.sources.reading import Reading
from netzwerkwandel.sources.unread import UnreadFile
from netzwerkwandel.sources.walk import problem_of


@attrs.define(eq=False)
class Group:
    """Files that one reader reads together, and what to call them."""

    reader: Reader
    where: str
    taking: Taking | None = None
    """What takes the files as they are found; None where they are read in the end."""
    _parts: list[Sequence[SourceFile]] = attrs.field(factory=list, init=False)

    @property
    def files(self) -> list[SourceFile]:
        """Its files."""
        return list(chain.from_iterable(self._parts))

    def files_in(self, folders: Collection[str]) -> Iterator[SourceFile]:
        """Those of its files that may lie in some folders, and do if there are many of them."""
        for part in self._parts:
            if not isinstance(part, FilesOnDisk) or part[0].folder in folders:
                yield from part

    @property
    def size(self) -> int:
        """How many bytes its files have."""
        return sum(
            sum(part.sizes if isinstance(part, FilesOnDisk) else (file.size for file in part))
            for part in self._parts
        )

    def add(self, file: SourceFile) -> None:
        """Add a file that is read with all others in the end."""
        self._parts.append((file,))
        self.taking = None

    def keep(self, files: OpenedFiles, others: Sequence[Opened]) -> None:
        """Add files that were taken, without others among them."""
        given_back = {file for file, _ in others}
        self._parts.append(
            [file for file in files.files if file not in given_back] if others else files.files
        )

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
        files = [metered(file, meter.add) for file in self.files]
        told = attrs.evolve(context, advance=meter.add)
        try:
            return self.reader.read(Source(files, self.where), told)
        finally:
            meter.add(meter.left)


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
    opened: Iterable[OpenedFiles],
    readers: Iterable[Reader],
    context: ReadContext | None = None,
) -> tuple[list[Group], list[UnreadFile]]:
    """Decide which reader reads which files together, each given with its first bytes.

    Parameters
    ----------
    opened : iterable of OpenedFiles
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
    for files in opened:
        groups.add(files)
    rest = groups.rest()
    planned, sent = without_sent_cards(groups.all)
    return planned, [*rest, *sent]


def without_sent_cards(groups: Sequence[Group]) -> tuple[list[Group], list[UnreadFile]]:
    """Leave out cards that lie among what others sent: whoever they are of was never met.

    Returns
    -------
    list of Group, list of UnreadFile
        What is read, and the cards.
    """
    books = {group for group in groups if group.reader.kind == SourceKind.ADDRESS_BOOK}
    of_books = {file.folder for book in books for file in book.files}
    sent_in = {
        file.folder
        for group in groups
        if isinstance(group.reader, ArchiveReader)
        for file in group.files_in(of_books)
        if group.reader.lies_among_sent(file)
    }
    kept, sent = [], []
    for group in groups:
        if group in books and all(file.folder in sent_in for file in group.files):
            sent += [
                UnreadFile(file.where, file.name, "a card sent in a chat", is_export=False)
                for file in group.files
            ]
        else:
            kept.append(group)
    return kept, sent


@attrs.define
class _Folder:
    """A folder whose files are taken together: one after the other takes longer."""

    group: Group
    before: Sequence[Reader]
    """Who is asked about a file before the reader of the group."""
    path: str

    def next_of_others(self, files: OpenedFiles, begin: int) -> int:
        """Where among files of the folder, from one on, is the first that somebody else knows?"""
        if self.before:
            for number, (file, head) in enumerate(files[begin:], begin):
                if any(each.looks_like(head, file.name) for each in self.before):
                    return number
        return len(files)


@attrs.define
class _Groups:
    """Gathers the files that one reader reads together, and those that no reader knows."""

    readers: Sequence[Reader]
    context: ReadContext | None
    all: list[Group] = attrs.field(factory=list)
    named: dict[tuple[int, str], Group] = attrs.field(factory=dict)
    unknown: list[tuple[SourceFile, UnreadFile]] = attrs.field(factory=list)
    folder: _Folder | None = None
    waiting: list[tuple[Group, OpenedFiles]] = attrs.field(factory=list)
    """Files that wait to be taken together, of several folders where these are small."""
    _count: int = 0
    _size: int = 0

    def add(self, files: OpenedFiles) -> None:
        """Add files with their first bytes."""
        for path, its_files in files.by_folder():
            begin = 0
            while begin < len(its_files):
                folder, end = self.folder, begin
                if folder is not None and folder.path == path:
                    end = folder.next_of_others(its_files, begin)
                if folder is None or end == begin:
                    self.folder = None
                    self._ask(*its_files[begin])
                    begin += 1
                else:
                    self._wait(folder.group, its_files[begin:end])
                    begin = end

    def _wait(self, group: Group, files: OpenedFiles) -> None:
        if self.waiting and self.waiting[0][0].reader is not group.reader:
            self.take_waiting()
        self.waiting.append((group, files))
        self._count += len(files)
        self._size += sum(map(len, files.heads))
        if self._count >= FILES_AT_ONCE or self._size > BYTES_AT_ONCE:
            self.take_waiting()

    def take_waiting(self) -> None:
        """Have the files taken that wait."""
        waiting, self.waiting, self._count, self._size = self.waiting, [], 0, 0
        if not waiting:
            return
        reader = waiting[0][0].reader
        assert isinstance(reader, ArchiveReader)
        takings = [group.taking for group, _ in waiting]
        taken = reader.take([(t, f) for t, (_, f) in zip(takings, waiting, strict=True) if t])
        others = iter(taken)
        self.folder = None
        for taking, (group, files) in zip(takings, waiting, strict=True):
            given_back = next(others) if taking else None
            if given_back is None or group.taking is None:
                # They have to be read in the end, with those that were taken before.
                group.taking, given_back = None, files
            else:
                group.keep(files, given_back)
            for file, head in given_back:
                self._ask(file, head, but=group)

    def _ask(self, file: SourceFile, head: bytes, but: Group | None = None) -> None:
        """Ask the readers of whom a file is; one group does not take it as it is found."""
        name = file.name
        known = (n for n, each in enumerate(self.readers) if each.looks_like(head, name))
        number = next(known, None)
        if number is None:
            self.unknown.append((file, UnreadFile.of(file, head)))
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
        if group.taking is None or group is but:
            group.add(file)
            return
        self.folder = _Folder(group, self.readers[:number], file.where.removesuffix(name))
        self._wait(group, OpenedFiles([file], [head]))

    def rest(self) -> list[UnreadFile]:
        """Give what no reader knows, and put the rest to the archives of which it is a part."""
        while self.waiting:
            self.take_waiting()
        # Only in the end is it known which archives there are.
        unknown: list[UnreadFile] = []
        several = [(n, r) for n, r in enumerate(self.readers) if isinstance(r, ArchiveReader)]
        for file, seen in self.unknown:
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
