"""The gamma distribution, as far as intervals need it."""

from __future__ import annotations

import math


_EXACT = 2.0**-50
_TINY = 1e-300


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
        return min(scale * _series(x, shape), 1.0)
    return max(1.0 - scale * _continued_fraction(x, shape), 0.0)


def _series(x: float, shape: float) -> float:
    term = total = 1.0 / shape
    n = shape
    while term > total * _EXACT:
        n += 1.0
        term *= x / n
        total += term
    return total


def _continued_fraction(x: float, shape: float) -> float:
    """By the modified method of Lentz."""
    b = x + 1.0 - shape
    c, d = 1.0 / _TINY, 1.0 / b
    value, change, n = d, 0.0, 0
    while abs(change - 1.0) > _EXACT:
        n += 1
        a = -n * (n - shape)
        b += 2.0
        d = 1.0 / _not_zero(a * d + b)
        c = _not_zero(b + a / c)
        change = c * d
        value *= change
    return value


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
    low, high = _least(p, shape), math.log(shape + 1.0)
    while gamma_cdf(math.exp(high), shape) < p:
        high += 1.0
    while high - low > _EXACT * max(1.0, -low, high):
        middle = (low + high) / 2
        if gamma_cdf(math.exp(middle), shape) < p:
            low = middle
        else:
            high = middle
    return math.exp(low)


def _least(p: float, shape: float) -> float:
    """The logarithm of a value below the quantile, since P(a, x) < x**a / Gamma(a + 1)."""
    return (math.log(p) + math.lgamma(shape + 1.0)) / shape
