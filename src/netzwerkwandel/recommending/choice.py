"""The choice of a set: what it is worth together, lazy greedy within limits, and a certificate."""

from __future__ import annotations

import heapq

import attrs
import numpy as np

from netzwerkwandel.model import Function
from netzwerkwandel.network import BoolArray, FloatArray, IntArray, Ties
from netzwerkwandel.network.arrays import reduce_rows
from netzwerkwandel.recommending.new_people import new_people
from netzwerkwandel.recommending.work import kinds_of
from netzwerkwandel.scoring import rounded
from netzwerkwandel.scoring.ranking import rounded_number


TRY = 0.5
"""How likely one talk with the most relevant contact leads into her circle, or to one of hers."""

PEOPLE, FUNCTIONS = 6.0, 0.5
"""What all new people of whoever knows most of them weigh, and a function, beside a circle: chosen
on the mail of two firms by whom people came to know, see ``docs/backtest.md``."""

ROUNDING = 1e-9
"""Costs that add up to the budget may miss it by so much."""


@attrs.frozen(kw_only=True, eq=False)
class Objective:
    r"""A monotone submodular measure of a set S of candidates.

    .. math:: f(S) = \sum_g w_g \Bigl(1 - \prod_{j \in S} (1 - a_{jg})\Bigr)

    over groups g: with a the chance that j leads to g, the weighted number of groups that S is
    expected to lead to. What a candidate adds never grows by others being there.

    Parameters
    ----------
    starts : IntArray, shape (n_candidates + 1,)
        Where the groups of each candidate begin.
    groups : IntArray, shape (n_entries,)
        The groups.
    chances : FloatArray, shape (n_entries,)
        a, from 0 to 1.
    weights : FloatArray, shape (n_groups,)
        w, at least 0.
    functions : slice
        Which of the groups are the six functions.
    """

    starts: IntArray
    groups: IntArray
    chances: FloatArray
    weights: FloatArray
    functions: slice = attrs.field(default=slice(0, 0))

    # A set is known here only by what it misses: for each group the product of 1 - a over the set,
    # the chance that nobody of it leads there. Adding a candidate multiplies a few entries, and
    # nothing is summed up anew: missed = 1 1 1, Ana leads to group 0 by 0.5 and to group 2 by 0.2,
    # then missed = 0.5 1 0.8; if Ben leads to group 0 by 0.5 too, he adds only 0.5 * 0.5.

    def nothing(self) -> FloatArray:
        """How likely each group is missed by the empty set, shape (n_groups,)."""
        return np.ones(len(self.weights))

    def with_candidate(self, missed: FloatArray, candidate: int) -> FloatArray:
        """How likely each group is missed once a candidate is there as well."""
        entries = slice(self.starts[candidate], self.starts[candidate + 1])
        after = missed.copy()
        after[self.groups[entries]] *= 1.0 - self.chances[entries]
        return after

    def value(self, missed: FloatArray) -> float:
        """F of a set, by what it misses."""
        return float(self.weights @ (1.0 - missed))

    def gain(self, missed: FloatArray, candidate: int) -> float:
        """What one candidate would add."""
        entries = slice(self.starts[candidate], self.starts[candidate + 1])
        groups = self.groups[entries]
        return float((self.weights[groups] * missed[groups] * self.chances[entries]).sum())

    def gains(self, missed: FloatArray) -> FloatArray:
        """What each candidate would add, shape (n_candidates,)."""
        added = (self.weights * missed)[self.groups] * self.chances
        return reduce_rows(np.add, added, self.starts, 0.0)

    def function(self, missed: FloatArray, candidate: int, serves: BoolArray) -> Function | None:
        """The function that a candidate would add most to, of those that she serves, if any."""
        entries = slice(self.starts[candidate], self.starts[candidate + 1])
        added = np.zeros(len(self.weights))
        added[self.groups[entries]] = self.chances[entries]
        added *= missed * self.weights
        of_functions = np.where(serves, rounded(added[self.functions]), 0.0)
        if not np.any(of_functions > 0):
            return None
        return tuple(Function)[int(np.argmax(of_functions))]


