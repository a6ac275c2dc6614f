"""Interactions as rows of a table, and back: columns at a time, without an object for each."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import TypeAlias

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidRecordError, UnreadableRecordError, shown
from netzwerkwandel.model import Interaction, Key
from netzwerkwandel.model.arrays import FloatArray, IntArray, SmallIntArray, freeze, starts_of
from netzwerkwandel.model.column_rules import NOBODY, numbers, small_numbers, whole_numbers
from netzwerkwandel.model.columns import Columns, joined_columns
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.vocabularies import CHANNELS


Row: TypeAlias = tuple[str, int, int, str, int | None, float | None, str]
"""Key, moment and offset in microseconds, channel, sender, hours, participants as "[1,5,9]"."""

# Those who took part are written into the row of what happened, beside the table in which they are
# looked up: all rows of a person's life are read in one go, and a table of its own for them would
# be a second query three times as long, to be sorted into the first. The text is a list of JSON, so
# that the database itself can take it apart (json_each) to fill that table; but it is written and
# read here by hand, since json would make a list of each of a million texts, and thousands of these
# are read at once: "[1,5][5,9,12]" becomes "[1,5,5,9,12]", which is one list.

Listing: TypeAlias = tuple[int, str, str, str, str, str, str]
"""Of many rows: how many durations are known; keys, moments, offsets, channels by their places, and
senders or 0, each as a list in JSON; participants, one list after the other."""

# Durations do not come so: SQLite writes 15 digits into JSON, where a number may have 17.


def interaction_rows(
    events: InteractionColumns, number: Mapping[Key, int], first: int, last: int
) -> Iterator[Row]:
    """Rows of interactions.

    Parameters
    ----------
    events : InteractionColumns
        The interactions.
    number : mapping
        The number of each of their people.
    first, last : int
        The place of the first, and of the one that is none of them any more.
    """
    numbers = [number[key] for key in events.people]
    texts = list(map(str, numbers))
    sender_of = (*numbers, None)  # nobody is -1, which is the last
    channels = [str(channel) for channel in CHANNELS]
    starts = events.starts[first : last + 1].tolist()
    people = [texts[who] for who in events.participants[starts[0] : starts[-1]].tolist()]
    return zip(
        events.keys[first:last],
        events.at[first:last].tolist(),
        events.offset[first:last].tolist(),
        [channels[channel] for channel in events.channel[first:last].tolist()],
        [sender_of[sender] for sender in events.sender[first:last].tolist()],
        [None if math.isnan(hours) else hours for hours in events.duration[first:last].tolist()],
        [
            f"[{','.join(people[start - starts[0] : end - starts[0]])}]"
            for start, end in pairwise(starts)
        ],
        strict=True,
    )


WRONG = (LookupError, ValueError, TypeError, OverflowError)
"""What is raised by a row that somebody changed."""


def numbers_in(people: str) -> list[int]:
    """The numbers of those who took part."""
    return list(map(int, _inside(people).split(",")))


def _inside(people: str) -> str:
    if not (people.startswith("[") and people.endswith("]")):
        raise InvalidRecordError(f"participants must be a list of numbers, got {shown(people)}")
    return people[1:-1]


def row_columns(rows: Sequence[Row]) -> Columns:
    """Rows as columns, in which people have the numbers of their table, and nobody is 0.

    Parameters
    ----------
    rows : sequence of rows
        At least one.

    Raises
    ------
    InvalidRecordError, LookupError or ValueError
        If one breaks a rule; not every rule is asked for.
    """
    place = {str(channel): i for i, channel in enumerate(CHANNELS)}
    keys, at, offset, channels, senders, hours, people = zip(*rows, strict=True)
    return _columns(
        keys,
        whole_numbers(at),
        whole_numbers(offset),
        small_numbers([place[channel] for channel in channels]),
        whole_numbers([0 if who is None else who for who in senders]),
        numbers([math.nan if each is None else each for each in hours]),
        "".join(people),
    )


def listed_columns(listing: Listing, hours: Mapping[Key, float]) -> Columns:
    """As ``row_columns``, of rows that the database itself has put together.

    Parameters
    ----------
    listing : listing
        The rows.
    hours : mapping
        The durations that are known, by the keys of the rows.
    """
    _, names, *lists, people = listing
    keys = json.loads(names)
    at, offset, channel, sender = (_listed(text[1:-1]) for text in lists)
    if hours:
        duration = numbers([hours.get(key, math.nan) for key in keys])
    else:
        duration = np.full(len(keys), math.nan)
    return _columns(keys, at, offset, small_numbers(channel), sender, duration, people)


def _columns(
    keys: Sequence[Key],
    at: IntArray,
    offset: IntArray,
    channel: SmallIntArray,
    sender: IntArray,
    duration: FloatArray,
    people: str,
) -> Columns:
    # Of "[1,5][5,9,12]" the lists begin at 0 and 5, and there are 1 and 2 commas from there on.
    marks = np.frombuffer(people.encode(), dtype=np.uint8)
    begins = np.flatnonzero(marks == ord("["))
    participants = _listed(_inside(people).replace("][", ","), b"0123456789,")
    if len(begins) != len(keys):
        raise InvalidRecordError(f"participants must be lists of numbers, got {shown(people)}")
    counts = np.add.reduceat(marks == ord(","), begins, dtype=np.int64) + 1
    return Columns(
        keys=tuple(keys),
        at=at,
        offset=offset,
        channel=channel,
        sender=sender,
        duration=duration,
        starts=starts_of(counts),
        participants=participants,
        people=(),
    )


def _listed(text: str, marks: bytes = b"-0123456789, ") -> IntArray:
    """The whole numbers of a text such as "5,-2, 7"."""
    # What no list of numbers is must be refused before: numpy reads as far as it can, and warns.
    is_odd = text.encode().translate(None, marks) or ",," in text or text[:1] == ","
    if is_odd or not text[-1:].isdigit():
        raise InvalidRecordError(f"a list must be of whole numbers, got {shown(text)}")
    return np.fromstring(text, dtype=np.int64, sep=",")


def numbered(events: InteractionColumns, number: Mapping[Key, int]) -> Columns:
    """As ``row_columns``, of interactions whose people have these numbers."""
    number_of = np.array([*(number[key] for key in events.people), 0])  # nobody is -1, the last
    return Columns(
        keys=events.keys,
        at=events.at,
        offset=events.offset,
        channel=events.channel,
        sender=number_of[events.sender],
        duration=events.duration,
        starts=events.starts,
        participants=number_of[events.participants],
        people=(),
    )


def columns_of(parts: Iterable[Columns], people: Iterable[tuple[int, Key]]) -> InteractionColumns:
    """Interactions of columns in which people have the numbers of their table.

    Parameters
    ----------
    parts : iterable of columns
        As ``row_columns`` makes them, in any order.
    people : iterable of pairs
        The number and the key of everybody who may have taken part, and of others.

    Raises
    ------
    InvalidRecordError
        If a row breaks a rule.
    LookupError
        If somebody took part whose key is not told.
    """
    several = list(parts)
    if not several:
        return InteractionColumns.from_interactions([])
    columns = joined_columns(several)
    # Numbers were given in the order in which people were first met, places are in the order of
    # keys. So a person 7 with the key "ben" and a person 3 with "eva" have the places 0 and 1.
    known = sorted((key, number) for number, key in people)
    place = {number: i for i, (_, number) in enumerate(known)} | {0: NOBODY}
    columns = attrs.evolve(
        columns,
        sender=_looked_up(columns.sender, place),
        participants=_looked_up(columns.participants, place),
        people=tuple(key for key, _ in known),
    )
    # The table may know people who took part in none of these; columns may not.
    took_part = np.bincount(columns.participants, minlength=len(known)) > 0
    if not took_part[columns.sender[columns.sender != NOBODY]].all():
        raise InvalidRecordError("the sender must take part")
    columns = columns.in_order().among_participants()
    made = attrs.asdict(columns, recurse=False)
    for column in made.values():
        if isinstance(column, np.ndarray):
            freeze(column)  # so that it is kept, and not copied
    return InteractionColumns(**made)


def _looked_up(who: IntArray, place: Mapping[int, int]) -> IntArray:
    """The places of people of these numbers."""
    known = np.array(sorted(place))
    places = np.array([place[number] for number in known.tolist()])
    # Numbers 3 5 7 are found at 0 1 2, and every number between, like one beyond, at the next or
    # the last of these, which is another. Where they are not far apart this is written down for
    # each that there can be: to look it up there is six times as fast as to search for it.
    if int(known[-1]) - int(known[0]) <= len(who):  # of what somebody changed it may be 2**64
        next_known = np.searchsorted(known, np.arange(known[0], known[-1] + 1))
        found = next_known[np.clip(who, known[0], known[-1]) - known[0]]
    else:
        found = np.minimum(np.searchsorted(known, who), len(known) - 1)
    if (unknown := who[known[found] != who]).size:
        raise KeyError(int(unknown[0]))
    of_each: IntArray = places[found]
    return of_each


def numbers_of_all(rows: Iterable[Row]) -> set[int]:
    """The numbers of all who took part.

    Raises
    ------
    UnreadableRecordError
        If it cannot be read who took part in one.
    """
    numbers: set[int] = set()
    for row in rows:
        try:
            numbers.update(numbers_in(row[-1]))
        except WRONG as error:
            raise _damaged(row, error) from None
    return numbers


def interactions_of(
    rows: Sequence[Row], people: Sequence[tuple[int, Key]]
) -> tuple[Interaction, ...]:
    """Interactions of rows that come in the order of time and key.

    Raises
    ------
    UnreadableRecordError
        If one breaks a rule: which one it is.
    """
    with suppress(*WRONG):
        return tuple(columns_of([row_columns(rows)], people))
    events: list[Interaction] = []
    for row in rows:
        try:
            events += columns_of([row_columns([row])], people)
        except WRONG as error:
            raise _damaged(row, error) from None
    return tuple(events)


def _damaged(row: Row, error: Exception) -> UnreadableRecordError:
    problem = str(error)
    if isinstance(error, KeyError):
        what = error.args[0]
        is_person = isinstance(what, int) or str(what).isdigit()
        problem = f"nobody has number {what}" if is_person else f"no channel is {shown(what)}"
    return UnreadableRecordError("interactions", "interaction", (row[0],), problem)
