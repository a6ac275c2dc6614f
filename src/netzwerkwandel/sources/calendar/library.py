"""The libraries that understand calendars, and the one place where their failures are caught."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from netzwerkwandel.errors import MissingExtraError


P = ParamSpec("P")
T = TypeVar("T")

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
    """Call into a library; None where the data make it fail.

    icalendar, recurring-ical-events, dateutil and zoneinfo raise all of these on bad data, found by
    giving them damaged calendars.
    """
    try:
        return understand(*args, **kwargs)
    except _BAD_DATA:
        return None