def objective(
    ties: Ties, rows: IntArray, relevance: FloatArray, amounts: FloatArray, wanted: FloatArray
) -> Objective:
    """Say what each of some contacts leads to: her circle, the functions she serves, her people.

    A circle are people who know each other: where that is known of any, somebody of whom it is not
    is no circle.

    All the new people of the contact who knows most of them weigh ``PEOPLE`` times as much as a
    circle, and a function that is wanted ``FUNCTIONS`` times. Where nobody's relations are known,
    employers, years and fields stand in for them; and where no contact is known either, as in a
    LinkedIn archive, the years weigh what people would: whoever came into a life at another time
    is likeliest to know others. Everything is likelier with a more relevant contact.

    Parameters
    ----------
    ties : Ties
        All ties of one person.
    rows : IntArray, shape (n_candidates,)
        The rows of those who come into question.
    relevance : FloatArray, shape (n_candidates,)
        From 0 to 1.
    amounts : FloatArray, shape (n_functions, n_candidates)
        How well each serves each function, from 0 to 1.
    wanted : FloatArray, shape (n_functions,)
        How much each function weighs.
    """
    # One entry says: this candidate leads to this group by this chance. The groups are numbered
    # through, first the circles, then the six functions, then the new people. Say there are two
    # circles; candidate 0 (relevance 1) is of circle 1, serves ideas, the fifth function, by 0.4
    # and knows two new people, p and q; candidate 1 (relevance 0.5) is of circle 0 and knows q:
    #
    #   candidate   0    1    |  0         |  0    0    1
    #   group       1    0    |  2+4 = 6   |  8    9    9
    #   chance     .5   .25   |  1 * .4    |  .5   .5   .25
    #
    # Sorted by candidate the entries of 0 are groups 1 6 8 9 and those of 1 are 0 9, starts are
    # 0 4 6, and the weights 1 1 | wanted / 2 | 3 3, as nobody knows more than two new people.
    members = np.bincount(ties.circle)
    n_circles = len(members)
    kind_of, kinds, are_years = kinds_of(ties, rows)
    served = np.argwhere(amounts.T > 0)
    who, positions = new_people(ties, rows)
    people, person = np.unique(ties.network.indices[positions], return_inverse=True)
    n_before = n_circles + len(amounts) + len(people)
    candidate = np.concatenate([np.arange(len(rows)), served[:, 0], who, kind_of])
    group = np.concatenate(
        [
            ties.circle[rows],
            n_circles + served[:, 1],
            n_circles + len(amounts) + person,
            n_before + kinds,
        ]
    )
    chance = np.concatenate(
        [
            TRY * relevance,
            relevance[served[:, 0]] * amounts[served[:, 1], served[:, 0]],
            TRY * relevance[who],
            TRY * relevance[kind_of],
        ]
    )
    most = max(int(np.bincount(who).max(initial=0)), 1)
    order = np.argsort(candidate, kind="stable")
    return Objective(
        starts=np.searchsorted(candidate[order], np.arange(len(rows) + 1)),
        groups=group[order],
        chances=chance[order],
        weights=np.r_[
            (members > 1) | ~ties.relations_known.any(),
            FUNCTIONS * wanted,
            np.full(len(people), PEOPLE / most),
            np.where(are_years & (not shows_contact(ties)), PEOPLE, 1.0),
        ],
        functions=slice(n_circles, n_circles + len(amounts)),
    )


def shows_contact(ties: Ties) -> bool:
    """Whether the data shows of anybody when the two were in touch, as an address book does not."""
    return not np.isnan(ties.last_contact).all()


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
        self._have = np.zeros(len(limits.serves), dtype=np.int64)
        for candidate in limits.included:
            self.add(candidate)

    def add(self, candidate: int) -> None:
        self.chosen.append(candidate)
        self.missed = self.objective.with_candidate(self.missed, candidate)
        self._of_circle[self.limits.circle[candidate]] += 1
        self._spent += float(self.limits.cost[candidate])
        self._have += self.limits.serves[:, candidate]

    @property
    def is_full(self) -> bool:
        return len(self.chosen) >= self.limits.n

    @property
    def value(self) -> float:
        return self.objective.value(self.missed)

    @property
    def wanted(self) -> BoolArray:
        """Which functions still want somebody."""
        wanted: BoolArray = self._have < self.limits.at_least
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
        is_wanted = self._are_wanted(only_wanted=only_wanted)
        pool = pool[is_wanted[pool]]
        # The heap holds what each would have added when last asked, the most first: Ana 1.0, Ben
        # 0.9, Eva 0.3. Ana is taken. Ben is of her circle: asked again he adds 0.2, less than Eva's
        # old 0.3, and goes back. She still adds 0.3 and is taken. Equal figures come by number.
        cost = self.limits.cost if by_cost else np.ones(len(self.limits.cost))
        gains = rounded(self.objective.gains(self.missed)[pool] / cost[pool])
        heap = list(zip((-gains).tolist(), pool.tolist(), strict=True))
        heapq.heapify(heap)
        while heap and not self.is_full:
            _, candidate = heapq.heappop(heap)
            if not (is_wanted[candidate] and self.allows(candidate)):
                continue
            gain = self.objective.gain(self.missed, candidate) / cost[candidate]
            fresh = (-rounded_number(gain), candidate)
            if heap and fresh > heap[0]:
                heapq.heappush(heap, fresh)
            else:
                self.add(candidate)
                is_wanted = self._are_wanted(only_wanted=only_wanted)

    def _are_wanted(self, *, only_wanted: bool) -> BoolArray:
        """Say of each candidate whether she serves what still wants somebody; else of all."""
        serves = self.limits.serves
        if not only_wanted:
            return np.ones(serves.shape[1], dtype=np.bool_)
        are_wanted: BoolArray = np.logical_or.reduce(serves[self.wanted], axis=0)
        return are_wanted

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
        left = max(limits.budget - float(limits.cost[list(limits.included)].sum()), 0.0)
        return min(by_number, self._most_within(left, gains))

    def _most_within(self, left: float, gains: FloatArray) -> float:
        """The most that an effort buys if candidates could be had in parts."""
        # The highest gain for its cost comes first. Gains 0.5 0.4 0.1 cost 2 2 1 hours: within
        # three 0.5, then half of 0.4 for the hour that is left.
        order = np.argsort(-gains / self.limits.cost, kind="stable")
        cost = self.limits.cost[order]
        before = np.r_[0.0, np.cumsum(cost)[:-1]]
        share = np.clip((left - before) / cost, 0.0, 1.0)
        return float((gains[order] * share).sum())


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
