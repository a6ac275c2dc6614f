"""The rules that arguments keep at every public edge, each checked here and nowhere else.

What breaks one is answered by ``InvalidArgumentError``: the argument, the rule and the value.
"""

from __future__ import annotations

import math
import operator
from datetime import date, datetime
from enum import StrEnum
from numbers import Number, Real
from typing import Any, SupportsIndex, TypeGuard, TypeVar

import attrs

from netzwerkwandel.errors import InvalidArgumentError, InvalidRecordError, shown
from netzwerkwandel.model.validation import member


T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


def positive(instance: object, field: attrs.Attribute[Any], value: Any) -> None:
    """Refuse what is not a finite number above 0."""
    if not (is_number(value) and math.isfinite(value) and value > 0):
        name = type(instance).__name__
        raise InvalidArgumentError(
            f"{field.name} must be finite and > 0, got {shown(value)} in {name}"
        )


def share(instance: object, field: attrs.Attribute[Any], value: Any) -> None:
    """Refuse what is not a number from 0 to 1."""
    check_share(field.name, value, f" in {type(instance).__name__}")


def check_share(name: str, value: object, where: str = "") -> None:
    """Refuse what is not a number from 0 to 1."""
    if not (is_number(value) and 0 <= value <= 1):
        raise InvalidArgumentError(
            f"{name} must be a number from 0 to 1, got {shown(value)}{where}"
        )


def check_positive(name: str, value: object) -> None:
    """Refuse what is not a finite number above 0."""
    if not (is_number(value) and math.isfinite(value) and value > 0):
        raise InvalidArgumentError(f"{name} must be finite and > 0, got {shown(value)}")


def check_not_negative(name: str, value: object) -> None:
    """Refuse what is not a finite number of at least 0."""
    if not (is_number(value) and math.isfinite(value) and value >= 0):
        raise InvalidArgumentError(f"{name} must be finite and >= 0, got {shown(value)}")


def check_count(name: str, value: object, least: int) -> None:
    """Refuse what is not a whole number of at least some."""
    count = operator.index(value) if isinstance(value, SupportsIndex) else None
    if count is None or isinstance(value, bool) or count < least:
        raise InvalidArgumentError(
            f"{name} must be a whole number of at least {least}, got {shown(value)}"
        )


def check_aware(name: str, value: object) -> datetime:
    """Refuse a moment without a time zone, and what is no moment, such as a date."""
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise InvalidArgumentError(
            f"{name} must be a datetime with a time zone, got {shown(value)}"
        )
    return value


def check_date(name: str, value: object) -> date:
    """Refuse what is no day, or a moment of one."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise InvalidArgumentError(f"{name} must be a date without a time, got {shown(value)}")
    return value


def check_kind(name: str, value: object, kind: type[T]) -> T:
    """Refuse what is not of a class, such as a text where a ``Goal`` is wanted."""
    if not isinstance(value, kind):
        article = "an" if kind.__name__[0] in "AEIO" else "a"
        given = type(value).__name__
        if isinstance(value, str | Number):
            given += f" {shown(value)}"
        raise InvalidArgumentError(f"{name} must be {article} {kind.__name__}, got {given}")
    return value


def check_optional(name: str, value: object, kind: type[T]) -> None:
    """Refuse what is not of a class, save for None, where an argument may be left out."""
    if value is not None:
        check_kind(name, value, kind)


def check_member(name: str, vocabulary: type[E], value: str) -> E:
    """Convert a text to its member of a vocabulary, or say which members there are."""
    try:
        return member(vocabulary, value, name)
    except InvalidRecordError as error:
        raise InvalidArgumentError(str(error)) from None


def check_callable(name: str, value: object) -> None:
    """Refuse what cannot be called."""
    if not callable(value):
        raise InvalidArgumentError(f"{name} must be a function, got {shown(value)}")


def is_of_library(value: object) -> bool:
    """Say whether a function or a class is one of this library."""
    return str(getattr(value, "__module__", "")).startswith("netzwerkwandel.")


def is_number(value: object) -> TypeGuard[float]:
    """Say whether a value is a number, as True is not; numpy's numbers are, too."""
    # Of numpy's, the whole ones and the short ones are no int or float, but all of them are Real.
    return isinstance(value, Real) and not isinstance(value, bool)
