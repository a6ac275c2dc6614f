"""The lines of a calendar file, each in one piece, however long they were and however they end."""

from __future__ import annotations

import re

from netzwerkwandel.sources.tools import decode, utf16_encoding


_BOM = b"\xef\xbb\xbf"
# Lines end in "\r\n" by the standard, and in anything after a few programs.
_LINE_END = re.compile(rb"\r+\n?")
_EMPTY_LINES = re.compile(rb"\n{2,}")


def bytes_of(data: bytes) -> bytes:
    """Give the bytes of a file in UTF-8, without a mark before them."""
    return decode(data).encode() if utf16_encoding(data) else data.removeprefix(_BOM)


def unfolded(data: bytes) -> bytes:
    r"""Put each line of a file into one piece; a mere line feed ends it.

    Examples
    --------
    >>> unfolded(b"SUMMARY:to\r\n gether\r\n")
    b'SUMMARY:together\n'
    """
    text = bytes_of(data)
    # A line may be folded in the middle of a character, so this comes before decoding.
    if b"\r" in text:
        text = text.replace(b"\r\n", b"\n")
        text = _LINE_END.sub(b"\n", text) if b"\r" in text else text
    # A long line is folded: what continues it begins with a blank, which is none of it. Empty lines
    # go first, so that two plain replacements do it, in a tenth of the time of a pattern.
    if b"\n\n" in text:
        text = _EMPTY_LINES.sub(b"\n", text)
    return text.replace(b"\n ", b"").replace(b"\n\t", b"")
