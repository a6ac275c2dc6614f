from __future__ import annotations

import sys
from datetime import UTC, datetime

import pytest

from netzwerkwandel.errors import ExportFormatError, MissingExtraError
from netzwerkwandel.model import ME, Channel, MeEvidence, SkipReason, SourceKind
from netzwerkwandel.sources.calendar import read_calendar
from netzwerkwandel.sources.files import SourceFile


NOW = datetime(2026, 6, 1, tzinfo=UTC)
ANA, BEN, CHEN, ZOE = (f"mailto:{name}@example.org" for name in ("ana", "ben", "chen", "zoe"))
HERS = "X-WR-CALNAME:ana@example.org"


def event(*lines, uid="1", start="DTSTART:20260304T090000Z"):
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", start, *lines, "END:VEVENT"])


def person(key, *parameters, role="ATTENDEE"):
    return ";".join([role, *parameters]) + ":" + key


def read(*parts, now=NOW):
    text = "\n".join(["BEGIN:VCALENDAR", *parts, "END:VCALENDAR", ""])
    return read_calendar(SourceFile.from_bytes(text.encode(), "a.ics"), as_of=now)


def who(reading):
    (meeting,) = reading.interactions
    return set(meeting.participants)


def skipped(reading):
    return dict(reading.report.skipped)


def test_a_meeting_is_between_its_attendees_and_its_organiser():
    reading = read(
        event(person(BEN, "CN=Ben Okafor"), person(ANA, role="ORGANIZER"), "DURATION:PT45M")
    )
    (meeting,) = reading.interactions
    assert meeting.participants == (ANA, BEN)
    assert meeting.when == datetime(2026, 3, 4, 9, tzinfo=UTC)
    assert (meeting.channel, meeting.sender, meeting.duration) == (Channel.MEETING, None, 0.75)
    assert reading.report.kind is SourceKind.CALENDAR
    assert (reading.report.read, reading.report.used, reading.report.addresses) == (1, 1, 2)
    assert reading.report.first == reading.report.last == meeting.when


def test_addresses_are_the_same_in_any_spelling():
    reading = read(event(person("MAILTO:Ben@Example.org"), person(BEN), person(ANA)))
    assert who(reading) == {ANA, BEN}
    assert reading.report.addresses == 2


@pytest.mark.parametrize(
    "line",
    [
        "ATTENDEE:ben@example.org",
        "ATTENDEE;CN=Ben:Ben Okafor <ben@example.org>",
        "ATTENDEE;CN=Ben;EMAIL=ben@example.org:/aMTIzNA/principal/",
    ],
)
def test_an_address_is_found_wherever_programs_put_it(line):
    assert who(read(event(line, person(ANA)))) == {ANA, BEN}


@pytest.mark.parametrize(
    "absent",
    [
        person(ZOE, "PARTSTAT=DECLINED"),
        person(ZOE, "ROLE=NON-PARTICIPANT"),
        person(ZOE, "CUTYPE=ROOM"),
        person(ZOE, "CUTYPE=RESOURCE"),
        person(ZOE, "CUTYPE=GROUP"),
        person("mailto:c_188@resource.calendar.google.com"),
        person("mailto:abc@group.calendar.google.com"),
        person("mailto:unknownorganizer@calendar.google.com", role="ORGANIZER"),
    ],
)
def test_who_is_no_person_or_does_not_take_part_is_left_out(absent):
    reading = read(event(absent, person(ANA), person(BEN)))
    assert who(reading) == {ANA, BEN}
    assert {contact.key for contact in reading.contacts} == {ANA, BEN}
    assert reading.report.addresses == 3


def test_an_attendee_without_an_address_is_nobody():
    nobody = ["ATTENDEE;CN=Zoe:invalid:nomail", "ATTENDEE;CN=Zoe:MAILTO:", "ORGANIZER:tel:110"]
    reading = read(event(*nobody, person(ANA), person(BEN)))
    assert who(reading) == {ANA, BEN}
    assert reading.report.addresses == 2


def test_a_parameter_with_several_values_counts_by_its_first():
    reading = read(event(person(ANA), person(BEN, 'CN="Ben","Okafor"')))
    assert [contact.name for contact in reading.contacts] == ["", "Ben"]


def test_an_organiser_who_declined_does_not_take_part():
    reading = read(
        event(
            person(ZOE, role="ORGANIZER"),
            person(ZOE, "PARTSTAT=DECLINED"),
            person(ANA),
            person(BEN),
        )
    )
    assert who(reading) == {ANA, BEN}


