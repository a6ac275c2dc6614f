from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest

from netzwerkwandel.model import SkipReason
from netzwerkwandel.sources.calendar import read_calendar
from netzwerkwandel.sources.calendar.times import repaired
from netzwerkwandel.sources.files import SourceFile
from sources.work import grows_in_proportion


NOW = datetime(2026, 6, 1, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
ZONES = ["America/Los_Angeles", "UTC", "Pacific/Auckland"]
ZONE = """BEGIN:VTIMEZONE
TZID:Home
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:{rule}
TZOFFSETFROM:{offset}
TZOFFSETTO:{offset}
END:STANDARD
END:VTIMEZONE"""
YEARLY = "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"


def event(*lines, uid="1", start="DTSTART:20260304T090000Z"):
    people = ["ATTENDEE:mailto:ana@example.org", "ATTENDEE:mailto:ben@example.org"]
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", start, *lines, *people, "END:VEVENT"])


def read(*parts, now=NOW, timezone=UTC):
    text = "\n".join(["BEGIN:VCALENDAR", *parts, "END:VCALENDAR", ""])
    file = SourceFile.from_bytes(text.encode(), "a.ics")
    return read_calendar(file, as_of=now, timezone=timezone)


def times(reading):
    return [f"{meeting.when:%m-%d %H:%M}" for meeting in reading.interactions]


def reasons(reading):
    return [problem.reason for problem in reading.report.problems]


def skipped(reading):
    return dict(reading.report.skipped)


def test_a_series_keeps_its_wall_clock_over_the_change_to_summer_time():
    weekly = event("RRULE:FREQ=WEEKLY;COUNT=3", start="DTSTART;TZID=Europe/Berlin:20260318T090000")
    assert times(read(weekly)) == ["03-18 08:00", "03-25 08:00", "04-01 07:00"]


def test_a_series_ends_where_its_rule_says():
    reading = read(event("RRULE:FREQ=DAILY;UNTIL=20260305T090000Z"))
    assert times(reading) == ["03-04 09:00", "03-05 09:00"]
    assert reasons(reading) == []


def test_a_series_ends_now():
    reading = read(event("RRULE:FREQ=DAILY"), now=datetime(2026, 3, 6, 9, tzinfo=UTC))
    assert times(reading) == ["03-04 09:00", "03-05 09:00", "03-06 09:00"]
    assert reading.report.read == 3


def test_a_day_begins_where_the_calendar_is_read():
    daily = event("RRULE:FREQ=DAILY", start="DTSTART;VALUE=DATE:20260304")
    now = datetime(2026, 3, 5, 12, tzinfo=UTC)
    days = {zone: read(daily, now=now, timezone=ZoneInfo(zone)).report.read for zone in ZONES}
    assert days == {"America/Los_Angeles": 2, "UTC": 2, "Pacific/Auckland": 3}


def test_a_single_event_of_the_future_is_counted_as_such():
    reading = read(event(start="DTSTART:20260601T000001Z"))
    assert skipped(reading) == {SkipReason.FUTURE: 1}
    assert reading.report.addresses == 2
    assert skipped(read(event(start="DTSTART:99991231T235959Z"))) == {SkipReason.FUTURE: 1}


def test_left_out_and_added_occurrences():
    reading = read(
        event(
            "RRULE:FREQ=DAILY;COUNT=3",
            "EXDATE:20260305T090000Z",
            "RDATE:20260310T090000Z,20260301T090000Z",
        )
    )
    assert times(reading) == ["03-01 09:00", "03-04 09:00", "03-06 09:00", "03-10 09:00"]


def test_a_midnight_leaves_out_its_day():
    zone, rule = "TZID=Europe/Berlin:2026030", "RRULE:FREQ=DAILY;COUNT=2"
    reading = read(event(rule, f"EXDATE;{zone}5T000000", start=f"DTSTART;{zone}4T090000"))
    assert times(reading) == ["03-04 08:00"]

    at_night = read(event(rule, f"EXDATE;{zone}5T000000", start=f"DTSTART;{zone}4T000000"))
    assert times(at_night) == ["03-03 23:00"]


def test_an_added_period_has_its_own_length():
    reading = read(event("DURATION:PT1H", "RDATE;VALUE=PERIOD:20260310T090000Z/PT3H"))
    assert [meeting.duration for meeting in reading.interactions] == [1.0, 3.0]


def test_a_moved_occurrence_may_stand_before_its_series():
    moved = event("RECURRENCE-ID:20260305T090000Z", "SEQUENCE:1", start="DTSTART:20260305T110000Z")
    reading = read(moved, event("RRULE:FREQ=DAILY;COUNT=3"))
    assert times(reading) == ["03-04 09:00", "03-05 11:00", "03-06 09:00"]
    unmoved = read(event("RRULE:FREQ=DAILY;COUNT=3"))
    assert {m.key for m in reading.interactions} == {m.key for m in unmoved.interactions}


def test_a_change_belongs_to_the_series_though_another_event_has_its_id():
    moved = event("RECURRENCE-ID:20260305T090000Z", start="DTSTART:20260305T110000Z")
    other = event(start="DTSTART:20260320T090000Z")
    reading = read(other, event("RRULE:FREQ=DAILY;COUNT=2"), moved)
    assert times(reading) == ["03-04 09:00", "03-05 11:00", "03-20 09:00"]
    assert skipped(reading) == {}


def test_the_newest_change_of_an_occurrence_counts():
    old = event("RECURRENCE-ID:20260305T090000Z", "SEQUENCE:1", start="DTSTART:20260305T110000Z")
    new = event("RECURRENCE-ID:20260305T090000Z", "SEQUENCE:2", start="DTSTART:20260305T120000Z")
    series = event("RRULE:FREQ=DAILY;COUNT=2")
    for order in ([old, new, series], [series, new, old]):
        assert times(read(*order)) == ["03-04 09:00", "03-05 12:00"]
        assert skipped(read(*order)) == {SkipReason.DUPLICATE: 1}


def test_a_change_that_names_its_occurrence_without_a_zone_means_that_of_the_series():
    zone = "DTSTART;TZID=America/New_York:"
    series = event("RRULE:FREQ=WEEKLY;COUNT=2", start=f"{zone}20260304T090000")
    change = event("RECURRENCE-ID:20260311T090000", start=f"{zone}20260311T150000")
    assert times(read(series, change)) == ["03-04 14:00", "03-11 19:00"]


def test_a_rule_may_leave_occurrences_out():
    every_other = event("RRULE:FREQ=DAILY;COUNT=4", "EXRULE:FREQ=DAILY;INTERVAL=2")
    assert times(read(every_other)) == ["03-05 09:00", "03-07 09:00"]
    never = event("RRULE:FREQ=DAILY;COUNT=2", "EXRULE:FREQ=SECONDLY")
    assert times(read(never)) == ["03-04 09:00", "03-05 09:00"]


def test_a_change_that_names_its_occurrence_by_the_day_stands_in_for_it():
    series = event("RRULE:FREQ=WEEKLY;COUNT=3")
    change = event("RECURRENCE-ID;VALUE=DATE:20260311", start="DTSTART:20260312T140000Z")
    assert times(read(series, change)) == ["03-04 09:00", "03-12 14:00", "03-18 09:00"]


@pytest.mark.parametrize(
    "rule",
    [
        *("FREQ=DAILY; COUNT=2", "freq=daily;count=2;", " FREQ=DAILY;COUNT=2"),
        *(
            "FREQ=DAILY;COUNT=2;X-LAST=1",
            "FREQ=DAILY;COUNT=2;BYDAY=",
            "FREQ=DAILY;UNTIL=2026-03-05",
        ),
    ],
)
def test_a_rule_is_read_however_it_is_written(rule):
    reading = read(event(f"RRULE:{rule}"))
    assert times(reading) == ["03-04 09:00", "03-05 09:00"]
    assert reasons(reading) == []


def test_a_cancelled_occurrence_is_one_cancelled_and_a_cancelled_series_all_of_them():
    gone = event(
        "RECURRENCE-ID:20260305T090000Z", "STATUS:CANCELLED", start="DTSTART:20260305T090000Z"
    )
    reading = read(event("RRULE:FREQ=DAILY;COUNT=3"), gone)
    assert times(reading) == ["03-04 09:00", "03-06 09:00"]
    assert skipped(reading) == {SkipReason.CANCELLED: 1}
    reading = read(event("RRULE:FREQ=DAILY;COUNT=3", "STATUS:CANCELLED"))
    assert skipped(reading) == {SkipReason.CANCELLED: 3}


def test_a_change_of_this_and_all_later_occurrences():
    later = event(
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20260305T090000Z", start="DTSTART:20260305T100000Z"
    )
    reading = read(event("RRULE:FREQ=DAILY;COUNT=3"), later)
    assert times(reading) == ["03-04 09:00", "03-05 10:00", "03-06 10:00"]
    unmoved = read(event("RRULE:FREQ=DAILY;COUNT=3"))
    assert {m.key for m in reading.interactions} == {m.key for m in unmoved.interactions}


def test_changes_without_their_series_stand_for_themselves():
    reading = read(event("RECURRENCE-ID:20260305T090000Z", start="DTSTART:20260305T110000Z"))
    assert times(reading) == ["03-05 11:00"]


def test_an_occurrence_moved_into_the_future_has_not_happened():
    moved = event("RECURRENCE-ID:20260305T090000Z", start="DTSTART:20260701T090000Z")
    assert times(read(event("RRULE:FREQ=DAILY;COUNT=2"), moved)) == ["03-04 09:00"]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("DTSTART:20260304T090000Z", "03-04 09:00"),
        ("DTSTART;TZID=Europe/Berlin:20260304T090000", "03-04 08:00"),
        ("DTSTART;TZID=W. Europe Standard Time:20260304T090000", "03-04 08:00"),
        ("DTSTART;TZID=/example.org/Europe/Berlin:20260304T090000", "03-04 08:00"),
        ("DTSTART;TZID=Home:20260304T090000", "03-04 14:00"),
        ("DTSTART;TZID=Eastern Standard Time 1:20260304T090000", "03-04 14:00"),
        ("DTSTART;TZID=tzone://Microsoft/Utc:20260304T090000", "03-04 09:00"),
        ('DTSTART;TZID="(UTC+01:00) Br\u00fcssel, Madrid":20260304T090000', "03-04 08:00"),
        ('DTSTART;TZID="Amsterdam, Berlin, Rom":20260304T090000', "03-04 08:00"),
        ('DTSTART;TZID="(UTC-05:00) Eastern Time (USA & Kanada)":20260304T090000', "03-04 14:00"),
        ('DTSTART;TZID="(UTC+09:00) Tokio":20260304T090000', "03-04 00:00"),
        ("DTSTART;TZID=GMT-0500:20260304T090000", "03-04 14:00"),
        ("DTSTART;TZID=US-Eastern:20260304T090000", "03-04 14:00"),
        ("DTSTART;TZID=europe/berlin:20260304T090000", "03-04 08:00"),
        ("DTSTART;TZID=Kyiv:20260304T090000", "03-04 07:00"),
        ("DTSTART;TZID=Mitteleuropäische Zeit:20260304T090000", "03-04 08:00"),
        ("DTSTART;TZID=Spree:20260304T090000", "03-04 08:00"),
        ("DTSTART:20260304T100000+0100", "03-04 09:00"),
        ("DTSTART:2026-03-04T09:00:00.000Z", "03-04 09:00"),
        ("DTSTART:20260304T0900Z", "03-04 09:00"),
        ("DTSTART: 20260304T090000Z", "03-04 09:00"),
        ("DTSTART:20260304t090000z", "03-04 09:00"),
        ("DTSTART:20260304 090000", "03-04 09:00"),
        ("DTSTART;TZID=PDT:20260304T090000", "03-04 17:00"),
    ],
)
def test_time_zones_by_any_name(start, expected):
    spree = "BEGIN:VTIMEZONE\nTZID:Spree\nX-LIC-LOCATION:Europe/Berlin\nEND:VTIMEZONE"
    reading = read(event(start=start), ZONE.format(rule=YEARLY, offset="-0500"), spree)
    assert times(reading) == [expected]
    assert reasons(reading) == []


