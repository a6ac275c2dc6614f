"""The rules that the parameters of measures keep."""

from __future__ import annotations

import math
import operator
from typing import Any, SupportsIndex, TypeGuard

import attrs

from netzwerkwandel.errors import InvalidArgumentError


def positive(instance: object, field: attrs.Attribute[Any], value: Any) -> None:
    """Refuse what is not a finite number above 0."""
    if not (is_number(value) and math.isfinite(value) and value > 0):
        name = type(instance).__name__
        raise InvalidArgumentError(f"{field.name} must be finite and > 0, got {value!r} in {name}")


def share(instance: object, field: attrs.Attribute[Any], value: Any) -> None:
    """Refuse what is not a number from 0 to 1."""
    check_share(field.name, value, f" in {type(instance).__name__}")


def check_share(name: str, value: object, where: str = "") -> None:
    """Refuse what is not a number from 0 to 1."""
    if not (is_number(value) and 0 <= value <= 1):
        raise InvalidArgumentError(f"{name} must be a number from 0 to 1, got {value!r}{where}")


def check_count(name: str, value: object, least: int) -> None:
    """Refuse what is not a whole number of at least some."""
    count = operator.index(value) if isinstance(value, SupportsIndex) else None
    if count is None or isinstance(value, bool) or count < least:
        raise InvalidArgumentError(
            f"{name} must be a whole number of at least {least}, got {value!r}"
        )


def is_number(value: object) -> TypeGuard[float]:
    """Say whether a value is a number, as True is not."""
    return isinstance(value, int | float) and not isinstance(value, bool)
