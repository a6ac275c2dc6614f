"""Interactions as rows of a table of integers and texts, and back."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from itertools import accumulate
from typing import TypeAlias

from netzwerkwandel.errors import InvalidRecordError
from netzwerkwandel.model import Channel, Interaction, Key
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.moments import MICROSECOND, microseconds
from netzwerkwandel.model.vocabularies import CHANNELS


Row: TypeAlias = tuple[str, int, int, str, int | None, float | None, str]
"""Key, moment and offset in microseconds, channel, sender, hours, participants as "[1,5,9]"."""

FIRST, LAST = -(2**62), 2**62
"""Before and after every moment that there can be, in microseconds."""

_CHANNELS = {str(channel): place for place, channel in enumerate(CHANNELS)}


def rows_of(interactions: Iterable[Interaction], number: Mapping[Key, int]) -> Iterator[Row]:
    """Rows of interactions; ``number`` gives the number of each of their people."""
    number_of = number.__getitem__
    listed: dict[tuple[Key, ...], str] = {}
    for event in interactions:
        people = event.participants
        if people not in listed:
            listed[people] = f"[{','.join(map(str, map(number_of, people)))}]"
        sender = None if event.sender is None else number_of(event.sender)
        offset = event.when.utcoffset()
        yield (
            event.key,
            microseconds(event.when),
            offset // MICROSECOND if offset else 0,
            event.channel.value,
            sender,
            event.duration,
            listed[people],
        )


def interaction_of(row: Row, key_of: Callable[[int], Key]) -> Interaction:
    """The interaction of a row; ``key_of`` gives the key of a person by her number."""
    key, at, offset, channel, sender, duration, people = row
    there = timezone(timedelta(microseconds=offset))
    return Interaction(
        key=key,
        when=datetime(1970, 1, 1, tzinfo=there) + timedelta(microseconds=at + offset),
        channel=Channel(channel),
        sender=None if sender is None else key_of(sender),
        duration=duration,
        participants=[key_of(number) for number in numbers_in(people)],
    )


def numbers_in(people: str) -> list[int]:
    """The numbers of those who took part."""
    return list(map(int, _inside(people).split(",")))


def _inside(people: str) -> str:
    if not (people.startswith("[") and people.endswith("]")):
        raise InvalidRecordError(f"participants must be a list of numbers, got {people!r}")
    return people[1:-1]


def columns_of(
    batches: Iterable[Sequence[Row]], people: Iterable[tuple[int, Key]]
) -> InteractionColumns:
    """All interactions of rows that come in the order of time and key, as columns.

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
    known = sorted((key, number) for number, key in people)
    place: dict[int | None, int] = {number: i for i, (_, number) in enumerate(known)}
    place_of_text = {str(number): i for number, i in place.items()}
    place[None] = -1
    keys: list[Key] = []
    at, offset, channel = array("q"), array("q"), array("b")
    sender, duration, counts, who = array("q"), array("d"), array("q"), array("q")
    for batch in batches:
        names, moments, offsets, channels, senders, hours, lists = zip(*batch, strict=True)
        keys += names
        at.extend(moments)
        offset.extend(offsets)
        channel.extend(map(_CHANNELS.__getitem__, channels))
        sender.extend(map(place.__getitem__, senders))
        duration.extend([math.nan if each is None else each for each in hours])
        counts.extend([text.count(",") + 1 for text in lists])
        numbers = _inside("".join(lists)).replace("][", ",").split(",")
        who.extend(map(place_of_text.__getitem__, numbers))
    used = sorted(set(who))
    if len(used) < len(known):
        new_place = {i: j for j, i in enumerate(used)} | {-1: -1}
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
