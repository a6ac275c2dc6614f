"""Every strategy that is shipped, in one place, and networks to try them on."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import attrs
import numpy as np
import pytest

from builders import edge_networks
from netzwerkwandel.model import Goal, Relation
from netzwerkwandel.network import Network, Ties
from netzwerkwandel.scoring import (
    Blend,
    BringsIdeas,
    Dormant,
    GivesFeedback,
    GuidingFigures,
    NewInformation,
    OpensDoors,
    Orients,
    Peers,
    ProfessionalCommunity,
    ScoringStrategy,
    Supports,
    checked_scores,
    default_strategy,
)
from netzwerkwandel.testing.networks import ugly_cases


GOAL = Goal(fields=["ux research"])

SINGLE = {
    "opens doors": OpensDoors(GOAL),
    "opens doors, no goal": OpensDoors(),
    "supports": Supports(),
    "orients": Orients(GOAL),
    "orients, no goal": Orients(),
    "gives feedback": GivesFeedback(),
    "brings ideas": BringsIdeas(),
    "new information": NewInformation(),
    "new information, weaker": NewInformation(peak=0.1),
    "dormant": Dormant(),
    "peers": Peers(GOAL),
    "peers, no goal": Peers(),
    "guiding figures": GuidingFigures(GOAL),
    "guiding figures, no goal": GuidingFigures(),
    "professional community": ProfessionalCommunity(GOAL),
}
BLENDS = {
    "blend": Blend([(NewInformation(), 1.0), (Dormant(), 2.0)]),
    "blend of blends": Blend([(Blend([(Dormant(), 1.0)]), 1.0), (NewInformation(), 0.5)]),
    "default": default_strategy(GOAL),
    "default, no goal": default_strategy(),
}
SHIPPED: dict[str, ScoringStrategy] = {**SINGLE, **BLENDS}

READS_THE_FIELD = {
    "opens doors",
    "orients",
    "peers",
    "guiding figures",
    "professional community",
    "default",
}
"""Whoever has a goal; nobody without one."""

shipped = pytest.mark.parametrize("name", SHIPPED)
single = pytest.mark.parametrize("name", SINGLE)


@functools.cache
def networks() -> dict[str, Network]:
    """Networks of all kinds, with people in the goal's field."""
    ugly = {case.name: case.network() for case in ugly_cases([GOAL])}
    return {**edge_networks(), **ugly}


@attrs.frozen
class Row:
    """One row of ties, each column a plain number."""

    ties: Ties
    number: int

    def __getattr__(self, name: str) -> float:
        return getattr(self.ties, name)[self.number].item()

    def is_in(self, goal: Goal) -> float:
        """The contact's match with the goal."""
        return self.ties.in_field(goal)[self.number].item()

    def has(self, relation: str) -> bool:
        """Whether the contact is stated to be this."""
        return self.ties.has_relation(Relation(relation))[self.number].item()

    @property
    def answers(self) -> float | None:
        """The reciprocity, None where it is not known."""
        return None if np.isnan(self.reciprocity) else self.reciprocity


def scored_rows(strategy: ScoringStrategy) -> Iterator[tuple[Row, float]]:
    """Every row of every network but those that ended in conflict, and its score."""
    for network in networks().values():
        ties = network.ties()
        scores = checked_scores(strategy, ties).tolist()
        for number, score in enumerate(scores):
            if not ties.ended_in_conflict[number]:
                yield Row(ties, number), score
