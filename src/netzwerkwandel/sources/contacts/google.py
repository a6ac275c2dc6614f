"""Contacts that Google has exported as its own CSV, by the heads of before and after 2024."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs
from typing_extensions import override

from netzwerkwandel.sources.contacts.table import heading_of, read_people
from netzwerkwandel.sources.tools import (
    Entry,
    Heading,
    ReadContext,
    Reader,
    Reading,
    Row,
    Source,
    Told,
    decode,
    relation_in,
)


_COLUMNS = {
    "name": "name",
    "fileas": "name",
    **dict.fromkeys(["firstname", "givenname"], "given name"),
    **dict.fromkeys(["middlename", "additionalname"], "middle name"),
    **dict.fromkeys(["lastname", "familyname"], "family name"),
    "namesuffix": "name suffix",
    "nickname": "nickname",
    "organizationname": "organisation",
    "organizationtitle": "position",
    "birthday": "born",
    "labels": "community",
    "groupmembership": "community",
}
# The first two are the heads of today and of before 2024; who drops columns keeps the third.
_KNOWN_BY = (
    frozenset(["firstname", "lastname", "organizationname", "labels"]),
    frozenset(["givenname", "familyname", "groupmembership"]),
    frozenset(["email1value", "email1label"]),
    frozenset(["email1value", "email1type"]),
)
# The columns that there are as many of as somebody has values: "E-mail 2 - Value".
_NUMBERED = re.compile(
    r"(email|phone|website|relation|organization)([0-9]{1,3})(label|type|value|name|title)"
)
_FIELDS = {
    "emailvalue": "email",
    "websitevalue": "page",
    "organizationname": "organisation",
    "organizationtitle": "position",
}
_NO_VOICE = re.compile(r"fax|pager|assistant", re.IGNORECASE)
_AT_WORK = re.compile(r"work|main|arbeit|geschäft|büro", re.IGNORECASE)


@attrs.frozen
class GoogleContactsReader(Reader):
    """Reads the contacts of Google, exported as *Google CSV*.

    Examples
    --------
    >>> head = b"First Name,Last Name,Organization Name,Labels,E-mail 1 - Value"
    >>> GoogleContactsReader().looks_like(head, "contacts.csv")
    True
    """

    kind = "google contacts"

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return self._heading(decode(head)) is not None

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        return read_people(source, self.kind, self._heading, self._entry)

    def _heading(self, text: str) -> Heading | None:
        """Find the heading of such a table; None where there is none."""
        found = heading_of(text, _KNOWN_BY)
        if found is None:
            return None
        kept = (c if c in _COLUMNS or _NUMBERED.fullmatch(c) else "" for c in found.columns)
        return attrs.evolve(found, columns=tuple(kept))

    def _entry(self, row: Row) -> Entry:
        """Make the entry of a row."""
        cells: dict[str, list[str]] = {}
        # The order of the columns differs: names say which comes first.
        for column in sorted(row.cells):
            cell = row[column]
            field = self._field(column, row) if cell else None
            if field is not None:
                cells.setdefault(field, []).append(cell)
        return Told(cells).entry()

    def _field(self, column: str, row: Row) -> str | None:
        """What a cell tells, by its column and the label beside it; None where that is not read."""
        if column in _COLUMNS:
            return _COLUMNS[column]
        what, number, part = _numbered(column)
        if part != "value" or what in {"email", "website"}:
            return _FIELDS.get(what + part)
        label = row[f"{what}{number}label"] or row[f"{what}{number}type"]
        if what == "relation":
            return relation_in(label)
        if _NO_VOICE.search(label):
            return None
        return "work phone" if _AT_WORK.search(label) else "phone"


@lru_cache(maxsize=1_024)
def _numbered(column: str) -> tuple[str, str, str]:
    match = _NUMBERED.fullmatch(column)
    assert match is not None  # a column that is neither this nor one with a name is left out
    return match[1], match[2], match[3]
