from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import netzwerkwandel as nw
from netzwerkwandel.model import ME, SkipReason
from netzwerkwandel.sources import ReadContext, Source
from netzwerkwandel.sources.outlook import OutlookCalendarReader
from netzwerkwandel.sources.outlook.guests import guests_in
from sources.table_texts import AS_OF, by_name, people, read
from sources.work import grows_in_proportion


ENGLISH = (
    "Subject,Start Date,Start Time,End Date,End Time,All day event,Reminder on/off,"
    "Meeting Organizer,Required Attendees,Optional Attendees,Meeting Resources,Description,Private"
).split(",")
GERMAN = (
    "Betreff,Beginnt am,Beginnt um,Endet am,Endet um,Ganztägiges Ereignis,Erinnerung Ein/Aus,"
    "Besprechungsplanung,Erforderliche Teilnehmer,Optionale Teilnehmer,Besprechungsressourcen,"
    "Beschreibung,Privat"
).split(",")
MEETING = (
    *("Budget", "3/4/2024", "2:00:00 PM", "3/4/2024", "3:30:00 PM", "False", "True", "Mara Vogt"),
    *("Maier, Eva; Ben Okafor (ben@example.org)", "Mara Vogt", "Besprechungsraum 3", "geheim"),
    "False",
)
ALONE = {
    "Subject": "Dentist",
    "Start Date": "3/5/2024",
    "Start Time": "9:00:00 AM",
    "Meeting Organizer": "Mara Vogt",
}


def row(**changes):
    return {**dict(zip(ENGLISH, MEETING, strict=True)), **changes}


def diary(*rows, **how):
    return read(OutlookCalendarReader(), people(*rows, columns=ENGLISH), "calendar.csv", **how)


def skipped(reading):
    return dict(reading.report.skipped)


def test_a_meeting_is_one_interaction_of_the_owner_with_all_others():
    reading = diary(row(), ALONE)

    (meeting,) = reading.interactions
    assert meeting.when == datetime(2024, 3, 4, 14, tzinfo=UTC)
    assert meeting.duration == 1.5
    assert meeting.channel is nw.Channel.MEETING
    ben, eva = by_name(reading)["Ben Okafor"], by_name(reading)["Eva Maier"]
    assert meeting.participants == tuple(sorted([ME, ben.key, eva.key]))
    assert ben.emails == ("ben@example.org",)
    assert len(reading.contacts) == 2
    assert skipped(reading) == {SkipReason.NOBODY_ELSE: 1}
    assert "geheim" not in repr(reading) + str(meeting)


def test_german_is_read_alike_with_its_dates_and_zone():
    cells = [*MEETING]
    cells[1:5] = "04.03.2024", "14:00:00", "04.03.2024", "15:30:00"
    cells[5] = cells[-1] = "Falsch"
    text = people(dict(zip(GERMAN, cells, strict=True)), columns=GERMAN, between=";")
    source = Source.from_bytes(text.encode("cp1252"), "kalender.csv")
    context = ReadContext(as_of=AS_OF, timezone=ZoneInfo("Europe/Berlin"))

    (meeting,) = OutlookCalendarReader().read(source, context).interactions

    assert meeting.when == datetime(2024, 3, 4, 13, tzinfo=UTC)
    assert meeting.duration == 1.5


def test_days_come_first_where_they_can_only_be_so():
    british = {"Start Date": "04/03/2024", "End Date": "04/03/2024"}
    later = {"Start Date": "28/03/2024", "End Date": "28/03/2024"}

    reading = diary(row(**british), row(**later))

    assert [each.when.date() for each in reading.interactions] == [
        date(2024, 3, 4),
        date(2024, 3, 28),
    ]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"All day event": "True"}, SkipReason.ALL_DAY),
        ({"Subject": "Canceled: Budget"}, SkipReason.CANCELLED),
        ({"Subject": "Abgesagt: Budget"}, SkipReason.CANCELLED),
        ({"Start Date": "3/4/2036"}, SkipReason.FUTURE),
        ({"Start Date": "soon"}, SkipReason.NO_DATE),
        ({"Start Date": "1/1/1601"}, SkipReason.NO_DATE),
        ({"Start Time": "25:00"}, SkipReason.NO_DATE),
        ({"Required Attendees": "Mara Vogt"}, SkipReason.NOBODY_ELSE),
        ({"Required Attendees": "Konferenzraum 2; Mara Vogt"}, SkipReason.NOBODY_ELSE),
    ],
)
def test_what_is_no_meeting_is_left_out(changes, reason):
    reading = diary(row(**changes), ALONE)

    assert skipped(reading)[reason] == 1 + (reason is SkipReason.NOBODY_ELSE)
    assert not len(reading.interactions)
    assert reading.report.read == sum(skipped(reading).values())


