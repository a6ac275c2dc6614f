"""Which rules of recurrence can be followed to their end in reasonable time."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Sequence
from datetime import date, datetime

from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from icalendar import vRecur

from netzwerkwandel.sources.calendar.library import guarded


MOST_RULES = 10
MOST_A_DAY = 24
NEVER_TRUE = "its rule of recurrence never comes true"

# dateutil tries a rule day by day: 400,000 steps take about a second, and reach a thousand years
# of days or fifty of hours.
_MOST_STEPS = 400_000
# Within so many years a rule must come true. The rarest that people keep is a 29 February, after
# four years or eight; what is rarer would be tried for longer than all the rest of a calendar.
_TRIED_YEARS = {"YEARLY": 40, "MONTHLY": 40, "WEEKLY": 10, "DAILY": 9, "HOURLY": 1}
_MOST_VALUES = 400
_FREQUENCIES = frozenset({"YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"})
_WEEKDAYS = frozenset("MO TU WE TH FR SA SU".split())
_PICKS_NOTHING = frozenset("FREQ INTERVAL COUNT UNTIL WKST BYDAY".split())
_PICKY = frozenset("BYMONTH BYMONTHDAY BYYEARDAY BYWEEKNO BYSETPOS BYEASTER".split())
_LAST_YEAR = 9999
_CYCLE = 400


def times_a_day(rule: vRecur) -> int:
    """Say at most how often a rule of hours or more can come true on one day."""
    hours = len(set(_values(rule, "BYHOUR"))) or (MOST_A_DAY if _frequency(rule) == "HOURLY" else 1)
    return (
        hours
        * (len(set(_values(rule, "BYMINUTE"))) or 1)
        * (len(set(_values(rule, "BYSECOND"))) or 1)
    )


def refusal(rule: vRecur, start: date, until: datetime) -> str | None:
    """Say why a rule that begins at a start is not followed until a moment; None if it can be."""
    if _frequency(rule) in {"MINUTELY", "SECONDLY"} or times_a_day(rule) > MOST_A_DAY:
        return "a rule repeats it more often than once an hour"
    # An interval of 0 would never come to an end.
    sane = all(isinstance(n, int) and n > 0 for n in _values(rule, "INTERVAL"))
    sane = sane and all(len(_values(rule, name)) <= _MOST_VALUES for name in rule)
    if _frequency(rule) not in _FREQUENCIES or not sane:
        return "its rule of recurrence cannot be read"
    if (until.date().toordinal() - start.toordinal()) * times_a_day(rule) > _MOST_STEPS:
        return "its rule of recurrence begins too long ago"
    # A rule surely comes true that picks no days, or days of each week.
    days = {str(day).upper() for day in _values(rule, "BYDAY")}
    is_plain = not days or (_frequency(rule) == "WEEKLY" and days <= _WEEKDAYS)
    is_plain = is_plain and all(name.upper() in _PICKS_NOTHING for name in rule)
    comes_true = is_plain or guarded(_comes_true, rule, start)
    if comes_true is None:
        return "its rule of recurrence cannot be read"
    return None if comes_true else NEVER_TRUE


def by_year(rule: vRecur) -> vRecur:
    """Give the same rule in a form that is followed a year at a time, where there is one.

    dateutil tries "daily, on a 29 February" day by day, and "yearly, on a 29 February" at once.

    Examples
    --------
    >>> by_year(vRecur.from_ical("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29"))["FREQ"]
    ['YEARLY']
    """
    names = {name.upper() for name in rule}
    days = "".join(map(str, _values(rule, "BYDAY")))
    picks_days = not names.isdisjoint({"BYMONTHDAY", "BYYEARDAY"})
    is_daily = _frequency(rule) == "DAILY" and list(_values(rule, "INTERVAL")) in ([], [1])
    if not is_daily or not picks_days or "BYSETPOS" in names or any(map(str.isdigit, days)):
        return rule
    kept = {name: value for name, value in rule.items() if name.upper() != "FREQ"}
    return vRecur({"FREQ": ["YEARLY"], **kept})


def days_in_vain(rule: vRecur, start: date, until: datetime) -> int:
    """Say at most on how many days a rule is tried until a moment without coming true."""
    picks_days = not _PICKY.isdisjoint(name.upper() for name in rule)
    if not picks_days or _frequency(by_year(rule)) in {"MONTHLY", "YEARLY"}:
        return 0
    return max(0, until.date().toordinal() - start.toordinal())


def _comes_true(rule: vRecur, start: date) -> bool:
    """Try a rule at the end of time, where the search ends by itself."""
    # "The 31st of every February" is tried until the year 9999, a day at a time. Calendars are the
    # same again after 28 years, weekdays and leap years and all, and after 400: so a rule is begun
    # in such a year as late as leaves the years in which it must come true, and some of 28 more.
    rule = by_year(rule)
    years = _TRIED_YEARS[_frequency(rule)]
    latest = _LAST_YEAR - years
    same = (y for y in range(latest, latest - 60, -1) if _layout(y) == _layout(start.year))
    year = next(same, start.year + (latest - start.year) // _CYCLE * _CYCLE)
    late = datetime(year, start.month, start.day)  # noqa: DTZ001
    if isinstance(start, datetime):
        late = late.replace(hour=start.hour, minute=start.minute, second=start.second)
    tried = vRecur({k: v for k, v in rule.items() if k.upper() not in {"COUNT", "UNTIL"}})
    text: bytes = tried.to_ical()  # type: ignore[no-untyped-call]
    first = next(iter(rrulestr(text.decode(), dtstart=late)), None)
    return first is not None and first.year <= year + years


def _layout(year: int) -> tuple[int, bool, int]:
    return date(year, 1, 1).weekday(), isleap(year), year % 4


def _frequency(rule: vRecur) -> str:
    values = _values(rule, "FREQ")
    return str(values[0]).upper() if len(values) == 1 else ""


def _values(rule: vRecur, name: str) -> Sequence[object]:
    # icalendar gives some of them as a list even of one, some bare.
    value = rule.get(name, [])
    return value if isinstance(value, list | tuple) else [value]
