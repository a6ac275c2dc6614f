"""One exported chat: what it is called, who writes in it, and when."""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs
import numpy as np

from netzwerkwandel.model.arrays import IntArray
from netzwerkwandel.sources.tools import (
    ExportFormatError,
    Key,
    ReadContext,
    SkipReason,
    SourceFile,
    Tally,
    microseconds,
    named_key,
    person_name,
    saved_name_key,
)
from netzwerkwandel.sources.whatsapp.dates import NEVER, days_of, last_day, moments_of, seconds_of
from netzwerkwandel.sources.whatsapp.lines import Lines, is_person, lines_of, without_marks
from netzwerkwandel.sources.whatsapp.words import MACHINES, NOBODY, OWNERS_NAMES, Line


_TITLE = re.compile(
    r"(?:WhatsApp[- ]Chat (?:with |mit |met |- )|WhatsApp-chat met |Chat de WhatsApp con "
    r"|Discussion WhatsApp avec |Chat (?:di )?WhatsApp con |(?:Conversa|Chat) do WhatsApp com "
    r"|Czat WhatsApp (?:z użytkownikiem |z |- )|WhatsApp Sohbeti - )(?P<name>.+)"
    r"|(?P<turkish>.+) ile WhatsApp Sohbeti",
    re.IGNORECASE,
)
_ENDING = re.compile(r"(?:\.(?:txt|zip))?(?:[ _-]?\(\d+\))?(?:\.(?:txt|zip|gz))?\Z", re.IGNORECASE)
_SECOND = 1_000_000
_DAY = 86_400 * _SECOND


def title_of(where: str) -> str:
    """What is a chat called, by the name of its file, or of the archive in which it lies?

    Examples
    --------
    >>> title_of("exports/WhatsApp Chat - Anna.zip/_chat.txt"), title_of("_chat.txt")
    ('Anna', '')
    >>> title_of("WhatsApp-Chat mit Anna Schmidt (1).txt")
    'Anna Schmidt'
    """
    for part in reversed(where.replace("\\", "/").split("/")):
        found = _TITLE.fullmatch(_ENDING.sub("", part))
        if found is not None:
            return (found["name"] or found["turkish"]).strip()
    return ""


def is_archive(file: SourceFile) -> bool:
    """Say whether what lies beside a chat was sent in it: it lies in the archive of the chat.

    Examples
    --------
    >>> is_archive(SourceFile.from_bytes(b"", "WhatsApp Chat - Anna.zip/_chat.txt"))
    True
    >>> is_archive(SourceFile.from_bytes(b"", "exports/WhatsApp Chat mit Anna.txt"))
    False
    """
    return file.name == "_chat.txt" or bool(title_of(file.folder.rpartition("/")[2]))


def same_name(one: str, other: str) -> bool:
    """Say whether two names are one: a file's name has no colon, no slash and no picture."""
    return _letters(one) == _letters(other) != ""


