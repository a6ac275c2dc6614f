"""What is planted in made-up careers is found again, and what is not planted is not found."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date, timedelta

import attrs
import numpy as np
import pytest

from change.careers import AS_OF, ASLEEP, CORE, GOAL, Trial, career
from netzwerkwandel.change import (
    Drift,
    drift_to_core,
    experiment_effects,
    rank_experiments,
    ties_woken,
)
from netzwerkwandel.model import Experiment


SEEDS = 100
FEW = 10
TRUE_RATES = {"studio": 0.75, "course": 0.3, "fair": 0.1}
"""New contacts per hour, by field."""


def drift(seed: int, slides: date | None = None, *, opens: bool = True) -> Drift:
    return drift_to_core(
        career(seed, slides=slides, opens=opens),
        goal=GOAL,
        as_of=AS_OF,
        rng=np.random.default_rng(seed),
    )


def hits(right: Callable[[int], bool], seeds: int) -> int:
    return sum(right(seed) for seed in range(seeds))


def months_apart(one: date | None, other: date) -> float:
    if one is None:
        return float("inf")
    return abs((one.year - other.year) * 12 + one.month - other.month)


def finds(seed: int, month: date) -> bool:
    found = drift(seed, month)
    return found.is_sliding and months_apart(found.since, month) <= 1


def keeps_quiet(seed: int, *, opens: bool) -> bool:
    return not drift(seed, opens=opens).is_sliding


MONTHS = [date(2024, 7, 1), date(2024, 10, 1), date(2025, 3, 1)]


@pytest.mark.slow
@pytest.mark.parametrize("month", MONTHS)
def test_the_month_of_a_drift_is_found_in_a_few_careers(month: date):
    assert hits(functools.partial(finds, month=month), FEW) >= FEW - 3


# Weeks of these careers hang together. What raises hardly any false alarm among such weeks finds
# fewer drifts, too: see the intervals in ``benchmarks/README.md``.
@pytest.mark.slow
@pytest.mark.parametrize("month", MONTHS)
def test_the_month_of_a_drift_is_found(month: date):
    assert hits(functools.partial(finds, month=month), SEEDS) >= 0.8 * SEEDS


@pytest.mark.slow
@pytest.mark.parametrize("opens", [True, False])
def test_without_a_drift_there_is_no_alarm_in_a_few_careers(opens: bool):
    assert hits(functools.partial(keeps_quiet, opens=opens), FEW) >= FEW - 1


@pytest.mark.slow
@pytest.mark.parametrize("opens", [True, False])
def test_without_a_drift_there_is_no_alarm(opens: bool):
    assert hits(functools.partial(keeps_quiet, opens=opens), SEEDS) >= 0.95 * SEEDS


def test_the_core_that_was_planted_is_found():
    assert set(CORE) <= set(drift(0).inner_circle)


def trials() -> list[Trial]:
    """Each field tried four times, for twenty hours, one after the other."""
    fields = [field for field in TRUE_RATES for _ in range(4)]
    return [
        Trial(
            started=date(2024, 2, 1) + timedelta(days=40 * number),
            hours=20,
            rate=TRUE_RATES[field],
            field=field,
        )
        for number, field in enumerate(fields)
    ]


def ranks_right(seed: int) -> bool:
    past = experiment_effects(career(seed, trials=trials(), a_week=4), as_of=AS_OF)
    ideas = [
        Experiment(key=field, title=field, started=AS_OF.date(), field=field, hours=10)
        for field in sorted(TRUE_RATES)
    ]
    ranked = [each.experiment.field for each in rank_experiments(ideas, past)]
    return ranked == sorted(TRUE_RATES, key=lambda field: -TRUE_RATES[field])


def test_experiments_are_ranked_by_their_true_rates_in_a_few_careers():
    assert hits(ranks_right, 3) == 3


@pytest.mark.slow
def test_experiments_are_ranked_by_their_true_rates():
    assert hits(ranks_right, SEEDS) >= 0.95 * SEEDS


def test_of_whom_nothing_is_stated_nobody_counts_and_all_are_told_apart():
    records = career(1, trials=trials(), a_week=4)
    stated = {each.key: set(each.met) for each in records.experiments}
    unstated = attrs.evolve(
        records, experiments=[attrs.evolve(each, met=()) for each in records.experiments]
    )

    effects = experiment_effects(unstated, as_of=AS_OF)

    assert {each.experiment.key: set(each.in_those_days) for each in effects} == stated
    assert not any(each.new for each in effects)


@pytest.mark.parametrize("seed", range(5))
def test_the_sleeping_contacts_that_woke_are_found(seed: int):
    weeks = [date(2023, 5, 1), date(2024, 2, 5), date(2025, 6, 2)]

    found = [
        tie
        for tie in ties_woken(career(seed, wakes=weeks, a_week=4), as_of=AS_OF)
        if tie.contact.key in ASLEEP
    ]

    assert [tie.contact.key for tie in found] == list(ASLEEP[:3])
    assert all(
        0 <= (tie.when.date() - week).days < 7 for tie, week in zip(found, weeks, strict=True)
    )
