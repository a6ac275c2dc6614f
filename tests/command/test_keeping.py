"""Whose data is kept, and that the same exports are read alike each time."""

from __future__ import annotations

import pytest

import netzwerkwandel as nw
from netzwerkwandel import sample
from netzwerkwandel.command import main
from sources.exports_folder import GOOD, LINKEDIN, mail, mbox, write, zipped


DAY = ["--as-of", "2026-06-01"]
BEN, EVE = "ben@example.org", "eve@example.org"
STRANGERS = {
    "a mailbox": {"a.mbox": mbox(*(mail(n, EVE, BEN) for n in range(9)))},
    "a mailbox where she is known": {
        "a.mbox": mbox(*(mail(n, EVE, BEN) for n in range(9)), mail(10, "mara@example.org", BEN))
    },
    "an archive": {
        "a.zip": zipped(
            {
                **LINKEDIN,
                "Profile.csv": b"First Name,Last Name,Maiden Name,Headline\nTom,Aldous,,Cook\n",
                "Email Addresses.csv": LINKEDIN["Email Addresses.csv"].replace(b"mara", b"tom"),
                "messages.csv": (
                    b"CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
                    b"SUBJECT,CONTENT\n1,Tom Aldous,https://www.linkedin.com/in/tom-aldous,"
                    b"Ben Okafor,https://www.linkedin.com/in/ben-okafor,"
                    b"2024-02-08 10:00:00 UTC,,x\n"
                ),
            }
        )
    },
}


@pytest.mark.parametrize("whose", STRANGERS)
@pytest.mark.parametrize("me", [[], ["--me", EVE]])
def test_exports_of_a_stranger_are_refused_whoever_is_said_to_be_in_them(
    capsys, tmp_path, whose, me
) -> None:
    keep = [*DAY, "--keep", str(tmp_path / "mara.db")]
    assert main([str(write(tmp_path / "hers", GOOD)), *keep]) == 0
    with nw.open_storage(tmp_path / "mara.db") as storage:
        before = storage.load()
    capsys.readouterr()

    assert main([str(write(tmp_path / "other", STRANGERS[whose])), *keep, *me]) == 1

    told = " ".join(capsys.readouterr().err.split())
    assert "kept as the data of Mara Vogt" in told
    with nw.open_storage(tmp_path / "mara.db") as storage:
        assert storage.load() == before


@pytest.mark.parametrize("name", ["calendar.ics", "mail.mbox", "book.vcf", "linkedin"])
def test_each_of_her_own_exports_is_added(tmp_path, name) -> None:
    hers = write(tmp_path / "hers", GOOD)
    keep = [*DAY, "--keep", str(tmp_path / "mara.db")]
    assert main([str(hers), *keep]) == 0

    assert main([str(hers / name), *keep]) == 0


@pytest.mark.slow
def test_the_same_exports_are_read_alike_the_first_time_and_the_second(capsys, tmp_path) -> None:
    told = []
    for _ in range(2):
        assert main(["--sample", "--keep", str(tmp_path / "mara.db"), "--summary"]) == 0
        told.append(capsys.readouterr().out.partition("The data of ")[2])
        with nw.open_storage(tmp_path / "mara.db") as storage:
            told.append(storage.load())

    assert told[0] == told[2]
    assert told[1] == told[3]


@pytest.mark.slow
def test_the_invented_person_can_be_kept_and_asked(capsys, tmp_path, monkeypatch) -> None:
    keep = ["--keep", str(tmp_path / "mara.db"), "--ask"]
    asked = []
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or "stop")

    assert main(["--sample", *keep]) == 0
    assert main(["--sample", *keep, "--as-of", "2026-12-01"]) == 0

    assert [each.partition(",")[0] for each in asked] == ["One person each? yes", "talked"]
    assert f"Whom {sample.NAME} could talk to next" in capsys.readouterr().out


def test_the_invented_person_is_in_place_of_ones_own_exports(capsys) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--sample", "exports"])

    assert "leave one of the two out" in capsys.readouterr().err
