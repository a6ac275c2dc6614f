"""The dates of mails, as programs of four decades write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo
from email.utils import parsedate_tz


_LONGEST = 120
_MONTHS = {
    month: number
    for number, month in enumerate(
        "jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1
    )
}
# Names of zones are no standard, and "CST" is used on three continents. These are the ones that
# RFC 822 defines, and what European programs write; a name that is not here says nothing.
_ZONE_HOURS = (
    dict.fromkeys(("ut", "utc", "gmt", "z", "wet"), 0)
    | dict.fromkeys(("west", "bst", "cet", "met", "mez"), 1)
    | dict.fromkeys(("cest", "mest", "mesz", "eet"), 2)
    | {"eest": 3, "msk": 3, "jst": 9}
    | {"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}
)
_PARTS = ("year", "month", "day", "hour", "minute", "second")
# Some programs write fractions of a second.
_CLOCK = r"(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:\.\d+)?"
# "GMT+0100" is written for "+0100".
_ZONE = r"(?:(?:GMT|UTC|UT)(?=[+-]))?(?P<zone>[+-]\d\d:?\d\d|[A-Za-z]{1,5})"

# "Mon, 4 Mar 2024 08:05:00 +0100", and what is near to it: "Mo., 04-Mar-24 8:05 MEZ".
_HEADER_DATE = re.compile(
    r"(?:[A-Za-z]{2,9}\.?,?\s*)?(?P<day>\d\d?)[\s-]+(?P<month>[A-Za-z]{3})[A-Za-z]{0,6}[\s.-]+"
    rf"(?P<year>\d{{2,4}})\s+{_CLOCK}(?:\s*{_ZONE})?(?![\d:])",
    re.ASCII,
)
_COMMENT = re.compile(r"\([^()]*\)")
_LOOSE_COLON = re.compile(r"\s*:\s*")
_GREENWICH = re.compile(r"\+0000|\b(?:GMT|UTC?|Z)\b")
_AFTERNOON = re.compile(r"\d\s*PM\b", re.IGNORECASE)
# "Mon Mar  4 08:05:00 2024", as C's asctime writes it; a zone may stand before or after the year.
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
    match = _HEADER_DATE.match(text)
    if match is None and len(text) > _LONGEST:
        return None
    # Nearly all are read by now. What follows is for the rest: comments within, blanks around the
    # colons of the time, the order of an envelope, and whatever the standard library makes of it.
    if match is None:
        text = _LOOSE_COLON.sub(":", _COMMENT.sub("", text))
        match = _HEADER_DATE.match(text)
    if match is not None:
        return _of_match(match, match["zone"], timezone)
    match = _ENVELOPE_DATE.search(text)
    if match is not None:
        return _of_match(match, match["zone"] or match["zone_after"], timezone)
    try:
        parts = parsedate_tz(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if parts is None:
        return None
    year, month, day, hour, minute, second, *_, offset = parts
    # The library reads "2:37 PM" as 2:37.
    if _AFTERNOON.search(text):
        hour = hour % 12 + 12
    # It also gives 0 for a date without a zone; only one that names Greenwich means it.
    east = (offset or 0) // 60 if offset or _GREENWICH.search(text) else None
    return _in_utc(year, month, day, hour, minute, second, east, timezone)


def envelope_date(line: str) -> datetime | None:
    """Which moment does the ``From `` line between two mails of an mbox name?

    Such a line is written in UTC where it does not name a zone.

    Examples
    --------
    >>> envelope_date("From 179@xxx Mon Mar 04 11:20:34 +0000 2024")
    datetime.datetime(2024, 3, 4, 11, 20, 34, tzinfo=datetime.timezone.utc)
    """
    match = _ENVELOPE_DATE.search(line)
    if match is not None:
        return _of_match(match, match["zone"] or match["zone_after"], UTC)
    match = _HEADER_DATE.search(line)
    return None if match is None else _of_match(match, match["zone"], UTC)


def _of_match(match: re.Match[str], zone: str | None, timezone: tzinfo) -> datetime | None:
    year, month, day, hour, minute, second = match.group(*_PARTS)
    full_year = int(year)
    if len(year) < 4:
        # As RFC 5322, section 4.3: 24 is 2024, 98 is 1998, and 124 is what programs wrote that
        # counted years from 1900.
        full_year += 2000 if len(year) == 2 and full_year < 50 else 1900
    in_year = _MONTHS.get(month.lower(), 0)
    clock = (int(hour), int(minute), int(second or 0))
    return _in_utc(full_year, in_year, int(day), *clock, _offset(zone), timezone)


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


def _offset(zone: str | None) -> int | None:
    """Give the minutes east of Greenwich; None where a zone says nothing, as -0000 does."""
    if zone is None or zone == "-0000":
        return None
    if zone[0] not in "+-":
        hours = _ZONE_HOURS.get(zone.lower())
        return None if hours is None else hours * 60
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    # No place on earth is farther off; "+9999" is a program that did not know.
    if hours > 15 or minutes > 59:
        return None
    return (hours * 60 + minutes) * (-1 if zone[0] == "-" else 1)
