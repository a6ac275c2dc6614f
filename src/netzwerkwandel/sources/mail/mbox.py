"""Where each mail of a mailbox begins, and the bytes of its headers.

An mbox is mails one after the other, each after a line such as

    From ben@example.org Mon Mar  4 08:05:00 2024

and nothing says how long a mail is. A text may have a line that begins with ``From `` too. Programs
are meant to write ``>From `` then, and many of four decades did not; so such a line counts as the
beginning of a mail only where its date and what stands around it say so (``is_separator``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import BinaryIO, NamedTuple

from netzwerkwandel.sources.mail.header_block import HeaderBlock
from netzwerkwandel.sources.mail.headers import header_lines, parse_headers
from netzwerkwandel.sources.mail.words import unfolded
from netzwerkwandel.sources.tools import UNREADABLE


BLOCK = 1 << 16
LONGEST_HEADERS = 1 << 20
# So many mails are read together, or fewer where they have so many bytes of headers.
MAILS_AT_ONCE = 256
BYTES_AT_ONCE = 1 << 20

# A separator and the line after it are judged from this many bytes; both are far shorter.
_LOOK_AHEAD = 2_048
# What must stay in memory before a possible separator: the blank line "\n\r\n" that ends a mail.
_LOOK_BACK = 3
_CANDIDATE = re.compile(rb"\nFrom(?=[ \t]*\r?\n| [^\n]{1,2000}[0-9]:[0-9]{2})")
# A separator that has lost its sender and date. It is one only where a mail's headers follow.
_BARE = re.compile(
    rb"From[ \t]*\r?\n(?=>?(?:From|To|Date|Message-ID|Received|Return-Path|Subject):)"
)
# Where no blank line is before it, two of them must follow.
_BARE_WITHIN = re.compile(
    rb"From[ ]\r?\n(?:>?(?:From|To|Date|Message-ID|Received|Return-Path|Subject|Delivered-To"
    rb"|X-Mozilla-Status2?|X-Gmail-Labels|X-GM-THRID):[^\n]*\n(?:[ \t][^\n]*\n)*){2}",
    re.IGNORECASE,
)
_HEADERS_END = re.compile(rb"\n\r?\n")
# "From :" is the header of a program that puts a blank before the colon.
ENVELOPE = re.compile(rb"From(?:[ \t]*\r?\n|[ ](?![ \t]*:)[^\n]*(?:\n|\Z))")
# Nearly every separator, with the end of the blank line before it and the header after it; what
# "git format-patch" writes (see below) is none. There is nothing more to ask of it.
_USUAL = re.compile(
    rb"(?:(?<=\n)|(?<=\n\r))\nFrom (?![0-9a-f]{40} Mon Sep 17 00:00:00 2001)(\S+)[ ]{1,2}"
    rb"[A-Z][a-z]{2}[ ][A-Z][a-z]{2}[ ][ 0-9]?[0-9][ ][0-9]{2}:[0-9]{2}[^\n]*\n[!-9;-~]+[ \t]*:"
)
# Either the date of C's asctime, "Mon Mar  4 08:05:00", or that of RFC 5322, "4 Mar 2024".
_SEPARATOR = re.compile(
    rb"From ([^\n]*?)"
    rb"(?:[A-Z][a-z]{2},?[ ]+)?"
    rb"(?:[A-Z][a-z]{2}[ ]+[0-9]{1,2}[ ]+[0-9]{1,2}:[0-9]{2}"
    rb"|[0-9]{1,2}[ ][A-Z][a-z]{2}[ ][0-9]{4}[ ])"
    rb"[^\n]*\n"
)
# Emacs writes labels above the headers, and the headers that it shows once more below this line.
_LABELS = re.compile(rb"[01],[^\n]*\n")
_SHOWN_AGAIN = b"*** EOOH ***\n"
# "git format-patch" begins every patch with a commit and this one date, the same for all of them.
_PATCH = re.compile(rb"From [0-9a-f]{40} Mon Sep 17 00:00:00 2001")
# After the separator a quoted one may follow, where an mbox was put into another.
_FIRST_HEADER = re.compile(rb">?From |[!-9;-~]+[ \t]*:")
# Archives of mailing lists write "ben at example.org".
_SENDER = re.compile(rb"@| at ")

_LENGTH = re.compile(rb"[ \t]*([0-9]{1,12})[ \t]*(?:,|\Z)")
# So many mails within one wait to be left out; a mailbox that has more of them is no such text.
_MOST_WITHIN = 100


class RawMail(NamedTuple):
    """The part of a mail that says who wrote to whom: its ``From `` line and its headers."""

    envelope: bytes
    lines: bytes
    """The headers as ``header_lines`` gives them."""
    whole: bool
    size: int
    """How many bytes the line and the headers have."""
    at: int
    """Where in its mbox it begins, counted from the first mail."""


class MailBlock(NamedTuple):
    """Mails that are read together, and their headers."""

    mails: Sequence[RawMail]
    headers: HeaderBlock
    cut: AbstractSet[int] = frozenset()
    """The mails whose headers are longer than what was read of them."""

    @classmethod
    def of(cls, mails: Sequence[RawMail]) -> MailBlock:
        """Read the headers of some mails."""
        cut = {row for row, mail in enumerate(mails) if not mail.whole}
        return cls(mails, parse_headers([mail.lines for mail in mails]), cut)

    def ends_by_length(self) -> list[int]:
        """Where the text of each mail ends by its Content-Length; 0 where it has none."""
        ends = [0] * len(self.mails)
        for row, value in self.headers.told(b"content-length"):
            if length := _LENGTH.match(unfolded(value)):
                mail = self.mails[row]
                ends[row] = mail.at + mail.size + 1 + int(length[1])
        return ends


def blocks_of(mails: Iterable[RawMail]) -> Iterator[MailBlock]:
    """Put mails together that are read together.

    Where they break off, those that came before are given first.
    """
    waiting: list[RawMail] = []
    size = 0
    try:
        for mail in mails:
            waiting.append(mail)
            size += len(mail.lines)
            if len(waiting) == MAILS_AT_ONCE or size > BYTES_AT_ONCE:
                yield MailBlock.of(waiting)
                waiting, size = [], 0
    except UNREADABLE:
        if waiting:
            yield MailBlock.of(waiting)
        raise
    if waiting:
        yield MailBlock.of(waiting)


def is_separator(text: bytes, at: int) -> bool:
    """Does a new mail begin at this place of an mbox, where a line starts with ``From ``?

    A separator has a date, comes after a blank line, and headers follow. Without the blank line,
    which is missing where somebody joined two files, it must name a sender as well. The first
    line of a patch made by git is none: patches are sent in mails.
    """
    stop = min(at + _LOOK_AHEAD, len(text))
    line = _SEPARATOR.match(text, at, stop)
    after_blank = text[max(0, at - _LOOK_BACK) : at].endswith((b"\n\n", b"\n\r\n"))
    if line is None:
        bare = _BARE if after_blank else _BARE_WITHIN
        return bare.match(text, at, stop) is not None
    if _PATCH.match(text, at, stop):
        return False
    # A mail may have no header at all, only its separator and a blank line.
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
        The start of the mbox, read already, from its first mail on.
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
    >>> [mail.lines for mail in split_mbox(text, io.BytesIO())]
    [b'\nFrom: ben@example.org\n']
    """
    # ``text`` is a window of the file that is moved on block by block:
    #
    #     begin         searched          judged
    #     |From ...     |                 |      |     end of what is read
    #     mail's start  no separator      the last 2 kB wait for the next block,
    #                   before this       for a separator is judged with what follows it
    #
    # ``mail`` is the current mail as soon as its headers are complete. From then on its body is
    # not kept, save the few bytes that tell whether the next separator comes after a blank line.
    # All mails of a window are cut before the first of them is given: to do one thing for many
    # mails is faster than many things for one.
    text, begin, passed = head, 0, 0
    broken: Exception | None = None
    searched, mail, more = begin, None, True
    found: list[RawMail] = []
    while True:
        judged = len(text) - _LOOK_AHEAD if more else len(text)
        at = _next_separator(text, searched, judged)
        if at is not None:
            found.append(mail or _cut(text, begin, at, passed))
            mail, begin, searched = None, at, at
            continue
        yield from found
        found.clear()
        if not more:
            break
        searched = max(searched, judged)
        if mail is None and _is_complete(text, begin, searched):
            mail = _cut(text, begin, len(text), passed)
        keep = begin if mail is None else max(begin, searched - _LOOK_BACK)
        try:
            fresh = stream.read(block)
        except UNREADABLE as error:
            # What came before is mail all the same.
            broken, fresh = error, b""
        text, begin, searched = text[keep:] + fresh, begin - keep, searched - keep
        passed += keep
        more = bool(fresh)
    if broken is None or mail is not None or _is_complete(text, begin, len(text)):
        yield mail or _cut(text, begin, len(text), passed)
    if broken is not None:
        raise broken


