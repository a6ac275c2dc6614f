"""The archives of Outlook for Mac (.olm): a zip with an XML file for each mail."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime
from xml.parsers.expat import ExpatError, ParserCreate

import attrs
from typing_extensions import override

from netzwerkwandel.sources.mail.described import Address, Described
from netzwerkwandel.sources.mail.kinds import kind_by_place
from netzwerkwandel.sources.mail.records import MailRecords
from netzwerkwandel.sources.tools import (
    UNREADABLE,
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

_START = re.compile(r"(?:<\?xml[^>]*>)?\s*<emails?\b")
# Within the archive, folders are called by the address of the account.
_ACCOUNTS = re.compile(r"/(?:Accounts|Local)/.*", re.DOTALL)
_EMPTY = "this archive of Outlook for Mac holds no mail"
_BROKEN = "this mail of Outlook for Mac is no XML that can be read"
# Of these the text is read; that of the mail is not.
_TEXTS = {
    "OPFMessageCopySentTime": "sent",
    "OPFMessageCopyReceivedTime": "received",
    "OPFMessageCopyMessageID": "id",
    "OPFMessageCopySubject": "subject",
}
_PEOPLE = {
    "OPFMessageCopyFromAddresses": "from",
    "OPFMessageCopySenderAddress": "from",
    "OPFMessageCopyToAddresses": "to",
    "OPFMessageCopyCCAddresses": "cc",
    "OPFMessageCopyBCCAddresses": "bcc",
}
_LONGEST = 1_000


@attrs.frozen
class OutlookMacReader(ArchiveReader):
    """Reads the mails of an archive of Outlook for Mac; all of one archive are one mailbox."""

    kind = "outlook for mac"

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return _START.match(decode(head[:1_000]).lstrip()) is not None

    @override
    def group(self, file: SourceFile, head: bytes) -> str:
        return _ACCOUNTS.sub("", file.folder) or "."

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        tally = Tally(self.kind, source.where)
        records = MailRecords(tally, as_of=context.as_of, timezone=context.timezone)
        for number, file in enumerate(source.files, 1):
            kind = kind_by_place(file.where, one_mail=True)
            try:
                for described in _Mails().read(file.read(LARGEST_FILE)):
                    records.take(described.mail(), kind, f"file {number}", 0)
            except UNREADABLE as error:
                reason = getattr(error, "reason", _BROKEN)
                tally.broken(f"file {number}", reason)
            except (ExpatError, ValueError, RecursionError):
                tally.broken(f"file {number}", _BROKEN)
        records.settle()
        if not tally.read:
            raise ExportFormatError(source.where, _EMPTY)
        return records.reading(context.me)


@attrs.define
class _Mails:
    """The mails of one file, and what was told so far of the one that is being read."""

    found: list[Described] = attrs.field(factory=list)
    texts: defaultdict[str, str] = attrs.field(factory=lambda: defaultdict(str))
    people: defaultdict[str, list[Address]] = attrs.field(factory=lambda: defaultdict(list))
    within: list[str] = attrs.field(factory=list)

    def read(self, data: bytes) -> list[Described]:
        """Read the mails; nothing that a document could define is followed."""
        parser = ParserCreate()
        # A document type can define texts that grow without end.
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(data, True)
        return self.found

    def _refuse(self, *_: object) -> None:
        raise ValueError(_BROKEN)

    def _begin(self, name: str, told: Mapping[str, str]) -> None:
        self.within.append(name)
        if name == "emailAddress" and len(self.within) > 1 and self.within[-2] in _PEOPLE:
            address = told.get("OPFContactEmailAddressAddress", "")
            called = told.get("OPFContactEmailAddressName", "")
            self.people[_PEOPLE[self.within[-2]]].append(Address(address, called))

    def _text(self, part: str) -> None:
        name = _TEXTS.get(self.within[-1])
        if name is not None and len(self.texts[name]) < _LONGEST:
            self.texts[name] += part

    def _end(self, name: str) -> None:
        self.within.pop()
        if name == "email":
            self.found.append(self._described())
            self.texts.clear()
            self.people.clear()

    def _described(self) -> Described:
        texts, people = self.texts, self.people
        return Described(
            sender=next((each for each in people["from"] if each.address), None),
            to=tuple(people["to"]),
            cc=tuple(people["cc"]),
            bcc=tuple(people["bcc"]),
            when=_moment(texts["sent"]) or _moment(texts["received"]),
            message_id=texts["id"].strip(),
            subject=texts["subject"].strip(),
        )


def _moment(text: str) -> datetime | None:
    """A time is told in UTC, with no zone: ``2024-03-04T08:05:00``."""
    try:
        when = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
