"""An axis of days, in days since 1970 as matplotlib counts them, too."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from netzwerkwandel.show.pictures.marks import Axis
from netzwerkwandel.texts import Catalogue


EPOCH = date(1970, 1, 1)
# Every so many months there may be a name below, where no more of them are needed than have room.
STEPS = ((3, 7), (6, 7), (12, 12), (24, 12), (60, 12))
FARTHEST_APART = 120


def number_of(day: date) -> float:
    """How many days after the first of January 1970; of a moment, its day in UTC."""
    if isinstance(day, datetime):
        day = day.astimezone(UTC).date()
    return float((day - EPOCH).days)


def axis_of_days(first: date, last: date, texts: Catalogue) -> Axis:
    """Span the days from one to another, with years below, or months where they are few.

    Examples
    --------
    >>> from netzwerkwandel.texts import catalogue
    >>> axis = axis_of_days(date(2020, 5, 1), date(2024, 5, 1), catalogue("en"))
    >>> [words for _, words in axis.ticks]
    ['2021', '2022', '2023', '2024']
    """
    low, high = number_of(first), max(number_of(last), number_of(first) + 1)
    months = (high - low) / 30.44
    step = next((each for each, most in STEPS if months <= each * most), FARTHEST_APART)
    ticks, month = [], first.year * 12
    while (day := date(month // 12, month % 12 + 1, 1)) <= EPOCH + timedelta(days=high):
        if number_of(day) >= low:
            ticks.append((number_of(day), str(day.year) if step >= 12 else texts.month(day)))
        month += step
    return Axis(low, high, tuple(ticks))
