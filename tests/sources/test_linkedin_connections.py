from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import ME, Relation, SkipReason, SourceKind
from sources.linkedin_archive import (
    CONNECTIONS,
    CONTACTS,
    IN,
    MESSAGES,
    POSITIONS,
    PROFILE,
    RECOMMENDATIONS,
    by_key,
    message,
    problems,
    read,
    relations,
    skipped,
)


def test_a_connection_is_a_contact_with_a_tie_since_that_day():
    row = f'Wren,"Hale, PhD",{IN}Wren-Hale/?x=1,wren@example.org,Contoso,Lead,08 Feb 2023'
    reading = read(Connections=CONNECTIONS + row)

    (contact,), (tie,) = reading.contacts, reading.ties
    assert contact.key == "linkedin:wren-hale"
    assert contact.name == "Wren Hale, PhD"
    assert contact.emails == ("wren@example.org",)
    assert contact.profiles == (f"{IN}Wren-Hale/?x=1",)
    assert (contact.organisation, contact.position) == ("Contoso", "Lead")
    assert (tie.a, tie.b, tie.relations) == (ME, contact.key, {Relation.CONNECTION})
    assert tie.since == date(2023, 2, 8)
    report = reading.report
    assert (report.kind, report.where) == (SourceKind.LINKEDIN, "archive")
    assert (report.read, report.used, report.addresses) == (1, 1, 1)
    assert report.first == report.last == datetime(2023, 2, 8, tzinfo=UTC)


def test_without_a_profile_a_connection_is_known_by_address_or_else_by_name_and_day():
    header = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
    rows = "Ben,Okafor,ben@example.org,,,12 Mar 2021\nAma,Owusu,,,,12 Mar 2021\n"
    first, second = read(Connections=header + rows).contacts

    assert first.key.startswith("linkedin-connection:")
    assert second.key == "mailto:ben@example.org"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("preamble", ["", 'Notes:\n"Some, of\nthem"\n\n', '"Notes:"\n\n'])
def test_preamble_encoding_and_line_ends_do_not_matter(encoding, line_end, preamble):
    text = preamble + CONNECTIONS + f"Zoë,Brandt,{IN}zo%C3%AB,,,,08 Feb 2023\n,,,,,,07 Jun 2023"
    reading = read(Connections=text.replace("\n", line_end).encode(encoding))

    assert [(c.key, c.name) for c in reading.contacts] == [("linkedin:zoë", "Zoë Brandt")]
    assert skipped(reading) == {SkipReason.HIDDEN_PROFILE: 1}
    assert problems(reading) == []


@pytest.mark.parametrize(
    "text",
    [
        "Verbunden am;Firma;Nachname;Vorname\n8. Mär. 2021;Contoso;Okafor;Ben\n",
        "Prénom,Nom,Entreprise,Connecté le\nBen,Okafor,Contoso,08 mars 2021\n",
        "Nombre,Apellidos,Empresa,Conectado el\nBen,Okafor,Contoso,8 de marzo de 2021\n",
        "Nome\tCognome\tAzienda\tCollegato il\nBen\tOkafor\tContoso\t08 mar 2021\n",
    ],
)
def test_columns_are_found_by_name_in_any_order_and_language(text):
    reading = read(Kontakte=text)

    (contact,) = reading.contacts
    assert (contact.name, contact.organisation) == ("Ben Okafor", "Contoso")
    assert reading.ties[0].since == date(2021, 3, 8)


def test_columns_that_are_not_known_are_told_of():
    reading = read(Connections="First Name,Last Name,Connected On,Shoe Size\nBen,O,1 Jan 2020,44\n")

    assert len(reading.contacts) == 1
    (problem,) = problems(reading)
    assert "'Shoe Size'" in problem
    assert "First Name" not in problem


def test_short_rows_are_read_and_rows_with_a_cell_too_many_are_told_of():
    reading = read(
        Connections=f"{CONNECTIONS}Ben,Okafor,{IN}ben\nAma,O,{IN}ama,,Acme, Inc.,Lead,01 Jan 2020\n"
    )

    assert by_key(reading).keys() == {"linkedin:ben"}
    assert skipped(reading) == {SkipReason.BROKEN: 1}
    assert problems(reading) == [
        "archive, Connections.csv, row 3: a row must have at most 7 cells, got 8",
        "archive, Connections.csv, row 2: the day of the connection cannot be read",
    ]


@pytest.mark.parametrize("day", ["", "soon", "01 Jan 1970"])
def test_a_connection_without_a_usable_day_stays_a_contact(day):
    reading = read(Connections=f"{CONNECTIONS}Ben,Okafor,{IN}ben,,,,{day}\n")

    assert len(reading.contacts) == 1
    assert reading.ties[0].since is None
    assert len(problems(reading)) == 1


