from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.change.steps import steps
from netzwerkwandel.errors import InvalidArgumentError


def day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_quarters_end_with_the_first_moment_of_the_next():
    assert steps(day("2025-02-11"), day("2025-11-01"), "quarter") == (
        day("2025-04-01"),
        day("2025-07-01"),
        day("2025-10-01"),
        day("2025-11-01"),
    )


def test_the_other_periods():
    assert steps(day("2025-11-20"), day("2026-02-02"), "month") == (
        day("2025-12-01"),
        day("2026-01-01"),
        day("2026-02-01"),
        day("2026-02-02"),
    )
    assert steps(day("2023-05-01"), day("2025-01-01"), "year") == (
        day("2024-01-01"),
        day("2025-01-01"),
    )
    assert steps(day("2026-11-24"), day("2026-12-01"), "week") == (
        day("2026-11-30"),
        day("2026-12-01"),
    )


def test_the_calendar_is_that_of_utc():
    late = datetime(2025, 4, 1, 1, 30, tzinfo=timezone(timedelta(hours=2)))

    assert steps(late, day("2025-04-02"), "quarter") == (day("2025-04-01"), day("2025-04-02"))


def test_a_series_without_length_has_one_step():
    assert steps(day("2025-04-01"), day("2025-04-01"), "quarter") == (day("2025-04-01"),)


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.timedeltas(timedelta(0), timedelta(days=800)),
    st.sampled_from(["week", "month", "quarter", "year"]),
)
def test_steps_go_forward_to_the_last_moment(first, length, every):
    found = steps(first, first + length, every)

    assert found[-1] == first + length
    assert all(a < b for a, b in itertools.pairwise(found))
    assert all(first < moment for moment in found[:-1])


def test_no_other_period_and_no_way_back():
    with pytest.raises(InvalidArgumentError, match=r"every must be one of .*, got 'day'"):
        steps(day("2025-04-01"), day("2025-04-02"), "day")
    with pytest.raises(InvalidArgumentError, match="must not end before it begins"):
        steps(day("2025-04-02"), day("2025-04-01"), "week")
