from __future__ import annotations

import importlib
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

import netzwerkwandel as nw
from netzwerkwandel import sample
from netzwerkwandel.command import main
from netzwerkwandel.command._options import a_moment
from netzwerkwandel.texts import LANGUAGES
from sources.exports_folder import BOOK, GOOD, MAIL, calendar, event, mail, mbox, write


DAY = ["--as-of", "2026-06-01"]


@pytest.fixture
def exports(tmp_path) -> str:
    return str(write(tmp_path / "exports", GOOD))


def run(*arguments: str, **options) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "netzwerkwandel", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **options)


def test_without_paths_it_answers_for_the_invented_person(capsys) -> None:
    assert main([]) == 0

    out, err = capsys.readouterr()
    assert out.startswith(f"Whom {sample.NAME} could talk to next\n")
    assert re.findall(r"^(\d+)  ", out, re.MULTILINE) == [str(n) for n in range(1, 11)]
    assert err == ""


def test_it_answers_for_ones_own_exports(capsys, exports) -> None:
    assert main([exports, *DAY]) == 0

    out, _ = capsys.readouterr()
    assert out.startswith("Whom Mara Vogt could talk to next\n")
    assert "Ben Okafor" in out
    assert "What this cannot show" not in out


def test_the_same_exports_give_the_same_answer_in_any_order(capsys, tmp_path) -> None:
    write(tmp_path, GOOD)
    paths = [str(tmp_path / name) for name in GOOD]

    main([*paths, *DAY])
    forwards = capsys.readouterr().out
    main([*reversed(paths), *paths, *DAY])

    assert capsys.readouterr().out == forwards


def test_what_is_kept_is_answered_from_without_the_exports(capsys, tmp_path, exports) -> None:
    kept = str(tmp_path / "mara.db")

    main([exports, *DAY])
    answer = capsys.readouterr().out
    main([exports, *DAY, "--keep", kept])
    first = capsys.readouterr().out
    main([*DAY, "--keep", kept])

    assert capsys.readouterr().out == answer
    assert first.endswith("\n\n" + answer)
    assert "Ben Okafor" in first.removesuffix(answer)


def test_the_goal_and_the_language_are_kept(capsys, tmp_path, exports) -> None:
    kept = ["--keep", str(tmp_path / "mara.db"), *DAY]
    main([exports, *kept, "--field", "gardening", "--language", "de"])
    capsys.readouterr()

    assert main([exports, *kept]) == 0
    assert "Mit wem Mara Vogt" in capsys.readouterr().out
    assert main([*kept, "--field", "teaching", "--language", "en"]) == 0
    assert "Whom Mara Vogt" in capsys.readouterr().out
    with nw.open_storage(tmp_path / "mara.db") as storage:
        records = storage.load()
    assert (records.goal, records.language) == (nw.Goal(fields=["teaching"]), "en")


def test_keeping_the_same_twice_says_that_nothing_is_new(capsys, tmp_path, exports) -> None:
    again = [exports, *DAY, "--keep", str(tmp_path / "mara.db")]

    main(again)
    capsys.readouterr()
    main(again)

    assert capsys.readouterr().out.startswith("Nothing is new.\n\nWhom Mara Vogt could")


def test_an_empty_storage_asks_for_exports(capsys, tmp_path) -> None:
    assert main(["--keep", str(tmp_path / "mara.db")]) == 1

    assert "holds nothing yet; say which exports to read" in capsys.readouterr().err
    assert not (tmp_path / "mara.db").exists()
    assert main(["--keep", str(tmp_path / "mara.db"), "--language", "de_DE"]) == 1
    assert "steht noch nichts" in capsys.readouterr().err


def test_a_file_that_is_no_storage_is_one_line_of_error(capsys, tmp_path, exports) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Buy milk. " * 100)

    assert main([exports, *DAY, "--keep", str(note)]) == 1

    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert note.read_text() == "Buy milk. " * 100


def other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (text)")


