"""The history of each pair of people: from single contacts to what they amount to by a moment."""

from __future__ import annotations

from functools import cached_property

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Channel
from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray, column, runs
from netzwerkwandel.network.intervals import Intervals, intervals
from netzwerkwandel.network.strength import TieStrength


SECONDS_A_DAY = 86_400.0


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
    channel : IntArray, shape (n_contacts,)
        The channel, in the order of ``Channel``.
    by_first, by_second : BoolArray, shape (n_contacts,)
        Who reached out; both did in a meeting.
    event : IntArray, shape (n_contacts,)
        Which of the interactions it was.
    """

    people: int
    pair: IntArray
    when: FloatArray
    weight: FloatArray
    channel: IntArray
    by_first: BoolArray
    by_second: BoolArray
    event: IntArray

    @classmethod
    def sorted(cls, *, people: int, **arrays: npt.NDArray[np.generic]) -> Contacts:
        """Sort contacts that come in any order."""
        order = np.lexsort((arrays["when"], arrays["pair"]))
        return cls(people=people, **{name: array[order] for name, array in arrays.items()})  # type: ignore[arg-type]  # the fields' own types

    @cached_property
    def day(self) -> FloatArray:
        """The day of each contact, in days since 1970."""
        return np.floor(self.when / SECONDS_A_DAY)


@attrs.frozen(eq=False)
class History:
    """What the contacts up to a moment amount to, for each pair that had any.

    Each column is computed on first use. All have one value for each pair and a last one for a pair
    that never was in contact: shape (n_pairs + 1,).

    Parameters
    ----------
    contacts : Contacts
        All contacts.
    rules : TieStrength
        How strength is measured.
    as_of : float
        The moment, in seconds since 1970.
    """

    contacts: Contacts
    rules: TieStrength
    as_of: float

    @cached_property
    def _rows(self) -> IntArray | slice:
        """Which contacts there were by then."""
        seen = self.contacts.when <= self.as_of
        return slice(None) if seen.all() else np.flatnonzero(seen)

    @cached_property
    def _pair(self) -> IntArray:
        return self.contacts.pair[self._rows]

    @cached_property
    def _when(self) -> FloatArray:
        return self.contacts.when[self._rows]

    @cached_property
    def _starts(self) -> IntArray:
        """Where the contacts of each pair begin."""
        return runs(self._pair)

    @cached_property
    def _of(self) -> IntArray:
        """The pair of each contact, numbered."""
        return np.repeat(np.arange(len(self)), np.diff(np.r_[self._starts, len(self._pair)]))

    @cached_property
    def _day(self) -> FloatArray:
        return self.contacts.day[self._rows]

    @cached_property
    def _day_starts(self) -> IntArray:
        """Where the contacts of each pair's days of contact begin."""
        if not len(self._day):
            return np.zeros(0, dtype=np.int64)
        new = (self._pair[1:] != self._pair[:-1]) | (self._day[1:] != self._day[:-1])
        return np.flatnonzero(np.r_[True, new])

    @cached_property
    def _days(self) -> FloatArray:
        """The days of contact, each pair's in order."""
        return self._day[self._day_starts]

    @cached_property
    def _first_days(self) -> IntArray:
        """Where the days of each pair begin."""
        return np.searchsorted(self._day_starts, self._starts)

    def __len__(self) -> int:
        return len(self._starts)

    @cached_property
    def first_person(self) -> IntArray:
        """The first person of each pair, shape (n_pairs,)."""
        return self._pair[self._starts] // self.contacts.people

    @cached_property
    def second_person(self) -> IntArray:
        """The second person of each pair, shape (n_pairs,)."""
        return self._pair[self._starts] % self.contacts.people

    @cached_property
    def _accumulated(self) -> tuple[FloatArray, FloatArray]:
        heaviest = _reduce(np.maximum, self.contacts.weight[self._rows], self._day_starts)
        today = self.as_of / SECONDS_A_DAY
        return _accumulated(self.rules, self._first_days, self._days, heaviest, today)

    @column
    def strength(self) -> FloatArray:
        """Decayed strength at the moment; 0 without any contact."""
        return _with_blank(self._accumulated[0], 0.0)

    @column
    def peak_strength(self) -> FloatArray:
        """Strength at its highest; 0 without any contact."""
        return _with_blank(self._accumulated[1], 0.0)

    @column
    def first(self) -> FloatArray:
        """The first contact, in seconds since 1970; nan without any."""
        return _with_blank(self._when[self._starts], np.nan)

    @column
    def last(self) -> FloatArray:
        """The last contact, in seconds since 1970; nan without any."""
        ends = np.r_[self._starts[1:], len(self._when)][: len(self)] - 1
        return _with_blank(self._when[ends], np.nan)

    @column
    def days(self) -> IntArray:
        """Distinct days of contact."""
        days: IntArray = np.diff(np.r_[self._first_days, len(self._days), len(self._days)])
        return days

    @column
    def rhythm(self) -> FloatArray:
        """The median number of days between days of contact, nan below three of them."""
        return _with_blank(_median_gaps(self._first_days, self._days), np.nan)

    @cached_property
    def _intervals(self) -> Intervals:
        return intervals(self._first_days, self._days)

    @column
    def variation(self) -> FloatArray:
        """How the intervals between days of contact vary; as in ``Intervals``."""
        return _with_blank(self._intervals.variation, np.nan)

    @column
    def memory(self) -> FloatArray:
        """Whether long intervals follow long ones; as in ``Intervals``."""
        return _with_blank(self._intervals.memory, np.nan)

    @column
    def initiated(self) -> IntArray:
        """Days on which the first, and the second, reached out, shape (n_pairs + 1, 2)."""
        days = np.zeros((len(self) + 1, 2), dtype=np.int64)
        of = self._of[self._day_starts]
        for side, by in enumerate((self.contacts.by_first, self.contacts.by_second)):
            reached_out = _reduce(np.maximum, by[self._rows], self._day_starts).astype(bool)
            days[: len(self), side] = np.bincount(of[reached_out], minlength=len(self))
        return days

    @column
    def by_channel(self) -> IntArray:
        """Contacts by channel, shape (n_pairs + 1, n_channels), in the order of ``Channel``."""
        code = self._of * len(Channel) + self.contacts.channel[self._rows]
        counts = np.bincount(code, minlength=(len(self) + 1) * len(Channel))
        return counts.reshape(len(self) + 1, len(Channel))

    def events(self, pair: int) -> IntArray:
        """Which interactions the contacts of a pair were, the oldest first."""
        ends = np.r_[self._starts, len(self._pair), len(self._pair)][pair : pair + 2]
        return self.contacts.event[self._rows][ends[0] : ends[1]]


def _with_blank(values: FloatArray, blank: float) -> FloatArray:
    """The values of all pairs, and of one that never was in contact."""
    return np.append(values, blank)


def _accumulated(
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


def _reduce(ufunc: np.ufunc, values: FloatArray | BoolArray, starts: IntArray) -> FloatArray:
    if not len(starts):
        return np.zeros(0)
    reduced: FloatArray = ufunc.reduceat(values, starts).astype(np.float64)
    return reduced


def _median_gaps(starts: IntArray, days: FloatArray) -> FloatArray:
    """The median gap between the days of each pair, nan below two gaps."""
    counts = np.diff(np.r_[starts, len(days)])[: len(starts)]
    medians = np.full(len(starts), np.nan)
    for n in np.unique(counts[counts >= 3]).tolist():
        some = np.flatnonzero(counts == n)
        gaps = np.diff(days[starts[some][:, None] + np.arange(n)], axis=1)
        medians[some] = np.median(gaps, axis=1)
    return medians
