"""What happened as plain arrays: how rows are chosen, people renumbered, two histories merged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain, compress

import attrs
import numpy as np

from netzwerkwandel.model.arrays import (
    BoolArray,
    FloatArray,
    IntArray,
    SmallIntArray,
    inserted,
    row_positions,
    starts_of,
)
from netzwerkwandel.model.column_rules import NOBODY
from netzwerkwandel.model.keys import Key


FEW_KEYS = 30
"""So many keys are inserted one by one; each moves all behind it."""


@attrs.frozen(kw_only=True, eq=False)
class Columns:
    """The columns of ``InteractionColumns``, which says what they are; nothing is checked here."""

    keys: tuple[Key, ...]
    at: IntArray
    offset: IntArray
    channel: SmallIntArray
    sender: IntArray
    duration: FloatArray
    starts: IntArray
    participants: IntArray
    people: tuple[Key, ...]

    def take(self, rows: IntArray) -> Columns:
        """Choose rows, by places that rise; people keep their numbers."""
        return self if len(rows) == len(self.keys) else self._picked(rows)

    def in_order(self) -> Columns:
        """Put the rows in the order of their moments, and of their keys at one moment."""
        ties = np.flatnonzero(self.at[1:] == self.at[:-1]).tolist()
        is_in_order = all(self.keys[i] < self.keys[i + 1] for i in ties)
        if is_in_order and not np.any(self.at[1:] < self.at[:-1]):
            return self
        order = np.argsort(self.at, kind="stable")
        # Moments 3 5 5 8: of the steps to the next, + 0 +, each 0 is within a run of one moment,
        # here from place 1 to 3, and only the keys of such a run are compared.
        steps = np.flatnonzero(np.diff(self.at[order])) + 1
        begins, ends = np.append(0, steps), np.append(steps, len(order))
        for run in np.flatnonzero(ends - begins > 1).tolist():
            rows = slice(begins[run], ends[run])
            order[rows] = sorted(order[rows].tolist(), key=self.keys.__getitem__)
        return self._picked(order)

    def _picked(self, rows: IntArray) -> Columns:
        positions, starts = row_positions(self.starts, rows)
        return Columns(
            keys=tuple(self.keys[i] for i in rows.tolist()),
            at=self.at[rows],
            offset=self.offset[rows],
            channel=self.channel[rows],
            sender=self.sender[rows],
            duration=self.duration[rows],
            starts=starts,
            participants=self.participants[positions],
            people=self.people,
        )

    def among(self, people: tuple[Key, ...]) -> Columns:
        """Number those who took part among others, all of them in the order of their keys."""
        if people == self.people:
            return self
        place = {key: i for i, key in enumerate(people)}
        # People c f g numbered among a c g are 1 ? 2; f may be missing only where she took part in
        # nothing, so that her number is never read. The last place is for NOBODY: -1 reads it.
        number = np.array([*(place.get(key, NOBODY) for key in self.people), NOBODY])
        return attrs.evolve(
            self,
            sender=number[self.sender],
            participants=number[self.participants],
            people=people,
        )

    def among_participants(self) -> Columns:
        """Leave out people who took part in nothing, and number the others anew."""
        took_part = np.bincount(self.participants, minlength=len(self.people)) > 0
        return self.among(tuple(compress(self.people, took_part)))

    def alike(self, here: IntArray, other: Columns, there: IntArray) -> BoolArray:
        """Say which rows of two histories, numbered among the same people, tell the same.

        The offsets of their moments are no matter: a moment is the same in any place.
        """
        counts = np.diff(self.starts)[here]
        duration, its_duration = self.duration[here], other.duration[there]
        alike: BoolArray = (
            (self.at[here] == other.at[there])
            & (self.channel[here] == other.channel[there])
            & (self.sender[here] == other.sender[there])
            & ((duration == its_duration) | (np.isnan(duration) & np.isnan(its_duration)))
            & (counts == np.diff(other.starts)[there])
        )
        # In what is alike so far as many took part on either side. So the participants, laid out
        # flat, stand at the same places: those of two meetings 0 4 | 1 2 5 and 0 4 | 1 3 5 differ
        # at the fourth, and of the stretches that start at 0 and 2, the second is not all True.
        rows = np.flatnonzero(alike)
        positions, starts = row_positions(self.starts, here[rows])
        its_positions, _ = row_positions(other.starts, there[rows])
        is_same = self.participants[positions] == other.participants[its_positions]
        alike[rows] = np.logical_and.reduceat(is_same, starts[:-1])
        return alike

    def merged(self, other: Columns) -> Columns:
        """Merge two histories that share no key and are numbered among the same people."""
        places = insertion_places(self.at, self.keys, other.at, other.keys)
        new_counts = np.diff(other.starts)
        # The participants of what is inserted before a row go before the first one of that row.
        took_part = np.repeat(self.starts[places], new_counts)
        return Columns(
            keys=keys_with(self.keys, places, other.keys),
            at=inserted(self.at, places, other.at),
            offset=inserted(self.offset, places, other.offset),
            channel=inserted(self.channel, places, other.channel),
            sender=inserted(self.sender, places, other.sender),
            duration=inserted(self.duration, places, other.duration),
            starts=starts_of(inserted(np.diff(self.starts), places, new_counts)),
            participants=inserted(self.participants, took_part, other.participants),
            people=self.people,
        )


def joined_columns(parts: Sequence[Columns]) -> Columns:
    """One after the other, of those who are numbered among the same people; at least one."""
    names = ("at", "offset", "channel", "sender", "duration", "participants")
    counts = [np.diff(part.starts) for part in parts]
    return Columns(
        keys=tuple(chain.from_iterable(part.keys for part in parts)),
        starts=starts_of(np.concatenate(counts)),
        people=parts[0].people,
        **{name: np.concatenate([getattr(part, name) for part in parts]) for name in names},
    )


def insertion_places(
    at: IntArray, keys: Sequence[Key], new_at: IntArray, new_keys: Sequence[Key]
) -> IntArray:
    """Say before which row each new one belongs, so that all are in order of moment and key."""
    # Moments 3 5 5 8 with the keys c a d b, and new 5 b and 9 e: searchsorted finds the 5 between
    # the places 1 and 3, where the keys a d say 2, and the 9 at the end, 4. Inserted there, the
    # moments are 3 5 [5] 5 8 [9].
    first = np.searchsorted(at, new_at, "left").astype(np.int64)
    last = np.searchsorted(at, new_at, "right")
    places = first.copy()
    for i in np.flatnonzero(first < last).tolist():
        places[i] = bisect_left(keys, new_keys[i], int(first[i]), int(last[i]))
    return places


def keys_with(keys: tuple[Key, ...], places: IntArray, new: Sequence[Key]) -> tuple[Key, ...]:
    """Insert new keys before some places, as ``numpy.insert`` does."""
    if len(new) <= FEW_KEYS:
        several = list(keys)
        # From the last to the first, so that the places before stay what they are.
        for place, key in zip(reversed(places.tolist()), reversed(new), strict=True):
            several.insert(place, key)
        return tuple(several)
    # Keys a c d, and b e to be put before the places 1 and 3: of a c d b e these are 0 3 1 2 4.
    both, last = (*keys, *new), len(keys)
    order = inserted(np.arange(last), places, np.arange(last, len(both)))
    return tuple(map(both.__getitem__, order.tolist()))