NOT_KEPT: dict[str, tuple[Callable[[Path], object], str]] = {
    "a folder": (Path.mkdir, "das ist ein Ordner oder ein Gerät; nenne eine Datei"),
    "a text": (lambda path: path.write_text("note " * 200), "nichts von netzwerkwandel, oder"),
    "another program's": (other_database, "die Datenbank eines anderen Programms"),
    "a loop": (lambda path: path.symlink_to(path), "ein Verweis führt im Kreis"),
    "empty": (Path.touch, "steht noch nichts; sag, welche Exporte zu lesen sind"),
    "nothing": (lambda path: None, "steht noch nichts; sag, welche Exporte zu lesen sind"),
}


@pytest.mark.parametrize("name", NOT_KEPT)
def test_what_keeps_nothing_is_said_in_ones_language_and_left_as_it_is(
    capsys, tmp_path, name
) -> None:
    path = tmp_path / "mara.db"
    make, told = NOT_KEPT[name]
    make(path)

    def there() -> list[tuple[Path, int, bytes]]:
        return [
            (each, each.lstat().st_mode, each.read_bytes() if each.is_file() else b"")
            for each in tmp_path.iterdir()
        ]

    before = there()
    assert main(["--keep", str(path), "--language", "de"]) == 1

    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert told in err
    assert there() == before


@pytest.mark.parametrize(
    ("name", "told"),
    [("x" * 300, "der Name ist zu lang"), ("no folder/mara.db", "den Ordner gibt es nicht")],
)
def test_a_place_where_nothing_can_be_kept_is_said_in_german_too(
    capsys, tmp_path, exports, name, told
) -> None:
    assert main([exports, *DAY, "--keep", str(tmp_path / name), "--language", "de"]) == 1

    assert told in capsys.readouterr().err


def test_it_speaks_german(capsys, exports) -> None:
    assert main([exports, *DAY, "--language", "de", "--summary"]) == 0

    out, _ = capsys.readouterr()
    assert "Mit wem Mara Vogt als Nächstes sprechen könnte" in out
    assert "Die Daten von Mara Vogt" in out


def test_the_summary_comes_before_the_list_where_it_is_wanted(capsys, exports) -> None:
    assert main([exports, *DAY, "--summary"]) == 0

    out, _ = capsys.readouterr()
    assert out.startswith("The data of Mara Vogt")
    assert out.index("What this cannot show") < out.index("could talk to next")


@pytest.mark.slow
def test_the_number_of_people_can_be_chosen(capsys) -> None:
    assert main(["-n", "2"]) == 0

    assert "The list names 2 of " in capsys.readouterr().out


@pytest.mark.slow
def test_the_field_of_the_new_career_is_a_reason(capsys, tmp_path, monkeypatch) -> None:
    goals = []
    recommend = nw.recommend

    def remember(network, *, n, discreet):
        goals.append(network.goal)
        return recommend(network, n=n, discreet=discreet)

    monkeypatch.setattr(nw, "recommend", remember)
    write(tmp_path, GOOD)
    main([str(tmp_path), *DAY, "--field", "gardening", "--field", "teaching"])
    main([str(tmp_path), *DAY])
    main([])

    assert goals == [
        nw.Goal(fields=["gardening", "teaching"]),
        None,
        nw.Goal(fields=list(sample.FIELDS)),
    ]


def test_me_can_be_given_more_than_once(capsys, exports) -> None:
    assert main([exports, *DAY, "--me", "chen@example.org", "--me", "new@example.org"]) == 0

    assert capsys.readouterr().out.startswith("Whom Chen Li could talk to next\n")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-06-01", datetime(2026, 6, 1, 23, 59, 59, 999999, UTC)),
        ("2026-06-01T12:30:00Z", datetime(2026, 6, 1, 12, 30, tzinfo=UTC)),
        (
            "2026-06-01 12:30+02:00",
            datetime(2026, 6, 1, 12, 30, tzinfo=timezone(timedelta(hours=2))),
        ),
    ],
)
def test_the_moment_is_a_day_to_its_end_or_a_time_with_its_zone(text, moment) -> None:
    assert a_moment(text) == moment


