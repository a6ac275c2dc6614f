from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from netzwerkwandel.change.rates import (
    FIELDS_DIFFER,
    KINDS_DIFFER,
    TRIALS_DIFFER,
    Rate,
    Trial,
    posteriors,
)


OWN, SIBLING, OTHER, NEW = ("a", "own"), ("a", "sibling"), ("b", "other"), ("a", "new")
TRIALS = {
    OWN: [Trial(3, 5.0), Trial(0, 8.0), Trial(9, 6.0)],
    SIBLING: [Trial(1, 10.0)],
    OTHER: [Trial(0, 12.0), Trial(2, 3.0)],
}


def weighed_draws(n: int, group: tuple[str, str]) -> tuple[np.ndarray, np.ndarray]:
    """The definition by brute force: draw everything that is assumed, weigh it by what was seen."""
    random = np.random.default_rng(4)

    def differing(mean: np.ndarray, variance: np.ndarray | float) -> np.ndarray:
        return mean * random.gamma(1 / np.broadcast_to(variance, n)) * variance

    fields, trials = random.choice(FIELDS_DIFFER, n), random.choice(TRIALS_DIFFER, n)
    overall = random.gamma(0.5, 1 / 2.0, n)
    kinds = {kind: differing(overall, KINDS_DIFFER) for kind in "ab"}
    rates = {of: differing(kinds[of[0]], fields) for of in (OWN, SIBLING, OTHER, NEW)}
    likely = np.zeros(n)
    for of, some in TRIALS.items():
        for trial in some:
            chance = 1 / (1 + trials * rates[of] * trial.hours)
            likely += stats.nbinom.logpmf(trial.count, 1 / trials, np.maximum(chance, 1e-300))
    return rates[group], np.exp(likely)


@pytest.mark.slow
@pytest.mark.parametrize("group", [OWN, SIBLING, OTHER, NEW])
def test_what_is_known_is_what_draws_from_the_definition_say(group):
    rate, weight = weighed_draws(3_000_000, group)
    order = np.argsort(rate)
    below = np.cumsum(weight[order]) / weight.sum()

    found = posteriors(TRIALS, [group])[group]

    assert found.mean == pytest.approx(np.average(rate, weights=weight), rel=0.05)
    for level in (0.5, 0.8):
        tails = [(1 - level) / 2, (1 + level) / 2]
        expected = np.interp(tails, below, rate[order])
        assert found.interval(level) == pytest.approx(expected, rel=0.05, abs=0.002)


def test_many_trials_that_agree_know_a_rate_as_well_as_their_count():
    """400 in 1,000 hours, four in each ten of them: as sure as a gamma distribution of 400."""
    found = posteriors({OWN: [Trial(4, 10.0)] * 100}, [OWN])[OWN]

    low, high = found.interval(0.8)
    assert found.mean == pytest.approx(0.4, rel=0.01)
    assert (low, high) == pytest.approx(tuple(stats.gamma(400).ppf([0.1, 0.9]) / 1000), rel=0.01)


@given(st.floats(0.01, 0.98), st.floats(0.001, 0.01))
def test_the_surer_the_wider(level: float, more: float):
    rate = posteriors(TRIALS, [OWN])[OWN]

    (low, high), (lower, higher) = rate.interval(level), rate.interval(level + more)

    assert lower < low < high < higher


def test_however_many_fields_there_are_their_evidence_can_be_written():
    trials = {("a", str(field)): [Trial(field % 5, 4.0)] for field in range(400)}

    found = posteriors(trials, [("a", "0")])[("a", "0")]

    assert 0 < found.interval(0.9)[0] < found.mean < found.interval(0.9)[1] < 5


def test_quantiles_lie_where_half_of_a_value_is_on_either_side():
    rate = Rate(np.array([1.0, 2.0, 4.0]), np.array([0.25, 0.5, 0.25]))

    assert rate.mean == 2.25
    assert rate.interval(0.75) == pytest.approx((1.0, 4.0))


@pytest.mark.slow
@pytest.mark.parametrize("differ", [0.0, 1.0])
def test_intervals_hold_the_truth_about_as_often_as_they_say(differ: float):
    """The whole of it, with other assumptions too, stands in the benchmarks."""
    random = np.random.default_rng(1)
    held = []
    for _ in range(80):
        truth = {(k, str(f)): random.gamma(1.0) * 0.4 for k in "ab" for f in range(4)}
        trials = {
            of: [
                Trial(random.poisson(rate * 8.0 * (random.gamma(1 / differ) * differ or 1)), 8.0)
                if differ
                else Trial(random.poisson(rate * 8.0), 8.0)
                for _ in range(3)
            ]
            for of, rate in truth.items()
        }
        for of, rate in posteriors(trials, truth).items():
            low, high = rate.interval(0.8)
            held.append(low <= truth[of] <= high)

    assert 0.74 <= np.mean(held) <= 0.88
