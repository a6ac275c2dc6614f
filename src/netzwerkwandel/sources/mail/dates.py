"""The dates of mails, as programs of four decades write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from email.utils import parsedate_tz
from functools import lru_cache

from netzwerkwandel.model.moments import EPOCH, microseconds
from netzwerkwandel.sources.mail.words import decode_words, header_text, unfolded
from netzwerkwandel.sources.tools import month_number


_LONGEST = 120
_LONGEST_VALUE = 1_000
# As many as there are days in thirty years, and in some more ways to write them.
_MOST_DAYS = 1 << 14
# Names of zones are no standard, and "CST" is used on three continents. These are the ones that
# RFC 822 defines, and what European programs write; a name that is not here says nothing.
_ZONE_HOURS = (
    dict.fromkeys(("ut", "utc", "gmt", "z", "wet"), 0)
    | dict.fromkeys(("west", "bst", "cet", "met", "mez"), 1)
    | dict.fromkeys(("cest", "mest", "mesz", "eet"), 2)
    | {"eest": 3, "msk": 3, "msd": 4, "sast": 2, "eat": 3, "trt": 3, "pkt": 5, "ict": 7, "wib": 7}
    | {"hkt": 8, "sgt": 8, "pht": 8, "awst": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11}
    | {"nzst": 12, "nzdt": 13, "hst": -10, "akst": -9, "akdt": -8, "adt": -3, "brt": -3}
    | {"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}
)
# What Windows calls them, in summer and in winter, behind the name of a part of the world.
_ZONE_WORDS = {
    "atlantic": -4,
    "eastern": -5,
    "central": -6,
    "mountain": -7,
    "pacific": -8,
    "gmt": 0,
    "greenwich mean": 0,
    "british": 0,
    "western european": 0,
    "w. europe": 1,
    "west-europa": 1,
    "westeuropäische": 1,
    "central europe": 1,
    "central european": 1,
    "mitteleuropäische": 1,
    "romance": 1,
    "e. europe": 2,
    "eastern european": 2,
    "osteuropäische": 2,
    "tokyo": 9,
}
_ZONE_IN_WORDS = re.compile(
    rf"\b({'|'.join(map(re.escape, _ZONE_WORDS))})"
    r"(?:\s+(standard|daylight|summer)?\s*time|\s+(sommer|normal|winter)?zeit)\b",
    re.IGNORECASE,
)
_ZONE_IN_COMMENT = re.compile(r"\(([A-Za-z]{1,5})\)\s*\Z")
_PARTS = ("year", "month", "day", "hour", "minute", "second")
# Some programs write fractions of a second, or a clock of twelve hours.
_CLOCK = (
    r"(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:\.\d+)?"
    r"(?:\s?(?P<half>[AaPp])\.?[Mm]\b\.?)?"
)
# "GMT+0100" is written for "+0100", and "--0400" for "-0400".
_ZONE = (
    r"(?:(?:GMT|UTC|UT)(?=[+-]))?(?P<zone>[+-]{1,2}\d\d:?\d\d|[+-]\d{1,3}(?!\d)|[A-Za-z]{1,5}\b)"
)

# "Mon, 4 Mar 2024 08:05:00 +0100", and what is near to it: "Mo., 04-Mar-24 8:05 MEZ".
_HEADER_DATE = re.compile(
    r"(?:[A-Za-z]{2,9}\.?,?\s*)?(?P<day>\d\d?)[\s-]+(?P<month>[A-Za-z]{3,9})[\s.-]+"
    rf"(?P<year>\d{{2,4}})\s+{_CLOCK}(?:\s*{_ZONE})?(?![\d:])",
    re.ASCII,
)
# "2012-12-08 00:48", "2012-12-08T00:48:31Z", "2012/12/08 00:48".
_ISO_DATE = re.compile(
    rf"(?P<year>\d{{4}})([-/])(?P<month>\d\d)\2(?P<day>\d\d)"
    rf"[T ]\s*{_CLOCK}(?:\s*{_ZONE})?(?![\d:])",
    re.ASCII,
)
# "08.12.2012 00:48", as a German system writes it.
_DOTTED_DATE = re.compile(
    r"(?:[A-Za-z]{2,9}\.?,?\s*)?(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{4}|\d\d),?"
    rf"\s+{_CLOCK}(?:\s*{_ZONE})?(?![\d:])",
    re.ASCII,
)
# "Mon, 18 08 2014 02:08:47".
_NUMBERED_DATE = re.compile(
    rf"(?:[A-Za-z]{{2,9}}\.?,?\s*)?(?P<day>\d\d?)[\s-](?P<month>\d\d)[\s-](?P<year>\d{{4}})"
    rf"\s+{_CLOCK}(?:\s*{_ZONE})?(?![\d:])",
    re.ASCII,
)
# "2024年3月4日", "4 三月 2024", "2024년 3월 4일".
_HAN_MONTH = re.compile(r"(\d\d?|十[一二]?|[一二三四五六七八九])\s*[月월]")
_HAN_DAY_OR_YEAR = re.compile(r"(?<=\d)\s*[年년日일号]")
_HAN_NUMBERS = {
    word: number for number, word in enumerate("一 二 三 四 五 六 七 八 九 十 十一 十二".split(), 1)
}
_IN_ENGLISH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
# Any words, a day and a year in any order around a time: "jue ago 30 08:05:00 2012", "17 Mai 2005".
_WORDS = re.compile(r"[^\W\d_]+")
_NUMBERS = re.compile(r"(?<![\d:+-])\d{1,4}(?![\d:])")
_TIME = re.compile(rf"{_CLOCK}(?:\s*{_ZONE})?(?![\d:])", re.ASCII)
# Nearly every date of a mail: what comes out of it is worked out without a datetime.
_PLAIN = re.compile(
    rb"\s*(?:[A-Za-z]{3},\s*)?(\d\d? [A-Z][a-z]{2} \d{4}) (\d\d):(\d\d):(\d\d) ([+-]\d{4})"
    rb"(?=\s*(?:\(|\Z))"
)
_COMMENT = re.compile(r"\([^()]*\)")
_YEAR = re.compile(rb"(?:19|20)[0-9]{2}")
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
    text = text.replace('"', "").strip()
    match = _HEADER_DATE.match(text)
    if match is None and len(text) > _LONGEST:
        return None
    # Nearly all are read by now. What follows is for the rest: comments within, blanks around
    # colons, the order of an envelope, other languages, and what the standard library makes of it.
    if match is None:
        text = decode_words(text)
        text = _LOOSE_COLON.sub(":", _COMMENT.sub("", text))
        text = _HAN_DAY_OR_YEAR.sub(" ", _HAN_MONTH.sub(_english_month, text))
    forms = (
        *(_HEADER_DATE.match, _ISO_DATE.match, _DOTTED_DATE.match, _NUMBERED_DATE.match),
        _ENVELOPE_DATE.search,
    )
    for found in (match, *(form(text) for form in forms)):
        # Of a month in another language these forms see a part at most.
        if found is not None and (found["month"].isdigit() or month_number(found["month"])):
            zone = found["zone"] or found.groupdict().get("zone_after")
            if _offset(zone) is None:
                zone = _zone_in_words(text)
            return _of_match(found, zone, timezone)
    return _of_words(text, timezone) or _of_library(text, timezone)


def _english_month(match: re.Match[str]) -> str:
    number = _HAN_NUMBERS.get(match[1]) or int(match[1])
    return f" {_IN_ENGLISH[number - 1]} " if 1 <= number <= 12 else match[0]


class HeaderDates:
    """Reads the dates of many mails, whose days, times and zones come again in other company.

    Parameters
    ----------
    timezone : tzinfo
        The zone meant by a date that names none, or an unknown one.

    Examples
    --------
    >>> HeaderDates(UTC).moment(b" Fri, 2 Jan 1970 00:00:01 +0100")
    82801000000
    """

    def __init__(self, timezone: tzinfo) -> None:
        self._timezone = timezone
        # The microseconds of each part of " Mon, 4 Mar 2024 |08:05|:00 +0100", by its bytes. Any
        # three that were read before, each with others, name the moment that is their sum.
        self._days: dict[bytes, int] = {}
        self._minutes: dict[bytes, int] = {}
        self._seconds: dict[bytes, int] = {}
        self._years: dict[bytes, bytes] = {}

    def moments(self, values: Iterable[bytes]) -> Iterator[int | None]:
        """Give the moment of each of some values."""
        days, minutes, seconds = self._days, self._minutes, self._seconds
        for value in values:
            try:
                yield days[value[:-14]] + minutes[value[-14:-9]] + seconds[value[-9:]]
            except KeyError:
                yield self.moment(value)

    def year(self, value: bytes) -> bytes:
        """Which year is written in a ``Date`` header; empty where none can be seen at once?"""
        year = self._years.get(value[:-14])
        if year is None:
            found = _YEAR.search(value)
            year = found[0] if found else b""
            if found and found.end() <= len(value) - 14 and len(self._years) < _MOST_DAYS:
                self._years[value[:-14]] = year
        return year

    def moment(self, value: bytes) -> int | None:
        """Which moment does a ``Date`` header name, in microseconds since 1970?

        It may still be folded.
        """
        try:
            clock = self._minutes[value[-14:-9]] + self._seconds[value[-9:]]
            return self._days[value[:-14]] + clock
        except KeyError:
            pass
        value = unfolded(value)
        match = _PLAIN.match(value)
        if match is not None and (parts := self._parts(*match.groups())) is not None:
            if match.end() == len(value) and len(self._days) < _MOST_DAYS:
                self._days[value[:-14]], self._minutes[value[-14:-9]] = parts[:2]
                self._seconds[value[-9:]] = parts[2]
            return sum(parts)
        when = header_date(header_text(value[:_LONGEST_VALUE]), self._timezone)
        return None if when is None else microseconds(when)

    @staticmethod
    def _parts(
        date: bytes, hour: bytes, minute: bytes, second: bytes, zone: bytes
    ) -> tuple[int, int, int] | None:
        """The microseconds of day, minute and the rest; None where one of them cannot be."""
        days, east = _days_to(date), _offset(zone.decode())
        h, m, s = int(hour), int(minute), int(second)
        if days is None or east is None or h > 23 or m > 59 or s > 60:
            return None
        seconds = days * 86_400, (h * 60 + m) * 60, min(s, 59) - east * 60
        return seconds[0] * 1_000_000, seconds[1] * 1_000_000, seconds[2] * 1_000_000


@lru_cache(maxsize=_MOST_DAYS)
def _days_to(date: bytes) -> int | None:
    """Count the days from 1970 to one such as ``4 Mar 2024``; None where there is none."""
    day, month, year = date.decode().split()
    try:
        there = datetime(int(year), month_number(month) or 0, int(day), tzinfo=UTC)
    except ValueError:
        return None
    return there.toordinal() - EPOCH.toordinal()


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
    in_year = int(month) if month.isdigit() else month_number(month) or 0
    clock = (_hour(int(hour), match["half"]), int(minute), int(second or 0))
    return _in_utc(full_year, in_year, int(day), *clock, _offset(zone), timezone)


def _hour(hour: int, half: str | None) -> int:
    """Which hour of the day is it by a clock of twelve; before noon is A, and after it P."""
    return hour if half is None else hour % 12 + (12 if half in "Pp" else 0)


def _zone_in_words(text: str) -> str | None:
    """Which offset has a zone that is written out, as ``Pacific Daylight Time`` is?"""
    told = _ZONE_IN_WORDS.search(text)
    if told is None:
        comment = _ZONE_IN_COMMENT.search(text)
        return comment and comment[1]
    is_summer = (told[2] or told[3] or "").lower() in {"daylight", "summer", "sommer"}
    hours = _ZONE_WORDS[told[1].lower()] + is_summer
    return f"{hours:+03d}00"


def _of_words(text: str, timezone: tzinfo) -> datetime | None:
    clock = _TIME.search(text)
    if clock is None:
        return None
    rest = text[: clock.start()] + " " + text[clock.end() :]
    # The month may look like a day of the week ("mar" is Tuesday in French): the last one counts.
    months = [month for word in _WORDS.findall(rest) if (month := month_number(word))]
    numbers = _NUMBERS.findall(rest)
    years, days = [n for n in numbers if len(n) == 4], [n for n in numbers if len(n) < 3]
    if not months or not years or not days:
        return None
    hour, minute, second = (int(clock[name] or 0) for name in ("hour", "minute", "second"))
    hour = _hour(hour, clock["half"])
    day = (int(years[0]), months[-1], int(days[0]))
    return _in_utc(*day, hour, minute, second, _offset(clock["zone"]), timezone)


def _of_library(text: str, timezone: tzinfo) -> datetime | None:
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
    """Give the minutes east of Greenwich; None where a zone says nothing.

    Who writes -0000 does not know where it was, but that this is the time at Greenwich (RFC 5322).
    """
    if zone is None:
        return None
    if zone[0] not in "+-":
        hours = _ZONE_HOURS.get(zone.lower())
        return None if hours is None else hours * 60
    digits = zone.lstrip("+-")
    # "+100" is written for "+0100".
    digits = digits.zfill(4) if len(digits) == 3 else digits
    hours, minutes = int(digits[:2]), int(digits[2:].lstrip(":") or 0)
    # No place on earth is farther off; "+9999" is a program that did not know.
    if hours > 15 or minutes > 59:
        return None
    return (hours * 60 + minutes) * (-1 if zone[0] == "-" else 1)