def next_mail(stream: BinaryIO, begin: int, end: int, *, block: int = 1 << 20) -> int | None:
    """Where in an mbox does the first mail begin that begins at one of some bytes?"""
    # A separator is judged with the blank line before it and with what follows it.
    at = max(begin - _LOOK_BACK - 1, 0)
    while at < end:
        stream.seek(at)
        text = stream.read(block)
        judged = len(text) if len(text) < block else len(text) - _LOOK_AHEAD
        start = max(begin - at - 1, 0)
        found = _next_separator(text, start, judged)
        if found is not None:
            return at + found if at + found < end else None
        if len(text) < block:
            return None
        at += judged - _LOOK_BACK
    return None


def outermost(blocks: Iterable[MailBlock]) -> Iterator[MailBlock]:
    """Leave out the mails that stand in the text of another, where that says how long it is.

    Some programs write a ``Content-Length`` and nothing before a line of the text that looks like
    a separator. The length is believed where another mail begins at its end, or the mbox ends.
    """
    end = 0
    within: list[RawMail] = []
    try:
        for block in blocks:
            kept: list[RawMail] = []
            for mail, its_end in zip(block.mails, block.ends_by_length(), strict=True):
                # A mail that begins where the length ends, or after the blank line there, proves
                # it right.
                if within and end <= mail.at <= end + 3:
                    within.clear()
                elif mail.at < end and len(within) < _MOST_WITHIN:
                    within.append(mail)
                    continue
                if within:
                    kept += within
                    within.clear()
                kept.append(mail)
                end = its_end
            if kept:
                yield block if kept == block.mails else MailBlock.of(kept)
    except UNREADABLE:
        if within:
            yield MailBlock.of(within)
        raise
    if within:
        yield MailBlock.of(within)


