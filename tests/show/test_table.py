from __future__ import annotations

from datetime import date

import pytest

from builders import AS_OF, BEN, MARA, ago, life, mail, mailbox_life
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Contact
from netzwerkwandel.network import Network
from netzwerkwandel.recommend import (
    Reason,
    ReasonKind,
    Recommendation,
    Recommendations,
    recommend,
)
from netzwerkwandel.show import table
from netzwerkwandel.show.table import _width


def pick(name: str, **values: int) -> Recommendation:
    reasons = [
        Reason(ReasonKind.SILENCE, {"days": 900, "last": date(2024, 5, 4)}),
        Reason(ReasonKind.HISTORY, {"mail": 3, "span": 0}),
        Reason(ReasonKind.REACH, {"people": values.get("people", 7)}),
    ]
    return Recommendation(
        contact=Contact(key=f"key of {name}", name=name),
        function=None,
        score=1.0,
        reasons=tuple(reasons),
    )


def picks(*names: str) -> Recommendations:
    return Recommendations(tuple(map(pick, names)), 1234)


def rows(text: str) -> list[str]:
    """The lines of the table itself."""
    return text.split("\n\n")[1].splitlines()


ENGLISH = """\
Whom Mara could talk to next

   who       last contact  so far   new people
-  --------  ------------  -------  ----------
1  Ana       4 May 2024    3 mails  7
2  Ben Cole  4 May 2024    3 mails  7

2 of 1,234 people who could be worth talking to.

Why

 1. Ana: No contact for 2 years; before that 3 mails; knows 7 people you do not.
 2. Ben Cole: No contact for 2 years; before that 3 mails; knows 7 people you do not."""

GERMAN = """\
Mit wem Mara als Nächstes sprechen könnte

   wer       letzter Kontakt  bisher   neue Leute
-  --------  ---------------  -------  ----------
1  Ana       4. Mai 2024      3 Mails  7
2  Ben Cole  4. Mai 2024      3 Mails  7

2 von 1.234 Menschen, mit denen sich ein Gespräch lohnen könnte.

Warum

 1. Ana: Seit 2 Jahren kein Kontakt; davor 3 Mails; kennt 7 Menschen, die du nicht kennst.
 2. Ben Cole: Seit 2 Jahren kein Kontakt; davor 3 Mails; kennt 7 Menschen, die du nicht kennst."""


@pytest.mark.parametrize(("language", "text"), [("en", ENGLISH), ("de", GERMAN)])
def test_a_list_is_a_table_and_the_reasons(language: str, text: str):
    assert table(picks("Ana", "Ben Cole"), "Mara", language) == text


def test_an_empty_list_says_so():
    assert table(Recommendations((), 0), "Mara") == (
        "Whom Mara could talk to next\n\n"
        "There is nobody to suggest: none of the contacts in the data fits."
    )
    assert table(Recommendations((), 0), "Mara", "de") == (
        "Mit wem Mara als Nächstes sprechen könnte\n\n"
        "Es gibt niemanden vorzuschlagen: Kein Kontakt in den Daten passt."
    )


@pytest.mark.parametrize(
    "names",
    [
        ["Ana", "王小明"],
        ["王小明", "김민준", "Ana"],
        ["Zoe\u0308 Brandt", "Zoë Brandt"],
        ["สมชาย", "Ana"],
        ["王" * 40, "Ana"],
        ["Ana", "x" * 200],
    ],
)
def test_columns_stand_under_each_other_whatever_the_letters(names: list[str]):
    lines = rows(table(picks(*names), "Mara"))

    places = {_width(line[: line.index("4 May 2024")]) for line in lines[2:]}
    assert places == {_width(lines[0][: lines[0].index("last contact")])}


def test_widths_are_those_of_a_terminal():
    assert _width("Ana") == 3
    assert _width("王小明") == 6
    assert _width("Zoe\u0308") == 3
    assert _width("สมชิ") == 3


def test_a_long_name_is_cut_and_one_long_word_stays_a_name():
    lines = rows(table(picks("Donaudampfschifffahrtsgesellschaftskapitänswitwe", "王" * 40), "M"))

    assert lines[2].startswith("1  Donaudampfschifffahrtsgesellschaf…  4 May")
    assert lines[3].startswith("2  " + "王" * 16 + "…")


def test_a_name_that_just_fits_is_whole():
    assert "x" * 34 + "  4 May" in table(picks("x" * 34), "Mara")
    assert "x" * 33 + "…  4 May" in table(picks("x" * 35), "Mara")


def test_ten_places_stand_in_line():
    text = table(picks(*(f"N{i}" for i in range(10))), "Mara")

    assert rows(text)[2].startswith("1   N0 ")
    assert rows(text)[11].startswith("10  N9 ")
    assert "\n 9. N8: " in text
    assert "\n10. N9: " in text


def test_who_was_never_in_touch_has_no_date_and_no_counts():
    never = Recommendation(
        contact=Contact(key="x", name="Finn"),
        function=None,
        score=1.0,
        reasons=(Reason(ReasonKind.NEVER, {}),),
    )

    english, german = (table(Recommendations((never,), 1), "Mara", code) for code in ("en", "de"))

    assert rows(english)[2].split() == ["1", "Finn", "never", "0"]
    assert rows(german)[2].split() == ["1", "Finn", "nie", "0"]
    assert "1 von 1 Menschen, mit dem sich" in german


def test_a_small_life_is_told_without_an_address():
    network = Network.from_records(mailbox_life(), as_of=AS_OF)
    for language in ("en", "de"):
        text = table(recommend(network), "mara@example.org", language)
        assert "@" not in text
        assert max(map(len, text.splitlines())) <= 100


def test_people_known_by_their_address_only_are_told_without_it():
    named = Contact(key=BEN, name="ben@example.org", emails=["ben@example.org"])
    unnamed = Contact(key="mailto:x.y@example.org", emails=["x.y@example.org"])
    both = [
        mail(ago(9), *pair)
        for key in (BEN, "mailto:x.y@example.org")
        for pair in ((MARA, key), (key, MARA))
    ]

    text = table(recommend(life(*both, people=[named, unnamed])), "Mara")

    assert "@" not in text
    assert "Ben  " in text
    assert "X Y  " in text


def test_edges_named_by_addresses_are_told_without_them():
    made = Network.from_edges(["mailto:a@example.org"], ["mailto:b@example.org"])

    assert "@" not in table(recommend(made, ego="mailto:a@example.org"), "Mara")


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(InvalidArgumentError, match="language must be one of"):
        table(picks("Ana"), "Mara", "fr")
