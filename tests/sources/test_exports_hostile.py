from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netzwerkwandel.errors import ExportFormatError, MissingExtraError
from netzwerkwandel.model import Problem, SkipReason
from netzwerkwandel.records import Records
from netzwerkwandel.sources.exports import READERS
from netzwerkwandel.sources.planning import plan, read_groups
from netzwerkwandel.sources.reader import ReadContext
from netzwerkwandel.sources.unpacking import UnpackingLimits
from netzwerkwandel.sources.walk import walk
from sources.exports_folder import (
    AS_OF,
    BOOK,
    CALENDAR,
    CHEN,
    CONNECTIONS,
    GOOD,
    LINKEDIN,
    MAIL,
    calendar,
    event,
    leftovers,
    mail,
    mbox,
    problems,
    read,
    report,
    write,
    zipped,
)


KINDS = {"mail": MAIL, "calendar": CALENDAR, "book": BOOK, "connections": CONNECTIONS}
OPTIONS = ReadContext(as_of=AS_OF)
LONG_TO = ",\n ".join(f"Person {n} <p{n}@example.org>" for n in range(2700))


def beside_good(tmp_path: Path, name: str, data: bytes) -> Records:
    """Read a file beside good ones, and see that these are read as if they were alone."""
    good = read(write(tmp_path / "1", GOOD), me=["mara@example.org"])
    write(tmp_path / "2", {name: data})
    records = read(tmp_path / "1", tmp_path / "2", me=["mara@example.org"])
    assert set(records.interactions) >= set(good.interactions)
    assert set(records.ties) >= set(good.ties)
    assert set(records.reports) >= set(good.reports)
    return records


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("x.zip", zipped(LINKEDIN)[:-30], "x.zip: the zip archive cannot be opened: it is cut off"),
        ("x.zip", zipped(LINKEDIN)[:200], "x.zip: the zip archive cannot be opened: it is cut off"),
        ("x.zip", zipped({"a.mbox": bytes(30 * 1024**2)}), "must unpack to at most 250 times"),
        ("x.zip", zipped({"y.zip": zipped(LINKEDIN)}), "x.zip/y.zip: an archive of this kind"),
        ("x.gz", gzip.compress(MAIL, mtime=0)[:40], "x.gz: "),
        ("x.ics.gz", gzip.compress(CALENDAR, mtime=0)[:-9], "x.ics.gz: it is cut off or damaged"),
        ("x.vcf.gz", gzip.compress(BOOK, mtime=0)[:-9], "x.vcf.gz: it is cut off or damaged"),
        (
            "x.csv.gz",
            gzip.compress(CONNECTIONS, mtime=0)[:-9],
            "x.csv.gz: it is cut off or damaged",
        ),
    ],
)
def test_a_bad_archive_is_a_problem_and_the_rest_is_read(tmp_path, name, data, problem) -> None:
    records = beside_good(tmp_path, name, data)

    (found,) = problems(records)
    assert problem in found
    assert found.startswith(f"{tmp_path}/2")


def test_a_zip_cut_anywhere_is_a_problem_that_names_it(tmp_path) -> None:
    data = zipped({"Connections.csv": CONNECTIONS})
    write(tmp_path, {"good.vcf": BOOK})

    for cut in range(4, len(data), 29):
        write(tmp_path, {"x.zip": data[:cut]})
        assert [p.partition(":")[0] for p in problems(read(tmp_path))] == [f"{tmp_path}/x.zip"]


def test_a_binary_file_named_ics_is_a_file_of_another_kind(tmp_path) -> None:
    records = beside_good(tmp_path, "x.ics", bytes(range(256)) * 100)

    left = leftovers(records)
    assert left is not None
    assert dict(left.skipped) == {SkipReason.NOT_AN_EXPORT: 1}


def test_a_calendar_that_turns_binary_is_reported(tmp_path) -> None:
    data = b"BEGIN:VCALENDAR\r\n" + bytes(range(256)) * 100

    records = beside_good(tmp_path, "x.ics", data)

    assert any("x.ics" in text for text in problems(records)) or report(records, "x.ics").read == 0