def test_nothing_after_the_moment_is_seen(capsys, tmp_path) -> None:
    write(tmp_path, {"a.mbox": MAIL})

    assert main([str(tmp_path), "--me", "mara@example.org", "--as-of", "2024-03-03"]) == 0

    assert "Ben" in capsys.readouterr().out
    assert main([str(tmp_path), "--me", "mara@example.org", "--as-of", "2024-01-01"]) == 0
    assert "There is nobody to suggest" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-n", "0"], "must be a whole number of at least 1, got '0'"),
        (["-n", "-3"], "must be a whole number of at least 1"),
        (["-n", "many"], "must be a whole number of at least 1, got 'many'"),
        (["-n", "9" * 5000], "argument -n"),
        (["--as-of", "yesterday"], "must be a date such as 2026-11-01, got 'yesterday'"),
        (["--as-of", "2026-13-01"], "must be a date such as 2026-11-01"),
        (["--as-of", "2026-06-01T12:00"], "a time needs a time zone"),
        (["--language", "xx"], "invalid choice: 'xx'"),
        (["--nonsense"], "unrecognized arguments: --nonsense"),
    ],
)
def test_wrong_arguments_are_refused_with_the_usage(capsys, arguments, message) -> None:
    with pytest.raises(SystemExit) as exit_info:
        main(arguments)

    out, err = capsys.readouterr()
    assert exit_info.value.code == 2
    assert message in err
    assert out == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "there is no file or folder 'nowhere'"),
        (["book.vcf", "--me", "Mara Vogt"], "me must be mail addresses, profile pages or phone"),
        (["book.vcf", "--as-of", "9999-12-31"], "as_of must be of the years 1990 to"),
        (["book.vcf", "--field", ""], "fields must be"),
        (["text"], "text: nothing here is a known export"),
        (["broken.zip"], "broken.zip: the zip archive cannot be opened"),
        (["nobody.mbox"], "It is not clear whose data this is; say so with me=[...] or --me."),
    ],
)
def test_what_cannot_be_answered_is_one_line_and_no_traceback(
    capsys, tmp_path, monkeypatch, arguments, message
) -> None:
    monkeypatch.chdir(tmp_path)
    nobody = mbox(*(mail(n, f"a{n}@example.org", f"b{n}@example.org") for n in range(4)))
    files = {"book.vcf": BOOK, "text": b"x", "broken.zip": b"PK\x03\x04", "nobody.mbox": nobody}
    write(tmp_path, files)

    assert main(arguments) == 1

    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"netzwerkwandel: {message}")
    assert err.count("\n") == 1


def test_a_path_that_is_not_there_is_told_in_german_too(capsys) -> None:
    assert main(["nowhere", "--language", "de"]) == 1

    assert capsys.readouterr().err == "netzwerkwandel: es gibt weder Datei noch Ordner 'nowhere'\n"


def test_where_no_export_is_found_it_is_said_in_german_what_would_be_one(capsys, tmp_path) -> None:
    write(tmp_path, {"text": b"x"})

    assert main([str(tmp_path), "--language", "de"]) == 1

    kinds = "Mail, Kalender, Adressbuch, LinkedIn-Archiv, Google Kontakte"
    assert f"nichts hier ist ein bekannter Export ({kinds}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Nobody but you stands in what was read"), ("de", "steht außer dir niemand")],
)
def test_where_nobody_is_found_it_is_said_what_would_show_more(
    capsys, tmp_path, language: str, said: str
) -> None:
    alone = b"BEGIN:VEVENT\nUID:1\nDTSTART:20260101T100000Z\nSUMMARY:Lunch\nEND:VEVENT"
    write(tmp_path, {"a.ics": b"BEGIN:VCALENDAR\nVERSION:2.0\n" + alone + b"\nEND:VCALENDAR\n"})

    assert main([str(tmp_path), "--me", "mara@example.org", "--language", language, *DAY]) == 0

    assert said in " ".join(capsys.readouterr().out.split())


def test_where_somebody_is_found_it_is_not(capsys, exports) -> None:
    main([exports, *DAY])

    assert "Nobody but you" not in capsys.readouterr().out


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_a_shell_is_told_how_to_complete_the_options(capsys, shell: str) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--print-completion", shell])

    script = capsys.readouterr().out
    assert [
        option for option in ("--keep", "--discreet", "--language") if option not in script
    ] == []
    assert {"bash": "_shtab_compgen_files", "zsh": ":_files"}[shell] in script


