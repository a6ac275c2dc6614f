"""One file of mail: an mbox of any kind, or a single mail."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

import attrs
from typing_extensions import override

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import SkipReason
from netzwerkwandel.sources.mail.kinds import kind_by_apple, kind_by_place
from netzwerkwandel.sources.mail.layout import MailFile, mail_file
from netzwerkwandel.sources.mail.mbox import (
    MailBlock,
    RawMail,
    blocks_of,
    first_mail,
    only_mail,
    outermost,
    split_marked,
    split_mbox,
)
from netzwerkwandel.sources.mail.records import MailRecords
from netzwerkwandel.sources.tools import UNREADABLE, SourceFile, read_head


LARGEST_MARKED = 200_000_000

_NO_MAIL = "this is neither an mbox nor a mail"


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
        try:
            self._take(records, self.file.head() if head is None else head)
        except UNREADABLE as error:
            self._tell_it_breaks_off(records, error, 0)

    def only_mail(self, layout: MailFile, head: bytes, records: MailRecords) -> RawMail | None:
        """Give the mail of a file that is a single one; None where it cannot be read."""
        try:
            return self._only_mail(layout, head)
        except UNREADABLE as error:
            self._tell_it_breaks_off(records, error, 0)
            return None

    def _take(self, records: MailRecords, head: bytes) -> None:
        layout = mail_file(head)
        if layout is None:
            self._tell_it_is_none(head, records)
            return
        kind = kind_by_place(self.file.where, one_mail=not layout.is_mbox) or self.kind
        if not layout.is_mbox:
            kind = kind or kind_by_apple(head, layout.begin)
            records.take(self._only_mail(layout, head), kind, self.place, 0)
            return
        with self._opened(layout) as stream:
            records.settle()
            before, number = records.tally.read, 1
            try:
                for block in mails_of(layout, read_head(stream)[layout.begin :], stream):
                    records.take_mbox(block, kind, self.place, number)
                    number += len(block.mails)
            except UNREADABLE as error:
                self._tell_it_breaks_off(records, error, records.tally.read - before)

    def _only_mail(self, layout: MailFile, head: bytes) -> RawMail:
        head = head.replace(b"\r", b"\n") if layout.ends_in_returns else head
        # Nearly every mail ends its headers in the first 64 kB, and nothing more is read of it.
        if mail := only_mail(head[layout.begin :]):
            return mail
        with self._opened(layout) as stream:
            return first_mail(read_head(stream)[layout.begin :], stream)

    def _tell_it_breaks_off(self, records: MailRecords, error: Exception, count: int) -> None:
        why = "the rest cannot be read (its compressed data are broken)"
        if isinstance(error, ExportFormatError):
            why = error.reason
        elif isinstance(error, OSError):
            why = f"the rest cannot be read ({error.strerror or 'broken data'})"
        if not self.place and not count:
            raise ExportFormatError(records.tally.where, why) from error
        kept = "first mail was" if count == 1 else f"first {count:,} mails were"
        records.tally.problem(self.place, f"only the {kept} read; {why}")

    def _opened(self, layout: MailFile) -> BinaryIO:
        stream = self.file.open()
        return LineFeeds(stream) if layout.ends_in_returns else stream

    def _tell_it_is_none(self, head: bytes, records: MailRecords) -> None:
        if not self.place:
            raise ExportFormatError(self.file.where, _NO_MAIL)
        # Something else beside mails is told of; an empty file is nothing to tell.
        if head:
            records.tally.broken(self.place, _NO_MAIL, SkipReason.NOT_AN_EXPORT)


def called(file: SourceFile, number: int) -> str:
    """What to call a file of several: a name that holds an address is not repeated in a report."""
    name = file.name
    return name if name and "@" not in name else f"file {number}"


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


def mails_of(layout: MailFile, text: bytes, stream: BinaryIO) -> Iterator[MailBlock]:
    """Give the mails of an mbox, of which the text is read already, from its first mail on."""
    if layout.mark:
        return blocks_of(split_marked(text, stream, layout.mark, LARGEST_MARKED))
    return outermost(blocks_of(split_mbox(text, stream)))
