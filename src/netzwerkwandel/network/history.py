"""The history of each pair of people: from single contacts to what they amount to by a moment."""

from __future__ import annotations

from functools import cached_property

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Channel
from netzwerkwandel.model.moments import SECONDS_A_DAY
from netzwerkwandel.model.vocabularies import CHANNELS
from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray, column
from netzwerkwandel.network.contacts import Contacts
from netzwerkwandel.network.decay import ExponentialDecay
from netzwerkwandel.network.intervals import Intervals, intervals
from netzwerkwandel.network.strength import TieStrength


@attrs.frozen(eq=False)
class History:
    """What the contacts up to a moment amount to, for each pair that ever has any.

    Each column is computed on first use, at the cost of the pairs rather than of their contacts
    where it can be. All have one value for each pair and a last one for a pair that never is in
    contact: shape (n_pairs + 1,).

    Parameters
    ----------
    contacts : Contacts
        All contacts, later ones too.
    rules : TieStrength
        How strength is measured.
    as_of : float
        The moment, in seconds since 1970.
    """

    contacts: Contacts
    rules: TieStrength
    as_of: float

    def __len__(self) -> int:
        return len(self.contacts.starts)

    @cached_property
    def _events(self) -> int:
        """How many interactions there were by then."""
        return int(np.searchsorted(self.contacts.moments, self.as_of, side="right"))

    @cached_property
    def _ends(self) -> IntArray:
        """Where the contacts of each pair that there were by then end."""
        contacts = self.contacts
        if self._events == len(contacts.moments):
            return np.append(contacts.starts[1:], len(contacts))[: len(self)]
        next_one = np.arange(len(self)) * len(contacts.moments) + self._events
        return np.searchsorted(contacts.in_order, next_one)

    @cached_property
    def pairs(self) -> IntArray:
        """The pairs that were in contact by then, shape (n_known,)."""
        return np.flatnonzero(self._ends > self.contacts.starts)

    @cached_property
    def _last(self) -> IntArray:
        """The last contact of each known pair."""
        return self._ends[self.pairs] - 1

    @cached_property
    def _last_day(self) -> IntArray:
        """The last day of contact of each known pair."""
        return self.contacts.day_of[self._last]

    def _column(self, known: FloatArray, blank: float) -> FloatArray:
        """A column that has a value for the known pairs."""
        values = np.full(len(self) + 1, blank)
        values[self.pairs] = known
        return values

    @cached_property
    def _accumulated(self) -> tuple[FloatArray, FloatArray]:
        """The strengths of the known pairs now and at their highest."""
        contacts, decay = self.contacts, _memoryless(self.rules)
        if decay is None:
            return self._summed_up(self.pairs)
        if decay not in contacts.strengths:
            contacts.strengths[decay] = _strengths(decay, contacts)
        after, highest = contacts.strengths[decay]
        last = self._last_day
        with np.errstate(under="ignore"):
            now = after[last] * decay.kept(self.as_of / SECONDS_A_DAY - contacts.days[last])
        peak = highest[last]
        cut = np.flatnonzero(self._last + 1 < contacts.day_ends[last])
        now[cut], peak[cut] = self._summed_up(self.pairs[cut])
        return now, peak

    def _summed_up(self, pairs: IntArray) -> tuple[FloatArray, FloatArray]:
        """Ask the rules for the strengths of some pairs, by all their contacts."""
        contacts = self.contacts
        rows, starts = _spans(contacts.starts[pairs], self._ends[pairs])
        if not len(rows):
            return np.zeros(0), np.zeros(0)
        day = contacts.day_of[rows]
        new_day = np.flatnonzero(np.r_[True, day[1:] != day[:-1]])
        heaviest = np.maximum.reduceat(contacts.weight[rows], new_day)
        first_days = np.searchsorted(new_day, starts[:-1])
        days = contacts.days[day[new_day]]
        return _checked(self.rules, first_days, days, heaviest, self.as_of / SECONDS_A_DAY)

    @column
    def strength(self) -> FloatArray:
        """Decayed strength at the moment; 0 without any contact."""
        return self._column(self._accumulated[0], 0.0)

    @column
    def peak_strength(self) -> FloatArray:
        """Strength at its highest; 0 without any contact."""
        return self._column(self._accumulated[1], 0.0)

    @column
    def first(self) -> FloatArray:
        """The first contact, in seconds since 1970; nan without any."""
        return self._column(self.contacts.when[self.contacts.starts[self.pairs]], np.nan)

    @column
    def last(self) -> FloatArray:
        """The last contact, in seconds since 1970; nan without any."""
        return self._column(self.contacts.when[self._last], np.nan)

    @column
    def days(self) -> IntArray:
        """Distinct days of contact."""
        counts = np.zeros(len(self) + 1, dtype=np.int64)
        counts[self.pairs] = self._last_day - self.contacts.first_days[self.pairs] + 1
        return counts

    def _day_spans(self, pairs: IntArray) -> tuple[IntArray, FloatArray]:
        """The days of contact of some of the known pairs: where each begins, and the days."""
        last_day = self.contacts.day_of[self._ends[pairs] - 1]
        rows, starts = _spans(self.contacts.first_days[pairs], last_day + 1)
        return starts[:-1], self.contacts.days[rows]

    @column
    def rhythm(self) -> FloatArray:
        """The median number of days between days of contact, nan below three of them."""
        return self._column(_median_gaps(*self._day_spans(self.pairs)), np.nan)

    def rhythm_of(self, pairs: IntArray) -> FloatArray:
        """The rhythm of some pairs, at their own cost."""
        if 2 * len(pairs) > len(self):
            return self.rhythm[pairs]
        rhythm = np.full(len(pairs), np.nan)
        known = np.flatnonzero(self.days[pairs] > 0)
        rhythm[known] = _median_gaps(*self._day_spans(pairs[known]))
        return rhythm

    @cached_property
    def _intervals(self) -> Intervals:
        return intervals(*self._day_spans(self.pairs))

    @column
    def variation(self) -> FloatArray:
        """How the intervals between days of contact vary; as in ``Intervals``."""
        return self._column(self._intervals.variation, np.nan)

    @column
    def memory(self) -> FloatArray:
        """Whether long intervals follow long ones; as in ``Intervals``."""
        return self._column(self._intervals.memory, np.nan)

    @column
    def one_sided(self) -> BoolArray:
        """Whether only one of the two is known to have reached out."""
        first, second = self.as_of >= self.contacts.first_reached_out.T
        return np.append(first != second, False)

    def initiated(self, pairs: IntArray) -> IntArray:
        """Days on which the first, and the second, of some pairs reached out, shape (n_rows, 2)."""
        contacts, days = self.contacts, np.zeros((len(pairs), 2), dtype=np.int64)
        known = np.flatnonzero(self.days[pairs] > 0)
        first, ends = contacts.first_days[pairs[known]], self._ends[pairs[known]]
        last = contacts.day_of[ends - 1]
        is_over = ends == contacts.day_ends[last]
        for side, out in enumerate(contacts.days_out):
            days[known, side] = _between(out, first, last + is_over)
        cut = np.flatnonzero(~is_over)
        rows, starts = _spans(contacts.day_starts[last[cut]], ends[cut])
        if len(cut):
            for side, by in enumerate((contacts.by_first, contacts.by_second)):
                days[known[cut], side] += np.logical_or.reduceat(by[rows], starts[:-1])
        return days

    def talks(self, pairs: IntArray) -> IntArray:
        """How many meetings and calls some pairs had, shape (n_rows,)."""
        talks = np.zeros(len(pairs), dtype=np.int64)
        known = np.flatnonzero(self.days[pairs] > 0)
        starts, ends = self.contacts.starts[pairs[known]], self._ends[pairs[known]]
        talks[known] = _between(self.contacts.talks, starts, ends)
        return talks

    def contacts_by(self, channel: Channel) -> IntArray:
        """How many contacts by a channel each pair had, shape (n_pairs + 1,)."""
        contacts = self.contacts
        by = contacts.channel == CHANNELS.index(channel)
        rows = np.flatnonzero(by & (contacts.event < self._events))
        return np.bincount(contacts.of[rows], minlength=len(self) + 1)

    def events(self, pair: int) -> IntArray:
        """Which interactions the contacts of a pair were, the oldest first."""
        if pair == len(self):
            return np.zeros(0, dtype=np.int64)
        return self.contacts.event[self.contacts.starts[pair] : self._ends[pair]]


