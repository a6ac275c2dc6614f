"""The moments of a series."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Literal, TypeAlias, get_args

from netzwerkwandel.errors import InvalidArgumentError


Every: TypeAlias = Literal["week", "month", "quarter", "year"]

_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def steps(first: datetime, last: datetime, every: Every) -> tuple[datetime, ...]:
    """The ends of all weeks, months, quarters or years (in UTC) between two moments, and the last.

    A period ends with the first moment of the next; weeks begin on Monday.

    Raises
    ------
    InvalidArgumentError
        If there is no such period, or the last moment is earlier than the first.
    """
    if every not in get_args(Every):
        raise InvalidArgumentError(f"every must be one of {get_args(Every)}, got {every!r}")
    if last < first:
        raise InvalidArgumentError(
            f"a series must not end before it begins, got {first.isoformat()} and then "
            f"{last.isoformat()}"
        )
    found = []
    moment = _begin(first.astimezone(UTC), every)
    while (moment := _next(moment, every)) < last:
        found.append(moment)
    return (*found, last)


def _begin(moment: datetime, every: Every) -> datetime:
    """The beginning of the period that a moment falls into."""
    day = datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    if every == "week":
        return day - timedelta(days=day.weekday())
    months = _MONTHS[every]
    return day.replace(day=1, month=(day.month - 1) // months * months + 1)


def _next(moment: datetime, every: Every) -> datetime:
    if every == "week":
        return moment + timedelta(days=7)
    month = moment.month - 1 + _MONTHS[every]
    return moment.replace(year=moment.year + month // 12, month=month % 12 + 1)
