"""What an error says to whoever meets it: in German too, and with the names that it is about."""

from __future__ import annotations

import ast
import code
import re
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

import netzwerkwandel as nw
from netzwerkwandel.texts import catalogue
from netzwerkwandel.texts.german.rules import RULES


GERMAN = catalogue("de")
ENGLISH_WORDS = re.compile(
    r"\b(a|and|are|be|by|cannot|got|has|have|is|known|must|needs?|no|not|of|or|the|there|to|"
    r"with|without)\b"
)
PACKAGE = Path(nw.__file__).parent
# What somebody meets who says things of her life, asks and looks; and no one who programs.
ROOMS = ("change", "model", "recommending", "records", "show", "show/pictures", "show/reporting")
MODULES = [
    *(file for room in ROOMS for file in (PACKAGE / room).glob("*.py")),
    *(PACKAGE / name for name in ("texts/languages.py", "network/network.py", "network/people.py")),
]
FOR_PROGRAMS = {
    "model": "as_dict column_rules data_frames interaction json_schema later_interactions",
    "records": "contents documents",
    "show": "_cite _json_schema",
}
RAISED = {"InvalidArgumentError", "InvalidRecordError", "InvalidNetworkError"}


def text_of(node: ast.expr) -> str:
    """The text of an expression, with a 7 for what is filled in."""
    if isinstance(node, ast.JoinedStr):
        return "".join(map(text_of, node.values))
    return str(node.value) if isinstance(node, ast.Constant) else "7"


