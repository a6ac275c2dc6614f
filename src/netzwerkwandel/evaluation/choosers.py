"""Whom to talk to next by different rules: the library's list, and simple rules beside it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any

import attrs
import numpy as np
from attrs.validators import optional
from typing_extensions import override

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.model import Goal
from netzwerkwandel.network import FloatArray, IntArray, Network, Ties
from netzwerkwandel.recommending import recommend
from netzwerkwandel.scoring import ScoringStrategy, rounded
from netzwerkwandel.scoring.ranking import argsort_keys
from netzwerkwandel.scoring.strategy import check_is_strategy, is_goal


@attrs.frozen
class Chooser(ABC):
    """Whom would this rule have chosen, knowing only what one person could see at the time?

    Subclass it, decorate the subclass with ``attrs.frozen``, and return some of her contacts.

    Examples
    --------
    >>> @attrs.frozen
    ... class TheFirstByName(Chooser):
    ...     def choose(self, network: Network, n: int, chance: np.random.Generator) -> list[str]:
    ...         return sorted(network.contact(i).key for i in network.ties_of().target)[:n]
    >>> network = Network.from_edges(["ada", "ada"], ["eva", "ben"])
    >>> TheFirstByName().name
    'the first by name'
    """

    @property
    def name(self) -> str:
        """What it is called in tables and texts: its class in plain words."""
        words = "".join(f" {c.lower()}" if c.isupper() else c for c in type(self).__name__)
        return words.strip()

    @property
    def draws(self) -> bool:
        """Whether chance decides, so that it is asked several times."""
        return False

    @abstractmethod
    def choose(self, network: Network, n: int, chance: np.random.Generator) -> list[str]:
        """Choose at most n contacts of the network's owner.

        Parameters
        ----------
        network : Network
            What she could see at the time.
        n : int
            How many at most.
        chance : numpy.random.Generator
            The only source of chance.

        Returns
        -------
        list of str
            The keys of contacts of hers, each once.
        """


@attrs.frozen
class Recommended(Chooser):
    """The list of ``recommend``: by default as it comes, else with a strategy or a goal.

    Parameters
    ----------
    strategy : ScoringStrategy, optional
        What counts.
    goal : Goal, optional
        Where the change is heading.

    Examples
    --------
    >>> Recommended().name
    'recommended'
    """

    strategy: ScoringStrategy | None = attrs.field(default=None)
    goal: Goal | None = attrs.field(default=None, validator=optional(is_goal))

    @strategy.validator
    def _check_strategy(self, _: attrs.Attribute[Any], value: object) -> None:
        if value is not None:
            check_is_strategy(value)

    @property
    @override
    def name(self) -> str:
        return "recommended" if self.strategy is None else repr(self.strategy)

    @override
    def choose(self, network: Network, n: int, chance: np.random.Generator) -> list[str]:
        """Choose as ``recommend`` does."""
        picks = recommend(network, strategy=self.strategy, goal=self.goal, n=n)
        return [pick.contact.key for pick in picks]


@attrs.frozen
class Ranked(Chooser):
    """The contacts with the highest figure, equals in the order of their keys."""

    @abstractmethod
    def figure(self, ties: Ties) -> FloatArray:
        """What is ranked, one value for each contact; nan comes last."""

    @override
    def choose(self, network: Network, n: int, chance: np.random.Generator) -> list[str]:
        """Choose the highest."""
        ties = network.ties_of()
        keys = [network.keys[i] for i in ties.target.tolist()]
        by_key = argsort_keys(keys)
        figure = rounded(np.nan_to_num(self.figure(ties), nan=-np.inf))[by_key]
        return [keys[i] for i in by_key[np.argsort(-figure, kind="stable")][:n].tolist()]


@attrs.frozen
class Strongest(Ranked):
    """The strongest ties: whom one would call anyway.

    Examples
    --------
    >>> network = Network.from_edges(["ada", "ada"], ["eva", "ben"], [1.0, 2.0])
    >>> Strongest().figure(network.ties_of("ada"))
    array([2., 1.])
    """

    @override
    def figure(self, ties: Ties) -> FloatArray:
        """The strength of the tie."""
        return ties.strength


@attrs.frozen
class MostRecent(Ranked):
    """Whom she was last in touch with.

    Examples
    --------
    >>> MostRecent().name
    'most recent'
    """

    @override
    def figure(self, ties: Ties) -> FloatArray:
        """The moment of the last contact."""
        return ties.last_contact


@attrs.frozen
class MostConnected(Ranked):
    """Who has the most ties of those that she can see.

    Examples
    --------
    >>> MostConnected().name
    'most connected'
    """

    @override
    def figure(self, ties: Ties) -> FloatArray:
        """The number of ties."""
        return ties.network.degree[ties.target].astype(np.float64)


@attrs.frozen
class Random(Chooser):
    """Any of her contacts, each as likely as the other.

    Examples
    --------
    >>> Random().draws
    True
    """

    @property
    @override
    def draws(self) -> bool:
        return True

    @override
    def choose(self, network: Network, n: int, chance: np.random.Generator) -> list[str]:
        """Draw without putting back."""
        whom: IntArray = network.ties_of().target
        drawn = chance.choice(whom, size=min(n, len(whom)), replace=False)
        return [network.keys[i] for i in drawn.tolist()]


BASELINES: tuple[Chooser, ...] = (Random(), Strongest(), MostRecent(), MostConnected())
"""The simple rules that every list is held against."""


def as_chooser(given: object) -> Chooser:
    """Take a chooser as it is, and of a strategy the list that it makes."""
    if isinstance(given, Chooser):
        return given
    if isinstance(given, ScoringStrategy):
        return Recommended(given)
    raise InvalidArgumentError(f"choosers must be strategies or Choosers, got {shown(given)}")


def by_name(given: Iterable[object]) -> dict[str, Chooser]:
    """Choosers by their names, and with them chance, which all is held against, where it lacks."""
    rules = {each.name: each for each in map(as_chooser, given)}
    if any(rule.draws for rule in rules.values()):
        return rules
    return {BASELINES[0].name: BASELINES[0], **rules}
