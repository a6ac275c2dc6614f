"""Who is meant in a calendar, and which entries are meetings of its owner."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import netzwerkwandel as nw
from netzwerkwandel.model import SkipReason
from netzwerkwandel.sources.calendar import read_calendar
from netzwerkwandel.sources.calendar.guests import address_in, guest_of
from netzwerkwandel.sources.files import SourceFile
from sources.exports_folder import write
from sources.work import grows_in_proportion


NOW = datetime(2026, 6, 1, tzinfo=UTC)
MARA, BEN, ANA = "mailto:mara@example.org", "mailto:ben@example.org", "mailto:ana@example.org"


def event(*lines, uid="1", start="DTSTART:20260304T090000Z"):
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", start, *lines, "END:VEVENT"])


def with_guests(*names, **options):
    return event(*(f"ATTENDEE;CN={n}:mailto:{n.lower()}@example.org" for n in names), **options)


def calendar(*events, head=("X-WR-CALNAME:mara@example.org",)):
    return "\n".join(["BEGIN:VCALENDAR", *head, *events, "END:VCALENDAR", ""]).encode()


def read(data, **options):
    return read_calendar(SourceFile.from_bytes(data, "a.ics"), as_of=NOW, **options)


def met(data, **options):
    return [interaction.participants for interaction in read(data, **options).interactions]


@pytest.mark.parametrize(
    ("value", "address"),
    [
        ("mailto:ben@example.org", "ben@example.org"),
        ("MAILTO:mailto: ben@example.org", "ben@example.org"),
        ("mailto:ben%40example.org", "ben@example.org"),
        ("mailto:ben%2Bx@example.org?subject=talk&body=a@b", "ben+x@example.org"),
        ("Ben <ben@example.org>", "ben@example.org"),
        ("<mailto:ben@example.org>", "ben@example.org"),
        ("mailto://ben@example.org", "ben@example.org"),
        ("mailto:Ben%20Okafor%20%3Cben@example.org%3E", "ben@example.org"),
        ("invalid:ben@example.org", "ben@example.org"),
        ("mailto:IMCEASMTP-ben+40example+2Eorg@firm.example", "ben@example.org"),
        ("mailto:IMCEAEX-_O=FIRM_CN=BEN@firm.example", ""),
        ("invalid:nomail", ""),
        ("urn:uuid:1", ""),
        ("/o=FIRM/cn=BEN", ""),
        ("mailto:", ""),
    ],
)
def test_an_address_is_found_in_what_programs_write(value, address):
    assert address_in(value) == address


@pytest.mark.parametrize(
    ("line", "key", "name"),
    [
        ('ATTENDEE;CN="Okafor, Ben";X=a:mailto:ben@example.org', BEN, "Ben Okafor"),
        ('ATTENDEE;CN=Ben;EMAIL="mailto:ben@example.org":/principals/1', BEN, "Ben"),
        ('ATTENDEE;EMAIL="ben@example.org";CN=Ben:invalid:nomail', BEN, "Ben"),
        ("ATTENDEE;CN=Okafor\\, Ben;X=a:mailto:ben@example.org", BEN, "Ben Okafor"),
        ("ATTENDEE;CN=Okafor, Ben;X=a,b:mailto:ben@example.org", BEN, "Ben Okafor"),
        ("ATTENDEE;CN=Ben^'s:mailto:ben@example.org", BEN, 'Ben"s'),
        ('ATTENDEE;CN=B"en:mailto:ben@example.org', BEN, "B"),
        ("ATTENDEE:MAILTO:ben@example.org", BEN, ""),
        ("ATTENDEE;CN=Ben", None, None),
    ],
)
def test_a_line_names_a_guest(line, key, name):
    guest = guest_of(line)
    assert (guest and guest.key, guest and guest.name) == (key, name)


@pytest.mark.parametrize(
    ("parameters", "address"),
    [
        ("CUTYPE=ROOM", "hall@example.org"),
        ('CN="Besprechungsraum 3 (12 Plätze)"', "a@example.org"),
        ("CN=Conference Room Oslo", "a@example.org"),
        ("CN=Oslo", "room.oslo@example.org"),
        ("CN=Salle Oslo", "a@example.org"),
        ("CN=Oslo (12 Personen)", "a@example.org"),
        ("CN=Parkplatz 7", "a@example.org"),
        ("CN=Oslo", "confroom-2@example.org"),
        ("CN=Mara's Notetaker (Otter.ai)", "mara@otter.ai"),
        ("CN=Fred", "fred@fireflies.ai"),
        ("CN=Zoom", "987654@zoomcrc.com"),
        ("CN=Teams", "firm@t.plcm.vc"),
        ("PARTSTAT=DELEGATED", "ana@example.org"),
        ("ROLE=NON-PARTICIPANT", "ana@example.org"),
        ("PARTSTAT=DECLINED", "ana@example.org"),
    ],
)
def test_rooms_machines_and_the_absent_met_nobody(parameters, address):
    one = event(
        f"ATTENDEE;{parameters}:mailto:{address}",
        "ATTENDEE:mailto:ben@example.org",
        "ATTENDEE:mailto:mara@example.org",
    )
    assert met(calendar(one)) == [(BEN, MARA)]


@pytest.mark.parametrize(
    "name", ["Anna Room", "Chorus Berg", "Raum Otto", "Ben Gong", "Marie Salle"]
)
def test_people_of_such_names_are_people(name):
    assert guest_of(f"ATTENDEE;CN={name}:mailto:x.y@example.org").is_person


ROTA = [with_guests(name, uid=str(n)) for n, name in enumerate(["Rosa", "Sven", "Tara"] * 3)]


def test_a_rota_in_which_i_stand_nowhere_is_no_meeting_of_mine():
    rota = calendar(*ROTA, head=())

    reading = read(rota, me=frozenset([MARA]))

    assert (reading.interactions, reading.contacts) == ((), ())
    assert dict(reading.report.skipped) == {SkipReason.NOBODY_ELSE: 9}


def test_a_coffee_with_one_person_is_mine_in_a_calendar_that_names_me():
    diary = calendar(with_guests("Ben"), with_guests("Mara", "Ana", uid="2"), head=())

    assert sorted(met(diary, me=frozenset([MARA]))) == [(ANA, MARA), (BEN, "me:")]
    assert met(calendar(with_guests("Ben"), head=())) == [(BEN, "me:")]


def test_entries_that_name_nobody_are_not_worked_out():
    endless = event("RRULE:FREQ=DAILY", uid="2", start="DTSTART:19900101T090000Z")
    weekly = event("RRULE:FREQ=WEEKLY;COUNT=3", "ATTENDEE:mailto:ben@example.org", uid="3")

    reading = read(calendar(*([endless] * 60), weekly))

    assert len(reading.interactions) == 3
    assert (reading.report.read, dict(reading.report.skipped)) == (63, {SkipReason.NOBODY_ELSE: 60})


def test_an_open_colon_in_a_name_does_not_hide_the_address():
    guest = guest_of("ATTENDEE;CN=Ben: Okafor:mailto:ben@example.org")

    assert guest is not None
    assert guest.key == BEN


@pytest.mark.parametrize(
    "line",
    [
        "CN=Zoom Room Berlin:mailto:zoom@example.org",
        "CN=BER-02-Room Spree:mailto:ber02@example.org",
        "CN=Sala de juntas 2:mailto:juntas@example.org",
        "CN=第1会議室:mailto:first@example.org",
        "CN=Teams:mailto:mtr-berlin@example.org",
        "CN=Granola:mailto:notes@granola.ai",
        "CN=All:mailto:all-staff@example.org",
        "CN=UX:mailto:verteiler-ux@example.org",
        "CN=Import:mailto:xyz@import.calendar.google.com",
        "CN=Zoe:mailto:unknown@unknown.invalid",
        "CN=Zoe:mailto:noemail@localhost",
    ],
)
def test_what_is_no_person_takes_no_part(line):
    guest = guest_of("ATTENDEE;" + line)

    assert guest is not None
    assert not guest.is_person


@pytest.mark.parametrize("name", ["Rosa Room", "Giulia Sala", "Sala Debora"])
def test_a_family_name_is_no_room(name):
    guest = guest_of(f"ATTENDEE;CN={name}:mailto:ben@example.org")

    assert guest is not None
    assert guest.is_person


def test_internal_names_of_exchange_are_told_once():
    names = [
        "ATTENDEE:mailto:/o=FIRM/cn=ANA",
        "ATTENDEE:MAILTO:IMCEAEX-_O=FIRM_CN=EVA@firm.example",
    ]
    several = [event(*names, "ATTENDEE:mailto:ben@example.org", uid=str(n)) for n in range(3)]

    reading = read(calendar(*several))

    assert [interaction.participants for interaction in reading.interactions] == [(BEN, MARA)] * 3
    assert [p.reason[:40] for p in reading.report.problems] == [
        "some entries name people by the internal"
    ]


@pytest.mark.parametrize(
    ("times", "is_day"),
    [
        (
            "DTSTART;TZID=Europe/Berlin:20260304T000000\nDTEND;TZID=Europe/Berlin:20260305T000000",
            True,
        ),
        ("DTSTART:20260304T000000Z\nDURATION:P2D", True),
        (
            "DTSTART;TZID=Europe/Berlin:20260304T090000\nDTEND;TZID=Europe/Berlin:20260305T090000",
            False,
        ),
        ("DTSTART:20260304T000000Z\nDTEND:20260304T010000Z", False),
        ("DTSTART:20260304T000000Z", False),
    ],
)
def test_from_midnight_to_midnight_is_a_day(times, is_day):
    assert (met(calendar(with_guests("Ben", start=times))) == []) == is_day


def test_an_entry_that_names_nobody_still_stands_in_for_an_occurrence():
    weekly = event("RRULE:FREQ=WEEKLY;COUNT=3", "ATTENDEE:mailto:ben@example.org")
    moved = event("RECURRENCE-ID:20260311T090000Z", start="DTSTART:20260311T150000Z")

    hours = [each.when.hour for each in read(calendar(weekly, moved)).interactions]
    assert hours == [9, 15, 9]


def test_all_day_as_outlook_writes_it_is_a_day():
    line = "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"
    reading = read(calendar(event(line, "ATTENDEE:mailto:ben@example.org")))

    assert dict(reading.report.skipped) == {SkipReason.ALL_DAY: 1}


def test_outlook_on_the_web_names_time_zones_in_its_own_way():
    name = 'DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":20250704T090000'
    (interaction,) = read(calendar(with_guests("Ben", start=name))).interactions

    assert interaction.when == datetime(2025, 7, 4, 13, tzinfo=UTC)


def test_a_time_zone_that_stops_dateutil_is_refused_once():
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Odd\nBEGIN:STANDARD\nDTSTART:19501029T020000\nTZOFFSETFROM:-0400\n"
        "TZOFFSETTO:-0500\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=0\nEND:STANDARD\nEND:VTIMEZONE"
    )
    odd = [
        with_guests("Ben", uid=str(n), start="DTSTART;TZID=Odd:20260304T090000") for n in range(9)
    ]

    reading = read(calendar(zone, *odd))

    assert len(reading.interactions) == 9
    assert [p.reason[:25] for p in reading.report.problems] == [
        "a time zone changes its c",
        "its time zone is not know",
    ]


def test_the_day_that_ends_a_rule_is_the_last_one_of_it():
    assert (
        len(
            met(
                calendar(with_guests("Ben").replace("UID", "RRULE:FREQ=WEEKLY;UNTIL=20260318\nUID"))
            )
        )
        == 3
    )


@pytest.mark.parametrize(
    ("newer", "days"),
    [
        (with_guests("Mara", "Ben", start="DTSTART:20260305T090000Z\nSEQUENCE:1"), [5]),
        (with_guests("Mara", "Ben").replace("UID", "SEQUENCE:1\nSTATUS:CANCELLED\nUID"), []),
        (
            with_guests(
                "Mara", "Ben", start="DTSTART:20260305T090000Z\nLAST-MODIFIED:20260303T000000Z"
            ),
            [5],
        ),
        (with_guests("Mara", "Ben"), [4]),
    ],
)
@pytest.mark.parametrize("names", [("a.ics", "b.ics"), ("b.ics", "a.ics")])
def test_of_two_backups_the_newer_revision_counts(tmp_path, newer, days, names):
    older = with_guests("Mara", "Ben")
    write(
        tmp_path, {name: calendar(each) for name, each in zip(names, (older, newer), strict=True)}
    )

    records = nw.read_exports(tmp_path, me=["mara@example.org"], as_of=NOW)

    assert [interaction.when.day for interaction in records.interactions] == days
    assert all(r.read == r.used + sum(n for _, n in r.skipped) for r in records.reports)


def test_whoever_declined_under_another_address_was_not_there():
    one = event(
        "ATTENDEE;PARTSTAT=DECLINED:mailto:m@work.example", "ORGANIZER:mailto:ben@example.org"
    )
    me = frozenset([MARA, "mailto:m@work.example"])
    assert met(calendar(one), me=me) == []


def test_a_newer_revision_says_who_was_there_and_an_answer_does_not(tmp_path):
    newer = with_guests("mara", "ben", start="DTSTART:20260304T090000Z\nSEQUENCE:2")
    answer = with_guests("ana", start="DTSTART:20260304T090000Z\nSEQUENCE:3")
    files = {
        "a.ics": calendar(with_guests("mara", "ben", "ana")),
        "b.ics": calendar(newer),
        "c.ics": calendar(answer, head=["METHOD:REPLY"]),
    }
    write(tmp_path, files)
    (meeting,) = nw.read_exports(tmp_path, me=["mara@example.org"], as_of=NOW).interactions
    assert set(meeting.participants) == {MARA, BEN}


@pytest.mark.parametrize("method", ["COUNTER", "DECLINECOUNTER", "REFRESH"])
def test_what_somebody_proposed_is_no_meeting(method):
    assert met(calendar(with_guests("ben"), head=[f"METHOD:{method}"])) == []


def test_what_was_sent_to_cancel_a_meeting_is_none():
    cancelled = calendar(with_guests("Mara", "Ben"), head=("METHOD:CANCEL",))
    assert dict(read(cancelled).report.skipped) == {SkipReason.CANCELLED: 1}


def test_a_change_beyond_the_end_of_a_newer_series_is_a_leftover():
    until = "RRULE:FREQ=WEEKLY;UNTIL=20260312T000000Z\nSEQUENCE:{}\nUID"
    change = with_guests(
        "Ben", start="DTSTART:20260325T090000Z\nRECURRENCE-ID:20260325T090000Z\nSEQUENCE:1"
    )

    newer, same = (with_guests("Ben").replace("UID", until.format(n), 1) for n in (2, 1))
    assert len(met(calendar(newer, change))) == 2
    assert len(met(calendar(same, change))) == 3


RULES = st.builds(
    "FREQ={};INTERVAL={}{}{}".format,
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 4),
    st.sampled_from(
        ["", ";BYDAY=MO,WE", ";BYMONTH=3,10", ";BYMONTHDAY=31", ";BYMONTHDAY=4,18;BYDAY=WE,MO"]
    ),
    st.sampled_from(["", ";COUNT=5", ";UNTIL=20260501T070000Z"]),
)


@given(RULES, st.sampled_from(["", "EXDATE;TZID=Europe/Berlin:20260311T090000"]))
@settings(max_examples=40)
def test_a_rule_gives_the_same_as_the_library_for_calendars(rule, exception):
    start = f"DTSTART;TZID=Europe/Berlin:20260304T090000\nRRULE:{rule}"
    lines = [start, exception] if exception else [start]
    quick = with_guests("Ben", start="\n".join(lines))
    # A second start makes a series one that is not worked out here, but by the library.
    careful = with_guests(
        "Ben", start="\n".join([*lines, "RDATE;TZID=Europe/Berlin:20260304T090000"])
    )

    times = [[i.when for i in read(calendar(each)).interactions] for each in (quick, careful)]
    assert times[0] == times[1]


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=7"]
)
def test_a_rule_that_never_comes_true_is_told_of(rule):
    reading = read(calendar(with_guests("Ben", start=f"DTSTART:20200304T090000Z\nRRULE:{rule}")))
    assert "never comes true" in reading.report.problems[0].reason


def test_blank_lines_are_read_once():
    def make(size):
        return calendar(with_guests("Ben")).replace(b"END:VEVENT", b"\n" * size + b"END:VEVENT")

    assert grows_in_proportion(read, make, 20_000)
    assert len(read(make(200_000)).interactions) == 1


@pytest.mark.slow
def test_a_long_series_of_many_people_does_not_eat_all_room():
    names = [f"P{n}" for n in range(100)]
    many = [
        with_guests(*names, uid=str(n), start="DTSTART:19950304T090000Z\nRRULE:FREQ=DAILY")
        for n in range(3)
    ]
    reading = read(calendar(*many))

    assert "take too long" in reading.report.problems[-1].reason
    assert len(reading.interactions) < 3 * timedelta(days=365 * 32).days
