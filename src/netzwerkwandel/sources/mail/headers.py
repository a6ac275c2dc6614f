"""The headers of a mail: who, when, and whether it is one person writing to others.

Headers are bytes: ASCII by the rules, and in fact UTF-8, Latin-1 or RFC 2047 encoded words too.
No text of a mail is kept. The mails of one program have the same headers in the same order, over
and over: which of them are needed is worked out once for each sequence of names (``Places``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from netzwerkwandel.model import SkipReason
from netzwerkwandel.model.moments import EPOCH
from netzwerkwandel.sources.mail.kinds import KIND_HEADERS, kind_of
from netzwerkwandel.sources.mail.labels import is_automatic_subject
from netzwerkwandel.sources.mail.words import (
    CARRIAGE_RETURN,
    decode_words,
    header_text,
    in_one_charset,
    is_plain,
    unfolded,
)


_LISTS = frozenset([b"list-post", b"mailing-list", b"x-beenthere", b"x-mailing-list"])
_DELIVERED = (
    *(b"delivered-to", b"x-original-to", b"envelope-to", b"x-envelope-to", b"x-delivered-to"),
    *(b"x-apparently-to", b"x-forwarded-to"),
)
# No mail has so many headers; the names of one that has are not remembered.
_MANY = 100
# Those that are asked for one by one: ``Places`` has them in this order.
_ASKED_FOR = (
    *(b"from", b"sender", b"to", b"cc", b"date", b"subject", b"message-id"),
    *(b"content-type", b"content-length", b"x-gmail-labels"),
)
_READERS = (b"to", b"cc", b"bcc")
_NEEDED = frozenset([*_ASKED_FOR, *_READERS, *_DELIVERED, *KIND_HEADERS, b">from"])

# A long header is folded: its further lines begin with a blank or a tab. No name that is needed
# begins with the two letters of the longest headers, such as "Received" and "DKIM-Signature", and
# none is longer than 42 letters.
_HEADER = re.compile(
    rb"\n([>A-FLMPSTXa-flmpstx][-acefinoruACEFINORU][^: \t\n]{0,40}+)[ \t]*+"
    rb":([^\n]*+(?:\n[ \t][^\n]*+)*+)"
)
_RESENT = re.compile(rb"\nResent-(?:From|To|Cc)[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)", re.IGNORECASE)
_RECEIVED = re.compile(rb"\n[Rr][Ee][Cc][Ee][Ii][Vv][Ee][Dd][ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)")

_MARKED = frozenset([SkipReason.TRASH, SkipReason.SPAM, SkipReason.DRAFT])
_DIGEST = blake2b(digest_size=16)
_OF_PEOPLE = frozenset(b"Re RE Aw AW Antw Fwd FW Fw WG TR SV VS Rif RES".split())
# Of a subject without a colon few words tell that nobody wrote it; the Chinese one is another sign,
# and encoded words may hold all of these.
_TELLING_WORD = re.compile(rb"=\?|office|au\xc3\x9fer|absent|[Dd]eliver|[Ff]ailure|\xef\xbc\x9a")
_REPORT_OR_ANSWER = re.compile(
    rb"\s{0,14}(?:multipart/report"
    rb"|text/calendar.*?method\s{0,9}=\s{0,9}\"?(?:reply|counter|declinecounter|refresh))",
    re.IGNORECASE | re.DOTALL,
)


class Places(NamedTuple):
    """Where among the values of a mail those of some headers stand, and the empty one if not."""

    writer: int
    sender: int
    to: int
    cc: int
    date: int
    subject: int
    message_id: int
    content_type: int
    length: int
    labels: int
    readers: tuple[int, ...]
    """Those of To, Cc and Bcc that are there."""
    delivered: tuple[int, ...]
    """To whom mail servers say that they delivered it."""
    lists: tuple[int, ...]
    """Addresses of lists."""
    kinds: tuple[tuple[bytes, int], ...]
    """What may say that it does not count, with its name in lower case."""
    joined: tuple[tuple[int, ...], ...]
    """The places of each header that is repeated: its values, joined, follow all others."""


class Headers(NamedTuple):
    """The values of the headers of a mail, folded as they are, and which of them is which."""

    values: Sequence[bytes]
    at: Places


def header_lines(block: bytes) -> bytes:
    """Give each line of the headers of a mail one end, and the first one a beginning like it."""
    return b"\n" + (block.replace(b"\r\n", b"\n") if CARRIAGE_RETURN in block else block)


def parse_headers(lines: bytes) -> Headers:
    r"""Which headers, of those that are needed, does a mail have?

    Parameters
    ----------
    lines : bytes
        Its lines up to the first blank one, as ``header_lines`` gives them.

    Returns
    -------
    Headers
        The values of a header that is repeated are joined by commas. Lines that are no headers are
        left out.

    Examples
    --------
    >>> headers = parse_headers(b"\nFROM: ben@example.org\nTo: chen@example.org,\n eva@example.org")
    >>> headers.values[headers.at.writer], unfolded(headers.values[headers.at.to])
    (b' ben@example.org', b' chen@example.org, eva@example.org')
    """
    # What is between the headers, a name, a value, what is between them, a name, and so on.
    parts = _HEADER.split(lines)
    names, values = tuple(parts[1::3]), parts[2::3]
    at = _places(names) if len(names) < _MANY else _places.__wrapped__(names)
    values.append(b"")
    if at.joined:
        values += [b",".join([values[n] for n in places]) for places in at.joined]
    if not is_plain(lines):
        plain = [unfolded(value) for value in values]
        values = in_one_charset(plain, plain[at.content_type])
    return Headers(values, at)


@lru_cache(maxsize=1_024)
def _places(names: tuple[bytes, ...]) -> Places:
    """Where do the headers that are needed stand among these? Behind all is one that is empty."""
    all_places: dict[bytes, list[int]] = {}
    for n, name in enumerate(map(bytes.lower, names)):
        if name in _NEEDED:
            all_places.setdefault(name, []).append(n)
    joined = [name for name, places in all_places.items() if len(places) > 1]
    at = {name: places[0] for name, places in all_places.items()}
    at |= {name: len(names) + n for n, name in enumerate(joined, 1)}
    # Some programs that keep mail in an mbox write ">From:" too, where "From " alone needs it.
    if b">from" in at:
        at.setdefault(b"from", at.pop(b">from"))
    return Places._make(
        (
            *(at.get(name, len(names)) for name in _ASKED_FOR),
            tuple(at[name] for name in _READERS if name in at),
            tuple(at[name] for name in _DELIVERED if name in at),
            tuple(n for name, n in at.items() if name in _LISTS),
            tuple((name, n) for name, n in at.items() if name in KIND_HEADERS),
            tuple(tuple(all_places[name]) for name in joined),
        )
    )


def resent_values(lines: bytes) -> list[bytes]:
    """Which addresses does a mail name of those who sent it on as it was, and to whom?"""
    return [unfolded(value) for value in _RESENT.findall(lines)]


def received_date(lines: bytes) -> bytes:
    """Which date does the mail server give that delivered a mail; empty where it gives none?"""
    match = _RECEIVED.search(lines)
    return unfolded(match[1]).rpartition(b";")[2] if match else b""


def first_received_date(lines: bytes, year: bytes) -> bytes:
    """Which date does the mail server give that had the mail first, if it is of another year?

    Empty where it gives none.
    """
    # Each server writes its line above those of the servers before it. The year of the first one is
    # nearly always that of the mail, so its date is looked for only where it is not.
    at = lines.rfind(b"\nReceived:")
    match = _RECEIVED.match(lines, at) if at >= 0 else None
    if match is None or (year and match[1].find(year) >= 0):
        return b""
    return unfolded(match[1]).rpartition(b";")[2]


def kind_by_headers(headers: Headers) -> SkipReason | None:
    """Do the headers of a mail say that it does not count?

    Returns
    -------
    SkipReason or None
        TRASH, SPAM, DRAFT, AUTOMATIC or MAILING_LIST; None for a mail from a person to others.
    """
    values, at = headers
    # A bounce, or the notice that a mail was read, is a report of a machine (RFC 6522), and an
    # answer to an invitation a click.
    if _REPORT_OR_ANSWER.match(unfolded(values[at.content_type]), 0, 200):
        return SkipReason.AUTOMATIC
    # Each of the few that are there says something; of several, the first in this order.
    said = []
    for name, n in at.kinds:
        if (kind := kind_of(name, unfolded(values[n]))) is not None:
            said.append(kind)
    if said and (marked := _MARKED.intersection(said)):
        return min(marked)
    # The subject of a reply that nobody wrote begins with words for it, most others with none or
    # with those of a reply.
    subject = unfolded(values[at.subject])[:200]
    begins, colon, _ = subject.partition(b":")
    if (colon or _TELLING_WORD.search(subject)) and begins.strip() not in _OF_PEOPLE:
        text = decode_words(header_text(subject))
        said += [SkipReason.AUTOMATIC] if is_automatic_subject(text) else []
    return min(said) if said else None


def mail_digest(headers: Headers, moment: int) -> bytes:
    """Name a mail by its Message-ID, else by what tells it from others; nobody can read it back."""
    values, at = headers
    name = unfolded(values[at.message_id]).strip()
    # Some programs lose the brackets around it.
    if name.find(b"<") < 0:
        name = b"<%b>" % name
    if not name.strip(b"<> "):
        when = EPOCH + timedelta(microseconds=moment)
        telling = (values[n] for n in (at.writer, at.to, at.cc, at.subject))
        parts = (b" ".join(unfolded(value).split()) for value in telling)
        name = b"\n".join([when.isoformat().encode(), *parts])
    digest = _DIGEST.copy()
    digest.update(name)
    return digest.digest()
