"""One person's network at one moment: what changes are told by."""

from __future__ import annotations

from datetime import UTC, datetime, time
from functools import cached_property

import attrs
import numpy as np

from netzwerkwandel.metrics._inner_circle import inner_circle_of
from netzwerkwandel.metrics.tie_totals import normalised
from netzwerkwandel.model import Function, Goal, Key
from netzwerkwandel.network import BoolArray, FloatArray, Network, Ties
from netzwerkwandel.network.field_levels import field_levels
from netzwerkwandel.scoring import function_amounts
from netzwerkwandel.scoring._function_coverage import SERVES


@attrs.frozen(eq=False)
class Standing:
    """A person's ties at a moment, and what is worked out of them, each on first use.

    Parameters
    ----------
    ties : Ties
        The person's ties.
    ego : int
        The person's index.
    goal : Goal or None
        Where the change is heading.
    """

    ties: Ties
    ego: int
    goal: Goal | None

    @property
    def network(self) -> Network:
        """The network at that moment."""
        return self.ties.network

    @property
    def key(self) -> Key:
        """Whose network it is."""
        return self.network.keys[self.ego]

    @property
    def as_of(self) -> datetime | None:
        """The moment."""
        return self.network.as_of

    @cached_property
    def keys(self) -> list[Key]:
        """The contacts, row by row."""
        return [self.network.keys[i] for i in self.ties.target.tolist()]

    @cached_property
    def row(self) -> dict[Key, int]:
        """The row of each contact."""
        return {key: row for row, key in enumerate(self.keys)}

    @cached_property
    def awake(self) -> BoolArray:
        """With whom there is contact, and has not gone to sleep; unmeasured ties all are."""
        if self.network.measured is None:
            return np.ones(len(self.ties), dtype=bool)
        awake: BoolArray = ~np.isnan(self.ties.silence) & ~self.ties.is_dormant
        return awake

    @cached_property
    def core(self) -> BoolArray:
        """Who belongs to the inner circle."""
        return inner_circle_of(self.ties)

    @cached_property
    def in_field(self) -> BoolArray:
        """Who works in the goal's fields."""
        if self.goal is None:
            return np.zeros(len(self.ties), dtype=bool)
        return self.ties.in_field(self.goal) > 0

    @cached_property
    def effective_size(self) -> float:
        """How many contacts do not repeat each other, in the ego model; nan without contacts."""
        return float((1.0 - self.ties.redundancy).sum()) if len(self.ties) else float("nan")

    @cached_property
    def constraint(self) -> float:
        """How closed the circle is, in the ego model; nan without contacts."""
        return float(self.ties.constraint.sum()) if len(self.ties) else float("nan")

    @cached_property
    def normalised_constraint(self) -> float:
        """The same from 0 to 1."""
        constraint, n = np.array([self.constraint]), np.array([float(len(self.ties) or np.nan)])
        return float(normalised(constraint, n)[0])

    @cached_property
    def served(self) -> tuple[Function, ...]:
        """Which functions somebody serves."""
        held = zip(Function, function_amounts(self.ties, self.goal), strict=True)
        return tuple(function for function, amounts in held if np.any(amounts >= SERVES))

    @cached_property
    def level(self) -> float:
        """How far inside the goal's fields the person stands, 0 to 1; nan without a goal."""
        if self.goal is None:
            return float("nan")
        return float(field_levels(self.network, self.goal)[self.ego])

    def met_since(self, since: datetime | None) -> BoolArray:
        """Who was first met at or after a moment."""
        if since is None:
            return np.zeros(len(self.ties), dtype=bool)
        met: BoolArray = self.ties.first_contact >= since.timestamp()
        return met

    def share(self, some: BoolArray) -> float:
        """The share of all strength that some ties have; nan without any strength."""
        return share(self.ties.strength, some)


def standing(network: Network, goal: Goal | None, ego: Key | int | None = None) -> Standing:
    """Look at one person's network.

    Raises
    ------
    NotFoundError, InvalidNetworkError
        If ``ego`` is not there, or nobody is named and the network is nobody's.
    """
    ties = network.ties_of(ego)
    number = network.ego if ego is None else ego
    index = network.index_of(number) if isinstance(number, str) else number
    assert index is not None
    return Standing(ties, index, goal)


def began(goal: Goal | None) -> datetime | None:
    """The moment from which on the goal is followed: the start of its first day in UTC."""
    if goal is None or goal.since is None:
        return None
    return datetime.combine(goal.since, time.min, UTC)


def share(values: FloatArray, some: BoolArray) -> float:
    """The share of a sum that some of its parts have; nan where the sum is 0."""
    total = float(values.sum())
    return float(values[some].sum()) / total if total > 0 else float("nan")
