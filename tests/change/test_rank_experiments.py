from __future__ import annotations

import json
import math
from datetime import date
from fractions import Fraction

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import gamma

from change.experiments import AS_OF, experiment
from netzwerkwandel.change import ExperimentEffect, ExperimentEffects, rank_experiments
from netzwerkwandel.change.rates import Evidence, posterior, variation
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model.shift import FunctionShift, Shift


def brought(contacts: int, hours: float | None, field: str = "", kind: str = "exploratory"):
    """What an experiment brought."""
    tried = experiment(field=field, kind=kind, hours=hours)
    people = tuple(f"{i:04}" for i in range(contacts))
    return ExperimentEffect(
        experiment=tried,
        until=date(2026, 3, 31),
        met=people,
        met_is_stated=True,
        new=people,
        shared=(),
        non_redundant=people,
        second_contact=people[:1],
        new_circles=0,
        effective_size=Shift(1.0, 1.0),
        constraint=Shift(1.0, 1.0),
        functions=FunctionShift((), ()),
        parallel=(),
    )


def past(*effects: ExperimentEffect) -> ExperimentEffects:
    return ExperimentEffects(effects, AS_OF)


def ranked(idea, *effects: ExperimentEffect, **given: object):
    return rank_experiments([idea], past(*effects), **given)[0]


IDEA = experiment(field="ux", hours=6.0)


def test_before_anything_is_known_little_is_assumed_and_said_to_be_uncertain():
    """Half a contact in two hours, seen through two steps of four hours: a quarter in one hour."""
    found = ranked(IDEA)

    assert (found.per_hour, found.expected, found.alike) == (0.25, 1.5, 0)
    assert found.interval == pytest.approx(gamma(0.25).ppf([0.1, 0.9]), rel=1e-9)
    assert found.is_uncertain


def test_a_field_of_its_own_past_is_drawn_a_little_to_what_is_assumed():
    """The total is 6.5 in 12 hours, so a step is 24/13 hours, and what is assumed is 12/19 of one.

    2 h through 24/13 h is 24/25 h, that through 24/13 h is 12/19 h, with a contact each 4 hours.
    """
    found = ranked(IDEA, brought(6, 10.0, "ux"))

    count, hours = 6 + Fraction(12, 19) / 4, 10 + Fraction(12, 19)
    assert found.per_hour == pytest.approx(float(count / hours), rel=1e-12)
    assert found.expected == pytest.approx(6 * float(count / hours), rel=1e-12)
    expected = gamma(float(count), scale=1 / float(hours)).ppf([0.1, 0.9])
    assert found.interval == pytest.approx(expected, rel=1e-9)
    assert found.alike == 1


def test_another_field_of_the_kind_is_seen_through_one_step_down_and_up():
    """The steps are 24/13 hours: 10 h become 24/77 * 5 h, and with 24/25 h from above one prior."""
    found = ranked(IDEA, brought(6, 10.0, "law"))

    step = Fraction(24, 13)
    other = 10 * step / (10 + step)
    above = 2 * step / (2 + step)
    mean = (other * Fraction(6, 10) + above * Fraction(1, 4)) / (other + above)
    hours = (other + above) * step / (other + above + step)
    assert found.per_hour == pytest.approx(float(mean), rel=1e-12)
    expected = gamma(float(mean * hours), scale=1 / float(hours)).ppf([0.1, 0.9])
    assert found.interval == pytest.approx(expected, rel=1e-9)
    assert found.alike == 0


def test_the_other_kind_is_seen_through_two_steps_up_and_two_down():
    """The steps are 24/13 hours, up from the field and the kind, down to the kind and the field."""
    found = ranked(IDEA, brought(6, 10.0, "ux", "confirmatory"))

    step = Fraction(24, 13)
    kind = 10 * step / (10 + step)
    beyond = kind * step / (kind + step)
    mean = (beyond * Fraction(6, 10) + 2 * Fraction(1, 4)) / (beyond + 2)
    assert found.per_hour == pytest.approx(float(mean), rel=1e-12)
    assert found.alike == 0


def test_the_own_field_counts_more_than_the_kind_and_the_kind_more_than_the_other():
    own = ranked(IDEA, brought(30, 10.0, "ux")).per_hour
    kind = ranked(IDEA, brought(30, 10.0, "law")).per_hour
    other = ranked(IDEA, brought(30, 10.0, "ux", "confirmatory")).per_hour

    assert 3.0 > own > kind > other > 0.25


def test_the_more_was_tried_in_a_field_the_less_it_is_drawn_to_the_others():
    others = [brought(0, 20.0, name) for name in "abc"]
    rates = [ranked(IDEA, *others, brought(n, float(n), "ux")).per_hour for n in (2, 10, 50)]

    assert 0 < rates[0] < rates[1] < rates[2] < 1


def test_with_much_behind_it_a_rate_is_sure():
    found = ranked(IDEA, brought(100, 200.0, "ux"))

    assert found.per_hour == pytest.approx(0.5, rel=0.02)
    assert not found.is_uncertain
    assert found.interval[0] < 0.5 < found.interval[1]


def test_the_interval_holds_more_the_surer_it_is_to_be():
    some, most = (ranked(IDEA, brought(6, 10.0, "ux"), level=level) for level in (0.5, 0.99))

    assert most.interval[0] < some.interval[0] < some.interval[1] < most.interval[1]
    assert most.per_hour == some.per_hour


def test_ideas_are_ranked_by_their_rates_and_equal_ones_by_start_and_key():
    ideas = [
        experiment(key="b", field="law"),
        experiment(key="c", field="ux"),
        experiment(key="a", field="law"),
        experiment(key="z", field="law", started=date(2026, 2, 1)),
    ]

    found = rank_experiments(ideas, past(brought(9, 10.0, "ux"), brought(1, 10.0, "law")))

    assert [each.experiment.key for each in found] == ["c", "z", "a", "b"]
    assert found.level == 0.8


