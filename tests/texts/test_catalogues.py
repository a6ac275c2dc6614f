from __future__ import annotations

import re
import string
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import attrs
import pytest

from netzwerkwandel.errors import InvalidArgumentError, NotFoundError
from netzwerkwandel.model import (
    Channel,
    Contact,
    Function,
    MeEvidence,
    Relation,
    SkipReason,
    SourceKind,
)
from netzwerkwandel.recommending import Reason, ReasonKind, Recommendation, Shortfall, ShortfallKind
from netzwerkwandel.recommending.first_steps import ABOUT_WORK, AFTER_SILENCE, NO_CALL
from netzwerkwandel.recommending.opening_wording import ASKED
from netzwerkwandel.sources import READERS
from netzwerkwandel.texts import LANGUAGES, Catalogue, catalogue
from netzwerkwandel.texts._catalogue import Phrase
from netzwerkwandel.texts.english import ENGLISH
from netzwerkwandel.texts.german import GERMAN


LOOKED_UP: list[tuple[str, type[StrEnum]]] = [
    ("channel", Channel),
    ("relation", Relation),
    ("function", Function),
    ("shortfall", ShortfallKind),
    ("skip", SkipReason),
    ("kind", SourceKind),
    ("limit", SourceKind),
    ("summary me", MeEvidence),
]
languages = pytest.mark.parametrize("texts", LANGUAGES.values(), ids=LANGUAGES)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def forms(phrase: Phrase) -> tuple[str, ...]:
    return (phrase,) if isinstance(phrase, str) else phrase


def test_one_thing_has_one_name_in_german():
    """The words that are explained (docs/de/worte.md), and no other for the same."""
    texts = [*GERMAN.phrases.values(), *GERMAN.formal.values()]
    told = " ".join(form for phrase in texts for form in forms(phrase))

    for word, other in (("Funktion", "Aufgabe"), ("Kreis", "Sektor"), ("Experiment", "Versuch")):
        assert word in told and other not in told


def test_there_are_english_and_german():
    assert catalogue("en") is ENGLISH
    assert catalogue("de") is GERMAN
    assert {"de", "en"} <= LANGUAGES.keys()


@pytest.mark.parametrize("language", ["", "xx", "deutsch"])
def test_a_language_that_is_not_there_is_refused_with_those_that_are(language: str):
    with pytest.raises(InvalidArgumentError, match=rf"one of .*'de', .*'en'.*, got '{language}'"):
        catalogue(language)


@languages
def test_every_language_has_the_same_texts(texts: Catalogue):
    missing, unknown = (
        ENGLISH.phrases.keys() - texts.phrases,
        texts.phrases.keys() - ENGLISH.phrases,
    )

    assert (sorted(missing), sorted(unknown)) == ([], [])


@languages
def test_a_text_has_the_same_placeholders_in_every_language(texts: Catalogue):
    def filled(phrases: Mapping[str, Phrase]) -> dict[str, set[str]]:
        return {name: placeholders(forms(phrase)[-1]) for name, phrase in phrases.items()}

    assert filled(texts.phrases) == filled(ENGLISH.phrases)


@languages
def test_singular_and_plural_say_the_same_save_numbers_that_can_only_be_one(texts):
    ones = {"n", "few", "knowing", "both"}
    for name, phrase in texts.phrases.items():
        if isinstance(phrase, tuple):
            assert placeholders(phrase[0]) <= placeholders(phrase[-1]), name
            assert placeholders(phrase[-1]) - placeholders(phrase[0]) <= ones, name


@languages
@pytest.mark.parametrize(("prefix", "vocabulary"), LOOKED_UP)
def test_every_member_that_is_looked_up_has_a_text(texts, prefix: str, vocabulary: type[StrEnum]):
    for member in vocabulary:
        assert f"{prefix} {member}" in texts.phrases


@languages
@pytest.mark.parametrize("prefix", ["channel", "skip"])
def test_what_is_counted_has_a_singular_and_a_plural(texts, prefix: str):
    counted = [name for name in texts.phrases if name.startswith(f"{prefix} ")]

    assert all(isinstance(texts.phrases[name], tuple) for name in counted)


@languages
def test_no_text_is_left_that_no_member_has(texts):
    for prefix in ("channel", "relation", "function", "shortfall", "skip", "kind", "limit"):
        members = {f"{prefix} {m}" for p, voc in LOOKED_UP if p == prefix for m in voc}
        if prefix in {"kind", "limit"}:
            members |= {f"{prefix} {reader.kind}" for reader in READERS}
        assert {name for name in texts.phrases if name.startswith(f"{prefix} ")} == members


