"""Do intervals hold the truth as often as they say? Simulations, 2,000 of each kind.

python benchmarks/intervals.py [--runs 2000] [experiments] [drift] [core]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from statistics import NormalDist

import numpy as np

from netzwerkwandel.change.drift import compared
from netzwerkwandel.change.rates import Group, Trial, posteriors
from netzwerkwandel.change.weeks import Weeks


EXPERIMENTS: dict[str, dict[str, float]] = {
    "own prior, fields and trials as assumed": {"mean": 0.0},
    "0.4 in an hour, trials alike": {"trials": 0.0},
    "0.05 in an hour, trials alike": {"mean": 0.05, "trials": 0.0},
    "2 in an hour, trials alike": {"mean": 2.0, "trials": 0.0},
    "fields hardly differ": {"fields": 0.25, "trials": 0.0},
    "fields differ much": {"fields": 4.0, "trials": 0.0},
    "fields lognormal": {"lognormal": 1.0, "trials": 0.0},
    "trials differ, variance 1": {"trials": 1.0},
    "trials differ, variance 3": {"trials": 3.0},
    "trials lognormal, variance 3": {"trials": 3.0, "lognormal": 1.0},
    "of three trials two bring nothing": {"trials": -3.0},
}
DRIFTS = [(0.0, 0.0), (0.0, 0.1), (0.3, 0.1), (0.5, 0.1), (0.5, 0.15), (0.7, 0.1), (0.8, 0.15)]
DRIFTS += [(0.8, 0.25)]


def factors(random: np.random.Generator, variance: float, n: int, *, lognormal: bool) -> np.ndarray:
    """Factors with the mean 1; with a negative variance -n one of n is n and the others 0."""
    if variance == 0:
        return np.ones(n)
    if variance < 0:
        return np.where(random.random(n) < -1 / variance, -variance, 0.0)
    if lognormal:
        spread = np.log(1 + variance)
        return np.exp(random.normal(-spread / 2, np.sqrt(spread), n))
    return random.gamma(1 / variance, variance, n)


def life(random: np.random.Generator, of: dict[str, float]) -> tuple[dict, dict[Group, float]]:
    """The experiments of one life, 0 to 4 in each of 4 fields of 2 kinds, and the true rates."""
    lognormal = bool(of.get("lognormal", 0.0))
    own = not of.get("mean", 0.4)
    mean = random.gamma(0.5, 0.5) if own else of.get("mean", 0.4)
    fields = random.choice([0.3, 1.0, 3.0, 10.0]) if own else of.get("fields", 1.0)
    differ = random.choice([0.0, 0.3, 1.0, 3.0, 10.0]) if own else of["trials"]
    trials, truth = {}, {}
    for kind in "ab":
        level = mean * factors(random, 1.0, 1, lognormal=False)[0]
        rates = level * factors(random, fields, 4, lognormal=lognormal)
        for field, rate in zip("wxyz", rates.tolist(), strict=True):
            hours = random.uniform(2, 20, random.integers(5))
            means = rate * hours * factors(random, differ, len(hours), lognormal=lognormal)
            counts = random.poisson(means).tolist()
            truth[kind, field] = rate
            if counts:
                each = zip(counts, hours.tolist(), strict=True)
                trials[kind, field] = [Trial(*one) for one in each]
    return trials, truth


def experiments(runs: int) -> Iterator[str]:
    """How often the interval at 0.80 holds the true rate of a field that was tried."""
    yield "| experiments | holds | too high | too low |\n|---|---|---|---|"
    for name, of in EXPERIMENTS.items():
        random, seen = np.random.default_rng(7), []
        for _ in range(runs):
            trials, truth = life(random, of)
            for field, rate in posteriors(trials, trials).items():
                low, high = rate.interval(0.8)
                seen.append((truth[field] < low, truth[field] > high))
        above, below = np.mean(seen, axis=0)
        yield f"| {name} | {1 - above - below:.3f} | {above:.3f} | {below:.3f} |"


def span(random: np.random.Generator, n: int, correlation: float, spread: float) -> np.ndarray:
    """Weekly levels of attention around 0.4 that hang together."""
    level = random.standard_normal(n)
    for week in range(1, n):
        level[week] = correlation * level[week - 1] + np.sqrt(1 - correlation**2) * level[week]
    return 0.4 + spread * level


def most(correlation: float, spread: float, rise: float = 0.2) -> float:
    """How often anything could find a rise in the last 13 of 97 weeks, with 0.05 false alarms.

    The power of the best linear test of one that knows how far levels vary, how they hang together
    and in which week they rose, none of which is known in a life: generalised least squares.
    """
    weeks = np.arange(97)
    covariance = spread**2 * correlation ** abs(weeks[:, None] - weeks)
    # Shares of one to twenty days: the chance of few, on average 0.4 * 0.6 / days.
    covariance[weeks, weeks] += 0.24 * np.mean(1 / (1 + np.random.default_rng(5).poisson(9, 10**6)))
    model = np.column_stack([np.ones(97), weeks >= 84])
    error = np.linalg.inv(model.T @ np.linalg.solve(covariance, model))[1, 1] ** 0.5
    normal = NormalDist()
    return normal.cdf(rise / error - normal.inv_cdf(0.975))


def drift(runs: int, samples: int = 300) -> Iterator[str]:
    """How often a drift is said to be there, of a year, 32 weeks and 13 weeks of ten days each."""
    yield "| correlation, spread | no drift: found | holds 0 | drift of 0.2: found | at most |"
    yield "|---|---|---|---|---|"
    for correlation, spread in DRIFTS:
        random, rows = np.random.default_rng(5), []
        for _ in range(runs):
            level = span(random, 97, correlation, spread)
            days = 1 + random.poisson(9, 97)
            row: list[bool] = []
            for rise in (0.0, 0.2):
                risen = level + rise * (np.arange(97) >= 84)
                shares = random.binomial(days, np.clip(risen, 0, 1)) / days
                before = Weeks(np.arange(52)[::-1], days[:52], shares[:52], 0)
                since = Weeks(np.arange(45)[::-1], days[52:], shares[52:], 0)
                one, other, month = compared(before, since, random, samples, 0.95)
                row.append(one.low > 0 or other.low > 0 or month is not None)
                if not rise:
                    row.append(one.low <= 0 <= one.high)
            rows.append(row)
        found, holds, detected = np.mean(rows, axis=0)
        told = (found, holds, detected, most(correlation, spread))
        yield f"| {correlation}, {spread} | {' | '.join(f'{share:.3f}' for share in told)} |"


def main() -> None:
    """Run what was asked for, or all of it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("parts", nargs="*", help="experiments, drift; by default all")
    asked.add_argument("--runs", type=int, default=2000)
    given = asked.parse_args()
    for name, part in {"experiments": experiments, "drift": drift}.items():
        if name in given.parts or not given.parts:
            for line in part(given.runs):
                print(line, flush=True)


if __name__ == "__main__":
    main()
