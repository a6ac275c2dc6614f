"""The headers of many mails, read together.

Nearly all of the time that a mail takes would go into looking at each of its lines by itself. So
the lines of some hundred mails are one text, in which numpy finds all line feeds and colons at
once. Of three lines, of which the second goes on in the third,

    |Cc: ana@example.org|To: ben@example.org,| eva@example.org|
    0  3                20 23                41               58

20 and 41 end a line, and the third begins with a blank: so there are two headers, "Cc" from 1 to 3
with its value from 4 to 20, and "To" from 21 to 23, with its value from 24 to 58.

Names are compared by their first 16 bytes, as two numbers of eight. These, multiplied and added,
are a place in a table, and the name that it has there is the only one that it may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count, pairwise
from typing import NamedTuple

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.model.arrays import BoolArray, IntArray
from netzwerkwandel.sources.mail.words import in_one_charset, is_plain, unfolded


_LINE_FEED, _COLON, _BLANK, _TAB, _A = b"\n: \tA"
_LETTERS, _TO_LOWER = 26, 5
_BYTE = np.uint16(8)
_WIDTH = 16
# So what is read of the last line does not go beyond the end of the text.
_TAIL = bytes(_WIDTH)
# The table has 2 to the power of this many places.
_BITS = 12
_CONTENT_TYPE = b"content-type"
# The name of a header has letters from "!" to "~", none of which is a colon.
_FIRST_OF_NAME, _LETTERS_OF_NAMES = np.uint8(0x21), 0x5E
_PARTS_OF_A_NAME = 4
_NAME = re.compile(rb"[!-~]++[ \t]*+")

_Bytes = npt.NDArray[np.uint8]
_Numbers = npt.NDArray[np.int16]
_Words = npt.NDArray[np.uint64]

# 16 bytes are chosen as one thing in a third of the time that rows of them take.
_SIXTEEN = np.dtype((np.void, _WIDTH))
_Sixteens = npt.NDArray[np.void]
# Of a name of so many bytes these are its own, and what follows it in its line is not.
_OWN: _Sixteens = ((np.arange(_WIDTH) < np.arange(_WIDTH + 1)[:, None]) * np.uint8(0xFF)).view(
    _SIXTEEN
)[:, 0]
_FACTORS: _Words = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F], np.uint64)


class HeaderBlock:
    r"""The headers of several mails, of those names that are asked for.

    Parameters
    ----------
    lines : sequence of bytes
        The lines of each mail up to the first blank one, as ``header_lines`` gives them.
    names : tuple of bytes
        The names that are asked for, written as they are as a rule. No two of them begin with the
        same 16 letters.
    last : bytes
        One of them, of which only the last header counts, and only where it is written so.

    Examples
    --------
    >>> lines = [b"\nTO: ana@example.org,\n eva@example.org\n", b"\nX-Id: 7\n"]
    >>> HeaderBlock(lines, (b"To", b"Cc")).column(b"to")
    [b' ana@example.org,\n eva@example.org', b'']
    """

    def __init__(self, lines: Sequence[bytes], names: tuple[bytes, ...], last: bytes = b"") -> None:
        self.lines = lines
        self.text = text = b"\n".join([b"", *lines, _TAIL])
        """The lines of all mails."""
        self._in_text = in_text = _Lines.of(text)
        found = _asked_for(names).found_in(in_text)
        # In the text each mail lies behind one more line feed, the first one from 1 on.
        self._begins = begins = np.cumsum([1, *map(len, lines)]) + np.arange(len(lines) + 1)
        mails = np.diff(np.searchsorted(found.begins, begins))
        rows = np.repeat(np.arange(len(lines)), mails)
        if last:
            kept = found.without_all_but_the_last(rows, names.index(last))
            found, rows = found.at(kept), rows[kept]
        order = np.argsort(found.names, kind="stable")
        found, rows = found.at(order), rows[order]
        places = zip(found.begins.tolist(), found.ends.tolist(), strict=True)
        values = [text[begin:end] for begin, end in places]
        firsts = np.flatnonzero(np.diff(rows, prepend=-1) | np.diff(found.names, prepend=-1))
        if len(firsts) < len(values):
            values = _joined(values, firsts)
            found, rows = found.at(firsts), rows[firsts]
        self._rows: list[int] = rows.tolist()
        self._usual_rows = np.where(found.is_as_usual, rows, -1)
        self._values: list[bytes] = values
        bounds = np.searchsorted(found.names, np.arange(len(names) + 1)).tolist()
        self._places = {
            name.lower(): slice(begin, end)
            for name, (begin, end) in zip(names, pairwise(bounds), strict=True)
            if begin < end
        }
        self._columns: dict[bytes, list[bytes]] = {}
        if not is_plain(text):
            self._decode(but=last.lower())

    def __contains__(self, name: bytes) -> bool:
        """Whether any of the mails has a header of this name."""
        return name in self._places

    def told(self, name: bytes) -> Iterator[tuple[int, bytes]]:
        """Give each mail that has a header, with its value, folded as it is.

        Where a mail repeats it, the values are joined by commas.
        """
        here = self._places.get(name, slice(0, 0))
        return zip(self._rows[here], self._values[here], strict=True)

    def column(self, name: bytes) -> list[bytes]:
        """Give the value of a header for each mail, folded as it is; empty where it has none."""
        column = self._columns.get(name)
        if column is None:
            column = self._values[self._places.get(name, slice(0, 0))]
            if len(column) < len(self.lines):
                column = [b""] * len(self.lines)
                for row, value in self.told(name):
                    column[row] = value
            self._columns[name] = column
        return column

    def are_as_usual(self, name: bytes) -> BoolArray:
        """Which mails have a header that is written as it is as a rule, and a colon after it?"""
        flags = np.zeros(len(self.lines) + 1, np.bool_)
        flags[self._usual_rows[self._places.get(name, slice(0, 0))]] = True
        # The last place is for those that are not written so.
        return flags[:-1]

    def have_headers_only(self) -> BoolArray:
        """Which mails have no line that is neither a header nor goes on with the one before?"""
        others = np.searchsorted(self._begins, self._in_text.no_headers(), side="right") - 1
        flags = np.ones(len(self.lines), np.bool_)
        flags[others] = False
        return flags

    def _decode(self, but: bytes) -> None:
        """Bring the values of mails that are not plain ASCII into UTF-8, all but one header."""
        kept = self._places.get(but, slice(0, 0))
        not_plain = {row for row, each in enumerate(self.lines) if not is_plain(each)}
        types = dict(self.told(_CONTENT_TYPE))
        places: dict[int, list[int]] = {row: [] for row in sorted(not_plain)}
        for place, row in enumerate(self._rows):
            if row in not_plain and not kept.start <= place < kept.stop:
                places[row].append(place)
        for row, its in places.items():
            values = [unfolded(self._values[place]) for place in its]
            decoded = in_one_charset(values, unfolded(types.get(row, b"")))
            for place, value in zip(its, decoded, strict=True):
                self._values[place] = value


def _joined(values: list[bytes], firsts: IntArray) -> list[bytes]:
    """Join each run of values by commas, given where the runs begin."""
    return [
        values[begin] if end == begin + 1 else b",".join(values[begin:end])
        for begin, end in pairwise([*firsts.tolist(), len(values)])
    ]


class _Lines(NamedTuple):
    """The lines of a text that begins and ends with a line feed, and the tail; folded ones as one.

    In columns: where each begins and ends, and where its first colon or line feed is.
    """

    text: bytes
    data: _Bytes
    begins: IntArray
    stops: IntArray
    firsts: IntArray
    have_colons: BoolArray

    @classmethod
    def of(cls, text: bytes) -> _Lines:
        """Find them."""
        data = np.frombuffer(text, np.uint8)
        marks = np.flatnonzero((data == _LINE_FEED) | (data == _COLON))
        is_end = data[marks] == _LINE_FEED
        ends = np.flatnonzero(is_end)
        # What follows each line feed but the last is a line, and no header's next one by itself.
        begins = marks[ends[:-1]] + 1
        new = np.flatnonzero((data[begins] != _BLANK) & (data[begins] != _TAB))
        begins, firsts = begins[new], ends[new] + 1
        # A header ends before the next line that is not one of its own.
        stops = np.append(begins[1:] - 1, marks[ends[-1]])
        return cls(text, data, begins, stops, marks[firsts], ~is_end[firsts])

    def beginnings(self, begins: IntArray) -> _Words:
        """The 16 bytes that begin at some places, as two words each."""
        count = len(self.data) - _WIDTH + 1
        # Each of these are the 16 bytes that begin at one byte more.
        every: _Sixteens = np.ndarray((count,), _SIXTEEN, self.text, strides=(1,))
        return _words(every[begins])

    def no_headers(self) -> IntArray:
        """Where do the lines begin that are not empty, and no headers?"""
        with_colon = np.flatnonzero(self.have_colons)
        begins, colons = self.begins[with_colon], self.firsts[with_colon]
        sizes = colons - begins
        # No letter of a name is a blank, or beyond ASCII: 0x20 and 0x7F are those around them.
        is_odd, long = sizes == 0, np.arange(len(sizes))
        for part in range(_PARTS_OF_A_NAME):
            own = _words(_OWN[np.minimum(sizes[long] - part * _WIDTH, _WIDTH)])
            letters = self.beginnings(begins[long] + part * _WIDTH).view(np.uint8)
            words = (letters - _FIRST_OF_NAME >= _LETTERS_OF_NAMES).view(np.uint64) & own
            is_odd[long] |= (words[:, 0] | words[:, 1]) != 0
            long = long[sizes[long] > (part + 1) * _WIDTH]
        is_odd[long] = True
        # One with a blank behind it is a name, and those that are very long are looked at, too.
        asked = np.flatnonzero(is_odd)
        places = zip(begins[asked].tolist(), colons[asked].tolist(), strict=True)
        others = [at for at, colon in places if not _NAME.fullmatch(self.text, at, colon)]
        without = self.begins[~self.have_colons & (self.stops > self.begins)]
        return np.concatenate([without, np.array(others, np.int64)])


class _Found(NamedTuple):
    """Headers in a text, in columns: which name each has, and where its value begins and ends."""

    names: _Numbers
    begins: IntArray
    ends: IntArray
    is_as_usual: BoolArray

    def at(self, places: IntArray) -> _Found:
        """Only some of them."""
        names, begins, ends, is_as_usual = self
        return _Found(names[places], begins[places], ends[places], is_as_usual[places])

    def without_all_but_the_last(self, rows: IntArray, name: int) -> IntArray:
        """Which ones are left, if only the last of a name counts in each row?"""
        is_it = self.names == name
        usual = np.flatnonzero(is_it & self.is_as_usual)
        is_it[usual[np.diff(rows[usual], append=-1) != 0]] = False
        return np.flatnonzero(~is_it)


@attrs.frozen(eq=False)
class _Names:
    """Names of headers, each by two numbers: what is looked for among many others."""

    numbers: dict[bytes, int]
    """The place of each name, in lower case."""
    usual: _Sixteens
    lower: _Sixteens
    sizes: IntArray
    factors: _Words
    table: _Numbers
    begin_so: BoolArray
    """By two bytes as one number, whether any of the names begins with these."""

    def found_in(self, lines: _Lines) -> _Found:
        """Find the headers in the lines of a text."""
        data, begins = lines.data, lines.begins
        # Many a line can be left out by its first two letters.
        may_be = self.begin_so[data[begins].astype(np.uint16) << _BYTE | data[begins + 1]]
        headers = np.flatnonzero(may_be & lines.have_colons)
        begins, colons, stops = begins[headers], lines.firsts[headers], lines.stops[headers]
        names, is_as_usual = self._named(lines, begins, colons)
        asked = np.flatnonzero(names >= 0)
        return _Found(names[asked], colons[asked] + 1, stops[asked], is_as_usual[asked])

    def _named(
        self, lines: _Lines, begins: IntArray, colons: IntArray
    ) -> tuple[_Numbers, BoolArray]:
        """Which names begin and end there? -1 where one is not asked for."""
        sizes = colons - begins
        words = lines.beginnings(begins)
        words &= _words(_OWN[np.minimum(sizes, _WIDTH)])
        letters = words.view(np.uint8)
        capitals = (letters - np.uint8(_A) < _LETTERS).view(np.uint8)
        lower = words | (capitals << np.uint8(_TO_LOWER)).view(np.uint64)
        names = self.table[_places(lower, self.factors)]
        fits = _are_equal(lower, _words(self.lower[names])) & (sizes == self.sizes[names])
        names[~fits] = -1
        is_as_usual = _are_equal(words, _words(self.usual[names]))
        # The rest of a long name, and one with a blank behind it, are looked at one by one.
        before = lines.data[colons - 1]
        blank = (before == _BLANK) | (before == _TAB)
        for n in np.flatnonzero(blank | (fits & (sizes > _WIDTH))).tolist():
            name = lines.text[begins[n] : colons[n]].rstrip(b" \t").lower()
            names[n], is_as_usual[n] = self.numbers.get(name, -1), False
        return names, is_as_usual


def _words(sixteens: _Sixteens) -> _Words:
    return sixteens.view(np.uint64).reshape(-1, 2)


# Of rows of two numbers each, numpy's own sums and comparisons of rows take several times as long.
def _places(words: _Words, factors: _Words) -> IntArray:
    sums = words[:, 0] * factors[0] + words[:, 1] * factors[1]
    places: IntArray = (sums >> np.uint64(64 - _BITS)).astype(np.int64)
    return places


def _are_equal(some: _Words, others: _Words) -> BoolArray:
    are_equal: BoolArray = (some[:, 0] == others[:, 0]) & (some[:, 1] == others[:, 1])
    return are_equal


@cache
def _asked_for(names: tuple[bytes, ...]) -> _Names:
    """Find factors by which no two of some names have one place in the table."""
    lower, usual = (
        np.frombuffer(b"".join(each[:_WIDTH].ljust(_WIDTH, b"\0") for each in them), _SIXTEEN)
        for them in (map(bytes.lower, names), names)
    )
    words = _words(lower)
    for number in count(1, 2):
        factors = _FACTORS * np.uint64(number)
        places = _places(words, factors)
        if len(np.unique(places)) == len(names):
            break
    table = np.zeros(1 << _BITS, np.int16)
    table[places] = np.arange(len(names))
    begin_so = np.zeros(1 << 2 * int(_BYTE), np.bool_)
    begin_so[
        [
            one << int(_BYTE) | other
            for name in names
            for one in (name[:1].lower() + name[:1].upper())
            for other in (name[1:2].lower() + name[1:2].upper())
        ]
    ] = True
    return _Names(
        numbers={name.lower(): number for number, name in enumerate(names)},
        usual=usual,
        lower=lower,
        sizes=np.array([len(name) for name in names]),
        factors=factors,
        table=table,
        begin_so=begin_so,
    )
