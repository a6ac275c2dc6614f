from __future__ import annotations

import pytest

from builders import AS_OF, BEN, MARA, ago, life, mail, mailbox_life
from listed import listed, pick
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Contact
from netzwerkwandel.network import Network
from netzwerkwandel.recommending import (
    Reason,
    ReasonKind,
    Recommendation,
    Recommendations,
    recommend,
)
from netzwerkwandel.show import table
from netzwerkwandel.show._lists import _width
from netzwerkwandel.texts import LANGUAGES


def picks(*names: str) -> Recommendations:
    return listed(*map(pick, names))


def rows(text: str) -> list[str]:
    """The lines of the table itself."""
    return text.split("\n\n")[1].splitlines()


ENGLISH = """\
Whom Mara could talk to next

   who       could bring  last contact  new people
-  --------  -----------  ------------  ----------
1  Ana       new ideas    4 May 2024    7
2  Ben Cole  new ideas    4 May 2024    7

Why

 1. Ana knows 7 people outside your network. You have not been in touch for more than 2 years;
    before that there were 3 mails. You have said so yourself: good for new ideas; you could ask who
    else is good to talk to.
 2. Ben Cole knows 7 people outside your network. You have not been in touch for more than 2 years;
    before that there were 3 mails. You have said so yourself: good for new ideas; you could ask who
    else is good to talk to.

The list as a whole

The list names 2 of 1,234 people who could be worth talking to. No other list of this length would
bring more.
Your network has several people for open doors, support, orientation, honest feedback, new ideas and
new information.
Meeting them once would make your network a little more open: less of it would rest on the same few
people."""

GERMAN = """\
Mit wem Mara als Nächstes sprechen könnte

   wer       könnte bringen  letzter Kontakt  neue Leute
-  --------  --------------  ---------------  ----------
1  Ana       neue Ideen      4. Mai 2024      7
2  Ben Cole  neue Ideen      4. Mai 2024      7

Warum

 1. Ana kennt 7 Menschen außerhalb deines Netzwerks. Ihr hattet seit über 2 Jahren keinen Kontakt;
    davor gab es 3 Mails. Du hast es selbst gesagt: gut für neue Ideen; du könntest fragen, mit wem
    sich ein Gespräch noch lohnt.
 2. Ben Cole kennt 7 Menschen außerhalb deines Netzwerks. Ihr hattet seit über 2 Jahren keinen
    Kontakt; davor gab es 3 Mails. Du hast es selbst gesagt: gut für neue Ideen; du könntest fragen,
    mit wem sich ein Gespräch noch lohnt.

Die Liste im Ganzen

Die Liste nennt 2 von 1.234 Menschen, mit denen sich ein Gespräch lohnen könnte. Keine andere Liste
dieser Länge brächte mehr.
In deinem Netzwerk gibt es mehrere Menschen für offene Türen, Rückhalt, Orientierung, ehrliches
Feedback, neue Ideen und neue Informationen.
Ein Treffen pro Person würde dein Netzwerk ein wenig öffnen: Es läge weniger Gewicht auf denselben
wenigen Menschen."""


@pytest.mark.parametrize(("language", "text"), [("en", ENGLISH), ("de", GERMAN)])
def test_a_list_is_a_table_the_reasons_and_the_whole(language: str, text: str):
    assert table(picks("Ana", "Ben Cole"), "Mara", language) == text


@pytest.mark.parametrize(
    ("language", "title", "empty"),
    [
        (
            "en",
            "Whom Mara could talk to next",
            "There is nobody to suggest: none of the contacts in the data fits.",
        ),
        (
            "de",
            "Mit wem Mara als Nächstes sprechen könnte",
            "Es gibt niemanden vorzuschlagen: Kein Kontakt in den Daten passt.",
        ),
    ],
)
def test_an_empty_list_says_so_and_has_no_table(language: str, title: str, empty: str):
    lines = table(listed(candidates=0), "Mara", language).splitlines()

    assert lines[:3] == [title, "", empty]
    assert not any("--" in line for line in lines)


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


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Whom you could talk to next"),
        ("de", "Mit wem du als Nächstes sprechen könntest"),
        ("de-formal", "Mit wem Sie als Nächstes sprechen könnten"),
    ],
)
def test_whoever_has_no_name_is_spoken_to(language: str, title: str):
    assert table(picks("Ana"), "", language).splitlines()[0] == title


def test_widths_are_those_of_a_terminal():
    assert _width("Ana") == 3
    assert _width("王小明") == 6
    assert _width("Zoe\u0308") == 3
    assert _width("สมชิ") == 3


def test_a_long_name_is_cut_and_one_long_word_stays_a_name():
    lines = rows(table(picks("Donaudampfschifffahrtsgesellschaftskapitänswitwe", "王" * 40), "M"))

    assert lines[2].startswith("1  Donaudampfschifffahrtsgesellschaf…  new ideas    4 May")
    assert lines[3].startswith("2  " + "王" * 16 + "…")


def test_a_name_that_just_fits_is_whole():
    assert "x" * 34 + "  new ideas" in table(picks("x" * 34), "Mara")
    assert "x" * 33 + "…  new ideas" in table(picks("x" * 35), "Mara")


def test_ten_places_stand_in_line():
    text = table(picks(*(f"N{i}" for i in range(10))), "Mara")

    assert rows(text)[2].startswith("1   N0 ")
    assert rows(text)[11].startswith("10  N9 ")
    assert "\n 9. N8 knows" in text
    assert "\n10. N9 knows" in text


def test_of_whom_the_data_shows_no_contact_a_list_does_not_say_never():
    never = Recommendation(
        contact=Contact(key="x", name="Finn"),
        function=None,
        score=1.0,
        gain=1.0,
        reasons=(Reason(ReasonKind.NEVER, {}),),
    )

    english, german = (table(listed(never, candidates=1), "Mara", code) for code in ("en", "de"))

    assert rows(english)[2].split() == ["1", "Finn", "getting", "in", "touch"]
    assert rows(german)[2].split() == ["1", "Finn", "ein", "Lebenszeichen"]
    assert "Außer diesem einen Menschen kommt niemand infrage." in german


def test_a_small_life_is_told_without_an_address():
    network = Network.from_records(mailbox_life(), as_of=AS_OF)
    for language in LANGUAGES:
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
        table(picks("Ana"), "Mara", "xx")
