"""Old e-mail: who wrote to whom and when, from an mbox, a Maildir or a folder of single mails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, tzinfo
from functools import partial

from typing_extensions import override

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import Key, SkipReason, SourceKind
from netzwerkwandel.model.arguments import check_aware
from netzwerkwandel.sources.mail.folder import METADATA, MailFolder, take_together
from netzwerkwandel.sources.mail.kinds import kind_by_proton
from netzwerkwandel.sources.mail.layout import is_mbox, looks_like_mail
from netzwerkwandel.sources.mail.one_file import OneFile, called
from netzwerkwandel.sources.mail.parts import mbox_parts, read_parts
from netzwerkwandel.sources.mail.records import MailRecords
from netzwerkwandel.sources.tools import (
    UNREADABLE,
    ArchiveReader,
    Opened,
    OpenedFiles,
    ReadContext,
    Reading,
    Source,
    SourceFile,
    Taking,
    Tally,
    check_files,
    in_processes,
    unmetered,
)


LARGEST_MARKS = 1_000_000


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
        return (file.folder or ".") if file.name.endswith(METADATA) else None

    @override
    def begin(self, where: str, context: ReadContext) -> MailFolder:
        tally = Tally(SourceKind.MAIL, where)
        records = MailRecords(tally, as_of=context.as_of, timezone=context.timezone)
        return MailFolder(records, context.me)

    @override
    def take(
        self, several: Sequence[tuple[Taking, OpenedFiles]]
    ) -> Sequence[Sequence[Opened] | None]:
        folders = [(each, files) for each, files in several if isinstance(each, MailFolder)]
        return take_together(folders) if len(folders) == len(several) else super().take(several)

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
        whole = unmetered(mails[0].file)
        parts = mbox_parts(whole, workers, as_of=as_of, timezone=timezone)
    if parts:
        read_parts(parts, records, partial(in_processes, workers=workers, advance=advance))
        return records.reading(me)
    for mail in mails:
        mail.take_what_there_is(records)
    return records.reading(me)


def one_by_one(files: Sequence[SourceFile]) -> Iterator[OneFile]:
    """Give the files of a mailbox in the order of their names, and what to call each."""
    marked = marked_by_proton(files)
    mails = [file for file in files if not file.where.endswith(METADATA)]
    for number, file in enumerate(sorted(mails, key=lambda each: each.where), 1):
        kind = marked.get(file.where.removesuffix(".eml")) if marked else None
        yield OneFile(file, called(file, number) if len(mails) > 1 else "", kind)


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
        if file.where.endswith(METADATA):
            with suppress(*UNREADABLE):
                kind = kind_by_proton(file.read(LARGEST_MARKS))
                marked |= {file.where.removesuffix(METADATA): kind} if kind else {}
    return marked
