from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timezone
from itertools import accumulate, chain
from operator import attrgetter
from typing import TypeVar, overload

import attrs

from netzwerkwandel.errors import InvalidRecordError
from netzwerkwandel.model.column_rules import (
    CHANNELS,
    EPOCH,
    MICROSECOND,
    NOBODY,
    check_all_keys,
    check_channels,
    check_durations,
    check_lengths,
    check_moments,
    check_offsets,
    check_order,
    check_participants,
    check_people,
    check_senders,
    check_unique,
)
from netzwerkwandel.model.interaction import Interaction
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.validation import instances, values


N = TypeVar("N", int, float)


def _keys(value: Iterable[Key]) -> tuple[Key, ...]:
    return values(value)


def _whole_numbers(value: Iterable[int]) -> array[int]:
    return _filled("q", value)


def _small_numbers(value: Iterable[int]) -> array[int]:
    return _filled("b", value)


def _numbers(value: Iterable[float]) -> array[float]:
    return _filled("d", value)


def _filled(typecode: str, value: Iterable[N]) -> array[N]:
    try:
        return array(typecode, value)
    except (TypeError, ValueError, OverflowError) as error:
        raise InvalidRecordError(
            f"InteractionColumns must be made of numbers that fit: {error}"
        ) from error


@attrs.frozen(kw_only=True, eq=False, repr=False)
class InteractionColumns(Sequence[Interaction]):
    """What happened between people, a million times: how is it kept without a million objects?

    A sequence of interactions in the order of their moments, and of their keys at one moment. It is
    equal to the tuple of them, and makes each when it is asked for. Not meant to be written by
    hand: see ``from_interactions``.

    Parameters
    ----------
    keys : sequence of str
        The keys of the interactions.
    at : array of int64, shape (n,)
        The moments, in microseconds since 1970 in UTC.
    offset : array of int64, shape (n,)
        The offsets from UTC where they happened, in microseconds.
    channel : array of int8, shape (n,)
        The channels, by their place in ``Channel``.
    sender : array of int64, shape (n,)
        Who wrote or called, by place in ``people``; -1 where nobody did.
    duration : array of float64, shape (n,)
        In hours; nan where it is not known.
    starts : array of int64, shape (n + 1,)
        Where the participants of each begin, and where those of the last end.
    participants : array of int64, shape (starts[-1],)
        Everyone who took part in each, by place in ``people``, in that order.
    people : sequence of str
        Everyone who took part in any, each once, in the order of their keys.

    Raises
    ------
    InvalidRecordError
        If any of them breaks a rule of ``Interaction`` or the columns do not fit together. What is
        not in order is refused, not sorted.

    Notes
    -----
    The arrays are copies of what is given, and nothing may change them. Making all interactions
    costs as much as if they had been given one by one.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> lunch = Interaction(
    ...     key="lunch", when=datetime(2026, 3, 9, 12, tzinfo=UTC), participants=["ben", "eva"]
    ... )
    >>> columns = InteractionColumns.from_interactions([lunch])
    >>> columns, columns == (lunch,), columns.people
    (InteractionColumns(1), True, ('ben', 'eva'))
    """

    keys: tuple[Key, ...] = attrs.field(converter=_keys, validator=check_all_keys)
    at: array[int] = attrs.field(converter=_whole_numbers)
    offset: array[int] = attrs.field(converter=_whole_numbers, validator=check_offsets)
    channel: array[int] = attrs.field(converter=_small_numbers, validator=check_channels)
    sender: array[int] = attrs.field(converter=_whole_numbers)
    duration: array[float] = attrs.field(converter=_numbers, validator=check_durations)
    starts: array[int] = attrs.field(converter=_whole_numbers)
    participants: array[int] = attrs.field(converter=_whole_numbers)
    people: tuple[Key, ...] = attrs.field(converter=_keys, validator=check_people)

    def __attrs_post_init__(self) -> None:
        columns = (
            ("at", self.at, 0),
            ("offset", self.offset, 0),
            ("channel", self.channel, 0),
            ("sender", self.sender, 0),
            ("duration", self.duration, 0),
            ("starts", self.starts, 1),
        )
        check_lengths(len(self), columns)
        check_unique("interaction", self.keys)
        check_moments(self.at, self.offset)
        check_order(self.at, self.keys)
        check_participants(self.keys, self.starts, self.participants, len(self.people))
        check_senders(self.keys, self.sender, self.starts, self.participants)

    @classmethod
    def from_interactions(cls, interactions: Iterable[Interaction]) -> InteractionColumns:
        """Lay out interactions in columns: who took part in what, when, and by which channel?

        Parameters
        ----------
        interactions : sequence of Interaction
            In any order.

        Returns
        -------
        InteractionColumns
            Equal to the tuple of them in order.

        Raises
        ------
        InvalidRecordError
            If one is no interaction, or two have one key.
        """
        events = sorted(
            instances(Interaction, "interactions", interactions), key=attrgetter("when", "key")
        )
        people = sorted(set(chain.from_iterable(event.participants for event in events)))
        number: dict[Key | None, int] = {key: place for place, key in enumerate(people)}
        number[None] = NOBODY
        place = {channel: i for i, channel in enumerate(CHANNELS)}
        hours = (event.duration for event in events)
        return cls(
            keys=[event.key for event in events],
            at=((event.when - EPOCH) // MICROSECOND for event in events),
            offset=(_offset(event.when) for event in events),
            channel=(place[event.channel] for event in events),
            sender=(number[event.sender] for event in events),
            duration=(math.nan if each is None else each for each in hours),
            starts=accumulate((len(event.participants) for event in events), initial=0),
            participants=(number[key] for event in events for key in event.participants),
            people=people,
        )

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, index: int) -> Interaction: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Interaction, ...]: ...
    def __getitem__(self, index: int | slice) -> Interaction | tuple[Interaction, ...]:
        places = range(len(self))[index]
        if isinstance(places, range):
            return tuple(map(self._interaction, places))
        return self._interaction(places)

    def __iter__(self) -> Iterator[Interaction]:
        return map(self._interaction, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, InteractionColumns):
            return self._columns() == other._columns()
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"InteractionColumns({len(self):,})"

    def _columns(self) -> tuple[object, ...]:
        """All that makes two interactions equal, which is not the offset of their moments."""
        return (
            self.keys,
            self.at,
            self.channel,
            self.sender,
            list(map(_hours, self.duration)),
            self.starts,
            self.participants,
            self.people,
        )

    def _interaction(self, place: int) -> Interaction:
        there = timezone(MICROSECOND * self.offset[place])
        local = MICROSECOND * (self.at[place] + self.offset[place])
        people, sender = self.people, self.sender[place]
        took_part = self.participants[self.starts[place] : self.starts[place + 1]]
        return Interaction(
            key=self.keys[place],
            when=datetime(1970, 1, 1, tzinfo=there) + local,
            participants=[people[who] for who in took_part],
            channel=CHANNELS[self.channel[place]],
            sender=None if sender == NOBODY else people[sender],
            duration=_hours(self.duration[place]),
        )


def took_part(interactions: Sequence[Interaction]) -> set[Key]:
    """Who took part in any of the interactions, each of which has its own key."""
    if isinstance(interactions, InteractionColumns):
        return set(interactions.people)
    check_unique("interaction", [event.key for event in interactions])
    return set(chain.from_iterable(event.participants for event in interactions))


def _offset(when: datetime) -> int:
    offset = when.utcoffset()
    assert offset is not None
    return offset // MICROSECOND


def _hours(duration: float) -> float | None:
    return None if math.isnan(duration) else duration
