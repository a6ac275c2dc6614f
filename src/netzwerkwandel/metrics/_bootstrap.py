from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import attrs
import numpy as np
from typing_extensions import override

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.metrics.columns import ColumnarResult
from netzwerkwandel.metrics.degree_null import Progress
from netzwerkwandel.model.arguments import (
    check_aware,
    check_callable,
    check_count,
    check_kind,
    is_number,
)
from netzwerkwandel.network import Chronicle, FloatArray, Network, TieStrength
from netzwerkwandel.records import Records


A_WEEK = 7 * 86_400 * 1_000_000
"""In microseconds."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Bootstrap(ColumnarResult):
    """How sure is a value of a network, given that other things might as well have happened?

    As a table it has a row for each sample.

    Parameters
    ----------
    observed : float
        The value in the network of all that happened.
    halves : FloatArray, shape (samples,)
        The values in networks of half of the weeks.
    level : float
        The probability of the interval.
    """

    observed: float
    halves: FloatArray
    level: float

    @override
    def __repr__(self) -> str:
        low, high = self.interval
        return (
            f"Bootstrap(observed={self.observed:.6g}, interval=({low:.6g}, {high:.6g}), "
            f"level={self.level:g}, samples={self.samples:,})"
        )

    @property
    def samples(self) -> int:
        """How many halves were measured."""
        return len(self.halves)

    @property
    def standard_error(self) -> float:
        """The standard error of the value."""
        return float(self.halves.std())

    @property
    def interval(self) -> tuple[float, float]:
        """Between which two values it lies with the probability that was asked for."""
        tails = [(1.0 - self.level) / 2, (1.0 + self.level) / 2]
        low, high = np.quantile(self.halves - self.halves.mean(), tails)
        return self.observed - float(high), self.observed - float(low)


def bootstrap(
    records: Records,
    statistic: Callable[[Network], float],
    *,
    as_of: datetime,
    rng: np.random.Generator,
    samples: int = 199,
    level: float = 0.95,
    strength: TieStrength | None = None,
    progress: Progress | None = None,
) -> Bootstrap:
    """How sure is a value of a person's network, given what happened to happen?

    Half of the weeks in which anything happened are left out at random, again and again, and the
    value is told from the others. It differs among halves by as much as it would among lives as
    long as this one: the variance of the mean of half of a sample, drawn without replacement,
    around that of all is that of the mean of all [1]_.

    Parameters
    ----------
    records : Records
        One person's data.
    statistic : callable
        From a network to the value.
    as_of : datetime
        The moment, with a time zone.
    rng : numpy.random.Generator
        Where chance comes from. The same state gives the same result.
    samples : int
        How many halves; at least 2.
    level : float
        Between 0 and 1: the probability of the interval.
    strength : TieStrength, optional
        How strength is measured.
    progress : callable, optional
        Called with the number of samples done and of all of them.

    Returns
    -------
    Bootstrap
        The value, its standard error and its interval.

    Raises
    ------
    InvalidArgumentError
        If an argument is not of its kind, or the records have no owner.

    Notes
    -----
    Weeks are left out as a whole, since what happens within one hangs together; what is stated
    stays. Half of what happened is not drawn twice instead, since a day of contact counts once.
    Where a value grows with how much is known, as a number of people does, halves lie below it:
    only how much they differ from each other enters. Each sample costs a network of its own.

    References
    ----------
    .. [1] Politis, D. N., Romano, J. P. (1994). "Large Sample Confidence Regions Based on
       Subsamples under Minimal Assumptions." The Annals of Statistics 22(4), 2031-2050.
       https://doi.org/10.1214/aos/1176325770

    Examples
    --------
    >>> from datetime import timedelta, timezone
    >>> from netzwerkwandel import Contact, Interaction
    >>> start = datetime(2026, 1, 5, tzinfo=timezone.utc)
    >>> lunches = [
    ...     Interaction(
    ...         key=f"{week}",
    ...         when=start + timedelta(weeks=week),
    ...         channel="meeting",
    ...         participants=["mara", "ana" if week % 3 else "ben"],
    ...     )
    ...     for week in range(12)
    ... ]
    >>> people = [Contact(key=key, name=key) for key in ("mara", "ana", "ben")]
    >>> records = Records(contacts=people, interactions=lunches, me="mara")
    >>> def with_ana(network: Network) -> float:
    ...     return float(network.weights[network.indptr[network.index_of("ana")]])
    >>> found = bootstrap(
    ...     records, with_ana, as_of=start + timedelta(weeks=12), rng=np.random.default_rng(1)
    ... )
    >>> found.interval[0] < found.observed < found.interval[1]
    True
    """
    check_kind("records", records, Records)
    check_callable("statistic", statistic)
    check_kind("rng", rng, np.random.Generator)
    check_aware("as_of", as_of)
    check_count("samples", samples, 2)
    if progress is not None:
        check_callable("progress", progress)
    if not (is_number(level) and 0 < level < 1):
        raise InvalidArgumentError(f"level must be a number between 0 and 1, got {shown(level)}")

    def value(of: Records) -> float:
        chronicle = Chronicle.from_records(of, strength=strength)
        return float(statistic(chronicle.network(as_of)))

    observed = value(records)
    happened = records.interactions
    happened = happened.take(happened.at <= as_of.timestamp() * 1e6)
    _, week = np.unique(happened.at // A_WEEK, return_inverse=True)
    weeks, halves = int(week.max(initial=-1)) + 1, []
    for done in range(samples):
        kept = np.zeros(weeks, dtype=np.bool_)
        kept[rng.permutation(weeks)[: weeks // 2]] = True
        half = attrs.evolve(records, interactions=happened.take(kept[week]))
        halves.append(value(half))
        if progress is not None:
            progress(done + 1, samples)
    return Bootstrap(observed=observed, halves=np.array(halves, dtype=np.float64), level=level)
