"""Mailboxes of several folders, as mail programs and archives lay them out."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import attrs
import pytest

from netzwerkwandel.model import SkipReason
from netzwerkwandel.sources.exports import READERS, read_exports
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.mail import folder, read_mail
from netzwerkwandel.sources.planning import plan, read_groups
from netzwerkwandel.sources.reader import ReadContext, Reader
from netzwerkwandel.sources.reading import Reading
from netzwerkwandel.sources.tally import Tally
from netzwerkwandel.sources.walk import walk
from sources.exports_folder import write


AS_OF = datetime(2026, 3, 1, tzinfo=UTC)


def mail(number, labels="Inbox"):
    return (
        f"Message-ID: <{number}@example.org>\nDate: 4 Mar 2024 08:05:00 +0000\n"
        f"From: ben@example.org\nTo: ana@example.org\nX-Gmail-Labels: {labels}\n\nHello\n\n"
    ).encode()


def mbox(*mails, line=b"From - Mon Mar 11 09:00:00 2024\n"):
    return b"".join(line + text for text in mails)


def skipped(reading):
    report = reading.report
    assert report.read == report.used + sum(n for _, n in report.skipped)
    return dict(report.skipped)


def test_a_copy_in_the_trash_does_not_hide_the_mail():
    files = [
        SourceFile.from_bytes(mbox(mail(1)), "Mail/Deleted Items"),
        SourceFile.from_bytes(mbox(mail(1)), "Mail/Inbox"),
    ]
    reading = read_mail(files, "Mail", as_of=AS_OF)
    assert reading.report.used == 1
    assert skipped(reading) == {SkipReason.TRASH: 1}


def test_the_takeout_file_named_after_spam_and_trash_is_read():
    where = "Takeout/Mail/All mail Including Spam and Trash.mbox"
    text = mbox(
        mail(1, "Inbox,Opened"),
        mail(2, "Spam"),
        mail(3, "=?UTF-8?Q?Papierkorb,Ge=C3=B6ffnet?="),
        line=b"From 1790123456789012345@xxx Mon Mar 04 11:20:34 +0000 2024\n",
    )
    reading = read_mail([SourceFile.from_bytes(text, where)], where, as_of=AS_OF)
    assert reading.report.used == 1
    assert skipped(reading) == {SkipReason.SPAM: 1, SkipReason.TRASH: 1}


def test_maildir_flags_and_folders_say_what_does_not_count():
    names = ["cur/1:2,S", "cur/2:2,ST", "cur/3!2,D", ".Spam/cur/4:2,S", "cur/5:2,"]
    files = [SourceFile.from_bytes(mail(n), name) for n, name in enumerate(names)]
    reading = read_mail(files, "Maildir", as_of=AS_OF)
    assert reading.report.used == 2
    assert skipped(reading) == {SkipReason.TRASH: 1, SkipReason.DRAFT: 1, SkipReason.SPAM: 1}


_SPAM = b'{"Payload": {"LabelIDs": ["4", "5"]}}'
_NO_DATE = b"From: ben@example.org\nTo: ana@example.org\nSubject: x\n\n"
# Among hundreds of mails there are some of another shape, and files that are none.
_ODD = {
    103: lambda text: b"Saved by a program\n" + text,
    104: lambda text: text.replace(b"\n", b"\r"),
    105: lambda text: b"\xef\xbb\xbf" + text,
    150: lambda text: text.partition(b"\n\n")[0],
    151: lambda text: b"\n" + text,
    200: mbox,
    355: lambda text: b"Dear Ben,\n\n" + text,
    356: lambda text: b"",
    357: lambda text: text.replace(b"Date:", b"X-Date:"),
    400: lambda text: b"BEGIN:VCARD\nVERSION:3.0\nFN:Eva\nEMAIL:eva@example.org\nEND:VCARD\n",
    401: lambda text: text.replace(b"Subject:", b"X-Subject:").replace(b"To:", b"X-To:"),
}


@pytest.mark.parametrize(
    "files",
    [
        {"cur/1:2,S": mail(1), "cur/2:2,T": mail(2), "new/3": mail(1), "new/4": _NO_DATE},
        # A folder comes before a file whose name only begins like its own.
        {"cur/1": mail(1, "Spam"), "cur.eml": mail(1), "cur/2": mail(2), "a@b.example": _NO_DATE},
        {"1.eml": mail(1), "1.metadata.json": _SPAM, "2.eml": mail(2)},
        {"1.eml": _NO_DATE},
        {
            "1.eml": mail(1),
            "2.eml": b"",
            "3.mbox": mbox(mail(1), mail(3)),
            "4.jpg": b"\xff\xd8\xff",
        },
        {"1.eml": mail(1), "2.eml": b"X-Long: " + b"x" * 70_000 + b"\n" + mail(2)},
        {f"{n}.eml": _ODD.get(n, lambda text: text)(mail(n)) for n in range(100, 700)},
        {
            "1.eml": mail(1),
            "2.eml": mail(2),
            "3/1.eml": mail(3),
            "3/2.eml": mail(4),
            "4.eml": mail(5),
        },
    ],
)
def test_mails_read_as_they_are_found_give_what_they_give_in_the_end(tmp_path, files):
    write(tmp_path, files)
    options = ReadContext(as_of=AS_OF)

    def read(at_once):
        groups, _ = plan(walk([tmp_path], []), READERS, at_once)
        problems = []
        readings = read_groups(groups, options, problems)
        told = [(r.report, r.contacts, r.owner_evidence) for r in readings]
        return told, [[*map(attrs.astuple, r.interactions)] for r in readings], problems

    assert read(options) == read(None)


def test_each_mail_of_a_folder_is_opened_once(tmp_path, monkeypatch):
    write(tmp_path, {f"cur/{n}:2,S": mail(n) for n in range(1, 4)})
    opened, allowed = [], os.open

    def noting(path, *args, **options):
        opened.append(Path(path).name)
        return allowed(path, *args, **options)

    monkeypatch.setattr(os, "open", noting)
    read_exports(tmp_path, as_of=AS_OF)

    assert opened == ["1:2,S", "2:2,S", "3:2,S"]


def test_mails_that_have_a_folder_each_are_read_together(tmp_path, monkeypatch):
    write(tmp_path, {f"{n}/cur/1:2,S": mail(n) for n in range(100, 150)})
    counts, allowed = [], folder.usual_mails

    def noting(heads):
        counts.append(len(heads))
        return allowed(heads)

    monkeypatch.setattr(folder, "usual_mails", noting)
    records = read_exports(tmp_path, me=["ana@example.org"], as_of=AS_OF)
    assert counts == [50]
    assert [report.used for report in records.reports] == [1] * 50


class _Notes(Reader):
    """Knows what begins so, wherever it lies."""

    kind = "notes"

    def looks_like(self, head, name):
        return head.startswith(b"From: note@")

    def read(self, source, context):
        return Reading(report=Tally(self.kind, source.where).report())


def test_whoever_is_asked_before_the_mail_has_a_file_among_mails(tmp_path):
    note = b"From: note@example.org\nTo: ana@example.org\nSubject: x\n\n"
    write(tmp_path, {f"{n}.eml": note if n == 5 else mail(n) for n in range(1, 9)})
    records = read_exports(tmp_path, as_of=AS_OF, readers=[_Notes(), *READERS])
    assert {(r.kind, r.read) for r in records.reports} == {("mail", 7), ("notes", 0)}
