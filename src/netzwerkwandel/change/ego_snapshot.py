"""One person's network at one moment: the figures by which changes are told."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime, time
from functools import cached_property

import attrs
import numpy as np

from netzwerkwandel.metrics._inner_circle import inner_circle_of
from netzwerkwandel.metrics.tie_totals import normalised, own_holes
from netzwerkwandel.model import Function, Goal, Key
from netzwerkwandel.model.moments import DAYS_A_YEAR, SECONDS_A_DAY
from netzwerkwandel.network import BoolArray, Network, Ties
from netzwerkwandel.network.field_levels import field_levels
from netzwerkwandel.network.snapshot import Snapshot
from netzwerkwandel.scoring import function_amounts
from netzwerkwandel.scoring._function_coverage import SERVES


DAYS_A_MONTH = DAYS_A_YEAR / 12


@attrs.frozen(eq=False)
class EgoSnapshot:
    """A person's ties at a moment, and what follows from them, each worked out on first use.

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
    def network(self) -> Snapshot:
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

    def people(self, mask: BoolArray) -> set[Key]:
        """The contacts in some of the rows."""
        return {self.keys[row] for row in np.flatnonzero(mask).tolist()}

    def rows(self, people: Collection[Key]) -> BoolArray:
        """Which rows are those of some people; who is no contact has none."""
        return np.array([key in people for key in self.keys], dtype=bool)

    @cached_property
    def active(self) -> set[Key]:
        """With whom the tie is not dormant; ties that were never measured are all active."""
        if not self.network.history.is_measured:
            return set(self.keys)
        return self.people(~np.isnan(self.ties.silence) & ~self.ties.is_dormant)

    @cached_property
    def strengths(self) -> dict[Key, float]:
        """How strong the tie with each contact is."""
        return dict(zip(self.keys, self.ties.strength.tolist(), strict=True))

    @cached_property
    def contact_days(self) -> dict[Key, float]:
        """On how many days there was contact with each so far."""
        return dict(zip(self.keys, self.ties.contact_days.tolist(), strict=True))

    @cached_property
    def inner_circle(self) -> BoolArray:
        """Who belongs to the inner circle, row by row."""
        return self.ties.column(inner_circle_of)

    @cached_property
    def in_field(self) -> BoolArray:
        """Who works in the goal's fields, row by row."""
        if self.goal is None:
            return np.zeros(len(self.ties), dtype=bool)
        return self.ties.in_field(self.goal) > 0

    @cached_property
    def effective_size(self) -> float:
        """How many contacts do not repeat each other, in the ego model; nan without contacts."""
        return own_holes(self.ties).effective_size

    @cached_property
    def constraint(self) -> float:
        """How closed the network is, in the ego model; nan without contacts."""
        return own_holes(self.ties).constraint

    @cached_property
    def normalised_constraint(self) -> float:
        """The same from 0 to 1."""
        constraint, n = np.array([self.constraint]), np.array([float(len(self.ties) or np.nan)])
        return float(normalised(constraint, n)[0])

    @cached_property
    def circles(self) -> int:
        """How many circles of two or more contacts who know each other there are."""
        return int((np.bincount(self.ties.circle) > 1).sum())

    @cached_property
    def served(self) -> tuple[Function, ...]:
        """Which functions somebody serves."""
        return tuple(function for function, rows in self.serving.items() if rows.any())

    @cached_property
    def serving(self) -> dict[Function, BoolArray]:
        """Who serves each function, row by row."""
        amounts = zip(Function, function_amounts(self.ties, self.goal), strict=True)
        return {function: of >= SERVES for function, of in amounts}

    @cached_property
    def level(self) -> float:
        """How far inside the goal's fields the person stands, 0 to 1; nan without a goal."""
        if self.goal is None:
            return float("nan")
        return float(field_levels(self.network.csr, self.network.members(self.goal))[self.ego])

    def met_since(self, since: datetime | None) -> BoolArray:
        """Who was first met at or after a moment, row by row; nobody if there is no moment."""
        if since is None:
            return np.zeros(len(self.ties), dtype=bool)
        met: BoolArray = self.ties.first_contact >= since.timestamp()
        return met

    def months_since(self, before: EgoSnapshot) -> float:
        """The months that passed since another moment; nan if none did, or one is not known."""
        if self.as_of is None or before.as_of is None or self.as_of == before.as_of:
            return float("nan")
        return (self.as_of - before.as_of).total_seconds() / SECONDS_A_DAY / DAYS_A_MONTH

    def share(self, mask: BoolArray) -> float:
        """The share of all strength that some of the ties have; nan without any strength."""
        total = float(self.ties.strength.sum())
        return float(self.ties.strength[mask].sum()) / total if total > 0 else float("nan")


def ego_snapshot(network: Network, goal: Goal | None, ego: Key | int | None = None) -> EgoSnapshot:
    """Look at one person's network.

    Raises
    ------
    InvalidArgumentError
        If ``goal`` is no ``Goal``.
    NotFoundError, InvalidNetworkError
        If ``ego`` is not there, or nobody is named and the network is nobody's.
    """
    goal = network.goal_meant(goal)
    ties = network.ties_of(ego)
    number = network.ego if ego is None else ego
    index = network.index_of(number) if isinstance(number, str) else number
    assert index is not None
    return EgoSnapshot(ties, index, goal)


def began(goal: Goal | None) -> datetime | None:
    """The moment from which on the goal is followed: the start of its first day in UTC."""
    if goal is None or goal.since is None:
        return None
    return datetime.combine(goal.since, time.min, UTC)
