from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from netzwerkwandel.model import SkipReason, SourceKind
from netzwerkwandel.records import Records
from netzwerkwandel.sources.exports import read_exports


DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
FOLDERS = ["mail", "calendars", "vcards", "linkedin", "contacts", "chat"]
AS_OF = datetime(2026, 11, 1, tzinfo=UTC)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not DATA.is_dir(), reason="the folder of real exports is not here"),
]


@pytest.fixture(scope="module")
def records() -> Records:
    # These are the exports of several people: they are read together only as one says.
    mail = read_exports(DATA / "mail", as_of=AS_OF)
    me = mail.contact(mail.me).emails if mail.me else ()
    return read_exports(*(DATA / folder for folder in FOLDERS), me=me, as_of=AS_OF)


def files(folder: str) -> list[Path]:
    return [path for path in (DATA / folder).rglob("*") if path.is_file()]


def test_all_real_exports_are_read_at_once(records) -> None:
    kinds = {report.kind for report in records.reports}

    read = {"mail", "calendar", "linkedin", "address book", "google contacts", "files"}
    assert kinds >= read
    assert len(records.contacts) > 200
    assert len(records.interactions) > 100


def test_each_report_adds_up(records) -> None:
    for report in records.reports:
        assert report.read == report.used + sum(n for _, n in report.skipped), report.where
        assert report.used >= 0


def test_files_of_other_kinds_are_counted(records) -> None:
    (left,) = [each for each in records.reports if each.kind is SourceKind.FILES]

    assert dict(left.skipped) == {SkipReason.NOT_AN_EXPORT: left.read}
    assert left.read >= len(files("contacts")) - 1


def test_every_calendar_and_address_book_has_its_report(records) -> None:
    reported = {report.where for report in records.reports}
    problems = {problem.where for report in records.reports for problem in report.problems}

    for path in (*files("calendars"), *files("vcards")):
        head = path.read_bytes()[:100].lstrip(b"\xef\xbb\xbf\r\n ").upper()
        if head.startswith((b"BEGIN:VCALENDAR", b"BEGIN:VCARD")):
            assert str(path) in reported | problems


def test_no_address_stands_in_a_problem(records) -> None:
    reasons = [problem.reason for report in records.reports for problem in report.problems]

    assert reasons
    assert not [reason for reason in reasons if "@" in reason]


def test_the_summary_can_be_written(records) -> None:
    assert "What this cannot show" in records.summary()
    assert "Was das nicht zeigen kann" in records.summary("de")


def test_mail_is_read_the_same_whatever_the_order_and_however_often() -> None:
    folders = sorted(path for path in (DATA / "mail").iterdir() if path.is_dir())

    once = read_exports(*folders, as_of=AS_OF)

    assert read_exports(*reversed(folders), DATA / "mail" / "ruby-mail", as_of=AS_OF) == once


def test_real_mail_cut_anywhere_is_used_up_to_there(tmp_path) -> None:
    data = min((DATA / "mail/gpsd-dev-pipermail").rglob("*.gz")).read_bytes()

    used = []
    for share in (0.3, 0.6, 0.9, 1):
        path = tmp_path / "cut.mbox.gz"
        path.write_bytes(data[: int(len(data) * share)])
        used.append(read_exports(path, as_of=AS_OF).reports[0].read)

    assert used == sorted(used)
    assert 0 < used[0] < used[1] < used[-1]
