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
_MOST_VALUES = 400
_FREQUENCIES = frozenset({"YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"})
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
    comes_true = guarded(_comes_true, rule, start, until.year)
    if comes_true is None:
        return "its rule of recurrence cannot be read"
    return None if comes_true else NEVER_TRUE


def _comes_true(rule: vRecur, start: date, last_year: int) -> bool:
    """Try a rule at the end of time."""
    # "The 31st of every February" is tried until the year 9999, a day at a time: minutes. The
    # calendar repeats itself every 400 years, weekdays and all, so a rule that is begun some cycles
    # later tells the same much sooner: begun in 2024, it is tried from 9624 on (2024 + 19 * 400).
    needed = max(last_year - start.year, 0) + 1
    cycles = (_LAST_YEAR - needed - start.year) // _CYCLE
    late = datetime(start.year + _CYCLE * cycles, start.month, start.day)  # noqa: DTZ001
    if isinstance(start, datetime):
        late = late.replace(hour=start.hour, minute=start.minute, second=start.second)
    endless = vRecur({k: v for k, v in rule.items() if k.upper() not in {"COUNT", "UNTIL"}})
    text: bytes = endless.to_ical()  # type: ignore[no-untyped-call]
    return next(iter(rrulestr(text.decode(), dtstart=late)), None) is not None


def _frequency(rule: vRecur) -> str:
    values = _values(rule, "FREQ")
    return str(values[0]).upper() if len(values) == 1 else ""


def _values(rule: vRecur, name: str) -> Sequence[object]:
    # icalendar gives some of them as a list even of one, some bare.
    value = rule.get(name, [])
    return value if isinstance(value, list | tuple) else [value]
