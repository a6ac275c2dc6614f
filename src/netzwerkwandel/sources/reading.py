"""What a reader is, what it is told, and what it gives: the records of one export, and a report."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime, tzinfo
from typing import ClassVar, Protocol

import attrs

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.model import (
    ME,
    Contact,
    Experiment,
    Interaction,
    InteractionColumns,
    Key,
    MeEvidence,
    SourceReport,
    Tie,
)
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.validation import instances
from netzwerkwandel.records.contents import contacts_in_order, ties_in_order
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.happened import as_given


@attrs.frozen
class OwnerEvidence:
    """A key that may be the owner's own, how that shows, and in how many records.

    Parameters
    ----------
    key : str
        The key.
    evidence : MeEvidence
        How it shows.
    weight : int
        In how many records.
    beside : str, optional
        The key of an owner in whose stead this one may stand, such as an alias under which she is
        invited: it counts where she is the owner, and is called as she is.
    """

    key: Key = attrs.field(repr=False)
    evidence: MeEvidence
    weight: int = 1
    beside: Key | None = attrs.field(default=None, repr=False)


def _as_evidence(value: Iterable[OwnerEvidence]) -> tuple[OwnerEvidence, ...]:
    return instances(OwnerEvidence, "owner_evidence", value)


@attrs.frozen(eq=False)
class Revision:
    """Which revision of an event an export has, and what it tells of it.

    A newer backup of a calendar may have moved or cancelled what an older one still tells.

    Parameters
    ----------
    number : tuple of int and str
        The greater one is the newer one.
    is_cancelled : bool
        Whether the event did not happen, by this revision.
    keys : set of str
        The keys of what happened, by this revision.
    """

    number: tuple[int, str]
    is_cancelled: bool = False
    keys: set[Key] = attrs.field(factory=set)


@attrs.frozen(kw_only=True)
class Reading:
    """What does one export tell, and how did reading it go?

    Every participant of an interaction and both ends of a tie are in ``contacts``, save ``ME``,
    which stands for the owner and may be named without a contact.

    Parameters
    ----------
    report : SourceReport
        How it went; a ``Tally`` makes it.
    contacts, ties, interactions : sequences
        What the export tells. What happened has a key that is the same each time it is read.
    owner_evidence : sequence of OwnerEvidence
        Which keys may be the owner's own.
    revisions : mapping of str to Revision
        Of events that another export may know in another revision; empty for most kinds.
    met : mapping of str to set of str
        Who took part in entries that are called as an experiment, by its key.
    """

    report: SourceReport
    contacts: tuple[Contact, ...] = attrs.field(default=(), converter=contacts_in_order)
    ties: tuple[Tie, ...] = attrs.field(default=(), converter=ties_in_order)
    interactions: Sequence[Interaction] = attrs.field(default=(), converter=as_given)
    owner_evidence: tuple[OwnerEvidence, ...] = attrs.field(default=(), converter=_as_evidence)
    revisions: Mapping[str, Revision] = attrs.field(factory=dict, repr=False, eq=False)
    met: Mapping[Key, AbstractSet[Key]] = attrs.field(factory=dict, repr=False)

    def evidence_of(self, kind: MeEvidence) -> list[OwnerEvidence]:
        """Which keys show in one way to be the owner's own?"""
        return [e for e in self.owner_evidence if e.evidence is kind and e.beside is None]

    @property
    def has_owner(self) -> bool:
        """Whether it is somebody's: there is one who states and takes part, named or not."""
        if any(ME in (tie.a, tie.b) for tie in self.ties):
            return True
        if isinstance(self.interactions, InteractionColumns):
            return ME in self.interactions.people
        return any(ME in event.participants for event in self.interactions)


@attrs.frozen(kw_only=True)
class ReadOptions:
    """What does whoever reads an export say about it?

    Parameters
    ----------
    me : frozenset of str
        Keys known to be the owner's own; empty where it was left to the data.
    as_of : datetime
        The moment of reading, aware: what lies after it is left out.
    timezone : tzinfo
        Where times that name no zone were written.
    workers : int
        How many processes a reader may use.
    experiments : sequence of Experiment
        What she tried; a reader says who took part in entries that are called so.
    advance : callable, optional
        Is told how much of the work is done, in bytes of the files, by readers that work on after
        they have read them. What is not told is taken as done when the reader ends.
    """

    me: frozenset[Key] = frozenset()
    as_of: datetime
    timezone: tzinfo = UTC
    workers: int = 1
    experiments: tuple[Experiment, ...] = ()
    advance: Callable[[int], object] | None = attrs.field(default=None, eq=False, repr=False)


