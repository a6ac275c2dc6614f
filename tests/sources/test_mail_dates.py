from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzwerkwandel.sources.mail.dates import HeaderDates, envelope_date, header_date


BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Mon, 4 Mar 2024 08:05:00 +0000", 8),
        ("Mon, 04 Mar 2024 10:05:00 +0200", 8),
        ("Mon, 04 Mar 2024 10:05:00 +02:00", 8),
        ("Mon,4 Mar 2024 03:05:00 -0500 (EST)", 8),
        ("4 Mar 2024 08:05:00 GMT", 8),
        ("4 Mar 2024 08:05 UT", 8),
        ("Mon, 4 Mar 24 08:05:00 Z", 8),
        ("4-Mar-2024 03:05:00 EST", 8),
        ("Monday, 4 March 2024 09:05:00 MEZ", 8),
        ("Mon, 4 Mar 2024 11:05:00 GMT+0300", 8),
        ("  Mon, 4 Mar 2024 08:05:00.123 +0000", 8),
        ("Mon, 4 Mar 2024 08:05:00 -0000", 8),
        ("Mon, 4 Mar 2024 09:05:00", 8),
        ("Mon, 4 Mar 2024 09:05:00 XYZ", 8),
        ("Mon Mar  4 09:05:00 2024", 8),
        ("Mon Mar  4 03:05:00 EST 2024", 8),
        ("Mon Mar 4 10:05:00 2024 +0200", 8),
        ("Mon, 4 Mar 2024 08 (a comment) : 05 : 00 +0000", 8),
        ("Mar 4, 2024 9:05 PM", 20),
        ("Mon, 4 Mar 2024 9:05:00 PM +0100", 20),
        ("2024/03/04 09:05:00 +0100", 8),
        ("Mon, 4 Mar 2024 09:05:00 +1", 8),
        ("Mon, 4 Mar 2024 06:05:00 GMT-2", 8),
        ("Mon, 4 Mar 2024 18:05:00 AEST", 8),
        ("Mon, 4 Mar 2024 03:05:00 (EST)", 8),
        ("04.03.2024 09:05", 8),
        ("4.3.2024, 09:05:00 +0100", 8),
        ("Mon, 4 Mar 2024 12:05:00 AM -0800", 8),
        ("Mon, 4 Mar 2024 03:05:00 --0500", 8),
        ("Mon, 4 Mar 2024 00:05:00 Pacific Standard Time", 8),
        ("4 Mar 2024 04:05 Eastern Daylight Time", 8),
        ("Mon, 4 Mar 2024 10:05:00 (Mitteleurop\u00e4ische Sommerzeit)", 8),
        ("Mar 4, 2024 9:05 AM", 8),
        ("Mon, 4 Mar 2024 09:05:00 +100", 8),
        ('Mon, 4 Mar 2024 10:05:00 "GMT+2"', 8),
        ("Mon, 4 Mar 2024 10:05:00 E. Europe Standard Time", 8),
    ],
)
def test_a_date_header_names_a_moment(text, hour):
    assert header_date(text, BERLIN) == datetime(2024, 3, 4, hour, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("year", "full"), [("99", 1999), ("50", 1950), ("49", 2049), ("03", 2003), ("104", 2004)]
)
def test_a_short_year_is_read_as_the_mail_standard_says(year, full):
    assert header_date(f"4 Mar {year} 08:05:00 +0000", UTC).year == full


def test_a_leap_second_is_the_second_before():
    assert header_date("31 Dec 2016 23:59:60 +0000", UTC).second == 59


def test_the_zone_of_a_date_without_one_knows_summer():
    assert header_date("Thu, 4 Jul 2024 09:05:00", BERLIN).hour == 7


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "Mon, 31 Feb 2024 08:05:00 +0000",
        "4 Mar 2024 25:05:00 +0000",
        "4 Mar 2024 08:61:00 +0000",
        "4 Foo 2024 08:05:00 +0000",
        "31 Dec 9999 23:59:59 -1200",
        "1 Jan 0000 00:00:00 +0000",
        "1 Jan 0001 00:00:00 +1200",
        "1" * 5_000,
    ],
)
def test_what_is_no_date_is_none(text):
    assert header_date(text, BERLIN) is None


def test_an_impossible_zone_is_no_zone():
    assert header_date("4 Mar 2024 08:05:00 +9900", BERLIN).hour == 7


@pytest.mark.parametrize(
    ("line", "hour"),
    [
        ("From ben@example.org Mon Mar  4 08:05:00 2024", 8),
        ("From - Mon Mar 04 08:05:00 2024\r\n", 8),
        ("From 1790123456789012345@xxx Mon Mar 04 10:05:00 +0200 2024", 8),
        ("From ben@example.org Mon Mar  4 03:05:00 EST 2024", 8),
        ("From ben@example.org Mon Mar  4 10:05:00 2024 +0200", 8),
        ("From ben@example.org Mon, 4 Mar 2024 10:05:00 +0200", 8),
    ],
)
def test_a_from_line_names_a_moment(line, hour):
    assert envelope_date(line) == datetime(2024, 3, 4, hour, 5, tzinfo=UTC)


