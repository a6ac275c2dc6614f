"""The lines of a vCard file: unfolded, parted into name, parameters and value."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator

import attrs

from netzwerkwandel.sources.tools import decode, utf16_encoding


LONGEST_VALUE = 1_000_000

# Possessive (*+): a million empty lines are tried once.
_PHYSICAL_LINE = re.compile(rb"(?:\r\n?+|\n)?+((?:\r\n?+|\n)*+)([^\r\n]++)")
_FRAMES = re.compile(rb"(END:VCARD)[ \t]*(BEGIN:VCARD)", re.IGNORECASE)
_FRAME = re.compile(rb"[ \t]*(?:BEGIN|END)[ \t]*:[ \t]*VCARD[ \t]*\Z", re.IGNORECASE)
# Possessive (++): a line of a million quotes is tried once, and not in every way there is.
_HEADER = re.compile(rb'(?:"[^"]*"|[^:])*+:')
_PARAMETER = re.compile(r'(?:"[^"]*"|[^;])++')
# Python knows codecs that are no character sets ("rot13", "zip"): only these are let through.
_CHARSET = re.compile(
    r"us-ascii|iso-?8859-\d{1,2}|(?:windows-|cp)\d{3,4}|shift[_-]?jis|euc-(?:jp|kr)"
    r"|iso-2022-jp|gb(?:k|2312|18030)|big5|koi8-[ru]|macintosh",
    re.IGNORECASE,
)
_PIECE = re.compile(r"\\.|[^\\;]+|.", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


@attrs.frozen
class Line:
    """One property of a card, its value still as it was written.

    Parameters
    ----------
    name : str
        In capitals, without the group.
    group : str
        Such as ``item1``; it joins a property and its label.
    types : frozenset of str
        The values of ``TYPE``, and the bare parameters of vCard 2.1, in capitals.
    encoding, charset : str
        What the parameters say about the value.
    raw : bytes
        The value.
    too_long : bool
        Whether the end of the value was cut off.
    """

    name: str
    group: str
    types: frozenset[str]
    encoding: str
    charset: str
    raw: bytes
    too_long: bool

    @classmethod
    def parse(cls, header: str, raw: bytes, *, too_long: bool) -> Line:
        """Read what stands before the colon: ``item1.TEL;TYPE=work,voice;CHARSET=utf-8``."""
        name, *parameters = _PARAMETER.findall(header) if ";" in header else [header]
        group, _, name = name.strip().upper().rpartition(".")
        types: set[str] = set()
        told = {"ENCODING": "", "CHARSET": ""}
        for parameter in parameters:
            label, equals, value = parameter.partition("=")
            label, value = label.strip().upper(), value.strip().strip('"')
            if not equals:
                types.add(label)
            elif label == "TYPE":
                types.update(kind.strip().upper() for kind in value.split(","))
            elif label in told:
                told[label] = value
        # vCard 2.1 leaves the name of a parameter out: "TEL;WORK;FAX", "N;QUOTED-PRINTABLE".
        bare = next((kind for kind in ("QUOTED-PRINTABLE", "BASE64") if kind in types), "")
        encoding = told["ENCODING"].upper() or bare
        return cls(name, group, frozenset(types), encoding, told["CHARSET"], raw, too_long)

    @property
    def value(self) -> str:
        """The value as text, its escapes still in it; empty where it is a picture or the like."""
        if self.encoding in {"B", "BASE64"}:
            return ""
        quoted = self.encoding in {"Q", "QUOTED-PRINTABLE"}
        raw = binascii.a2b_qp(self.raw) if quoted else self.raw
        if not _CHARSET.fullmatch(self.charset):
            return decode(raw)
        # A program that quotes its bytes knows their charset. Of one that does not, many a file
        # says Latin-1 and is UTF-8; what is UTF-8 by its bytes is hardly ever something else.
        trusted = quoted or raw.isascii()
        for encoding in (self.charset, "utf-8") if trusted else ("utf-8", self.charset):
            try:
                return raw.decode(encoding)
            except (LookupError, UnicodeError):
                continue
        return decode(raw)


def lines(data: bytes) -> Iterator[Line]:
    """Read the properties of a vCard file, one after another, and pass over what is none."""
    if utf16_encoding(data) is not None:
        data = decode(data).encode()
    # Some programs write one card right behind the other.
    data = _FRAMES.sub(rb"\1\n\2", data.removeprefix(b"\xef\xbb\xbf"))
    for unfolded, too_long in _unfolded(data):
        header = _header_length(unfolded)
        if header:
            name = unfolded[: header - 1].decode("latin-1")
            yield Line.parse(name, unfolded[header:], too_long=too_long)


def parts(value: str) -> list[str]:
    r"""Part a structured value at its semicolons, and take the escapes out of each part.

    Examples
    --------
    >>> parts(r"Doe;John;Richter\, James;;")
    ['Doe', 'John', 'Richter, James', '', '']
    """
    whole: list[str] = []
    pieces: list[str] = []
    for piece in (*_PIECE.findall(value), ";"):
        if piece == ";":
            whole.append(unescaped("".join(pieces)))
            pieces = []
        else:
            pieces.append(piece)
    return whole


def unescaped(value: str) -> str:
    r"""Take the escapes out of a value: ``\n`` is a new line, ``\,`` a comma."""
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def _unfolded(data: bytes) -> Iterator[tuple[bytes, bool]]:
    """Join what was folded, and say of each whether it was too long and is cut off."""
    # A long line is folded in one of two ways. In all versions its further lines begin with a
    # blank. In vCard 2.1 a quoted-printable value has soft breaks too: "=" ends each line but the
    # last, and the next one begins anywhere, as in
    #
    #     NOTE;QUOTED-PRINTABLE:first half, =
    #     second half
    #
    # Programs forget the last line of such a value, or leave it empty, so the frame of a card and
    # an empty line always end it.
    folded: list[bytes] = []
    soft_breaks = keeps_blank = False
    for match in _PHYSICAL_LINE.finditer(data.rstrip(b"\r\n")):
        empty, line = match.groups()
        soft = soft_breaks and folded[-1].endswith(b"=") and not empty
        is_frame = _FRAME.match(line) is not None
        goes_on = not is_frame and (soft or line.startswith((b" ", b"\t")))
        if folded and goes_on:
            folded.append(line.lstrip(b" \t") if soft else line if keeps_blank else line[1:])
            continue
        yield from _joined(folded, soft_breaks=soft_breaks)
        folded = [line]
        header = line[: _header_length(line)].upper()
        soft_breaks = b"QUOTED-PRINTABLE" in header
        if header == b"VERSION:":
            # vCard 2.1 folds before a blank that belongs to the text, its successors add one.
            keeps_blank = line.endswith(b"2.1")
    yield from _joined(folded, soft_breaks=soft_breaks)


def _joined(folded: list[bytes], *, soft_breaks: bool) -> Iterator[tuple[bytes, bool]]:
    if not folded:
        return
    if soft_breaks:
        folded = [*(piece.removesuffix(b"=") for piece in folded[:-1]), folded[-1]]
    whole = b"".join(folded)
    yield whole[:LONGEST_VALUE], len(whole) > LONGEST_VALUE


def _header_length(line: bytes) -> int:
    """Count up to the colon that ends the parameters, which may hold colons in quotes."""
    quoted = line.find(b'"')
    colon = line.find(b":")
    if not 0 <= quoted < colon:
        return colon + 1
    match = _HEADER.match(line)
    return match.end() if match else colon + 1
