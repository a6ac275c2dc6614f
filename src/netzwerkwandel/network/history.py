"""The history of each pair of people: from single contacts to what they amount to."""

from __future__ import annotations

from typing import TypedDict

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Channel
from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray, runs
from netzwerkwandel.network.intervals import intervals
from netzwerkwandel.network.strength import TieStrength


SECONDS_A_DAY = 86_400.0


class PairColumns(TypedDict):
    """The columns of ``Measured`` that have one value for each pair."""

    strength: FloatArray
    peak_strength: FloatArray
    first: FloatArray
    last: FloatArray
    rhythm: FloatArray
    variation: FloatArray
    memory: FloatArray
    days: IntArray
    initiated: IntArray
    contacts: IntArray


@attrs.frozen(kw_only=True, eq=False)
class History:
    """What the contacts of each pair amount to; pairs are sorted, ``first < second``."""

    first: IntArray
    second: IntArray
    columns: PairColumns
    event_ptr: IntArray
    events: IntArray

    def with_blank(self) -> PairColumns:
        """The columns, and one pair more that never was in contact: for ties only stated."""
        c = self.columns
        channels = np.zeros((1, len(Channel)), dtype=np.int64)
        return PairColumns(
            strength=np.r_[c["strength"], 0.0],
            peak_strength=np.r_[c["peak_strength"], 0.0],
            first=np.r_[c["first"], np.nan],
            last=np.r_[c["last"], np.nan],
            rhythm=np.r_[c["rhythm"], np.nan],
            variation=np.r_[c["variation"], np.nan],
            memory=np.r_[c["memory"], np.nan],
            days=np.r_[c["days"], 0],
            initiated=np.concatenate([c["initiated"], np.zeros((1, 2), dtype=np.int64)]),
            contacts=np.concatenate([c["contacts"], channels]),
        )


@attrs.frozen(kw_only=True, eq=False)
class Contacts:
    """Single contacts between two people each; ``first < second``, all of one length."""

    people: int
    first: IntArray
    second: IntArray
    when: FloatArray
    weight: FloatArray
    channel: IntArray
    by_first: BoolArray
    by_second: BoolArray
    event: IntArray

    def history(self, strength: TieStrength, as_of: float) -> History:
        """Sum up the contacts of each pair, as of a moment in seconds since 1970."""
        order = np.lexsort((self.when, self.first * self.people + self.second))
        pair = (self.first * self.people + self.second)[order]
        when, channel = self.when[order], self.channel[order]
        starts = runs(pair)
        of = np.cumsum(np.r_[0, np.diff(pair) != 0])[: len(pair)] if len(pair) else pair
        day = np.floor(when / SECONDS_A_DAY)
        day_starts = np.union1d(runs(day.astype(np.int64)), starts)
        day_of = of[day_starts]
        heaviest = _reduce(np.maximum, self.weight[order], day_starts)
        now, peak = _accumulated(
            strength, runs(day_of), day[day_starts], heaviest, as_of / SECONDS_A_DAY
        )
        gaps = intervals(runs(day_of), day[day_starts])
        ends = np.r_[starts[1:], len(pair)][: len(starts)] - 1
        n = len(starts)
        counts = np.bincount(of * len(Channel) + channel, minlength=n * len(Channel))
        initiated = [
            np.bincount(
                day_of[_reduce(np.maximum, by[order], day_starts).astype(bool)], minlength=n
            )
            for by in (self.by_first, self.by_second)
        ]
        columns = PairColumns(
            strength=now,
            peak_strength=peak,
            first=when[starts],
            last=when[ends],
            rhythm=_rhythm(day_of, day[day_starts], n),
            variation=gaps.variation,
            memory=gaps.memory,
            days=np.bincount(day_of, minlength=n),
            initiated=np.stack(initiated, axis=1),
            contacts=counts.reshape(n, len(Channel)),
        )
        unique = pair[starts]
        return History(
            first=unique // self.people,
            second=unique % self.people,
            columns=columns,
            event_ptr=np.r_[starts, len(pair)],
            events=self.event[order],
        )


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


def _rhythm(pair: IntArray, day: FloatArray, n: int) -> FloatArray:
    """The median gap between days of contact of each pair, nan below two gaps."""
    rhythm = np.full(n, np.nan)
    if len(day) < 3:
        return rhythm
    same = pair[1:] == pair[:-1]
    gap, of = np.diff(day)[same], pair[1:][same]
    order = np.lexsort((gap, of))
    gap, of = gap[order], of[order]
    starts = runs(of)
    counts = np.diff(np.r_[starts, len(of)])
    enough = counts >= 2
    low = starts + (counts - 1) // 2
    high = starts + counts // 2
    rhythm[of[starts[enough]]] = (gap[low[enough]] + gap[high[enough]]) / 2
    return rhythm
