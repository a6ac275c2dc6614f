from __future__ import annotations

import json
import math
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from change.experiments import AS_OF, experiment
from netzwerkwandel.change import ExperimentEffect, ExperimentEffects, rank_experiments
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
    """Half a contact in two hours, whatever lies between that and the field."""
    found = ranked(IDEA)

    assert found.per_hour == pytest.approx(0.25, rel=0.01)
    assert found.expected == pytest.approx(1.5, rel=0.01)
    assert found.alike == 0
    assert found.interval[0] < 0.001
    assert found.is_uncertain


def test_experiments_that_differ_say_less_than_those_that_agree():
    agree = ranked(IDEA, *[brought(5, 10.0, "ux") for _ in range(4)])
    differ = ranked(IDEA, *[brought(n, 10.0, "ux") for n in (0, 0, 0, 20)])

    assert agree.interval[0] > differ.interval[0]
    assert agree.interval[1] < differ.interval[1]
    assert agree.alike == differ.alike == 4


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
    found = ranked(IDEA, *[brought(10, 20.0, "ux") for _ in range(10)])

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
    with pytest.raises(InvalidArgumentError, match="must be a sequence of Experiment, got 'w"):
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
        assert this.per_hour == pytest.approx(that.per_hour, rel=1e-9)
        assert 0 <= this.interval[0] < this.interval[1]
        assert this.per_hour > 0
