"""Old e-mail: who wrote to whom and when, from an mbox, a Maildir or a folder of single mails."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from typing import BinaryIO

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import Key, SkipReason, SourceKind
from netzwerkwandel.sources.files import HEAD, SourceFile
from netzwerkwandel.sources.mail.detection import looks_like_mail
from netzwerkwandel.sources.mail.kinds import kind_by_place
from netzwerkwandel.sources.mail.records import MailRecords
from netzwerkwandel.sources.mail.split import RawMail, first_mail, is_mbox, split_mbox
from netzwerkwandel.sources.reading import Reading, Tally


__all__ = ["looks_like_mail", "read_mail"]

_UNREADABLE = (OSError, EOFError, zlib.error, zipfile.BadZipFile, ExportFormatError)
_NO_MAIL = "this is neither an mbox nor a mail"


def read_mail(
    files: Sequence[SourceFile],
    where: str,
    *,
    me: frozenset[Key] = frozenset(),
    as_of: datetime,
    timezone: tzinfo = UTC,
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

    Returns
    -------
    Reading
        Contacts and interactions in the order of their keys.

    Raises
    ------
    ExportFormatError
        If there is no file, or the only file is no mail or cannot be read at all.

    Examples
    --------
    >>> file = SourceFile.from_bytes(
    ...     b"Date: Mon, 4 Mar 2024 08:05:00 -0500\nFrom: ben@example.org\nTo: mara@example.org"
    ... )
    >>> reading = read_mail([file], "a mail", as_of=datetime(2026, 1, 1, tzinfo=UTC))
    >>> reading.interactions
    (Interaction(mail, 2024-03-04T13:05:00+00:00, 2 people),)
    """
    if not files:
        raise ExportFormatError(where, "there is no file to read")
    tally = Tally(SourceKind.MAIL, where)
    records = MailRecords(tally, me=me, as_of=as_of, timezone=timezone)
    if len(files) == 1:
        _read_only_file(files[0], records)
    else:
        for number, file in enumerate(sorted(files, key=lambda f: f.where), 1):
            _read_one_of_many(file, records, _place(file, number))
    return records.reading()


def _read_only_file(file: SourceFile, records: MailRecords) -> None:
    tally = records.tally
    try:
        with file.open() as stream:
            head = _read(stream, HEAD)
            if not looks_like_mail(head):
                raise ExportFormatError(tally.where, _NO_MAIL)
            _read_mails(head, stream, file.where, "", records)
    except _UNREADABLE as error:
        if not tally.read:
            raise ExportFormatError(tally.where, _why(error)) from error
        tally.problem("", f"only the first {tally.read} mails were read; {_why(error)}")


def _read_one_of_many(file: SourceFile, records: MailRecords, place: str) -> None:
    tally = records.tally
    before = tally.read
    try:
        with file.open() as stream:
            head = _read(stream, HEAD)
            if looks_like_mail(head):
                _read_mails(head, stream, file.where, place, records)
            elif head:
                tally.broken(place, _NO_MAIL, SkipReason.NOT_AN_EXPORT)
    except _UNREADABLE as error:
        tally.problem(place, f"only the first {tally.read - before} mails were read; {_why(error)}")


def _read_mails(
    head: bytes, stream: BinaryIO, where: str, place: str, records: MailRecords
) -> None:
    many = is_mbox(head)
    kind = kind_by_place(where, one_mail=not many)
    mails: Iterator[RawMail] = (
        split_mbox(head, stream) if many else iter([first_mail(head, stream)])
    )
    for number, mail in enumerate(mails, 1):
        records.take(mail, kind, place, number if many else 0)


def _read(stream: BinaryIO, size: int) -> bytes:
    """Read this many bytes, or all there are, from a stream that may give fewer at a time."""
    data = stream.read(size)
    while data and len(data) < size:
        fresh = stream.read(size - len(data))
        if not fresh:
            break
        data += fresh
    return data


def _place(file: SourceFile, number: int) -> str:
    """Name a file in a problem; a name that holds an address is not repeated."""
    return file.name if file.name and "@" not in file.name else f"file {number}"


def _why(error: Exception) -> str:
    if isinstance(error, ExportFormatError):
        return error.reason
    if isinstance(error, OSError):
        return f"the rest cannot be read ({error.strerror or 'broken data'})"
    return "the rest cannot be read (its compressed data are broken)"
