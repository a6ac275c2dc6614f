from __future__ import annotations

import re
from datetime import timedelta

import pytest

import make_sample
import sample_cast
from busy_person import write_busy_person
from make_sample import EXPORTS, contents, differences, stored, write
from netzwerkwandel import sample
from netzwerkwandel.sources import read_exports
from sample_life import letters


# Addresses that are part of a format, and of nobody.
NOT_ADDRESSES = re.compile(r"@(?:google\.com|resource\.calendar\.google\.com|xxx)$")
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*")


def texts():
    for name, content in contents().items():
        parts = content if isinstance(content, dict) else {name: content}
        for inner, data in parts.items():
            yield inner, data.decode("utf-8", "replace").replace("\r\n ", "")


def test_the_package_ships_what_the_script_makes():
    assert differences() == []


@pytest.mark.slow
def test_a_changed_a_missing_and_a_surplus_file_are_noticed(tmp_path):
    write(tmp_path)
    assert differences(tmp_path) == []

    (tmp_path / "contacts.vcf").write_bytes(b"")
    (tmp_path / "old-laptop" / "Inbox").unlink()
    (tmp_path / "surplus.txt").write_bytes(b"")

    assert differences(tmp_path) == ["contacts.vcf", "old-laptop/Inbox", "surplus.txt"]


@pytest.mark.slow
def test_writing_again_repairs_what_was_changed_and_leaves_the_rest(tmp_path):
    write(tmp_path)
    zipped = next(tmp_path.glob("*.zip"))
    before = zipped.stat().st_mtime_ns
    (tmp_path / "contacts.vcf").write_bytes(b"")

    write(tmp_path)

    assert differences(tmp_path) == []
    assert zipped.stat().st_mtime_ns == before


def test_the_check_ends_with_1_where_something_differs(tmp_path, monkeypatch, capsys):
    assert make_sample.main(["--check"]) == 0

    monkeypatch.setattr(make_sample, "differences", lambda: ["contacts.vcf"])

    assert make_sample.main(["--check"]) == 1
    assert "contacts.vcf" in capsys.readouterr().out


def test_all_that_the_sample_adds_to_the_package_is_under_600_kilobytes():
    files = [path for path in EXPORTS.parent.rglob("*") if path.is_file()]

    assert 100_000 < sum(path.stat().st_size for path in files if path.suffix != ".pyc") < 600_000


def test_the_exports_are_found_through_the_package():
    with sample.sample_exports() as exports:
        found = stored("contacts.vcf", exports / "contacts.vcf")

    assert found == contents()["contacts.vcf"]


def test_every_address_ends_in_a_domain_that_nobody_can_have():
    found = {a for _, text in texts() for a in ADDRESS.findall(text) if not NOT_ADDRESSES.search(a)}

    assert len(found) > 250
    assert [address for address in sorted(found) if not address.endswith(".example")] == []


def test_every_profile_says_that_it_is_an_example():
    found = {
        slug
        for _, text in texts()
        for slug in re.findall(r"linkedin\.com/in/([^,\"\s]+)", text)
        if slug != "rex-domke-invest"
    }

    assert len(found) > 150
    assert [slug for slug in sorted(found) if "-example" not in slug] == []


def test_the_person_is_the_one_that_the_package_names():
    assert sample.ME == sample_cast.PRIVATE
    assert sample.NAME == sample_cast.MY_NAME


def test_the_core_is_in_contact_and_the_dormant_are_silent():
    sleeping = {person for person in sample_cast.DORMANT if person not in sample_cast.NEW_FIELD}
    last = {}
    for mail in letters():
        for person in (mail.sender, *mail.to, *mail.cc):
            last[person.mail] = mail.when

    assert not sample_cast.CORE & (sample_cast.DORMANT | sample_cast.NEW_FIELD)
    assert not sample_cast.DORMANT & sample_cast.PRESENT
    three_years_ago = sample.AS_OF - timedelta(days=3 * 365 + 1)
    assert {a for a in sleeping if a in last and last[a] > three_years_ago} == set()
    month_ago = sample.AS_OF - timedelta(days=31)
    assert {a for a in sample_cast.CORE if last[a] < month_ago} == set()


