from __future__ import annotations

import plistlib
import random
import sqlite3
from contextlib import closing

import pytest

import netzwerkwandel as nw
from netzwerkwandel.sources import ReadContext, Source, SourceFile
from netzwerkwandel.sources.apple import AppleContactsReader
from sources.table_texts import AS_OF, by_name, relations


SCHEMA = """
CREATE TABLE ZABCDRECORD (Z_PK INTEGER, Z_ENT INTEGER, ZDISPLAYFLAGS INTEGER, ZFIRSTNAME TEXT,
    ZMIDDLENAME TEXT, ZLASTNAME TEXT, ZNICKNAME TEXT, ZORGANIZATION TEXT, ZJOBTITLE TEXT,
    ZUNIQUEID TEXT, ZNOTE TEXT);
CREATE TABLE ZABCDEMAILADDRESS (Z_PK INTEGER, ZOWNER INTEGER, ZADDRESS TEXT, ZLABEL TEXT);
CREATE TABLE ZABCDPHONENUMBER (Z_PK INTEGER, ZOWNER INTEGER, ZFULLNUMBER TEXT, ZLABEL TEXT);
CREATE TABLE ZABCDURLADDRESS (Z_PK INTEGER, ZOWNER INTEGER, ZURL TEXT, ZLABEL TEXT);
CREATE TABLE ZABCDRELATEDNAME (Z_PK INTEGER, ZOWNER INTEGER, ZNAME TEXT, ZLABEL TEXT);
"""
PEOPLE = """
INSERT INTO ZABCDRECORD VALUES
    (1, 22, 0, 'Ben', NULL, 'Okafor', 'Benny', 'Contoso', 'UX', 'A:ABPerson', 'a secret'),
    (2, 22, 1, NULL, NULL, NULL, NULL, 'Contoso', NULL, 'B:ABPerson', NULL),
    (3, 22, 0, 'Eva', NULL, 'Maier', NULL, NULL, NULL, 'C:ABPerson', NULL),
    (4, 19, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'D:ABGroup', NULL);
INSERT INTO ZABCDEMAILADDRESS VALUES (1, 1, 'ben@example.org', '_$!<Work>!$_');
INSERT INTO ZABCDPHONENUMBER VALUES
    (1, 1, '+49 170 1234567', '_$!<Mobile>!$_'), (2, 1, '+49 30 901820', '_$!<Work>!$_'),
    (3, 1, '+49 30 901821', '_$!<WorkFAX>!$_'), (4, 2, '+49 30 900000', '_$!<Main>!$_');
INSERT INTO ZABCDURLADDRESS VALUES (1, 1, 'https://www.linkedin.com/in/ben', '_$!<HomePage>!$_');
INSERT INTO ZABCDRELATEDNAME VALUES (1, 1, 'Eva Maier', '_$!<Manager>!$_');
"""
CARD = {
    "First": "Zoë",
    "Last": "Vogt",
    "Organization": "Fabrikam",
    "UID": "E:ABPerson",
    "Note": "a secret",
    "Email": {"values": ["zoe@example.org"], "labels": ["_$!<Home>!$_"]},
    "Phone": {"values": ["+49 170 7654321"], "labels": ["_$!<Mobile>!$_"]},
}
DATABASE, CARDS = "Contacts.abbu/AddressBook-v22.abcddb", "Contacts.abbu/Metadata/E:ABPerson.abcdp"


def database(*scripts):
    with closing(sqlite3.connect(":memory:")) as made:
        for script in scripts or (SCHEMA, PEOPLE):
            made.executescript(script)
        return made.serialize()


def card(**changes):
    return plistlib.dumps({**CARD, **changes}, fmt=plistlib.FMT_BINARY)


def read(files):
    several = [SourceFile.from_bytes(data, name) for name, data in files.items()]
    reader = AppleContactsReader()
    assert all(reader.looks_like(each.head(), each.name) for each in several)
    assert {reader.group(each, b"") for each in several} == {"Contacts.abbu"}
    return reader.read(Source(several, "Contacts.abbu"), ReadContext(as_of=AS_OF))


def test_the_database_tells_all_of_a_person_and_no_free_text():
    reading = read({DATABASE: database()})

    ben = by_name(reading)["Ben Okafor"]
    assert (ben.emails, ben.nicknames) == (("ben@example.org",), ("Benny",))
    assert set(ben.phones) == {"+49 170 1234567", "+49 30 901820"}
    assert ben.work_phones == ("+49 30 901820",)
    assert (ben.organisation, ben.position) == ("Contoso", "UX")
    assert ben.profiles == ("https://www.linkedin.com/in/ben",)
    assert relations(reading) == {
        ("me", "Ben Okafor"): {"acquaintance"},
        ("me", "Eva Maier"): {"acquaintance"},
        ("Ben Okafor", "Eva Maier"): {"boss"},
    }
    assert "secret" not in repr(reading)
    assert dict(reading.report.skipped) == {nw.SkipReason.NOT_A_PERSON: 1}


def test_the_file_of_a_card_is_read():
    (zoe,) = read({CARDS: card()}).contacts

    assert (zoe.name, zoe.organisation) == ("Zoë Vogt", "Fabrikam")
    assert (zoe.emails, zoe.phones) == (("zoe@example.org",), ("+49 170 7654321",))
    assert zoe.notes == ""


def test_the_parts_of_an_archive_are_one_address_book():
    twice = card(First="Ben", Last="Okafor", UID="A:ABPerson") + b""
    reading = read({DATABASE: database(), CARDS: card(), f"{CARDS}2.abcdp": twice})

    assert {"Ben Okafor", "Eva Maier", "Zoë Vogt"} == set(by_name(reading))


def test_a_database_that_was_open_is_read_without_its_journal():
    data = bytearray(database())
    data[18:20] = b"\2\2"

    assert "Eva Maier" in by_name(read({DATABASE: bytes(data)}))


def test_what_a_schema_wants_to_run_is_not_run():
    endless = """
    CREATE TABLE x (y);
    CREATE VIEW ZABCDRECORD AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT i AS Z_PK, 0 AS ZDISPLAYFLAGS, 'Ben' AS ZFIRSTNAME FROM n;
    """

    assert read({DATABASE: database(endless)}).contacts == ()


@pytest.mark.parametrize(
    "data", [b"SQLite format 3\0" + bytes(84), b"SQLite format 3\0", b"bplist00" + bytes(30)]
)
def test_a_broken_archive_says_what_to_do(data):
    name = DATABASE if data.startswith(b"SQL") else CARDS

    with pytest.raises(nw.ExportFormatError, match=r"export it as vCard \(\.vcf\) instead"):
        read({name: data})


@pytest.mark.parametrize("values", ["x", 7, [1, None], {}, None])
def test_a_card_of_another_shape_is_read_as_far_as_it_goes(values):
    reading = read({CARDS: card(Email={"values": values, "labels": values}, Phone=values or [])})

    assert reading.report.read == reading.report.used + sum(n for _, n in reading.report.skipped)


@pytest.mark.parametrize("seed", range(30))
def test_any_bytes_are_read_or_refused(seed):
    rng = random.Random(seed)
    name, data = rng.choice([(DATABASE, bytearray(database())), (CARDS, bytearray(card()))])
    for _ in range(rng.choice((1, 9, 300))):
        data[rng.randrange(16, len(data))] = rng.randrange(256)

    try:
        report = read({name: bytes(data)}).report
    except nw.ExportFormatError:
        return
    assert report.read == report.used + sum(count for _, count in report.skipped)
