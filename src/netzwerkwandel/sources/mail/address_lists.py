"""Address headers taken apart: which names and addresses stand in one, well-formed or not."""

from __future__ import annotations

import re
from html import unescape

import attrs

from netzwerkwandel.sources.mail.words import decode_words


_LONGEST_NAME = 1_000
_LONGEST_ADDRESS = 400

# Nearly every entry is as simple as one of these: "Name" <address>, Name <address>, address.
_ADDRESS = r"[^\s\"(),:;<>\\]+"
_PLAIN = re.compile(rf'"([^"\\]*)"\s*<({_ADDRESS})>|([^"(),:;<>@\\]*)<({_ADDRESS})>|({_ADDRESS})')
_SPECIAL = re.compile(r"(\\.|[\",;:<>()])", re.DOTALL)
_LOOSE = re.compile(r" ?([@.]) ?")
_SCHEME_AT_END = re.compile(r"[\s\[]*\b(?:mailto|smtp)\s*\Z", re.IGNORECASE)
# What may be a family name: a word or two that begin with capitals, after particles at the most.
_FAMILY = re.compile(
    r"(?:[^\W\d_]{1,4} ){0,3}(?:(?=[^\W\d_])[^a-zß-öø-ÿ][\w'\u2019.-]{1,40} ?){1,2}|=\?\S{1,200}\?="
)
_OBFUSCATED = re.compile(r"\s*(\S+)\s+at\s+(\S+\.\S+)\s*", re.IGNORECASE)


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
    if "&lt;" in text:
        # It was written as for a page.
        text = unescape(text)
    if "=?" in text and "@" not in text:
        # Against all rules a program encoded the addresses too, and their commas.
        text = decode_words(text)
    scan = _Scan()
    # A quote or comment that never ends would swallow everybody after it: then there are none.
    if not scan.run(_SPECIAL.split(text)):
        scan = _Scan()
        scan.run(_SPECIAL.split(text.replace('"', " ").replace("(", " ").replace(")", " ")))
    return scan.entries


def without_brackets(text: str, comment: str) -> list[tuple[str, str]]:
    """Read an entry that lacks its brackets or commas: a name and an address, or addresses.

    Examples
    --------
    >>> without_brackets("Anna Berg anna@example.net", "")
    [('Anna Berg', 'anna@example.net')]
    >>> without_brackets("ben@example.com chen@example.net", "")
    [('', 'ben@example.com'), ('', 'chen@example.net')]
    """
    entries = []
    name: list[str] = []
    for written in text.split():
        word = written.strip("[]()<>")
        if "@" in word.strip("@"):
            entries.append(((" ".join(name) or comment)[:_LONGEST_NAME], word[:_LONGEST_ADDRESS]))
            name = []
        else:
            name.append(written)
    return entries or [(comment, text)]


def plain_entry(text: str) -> tuple[str, str] | None:
    """Read one entry without escapes or comments; None where it is not as simple as that."""
    match = _PLAIN.fullmatch(text.strip())
    if match is None or (match[5] and match[5].startswith("=?")):
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
    named: int = 0
    """How many words stood before the address in brackets; what follows may be the next name."""
    family: str = ""
    """Words without an address that a comma ended: a family name, if a given name follows."""
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
                self._end_entry(by=piece)
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
            if "@" in "".join(self.address):
                # The comma between two people is missing.
                behind = self.words[self.named :]
                del self.words[self.named :]
                self._end_entry()
                self.words += behind
            self.angle = True
            self.named = len(self.words)
            self.address.clear()
        elif piece == ":":
            # The name of a group, "Friends: chen@example.org;", or a scheme: "Ben [mailto:".
            before = "".join(self.words)[-_LONGEST_NAME:]
            scheme = _SCHEME_AT_END.search(before)
            self.words = [before[: scheme.start()], " "] if scheme else []
        elif piece != ">":
            if piece[:1] == "@" and self.words:
                # A quoted local part with blanks, which no address here may have: it stays one.
                self.words[-1] = self.words[-1].replace(" ", "\0")
            self.words.append(piece)

    def _end_entry(self, by: str = "") -> None:
        words, comment = "".join(self.words).strip(), "".join(self.comment).strip()
        address = "".join(self.address).strip()
        if address and "@" not in address and "@" in words:
            # Turned round: "ben@example.org <Ben Okafor>".
            address, words = words, address
        family, self.family = self.family, ""
        if not address:
            address, words = words, ""
            if by == "," and "@" not in address and _FAMILY.fullmatch(address):
                self.family = address
        elif family and words:
            # "Okafor, Ben <ben@example.org>", which is to stand in quotes.
            words = f"{family}, {words}"
        if address:
            self._add(words, address, comment)
        self.words.clear()
        self.comment.clear()
        self.address.clear()
        self.angle, self.named = False, 0

    def _add(self, words: str, address: str, comment: str) -> None:
        address = " ".join(address.split())
        if len(address) > _LONGEST_ADDRESS and address.count("@") < 2:
            return
        if "@" not in address and "@" in comment:
            address, comment = comment, address
        if address.endswith("]") and "[" not in address:
            address = address[:-1]
        # Undo what hides an address: a blank around its dots, and "at" for the @ sign.
        hidden = _OBFUSCATED.fullmatch(address) if len(address) <= _LONGEST_ADDRESS else None
        plain = f"{hidden[1]}@{hidden[2]}" if hidden else _LOOSE.sub(r"\1", address)
        if hidden or words or " " not in plain:
            self.entries.append(((words or comment)[:_LONGEST_NAME], plain))
        else:
            self.entries += without_brackets(plain, comment)
