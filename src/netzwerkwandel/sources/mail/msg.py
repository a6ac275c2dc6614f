"""Single mails that Outlook has saved as .msg: who, whom and when, and nothing of their text."""

from __future__ import annotations

import io
import re
import struct
from collections import defaultdict
from collections.abc import Iterator
from types import ModuleType

import attrs
from typing_extensions import override

from netzwerkwandel.model import SkipReason
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
    ArchiveReader,
    ExportFormatError,
    ReadContext,
    Reading,
    Source,
    SourceFile,
    Tally,
    decode,
)


LARGEST_FILE = 200_000_000

# A compound file (OLE2) is many things of Office; one with such a part is a message.
_BEGIN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIXED = "__properties_version1.0"
_PART = re.compile(r"__substg1\.0_([0-9A-F]{4})(001[EF])", re.IGNORECASE)
# The numbers of fixed length begin behind so many bytes: of a message, and of a recipient in it.
_OF_MESSAGE, _OF_RECIPIENT = 32, 8
_LONGEST = 1 << 20
_MISSING = "a message of Outlook; install the extra `outlook` to read it, or save it as .eml"
_BROKEN = "this message of Outlook cannot be read; save it as .eml instead"
_NO_MAIL = "this is an appointment, a contact or the like of Outlook, and no mail"


@attrs.frozen
class OutlookMessageReader(ArchiveReader):
    """Reads mails that Outlook has saved one by one; those of a folder are one mailbox.

    It needs the extra ``outlook``, and says so where that is missing.
    """

    kind = "outlook mail"

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        is_message = _FIXED.encode("utf-16-le") in head or name.lower().endswith(".msg")
        return head.startswith(_BEGIN) and is_message

    @override
    def group(self, file: SourceFile, head: bytes) -> str:
        return file.folder or "."

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        olefile = library("olefile")
        if olefile is None:
            raise ExportFormatError(source.where, _MISSING)
        tally = Tally(self.kind, source.where)
        records = MailRecords(tally, as_of=context.as_of, timezone=context.timezone)
        for number, file in enumerate(source.files, 1):
            place = file.name if "@" not in file.name else f"file {number}"
            try:
                values, *recipients = _parts(olefile, file)
            except BAD_DATA:
                tally.broken(place, _BROKEN)
                continue
            if is_mail(values):
                mail = described_by(values, recipients).mail()
                records.take(mail, kind_by_class(values), place, 0)
            else:
                tally.broken(place, _NO_MAIL, SkipReason.NOT_AN_EXPORT)
        records.settle()
        if tally.read == tally.skipped[SkipReason.BROKEN] and len(source.files) == 1:
            raise ExportFormatError(source.where, _BROKEN)
        return records.reading(context.me)


def _parts(olefile: ModuleType, file: SourceFile) -> Iterator[dict[int, str | int]]:
    """Give the properties of a message, and then those of each who got it."""
    with olefile.OleFileIO(io.BytesIO(file.read(LARGEST_FILE))) as parts:
        inside: defaultdict[str, dict[int, str | int]] = defaultdict(dict)
        for *above, name in parts.listdir():
            if len(above) > 1 or (above and not above[0].startswith("__recip_")):
                continue
            within = inside["/".join(above)]
            text = _PART.fullmatch(name)
            if name == _FIXED:
                data = parts.openstream([*above, name]).read(_LONGEST)
                within.update(_numbers(data, _OF_RECIPIENT if above else _OF_MESSAGE))
            elif text is not None and (tag := int(text[1], 16)) in NEEDED:
                data = parts.openstream([*above, name]).read(_LONGEST)
                is_wide = text[2].upper() == "001F"
                told = data.decode("utf-16-le", "replace") if is_wide else decode(data)
                within[tag] = told.rstrip("\0")
    yield inside.pop("", {})
    yield from (inside[name] for name in sorted(inside))


def _numbers(data: bytes, begin: int) -> Iterator[tuple[int, int]]:
    """Read the properties that are numbers or times: a type, a tag, flags and the value each."""
    whole = data[begin : begin + (len(data) - begin) // 16 * 16]
    for kind, tag, _, value in struct.iter_unpack("<HHIQ", whole):
        if tag in NEEDED and kind in {0x0003, 0x0040}:
            yield tag, value if kind == 0x0040 else value & 0xFFFFFFFF
