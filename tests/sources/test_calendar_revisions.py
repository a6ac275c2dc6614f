"""What several calendars, or parts of one, say of the same event: the newest of it counts."""

from __future__ import annotations

from collections import UserDict
from datetime import UTC, datetime

import pytest

import netzwerkwandel as nw
from netzwerkwandel.sources.calendar import read_calendar
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.revisions import Revision, outdated
from sources.exports_folder import write
from sources.work import grows_in_proportion


NOW = datetime(2026, 6, 1, tzinfo=UTC)
PEOPLE = "ATTENDEE:mailto:mara@example.org\nATTENDEE:mailto:ben@example.org"
WEEKLY = "DTSTART:20260304T090000Z\nRRULE:FREQ=WEEKLY;COUNT=3"


def event(*lines, people=PEOPLE):
    return "\n".join(["BEGIN:VEVENT", "UID:1", *lines, *([people] if people else []), "END:VEVENT"])


def calendar(*events, method=""):
    head = [f"METHOD:{method}"] if method else []
    return "\n".join(["BEGIN:VCALENDAR", *head, *events, "END:VCALENDAR", ""]).encode()


def when(tmp_path, *files, backwards=False):
    names = [f"{n}.ics" for n in range(len(files))]
    write(tmp_path, dict(zip(reversed(names) if backwards else names, files, strict=True)))
    records = nw.read_exports(tmp_path, me=["mara@example.org"], as_of=NOW)
    return [f"{each.when:%d %H}" for each in records.interactions]


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(
    ("change", "method", "left"),
    [
        ("SEQUENCE:1\nDTSTART:20260312T150000Z", "REQUEST", ["04 09", "12 15", "18 09"]),
        ("SEQUENCE:1\nDTSTART:20260311T090000Z", "CANCEL", ["04 09", "18 09"]),
        ("DTSTART:20260311T090000Z\nSTATUS:CANCELLED", "", ["04 09", "18 09"]),
        ("SEQUENCE:2\nDTSTART:20260311T100000Z", "REPLY", ["04 09", "11 09", "18 09"]),
    ],
)
def test_a_change_that_was_sent_by_itself_says_nothing_of_the_others(
    tmp_path, change, method, left, backwards
):
    series = calendar(event(WEEKLY))
    changed = calendar(event(change, "RECURRENCE-ID:20260311T090000Z"), method=method)

    assert when(tmp_path, series, changed, backwards=backwards) == left


def test_a_newer_copy_of_the_whole_series_says_what_became_of_an_older_change(tmp_path):
    change = event("DTSTART:20260312T150000Z", "RECURRENCE-ID:20260311T090000Z")
    newer = event(WEEKLY, "SEQUENCE:3")

    assert when(tmp_path, calendar(change), calendar(newer)) == ["04 09", "11 09", "18 09"]


def test_two_copies_of_a_series_with_an_older_change_agree(tmp_path):
    change = event("DTSTART:20260312T150000Z", "RECURRENCE-ID:20260311T090000Z", "SEQUENCE:1")
    both = calendar(event(WEEKLY, "SEQUENCE:3"), change)

    assert when(tmp_path, both, both) == ["04 09", "12 15", "18 09"]


def test_of_two_changes_of_one_occurrence_the_later_one_counts(tmp_path):
    changes = [
        calendar(event(f"DTSTART:{day}T150000Z", "RECURRENCE-ID:20260311T090000Z", f"SEQUENCE:{n}"))
        for n, day in ((2, 20260313), (1, 20260312))
    ]

    assert when(tmp_path, calendar(event(WEEKLY)), *changes) == ["04 09", "13 15", "18 09"]


@pytest.mark.parametrize("backwards", [False, True])
def test_what_cancels_an_event_counts_though_it_has_the_same_number(tmp_path, backwards):
    start = "DTSTART:20260304T090000Z"
    planned, called_off = calendar(event(start)), calendar(event(start), method="CANCEL")

    assert when(tmp_path, planned, called_off, backwards=backwards) == []
    both = called_off + planned if backwards else planned + called_off
    assert not read_calendar(SourceFile.from_bytes(both, "a.ics"), as_of=NOW).interactions


@pytest.mark.parametrize("backwards", [False, True])
def test_that_i_said_no_later_counts(tmp_path, backwards):
    start = "DTSTART:20260304T090000Z\nLAST-MODIFIED:2026030"
    no = PEOPLE.replace("E:mailto:mara", "E;PARTSTAT=DECLINED:mailto:mara")
    planned = calendar(event(start + "1T090000Z"))

    refused = calendar(event(start + "2T090000Z", people=no))
    assert when(tmp_path, planned, refused, backwards=backwards) == []
    his_no = calendar(event(start + "2T090000Z", people=no.replace("mara", "eva")))
    assert when(tmp_path, planned, his_no, backwards=backwards) == ["04 09"]


def test_a_change_that_names_nobody_changes_nothing_of_the_people(tmp_path):
    change = event("DTSTART:20260312T150000Z", "RECURRENCE-ID:20260311T090000Z", people="")

    assert when(tmp_path, calendar(event(WEEKLY), change)) == ["04 09", "12 15", "18 09"]


def test_an_export_that_tells_nothing_of_an_event_takes_nothing_back():
    known = {"event:1": Revision((0, False, ""), keys={"meeting:1"})}
    silent = {"event:1": Revision((5, False, ""))}

    assert outdated([known, silent]) == [set(), set()]
    assert outdated([known]) == [set()]


def test_the_work_grows_with_the_number_of_invitations_and_no_faster():
    def invitations(n):
        return [
            UserDict({f"event:{i}": Revision((times, False, ""), keys={f"meeting:{i}"})})
            for i in range(n)
            for times in range(2)
        ]

    assert grows_in_proportion(outdated, invitations, 100)
