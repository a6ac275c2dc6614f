"""The text of mail headers: bytes that are ASCII, UTF-8, Latin-1 or RFC 2047 encoded words."""

from __future__ import annotations

import binascii
from email.errors import HeaderParseError
from email.header import decode_header


_LONGEST_ENCODED = 2_000
_CHARSETS = (
    "ascii",
    "big5",
    "cp",
    "euc",
    "gb",
    "hz",
    "iso",
    "koi",
    "ks",
    "latin",
    "mac",
    "shift",
    "sjis",
    "tis",
    "us",
    "utf",
    "windows",
)


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
    return "".join(_decode(part, charset) for part, charset in parts)


def _decode(part: bytes | str, charset: str | None) -> str:
    if isinstance(part, str):
        return part
    name = (charset or "latin-1").partition("*")[0].lower()
    # Python also knows codecs that are no character sets, some of them slow or noisy.
    if not name.startswith(_CHARSETS):
        name = "ascii"
    try:
        return part.decode(name, "replace")
    except (LookupError, UnicodeError, ValueError):
        return part.decode("ascii", "replace")
