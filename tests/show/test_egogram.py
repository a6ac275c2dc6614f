from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ET

import attrs
import numpy as np
import pytest

import netzwerkwandel as nw
from builders import AS_OF, BEN, MARA, ago, life, mail, mailbox_life, records
from listed import listed, pick
from netzwerkwandel.model import Contact
from netzwerkwandel.show.pictures.egogram import LETTERS, MOST_NAMES, WIDTH, egogram
from netzwerkwandel.show.pictures.looks import DARK, LIGHT
from netzwerkwandel.show.pictures.marks import Dot, Line, Look, Picture, Text
from netzwerkwandel.show.pictures.names import ShortNames
from netzwerkwandel.show.pictures.svg import ENTRY_GAP, LEGEND_SIZE, svg, text_width
from netzwerkwandel.texts import catalogue
from netzwerkwandel.texts.english import ENGLISH


LIFE = nw.Network.from_records(mailbox_life(), as_of=AS_OF)
SVG = "{http://www.w3.org/2000/svg}"


def a_life(people: int) -> nw.Network:
    """So many people with names, each with a mail or two, some asleep, some in circles of five."""
    keys = [f"mailto:p{i:04}@example.org" for i in range(people)]
    first = "Ana Ben Cem Dan Eva Finn Gil Hanna Ida Jonas".split()
    last = "Okafor Albrecht Winter Haddou Brandstetter Voss Lindner".split()
    named = [
        Contact(
            key=key, name=f"{first[i % 10]} {last[i % 7]}", emails=[key.removeprefix("mailto:")]
        )
        for i, key in enumerate(keys)
    ]
    mails = [
        mail(ago(3 + 7 * i % 3000), *pair)
        for i, key in enumerate(keys)
        for pair in ((MARA, key), (key, MARA))
    ]
    mails += [mail(ago(50 + 3 * i), MARA, *keys[5 * i : 5 * i + 5]) for i in range(people // 20)]
    return life(*mails, people=named)


def boxes(picture: Picture) -> list[tuple[float, float, float, float]]:
    """Of every name about the room it takes, in pixels."""
    found = []
    for mark in picture.marks:
        if isinstance(mark, Text) and mark.look is not Look.ON_MARK:
            x, y = picture.place(mark.x, mark.y)
            width = text_width(mark.text, mark.size)
            left = x + mark.dx - {"start": 0.0, "middle": width / 2, "end": width}[mark.anchor]
            found.append((left, y + mark.dy - LETTERS * 0.8, left + width, y + mark.dy + 2))
    return found


def dots(picture: Picture, look: Look) -> list[Dot]:
    return [mark for mark in picture.marks if isinstance(mark, Dot) and mark.look is look]


@pytest.mark.parametrize("language", ["en", "de"])
def test_how_circles_are_called_is_told_where_there_are_some(language: str):
    with_circles = egogram(a_life(100), language=language)
    texts = catalogue(language)
    around = texts.say("picture circle", who="…")

    assert any(t.startswith(around.rstrip("…")) for t in with_circles.texts())
    assert f"{around}" in with_circles.description
    assert dict(with_circles.legend)[Look.RULE] == texts.say("picture look rule")
    assert around in texts.say("picture look rule")
    alone = egogram(life(mail(ago(3), MARA, BEN)), language=language)
    assert Look.RULE not in dict(alone.legend) and around not in alone.description


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_word_of_a_legend_has_room_in_it(language: str):
    phrases = catalogue(language).phrases
    for name, words in phrases.items():
        if name.startswith("picture look "):
            assert text_width(str(words), LEGEND_SIZE) < WIDTH - ENTRY_GAP


@pytest.mark.parametrize(
    ("language", "title", "middle", "me"),
    [
        ("en", "Your network on 1 November 2026", "You are in the middle;", "you"),
        ("de", "Dein Netzwerk am 1. November 2026", "Du stehst in der Mitte;", "du"),
        ("de-formal", "Ihr Netzwerk am 1. November 2026", "Sie stehen in der Mitte;", "Sie"),
    ],
)
def test_an_owner_without_a_name_is_spoken_to(language: str, title: str, middle: str, me: str):
    people = [Contact(key="me:"), Contact(key=BEN, name="Ben")]
    nameless = nw.Records(contacts=people, interactions=[mail(ago(3), "me:", BEN)], me="me:")
    picture = egogram(nw.Network.from_records(nameless, as_of=AS_OF), language=language)

    assert picture.title == title
    assert picture.description.startswith(middle)
    assert [dot.words for dot in dots(picture, Look.EGO)] == [me]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ("Eva", "Diese Person steht nicht im äußersten Ring."),
        ("Eva Dan", "Keine dieser Personen steht im äußersten Ring."),
        ("Eva Ana", "Von 2 steht 1 im äußersten Ring."),
        ("Ana", "Diese Person steht im äußersten Ring."),
        ("Ana Ben", "Beide stehen im äußersten Ring."),
        ("Ana Ben Cem", "Alle 3 stehen im äußersten Ring."),
    ],
)
def test_how_many_stand_outside_is_told_as_one_would_say_it(names: str, told: str):
    people = {contact.name: contact for contact in LIFE.contacts}
    picks = [attrs.evolve(pick(name), contact=people[name]) for name in names.split()]

    assert egogram(LIFE, listed(*picks), language="de").description.endswith(told)