VALUES = {
    ReasonKind.SILENCE: {"days": 900, "last": date(2024, 5, 1)},
    ReasonKind.NEVER: {},
    ReasonKind.HISTORY: {"mail": 3, "span": 90},
    ReasonKind.RELATION: {"relation": "client"},
    ReasonKind.EXPERIMENT: {"title": "UX course"},
    ReasonKind.INTRODUCED: {"who": "Ana Berg", "on": date(2024, 5, 1)},
    ReasonKind.REACH: {"people": 3},
    ReasonKind.CLOSEST: {"knowing": 2, "closest": 10},
    ReasonKind.FIELD: {"field": "ux"},
    ReasonKind.IN_FIELD: {"people": 3},
    ReasonKind.MOVED: {"new": "employer", "organisation": "Fabrikam", "since": date(2025, 3, 1)},
    ReasonKind.CHANGED_CAREER: {},
    ReasonKind.FUNCTION: {"functions": "doors,support"},
    ReasonKind.WORK: {"organisation": "Contoso"},
    ReasonKind.BRINGS: {"function": "ideas", "because": "reach"},
    ReasonKind.UNANSWERED: {"last": date(2024, 5, 1)},
    ReasonKind.AT_WORK: {},
    ReasonKind.DOUBT: {"days": 21, "name": "Ben", "at": "x.example"},
    ReasonKind.FIRST_STEP: {"way": "call", "last": date(2024, 5, 1), "channel": "meeting"},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ReasonKind)
def test_every_kind_of_reason_says_something(kind: ReasonKind, language: str):
    def said(*reasons: Reason) -> str:
        contact = Contact(key="x", name="Ben")
        pick = Recommendation(contact=contact, function=None, score=1.0, gain=1.0, reasons=reasons)
        return pick.explain(language)

    begin = Reason(ReasonKind.FIRST_STEP, {"way": "message", "question": "answer"})
    told = [begin] if kind is ReasonKind.UNANSWERED else []

    assert said(Reason(kind, VALUES[kind]), *told) != said()


@languages
def test_every_way_to_begin_has_a_text(texts):
    questions = ("answer", "change", "field", "moved", "introduce", "reach", "frank", "think")
    others = (*ABOUT_WORK, *AFTER_SILENCE, *NO_CALL, "news", "plan", "answer again")

    assert {"step call", *(f"more {name}" for name in (*questions, *others))} <= set(texts.phrases)


@languages
def test_every_way_to_begin_has_a_letter(texts):
    begin = [n.removeprefix("more ") for n in texts.phrases if n.startswith("more ")]
    asked = {ASKED.get(each, each) for each in begin if each != "answer again"}

    assert {f"opening {each}" for each in asked} <= set(texts.phrases)


@languages
def test_texts_are_filled_in_without_leftovers(texts):
    used = set().union(*(placeholders(f) for p in texts.phrases.values() for f in forms(p)))
    values = {name: f"<{name}>" for name in used - {"n"}}
    for name in texts.phrases:
        for n in (0, 1, 2, 1234):
            said = texts.say(name, n, **values)
            assert "{" not in said, name
            assert said == said.strip(), name
            assert "  " not in said, name


@languages
def test_a_number_always_finds_its_form(texts: Catalogue):
    forms_of = {texts.plural(n) for n in range(1001)}

    assert forms_of == set(range(len(forms_of)))
    for name, phrase in texts.phrases.items():
        assert isinstance(phrase, str) or len(phrase) == len(forms_of), name


def polish(n: int) -> int:
    if n == 1:
        return 0
    return 1 if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else 2


def test_a_language_brings_its_own_rule_of_plurals():
    mails = {"channel mail": ("{n} mail", "{n} maile", "{n} maili")}
    texts = attrs.evolve(ENGLISH, phrases=mails, plural=polish)

    assert [texts.say("channel mail", n) for n in (1, 3, 5, 13, 22)] == [
        "1 mail",
        "3 maile",
        "5 maili",
        "13 maili",
        "22 maile",
    ]


def test_a_catalogue_of_ones_own_is_taken_in_place_of_a_code():
    formal = {**GERMAN.phrases, "shortfall nobody": "Ich kann Ihnen niemanden vorschlagen."}
    own = attrs.evolve(GERMAN, language="de-formal", phrases=formal)

    assert catalogue(own) is own
    assert Shortfall(ShortfallKind.NOBODY).explain(own) == "Ich kann Ihnen niemanden vorschlagen."


def test_a_missing_text_is_named():
    with pytest.raises(NotFoundError, match="there is no text in 'en' 'no such text'"):
        ENGLISH.say("no such text")


def test_months_are_written_as_in_the_language():
    american = attrs.evolve(ENGLISH, month_format="{month}, {year}")

    assert GERMAN.month(date(2026, 3, 4)) == "März 2026"
    assert american.month(date(2026, 3, 4)) == "March, 2026"


@languages
def test_there_are_twelve_months_and_ten_small_numbers(texts):
    assert len(set(texts.months)) == 12
    assert len(set(texts.few)) == 10


