"""How moments are counted: where the counting begins, and in what."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
SECONDS_A_DAY = 86_400.0
_A_DAY = timedelta(days=1) // MICROSECOND
DAYS_A_YEAR = 365.25
SECONDS_A_YEAR = DAYS_A_YEAR * SECONDS_A_DAY


def microseconds(when: datetime) -> int:
    """Count the microseconds of a moment since 1970 in UTC, exactly.

    Examples
    --------
    >>> microseconds(datetime(1970, 1, 2, tzinfo=UTC))
    86400000000
    """
    # Three times as fast as (when - EPOCH) // MICROSECOND, which divides two long integers.
    since = when - EPOCH
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def local_day(at: int, offset: int) -> date:
    """On which day is a moment, where its clocks are so far from UTC? Both in microseconds.

    Examples
    --------
    >>> local_day(-1, 0), local_day(-1, 3_600_000_000)
    (datetime.date(1969, 12, 31), datetime.date(1970, 1, 1))
    """
    return date.fromordinal(EPOCH.toordinal() + (at + offset) // _A_DAY)
