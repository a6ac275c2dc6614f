"""Which reader reads which files together, and the reading of them, side by side or one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TypeAlias

import attrs

from netzwerkwandel.errors import ExportFormatError, InvalidArgumentError, shown
from netzwerkwandel.model import Problem, SourceKind
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.mail.parts import SMALLEST_PART
from netzwerkwandel.sources.processes import can_travel, in_processes
from netzwerkwandel.sources.progress import Advance, Meter, metered
from netzwerkwandel.sources.reader import ArchiveReader, ReadContext, Reader, Source, Taking
from netzwerkwandel.sources.reading import Reading
from netzwerkwandel.sources.unread import UnreadFile
from netzwerkwandel.sources.walk import problem_of


Opened: TypeAlias = tuple[SourceFile, bytes]
"""A file, with its first 64 kB."""

# So many files of a folder are taken together, or fewer where they are so large.
_FILES_AT_ONCE = 256
_BYTES_AT_ONCE = 1 << 22


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

    def add(self, file: SourceFile) -> None:
        """Add a file that is read with all others in the end."""
        self.files.append(file)
        self.taking = None

    def take(self, files: Sequence[Opened]) -> Sequence[Opened] | None:
        """Add files of one folder, and give back those that are none of this group.

        None where they have to be read in the end.
        """
        others = self.taking.take(files) if self.taking is not None else None
        if others is None:
            self.taking = None
            return None
        taken = [file for file, _ in files]
        if others:
            given_back = {id(file) for file, _ in others}
            taken = [file for file in taken if id(file) not in given_back]
        self.files += taken
        return others

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
    """Leave out cards that lie among what others sent: whoever they are of was never met.

    Returns
    -------
    list of Group, list of UnreadFile
        What is read, and the cards.
    """
    sent_in = {
        file.folder
        for group in groups
        if isinstance(group.reader, ArchiveReader)
        for file in group.files
        if group.reader.lies_among_sent(file)
    }
    kept, sent = [], []
    for group in groups:
        is_book = group.reader.kind == SourceKind.ADDRESS_BOOK
        if is_book and all(file.folder in sent_in for file in group.files):
            sent += [
                UnreadFile(file.where, file.name, "a card sent in a chat", is_export=False)
                for file in group.files
            ]
        else:
            kept.append(group)
    return kept, sent


@attrs.define
class _Folder:
    """Files of one folder that wait to be taken together: one after the other takes longer."""

    group: Group
    before: Sequence[Reader]
    """Who is asked about a file before the reader of the group."""
    path: str
    files: list[Opened]
    size: int = 0

    def may_have(self, file: SourceFile, head: bytes) -> bool:
        """Say whether a file is the next one of the folder, and nobody else's."""
        path = self.path
        if not file.where.startswith(path):
            return False
        name = file.where[len(path) :]
        if "/" in name or "\\" in name:
            return False
        return not self.before or not any(each.looks_like(head, name) for each in self.before)

    def add(self, file: SourceFile, head: bytes) -> bool:
        """Add a file; say whether so many wait now that it is time to take them."""
        self.files.append((file, head))
        self.size += len(head)
        return len(self.files) >= _FILES_AT_ONCE or self.size > _BYTES_AT_ONCE


@attrs.define
class _Groups:
    """Gathers the files that one reader reads together, and those that no reader knows."""

    readers: Sequence[Reader]
    context: ReadContext | None
    all: list[Group] = attrs.field(factory=list)
    named: dict[tuple[int, str], Group] = attrs.field(factory=dict)
    waiting: list[tuple[SourceFile, UnreadFile]] = attrs.field(factory=list)
    folder: _Folder | None = None

    def add(self, file: SourceFile, head: bytes) -> None:
        """Add a file with its first bytes."""
        if self.folder is None or not self.folder.may_have(file, head):
            self.take_folder()
            self._ask(file, head)
        elif self.folder.add(file, head):
            self.take_folder()

    def take_folder(self) -> None:
        """Take the files of a folder that wait."""
        folder, self.folder = self.folder, None
        if folder is not None:
            others = folder.group.take(folder.files)
            for file, head in folder.files if others is None else others:
                self._ask(file, head, but=folder.group)

    def _ask(self, file: SourceFile, head: bytes, but: Group | None = None) -> None:
        """Ask the readers of whom a file is; one group does not take it as it is found."""
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
        if group.taking is None or group is but:
            group.add(file)
            return
        # One that was given back may begin a folder of its own.
        self.take_folder()
        path = file.where.removesuffix(name)
        self.folder = _Folder(group, self.readers[:number], path, [])
        self.folder.add(file, head)

    def rest(self) -> list[UnreadFile]:
        """Give what no reader knows, and put the rest to the archives of which it is a part."""
        self.take_folder()
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
