"""A large mbox read in parts, side by side, with the result of reading it in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, tzinfo
from itertools import pairwise

import attrs

from netzwerkwandel.model import SkipReason, SourceKind
from netzwerkwandel.sources.mail.kinds import kind_by_place
from netzwerkwandel.sources.mail.layout import mail_file
from netzwerkwandel.sources.mail.mbox import MailBlock, blocks_of, next_mail, outermost, split_mbox
from netzwerkwandel.sources.mail.records import MailRecords
from netzwerkwandel.sources.tools import OnDisk, SourceFile, Tally


# Less is read sooner than another process is started; of parts of unlike cost, there are some more
# than workers, so that none waits long for the others.
SMALLEST_PART = 8_000_000
PARTS_OF_A_WORKER = 3


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
    as_of, timezone
        As for ``read_mail``.
    """

    file: SourceFile
    begin: int
    end: int
    is_first: bool
    kind: SkipReason | None
    as_of: datetime
    timezone: tzinfo

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.end - self.begin

    def read(self) -> ReadPart:
        """Read the mails of the part."""
        tally = Tally(SourceKind.MAIL, self.file.where)
        records = MailRecords(tally, as_of=self.as_of, timezone=self.timezone)
        with self.file.open() as stream:
            first = self.begin if self.is_first else next_mail(stream, self.begin, self.end)
            if first is None:
                return ReadPart(None, None, records)
            stream.seek(first)
            number = 1
            for block in outermost(blocks_of(split_mbox(b"", stream))):
                ours = [mail for mail in block.mails if first + mail.at < self.end]
                if len(ours) < len(block.mails):
                    records.take_mbox(MailBlock.of(ours), self.kind, "", number)
                    return ReadPart(first, first + block.mails[len(ours)].at, records)
                records.take_mbox(block, self.kind, "", number)
                number += len(ours)
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


def mbox_parts(
    file: SourceFile,
    workers: int,
    *,
    as_of: datetime,
    timezone: tzinfo = UTC,
    smallest: int = SMALLEST_PART,
) -> list[MailPart]:
    """Part a large mbox on disk; nothing where it is not large, or is no mbox."""
    if not isinstance(file.opener, OnDisk) or file.size < smallest * 2:
        return []
    layout = mail_file(file.head())
    if layout is None or not layout.is_mbox or layout.mark or layout.ends_in_returns:
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
            as_of=as_of,
            timezone=timezone,
        )
        for begin, end in pairwise(bounds)
    ]
