from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import gammainc, gammaincinv

from netzwerkwandel.change.rates import gamma_cdf, gamma_quantile


shapes = st.floats(0.01, 5_000)
shares = st.floats(1e-6, 1 - 1e-6)


@pytest.mark.parametrize(
    ("freedom", "p", "chi_squared"),
    [
        (1, 0.95, 3.84146),
        (1, 0.10, 0.01579),
        (2, 0.95, 5.99146),
        (10, 0.05, 3.94030),
        (10, 0.95, 18.30704),
        (30, 0.99, 50.89218),
    ],
)
def test_quantiles_are_half_those_of_chi_squared_in_printed_tables(freedom, p, chi_squared):
    assert gamma_quantile(p, freedom / 2) == pytest.approx(chi_squared / 2, abs=2.6e-6)


def test_with_shape_one_it_is_the_exponential_distribution():
    assert gamma_cdf(2.0, 1.0) == pytest.approx(1 - math.exp(-2.0), rel=1e-14)
    assert gamma_quantile(0.9, 1.0) == pytest.approx(math.log(10.0), rel=1e-14)


@given(shapes, st.floats(1e-3, 10))
def test_the_distribution_is_that_of_scipy(shape: float, times: float):
    assert gamma_cdf(times * shape, shape) == pytest.approx(
        gammainc(shape, times * shape), rel=1e-9, abs=1e-12
    )


@given(shapes, shares)
def test_the_quantile_is_that_of_scipy(shape: float, p: float):
    assert gamma_quantile(p, shape) == pytest.approx(gammaincinv(shape, p), rel=1e-8, abs=1e-300)


@given(shapes, shares, shares)
def test_a_quantile_grows_with_its_share(shape: float, p: float, q: float):
    low, high = sorted((p, q))

    assert gamma_quantile(low, shape) <= gamma_quantile(high, shape)


@pytest.mark.parametrize("x", [0.0, -1.0])
def test_nothing_is_below_zero(x: float):
    assert gamma_cdf(x, 0.5) == 0.0


def test_what_is_too_small_to_be_written_is_zero():
    assert gamma_quantile(0.1, 1e-4) == 0.0