def test_bash_completes_an_option(capsys) -> None:
    with pytest.raises(SystemExit):
        main(["--print-completion", "bash"])
    script = capsys.readouterr().out
    ask = "COMP_WORDS=(netzwerkwandel --disc); COMP_CWORD=1; _shtab_netzwerkwandel; echo $COMPREPLY"

    done = subprocess.run(
        ["bash", "-c", f"{script}\n{ask}"], capture_output=True, check=False, text=True
    )

    assert done.stdout.strip() == "--discreet"


def test_without_shtab_it_says_what_to_install(capsys, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)

    with pytest.raises(SystemExit, match="2"):
        main(["--print-completion", "bash"])

    assert "netzwerkwandel[completion]" in capsys.readouterr().err


def test_the_exit_codes_are_those_of_the_help_and_the_readme(capsys) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])

    told = " ".join(capsys.readouterr().out.split())
    for code in (
        "0 after an answer",
        "1 if there can be none",
        "2 after unknown arguments",
        "130 if",
    ):
        assert code in told
        assert code in " ".join(readme.split())


def test_what_is_wrong_with_the_exports_is_said_in_the_summary(capsys, tmp_path) -> None:
    write(tmp_path, {"a.ics": calendar(event("1")), "b.zip": b"PK\x03\x04"})

    assert main([str(tmp_path), *DAY, "--summary"]) == 0

    out = " ".join(capsys.readouterr().out.split())
    assert "b.zip: the zip archive cannot be opened" in out


def test_what_was_not_read_is_said_beside_the_list(capsys, tmp_path) -> None:
    write(tmp_path, {**GOOD, "b.zip": b"PK\x03\x04"})

    assert main([str(tmp_path), *DAY]) == 0

    assert "--summary shows " in capsys.readouterr().out


@pytest.mark.parametrize("keep", [[], ["--keep", "new.db"]])
def test_an_address_that_no_mail_names_is_refused_and_nothing_is_kept(
    capsys, monkeypatch, tmp_path, keep
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "hers", GOOD)

    assert main(["hers", *DAY, *keep, "--me", "nobody@nowhere.example"]) == 1

    told = capsys.readouterr()
    assert not told.out
    assert "check how they are spelt, or leave me out" in told.err
    for store in keep[1:]:
        with nw.open_storage(store) as storage:
            assert not storage.load().contacts
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / "book.vcf").write_bytes(BOOK)
    assert main(["cards", *DAY, "--me", "nobody@nowhere.example"]) == 0
    assert "nobody@nowhere.example" not in capsys.readouterr().out


def test_an_address_beside_which_the_exports_say_who_she_is_is_said_to_be_unseen(capsys) -> None:
    assert main(["--sample", "--me", "nobody@nowhere.example"]) == 0

    out = capsys.readouterr().out
    assert "No mail or meeting that was read names nobody@nowhere.example" in out
    assert "Whom Mara Vogt could talk to next" in out


def test_a_second_import_of_few_mails_does_not_change_the_owner(capsys, tmp_path) -> None:
    def mails(*pairs: tuple[str, str]) -> str:
        folder = tmp_path / str(len(pairs))
        write(folder, {f"{i}.eml": letter(i, *pair) for i, pair in enumerate(pairs)})
        return str(folder)

    def letter(number: int, sender: str, to: str) -> bytes:
        day = f"{number + 1:02} Jun 2025 10:00:00 +0000"
        head = f"From: {sender} <{sender}@x.example>\nTo: {to} <{to}@x.example>\nDate: {day}\n"
        return f"{head}Message-ID: <{sender}{to}{number}@x>\n\nHello\n".encode()

    kept = [*DAY, "--keep", str(tmp_path / "kept.db")]
    first = [("Petra", "Anna"), ("Anna", "Petra"), ("Petra", "Ben"), ("Ben", "Petra")]
    assert main([mails(*first), *kept, "--me", "petra@x.example"]) == 0
    assert main([mails(("Anna", "Petra"), ("Petra", "Anna")), *kept]) == 0

    assert capsys.readouterr().out.count("Whom Petra could talk to next") == 2
    with nw.open_storage(tmp_path / "kept.db") as storage:
        records = storage.load()
    assert records.contact(records.me).name == "Petra"
    assert len(records.contacts) == 3