def test_nobody_writes_after_the_moment_of_the_export():
    assert max(mail.when for mail in letters()) < sample.AS_OF


def test_those_whom_she_never_met_never_got_a_mail_from_her():
    met = {
        person.mail
        for mail in letters()
        if mail.sender.name == sample.NAME
        for person in (*mail.to, *mail.cc)
    }

    assert {person.mail for person in sample_cast.UNKNOWN} & met == set()


def test_two_people_share_a_name_and_two_share_an_address():
    annas = [p for p in (*sample_cast.KESSEL, *sample_cast.PARENTS) if p.name == "Anna Schmidt"]

    assert len({anna.mail for anna in annas}) == 2
    assert sample_cast.BROTHER.mail == sample_cast.SISTER_IN_LAW.mail


@pytest.mark.slow
@pytest.mark.parametrize("oddity", [
    "X-GM-THRID: ", "Auto-Submitted: auto-replied", "\nBcc: ", "List-Id: ", "1903", ">From ",
    "undisclosed-recipients:;", "=?ISO-8859-1?Q?", "=?UTF-8?B?", '"Okafor, Ben" <', "MAILER-DAEMON",
    "X-Gmail-Labels: Papierkorb", "X-Gmail-Labels: =?UTF-8?Q?Entw=C3=BCrfe?=",
])  # fmt: skip
def test_the_mailbox_is_as_messy_as_real_ones(oddity):
    assert oddity in dict(texts())[make_sample.MBOX]


@pytest.mark.slow
@pytest.mark.parametrize("oddity", [
    "RRULE:", "EXDATE;", "RECURRENCE-ID;", "STATUS:CANCELLED", "PARTSTAT=DECLINED", "VALUE=DATE",
    "CUTYPE=RESOURCE", "CUTYPE=GROUP", "DTSTART:20250705T150000\r\n", "W. Europe Standard Time",
    "X-WR-CALNAME:mara.vogt@posteo.example",
])  # fmt: skip
def test_the_calendar_has_what_real_ones_have(oddity):
    assert oddity in dict(texts())[f"Takeout/Calendar/{sample.ME}.ics"]


def test_the_address_book_mixes_two_versions():
    cards = dict(texts())["contacts.vcf"]

    assert "VERSION:2.1" in cards
    assert "ENCODING=QUOTED-PRINTABLE:" in cards
    assert "=\r\n" in cards
    assert "VERSION:3.0" in cards
    assert "item1.EMAIL" in cards


def test_whom_google_has_is_in_the_address_book_and_nobody_twice():
    with sample.sample_exports() as exports:
        book = read_exports(exports / "contacts.vcf", as_of=sample.AS_OF)
        both = read_exports(exports / "contacts.vcf", exports / "contacts.csv", as_of=sample.AS_OF)

    assert both.reports[0].used == 15
    assert [(c.key, c.name) for c in both.contacts] == [(c.key, c.name) for c in book.contacts]
    assert both.ties == book.ties


def test_no_line_of_a_calendar_is_longer_than_75_octets():
    for name, content in contents().items():
        if name.endswith(".ics"):
            assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_the_busy_person_is_the_same_each_time_and_as_large_as_asked(tmp_path):
    sizes = {"mails": 300, "events": 40, "connections": 30}
    write_busy_person(tmp_path / "one", **sizes)
    write_busy_person(tmp_path / "two", **sizes)
    write_busy_person(tmp_path / "other", **sizes, seed=2)

    one, two, other = (
        {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}
        for root in (tmp_path / "one", tmp_path / "two", tmp_path / "other")
    )
    assert one == two
    assert one != other
    assert one["mail.mbox"].count(b"\nMessage-ID: ") == 300
    assert one["alex.beck@postfach.example.ics"].count(b"BEGIN:VEVENT") == 40
    archive = "Basic_LinkedInDataExport_10-30-2026"
    assert one[f"{archive}/Connections.csv"].count(b"\n") == 31
