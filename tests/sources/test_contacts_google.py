from __future__ import annotations

import pytest

from netzwerkwandel.model import SkipReason
from netzwerkwandel.sources.contacts import GoogleContactsReader
from sources.table_texts import by_name, people, read, relations
from sources.work import grows_in_proportion


NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,File As,"
    "Organization Name,Organization Title,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,"
    "Phone 2 - Value,Website 1 - Label,Website 1 - Value,Relation 1 - Label,Relation 1 - Value,"
    "Custom Field 1 - Label,Custom Field 1 - Value"
).split(",")
OLD = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Notes,Group Membership,E-mail 1 - Type,"
    "E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,Organization 1 - Title"
).split(",")
BEN = {
    "First Name": "Ben",
    "Last Name": "Okafor",
    "Nickname": "Benny",
    "Organization Name": "Contoso",
    "Organization Title": "UX",
    "Birthday": "1979-04-01",
    "Notes": "owes me ten euros",
    "Labels": "* myContacts ::: Choir ::: Friends",
    "E-mail 1 - Label": "* Work",
    "E-mail 1 - Value": "ben@example.org ::: okafor@example.net",
    "E-mail 2 - Value": "Ben@Example.com",
    "Phone 1 - Label": "Work",
    "Phone 1 - Value": "+49 30 901820",
    "Phone 2 - Label": "Mobile",
    "Phone 2 - Value": "+49 170 1234567",
    "Website 1 - Value": "https://www.linkedin.com/in/ben-okafor",
    "Custom Field 1 - Value": "a secret",
}


def google(*rows, columns=NEW, **how):
    return read(GoogleContactsReader(), people(*rows, columns=columns), **how)


def test_a_row_of_today_tells_all_of_a_person_and_no_free_text():
    reading = google(BEN)

    (ben,) = reading.contacts
    assert (ben.name, ben.nicknames, ben.born) == ("Ben Okafor", ("Benny",), "1979-04-01")
    assert ben.emails == ("ben@example.org", "okafor@example.net", "Ben@Example.com")
    assert set(ben.phones) == {"+49 30 901820", "+49 170 1234567"}
    assert ben.work_phones == ("+49 30 901820",)
    assert ben.profiles == ("https://www.linkedin.com/in/ben-okafor",)
    assert (ben.organisation, ben.position) == ("Contoso", "UX")
    assert ben.communities == ("Choir",)
    assert ben.notes == ""
    assert "secret" not in repr(reading.contacts[0]) + str(reading.report)
    assert relations(reading) == {("me", "Ben Okafor"): {"acquaintance", "friend"}}
    assert not len(reading.interactions)
    assert reading.report.kind == "google contacts"


def test_a_row_of_before_2024_is_read_alike():
    row = {
        "Name": "Ben Okafor",
        "Given Name": "Ben",
        "Family Name": "Okafor",
        "Group Membership": "* My Contacts ::: Choir",
        "E-mail 1 - Type": "* Work",
        "E-mail 1 - Value": "ben@example.org",
        "Organization 1 - Name": "Contoso",
        "Organization 1 - Title": "UX",
    }

    (ben,) = google(row, columns=OLD).contacts

    assert (ben.key, ben.name) == ("mailto:ben@example.org", "Ben Okafor")
    assert (ben.organisation, ben.position, ben.communities) == ("Contoso", "UX", ("Choir",))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_encodings_of_all_times_are_read(encoding):
    text = people({"Name": "Zoë Vogt", "E-mail 1 - Value": "z@example.org"}, columns=OLD)

    assert by_name(read(GoogleContactsReader(), text, encoding=encoding)).keys() == {"Zoë Vogt"}


def test_relations_are_ties_to_who_bears_the_name():
    reading = google(
        {**BEN, "Relation 1 - Label": "Manager", "Relation 1 - Value": "Eva Maier"},
        {"First Name": "Eva", "Last Name": "Maier", "E-mail 1 - Value": "eva@example.org"},
        {
            "First Name": "Ute",
            "Last Name": "Ott",
            "Relation 1 - Label": "Spouse",
            "Relation 1 - Value": "Jan Ott",
        },
    )

    assert relations(reading)["Ben Okafor", "Eva Maier"] == {"boss"}
    assert relations(reading)["Ute Ott", "Jan Ott"] == {"family"}
    assert ("me", "Jan Ott") not in relations(reading)


def test_a_shop_is_nobody_to_talk_to_and_a_firm_no_person():
    reading = google(
        {"First Name": "Zahnarzt", "Phone 1 - Value": "+49 30 111111"},
        {"Organization Name": "Contoso", "Phone 1 - Value": "+49 30 222222"},
        {"File As": "Contoso", "Organization Name": "Contoso", "Phone 1 - Value": "+49 30 333333"},
        {"Notes": "nothing else"},
    )

    assert reading.ties == ()
    assert dict(reading.report.skipped) == {SkipReason.NOT_A_PERSON: 1, SkipReason.ANONYMOUS: 1}
    assert reading.report.read == reading.report.used + 2


def test_a_fax_is_no_number_and_a_cut_number_neither():
    reading = google(
        {
            **BEN,
            "Phone 1 - Label": "Work Fax",
            "Phone 2 - Label": "",
            "Phone 2 - Value": "4.91701E+11",
        }
    )

    assert reading.contacts[0].phones == ()


def test_a_suffix_that_tells_two_apart_stays():
    reading = google(
        {"First Name": "Hans", "Last Name": "Huber", "E-mail 1 - Value": "h@example.org"},
        {"First Name": "Hans", "Last Name": "Huber", "Name Suffix": "jun."},
    )

    assert {contact.name for contact in reading.contacts} == {"Hans Huber", "Hans Huber, jun."}


def test_a_broken_row_is_told_with_its_number_and_no_address():
    text = people(BEN, columns=NEW) + "Eva,,Maier," + 30 * "eva@example.org," + "\r\n"
    reading = read(GoogleContactsReader(), text)

    (problem,) = reading.report.problems
    assert (problem.where, reading.report.read, reading.report.used) == (
        "contacts.csv, row 3",
        2,
        1,
    )
    assert "@" not in str(problem)


def test_the_order_of_rows_and_columns_does_not_matter():
    eva = {"First Name": "Eva", "Last Name": "Maier", "Phone 1 - Value": "+49 170 7654321"}

    one, other = google(BEN, eva), google(eva, BEN, columns=NEW[::-1])

    assert (one.contacts, one.ties) == (other.contacts, other.ties)


def test_reading_is_linear():
    def make(count):
        rows = [{**BEN, "E-mail 1 - Value": f"ben{n}@example.org"} for n in range(count)]
        return people(*rows, columns=NEW)

    assert grows_in_proportion(lambda text: read(GoogleContactsReader(), text), make, 100)
