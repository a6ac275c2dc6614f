"""The libraries that understand calendars: where their failures are caught, what they give."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ParamSpec, TypeVar

from netzwerkwandel.errors import MissingExtraError


P = ParamSpec("P")
T = TypeVar("T")

# What icalendar, recurring-ical-events, dateutil and zoneinfo raise on bad data, found by giving
# them damaged calendars.
_BAD_DATA = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)


def require_calendar_libraries() -> None:
    """Refuse to go on where the libraries are not installed.

    Raises
    ------
    MissingExtraError
        If one is missing.
    """
    try:
        import icalendar  # noqa: F401
        import recurring_ical_events  # noqa: F401
    except ImportError as missing:
        raise MissingExtraError("calendars", "reading a calendar") from missing


def guarded(understand: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T | None:
    """Call into a library; None where the data make it fail."""
    try:
        return understand(*args, **kwargs)
    except _BAD_DATA:
        return None


def property_values(component: Mapping[str, Any], name: str, kind: type[T]) -> tuple[T, ...]:
    """Collect the values of a property that are of a kind: one that could not be read is not."""
    values = component.get(name, [])
    # icalendar makes a list of a property only where it stands there more than once.
    values = values if isinstance(values, list) else [values]
    return tuple(value for value in values if isinstance(value, kind))


def first_property(component: Mapping[str, Any], name: str, kind: type[T]) -> T | None:
    """Give the first value of a property that is of a kind; None where there is none."""
    return next(iter(property_values(component, name, kind)), None)


def property_text(component: Mapping[str, Any], name: str) -> str:
    """Give the text of a property without blanks around it; empty where there is none."""
    return (first_property(component, name, str) or "").strip()