def split_marked(head: bytes, stream: BinaryIO, mark: bytes, most: int) -> Iterator[RawMail]:
    r"""Which mails does a file of MMDF or Babyl hold, which Pine, SCO and Emacs wrote?

    Examples
    --------
    >>> import io
    >>> text = b"From: ben@example.org\n\nHello\n\1\1\1\1\n\1\1\1\1\nFrom: eva@example.org\n\nHi\n"
    >>> mails = split_marked(text, io.BytesIO(), b"\1\1\1\1\n", most=1_000)
    >>> [mail.lines for mail in mails]
    [b'\nFrom: ben@example.org\n', b'\nFrom: eva@example.org\n']
    """
    text = head + stream.read(max(most - len(head), 0))
    begin = 0
    while begin < len(text):
        at = text.find(mark, begin)
        end = len(text) if at < 0 else at
        labels = _LABELS.match(text, begin, end)
        begin = labels.end() if labels else begin
        if text.startswith(_SHOWN_AGAIN, begin):
            begin += len(_SHOWN_AGAIN)
        if _FIRST_HEADER.match(text, begin, end):
            yield _cut(text, begin, end)
        begin = end + len(mark)


def only_mail(text: bytes) -> RawMail | None:
    """Which headers does a mail have that begins like this; None where they may go on?"""
    mail = _cut(text, 0, len(text))
    # Where no blank line ends them, these are all bytes that there are.
    is_open = mail.size == len(text) < LONGEST_HEADERS
    return None if is_open else mail


def first_mail(head: bytes, stream: BinaryIO, *, block: int = BLOCK) -> RawMail:
    """Which headers does a file have that is one mail, given from where the mail begins?"""
    text = head
    more = True
    while more and not _is_complete(text, 0, len(text)):
        fresh = stream.read(block)
        text += fresh
        more = bool(fresh)
    return _cut(text, 0, len(text))


def _next_separator(text: bytes, start: int, stop: int) -> int | None:
    found = _CANDIDATE.search(text, start)
    while found is not None and (at := found.start()) < stop:
        if _USUAL.match(text, at, at + 1 + _LOOK_AHEAD) or is_separator(text, at + 1):
            return at + 1
        found = _CANDIDATE.search(text, at + 1)
    return None


def _is_complete(text: bytes, begin: int, end: int) -> bool:
    limit = begin + LONGEST_HEADERS
    return end >= limit or end_of_headers(text, begin, end) >= 0


def end_of_headers(text: bytes, begin: int, end: int) -> int:
    """Where does the blank line begin that ends the headers of a mail; -1 where there is none?"""
    # To look for these two bytes takes half as long as the pattern, which lines need that do not
    # end in line feeds alone.
    found = text.find(b"\n\n", begin, end)
    if found >= 0 and text.find(b"\r", begin, found) < 0:
        return found + 1
    blank = _HEADERS_END.search(text, begin, end)
    return -1 if blank is None else blank.start() + 1


def _cut(text: bytes, begin: int, end: int, passed: int = 0) -> RawMail:
    limit = min(end, begin + LONGEST_HEADERS)
    line = ENVELOPE.match(text, begin, limit)
    start = line.end() if line else begin
    # A blank line right after the separator means that there are no headers: it is looked for from
    # the line end of the separator on.
    blank = end_of_headers(text, max(begin, start - 1), limit)
    stop = limit if blank < 0 else max(start, blank)
    is_whole = blank >= 0 or end <= limit
    return RawMail(
        text[begin:start], header_lines(text[start:stop]), is_whole, stop - begin, passed + begin
    )