def test_what_the_owner_declined_did_not_happen_for_her():
    reading = read(HERS, event(person(ANA, "PARTSTAT=DECLINED"), person(BEN), person(ZOE)))
    assert skipped(reading) == {SkipReason.DECLINED: 1}


def test_a_meeting_where_all_others_declined_is_with_nobody():
    reading = read(HERS, event(person(ANA), person(BEN, "PARTSTAT=DECLINED")))
    assert skipped(reading) == {SkipReason.NOBODY_ELSE: 1}


def test_an_event_that_does_not_name_the_owner_is_hers_all_the_same():
    assert who(read(HERS, event(person(ZOE)))) == {ANA, ZOE}


def test_an_owner_who_was_only_informed_is_not_added():
    reading = read(HERS, event(person(ANA, "ROLE=NON-PARTICIPANT"), person(BEN)))
    assert skipped(reading) == {SkipReason.NOBODY_ELSE: 1}


def test_outlook_names_the_owner_in_its_own_way():
    reading = read('X-OWNER;CN="Ana Ruiz":mailto:ana@example.org', event(person(ZOE)))
    assert who(reading) == {ANA, ZOE}


@pytest.mark.parametrize("name", ["Private", "team@example.org", "x@group.calendar.google.com"])
def test_a_calendar_that_names_no_person_belongs_to_its_reader(name):
    reading = read(f"X-WR-CALNAME:{name}", event(person(ZOE)))
    assert who(reading) == {ME, ZOE}
    assert [contact.key for contact in reading.contacts] == [ZOE]


def test_nobody_is_added_where_the_only_person_may_be_the_owner():
    reading = read(event(person(ANA, role="ORGANIZER")))
    assert skipped(reading) == {SkipReason.NOBODY_ELSE: 1}


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["STATUS:CANCELLED", person(BEN), person(ANA)], SkipReason.CANCELLED),
        (["STATUS:canceled", person(BEN), person(ANA)], SkipReason.CANCELLED),
        (["SUMMARY:Canceled: talk", person(BEN), person(ANA)], SkipReason.CANCELLED),
        (["SUMMARY;LANGUAGE=fr:Annul\u00e9 : caf\u00e9", person(BEN)], SkipReason.CANCELLED),
        (["SUMMARY:Abgesagt: talk", "X:", person(BEN), person(ANA)], SkipReason.CANCELLED),
        ([], SkipReason.NOBODY_ELSE),
        ([person(ZOE, "CUTYPE=ROOM")], SkipReason.NOBODY_ELSE),
    ],
)
def test_what_is_no_meeting_is_counted_with_the_reason(lines, reason):
    reading = read(HERS, event(*lines))
    assert skipped(reading) == {reason: 1}
    assert (reading.report.read, reading.report.used) == (1, 0)


@pytest.mark.parametrize(
    "start",
    [
        "DTSTART;VALUE=DATE:20260304",
        "DTSTART:20260304",
        "DTSTART;TZID=Europe/Berlin:20260304",
        "DTSTART;VALUE=DATE;TZID=Europe/Berlin:20260304",
    ],
)
def test_a_day_is_no_meeting(start):
    assert skipped(read(HERS, event(person(BEN), start=start))) == {SkipReason.ALL_DAY: 1}


def test_only_events_are_read():
    others = (
        f"BEGIN:{kind}\nUID:{kind}\nDTSTART:20260304T090000Z\n{person(BEN)}\nEND:{kind}"
        for kind in ("VTODO", "VJOURNAL", "VFREEBUSY")
    )
    assert read(HERS, *others).report.read == 0


def test_an_alarm_invites_nobody():
    alarm = f"BEGIN:VALARM\nACTION:EMAIL\n{person(ZOE)}\nEND:VALARM"
    assert who(read(HERS, event(alarm, person(BEN)))) == {ANA, BEN}


def test_a_private_event_is_kept_but_shows_no_names():
    secret = event("CLASS:PRIVATE", person(BEN, "CN=Ben Okafor"), person(ANA))
    assert [contact.name for contact in read(secret).contacts] == ["", ""]
    known = event(person(BEN, "CN=B. Okafor"), person(ANA), uid="2")
    assert [contact.name for contact in read(secret, known).contacts] == ["", "B. Okafor"]


def test_the_best_name_is_taken():
    names = ["Ben", '"Okafor, Ben"', '"Okafor, Ben"', "ben@example.org"]
    events = (event(person(BEN, f"CN={name}"), uid=i) for i, name in enumerate(names))
    ben = read(HERS, *events).contacts[1]
    assert (ben.key, ben.name, ben.emails) == (BEN, "Ben Okafor", ("ben@example.org",))