class Taking(Protocol):
    """Reads a group of files one by one, as they are found, with the result of ``Reader.read``."""

    def take(self, file: SourceFile, head: bytes) -> bool:
        """Take a file with its first 64 kB; False where the group has to be read in the end."""

    def reading(self) -> Reading:
        """Give what all files tell; raises what ``Reader.read`` does."""


class Reader(ABC):
    r"""Reads one kind of export: subclass it for a format of your own.

    ``read_exports(..., readers=[*READERS, MyReader()])`` asks its readers in turn by the first
    bytes of each file, and gives the file to the first that knows it.

    Examples
    --------
    >>> from netzwerkwandel.sources.tally import Tally
    >>> class PhoneLog(Reader):
    ...     kind = "phone log"
    ...
    ...     def looks_like(self, head):
    ...         return head.startswith(b"Caller;Time")
    ...
    ...     def read(self, files, where, options):
    ...         tally = Tally(self.kind, where)
    ...         contacts = {}
    ...         for line in files[0].read(10_000_000).decode().splitlines()[1:]:
    ...             number, time = line.split(";")
    ...             contacts[number] = Contact(key=f"tel:{number}", phones=[number])
    ...             tally.use()
    ...         return Reading(report=tally.report(), contacts=contacts.values())
    >>> log = SourceFile.from_bytes(b"Caller;Time\n+4930901820;2026-03-04\n", "calls.csv")
    >>> options = ReadOptions(as_of=datetime(2026, 6, 1, tzinfo=UTC))
    >>> PhoneLog().read([log], "calls.csv", options).report.used
    1
    """

    kind: ClassVar[str]
    """What its reports are called, such as ``"phone log"``; each reader has a kind of its own."""

    @abstractmethod
    def looks_like(self, head: bytes) -> bool:
        """Is a file of this kind, by its first 64 kB? Names are not asked: they are often wrong.

        Parameters
        ----------
        head : bytes
            The first bytes of the file, or all where it is shorter; they may end in the middle of a
            character. Of a gzipped file, what they unpack to.

        Returns
        -------
        bool
            Whether this reader should be given the file.
        """

    def group(self, file: SourceFile, head: bytes) -> str | None:  # noqa: ARG002
        """What is this file read as a part of, such as an archive? By default it is on its own.

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
        return None

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

    def begin(self, where: str, options: ReadOptions) -> Taking | None:  # noqa: ARG002
        """Begin to read a group while its files are found; by default they are read in the end.

        A folder may have a hundred thousand small files, and to open each of them once more takes
        as long as to read it.

        Parameters
        ----------
        where : str
            The name of the group, as ``group`` gives it.
        options : ReadOptions
            The moment of reading and the like.

        Returns
        -------
        Taking or None
            What takes the files; None where all are read together, by ``read``.
        """
        return None

    @abstractmethod
    def read(self, files: Sequence[SourceFile], where: str, options: ReadOptions) -> Reading:
        """Read one group of files.

        A bad record becomes a problem in the report, and the rest is read.

        Parameters
        ----------
        files : sequence of SourceFile
            At least one; the result does not depend on their order.
        where : str
            What to call them in the report.
        options : ReadOptions
            The moment of reading and the like.

        Returns
        -------
        Reading
            The records, and the report.

        Raises
        ------
        ExportFormatError
            If they are not of this kind after all, or cannot be read.
        """


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


def contact_at(key: Key, address: str) -> Contact:
    """Make the contact of somebody of whom one address is known: a mail address, a number, a page.

    Examples
    --------
    >>> contact_at("tel:+4930901820", "030 901820").phones
    ('030 901820',)
    """
    kind = key.partition(":")[0]
    emails, phones = ([address] if kind == wanted else [] for wanted in ("mailto", "tel"))
    return Contact(key=key, emails=emails, phones=phones)
