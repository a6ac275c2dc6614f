"""Interactions laid out in columns, and made of the columns again."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone
from itertools import accumulate, chain, pairwise

from netzwerkwandel.model.column_rules import NOBODY, numbers, small_numbers, whole_numbers
from netzwerkwandel.model.columns import Columns
from netzwerkwandel.model.interaction import Interaction
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.moments import MICROSECOND, microseconds
from netzwerkwandel.model.vocabularies import CHANNELS


def laid_out(given: Sequence[Interaction]) -> Columns:
    """Lay out interactions of different keys in columns, in the order of their moments and keys."""
    # Moments are compared as whole numbers: two datetimes of unlike zones are slow to compare.
    moments = [microseconds(event.when) for event in given]
    order = sorted(range(len(given)), key=lambda i: (moments[i], given[i].key))
    events = [given[i] for i in order]
    people = sorted(set(chain.from_iterable(event.participants for event in events)))
    number: dict[Key | None, int] = {key: place for place, key in enumerate(people)}
    number[None] = NOBODY
    # Channels are told apart as objects: the hash of a member of an enum is slow.
    place = {id(channel): i for i, channel in enumerate(CHANNELS)}
    hours = (event.duration for event in events)
    return Columns(
        keys=tuple(event.key for event in events),
        at=whole_numbers([moments[i] for i in order]),
        offset=whole_numbers(
            [(event.when.utcoffset() or timedelta()) // MICROSECOND for event in events]
        ),
        channel=small_numbers([place[id(event.channel)] for event in events]),
        sender=whole_numbers([number[event.sender] for event in events]),
        duration=numbers([math.nan if each is None else each for each in hours]),
        starts=whole_numbers(accumulate((len(e.participants) for e in events), initial=0)),
        participants=whole_numbers([number[key] for e in events for key in e.participants]),
        people=tuple(people),
    )


def made_of(columns: Columns, first: int, last: int) -> Iterator[Interaction]:
    """The interactions from one place on and before another."""
    people = (*columns.people, None)  # NOBODY is -1
    starts = columns.starts[first : last + 1]
    participants = columns.participants[starts[0] : starts[-1]].tolist()
    at, offsets = columns.at[first:last], columns.offset[first:last]
    zones = {each: timezone(MICROSECOND * each) for each in set(offsets.tolist())}
    rows = zip(
        columns.keys[first:last],
        (at + offsets).tolist(),
        offsets.tolist(),
        columns.channel[first:last].tolist(),
        columns.sender[first:last].tolist(),
        columns.duration[first:last].tolist(),
        pairwise((starts - starts[0]).tolist()),
        strict=True,
    )
    for key, local, offset, channel, sender, hours, (start, end) in rows:
        yield Interaction(
            key=key,
            when=datetime(1970, 1, 1, tzinfo=zones[offset]) + timedelta(microseconds=local),
            participants=[columns.people[who] for who in participants[start:end]],
            channel=CHANNELS[channel],
            sender=people[sender],
            duration=None if math.isnan(hours) else hours,
        )
