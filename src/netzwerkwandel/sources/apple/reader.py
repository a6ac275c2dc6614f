"""The archive that the address book of a Mac writes (.abbu): a database, and a file a card."""

from __future__ import annotations

import plistlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from xml.parsers.expat import ExpatError

import attrs
from typing_extensions import override

from netzwerkwandel.sources.tools import (
    UNREADABLE,
    ArchiveReader,
    Book,
    Entry,
    ExportFormatError,
    ReadContext,
    Reading,
    SkipReason,
    Source,
    SourceFile,
    Tally,
    Told,
    database_rows,
    is_database,
    relation_in,
    text_of,
)


LARGEST_CARD = 20_000_000

_ARCHIVE = re.compile(r"(?<=\.abbu)/.*", re.DOTALL)
_TABLE = b"ZABCDRECORD"
_BROKEN = "this archive of Apple's address book cannot be read; export it as vCard (.vcf) instead"
_IS_COMPANY = 1
_NO_VOICE = re.compile(r"fax|pager", re.IGNORECASE)
_AT_WORK = re.compile(r"work|main", re.IGNORECASE)
# The names of columns, and those in the file of a card.
_PERSON = {
    "ZFIRSTNAME": "given name",
    "ZMIDDLENAME": "middle name",
    "ZLASTNAME": "family name",
    "ZSUFFIX": "name suffix",
    "ZNICKNAME": "nickname",
    "ZORGANIZATION": "organisation",
    "ZJOBTITLE": "position",
}
_CARD_FIELDS = {
    "First": "given name",
    "Middle": "middle name",
    "Last": "family name",
    "Suffix": "name suffix",
    "Nickname": "nickname",
    "Organization": "organisation",
    "JobTitle": "position",
}
# The tables of what somebody may have several of: of its value, its label.
_SEVERAL = {
    "ZABCDEMAILADDRESS": ("email", "ZADDRESS"),
    "ZABCDPHONENUMBER": ("phone", "ZFULLNUMBER"),
    "ZABCDURLADDRESS": ("page", "ZURL"),
    "ZABCDRELATEDNAME": ("relation", "ZNAME"),
}
_LISTS = {"Email": "email", "Phone": "phone", "URLs": "page", "ABRelatedNames": "relation"}


@attrs.frozen
class AppleContactsReader(ArchiveReader):
    """Reads the archive of Apple's address book: its databases, and the files of its cards."""

    kind = "apple contacts"

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        if is_database(head):
            return _TABLE in head or name.lower().endswith(".abcddb")
        return head.startswith(b"bplist00") and name.lower().endswith((".abcdp", ".abcdi"))

    @override
    def group(self, file: SourceFile, head: bytes) -> str:
        return _ARCHIVE.sub("", file.where)

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        tally = Tally(self.kind, source.where)
        book = Book(tally)
        for number, file in enumerate(source.files, 1):
            try:
                for entry in _entries(file):
                    book.add(entry)
            except (*UNREADABLE, ExpatError, ValueError, TypeError, LookupError, RecursionError):
                tally.broken(f"file {number}", _BROKEN)
        if tally.read == tally.skipped[SkipReason.BROKEN] == 1 and len(source.files) == 1:
            raise ExportFormatError(source.where, _BROKEN)
        return book.reading()


def _entries(file: SourceFile) -> Iterator[Entry]:
    if not is_database(file.head(100)):
        card = plistlib.loads(file.read(LARGEST_CARD))
        if isinstance(card, Mapping):
            person = _Person()
            person.put_card(card)
            if person.cells:
                yield person.entry(card.get("ABPersonFlags"), card.get("UID"))
        return
    people: defaultdict[object, _Person] = defaultdict(_Person)
    for table, (field, value) in _SEVERAL.items():
        for owner, told, label in database_rows(file, table, "ZOWNER", value, "ZLABEL"):
            people[owner].put(field, told, label)
    named = ("Z_PK", "ZDISPLAYFLAGS", "ZUNIQUEID", *_PERSON)
    for number, flags, uid, *names in database_rows(file, "ZABCDRECORD", *named):
        for field, told in zip(_PERSON.values(), names, strict=True):
            people[number].put(field, told, None)
        # Groups, and the owner of the whole, have rows of their own, without any of these.
        if people[number].cells:
            yield people[number].entry(flags, uid)


@attrs.frozen
class _Person:
    """What is told of somebody, as the cells of an address book."""

    cells: dict[str, list[str]] = attrs.field(factory=dict)

    def put(self, field: str, told: object, label: object) -> None:
        """Add what one cell tells, by the label beside it."""
        if not isinstance(told, str) or not told.strip():
            return
        called = text_of(label)
        if field == "relation":
            relation = relation_in(called)
            if relation is None:
                return
            field = str(relation)
        elif field == "phone":
            if _NO_VOICE.search(called):
                return
            field = "work phone" if _AT_WORK.search(called) else "phone"
        self.cells.setdefault(field, []).append(told)

    def put_card(self, card: Mapping[str, object]) -> None:
        """Add what the file of a card tells."""
        for name, field in _CARD_FIELDS.items():
            self.put(field, card.get(name), None)
        for name, field in _LISTS.items():
            several = card.get(name)
            if isinstance(several, Mapping):
                values, labels = several.get("values"), several.get("labels")
                if isinstance(values, list) and isinstance(labels, list):
                    for told, label in zip(values, labels, strict=False):
                        self.put(field, told, label)

    def entry(self, flags: object, uid: object) -> Entry:
        """Make the entry of it."""
        return attrs.evolve(
            Told(self.cells).entry(),
            uid=text_of(uid),
            is_company=isinstance(flags, int) and bool(flags & _IS_COMPANY),
        )
