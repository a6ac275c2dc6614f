"""The single mails of a folder, such as a Maildir: many at a time, as they are found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import TypeAlias

import attrs

from netzwerkwandel.model import Key
from netzwerkwandel.sources.mail.kinds import kind_by_apple, kind_by_place
from netzwerkwandel.sources.mail.layout import MailFile, mail_file, usual_mails
from netzwerkwandel.sources.mail.mbox import MailBlock
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
        layouts = {
            row: mail_file(files[row][1]) for row, is_sure in enumerate(are_sure) if not is_sure
        }
        odd = {row: layout for row, layout in layouts.items() if layout and not layout.is_mbox}
        others = [files[row] for row in layouts if row not in odd]
        ours = [row for row in range(len(files)) if row in odd or row not in layouts]
        # What is wrong with the only file of a folder is told in another way: so the first waits.
        is_first = self._count + len(ours) == 1
        self._first = [files[ours[0]]] if is_first else []
        if not is_first:
            self._take(files, ours, block, odd)
        return others

    def _take(
        self,
        files: Sequence[Opened],
        ours: Sequence[int],
        block: MailBlock,
        odd: Mapping[int, MailFile],
    ) -> None:
        """Take some of the files, given the mails of all, and the layouts of odd ones."""
        number = dict(zip(ours, count(self._count + 1), strict=False))
        self._count += len(ours)
        if not odd and len(ours) == len(files):
            self.records.take_block(
                block,
                [kind_by_place(file.where, one_mail=True) for file, _ in files],
                lambda row: (called(files[row][0], number[row]), 0),
            )
            return
        # An odd mail may have a megabyte of headers, which does not wait for hundreds of others.
        for row in ours:
            file, head = files[row]
            place, mail = called(file, number[row]), block.mails[row]
            kind = kind_by_place(file.where, one_mail=True)
            if row in odd:
                read = OneFile(file, place, None).only_mail(odd[row], head, self.records)
                if read is None:
                    continue
                mail, kind = read, kind or kind_by_apple(head, odd[row].begin)
            self.records.take(mail, kind, place, 0)

    def reading(self) -> Reading:
        """Give what all mails tell."""
        for file, head in self._first:
            OneFile(file, "", None).take_what_there_is(self.records, head)
        return self.records.reading(self.me)
