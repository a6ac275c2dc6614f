"""The single mails of a folder, such as a Maildir: many at a time, as they are found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import attrs

from netzwerkwandel.model import Key
from netzwerkwandel.sources.mail.kinds import kind_by_place
from netzwerkwandel.sources.mail.layout import MailFile, mail_file, usual_mails
from netzwerkwandel.sources.mail.mbox import MailBlock, RawMail
from netzwerkwandel.sources.mail.one_file import OneFile, called
from netzwerkwandel.sources.mail.records import MailRecords
from netzwerkwandel.sources.tools import Reading, SourceFile


METADATA = ".metadata.json"
"""How the files end that Proton Mail writes beside its mails."""

Opened: TypeAlias = tuple[SourceFile, bytes]
"""A file, with its first 64 kB."""


@attrs.define
class MailFolder:
    """Reads the single mails of a folder as they are found, many at a time.

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
    _first: list[Opened] = attrs.field(factory=list, init=False)

    def take(self, files: Sequence[Opened]) -> list[Opened] | None:
        """Take mails, and give back what is none, or an mbox.

        None where they do not come in order, or Proton Mail says more of them.
        """
        paths = [file.where for file, _ in files]
        is_in_order = self._last <= paths[0] and paths == sorted(paths)
        if not is_in_order or any(path.endswith(METADATA) for path in paths):
            return None
        self._last = paths[-1]
        files = [*self._first, *files]
        block, are_sure = usual_mails([head for _, head in files])
        ours, others = list[tuple[Opened, RawMail | MailFile]](), list[Opened]()
        for opened, mail, is_sure in zip(files, block.mails, are_sure, strict=True):
            layout = None if is_sure else mail_file(opened[1])
            if is_sure:
                ours.append((opened, mail))
            elif layout is None or layout.is_mbox:
                others.append(opened)
            else:
                ours.append((opened, layout))
        # What is wrong with the only file of a folder is told in another way: so the first waits.
        is_first = self._count + len(ours) == 1
        self._first = [ours[0][0]] if is_first else []
        if not is_first:
            self._take(ours, block)
        return others

    def _take(self, ours: Sequence[tuple[Opened, RawMail | MailFile]], block: MailBlock) -> None:
        mails, files = list[RawMail](), list[tuple[SourceFile, int]]()
        for number, ((file, head), mail) in enumerate(ours, self._count + 1):
            cut: RawMail | None
            if isinstance(mail, MailFile):
                cut = OneFile(file, called(file, number), None).only_mail(mail, head, self.records)
            else:
                cut = mail
            if cut is not None:
                mails.append(cut)
                files.append((file, number))
        self._count += len(ours)
        if mails:
            self.records.take_block(
                block if mails == block.mails else MailBlock.of(mails),
                [kind_by_place(file.where, one_mail=True) for file, _ in files],
                lambda row: (called(*files[row]), 0),
            )

    def reading(self) -> Reading:
        """Give what all mails tell."""
        for file, head in self._first:
            OneFile(file, "", None).take_what_there_is(self.records, head)
        return self.records.reading(self.me)
