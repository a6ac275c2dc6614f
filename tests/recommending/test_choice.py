"""The choice of a set against all sets there are."""

from __future__ import annotations

import itertools
import math

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.recommending.choice import Choice, Limits, Objective, choose


GREEDY = 1 - 1 / math.e


@attrs.frozen
class Problem:
    """Chances of candidates to lead to groups, and the groups' weights."""

    chances: tuple[tuple[float, ...], ...]
    weights: tuple[float, ...]

    def objective(self) -> Objective:
        rows = [np.flatnonzero(row) for row in self.chances]
        return Objective(
            starts=np.cumsum([0, *map(len, rows)]),
            groups=np.concatenate([*rows, np.zeros(0, dtype=np.int64)]).astype(np.int64),
            chances=np.array([c for row in self.chances for c in row if c], dtype=np.float64),
            weights=np.array(self.weights),
        )

    def value(self, chosen: tuple[int, ...]) -> float:
        """The definition."""
        return sum(
            weight * (1 - math.prod(1 - self.chances[j][g] for j in chosen))
            for g, weight in enumerate(self.weights)
        )


@st.composite
def problems(draw: st.DrawFn, most: int = 7) -> Problem:
    groups = draw(st.integers(1, 6))
    chance = st.sampled_from([0.0, 0.0, 0.25, 0.5, 1.0]) | st.floats(0, 1)
    row = st.tuples(*[chance] * groups)
    return Problem(
        tuple(draw(st.lists(row, min_size=1, max_size=most))),
        draw(st.tuples(*[st.sampled_from([0.0, 0.5, 1.0, 2.0])] * groups)),
    )


def limits(problem: Problem, n: int, **changes: object) -> Limits:
    candidates = len(problem.chances)
    free = Limits(
        n=n,
        included=(),
        circle=np.arange(candidates),
        per_circle=None,
        serves=np.zeros((6, candidates), dtype=bool),
        at_least=np.zeros(6, dtype=np.int64),
        cost=np.ones(candidates),
        budget=None,
    )
    return attrs.evolve(free, **changes)


def best(problem: Problem, n: int, allowed=lambda chosen: True) -> float:
    """The best of all sets there are."""
    everybody = range(len(problem.chances))
    sets = (s for k in range(n + 1) for s in itertools.combinations(everybody, k))
    return max(problem.value(s) for s in sets if allowed(s))


def check(problem: Problem, choice: Choice, optimum: float) -> None:
    assert choice.value == pytest.approx(problem.value(choice.candidates))
    assert len(set(choice.candidates)) == len(choice.candidates)
    assert choice.certificate <= (choice.value / optimum if optimum else 1.0) + 1e-9
    assert 0 <= choice.certificate <= 1


@given(problems(), st.integers(1, 5))
def test_the_choice_is_never_below_the_bound_of_greedy_nor_its_certificate_above_the_truth(
    problem: Problem, n: int
):
    choice = choose(problem.objective(), limits(problem, n))

    optimum = best(problem, n)
    check(problem, choice, optimum)
    assert len(choice.candidates) == min(n, len(problem.chances))
    assert choice.value >= GREEDY * optimum - 1e-9


@given(problems(), st.integers(1, 7))
def test_whoever_adds_most_comes_first_and_equals_by_number(problem: Problem, n: int):
    chosen = choose(problem.objective(), limits(problem, n)).candidates

    for k, candidate in enumerate(chosen):
        before = problem.value(chosen[:k])
        gains = {
            j: problem.value((*chosen[:k], j)) - before
            for j in range(len(problem.chances))
            if j not in chosen[:k]
        }
        most = max(gains.values())
        assert gains[candidate] == pytest.approx(most, abs=1e-9)
        assert not any(j < candidate and gains[j] > most + 1e-6 for j in gains)


def test_the_known_case_where_greedy_falls_short():
    sets = [{1, 2, 3, 4}, {1, 3, 5}, {2, 4, 6}]
    problem = Problem(tuple(tuple(float(g in s) for g in range(1, 7)) for s in sets), (1.0,) * 6)

    choice = choose(problem.objective(), limits(problem, 2))

    assert choice.value == 5
    assert best(problem, 2) == 6
    assert choice.certificate <= 5 / 6