def test_a_damaged_file_in_a_zip_does_not_spoil_its_neighbours(tmp_path) -> None:
    text = b"\n".join(event(str(n)).encode() for n in range(500))
    inside = {"a.ics": b"BEGIN:VCALENDAR\n" + text, "b.vcf": BOOK, "c.mbox": MAIL}
    data = bytearray(zipped(inside))
    data[400] ^= 0xFF

    records = beside_good(tmp_path, "x.zip", bytes(data))

    assert problems(records) == [f"{tmp_path}/2/x.zip/a.ics: it is cut off or damaged"]
    assert report(records, "x.zip/b.vcf").used == 2


@pytest.mark.slow
@pytest.mark.parametrize("packed", [gzip.compress, lambda data: data])
def test_of_a_mailbox_that_breaks_off_what_came_before_is_used(tmp_path, packed) -> None:
    mails = [mail(n, f"p{n}@example.org") for n in range(5000)]
    data = packed(mbox(*mails))
    write(tmp_path, {"x.mbox": data[: len(data) * 2 // 3]})

    records = read(tmp_path)

    assert 2500 < records.reports[0].used < 5000
    if packed is gzip.compress:
        (problem,) = problems(records)
        assert problem.startswith(f"{tmp_path}/x.mbox: only the first ")


def test_a_gzip_bomb_gives_what_came_before_and_a_problem(tmp_path) -> None:
    data = gzip.compress(MAIL + b"\nFrom - Mon Mar 11 09:00:00 2024\nX: " + bytes(5_000_000))
    write(tmp_path, {**GOOD, "x.mbox.gz": data})

    groups, _ = plan(walk([tmp_path], [], limits=UnpackingLimits(small=100_000)), READERS)
    readings = {reading.report.where: reading for reading in read_groups(groups, OPTIONS, [])}

    assert len(readings) == len(GOOD) + 1
    bomb = readings[f"{tmp_path}/x.mbox.gz"]
    assert bomb.report.used == 3
    assert "unpacks to more than 250 times its size" in str(bomb.report.problems)


@pytest.mark.slow
def test_a_mail_to_thousands_is_read(tmp_path) -> None:
    records = beside_good(tmp_path, "x.mbox", mbox(mail(90, to=LONG_TO), mail(91)))

    assert max(len(event.participants) for event in records.interactions) == 2701


def test_an_address_with_a_megabyte_of_name_is_no_danger(tmp_path) -> None:
    long = "N" * 1_000_000
    write(
        tmp_path / "2",
        {
            "x.ics": calendar(event("8").replace("Chen Li", long)),
            "x.vcf": BOOK.replace(b"Dana Fox", long.encode()),
            "x.csv": CONNECTIONS.replace(b"Eve", long.encode()),
        },
    )

    records = beside_good(tmp_path, "x.mbox", mbox(mail(90, f'"{long}" <z@example.org>'), mail(91)))

    assert max(len(contact.name) for contact in records.contacts) < 5000
    assert len(records.summary()) < 20_000


def test_a_recurrence_without_end_ends_at_the_moment(tmp_path) -> None:
    endless = [
        event(str(n), f"DTSTART:20240304T090000Z\nRRULE:FREQ={freq}\n")
        for n, freq in enumerate(["DAILY", "WEEKLY", "SECONDLY", "HOURLY;INTERVAL=0", "NEVER"], 10)
    ]

    records = beside_good(tmp_path, "x.ics", calendar(*endless))

    assert 800 < len(records.interactions) < 250_000
    assert "x.ics" in " ".join(problems(records))


@pytest.mark.parametrize("year", ["1903", "2190"])
def test_dates_of_another_age_are_left_out_and_counted(tmp_path, year) -> None:
    files = {
        "x.mbox": MAIL.replace(b"Mar 2024 08", f"Mar {year} 08".encode()),
        "x.ics": CALENDAR.replace(b"T:2024", f"T:{year}".encode()),
        "x/x.csv": CONNECTIONS.replace(b"2023", year.encode()),
    }
    write(tmp_path / "2", files)

    records = beside_good(tmp_path, "y.vcf", BOOK)

    left_out = {SkipReason.NO_DATE, SkipReason.FUTURE}
    for name in ("x.mbox", "x.ics"):
        assert left_out & dict(report(records, f"2/{name}").skipped).keys()
    assert {event.when.year for event in records.interactions} == {2024}
    assert {tie.since.year for tie in records.ties if tie.since} == {2023}


def test_a_date_without_a_zone_is_read_in_the_zone_given(tmp_path) -> None:
    naive = calendar(event("9", "DTSTART:20240304T090000\n"))

    records = beside_good(tmp_path, "x.ics", naive)

    assert len(records.interactions) == 6


def test_a_file_that_goes_away_meanwhile_is_a_problem(tmp_path) -> None:
    write(tmp_path, {"a.ics": CALENDAR, "b.vcf": BOOK, "c/C.csv": CONNECTIONS, "d.mbox": MAIL})
    told: list[Problem] = []

    groups, _ = plan(walk([tmp_path], told), READERS)
    for name in ("a.ics", "c/C.csv", "d.mbox"):
        (tmp_path / name).unlink()
    readings = read_groups(groups, OPTIONS, told)

    assert [each.report.where for each in readings] == [f"{tmp_path}/b.vcf"]
    assert len(told) == 3
    assert f"{tmp_path}/a.ics: it cannot be read: No such file or directory" in map(str, told)


def test_a_calendar_without_its_library_says_what_to_install(tmp_path, monkeypatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "icalendar", None)
    write(tmp_path, {"a.ics": CALENDAR})

    with pytest.raises(MissingExtraError, match=r"pip install 'netzwerkwandel\[calendars\]'"):
        read(tmp_path)


def test_a_problem_that_is_met_twice_is_told_once(tmp_path, monkeypatch) -> None:
    write(tmp_path, {"a/x": b"1", "b.vcf": BOOK})
    listing = os.scandir

    def scandir(path: str):
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied", path)
        return listing(path)

    monkeypatch.setattr(os, "scandir", scandir)

    told = [f"{tmp_path}/a: it cannot be read: Permission denied"]
    assert problems(read(tmp_path, tmp_path / "a")) == told
    assert read(tmp_path, tmp_path / "a") == read(tmp_path)


def test_problems_are_told_in_order_and_not_without_end(tmp_path) -> None:
    write(tmp_path, {f"{n:03}.zip": b"PK\x03\x04" for n in range(150)})
    write(tmp_path, GOOD)

    left = leftovers(read(tmp_path))

    assert left is not None
    assert [p.where for p in left.problems] == [f"{tmp_path}/{n:03}.zip" for n in range(100)]


def outcome(folder: Path) -> None:
    try:
        records = read(folder)
    except ExportFormatError as error:
        assert str(folder) in str(error)  # noqa: PT017
        return
    for each in records.reports:
        assert each.read == each.used + sum(n for _, n in each.skipped)
    assert records.summary()
    assert records == read(folder)


BEGINNINGS = [b"", b"From - Mon Mar 11 09:00:00 2024\n", b"From: a@b.example\nTo: ", b"PK\x03\x04"]
BEGINNINGS += [b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n", b"BEGIN:VCARD\nFN:", b"\x1f\x8b\x08\0"]
BEGINNINGS += [CONNECTIONS[:69], b"\xef\xbb\xbf", b"\xff\xfe"]


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=200), st.booleans())
def test_any_bytes_beside_a_good_file_give_records(tmp_path_factory, begin, data, alone) -> None:
    folder = tmp_path_factory.mktemp("any")
    write(folder, {"x": begin + data})
    if not alone:
        write(folder, {"book.vcf": BOOK})

    outcome(folder)


@given(
    st.sampled_from(sorted(KINDS)),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=3)), min_size=1, max_size=5),
)
@example("calendar", [(0.5, b"\0")])
def test_good_files_with_wrong_bytes_give_records_or_are_refused(
    tmp_path_factory, kind, wrong
) -> None:
    data = bytearray(KINDS[kind])
    for place, value in wrong:
        at = int(place * len(data))
        data[at : at + len(value)] = value
    folder = tmp_path_factory.mktemp("wrong")
    write(folder, {"x": bytes(data)})

    outcome(folder)


def test_chen_is_met_in_the_good_calendar(tmp_path) -> None:
    assert CHEN in read(write(tmp_path, GOOD)).person_of
