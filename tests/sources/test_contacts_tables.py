from __future__ import annotations

import base64
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import netzwerkwandel as nw
from netzwerkwandel.sources import ReadContext, Source
from netzwerkwandel.sources.contacts import (
    THUNDERBIRD_CONTACTS,
    XING_CONTACTS,
    DirectoryReader,
)
from sources.table_texts import AS_OF, by_name, people, read, relations, table
from sources.work import grows_in_proportion


ALUMNI = nw.TableReader(
    {
        "Absolvent:in": "name",
        "E-Mail": "email",
        "Firma heute": "organisation",
        "Betreut von": "mentor",
        "Gruppe": "community",
    },
    "alumni list",
    relation="classmate",
)
LIST = table(
    ["Jahrgang 2008"],
    ["Absolvent:in", "Jahr", "e-mail", "Firma heute", "Betreut von", "Gruppe", "Bemerkung"],
    [
        "Okafor, Ben",
        "2008",
        "ben@example.org",
        "Contoso",
        "Prof. Ute Ott",
        "Chor; Rudern",
        "geheim",
    ],
    ["Eva Maier", "2008", "eva@example.org; eva@example.net", "", "", "", ""],
)


def test_a_table_of_ones_own_is_read_by_the_map_of_its_columns():
    reading = read(ALUMNI, LIST)

    people_ = by_name(reading)
    assert people_["Ben Okafor"].organisation == "Contoso"
    assert people_["Ben Okafor"].communities == ("Chor", "Rudern")
    assert people_["Eva Maier"].emails == ("eva@example.org", "eva@example.net")
    assert relations(reading) == {
        ("me", "Ben Okafor"): {"classmate"},
        ("me", "Eva Maier"): {"classmate"},
        ("Ben Okafor", "Prof. Ute Ott"): {"mentor"},
    }
    assert (reading.report.kind, reading.report.read, reading.report.used) == ("alumni list", 2, 2)


def test_it_is_asked_beside_the_other_readers(tmp_path):
    (tmp_path / "liste.csv").write_text(LIST, encoding="cp1252")

    records = nw.read_exports(tmp_path, readers=[ALUMNI, *nw.READERS], as_of=AS_OF)

    assert records.contact("mailto:ben@example.org").name == "Ben Okafor"


def test_without_it_the_summary_says_what_to_do(tmp_path):
    (tmp_path / "liste.csv").write_text(LIST, encoding="cp1252")
    (tmp_path / "list.csv").write_text("Name,Email\nBen,ben@example.org\n", encoding="utf-8")

    with pytest.raises(
        nw.ExportFormatError, match=r"list\.csv.*: a table with mail addresses; say"
    ):
        nw.read_exports(tmp_path, as_of=AS_OF)


def test_a_list_of_strangers_makes_no_ties():
    strangers = nw.TableReader({"Name": "name", "Mail": "email"}, "members", relation=None)

    reading = read(strangers, "Name,Mail\nBen Okafor,ben@example.org\n")

    assert (len(reading.contacts), reading.ties) == (1, ())


def test_some_columns_may_be_enough():
    reader = nw.TableReader(
        {"Name": "name", "Mail": "email", "Firm": "organisation"},
        known_by=[frozenset({"name", "mail"})],
    )

    assert len(read(reader, "Mail;Name\nben@example.org;Ben Okafor\n").contacts) == 1


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"Name": "names"}, "a field must be one of name, given name"),
        ({"---": "name"}, "columns must be called by a text with a letter in it, got '---'"),
        ({}, "columns must map"),
        (["Name"], "columns must map"),
    ],
)
def test_a_map_that_is_none_is_refused(columns, told):
    with pytest.raises(nw.InvalidArgumentError, match=told):
        nw.TableReader(columns)


def test_a_relation_that_is_none_is_refused():
    with pytest.raises(nw.InvalidArgumentError, match="relation"):
        nw.TableReader({"Name": "name"}, relation="buddy")


def test_a_table_without_such_a_heading_is_refused():
    with pytest.raises(nw.ExportFormatError, match=r"a table of this kind \(alumni list\)"):
        ALUMNI.read(Source.from_bytes(b"Name,Mail\n", "x.csv"), ReadContext(as_of=AS_OF))


def test_a_reader_travels_to_other_processes():
    assert pickle.loads(pickle.dumps(ALUMNI)) == ALUMNI


def test_thunderbird_is_read_in_its_languages():
    english = people(
        {
            "First Name": "Ben",
            "Last Name": "Okafor",
            "Display Name": "Okafor (UX)",
            "Primary Email": "ben@example.org",
            "Secondary Email": "okafor@example.net",
            "Work Phone": "+49 30 901820",
        },
        columns="First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,"
        "Work Phone,Notes".split(","),
    )
    german = people(
        {"Anzeigename": "Okafor, Ben", "Primäre E-Mail-Adresse": "ben@example.org"},
        columns="Vorname,Nachname,Anzeigename,Primäre E-Mail-Adresse,Tel. dienstlich".split(","),
    )

    (ben,) = read(THUNDERBIRD_CONTACTS, english).contacts
    assert (ben.name, ben.work_phones) == ("Ben Okafor", ("+49 30 901820",))
    assert ben.emails == ("ben@example.org", "okafor@example.net")
    others = [
        people(
            dict(zip(columns.split(","), ["Ben", "Okafor", "", "ben@example.org"], strict=True)),
            columns=columns.split(","),
        )
        for columns in (
            "Prénom,Nom de famille,Nom à afficher,Première adresse électronique",
            "Nome,Cognome,Nome visualizzato,Email primaria",
        )
    ]
    for text in (german, *others):
        assert by_name(read(THUNDERBIRD_CONTACTS, text)).keys() == {"Ben Okafor"}