def test_a_floating_time_is_meant_in_the_time_zone_of_the_calendar_or_of_the_reader():
    floating = event(start="DTSTART:20260304T090000")
    assert times(read(floating)) == ["03-04 09:00"]
    assert times(read(floating, timezone=BERLIN)) == ["03-04 08:00"]
    assert times(read("X-WR-TIMEZONE:Asia/Tokyo", floating, timezone=BERLIN)) == ["03-04 00:00"]


def test_a_series_in_utc_follows_the_clock_of_the_time_zone_that_the_calendar_states():
    series = event("RRULE:FREQ=WEEKLY;COUNT=2", start="DTSTART:20260325T090000Z")
    assert times(read(series)) == ["03-25 09:00", "04-01 09:00"]
    assert times(read("X-WR-TIMEZONE:Europe/Berlin", series)) == ["03-25 09:00", "04-01 08:00"]


@pytest.mark.parametrize("name", ["Nowhere/Land", "America", "", "../../etc/passwd", "x" * 500])
def test_an_unknown_time_zone_is_a_problem_told_once(name):
    start = f"DTSTART;TZID={name}:20260304T090000"
    reading = read(event(start=start), event(uid="2", start=start), timezone=BERLIN)
    assert times(reading) == ["03-04 08:00", "03-04 08:00"]
    assert reasons(reading) == [
        "its time zone is not known; such times are read in the default time zone"
    ]


