"""The choice of a set: lazy greedy within limits, and how close it is sure to be to the best."""

from __future__ import annotations

import heapq

import attrs
import numpy as np

from netzwerkwandel.network import BoolArray, FloatArray, IntArray
from netzwerkwandel.recommending.objective import Objective
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

    def __init__(self, objective: Objective, limits: Limits) -> None:
        self.objective, self.limits = objective, limits
        self.chosen: list[int] = []
        self.missed = objective.nothing()
        self._of_circle = np.zeros(int(limits.circle.max(initial=-1)) + 1, dtype=np.int64)
        self._spent = 0.0
        for candidate in limits.included:
            self.add(candidate)

    def add(self, candidate: int) -> None:
        self.chosen.append(candidate)
        self.missed = self.objective.with_candidate(self.missed, candidate)
        self._of_circle[self.limits.circle[candidate]] += 1
        self._spent += float(self.limits.cost[candidate])

    @property
    def is_full(self) -> bool:
        return len(self.chosen) >= self.limits.n

    @property
    def value(self) -> float:
        return self.objective.value(self.missed)

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
        # The heap holds what each would have added when last asked, the most first: Ana 1.0, Ben
        # 0.9, Eva 0.3. Ana is taken. Ben comes up with 0.9, but he is of Ana's circle: asked again
        # he adds 0.2, less than Eva's old 0.3, and goes back. Eva comes up and still adds 0.3, so
        # she is taken; of all others nobody had to be asked. Equal figures come by number.
        cost = self.limits.cost if by_cost else np.ones(len(self.limits.cost))
        gains = rounded(self.objective.gains(self.missed)[pool] / cost[pool])
        heap = list(zip((-gains).tolist(), pool.tolist(), strict=True))
        heapq.heapify(heap)
        while heap and not self.is_full:
            _, candidate = heapq.heappop(heap)
            is_wanted = not only_wanted or (self.wanted & self.limits.serves[:, candidate]).any()
            if not (is_wanted and self.allows(candidate)):
                continue
            gain = self.objective.gain(self.missed, candidate) / cost[candidate]
            fresh = (-rounded_number(gain), candidate)
            if heap and fresh > heap[0]:
                heapq.heappush(heap, fresh)
            else:
                self.add(candidate)

    def most_to_add(self) -> float:
        """How much more than this set any other within the limits can be worth at most."""
        # Whatever the best set is, adding all of it to this one is worth no less than it alone, and
        # adds no more than its members would add one by one. So the n largest gains bound it: this
        # set is worth 3.0, the others would add 0.5 0.4 0.1, and two places are free: then the best
        # is worth at most 3.9, and this set at least 3.0 / 3.9 = 77 % of it.
        limits = self.limits
        gains = self.objective.gains(self.missed)
        gains[self.chosen] = 0.0
        places = max(limits.n - len(limits.included), 0)
        by_number = float(np.sort(gains)[::-1][:places].sum())
        if limits.budget is None:
            return by_number
        # Within a budget as well: the most that 3 hours buy if candidates could be had in parts,
        # the highest gain for its cost first. Gains 0.5 0.4 0.1 cost 2 2 1 hours: 0.5, then half of
        # 0.4 for the hour that is left.
        left = max(limits.budget - float(limits.cost[list(limits.included)].sum()), 0.0)
        order = np.argsort(-gains / limits.cost, kind="stable")
        cost = limits.cost[order]
        before = np.r_[0.0, np.cumsum(cost)[:-1]]
        share = np.clip((left - before) / cost, 0.0, 1.0)
        return min(by_number, float((gains[order] * share).sum()))


def choose(objective: Objective, limits: Limits) -> Choice:
    """Choose a set that covers as much as possible.

    Where several add the same, the one with the lowest number is taken. Without further limits the
    set reaches at least 1 - 1/e of the best; within a budget the better of two is taken, the one by
    what each adds and the one by what each adds for its cost.
    """
    selections = [_greedy(objective, limits, by_cost=False)]
    if limits.budget is not None:
        selections.append(_greedy(objective, limits, by_cost=True))
    best = max(selections, key=lambda selection: selection.value)
    most = best.value + best.most_to_add()
    # Whoever was included, or filled a function first, stands before those who add more: fill a
    # set anew with nobody but the chosen, and they come in the order of what they add.
    in_order = _Selection(
        objective, attrs.evolve(limits, included=(), per_circle=None, budget=None)
    )
    in_order.fill(np.array(sorted(best.chosen), dtype=np.int64))
    certificate = best.value / most if most > 0 else 1.0
    return Choice(tuple(in_order.chosen), best.value, certificate)


def _greedy(objective: Objective, limits: Limits, *, by_cost: bool) -> _Selection:
    selection = _Selection(objective, limits)
    everybody = np.setdiff1d(np.arange(len(limits.cost)), np.array(limits.included, dtype=np.int64))
    if selection.wanted.any():
        selection.fill(everybody, by_cost=by_cost, only_wanted=True)
    rest = np.setdiff1d(everybody, np.array(selection.chosen, dtype=np.int64))
    selection.fill(rest, by_cost=by_cost)
    return selection
