"""Bytes to text, in whatever encoding they were left, and the names of people in it."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from html import unescape

from netzwerkwandel.identity.nicknames import is_given_name
from netzwerkwandel.identity.shown_names import in_order
from netzwerkwandel.identity.spelling import fold
from netzwerkwandel.sources.files import HEAD


LONGEST_TEXT = 500

_MOSTLY_UTF8 = 4
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
    # All readers are asked about the same first bytes of a file, one after the other.
    return _decoded_head(data) if len(data) == HEAD else _decoded(data)


def _decoded(data: bytes) -> str:
    encoding = utf16_encoding(data)
    if encoding is not None:
        return data.decode(encoding, "replace").removeprefix("\ufeff")
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8").removeprefix("\ufeff")
    # Where hardly anything is UTF-8, as in a picture, it is not looked at byte by byte.
    if data.decode("utf-8", "replace").count("\ufffd") > len(data) // _MOSTLY_UTF8:
        return data.decode("cp1252", "replace")
    text = data.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    # A file that two programs wrote to may hold both encodings, as in the example. What is no UTF-8
    # came through as lone surrogates, which give their bytes back.
    return _NOT_UTF8.sub(
        lambda match: match[0].encode("ascii", "surrogateescape").decode("cp1252", "replace"), text
    )


_decoded_head = lru_cache(maxsize=1)(_decoded)


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


LONGEST_NAME = 200

_EDGES = " \\\"'`´„“”‚‘’«»‹›,;:<>"
# How the first byte of a letter in UTF-8 looks then, and the byte after it.
_TAKEN_FOR_1252 = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6-\u20ac\u2122]")
# "Okafor, Ben" and what stands behind it: "(Contoso, UX)", "| Contoso", "- Contoso".
_REMARK = re.compile(r"([^,(\[]*(?:,.*?)?)((?: ?[(\[]| [|/–—] | - ).*|)", re.DOTALL)
_BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")
_PLAIN_NAME = re.compile("[A-Z][a-z0-9]*(?: [A-Z][a-z0-9]*)*")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})


def person_name(text: str) -> str:
    """How is the person called whom an export names like this?

    White space is collapsed, quotes around it and characters that cannot be seen are dropped,
    ``Last, First`` is turned round, and what is an address is no name.

    Parameters
    ----------
    text : str
        The name as it stands in the export.

    Returns
    -------
    str
        At most 200 characters, in Unicode form NFC; empty where this names nobody.

    Examples
    --------
    >>> person_name(' "Okafor, Ben" ')
    'Ben Okafor'
    >>> person_name("Chen Li, PhD")
    'Chen Li, PhD'
    >>> person_name("Okafor, Ben (Contoso, UX)")
    'Ben Okafor (Contoso UX)'
    >>> person_name("ben@example.org")
    ''
    """
    # Most names need nothing; it is asked of every name in a mailbox.
    if _PLAIN_NAME.fullmatch(text) and len(text) <= LONGEST_NAME:
        return text
    if not (text.isascii() and text.isprintable()):
        seen = (c for c in text if c.isspace() or unicodedata.category(c) not in _INVISIBLE)
        text = unicodedata.normalize("NFC", "".join(seen))
    words = [word for word in text.split() if "@" not in word.strip(_EDGES + "@")]
    name = " ".join(words).strip(_EDGES)[:LONGEST_NAME].rstrip(_EDGES)
    if "," in name and (parts := _REMARK.fullmatch(name)):
        told, remark = parts.groups()
        # What is turned has no comma left, and new edges.
        if turned := in_order(told):
            return person_name(turned + remark.replace(",", ""))
        # A comma within brackets does not end a name.
        name = told + _BRACKETED.sub(lambda match: match[0].replace(",", ""), remark)
    name = _without_capitals(name)
    if (meant := as_meant(name)) != name:
        return person_name(meant)
    return name if any(c.isalpha() for c in name) else ""


def as_meant(text: str) -> str:
    """Undo what a program did to a text that took it for something else.

    It was written as for a page, or was UTF-8 and read as Windows-1252.

    Examples
    --------
    >>> as_meant("J&ouml;rg KÃ¤fer"), as_meant("João")
    ('Jörg Käfer', 'João')
    """
    if "&" in text:
        text = unescape(text)
    if text.isascii() or not _TAKEN_FOR_1252.search(text):
        return text
    return " ".join(map(_once_more, text.split(" ")))


def _once_more(word: str) -> str:
    for codec in ("cp1252", "latin-1"):
        with suppress(UnicodeError):
            return word.encode(codec).decode()
    return word


def _without_capitals(name: str) -> str:
    """Write in small letters what somebody wrote in capitals; ``WEBER Thomas`` is turned round."""
    words = name.split(" ")
    if len(words) < 2 or not any(len(word) > 2 and _is_shouted(word) for word in words):
        return name
    is_turned = len(words) == 2 and _is_shouted(words[0]) and not _is_shouted(words[1])
    if is_turned and is_given_name(fold(words[1])):
        words = [*reversed(words)]
    is_name = len(words) < 4 and any(is_given_name(fold(word)) for word in words)
    return " ".join(word.title() if is_name and _is_shouted(word) else word for word in words)


def _is_shouted(word: str) -> bool:
    return word.isupper() and word.replace("-", "").isalpha()


def most_used_name(counts: Mapping[str, int]) -> str:
    """Which of the names that one source uses for a person does it use most?

    How a person is called in the end is decided of the names of all sources, by how complete they
    are (``identity.joining.best_name``).

    Parameters
    ----------
    counts : mapping of str to int
        How often each name was seen.

    Returns
    -------
    str
        The most frequent one, of these the longest, of these the first in the alphabet; empty
        where there is none.

    Examples
    --------
    >>> most_used_name({"Ben": 2, "Ben Okafor": 2, "B.": 1})
    'Ben Okafor'
    """
    if len(counts) < 2:
        return next(iter(counts), "")
    return min(counts, key=lambda name: (-counts[name], -len(name), name))
