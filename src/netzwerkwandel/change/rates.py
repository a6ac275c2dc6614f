"""How often something happens per hour, told from how often it did in groups that differ.

A rate is described by a gamma distribution; the end of the file holds as much of that as intervals
need.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TypeAlias

import attrs


@attrs.frozen
class Evidence:
    """So many in so many hours: what a rate is told from, and a gamma distribution of the rate."""

    count: float = 0.0
    hours: float = 0.0

    @property
    def mean(self) -> float:
        """The rate that it speaks for; the hours must not be 0."""
        return self.count / self.hours

    def interval(self, level: float) -> tuple[float, float]:
        """Between which two values the rate lies with a probability, and beyond either equally."""
        tails = ((1 - level) / 2, (1 + level) / 2)
        low, high = (gamma_quantile(p, self.count) for p in tails)
        return low / self.hours, high / self.hours

    def __add__(self, other: Evidence) -> Evidence:
        return Evidence(self.count + other.count, self.hours + other.hours)

    def seen_through(self, hours: float) -> Evidence:
        """What it says of a rate that differs from its own.

        The same mean. Its variance, m / h, grows by that of the difference, m / ``hours``.
        """
        kept = hours / (hours + self.hours)
        return Evidence(self.count * kept, self.hours * kept)


Group: TypeAlias = tuple[str, str]
"""A kind, and a field within it."""

WEAK = Evidence(0.5, 2.0)
"""What is assumed before anything is known: Jeffreys' shape of 1/2, worth two hours."""
VARIATION = 1.0
"""How much groups are assumed to differ: the squared coefficient of variation of their rates."""
FIELDS = 3.0
"""How many fields that assumption is worth."""

_EXACT = 2.0**-50
_TINY = 1e-300


def posterior(groups: Mapping[Group, Evidence], group: Group) -> Evidence:
    """What is known of the rate of a group: its own evidence, and that of all others.

    Each of the others is seen through what lies between: the differences of fields within a kind,
    and of kinds.
    """
    # The evidence is added up on its way to the group: other kinds come as one rate each through
    # the difference between kinds, and what is then known of the group's kind comes, with its
    # other fields, through the difference between fields.
    #
    #     other kinds --kind_step--> kind <--field_step-- other fields
    #                                  |
    #                              field_step -> group
    total = sum(groups.values(), WEAK)
    field_step = 1.0 / (variation(groups) * total.mean)
    kind_step = 1.0 / (VARIATION * total.mean)
    kinds = dict.fromkeys([group[0], *(kind for kind, _ in groups)], Evidence())
    for other, evidence in groups.items():
        if other != group:
            kinds[other[0]] += evidence.seen_through(field_step)
    beyond = [kinds[kind].seen_through(kind_step) for kind in kinds if kind != group[0]]
    above = sum(beyond, WEAK).seen_through(kind_step)
    prior = (above + kinds[group[0]]).seen_through(field_step)
    return prior + groups.get(group, Evidence())


def variation(groups: Mapping[Group, Evidence]) -> float:
    r"""How much do the true rates of fields differ within a kind?

    Their squared coefficient of variation by the method of moments, from

    .. math:: E \sum_f h_f (r_f - m)^2 = (F - 1) m + v m^2 \Bigl(H - \sum_f h_f^2 / H\Bigr)

    for the F fields of a kind with rates r in h hours, H in all, and m their common mean; averaged
    with ``VARIATION`` as if that came from ``FIELDS`` more fields, so that few data decide little
    and fields never count as all alike.
    """
    excess, weight, freedom = 0.0, 0.0, 0
    for kind in sorted({kind for kind, _ in groups}):
        fields = [evidence for (of, _), evidence in groups.items() if of == kind]
        total = sum(fields, Evidence())
        mean, free = total.mean, len(fields) - 1
        if mean == 0 or free == 0:
            continue
        spread = sum(each.hours * (each.mean - mean) ** 2 for each in fields)
        excess += spread - free * mean
        weight += mean**2 * (total.hours - sum(each.hours**2 for each in fields) / total.hours)
        freedom += free
    estimate = max(excess / weight, 0.0) if freedom else 0.0
    return (FIELDS * VARIATION + freedom * estimate) / (FIELDS + freedom)


def gamma_cdf(x: float, shape: float) -> float:
    r"""How likely is a gamma variable of this shape (and one per unit) at most x?

    The regularised lower incomplete gamma function

    .. math:: P(a, x) = \frac{1}{\Gamma(a)} \int_0^x t^{a - 1} e^{-t} \, dt

    by its series below a + 1, and by the continued fraction of 1 - P above.

    Parameters
    ----------
    x : float
        At least 0.
    shape : float
        a, above 0.

    Returns
    -------
    float
        From 0 to 1.

    Examples
    --------
    >>> round(gamma_cdf(2.0, 1.0), 12) == round(1 - math.exp(-2.0), 12)
    True
    """
    if x <= 0:
        return 0.0
    scale = math.exp(shape * math.log(x) - x - math.lgamma(shape))
    if x < shape + 1:
        # the series 1 / a + x / (a (a + 1)) + x² / (a (a + 1) (a + 2)) + ..., whose terms fall from
        # the first one on as long as x is below a + 1
        term = total = 1.0 / shape
        n = shape
        while term > total * _EXACT:
            n += 1.0
            term *= x / n
            total += term
        return min(scale * total, 1.0)
    # The continued fraction 1 / (x + 1 - a - (1 - a) / (x + 3 - a - 2 (2 - a) / (x + 5 - a - ...)))
    # by the modified method of Lentz: c and d are the ratios of successive numerators and
    # denominators, and their product is what the next term changes the value by. One that comes
    # out as 0 would be divided by, so it is a tiny number instead.
    b = x + 1.0 - shape
    c, d = 1.0 / _TINY, 1.0 / b
    value, change, k = d, 0.0, 0
    while abs(change - 1.0) > _EXACT:
        k += 1
        a = -k * (k - shape)
        b += 2.0
        d = 1.0 / _not_zero(a * d + b)
        c = _not_zero(b + a / c)
        change = c * d
        value *= change
    return max(1.0 - scale * value, 0.0)


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def gamma_quantile(p: float, shape: float) -> float:
    """Below which value does a gamma variable of this shape stay with probability p?

    The inverse of ``gamma_cdf``, found by halving an interval of logarithms.

    Parameters
    ----------
    p : float
        Between 0 and 1, both left out.
    shape : float
        Above 0.

    Returns
    -------
    float
        At least 0; 0 where it is too small to be written as a number.

    Examples
    --------
    >>> round(gamma_quantile(0.5, 1.0), 12) == round(math.log(2.0), 12)
    True
    """
    # In logarithms, for the quantile may be as small as 1e-200. It lies above the x at which
    # x**a / Gamma(a + 1) is p, since P(a, x) is always less than that.
    low, high = (math.log(p) + math.lgamma(shape + 1.0)) / shape, math.log(shape + 1.0)
    while gamma_cdf(math.exp(high), shape) < p:
        high += 1.0
    while high - low > _EXACT * max(1.0, -low, high):
        middle = (low + high) / 2
        if gamma_cdf(math.exp(middle), shape) < p:
            low = middle
        else:
            high = middle
    return math.exp(low)
