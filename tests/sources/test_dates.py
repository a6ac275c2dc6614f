from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.sources.dates import is_day_first, parse_day, parse_moment


@pytest.mark.parametrize(
    "text",
    [
        "08 Feb 2026",
        "8 February 2026",
        "08-Feb-2026",
        "8-Feb-26",
        "8. Feb. 2026",
        "8. Februar 2026",
        "Feb 8, 2026",
        "2026-02-08",
        "2026/02/08",
        "08.02.2026",
        "2/8/2026",
        "02/08/26",
        " 08 FEB 2026 ",
    ],
)
def test_one_day_is_read_in_every_style(text):
    assert parse_day(text) == date(2026, 2, 8)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        *[("Mär", 3), ("Mrz", 3), ("Mai", 5), ("May", 5), ("Okt", 10), ("Dez", 12), ("Sept", 9)],
        *[("févr.", 2), ("août", 8), ("de septiembre de", 9), ("dic", 12), ("mrt", 3)],
    ],
)
def test_months_are_read_in_many_languages(text, month):
    assert parse_day(f"1 {text} 2021") == date(2021, month, 1)


@pytest.mark.parametrize(
    "text", ["", "soon", "31 Feb 2024", "10 Foo 2024", "13/13/2024", "2024-13-01", "0/0/0", "1.1.1"]
)
def test_what_is_no_day_is_none(text):
    assert parse_day(text) is None


def test_slashes_are_month_first_unless_the_column_can_only_be_day_first():
    assert not is_day_first(["1/2/2024", "10/15/2023"])
    assert is_day_first(["1/2/2024", "15/10/2023"])
    assert not is_day_first(["15/10/2023", "10/15/2023"])
    assert parse_day("1/2/2024", day_first=True) == date(2024, 2, 1)


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-29 14:37:00 UTC",
        "2026-01-29 14:37:00",
        "2026-01-29T14:37:00Z",
        "2026-01-29T15:37:00.123+01:00",
        "2026/01/29 14:37:00 UTC",
        "1/29/26, 2:37 PM",
        "1/29/26, 2:37\u202fPM",
        "1/29/26, 2:37 p.m.",
        "1/29/2026 14:37",
        "Jan 29, 2026, 2:37 PM",
    ],
)
def test_one_moment_is_read_in_every_style(text):
    assert parse_moment(text) == datetime(2026, 1, 29, 14, 37, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "hour"), [("12:00 AM", 0), ("12:00 PM", 12), ("1:00 AM", 1), ("11:00 PM", 23)]
)
def test_noon_and_midnight_are_twelve(text, hour):
    assert parse_moment(f"1/29/26, {text}") == datetime(2026, 1, 29, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["", "BADROW", "1/29/26, 14:37 PM", "2026-01-29 25:00", "0001-01-01 00:00 +14:00", "10:00"],
)
def test_what_is_no_moment_is_none(text):
    assert parse_moment(text) is None


@given(st.text())
def test_any_text_is_a_moment_or_none(text):
    moment = parse_moment(text)

    assert moment is None or moment.tzinfo is UTC


@given(st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2099, 1, 1)))  # noqa: DTZ001
def test_every_moment_is_read_as_it_was_written(moment):
    moment = moment.replace(microsecond=0, tzinfo=UTC)
    hour = f"{moment.hour % 12 or 12}:{moment:%M} {'AM' if moment.hour < 12 else 'PM'}"

    assert parse_moment(f"{moment:%Y-%m-%d %H:%M:%S} UTC") == moment
    assert parse_moment(f"{moment.month}/{moment.day}/{moment:%y}, {hour}") == moment.replace(
        second=0
    )
