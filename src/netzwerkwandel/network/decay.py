"""How contact fades: what is left of a day of contact after so many days."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod

import attrs
import numpy as np
import numpy.typing as npt
from typing_extensions import override

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.model.arguments import is_number, positive, share
from netzwerkwandel.model.moments import DAYS_A_YEAR
from netzwerkwandel.network.arrays import FloatArray, IntArray, place_in_run, run_lengths
from netzwerkwandel.network.kernels.engines import chunk_size


@attrs.frozen(kw_only=True)
class Decay(ABC):
    r"""How much of a contact is left after some days?

    Strength is the faded sum of the days of contact, :math:`s(t) = \sum_{d \le t} w_d K(t - d)`. A
    subclass says in ``fade`` what :math:`K` is.
    """

    @abstractmethod
    def fade(self, days: FloatArray) -> FloatArray:
        """What is left after some days: 1 after none, never more after more days, never below 0.

        What a subclass writes; to ask, call ``kept``, which checks the days.

        Parameters
        ----------
        days : FloatArray, any shape
            Days since the contact, at least 0; infinity is for ever.

        Returns
        -------
        FloatArray, the same shape
            The share that is left, from 0 to 1.
        """

    def kept(self, days: npt.ArrayLike) -> FloatArray:
        """What share of a contact is left after some days?

        Parameters
        ----------
        days : FloatArray, any shape
            Days since the contact, at least 0.

        Returns
        -------
        FloatArray, the same shape
            From 1 after no days down to 0.

        Raises
        ------
        InvalidArgumentError
            If a number of days is negative or nan.
        """
        since = np.asarray(days, dtype=np.float64)
        if not np.all(since >= 0):
            wrong = float(since[~(since >= 0)].flat[0])
            raise InvalidArgumentError(f"days since a contact must be >= 0, got {wrong}")
        with np.errstate(over="ignore", under="ignore"):
            return np.asarray(self.fade(since), dtype=np.float64)

    def accumulate(
        self, starts: IntArray, days: FloatArray, weights: FloatArray, as_of: float
    ) -> tuple[FloatArray, FloatArray]:
        """Sum up the days of contact of many pairs: how strong is each tie now, and at its peak?

        Parameters
        ----------
        starts : IntArray, shape (n_pairs,)
            Where the days of each pair begin.
        days, weights : FloatArray, shape (n_days,)
            The days of contact of all pairs, each pair's in order, and what each is worth.
        as_of : float
            The day at which strength is wanted, at or after every day of contact.

        Returns
        -------
        tuple of two FloatArray, shape (n_pairs,)
            The strength at ``as_of``, and the highest that it ever was, which it was right after
            one of the contacts.

        Raises
        ------
        InvalidArgumentError
            If a contact is later than ``as_of``, or a pair's days are not in order.

        Notes
        -----
        Each day is a sum over those before it: the cost grows with the square of a pair's days.
        """
        if not len(starts):
            return np.zeros(0), np.zeros(0)
        now = np.add.reduceat(weights * self.kept(as_of - days), starts)
        peak = np.maximum.reduceat(self.after_each(starts, days, weights), starts)
        return now, peak

    def after_each(self, starts: IntArray, days: FloatArray, weights: FloatArray) -> FloatArray:
        """How strong was each tie right after each day of contact?

        Parameters
        ----------
        starts : IntArray, shape (n_pairs,)
            Where the days of each pair begin.
        days, weights : FloatArray, shape (n_days,)
            The days of contact of all pairs, each pair's in order, and what each is worth.

        Returns
        -------
        FloatArray, shape (n_days,)
            The faded sum of the pair's days up to each one, itself included.

        Raises
        ------
        InvalidArgumentError
            If a pair's days are not in order.
        """
        # Each day is a sum over all days of its pair up to itself. Of two pairs with 3 and 2 days:
        #
        #     day        0  1  2   3  4
        #     first      0  0  0   3  3
        #     terms      1  2  3   1  2     how many days are summed up for it
        #     reached    1  3  6   7  9     and for all days up to it
        #
        # The sums are made in steps of as many terms as fit into memory; of days 1 and 2 (which
        # begin at 1 of ``reached``) ``low`` is 0 2, where each sum begins, and ``earlier`` is
        # 0 1 0 1 2, the days that are summed up.
        first = np.repeat(starts, run_lengths(starts, len(days)))
        terms = np.arange(len(days)) - first + 1
        reached = np.cumsum(terms)
        sums, chunk = np.empty(len(days)), chunk_size()
        begin = 0
        while begin < len(days):
            before = reached[begin] - terms[begin]
            end = max(begin + 1, int(np.searchsorted(reached, before + chunk, side="right")))
            count, low = terms[begin:end], reached[begin:end] - terms[begin:end] - before
            earlier = np.repeat(first[begin:end] - low, count) + np.arange(count.sum())
            left = self.kept(np.repeat(days[begin:end], count) - days[earlier])
            sums[begin:end] = np.add.reduceat(weights[earlier] * left, low)
            begin = end
        return sums


@attrs.frozen(kw_only=True)
class ExponentialDecay(Decay):
    r"""Half of a contact is left after each half-life, however old it is.

    .. math:: K(\Delta) = 2^{-\Delta / h}

    The one form that needs no memory of single contacts: strength and the day it was known are
    enough to go on from (``update``).

    Parameters
    ----------
    half_life : float
        Days, finite and above 0.

    Examples
    --------
    >>> ExponentialDecay(half_life=100.0).kept([0.0, 100.0, 300.0])
    array([1.   , 0.5  , 0.125])
    """

    half_life: float = attrs.field(validator=positive)

    @classmethod
    def from_yearly_retention(cls, retention: float) -> ExponentialDecay:
        r"""Take the half-life from the share that is left after a year.

        .. math:: h = \frac{\ln 2}{-\ln \rho} \text{ years}

        Parameters
        ----------
        retention : float
            The share :math:`\rho` of strength that is left after a year of silence, above 0 and
            below 1.

        Returns
        -------
        ExponentialDecay
            With that half-life.

        Raises
        ------
        InvalidArgumentError
            If the share is not above 0 and below 1.

        Notes
        -----
        Of the bridges in a bank nine in ten were gone a year later [1]_: a retention of 0.1, which
        is a half-life of 110 days.

        References
        ----------
        .. [1] Burt, R. S. (2002). "Bridge decay." Social Networks.

        Examples
        --------
        >>> round(ExponentialDecay.from_yearly_retention(0.1).half_life, 1)
        110.0
        """
        if not (is_number(retention) and 0 < retention < 1):
            raise InvalidArgumentError(
                f"yearly retention must be above 0 and below 1, got {shown(retention)}"
            )
        return cls(half_life=DAYS_A_YEAR * math.log(2.0) / -math.log(retention))

    @override
    def fade(self, days: FloatArray) -> FloatArray:
        left: FloatArray = np.exp2(-days / self.half_life)
        return left

    def update(
        self, strength: npt.ArrayLike, elapsed: npt.ArrayLike, weight: npt.ArrayLike
    ) -> FloatArray:
        r"""Go on from a known strength to the next contact: :math:`s 2^{-\Delta / h} + w`.

        Parameters
        ----------
        strength : FloatArray
            Strength when it was last known.
        elapsed : FloatArray
            Days since then, at least 0.
        weight : FloatArray
            What the contact is worth; 0 if there is none and only time has passed.

        Returns
        -------
        FloatArray
            The strength right after the contact.

        Raises
        ------
        InvalidArgumentError
            If time runs backwards.
        """
        known, worth = np.asarray(strength, np.float64), np.asarray(weight, np.float64)
        return np.asarray(known * self.kept(elapsed) + worth)

    @override
    def accumulate(
        self, starts: IntArray, days: FloatArray, weights: FloatArray, as_of: float
    ) -> tuple[FloatArray, FloatArray]:
        """As every decay, by one update for each contact, all pairs at once."""
        if not len(starts):
            return np.zeros(0), np.zeros(0)
        running = self.after_each(starts, days, weights)
        last = np.r_[starts[1:], len(days)] - 1
        now = running[last] * self.kept(as_of - days[last])
        return now, np.maximum.reduceat(running, starts)

    @override
    def after_each(self, starts: IntArray, days: FloatArray, weights: FloatArray) -> FloatArray:
        """Solve s[k] = s[k-1] * decay(k) + w[k] within each run, by doubling every sum's reach.

        A product of decays never overflows, as powers of absolute time would.
        """
        # In each round every sum that begins after its run's first day takes in what lies before
        # it, faded by the time in between, and so reaches twice as far back. Where nothing fades
        # and each weight is 1:
        #
        #     place     0  1  2  3  4
        #     reach 1   1  1  1  1  1
        #     reach 2   1  2  2  2  2     from 1 on, each added the one before
        #     reach 4   1  2  3  4  4     from 2 on, each added the second before
        #     reach 8   1  2  3  4  5     from 4 on, each added the fourth before
        #
        # ``decay[k]`` fades from k - reach to k. No gap comes before a run's first day: with an
        # infinite one all would be forgotten.
        gaps = np.diff(days, prepend=0.0)
        gaps[starts] = np.inf
        decay = self.kept(gaps)
        sums, reach = weights.astype(np.float64), 1
        place = place_in_run(starts, len(days))
        further = np.flatnonzero(place >= reach)
        with np.errstate(under="ignore"):
            while len(further):
                sums[further] = sums[further] + decay[further] * sums[further - reach]
                decay[further] = decay[further] * decay[further - reach]
                reach *= 2
                further = further[place[further] >= reach]
        return sums


@attrs.frozen(kw_only=True)
class PowerLawDecay(Decay):
    r"""A contact fades fast at first and lingers for long.

    .. math:: K(\Delta) = (1 + \Delta / \tau)^{-\gamma}

    Parameters
    ----------
    scale : float
        :math:`\tau` in days, finite and above 0: after so many days :math:`2^{-\gamma}` is left.
    exponent : float
        :math:`\gamma`, finite and above 0.

    Examples
    --------
    >>> PowerLawDecay(scale=30.0, exponent=1.0).kept([0.0, 30.0, 90.0])
    array([1.  , 0.5 , 0.25])
    """

    scale: float = attrs.field(validator=positive)
    exponent: float = attrs.field(validator=positive)

    @override
    def fade(self, days: FloatArray) -> FloatArray:
        left: FloatArray = np.exp(-self.exponent * np.log1p(days / self.scale))
        return left


@attrs.frozen(kw_only=True)
class SurvivalDecay(Decay):
    r"""The longer a contact has been kept in mind, the less it is at risk of being forgotten.

    .. math:: K(\Delta) = 2^{-(\Delta / h)^k}

    A form with the property that the rate of loss falls with age, as
    :math:`\Delta^{k - 1}` (Weibull survival); half is left after the half-life whatever the shape.

    Parameters
    ----------
    half_life : float
        :math:`h` in days, finite and above 0.
    shape : float
        :math:`k`, above 0 and at most 1; at 1 the rate is constant and the decay exponential.

    Notes
    -----
    That the decay of relationships slows with their age is the theme of [1]_; the form and its
    parameters are not taken from there.

    References
    ----------
    .. [1] Burt, R. S. (2000). "Decay functions." Social Networks.

    Examples
    --------
    >>> SurvivalDecay(half_life=100.0, shape=0.5).kept([0.0, 100.0, 900.0])
    array([1.   , 0.5  , 0.125])
    """

    half_life: float = attrs.field(validator=positive)
    shape: float = attrs.field(default=0.5, validator=[positive, share])

    @override
    def fade(self, days: FloatArray) -> FloatArray:
        left: FloatArray = np.exp2(-np.power(days / self.half_life, self.shape))
        return left