@pytest.mark.parametrize(
    ("n", "english", "german"),
    [
        (0, "0 mails", "0 Mails"),
        (1, "one mail", "eine Mail"),
        (2, "2 mails", "2 Mails"),
        (1234567, "1,234,567 mails", "1.234.567 Mails"),
    ],
)
def test_numbers_choose_singular_or_plural(n: int, english: str, german: str):
    assert ENGLISH.say("channel mail", n) == english
    assert GERMAN.say("channel mail", n) == german


def test_small_numbers_are_written_out_where_a_text_wants_words():
    assert [ENGLISH.word(n) for n in (0, 1, 10, 11, 2000)] == ["0", "one", "ten", "11", "2,000"]
    assert [GERMAN.word(n) for n in (0, 1, 10, 11, 2000)] == ["0", "einen", "zehn", "11", "2.000"]


def test_dates_are_written_as_in_the_language():
    assert ENGLISH.day(date(2026, 3, 4)) == "4 March 2026"
    assert GERMAN.day(date(2026, 3, 4)) == "4. März 2026"


@pytest.mark.parametrize(
    ("parts", "english", "german"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a und b"),
        (["a", "b", "c"], "a, b and c", "a, b und c"),
    ],
)
def test_lists_end_with_and(parts: list[str], english: str, german: str):
    assert ENGLISH.listing(parts) == english
    assert GERMAN.listing(parts) == german


@pytest.mark.parametrize(
    ("days", "english", "german"),
    [
        (1, "a day", "einem Tag"),
        (2, "2 days", "2 Tagen"),
        (11, "11 days", "11 Tagen"),
        (13, "almost 2 weeks", "fast 2 Wochen"),
        (14, "2 weeks", "2 Wochen"),
        (17, "more than 2 weeks", "über 2 Wochen"),
        (20, "almost 3 weeks", "fast 3 Wochen"),
        (21, "3 weeks", "3 Wochen"),
        (44, "6 weeks", "6 Wochen"),
        (55, "almost 2 months", "fast 2 Monaten"),
        (59, "2 months", "2 Monaten"),
        (90, "3 months", "3 Monaten"),
        (340, "11 months", "11 Monaten"),
        (360, "almost a year", "fast einem Jahr"),
        (365, "a year", "einem Jahr"),
        (380, "more than a year", "über einem Jahr"),
        (390, "almost 13 months", "fast 13 Monaten"),
        (548, "18 months", "18 Monaten"),
        (715, "almost 2 years", "fast 2 Jahren"),
        (730, "2 years", "2 Jahren"),
        (731, "2 years", "2 Jahren"),
        (767, "2 years", "2 Jahren"),
        (913, "more than 2 years", "über 2 Jahren"),
        (1018, "almost 3 years", "fast 3 Jahren"),
        (1095, "3 years", "3 Jahren"),
        (1797, "almost 5 years", "fast 5 Jahren"),
        (2191, "6 years", "6 Jahren"),
        (2883, "almost 8 years", "fast 8 Jahren"),
    ],
)
def test_lengths_of_time_are_as_rough_as_one_would_say_them(days: int, english: str, german: str):
    assert ENGLISH.span(days) == english
    assert GERMAN.span(days) == german


@pytest.mark.parametrize(("unit", "days"), [("year", 365.25), ("month", 30.44), ("week", 7)])
def test_no_length_of_time_is_told_as_longer_than_it_was(unit: str, days: float):
    # What is a year is told to a third of a month.
    spans = {n: ENGLISH.span(n).replace("a year", "12 months") for n in range(1, 12_000)}
    told = {n: text for n, text in spans.items() if f" {unit}" in text}
    short = 0 if unit == "week" else 2

    assert told
    for n, text in told.items():
        number = int(text.split()[-2])
        more = (n + short) / days - number
        low = -1 / 3 if "almost" in text else 1 / 3 if "more than" in text else 0
        assert low - 0.001 < more < low + 1 / 3


@languages
def test_a_sentence_begins_with_a_capital_and_ends_with_a_full_stop(texts):
    assert texts.sentence(["ändern geht"]) == "Ändern geht."
    assert texts.sentence(["a b", "c", "d"]) == "A b; c; d."


@languages
@pytest.mark.parametrize("prefix", ["list", "shortfall", "coverage", "effect", "compare"])
def test_what_is_said_of_a_list_are_whole_sentences(texts, prefix: str):
    parts = {"list title", "list why", "list overview", "compare circles", "compare people"}
    for name, phrase in texts.phrases.items():
        if name.startswith(f"{prefix} ") and name not in parts:
            for form in forms(phrase):
                assert form.endswith("."), name
                assert form[0].isupper() or form[0] == "{", name


PUSHY = "must should need wrong sorry unfortunately musst sollst solltest falsch leider brauchst"
JARGON = "ego node ties redundancy redundant constraint core dormant Knoten redundant Redundanz"


@languages
def test_nobody_is_pushed_and_no_text_needs_a_dictionary(texts):
    for name, phrase in texts.phrases.items():
        for form in forms(phrase):
            words = set(re.findall(r"\w+", form))
            assert not words & set(f"{PUSHY} {JARGON}".split()), name
