"""When a line of a chat was written: the order of day and month, the halves of a day, the zone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import pairwise

import attrs
import numpy as np
import numpy.typing as npt


_NUMBERS = re.compile(r"\d+")
# Where the day, the month and the year stand.
_DMY, _MDY, _YMD = (0, 1, 2), (1, 0, 2), (2, 1, 0)
_EARLIEST = date(1990, 1, 1).toordinal()
# Before, there was no WhatsApp.
_FIRST = date(2009, 1, 1).toordinal()
_EPOCH = date(1970, 1, 1).toordinal()
_HOURS, _SECONDS = 24, 86_400
_MICROSECONDS = 1_000_000
_SECOND = timedelta(seconds=1)
_BUDDHIST = 543
NEVER = -1
"""The day of a date that there is not."""

_TIME = re.compile(r"(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?")
_LATE = re.compile(
    r"p\.?\s?m|nachm|abends|(?<!vor)mittags|下午|晚上|中午|오후|du\.|ös|μ\.?μ|م", re.IGNORECASE
)
_EARLY = re.compile(
    r"a\.?\s?m|vorm|morgens|früh|上午|凌晨|早上|오전|de\.|öö|π\.?μ|ص", re.IGNORECASE
)
_AT_NIGHT = re.compile("nachts", re.IGNORECASE)
_AT_NOON = re.compile("(?<!nach)(?<!vor)mittags|中午", re.IGNORECASE)


def seconds_of(time: str) -> int | None:
    """Say how many seconds of the day had passed; None where there is no such time.

    Examples
    --------
    >>> seconds_of("6:04 PM"), seconds_of("18.04"), seconds_of("12:30 a. m."), seconds_of("25:00")
    (65040, 65040, 1800, None)
    """
    found = _TIME.search(time)
    if found is None:
        return None
    hour, minute, second = (int(part or 0) for part in found.groups())
    half = time[: found.start()] + time[found.end() :]
    if 1 <= hour <= 12 and half.strip():
        # Early: 12 1 2 ... 11. "Nachts" is both: 11 at night is late, 2 at night is early.
        is_late = bool(_LATE.search(half)) and not (_AT_NOON.search(half) and 10 <= hour < 12)
        if _AT_NIGHT.search(half):
            is_late = 8 <= hour < 12
        if is_late or _EARLY.search(half) or _AT_NIGHT.search(half):
            hour = hour % 12 + (12 if is_late else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return hour * 3600 + minute * 60 + second


@attrs.frozen
class Days:
    """The days that the dates of a file name, in one order of day and month.

    Parameters
    ----------
    ordinals : list of int
        Of each date the number of the day; ``NEVER`` where there is no such day.
    is_sure : bool
        Whether only this order fits the file.
    """

    ordinals: list[int]
    is_sure: bool


def days_of(dates: Sequence[str], times: Sequence[str], last: date) -> Days:
    """Tell day and month apart, over all dates of a file.

    A number over 12 is no month. Else the order of the file is that of time, and nothing lies after
    its reading. Where both orders fit, it is as phones write it: with a dot the day comes first;
    with a slash too, save where no zero is written and the halves of the day are AM and PM.

    Parameters
    ----------
    dates : sequence of str
        Each date once, in the order of the file.
    times : sequence of str
        The times of the file.
    last : date
        The day of reading.

    Examples
    --------
    >>> days = days_of(["3/4/24", "3/14/24"], ["6:04 PM"], date(2026, 1, 1))
    >>> [date.fromordinal(day).isoformat() for day in days.ordinals], days.is_sure
    (['2024-03-04', '2024-03-14'], True)
    """
    parts = [tuple(map(int, _NUMBERS.findall(text))) for text in dates]
    has_slash = any("/" in text for text in dates[:1])
    is_american = (
        has_slash
        and not any(number.startswith("0") for text in dates for number in _NUMBERS.findall(text))
        and any("AM" in time or "PM" in time for time in times)
    )
    usual = [_MDY, _DMY, _YMD] if is_american else [_DMY, _MDY, _YMD]
    tried = [_in_order(parts, order, last) for order in usual]
    best = min(range(len(tried)), key=lambda n: (tried[n][0], n))
    # With a dot the month never comes first, and with two digits the year seldom does.
    rivals = [days for wrong, days in tried[:2] if wrong == tried[best][0] and has_slash]
    return Days(tried[best][1], all(days == tried[best][1] for days in rivals))


def _in_order(
    parts: Sequence[tuple[int, ...]], order: tuple[int, int, int], last: date
) -> tuple[tuple[int, int], list[int]]:
    """The days in one order, with how many there cannot be, and how many are not in order."""
    at_day, at_month, at_year = order
    days: list[int] = []
    for numbers in parts:
        # A year of four digits stands where it stands, whatever the others do.
        if len(numbers) != 3:
            days.append(NEVER)
        elif numbers[0] > 99:
            days.append(_day(numbers[0], numbers[1], numbers[2]))
        else:
            days.append(_day(numbers[at_year], numbers[at_month], numbers[at_day]))
    known = [day for day in days if day != NEVER]
    back = sum(one > other for one, other in pairwise(known))
    outside = sum(not _FIRST <= day <= last.toordinal() for day in known)
    return (len(days) - len(known) + outside, back), days


def _day(year: int, month: int, day: int) -> int:
    if year < 100:
        year += 2000
    elif 2400 < year < 2700:
        year -= _BUDDHIST
    try:
        ordinal = date(year, month, day).toordinal()
    except ValueError:
        return NEVER
    return ordinal if ordinal >= _EARLIEST else NEVER


def moments_of(
    days: npt.NDArray[np.int64], seconds: npt.NDArray[np.int64], zone: tzinfo
) -> npt.NDArray[np.int64]:
    """Say in microseconds since 1970 when it was, by days and seconds of the clock of a zone.

    Examples
    --------
    >>> day = np.array([date(2024, 3, 12).toordinal()])
    >>> int(moments_of(day, np.array([65_040]), UTC)[0])
    1710266640000000
    """
    # Clocks are put forward or back on few days: where they say the same at both ends of a day
    # they do so within it, and on the others they are asked for each hour with lines.
    each, day_of = np.unique(days, return_inverse=True)
    ends, end_of = np.unique(np.r_[each, each + 1] * _HOURS, return_inverse=True)
    begin, end = _offsets(ends, zone)[end_of].reshape(2, -1)
    offset = begin[day_of]
    changing = np.flatnonzero((begin != end)[day_of])
    hours, hour_of = np.unique(
        days[changing] * _HOURS + seconds[changing] // 3600, return_inverse=True
    )
    offset[changing] = _offsets(hours, zone)[hour_of]
    local = (days - _EPOCH) * _SECONDS + seconds
    moments: npt.NDArray[np.int64] = (local - offset) * _MICROSECONDS
    return moments


def _offsets(hours: npt.NDArray[np.int64], zone: tzinfo) -> npt.NDArray[np.int64]:
    """How many seconds a zone is ahead of UTC at some hours of its clock since the year 1."""
    constant = zone.utcoffset(None)
    if constant is not None:
        return np.full(len(hours), int(constant / _SECOND), dtype=np.int64)
    return np.array([_offset(hour, zone) for hour in hours.tolist()], dtype=np.int64)


def _offset(hour: int, zone: tzinfo) -> int:
    day, hours = divmod(hour, _HOURS)
    clock = datetime.combine(date.fromordinal(day), datetime.min.time()) + timedelta(hours=hours)
    offset = clock.replace(tzinfo=zone).utcoffset()
    return 0 if offset is None else int(offset / _SECOND)


def last_day(moment: datetime) -> date:
    """Give the latest day that it is anywhere on earth at a moment."""
    return (moment.astimezone(UTC) + timedelta(hours=14)).date()
