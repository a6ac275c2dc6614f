"""Single touches between two people each, laid out so that any moment can be looked at.

Of those who took part in an interaction, who was in touch with whom? The owner sees all of her own
touches, so sharing a recipient list is none for her. Of the others she sees only what they share
with her, so for them it is the evidence that there is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Channel, InteractionColumns, Key
from netzwerkwandel.model.moments import SECONDS_A_DAY
from netzwerkwandel.model.vocabularies import CHANNELS
from netzwerkwandel.network.arrays import (
    BoolArray,
    FloatArray,
    FrozenArrays,
    IntArray,
    SmallIntArray,
    column,
    place_in_run,
    run_lengths,
    run_starts,
)
from netzwerkwandel.network.decay import ExponentialDecay
from netzwerkwandel.network.lasting import Lasting
from netzwerkwandel.network.strength import TieStrength


_TOGETHER = np.array([channel in {Channel.MEETING, Channel.CALL} for channel in CHANNELS])
_EXACT = 2**53
"""Up to here a float is as exact as a whole number."""


@attrs.frozen(eq=False)
class Gatherings:
    """Who took part in which interaction, each person once.

    Parameters
    ----------
    event, who : IntArray, shape (n_parts,)
        The interaction and the person, by interaction and then by person.
    size : IntArray, shape (n_interactions,)
        How many people took part.
    """

    event: IntArray
    who: IntArray
    size: IntArray

    @classmethod
    def of(cls, columns: InteractionColumns, person: IntArray, people: int) -> Gatherings:
        """See who took part, though perhaps by two addresses: ``person`` says whose each is."""
        # One number for event and person sorts and compares both at once: with 10 people,
        # (event 0, person 3) twice and (1, 2) are 3, 3 and 12.
        event = np.repeat(np.arange(len(columns)), np.diff(columns.starts))
        code = np.sort(event * people + person[columns.participants])
        event, who = np.divmod(code[run_starts(code)], max(people, 1))
        return cls(event, who, np.bincount(event, minlength=len(columns)))

    def pairs(self, wanted: IntArray) -> tuple[IntArray, IntArray, IntArray]:
        """All pairs of the people of each wanted interaction: first, second, and which it was."""
        # Interactions of equally many people make a table, a row for each: [2 5 9] of event 4, and
        # [2 3 7] of event 6. The columns (0, 1), (0, 2) and (1, 2) of it are all pairs at once:
        # first [2 2 5 | 2 2 3], second [5 9 9 | 3 7 7], of [4 4 4 | 6 6 6].
        none = np.zeros(0, dtype=np.int64)
        start = np.searchsorted(self.event, wanted)
        parts = [(none, none, none)]
        for n in np.unique(self.size[wanted]).tolist():
            same = self.size[wanted] == n
            rows = self.who[start[same][:, None] + np.arange(n)]
            i, j = np.triu_indices(n, 1)
            parts.append((rows[:, i].ravel(), rows[:, j].ravel(), np.repeat(wanted[same], len(i))))
        first, second, of = map(np.concatenate, zip(*parts, strict=True))
        return first, second, of


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Touches(FrozenArrays):
    """Single touches between two people each, sorted by pair and then by time.

    A meeting of three is three touches, one for each pair. Those of one pair follow each other, and
    those of one day within them: a row of pairs, each of them a row of days::

        pair      03  03  03 | 17  17        the people 0 and 3, and 1 and 7
        day       1   1   4  | 2   6
        starts    0          | 3
        day_starts 0      2  | 3   4

    What is the same for all touches of a pair, or of an interaction, is held for these alone.

    Parameters
    ----------
    people : int
        How many people there are.
    codes : IntArray, shape (n_pairs,)
        Each pair, as ``first * people + second`` with ``first < second``.
    starts : IntArray, shape (n_pairs,)
        Where the touches of each pair begin.
    event : SmallIntArray, shape (n_touches,)
        Which of the interactions each was.
    by_first, by_second : BoolArray, shape (n_touches,)
        Who reached out; both did in a meeting.
    moments : FloatArray, shape (n_interactions,)
        The time of each interaction, in order: seconds since 1970 in UTC.
    worth : FloatArray, shape (n_interactions,)
        What a touch by it is worth.
    channels : SmallIntArray, shape (n_interactions,)
        Its channel, in the order of ``Channel``.
    """

    people: int
    codes: IntArray
    starts: IntArray
    event: SmallIntArray
    by_first: BoolArray
    by_second: BoolArray
    moments: FloatArray
    worth: FloatArray
    channels: SmallIntArray

    @classmethod
    def of_interactions(
        cls,
        columns: InteractionColumns,
        number: Mapping[Key, int],
        people: int,
        me: int,
        tie_strength: TieStrength,
    ) -> Touches:
        """Take interactions apart into touches between two people each.

        Parameters
        ----------
        columns : InteractionColumns
            What happened.
        number : mapping of str to int
            Which person each key belongs to.
        people : int
            How many people there are.
        me : int
            The owner.
        tie_strength : TieStrength
            What a touch is worth.
        """
        person = np.array([*(number[key] for key in columns.people), -1], dtype=np.int64)
        sender = person[columns.sender]
        channel, when = columns.channel, seconds(columns.at)
        gatherings = Gatherings.of(columns, person, people)
        weight = tie_strength.weights(channel.astype(np.int64), gatherings.size)
        first, second, of = gatherings.pairs(np.flatnonzero(weight > 0))
        by_first, by_second = sender[of] == first, sender[of] == second
        together = _TOGETHER[channel[of]]
        direct = together | (sender[of] < 0) | by_first | by_second
        seen = np.flatnonzero(direct | ((first != me) & (second != me)))
        return cls.laid_out(
            people=people,
            pair=first[seen] * people + second[seen],
            of=of[seen],
            by_first=(together | by_first)[seen],
            by_second=(together | by_second)[seen],
            moments=when,
            worth=weight,
            channels=channel,
        )

    @classmethod
    def laid_out(
        cls,
        *,
        people: int,
        pair: IntArray,
        of: IntArray,
        by_first: BoolArray,
        by_second: BoolArray,
        moments: FloatArray,
        worth: FloatArray,
        channels: SmallIntArray,
    ) -> Touches:
        """Put touches in order, given in any: the pair of each, and the interaction it is of."""
        # One number for all of a touch is sorted much faster than several, as long as it fits. Of
        # 5 interactions, which take 3 bits, the pair 6 (110) was in touch by 4 (100), where only
        # the first reached out (10): 110 100 10.
        n, bits = len(moments), len(moments).bit_length()
        if people**2 << bits + 2 < 2**63:
            code = np.sort(pair << bits + 2 | of << 2 | by_first * 2 | by_second)
            pair, event = code >> bits + 2, code >> 2 & (1 << bits) - 1
            by_first, by_second = code & 2 > 0, code & 1 > 0
        else:
            order = np.lexsort((of, pair))
            pair, event = pair[order], of[order]
            by_first, by_second = by_first[order], by_second[order]
        starts = run_starts(pair)
        return cls(
            people=people,
            codes=pair[starts],
            starts=starts,
            event=event.astype(np.int32) if n < 2**31 else event,
            by_first=by_first,
            by_second=by_second,
            moments=moments,
            worth=worth,
            channels=channels,
        )

    @classmethod
    def none(cls) -> Touches:
        """No touches of nobody."""
        return cls(
            people=0,
            codes=np.zeros(0, dtype=np.int64),
            starts=np.zeros(0, dtype=np.int64),
            event=np.zeros(0, dtype=np.int32),
            by_first=np.zeros(0, dtype=np.bool_),
            by_second=np.zeros(0, dtype=np.bool_),
            moments=np.zeros(0),
            worth=np.zeros(0),
            channels=np.zeros(0, dtype=np.int8),
        )

    def __len__(self) -> int:
        return len(self.event)

    @column
    def pair(self) -> IntArray:
        """The pair of each touch, as in ``codes``, shape (n_touches,)."""
        return self.codes[self.of]

    @column
    def when(self) -> FloatArray:
        """The time of each touch, shape (n_touches,)."""
        return self.moments[self.event]

    @property
    def weight(self) -> FloatArray:
        """What each touch is worth, shape (n_touches,)."""
        return self.worth[self.event]

    @property
    def channel(self) -> SmallIntArray:
        """The channel of each touch, shape (n_touches,)."""
        return self.channels[self.event]

    @cached_property
    def first_person(self) -> IntArray:
        """The first person of each pair, shape (n_pairs,)."""
        return self.codes // max(self.people, 1)

    @cached_property
    def second_person(self) -> IntArray:
        """The second person of each pair, shape (n_pairs,)."""
        return self.codes % max(self.people, 1)

    @cached_property
    def of(self) -> IntArray:
        """The pair of each touch, numbered, shape (n_touches,)."""
        return np.repeat(np.arange(len(self.starts)), run_lengths(self.starts, len(self)))

    @cached_property
    def day_starts(self) -> IntArray:
        """Where the touches of each pair's days of contact begin, shape (n_days,)."""
        if not len(self):
            return np.zeros(0, dtype=np.int64)
        day = np.floor(self.moments / SECONDS_A_DAY)[self.event]
        is_new = np.ones(len(self), dtype=np.bool_)
        is_new[1:] = day[1:] != day[:-1]
        is_new[self.starts] = True
        return np.flatnonzero(is_new)

    @cached_property
    def days(self) -> FloatArray:
        """The days of contact of all pairs, in days since 1970, shape (n_days,)."""
        return np.floor(self.moments[self.event[self.day_starts]] / SECONDS_A_DAY)

    @cached_property
    def day_ends(self) -> IntArray:
        """Where the touches of each day of contact end, shape (n_days,)."""
        return np.append(self.day_starts[1:], len(self))[: len(self.day_starts)]

    @cached_property
    def day(self) -> SmallIntArray:
        """Which of the days of contact each touch falls on, shape (n_touches,)."""
        kind = np.int32 if len(self) < 2**31 else np.int64
        days = np.arange(len(self.day_starts), dtype=kind)
        return np.repeat(days, self.day_ends - self.day_starts)

    @cached_property
    def first_days(self) -> IntArray:
        """Where the days of each pair begin, shape (n_pairs,)."""
        return self.day[self.starts].astype(np.int64)

    @cached_property
    def heaviest(self) -> FloatArray:
        """The weight of the weightiest touch of each day of contact, shape (n_days,)."""
        weight = self.weight
        return np.maximum.reduceat(weight, self.day_starts) if len(self) else weight

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
        # She reaches out in the touches [1 5 6], and the pairs begin at [0 3 4]. The first of hers
        # at or behind each beginning are 1, 5 and 5; of these, 1 is of pair 0 and 5 of pair 2, so
        # that in pair 1, whose touch is 3 alone, she never does.
        moments = np.full((len(self.starts), 2), np.inf)
        for side, by in enumerate((self.by_first, self.by_second)):
            rows = np.flatnonzero(by)
            at = np.searchsorted(rows, self.starts)
            pairs = np.flatnonzero(at < len(rows))
            pairs = pairs[self.of[rows[at[pairs]]] == pairs]
            moments[pairs, side] = self.moments[self.event[rows[at[pairs]]]]
        return moments

    @cached_property
    def talks(self) -> IntArray:
        """Which touches were talks, in which both reached out, in order."""
        return np.flatnonzero(self.by_first & self.by_second)

    @cached_property
    def lasting(self) -> Lasting:
        """What was said of these touches, and is the same as of any moment after them."""
        return Lasting(len(self.starts))

    def strengths(self, decay: ExponentialDecay) -> tuple[FloatArray, FloatArray]:
        """Follow the strength of each pair from day to day, once for each decay.

        Returns
        -------
        tuple of two FloatArray, shape (n_days,)
            The strength right after each day of contact, and the highest up to then.

        Raises
        ------
        InvalidArgumentError
            If a strength is not finite.
        """
        known = self.lasting.strengths
        if decay not in known and len(self):
            known[decay] = followed(decay, self.first_days, self.days, self.heaviest)
        return known.get(decay, (np.zeros(0), np.zeros(0)))