def test_a_list_of_xing_tells_since_when():
    text = table(
        ["Vorname", "Nachname", "Firma", "Position", "E-Mail", "Kontakt seit"],
        ["Anna", "Schmidt", "Contoso", "PM", "anna@contoso.example", "12.03.2018"],
        between=";",
    )

    (tie,) = read(XING_CONTACTS, text).ties

    assert (tie.relations, tie.since.isoformat()) == (
        frozenset({nw.Relation.CONNECTION}),
        "2018-03-12",
    )


def test_a_list_with_more_columns_is_not_taken_for_one_of_xing():
    head = b"First Name,Last Name,E-Mail,Company,Position,Class Year\n"

    assert not XING_CONTACTS.looks_like(head, "list.csv")


DIRECTORY = f"""version: 1

# the people of the choir
dn: cn=Zo=C3=AB Vogt,mail=zoe@example.org
objectclass: top
objectclass: mozillaAbPersonAlpha
cn:: {base64.b64encode("Zoë Vogt".encode()).decode()}
mail: zoe@
 example.org
mobile: +49 170 1234567
telephoneNumber;lang-de: +49 30 901820
o: Contoso
title: UX
description: owes me ten euros
modifytimestamp: 0

dn: cn=Choir
objectclass: groupOfNames
cn: Choir
member: cn=Zoe,mail=zoe@example.org

cn: no name of its own
"""


def test_a_directory_is_read_and_its_lists_are_no_people():
    reading = read(DirectoryReader(), DIRECTORY, "book.ldif")

    (zoe,) = reading.contacts
    assert (zoe.name, zoe.emails, zoe.organisation) == ("Zoë Vogt", ("zoe@example.org",), "Contoso")
    assert (zoe.phones, zoe.notes) == (("+49 170 1234567", "+49 30 901820"), "")
    assert dict(reading.report.skipped) == {
        nw.SkipReason.NOT_A_PERSON: 1,
        nw.SkipReason.BROKEN: 1,
    }
    assert str(reading.report.problems[0]).startswith("book.ldif, entry 3")


@pytest.mark.parametrize(
    ("reader", "make"),
    [
        (DirectoryReader(), lambda n: DIRECTORY + n * "dn: cn=x\ncn: Ben Okafor\n more\n\n"),
        (ALUMNI, lambda n: LIST + n * 'Ben Okafor,2008,"ben@example.org'),
    ],
    ids=["directory", "table"],
)
def test_reading_is_linear(reader, make):
    assert grows_in_proportion(lambda text: read(reader, text), make, 200)


@pytest.mark.parametrize("text", [" ", "a", ";", "a b", "<"])
def test_a_cell_of_any_length_is_read(text):
    cell = text * 300_000

    assert len(read(ALUMNI, LIST + f"Ute Ott,2008,{cell},{cell},{cell},{cell},\n").contacts) >= 3


HEADS = {
    "mail": b"From: Ben <ben@example.org>\nTo: Mara <mara@example.org>\nSubject: x\n\n",
    "calendar": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "address book": b"BEGIN:VCARD\r\nVERSION:3.0\r\n",
    "linkedin": b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n",
    "google contacts": b"First Name,Last Name,Organization Name,Labels,E-mail 1 - Value\n",
    "outlook contacts": b"Title,First Name,Middle Name,Last Name,Suffix,Company,E-mail Address\n",
    "apple contacts": b"SQLite format 3\0CREATE TABLE ZABCDRECORD (Z_PK INTEGER)",
    "outlook mail": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    + "__properties_version1.0".encode("utf-16-le"),
    "outlook data file": b"!BDN\0\0\0\0",
    "outlook for mac": b'<?xml version="1.0"?><emails elementCount="1"><email>',
    "outlook calendar": b'"Subject","Start Date","Start Time","End Date","Required Attendees"\n',
    "thunderbird contacts": b"First Name,Last Name,Display Name,Primary Email\n",
    "xing contacts": b"First Name,Last Name,E-Mail,Company,Position\n",
    "directory": b"dn: cn=Ben Okafor,mail=ben@example.org\n",
}


@pytest.mark.parametrize("kind", HEADS)
def test_no_reader_takes_the_file_of_another(kind):
    knowing = [reader.kind for reader in nw.READERS if reader.looks_like(HEADS[kind], "x")]

    assert knowing == [kind]


@given(data=st.binary(max_size=300))
@pytest.mark.parametrize("kind", ["google contacts", "outlook contacts", "directory"])
def test_any_bytes_at_all_are_read_or_refused(kind, data):
    (reader,) = (each for each in nw.READERS if each.kind == kind)
    source = Source.from_bytes(HEADS[kind] + data, "x")

    report = reader.read(source, ReadContext(as_of=AS_OF)).report

    assert report.read == report.used + sum(count for _, count in report.skipped)
