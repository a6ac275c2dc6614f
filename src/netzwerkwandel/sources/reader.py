"""What a reader is: whoever can say whether a file is of one kind, and what it tells."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, tzinfo
from functools import partial
from operator import attrgetter
from typing import Protocol, runtime_checkable

import attrs

from netzwerkwandel.errors import ExportFormatError, InvalidArgumentError, shown
from netzwerkwandel.model import Experiment, Key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.opened import Opened, OpenedFiles
from netzwerkwandel.sources.reading import Reading


def _as_files(files: Iterable[SourceFile]) -> tuple[SourceFile, ...]:
    check_files(files)
    return tuple(sorted(files, key=attrgetter("where")))


@attrs.frozen
class Source:
    """What is read at once: one file, or the files of one archive.

    Parameters
    ----------
    files : sequence of SourceFile
        At least one for a reader; kept in the order of their names, in whatever they were found.
    where : str
        What to call them in a report: the path of the file, or the name of the archive.

    Raises
    ------
    InvalidArgumentError
        If ``files`` are no ``SourceFile``, such as a path.

    Examples
    --------
    >>> Source.from_bytes(b"Number;Time", "calls.csv").file.name
    'calls.csv'
    """

    files: tuple[SourceFile, ...] = attrs.field(converter=_as_files)
    where: str

    @classmethod
    def from_file(cls, file: SourceFile) -> Source:
        """Make the source that is one file, called as it is.

        Raises
        ------
        InvalidArgumentError
            If ``file`` is no ``SourceFile``, such as a path.
        """
        return cls([check_kind("file", file, SourceFile)], file.where)

    @classmethod
    def from_bytes(cls, data: bytes, where: str = "<bytes>") -> Source:
        """Make the source that is one file in memory."""
        return cls.from_file(SourceFile.from_bytes(data, where))

    @property
    def file(self) -> SourceFile:
        """The only file.

        Raises
        ------
        ExportFormatError
            If there is none, or another one.
        """
        if len(self.files) != 1:
            raise ExportFormatError(self.where, f"this must be one file, got {len(self.files):,}")
        return self.files[0]

    @property
    def size(self) -> int:
        """How many bytes its files have."""
        return sum(file.size for file in self.files)


@attrs.frozen(kw_only=True)
class ReadContext:
    """What does whoever reads an export say about it?

    Parameters
    ----------
    as_of : datetime
        The moment of reading, aware: what lies after it is left out.
    me : frozenset of str
        Keys known to be the owner's own; empty where it was left to the data.
    timezone : tzinfo
        Where times that name no zone were written.
    region : str, optional
        The country of phone numbers that name none, as ``"DE"``. A reader keeps numbers as they are
        written: they are brought to one form once all is read.
    workers : int
        How many processes a reader may use.
    experiments : sequence of Experiment
        What she tried; a reader says who took part in entries that are called so.
    advance : callable, optional
        Is told how much of the work is done, in bytes of the files, by readers that work on after
        they have read them, and read them ``unmetered``. Of others the bytes that they read are
        what is done. What is not told is taken as done when the reader ends.

    Examples
    --------
    >>> ReadContext(as_of=datetime(2026, 6, 1, tzinfo=UTC)).timezone
    datetime.timezone.utc
    """

    as_of: datetime
    me: frozenset[Key] = frozenset()
    timezone: tzinfo = UTC
    region: str | None = None
    workers: int = 1
    experiments: tuple[Experiment, ...] = ()
    advance: Callable[[int], object] | None = attrs.field(default=None, eq=False, repr=False)


def read_again(
    reader: Reader, source: Source, context: ReadContext
) -> Callable[[frozenset[Key]], Reading]:
    """Make what reads a source once more where other keys are the owner's: ``Reading.for_owner``.

    For readers that are quick; one that is not keeps what it has taken, and tells it anew.

    Parameters
    ----------
    reader : Reader
        Who reads.
    source : Source
        What was read.
    context : ReadContext
        What was said about it.

    Returns
    -------
    callable
        Takes the keys that are known to be the owner's.
    """
    return partial(_read_for, reader, source, attrs.evolve(context, advance=None))


def _read_for(reader: Reader, source: Source, context: ReadContext, me: frozenset[Key]) -> Reading:
    return reader.read(source, attrs.evolve(context, me=me))


@runtime_checkable
class Reader(Protocol):
    r"""Reads one kind of export: whatever has a kind and these two methods is a reader.

    ``read_exports(..., readers=[*READERS, MyReader()])`` asks its readers in turn by the first
    bytes of each file, and gives the file to the first that knows it. A subclass is a reader, and
    so is a class of the same shape that knows nothing of this one. What several files tell
    together is read by an ``ArchiveReader``.

    Examples
    --------
    >>> from netzwerkwandel.sources.tools import Contact, Tally, phone_key
    >>> class PhoneLog:
    ...     kind = "phone log"
    ...
    ...     def looks_like(self, head, name):
    ...         return head.startswith(b"Number;Time")
    ...
    ...     def read(self, source, context):
    ...         tally = Tally(self.kind, source.where)
    ...         contacts = {}
    ...         for line in source.file.read(10_000_000).decode().splitlines()[1:]:
    ...             number, time = line.split(";")
    ...             contacts[number] = Contact(key=phone_key(number), phones=[number])
    ...             tally.use()
    ...         return Reading(report=tally.report(), contacts=contacts.values())
    >>> log = Source.from_bytes(b"Number;Time\n+4930901820;2026-03-04\n", "calls.csv")
    >>> context = ReadContext(as_of=datetime(2026, 6, 1, tzinfo=UTC))
    >>> PhoneLog().read(log, context).report.used
    1
    """

    @property
    @abstractmethod
    def kind(self) -> str:
        """What its reports are called, such as ``"phone log"``; each reader has its own."""

    @abstractmethod
    def looks_like(self, head: bytes, name: str) -> bool:
        """Is a file of this kind, by its first 64 kB? Names may help: they are often wrong.

        Parameters
        ----------
        head : bytes
            The first bytes of the file, or all where it is shorter; they may end in the middle of a
            character. Of a gzipped file, what they unpack to.
        name : str
            The name of the file, without its folder. The content decides: a name is asked where
            two kinds begin alike.

        Returns
        -------
        bool
            Whether this reader should be given the file.
        """

    @abstractmethod
    def read(self, source: Source, context: ReadContext) -> Reading:
        """Read what was found: of a reader of single files, ``source.file``.

        A bad record becomes a problem in the report, and the rest is read.

        Parameters
        ----------
        source : Source
            The file or files, and what to call them in the report.
        context : ReadContext
            The moment of reading and the like.

        Returns
        -------
        Reading
            The records, and the report.

        Raises
        ------
        ExportFormatError
            If it is not of this kind after all, or cannot be read.
        """


class ArchiveReader(Reader):
    """Reads what several files tell together: a reader that says which files these are.

    Subclass it, and say in ``group`` what a file is a part of. All files of one group are one
    ``Source``, with one report.
    """

    @abstractmethod
    def group(self, file: SourceFile, head: bytes) -> str | None:
        """What is this file read as a part of, such as the folder of an archive?

        Parameters
        ----------
        file : SourceFile
            A file that ``looks_like`` knew.
        head : bytes
            Its first 64 kB.

        Returns
        -------
        str or None
            The name of its group: all files of one name are read together, and get one report
            under that name. None where the file is read on its own.
        """

    def group_of_unknown(self, file: SourceFile) -> str | None:  # noqa: ARG002
        """Which group would a file belong to that no reader knows by itself? By default none.

        A table of one column may say nothing on its own, and much beside the rest of its archive.

        Parameters
        ----------
        file : SourceFile
            A file that no reader's ``looks_like`` knew.

        Returns
        -------
        str or None
            The name of a group, as ``group`` gives it: the file is read with that group if there
            is one. None where the file belongs to no group of this kind.
        """
        return None

    def lies_among_sent(self, file: SourceFile) -> bool:  # noqa: ARG002
        """Say whether a file lies in one folder with what others sent; by default it does not.

        A chat that is exported with its media holds cards of people whom the owner may never have
        met: address books in that folder are not read.

        Parameters
        ----------
        file : SourceFile
            A file that this reader reads.

        Returns
        -------
        bool
            Whether nothing in the folder of the file is the owner's own.
        """
        return False

    def begin(self, where: str, context: ReadContext) -> Taking | None:  # noqa: ARG002
        """Begin to read a group while its files are found; by default they are read in the end.

        A folder may have a hundred thousand small files, and to open each of them once more takes
        as long as to read it.

        Parameters
        ----------
        where : str
            The name of the group, as ``group`` gives it.
        context : ReadContext
            The moment of reading and the like.

        Returns
        -------
        Taking or None
            What takes the files; None where all are read together, by ``read``.
        """
        return None

    def take(
        self, several: Sequence[tuple[Taking, OpenedFiles]]
    ) -> Sequence[Sequence[Opened] | None]:
        """Have files of several groups taken as they are found; by default each for itself.

        A mailbox may have a folder for each of its mails, and to read these together takes a small
        part of the time.

        Parameters
        ----------
        several : sequence of Taking and OpenedFiles
            What takes the files of each group, from ``begin``, and the files.

        Returns
        -------
        sequence
            What each gives back, as ``Taking.take`` does.
        """
        return [taking.take(files) for taking, files in several]


class Taking(Protocol):
    """Reads a group of files as they are found, with the result of ``Reader.read``."""

    def take(self, files: Sequence[Opened]) -> Sequence[Opened] | None:
        """Take files of one folder, each with its first 64 kB.

        The reader has been asked about the first file of the folder alone. So it gives back, in
        their order, those that are none of its group: they go the way of all files. None where
        the group has to be read in the end.
        """

    def reading(self) -> Reading:
        """Give what all files tell; raises what ``Reader.read`` does."""


def check_files(files: object) -> None:
    """Refuse what is not a sequence of ``SourceFile``, such as a path.

    Raises
    ------
    InvalidArgumentError
        If it is not.

    Examples
    --------
    >>> check_files([SourceFile.from_bytes(b"")])
    """
    if isinstance(files, str) or not isinstance(files, Iterable):
        raise InvalidArgumentError(f"files must be several SourceFile, got {shown(files)}")
    for file in files:
        check_kind("files", file, SourceFile)
