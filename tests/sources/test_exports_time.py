from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.sources.exports import read_exports
from sources.exports_folder import AS_OF, GOOD, MAIL, calendar, event, mail, mbox, write


def test_nothing_later_than_the_moment_is_read(tmp_path) -> None:
    write(tmp_path, {"a.ics": calendar(event("1", "DTSTART:20240304T090000Z\nRRULE:FREQ=DAILY\n"))})

    early = read_exports(tmp_path, as_of=datetime(2024, 3, 6, 12, tzinfo=UTC))
    later = read_exports(tmp_path, as_of=datetime(2024, 3, 9, 12, tzinfo=UTC))

    assert (len(early.interactions), len(later.interactions)) == (3, 6)


def test_times_without_a_zone_are_of_the_zone_that_is_given(tmp_path) -> None:
    write(tmp_path, {"a.ics": calendar(event("1", "DTSTART:20240304T090000\n"))})
    write(tmp_path, {"b.mbox": mbox(mail(1).replace(b" +0000", b""))})
    berlin = timezone(timedelta(hours=1))

    here = read_exports(tmp_path, as_of=AS_OF)
    there = read_exports(tmp_path, as_of=AS_OF, timezone=berlin)

    moved = [b.when - a.when for a, b in zip(here.interactions, there.interactions, strict=True)]
    assert moved == [timedelta(hours=-1)] * 2


def test_by_default_all_is_read_up_to_now(tmp_path) -> None:
    write(tmp_path, {"a.mbox": MAIL})

    assert len(read_exports(tmp_path).interactions) == 3


@pytest.mark.parametrize(
    ("as_of", "message"),
    [
        (datetime(2026, 6, 1), "as_of must be a datetime with a time zone"),  # noqa: DTZ001
        (datetime.max.replace(tzinfo=UTC), "as_of must be of the years 1990 to 9000"),
        (datetime.min.replace(tzinfo=UTC), "as_of must be of the years 1990 to 9000"),
    ],
)
def test_a_moment_that_is_none_is_refused(tmp_path, as_of, message) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        read_exports(write(tmp_path, GOOD), as_of=as_of)


def test_a_moment_far_ahead_is_no_danger(tmp_path) -> None:
    forever = event("1", "DTSTART:20240304T090000Z\nRRULE:FREQ=DAILY\n")
    write(tmp_path, {**GOOD, "endless.ics": calendar(forever)})

    records = read_exports(tmp_path, as_of=datetime(9000, 12, 31, tzinfo=UTC))

    assert len(records.interactions) < 300_000
