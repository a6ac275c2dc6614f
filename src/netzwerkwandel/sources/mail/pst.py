"""The data files of Outlook (.pst, .ost): their mails, folder by folder."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import Any

import attrs
from typing_extensions import override

from netzwerkwandel.sources.mail.kinds import kind_by_place
from netzwerkwandel.sources.mail.mapi import (
    BAD_DATA,
    NEEDED,
    described_by,
    is_mail,
    kind_by_class,
    library,
)
from netzwerkwandel.sources.mail.records import MailRecords
from netzwerkwandel.sources.tools import (
    ExportFormatError,
    OnDisk,
    ReadContext,
    Reader,
    Reading,
    Source,
    Tally,
)


LARGEST_PACKED = 200_000_000
"""A file within an archive is held in memory, and must be no larger."""

_BEGIN = b"!BDN"
_MISSING = (
    "a data file of Outlook; install the extra `outlook` to read it, or make mails of it with "
    "`readpst -e`"
)
_BROKEN = "this data file of Outlook cannot be read; make mails of it with `readpst -e`"
_DEEPEST, _MOST_FOLDERS = 50, 100_000
_TEXTS = frozenset([0x001E, 0x001F])
_NUMBER, _TIME = 0x0003, 0x0040


@attrs.frozen
class OutlookDataReader(Reader):
    """Reads the data files of Outlook: their mails; appointments and contacts are told of.

    It needs the extra ``outlook``, and says so where that is missing.
    """

    kind = "outlook data file"

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return head.startswith(_BEGIN)

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        pypff = library("pypff")
        if pypff is None:
            raise ExportFormatError(source.where, _MISSING)
        tally = Tally(self.kind, source.where)
        records = MailRecords(tally, as_of=context.as_of, timezone=context.timezone)
        file = source.file
        is_seekable = isinstance(file.opener, OnDisk)
        opened = pypff.file()
        with file.open() if is_seekable else io.BytesIO(file.read(LARGEST_PACKED)) as stream:
            try:
                opened.open_file_object(stream)
                root = opened.get_root_folder()
            except BAD_DATA as error:
                raise ExportFormatError(source.where, _BROKEN) from error
            others = _take_all(root, records)
            opened.close()
        if others:
            reason = f"what is no mail in it ({others:,}) was not read; export it as CSV"
            tally.problem("", reason)
        return records.reading(context.me)


def _take_all(root: Any, records: MailRecords) -> int:
    """Take all mails, and say how many other things there are."""
    number = others = 0
    for place, item in _items(root):
        number += 1
        try:
            sets = map(_of_set, item.record_sets)
            values = {tag: value for each in sets for tag, value in each.items()}
            recipients = [*map(_of_set, item.recipients.record_sets)] if item.recipients else []
        except BAD_DATA:
            records.tally.broken(f"message {number}", "it is cut off or damaged")
            continue
        if is_mail(values):
            kind = kind_by_place(f"{place}/{number}", one_mail=True) or kind_by_class(values)
            mail = described_by(values, recipients).mail()
            records.take(mail, kind, "", number)
        else:
            others += 1
    return others


def _items(root: Any) -> Iterator[tuple[str, Any]]:
    """Give what lies in all folders, each with the path of its folder."""
    waiting, seen = [("", root)], 0
    while waiting and seen < _MOST_FOLDERS:
        path, folder = waiting.pop()
        seen += 1
        try:
            yield from ((path, item) for item in folder.sub_messages)
            if path.count("/") < _DEEPEST:
                within = [(f"{path}/{each.name or ''}", each) for each in folder.sub_folders]
                waiting += reversed(within)
        except BAD_DATA:
            # What can be read of a damaged folder was given.
            continue


def _of_set(record_set: Any) -> dict[int, str | int]:
    """Read the properties of one item, or of one who got it."""
    values: dict[int, str | int] = {}
    for entry in record_set.entries:
        tag, kind = entry.entry_type, entry.value_type
        if tag not in NEEDED:
            continue
        if kind in _TEXTS:
            values[tag] = (entry.data_as_string or "").rstrip("\0")
        elif kind == _NUMBER and len(entry.data or b"") == 4:
            values[tag] = struct.unpack("<I", entry.data)[0]
        elif kind == _TIME and len(entry.data or b"") == 8:
            values[tag] = struct.unpack("<Q", entry.data)[0]
    return values
