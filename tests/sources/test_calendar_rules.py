from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from netzwerkwandel.model import SkipReason
from netzwerkwandel.sources.calendar import read_calendar, rules
from netzwerkwandel.sources.files import SourceFile


NOW = datetime(2026, 6, 1, tzinfo=UTC)


def event(*lines, uid="1", start="DTSTART:20260304T090000Z"):
    people = ["ATTENDEE:mailto:ana@example.org", "ATTENDEE:mailto:ben@example.org"]
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", start, *lines, *people, "END:VEVENT"])


def read(*events):
    text = "\n".join(["BEGIN:VCALENDAR", *events, "END:VCALENDAR", ""])
    return read_calendar(SourceFile.from_bytes(text.encode(), "a.ics"), as_of=NOW)


def times(reading):
    return [f"{meeting.when:%m-%d %H:%M}" for meeting in reading.interactions]


def reasons(reading):
    return [problem.reason for problem in reading.report.problems]


def skipped(reading):
    return dict(reading.report.skipped)


def test_what_lies_before_1990_has_no_usable_date():
    reading = read(event(start="DTSTART:19030304T090000Z"))
    assert skipped(reading) == {SkipReason.NO_DATE: 1}
    assert reasons(reading) == ["it must begin in 1990 or later"]
    ended = read(event("RRULE:FREQ=DAILY;COUNT=3", start="DTSTART:19030304T090000Z"))
    assert skipped(ended) == {SkipReason.NO_DATE: 1}


def test_a_series_that_began_long_ago_is_read_from_1990():
    reading = read(event("RRULE:FREQ=YEARLY", start="DTSTART:16010304T090000Z"))
    assert len(reading.interactions) == 2026 - 1990 + 1
    assert reading.report.problems == ()


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("FREQ=SECONDLY", "more often than once an hour"),
        ("FREQ=MINUTELY", "more often than once an hour"),
        ("FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=0,10,20,30,40,50", "more often than once an hour"),
        ("FREQ=DAILY;INTERVAL=0", "cannot be read"),
        ("FREQ=DAILY;INTERVAL=-1", "cannot be read"),
        ("FREQ=DAILY;BYHOUR=25", "cannot be read"),
        ("FREQ=WEEKLY;BYDAY=XX", "cannot be read"),
        ("FREQ=DAILY;FREQ=DAILY,WEEKLY", "cannot be read"),
        ("COUNT=3", "cannot be read"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "never comes true"),
        ("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4", "never comes true"),
    ],
)
def test_a_rule_that_makes_no_sense_is_a_problem_and_the_event_itself_stays(rule, reason):
    reading = read(event(f"RRULE:{rule}"))
    assert times(reading) == ["03-04 09:00"]
    (problem,) = reading.report.problems
    assert problem.where == "a.ics, event 1"
    assert reason in problem.reason


def test_a_rule_that_began_in_the_year_1_is_not_followed():
    reading = read(event("RRULE:FREQ=DAILY", start="DTSTART:00010304T090000Z"))
    assert skipped(reading) == {SkipReason.NO_DATE: 1}
    assert "begins too long ago" in reasons(reading)[0]


def test_what_was_added_before_1990_is_left_out():
    reading = read(event("RDATE;VALUE=PERIOD:19891231T230000Z/19900101T010000Z"))
    assert times(reading) == ["03-04 09:00"]


def test_what_is_added_without_a_day_is_left_out():
    assert times(read(event("RDATE;VALUE=TIME:083000"))) == ["03-04 09:00"]


def test_a_rule_may_hold_at_the_hour_of_the_event_only():
    reading = read(event("RRULE:FREQ=HOURLY;INTERVAL=24;BYHOUR=9;COUNT=2"))
    assert times(reading) == ["03-04 09:00", "03-05 09:00"]


def test_what_comes_true_only_later_is_no_problem():
    reading = read(event("RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24"))
    assert times(reading) == ["03-04 09:00"]
    assert reading.report.problems == ()


def test_an_event_with_many_rules_follows_ten_of_them():
    reading = read(event(*(f"RRULE:FREQ=DAILY;INTERVAL={i};COUNT=2" for i in range(1, 13))))
    assert len(reading.interactions) == 11
    assert reasons(reading) == ["it has more than 10 rules of recurrence; the rest is left out"]


@pytest.mark.slow
def test_a_rule_gives_no_more_than_twenty_thousand_occurrences():
    reading = read(event("RRULE:FREQ=HOURLY", start="DTSTART:20200101T000000Z"))
    assert len(reading.interactions) == 20_000
    assert reasons(reading) == ["a rule gives more than 20,000 occurrences; the rest is left out"]
    last = reading.interactions[-1].when
    assert last == datetime(2020, 1, 1, tzinfo=UTC) + timedelta(hours=19_999)


@pytest.mark.slow
def test_rules_that_never_come_true_are_not_tried_for_ever():
    rules = ["RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"]
    reading = read(*(event(*rules, uid=i) for i in range(60)))
    # each is refused at once, and its first day is a meeting all the same
    assert len(reading.interactions) == 60
    assert all("the rule is left out" in reason for reason in reasons(reading))
    assert reasons(reading)


@pytest.mark.slow
def test_occurrences_before_the_span_are_work_too():
    old = [
        event(
            "RRULE:FREQ=DAILY;UNTIL=19500101T000000Z", start="DTSTART:19020304T090000Z", uid=str(n)
        )
        for n in range(8)
    ]
    assert "take too long to work out" in reasons(read(*old))[-1]


@pytest.mark.slow
def test_days_on_which_a_rare_rule_is_tried_are_work_too():
    rare = [
        event(
            "RRULE:FREQ=DAILY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29",
            start="DTSTART:19900101T090000Z",
            uid=str(n),
        )
        for n in range(80)
    ]
    reading = read(*rare)
    assert "take too long to work out" in reasons(reading)[-1]
    assert 5 * 40 < len(reading.interactions) < 5 * 80


def test_an_ordinary_rule_is_not_tried_before_it_is_followed(monkeypatch):
    monkeypatch.setattr(rules, "_comes_true", lambda *_: pytest.fail("it was tried"))
    assert len(read(event("RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4")).interactions) == 4
    assert len(read(event("RRULE:FREQ=MONTHLY;INTERVAL=2;COUNT=2")).interactions) == 2
