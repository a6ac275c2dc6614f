from __future__ import annotations

import gzip
from collections import Counter

import pytest

from netzwerkwandel.errors import ExportFormatError, InvalidArgumentError, NotFoundError
from netzwerkwandel.model import Channel, SkipReason, SourceKind
from netzwerkwandel.records import Records
from netzwerkwandel.sources.exports import read_exports
from sources.exports_folder import (
    AS_OF,
    BEN,
    BOOK,
    CALENDAR,
    CHEN,
    CONNECTIONS,
    GOOD,
    LINKEDIN,
    MAIL,
    MARA,
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


def kinds(records: Records) -> dict[str, SourceKind]:
    return {each.where.rpartition("/")[2]: each.kind for each in records.reports}


def counts(records: Records) -> list[tuple[int, int, dict[SkipReason, int]]]:
    return [(each.read, each.used, dict(each.skipped)) for each in records.reports]


def content(records: Records) -> tuple[object, ...]:
    """Everything but the reports, which name the files."""
    return (
        records.contacts,
        records.found,
        records.ties,
        records.interactions,
        records.me,
        records.me_evidence,
        records.merged,
    )


def test_each_kind_of_export_is_known_by_its_content(tmp_path) -> None:
    names = {"1.txt": MAIL, "2": CALENDAR, "3.csv": BOOK, "4/x.dat": CONNECTIONS, "5.gz": b"x"}
    write(tmp_path, names)

    records = read(tmp_path)

    assert kinds(records) == {
        "1.txt": SourceKind.MAIL,
        "2": SourceKind.CALENDAR,
        "3.csv": SourceKind.ADDRESS_BOOK,
        "4": SourceKind.LINKEDIN,
        "other files": SourceKind.FILES,
    }


def test_a_mail_that_quotes_another_export_is_a_mail(tmp_path) -> None:
    for quoted in (CONNECTIONS, CALENDAR, BOOK):
        write(tmp_path, {"a.eml": mail(1) + b"\n" + quoted})

        assert [each.kind for each in read(tmp_path).reports] == [SourceKind.MAIL]


def test_what_all_exports_tell_is_one_persons_data(tmp_path) -> None:
    write(tmp_path, GOOD)

    records = read(tmp_path)

    assert Counter(event.channel for event in records.interactions) == {
        Channel.MAIL: 3,
        Channel.MEETING: 2,
    }
    assert sorted(contact.name for contact in records.contacts) == [
        "Ben Okafor",
        "Chen Li",
        "Dana Fox",
        "Eve Stone",
        "Mara Vogt",
    ]
    assert records.contact(BEN) == records.contact("linkedin:ben-okafor")
    assert problems(records) == []


def test_a_takeout_zip_is_read_as_it_is(tmp_path) -> None:
    inside = {
        "Takeout/Mail/All mail Including Spam and Trash.mbox": MAIL,
        "Takeout/Calendar/mara@example.org.ics": CALENDAR,
        "Takeout/Contacts/All Contacts/All Contacts.vcf": BOOK,
        "Takeout/archive_browser.html": b"<html></html>",
    }
    write(tmp_path, {"takeout-001.zip": zipped(inside)})
    write(tmp_path / "unpacked", inside)

    packed = read(tmp_path / "takeout-001.zip")

    assert content(packed) == content(read(tmp_path / "unpacked"))
    assert len(packed.interactions) == 5


def test_a_linkedin_zip_in_a_folder_is_one_archive(tmp_path) -> None:
    write(tmp_path, {"in/Basic_LinkedInDataExport_06-01-2026.zip": zipped(LINKEDIN)})

    records = read(tmp_path)

    assert [each.where for each in records.reports] == [
        f"{tmp_path}/in/Basic_LinkedInDataExport_06-01-2026.zip"
    ]
    assert records.reports[0].used == 4


def test_a_maildir_is_one_mailbox_and_a_folder_of_mails_another(tmp_path) -> None:
    write(
        tmp_path,
        {
            "Maildir/cur/1:2,S": mail(1),
            "Maildir/new/2": mail(2),
            "Maildir/.Sent/cur/3:2,S": mail(3, "mara@example.org", "ben@example.org"),
            "Maildir/tmp/.keep": b"",
            "saved/a.eml": mail(4),
        },
    )

    records = read(tmp_path)

    read_of = {each.where.removeprefix(f"{tmp_path}/"): each.read for each in records.reports}
    assert read_of == {"Maildir": 2, "Maildir/.Sent": 1, "saved": 1, "other files": 1}
    assert len(records.interactions) == 4


def test_a_gzipped_mbox_is_read_like_a_plain_one(tmp_path) -> None:
    write(tmp_path / "plain", {"a.mbox": MAIL})
    write(tmp_path / "gzipped", {"a.mbox.gz": gzip.compress(MAIL)})
    write(tmp_path / "both", {"a.zip": zipped({"a.mbox.gz": gzip.compress(MAIL)})})

    plain, gzipped, both = (read(tmp_path / name) for name in ("plain", "gzipped", "both"))

    assert content(plain) == content(gzipped) == content(both)


def test_reading_twice_changes_nothing(tmp_path) -> None:
    write(tmp_path, {**GOOD, "x.zip": zipped(LINKEDIN), "notes.txt": b"hello"})

    once = read(tmp_path)

    assert read(tmp_path) == once
    assert read(tmp_path, tmp_path) == once
    assert read(tmp_path, tmp_path / "mail.mbox", tmp_path / "linkedin") == once


def test_the_order_of_the_paths_does_not_matter(tmp_path) -> None:
    write(tmp_path, GOOD)
    paths = [tmp_path / name for name in GOOD]

    assert read(*paths) == read(*reversed(paths))


def test_what_the_files_are_called_does_not_matter(tmp_path) -> None:
    """Two copies of one mail differ, two books and two archives tell differently of one person."""
    copies = [
        mbox(mail(1), mail(2)),
        mbox(mail(1, headers="Bcc: chen@example.org\n"), mail(3)),
        BOOK,
        BOOK.replace(b"Ben Okafor", b"Benjamin Okafor"),
        calendar(event("1")),
        calendar(event("1"), name="chen@example.org"),
    ]
    older = CONNECTIONS.replace(b"2023", b"2022")
    names = ["a", "b", "c", "d", "e", "f"]
    write(tmp_path / "1", dict(zip(names, copies, strict=True)))
    write(tmp_path / "1", {"x/1.csv": CONNECTIONS, "y/1.csv": older})
    write(tmp_path / "2", dict(zip(names, copies[::-1], strict=True)))
    write(tmp_path / "2", {"x/1.csv": older, "y/1.csv": CONNECTIONS})

    one, other = read(tmp_path / "1"), read(tmp_path / "2")

    assert content(one) == content(other)
    assert len(one.interactions) == 4


def test_of_a_mail_that_lies_in_two_mailboxes_the_fuller_copy_counts(tmp_path) -> None:
    sent = mail(1, "mara@example.org", "ben@example.org", "Bcc: chen@example.org\n")
    received = mail(1, "mara@example.org", "ben@example.org")
    write(tmp_path, {"a.mbox": mbox(received), "b.mbox": mbox(sent)})

    records = read(tmp_path)

    assert records.interactions[0].participants == (BEN, CHEN, MARA)
    assert counts(records) == [(1, 1, {}), (1, 0, {SkipReason.DUPLICATE: 1})]


def test_two_exports_together_tell_what_each_tells(tmp_path) -> None:
    write(tmp_path / "a", {"1.mbox": MAIL, "2.ics": CALENDAR})
    write(tmp_path / "b", {"1.mbox": mbox(mail(3), mail(4)), "2.vcf": BOOK})

    both, a, b = read(tmp_path), read(tmp_path / "a"), read(tmp_path / "b")

    assert set(both.interactions) == {*a.interactions, *b.interactions}
    assert set(both.found) >= set(a.found)
    assert len(both.interactions) == 6


def test_what_lies_in_two_folders_counts_once_and_the_report_says_so(tmp_path) -> None:
    write(tmp_path / "a", GOOD)
    write(tmp_path / "b", GOOD)

    records, once = read(tmp_path), read(tmp_path / "a")

    assert content(records) == content(once)
    assert counts(records)[:4] == counts(once)
    assert dict(report(records, "b/mail.mbox").skipped) == {SkipReason.DUPLICATE: 3}
    assert dict(report(records, "b/calendar.ics").skipped) == {SkipReason.DUPLICATE: 2}


def test_each_report_adds_up(tmp_path) -> None:
    spam = mail(7, headers="X-Spam-Flag: YES\n")
    write(tmp_path / "a", {**GOOD, "b.mbox": mbox(spam, mail(1), b"To: x\n\n"), "c": b"x"})
    write(tmp_path / "b", GOOD)

    for each in read(tmp_path).reports:
        assert each.read == each.used + sum(n for _, n in each.skipped)
        assert each.used >= 0


def test_files_of_other_kinds_are_counted(tmp_path) -> None:
    others = {"a.txt": b"hello", "b": b"", ".DS_Store": b"\0\1", "c.pdf": b"%PDF-1.7", "d.py": b"#"}
    write(tmp_path, {**GOOD, **others})

    records = read(tmp_path)
    left = leftovers(records)

    assert left is not None
    assert (left.where, left.read, left.used) == ("other files", 5, 0)
    assert dict(left.skipped) == {SkipReason.NOT_AN_EXPORT: 5}
    assert content(records)[:3] == content(read(*(tmp_path / name for name in GOOD)))[:3]


def test_where_all_is_known_nothing_is_left_over(tmp_path) -> None:
    assert leftovers(read(write(tmp_path, GOOD))) is None


def test_without_a_path_there_is_nothing_to_read() -> None:
    with pytest.raises(InvalidArgumentError, match="read_exports needs at least one file or"):
        read_exports(as_of=AS_OF)


def test_a_path_that_does_not_exist_is_an_error(tmp_path) -> None:
    with pytest.raises(NotFoundError, match="nowhere"):
        read(write(tmp_path, GOOD), tmp_path / "nowhere")


def test_where_nothing_is_a_known_export_that_is_an_error(tmp_path) -> None:
    write(tmp_path, {"a": b"x", "b": b""})
    (tmp_path / "c").mkdir()

    for paths in ([tmp_path], [tmp_path / "a", tmp_path / "c"], [tmp_path / "c"]):
        with pytest.raises(ExportFormatError, match="nothing here is a known export"):
            read(*paths)


def test_where_nothing_can_be_read_the_error_says_why(tmp_path) -> None:
    write(tmp_path, {"a.zip": zipped(GOOD)[:-10], "b": b"x"})

    with pytest.raises(ExportFormatError, match=r"a\.zip: the zip archive cannot be opened"):
        read(tmp_path)