def test_exports_of_somebody_else_are_not_added_to_what_is_kept(capsys, tmp_path, exports) -> None:
    kept = [exports, *DAY, "--keep", str(tmp_path / "mara.db")]
    assert main(kept) == 0
    with nw.open_storage(tmp_path / "mara.db") as storage:
        before = storage.load()
    (ben,) = before.find("Ben Okafor")
    capsys.readouterr()

    assert main([*kept, "--me", ben.emails[0]]) == 1
    told = capsys.readouterr().err
    assert "kept as the data of Mara Vogt" in told
    assert "Ben Okafor is somebody else" in told
    with nw.open_storage(tmp_path / "mara.db") as storage:
        assert storage.load() == before
    # An address that nothing shows to be hers may be that of anybody, unless she says so.
    assert main([*kept, "--me", "mara.new@example.org"]) == 1
    assert "seems to be somebody else's" in " ".join(capsys.readouterr().err.split())
    with nw.open_storage(tmp_path / "mara.db") as storage:
        assert storage.load() == before
    assert main([*kept, "--me", "mara.new@example.org", "--me", "mara@example.org"]) == 0


def test_an_archive_of_somebody_else_is_not_added_to_what_is_kept(
    capsys, tmp_path, exports
) -> None:
    kept = [*DAY, "--keep", str(tmp_path / "mara.db")]
    assert main([exports, *kept]) == 0
    with nw.open_storage(tmp_path / "mara.db") as storage:
        before = storage.load()
    profile = b"First Name,Last Name,Maiden Name,Headline\nBert,Anders,,Cook\n"
    rows = b"First Name,Last Name,URL,Company,Connected On\nRudi,Ratlos,,Firma,14 Mar 2019\n"
    other = str(write(tmp_path / "other", {"Profile.csv": profile, "Connections.csv": rows}))
    capsys.readouterr()

    # That an address known already is hers says nothing of this archive.
    for me in ([], ["--me", "mara@example.org"]):
        assert main([other, *kept, *me]) == 1
        told = " ".join(capsys.readouterr().err.split())
        assert "kept as the data of Mara Vogt" in told
        assert "seems to be somebody else's" in told
        with nw.open_storage(tmp_path / "mara.db") as storage:
            assert storage.load() == before
    assert main([other, *kept, "--me", "mara@example.org", "--me", "bert@example.org"]) == 0


def test_stopping_it_by_hand_gives_no_traceback(monkeypatch, exports) -> None:
    def stop(*_paths, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr(nw, "read_exports", stop)

    assert main([exports]) == 130


class Interrupting:
    """Stops by hand whoever imports the command."""

    def find_spec(self, name: str, *_more: object) -> None:
        if name == "netzwerkwandel.command":
            raise KeyboardInterrupt


def test_stopping_it_while_it_starts_gives_no_traceback(monkeypatch, capsys) -> None:
    for name in [name for name in sys.modules if name.startswith("netzwerkwandel.command")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "netzwerkwandel.__main__", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Interrupting(), *sys.meta_path])

    with pytest.raises(SystemExit) as stopped:
        importlib.import_module("netzwerkwandel.__main__")

    assert stopped.value.code == 130
    assert capsys.readouterr().err == "netzwerkwandel: stopped before anything was read\n"


