"""Old e-mail: who wrote to whom and when, from an mbox, a Maildir or a folder of single mails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, tzinfo
from functools import partial
from itertools import pairwise
from typing import ClassVar

import attrs
from typing_extensions import override

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import Key, SkipReason, SourceKind
from netzwerkwandel.model.arguments import check_aware
from netzwerkwandel.sources.files import UNREADABLE, OnDisk, SourceFile, read_head
from netzwerkwandel.sources.mail.headers import kind_by_place, kind_by_proton
from netzwerkwandel.sources.mail.mbox import (
    first_mail,
    is_mbox,
    looks_like_mail,
    mail_file,
    next_mail,
    outermost,
    split_marked,
    split_mbox,
)
from netzwerkwandel.sources.mail.records import MailRecords
from netzwerkwandel.sources.processes import in_processes
from netzwerkwandel.sources.reading import Reader, Reading, ReadOptions, Tally, check_files


LARGEST_MARKED, LARGEST_MARKS = 200_000_000, 1_000_000
# Less is read sooner than another process is started; of parts of unlike cost, there are some more
# than workers, so that none waits long for the others.
SMALLEST_PART = 8_000_000
PARTS_OF_A_WORKER = 3

_METADATA = ".metadata.json"
_NO_MAIL = "this is neither an mbox nor a mail"


class MailReader(Reader):
    """Reads mail; the single mails of a folder are read as one mailbox, each mbox on its own."""

    kind: ClassVar[str] = SourceKind.MAIL

    @override
    def looks_like(self, head: bytes) -> bool:
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
    def read(self, files: Sequence[SourceFile], where: str, options: ReadOptions) -> Reading:
        return read_mail(
            files,
            where,
            me=options.me,
            as_of=options.as_of,
            timezone=options.timezone,
            workers=options.workers,
            advance=options.advance,
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
    records = MailRecords(Tally(SourceKind.MAIL, where), me=me, as_of=as_of, timezone=timezone)
    marked: dict[str, SkipReason] = {}
    for file in files:
        # What cannot be read of these files is not missed: the mails beside them are.
        if file.where.endswith(_METADATA):
            with suppress(*UNREADABLE):
                kind = kind_by_proton(file.read(LARGEST_MARKS))
                marked |= {file.where.removesuffix(_METADATA): kind} if kind else {}
    mails = [file for file in files if not file.where.endswith(_METADATA)]
    tally, alone = records.tally, len(mails) == 1
    if (
        workers > 1
        and alone
        and (parts := mbox_parts(mails[0], workers, me=me, as_of=as_of, timezone=timezone))
    ):
        read_parts(parts, records, partial(in_processes, workers=workers, advance=advance))
        return records.reading()
    for number, file in enumerate(sorted(mails, key=lambda f: f.where), 1):
        # A name that holds an address is not repeated in a report.
        place = file.name if file.name and "@" not in file.name else f"file {number}"
        place, before = "" if alone else place, tally.read
        try:
            _take_file(file, place, marked, records)
        except UNREADABLE as error:
            why = "the rest cannot be read (its compressed data are broken)"
            if isinstance(error, ExportFormatError):
                why = error.reason
            elif isinstance(error, OSError):
                why = f"the rest cannot be read ({error.strerror or 'broken data'})"
            if alone and not tally.read:
                raise ExportFormatError(where, why) from error
            count = tally.read - before
            kept = (
                "only the first mail was" if count == 1 else f"only the first {count:,} mails were"
            )
            tally.problem(place, f"{kept} read; {why}")
    return records.reading()


@attrs.frozen(kw_only=True)
class MailPart:
    """A part of a large mbox, which another process may read.

    Parameters
    ----------
    file : SourceFile
        The mbox.
    begin, end : int
        Which mails are of this part: those that begin at one of these bytes.
    is_first : bool
        Whether a mail begins at the first byte, or has to be looked for.
    kind : SkipReason or None
        What the place of the file says of its mails.
    me, as_of, timezone
        As for ``read_mail``.
    """

    file: SourceFile
    begin: int
    end: int
    is_first: bool
    kind: SkipReason | None
    me: frozenset[Key]
    as_of: datetime
    timezone: tzinfo

    def read(self) -> ReadPart:
        """Read the mails of the part."""
        tally = Tally(SourceKind.MAIL, self.file.where)
        records = MailRecords(tally, me=self.me, as_of=self.as_of, timezone=self.timezone)
        with self.file.open() as stream:
            first = self.begin if self.is_first else next_mail(stream, self.begin, self.end)
            if first is None:
                return ReadPart(None, None, records)
            stream.seek(first)
            for number, mail in enumerate(outermost(split_mbox(b"", stream)), 1):
                if first + mail.at >= self.end:
                    return ReadPart(first, first + mail.at, records)
                records.take(mail, self.kind, "", number)
        return ReadPart(first, None, records)


@attrs.frozen
class ReadPart:
    """What was read of a part: where its first mail began, and where the one after its last."""

    first: int | None
    after: int | None
    records: MailRecords


def read_parts(
    parts: Sequence[MailPart], records: MailRecords, side_by_side: Callable[..., Iterable[ReadPart]]
) -> None:
    """Read the parts of an mbox and put them together, as if it had been read in one go."""
    begins: int | None = parts[0].begin
    for part, read in zip(parts, side_by_side(MailPart.read, parts), strict=True):
        if begins is None or begins >= part.end:
            continue
        # A part begins where the one before ended, save where a line in the text of a mail was
        # taken for the next one: only who reads from the beginning of that mail can tell.
        result = (
            read if read.first == begins else attrs.evolve(part, begin=begins, is_first=True).read()
        )
        records.absorb(result.records, records.tally.read)
        begins = result.after


def _take_file(
    file: SourceFile, place: str, marked: Mapping[str, SkipReason], records: MailRecords
) -> None:
    """Take all mails of a file, called ``place`` in a problem where it is not the only one."""
    with file.open() as stream:
        head = read_head(stream)
        layout = mail_file(head)
        if layout is None:
            if not place:
                raise ExportFormatError(file.where, _NO_MAIL)
            # Something else beside mails is told of; an empty file is nothing to tell.
            if head:
                records.tally.broken(place, _NO_MAIL, SkipReason.NOT_AN_EXPORT)
            return
        kind = kind_by_place(file.where, one_mail=not layout.is_mbox)
        kind = kind or marked.get(file.where.removesuffix(".eml"))
        text = head[layout.begin :]
        if layout.mark:
            mails = split_marked(text, stream, layout.mark, LARGEST_MARKED)
        elif layout.is_mbox:
            mails = outermost(split_mbox(text, stream))
        else:
            records.take(first_mail(text, stream), kind, place, 0)
            return
        for number, mail in enumerate(mails, 1):
            records.take(mail, kind, place, number)


def mbox_parts(
    file: SourceFile,
    workers: int,
    *,
    me: frozenset[Key] = frozenset(),
    as_of: datetime,
    timezone: tzinfo = UTC,
    smallest: int = SMALLEST_PART,
) -> list[MailPart]:
    """Part a large mbox on disk; nothing where it is not large, or is no mbox."""
    if not isinstance(file.opener, OnDisk) or file.size < smallest * 2:
        return []
    layout = mail_file(file.head())
    if layout is None or not layout.is_mbox or layout.mark:
        return []
    count = min(PARTS_OF_A_WORKER * workers, file.size // smallest)
    bounds = [layout.begin, *(file.size * n // count for n in range(1, count)), file.size + 1]
    kind = kind_by_place(file.where, one_mail=False)
    return [
        MailPart(
            file=file,
            begin=begin,
            end=end,
            is_first=begin == layout.begin,
            kind=kind,
            me=me,
            as_of=as_of,
            timezone=timezone,
        )
        for begin, end in pairwise(bounds)
    ]
