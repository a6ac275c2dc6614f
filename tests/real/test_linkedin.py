from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import ME, Channel, MeEvidence, SkipReason
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.linkedin import looks_like_linkedin, read_linkedin
from netzwerkwandel.sources.reading import OwnerEvidence


LINKEDIN = Path(__file__).resolve().parents[3] / "shared" / "data" / "linkedin"
AS_OF = datetime(2026, 11, 24, tzinfo=UTC)
pytestmark = pytest.mark.skipif(not LINKEDIN.is_dir(), reason="the real archives are not here")


def read(folder):
    files = [SourceFile.from_path(path) for path in (LINKEDIN / folder).glob("*.csv")]
    return read_linkedin(files, folder, as_of=AS_OF)


def told(reading):
    """The interactions, with names in place of keys."""
    names = {contact.key: contact.name for contact in reading.contacts}
    return [
        (
            str(event.channel),
            f"{event.when:%Y-%m-%d %H:%M}",
            names[event.sender],
            sorted(names[key] for key in event.participants),
        )
        for event in reading.interactions
    ]


@pytest.mark.parametrize(
    "path", sorted(LINKEDIN.rglob("*.*")), ids=lambda path: f"{path.parent.name}-{path.name}"
)
def test_every_file_gives_a_reading_or_a_format_error(path):
    file = SourceFile.from_path(path)
    try:
        reading = read_linkedin([file], path.name, as_of=AS_OF)
    except ExportFormatError:
        assert path.suffix == ".md" or path.name == "guide_messages.csv"
        return

    assert looks_like_linkedin(file.head())
    assert reading.report.read > 0


def test_the_archive_of_2021_comes_out_exactly():
    reading = read("Basic_LinkedInDataExport_05-14-2021")

    assert reading.owner_evidence == (
        OwnerEvidence("linkedin:maya-lindgren-4a1b2c", MeEvidence.PROFILE),
    )
    assert dict(reading.report.skipped) == {SkipReason.ANONYMOUS: 1}
    assert (reading.report.read, reading.report.used, reading.report.problems) == (11, 10, ())
    assert sorted(tie.since for tie in reading.ties) == [
        date(2019, 11, 3),
        date(2020, 2, 28),
        date(2021, 3, 12),
    ]
    maya, group = "Maya Lindgren", ["Lena Vogt", "Maya Lindgren", "Theo Grant"]
    assert told(reading) == [
        ("signal", "2021-03-12 16:05", maya, [maya, "Priya Raman"]),
        ("message", "2021-04-02 09:15", "Priya Raman", [maya, "Priya Raman"]),
        ("message", "2021-04-02 10:01", maya, [maya, "Priya Raman"]),
        ("message", "2021-04-20 16:00", "Theo Grant", group),
        ("message", "2021-04-20 16:30", "Lena Vogt", group),
        ("signal", "2021-05-10 09:41", "Jonas Berg", ["Jonas Berg", maya]),
    ]


def test_the_archive_of_2023_comes_out_exactly():
    reading = read("Basic_LinkedInDataExport_10-21-2023")

    assert [mine.key for mine in reading.owner_evidence] == ["linkedin:jordanpike"]
    assert dict(reading.report.skipped) == {
        SkipReason.ANONYMOUS: 1,
        SkipReason.HIDDEN_PROFILE: 1,
        SkipReason.SPAM: 1,
        SkipReason.SPONSORED: 1,
    }
    assert reading.report.problems == ()
    assert {contact.key: contact.name for contact in reading.contacts} == {
        "linkedin:ama-owusu": "Ama Owusu",
        "linkedin:ines-okafor-l-3b2a91": "Ines Okafor-Lindqvist",
        "linkedin:tomasreyes": "Tomás Reyes",
        "linkedin:wren-hale": "Wren Hale, PhD",
        ME: "Jordan Pike",
    }
    jordan, ines, tomas = "Jordan Pike", "Ines Okafor-Lindqvist", "Tomás Reyes"
    group = [jordan, tomas, "Wren Hale, PhD"]
    assert told(reading) == [
        ("signal", "2023-02-07 14:37", jordan, [ines, jordan]),
        ("message", "2023-06-01 14:03", ines, [ines, jordan]),
        ("message", "2023-06-01 15:10", jordan, [ines, jordan]),
        ("signal", "2023-06-20 13:05", tomas, [jordan, tomas]),
        ("message", "2023-07-10 08:00", jordan, group),
        ("message", "2023-07-10 08:05", "Wren Hale, PhD", group),
        ("signal", "2023-10-02 11:05", "Ama Owusu", ["Ama Owusu", jordan]),
    ]


def test_every_style_of_date_is_read():
    since = {
        path.name: sorted(
            tie.since
            for tie in read_linkedin([SourceFile.from_path(path)], path.name, as_of=AS_OF).ties
        )
        for path in (LINKEDIN / "date-variants").iterdir()
    }

    assert since == {
        "dash-dd-mon-yyyy.csv": [date(2024, 1, 1)],
        "mixed-iso.csv": [date(2024, 1, 15), date(2024, 2, 20)],
        "slash-mdy-template.csv": [date(2023, 8, 30), date(2023, 9, 22), date(2023, 10, 15)],
        "slash-mdy-with-location.csv": [date(2024, 1, 1), date(2024, 2, 2)],
    }


def test_messages_without_a_profile_of_their_owner_tell_who_it_is():
    reading = read("labeldekho")

    assert {c.name for c in reading.contacts if c.key == ME} == {"Test User"}
    messages = [e for e in reading.interactions if e.channel is Channel.MESSAGE]
    assert len(messages) == 11
    assert all(ME in event.participants for event in messages)