@pytest.mark.slow
def test_a_reader_that_goes_away_gives_no_traceback(monkeypatch) -> None:
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)
    command = f"{sys.executable} -m netzwerkwandel --summary | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1

    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as closed:
        result = subprocess.run(
            [sys.executable, "-m", "netzwerkwandel"],
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.slow
def test_names_can_be_written_to_any_terminal(tmp_path) -> None:
    book = BOOK.replace(b"Dana Fox", "Łukasz Żak 山田".encode())
    path = write(tmp_path, {"book.vcf": book}) / "book.vcf"

    done = run(str(path), *DAY, env={**os.environ, "PYTHONIOENCODING": "ascii"})

    assert (done.returncode, done.stderr) == (0, b"")
    assert b"?ukasz ?ak ??" in done.stdout


def test_it_runs_as_a_module() -> None:
    done = run("--help")

    assert done.returncode == 0
    assert done.stdout.startswith(b"usage: netzwerkwandel")


def test_its_help_is_in_the_language_asked_for(capsys) -> None:
    told = {}
    for language in LANGUAGES:
        with pytest.raises(SystemExit, match="0"):
            main(["--help", "--language", language])
        told[language] = " ".join(capsys.readouterr().out.split())

    assert "how many people (default 10)" in told["en"]
    assert "wie viele Menschen (sonst 10)" in told["de"]
    switches = [set(re.findall(r"--[a-z-]+", text)) for text in told.values()]
    assert switches[0] == switches[1]


def test_what_must_be_discreet_leaves_out_who_works_where_i_work(capsys, tmp_path) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:{}\nORG:Kessel\nEMAIL:{}@example.org\nEND:VCARD\n"
    cards = "".join(card.format(*who) for who in (("Mara Vogt", "mara"), ("Ben Okafor", "ben")))
    write(tmp_path, {"book.vcf": cards.encode(), "a.mbox": MAIL})
    own = [str(tmp_path), *DAY, "--me", "mara@example.org"]

    told = []
    for more in ([], ["--discreet"]):
        assert main([*own, *more]) == 0
        told.append("Ben Okafor" in capsys.readouterr().out)
    assert told == [True, False]


TWO_CARDS = "".join(
    f"BEGIN:VCARD\nVERSION:3.0\nFN:Ngozi Eze\nEMAIL:{at}@x.example\nEND:VCARD\n" for at in "ab"
)


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """Ask about two cards of one name, and give an answer."""
    write(tmp_path / "exports", {**GOOD, "twice.vcf": TWO_CARDS.encode()})

    def ask(*answers: str, language: str = "en") -> int:
        given = iter([*answers, *(["stop", "stopp"] * 9)])
        monkeypatch.setattr("builtins.input", lambda _: next(given))
        keep = str(tmp_path / "kept.db")
        return main(
            [str(tmp_path / "exports"), *DAY, "--ask", "--keep", keep, "--language", language]
        )

    return ask


@pytest.mark.parametrize(
    ("answers", "language", "left"),
    [
        (["yes"], "en", 1),
        (["y"], "en", 1),
        (["1 2"], "en", 1),
        (["ja"], "de", 1),
        (["no"], "en", 2),
        (["what?", "1 3", "2", "1 x", "n"], "en", 2),
        (["later"], "en", 2),
        ([""], "en", 2),
        (["stop"], "en", 2),
    ],
)
def test_it_asks_who_is_one_person_and_keeps_the_answer(
    asked, capsys, tmp_path, answers, language, left
) -> None:
    assert asked(*answers, language=language) == 0

    assert "1. Ngozi Eze" in capsys.readouterr().out
    with nw.open_storage(tmp_path / "kept.db") as storage:
        kept = storage.load()
    assert len(kept.find("Ngozi Eze")) == left
    is_open = answers[-1] in {"later", "", "stop"}
    assert bool(kept.possible_duplicates()) is is_open


THREE_CARDS = TWO_CARDS + TWO_CARDS.partition("END")[0].replace("a@", "c@") + "END:VCARD\n"


@pytest.mark.parametrize(
    ("answers", "left", "told"),
    [
        (["2 3"], 2, "Gemerkt: 2 und 3 sind eine Person.\nGemerkt: 1 ist jemand anderes."),
        (["1 3"], 2, "Gemerkt: 1 und 3 sind eine Person.\nGemerkt: 2 ist jemand anderes."),
        (["ja"], 1, "Gemerkt: 1, 2 und 3 sind eine Person."),
        (["nein"], 3, "Gemerkt: es sind 3 verschiedene Menschen."),
    ],
)
def test_what_is_said_of_three_is_decided_of_all_of_them_and_said_back(
    asked, capsys, tmp_path, answers, left, told
) -> None:
    (tmp_path / "exports" / "twice.vcf").write_text(THREE_CARDS)

    assert asked(*answers, language="de") == 0

    assert told in capsys.readouterr().out
    with nw.open_storage(tmp_path / "kept.db") as storage:
        kept = storage.load()
    assert len(kept.find("Ngozi Eze")) == left
    assert not kept.possible_duplicates()
    asked(language="de")
    assert capsys.readouterr().out.startswith("Es gibt nichts Neues.\n\n")


def test_those_who_are_not_one_with_the_first_may_be_one_themselves(asked, tmp_path) -> None:
    four = THREE_CARDS + TWO_CARDS.partition("END")[0].replace("a@", "d@") + "END:VCARD\n"
    (tmp_path / "exports" / "twice.vcf").write_text(four)

    assert asked("1 3", "yes") == 0

    with nw.open_storage(tmp_path / "kept.db") as storage:
        kept = storage.load()
    assert sorted(each.emails for each in kept.find("Ngozi Eze")) == [
        ("a@x.example", "c@x.example"),
        ("b@x.example", "d@x.example"),
    ]
    assert not kept.possible_duplicates()


def test_what_is_new_is_told_before_the_answers_change_it(asked, capsys) -> None:
    asked("yes")

    told = capsys.readouterr().out
    assert told.index("are new: ") < told.index("One person, or several?") < told.index("Noted: ")
    assert told.count("are new: ") == 1


def test_numbers_are_asked_for_where_there_are_more_than_two(monkeypatch, tmp_path) -> None:
    questions: list[str] = []
    monkeypatch.setattr("builtins.input", lambda said: questions.append(said) or "stop")
    for n, cards in enumerate((TWO_CARDS, THREE_CARDS)):
        folder = write(tmp_path / str(n), {**GOOD, "a.vcf": cards.encode()})
        main([str(folder), *DAY, "--ask"])

    assert questions[0] == "One person? yes, no, later (or Enter) or stop: "
    assert questions[1].startswith("Who of them is one person? The numbers (2 3), yes for all")


@pytest.mark.parametrize(("answer", "left"), [("yes", 3), ("2", 4), ("later", 6), ("stop", 6)])
def test_who_surely_is_one_is_asked_about_at_once(asked, capsys, tmp_path, answer, left) -> None:
    book = "".join(
        f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nORG:Kessel\nEMAIL:{at}@x.example\nEND:VCARD\n"
        for n, name in enumerate(("Ada Quint", "Ono Zeel", "Ivo Marn"))
        for at in (f"a{n}", f"b{n}")
    )
    (tmp_path / "exports" / "book.vcf").write_text(book, encoding="utf-8")

    assert asked("9", "2 9", answer, "later", "stop") == 0

    told = capsys.readouterr().out
    assert "3 people seem to stand here twice" in told
    assert "   1. Ada Quint: Kessel; at x.example / Kessel; at x.example" in told
    with nw.open_storage(tmp_path / "kept.db") as storage:
        kept = storage.load()
    assert sum(contact.organisation == "Kessel" for contact in kept.contacts) == left


@pytest.mark.parametrize(
    ("language", "answers"),
    [
        pytest.param("en", ["what", "no", "talked", "4 1", "stop"], marks=pytest.mark.slow),
        ("de", ["was?", "nichts", "gesprochen", "1, 4", "stopp"]),
    ],
)
def test_what_came_of_a_list_is_asked_the_next_time_and_the_list_knows_it(
    capsys, tmp_path, exports, monkeypatch, language, answers
) -> None:
    keep = ["--keep", str(tmp_path / "kept.db"), "--language", language]
    main([exports, *DAY, *keep])
    with nw.open_storage(tmp_path / "kept.db") as storage:
        (asked, *_) = storage.load().suggestions
        name = storage.contacts.get(asked.contact).name
    assert name in capsys.readouterr().out

    given = iter(answers)
    monkeypatch.setattr("builtins.input", lambda _: next(given))
    main(["--as-of", "2026-12-01", "--ask", *keep])

    out, _ = capsys.readouterr()
    question, _, answer = out.partition("Whom Mara" if language == "en" else "Mit wem Mara")
    assert name in question
    assert f"  {name}" not in answer.partition("\n\n")[0]
    with nw.open_storage(tmp_path / "kept.db") as storage:
        told = storage.suggestions.get(asked.key)
    assert (told.answer, told.talked) == ("talked", date(2026, 12, 1))
    assert told.brought == {nw.Function.DOORS, nw.Function.FEEDBACK}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The page to read and print is in {path}."),
        ("de", "Die Seite zum Lesen und Drucken steht in {path}."),
    ],
)
def test_a_page_to_read_is_written_in_the_language_of_the_answer(
    capsys, exports, tmp_path, language, told
) -> None:
    path = tmp_path / "mara.html"

    assert main([exports, *DAY, "--language", language, "--report", str(path)]) == 0

    assert capsys.readouterr().out.rstrip().endswith(told.format(path=path))
    text = path.read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in text and "Ben Okafor" in text


