"""The intervals between events: how they vary, and whether long ones follow long ones."""

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray, run_lengths


NOISE = 4 * np.finfo(np.float64).eps
"""Intervals differ only by rounding if they do by less than this share of the largest time."""


@attrs.frozen(eq=False)
class Intervals:
    """What the intervals of several sequences of events are like.

    Parameters
    ----------
    count : IntArray, shape (n_sequences,)
        How many intervals there are.
    variation : FloatArray, shape (n_sequences,)
        Their standard deviation over their mean; nan below two, and where all are 0.
    memory : FloatArray, shape (n_sequences,)
        The correlation of each interval with the next, from -1 to 1; nan below three, and where
        one side does not vary.
    """

    count: IntArray
    variation: FloatArray
    memory: FloatArray


def intervals(starts: IntArray, times: FloatArray) -> Intervals:
    """Describe the intervals of several sequences of events.

    Parameters
    ----------
    starts : IntArray, shape (n_sequences,)
        Where the times of each sequence begin.
    times : FloatArray, shape (n_events,)
        The times of all sequences, each sequence's in order.

    Returns
    -------
    Intervals
        One value for each sequence.
    """
    # Differences between neighbours, but for those that lead from one sequence to the next. Of the
    # sequences 1 4 9 and 2 7:
    #
    #     times      1 4 9 2 7
    #     sequence   0 0 0 1 1
    #     gaps        3 5 . 5        of sequence 0 0 . 1
    #
    # Each gap is told as a share of its sequence's longest, and so is the noise: times that are
    # large have lost as much of their last digits, whatever the unit.
    n = len(starts)
    sequence = np.repeat(np.arange(n), run_lengths(starts, len(times)))
    inside = np.flatnonzero(sequence[1:] == sequence[:-1])
    gaps, of = np.diff(times)[inside], sequence[1:][inside]
    longest, latest = np.zeros(n), np.zeros(n)
    np.maximum.at(longest, of, gaps)
    np.maximum.at(latest, sequence, np.abs(times))
    gaps = gaps / np.where(longest > 0, longest, 1.0)[of]
    noise = NOISE * latest / np.where(longest > 0, longest, 1.0)
    count = np.bincount(of, minlength=n)
    mean, deviation = _spread(gaps, of, noise)
    defined = (count >= 2) & (longest > 0)
    variation = np.where(defined, deviation / np.where(defined, mean, 1.0), np.nan)
    # Memory is the correlation of each gap with the next: of the gaps 3 5 4 of one sequence,
    # ``here`` is 3 5 and ``after`` is 5 4.
    follows = np.flatnonzero(of[1:] == of[:-1])
    here, after, of = gaps[follows], gaps[1:][follows], of[follows]
    mean_here, deviation_here = _spread(here, of, noise)
    mean_after, deviation_after = _spread(after, of, noise)
    together = np.bincount(of, (here - mean_here[of]) * (after - mean_after[of]), minlength=n)
    scale = deviation_here * deviation_after * np.bincount(of, minlength=n)
    varies: BoolArray = scale > 0
    alike = np.clip(together / np.where(varies, scale, 1.0), -1.0, 1.0)
    return Intervals(count=count, variation=variation, memory=np.where(varies, alike, np.nan))


def _spread(values: FloatArray, of: IntArray, noise: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The mean and the standard deviation of each sequence, 0 without values."""
    n = len(noise)
    count = np.maximum(np.bincount(of, minlength=n), 1)
    mean = np.bincount(of, values, minlength=n) / count
    deviation = np.sqrt(np.bincount(of, (values - mean[of]) ** 2, minlength=n) / count)
    return mean, np.where(deviation > noise, deviation, 0.0)
