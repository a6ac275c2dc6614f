"""A language that is one file."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import netzwerkwandel
from netzwerkwandel.errors import InvalidArgumentError, MissingExtraError
from netzwerkwandel.texts import Catalogue, read_language, template
from netzwerkwandel.texts.english import ENGLISH
from netzwerkwandel.texts.german import GERMAN


def written(folder: Path, text: str, name: str = "xx.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def translated(language: str, plurals: tuple[str, ...] = ("one", "other")) -> str:
    """The template, with a mark on each phrase in place of a translation."""
    phrases = {
        name: f"¿{phrase}" if isinstance(phrase, str) else tuple(f"¿{phrase[-1]}" for _ in plurals)
        for name, phrase in ENGLISH.phrases.items()
    }
    text = template(attrs.evolve(ENGLISH, language=language, phrases=phrases))
    return text.replace('plurals = ["one", "other"]', f"plurals = {json.dumps(plurals)}")


@pytest.mark.parametrize("texts", [ENGLISH, GERMAN], ids=["en", "de"])
def test_a_language_that_is_written_is_read_as_it_was(tmp_path, texts: Catalogue) -> None:
    again = read_language(written(tmp_path, template(texts)))

    rules = {n: getattr(texts, n) for n in ("problems", "formal", "plural", "placed")}
    assert attrs.evolve(again, **rules) == texts
    assert again.phrases == texts.phrases
    assert again.formally().phrases == texts.formally().phrases
    assert [again.plural(n) for n in (0, 1, 2)] == [1, 0, 1]


def test_a_rule_of_plurals_is_that_of_unicode(tmp_path) -> None:
    polish = read_language(written(tmp_path, translated("pl", ("one", "few", "many"))))

    assert [polish.plural(n) for n in (0, 1, 3, 5, 13, 22)] == [2, 0, 1, 2, 2, 1]
    assert polish.say("channel mail", 3) == "¿3 mails"


def test_french_takes_nothing_as_singular(tmp_path) -> None:
    french = read_language(written(tmp_path, translated("fr")))

    assert [french.plural(n) for n in (0, 1, 2)] == [0, 0, 1]


def test_without_babel_it_is_said_what_to_install(tmp_path, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "babel", None)

    with pytest.raises(MissingExtraError, match=r"netzwerkwandel\[languages\]"):
        read_language(written(tmp_path, translated("pl", ("one", "few", "many"))))
    assert read_language(written(tmp_path, translated("nl"))).plural(0) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("language = ", "xx.toml must be a file of TOML"),
        ('language = "xx"', "xx.toml lacks"),
        (
            translated("pl").replace('["one", "other"]', '["one", "few", "many"]'),
            "must have 3 forms",
        ),
        (translated("nl").replace("[formal]", "[formal]\nhello = 1"), "formal must name phrases"),
    ],
)
def test_what_is_no_whole_language_is_refused(tmp_path, text: str, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        read_language(written(tmp_path, text))


@pytest.mark.slow
def test_one_file_in_a_copy_of_the_library_is_a_third_language_everywhere(tmp_path) -> None:
    package = Path(netzwerkwandel.__file__).parent
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(package, tmp_path / "netzwerkwandel", ignore=ignore)
    written(tmp_path / "netzwerkwandel" / "texts", translated("nl"), "nl.toml")

    def said(*arguments: str) -> str:
        command = [sys.executable, "-m", "netzwerkwandel", *arguments, "--language", "nl_BE"]
        env = {"PYTHONPATH": str(tmp_path), "PATH": "", "PYTHONIOENCODING": "utf-8"}
        return subprocess.run(command, capture_output=True, check=True, env=env).stdout.decode()

    assert "¿how many people (default 10)" in said("--help")
    told = said("-n", "3", "--summary", "--questions")
    assert told.count("¿") > 30
    assert "¿Whom Mara Vogt could talk to next" in told
