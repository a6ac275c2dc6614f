"""What the command says, in the language and the tone that is asked for."""

from __future__ import annotations

import re
import sys
from contextlib import suppress

import pytest

import netzwerkwandel as nw
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
    asked, said = [], iter(["hm", "später", "Nirgendwo GmbH", "stopp"])
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or next(said))

    main([exports, *keep, "--language", "de", "--formal", "--ask"])
    main([*keep])
    told = "\n".join([*asked, capsys.readouterr().out])

    assert "Bitte antworten Sie" in told and told.count("Sie") > 10
    assert familiar(told) == []
    main([*keep, "--language", "de"])
    assert len(familiar(capsys.readouterr().out)) > 10


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--language", "en"], "With --ask you can say where you work."),
        (["--language", "de"], "Mit --ask kannst du sagen, wo du arbeitest."),
        (["--language", "de", "--formal"], "Mit --ask können Sie sagen, wo Sie arbeiten."),
    ],
)
def test_who_wants_a_discreet_list_is_told_how_to_say_where_she_works(
    capsys, exports, arguments, told
) -> None:
    main([exports, *DAY, *arguments])
    assert told not in capsys.readouterr().out

    main([exports, *DAY, *arguments, "--discreet"])
    assert told in capsys.readouterr().out


REFUSED = [
    (["--report", "{nowhere}/mara.html"], "es gibt keinen Ordner '{nowhere}'"),
    (["--report", "{mine}"], "unter '{mine}' liegt etwas, das kein Bericht ist"),
    (["{exports}", "--keep", "{mine}"], "{mine}: in dieser Datei ist nichts von netzwerkwandel"),
    (["{exports}", "--keep", "mysql://x"], "beginnt mit postgresql://, nicht mit 'mysql'://"),
    (["{exports}", "--me", "Mara"], "--me muss eine Mailadresse, eine Profilseite oder eine"),
    (["{exports}", "--region", "Nirgendwo"], "--region muss ein Land wie 'DE' sein, nicht 'N"),
    (["{exports}", "--field", ""], "--field braucht ein Wort"),
    (["{nowhere}"], "es gibt weder Datei noch Ordner '{nowhere}'"),
    (["{mine}"], "1 Datei: von keiner bekannten Art: Text 1"),
    (["{exports}", "--as-of", "1066-10-14"], "in den Jahren von 1990 bis 9000 liegen, nicht 1066"),
    (["--me"], "--me: hier fehlt eine Angabe"),
    (["--ask=ja"], "--ask: hier gehört keine Angabe dazu, auch nicht 'ja'"),
    (["-n", "0"], "-n: das muss eine ganze Zahl ab 1 sein, nicht '0'"),
    (["--as-of", "gestern"], "--as-of: das muss ein Datum wie 2026-11-01 sein, nicht 'gestern'"),
    (["--as-of", "2026-06-01T12:00"], "zu einer Uhrzeit gehört eine Zeitzone"),
    (["--print-completion", "fish"], "'fish' gibt es nicht, möglich sind"),
    (["--re"], "--re kann mehreres heißen: --region, --report"),
    (["--unfug"], "unbekannte Angaben: --unfug"),
]


@pytest.mark.parametrize(("arguments", "told"), REFUSED)
def test_what_cannot_be_done_is_said_in_german_and_with_ones_own_names(
    capsys, tmp_path, exports, arguments, told
) -> None:
    mine = tmp_path / "Mara.Vogt@posteo.example"
    mine.write_text("Milch kaufen. " * 100)
    places = {"exports": exports, "mine": str(mine), "nowhere": str(tmp_path / "Nirgendwo")}

    try:
        code = main([*(each.format(**places) for each in arguments), "--language", "de"])
    except SystemExit as refused:
        code = refused.code

    assert code in {1, 2}
    err = capsys.readouterr().err
    assert told.format(**places) in err
    assert not re.search(r"\b(usage|error|must|got|there is|argument|invalid)\b", err)


@pytest.mark.parametrize(
    ("missing", "arguments"),
    [
        ("jinja2", ["--report", "mara.html"]),
        ("phonenumbers", ["--region", "DE"]),
        ("icalendar", []),
        ("shtab", ["--print-completion", "zsh"]),
    ],
)
def test_a_package_that_is_missing_is_said_in_german(
    capsys, monkeypatch, tmp_path, missing, arguments
) -> None:
    files = write(tmp_path / "exports", GOOD)
    monkeypatch.setitem(sys.modules, missing, None)
    monkeypatch.chdir(tmp_path)

    with suppress(SystemExit):
        main([str(files), *DAY, *arguments, "--language", "de"])

    assert "braucht ein Paket, das noch fehlt; es kommt mit: pip install" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--language"], ["--lang"], ["--formal=3"]])
def test_a_language_that_is_not_said_is_refused_with_the_usage(capsys, arguments) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)

    assert capsys.readouterr().err.startswith("usage: netzwerkwandel")


GERMAN_HELP = "Mit wem könnte ich als Nächstes sprechen?"