def test_equals_are_taken_by_number():
    problem = Problem(((0.5, 0.0), (0.0, 0.5), (0.5, 0.0)), (1.0, 1.0))

    assert choose(problem.objective(), limits(problem, 2)).candidates == (0, 1)


@given(problems(), st.lists(st.floats(0.1, 4), min_size=7, max_size=7), st.floats(0, 8))
def test_a_budget_is_kept_and_half_of_the_bound_reached(
    problem: Problem, costs: list[float], budget: float
):
    cost = np.array(costs[: len(problem.chances)])

    choice = choose(problem.objective(), limits(problem, 5, cost=cost, budget=budget))

    optimum = best(problem, 5, lambda chosen: sum(cost[j] for j in chosen) <= budget)
    check(problem, choice, optimum)
    assert cost[list(choice.candidates)].sum() <= budget + 1e-9
    assert choice.value >= GREEDY / 2 * optimum - 1e-9


def test_for_a_budget_what_is_cheap_counts_too():
    problem = Problem(((0.5, 0.0, 0.0), (0.0, 0.4, 0.0), (0.0, 0.0, 0.4)), (1.0, 1.0, 1.0))

    choice = choose(
        problem.objective(), limits(problem, 3, cost=np.array([2.0, 1.0, 1.0]), budget=2.0)
    )

    assert set(choice.candidates) == {1, 2}


@given(problems(), st.lists(st.integers(0, 2), min_size=7, max_size=7), st.integers(1, 2))
def test_of_one_circle_there_are_no_more_than_wanted(
    problem: Problem, circles: list[int], most: int
):
    circle = np.array(circles[: len(problem.chances)])

    choice = choose(problem.objective(), limits(problem, 4, circle=circle, per_circle=most))

    optimum = best(problem, 4, lambda s: max(np.bincount(circle[list(s)]), default=0) <= most)
    check(problem, choice, optimum)
    counts = np.bincount(circle[list(choice.candidates)])
    assert max(counts, default=0) <= most
    assert choice.value >= optimum / 2 - 1e-9


@given(problems(), st.integers(1, 4), st.data())
def test_functions_have_as_many_as_wanted_where_there_are_that_many(problem, n, data):
    candidates = len(problem.chances)
    row = st.lists(st.booleans(), min_size=candidates, max_size=candidates)
    serves = np.array(data.draw(st.tuples(*[row] * 6)))
    at_least = np.zeros(6, dtype=np.int64)
    at_least[0] = data.draw(st.integers(1, 3))

    choice = choose(problem.objective(), limits(problem, n, serves=serves, at_least=at_least))

    wanted = min(int(at_least[0]), n, int(serves[0].sum()))
    assert serves[0, list(choice.candidates)].sum() >= wanted
    assert len(choice.candidates) == min(n, candidates)


@given(problems(), st.data())
def test_whoever_is_included_is_there(problem: Problem, data):
    everybody = range(len(problem.chances))
    included = tuple(data.draw(st.permutations(everybody))[:2])

    choice = choose(problem.objective(), limits(problem, 3, included=included))

    assert set(included) <= set(choice.candidates)
    optimum = best(problem, 3, lambda chosen: set(included) <= set(chosen))
    check(problem, choice, optimum)


def test_nobody_to_choose_from_is_nothing_missed():
    problem = Problem((), (1.0,))

    choice = choose(problem.objective(), limits(problem, 3))

    assert (choice.candidates, choice.certificate) == ((), 1.0)


@given(problems())
def test_gains_are_what_the_definition_says(problem: Problem):
    cover = problem.objective()
    missed = cover.with_candidate(cover.nothing(), 0)

    for j in range(1, len(problem.chances)):
        expected = problem.value((0, j)) - problem.value((0,))
        assert cover.gain(missed, j) == pytest.approx(expected, abs=1e-12)
        assert cover.gains(missed)[j] == pytest.approx(expected, abs=1e-12)
