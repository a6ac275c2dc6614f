"""Whether a file holds mail, told from its first bytes and never from its name."""

from __future__ import annotations

import re
from datetime import UTC

from netzwerkwandel.sources.mail.dates import header_date
from netzwerkwandel.sources.mail.split import ENVELOPE, is_separator, start_of_mail


_HEADER = re.compile(rb"([!-9;-~]+)[ \t]*:(.*)", re.DOTALL)
_HEADERS_END = re.compile(rb"\n\r?\n")
_TELLING = frozenset(
    [
        b"date",
        b"delivered-to",
        b"from",
        b"message-id",
        b"received",
        b"return-path",
        b"x-original-to",
    ]
)
_KNOWN = _TELLING | {
    b"bcc",
    b"cc",
    b"content-type",
    b"in-reply-to",
    b"mime-version",
    b"references",
    b"reply-to",
    b"sender",
    b"subject",
    b"to",
    b"x-gmail-labels",
    b"x-mailer",
    b"x-mozilla-status",
}


def looks_like_mail(head: bytes) -> bool:
    r"""Is this the beginning of an mbox, or of a single mail?

    An mbox begins with a dated ``From `` line and a header. A mail begins with well-formed header
    lines, two of them known ones, and one that other texts do not have. Where a line is no header,
    three known ones must come before it.

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
    begin = start_of_mail(head)
    line = ENVELOPE.match(head, begin)
    if line is None:
        return _has_mail_headers(head[begin:])
    return is_separator(b"\n\n" + head[begin:], 2) or _has_mail_headers(head[line.end() :])


def _has_mail_headers(text: bytes) -> bool:
    known: set[bytes] = set()
    enough = 2
    for line in _HEADERS_END.split(b"\n" + text, 1)[0].split(b"\n")[1:]:
        if line[:1] in {b" ", b"\t"} and known:
            continue
        if not line.strip():
            break
        found = _HEADER.fullmatch(line)
        if found is None:
            enough = 3
            break
        name = found[1].lower()
        if name in _KNOWN and (name != b"date" or _is_date(found[2])):
            known.add(name)
    return len(known) >= enough and not known.isdisjoint(_TELLING)


def _is_date(value: bytes) -> bool:
    return header_date(value[:100].decode("latin-1"), UTC) is not None
