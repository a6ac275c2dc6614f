"""Lists of mail addresses: who stands in a From, To or Cc header, well-formed or not."""

from __future__ import annotations

import re
from typing import NamedTuple

import attrs

from netzwerkwandel.model.addresses import is_automatic_address
from netzwerkwandel.model.keys import Key, email_key
from netzwerkwandel.sources.mail.text import decode_words, header_text
from netzwerkwandel.sources.names import person_name


_MOST_KEPT = 20_000_000
_COST_OF_KEEPING = 500
_LONGEST_NAME = 1_000
_LONGEST_ADDRESS = 400

_ADDRESS = r"[^\s\"(),:;<>\\]+"
_PLAIN = re.compile(rf'"([^"\\]*)"\s*<({_ADDRESS})>|([^"(),:;<>@\\]*)<({_ADDRESS})>|({_ADDRESS})')
_BETWEEN_COMMAS = re.compile(rb'(?:[^",]++|"[^"]*+")++')
_SPECIAL = re.compile(r"(\\.|[\",;:<>()])", re.DOTALL)
_LOOSE = re.compile(r"\s*([@.])\s*")
_OBFUSCATED = re.compile(r"\s*(\S+)\s+at\s+(\S+\.\S+)\s*", re.IGNORECASE)


class Mailbox(NamedTuple):
    """A person as one header writes him or her; a plain tuple, since millions are counted."""

    key: Key
    address: str
    name: str
    automatic: bool


class AddressBook:
    """Reads address lists, and remembers those it has read: the same ones come again and again."""

    def __init__(self) -> None:
        self._lists: dict[bytes, tuple[Mailbox, ...]] = {}
        self._entries: dict[bytes | tuple[str, str], Mailbox | None] = {}
        self._kept = 0

    def mailboxes(self, value: bytes) -> tuple[Mailbox, ...]:
        """Who stands in the value of an address header?

        What is no address is left out.
        """
        known = self._lists.get(value)
        if known is not None:
            return known
        found = self._plain_list(value)
        if found is None:
            entries = (self._mailbox(*entry) for entry in split_list(header_text(value)))
            found = tuple(mailbox for mailbox in entries if mailbox is not None)
        self._make_room(len(value))
        self._lists[value] = found
        return found

    def _plain_list(self, value: bytes) -> tuple[Mailbox, ...] | None:
        found = []
        for entry in _entries(value):
            if entry not in self._entries:
                plain = plain_entry(header_text(entry))
                if plain is None:
                    return None
                self._make_room(len(entry))
                self._entries[entry] = as_mailbox(*plain)
            mailbox = self._entries[entry]
            if mailbox is not None:
                found.append(mailbox)
        return tuple(found)

    def _mailbox(self, name: str, address: str) -> Mailbox | None:
        entry = (name, address)
        if entry not in self._entries:
            self._make_room(len(name) + len(address))
            self._entries[entry] = as_mailbox(name, address)
        return self._entries[entry]

    def _make_room(self, size: int) -> None:
        self._kept += size + _COST_OF_KEEPING
        if self._kept > _MOST_KEPT:
            self._lists.clear()
            self._entries.clear()
            self._kept = size + _COST_OF_KEEPING


def as_mailbox(name: str, address: str) -> Mailbox | None:
    """Who is meant by a name and an address; None where that is no address."""
    key = email_key(address)
    if key is None:
        return None
    local, _, domain = address.rpartition("@")
    spelling = f"{local}@{domain.lower().rstrip('.')}"
    return Mailbox(key, spelling, person_name(decode_words(name)), is_automatic_address(address))


def split_list(text: str) -> list[tuple[str, str]]:
    """Which names and addresses stand in an address list?

    Quoted names, comments, groups, routes, semicolons between addresses and the ``user at host`` of
    list archives are understood. The work grows with the length of the text and no faster.

    Parameters
    ----------
    text : str
        The value of an address header, unfolded.

    Returns
    -------
    list of pairs of str
        A name, encoded words not yet decoded, and something that looks like an address.

    Examples
    --------
    >>> split_list('"Okafor, Ben" <ben@example.org>, Friends: chen@example.org;')
    [('Okafor, Ben', 'ben@example.org'), ('', 'chen@example.org')]
    """
    scan = _Scan()
    if not scan.run(_SPECIAL.split(text)):
        scan = _Scan()
        scan.run(_SPECIAL.split(text.replace('"', " ").replace("(", " ").replace(")", " ")))
    return scan.found


def plain_entry(text: str) -> tuple[str, str] | None:
    """Read one entry without escapes or comments; None where it is not as simple as that."""
    match = _PLAIN.fullmatch(text.strip())
    if match is None:
        return None
    name = match[1] or match[3] or ""
    return name.strip()[:_LONGEST_NAME], match[2] or match[4] or match[5]


def _entries(value: bytes) -> list[bytes]:
    if b'"' not in value or value.count(b'"') % 2:
        return value.split(b",")
    return _BETWEEN_COMMAS.findall(value)


@attrs.define
class _Scan:
    """One pass over the pieces of an address list."""

    found: list[tuple[str, str]] = attrs.field(factory=list)
    words: list[str] = attrs.field(factory=list)
    comment: list[str] = attrs.field(factory=list)
    address: list[str] = attrs.field(factory=list)
    quoted: bool = False
    depth: int = 0
    angle: bool = False

    def run(self, pieces: list[str]) -> bool:
        """Read the pieces; say whether each quote and comment that begins ends too."""
        for piece in pieces:
            if self.quoted:
                self._in_quotes(piece)
            elif self.depth or piece == "(":
                self._in_comment(piece)
            elif piece == '"':
                self.quoted = True
            elif self.angle:
                self._in_angle(piece)
            elif piece in {",", ";"}:
                self._end_entry()
            else:
                self._in_words(piece)
        self._end_entry()
        return not self.quoted and not self.depth

    def _in_quotes(self, piece: str) -> None:
        if piece == '"':
            self.quoted = False
            return
        into = self.address if self.angle else self.words
        into.append(piece[1:] if piece[:1] == "\\" else piece)

    def _in_comment(self, piece: str) -> None:
        self.depth += {"(": 1, ")": -1}.get(piece, 0)
        if piece not in {"(", ")"}:
            self.comment.append(piece[1:] if piece[:1] == "\\" else piece)

    def _in_angle(self, piece: str) -> None:
        if piece == ">":
            self.angle = False
        elif piece in {":", "<"} or (piece == "," and self._is_route()):
            self.address.clear()
        elif piece in {",", ";"}:
            self._end_entry()
        else:
            self.address.append(piece)

    def _is_route(self) -> bool:
        return "".join(self.address).lstrip().startswith("@")

    def _in_words(self, piece: str) -> None:
        if piece == "<":
            self.angle = True
            self.address.clear()
        elif piece == ":":
            self.words.clear()
        elif piece != ">":
            self.words.append(piece)

    def _end_entry(self) -> None:
        words, comment = "".join(self.words).strip(), "".join(self.comment).strip()
        address = "".join(self.address).strip()
        if not address:
            address, words = words, ""
        if address:
            self.found.append(((words or comment)[:_LONGEST_NAME], _tight(address)))
        self.words.clear()
        self.comment.clear()
        self.address.clear()
        self.angle = False


def _tight(address: str) -> str:
    """Undo what hides an address: spaces around its dots, and ``at`` for the @ sign."""
    if len(address) > _LONGEST_ADDRESS:
        return ""
    hidden = _OBFUSCATED.fullmatch(address)
    if hidden is not None:
        return f"{hidden[1]}@{hidden[2]}"
    return _LOOSE.sub(r"\1", address)
