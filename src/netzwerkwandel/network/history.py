"""The history of each pair of people: from single touches to what they amount to by a moment."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial, wraps
from typing import Any, TypeVar

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.model import Channel
from netzwerkwandel.model.moments import SECONDS_A_DAY
from netzwerkwandel.model.vocabularies import CHANNELS
from netzwerkwandel.network.arrays import (
    BoolArray,
    FloatArray,
    IntArray,
    column,
    run_lengths,
    run_starts,
    spans,
)
from netzwerkwandel.network.intervals import Intervals, intervals
from netzwerkwandel.network.strength import TieStrength
from netzwerkwandel.network.touches import Touches


A = TypeVar("A", bound=npt.NDArray[Any])
H = TypeVar("H", bound="History")


def lasting(compute: Callable[[H], A]) -> cached_property[A]:
    """Make a column that is the same as of any moment after all touches: see ``Lasting``."""

    @wraps(compute)
    def kept(self: H) -> A:
        if not self.is_over:
            return compute(self)
        return self.touches.lasting.column(compute.__name__, lambda: compute(self))

    return column(kept)


def asked_once(ask: Callable[[H, IntArray], A]) -> Callable[[H, IntArray], A]:
    """Ask about a pair once, as long as nothing new happens to it until the moment."""

    @wraps(ask)
    def answered(self: H, pairs: IntArray) -> A:
        if self.is_over:
            return self.touches.lasting.answer(ask.__name__, pairs, partial(ask, self))
        # Of everybody it is not kept for the next moment, by which much has happened.
        if 2 * len(pairs) > len(self):
            return ask(self, pairs)
        ends = self._until[pairs]
        return self.touches.lasting.answer_until(ask.__name__, pairs, ends, partial(ask, self))

    return answered


@attrs.frozen(eq=False)
class History:
    """What the touches up to a moment amount to, for each pair that ever has any.

    Each column is computed on first use, at the cost of the pairs rather than of their touches
    where it can be. All have one value for each pair and a last one for a pair that never is in
    contact: shape (n_pairs + 1,).

    Parameters
    ----------
    touches : Touches
        All touches, later ones too.
    tie_strength : TieStrength
        How strength is measured.
    as_of : float
        The moment, in seconds since 1970; nan where nothing was measured.
    """

    touches: Touches
    tie_strength: TieStrength
    as_of: float

    @classmethod
    def of_nobody(cls, tie_strength: TieStrength) -> History:
        """The history of a network in which nothing was measured: no pair, and no moment."""
        return cls(Touches.none(), tie_strength, np.nan)

    @property
    def is_measured(self) -> bool:
        """Whether there is a moment as of which anything could be measured."""
        return not np.isnan(self.as_of)

    @property
    def laid_out(self) -> History:
        """That of the touches that were laid out, without what was added since."""
        return self

    def is_as(self, other: History) -> bool:
        """Whether it is of the very same touches, and tells the same of them."""
        return (
            self.touches is other.touches
            and self.as_of == other.as_of
            and self.tie_strength == other.tie_strength
        )

    def __len__(self) -> int:
        return len(self.touches.starts)

    @cached_property
    def _events(self) -> int:
        """How many interactions there were by then."""
        return int(np.searchsorted(self.touches.moments, self.as_of, side="right"))

    @cached_property
    def is_over(self) -> bool:
        """Whether all that is known had happened by then."""
        return self._events == len(self.touches.moments)

    @lasting
    def _ends(self) -> IntArray:
        """Where the touches of each pair that there were by then end."""
        touches = self.touches
        if self.is_over:
            return np.append(touches.starts[1:], len(touches))[: len(self)]
        # The touches of a pair stand in the order of events, so that those of events that were over
        # come first: as many as there are. Of the events [0 1 4 | 1 3] two were over by then, so
        # that [2 1] touches were, and what there was of either pair ends at 2 and 4.
        # (Small numbers are summed up four times as fast. A byte holds -128, but not 128.)
        before = np.zeros(len(touches) + 1, dtype=np.min_scalar_type(-len(touches) - 1))
        np.cumsum(touches.event < self._events, dtype=before.dtype, out=before[1:])
        stops = np.append(touches.starts[1:], len(touches))[: len(self)]
        ends: IntArray = touches.starts + before[stops] - before[touches.starts]
        return ends

    @cached_property
    def _until(self) -> IntArray:
        """As ``_ends``; -1 for a pair that never is in contact."""
        return np.append(self._ends, -1)

    @lasting
    def pairs(self) -> IntArray:
        """The pairs that were in contact by then, shape (n_known,)."""
        return np.flatnonzero(self._ends > self.touches.starts)

    @lasting
    def _last(self) -> IntArray:
        """The last touch of each known pair."""
        return self._ends[self.pairs] - 1

    @lasting
    def _last_day(self) -> IntArray:
        """The last day of contact of each known pair."""
        if self.is_over:
            first_days = self.touches.first_days
            return np.append(first_days[1:], len(self.touches.days))[self.pairs] - 1
        return self.touches.day[self._last].astype(np.int64)

    def _column(self, known: FloatArray, blank: float) -> FloatArray:
        """A column that has a value for the known pairs."""
        values = np.full(len(self) + 1, blank)
        values[self.pairs] = known
        return values

    @cached_property
    def _accumulated(self) -> tuple[FloatArray, FloatArray]:
        """The strengths of the known pairs now and at their highest."""
        touches, decay = self.touches, self.tie_strength.memoryless_decay
        if decay is None:
            return self._summed_up(self.pairs)
        after, highest = touches.strengths(decay)
        # Strengths were followed from day to day once, for all moments: what there was right after
        # the last day has only to fade until now. Where the moment falls into a day, so that some
        # touches of it are still to come, that is too much, and the pair is summed up anew.
        last = self._last_day
        with np.errstate(under="ignore"):
            now = after[last] * decay.kept(self.as_of / SECONDS_A_DAY - touches.days[last])
        peak = highest[last]
        if not self.is_over:
            cut = np.flatnonzero(self._last + 1 < touches.day_ends[last])
            now[cut], peak[cut] = self._summed_up(self.pairs[cut])
        return now, peak

    def _summed_up(self, pairs: IntArray) -> tuple[FloatArray, FloatArray]:
        """Ask for the strengths of some pairs, by all their touches."""
        touches = self.touches
        rows, starts = spans(touches.starts[pairs], self._ends[pairs])
        if not len(rows):
            return np.zeros(0), np.zeros(0)
        day = touches.day[rows]
        new_day = run_starts(day)
        heaviest = np.maximum.reduceat(touches.worth[touches.event[rows]], new_day)
        first_days = np.searchsorted(new_day, starts[:-1])
        days = touches.days[day[new_day]]
        return self.tie_strength.checked(first_days, days, heaviest, self.as_of / SECONDS_A_DAY)

    @column
    def strength(self) -> FloatArray:
        """Decayed strength at the moment; 0 without any contact."""
        return self._column(self._accumulated[0], 0.0)

    @column
    def peak_strength(self) -> FloatArray:
        """Strength at its highest; 0 without any contact."""
        return self._column(self._accumulated[1], 0.0)

    def _when(self, rows: IntArray) -> FloatArray:
        """When some touches were."""
        return self.touches.moments[self.touches.event[rows]]

    @asked_once
    def first(self, pairs: IntArray) -> FloatArray:
        """The first contact of some pairs, in seconds since 1970; nan without any."""
        moments = np.full(len(pairs), np.nan)
        known = np.flatnonzero(self.days[pairs] > 0)
        moments[known] = self._when(self.touches.starts[pairs[known]])
        return moments

    @asked_once
    def last(self, pairs: IntArray) -> FloatArray:
        """The last contact of some pairs, in seconds since 1970; nan without any."""
        moments = np.full(len(pairs), np.nan)
        known = np.flatnonzero(self.days[pairs] > 0)
        moments[known] = self._when(self._ends[pairs[known]] - 1)
        return moments

    @lasting
    def days(self) -> IntArray:
        """Distinct days of contact."""
        counts = np.zeros(len(self) + 1, dtype=np.int64)
        counts[self.pairs] = self._last_day - self.touches.first_days[self.pairs] + 1
        return counts

    def _dayspans(self, pairs: IntArray) -> tuple[IntArray, FloatArray]:
        """The days of contact of some of the known pairs: where each begins, and the days."""
        last_day = self.touches.day[self._ends[pairs] - 1]
        rows, starts = spans(self.touches.first_days[pairs], last_day + 1)
        return starts[:-1], self.touches.days[rows]

    @lasting
    def rhythm(self) -> FloatArray:
        """The median number of days between days of contact, nan below three of them."""
        return self._column(_median_gaps(*self._dayspans(self.pairs)), np.nan)

    @asked_once
    def rhythm_of(self, pairs: IntArray) -> FloatArray:
        """The rhythm of some pairs, at their own cost."""
        if 2 * len(pairs) > len(self):
            return self.rhythm[pairs]
        rhythm = np.full(len(pairs), np.nan)
        known = np.flatnonzero(self.days[pairs] > 0)
        rhythm[known] = _median_gaps(*self._dayspans(pairs[known]))
        return rhythm

    @cached_property
    def _intervals(self) -> Intervals:
        return intervals(*self._dayspans(self.pairs))

    @lasting
    def variation(self) -> FloatArray:
        """How the intervals between days of contact vary; as in ``Intervals``."""
        return self._column(self._intervals.variation, np.nan)

    @lasting
    def memory(self) -> FloatArray:
        """Whether long intervals follow long ones; as in ``Intervals``."""
        return self._column(self._intervals.memory, np.nan)

    @lasting
    def one_sided(self) -> BoolArray:
        """Whether only one of the two is known to have reached out."""
        first, second = self.as_of >= self.touches.first_reached_out.T
        return np.append(first != second, False)

    @lasting
    def direct(self) -> BoolArray:
        """Whether either is known to have reached out: no list of recipients alone."""
        first, second = self.as_of >= self.touches.first_reached_out.T
        return np.append(first | second, False)

    @asked_once
    def initiated(self, pairs: IntArray) -> IntArray:
        """Days on which the first, and the second, of some pairs reached out, shape (n_rows, 2)."""
        # ``days_out`` are the days of contact of all pairs on which she reached out, in order, so
        # that those within a pair's days are found by two bisections. A last day that is not over
        # by then is left out of them, and looked at touch by touch.
        touches, days = self.touches, np.zeros((len(pairs), 2), dtype=np.int64)
        known = np.flatnonzero(self.days[pairs] > 0)
        first, ends = touches.first_days[pairs[known]], self._ends[pairs[known]]
        last = touches.day[ends - 1]
        is_over = ends == touches.day_ends[last]
        for side, out in enumerate(touches.days_out):
            days[known, side] = _between(out, first, last + is_over)
        cut = np.flatnonzero(~is_over)
        rows, starts = spans(touches.day_starts[last[cut]], ends[cut])
        if len(cut):
            for side, by in enumerate((touches.by_first, touches.by_second)):
                days[known[cut], side] += np.logical_or.reduceat(by[rows], starts[:-1])
        return days

    @asked_once
    def talks(self, pairs: IntArray) -> IntArray:
        """How many meetings and calls some pairs had, shape (n_rows,)."""
        talks = np.zeros(len(pairs), dtype=np.int64)
        known = np.flatnonzero(self.days[pairs] > 0)
        starts, ends = self.touches.starts[pairs[known]], self._ends[pairs[known]]
        talks[known] = _between(self.touches.talks, starts, ends)
        return talks

    @asked_once
    def last_talk(self, pairs: IntArray) -> FloatArray:
        """When some pairs last met or talked, in seconds since 1970; nan if never."""
        # Their talks lie between where their touches begin and end, and the last of these counts.
        moments = np.full(len(pairs), np.nan)
        known = np.flatnonzero(self.days[pairs] > 0)
        starts, ends = self.touches.starts[pairs[known]], self._ends[pairs[known]]
        talks = self.touches.talks
        last = np.searchsorted(talks, ends) - 1
        there = (last >= 0) & (last >= np.searchsorted(talks, starts))
        moments[known[there]] = self._when(talks[last[there]])
        return moments

    def touches_by(self, channel: Channel) -> IntArray:
        """How many touches by a channel each pair had, shape (n_pairs + 1,)."""
        touches = self.touches
        by = touches.channels == CHANNELS.index(channel)
        by[self._events :] = False
        rows = np.flatnonzero(by[touches.event])
        return np.bincount(touches.of[rows], minlength=len(self) + 1)

    def stretch(self, pair: int) -> tuple[int, int] | None:
        """Which of the touches that were laid out are those of a pair; None where more came."""
        if pair == len(self):
            return 0, 0
        return int(self.touches.starts[pair]), int(self._ends[pair])

    def events(self, pair: int) -> IntArray:
        """Which interactions the touches of a pair were, the oldest first."""
        if pair == len(self):
            return np.zeros(0, dtype=np.int64)
        events = self.touches.event[self.touches.starts[pair] : self._ends[pair]]
        return events.astype(np.int64)


def _between(places: IntArray, begins: IntArray, ends: IntArray) -> IntArray:
    """How many of some places, in order, lie from each beginning to its end."""
    return np.searchsorted(places, ends) - np.searchsorted(places, begins)


def _median_gaps(starts: IntArray, days: FloatArray) -> FloatArray:
    """The median gap between the days of each pair, nan below two gaps."""
    # Pairs with equally many days make a table, a row for each: of n days there are n - 1 gaps, and
    # the median is the middle one of them, or half way between the two in the middle.
    counts = run_lengths(starts, len(days))
    medians = np.full(len(starts), np.nan)
    for n in np.unique(counts[counts >= 3]).tolist():
        some = np.flatnonzero(counts == n)
        gaps = np.sort(np.diff(days[starts[some][:, None] + np.arange(n)], axis=1), axis=1)
        medians[some] = (gaps[:, (n - 2) // 2] + gaps[:, (n - 1) // 2]) / 2
    return medians