def _memoryless(rules: TieStrength) -> ExponentialDecay | None:
    """The decay by which strengths go on from day to day, if it is one and the rules follow it."""
    decay = rules.decay
    if type(rules).accumulate is not TieStrength.accumulate:
        return None
    if not isinstance(decay, ExponentialDecay):
        return None
    return decay if type(decay).accumulate is ExponentialDecay.accumulate else None


def _strengths(decay: ExponentialDecay, contacts: Contacts) -> tuple[FloatArray, FloatArray]:
    """The strength of each pair right after each of its days, and the highest up to then."""
    if not len(contacts):
        return np.zeros(0), np.zeros(0)
    after = decay.after_each(contacts.first_days, contacts.days, contacts.heaviest)
    if not np.isfinite(after).all():
        raise InvalidArgumentError(f"strengths must be finite; with {decay!r} they are not")
    highest, reach = after.copy(), 1
    place = np.arange(len(after)) - np.repeat(
        contacts.first_days, np.diff(np.r_[contacts.first_days, len(after)])
    )
    further = np.flatnonzero(place >= reach)
    while len(further):
        highest[further] = np.maximum(highest[further], highest[further - reach])
        reach *= 2
        further = further[place[further] >= reach]
    return after, highest


def _between(places: IntArray, begins: IntArray, ends: IntArray) -> IntArray:
    """How many of some places, in order, lie from each beginning to its end."""
    return np.searchsorted(places, ends) - np.searchsorted(places, begins)


