"""The choice of a set: lazy greedy within limits, and how close it is sure to be to the best."""

from __future__ import annotations

import heapq
from collections.abc import Iterable

import attrs
import numpy as np

from netzwerkwandel.network import BoolArray, FloatArray, IntArray
from netzwerkwandel.recommending.coverage import Coverage
from netzwerkwandel.scoring import rounded
from netzwerkwandel.scoring.ranking import rounded_number


ROUNDING = 1e-9
"""Costs that add up to the budget may miss it by so much."""


@attrs.frozen(kw_only=True, eq=False)
class Limits:
    """What a set has to keep to.

    Parameters
    ----------
    n : int
        How many people at most.
    included : sequence of int
        The candidates who are in it in any case.
    circle : IntArray, shape (n_candidates,)
        Whose circle each belongs to.
    per_circle : int or None
        How many of one circle at most, beside those included.
    serves : BoolArray, shape (n_functions, n_candidates)
        Who serves which function.
    at_least : IntArray, shape (n_functions,)
        How many are wanted for each.
    cost : FloatArray, shape (n_candidates,)
        The effort that each takes.
    budget : float or None
        The effort that all may take together.
    """

    n: int
    included: tuple[int, ...]
    circle: IntArray
    per_circle: int | None
    serves: BoolArray
    at_least: IntArray
    cost: FloatArray
    budget: float | None


@attrs.frozen(eq=False)
class Choice:
    """A set of candidates, who adds most first.

    Parameters
    ----------
    candidates : sequence of int
        The candidates.
    value : float
        What the set is worth.
    certificate : float
        A share of the best possible value, within the same limits, that the set is sure to reach.
    """

    candidates: tuple[int, ...]
    value: float
    certificate: float


class _Selection:
    """A set that grows."""

    def __init__(self, coverage: Coverage, limits: Limits) -> None:
        self.coverage, self.limits = coverage, limits
        self.chosen: list[int] = []
        self.missed = coverage.nothing()
        self._of_circle = np.zeros(int(limits.circle.max(initial=-1)) + 1, dtype=np.int64)
        self._spent = 0.0
        for candidate in limits.included:
            self.add(candidate)

    def add(self, candidate: int) -> None:
        self.chosen.append(candidate)
        self.missed = self.coverage.with_candidate(self.missed, candidate)
        self._of_circle[self.limits.circle[candidate]] += 1
        self._spent += float(self.limits.cost[candidate])

    @property
    def is_full(self) -> bool:
        return len(self.chosen) >= self.limits.n

    @property
    def wanted(self) -> BoolArray:
        """Which functions still want somebody."""
        have = self.limits.serves[:, self.chosen].sum(axis=1)
        wanted: BoolArray = have < self.limits.at_least
        return wanted

    def allows(self, candidate: int) -> bool:
        limits = self.limits
        spent = self._spent + limits.cost[candidate]
        if limits.budget is not None and spent > limits.budget + ROUNDING:
            return False
        if limits.per_circle is None:
            return True
        return bool(self._of_circle[limits.circle[candidate]] < limits.per_circle)

    def fill(self, pool: IntArray, *, by_cost: bool = False, only_wanted: bool = False) -> None:
        """Take whoever of a pool adds most, until the set is full or nobody is left.

        What somebody adds only falls as the set grows, so that an old figure is a bound: whoever
        still leads with a fresh one is the best.
        """
        cost = self.limits.cost if by_cost else np.ones(len(self.limits.cost))
        gains = rounded(self.coverage.gains(self.missed)[pool] / cost[pool])
        heap = list(zip((-gains).tolist(), pool.tolist(), strict=True))
        heapq.heapify(heap)
        while heap and not self.is_full:
            _, candidate = heapq.heappop(heap)
            if not self.allows(candidate):
                continue
            if only_wanted and not (self.wanted & self.limits.serves[:, candidate]).any():
                continue
            gain = self.coverage.gain(self.missed, candidate) / cost[candidate]
            fresh = (-rounded_number(gain), candidate)
            if heap and fresh > heap[0]:
                heapq.heappush(heap, fresh)
            else:
                self.add(candidate)


def choose(coverage: Coverage, limits: Limits) -> Choice:
    """Choose a set that covers as much as possible.

    Where several add the same, the one with the lowest number is taken. Without further limits the
    set reaches at least 1 - 1/e of the best; within a budget the better of two is taken, the one by
    what each adds and the one by what each adds for its cost.
    """
    selections = [_greedy(coverage, limits, by_cost=False)]
    if limits.budget is not None:
        selections.append(_greedy(coverage, limits, by_cost=True))
    best = max(selections, key=lambda selection: coverage.value(selection.missed))
    value = coverage.value(best.missed)
    most = value + _most_to_add(coverage, limits, best)
    return Choice(
        tuple(_in_order(coverage, limits, best.chosen)), value, value / most if most > 0 else 1.0
    )


def _greedy(coverage: Coverage, limits: Limits, *, by_cost: bool) -> _Selection:
    selection = _Selection(coverage, limits)
    everybody = np.setdiff1d(np.arange(len(limits.cost)), np.array(limits.included, dtype=np.int64))
    if selection.wanted.any():
        selection.fill(everybody, by_cost=by_cost, only_wanted=True)
    rest = np.setdiff1d(everybody, np.array(selection.chosen, dtype=np.int64))
    selection.fill(rest, by_cost=by_cost)
    return selection


def _most_to_add(coverage: Coverage, limits: Limits, selection: _Selection) -> float:
    """What any other set could be worth more: no more than the most that single ones would add."""
    gains = coverage.gains(selection.missed)
    gains[selection.chosen] = 0.0
    places = max(limits.n - len(limits.included), 0)
    by_number = float(np.sort(gains)[::-1][:places].sum())
    if limits.budget is None:
        return by_number
    left = limits.budget - float(limits.cost[list(limits.included)].sum())
    return min(by_number, _fractional(gains, limits.cost, max(left, 0.0)))


def _fractional(gains: FloatArray, cost: FloatArray, budget: float) -> float:
    """The most that can be had for a budget if parts of candidates could be had."""
    order = np.argsort(-gains / cost, kind="stable")
    before = np.r_[0.0, np.cumsum(cost[order])[:-1]]
    share = np.clip((budget - before) / cost[order], 0.0, 1.0)
    return float((gains[order] * share).sum())


def _in_order(coverage: Coverage, limits: Limits, chosen: Iterable[int]) -> list[int]:
    """Whoever adds most first."""
    free = attrs.evolve(limits, included=(), per_circle=None, budget=None)
    selection = _Selection(coverage, free)
    selection.fill(np.array(sorted(chosen), dtype=np.int64))
    return selection.chosen
