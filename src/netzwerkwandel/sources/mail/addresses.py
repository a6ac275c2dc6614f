"""Lists of mail addresses: who stands in a From, To or Cc header, well-formed or not."""

from __future__ import annotations

import re
from typing import NamedTuple

import attrs

from netzwerkwandel.model.keys import Key, email_key, is_automatic_address
from netzwerkwandel.sources.mail.headers import decode_words, header_text
from netzwerkwandel.sources.text import person_name


# In characters. An entry costs Python some hundred bytes besides its text, which _COST_OF_KEEPING
# stands for; at the limit everything is forgotten, for a mailbox of spam names nobody twice.
_MOST_KEPT = 20_000_000
_COST_OF_KEEPING = 500
_LONGEST_NAME = 1_000
_LONGEST_ADDRESS = 400

# Nearly every entry is as simple as one of these: "Name" <address>, Name <address>, address.
_ADDRESS = r"[^\s\"(),:;<>\\]+"
_PLAIN = re.compile(rf'"([^"\\]*)"\s*<({_ADDRESS})>|([^"(),:;<>@\\]*)<({_ADDRESS})>|({_ADDRESS})')
# Possessive (++): without it a megabyte of quotes would be tried in every way there is.
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
        mailboxes = self._plain_list(value)
        if mailboxes is None:
            entries = (self._mailbox(*entry) for entry in split_list(header_text(value)))
            mailboxes = tuple(mailbox for mailbox in entries if mailbox is not None)
        self._make_room(len(value))
        self._lists[value] = mailboxes
        return mailboxes

    def _plain_list(self, value: bytes) -> tuple[Mailbox, ...] | None:
        # Where every quote that begins also ends, only the commas outside of quotes part entries.
        quoted = b'"' in value and not value.count(b'"') % 2
        mailboxes = []
        for entry in _BETWEEN_COMMAS.findall(value) if quoted else value.split(b","):
            if entry not in self._entries:
                plain = plain_entry(header_text(entry))
                if plain is None:
                    return None
                self._make_room(len(entry))
                self._entries[entry] = as_mailbox(*plain)
            mailbox = self._entries[entry]
            if mailbox is not None:
                mailboxes.append(mailbox)
        return tuple(mailboxes)

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
    # A quote or comment that never ends would swallow everybody after it: then there are none.
    if not scan.run(_SPECIAL.split(text)):
        scan = _Scan()
        scan.run(_SPECIAL.split(text.replace('"', " ").replace("(", " ").replace(")", " ")))
    return scan.entries


def plain_entry(text: str) -> tuple[str, str] | None:
    """Read one entry without escapes or comments; None where it is not as simple as that."""
    match = _PLAIN.fullmatch(text.strip())
    if match is None:
        return None
    name = match[1] or match[3] or ""
    return name.strip()[:_LONGEST_NAME], match[2] or match[4] or match[5]


@attrs.define
class _Scan:
    """One pass over the pieces of an address list."""

    entries: list[tuple[str, str]] = attrs.field(factory=list)
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
        elif piece in {":", "<"} or (piece == "," and "".join(self.address).lstrip()[:1] == "@"):
            # A route, "<@one.example,@two.example:ben@example.org>": only what follows it counts.
            self.address.clear()
        elif piece in {",", ";"}:
            self._end_entry()
        else:
            self.address.append(piece)

    def _in_words(self, piece: str) -> None:
        if piece == "<":
            self.angle = True
            self.address.clear()
        elif piece == ":":
            # The name of a group, "Friends: chen@example.org;".
            self.words.clear()
        elif piece != ">":
            self.words.append(piece)

    def _end_entry(self) -> None:
        words, comment = "".join(self.words).strip(), "".join(self.comment).strip()
        address = "".join(self.address).strip()
        if not address:
            address, words = words, ""
        if address:
            if len(address) > _LONGEST_ADDRESS:
                address = ""
            # Undo what hides an address: spaces around its dots, and "at" for the @ sign.
            hidden = _OBFUSCATED.fullmatch(address)
            address = f"{hidden[1]}@{hidden[2]}" if hidden else _LOOSE.sub(r"\1", address)
            self.entries.append(((words or comment)[:_LONGEST_NAME], address))
        self.words.clear()
        self.comment.clear()
        self.address.clear()
        self.angle = False
