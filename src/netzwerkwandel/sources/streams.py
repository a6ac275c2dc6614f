"""Large files, read bit by bit: the lines of a text, and the parts of a JSON document."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.files import UNREADABLE, SourceFile
from netzwerkwandel.sources.tally import Tally
from netzwerkwandel.sources.text import decode, utf16_encoding


AT_ONCE = 1 << 20
LONGEST_LINE = 1 << 20
LARGEST_PART = 1 << 25

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

_BLANKS = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"[\d.eE+-]*")
_DECODER = json.JSONDecoder(strict=False)
_BROKEN = "it is cut off or damaged"
# Where a text ends in the middle of a word such as "false", the mistake is near its end.
_NEAR_THE_END = 16


def text_of(value: object) -> str:
    """Give a value that should be a text, of whatever kind an export has it; empty if it is none.

    Examples
    --------
    >>> text_of("Anna"), text_of(None), text_of(["Anna"])
    ('Anna', '', '')
    """
    return value if isinstance(value, str) else ""


@contextmanager
def what_there_is(tally: Tally, place: str = "") -> Iterator[None]:
    """Keep what was read of a file before it breaks off, and say so in the report.

    Parameters
    ----------
    tally : Tally
        Counts the records.
    place : str
        What to call the file, where it is one of several.

    Raises
    ------
    ExportFormatError
        If nothing was read of anything yet.

    Examples
    --------
    >>> tally = Tally("log", "calls.log")
    >>> with what_there_is(tally):
    ...     tally.use()
    ...     raise ExportFormatError("calls.log", "it is cut off")
    >>> print(tally.report().problems[0])
    calls.log: only the first record was read; it is cut off
    """
    before = tally.read
    try:
        yield
    except UNREADABLE as error:
        why = error.reason if isinstance(error, ExportFormatError) else "it cannot be read further"
        if not tally.read:
            raise ExportFormatError(tally.where, why) from error
        count = tally.read - before
        kept = "first record was" if count == 1 else f"first {count:,} records were"
        tally.problem(place, f"only the {kept} read; {why}")


def text_lines(file: SourceFile) -> Iterator[str]:
    r"""Give the lines of a text, without what ends them, in whatever encoding it was left.

    A line ends with a line feed, before which a carriage return may stand, and with nothing else:
    what people write holds all other characters. Of a line of more than a million bytes the
    beginning is given.

    Parameters
    ----------
    file : SourceFile
        In UTF-8, UTF-16 or Windows-1252.

    Returns
    -------
    iterator of str
        In their order.

    Raises
    ------
    ExportFormatError, OSError
        If the file breaks off, once all was given that came before.

    Examples
    --------
    >>> list(text_lines(SourceFile.from_bytes(b"Zo\xeb\r\nBen\n")))
    ['Zoë', 'Ben']
    """
    rest = b""
    for block in _blocks(file):
        whole, ended, rest = (rest + block).rpartition(b"\n")
        rest = rest[:LONGEST_LINE]
        if ended:
            yield from (line.removesuffix("\r") for line in decode(whole).split("\n"))
    if rest:
        yield decode(rest).removesuffix("\r")


def _blocks(file: SourceFile) -> Iterator[bytes]:
    """The bytes of a file, a million at a time; what is UTF-16 becomes UTF-8."""
    with file.open() as stream:
        block = stream.read(AT_ONCE)
        encoding = utf16_encoding(block)
        decoder = codecs.getincrementaldecoder(encoding or "utf-8")("replace")
        while block:
            yield decoder.decode(block).encode(errors="replace") if encoding else block
            block = stream.read(AT_ONCE)


def json_parts(file: SourceFile, *into: str) -> Iterator[tuple[str, Json]]:
    """Give the parts of a JSON document as they come, however large it is.

    Parameters
    ----------
    file : SourceFile
        The document: an object or an array.
    *into : str
        The paths of objects and arrays that are gone into, such as ``"chats.list.*.messages"``:
        the names in objects, and ``*`` for any name and for any place of an array. The document
        itself, and what stands on the way, is gone into as well; everything else comes in one
        piece.

    Returns
    -------
    iterator of str and value
        The path of each part, and the part. What is gone into comes first, empty.

    Raises
    ------
    ExportFormatError, OSError
        If it is no JSON or breaks off, once all was given that came before; or if a part of more
        than 32 million letters is not gone into.

    Examples
    --------
    >>> file = SourceFile.from_bytes(b'{"name": "Ben", "messages": [{"id": 1}, {"id": 2}]}')
    >>> for path, part in json_parts(file, "messages"):
    ...     print(repr(path), part)
    '' {}
    'name' Ben
    'messages' []
    'messages.*' {'id': 1}
    'messages.*' {'id': 2}
    """
    steps = (path.split(".") for path in into)
    gone_into = {".".join(step[:n]) for step in steps for n in range(len(step) + 1)}
    document = _Document(_texts(file), file.where)
    yield from document.within("", "", gone_into)


def _texts(file: SourceFile) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
    yield from filter(None, map(decoder.decode, _blocks(file)))


class _Document:
    """A JSON document, of which a window is held: from where it is read to the end of a block."""

    def __init__(self, texts: Iterable[str], where: str) -> None:
        self._texts, self._where = iter(texts), where
        self._text, self._at = "", 0

    def within(self, path: str, step: str, gone_into: set[str]) -> Iterator[tuple[str, Json]]:
        """Give the parts of an object or array that begins here; ``step`` is its path as asked."""
        opened = self._next()
        if opened not in {"{", "["}:
            raise self._broken()
        self._at += 1
        yield path, {} if opened == "{" else []
        begin, asked = (f"{each}." if each else "" for each in (path, step))
        closed, here = ("}", "") if opened == "{" else ("]", f"{begin}*")
        there = f"{asked}*"
        is_first = True
        while (mark := self._next()) != closed:
            if not is_first:
                self._pass(",")
                mark = self._next()
            if opened == "{":
                name = self._value()
                here, there = f"{begin}{name}", f"{asked}{name}"
                self._pass(":")
                mark = self._next()
                there = there if there in gone_into else f"{asked}*"
            if there in gone_into and mark in {"{", "["}:
                yield from self.within(here, there, gone_into)
            else:
                yield here, self._value()
            is_first = False
        self._at += 1

    def _broken(self) -> ExportFormatError:
        return ExportFormatError(self._where, _BROKEN)

    def _fill(self) -> bool:
        """Read on, as much as there is already; False at the end of the document."""
        parts, wanted = [self._text[self._at :]], len(self._text) - self._at
        self._at, had = 0, len(parts[0])
        if had > LARGEST_PART:
            reason = f"a record must be under {LARGEST_PART:,} letters"
            raise ExportFormatError(self._where, reason)
        while wanted >= 0 and (text := next(self._texts, "")):
            parts.append(text)
            wanted -= len(text)
        self._text = "".join(parts)
        return len(self._text) > had

    def _next(self) -> str:
        """The next character that is no blank; empty at the end of the document."""
        while True:
            found = _BLANKS.match(self._text, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._fill():
                raise self._broken()

    def _pass(self, mark: str) -> None:
        if self._next() != mark:
            raise self._broken()
        self._at += 1

    def _value(self) -> Json:
        """The value that begins here, whole."""
        self._next()
        value: Json
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                is_open = error.msg.startswith("Unterminated")
                if not is_open and error.pos < len(self._text) - _NEAR_THE_END:
                    raise self._broken() from None
            except (RecursionError, ValueError):
                # Nested without end, or a number of thousands of digits.
                raise self._broken() from None
            else:
                # Of a number at the end of a block more may follow: 12 of 123, 12 before .5.
                if _NUMBER.fullmatch(self._text, end) is None:
                    self._at = end
                    return value
                if not self._fill():
                    self._at = len(self._text)
                    return value
                continue
            if not self._fill():
                raise self._broken()
