"""Whether a day, or an entry of a calendar, belongs to an experiment."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Experiment


COURSE = Experiment(
    key="1", title="Course UX Research", started=date(2026, 3, 2), ended=date(2026, 3, 4)
)


def test_its_days_are_from_the_first_to_the_last():
    days = [date(2026, 3, day) for day in range(1, 6)]
    without_end = Experiment(key="1", title="Course", started=date(2026, 3, 2))

    assert [COURSE.includes(day) for day in days] == [False, True, True, True, False]
    assert [without_end.includes(day) for day in days] == [False, True, True, True, True]


@pytest.mark.parametrize("day", [datetime(2026, 3, 3, tzinfo=UTC), "2026-03-03", None])
def test_what_is_no_day_is_refused(day):
    with pytest.raises(InvalidArgumentError, match="day must be a date"):
        COURSE.includes(day)
