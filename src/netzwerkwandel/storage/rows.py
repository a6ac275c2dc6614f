"""Interactions as rows of a table, and back: columns at a time, without an object for each."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import accumulate, pairwise
from typing import TypeAlias

from netzwerkwandel.errors import InvalidRecordError, UnreadableRecordError, shown
from netzwerkwandel.model import Interaction, Key
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.vocabularies import CHANNELS


Row: TypeAlias = tuple[str, int, int, str, int | None, float | None, str]
"""Key, moment and offset in microseconds, channel, sender, hours, participants as "[1,5,9]"."""

# Those who took part are written into the row of what happened, beside the table in which they are
# looked up: all rows of a person's life are read in one go, and a table of its own for them would
# be a second query three times as long, to be sorted into the first. The text is a list of JSON, so
# that the database itself can take it apart (json_each) to fill that table; but it is written and
# read here by hand, since json would make a list of each of a million texts, and thousands of these
# are read at once: "[1,5][5,9,12]" becomes "1,5,5,9,12", which one `split` takes apart.


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


def columns_of(
    batches: Iterable[Sequence[Row]], people: Iterable[tuple[int, Key]]
) -> InteractionColumns:
    """Interactions of rows that come in the order of time and key, as columns.

    Parameters
    ----------
    batches : iterable of sequences of rows
        The rows.
    people : iterable of pairs
        The number and the key of everybody who may have taken part, and of others.

    Raises
    ------
    InvalidRecordError
        If a row breaks a rule.
    LookupError
        If somebody took part whose key is not told.
    """
    # Numbers were given in the order in which people were first met, places are in the order of
    # keys. So a person 7 with the key "ben" and a person 3 with "eva" have the places 0 and 1.
    known = sorted((key, number) for number, key in people)
    place: dict[int | None, int] = {number: i for i, (_, number) in enumerate(known)}
    place_of_text = {str(number): i for number, i in place.items()}
    place[None] = -1
    place_of_channel = {str(channel): i for i, channel in enumerate(CHANNELS)}
    keys: list[Key] = []
    at, offset, channel = array("q"), array("q"), array("b")
    sender, duration, counts, who = array("q"), array("d"), array("q"), array("q")
    for batch in batches:
        names, moments, offsets, channels, senders, hours, lists = zip(*batch, strict=True)
        keys += names
        at.extend(moments)
        offset.extend(offsets)
        channel.extend(map(place_of_channel.__getitem__, channels))
        sender.extend(map(place.__getitem__, senders))
        duration.extend([math.nan if each is None else each for each in hours])
        counts.extend([text.count(",") + 1 for text in lists])
        numbers = _inside("".join(lists)).replace("][", ",").split(",")
        who.extend(map(place_of_text.__getitem__, numbers))
    # The table may know people who took part in none of these; columns may not.
    used = sorted(set(who))
    if len(used) < len(known):
        new_place = {i: j for j, i in enumerate(used)} | {-1: -1}
        if not new_place.keys() >= set(sender):
            raise InvalidRecordError("the sender must take part")
        sender, who = (array("q", map(new_place.__getitem__, each)) for each in (sender, who))
    return InteractionColumns(
        keys=keys,
        at=at,
        offset=offset,
        channel=channel,
        sender=sender,
        duration=duration,
        starts=accumulate(counts, initial=0),
        participants=who,
        people=[known[i][0] for i in used],
    )


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
        return tuple(columns_of([rows], people))
    events: list[Interaction] = []
    for row in rows:
        try:
            events += columns_of([[row]], people)
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
