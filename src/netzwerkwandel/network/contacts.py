"""Single contacts between two people each, laid out so that any moment can be looked at."""

from __future__ import annotations

from functools import cached_property

import attrs
import numpy as np

from netzwerkwandel.model.moments import SECONDS_A_DAY
from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray, SmallIntArray, runs
from netzwerkwandel.network.decay import ExponentialDecay


@attrs.frozen(kw_only=True, eq=False)
class Contacts:
    """Single contacts between two people each, sorted by pair and then by time.

    Parameters
    ----------
    people : int
        How many people there are.
    pair : IntArray, shape (n_contacts,)
        The pair, as ``first * people + second`` with ``first < second``.
    when : FloatArray, shape (n_contacts,)
        Seconds since 1970 in UTC.
    weight : FloatArray, shape (n_contacts,)
        What each is worth.
    channel : SmallIntArray, shape (n_contacts,)
        The channel, in the order of ``Channel``.
    by_first, by_second : BoolArray, shape (n_contacts,)
        Who reached out; both did in a meeting.
    event : IntArray, shape (n_contacts,)
        Which of the interactions it was.
    moments : FloatArray, shape (n_interactions,)
        The time of each interaction, in order.
    """

    people: int
    pair: IntArray
    when: FloatArray
    weight: FloatArray
    channel: SmallIntArray
    by_first: BoolArray
    by_second: BoolArray
    event: IntArray
    moments: FloatArray

    def __len__(self) -> int:
        return len(self.pair)

    @cached_property
    def starts(self) -> IntArray:
        """Where the contacts of each pair begin, shape (n_pairs,)."""
        return runs(self.pair)

    @cached_property
    def first_person(self) -> IntArray:
        """The first person of each pair, shape (n_pairs,)."""
        return self.pair[self.starts] // self.people

    @cached_property
    def second_person(self) -> IntArray:
        """The second person of each pair, shape (n_pairs,)."""
        return self.pair[self.starts] % self.people

    @cached_property
    def of(self) -> IntArray:
        """The pair of each contact, numbered, shape (n_contacts,)."""
        return np.repeat(np.arange(len(self.starts)), np.diff(np.r_[self.starts, len(self)]))

    @cached_property
    def in_order(self) -> IntArray:
        """A number for each contact that rises with its pair, and within a pair with its event."""
        return self.of * len(self.moments) + self.event

    @cached_property
    def day_starts(self) -> IntArray:
        """Where the contacts of each pair's days of contact begin, shape (n_days,)."""
        if not len(self):
            return np.zeros(0, dtype=np.int64)
        day = np.floor(self.when / SECONDS_A_DAY)
        new = (self.of[1:] != self.of[:-1]) | (day[1:] != day[:-1])
        return np.flatnonzero(np.r_[True, new])

    @cached_property
    def day_ends(self) -> IntArray:
        """Where the contacts of each pair's days of contact end, shape (n_days,)."""
        return np.append(self.day_starts[1:], len(self))[: len(self.day_starts)]

    @cached_property
    def days(self) -> FloatArray:
        """The days of contact of all pairs, in days since 1970, shape (n_days,)."""
        return np.floor(self.when[self.day_starts] / SECONDS_A_DAY)

    @cached_property
    def day_of(self) -> IntArray:
        """Which of the days of contact each contact falls on, shape (n_contacts,)."""
        counts = np.diff(np.r_[self.day_starts, len(self)])
        return np.repeat(np.arange(len(self.day_starts)), counts)

    @cached_property
    def first_days(self) -> IntArray:
        """Where the days of each pair begin, shape (n_pairs,)."""
        return self.day_of[self.starts] if len(self) else np.zeros(0, dtype=np.int64)

    @cached_property
    def heaviest(self) -> FloatArray:
        """The weight of the weightiest contact of each day of contact, shape (n_days,)."""
        return np.maximum.reduceat(self.weight, self.day_starts) if len(self) else self.weight

    @cached_property
    def days_out(self) -> tuple[IntArray, IntArray]:
        """Which of all days of contact the first, and the second, reached out on, in order."""
        first, second = (
            np.flatnonzero(np.logical_or.reduceat(by, self.day_starts)) if len(self) else self.of
            for by in (self.by_first, self.by_second)
        )
        return first, second

    @cached_property
    def first_reached_out(self) -> FloatArray:
        """When each of a pair first reached out, shape (n_pairs, 2); infinite if she never does."""
        found = np.full((len(self.starts), 2), np.inf)
        for side, by in enumerate((self.by_first, self.by_second)):
            rows = np.flatnonzero(by)
            at = np.searchsorted(rows, self.starts)
            pairs = np.flatnonzero(at < len(rows))
            pairs = pairs[self.of[rows[at[pairs]]] == pairs]
            found[pairs, side] = self.when[rows[at[pairs]]]
        return found

    @cached_property
    def talks(self) -> IntArray:
        """Which contacts were talks, in which both reached out, in order."""
        return np.flatnonzero(self.by_first & self.by_second)

    @cached_property
    def strengths(self) -> dict[ExponentialDecay, tuple[FloatArray, FloatArray]]:
        """Strengths after each day of contact, and the highest so far, by the decay; kept here."""
        return {}
