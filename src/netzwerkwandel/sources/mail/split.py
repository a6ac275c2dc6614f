"""Mail files taken apart: where each mail begins, and the bytes of its headers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple


BLOCK = 1 << 16
LONGEST_HEADERS = 1 << 20

_LOOK_AHEAD = 2_048
_LOOK_BACK = 3
_CANDIDATE = re.compile(rb"\nFrom (?=[^\n]{1,2000}[0-9]:[0-9]{2})")
_HEADERS_END = re.compile(rb"\n\r?\n")
_START = re.compile(rb"(?:\xef\xbb\xbf)?[\r\n]*(?:[0-9]{1,12}[ ]*\r?\n(?=[!-9;-~]+:))?")
ENVELOPE = re.compile(rb"From (?![ \t]*:)[^\n]*(?:\n|\Z)")
_SEPARATOR = re.compile(
    rb"From ([^\n]*?)"
    rb"(?:[A-Z][a-z]{2},?[ ]+)?"
    rb"(?:[A-Z][a-z]{2}[ ]+[0-9]{1,2}[ ]+[0-9]{1,2}:[0-9]{2}"
    rb"|[0-9]{1,2}[ ][A-Z][a-z]{2}[ ][0-9]{4}[ ])"
    rb"[^\n]*\n"
)
_PATCH = re.compile(rb"From [0-9a-f]{40} Mon Sep 17 00:00:00 2001")
_FIRST_HEADER = re.compile(rb">?From |[!-9;-~]+[ \t]*:")
_SENDER = re.compile(rb"@| at ")


class RawMail(NamedTuple):
    """The part of a mail that says who wrote to whom: its ``From `` line and its headers."""

    envelope: bytes
    headers: bytes
    whole: bool


def start_of_mail(head: bytes) -> int:
    """Where does the first mail of a file begin, after a byte order mark, blank lines, a count?"""
    found = _START.match(head)
    return found.end() if found else 0


def is_mbox(head: bytes) -> bool:
    """Does a file hold one mail after the other, each after a ``From `` line?"""
    return ENVELOPE.match(head, start_of_mail(head)) is not None


def is_separator(text: bytes, at: int) -> bool:
    """Does a new mail begin at this place of an mbox, where a line starts with ``From ``?

    A separator has a date, comes after a blank line, and headers follow. Without the blank line,
    which is missing where somebody joined two files, it must name a sender as well. The first
    line of a patch made by git is none: patches are sent in mails.
    """
    stop = min(at + _LOOK_AHEAD, len(text))
    line = _SEPARATOR.match(text, at, stop)
    if line is None or _PATCH.match(text, at, stop):
        return False
    after_blank = text[max(0, at - 3) : at].endswith((b"\n\n", b"\n\r\n"))
    if after_blank and (line.end() == stop or text[line.end()] in b"\r\n"):
        return True
    headers_follow = _FIRST_HEADER.match(text, line.end(), stop) is not None
    return headers_follow and (after_blank or _SENDER.search(line[1]) is not None)


def split_mbox(head: bytes, stream: BinaryIO, *, block: int = BLOCK) -> Iterator[RawMail]:
    r"""Which mails does an mbox hold?

    Memory stays bounded whatever the size of the file, of one mail or of one line: bodies are never
    kept, headers up to 1 MB.

    Parameters
    ----------
    head : bytes
        The start of the mbox, read already.
    stream : binary stream
        The rest of it, read once to its end.
    block : int
        How many bytes to read at a time; it changes the speed and nothing else.

    Yields
    ------
    RawMail
        In the order of the file; ``whole`` is False where headers were cut.

    Examples
    --------
    >>> import io
    >>> text = b"From - Mon Mar 11 09:00:00 2024\nFrom: ben@example.org\n\nHello"
    >>> [mail.headers for mail in split_mbox(text, io.BytesIO())]
    [b'From: ben@example.org\n']
    """
    text, begin = head, start_of_mail(head)
    searched, mail, more = begin, None, True
    while True:
        judged = len(text) - _LOOK_AHEAD if more else len(text)
        at = _next_separator(text, searched, judged)
        if at is not None:
            yield mail or _cut(text, begin, at)
            mail, begin, searched = None, at, at
            continue
        if not more:
            break
        searched = max(searched, judged)
        if mail is None and _is_complete(text, begin, searched):
            mail = _cut(text, begin, len(text))
        keep = begin if mail is None else max(begin, searched - _LOOK_BACK)
        fresh = stream.read(block)
        text, begin, searched = text[keep:] + fresh, begin - keep, searched - keep
        more = bool(fresh)
    yield mail or _cut(text, begin, len(text))


def first_mail(head: bytes, stream: BinaryIO, *, block: int = BLOCK) -> RawMail:
    """Which headers does a file have that is one mail?"""
    text = head[start_of_mail(head) :]
    more = True
    while more and not _is_complete(text, 0, len(text)):
        fresh = stream.read(block)
        text += fresh
        more = bool(fresh)
    return _cut(text, 0, len(text))


def _next_separator(text: bytes, start: int, stop: int) -> int | None:
    found = _CANDIDATE.search(text, start)
    while found is not None and found.start() < stop:
        if is_separator(text, found.start() + 1):
            return found.start() + 1
        found = _CANDIDATE.search(text, found.end())
    return None


def _is_complete(text: bytes, begin: int, end: int) -> bool:
    limit = begin + LONGEST_HEADERS
    return end >= limit or _HEADERS_END.search(text, begin, end) is not None


def _cut(text: bytes, begin: int, end: int) -> RawMail:
    limit = min(end, begin + LONGEST_HEADERS)
    line = ENVELOPE.match(text, begin, limit)
    start = line.end() if line else begin
    blank = _HEADERS_END.search(text, max(begin, start - 1), limit)
    stop = limit if blank is None else max(start, blank.start() + 1)
    return RawMail(text[begin:start], text[start:stop], blank is not None or end <= limit)
