"""The dates of mails, as programs of four decades write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo
from email.utils import parsedate_tz


_LONGEST = 120
_MONTHS = {
    month: number
    for number, month in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_ZONE_HOURS = {
    "ut": 0,
    "utc": 0,
    "gmt": 0,
    "z": 0,
    "wet": 0,
    "west": 1,
    "bst": 1,
    "cet": 1,
    "met": 1,
    "mez": 1,
    "cest": 2,
    "mest": 2,
    "mesz": 2,
    "eet": 2,
    "eest": 3,
    "msk": 3,
    "jst": 9,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
}
_PARTS = ("year", "month", "day", "hour", "minute", "second")
_CLOCK = r"(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:\.\d+)?"
_ZONE = r"(?:(?:GMT|UTC|UT)(?=[+-]))?(?P<zone>[+-]\d\d:?\d\d|[A-Za-z]{1,5})"

_HEADER_DATE = re.compile(
    r"(?:[A-Za-z]{2,9}\.?,?\s*)?(?P<day>\d\d?)[\s-]+(?P<month>[A-Za-z]{3})[A-Za-z]{0,6}[\s.-]+"
    rf"(?P<year>\d{{2,4}})\s+{_CLOCK}(?:\s*{_ZONE})?(?![\d:])",
    re.ASCII,
)
_COMMENT = re.compile(r"\([^()]*\)")
_LOOSE_COLON = re.compile(r"\s*:\s*")
_GREENWICH = re.compile(r"\+0000|\b(?:GMT|UTC?|Z)\b")
_AFTERNOON = re.compile(r"\d\s*PM\b", re.IGNORECASE)
_ENVELOPE_DATE = re.compile(
    rf"(?P<month>[A-Z][a-z]{{2}})\s+(?P<day>\d\d?)\s+{_CLOCK}\s+(?:{_ZONE}\s+)?"
    r"(?P<year>\d{4})(?:\s+(?P<zone_after>[+-]\d{4}))?(?!\d)",
    re.ASCII,
)


def header_date(text: str, timezone: tzinfo) -> datetime | None:
    """Which moment does a ``Date`` header name?

    Parameters
    ----------
    text : str
        The value of the header, as RFC 5322 or an older program writes it.
    timezone : tzinfo
        The zone meant by a date that names none, or an unknown one.

    Returns
    -------
    datetime or None
        In UTC; None where this is no date.

    Examples
    --------
    >>> header_date("Mon, 4 Mar 2024 08:05:00 -0500", UTC)
    datetime.datetime(2024, 3, 4, 13, 5, tzinfo=datetime.timezone.utc)
    """
    text = text.strip()
    found = _HEADER_DATE.match(text)
    if found is not None:
        return _moment(found, found["zone"], timezone)
    return _odd_date(text, timezone) if len(text) <= _LONGEST else None


def envelope_date(line: str) -> datetime | None:
    """Which moment does the ``From `` line between two mails of an mbox name?

    Such a line is written in UTC where it does not name a zone.

    Examples
    --------
    >>> envelope_date("From 179@xxx Mon Mar 04 11:20:34 +0000 2024")
    datetime.datetime(2024, 3, 4, 11, 20, 34, tzinfo=datetime.timezone.utc)
    """
    found = _ENVELOPE_DATE.search(line)
    if found is not None:
        return _moment(found, found["zone"] or found["zone_after"], UTC)
    found = _HEADER_DATE.search(line)
    return None if found is None else _moment(found, found["zone"], UTC)


def _moment(found: re.Match[str], zone: str | None, timezone: tzinfo) -> datetime | None:
    year, month, day, hour, minute, second = found.group(*_PARTS)
    return _in_utc(
        _full_year(year),
        _MONTHS.get(month.lower(), 0),
        int(day),
        int(hour),
        int(minute),
        int(second or 0),
        _offset(zone),
        timezone,
    )


def _odd_date(text: str, timezone: tzinfo) -> datetime | None:
    text = _LOOSE_COLON.sub(":", _COMMENT.sub("", text))
    found = _HEADER_DATE.match(text)
    if found is not None:
        return _moment(found, found["zone"], timezone)
    found = _ENVELOPE_DATE.search(text)
    if found is not None:
        return _moment(found, found["zone"] or found["zone_after"], timezone)
    try:
        parts = parsedate_tz(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if parts is None:
        return None
    year, month, day, hour, minute, second, *_, offset = parts
    if _AFTERNOON.search(text):
        hour = hour % 12 + 12
    # The standard library gives 0 for a date without a zone.
    east = (offset or 0) // 60 if offset or _GREENWICH.search(text) else None
    return _in_utc(year, month, day, hour, minute, second, east, timezone)


def _in_utc(
    year: int,
    month: int,
    day: int,
    hour: int,
    minute: int,
    second: int,
    offset: int | None,
    timezone: tzinfo,
) -> datetime | None:
    try:
        # A leap second is written as 60, which no datetime can hold.
        moment = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
        if offset is None:
            return moment.replace(tzinfo=timezone).astimezone(UTC)
        return moment - timedelta(minutes=offset)
    except (ValueError, OverflowError):
        return None


def _full_year(digits: str) -> int:
    """Read a year of two or three digits as RFC 5322, section 4.3, does."""
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if len(digits) == 2 and year < 50 else 1900)


def _offset(zone: str | None) -> int | None:
    """Give the minutes east of Greenwich; None where a zone says nothing, as -0000 does."""
    if zone is None or zone == "-0000":
        return None
    if zone[0] not in "+-":
        hours = _ZONE_HOURS.get(zone.lower())
        return None if hours is None else hours * 60
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    if hours > 15 or minutes > 59:
        return None
    return (hours * 60 + minutes) * (-1 if zone[0] == "-" else 1)
