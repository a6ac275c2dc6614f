"""The mail reader on mailboxes that nobody here wrote."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import MeEvidence, SkipReason
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.mail import looks_like_mail, read_mail
from netzwerkwandel.sources.mail.addresses import AddressBook
from netzwerkwandel.sources.mail.headers import parse_headers
from netzwerkwandel.sources.mail.mbox import first_mail


DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
MAIL = DATA / "mail"
AS_OF = datetime(2026, 3, 1, tzinfo=UTC)

pytestmark = pytest.mark.skipif(not MAIL.is_dir(), reason="the folder of real mail is absent")


def source(path):
    where = str(path.relative_to(DATA))
    if path.suffix == ".gz":
        return SourceFile(where, lambda: gzip.open(path))
    return SourceFile.from_path(path, where)


def paths(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def read(folder, **options):
    return read_mail([source(p) for p in paths(MAIL / folder)], folder, as_of=AS_OF, **options)


def skipped(reading):
    report = reading.report
    assert report.read == report.used + sum(n for _, n in report.skipped)
    return dict(report.skipped)


@pytest.mark.parametrize("path", paths(MAIL), ids=lambda path: str(path.relative_to(MAIL)))
def test_every_file_gives_a_reading_or_is_refused(path):
    try:
        reading = read_mail([source(path)], path.name, as_of=AS_OF)
    except ExportFormatError:
        return
    skipped(reading)
    known = {contact.key for contact in reading.contacts}
    for interaction in reading.interactions:
        assert known.issuperset(interaction.participants)
        assert interaction.when <= AS_OF
    assert not any("@" in str(problem) for problem in reading.report.problems)
    assert not any("@" in repr(contact) for contact in reading.contacts)


def test_all_files_together_are_read_as_one_mailbox():
    reading = read_mail([source(p) for p in paths(MAIL)], "mail", as_of=AS_OF)
    assert skipped(reading)[SkipReason.NOT_AN_EXPORT] < 20
    assert reading.report.used > 50


def test_nothing_but_mail_looks_like_mail():
    cases = DATA / "cases"  # small inputs of all kinds, mail among them
    others = [p for p in paths(DATA) if MAIL not in p.parents and cases not in p.parents]
    assert others
    assert [p for p in others if looks_like_mail(source(p).head())] == []


def test_the_maildir_of_a_list_is_read_and_left_out_as_a_list():
    reading = read("notmuch-lkml")
    assert reading.report.read == 210
    assert skipped(reading) == {SkipReason.MAILING_LIST: 210}
    assert reading.report.addresses > 100


def test_a_mail_of_that_list_names_thirty_people():
    book, most = AddressBook(), 0
    for path in paths(MAIL / "notmuch-lkml"):
        with path.open("rb") as stream:
            headers = parse_headers([first_mail(b"", stream).lines])
        values = [headers.column(name)[0] for name in (b"from", b"to", b"cc")]
        named = [mailbox.key for value in values for mailbox in book.mailboxes(value)]
        most = max(most, len(named))
    assert most == 30


def test_the_archive_of_a_list_names_writers_and_nobody_they_wrote_to():
    reading = read("gpsd-dev-pipermail")
    assert skipped(reading) == {SkipReason.NOBODY_ELSE: 1090}
    assert reading.report.addresses == 58


def test_a_mailbox_of_two_programs_is_read():
    reading = read("org-signal")
    assert reading.report.read == reading.report.used == 4
    names = [contact.name for contact in reading.contacts]
    assert names == ["Ana Ruiz", "Ben Okafor", "Chen Li", "José Pérez"]
    assert [(m.evidence, m.weight) for m in reading.owner_evidence] == [
        (MeEvidence.MOST_FREQUENT, 4)
    ]
    assert reading.report.first == datetime(2024, 3, 4, 13, 5, tzinfo=UTC)
    without_date = datetime(2024, 3, 5, 8, 0, tzinfo=UTC)
    assert without_date in [interaction.when for interaction in reading.interactions]


def test_the_same_mails_in_two_folders_count_once():
    files = [source(p) for p in paths(MAIL / "org-signal")]
    copies = [SourceFile(f"copy/{file.where}", file.opener) for file in files]
    both = read_mail(files + copies, "both", as_of=AS_OF)
    assert skipped(both) == {SkipReason.DUPLICATE: 4}
    assert both.interactions == read_mail(files, "once", as_of=AS_OF).interactions


def test_a_mailbox_of_five_mails_among_four_people_is_read():
    reading = read("networkx")
    assert reading.report.used == 5
    assert [contact.name for contact in reading.contacts] == ["Alice", "Bob", "Carol", "Ted"]


def test_delivery_reports_are_automatic():
    assert skipped(read("ruby-mail/multipart_report_emails")) == {SkipReason.AUTOMATIC: 5}
