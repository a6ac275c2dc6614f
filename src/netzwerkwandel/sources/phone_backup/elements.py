"""The elements of a backup, as they come: an XML that no strict parser reads, and no bomb."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterator, Mapping
from xml.parsers import expat

from netzwerkwandel.sources.tools import ExportFormatError, SourceFile, utf16_encoding


_AT_ONCE = 1 << 18
_LARGEST_TAG = 1 << 26
# An emoji is written as the two halves that UTF-16 makes of it, "&#55357;&#56838;", which no XML
# may hold, and neither may it hold other characters of control.
_HALF = re.compile(r"&#(x[0-9a-fA-F]{1,6}|\d{1,7});(?:&#(x[0-9a-fA-F]{4}|\d{5});)?")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_OPEN = re.compile(r"&#?[\w]{0,9};?(?:&#?\w{0,9})?\Z")


def elements(
    file: SourceFile, kept: Mapping[str, Collection[str]]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Give the elements of an XML file as they begin, those of some names, with some attributes.

    Where one ends, it is given once more, with a slash before its name and without attributes.

    Raises
    ------
    ExportFormatError
        If the file breaks off or is no XML, once all was given that came before; or if it declares
        an entity, which no backup does.
    """
    found: list[tuple[str, dict[str, str]]] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name in kept:
            found.append(
                (name, {each: attributes[each] for each in kept[name] if each in attributes})
            )

    def end(name: str) -> None:
        if name in kept:
            found.append((f"/{name}", {}))

    def refuse(*_: object) -> None:
        raise ExportFormatError(file.where, "it declares an entity, which no backup does")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.EntityDeclHandler = refuse
    waiting = 0
    for text, is_last in _texts(file):
        try:
            parser.Parse(text, is_last)
        except expat.ExpatError:
            yield from found
            raise ExportFormatError(file.where, "it is cut off or damaged") from None
        waiting = 0 if found else waiting + len(text)
        if waiting > _LARGEST_TAG:
            raise ExportFormatError(file.where, "a record must be under 64 MB")
        yield from found
        found.clear()


def _texts(file: SourceFile) -> Iterator[tuple[str, bool]]:
    """The text in blocks, fit for a strict parser, and whether one is the last."""
    with file.open() as stream:
        data = stream.read(_AT_ONCE)
        decoder = codecs.getincrementaldecoder(utf16_encoding(data) or "utf-8")("replace")
        rest = ""
        while data:
            text = rest + decoder.decode(data)
            # What may be the first half of something waits for the next block.
            cut = found.start() if (found := _OPEN.search(text, len(text) - 40)) else len(text)
            yield readable(text[:cut]), False
            rest = text[cut:]
            data = stream.read(_AT_ONCE)
        yield readable(rest + decoder.decode(b"", final=True)), True


def readable(text: str) -> str:
    """Write a text so that XML may hold it: two halves become one character, others are left out.

    Examples
    --------
    >>> readable("hi &#55357;&#56838;&#0; &#252;")
    'hi \U0001f606 &#252;'
    """
    return _CONTROL.sub("", _HALF.sub(_joined, text) if "&#" in text else text)


def _joined(found: re.Match[str]) -> str:
    parts = found.groups(default="0")
    one, other = (int(part[1:], 16) if part.startswith("x") else int(part) for part in parts)
    if 0xD800 <= one < 0xDC00 <= other < 0xE000:
        return chr(0x10000 + ((one - 0xD800) << 10) + (other - 0xDC00))
    return "".join(
        f"&#{n};"
        for n in (one, other)
        if n in {9, 10, 13} or 0x20 <= n < 0xD800 or 0xE000 <= n < 0xFFFE or 0x10000 <= n < 0x110000
    )
