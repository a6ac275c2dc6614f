"""The lines of an exported chat: when each was written, by whom, and what it is."""

from __future__ import annotations

import codecs
import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import BinaryIO

import attrs
import numpy as np

from netzwerkwandel.sources.tools import utf16_encoding
from netzwerkwandel.sources.whatsapp.words import (
    BEGINNINGS,
    Line,
    is_notice,
    kind_of_chat,
    named_in_notice,
    what_it_is,
)


_MARKS = "\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_B = " \u00a0\u202f\u2009"
# The halves of a day as phones write them, before or after the time: "5:52 PM", "5:52 nachm.".
_BEFORE = "上午|下午|오전|오후|凌晨|早上|中午|晚上|de\\.|du\\.|πμ|μμ"
_AFTER = (
    rf"[AaPp]\.?[{_B}]?[Mm]\.?|vorm\.|nachm\.|morgens|früh|vormittags|mittags|nachmittags|abends"
    "|nachts|ÖÖ|ÖS|π\\.?μ\\.?|μ\\.?μ\\.?|ص|م"
)
DATE = rf"\d{{1,4}}[./-][{_B}]?\d{{1,2}}[./-][{_B}]?\d{{1,4}}(?!\d)\.?"
TIME = rf"(?:(?:{_BEFORE})[{_B}]?)?\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:[{_B}]{{0,2}}(?:{_AFTER}))?"
_STARTS = "|".join(map(re.escape, sorted(BEGINNINGS, key=len, reverse=True)))
# "[04.03.25, 18:04:11] Ben: ...", "3/4/25, 6:04 PM - Ben: ...", "2.5.18 à 18:00 - ...". Of the text
# nothing is taken but what WhatsApp may have written: a line that begins with its mark, with one of
# its own beginnings, or with the name of the author. Whatever begins otherwise is a part of the
# message before.
HEAD = re.compile(
    rf"\n[{_MARKS}]*\[?({DATE})[,،]?[{_B}]+(?:(?:à|às|klo|kl\.|um|a las|alle|o|at)[{_B}]+)?"
    rf"[{_MARKS}]*({TIME})\.?[{_MARKS}]*(?:\][{_B}]?|[{_B}]?[-–—][{_B}]|:[{_B}])[{_MARKS}]*"
    rf"(?:([^:\n]{{1,120}}):(?=[{_B}{_MARKS}\n])[{_B}]?"
    rf"((?:[{_MARKS}]|{_STARTS}|\3)[^\n]{{0,400}})?|([^\n]{{0,4000}}))"
)
_AT_ONCE = 1 << 20
_LONGEST_LINE = 1 << 16
_STRIPPED = re.compile(f"[{_MARKS}]+")
_HALF = 32
MANY = 500_000
"""A phone exports 40,000 messages of a chat. Of the rest of a file that has many times as many, who
wrote on which day is held, and not each message."""


class Numbered(dict[str, int]):
    """Numbers for texts, in the order in which they are first met."""

    def __missing__(self, key: str) -> int:
        self[key] = number = len(self)
        return number