def test_an_unknown_time_zone_is_not_taken_for_that_of_the_calendar():
    unknown = event(start="DTSTART;TZID=Nowhere:20260304T090000")
    assert times(read("X-WR-TIMEZONE:Asia/Tokyo", unknown, timezone=BERLIN)) == ["03-04 08:00"]


@pytest.mark.parametrize("offset", ["+01:00", "0100", " +0100"])
@pytest.mark.parametrize("name", ["TZID:", "TZID;X-SOURCE=TZINFO:"])
def test_a_time_zone_is_read_however_it_is_written(offset, name):
    zone = ZONE.format(rule=YEARLY, offset=offset).replace("TZID:", name)
    reading = read(zone, event(start="DTSTART;TZID=Home:20260304T090000"))
    assert times(reading) == ["03-04 08:00"]
    assert reasons(reading) == []


@pytest.mark.parametrize("name", ["X-WR-TIMEZONE", "TIMEZONE-ID"])
def test_a_calendar_states_its_time_zone(name):
    reading = read(f"{name}:Europe/Berlin", event(start="DTSTART:20260304T090000"))
    assert times(reading) == ["03-04 08:00"]


def test_what_a_calendar_says_of_a_well_known_time_zone_is_not_needed():
    odd = ZONE.format(rule="FREQ=SECONDLY", offset="-0500").replace("Home", "Europe/Berlin")
    reading = read(odd, event(start="DTSTART;TZID=Europe/Berlin:20260304T090000"))
    assert times(reading) == ["03-04 08:00"]
    assert reasons(reading) == []