def followed(
    decay: ExponentialDecay, starts: IntArray, days: FloatArray, weights: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """The strength right after each day of contact, and the highest up to then.

    Parameters
    ----------
    decay : ExponentialDecay
        How contact fades.
    starts : IntArray, shape (n_pairs,)
        Where the days of each pair begin.
    days, weights : FloatArray, shape (n_days,)
        The days of contact, and what each is worth.

    Raises
    ------
    InvalidArgumentError
        If a strength is not finite.
    """
    after = decay.after_each(starts, days, weights)
    if not np.isfinite(after).all():
        raise InvalidArgumentError(f"strengths must be finite; with {decay!r} they are not")
    # The highest so far, by doubling: after the first step each value knows of the one before
    # it, after the second of the three before it, and so on. For one pair [4 1 2 3]: [4 4 2 3],
    # and then [4 4 4 4]. A place within the run says how far back the pair reaches.
    highest, reach = after.copy(), 1
    place = place_in_run(starts, len(after))
    further = np.flatnonzero(place >= reach)
    while len(further):
        highest[further] = np.maximum(highest[further], highest[further - reach])
        reach *= 2
        further = further[place[further] >= reach]
    return after, highest


def seconds(at: IntArray) -> FloatArray:
    """Seconds of microseconds, each the nearest float to it, as ``datetime.timestamp`` has it."""
    moments: FloatArray = at / 1e6
    far = np.flatnonzero(np.abs(at) > _EXACT)
    moments[far] = [moment / 1_000_000 for moment in at[far].tolist()]
    return moments