@pytest.mark.slow
@pytest.mark.parametrize(("day", "told"), [("2026-11-01", True), ("2025-10-01", False)])
def test_the_page_of_the_invented_person_tells_what_she_tried(tmp_path, day, told) -> None:
    path = tmp_path / "mara.html"

    assert main(["--as-of", day, "--report", str(path)]) == 0

    text = path.read_text(encoding="utf-8")
    assert all((each["title"] in text) is told for each in sample.EXPERIMENTS)


def test_a_page_for_a_coach_has_initials(capsys, exports, tmp_path) -> None:
    path = tmp_path / "mara.html"

    assert main([exports, *DAY, "--report", str(path), "--coach"]) == 0

    assert "Okafor" not in path.read_text(encoding="utf-8")


def test_a_page_for_a_coach_needs_a_place(capsys, exports) -> None:
    assert main([exports, *DAY, "--coach"]) == 1

    assert "--report" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "no report"), ("de", "etwas, das kein Bericht ist; nimm einen anderen Namen")],
)
def test_a_page_replaces_no_other_file_and_then_nothing_is_kept(
    capsys, exports, tmp_path, language, told
) -> None:
    path, place = tmp_path / "letter.html", tmp_path / "mara.db"
    path.write_text("a letter")
    asked = [exports, *DAY, "--language", language, "--report", str(path), "--keep", str(place)]

    assert main(asked) == 1

    assert told in capsys.readouterr().err
    assert path.read_text() == "a letter"
    with nw.open_storage(place) as storage:
        assert storage.load().suggestions == ()