def test_an_unknown_time_zone_of_the_whole_calendar_is_a_problem():
    reading = read("X-WR-TIMEZONE:Nowhere", event(start="DTSTART:20260304T090000"), timezone=BERLIN)
    assert times(reading) == ["03-04 08:00"]
    assert reasons(reading) == ["the time zone that the calendar states is not known"]


def test_a_time_zone_of_one_calendar_is_not_that_of_the_next():
    start = event(start="DTSTART;TZID=Home:20260304T090000")
    west = read(ZONE.format(rule=YEARLY, offset="-0500"), start)
    east = read(ZONE.format(rule=YEARLY, offset="+0500"), start)
    assert (times(west), times(east)) == (["03-04 14:00"], ["03-04 04:00"])
    assert reasons(read(start)) == [
        "its time zone is not known; such times are read in the default time zone"
    ]


@pytest.mark.parametrize(
    "rule", ["FREQ=SECONDLY", "FREQ=YEARLY;INTERVAL=0", "FREQ=YEARLY;BYSECOND=1,2,3"]
)
def test_a_time_zone_that_never_comes_to_an_end_is_not_followed(rule):
    reading = read(
        ZONE.format(rule=rule, offset="-0500"), event(start="DTSTART;TZID=Home:20260304T090000")
    )
    assert times(reading) == ["03-04 09:00"]
    assert "a time zone changes its clocks by a rule that cannot be followed" in reasons(reading)


def test_a_time_zone_that_cannot_be_read_is_a_problem():
    reading = read(
        ZONE.format(rule=YEARLY, offset="+9999"), event(start="DTSTART;TZID=Home:20260304T090000")
    )
    assert times(reading) == ["03-04 09:00"]
    assert reasons(reading)[0] == "a time zone cannot be read"


@pytest.mark.parametrize(
    ("lines", "hours"),
    [
        (["DTEND:20260304T103000Z"], 1.5),
        (["DTEND;TZID=Europe/Berlin:20260304T103000"], 0.5),
        (["DURATION:PT15M"], 0.25),
        (["DTEND:20260304T090000Z"], 0.0),
        (["DTEND:20260304T080000Z"], None),
        (["DURATION:-PT1H"], None),
        (["DTEND:20260404T080000Z"], 24 * 31 - 1),
        (["DTEND:99991231T235959Z"], 24 * 31),
        (["DTEND;VALUE=DATE:20260305"], None),
        ([], None),
    ],
)
def test_how_long_a_meeting_lasts(lines, hours):
    (meeting,) = read(event(*lines)).interactions
    assert meeting.duration == hours


@pytest.mark.parametrize(
    "period", ["20260310T090000/20260310T100000Z", "20260310T090000Z/20260310T080000Z"]
)
def test_an_event_that_cannot_be_repeated_does_not_block_the_next(period):
    reading = read(event(f"RDATE;VALUE=PERIOD:{period}", uid="bad"), event())
    assert times(reading) == ["03-04 09:00"]
    assert skipped(reading) == {SkipReason.BROKEN: 1}
    assert reasons(reading) == ["its recurrences cannot be worked out"]


def test_a_time_zone_that_fails_makes_an_event_broken():
    class NoZone(tzinfo):
        def utcoffset(self, when):
            return timedelta(days=2)

    reading = read(event(start="DTSTART:20260304T090000"), timezone=NoZone())
    assert skipped(reading) == {SkipReason.BROKEN: 1}
    assert reasons(reading) == ["its time zone cannot be followed"]


def test_the_name_of_a_zone_is_read_in_proportion_to_its_length():
    def named(n):
        return {"DTSTART": ["DTSTART;TZID=" + ":" * n]}

    assert grows_in_proportion(repaired, named, 2_000)
