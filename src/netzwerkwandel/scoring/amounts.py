"""How much each contact serves each of the six functions: one amount for labels and overview."""

from __future__ import annotations

import numpy as np

from netzwerkwandel.model import Function, Goal
from netzwerkwandel.network import BoolArray, FloatArray, Ties
from netzwerkwandel.scoring.six_functions import (
    BringsIdeas,
    GivesFeedback,
    NewInformation,
    OpensDoors,
    Orients,
    Supports,
    gone_that_way,
    in_field,
    outside,
)
from netzwerkwandel.scoring.strategy import ScoringStrategy, checked_scores


def function_strategies(goal: Goal | None = None) -> dict[Function, ScoringStrategy]:
    """The strategy that estimates each function, in the order of ``Function``.

    Parameters
    ----------
    goal : Goal, optional
        Where the change is heading.

    Returns
    -------
    dict of Function to ScoringStrategy
        One for each of the six.

    Raises
    ------
    InvalidArgumentError
        If ``goal`` is no ``Goal``.
    """
    return {
        Function.DOORS: OpensDoors(goal),
        Function.SUPPORT: Supports(),
        Function.ORIENTATION: Orients(goal),
        Function.FEEDBACK: GivesFeedback(goal),
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
        there is no opinion, where no fact about this very contact stands behind the estimate
        (``has_fact``), and of the inner circle all but support, since what is near says little
        that is new and sees one as one was.

    Raises
    ------
    InvalidArgumentError
        If ``goal`` is no ``Goal``.
    """
    amounts = np.empty((len(Function), len(ties)))
    for row, (function, strategy) in zip(amounts, function_strategies(goal).items(), strict=True):
        # What is stated outdoes an estimate, save after a conflict: then the estimate is nan, which
        # becomes 0, and the statement counts for nothing either.
        estimate = np.nan_to_num(checked_scores(strategy, ties), nan=0.0)
        may = has_fact(ties, function, goal)
        if function is not Function.SUPPORT:
            may &= outside(ties) > 0
        estimate = np.where(may, estimate, 0.0)
        row[:] = np.where(ties.serves(function) & ~ties.ended_in_conflict, 1.0, estimate)
    return amounts


def has_fact(ties: Ties, function: Function, goal: Goal | None) -> BoolArray:
    """Of whom anything is known that an estimate of a function can stand on.

    New worlds are opened by who knows somebody new, or was silent long enough to have built new
    circles, or, for doors, works in the goal's fields; feedback comes from who is known to answer,
    or is stated to be trusted. What is only drawn from what others are like is no fact.
    """
    if function in (Function.SUPPORT, Function.ORIENTATION):
        return np.ones(len(ties), dtype=np.bool_)
    fact: BoolArray
    if function is Function.FEEDBACK:
        fact = (ties.answers == 1) | ties.trust_is_stated
        return fact
    fact = (ties.reach > 0) | (ties.silence >= 1)
    return fact | (in_field(ties, goal) > 0) if function is Function.DOORS else fact


def cannot_be_shown(ties: Ties, goal: Goal | None) -> tuple[Function, ...]:
    """Which functions the data of a person cannot show of anybody, so that silence says nothing."""
    known = {
        Function.SUPPORT: (ties.contact_days > 0) | ~np.isnan(ties.stated_closeness),
        Function.ORIENTATION: gone_that_way(ties, goal),
    }
    return tuple(
        function
        for function in Function
        if not (known.get(function, has_fact(ties, function, goal)) | ties.serves(function)).any()
    )
