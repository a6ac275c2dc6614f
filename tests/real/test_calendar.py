from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import MeEvidence, SkipReason
from netzwerkwandel.sources.calendar import looks_like_calendar, read_calendar
from netzwerkwandel.sources.files import SourceFile


FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "calendars"
ANAS = FOLDER / "org-signal-google" / "ana.ruiz@example.org.ics"
NOW = datetime(2024, 12, 31, 23, 59, tzinfo=UTC)
ANA, BEN, CHEN, DANA = (
    f"mailto:{name}@example.org" for name in ("ana.ruiz", "ben.okafor", "chen.li", "dana.park")
)
ZOE = "mailto:zoe.ng@example.net"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"no real calendars in {FOLDER}")


def read(path):
    return read_calendar(SourceFile.from_path(path, path.name), as_of=NOW)


@pytest.fixture(scope="module")
def anas():
    return read(ANAS)


def at(reading, month, day, hour):
    moment = datetime(2024, month, day, hour, tzinfo=UTC)
    return [m.participants for m in reading.interactions if m.when == moment]


def test_the_known_numbers_of_a_google_calendar(anas):
    report = anas.report
    assert (report.read, report.used, report.addresses) == (30, 28, 8)
    assert dict(report.skipped) == {SkipReason.ALL_DAY: 1, SkipReason.CANCELLED: 1}
    assert report.problems == ()
    assert len(anas.interactions) == 28


def test_a_weekly_meeting_without_who_declined_who_was_informed_and_the_room(anas):
    assert at(anas, 3, 4, 9) == [(ANA, BEN, DANA)]
    assert at(anas, 3, 25, 9) == [(ANA, BEN, DANA)]
    assert at(anas, 6, 24, 8) == [(ANA, BEN, DANA)]


def test_an_occurrence_that_was_left_out_and_one_that_was_moved(anas):
    assert at(anas, 4, 1, 8) == []
    assert at(anas, 3, 11, 9) == []
    assert at(anas, 3, 11, 10) == [(ANA, BEN)]


def test_who_declined_one_meeting_still_comes_to_another(anas):
    assert [at(anas, 3, day, 9) for day in (5, 6, 7)] == [[(ANA, BEN, CHEN)]] * 3


def test_a_floating_coffee_is_at_the_hour_of_the_calendar_and_with_its_owner(anas):
    assert at(anas, 3, 6, 13) == [(ANA, ZOE)]


def test_a_meeting_in_new_york_moves_by_its_own_summer_time(anas):
    assert at(anas, 3, 6, 14) == at(anas, 3, 13, 13) == [(ANA, BEN, ZOE)]


def test_a_rule_without_end_stops_now_and_its_group_is_no_person(anas):
    months = [at(anas, month, 1, 8 if month < 11 else 9) for month in range(7, 13)]
    assert months == [[(ANA, DANA)]] * 6


def test_people_and_their_names(anas):
    assert {contact.key: contact.name for contact in anas.contacts} == {
        ANA: "Ana Ruiz",
        BEN: "Ben Okafor",
        CHEN: "Chen Li",
        DANA: "Dana Park",
        ZOE: "Zoe Ng",
    }
    assert [(mine.key, mine.evidence, mine.weight) for mine in anas.owner_evidence] == [
        (ANA, MeEvidence.CALENDAR, 28),
        (ANA, MeEvidence.MOST_FREQUENT, 28),
    ]


@pytest.mark.slow
def test_every_file_gives_a_reading_or_a_clear_error():
    files = sorted(path for path in FOLDER.rglob("*") if path.is_file())
    assert len(files) > 250
    read_all = 0
    for path in files:
        try:
            report = read(path).report
        except ExportFormatError:
            assert not looks_like_calendar(path.read_bytes())
            continue
        assert report.read == report.used + sum(dict(report.skipped).values())
        read_all += report.read
    assert read_all > 8_000  # entries that name nobody are not expanded
