"""How moments are counted: where the counting begins, and in what."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
SECONDS_A_DAY = 86_400.0
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
