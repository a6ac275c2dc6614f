"""Mailboxes of several folders, as mail programs and archives lay them out."""

from __future__ import annotations

from datetime import UTC, datetime

from netzwerkwandel.model import SkipReason
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.mail import read_mail


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
