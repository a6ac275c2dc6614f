"""Address books as the directory format LDIF, which Thunderbird and others write."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator

import attrs
from typing_extensions import override

from netzwerkwandel.sources.tools import (
    Book,
    Entry,
    ExportFormatError,
    ReadContext,
    Reader,
    Reading,
    Source,
    Tally,
    Told,
    decode,
)


LARGEST_FILE = 100_000_000

_FIELDS = {
    **dict.fromkeys(["cn", "displayname"], "name"),
    "givenname": "given name",
    **dict.fromkeys(["sn", "surname"], "family name"),
    "mozillanickname": "nickname",
    **dict.fromkeys(["mail", "mozillasecondemail"], "email"),
    **dict.fromkeys(["mobile", "cellphone", "homephone"], "phone"),
    "telephonenumber": "work phone",
    **dict.fromkeys(["mozillahomeurl", "mozillaworkurl", "labeleduri"], "page"),
    **dict.fromkeys(["o", "company"], "organisation"),
    "title": "position",
}
_GROUPS = frozenset("groupofnames groupofuniquenames organization organizationalunit".split())
_START = re.compile(r"(?:(?:version:[^\n]*|#[^\n]*)?\r?\n)*+dn::?[ ]*[^\r\n]", re.IGNORECASE)
_FOLD = re.compile(r"\r?\n ")
_LINE = re.compile(r"([a-z][a-z0-9-]*)(?:;[^:\n]*)?:(:?)[ ]*([^\r\n]*)", re.IGNORECASE)


@attrs.frozen
class DirectoryReader(Reader):
    r"""Reads address books in LDIF: each entry is a few lines, and ends with an empty one.

    Examples
    --------
    >>> head = b"dn: cn=Ben Okafor,mail=ben@example.org\ncn: Ben Okafor\n"
    >>> DirectoryReader().looks_like(head, "book.ldif")
    True
    """

    kind = "directory"

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return _START.match(decode(head)) is not None

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        text = decode(source.file.read(LARGEST_FILE))
        tally = Tally(self.kind, source.where)
        book = Book(tally)
        for number, lines in enumerate(_entries(text), 1):
            if lines[0][0] == "dn":
                book.add(self._entry(lines))
            else:
                tally.broken(f"entry {number}", "an entry must begin with its name (dn:)")
        if not tally.read:
            raise ExportFormatError(source.where, "a directory (LDIF) must hold an entry (dn:)")
        return book.reading()

    def _entry(self, lines: list[tuple[str, str]]) -> Entry:
        """Make the entry of its lines."""
        cells: dict[str, list[str]] = {}
        for name, value in lines:
            if name in _FIELDS:
                cells.setdefault(_FIELDS[name], []).append(value)
        classes = {value.casefold() for name, value in lines if name == "objectclass"}
        is_group = not classes.isdisjoint(_GROUPS)
        return attrs.evolve(Told(cells).entry(), is_group=is_group)


def _entries(text: str) -> Iterator[list[tuple[str, str]]]:
    """Give the entries, each as its attributes and their values in order."""
    entry: list[tuple[str, str]] = []
    for line in _FOLD.sub("", text).splitlines():
        match = _LINE.match(line)
        if match is not None and match[1].casefold() != "version":
            value = match[3]
            # What is not plain English stands there in base64, behind two colons.
            if match[2]:
                try:
                    value = decode(binascii.a2b_base64(value))
                except ValueError:
                    value = ""
            entry.append((match[1].casefold(), value))
        elif not line.strip() and entry:
            yield entry
            entry = []
    if entry:
        yield entry
