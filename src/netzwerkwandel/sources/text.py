"""Bytes to text, in whatever encoding an export or a later re-save left them."""

from __future__ import annotations

import codecs
import re


LONGEST_TEXT = 500

_NOT_UTF8 = re.compile(r"[\udc80-\udcff]+")


def utf16_encoding(data: bytes) -> str | None:
    """Say which UTF-16 this is, by its mark or by the zeros beside its first letters."""
    # Outlook and Excel write UTF-16. Without a mark, every other byte of English text is a zero.
    if data.startswith(codecs.BOM_UTF16_LE) or re.match(rb"(?:[\x20-\x7e]\0){2}", data):
        return "utf-16-le"
    if data.startswith(codecs.BOM_UTF16_BE) or re.match(rb"(?:\0[\x20-\x7e]){2}", data):
        return "utf-16-be"
    return None


def decode(data: bytes) -> str:
    """Read text as UTF-8 or UTF-16; single bytes that are no UTF-8 are read as Windows-1252.

    Examples
    --------
    >>> decode("Zoë,".encode() + "Zoë".encode("cp1252"))
    'Zoë,Zoë'
    """
    encoding = utf16_encoding(data)
    if encoding is not None:
        return data.decode(encoding, "replace").removeprefix("\ufeff")
    text = data.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    # A file that two programs wrote to may hold both encodings, as in the example. What is no UTF-8
    # came through as lone surrogates, which give their bytes back.
    return _NOT_UTF8.sub(
        lambda match: match[0].encode("ascii", "surrogateescape").decode("cp1252", "replace"), text
    )


def one_line(text: str) -> str:
    r"""Put a short text, such as a company or a job title, into one printable line.

    Examples
    --------
    >>> one_line("  Contoso\n Ltd. ")
    'Contoso Ltd.'
    """
    seen = text[: 4 * LONGEST_TEXT]
    if not seen.isprintable():
        seen = "".join(c if c.isprintable() else " " for c in seen)
    return " ".join(seen.split())[:LONGEST_TEXT].rstrip()
