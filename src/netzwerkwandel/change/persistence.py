"""Is a difference between spans of weeks more than chance, where a week is like the one before?

Weeks hang together: a project lasts. So what was found is set beside series of weeks that hang
together as much and in which nothing changed.
"""

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.network import FloatArray, IntArray


SHORTEST_PART = 4
"""Weeks with contact that there are at least before and after a change."""
ROUNDING = 1e-12
"""What differs by less is equal."""
LEAST_LASTING = 0.3
"""The share of the variance that may last from week to week, however much counting explains."""
GREATEST = 0.95
"""The greatest correlation of what lasts, from one week to the next."""
USUAL_PART = 13
"""Weeks of a part for which the error of a rise is told; it only has to be the same for all."""
_ROUNDS = 2


@attrs.frozen(eq=False)
class Comparison:
    """What is looked for in a series of weeks: how much later spans are above earlier ones.

    Parameters
    ----------
    start : int
        Where the weeks begin in which a rise is looked for; before them nothing changes.
    spans : tuple of pairs of slices
        An earlier span and a later one, of each difference of means.
    """

    start: int
    spans: tuple[tuple[slice, slice], ...]

    def found(self, shares: FloatArray) -> tuple[FloatArray, FloatArray]:
        """What is found in each series, and what is left of the series without it.

        Parameters
        ----------
        shares : FloatArray, shape (n_series, n_weeks)
            The series.

        Returns
        -------
        tuple of FloatArray, shapes (n_spans + 1, n_series) and (n_series, n_weeks)
            The differences of means and, last, the root of what the best rise gains.
        """
        differences = [shares[:, b].mean(axis=1) - shares[:, a].mean(axis=1) for a, b in self.spans]
        since = shares[:, self.start :]
        gains = split_gains(since)
        rise = np.maximum(gains, 0.0).max(axis=1)
        # Whatever it is that changed, up or down, is no part of how weeks vary.
        split = SHORTEST_PART + np.abs(gains).argmax(axis=1)
        is_later = np.arange(since.shape[1]) >= split[:, None]
        left = shares.copy()
        for part in (~is_later, is_later):
            mean = (since * part).sum(axis=1) / part.sum(axis=1)
            left[:, self.start :] -= part * mean[:, None]
        if self.start:
            left[:, : self.start] -= shares[:, : self.start].mean(axis=1, keepdims=True)
        return np.array([*differences, rise]), left


@attrs.frozen(eq=False)
class Chance:
    """What is found by chance: how far from 0, in units of its own error, and how often.

    Parameters
    ----------
    units : FloatArray, shape (n_found,)
        The error of each thing that was looked for, in the weeks themselves.
    found : FloatArray, shape (n_found, samples)
        What was found in series without any change, each in units of its error there.
    """

    units: FloatArray
    found: FloatArray

    def tail(self, level: float) -> float:
        """The tail on either side of each finding that leaves all of them at a level together."""
        # A series is beyond the tail where the rarest of what is found in it is.
        samples = self.found.shape[1]
        at_least = samples - self.found.argsort(axis=1).argsort(axis=1)
        return float(np.quantile(at_least.min(axis=0) / samples, (1.0 - level) / 2))

    def interval(self, i: int, value: float, tail: float) -> tuple[float, float]:
        """Between which two values the truth lies, of which one value was found."""
        low, high = np.quantile(self.found[i], [tail, 1.0 - tail])
        return value - float(high * self.units[i]), value - float(low * self.units[i])

    def is_rare(self, i: int, value: float, tail: float) -> bool:
        """Whether chance finds as much hardly ever."""
        return value > ROUNDING and self.interval(i, value, tail)[0] > 0


