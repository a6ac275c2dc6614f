"""The single mails of a folder, such as a Maildir: many at a time, as they are found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

import attrs

from netzwerkwandel.model import Key
from netzwerkwandel.sources.mail.kinds import kind_by_apple, kind_by_place, kinds_by_place
from netzwerkwandel.sources.mail.layout import MailFile, mail_file, usual_mails
from netzwerkwandel.sources.mail.one_file import OneFile, called
from netzwerkwandel.sources.mail.records import MailRecords, ReadBlock
from netzwerkwandel.sources.tools import Opened, OpenedFiles, Reading, SourceFile


METADATA = ".metadata.json"
"""How the files end that Proton Mail writes beside its mails."""


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
    _odd_first: list[Opened] = attrs.field(factory=list, init=False)

    def take(self, files: Sequence[Opened]) -> list[Opened] | None:
        """Take mails, and give back what is none, or an mbox.

        None where they do not come in order, or Proton Mail says more of them.
        """
        return take_together([(self, OpenedFiles.of(files))])[0]

    def take_rows(
        self, files: OpenedFiles, block: ReadBlock, rows: range, are_sure: Sequence[bool]
    ) -> list[Opened] | None:
        """Take the mails of some rows of a block, as ``take`` does; others are of other folders."""
        wheres = files.wheres()
        is_in_order = self._last <= wheres[0] and wheres == sorted(wheres)
        if not is_in_order or any(where.endswith(METADATA) for where in wheres):
            return None
        self._last = wheres[-1]
        if not self._odd_first and all(are_sure):
            first = self._count + 1
            self._count += len(files)
            self.records.take_rows(
                block,
                rows,
                kinds_by_place(wheres),
                lambda row: (called(files.files[row], first + row), 0),
            )
            return []
        layouts = {
            row: mail_file(files.heads[row]) for row, is_sure in enumerate(are_sure) if not is_sure
        }
        odd = {row: layout for row, layout in layouts.items() if layout and not layout.is_mbox}
        self._take_one_by_one(files, block, rows, set(layouts), odd)
        return [files[row] for row in layouts if row not in odd]

    def _take_one_by_one(
        self,
        files: OpenedFiles,
        block: ReadBlock,
        rows: range,
        unsure: AbstractSet[int],
        odd: Mapping[int, MailFile],
    ) -> None:
        """Take mails of which some are odd, and may have a megabyte of headers each."""
        for row, (file, head) in enumerate(files):
            if row in unsure and row not in odd:
                continue
            self._take_odd_first()
            self._count += 1
            if row not in odd:
                kind, place = kind_by_place(file.where, one_mail=True), called(file, self._count)
                self.records.take(block.block.mails[rows[row]], kind, place, 0)
            elif self._count == 1:
                # What is wrong with the only file of a folder is told in another way: so it waits.
                self._odd_first.append((file, head))
            else:
                self._take_odd(file, head, odd[row], self._count)

    def _take_odd_first(self) -> None:
        while self._odd_first:
            file, head = self._odd_first.pop()
            layout = mail_file(head)
            assert layout is not None
            self._take_odd(file, head, layout, 1)

    def _take_odd(self, file: SourceFile, head: bytes, layout: MailFile, number: int) -> None:
        place = called(file, number)
        mail = OneFile(file, place, None).only_mail(layout, head, self.records)
        if mail is not None:
            kind = kind_by_place(file.where, one_mail=True) or kind_by_apple(head, layout.begin)
            self.records.take(mail, kind, place, 0)

    def reading(self) -> Reading:
        """Give what all mails tell."""
        for file, head in self._odd_first:
            OneFile(file, "", None).take_what_there_is(self.records, head)
        self.records.is_one_file = self._count == 1
        return self.records.reading(self.me)


def take_together(
    several: Sequence[tuple[MailFolder, OpenedFiles]],
) -> list[list[Opened] | None]:
    """Have each of several folders take its files; their headers are read together.

    Returns
    -------
    list
        What each gives back, as ``MailFolder.take`` does.
    """
    heads = list(chain.from_iterable(files.heads for _, files in several))
    mails, are_sure = usual_mails(heads)
    block = several[0][0].records.read_block(mails)
    given_back, begin = [], 0
    for folder, files in several:
        rows = range(begin, begin + len(files))
        given_back.append(folder.take_rows(files, block, rows, are_sure[begin : rows.stop]))
        begin = rows.stop
    return given_back