def test_a_connection_after_the_moment_of_reading_is_left_out():
    rows = f"Ben,O,{IN}ben,,,,02 Jun 2026\nAma,O,{IN}ama,,,,01 Jun 2026\n"
    reading = read(Connections=CONNECTIONS + rows)

    assert by_key(reading).keys() == {"linkedin:ama"}
    assert skipped(reading) == {SkipReason.FUTURE: 1}


def test_the_same_connection_twice_is_counted_once():
    row = f"Ben,Okafor,{IN}ben,,,,08 Feb 2023\n"
    reading = read(Connections=CONNECTIONS + row + row)

    assert len(reading.contacts) == len(reading.ties) == 1
    assert skipped(reading) == {SkipReason.DUPLICATE: 1}


def test_a_shared_address_does_not_merge_two_connections():
    rows = "Mara,V,,team@example.org,,,1 Jan 2020\nTom,V,,team@example.org,,,1 Jan 2020\n"

    assert len(read(Connections=CONNECTIONS + rows).contacts) == 2


def test_who_works_where_the_owner_worked_is_a_colleague():
    positions = (
        "Contoso GmbH,,2015,2018\nFabrikam,,2018,\nFabrikam,,2018,2019\nSelf-employed,,1,2\n"
    )
    rows = (
        f'A,A,{IN}a,,"CONTOSO, Inc.",,1 Jan 2020\n'
        f"B,B,{IN}b,,Fabrikam,,1 Jan 2020\n"
        f"C,C,{IN}c,,Contoso Bank,,1 Jan 2020\n"
        f"D,D,{IN}d,,Self-employed,,1 Jan 2020\n"
    )
    reading = read(Connections=CONNECTIONS + rows, Positions=POSITIONS + positions)

    assert relations(reading) == {
        "linkedin:a": {Relation.CONNECTION, Relation.FORMER_COLLEAGUE},
        "linkedin:b": {Relation.CONNECTION, Relation.COLLEAGUE},
        "linkedin:c": {Relation.CONNECTION},
        "linkedin:d": {Relation.CONNECTION},
    }


@pytest.mark.parametrize(
    ("positions", "employer"),
    [
        ("Contoso,,2015,2018\nFabrikam,Lead,2018,\n", "Fabrikam"),
        ("Fabrikam,Lead,2019,\nFabrikam,Buyer,2018,\nSelf-employed,,2020,\n", "Fabrikam"),
        ("Fabrikam,Lead,2018,\nContoso,Board,2018,\n", ""),
        ("Contoso,,2015,2018\n", ""),
    ],
)
def test_where_the_owner_works_is_known_where_the_archive_tells_one_place(positions, employer):
    reading = read(Profile=PROFILE, Positions=POSITIONS + positions)

    assert by_key(reading)[ME].organisation == employer


def test_what_a_connection_says_of_work_is_as_of_the_last_date_in_the_archive():
    rows = f"Ben,Okafor,{IN}ben,,Contoso,Nurse,08 Feb 2023\nEve,Stone,{IN}eve,,,,09 Feb 2023\n"
    late = message(date="2024-06-01 23:30:00 -0200")

    reading = read(Connections=CONNECTIONS + rows, messages=MESSAGES + late)

    seen = {key: contact.seen for key, contact in by_key(reading).items()}
    assert seen["linkedin:ben"] == date(2024, 6, 2)
    assert seen["linkedin:eve"] is None


def test_work_in_the_imported_address_book_or_a_recommendation_has_no_date():
    contacts = CONTACTS + "MOBILE,Ben,Okafor,Contoso,Nurse,ben@example.org,,Ben Okafor,\n"
    received = RECOMMENDATIONS + "Eve,Stone,Contoso,Nurse,Good,2024-06-01,VISIBLE\n"

    reading = read(
        Contacts=contacts,
        Recommendations_Received=received,
        Connections=CONNECTIONS + f"Ann,Lee,{IN}ann,,Contoso,Nurse,08 Feb 2023\n",
    )

    told = {c.name: (c.organisation, c.seen) for c in reading.contacts}
    assert told["Ben Okafor"] == ("Contoso", None)
    assert told["Eve Stone"] == ("Contoso", None)
    assert told["Ann Lee"] == ("Contoso", date(2024, 6, 1))


def test_a_sorted_list_has_its_heading_among_the_rows():
    rows = [f"Ben{n},Okafor,{IN}ben{n},,Contoso,PM,12 Mar 2018\n" for n in range(40)]
    reading = read(Connections=",,,,,,7 Jun 2026\n" + "".join(rows[:30]) + CONNECTIONS + rows[30])

    assert len(reading.ties) == 31
    assert by_key(reading)["linkedin:ben30"].organisation == "Contoso"
    with pytest.raises(ExportFormatError, match="without the heading"):
        read(Connections="".join(rows))
