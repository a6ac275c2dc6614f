"""Old e-mail: who wrote to whom and when, from an mbox, a Maildir or a folder of single mails."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, tzinfo
from functools import partial
from typing import BinaryIO

import attrs
from typing_extensions import override

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import Key, SkipReason, SourceKind
from netzwerkwandel.model.arguments import check_aware
from netzwerkwandel.sources.mail.kinds import kind_by_place, kind_by_proton
from netzwerkwandel.sources.mail.layout import MailFile, is_mbox, looks_like_mail, mail_file
from netzwerkwandel.sources.mail.mbox import (
    RawMail,
    first_mail,
    only_mail,
    outermost,
    split_marked,
    split_mbox,
)
from netzwerkwandel.sources.mail.parts import mbox_parts, read_parts
from netzwerkwandel.sources.mail.records import MailRecords
from netzwerkwandel.sources.tools import (
    UNREADABLE,
    ArchiveReader,
    ReadContext,
    Reading,
    Source,
    SourceFile,
    Tally,
    check_files,
    in_processes,
    read_head,
)


LARGEST_MARKED, LARGEST_MARKS = 200_000_000, 1_000_000

_METADATA = ".metadata.json"
# So many files, each of 64 kB at the most, wait to be read together.
_AT_ONCE = 64
_NO_MAIL = "this is neither an mbox nor a mail"


class MailReader(ArchiveReader):
    """Reads mail; the single mails of a folder are read as one mailbox, each mbox on its own."""

    kind = SourceKind.MAIL

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return looks_like_mail(head)

    @override
    def group(self, file: SourceFile, head: bytes) -> str:
        if is_mbox(head):
            return file.where
        # The ``cur`` and ``new`` of a Maildir are one mailbox: seen, and not yet seen.
        parent, _, last = file.folder.rpartition("/")
        return parent if last in {"cur", "new"} and parent else file.folder or "."

    @override
    def group_of_unknown(self, file: SourceFile) -> str | None:
        # Proton Mail exports "x.eml" with "x.metadata.json", which alone says what is spam.
        return (file.folder or ".") if file.name.endswith(_METADATA) else None

    @override
    def begin(self, where: str, context: ReadContext) -> MailFolder:
        tally = Tally(SourceKind.MAIL, where)
        records = MailRecords(tally, as_of=context.as_of, timezone=context.timezone)
        return MailFolder(records, context.me)

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        return read_mail(
            source.files,
            source.where,
            me=context.me,
            as_of=context.as_of,
            timezone=context.timezone,
            workers=context.workers,
            advance=context.advance,
        )


def read_mail(
    files: Sequence[SourceFile],
    where: str,
    *,
    me: frozenset[Key] = frozenset(),
    as_of: datetime,
    timezone: tzinfo = UTC,
    workers: int = 1,
    advance: Callable[[int], object] | None = None,
) -> Reading:
    r"""Who wrote to whom in a mailbox, and when?

    Only headers are read, and neither subjects nor texts are kept. Mails of lists and machines,
    drafts, spam and trash are left out; a mail that lies in several folders counts once. A file
    that breaks off keeps what was read before, and the report says so.

    Parameters
    ----------
    files : sequence of SourceFile
        The files of one mailbox, each an mbox or a single mail; their order does not matter.
    where : str
        What to call the mailbox in the report.
    me : frozenset of str
        The keys known to be the owner's: a mail to oneself is left out, and a mail that was
        delivered to the owner is one the owner took part in, named in it or not.
    as_of : datetime
        The moment of reading; mails from more than a day later are left out.
    timezone : tzinfo
        The zone of dates that name none.
    workers : int
        How many processes read parts of one large mbox side by side; the result is the same.
    advance : callable, optional
        Is told of each amount of bytes that other processes have read.

    Returns
    -------
    Reading
        Contacts in the order of their keys, interactions in that of their moments.

    Raises
    ------
    ExportFormatError
        If there is no file, or the only file is no mail or cannot be read at all.
    InvalidArgumentError
        If ``files`` are no ``SourceFile``, or ``as_of`` has no time zone.

    Examples
    --------
    >>> file = SourceFile.from_bytes(
    ...     b"Date: Mon, 4 Mar 2024 08:05:00 -0500\nFrom: ben@example.org\nTo: mara@example.org"
    ... )
    >>> reading = read_mail([file], "a mail", as_of=datetime(2026, 1, 1, tzinfo=UTC))
    >>> reading.interactions[0]
    Interaction(mail, 2024-03-04T13:05:00+00:00, 2 people)
    """
    check_files(files)
    check_aware("as_of", as_of)
    if not files:
        raise ExportFormatError(where, "there is no file to read")
    records = MailRecords(Tally(SourceKind.MAIL, where), as_of=as_of, timezone=timezone)
    mails, parts = list(one_by_one(files)), []
    if workers > 1 and len(mails) == 1:
        parts = mbox_parts(mails[0].file, workers, as_of=as_of, timezone=timezone)
    if parts:
        read_parts(parts, records, partial(in_processes, workers=workers, advance=advance))
        return records.reading(me)
    for mail in mails:
        mail.take_what_there_is(records)
    return records.reading(me)


def one_by_one(files: Sequence[SourceFile]) -> Iterator[OneFile]:
    """Give the files of a mailbox in the order of their names, and what to call each."""
    marked = marked_by_proton(files)
    mails = [file for file in files if not file.where.endswith(_METADATA)]
    for number, file in enumerate(sorted(mails, key=lambda each: each.where), 1):
        kind = marked.get(file.where.removesuffix(".eml")) if marked else None
        yield OneFile(file, called(file, number) if len(mails) > 1 else "", kind)


def called(file: SourceFile, number: int) -> str:
    """What to call a file of several: a name that holds an address is not repeated in a report."""
    name = file.name
    return name if name and "@" not in name else f"file {number}"


def marked_by_proton(files: Iterable[SourceFile]) -> dict[str, SkipReason]:
    """Which mails does Proton Mail say are spam or the like, by the files that it writes beside?

    Returns
    -------
    dict of str to SkipReason
        By the path of each mail, without its ``.eml``.
    """
    marked: dict[str, SkipReason] = {}
    for file in files:
        # What cannot be read of these files is not missed: the mails beside them are.
        if file.where.endswith(_METADATA):
            with suppress(*UNREADABLE):
                kind = kind_by_proton(file.read(LARGEST_MARKS))
                marked |= {file.where.removesuffix(_METADATA): kind} if kind else {}
    return marked


@attrs.frozen
class OneFile:
    """One file of a mailbox: an mbox, or a single mail.

    Parameters
    ----------
    file : SourceFile
        The file.
    place : str
        What to call it in a problem; empty where it is the only one.
    kind : SkipReason or None
        What is known of its mails from elsewhere.
    """

    file: SourceFile
    place: str
    kind: SkipReason | None

    def take_what_there_is(self, records: MailRecords, head: bytes | None = None) -> None:
        """Take all mails of the file; of one that breaks off, those that came before.

        Parameters
        ----------
        records : MailRecords
            Takes them.
        head : bytes, optional
            The first 64 kB, where they are read already.

        Raises
        ------
        ExportFormatError
            If it is the only file, and nothing of it can be read.
        """
        tally, before = records.tally, records.tally.read
        try:
            self.take(records, self.file.head() if head is None else head)
        except UNREADABLE as error:
            why = "the rest cannot be read (its compressed data are broken)"
            if isinstance(error, ExportFormatError):
                why = error.reason
            elif isinstance(error, OSError):
                why = f"the rest cannot be read ({error.strerror or 'broken data'})"
            count = tally.read - before
            if not self.place and not tally.read:
                raise ExportFormatError(tally.where, why) from error
            kept = "first mail was" if count == 1 else f"first {count:,} mails were"
            tally.problem(self.place, f"only the {kept} read; {why}")

    def take(self, records: MailRecords, head: bytes) -> None:
        """Take all mails of the file, of which the first 64 kB are given."""
        layout = mail_file(head)
        if layout is None:
            self._tell_it_is_none(head, records)
            return
        kind = kind_by_place(self.file.where, one_mail=not layout.is_mbox) or self.kind
        head = head.replace(b"\r", b"\n") if layout.ends_in_returns else head
        only = None if layout.is_mbox else only_mail(head[layout.begin :])
        # Nearly every mail ends its headers in the first 64 kB, and nothing more is read of it.
        if only is not None:
            records.take(only, kind, self.place, 0)
            return
        with self._opened(layout) as stream:
            mails = mails_of(layout, read_head(stream)[layout.begin :], stream)
            for number, mail in enumerate(mails, 1):
                records.take(mail, kind, self.place, number if layout.is_mbox else 0)

    def _opened(self, layout: MailFile) -> BinaryIO:
        stream = self.file.open()
        return LineFeeds(stream) if layout.ends_in_returns else stream

    def _tell_it_is_none(self, head: bytes, records: MailRecords) -> None:
        if not self.place:
            raise ExportFormatError(self.file.where, _NO_MAIL)
        # Something else beside mails is told of; an empty file is nothing to tell.
        if head:
            records.tally.broken(self.place, _NO_MAIL, SkipReason.NOT_AN_EXPORT)


@attrs.define
class MailFolder:
    """Reads the single mails of a folder one by one, as they are found.

    Parameters
    ----------
    records : MailRecords
        Takes them.
    me : frozenset of str
        The keys known to be the owner's.
    """

    records: MailRecords
    me: frozenset[Key]
    _count: int = attrs.field(default=0, init=False)
    _last: str = attrs.field(default="", init=False)
    _waiting: list[tuple[SourceFile, bytes]] = attrs.field(factory=list, init=False)

    def take(self, file: SourceFile, head: bytes) -> bool:
        """Take a mail; False where they do not come in order, or Proton Mail says more of them."""
        if file.where < self._last or file.where.endswith(_METADATA):
            return False
        self._last = file.where
        self._waiting.append((file, head))
        # To do one thing for many mails is faster than many things for one.
        if len(self._waiting) == _AT_ONCE:
            self._take_waiting()
        return True

    def _take_waiting(self) -> None:
        for file, head in self._waiting:
            self._count += 1
            # Only of several files each has a name in a problem.
            is_alone = self._count == len(self._waiting) == 1
            place = "" if is_alone else called(file, self._count)
            OneFile(file, place, None).take_what_there_is(self.records, head)
        self._waiting.clear()

    def reading(self) -> Reading:
        """Give what all mails tell."""
        self._take_waiting()
        return self.records.reading(self.me)


class LineFeeds(io.BufferedIOBase, BinaryIO):
    """A file in which each carriage return is read as a line feed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    @override
    def readable(self) -> bool:
        return True

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        return self._stream.read(-1 if size is None else size).replace(b"\r", b"\n")

    @override
    def close(self) -> None:
        self._stream.close()
        super().close()


def mails_of(layout: MailFile, text: bytes, stream: BinaryIO) -> Iterable[RawMail]:
    """Give the mails of a file, of which the text is read already, from its first mail on."""
    if layout.mark:
        return split_marked(text, stream, layout.mark, LARGEST_MARKED)
    return outermost(split_mbox(text, stream)) if layout.is_mbox else [first_mail(text, stream)]
