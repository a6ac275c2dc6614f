from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import netzwerkwandel as nw
from netzwerkwandel.sources import ReadContext, Source, SourceFile
from netzwerkwandel.sources.linkedin import LinkedInReader
from sources.table_texts import AS_OF, by_name, relations
from sources.work import grows_in_proportion


CONNECTIONS = {
    "snapshotDomain": "CONNECTIONS",
    "snapshotData": [
        {
            "First Name": "Ben",
            "Last Name": "Okafor",
            "URL": "https://www.linkedin.com/in/ben",
            "Company": "Contoso",
            "Connected On": "08 Feb 2023",
        },
        {"First Name": "Eva", "Last Name": "Maier", "Connected On": "09 Feb 2023"},
    ],
}
INBOX = {
    "snapshotDomain": "INBOX",
    "snapshotData": [
        {
            "CONVERSATION ID": "1",
            "FROM": "Ben Okafor",
            "SENDER PROFILE URL": "https://www.linkedin.com/in/ben",
            "TO": "Mara Vogt",
            "DATE": "2024-01-01 10:00:00 UTC",
            "CONTENT": "a long and secret text " * 9,
        }
    ],
}
PROFILE = {
    "snapshotDomain": "PROFILE",
    "snapshotData": [{"First Name": "Mara", "Last Name": "Vogt", "Headline": "PM"}],
}
NOTES = (
    "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\n"
    "Ute,Ott,https://www.linkedin.com/in/ute,owes me ten euros,2024-01-01,2024-01-01\n"
    "LinkedIn,Member,,who,2024-01-01,2024-01-01\n"
    "Mara,Vogt,,myself,2024-01-01,2024-01-01\n"
)


def answer(*elements):
    return {"paging": {"start": 0}, "elements": list(elements)}


def read(**files):
    several = [
        SourceFile.from_bytes(
            content.encode() if isinstance(content, str) else json.dumps(content).encode(),
            f"a/{name}",
        )
        for name, content in files.items()
    ]
    return LinkedInReader().read(Source(several, "a"), ReadContext(as_of=AS_OF))


def test_an_answer_tells_what_the_tables_of_the_archive_tell():
    reading = read(data=answer(CONNECTIONS, INBOX, PROFILE))

    people = by_name(reading)
    assert people["Ben Okafor"].organisation == "Contoso"
    assert {str(tie.since) for tie in reading.ties} == {"2023-02-08", "2023-02-09"}
    (message,) = reading.interactions
    assert message.sender == "linkedin:ben"
    assert "secret" not in repr(reading)
    assert (reading.report.read, reading.report.used) == (4, 4)


def test_several_answers_in_one_list_or_several_files_are_one_archive():
    listed = read(data=[answer(CONNECTIONS), answer(INBOX), answer(PROFILE)])
    apart = read(a=answer(INBOX), b=answer(CONNECTIONS), c=answer(PROFILE))

    assert listed.contacts == apart.contacts
    assert list(listed.interactions) == list(apart.interactions)


def test_a_domain_that_is_not_known_is_known_by_its_columns_or_left_out():
    renamed = {**CONNECTIONS, "snapshotDomain": "MEMBER_CONNECTIONS"}
    other = {"snapshotDomain": "ALL_COMMENTS", "snapshotData": [{"Date": "x", "Message": "y"}]}

    assert len(read(data=answer(renamed, other)).ties) == 2


@pytest.mark.parametrize("data", [[], None, [1, "x"], [{"First Name": None}], "x"])
def test_data_of_another_shape_makes_nobody(data):
    odd = {"snapshotDomain": "CONNECTIONS", "snapshotData": data}

    assert len(read(data=answer(odd, PROFILE)).ties) == 0


def test_an_answer_that_breaks_off_is_told():
    whole = json.dumps(answer(PROFILE, CONNECTIONS, INBOX))
    reading = read(data=whole[: whole.index("INBOX") + 20])

    assert len(reading.ties) == 2
    assert [str(problem.where) for problem in reading.report.problems] == ["a, data"]


def test_of_notes_it_is_known_whom_they_are_about_and_nothing_else():
    reading = read(**{"Notes.csv": NOTES, "profile": answer(PROFILE)})

    assert relations(reading) == {("Mara Vogt", "Ute Ott"): {"connection"}}
    assert by_name(reading)["Ute Ott"].key == "linkedin:ute"
    assert "ten euros" not in repr(reading)
    assert dict(reading.report.skipped) == {
        nw.SkipReason.HIDDEN_PROFILE: 1,
        nw.SkipReason.NOBODY_ELSE: 1,
    }


def test_reading_is_linear():
    def make(count):
        rows = [
            {**CONNECTIONS["snapshotData"][0], "URL": f"https://www.linkedin.com/in/b{n:05}"}
            for n in range(count)
        ]
        return answer({"snapshotDomain": "CONNECTIONS", "snapshotData": rows})

    assert grows_in_proportion(lambda data: read(data=data), make, 400)


@given(data=st.binary(max_size=200))
def test_any_bytes_at_all_are_read_or_refused(data):
    begin = json.dumps(answer(CONNECTIONS))[:-2].encode()
    source = Source.from_bytes(begin + data, "x.json")

    assert LinkedInReader().looks_like(source.file.head(), "x.json")
    try:
        report = LinkedInReader().read(source, ReadContext(as_of=AS_OF)).report
    except nw.ExportFormatError:
        return
    assert report.read == report.used + sum(count for _, count in report.skipped)
