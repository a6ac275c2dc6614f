"""Which rules of recurrence can be followed to their end in reasonable time."""

from __future__ import annotations

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
    comes_true = _is_plain(rule) or guarded(_comes_true, rule, start)
    if comes_true is None:
        return "its rule of recurrence cannot be read"
    return None if comes_true else NEVER_TRUE


def days_in_vain(rule: vRecur, start: date, until: datetime) -> int:
    """Say at most on how many days a rule is tried until a moment without coming true."""
    if _PICKY.isdisjoint(name.upper() for name in rule):
        return 0
    return max(0, until.date().toordinal() - start.toordinal())


def _is_plain(rule: vRecur) -> bool:
    """Say whether a rule surely comes true: it picks no days, or days of each week."""
    days = {str(day).upper() for day in _values(rule, "BYDAY")}
    if days and not (_frequency(rule) == "WEEKLY" and days <= _WEEKDAYS):
        return False
    return all(name.upper() in _PICKS_NOTHING for name in rule)


def _comes_true(rule: vRecur, start: date) -> bool:
    """Try a rule at the end of time, where the search ends by itself."""
    # "The 31st of every February" is tried until the year 9999, a day at a time. The calendar is
    # the same every 400 years, weekdays and all, so begun some cycles later, as near to the end as
    # makes sense, a rule tells the same much sooner.
    cycles = (_LAST_YEAR - _TRIED_YEARS[_frequency(rule)] - start.year) // _CYCLE
    year = start.year + _CYCLE * cycles
    late = datetime(year, start.month, start.day)  # noqa: DTZ001
    if isinstance(start, datetime):
        late = late.replace(hour=start.hour, minute=start.minute, second=start.second)
    rest = {k: v for k, v in rule.items() if k.upper() not in {"COUNT", "UNTIL"}}
    last = late.replace(year=year + _TRIED_YEARS[_frequency(rule)], day=min(late.day, 28))
    tried = vRecur({**rest, "UNTIL": last})
    text: bytes = tried.to_ical()  # type: ignore[no-untyped-call]
    return next(iter(rrulestr(text.decode(), dtstart=late)), None) is not None


def _frequency(rule: vRecur) -> str:
    values = _values(rule, "FREQ")
    return str(values[0]).upper() if len(values) == 1 else ""


def _values(rule: vRecur, name: str) -> Sequence[object]:
    # icalendar gives some of them as a list even of one, some bare.
    value = rule.get(name, [])
    return value if isinstance(value, list | tuple) else [value]
