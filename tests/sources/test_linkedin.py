from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import ME
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.linkedin import read_linkedin
from sources.linkedin_archive import (
    AS_OF,
    CONNECTIONS,
    CONTACTS,
    ENDORSEMENTS,
    IN,
    INVITATIONS,
    MESSAGES,
    POSITIONS,
    PROFILE,
    RECOMMENDATIONS,
    problems,
    read,
    skipped,
)


def test_files_without_a_table_about_people_are_no_archive():
    with pytest.raises(ExportFormatError, match="its columns are Month, Amount"):
        read(budget="Month,Amount\n")
    with pytest.raises(ExportFormatError, match="no table about people"):
        read_linkedin([], "archive", as_of=AS_OF)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(), "the file cannot be opened"),
        (ExportFormatError("archive.zip", "the entry is damaged"), "the entry is damaged"),
    ],
)
def test_a_file_that_cannot_be_opened_is_told_of_and_the_others_are_read(error, reason):
    def fail():
        raise error

    files = [
        SourceFile("messages.csv", fail),
        SourceFile.from_bytes(PROFILE.encode(), "Profile.csv"),
    ]
    reading = read_linkedin(files, "archive", as_of=AS_OF)

    assert problems(reading) == [f"archive, messages.csv: {reason}"]
    assert len(reading.contacts) == 1


@pytest.mark.parametrize(
    "url", ["https://linkedin.com/in/%0A", "https://linkedin.com/in/a%00", "[x"]
)
def test_a_profile_that_cannot_be_a_key_is_no_profile(url):
    (contact,) = read(Connections=f"{CONNECTIONS}Ben,Okafor,{url},,,,1 Jan 2020\n").contacts

    assert contact.key.startswith("linkedin-connection:")


def test_a_name_of_a_megabyte_is_cut():
    (contact,) = read(Connections=f"{CONNECTIONS}{'n' * 1_000_000},,,,,,1 Jan 2020\n").contacts

    assert len(contact.name) == 200


ROWS = [
    f"Ben,Okafor,{IN}ben,,Contoso,Lead,08 Feb 2023",
    f"Ben,Okafor,{IN}BEN,,Fabrikam,Head,08 Feb 2022",
    "Ama,Owusu,,team@example.org,,,01 Jan 2020",
    "Tom,Roe,,team@example.org,,,01 Jan 2020",
    ",,,,,,07 Jun 2023",
    "Lena,Vogt,,,,,3/4/2020",
    "Lena,Vogt,,,,,13/4/2020",
]


@given(st.permutations(ROWS))
def test_the_order_of_connections_does_not_matter(rows):
    expected = read(Connections=CONNECTIONS + "\n".join(ROWS))

    assert read(Connections=CONNECTIONS + "\n".join(rows)) == expected


HEADERS = st.sampled_from(
    [
        CONNECTIONS,
        MESSAGES,
        INVITATIONS,
        PROFILE,
        POSITIONS,
        ENDORSEMENTS,
        RECOMMENDATIONS,
        CONTACTS,
    ]
)
CELL = st.sampled_from(
    [
        "",
        "Ben",
        "Mara, PhD",
        IN + "ben",
        "linkedin.com/in/%00",
        "1 Jan 2020",
        "2020-01-01 10:00 +9999",
        "1/2/20, 1:00 PM",
        "OUTGOING",
        "INCOMING",
        "LinkedIn Member",
        "ben@example.org",
        "\ud7ff\0",
    ]
)
TABLE = st.lists(st.lists(CELL, max_size=11).map(lambda cells: '"' + '","'.join(cells) + '"'))


@given(st.lists(st.tuples(HEADERS, TABLE, st.binary(max_size=9)), max_size=3))
def test_any_bytes_give_a_sound_reading_or_a_format_error(tables):
    files = [
        SourceFile.from_bytes((header + "\n".join(rows)).encode() + tail, f"{index}.csv")
        for index, (header, rows, tail) in enumerate(tables)
    ]
    try:
        reading = read_linkedin(files, "archive", as_of=AS_OF)
    except ExportFormatError:
        assert not files
        return

    keys = {contact.key for contact in reading.contacts}
    assert len(keys) == len(reading.contacts)
    assert all({tie.a, tie.b} <= keys | {ME} for tie in reading.ties)
    assert all(set(event.participants) <= keys | {ME} for event in reading.interactions)
    assert reading.report.read == reading.report.used + sum(skipped(reading).values())
    assert reading == read_linkedin(files[::-1], "archive", as_of=AS_OF)


@given(st.binary())
def test_any_file_is_read_or_refused(data):
    try:
        reading = read(Connections=data)
    except ExportFormatError:
        return

    assert reading == read(Connections=data)