def _letters(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def shown_name(name: str) -> str:
    r"""How is somebody called who stands so in a chat? Empty where it is a number, or nothing.

    Examples
    --------
    >>> shown_name("~\u202fBen Okafor"), shown_name("+49 170 1234567")
    ('Ben Okafor', '')
    """
    return person_name(without_marks(name))


def key_of(author: str) -> Key | None:
    """Who is called so, by the phone's address book, or as a stranger calls herself?"""
    name = without_marks(author)
    return named_key("whatsapp", name) if "~" in author[:3] else saved_name_key(name)


@attrs.frozen(eq=False)
class ExportedChat:
    """A chat as a file tells it: its writers by name, and what they wrote when, in columns.

    Parameters
    ----------
    where : str
        The file.
    title : str
        What it is called; empty where nothing says so.
    writers : tuple of str
        Who wrote, as they stand in the file.
    second, writer, what : arrays
        Of each line that counts the seconds since 1970, the number of the writer, what it is: each
        in as few bytes as will do, for all chats are held until it is known whose they are.
    hours : mapping of int to float
        How long calls took, by the row.
    named : tuple of str
        Whom notices name beside the writers.
    owners : frozenset of str
        Those of the writers who are shown to be the owner.
    is_group : bool
        Whether it is known to be a group.
    """

    where: str
    title: str
    writers: tuple[str, ...]
    second: IntArray
    writer: IntArray
    what: IntArray
    hours: Mapping[int, float]
    named: tuple[str, ...]
    owners: frozenset[str]
    is_group: bool

    @property
    def at(self) -> IntArray:
        """The microseconds since 1970 of each line."""
        at: IntArray = self.second.astype(np.int64) * _SECOND
        return at

    @property
    def other(self) -> str:
        """With whom the owner writes in a chat of two, as far as its title tells; else empty."""
        if self.is_group or len(self.writers) > 2 or not self.title:
            return ""
        known = [w for w in self.writers if same_name(without_marks(w), self.title)]
        if len(known) == 1:
            return known[0]
        # She never wrote: whoever did is the owner.
        return self.title if len(self.writers) == 1 else ""

    def owner_named(self) -> str:
        """Who is the owner, by this chat alone; empty where it does not tell."""
        shown = [w for w in self.writers if w in self.owners or w.casefold() in OWNERS_NAMES]
        if not shown and (other := self.other):
            shown = [writer for writer in self.writers if writer != other]
        return shown[0] if len(shown) == 1 else ""

    def turns(self, fresh: IntArray, *, is_group: bool) -> tuple[IntArray, IntArray, IntArray]:
        """Who wrote, from when until when, over some rows of the chat.

        Of a group a turn is what one wrote in a row on one day: rows 0 to 4 by a a a b a are the
        turns 0-2, 3 and 4. Of a chat of two it is all that one wrote on a day: 0-4 and 3.
        """
        at, rows = self.at, np.flatnonzero(self.what != Line.CALL)
        if not is_group:
            rows = rows[np.lexsort((self.writer[rows], at[rows] // _DAY))]
        changes = (np.diff(self.writer[rows]) != 0) | (np.diff(at[rows] // _DAY) != 0)
        is_fresh = np.zeros(len(at), dtype=np.bool_)
        is_fresh[fresh] = True
        kept = is_fresh[rows]
        turn = np.r_[0, np.cumsum(changes)][: len(rows)][kept]
        rows = rows[kept]
        begins = np.flatnonzero(np.diff(turn, prepend=-1))
        first = np.minimum.reduceat(at[rows], begins)
        return self.writer[rows[begins]], first, np.maximum.reduceat(at[rows], begins)


def read_chat(file: SourceFile, tally: Tally, context: ReadContext) -> ExportedChat:
    """Read a chat, and count its lines.

    Raises
    ------
    ExportFormatError
        If there is no line of a chat in the file.
    """
    with file.open() as stream:
        lines = lines_of(stream)
    if not lines.date and not lines.notices:
        raise ExportFormatError(file.where, "it has no line of a chat")
    title = title_of(file.where) or next(iter(lines.titles), "")
    tally.skip(SkipReason.AUTOMATIC, lines.notices)
    counted = _Rows(lines, tally, context)
    rows, at = counted.dated(file.name if file.where != tally.where else "")
    author = np.frombuffer(lines.author, dtype=np.intc).astype(np.int64)
    what = np.frombuffer(lines.what, dtype=np.int8).astype(np.int64)
    kept = counted.of_people(author[rows], what[rows])
    counted.count_more()
    rows, at = rows[kept], at[kept]
    # Writers 0 1 2 of whom 1 is no person are 0 - 1 from here on.
    in_use = np.unique(author[rows])
    number = np.zeros(len(lines.authors) + 1, dtype=np.int64)
    number[in_use] = np.arange(len(in_use))
    names = [*lines.authors]
    writers = tuple(names[n] for n in in_use.tolist())
    rank = {row: n for n, row in enumerate(rows.tolist())} if lines.hours else {}
    named = [name for name in lines.members if _is_writer(name)]
    return ExportedChat(
        where=file.where,
        title=title,
        writers=writers,
        second=_small(at // _SECOND),
        writer=_small(number[author[rows]]),
        what=_small(what[rows]),
        hours={rank[row]: hours for row, hours in lines.hours.items() if row in rank},
        named=() if lines.kinds & NOBODY else tuple(named),
        owners=frozenset(names[n] for n in lines.mine),
        is_group="group" in lines.kinds or len(in_use) > 2,
    )


def _small(column: IntArray) -> IntArray:
    small: IntArray = column.astype(np.min_scalar_type(column.max(initial=0)))
    return small


def _is_writer(name: str) -> bool:
    plain = without_marks(name)
    return is_person(plain) and plain.casefold() not in MACHINES


@attrs.frozen(eq=False)
class _Rows:
    """The lines of a chat as rows; those that are no contact of people, or undated, are counted."""

    lines: Lines
    tally: Tally
    context: ReadContext

    def dated(self, place: str) -> tuple[IntArray, IntArray]:
        """The rows with a usable moment, and their moments; the others are counted."""
        lines, tally, context = self.lines, self.tally, self.context
        days = days_of([*lines.dates], [*lines.times], last_day(context.as_of))
        if not days.is_sure:
            reason = "day and month can be read in either order; the usual one was taken"
            tally.problem(place, reason)
        seconds = [seconds_of(time) for time in lines.times]
        day = np.array(days.ordinals, dtype=np.int64)[np.frombuffer(lines.date, dtype=np.intc)]
        second = np.array([-1 if s is None else s for s in seconds], dtype=np.int64)[
            np.frombuffer(lines.time, dtype=np.intc)
        ]
        is_dated = (day != NEVER) & (second >= 0)
        if wrong := int((~is_dated).sum()):
            where = f"row {int(np.argmin(is_dated)) + 1}"
            tally.skip(SkipReason.NO_DATE, wrong)
            tally.problem(f"{place}, {where}" if place else where, "the date cannot be read")
        rows = np.flatnonzero(is_dated)
        at = moments_of(day[rows], second[rows], context.timezone)
        is_past = at <= microseconds(context.as_of)
        tally.skip(SkipReason.FUTURE, int((~is_past).sum()))
        return rows[is_past], at[is_past]

    def of_people(self, author: IntArray, what: IntArray) -> IntArray:
        """Which rows are contact between people; the others are counted."""
        lines, tally = self.lines, self.tally
        if lines.kinds & NOBODY:
            is_list = "broadcast" in lines.kinds
            tally.skip(SkipReason.MAILING_LIST if is_list else SkipReason.AUTOMATIC, len(author))
            return np.zeros(0, dtype=np.int64)
        no_person = [n for n, name in enumerate(lines.authors) if not _is_writer(name)]
        is_notice = (what == Line.SYSTEM) | np.isin(author, no_person)
        is_missed = (what == Line.MISSED) & ~is_notice
        tally.skip(SkipReason.AUTOMATIC, int(is_notice.sum()))
        tally.skip(SkipReason.MISSED, int(is_missed.sum()))
        kept: IntArray = np.flatnonzero(~is_notice & ~is_missed)
        return kept

    def count_more(self) -> None:
        """Count the messages of which only the day was held, as others of that day and author."""
        lines, tally = self.lines, self.tally
        if not lines.more:
            return
        last = last_day(self.context.as_of)
        days = days_of([*lines.dates], [*lines.times], last).ordinals
        names = [*lines.authors]
        for (date, author), count in lines.more.items():
            if days[date] == NEVER:
                tally.skip(SkipReason.NO_DATE, count)
            elif days[date] > last.toordinal():
                tally.skip(SkipReason.FUTURE, count)
            elif lines.kinds & NOBODY or not _is_writer(names[author]):
                tally.skip(SkipReason.AUTOMATIC, count)
            else:
                tally.read += count
                tally.used += count
