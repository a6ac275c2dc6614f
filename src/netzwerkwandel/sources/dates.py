"""Dates as they stand in tables, and as programs re-save them; no locale is asked.

Five styles of day, told apart by their shape: ``08 Feb 2026`` (``7-Feb-22``, ``8. Februar 2026``),
``Feb 8, 2026``, ``2026-02-08`` (``2026/02/08``), ``08.02.2026`` and ``2/8/26``. Only the last is
ambiguous: it is month first, as LinkedIn writes it, unless a whole column can only be day first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache

from netzwerkwandel.sources.months import month_number


_BETWEEN = r"(?:[\s./,-]{1,3}|\s+de\s+)"
_STYLES = (
    re.compile(
        rf"(?P<d>[0-9]{{1,2}}){_BETWEEN}(?P<name>[^\W\d_]{{3,10}}){_BETWEEN}(?P<y>[0-9]{{2,4}})"
    ),
    re.compile(
        rf"(?P<name>[^\W\d_]{{3,10}}){_BETWEEN}(?P<d>[0-9]{{1,2}}){_BETWEEN}(?P<y>[0-9]{{4}})"
    ),
    re.compile(r"(?P<y>[0-9]{4})([-/])(?P<m>[0-9]{1,2})\2(?P<d>[0-9]{1,2})"),
    re.compile(r"(?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.(?P<y>[0-9]{2,4})"),
)
_SLASHES = re.compile(r"([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_TIME = re.compile(
    r"(?P<h>[0-9]{1,2}):(?P<min>[0-9]{2})(?::(?P<s>[0-9]{2})(?:[.,][0-9]+)?)?"
    r"\s*(?P<half>[ap])?(?(half)\.?\s?m\.?)\s*(?P<zone>UTC|GMT|Z|[+-][0-9]{2}:?[0-9]{2})?",
    re.IGNORECASE,
)
_DAY_THEN_TIME = re.compile(r"(.*?[0-9])(?:,?\s+|T)([0-9]{1,2}:.*)")
_LONGEST_DATE = 60


def is_day_first(texts: Iterable[str]) -> bool:
    """Say whether the dates of a column, such as ``15/10/2023``, can only be day first.

    Examples
    --------
    >>> is_day_first(["03/04/2023", "15/10/2023"]), is_day_first(["03/04/2023", "10/15/2023"])
    (True, False)
    """
    pairs = [match for text in texts if (match := _SLASHES.match(text.strip()[:_LONGEST_DATE]))]
    return any(int(p[1]) > 12 for p in pairs) and not any(int(p[3]) > 12 for p in pairs)


# Who goes to an event connects with several people on one day.
@lru_cache(maxsize=4_096)
def parse_day(text: str, *, day_first: bool = False) -> date | None:
    """Read a day; None where it is none.

    Examples
    --------
    >>> parse_day("08 Feb 2026"), parse_day("7-Mär-22"), parse_day("2/8/26"), parse_day("soon")
    (datetime.date(2026, 2, 8), datetime.date(2022, 3, 7), datetime.date(2026, 2, 8), None)
    """
    short = text.strip()[:_LONGEST_DATE]
    slashes = _SLASHES.fullmatch(short)
    if slashes is not None:
        month, day = (3, 1) if day_first else (1, 3)
        return _day(slashes[4], int(slashes[month]), slashes[day])
    for style in _STYLES:
        match = style.fullmatch(short)
        if match is None:
            continue
        parts = match.groupdict()
        name = parts.get("name")
        number = int(parts["m"]) if name is None else month_number(name) or 0
        return _day(parts["y"], number, parts["d"])
    return None


def parse_moment(text: str) -> datetime | None:
    """Read a moment; None where it is none. A time without its zone is UTC, as LinkedIn writes it.

    Examples
    --------
    >>> parse_moment("2025-06-01 14:03:22 UTC").isoformat()
    '2025-06-01T14:03:22+00:00'
    >>> parse_moment("1/29/26, 2:37 PM").isoformat()
    '2026-01-29T14:37:00+00:00'
    """
    short = text.strip()[:_LONGEST_DATE]
    match = _DAY_THEN_TIME.fullmatch(short)
    if match is None:
        day = parse_day(short)
        return None if day is None else datetime.combine(day, time(), UTC)
    day, clock = parse_day(match[1]), parse_clock(match[2])
    if day is None or clock is None:
        return None
    try:
        return datetime.combine(day, clock, clock.tzinfo or UTC).astimezone(UTC)
    except OverflowError:
        return None


def parse_clock(text: str) -> time | None:
    """Read a time of day, with its zone where it is told; None where it is none.

    Examples
    --------
    >>> parse_clock("2:37 PM"), parse_clock("14:03:22"), parse_clock("25:00")
    (datetime.time(14, 37), datetime.time(14, 3, 22), None)
    """
    clock = _TIME.fullmatch(text.strip()[:_LONGEST_DATE])
    if clock is None:
        return None
    hour, half = int(clock["h"]), clock["half"]
    if half and not 1 <= hour <= 12:
        return None
    # 12 AM is midnight, and 12 PM noon.
    if half:
        hour = hour % 12 + (12 if half in "pP" else 0)
    zone, offset = UTC if clock["zone"] else None, clock["zone"] or ""
    try:
        if offset[:1] in {"+", "-"}:
            east = timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:]))
            zone = timezone(-east if offset[0] == "-" else east)
        return time(hour, int(clock["min"]), int(clock["s"] or 0), tzinfo=zone)
    except ValueError:
        return None


def _day(year: str, month: int, day: str) -> date | None:
    # LinkedIn began in 2003, so two digits are years of this century.
    full_year = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return date(full_year, month, int(day))
    except ValueError:
        return None
