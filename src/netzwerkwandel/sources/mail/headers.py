"""The headers of a mail that say who, when and what kind of mail; no text is kept.

Headers are bytes: ASCII by the rules, and in fact UTF-8, Latin-1 or RFC 2047 encoded words too.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Mapping
from email.errors import HeaderParseError
from email.header import decode_header
from typing import TypeAlias


Headers: TypeAlias = Mapping[bytes, bytes]

_NAMES = (
    "Auto-Submitted Bcc Cc Content-Type Date Delivered-To Envelope-To From List-Id List-Post"
    " List-Unsubscribe Message-ID Precedence Sender Subject To X-Gmail-Labels X-Mozilla-Status"
    " X-Original-To X-Spam-Flag"
).split()
_LONGEST_ENCODED = 2_000
_CHARSETS = (
    *("ascii", "big5", "cp", "euc", "gb", "hz", "iso", "koi", "ks", "latin", "mac"),
    *("shift", "sjis", "tis", "us", "utf", "windows"),
)


def _in_any_case(name: str) -> str:
    # Twice as fast as the flag for it: a set of two letters is ruled out at the first byte.
    return "".join(f"[{c.upper()}{c.lower()}]" if c.isalpha() else re.escape(c) for c in name)


# A long header is folded: its further lines begin with a blank or a tab.
_VALUE = r"[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)"
_HEADER = re.compile(f"\n({'|'.join(map(_in_any_case, _NAMES))}){_VALUE}".encode())
# Apart from the others: a mail has five to ten of them, and they are needed only where the mail
# has no other date.
_RECEIVED = re.compile(f"\n{_in_any_case('Received')}{_VALUE}".encode())


def parse_headers(block: bytes) -> dict[bytes, bytes]:
    r"""Which headers, of those that are needed, does a mail have?

    Parameters
    ----------
    block : bytes
        The lines up to the first blank line.

    Returns
    -------
    dict of bytes to bytes
        The unfolded value of each name in lower case; the values of a header that is repeated
        are joined by commas. Lines that are no headers are left out.

    Examples
    --------
    >>> parse_headers(b"FROM: ben@example.org\nTo: chen@example.org,\n mara@example.org\n")
    {b'from': b' ben@example.org', b'to': b' chen@example.org, mara@example.org'}
    """
    headers: dict[bytes, bytes] = {}
    for name, folded in _HEADER.findall(_lines(block)):
        key = name.lower()
        value = folded.replace(b"\n", b"") if b"\n" in folded else folded
        headers[key] = headers[key] + b"," + value if key in headers else value
    return headers


def received_date(block: bytes) -> bytes:
    """Which date does the mail server that delivered a mail give; empty where it gives none?"""
    match = _RECEIVED.search(_lines(block))
    return match[1].replace(b"\n", b"").rpartition(b";")[2] if match else b""


def _lines(block: bytes) -> bytes:
    return b"\n" + (block.replace(b"\r\n", b"\n") if b"\r" in block else block)


def header_text(value: bytes) -> str:
    """Which text do the bytes of a header stand for, encoded words left as they are?

    Examples
    --------
    >>> header_text("José".encode()), header_text("José".encode("latin-1"))
    ('José', 'José')
    """
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def decode_words(text: str) -> str:
    """Which text do the encoded words of RFC 2047 in a header stand for?

    Words of an unknown or broken encoding stay readable as far as they can; a text of more than
    2,000 characters is not decoded.

    Examples
    --------
    >>> decode_words("=?utf-8?q?Jos=C3=A9?= =?utf-8?q?_Ruiz?=")
    'José Ruiz'
    """
    if "=?" not in text or len(text) > _LONGEST_ENCODED:
        return text
    try:
        parts = decode_header(text)
    except (HeaderParseError, binascii.Error, ValueError, LookupError):
        return text
    whole = ""
    for part, charset in parts:
        # RFC 2231 lets a language follow the charset: "utf-8*de".
        name = (charset or "latin-1").partition("*")[0].lower()
        # Python also knows codecs that are no character sets, some of them slow or noisy.
        if not name.startswith(_CHARSETS):
            name = "ascii"
        if isinstance(part, bytes):
            try:
                part = part.decode(name, "replace")  # noqa: PLW2901
            except (LookupError, UnicodeError, ValueError):
                part = part.decode("ascii", "replace")  # noqa: PLW2901
        whole += part
    return whole
