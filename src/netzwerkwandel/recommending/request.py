"""What a person wants of a list, and what the choice has to keep to."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from numbers import Real
from typing import Any, TypeAlias

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError, NotFoundError, shown
from netzwerkwandel.model import Contact, Function, Key
from netzwerkwandel.model.arguments import check_count, check_kind, check_member, is_number
from netzwerkwandel.network import BoolArray, FloatArray, IntArray, Network, Ties
from netzwerkwandel.recommending.choice import Limits
from netzwerkwandel.recommending.eligibility import (
    are_offices,
    is_answered,
    is_just_talked_to,
    never_answered,
    with_lookalikes,
)
from netzwerkwandel.recommending.ruled_out import RuledOutReason, RulesOut
from netzwerkwandel.recommending.workplace import are_at_work
from netzwerkwandel.records.directory import Directory
from netzwerkwandel.scoring import rounded


Person: TypeAlias = Contact | Key
AtLeast: TypeAlias = Mapping[Function, int] | Mapping[str, int]
Cost: TypeAlias = float | Mapping[Key, float] | Mapping[Contact, float] | Callable[[Contact], float]


_OF_LOOKALIKES = (
    RuledOutReason.EXCLUDED,
    RuledOutReason.AT_WORK,
    RuledOutReason.QUARREL,
    RuledOutReason.JUST_TALKED_TO,
    RuledOutReason.ANSWERED,
)
"""What rules out whoever may be one person with somebody, too, as long as that is open."""


@attrs.frozen(kw_only=True)
class Request:
    """What a person wants of a list; see ``recommend``.

    Parameters
    ----------
    n : int
        How many people at most.
    exclude : frozenset of int
        The numbers, in the network, of people who are not on the list.
    include : tuple of int
        The numbers of people who are on it in any case.
    per_circle : int or None
        How many of one circle at most, besides those included.
    at_least : mapping of Function to int
        How many are wanted for a function.
    hours : float or None
        The effort that all may take together.
    discreet : bool
        Whether everybody is left out who works where the person works.
    cost : float, mapping of int to float, or callable
        The hours that somebody takes.
    """

    n: int
    exclude: frozenset[int]
    include: tuple[int, ...]
    per_circle: int | None
    at_least: Mapping[Function, int]
    hours: float | None
    discreet: bool
    cost: float | Mapping[int, float] | Callable[[Contact], float]

    def __attrs_post_init__(self) -> None:
        check_count("n", self.n, 1)
        if self.per_circle is not None:
            check_count("per_circle", self.per_circle, 1)
        for function, count in self.at_least.items():
            check_count(f"at_least for {function}", count, 0)
        if self.hours is not None and not (is_number(self.hours) and 0 <= self.hours < math.inf):
            raise InvalidArgumentError(f"hours must be finite and >= 0, got {shown(self.hours)}")
        if not (is_number(self.cost) or callable(self.cost) or isinstance(self.cost, Mapping)):
            raise InvalidArgumentError(
                "cost must be a number, a number for each key, or a function, got "
                f"{shown(self.cost)}"
            )
        check_kind("discreet", self.discreet, bool)
        named, most = len(self.include), self.n
        if named > most:
            raise InvalidArgumentError(
                f"include names {named} people, and n asks for {most} at most"
            )

    def also(self, functions: Collection[Function]) -> Request:
        """The same, and at least one for each of some functions."""
        more = {function: max(1, self.at_least.get(function, 0)) for function in functions}
        return attrs.evolve(self, at_least={**self.at_least, **more})

    @property
    def wants_support(self) -> bool:
        """Whether somebody is wanted who gives support."""
        return self.at_least.get(Function.SUPPORT, 0) > 0

    def rules_out(
        self, ties: Ties, scores: FloatArray, may_be_named: BoolArray, speaks: BoolArray
    ) -> RulesOut:
        """Say of all contacts for which reasons they do not come into question.

        Parameters
        ----------
        ties : Ties
            All ties of one person.
        scores : FloatArray, shape (n_rows,)
            What the strategy says; nan for no opinion.
        may_be_named, speaks : BoolArray, shape (n_rows,)
            Who is not too close, and for whom anything speaks.
        """
        nobody = np.zeros(len(ties), dtype=np.bool_)
        return RulesOut(
            {
                RuledOutReason.EXCLUDED: np.isin(ties.target, list(self.exclude)),
                RuledOutReason.AT_WORK: are_at_work(ties, by_domain=True)
                if self.discreet
                else nobody,
                RuledOutReason.QUARREL: ties.ended_in_conflict,
                RuledOutReason.JUST_TALKED_TO: is_just_talked_to(ties),
                RuledOutReason.ANSWERED: is_answered(ties),
                RuledOutReason.OFFICE: are_offices(ties),
                RuledOutReason.NEVER_ANSWERED: never_answered(ties),
                RuledOutReason.INNER_CIRCLE: ~may_be_named,
                RuledOutReason.NOTHING_SPEAKS: ~speaks | np.isnan(scores),
            }
        )

    def candidates(self, ties: Ties, scores: FloatArray, rules: RulesOut) -> IntArray:
        """The rows of those who come into question, the best first, equals by key.

        Parameters
        ----------
        ties : Ties
            All ties of one person.
        scores : FloatArray, shape (n_rows,)
            What the strategy says; nan for no opinion.
        rules : RulesOut
            For which reasons they do not.
        """
        network, numbers = ties.network, ties.target
        # Whoever parted in a quarrel has no score; who may be one person with her has one.
        ruled_out = with_lookalikes(ties, rules.anybody_of(*_OF_LOOKALIKES))
        ruled_out |= rules.anybody_of(RuledOutReason.INNER_CIRCLE, RuledOutReason.NOTHING_SPEAKS)
        lost = rules.anybody_of(RuledOutReason.OFFICE, RuledOutReason.NEVER_ANSWERED)
        wanted = ~ruled_out | np.isin(numbers, list(self.include))
        rows = np.flatnonzero(wanted & ~np.isnan(scores) & ~lost)
        keys = [network.keys[number] for number in numbers[rows].tolist()]
        by_key = rows[sorted(range(len(keys)), key=keys.__getitem__)]
        return by_key[np.argsort(-rounded(scores)[by_key], kind="stable")]

    def limits(self, ties: Ties, rows: IntArray, serves: BoolArray) -> Limits:
        """Say in numbers of the candidates, who stand in ``rows``, what a list has to keep to.

        Raises
        ------
        InvalidArgumentError
            If somebody to include does not come into question, costs are not positive, or those to
            include cost more than there is.
        NotFoundError
            If somebody to include is no contact of the person who asks.
        """
        place = {row: candidate for candidate, row in enumerate(rows.tolist())}
        included = []
        for number, row in zip(self.include, rows_of(ties, self.include).tolist(), strict=True):
            if row not in place:
                raise InvalidArgumentError(
                    f"{ties.network.contact(number).label!r} cannot be included: the tie ended in "
                    "conflict, no mail was ever answered, it is the address of an office, or the "
                    "strategy has no opinion"
                )
            included.append(place[row])
        cost = self._costs(ties, rows)
        needed = cost[included].sum()
        if self.hours is not None and needed > self.hours:
            raise InvalidArgumentError(
                f"those to include take {needed:g} hours, and there are {self.hours:g}"
            )
        return Limits(
            n=self.n,
            included=tuple(included),
            circle=ties.circle[rows],
            per_circle=self.per_circle,
            serves=serves,
            at_least=np.array([self.at_least.get(function, 0) for function in Function]),
            cost=cost,
            budget=self.hours,
        )

    def _costs(self, ties: Ties, rows: IntArray) -> FloatArray:
        numbers = ties.target[rows].tolist()
        if callable(self.cost):
            costs = [self.cost(ties.network.contact(number)) for number in numbers]
        elif isinstance(self.cost, Mapping):
            costs = [self.cost.get(number, 1.0) for number in numbers]
        else:
            costs = [self.cost]
        for value in costs:
            if not (isinstance(value, Real) and math.isfinite(value) and value > 0):
                raise InvalidArgumentError(f"a cost must be finite and > 0, got {shown(value)}")
        return np.full(len(numbers), costs, dtype=np.float64)


@attrs.frozen(eq=False)
class People:
    """The people of a network, named as they are known: by a key, an address, a number, a name.

    Parameters
    ----------
    network : Network
        The network.
    """

    network: Network

    @cached_property
    def _directory(self) -> Directory:
        return Directory(contacts=self.network.contacts)

    def numbers(self, argument: str, people: Collection[Person]) -> tuple[int, ...]:
        """Return the numbers of some people in the network, each once.

        Parameters
        ----------
        argument : str
            What the error calls them.
        people : collection of Contact or str
            The people, as ``number`` takes them.

        Raises
        ------
        InvalidArgumentError
            If these are no people, as a single text is none, or a name is that of several.
        UnknownPersonError
            If somebody is not in the network.
        """
        if isinstance(people, str | bytes) or not isinstance(people, Collection):
            raise InvalidArgumentError(
                f"{argument} must be a collection of people, got {type(people).__name__}"
            )
        return tuple(dict.fromkeys(self.number(argument, person) for person in people))

    def number(self, argument: str, person: Person) -> int:
        """Return the number of one person, as ``Directory.person`` knows her.

        Raises
        ------
        InvalidArgumentError
            If it is neither a contact nor a text, or a name is that of several.
        UnknownPersonError
            If nobody is known by it; it says whose names are nearest.
        """
        if not isinstance(person, Contact | str):
            raise InvalidArgumentError(
                f"{argument} must name people by a Contact or a text, got {type(person).__name__}"
            )
        # Most are named by their keys, and then the directory, which reads every name and address
        # of the network, need not be made.
        try:
            return self.network.index_of(person if isinstance(person, str) else person.key)
        except NotFoundError:
            return self.network.index_of(self._directory.person(person).key)


def read_request(
    network: Network,
    *,
    n: int,
    exclude: Collection[Person],
    include: Collection[Person],
    per_circle: int | None,
    at_least: AtLeast | None,
    hours: float | None,
    discreet: bool,
    cost: Cost,
) -> Request:
    """Read what somebody wants, with people as they are known, and check it.

    Raises
    ------
    InvalidArgumentError
        If something is outside its range, or somebody is to be included and excluded at once.
    UnknownPersonError
        If somebody is not in the network.
    """
    people = People(network)
    excluded, included = people.numbers("exclude", exclude), people.numbers("include", include)
    both = sorted(set(excluded).intersection(included))
    if both:
        label = network.contact(both[0]).label
        raise InvalidArgumentError(f"{label!r} is to be included and excluded at once")
    wanted: Mapping[Any, int] = {} if at_least is None else at_least
    if not isinstance(wanted, Mapping):
        raise InvalidArgumentError(f"at_least must say how many by function, got {shown(at_least)}")
    hours_of: float | Mapping[int, float] | Callable[[Contact], float]
    if isinstance(cost, Mapping):
        hours_of = {people.number("cost", person): of_person for person, of_person in cost.items()}
    else:
        hours_of = cost
    return Request(
        n=n,
        exclude=frozenset(excluded),
        include=included,
        per_circle=per_circle,
        at_least={check_member("at_least", Function, f): count for f, count in wanted.items()},
        hours=hours,
        discreet=discreet,
        cost=hours_of,
    )


def rows_of(ties: Ties, numbers: Collection[int]) -> IntArray:
    """The rows of some people, by their numbers in the network.

    Raises
    ------
    NotFoundError
        If somebody is not a contact of the person who asks.
    """
    row = {target: place for place, target in enumerate(ties.target.tolist())}
    for number in numbers:
        if number not in row:
            raise NotFoundError("contact of this person", ties.network.contact(number).label)
    return np.array([row[number] for number in numbers], dtype=np.int64)
