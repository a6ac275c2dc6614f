"""The safe base of a change: people who hold, and do not hold back."""

from __future__ import annotations

import numpy as np

from netzwerkwandel.model import Function
from netzwerkwandel.network import FloatArray, Ties
from netzwerkwandel.scoring._function_coverage import SERVES


SAFE_BASE = (Function.SUPPORT, Function.ORIENTATION, Function.FEEDBACK)


def unheld(ties: Ties, amounts: FloatArray) -> tuple[Function, ...]:
    """Which functions of the safe base does nobody serve with whom the tie is awake?"""
    awake = ~ties.is_dormant & ~ties.ended_in_conflict
    held = dict(zip(Function, amounts, strict=True))
    return tuple(f for f in SAFE_BASE if not np.any(awake & (held[f] >= SERVES)))
