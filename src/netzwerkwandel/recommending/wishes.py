"""What the person who asks wants of a list, and what follows for the choice."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from typing import TypeAlias

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError, NotFoundError
from netzwerkwandel.model import Contact, Function, Key
from netzwerkwandel.model.arguments import check_count, is_number
from netzwerkwandel.model.keys import counted
from netzwerkwandel.network import BoolArray, FloatArray, IntArray, Network, Ties
from netzwerkwandel.recommending.choice import Limits


Cost: TypeAlias = float | Mapping[Key, float] | Callable[[Contact], float]


def _once(keys: Collection[Key]) -> tuple[Key, ...]:
    return tuple(dict.fromkeys(keys))


def _set(keys: Collection[Key]) -> frozenset[Key]:
    return frozenset(keys)


@attrs.frozen(kw_only=True)
class Wishes:
    """The limits that a person sets to a list; see ``recommend``."""

    n: int
    exclude: frozenset[Key] = attrs.field(converter=_set, repr=counted)
    include: tuple[Key, ...] = attrs.field(converter=_once, repr=counted)
    per_circle: int | None
    at_least: Mapping[Function, int]
    hours: float | None
    cost: Cost

    def __attrs_post_init__(self) -> None:
        check_count("n", self.n, 1)
        if self.per_circle is not None:
            check_count("per_circle", self.per_circle, 1)
        for function, count in self.at_least.items():
            check_count(f"at_least for {Function(function)}", count, 0)
        if self.hours is not None and not (is_number(self.hours) and 0 <= self.hours < math.inf):
            raise InvalidArgumentError(f"hours must be finite and >= 0, got {self.hours!r}")
        if len(self.include) > self.n:
            raise InvalidArgumentError(
                f"include names {len(self.include)} people, and n asks for {self.n} at most"
            )
        both = sorted(self.exclude.intersection(self.include))
        if both:
            raise InvalidArgumentError(f"{both[0]!r} is to be included and excluded at once")

    def also(self, functions: Collection[Function]) -> Wishes:
        """The same, and at least one for each of some functions."""
        more = {function: max(1, self.at_least.get(function, 0)) for function in functions}
        return attrs.evolve(self, at_least={**self.at_least, **more})


def limits(
    wishes: Wishes, network: Network, ties: Ties, rows: IntArray, serves: BoolArray
) -> Limits:
    """Say in numbers of the candidates, who stand in ``rows``, what a list has to keep to.

    Raises
    ------
    InvalidArgumentError
        If somebody to include does not come into question, costs are not positive, or those to
        include cost more than there is.
    NotFoundError
        If somebody to include is not a contact.
    """
    cost = _costs(wishes.cost, network, ties, rows)
    included = tuple(_candidate(network, ties, rows, key) for key in wishes.include)
    if wishes.hours is not None and cost[list(included)].sum() > wishes.hours:
        raise InvalidArgumentError(
            f"those to include take {cost[list(included)].sum():g} hours, and there are "
            f"{wishes.hours:g}"
        )
    return Limits(
        n=wishes.n,
        included=included,
        circle=ties.circle[rows],
        per_circle=wishes.per_circle,
        serves=serves,
        at_least=np.array([wishes.at_least.get(function, 0) for function in Function]),
        cost=cost,
        budget=wishes.hours,
    )


def rows_of(network: Network, ties: Ties, keys: Collection[Key]) -> IntArray:
    """The rows of some contacts.

    Raises
    ------
    NotFoundError
        If somebody is not a contact of the person who asks.
    """
    row = {int(target): place for place, target in enumerate(ties.target.tolist())}
    found = []
    for key in keys:
        place = row.get(network.index_of(key))
        if place is None:
            raise NotFoundError("contact of this person", key)
        found.append(place)
    return np.array(found, dtype=np.int64)


def _candidate(network: Network, ties: Ties, rows: IntArray, key: Key) -> int:
    (row,) = rows_of(network, ties, [key])
    (places,) = np.nonzero(rows == row)
    if not len(places):
        raise InvalidArgumentError(
            f"{key!r} cannot be included: the tie ended in conflict, contact only ever went one "
            "way, it is the address of an office, or the strategy has no opinion"
        )
    return int(places[0])


def _costs(cost: Cost, network: Network, ties: Ties, rows: IntArray) -> FloatArray:
    if is_number(cost):
        costs = [float(cost)] * len(rows)
    elif isinstance(cost, Mapping):
        costs = [float(cost.get(network.keys[i], 1.0)) for i in ties.target[rows].tolist()]
    elif callable(cost):
        costs = [float(cost(network.contact(i))) for i in ties.target[rows].tolist()]
    else:
        raise InvalidArgumentError(
            f"cost must be a number, a number for each key, or a function, got {cost!r}"
        )
    for value in costs:
        if not (math.isfinite(value) and value > 0):
            raise InvalidArgumentError(f"a cost must be finite and > 0, got {value}")
    return np.array(costs, dtype=np.float64)
