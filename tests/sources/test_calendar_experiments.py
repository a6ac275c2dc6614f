"""Whom an experiment led to, by the entries of a calendar that are called so."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import netzwerkwandel as nw
from netzwerkwandel.errors import InvalidRecordError
from netzwerkwandel.model import Experiment
from netzwerkwandel.storage import export_json


AS_OF = datetime(2026, 11, 1, tzinfo=UTC)
ME = "mara@example.org"
COURSE = Experiment(
    key="course", title="Course UX Research", started=date(2026, 3, 1), ended=date(2026, 6, 30)
)


def event(uid: str, day: str, title: str, *guests: str) -> str:
    named = "".join(f"ATTENDEE:mailto:{guest}@example.org\r\n" for guest in ("mara", *guests))
    when = f"DTSTART:{day}T180000Z\r\nDTEND:{day}T190000Z\r\n"
    return f"BEGIN:VEVENT\r\nUID:{uid}\r\n{when}SUMMARY{title}\r\n{named}END:VEVENT\r\n"


def read(folder: Path, *events: str, experiments: object = (COURSE,)) -> nw.Records:
    calendar = f"BEGIN:VCALENDAR\r\nX-WR-CALNAME:{ME}\r\n{''.join(events)}END:VCALENDAR\r\n"
    (folder / "mara.ics").write_bytes(calendar.encode())
    return nw.read_exports(folder, me=[ME], as_of=AS_OF, experiments=experiments)


def test_who_took_part_in_entries_of_its_title_on_its_days_was_met_by_it(tmp_path):
    records = read(
        tmp_path,
        event("1", "20260305", ":Course UX Research", "ana"),
        event("2", "20260312", ";LANGUAGE=en:UX research (course)\\, week 2", "ben"),
        event("3", "20260319", ":Dentist", "eva"),
        event("4", "20260712", ":Course UX Research", "finn"),
        event("5", "20260315", ":Course", "gil"),
    )

    assert records.experiments[0].met == ("mailto:ana@example.org", "mailto:ben@example.org")
    [effect] = nw.experiment_effects(records, as_of=AS_OF)
    assert effect.new == records.experiments[0].met
    assert set(effect.in_those_days) == {"mailto:eva@example.org", "mailto:gil@example.org"}


def test_whom_the_person_states_herself_stays_and_nobody_unknown_is_added(tmp_path):
    told = Experiment(key="course", title="Course UX Research", started=COURSE.started, met=["x"])

    known = read(tmp_path, event("1", "20260305", ":Lunch", "x"), experiments=[told])

    assert known.experiments[0].met == ()


def test_no_title_is_kept(tmp_path):
    records = read(tmp_path, event("1", "20260305", ":Course UX Research Zebra", "ana"))
    assert "zebra" not in export_json(records).casefold()
    assert records.experiments[0].met == ("mailto:ana@example.org",)


def test_without_experiments_nothing_is_looked_for(tmp_path):
    assert read(tmp_path, event("1", "20260305", ":A", "ana"), experiments=()).experiments == ()


def test_what_is_no_experiment_is_refused(tmp_path):
    with pytest.raises(InvalidRecordError, match="experiments"):
        read(tmp_path, event("1", "20260305", ":A", "ana"), experiments=["course"])


@pytest.mark.parametrize(
    ("title", "entry", "fits"),
    [
        ("UX-Meetup", "UX Meetup Köln #12", True),
        ("Mitlaufen im Studio Halbmond", "Mitlaufen im Studio", True),
        ("Kurs", "Kurs", False),
        ("Hospitation", "Hospitation bei Studio Halbmond", True),
        ("Course UX Research", "", False),
        ("Course UX Research", "UX sync", False),
    ],
)
def test_two_titles_fit_by_their_telling_words(title, entry, fits):
    tried = Experiment(key="1", title=title, started=date(2026, 1, 1))

    assert tried.is_called(entry) is fits