def test_a_picture_shows_each_contact_by_how_she_stands():
    picture = egogram(LIFE)

    shown = {look: sorted(dot.words for dot in dots(picture, look)) for look in Look}
    assert shown[Look.EGO] == ["Mara"]
    assert shown[Look.INNER] == ["Dan", "Eva"]
    assert shown[Look.ASLEEP] == ["Ana", "Ben", "Cem"]
    assert shown[Look.NEVER] == ["Finn"]
    assert {"Mara", "Eva", "Dan", "Ana", "Ben", "Cem", "Finn"} <= set(picture.texts())


def test_whoever_is_suggested_is_marked_named_and_led_to():
    picks = nw.recommend(LIFE)
    picture = egogram(LIFE, picks)

    names = [pick.contact.name for pick in picks]
    assert names
    assert [dot.words for dot in reversed(dots(picture, Look.SUGGESTED))] == names
    assert set(names) <= set(picture.texts())
    numbers = {mark.text for mark in picture.marks if mark.look is Look.ON_MARK}
    assert numbers == {str(place) for place in range(1, len(names) + 1)}
    ends = {
        mark.points[-1]
        for mark in picture.marks
        if isinstance(mark, Line) and mark.look is Look.WAY
    }
    assert {(dot.x, dot.y) for dot in dots(picture, Look.SUGGESTED)} <= ends


@pytest.mark.parametrize("people", [1, 12, 320, pytest.param(3000, marks=pytest.mark.slow)])
def test_no_name_covers_another_or_leaves_the_page_and_all_on_the_list_are_named(people: int):
    network = a_life(people)
    picks = nw.recommend(network, n=10)
    picture = egogram(network, picks)

    found = boxes(picture)
    for (l1, t1, r1, b1), (l2, t2, r2, b2) in itertools.combinations(found, 2):
        assert r1 <= l2 or r2 <= l1 or b1 <= t2 or b2 <= t1
    assert all(left >= 0 and right <= picture.width for left, _, right, _ in found)
    names = ShortNames.of([], ENGLISH, initials=False)
    assert {names.of_one(pick.contact) for pick in picks} <= set(picture.texts())
    assert len(found) <= 1 + len(picks) + 2 * MOST_NAMES
    assert len([mark for mark in picture.marks if isinstance(mark, Dot)]) == people + 1


@pytest.mark.parametrize(
    ("language", "title", "part"),
    [
        ("en", "The network of Mara on 1 November 2026", "2 people in the inner circle"),
        ("de", "Das Netzwerk von Mara am 1. November 2026", "2 Personen im engsten Kreis"),
    ],
)
def test_title_and_description_say_in_words_what_is_seen(language: str, title: str, part: str):
    picture = egogram(LIFE, nw.recommend(LIFE), language=language)

    assert picture.title == title
    assert part in picture.description
    assert "Cem (1)" in picture.description


def test_the_records_language_is_spoken_where_none_is_asked_for():
    german = attrs.evolve(mailbox_life(), language="de")

    picture = egogram(nw.Network.from_records(german, as_of=AS_OF))

    assert picture.language == "de"
    assert picture.title.startswith("Das Netzwerk")


def test_no_address_is_shown_and_initials_hide_every_name():
    network = a_life(40)
    picks = nw.recommend(network)

    plain, hidden = svg(egogram(network, picks)), svg(egogram(network, picks, initials=True))

    assert "@example" not in plain + hidden and "mailto" not in plain + hidden
    assert "Okafor" in plain and "Okafor" not in hidden
    assert re.search(r"[A-J]\. [A-Z]\.", hidden)


