"""What happened: gathered row by row into columns, and the columns of several readings as one."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import Any

import attrs
import numpy as np

from netzwerkwandel.model import Channel, Interaction, InteractionColumns, Key
from netzwerkwandel.model.arrays import BoolArray, IntArray, starts_of
from netzwerkwandel.model.columns import Columns, joined_columns
from netzwerkwandel.model.interaction import more_complete
from netzwerkwandel.model.validation import instances
from netzwerkwandel.model.vocabularies import CHANNELS


# So many sources are joined two by two, which takes long for a thousand folders with a mail each.
_MANY = 16
_COLUMNS = [field.name for field in attrs.fields(Columns)]

NOBODY = -1
BY_ADDRESS = (Channel.MAIL, Channel.MEETING)
"""By these channels people are met by their mail addresses, under names that anybody gives them."""


def came_by(happened: Iterable[Interaction], *channels: Channel) -> BoolArray:
    """Say of each interaction, in order, whether it came by one of some channels.

    Examples
    --------
    >>> happened = Happened(Channel.MAIL)
    >>> happened.add("mail:1", 0, [1, 0], sender=1)
    >>> columns = happened.columns(["mailto:mara@example.org", "mailto:ben@example.org"])
    >>> came_by(columns, *BY_ADDRESS), came_by(columns, Channel.CALL)
    (array([ True]), array([False]))
    """
    columns = InteractionColumns.from_interactions(happened)
    is_one = np.array([channel in channels for channel in CHANNELS])
    came: BoolArray = is_one[columns.channel]
    return came


def _whole_numbers() -> array[int]:
    return array("q")


@attrs.define
class Happened:
    """Gathers what happened, a row at a time, in columns: a million rows are no million objects.

    People are numbered by whoever adds rows, as they come; in the end they are put in order.

    Parameters
    ----------
    channel : Channel
        The channel of all of it.

    Examples
    --------
    >>> happened = Happened(Channel.MAIL)
    >>> happened.add("mail:1", 0, [1, 0], sender=1)
    >>> happened.columns(["mailto:mara@example.org", "mailto:ben@example.org"])[0].sender
    'mailto:ben@example.org'
    """

    channel: Channel
    keys: list[Key] = attrs.field(factory=list)
    at: array[int] = attrs.field(factory=_whole_numbers)
    senders: array[int] = attrs.field(factory=_whole_numbers)
    counts: array[int] = attrs.field(factory=_whole_numbers)
    participants: array[int] = attrs.field(factory=_whole_numbers)
    hours: array[float] = attrs.field(factory=lambda: array("d"))

    def add(
        self,
        key: Key,
        at: int,
        people: Collection[int],
        *,
        sender: int = NOBODY,
        hours: float | None = None,
    ) -> None:
        """Add a row: its key, the microseconds since 1970, and who took part, each once."""
        self.keys.append(key)
        self.at.append(at)
        self.senders.append(sender)
        self.counts.append(len(people))
        self.participants.extend(people)
        self.hours.append(math.nan if hours is None else hours)

    def without(self, people: Collection[int]) -> Happened:
        """Leave people out, and with them what they sent and what is between no two others."""
        participants, counts = np.array(self.participants), np.array(self.counts)
        row_of = np.repeat(np.arange(len(counts)), counts)
        stays = ~np.isin(participants, list(people))
        left = np.bincount(row_of[stays], minlength=len(counts))
        kept = (left > 1) & ~np.isin(np.array(self.senders), list(people))
        rows = np.flatnonzero(kept)
        return Happened(
            self.channel,
            keys=[self.keys[row] for row in rows.tolist()],
            at=array("q", np.array(self.at)[rows].tobytes()),
            senders=array("q", np.array(self.senders)[rows].tobytes()),
            counts=array("q", left[rows].tobytes()),
            participants=array("q", participants[stays & kept[row_of]].tobytes()),
            hours=array("d", np.array(self.hours)[rows].tobytes()),
        )

    def columns(self, people: Sequence[Key]) -> InteractionColumns:
        """Lay all rows out in order; ``people`` says which key each number stands for."""
        if not self.keys:
            return InteractionColumns.from_interactions(())
        in_order = sorted(range(len(people)), key=people.__getitem__)
        # The people c a b have the places 1 2 0 in order: so number 0, which is c, becomes 2. The
        # last place is for NOBODY: -1 reads it.
        place = np.full(len(people) + 1, NOBODY, dtype=np.int64)
        place[in_order] = np.arange(len(people))
        at, keys = np.array(self.at, dtype=np.int64), self.keys
        rows = self._in_time()
        counts = np.array(self.counts, dtype=np.int64)
        begins = np.cumsum(counts) - counts
        starts = starts_of(counts[rows])
        # Rows of 2 and 1 people that stand at 0 and 2, to be laid out as the second and the first:
        # their people are read from 2 | 0 1. Each row is sorted by sorting the pairs (row, person).
        shift = np.repeat(begins[rows] - starts[:-1], counts[rows])
        taking_part = place[np.array(self.participants, np.int64)[np.arange(starts[-1]) + shift]]
        row_of = np.repeat(np.arange(len(rows)), counts[rows])
        taking_part = taking_part[np.lexsort((taking_part, row_of))]
        # Whoever was numbered and took part in nothing is left out.
        took_part = np.bincount(taking_part, minlength=len(people)) > 0
        number = np.append(np.cumsum(took_part) - 1, NOBODY)
        return InteractionColumns(
            keys=[keys[i] for i in rows.tolist()],
            at=at[rows],
            offset=np.zeros(len(rows), np.int64),
            channel=np.full(len(rows), CHANNELS.index(self.channel), np.int8),
            sender=number[place[np.array(self.senders, np.int64)[rows]]],
            duration=np.array(self.hours, np.float64)[rows],
            starts=starts,
            participants=number[taking_part],
            people=[people[i] for i, there in zip(in_order, took_part, strict=True) if there],
        )

    def _in_time(self) -> IntArray:
        """The rows in the order of time, those of one moment in that of their keys."""
        at = np.array(self.at, dtype=np.int64)
        rows = np.argsort(at, kind="stable")
        # Few share their moment: of the moments 3 3 5 7 7 7 the rows 0-1 and 3-5 are sorted again.
        in_time = at[rows]
        same = in_time[1:] == in_time[:-1]
        if not same.any():
            return rows
        edges = np.flatnonzero(np.diff(same, prepend=False, append=False))
        for begin, end in edges.reshape(-1, 2).tolist():
            run = rows[begin : end + 1]
            run[:] = sorted(run.tolist(), key=self.keys.__getitem__)
        return rows


def as_given(value: Iterable[Interaction]) -> Sequence[Interaction]:
    """Keep columns as they are, and make a tuple of whatever else happened."""
    if isinstance(value, InteractionColumns):
        return value
    return instances(Interaction, "interactions", value)


def merged(parts: Sequence[Sequence[Interaction]]) -> tuple[InteractionColumns, list[int]]:
    """Join what several exports tell: each thing once, as the fullest copy tells it.

    Returns
    -------
    InteractionColumns, list of int
        All of it, and how much of each part is told by itself or those before it already.
    """
    seen: set[Key] = set()
    repeated: list[int] = []
    columns: list[InteractionColumns] = []
    for part in parts:
        before = len(seen)
        if isinstance(part, InteractionColumns):
            seen.update(part.keys)
            columns.append(part)
        else:
            own: dict[Key, Interaction] = {}
            for event in part:
                known = own.setdefault(event.key, event)
                if known is not event:
                    own[event.key] = more_complete(known, event)
            seen.update(own)
            columns.append(InteractionColumns.from_interactions(own.values()))
        repeated.append(len(part) - (len(seen) - before))
    if len(columns) > _MANY:
        every = Counter(chain.from_iterable(part.keys for part in columns) if any(repeated) else ())
        twice = {key for key, times in every.items() if times > 1}
        alone = [part for part in columns if part and twice.isdisjoint(part.keys)]
        others = [part for part in columns if not twice.isdisjoint(part.keys)]
        columns = [*([_at_once(alone)] if alone else ()), *others]
    # Two by two, and these two by two again: one after the other, a thousand folders of mail would
    # be copied a thousand times.
    while len(columns) > 1:
        pairs = zip(columns[::2], columns[1::2], strict=False)
        columns = [
            *(one.joined(other) for one, other in pairs),
            *(columns[-1:] if len(columns) % 2 else ()),
        ]
    return columns[0] if columns else InteractionColumns.from_interactions(()), repeated


def _at_once(parts: Sequence[InteractionColumns]) -> InteractionColumns:
    """Join what several tell of which none tells what another does."""
    people = tuple(sorted(set(chain.from_iterable(part.people for part in parts))))
    place = {key: n for n, key in enumerate(people)}
    several = []
    for part in parts:
        # The last place is for NOBODY: -1 reads it.
        number = np.array([*map(place.__getitem__, part.people), NOBODY])
        columns: dict[str, Any] = {name: getattr(part, name) for name in _COLUMNS}
        columns |= {name: number[columns[name]] for name in ("sender", "participants")}
        several.append(Columns(**columns | {"people": people}))
    whole = joined_columns(several).in_order()
    return InteractionColumns(**{name: getattr(whole, name) for name in _COLUMNS})