def test_whoever_is_in_most_meetings_is_the_owner_where_no_entry_is_hers_alone():
    rows = [
        row(**{"Start Date": f"3/{n}/2024", "Required Attendees": f"Ben {name}; Mara Vogt"})
        for n, name in enumerate("Abel Bold Cole Dorn Eich Falk".split(), 1)
    ]
    for each in rows:
        each["Meeting Organizer"] = ""

    reading = diary(*rows)

    assert "Mara Vogt" not in by_name(reading)
    assert all(ME in each.participants for each in reading.interactions)


def test_an_address_of_hers_shows_whose_it_is():
    mine = {"Meeting Organizer": "mara@example.org"}
    reading = diary(row(**mine, **{"Optional Attendees": ""}), {**ALONE, **mine})

    assert [each.key for each in reading.owner_evidence] == ["mailto:mara@example.org"]


def test_of_a_private_entry_no_name_is_told():
    reading = diary(row(Private="True"), ALONE)

    assert [(contact.name, contact.emails) for contact in reading.contacts] == [
        ("", ("ben@example.org",))
    ]


def test_who_was_met_by_an_experiment_is_told():
    course = nw.Experiment(
        key="course", title="Budget workshop", started=date(2024, 3, 1), ended=date(2024, 3, 31)
    )
    source = Source.from_bytes(
        people(row(Subject="Workshop budget"), ALONE, columns=ENGLISH).encode(), "calendar.csv"
    )

    met = OutlookCalendarReader().read(source, ReadContext(as_of=AS_OF, experiments=(course,))).met

    assert len(met["course"]) == 2


def test_a_meeting_that_stands_there_twice_counts_once_in_any_order():
    other = row(**{"Start Date": "3/6/2024"})

    one, two = diary(row(), other, row(), ALONE), diary(ALONE, other, row(), row())

    assert skipped(one)[SkipReason.DUPLICATE] == 1
    assert (one.contacts, list(one.interactions)) == (two.contacts, list(two.interactions))


def test_the_only_owner_is_the_one_of_the_mailbox_beside_it(tmp_path):
    (tmp_path / "calendar.csv").write_text(people(row(), ALONE, columns=ENGLISH), encoding="utf-8")

    records = nw.read_exports(tmp_path, me=["mara@example.org"], as_of=AS_OF)

    (meeting,) = records.interactions
    assert records.me in meeting.participants
    assert records.contact(ME).key == records.me
    assert {contact.name for contact in records.contacts} == {"", "Ben Okafor", "Eva Maier"}
    assert "Kalender" in records.summary("de")


def test_reading_is_linear():
    day = date(2020, 1, 1)

    def make(count):
        starts = ((day + timedelta(days=n)).strftime("%m/%d/%Y") for n in range(count))
        return people(*(row(**{"Start Date": start}) for start in starts), columns=ENGLISH)

    assert grows_in_proportion(lambda text: read(OutlookCalendarReader(), text), make, 200)


@pytest.mark.parametrize("text", ["a", "a@", "<a", "'", " "])
def test_a_cell_of_any_length_is_read_to_its_end(text):
    # What took the square of its length would not end.
    assert len(list(guests_in(f"{text * 500_000}; Eva <eva@example.org>"))) >= 1


@given(data=st.binary(max_size=300))
def test_any_bytes_at_all_are_read(data):
    head = people(row(), columns=ENGLISH).encode()
    source = Source.from_bytes(head + data, "x")

    report = OutlookCalendarReader().read(source, ReadContext(as_of=AS_OF)).report

    assert report.read == report.used + sum(count for _, count in report.skipped)