@pytest.mark.parametrize(
    "name",
    ["<script>alert(1)</script>", "Ben\u202e nohJ", 'B" onload="x', "Ben & <b>", "x" * 10**6],
)
def test_whatever_a_name_is_it_is_short_text_and_no_markup(name: str):
    people = [Contact(key=BEN, name=name)]
    text = svg(egogram(life(mail(ago(3), MARA, BEN), people=people)))

    root = ET.fromstring(text)
    assert {element.tag for element in root.iter()} <= {
        SVG + tag for tag in "svg title desc style path circle polygon text".split()
    }
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    assert "\u202e" not in text
    assert len(text) < 20_000


def test_an_svg_is_named_and_told_and_has_nothing_from_outside():
    root = ET.fromstring(egogram(LIFE)._repr_svg_())

    title, about = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None and about is not None
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == f"{title.attrib['id']} {about.attrib['id']}"
    assert not [
        a for element in root.iter() for a in element.attrib if a.endswith(("href", "style"))
    ]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dark = sorted([luminance(one), luminance(other)], reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("looks", "page"), [(LIGHT, "#ffffff"), (DARK, "#15181c")])
def test_every_dot_and_word_stands_out_from_the_page(looks, page):
    dots = (Look.EGO, Look.INNER, Look.LIVING, Look.ASLEEP, Look.NEVER, Look.SUGGESTED)

    for look in dots:
        style = looks[look]
        assert max(contrast(c, page) for c in (style.fill, style.line) if c) >= 3
    assert all(contrast(looks[look].fill, page) >= 4.5 for look in (Look.INK, Look.MUTED))
    assert contrast(looks[Look.ON_MARK].fill, looks[Look.SUGGESTED].fill) >= 4.5


@pytest.mark.parametrize("looks", [LIGHT, DARK])
def test_the_rings_are_told_apart_without_colour(looks):
    told = {
        look: (round(luminance(looks[look].fill), 1), looks[look].dashes, looks[look].diamond)
        for look in (Look.INNER, Look.LIVING, Look.ASLEEP, Look.SUGGESTED)
    }

    assert len(set(told.values())) == 4


def test_matplotlib_draws_the_same_marks():
    pytest.importorskip("matplotlib")
    picks = nw.recommend(LIFE)
    picture = egogram(LIFE, picks)

    axes = nw.plot.egogram(LIFE, picks)

    drawn = {text.get_text() for text in axes.texts}
    assert set(picture.texts()) <= drawn
    places = np.vstack([each.get_offsets() for each in axes.collections])
    marks = [(m.x, m.y) for m in picture.marks if isinstance(m, Dot)]
    assert all(np.isclose(places, place).all(axis=1).any() for place in marks)
    assert axes.get_title() == picture.title
    assert axes.get_aspect() == 1


def test_matplotlib_draws_on_given_axes_and_never_asks_for_a_window():
    figures = pytest.importorskip("matplotlib.figure")
    pyplot = pytest.importorskip("matplotlib.pyplot")
    figure = figures.Figure()
    left, right = figure.subplots(1, 2)

    assert nw.plot.egogram(LIFE, ax=right) is right
    assert right.texts and not left.texts
    figure.canvas.draw()
    nw.plot.egogram(LIFE)
    assert not pyplot.get_fignums()


def test_on_dark_axes_words_are_bright():
    figures = pytest.importorskip("matplotlib.figure")
    axes = figures.Figure(facecolor="#15181c").subplots()
    axes.set_facecolor("#15181c")

    nw.plot.egogram(LIFE, ax=axes)

    assert {text.get_color() for text in axes.texts} <= {DARK[look].fill for look in Look}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"network": 1}, "network must be a Network"),
        ({"network": LIFE, "picks": [1]}, "picks must be"),
        ({"network": LIFE, "like": 1}, "like must be"),
        ({"network": LIFE, "initials": 1}, "initials must be"),
        ({"network": LIFE, "language": "xx"}, "language must be one of"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(arguments, message):
    with pytest.raises(nw.InvalidArgumentError, match=message):
        nw.plot.egogram(**arguments)


def test_two_networks_of_one_person_differ_only_by_what_changed():
    told = records(mail(ago(400), MARA, BEN), mail(ago(3), MARA, BEN))
    before, now = (nw.Network.from_records(told, as_of=moment) for moment in (ago(300), AS_OF))

    one, other = egogram(before, like=now), egogram(now)

    assert [d.words for d in dots(one, Look.EGO)] == [d.words for d in dots(other, Look.EGO)]
    assert one.title != other.title
