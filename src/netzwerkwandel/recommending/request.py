"""What a person wants of a list, who comes into question, and what the choice has to keep to."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from numbers import Real
from typing import Any, TypeAlias

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError, NotFoundError
from netzwerkwandel.model import Contact, Function, Goal, Key
from netzwerkwandel.model.arguments import check_count, check_kind, check_member, is_number
from netzwerkwandel.model.keys import is_role_address
from netzwerkwandel.model.moments import SECONDS_A_DAY
from netzwerkwandel.network import BoolArray, FloatArray, IntArray, Network, Ties
from netzwerkwandel.recommending.choice import Limits
from netzwerkwandel.recommending.work import are_at_work
from netzwerkwandel.records.directory import Directory
from netzwerkwandel.scoring import rounded
from netzwerkwandel.scoring.six_functions import gone_that_way, outside, saw_me


A_MONTH = 30
"""Whoever was met, or talked to on the phone, within so many days is not suggested."""


Person: TypeAlias = Contact | Key
AtLeast: TypeAlias = Mapping[Function, int] | Mapping[str, int]
Cost: TypeAlias = float | Mapping[Key, float] | Mapping[Contact, float] | Callable[[Contact], float]


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
            raise InvalidArgumentError(f"hours must be finite and >= 0, got {self.hours!r}")
        if not (is_number(self.cost) or callable(self.cost) or isinstance(self.cost, Mapping)):
            raise InvalidArgumentError(
                f"cost must be a number, a number for each key, or a function, got {self.cost!r}"
            )
        check_kind("discreet", self.discreet, bool)
        if len(self.include) > self.n:
            raise InvalidArgumentError(
                f"include names {len(self.include)} people, and n asks for {self.n} at most"
            )

    def also(self, functions: Collection[Function]) -> Request:
        """The same, and at least one for each of some functions."""
        more = {function: max(1, self.at_least.get(function, 0)) for function in functions}
        return attrs.evolve(self, at_least={**self.at_least, **more})

    @property
    def wants_support(self) -> bool:
        """Whether somebody is wanted who gives support."""
        return self.at_least.get(Function.SUPPORT, 0) > 0

    def candidates(self, ties: Ties, scores: FloatArray, speaks: BoolArray) -> IntArray:
        """The rows of those who come into question, the best first, equals by key.

        Parameters
        ----------
        ties : Ties
            All ties of one person.
        scores : FloatArray, shape (n_rows,)
            What the strategy says; nan for no opinion.
        speaks : BoolArray, shape (n_rows,)
            For whom anything speaks.
        """
        network, numbers = ties.network, ties.target
        ruled_out = np.isin(numbers, list(self.exclude)) | is_just_talked_to(ties)
        ruled_out |= is_answered(ties)
        if self.discreet:
            ruled_out |= are_at_work(ties, by_domain=True)
        wanted = ~ruled_out & speaks | np.isin(numbers, list(self.include))
        rows = np.flatnonzero(wanted & ~np.isnan(scores) & are_eligible(ties)).tolist()
        ranked, keys = rounded(scores), network.keys
        rows.sort(key=lambda row: (-ranked[row], keys[numbers[row]]))
        return np.array(rows, dtype=np.int64)

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
            costs = [self.cost] * len(numbers)
        for value in costs:
            if not (isinstance(value, Real) and math.isfinite(value) and value > 0):
                raise InvalidArgumentError(f"a cost must be finite and > 0, got {value!r}")
        return np.array(costs, dtype=np.float64)


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
        raise InvalidArgumentError(f"at_least must say how many by function, got {at_least!r:.80}")
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


def are_eligible(ties: Ties) -> BoolArray:
    """Whether a contact comes into question at all: a person, not an office, and no lost cause."""
    office = ties.of_contacts(lambda contact: float(is_office(contact))) > 0
    # Whoever never answered is left alone. But where nobody ever reached out to the person at all,
    # meetings and calls aside, the data has only her side of everything, as a folder of sent mail
    # does: then silence says nothing.
    sides_show = np.any((ties.answers > 0) & (ties.talks == 0))
    never_answered = (ties.answers == 0) & ~ties.is_stated & sides_show
    eligible: BoolArray = ~ties.ended_in_conflict & ~never_answered & ~office
    return eligible


def may_be_named(ties: Ties, serving: BoolArray, *, wants_support: bool) -> BoolArray:
    """Who may be suggested: all but the inner circle, of whom only support is to be had.

    Whoever wrote and waits for an answer may, however strong the tie is: where others are answered,
    she is not one of the closest.

    Parameters
    ----------
    ties : Ties
        All ties of one person.
    serving : BoolArray, shape (n_functions, n_rows)
        Who serves which function.
    wants_support : bool
        Whether support is wanted.
    """
    supports = serving[tuple(Function).index(Function.SUPPORT)] & wants_support
    waits = (ties.answers == 0.5) & np.any(ties.answers == 1)
    may: BoolArray = (outside(ties) > 0) | supports | waits
    return may


def is_worth_a_talk(ties: Ties, goal: Goal | None, serving: BoolArray) -> BoolArray:
    """For whom anything speaks that can be said.

    She serves a function, knows somebody new, sleeps, has gone the way, saw the person at work
    before, answers or waits for an answer, or is of another circle than those of the inner one.
    """
    inner = outside(ties) == 0
    elsewhere = ~np.isin(ties.circle, ties.circle[inner])
    speaks: BoolArray = serving.any(axis=0) | (ties.reach > 0) | ties.is_dormant | elsewhere
    speaks |= gone_that_way(ties, goal) | saw_me(ties) | (ties.answers > 0)
    return speaks


def is_just_talked_to(ties: Ties) -> BoolArray:
    """Whom the person met or talked to on the phone within the last month."""
    as_of = ties.network.as_of
    if as_of is None:
        return np.zeros(len(ties), dtype=np.bool_)
    just: BoolArray = as_of.timestamp() - ties.last_talk < A_MONTH * SECONDS_A_DAY
    return just


def is_answered(ties: Ties) -> BoolArray:
    """Who was suggested and talked to, declined or put off, and is not to be suggested again yet.

    What was said last of somebody counts.
    """
    network = ties.network
    if network.as_of is None or not network.suggestions:
        return np.zeros(len(ties), dtype=np.bool_)
    last = {each.contact: each for each in network.suggestions}  # they are in the order of days
    day = network.as_of.date()
    out = {key for key, each in last.items() if each.rules_out(day)}
    return np.array([network.keys[i] in out for i in ties.target.tolist()], dtype=np.bool_)


def is_office(contact: Contact) -> bool:
    """Say whether a contact is an office, not a person.

    So is one with nothing but addresses of a role.
    """
    ways = [*contact.phones, *contact.profiles, *contact.emails]
    ways += [key.removeprefix("mailto:") for key in contact.keys if key.startswith("mailto:")]
    return bool(ways) and all(is_role_address(way) for way in ways)


def one_of_each(ties: Ties, rows: IntArray, included: Collection[int]) -> IntArray:
    """Of contacts who may be one person, keep the first; nobody who is asked for is left out.

    Parameters
    ----------
    ties : Ties
        All ties of one person.
    rows : IntArray
        Those in question, the best first.
    included : collection of int
        The numbers of people who are on the list in any case.

    Returns
    -------
    IntArray
        Some of the rows.
    """
    questions, keys = ties.network.open_questions, ties.network.keys
    named = {id(questions[keys[n]]) for n in included if keys[n] in questions}
    kept = []
    for row in rows.tolist():
        number = int(ties.target[row])
        group = questions.get(keys[number])
        if group is None or number in included or id(group) not in named:
            kept.append(row)
        named.add(id(group))
    return np.array(kept, dtype=np.int64)
