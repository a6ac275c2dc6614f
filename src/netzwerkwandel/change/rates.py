"""How often something happens per hour, told from how often it did in groups that differ.

Each group has a rate of its own, and each trial within it brings more or less than that. Nothing of
this has a closed form, so rates are laid out on a grid, and what is known of them passes along it.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias

import attrs
import numpy as np

from netzwerkwandel.network import FloatArray


@attrs.frozen
class Trial:
    """So many in so many hours, which are not 0."""

    count: int
    hours: float


Group: TypeAlias = tuple[str, str]
"""A kind, and a field within it."""
Trials: TypeAlias = Mapping[Group, Collection[Trial]]

WEAK = (0.5, 2.0)
"""What is assumed before anything is known: Jeffreys' shape of 1/2, worth two hours."""
KINDS_DIFFER = 1.0
"""How much the rates of kinds differ: their squared coefficient of variation."""
FIELDS_DIFFER = (0.3, 1.0, 3.0, 10.0)
"""How much those of fields within a kind may differ, each as likely before anything is known."""
TRIALS_DIFFER = (1e-6, 0.3, 1.0, 3.0, 10.0)
"""And how much trials within a field, beyond the chance of a Poisson count."""

# The logarithm of each rate over that of all trials together, a tenth from one to the next; and ten
# in the place of each of them for the last step, since what many trials say of a rate is sharp.
_STEP, _PARTS = 0.1, 10
_PLACES = _STEP * np.arange(-140, 61)
_FINE = (_PLACES[:, None] + _STEP * ((np.arange(_PARTS) + 0.5) / _PARTS - 0.5)).ravel()
_TINY = 1e-300


@attrs.frozen(eq=False)
class Rate:
    """What is known of a rate: how likely each value is.

    Parameters
    ----------
    values : FloatArray, shape (n_values,)
        Rates per hour, in order.
    shares : FloatArray, shape (n_values,)
        How likely each of them is.
    """

    values: FloatArray
    shares: FloatArray

    @property
    def mean(self) -> float:
        """The expected rate."""
        return float(self.values @ self.shares)

    def interval(self, level: float) -> tuple[float, float]:
        """Between which two values the rate lies with a probability, and beyond either equally."""
        tails = ((1 - level) / 2, (1 + level) / 2)
        below = np.cumsum(self.shares) - self.shares / 2
        low, high = np.exp(np.interp(tails, below, np.log(self.values))).tolist()
        return low, high


def posteriors(trials: Trials, asked: Iterable[Group]) -> dict[Group, Rate]:
    """What is known of the rates of some groups: by their own trials, and those of all others.

    Parameters
    ----------
    trials : mapping of tuple to collection of Trial
        The trials of each group.
    asked : iterable of tuple
        The groups, tried before or not.

    Returns
    -------
    dict of tuple to Rate
        One for each group that was asked about.
    """
    # What the trials of a field say of its rate goes up to its kind, through how much fields
    # differ, and on to all kinds; what all others say comes down the same way. With two kinds:
    #
    #     WEAK -> all --+--> kind --+--> field (its own trials)
    #                   |           +--> other fields of the kind
    #                   +--> other kind --> its fields
    #
    # How much fields and trials differ is not known: each pair of values is gone through, and
    # counts by how likely it makes the trials. All is in logarithms, as products of much evidence
    # are too small for numbers.
    groups: dict[Group, Collection[Trial]] = dict.fromkeys(asked, ()) | {**trials}
    counts = sum(trial.count for of in groups.values() for trial in of)
    scale = (counts + WEAK[0]) / (sum(t.hours for of in groups.values() for t in of) + WEAK[1])
    coarse, fine = np.exp(_PLACES) * scale, np.exp(_FINE) * scale
    beginning = WEAK[0] * np.log(coarse) - WEAK[1] * coarse
    known: dict[Group, FloatArray] = {group: np.full(len(fine), -np.inf) for group in groups}
    for differ in TRIALS_DIFFER:
        told = {group: _told(of, differ, coarse) for group, of in groups.items()}
        others = {group: np.full(len(coarse), -np.inf) for group in groups}
        for between in FIELDS_DIFFER:
            for group, prior in _from_the_others(told, beginning, between).items():
                others[group] = np.logaddexp(others[group], prior)
        for group, of in groups.items():
            prior = np.repeat(others[group], _PARTS)
            known[group] = np.logaddexp(known[group], prior + _told(of, differ, fine))
    likely = {group: np.exp(each - each.max()) for group, each in known.items()}
    return {group: Rate(fine, each / each.sum()) for group, each in likely.items()}


def _from_the_others(
    told: Mapping[Group, FloatArray], beginning: FloatArray, differ: float
) -> dict[Group, FloatArray]:
    """What all other groups say of the rate of each, where the fields of a kind differ so much."""
    up = {group: _passed(_kernel(differ), each) for group, each in told.items()}
    nothing = np.zeros(len(beginning))
    kinds = {k: sum((each for (of, _), each in up.items() if of == k), nothing) for k, _ in told}
    across = {kind: _passed(_kernel(KINDS_DIFFER), each) for kind, each in kinds.items()}
    everything = sum(across.values(), beginning)
    down = {k: _passed(_kernel(KINDS_DIFFER).T, everything - across[k]) for k in kinds}
    return {
        group: _passed(_kernel(differ).T, down[group[0]] + kinds[group[0]] - each)
        for group, each in up.items()
    }


def _told(trials: Collection[Trial], differ: float, rates: FloatArray) -> FloatArray:
    r"""The logarithm of how likely trials are, at each rate.

    A count y is Poisson with the mean :math:`\lambda h g`, where g is gamma with the mean 1 and the
    variance v: negative binomial, as likely as, but for what depends on neither,

    .. math:: (\lambda h)^y (1 + v \lambda h)^{-y - 1/v} \prod_{i < y} (1 + i v)
    """
    told = np.zeros(len(rates))
    for trial in trials:
        mean = rates * trial.hours
        told += trial.count * np.log(mean)
        told -= (trial.count + 1 / differ) * np.log1p(differ * mean)
        told += np.log1p(differ * np.arange(trial.count)).sum()
    return told


@functools.cache
def _kernel(differ: float) -> FloatArray:
    """How likely each rate (column) is where the mean (row) is known: a gamma distribution."""
    shape = 1 / differ
    ratio = shape * np.exp(_PLACES[None, :] - _PLACES[:, None])
    kernel: FloatArray = _STEP * np.exp(shape * np.log(ratio) - ratio - math.lgamma(shape))
    # What lies below the least of all rates is as good as 0, and is taken to be that rate.
    kernel[:, 0] += np.maximum(1.0 - kernel.sum(axis=1), 0.0)
    kernel /= kernel.sum(axis=1, keepdims=True)
    return kernel


def _passed(kernel: FloatArray, told: FloatArray) -> FloatArray:
    """What is told of one rate, told of another that it depends on; both in logarithms."""
    most = told.max()
    passed: FloatArray = most + np.log(np.maximum(kernel @ np.exp(told - most), _TINY))
    return passed