@attrs.define
class Lines:
    """The lines of a chat in columns: numbers of dates, of times and of authors, and what each is.

    A line by nobody is a notice of WhatsApp, and has no row.

    Parameters
    ----------
    dates, times, authors : Numbered
        The texts for the numbers, as they stand in the file.
    date, time, author, what : array
        A row for each line that somebody wrote, in the order of the file.
    hours : dict of int to float
        How long calls took, by row.
    members : dict of str
        Whom notices name as one of the group.
    notices : int
        How many lines are by nobody.
    mine : set of int
        The authors who are shown to be the owner: "You deleted this message".
    titles : list of str
        Under which name the notice of encryption stands on an iPhone: that of the chat.
    kinds : set of str
        What notices show the chat to be: a group, a broadcast list, a business.
    held : set of int
        The days and authors of which rows are held, in a file beyond all bounds.
    more : Counter
        How many further messages there are of a day and an author, in a file beyond all bounds.
    """

    dates: Numbered = attrs.field(factory=Numbered)
    times: Numbered = attrs.field(factory=Numbered)
    authors: Numbered = attrs.field(factory=Numbered)
    date: array[int] = attrs.field(factory=lambda: array("i"))
    time: array[int] = attrs.field(factory=lambda: array("i"))
    author: array[int] = attrs.field(factory=lambda: array("i"))
    what: array[int] = attrs.field(factory=lambda: array("b"))
    hours: dict[int, float] = attrs.field(factory=dict)
    members: dict[str, None] = attrs.field(factory=dict)
    notices: int = 0
    mine: set[int] = attrs.field(factory=set)
    titles: list[str] = attrs.field(factory=list)
    kinds: set[str] = attrs.field(factory=set)
    held: set[int] = attrs.field(factory=set)
    more: Counter[tuple[int, int]] = attrs.field(factory=Counter)

    def add(self, block: str) -> None:
        r"""Add the lines of a text, each of which begins with a line feed.

        Examples
        --------
        >>> lines = Lines()
        >>> lines.add("\n04.03.25, 18:04 - Ben: Hallo\nMara\n04.03.25, 18:05 - Mara: Hallo")
        >>> list(lines.authors), lines.author.tolist()
        (['Ben', 'Mara'], [0, 1])
        """
        found = HEAD.findall(block)
        if not found:
            return
        dates, times, authors, specials, notices = zip(*found, strict=True)
        if any(notices) or not all(authors):
            is_written = [bool(author) for author in authors]
            self._add_notices(compress(notices, [not each for each in is_written]))
            dates, times, authors, specials = (
                tuple(compress(column, is_written)) for column in (dates, times, authors, specials)
            )
        if len(self.date) > MANY:
            kept = self._thinned(dates, authors, specials)
            dates, times, authors, specials = (
                tuple([column[row] for row in kept]) for column in (dates, times, authors, specials)
            )
        begin = len(self.date)
        self.date.extend(map(self.dates.__getitem__, dates))
        self.time.extend(map(self.times.__getitem__, times))
        self.author.extend(map(self.authors.__getitem__, authors))
        self.what.frombytes(bytes(len(dates)))
        if any(specials):
            for place, special in enumerate(specials):
                if special:
                    self._look_at(begin + place, special, authors[place])

    def _thinned(
        self, dates: Sequence[str], authors: Sequence[str], specials: Sequence[str]
    ) -> list[int]:
        """The rows of a block that say who wrote on which day; the others are counted.

        Of each day and author the first and the last are kept, in their order, and whatever may be
        a call or a notice. A day that an earlier block has told of is known: only in a file that is
        no export does one come back.
        """
        # A day and an author are one number: the 5th day and author 2 are 5 << 32 | 2.
        date, author = (
            np.fromiter(map(numbers.__getitem__, texts), np.int64, len(texts))
            for numbers, texts in ((self.dates, dates), (self.authors, authors))
        )
        pairs = date << _HALF | author
        each, first, pair_of = np.unique(pairs, return_index=True, return_inverse=True)
        last = len(pairs) - 1 - np.unique(pairs[::-1], return_index=True)[1]
        is_fresh = np.array([pair not in self.held for pair in each.tolist()], dtype=np.bool_)
        self.held.update(each[is_fresh].tolist())
        kept = np.array([bool(special) for special in specials], dtype=np.bool_)
        kept[first[is_fresh]] = kept[last[is_fresh]] = True
        left = np.bincount(pair_of[~kept], minlength=len(each))
        for pair, count in zip(each[left > 0].tolist(), left[left > 0].tolist(), strict=True):
            self.more[pair >> _HALF, pair & (1 << _HALF) - 1] += count
        return np.flatnonzero(kept).tolist()

    def _add_notices(self, texts: Iterator[str]) -> None:
        for text in texts:
            self.notices += 1
            self._take_notice(_STRIPPED.sub("", text))

    def _take_notice(self, text: str) -> None:
        self.members.update(dict.fromkeys(named_in_notice(text)))
        if kind := kind_of_chat(text):
            self.kinds.add(kind)

    def _look_at(self, row: int, special: str, author: str) -> None:
        text, is_marked = _STRIPPED.sub("", special).strip(), special[:1] in "\u200e\u200f"
        name = without_marks(author)
        what, hours = what_it_is(text, name, is_marked=is_marked)
        self.what[row] = what
        if hours is not None:
            self.hours[row] = hours
        if what is Line.MINE:
            self.mine.add(self.author[row])
        if what is Line.SYSTEM:
            self._take_notice(text)
            if row < 2 and not self.titles:
                self.titles.append(name)


def lines_of(stream: BinaryIO) -> Lines:
    """Read a chat, a block at a time: the memory it takes is that of its columns.

    Parameters
    ----------
    stream : binary stream
        The whole file, from its start.
    """
    lines = Lines()
    data = stream.read(_AT_ONCE)
    decoder = codecs.getincrementaldecoder(utf16_encoding(data) or "utf-8")("replace")
    # Each block has whole lines, and a line feed before each of them.
    rest = "\n"
    while data:
        text = rest + decoder.decode(data)
        if "\r" in text:
            text = text.replace("\r", "\n")
        end = text.rfind("\n")
        lines.add(text[:end])
        # A line without an end is no line of a chat; of it, the beginning is enough.
        rest = text[end : end + _LONGEST_LINE]
        data = stream.read(_AT_ONCE)
    lines.add(rest + decoder.decode(b"", final=True))
    return lines


def without_marks(name: str) -> str:
    r"""Take marks of writing direction out of a name, and the tilde before that of a stranger.

    Examples
    --------
    >>> without_marks("\u200e~\u202fBen Okafor ")
    'Ben Okafor'
    """
    plain = _STRIPPED.sub("", name).strip(_B)
    return plain.removeprefix("~").strip(_B)


def is_person(name: str) -> bool:
    """Say whether what stands before the colon may be who wrote: no notice, and not nothing."""
    return bool(name) and not is_notice(name)
