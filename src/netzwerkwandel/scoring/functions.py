"""The six functions of a network: a strategy for each, and how well each contact serves them."""

from __future__ import annotations

import numpy as np

from netzwerkwandel.model import Function, Goal
from netzwerkwandel.network import FloatArray, Ties
from netzwerkwandel.scoring.blend import Blend
from netzwerkwandel.scoring.brings_ideas import BringsIdeas
from netzwerkwandel.scoring.dormant import Dormant
from netzwerkwandel.scoring.gives_feedback import GivesFeedback
from netzwerkwandel.scoring.new_information import NewInformation
from netzwerkwandel.scoring.opens_doors import OpensDoors
from netzwerkwandel.scoring.orients import Orients
from netzwerkwandel.scoring.strategy import ScoringStrategy, checked_scores
from netzwerkwandel.scoring.supports import Supports


def default_strategy(goal: Goal | None = None) -> Blend:
    """What counts where nothing else is said.

    New information and dormant ties, and with a quarter of their weight each who opens doors,
    orients, gives feedback and brings ideas. Mental support is left out: it comes from those who
    are close already.
    """
    return Blend(
        [
            (NewInformation(), 1.0),
            (Dormant(), 1.0),
            (OpensDoors(goal), 0.25),
            (Orients(goal), 0.25),
            (GivesFeedback(), 0.25),
            (BringsIdeas(), 0.25),
        ]
    )


def function_strategies(goal: Goal | None = None) -> dict[Function, ScoringStrategy]:
    """The strategy that estimates each function, in the order of ``Function``."""
    return {
        Function.DOORS: OpensDoors(goal),
        Function.SUPPORT: Supports(),
        Function.ORIENTATION: Orients(goal),
        Function.FEEDBACK: GivesFeedback(),
        Function.IDEAS: BringsIdeas(),
        Function.INFORMATION: NewInformation(),
    }


def function_amounts(ties: Ties, goal: Goal | None = None) -> FloatArray:
    """How well does each contact serve each of the six functions?

    Parameters
    ----------
    ties : Ties
        The contacts.
    goal : Goal, optional
        Where the change is heading.

    Returns
    -------
    FloatArray, shape (6, n_rows)
        From 0 to 1, in the order of ``Function``: 1 where it is stated, else as estimated; 0 where
        there is no opinion.
    """
    amounts = np.empty((len(Function), len(ties)))
    for row, (function, strategy) in zip(amounts, function_strategies(goal).items(), strict=True):
        estimate = np.nan_to_num(checked_scores(strategy, ties), nan=0.0)
        row[:] = np.where(ties.serves(function) & ~ties.ended_in_conflict, 1.0, estimate)
    return amounts