def chance_of(
    shares: FloatArray,
    days: IntArray,
    comparison: Comparison,
    rng: np.random.Generator,
    samples: int,
) -> Chance:
    r"""What would be found in such weeks if nothing had changed?

    A share is what lasts from week to week, in part, and what comes of counting few days:

    .. math:: r_k = c \rho^k, \qquad
        c = 1 - \frac{\overline{p (1 - p) / d}}{\overline{(s - p)^2}}

    are the correlations of weeks *k* apart, with *d* days of contact, the share *s*, and *p* where
    it would lie without chance. :math:`c \rho` is what neighbouring weeks show, freed from what
    short series show too little.

    Parameters
    ----------
    shares : FloatArray, shape (n_weeks,)
        The share of each week.
    days : IntArray, shape (n_weeks,)
        How many days it is a share of.
    comparison : Comparison
        What is looked for.
    rng : numpy.random.Generator
        Where chance comes from.
    samples : int
        How many series without a change.

    Returns
    -------
    Chance
        What was found in them.
    """
    _, left = comparison.found(shares[None, :])
    level = np.clip(shares - left[0], 0.0, 1.0)
    variance = max(float(np.square(left).mean()), ROUNDING)
    lasting = 1.0 - float((level * (1.0 - level) / days).mean()) / variance
    lasting = min(max(lasting, LEAST_LASTING), 1.0)
    seen = _neighbours(left)
    true = float(seen[0])
    for _ in range(_ROUNDS):
        drawn = _drawn(true / lasting, lasting, len(shares), rng, samples)
        # How much less is seen in such series than is in them is what was not seen in this one.
        there = _neighbours(comparison.found(drawn)[1])
        true = float(seen[0]) + _kept(true / lasting) * lasting - float(there.mean())
    drawn = _drawn(true / lasting, lasting, len(shares), rng, samples)
    found, rest = comparison.found(drawn)
    units = _errors(left, lasting, comparison)[:, 0]
    return Chance(units, found / _errors(rest, lasting, comparison))


def split_gains(shares: FloatArray) -> FloatArray:
    """By how much each split lessens the sum of squares, row by row: the root, with its sign."""
    # A row is one order of the weeks, a column one place to split it. Running sums give the means
    # on either side of all splits at once; with parts of at least two weeks instead of four:
    #
    #     share        .2  .2  .8  .8       sums  .2  .4  1.2  2.0
    #     split after       2               before .4 / 2 = .2, after (2.0 - .4) / 2 = .8
    #
    # Two means in place of one lessen the sum of squares by (.8 - .2)² * 2 * 2 / 4 = .36, which
    # is all of it here: the squares around .5 are 4 * .09. The root is .6, and -.6 the other way.
    n = shares.shape[1]
    sizes = np.arange(SHORTEST_PART, n - SHORTEST_PART + 1)
    sums = np.cumsum(shares, axis=1)
    before = sums[:, sizes - 1] / sizes
    after = (sums[:, -1:] - sums[:, sizes - 1]) / (n - sizes)
    gains: FloatArray = (after - before) * np.sqrt(sizes * (n - sizes) / n)
    return gains


def _neighbours(left: FloatArray) -> FloatArray:
    """The correlation of each week with the next, in each series around 0."""
    squares = np.maximum(np.square(left).sum(axis=1), ROUNDING)
    correlation: FloatArray = (left[:, 1:] * left[:, :-1]).sum(axis=1) / squares
    return correlation


def _kept(correlation: float) -> float:
    return min(max(correlation, 0.0), GREATEST)


def _drawn(
    correlation: float, lasting: float, n: int, rng: np.random.Generator, samples: int
) -> FloatArray:
    """Series without a change, of which a part lasts and the rest is new each week."""
    kept = _kept(correlation)
    lasts = rng.standard_normal((n, samples))
    for week in range(1, n):
        lasts[week] = kept * lasts[week - 1] + np.sqrt(1.0 - kept**2) * lasts[week]
    series: FloatArray = np.sqrt(lasting) * lasts
    series += np.sqrt(1.0 - lasting) * rng.standard_normal((n, samples))
    return series.T


def _errors(left: FloatArray, lasting: float, comparison: Comparison) -> FloatArray:
    """The error of each thing that is looked for, in each series, shape (n_found, n_series)."""
    kept = np.clip(_neighbours(left) / lasting, 0.0, GREATEST)
    variance = np.square(left).mean(axis=1)

    def of_mean(n: int) -> FloatArray:
        # The variance of the mean of n weeks, over that of n weeks that do not hang together.
        lasts = (1 + kept) / (1 - kept) - 2 * kept * (1 - kept**n) / (n * (1 - kept) ** 2)
        inflated: FloatArray = 1.0 - lasting + lasting * lasts
        return inflated

    sizes = [(a.stop - a.start, b.stop - b.start) for a, b in comparison.spans]
    errors = [of_mean(a) / a + of_mean(b) / b for a, b in sizes]
    units: FloatArray = np.sqrt(variance * np.array([*errors, of_mean(USUAL_PART)]))
    return units
