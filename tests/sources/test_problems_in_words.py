"""What readers say of problems, in another language than English."""

from __future__ import annotations

import argparse
import ast
import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import netzwerkwandel
from netzwerkwandel import sources
from netzwerkwandel.texts import catalogue
from netzwerkwandel.texts.german.rules import RULES


GERMAN = catalogue("de")
MODULES = [ast.parse(f.read_text("utf-8")) for f in Path(sources.__file__).parent.rglob("*.py")]
TOLD_BY = {"problem", "broken", "note", "_leave_out", "_broken", "Problem", "ExportFormatError"}
# Which argument says what is wrong; the others say where.
PLACE_FIRST = {"problem": 1, "broken": 1, "Problem": 1, "ExportFormatError": 1, "_broken": 2}


def texts_in(node: ast.AST, names: dict[str, list[ast.expr]]) -> Iterator[str]:
    """Every text that an expression may come to, with a 7 for what is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        filled = [next(texts_in(part, names), "7") for part in node.values]
        yield "".join(filled)
    elif isinstance(node, ast.FormattedValue):
        yield from texts_in(node.value, names)
    elif isinstance(node, ast.IfExp):
        yield from texts_in(node.body, names)
        yield from texts_in(node.orelse, names)
    elif isinstance(node, ast.Name):
        for value in names.get(node.id, ()):
            yield from texts_in(value, {})


def told(module: ast.Module) -> Iterator[str]:
    """Every reason that a module of readers gives."""
    names: dict[str, list[ast.expr]] = {}
    for node in ast.walk(module):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            names.setdefault(node.targets[0].id, []).append(node.value)
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in TOLD_BY:
                for argument in node.args[PLACE_FIRST.get(name, 0) :]:
                    yield from (text for text in texts_in(argument, names) if " " in text)


REASONS = sorted({reason for module in MODULES for reason in told(module)})
# What the operating system says.
SAID_BELOW = [
    os.strerror(code)
    for code in (
        errno.EACCES,
        errno.ENOENT,
        errno.ENAMETOOLONG,
        errno.EROFS,
        errno.ELOOP,
        errno.ENOSPC,
    )
]
PACKAGE = Path(netzwerkwandel.__file__).parent
ELSEWHERE = [Path(argparse.__file__), *PACKAGE.glob("*.py")]
for room in ("command", "model", "storage", "show/reporting"):
    ELSEWHERE += (PACKAGE / room).glob("*.py")
CONSTANTS = SAID_BELOW + [
    node.value
    for module in [*MODULES, *(ast.parse(file.read_text("utf-8")) for file in ELSEWHERE)]
    for node in ast.walk(module)
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
]


# Put together of several, and tried in tests/command/test_spoken.py.
CONSTANTS += ["me must be mail addresses, profile pages or phone numbers, got"]
CONSTANTS += ["fields must be a sequence of non-empty texts, got"]
CONSTANTS += ["there is no file or folder", "there is no folder"]


def test_reasons_are_found_in_the_code():
    assert len(REASONS) > 30
    assert "it cannot be read or has no start" in REASONS


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_is_told_in_german(reason):
    assert GERMAN.problem(reason) != reason


def test_no_german_text_is_for_an_english_one_that_is_gone():
    split = re.compile(r"\{[a-z]+\}(?:: )?|; |only the | read\b")
    # The rules of what somebody says herself: tests/texts/test_explain.py.
    known = GERMAN.problems.keys() - RULES.keys()
    parts = {part for each in known for part in split.split(each)}
    gone = [
        part
        for part in parts
        if len(part) > len("123456 files") and not any(part.strip() in text for text in CONSTANTS)
    ]
    assert not gone


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("a.mbox, message 12", "a.mbox, Mail 12"),
        ("1,204 files", "1.204 Dateien"),
        ("a.csv and 2 more", "a.csv und 2 weitere"),
        (
            "only the first 1,200 mails were read; it is encrypted",
            "nur die ersten 1.200 Mails wurden gelesen; es ist verschlüsselt",
        ),
        (
            "of no known kind: .jpg 30 (a.jpg, b.jpg, ...); text 2 (a, b); empty 1; ...",
            "von keiner bekannten Art: .jpg 30 (a.jpg, b.jpg, ...); Text 2 (a, b); leer 1; ...",
        ),
    ],
)
def test_places_and_values_are_told_in_german(english, german):
    assert GERMAN.problem(english) == german
    assert catalogue("en").problem(english) == english


def test_what_a_reader_of_ones_own_says_stays_as_it_is():
    said = "this diary, which has 1,000 pages, is locked"
    assert GERMAN.problem(said) == said
    endless = "x" + "; the rule is left out" * 10_000
    assert GERMAN.problem(endless) == endless
