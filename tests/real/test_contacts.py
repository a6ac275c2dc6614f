"""Contacts in the forms in which programs have written them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

import netzwerkwandel as nw


DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
CASES = DATA / "cases" / "people"
AS_OF = datetime(2026, 11, 1, tzinfo=UTC)
KINDS = {
    "X_google_contacts_new": "google contacts",
    "X_google_contacts_old": "google contacts",
    "X_outlook_de": "outlook contacts",
    "X_outlook_en": "outlook contacts",
    "X_thunderbird": "thunderbird contacts",
    "X_thunderbird_ldif": "directory",
    "X_xing": "xing contacts",
    "X_xing_en": "xing contacts",
}

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the cases are not here")


@pytest.mark.parametrize("case", KINDS)
def test_anna_is_known_and_was_not_in_touch(case) -> None:
    records = nw.read_exports(CASES / case, as_of=AS_OF)

    anna = records.contact("mailto:anna@contoso.example")
    assert (anna.name, len(records.interactions)) == ("Anna Schmidt", 0)
    assert [report.kind for report in records.reports] == [KINDS[case]]


def test_the_table_of_google_is_not_taken_for_a_part_of_the_archive_beside_it() -> None:
    records = nw.read_exports(CASES / "X9_google_csv_beside_linkedin", as_of=AS_OF)

    assert [report.kind for report in records.reports] == ["linkedin", "google contacts"]
    assert {contact.name for contact in records.contacts} == {"Anna Schmidt", "Mara Vogt"}


def test_answers_of_linkedins_programming_interface_are_an_archive() -> None:
    records = nw.read_exports(CASES / "X_linkedin_dma_json", as_of=AS_OF)

    anna = records.contact("linkedin:anna")
    assert (anna.name, [str(tie.since) for tie in records.ties]) == ("Anna Schmidt", ["2018-03-12"])


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("X_apple_abbu", r"export it as vCard \(\.vcf\) instead"),
        ("X_outlook_msg", r"save it as \.eml"),
        ("X_outlook_pst", "make mails of it with `readpst -e`"),
        ("X_outlook_olm", "this archive of Outlook for Mac holds no mail"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(case, told) -> None:
    with pytest.raises(nw.ExportFormatError, match=told):
        nw.read_exports(CASES / case, as_of=AS_OF)


def test_a_mail_of_apple_is_read() -> None:
    (mail,) = nw.read_exports(CASES / "X_apple_mail_emlx", as_of=AS_OF).interactions

    assert mail.sender == "mailto:anna@contoso.example"


def test_contacts_of_2024_are_read_whole() -> None:
    book = DATA / "contacts" / "lexnetwork-google-contacts-2024-header.csv"

    (report,) = nw.read_exports(book, as_of=AS_OF).reports

    assert (report.read, report.used, report.problems) == (3, 3, ())