def test_a_meeting_read_twice_is_one_meeting():
    twice = event(person(BEN), person(ANA))
    reading = read(twice, "END:VCALENDAR\nBEGIN:VCALENDAR", twice)
    assert len(reading.interactions) == 1
    assert skipped(reading) == {SkipReason.DUPLICATE: 1}
    (elsewhere,) = read("X-WR-CALNAME:ben@example.org", twice).interactions
    assert elsewhere.key == reading.interactions[0].key


@pytest.mark.parametrize("newest_first", [True, False])
def test_the_newest_revision_counts(newest_first):
    old = event("SEQUENCE:1", person(BEN), person(ANA))
    new = event("SEQUENCE:2", person(ZOE), person(ANA), start="DTSTART:20260305T090000Z")
    reading = read(*([new, old] if newest_first else [old, new]))
    assert who(reading) == {ANA, ZOE}
    assert skipped(reading) == {SkipReason.DUPLICATE: 1}


def test_events_that_share_an_id_by_mistake_are_two_events():
    second = event(person(ZOE), person(ANA), start="DTSTART:20260305T090000Z")
    assert len(read(event(person(BEN), person(ANA)), second).interactions) == 2


def test_an_event_without_an_id_is_known_by_its_time_and_people():
    def without_id(*people):
        return event(*people).replace("UID:1\n", "")

    same = without_id(person(BEN), person(ANA))
    reading = read(same, same, without_id(person(ZOE), person(ANA)))
    assert len(reading.interactions) == 2
    assert skipped(reading) == {SkipReason.DUPLICATE: 1}


def test_the_owner_is_told_by_the_calendar_and_by_taking_part_most_often():
    days = [event(person(ANA), person(BEN if i % 2 else ZOE), uid=i) for i in range(6)]
    by_name, by_number = read(HERS, *days).owner_evidence
    assert (by_name.key, by_name.evidence, by_name.weight) == (ANA, MeEvidence.CALENDAR, 6)
    assert (by_number.key, by_number.evidence) == (ANA, MeEvidence.MOST_FREQUENT)
    assert by_number.weight == 6


def test_nobody_stands_out_in_few_meetings_or_between_two():
    assert (
        read(
            *(event(person(ANA), person(BEN if i % 2 else ZOE), uid=i) for i in range(4))
        ).owner_evidence
        == ()
    )
    assert read(*(event(person(ANA), person(BEN), uid=i) for i in range(9))).owner_evidence == ()


def test_nobody_stands_out_who_misses_most_meetings():
    pairs = [
        "ana ben",
        "ana chen",
        "ana zoe",
        "ben chen",
        "dan eve",
        "eve fay",
        "fay gil",
        "gil zoe",
    ]
    addresses = ([f"mailto:{name}@example.org" for name in pair.split()] for pair in pairs)
    assert (
        read(*(event(*map(person, pair), uid=i) for i, pair in enumerate(addresses))).owner_evidence
        == ()
    )


def test_who_takes_part_most_often_is_treated_as_the_owner():
    days = [event(person(ANA), person(BEN if i % 2 else ZOE), uid=i) for i in range(6)]
    declined = event(person(ANA, "PARTSTAT=DECLINED"), person(BEN), person(ZOE), uid="no")
    visit = event(person(CHEN, role="ORGANIZER"), uid="visit")
    alone = event(person(ANA), uid="alone")
    reading = read(*days, declined, visit, alone)
    assert skipped(reading) == {SkipReason.DECLINED: 1, SkipReason.NOBODY_ELSE: 1}
    assert {ME, CHEN} in [set(meeting.participants) for meeting in reading.interactions]


def test_no_address_gets_into_a_problem_or_a_repr():
    reading = read(event(person(BEN), "RRULE:FREQ=SECONDLY"), event(person(BEN), start="DTSTART:x"))
    assert len(reading.report.problems) == 2
    assert "@" not in str(reading.report.problems)
    assert "@" not in repr(reading.contacts)


def test_what_is_no_calendar_is_refused():
    with pytest.raises(ExportFormatError, match="must begin with BEGIN:VCALENDAR"):
        read_calendar(SourceFile.from_bytes(b"BEGIN:VCARD\nEND:VCARD\n"), as_of=NOW)


@pytest.mark.parametrize("library", ["icalendar", "recurring_ical_events"])
def test_without_the_libraries_it_says_what_to_install(monkeypatch, library):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError, match=r"netzwerkwandel\[calendars\]"):
        read(event())