@pytest.mark.parametrize(
    ("answers", "kept", "told"),
    [
        (["Kesel", "ja"], "Kessel", "Meintest du Kessel?"),
        (["Kesel", "Kesel"], "Kesel", "Niemand in deinen Daten arbeitet dort (Kesel)."),
        (["Kesel", "Contoso", "kessel"], "kessel", "dort (Contoso). Gib den richtigen Namen"),
        (["ja", "Kessel"], "Kessel", "Das ist nicht zu verstehen."),
        (["Kesel", "nein", "Kessel"], "Kessel", "Das ist nicht zu verstehen."),
        (["Kesel", "später"], "", "Meintest du Kessel?"),
        (["Kesel", "stopp"], "", "Meintest du Kessel?"),
    ],
)
def test_an_employer_at_which_nobody_works_is_asked_about(
    monkeypatch, capsys, tmp_path, answers, kept, told
) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ben Okafor\nORG:Kessel\nEMAIL:ben@example.org\nEND:VCARD\n"
    mails = MAIL.replace(b"mara@example.org", b"mara@gmail.com")
    write(tmp_path / "exports", {"book.vcf": card.encode(), "a.mbox": mails})
    given = iter(answers)
    monkeypatch.setattr(
        "builtins.input", lambda asked: next(given, "stopp") if "Firma" in asked else "stopp"
    )
    keep, own = str(tmp_path / "kept.db"), ["--me", "mara@gmail.com", *DAY, "--language", "de"]

    main([str(tmp_path / "exports"), *own, "--ask", "--keep", keep])

    assert told in capsys.readouterr().out
    with nw.open_storage(keep) as storage:
        records = storage.load()
    assert records.contact(records.me).organisation == kept
