"""German with Sie: what is said otherwise, and that it says the same."""

from __future__ import annotations

import re
import string

import pytest

from familiar import familiar
from netzwerkwandel.texts import LANGUAGES, Catalogue, catalogue
from netzwerkwandel.texts._catalogue import Phrase
from netzwerkwandel.texts.german import GERMAN


SAID_TO = re.compile(r"\b([Ss]ie|[Ii]h(nen|r(e[mnrs]?)?)|[Ss]ich|Du|Dein\w*|Ihr|[Dd]iese)\b")
languages = pytest.mark.parametrize("texts", LANGUAGES.values(), ids=LANGUAGES)


def forms(phrase: Phrase) -> tuple[str, ...]:
    return (phrase,) if isinstance(phrase, str) else phrase


def told(texts: Catalogue) -> dict[str, tuple[str, ...]]:
    # What is asked of the program itself, in its help, is said to nobody.
    both: dict[str, Phrase] = {**texts.phrases, **texts.problems}
    return {n: forms(p) for n, p in both.items() if not n.startswith("option ")}


def test_a_code_says_how_somebody_is_addressed():
    for code in ("de-formal", "de_AT_formal", "DE-formal"):
        assert catalogue(code).say("question employer") == "Wo arbeiten Sie jetzt?"
    assert catalogue("de-AT").say("question employer") == "Wo arbeitest du jetzt?"
    assert catalogue("en-formal").say("opening hello", who="Ben Okafor") == "Dear Ben Okafor,"
    assert catalogue("de-formal").language == "de"


def test_no_formal_text_is_familiar():
    found = {
        (name, form)
        for name, several in told(GERMAN.formally()).items()
        for form in several
        if familiar(form)
    }

    assert found == set()


def test_the_help_that_is_asked_for_formally_says_du_to_nobody_but_the_program():
    said = GERMAN.formally().phrases
    to_her = re.compile(r"\b([Dd]u|[Dd]ein\w*|von dir)\b")
    found = {n for n in said if n.startswith("option ") and to_her.search(str(said[n]))}

    assert found == {"option formal"}


@languages
def test_a_formal_text_is_of_one_that_there_is_and_differs(texts: Catalogue):
    plain = {**texts.phrases, **texts.problems}

    assert texts.formal.keys() <= plain.keys()
    assert [name for name, phrase in texts.formal.items() if phrase == plain[name]] == []


@languages
def test_a_formal_text_has_as_many_forms_and_the_same_placeholders(texts: Catalogue):
    def filled(several: tuple[str, ...]) -> list[set[str]]:
        parsed = [string.Formatter().parse(form.replace("{first}", "{who}")) for form in several]
        return [{name for _, name, _, _ in parts if name is not None} for parts in parsed]

    plain, formal = told(texts), told(texts.formally())
    assert {n: filled(formal[n]) for n in formal} == {n: filled(plain[n]) for n in plain}


def test_a_formal_text_says_what_the_other_says():
    """The nouns are the same: a text that is changed is changed in both."""

    def nouns(text: str) -> set[str]:
        return set(re.findall(r"(?<=[\w,;“] )[A-ZÄÖÜ][\w-]+", SAID_TO.sub("you", text)))

    plain, formal = told(GERMAN), told(GERMAN.formally())
    differing = [
        (one, other)
        for name in formal
        for one, other in zip(plain[name], formal[name], strict=True)
        if nouns(one) != nouns(other) and name not in {"report list about", "opening hello"}
    ]

    assert differing == []
