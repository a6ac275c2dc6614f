from __future__ import annotations

import numpy as np

from netzwerkwandel.model import Goal
from netzwerkwandel.network import FloatArray, Ties


def in_field(ties: Ties, goal: Goal | None) -> FloatArray:
    """How well contacts match the goal's fields, 0 to 1; 0 without a goal."""
    return np.zeros(len(ties)) if goal is None else ties.in_field(goal)


def near(ties: Ties, goal: Goal | None) -> FloatArray:
    """A factor that counts contacts in the goal's fields twice: one half elsewhere, 1 in them."""
    return (1 + in_field(ties, goal)) / 2
