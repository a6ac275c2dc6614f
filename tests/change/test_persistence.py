from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.change.drift import compared
from netzwerkwandel.change.persistence import Chance, Comparison, _errors, chance_of
from netzwerkwandel.change.weeks import Weeks


def lasting(n: int, correlation: float, spread: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Shares of some days of contact, around 0.4, where weeks hang together."""
    random = np.random.default_rng(seed)
    level = random.standard_normal(n)
    for week in range(1, n):
        level[week] = correlation * level[week - 1] + np.sqrt(1 - correlation**2) * level[week]
    days = 1 + random.poisson(9, n)
    return random.binomial(days, np.clip(0.4 + spread * level, 0, 1)) / days, days


def slides(correlation: float, spread: float, seed: int, drift: float = 0.0) -> bool:
    """Whether a drift is found: a year before the goal, 45 weeks since, of which 13 are late."""
    shares, days = lasting(97, correlation, spread, seed)
    shares[-13:] = np.clip(shares[-13:] + drift, 0, 1)
    before = Weeks(np.arange(52)[::-1], days[:52], shares[:52], 0)
    since = Weeks(np.arange(45)[::-1], days[52:], shares[52:], 0)
    over_baseline, over_earlier, month = compared(
        before, since, np.random.default_rng(seed), 200, 0.95
    )
    return over_baseline.is_above_zero or over_earlier.is_above_zero or month is not None


@pytest.mark.slow
@pytest.mark.parametrize(("correlation", "spread"), [(0.0, 0.1), (0.8, 0.15), (0.8, 0.25)])
def test_weeks_that_hang_together_are_no_drift(correlation: float, spread: float):
    """Whole coverage figures stand in the benchmarks: 0.02 to 0.06 there."""
    assert np.mean([slides(correlation, spread, seed) for seed in range(150)]) <= 0.1


@pytest.mark.slow
def test_a_drift_of_a_fifth_is_found():
    assert np.mean([slides(0.0, 0.1, seed, drift=0.2) for seed in range(150)]) >= 0.85


@pytest.mark.parametrize("n", [1, 2, 5, 13, 52])
@pytest.mark.parametrize("part", [0.4, 1.0])
@pytest.mark.parametrize("run", [1, 4, 100])
def test_the_error_of_a_mean_is_that_of_all_pairs_of_weeks(n: int, part: float, run: int):
    """The definition: the sum of all correlations of pairs of weeks, over the squared number."""
    series = np.tile(np.repeat([1.0, -1.0], run), 100 // run)
    seen = (series[1:] * series[:-1]).sum() / (series**2).sum()
    kept = min(max(seen / part, 0.0), 0.95)
    gaps = np.abs(np.subtract.outer(np.arange(n), np.arange(n)))
    pairs = np.where(gaps == 0, 1.0, part * kept**gaps).sum() / n**2

    comparison = Comparison(0, ((slice(0, n), slice(n, 2 * n)),))

    assert _errors(series[None, :], part, comparison)[0, 0] == pytest.approx(np.sqrt(2 * pairs))


@given(st.integers(0, 50), st.floats(0.01, 100))
def test_the_unit_of_shares_only_scales_what_is_found(seed: int, unit: float):
    shares, _ = lasting(40, 0.3, 0.2, seed)
    comparison = Comparison(20, ((slice(0, 20), slice(30, 40)), (slice(20, 30), slice(30, 40))))

    found, left = comparison.found(shares[None, :])
    scaled, rest = comparison.found(unit * shares[None, :] + 3.0)

    np.testing.assert_allclose(scaled, unit * found, rtol=1e-9, atol=1e-9 * unit)
    np.testing.assert_allclose(rest, unit * left, atol=1e-9 * unit)


def test_what_changed_is_no_part_of_how_weeks_vary():
    shares = np.r_[np.full(20, 0.4), np.full(10, 0.2), np.full(13, 0.7)]
    comparison = Comparison(20, ((slice(0, 20), slice(30, 43)),))

    found, left = comparison.found(shares[None, :])

    assert found[0, 0] == pytest.approx(0.3)
    assert found[1, 0] == pytest.approx(0.5 * np.sqrt(10 * 13 / 23))
    np.testing.assert_allclose(left, 0.0, atol=1e-15)


def test_the_tails_together_leave_the_level():
    random = np.random.default_rng(1)
    both = random.standard_normal(4000)
    alike = Chance(np.ones(3), np.array([both, both, both]))
    apart = Chance(np.ones(3), random.standard_normal((3, 4000)))

    # Three findings that are one have its tail; three that have nothing to do with each other a
    # third of it, nearly.
    assert alike.tail(0.9) == pytest.approx(0.05, abs=0.002)
    assert apart.tail(0.9) == pytest.approx(1 - 0.95 ** (1 / 3), abs=0.004)


def test_an_interval_turns_what_chance_finds_around():
    chance = Chance(np.array([2.0]), np.array([np.linspace(-1, 3, 401)]))

    low, high = chance.interval(0, 5.0, 0.25)

    assert (low, high) == pytest.approx((5.0 - 2 * 2.0, 5.0 - 2 * 0.0))
    assert chance.is_rare(0, 5.0, 0.25)
    assert not chance.is_rare(0, 3.9, 0.25)
    assert not Chance(np.zeros(1), np.zeros((1, 9))).is_rare(0, 1e-15, 0.25)


def test_weeks_that_hang_together_are_less_sure():
    comparison = Comparison(0, ((slice(0, 30), slice(30, 60)),))
    errors = []
    for correlation in (0.0, 0.6, 0.9):
        shares, days = lasting(60, correlation, 0.25, 3)
        chance = chance_of(shares, days, comparison, np.random.default_rng(1), 400)
        low, high = chance.interval(0, 0.0, 0.05)
        errors.append((high - low) / shares.std())

    assert errors == sorted(errors)
    assert errors[2] > 2 * errors[0]