def refusals(module: Path) -> Iterator[str]:
    """Every text of an error that a module makes itself."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name, told = getattr(node.func, "id", ""), [text_of(each) for each in node.args]
        if name == "refuse" and told[2] != "7":
            yield f"7 must be {told[2]}, got 7 in 7"
        elif name == "NotFoundError":
            yield str(nw.NotFoundError(told[0], "7"))
        elif name == "MissingExtraError":
            yield str(nw.MissingExtraError(*told))
        elif name in RAISED and " " in told[0]:
            yield told[0]


FOUND = {
    text
    for module in MODULES
    if module.stem not in FOR_PROGRAMS.get(module.parent.name, "").split()
    for text in refusals(module)
}
# Where the rule itself is filled in: an article and a class, and what "refuse" is given.
FOUND |= {"7 must be a 7, got 7"}
FOUND -= {"7 must be 7 7, got 7", "7 must be 7, got 7 in 7"}


def test_refusals_are_found_in_the_code() -> None:
    assert len(FOUND) > 60
    assert "talked must not be before on (7), got 7 in Suggestion 7" in FOUND


@pytest.mark.parametrize("text", sorted(FOUND))
def test_every_refusal_of_what_somebody_says_is_told_in_german(text: str) -> None:
    told = GERMAN.problem(text)
    # The name of an argument is English, and so is a piece of code.
    in_words = re.sub(r"^\w+:|'[^']*'|\w+=\.\.\.|\S+\(\S*\)", "", told)

    assert told != text
    assert ENGLISH_WORDS.findall(in_words) == []


# Put together of several, added as a note, or said of a value: tried below, and in test_errors.py.
ELSEWHERE = {
    "a network is seen from its owner: the records must say who that is (me=...)",
    "a text of 7 letters",
    "a value of the type 7",
    "a storage must be open to be used, this one was closed",
    "drawing a picture",
    (
        "every row must hold a valid 7, got one that does not, of 7: 7 (check() of the storage "
        "names all such rows, remove_unreadable() takes them out)"
    ),
    "me must be several addresses, got 7",
    "paths must be files or folders, each an argument of its own, got 7",
    "place must be a path or a URL, got 7",
    "read_exports needs at least one file or folder",
    "the nearest: 7",
    "the single text 7",
    "the owner cannot be forgotten; clear() removes everything",
    "the schema 7 must be a storage, got one with the tables of another program",
    "somebody who is not known yet is added by new=True",
}


def test_no_german_rule_is_for_an_english_one_that_is_gone() -> None:
    patterns = {rule: re.sub(r"\\{[a-z]+\\}", ".+", re.escape(rule)) for rule in RULES}
    there = FOUND | ELSEWHERE
    plain = {rule for rule in RULES if not rule.endswith(" in {record}")}
    gone = {rule for rule in plain if not any(re.fullmatch(patterns[rule], t) for t in there)}

    assert gone == {rule for rule in RULES if "other than 'open'" in rule}


BEN, BEA = (
    nw.Contact(key="mailto:ben@x.example", name="Ben Okafor"),
    nw.Contact(key="2", name="Bea"),
)
TWINS = [nw.Contact(key=f"card:{n}", name="Ana Ruiz", organisation=n) for n in ("Kessel", "Kranz")]
RECORDS = nw.Records(contacts=[BEN, BEA, *TWINS], language="de", me="2")
DAY, NOON = date(2026, 11, 1), datetime(2026, 11, 1, tzinfo=UTC)


def kept() -> nw.SqliteStorage:
    """A storage of these people."""
    storage = nw.SqliteStorage(":memory:")
    storage.save(RECORDS)
    return storage


def closed() -> nw.SqliteStorage:
    """A storage after its use."""
    with kept() as storage:
        return storage


def refused(error: nw.NetzwerkwandelError) -> None:
    raise error


def wrong(value: object) -> Any:
    """What is of another type than is wanted."""
    return value


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            lambda: RECORDS.with_answer("Ben Okafr", "talked", on=DAY),
            "Niemand ist als „Ben Okafr“ bekannt. Am nächsten: Ben Okafor.",
        ),
        (
            lambda: RECORDS.person("wer@posteo.example"),
            "Niemand ist als „wer@posteo.example“ bekannt.",
        ),
        (
            lambda: RECORDS.person("Ana Ruiz"),
            (
                "Als „Ana Ruiz“ sind 2 Menschen bekannt: Ana Ruiz (Kessel) und Ana Ruiz (Kranz). "
                "Eine Mailadresse oder eine Nummer sagt, wer gemeint ist."
            ),
        ),
        (
            lambda: RECORDS.with_contact("Noor", fields=["ux"]),
            "Niemand ist als „Noor“ bekannt. Wer noch nicht bekannt ist, kommt mit new=True dazu.",
        ),
        (
            lambda: RECORDS.with_answer("Ben Okafor", "spoken", on=DAY),
            (
                "answer: möglich ist 'open', 'none', 'talked', 'declined', 'not now'; "
                "angegeben war 'spoken'"
            ),
        ),
        (
            lambda: RECORDS.with_answer("Ben Okafor", "open", on=DAY),
            (
                "zurücknehmen lässt sich nur, was gesagt war: 'B… O…' war bis zum 2026-11-01 nicht "
                "vorgeschlagen, und auch sonst niemand"
            ),
        ),
        (
            lambda: RECORDS.with_tie("Ben Okafor", trust=3),
            "trust: möglich ist eine Zahl von 0 bis 1, oder None; angegeben war 3 in Tie",
        ),
        (
            lambda: nw.Network.from_records(RECORDS, as_of=wrong(DAY)),
            (
                "as_of: möglich ist ein Zeitpunkt mit Zeitzone, wie datetime.now(UTC); "
                "angegeben war datetime.date(2026, 11, 1)"
            ),
        ),
        (
            lambda: nw.Network.from_records(nw.Records(), as_of=NOON),
            (
                "ein Netzwerk wird von einer Person aus gesehen; die Daten müssen sagen, wer das "
                "ist (me=...)"
            ),
        ),
        (
            lambda: RECORDS.with_answer(BEN, "talked", on=wrong(3.5)),
            "on: möglich ist ein Tag ohne Uhrzeit, wie date(2026, 11, 1); angegeben war 3.5",
        ),
        (
            lambda: RECORDS.with_answer(BEN, "talked", on=wrong("x" * 300)),
            (
                "on: möglich ist ein Tag ohne Uhrzeit, wie date(2026, 11, 1); "
                "angegeben war ein Text von 300 Zeichen"
            ),
        ),
        (
            lambda: RECORDS.with_contact("Noor", new=True, name=wrong({})),
            "name: möglich ist ein Text; angegeben war etwas von der Art dict in Contact",
        ),
        (
            lambda: nw.recommend(wrong(RECORDS)),
            "network: möglich ist Network; angegeben war Records",
        ),
        (lambda: nw.read_exports("nowhere"), "es gibt weder Datei noch Ordner 'nowhere'"),
        (nw.read_exports, "read_exports braucht mindestens eine Datei oder einen Ordner"),
        (
            lambda: nw.read_exports(wrong(["exports"])),
            (
                "möglich sind Dateien und Ordner, jede Angabe für sich und nicht als Liste; "
                "angegeben war ['e…']"
            ),
        ),
        (
            lambda: nw.read_exports("exports", me="mara@posteo.example"),
            (
                'me: möglich ist eine Liste von Adressen, wie ["ich@beispiel.de"]; angegeben war '
                "nur der Text 'm…@posteo…'"
            ),
        ),
        (
            lambda: nw.open_storage(wrong(3)),
            "möglich ist der Name einer Datei; angegeben war 3",
        ),
        (
            lambda: closed().load(),
            (
                "dieser Speicher ist schon geschlossen; er lässt sich noch einmal öffnen "
                "(open_storage)"
            ),
        ),
        (
            lambda: kept().forget("2"),
            "wem die Daten gehören, den vergessen sie nicht; clear() nimmt alles heraus",
        ),
        (
            lambda: refused(nw.NotFoundError("experiment", "kurs", ("course",))),
            "kein Experiment hat den Schlüssel 'k…'; am nächsten: c…",
        ),
        (
            lambda: refused(nw.UnreadableRecordError("contacts", "contact", ("x",), "no JSON")),
            (
                "im Speicher ist etwas beschädigt (contact, 'x'): no JSON; check() nennt alles, "
                "was so ist, und remove_unreadable() nimmt es heraus"
            ),
        ),
        (
            lambda: 1 / 0,
            (
                "Das kommt von Python und nicht von netzwerkwandel: ZeroDivisionError: division by "
                "zero. Oft ist ein Kasten weiter oben nicht gelaufen, oder etwas ist vertippt."
            ),
        ),
    ],
)
def test_what_goes_wrong_in_a_notebook_is_told_in_german_and_with_its_names(
    said: Callable[[], object], told: str
) -> None:
    with pytest.raises((nw.NetzwerkwandelError, ZeroDivisionError)) as raised:
        said()

    assert nw.explain(raised.value, "de") == told
    assert nw.explain(raised.value) == nw.explain(raised.value, "en") != told


def test_many_who_may_be_meant_are_counted() -> None:
    error = nw.AmbiguousPersonError("Ben", tuple(f"Ben {n}" for n in range(12)))

    assert "12 Menschen bekannt: Ben 0, " in nw.explain(error, "de")
    assert "Ben 9 und 2 weitere. Eine" in nw.explain(error, "de")


def test_a_name_is_cut_and_says_nothing_to_a_terminal() -> None:
    error = nw.UnknownPersonError("\x1b[31m\u202e" + "x" * 1_000_000, ("\u202eBen " * 1_000_000,))
    told = nw.explain(error, "de")

    assert told.isprintable() and len(told) < 3_000


def test_the_last_that_was_shown_is_explained_where_none_is_given() -> None:
    typed = code.InteractiveInterpreter({"records": RECORDS})
    with redirect_stderr(StringIO()):
        typed.runsource("records.person('Ben Okafr')")

    assert nw.explain(language="de").startswith("Niemand ist als „Ben Okafr“ bekannt.")