def _spans(begins: IntArray, ends: IntArray) -> tuple[IntArray, IntArray]:
    """The places from each beginning to its end, run after run, and where each run begins."""
    counts = ends - begins
    starts: IntArray = np.r_[0, np.cumsum(counts)]
    return np.arange(starts[-1]) + np.repeat(begins - starts[:-1], counts), starts


def _checked(
    strength: TieStrength, starts: IntArray, days: FloatArray, weights: FloatArray, as_of: float
) -> tuple[FloatArray, FloatArray]:
    """Ask for strengths and check what comes back, since a subclass may have its own idea."""
    with np.errstate(over="ignore"):
        now, peak = map(np.asarray, strength.accumulate(starts, days, weights, as_of))
    for values in (now, peak):
        if values.shape != starts.shape or not np.all(np.isfinite(values) & (values >= 0)):
            raise InvalidArgumentError(
                f"accumulate must return finite strengths of at least 0, one for each of "
                f"{len(starts)} pairs; {strength!r} did not"
            )
    return now, peak


def _median_gaps(starts: IntArray, days: FloatArray) -> FloatArray:
    """The median gap between the days of each pair, nan below two gaps."""
    counts = np.diff(np.r_[starts, len(days)])[: len(starts)]
    medians = np.full(len(starts), np.nan)
    for n in np.unique(counts[counts >= 3]).tolist():
        some = np.flatnonzero(counts == n)
        gaps = np.sort(np.diff(days[starts[some][:, None] + np.arange(n)], axis=1), axis=1)
        medians[some] = (gaps[:, (n - 2) // 2] + gaps[:, (n - 1) // 2]) / 2
    return medians
