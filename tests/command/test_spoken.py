"""What the command says, in the language and the tone that is asked for."""

from __future__ import annotations

import pytest

from familiar import familiar
from netzwerkwandel.command import main
from sources.exports_folder import GOOD, write


DAY = ["--as-of", "2026-06-01"]
TWICE = "".join(
    f"BEGIN:VCARD\nVERSION:3.0\nFN:Ngozi Eze\nEMAIL:{at}@x.example\nEND:VCARD\n" for at in "ab"
)


@pytest.fixture
def exports(tmp_path) -> str:
    return str(write(tmp_path / "exports", {**GOOD, "twice.vcf": TWICE.encode()}))


def test_it_says_sie_where_it_is_asked_to_and_keeps_that(
    capsys, tmp_path, monkeypatch, exports
) -> None:
    keep = ["--keep", str(tmp_path / "mara.db"), *DAY, "--questions", "--summary"]
    asked, said = [], iter(["hm", "später"])
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or next(said))

    main([exports, *keep, "--language", "de", "--formal", "--ask"])
    main([*keep])
    told = "\n".join([*asked, capsys.readouterr().out])

    assert "Bitte antworten Sie" in told and told.count("Sie") > 10
    assert familiar(told) == []
    main([*keep, "--language", "de"])
    assert len(familiar(capsys.readouterr().out)) > 10