@pytest.mark.parametrize(
    ("environment", "is_german"),
    [
        ({"LANG": "de_DE.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_CH"}, True),
        ({"LC_MESSAGES": "en_US.UTF-8", "LC_ALL": "de_AT@euro"}, True),
        ({"LC_ALL": "en_US.UTF-8", "LANGUAGE": "fi:de:en"}, True),
        ({"LANGUAGE": "", "LANG": "de"}, True),
        ({"LANGUAGE": "en:de", "LANG": "de_DE.UTF-8"}, False),
        ({"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, False),
        ({"LC_ALL": "C", "LANGUAGE": "de"}, False),
        ({"LANG": "fi_FI.UTF-8"}, False),
        ({}, False),
    ],
)
def test_help_is_in_the_language_of_the_computer_unless_another_is_asked_for(
    capsys, environment, is_german
) -> None:
    told = []
    for arguments in (["--help"], ["--help", "--language", "en"], ["-n", "0"]):
        with pytest.raises(SystemExit):
            main(arguments, environment)
        told.append("".join(capsys.readouterr()))

    assert (GERMAN_HELP in " ".join(told[0].split())) is is_german
    assert ("--me ADRESSE" in told[0]) is is_german
    assert GERMAN_HELP not in " ".join(told[1].split())
    assert ("das muss eine ganze Zahl ab 1 sein" in told[2]) is is_german


def test_an_answer_is_in_the_language_of_what_is_kept_before_that_of_the_computer(
    capsys, tmp_path, exports
) -> None:
    german, keep = {"LANG": "de_DE.UTF-8"}, ["--keep", str(tmp_path / "mara.db"), *DAY]

    main([exports, *DAY, "--keep", str(tmp_path / "hers.db")], german)
    with nw.open_storage(tmp_path / "hers.db") as storage:
        assert storage.load().language == "de"
    assert "könnte bringen" in capsys.readouterr().out
    main([exports, *DAY, "--formal"], german)
    assert "mit denen Sie" in (formal := capsys.readouterr().out) and familiar(formal) == []
    main([exports, *keep, "--language", "en"], german)
    main(keep, german)
    assert "could bring" in capsys.readouterr().out
    assert main(["nowhere"], german) == 1
    assert "es gibt weder Datei noch Ordner" in capsys.readouterr().err


def test_what_may_change_the_list_is_said_with_how_to_answer_it_and_asked(
    capsys, monkeypatch, tmp_path, exports
) -> None:
    keep = ["--keep", str(tmp_path / "mara.db"), *DAY, "--language", "de"]
    main([exports, *keep, "--questions"])
    told = " ".join(capsys.readouterr().out.split())
    assert "Woher kennst du " in told
    assert "Mögliche Antworten: Zusammenarbeit, frühere Zusammenarbeit, " in told
    assert "--ask stellt diese Fragen" in told

    answers = {
        "Firma": ["Kessel", "Kessel"],
        "Name": ["Niemand Da", "Dana Fox"],
        "Zusammenarbeit": [],
    }
    relations = iter(["wie bitte", "Freundschaft, frühere Zusammenarbeit", *["später"] * 9])

    def answer(question: str) -> str:
        if "Zusammenarbeit" in question:
            return next(relations)
        about = next((about for about in answers if f"der {about}" in question), None)
        return answers[about].pop(0) if about and answers[about] else ""

    monkeypatch.setattr("builtins.input", answer)
    main([*keep, "--ask"])

    told = capsys.readouterr().out
    assert "Das ist nicht zu verstehen. Möglich ist: Zusammenarbeit, " in told
    assert "Nachbarschaft, Ausbildung, im selben Boot" in told
    with nw.open_storage(tmp_path / "mara.db") as storage:
        records = storage.load()
    stated = {relation for tie in records.ties for relation in tie.relations}
    assert {nw.Relation.FRIEND, nw.Relation.FORMER_COLLEAGUE} <= stated
    assert records.contact(records.me).organisation == "Kessel"


def test_an_owner_who_is_not_named_is_spoken_to(capsys, tmp_path) -> None:
    sms = '<sms address="01712345678" date="1746000000000" type="{}" contact_name="Ana" />'
    told = f'<smses count="2">{sms.format(1)}{sms.format(2)}</smses>'
    (tmp_path / "sms-20260501.xml").write_text(told)

    main([str(tmp_path), *DAY, "--region", "DE", "--language", "de"])

    title = capsys.readouterr().out.splitlines()[0]
    assert title == "Mit wem du als Nächstes sprechen könntest"


@pytest.mark.parametrize("part", ["who is one", "what else"])
def test_stop_ends_all_questions(monkeypatch, tmp_path, exports, part) -> None:
    asked = []

    def answer(question: str) -> str:
        asked.append(question)
        return "stopp" if part == "who is one" or "Person?" not in question else ""

    monkeypatch.setattr("builtins.input", answer)
    main([exports, *DAY, "--language", "de", "--ask"])

    assert len(asked) == (1 if part == "who is one" else 2)


HOSTILE = [
    "<script>alert(1)</script>",
    "Ben\x1b[31m\x07 Okafor",
    "Ben\u202ekrofakO\u2066",
    "{who} {n} %s",
    "x" * 1_000_000,
]


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_a_name_is_the_command_prints_it_short_and_without_what_a_terminal_acts_on(
    capsys, monkeypatch, tmp_path, name
) -> None:
    card = f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nORG:{name}\nEMAIL:AT\nEND:VCARD\n"
    book = "".join(card.replace("AT", at) for at in ("a@x.example", "b@x.example", "ben@x.org"))
    files = write(tmp_path / "exports", {**GOOD, "book.vcf": book.encode()})
    asked = []
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or "später")
    page = tmp_path / "mara.html"

    switches = ["--summary", "--questions", "--ask", "--report", str(page), "--coach"]
    main([str(files), "--keep", str(tmp_path / "m.db"), *DAY, "--language", "de", *switches])
    told = "\n".join([*asked, *capsys.readouterr()])

    assert all(line.isprintable() for line in told.split("\n"))
    assert len(told) < 100_000
    text = page.read_text(encoding="utf-8")
    assert len(text) < 200_000 and "<script" not in text
    assert not {"\u202e", "\x1b", "\u2066"} & {*text}
