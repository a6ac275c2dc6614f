"""Files of mail: whether a file is one, and how it is laid out, by its first bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import UTC
from functools import lru_cache
from typing import NamedTuple, overload

from typing_extensions import override

from netzwerkwandel.sources.mail.dates import header_date
from netzwerkwandel.sources.mail.headers import header_lines, parse_headers
from netzwerkwandel.sources.mail.mbox import (
    ENVELOPE,
    MailBlock,
    RawMail,
    end_of_headers,
    is_separator,
)
from netzwerkwandel.sources.mail.words import CARRIAGE_RETURN


# Apple Mail writes the number of bytes of a mail into the first line of its .emlx file.
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:[ \t]*\r?\n)*[\r\n]*(?:[0-9]{1,12}[ ]*\r?\n(?=[!-9;-~]+:))?"
)
# A mail that was saved by some archive has a line of text above its headers.
_BANNER = re.compile(rb"[^\n:]{1,200}\n(?:[ \t]*\r?\n)*(?=[!-9;-~]+:)")
# How a file of MMDF and one of Emacs (Babyl) begins, and what stands between two mails in it.
_MARKED = (
    (b"\1\1\1\1\n", b"\1\1\1\1\n"),
    (b"BABYL OPTIONS:", b"\x1f\x0c\n"),
)
_MARKED_STARTS = tuple(start for start, _ in _MARKED)
_MOST_ODD = 20
_HEADER = re.compile(rb"([!-9;-~]+)[ \t]*:")
_HEADERS = re.compile(rb"(?:[!-9;-~]++[ \t]*+:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)*+")
# Headers that other texts with colons do not have: one of these must be among the known ones.
_TELLING = frozenset(
    b"date delivered-to from message-id received return-path x-original-to".split()
)
_KNOWN = _TELLING | frozenset(
    b"bcc cc content-type in-reply-to mime-version references reply-to sender subject to"
    b" x-gmail-labels x-mailer x-mozilla-status".split()
)


class MailFile(NamedTuple):
    """How a file of mail is laid out: where its first mail begins, and whether more may follow."""

    begin: int
    is_mbox: bool
    mark: bytes = b""
    """What stands between mails, in the formats that do not use ``From `` lines."""
    ends_in_returns: bool = False
    """Whether its lines end in carriage returns alone, as on Macs of old."""


# A file is asked about up to three times, one after the other.
@lru_cache(maxsize=1)
def mail_file(head: bytes) -> MailFile | None:
    """How is a file laid out that begins like this; None where it is not clearly mail?"""
    if b"\r" in head and b"\n" not in head:
        layout = mail_file(head.replace(b"\r", b"\n"))
        return None if layout is None else layout._replace(ends_in_returns=True)
    if head.startswith(_MARKED_STARTS):
        start, mark = next(pair for pair in _MARKED if head.startswith(pair[0]))
        return MailFile(len(start), is_mbox=True, mark=mark)
    begin = start_of_mail(head)
    line = ENVELOPE.match(head, begin)
    if line is None and _has_mail_headers(head[begin:]):
        return MailFile(begin, is_mbox=False)
    if line is None:
        banner = _BANNER.match(head, begin)
        below = banner.end() if banner else len(head)
        return MailFile(below, is_mbox=False) if _has_mail_headers(head[below:], 3) else None
    # Before the first separator there is no blank line to judge it by, so it is given one.
    if is_separator(b"\n\n" + head[begin:], 2) or _has_mail_headers(head[line.end() :]):
        return MailFile(begin, is_mbox=True)
    return None


def looks_like_mail(head: bytes) -> bool:
    r"""Is this the beginning of an mbox, or of a single mail?

    An mbox begins with a dated ``From `` line and a header. A mail begins with well-formed header
    lines, two of them known ones, and one that other texts do not have. Where a line is no header,
    three known ones must come before it, or four in all.

    Parameters
    ----------
    head : bytes
        The first 64 kB of a file, or all of it.

    Returns
    -------
    bool
        True only where it is clear.

    Examples
    --------
    >>> looks_like_mail(b"From: ben@example.org\nTo: mara@example.org\n\nHello")
    True
    >>> looks_like_mail(b"From: Berlin\n\nTo: Hamburg\n")
    False
    """
    return mail_file(head) is not None


def is_mbox(head: bytes) -> bool:
    """Does a file of mail hold one mail after the other, each after a ``From `` line?"""
    layout = mail_file(head)
    return layout is not None and layout.is_mbox


def start_of_mail(head: bytes) -> int:
    """Where does the first mail of a file begin, after a byte order mark, blank lines, a count?"""
    match = None if head[:1].isalpha() else _START.match(head)
    return match.end() if match else 0


def usual_mails(heads: Sequence[bytes]) -> tuple[MailBlock, list[bool]]:
    r"""Which files are single mails, by their first bytes, as nearly every one of a folder is?

    Returns
    -------
    MailBlock, list of bool
        The mails of all files, and which of them are surely mails; ``mail_file`` knows of the rest.

    Examples
    --------
    >>> usual_mails([b"From: b@x.example\nTo: m@x.example\nSubject: Hi\n\n", b"Dear Ben,\n\n"])[1]
    [True, False]
    """
    mails = UsualMails.of(heads)
    headers = parse_headers(mails.lines)
    # What "mail_file" asks: two names, and no line before the blank one that is no header.
    are_sure = headers.are_as_usual(b"from") & headers.are_as_usual(b"to")
    return MailBlock(mails, headers), (are_sure & headers.have_headers_only()).tolist()


class UsualMails(Sequence[RawMail]):
    """The mails of several files, each of which begins with its first header and ends its headers.

    Where one does not, it has none. Each is made when it is asked for, which hardly any is.

    Parameters
    ----------
    lines : list of bytes
        The headers of each, as ``header_lines`` gives them.
    sizes : list of int
        How many bytes of its file these are.
    """

    def __init__(self, lines: list[bytes], sizes: list[int]) -> None:
        self.lines, self._sizes = lines, sizes

    @classmethod
    def of(cls, heads: Sequence[bytes]) -> UsualMails:
        """Find the headers in the first bytes of each file."""
        ends = [head.find(b"\n\n") + 1 for head in heads]
        lines = [b"\n" + head[:end] for head, end in zip(heads, ends, strict=True)]
        # Nearly all are as they should be: all together are asked sooner than each.
        begin_well = all(map(_begins_with_header, {each[:6] for each in lines}))
        if begin_well and 0 not in ends and CARRIAGE_RETURN not in b"".join(lines):
            return cls(lines, ends)
        for row, head in enumerate(heads):
            ends[row] = max(end_of_headers(head, 0, len(head)), 0)
            lines[row] = header_lines(head[: ends[row]])
            if not _begins_with_header(lines[row]):
                lines[row], ends[row] = b"\n", 0
        return cls(lines, ends)

    @overload
    def __getitem__(self, place: int) -> RawMail: ...
    @overload
    def __getitem__(self, place: slice) -> list[RawMail]: ...

    @override
    def __getitem__(self, place: int | slice) -> RawMail | list[RawMail]:
        if isinstance(place, slice):
            return [self[row] for row in range(*place.indices(len(self)))]
        return RawMail(b"", self.lines[place], True, self._sizes[place], 0)

    @override
    def __len__(self) -> int:
        return len(self.lines)


def _begins_with_header(lines: bytes) -> bool:
    """Say whether there is a header as most mails begin with, and no line of an mbox."""
    return lines[1:2].isalpha() and (lines[1:5] != b"From" or lines[5:6] == b":")


def _has_mail_headers(text: bytes, least: int = 2) -> bool:
    # Nearly every mail has three of these before anything that is no header, or two and a blank
    # line in the end.
    run = _HEADERS.match(text)
    block = b"\n" + (run[0] if run else b"")
    if b"\nFrom:" in block and b"\nTo:" in block:
        is_whole = text[len(block) - 1 :].startswith((b"\n", b"\r\n"))
        if b"\nSubject:" in block or (is_whole and least == 2):
            return True
    known: set[bytes] = set()
    enough, odd = least, 0
    for number, line in enumerate(io.BytesIO(text)):
        # What continues a header begins with a blank, whatever the name of the header is.
        if line[:1] in b" \t" and number:
            continue
        match = _HEADER.match(line)
        if match is None:
            # Some programs lose the blanks before what continues a header. After such a line one
            # more known header is asked for than before it.
            odd += 1
            if not line.strip() or odd > _MOST_ODD:
                break
            enough = 3 if odd == 1 and len(known) >= 3 else 4
            continue
        name, value = match[1].lower().lstrip(b">"), line[match.end() :][:100].decode("latin-1")
        # "Date:" stands in many a text; only with a date after it is it the header of a mail.
        if name in _KNOWN and (name != b"date" or header_date(value, UTC) is not None):
            known.add(name)
        # Three are enough, whatever the other lines are.
        if len(known) >= max(enough, 3) and not known.isdisjoint(_TELLING):
            break
    return len(known) >= enough and not known.isdisjoint(_TELLING)