def test_a_from_line_without_a_date_names_none():
    assert envelope_date("From ben@example.org") is None


DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@given(st.integers(-(10**9), 10**11), st.integers(-12 * 60, 14 * 60).filter(bool))
def test_every_moment_survives_being_written_as_a_date(seconds, minutes):
    zone = timezone(timedelta(minutes=minutes))
    moment = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).astimezone(zone)
    day, month = DAYS[moment.weekday()], MONTHS[moment.month - 1]
    text = f"{day}, {moment.day} {month} {moment.year} {moment:%H:%M:%S %z}"
    assert header_date(text, BERLIN) == moment


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text):
    for moment in (header_date(text, BERLIN), envelope_date(text)):
        assert moment is None or moment.tzinfo is UTC


@given(st.text(alphabet="0123456789:-+, MarFebT()\x00", max_size=40))
def test_nearly_a_date_is_a_date_or_none(text):
    moment = header_date("4 Mar " + text, BERLIN)
    assert moment is None or moment.tzinfo is UTC


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tue, 17 Mai 2005 10:31:00 +0000", (2005, 5, 17)),
        ("Fre, 28 maj 1999 10:31:00 +0000", (1999, 5, 28)),
        ("Mi, 3 Okt. 2012 10:31:00 +0000", (2012, 10, 3)),
        ("Mo, 3 Dez 2012 10:31:00 +0000", (2012, 12, 3)),
        ("Di, 5 M\u00e4r 2024 10:31:00 +0000", (2024, 3, 5)),
        ("jue ago 30 10:31:00 2012 +0000", (2012, 8, 30)),
        ("mar, 05 nov 2013 10:31:00 +0000", (2013, 11, 5)),
        ("lun. 4 juin 2012 10:31:00 +0000", (2012, 6, 4)),
        ("\u041f\u043d, 4 \u043c\u0430\u0440 2024 10:31:00 +0000", (2024, 3, 4)),
        ("Paz, 4 Ağu 2024 10:31:00 +0000", (2024, 8, 4)),
        ("Вт, 4 чер 2024 10:31:00 +0000", (2024, 6, 4)),
        ("út, 4 července 2023 10:31:00 +0000", (2023, 7, 4)),
        ("ne, 4 června 2023 10:31:00 +0000", (2023, 6, 4)),
        ("Δευ, 4 Μαρ 2024 10:31:00 +0000", (2024, 3, 4)),
        ("Lun, 4 Ian 2021 10:31:00 +0000", (2021, 1, 4)),
        ("þri., 4 júlí 2023 10:31:00 +0000", (2023, 7, 4)),
        ("2024年3月4日(月) 10:31 +0000", (2024, 3, 4)),
        ("周一, 4 十一月 2024 10:31:00 +0000", (2024, 11, 4)),
        ("2024년 3월 4일 10:31:00 +0000", (2024, 3, 4)),
        ("=?utf-8?q?Mo=2C_4_M=C3=A4r_2024_10=3A31=3A00_+0000?=", (2024, 3, 4)),
        ("Mon, 18 08 2014 10:31:00", (2014, 8, 18)),
        ("Di, 04.07.2023 10:31", (2023, 7, 4)),
        ("4.7.23 10:31", (2023, 7, 4)),
        ("2012-12-08 10:31", (2012, 12, 8)),
        ("2012-12-08T10:31:00Z", (2012, 12, 8)),
        ("2012-12-08T12:31:00.5+02:00", (2012, 12, 8)),
    ],
)
def test_a_date_is_read_in_other_languages_and_as_iso_writes_it(text, day):
    assert header_date(text, UTC) == datetime(*day, 10, 31, tzinfo=UTC)


@given(st.integers(631_152_000, 1_893_456_000), st.integers(-840, 840))
@settings(max_examples=50)
def test_the_quick_way_reads_what_the_careful_one_reads(seconds, east):
    when = datetime.fromtimestamp(seconds, timezone(timedelta(minutes=east)))
    text = format_datetime(when)

    assert HeaderDates(UTC).moment(text.encode()) == seconds * 1_000_000
    assert header_date(text, UTC) == when


def test_parts_of_dates_that_were_read_before_make_other_dates():
    dates = HeaderDates(UTC)
    told = [
        b" Mon, 4 Mar 2024 08:05:09 +0100",
        b" Tue, 5 Mar 2024 23:59:60 -0530",
        b" Tue, 5 Mar 2024 08:05:60 -0530",
        b" Mon, 4 Mar 2024 23:59:09 -0530",
        b" Mon, 4 Mar 2024 08:05:60 +0100",
        b" Mon, 4 Mar 2024 08:05:09 +0100 (CET)",
    ]
    assert [dates.moment(date) for date in told] == [HeaderDates(UTC).moment(d) for d in told]
    # What is no date stays none, whatever was read before.
    assert dates.moment(b" 08:05:09 +0100") is None
    assert dates.moment(b" Mon, 4 Mar 2024 24:05:09 +0100") is None
