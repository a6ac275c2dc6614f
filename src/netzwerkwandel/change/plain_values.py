"""Results as plain values, ready for JSON."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from netzwerkwandel.model.shift import FunctionShift, Shift


def plain_value(value: object) -> object:
    """Write a value as JSON can hold it: nan as None, a moment as text, a shift as a list of two.

    Examples
    --------
    >>> plain_value(Shift(0.5, float("nan"))), plain_value(date(2026, 3, 1))
    ([0.5, None], '2026-03-01')
    """
    if isinstance(value, float):
        return None if math.isnan(value) else value
    if isinstance(value, Shift | FunctionShift):
        return [plain_value(value.before), plain_value(value.after)]
    if isinstance(value, tuple | list):
        return [plain_value(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum) else value


def plain_values(values: Mapping[str, object]) -> dict[str, object]:
    """Write every value of a row as JSON can hold it; see ``plain_value``."""
    return {name: plain_value(value) for name, value in values.items()}
