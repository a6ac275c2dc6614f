from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.model import Interaction
from netzwerkwandel.model.moments import MICROSECOND, local_day, microseconds


NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
TWICE = datetime(2026, 10, 25, 2, 30)  # noqa: DTZ001 - a clock of Berlin shows it twice
BERLIN = ZoneInfo("Europe/Berlin")


class Stamp(datetime):
    """A moment of a class of its own, as other libraries have them."""


@pytest.mark.parametrize(
    ("when", "offset"),
    [
        (NOON, timedelta()),
        (NOON.astimezone(timezone(timedelta(hours=5, minutes=30))), timedelta(hours=5.5)),
        (NOON.astimezone(BERLIN), timedelta(hours=1)),
        (TWICE.replace(tzinfo=BERLIN), timedelta(hours=2)),
        (TWICE.replace(tzinfo=BERLIN, fold=1), timedelta(hours=1)),
        (Stamp(2026, 3, 4, 12, tzinfo=UTC), timedelta()),
        (Stamp(2026, 7, 4, 12, tzinfo=BERLIN), timedelta(hours=2)),
    ],
)
def test_a_moment_is_kept_as_a_plain_datetime_with_the_offset_that_it_has(when, offset):
    kept = Interaction(key="1", when=when, participants=["a"]).when

    assert type(kept) is datetime
    assert type(kept.tzinfo) is timezone
    assert kept.utcoffset() == offset
    assert kept.astimezone(UTC) == when.astimezone(UTC)
    assert kept.replace(tzinfo=None) == when.replace(tzinfo=None, fold=0)


def test_the_two_moments_that_a_clock_shows_alike_are_two_and_each_equals_itself():
    summer, winter = (
        Interaction(key="1", when=TWICE.replace(tzinfo=BERLIN, fold=fold), participants=["a"])
        for fold in (0, 1)
    )

    assert summer != winter
    assert winter.when - summer.when == timedelta(hours=1)
    assert summer == attrs.evolve(summer, when=summer.when.astimezone(UTC))
    assert winter == attrs.evolve(winter, when=winter.when.astimezone(UTC))


@given(st.datetimes(), st.timedeltas(timedelta(hours=-23), timedelta(hours=23)))
def test_the_day_of_a_moment_is_that_of_its_own_clock(clock, offset):
    when = clock.replace(tzinfo=timezone(offset))

    assert local_day(microseconds(when), offset // MICROSECOND) == clock.date()
