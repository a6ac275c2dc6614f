"""The headers of a mail: who, when, and whether it is one person writing to others.

Headers are bytes: ASCII by the rules, and in fact UTF-8, Latin-1 or RFC 2047 encoded words too.
No text of a mail is kept. Mails are read by the hundred: what is done for one column of values at a
time is done sooner than what is done for one mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from hashlib import blake2b

from netzwerkwandel.model import SkipReason
from netzwerkwandel.model.moments import EPOCH
from netzwerkwandel.sources.mail.backed_up import MARKS
from netzwerkwandel.sources.mail.header_block import HeaderBlock
from netzwerkwandel.sources.mail.kinds import KIND_HEADERS, kind_of
from netzwerkwandel.sources.mail.labels import is_automatic_subject
from netzwerkwandel.sources.mail.words import (
    CARRIAGE_RETURN,
    decode_words,
    header_text,
    unfolded,
)


# Addresses of lists, and those to which mail servers say that they delivered a mail.
LISTS = (b"list-post", b"mailing-list", b"x-beenthere", b"x-mailing-list")
DELIVERED = (
    *(b"delivered-to", b"x-original-to", b"envelope-to", b"x-envelope-to", b"x-delivered-to"),
    *(b"x-apparently-to", b"x-forwarded-to"),
)
RECEIVED = b"received"
# It matters of the first five whether they are written so.
_NEEDED = (
    *(b"From", b"To", b"Subject", b"Resent-To", b"Received"),
    *(b">from", b"sender", b"cc", b"bcc", b"date", b"message-id", b"content-type"),
    *(b"content-length", b"x-gmail-labels", *MARKS, *DELIVERED),
    *sorted(KIND_HEADERS.union(LISTS).difference([b"x-gmail-labels"])),
)

_RESENT = re.compile(rb"\nResent-(?:From|To|Cc)[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)", re.IGNORECASE)
_IN_HIS_STEAD = re.compile(
    rb"\n(Reply-To|Return-Path)[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)", re.IGNORECASE
)
_RECEIVED = re.compile(rb"\n[Rr][Ee][Cc][Ee][Ii][Vv][Ee][Dd][ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)")

_NOTED = re.compile(
    rb"\n(?:Delivery-Date|Resent-Date|Original-Date|Posted-Date|X-OriginalArrivalTime)[ \t]*:"
    rb"([^\n]*(?:\n[ \t][^\n]*)*)",
    re.IGNORECASE,
)

# Of several things that the headers of one mail say, the first of these counts.
_FIRST = (
    *(SkipReason.DRAFT, SkipReason.SPAM, SkipReason.TRASH),
    *(SkipReason.AUTOMATIC, SkipReason.MAILING_LIST),
)
_COLON, _BRACKET = b":<"
_FROM_NOBODY = b"\nReturn-Path: <>"
_OF_PEOPLE = frozenset(b"Re RE Aw AW Antw Fwd FW Fw WG TR SV VS Rif RES".split())
# Of a subject without a colon few words tell that nobody wrote it; the Chinese one is another sign,
# and encoded words may hold all of these.
_TELLING_WORD = re.compile(rb"=\?|office|au\xc3\x9fer|absent|[Dd]eliver|[Ff]ailure|\xef\xbc\x9a")
_REPORT_OR_ANSWER = re.compile(
    rb"\s{0,14}(?:multipart/report|message/(?:disposition-notification|delivery-status)"
    rb"|text/calendar.*?method\s{0,9}=\s{0,9}\"?(?:reply|counter|declinecounter|refresh))",
    re.IGNORECASE | re.DOTALL,
)


def header_lines(block: bytes) -> bytes:
    """Give each line of the headers of a mail one end, and the first one a beginning like it."""
    return b"\n" + (block.replace(b"\r\n", b"\n") if CARRIAGE_RETURN in block else block)


def parse_headers(lines: Sequence[bytes]) -> HeaderBlock:
    r"""Which headers, of those that are needed, do some mails have?

    Parameters
    ----------
    lines : sequence of bytes
        The lines of each mail up to its first blank one, as ``header_lines`` gives them.

    Examples
    --------
    >>> headers = parse_headers([b"\nFROM: ben@example.org\nTo: chen@example.org,\n e@example.org"])
    >>> headers.column(b"from"), headers.column(b"to")
    ([b' ben@example.org'], [b' chen@example.org,\n e@example.org'])
    """
    return HeaderBlock(lines, _NEEDED, last=b"Received")


def writers(headers: HeaderBlock) -> list[bytes]:
    """Give the From of each mail."""
    values = headers.column(b"from")
    # Some programs that keep mail in an mbox write ">From:" too, where "From " alone needs it.
    if b">from" in headers:
        from_others = {row for row, _ in headers.told(b"from")}
        values = list(values)
        for row, value in headers.told(b">from"):
            if row not in from_others:
                values[row] = value
    return values


def stands_in(lines: bytes) -> list[bytes]:
    """Which addresses does a mail that has no writer name in his stead, the likeliest first?"""
    found = {name.lower(): value for name, value in _IN_HIS_STEAD.findall(lines)}
    return [unfolded(found[name]) for name in (b"reply-to", b"return-path") if name in found]


def resent_values(lines: bytes) -> list[bytes]:
    """Which addresses does a mail name of those who sent it on as it was, and to whom?"""
    return [unfolded(value) for value in _RESENT.findall(lines)]


def received_date(lines: bytes) -> bytes:
    """Which date does the mail server give that delivered a mail; empty where it gives none?"""
    match = _RECEIVED.search(lines)
    return date_of_server(match[1]) if match else b""


def first_received_date(lines: bytes) -> bytes:
    """Which date does the mail server give that had a mail first; empty where it gives none?"""
    # Each server writes its line above those of the servers before it.
    at = lines.rfind(b"\nReceived:")
    match = _RECEIVED.match(lines, at) if at >= 0 else None
    return date_of_server(match[1]) if match else b""


def noted_date(lines: bytes) -> bytes:
    """Which date did a program note of a mail that has none; empty where there is none?"""
    match = _NOTED.search(lines)
    return unfolded(match[1]).partition(b"FILETIME")[0] if match else b""


def date_of_server(received: bytes) -> bytes:
    """Which date stands in the line that a mail server wrote?"""
    return unfolded(received).rpartition(b";")[2]


def kinds_by_headers(headers: HeaderBlock) -> list[SkipReason | None]:
    """Do the headers of mails say that they do not count?

    Returns
    -------
    list of SkipReason or None
        TRASH, SPAM, DRAFT, AUTOMATIC or MAILING_LIST; None for a mail from a person to others.
    """
    said: list[SkipReason | None] = [None] * len(headers.lines)
    for row, kind in _kinds_told(headers):
        said[row] = min(said[row] or kind, kind, key=_FIRST.index)
    return said


def _kinds_told(headers: HeaderBlock) -> Iterator[tuple[int, SkipReason]]:
    for name in KIND_HEADERS:
        for row, value in headers.told(name):
            if (kind := kind_of(name, unfolded(value))) is not None:
                yield row, kind
    # A report of a machine comes from nobody, so that none on it comes back (RFC 5321). To look for
    # that in all of the text takes less time than to ask each mail who has it back.
    mails = enumerate(headers.lines if _FROM_NOBODY in headers.text else ())
    yield from ((row, SkipReason.AUTOMATIC) for row, lines in mails if _FROM_NOBODY in lines)
    delivered = headers.told(b"delivered-to")
    yield from ((row, SkipReason.AUTOMATIC) for row, to in delivered if to == b" Autoresponder")
    for row, value in headers.told(b"subject"):
        # This is all that is asked of most.
        if (_COLON in value or _TELLING_WORD.search(value)) and _is_automatic(value):
            yield row, SkipReason.AUTOMATIC
    # A bounce, or the notice that a mail was read, is a report of a machine (RFC 6522), and an
    # answer to an invitation a click.
    for row, value in headers.told(b"content-type"):
        if _REPORT_OR_ANSWER.match(unfolded(value), 0, 200):
            yield row, SkipReason.AUTOMATIC


def _is_automatic(subject: bytes) -> bool:
    """Say whether a subject is that of a reply that nobody wrote: it begins with words for it."""
    # Most others begin with none, or with those of a reply.
    subject = unfolded(subject)[:200]
    begins, colon, _ = subject.partition(b":")
    if begins.strip() in _OF_PEOPLE or not (colon or _TELLING_WORD.search(subject)):
        return False
    return is_automatic_subject(decode_words(header_text(subject)))


def mail_digests(
    headers: HeaderBlock, rows: Sequence[int], moments: Sequence[int]
) -> Iterator[bytes]:
    """Name mails by their Message-ID, else by what tells them from others.

    Nobody can read it back.
    """
    names = headers.column(b"message-id")
    for row, at in zip(rows, moments, strict=True):
        name = unfolded(names[row]).strip()
        # Some programs lose the brackets around it.
        if _BRACKET not in name:
            name = b"<%b>" % name
        if not name.strip(b"<> "):
            when = EPOCH + timedelta(microseconds=at)
            telling = (writers(headers), *(headers.column(n) for n in (b"to", b"cc", b"subject")))
            parts = (b" ".join(unfolded(values[row]).split()) for values in telling)
            name = b"\n".join([when.isoformat().encode(), *parts])
        yield blake2b(name, digest_size=16).digest()