def test_nothing_is_expected_where_no_hours_are_planned():
    assert math.isnan(ranked(experiment()).expected)
    assert ranked(experiment(hours=0)).expected == 0


@pytest.mark.parametrize("hours", [None, 0.0])
def test_what_took_no_known_hours_tells_nothing(hours: float | None):
    assert ranked(IDEA, brought(9, hours, "ux")) == ranked(IDEA)


@pytest.mark.parametrize("field", ["UX", " ux ", "ｕｘ"])
def test_fields_are_the_same_however_they_are_spelled(field: str):
    assert ranked(IDEA, brought(9, 10.0, field)).alike == 1


def test_only_contacts_that_do_not_repeat_others_count():
    repeating = attrs.evolve(brought(9, 10.0, "ux"), non_redundant=())

    assert ranked(IDEA, repeating) == ranked(IDEA, brought(0, 10.0, "ux"))


def test_long_exploring_is_passed_on():
    tries = [
        attrs.evolve(
            brought(0, 1.0), experiment=experiment(key=str(n), started=date(2025, n, 1), ended=None)
        )
        for n in (1, 2, 3)
    ]

    assert rank_experiments([], past(*tries)).explores_long
    assert not rank_experiments([], past(*tries[:2])).explores_long


def test_a_ranking_is_a_sequence_that_can_be_written_down():
    found = rank_experiments([experiment(title="To cem@example.org")], past())

    assert found[:1] == (found[0],)
    written = json.loads(json.dumps(found.to_dicts(), allow_nan=False))[0]
    assert (written["expected"], written["is_uncertain"], written["schema"]) == (None, True, 1)
    assert "example.org" not in str(written) + repr(found) + repr(found[0])


@pytest.mark.parametrize("level", [0, 1, 1.5, -0.1, math.nan, True, "most"])
def test_a_level_that_is_no_probability_is_refused(level: object):
    with pytest.raises(InvalidArgumentError, match="level must be a number between 0 and 1"):
        rank_experiments([], past(), level=level)


def test_what_is_no_experiment_is_refused():
    with pytest.raises(InvalidArgumentError, match="must be a sequence of Experiment, got 'walk'"):
        rank_experiments(["walk"], past())


@given(
    st.lists(st.builds(brought, st.integers(0, 30), st.floats(0.5, 100), st.sampled_from("abc"))),
    st.randoms(use_true_random=False),
)
def test_neither_the_order_of_the_past_nor_that_of_the_ideas_matters(effects, random):
    ideas = [experiment(key=field, field=field) for field in "abcd"]
    mixed = random.sample(effects, len(effects)), random.sample(ideas, len(ideas))

    one, other = (
        rank_experiments(ideas, past(*effects)),
        rank_experiments(mixed[1], past(*mixed[0])),
    )

    assert [each.experiment for each in one] == [each.experiment for each in other]
    for this, that in zip(one, other, strict=True):
        assert this.per_hour == pytest.approx(that.per_hour, rel=1e-12)
        assert 0 <= this.interval[0] < this.interval[1]
        assert this.per_hour > 0


def test_how_fields_differ_is_found_from_their_rates():
    """Rates 0.2 and 0.6 in 50 hours each: Q = 4, m = 0.4, v = 3.6 / (0.16 * 50) = 0.45."""
    groups = {("a", "x"): Evidence(10, 50.0), ("a", "y"): Evidence(30, 50.0)}

    assert variation(groups) == pytest.approx((3 * 1 + 1 * 0.45) / 4, rel=1e-12)


def test_fields_that_differ_no_more_than_by_chance_are_not_taken_to_be_all_alike():
    groups = {("a", str(i)): Evidence(10, 50.0) for i in range(7)}

    assert variation(groups) == pytest.approx(3 / 9, rel=1e-12)


@pytest.mark.parametrize(
    "groups",
    [{}, {("a", "x"): Evidence(9, 5.0)}, {("a", str(i)): Evidence(0, 5.0) for i in range(4)}],
)
def test_how_fields_differ_is_assumed_where_nothing_tells(groups):
    assert variation(groups) == 1.0


@pytest.mark.slow
@pytest.mark.parametrize(("shape", "fields", "hours"), [(1.0, 5, 10.0), (5.0, 5, 10.0), (2, 2, 30)])
def test_intervals_hold_the_truth_about_as_often_as_they_say(shape, fields, hours):
    random = np.random.default_rng(1)
    held = []
    for _ in range(150):
        truth = {(k, str(f)): random.gamma(shape, 0.3 / shape) for k in "ab" for f in range(fields)}
        groups = {of: Evidence(random.poisson(rate * hours), hours) for of, rate in truth.items()}
        for group in [("a", "0"), ("b", "1")]:
            known = posterior(groups, group)
            low, high = gamma(known.count, scale=1 / known.hours).ppf([0.1, 0.9])
            held.append(low <= truth[group] <= high)

    assert 0.74 <= np.mean(held) <= 0.86


def test_shrunk_rates_are_nearer_to_the_truth_than_raw_ones():
    random = np.random.default_rng(2)
    raw, shrunk = [], []
    for _ in range(200):
        truth = {("a", str(field)): random.gamma(4.0, 0.3 / 4.0) for field in range(6)}
        groups = {of: Evidence(random.poisson(rate * 8.0), 8.0) for of, rate in truth.items()}
        for of, rate in truth.items():
            raw.append((groups[of].mean - rate) ** 2)
            shrunk.append((posterior(groups, of).mean - rate) ** 2)

    assert np.mean(shrunk) < 0.75 * np.mean(raw)
