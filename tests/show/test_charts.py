from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime, timedelta

import attrs
import numpy as np
import pytest

import netzwerkwandel as nw
from builders import AS_OF, BEN, CEM, MARA, ago, life, mail, mailbox_life, records
from listed import listed, pick
from netzwerkwandel.model import Contact
from netzwerkwandel.show import plot
from netzwerkwandel.show.pictures import (
    attention,
    egogram,
    functions,
    one_contact,
    signature,
    what_changes,
)
from netzwerkwandel.show.pictures.days import axis_of_days, number_of
from netzwerkwandel.show.pictures.marks import Dot, Line, Look, Picture, Text
from netzwerkwandel.show.pictures.names import ShortNames
from netzwerkwandel.show.pictures.svg import svg, text_width
from netzwerkwandel.texts import catalogue


EVA = "mailto:eva@example.org"
RECORDS = mailbox_life()
LIFE = nw.Network.from_records(RECORDS, as_of=AS_OF)
YEARS = nw.timeline(RECORDS, as_of=AS_OF, every="year")
COURSE = nw.Experiment(key="c", title="UX course", started=date(2024, 3, 1), ended=date(2024, 6, 1))


def bars(picture: Picture, look: Look) -> list[tuple[float, float]]:
    """From where to where across each filled shape of a look goes."""
    shapes = [
        m.points for m in picture.marks if isinstance(m, Line) and m.closed and m.look is look
    ]
    return [(min(x for x, _ in shape), max(x for x, _ in shape)) for shape in shapes]


def heights(picture: Picture, look: Look) -> list[float]:
    return [
        max(y for _, y in m.points)
        for m in picture.marks
        if isinstance(m, Line) and m.closed and m.look is look
    ]


# Days


def test_days_are_counted_as_matplotlib_counts_them():
    dates = pytest.importorskip("matplotlib.dates")

    for day in (date(1970, 1, 1), date(2026, 11, 1), datetime(2024, 2, 29, 23, 30, tzinfo=UTC)):
        assert number_of(day) == int(dates.date2num(day))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 11, 15), date(2026, 6, 1), ["January 2026", "April 2026"]),
        (date(2000, 6, 1), date(2005, 6, 1), ["2001", "2002", "2003", "2004", "2005"]),
        (
            date(1999, 1, 1),
            date(2005, 1, 2),
            ["1999", "2000", "2001", "2002", "2003", "2004", "2005"],
        ),
        (date(2000, 1, 1), date(2016, 1, 1), [str(year) for year in range(2000, 2017, 2)]),
    ],
)
def test_an_axis_names_quarters_or_years_by_its_length(first, last, words):
    axis = axis_of_days(first, last, catalogue("en"))

    assert [said for _, said in axis.ticks] == words
    assert all(axis.low <= value <= axis.high for value, _ in axis.ticks)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("months", [1, 8, 20, 22, 34, 41, 43, 100, 150, 300, 700, 1_300])
def test_no_name_below_an_axis_covers_another(language, months):
    first = date(1901, 12, 15)
    last = first + timedelta(days=round(30.44 * months))
    axis = axis_of_days(first, last, catalogue(language))
    pixels = (840 - 100) / (axis.high - axis.low)  # about as wide as a picture is inside
    ends = [
        ((value - axis.low) * pixels + side * text_width(words, 12) / 2)
        for value, words in axis.ticks
        for side in (-1, 1)
    ]

    assert ends == sorted(ends)
    assert months < 4 or axis.ticks


# Attention over time


def test_a_timeline_shows_the_share_of_the_inner_circle_at_each_moment():
    picture = attention.attention(YEARS)

    shares = YEARS.column("core_share")
    (area,) = [m for m in picture.marks if isinstance(m, Line) and m.look is Look.INNER]
    known = [
        (number_of(m), s) for m, s in zip(YEARS.moments, shares, strict=True) if not np.isnan(s)
    ]
    assert area.points[: len(known)] == tuple(known)
    assert area.points[len(known) :] == ((known[-1][0], 0.0), (known[0][0], 0.0))


def test_an_experiment_stands_above_its_days_with_its_title():
    picture = attention.attention(YEARS, [COURSE])

    assert bars(picture, Look.TRIED) == [(number_of(COURSE.started), number_of(COURSE.ended))]
    assert all(height > 1 for height in heights(picture, Look.TRIED))
    assert "UX course" in picture.texts()
    assert picture.description.endswith("Tried in that time: UX course.")


def test_experiments_of_one_time_have_rows_of_their_own_and_stay_in_the_picture():
    later = attrs.evolve(COURSE, key="d", title="Meetup", ended=None)
    outside = attrs.evolve(COURSE, key="e", started=date(1999, 1, 1), ended=date(1999, 2, 1))

    picture = attention.attention(YEARS, [later, outside, COURSE])

    tops = heights(picture, Look.TRIED)
    assert len(set(tops)) == len(tops) == 2
    assert max(tops) < picture.y.high
    assert all(picture.x.low <= a < b <= picture.x.high for a, b in bars(picture, Look.TRIED))


def test_a_timeline_of_nothing_is_an_empty_picture_that_says_so():
    nothing = nw.Timeline(())
    picture = attention.attention(nothing)

    assert picture.marks == ()
    assert picture.description == nothing.explain()


# What is covered


def test_a_function_is_cut_into_those_who_serve_it_by_how_well():
    picture = functions.coverage(LIFE)

    covered = nw.function_coverage(LIFE)
    for row, each in zip(range(5, -1, -1), covered.values(), strict=True):
        shapes = [
            m
            for m in picture.marks
            if isinstance(m, Line) and row - 0.5 < m.points[0][1] < row + 0.5
        ]
        if each.is_covered:
            names = [LIFE.contact(LIFE.index_of(key)).name for key in each.keys]
            assert [shape.words for shape in shapes] == names
            nearest = [Look.INNER if name in {"Dan", "Eva"} else Look.LIVING for name in names]
            assert [shape.look for shape in shapes] == nearest
            shares = [shape.points[1][0] - shape.points[0][0] for shape in shapes]
            assert np.allclose(shares, np.array(each.amounts) / sum(each.amounts))
        else:
            assert [shape.look for shape in shapes] == [Look.LACKS]
    assert {"support", "nobody yet"} <= set(picture.texts())


def test_of_many_the_first_are_shown_and_the_others_are_one_part():
    keys = [f"mailto:p{i}@example.org" for i in range(12)]
    people = life(
        *(mail(ago(i), MARA, key) for i, key in enumerate(keys)),
        ties=[nw.Tie(a=MARA, b=key, functions=["support"]) for key in keys],
    )

    picture = functions.coverage(people)

    assert "7 more" in picture.texts()
    rest = bars(picture, Look.REST)
    assert np.allclose(rest, [(5 / 12, 1.0)])
    assert "12 people in" in picture.description


def test_who_is_shown_and_who_is_not_have_words_of_their_own_in_the_legend():
    keys = [f"mailto:p{i}@example.org" for i in range(20)]
    people = life(
        *(mail(ago(i), MARA, key) for i, key in enumerate(keys)),
        ties=[nw.Tie(a=MARA, b=key, functions=["support"]) for key in keys],
    )

    legend = dict(functions.coverage(people, language="de").legend)

    assert legend[Look.REST] == "weitere, nicht einzeln gezeigt"
    assert legend[Look.LIVING] == "nicht im engsten Kreis"


# One contact


def test_a_history_counts_the_days_with_contact_of_each_quarter():
    told = records(
        *(
            mail(datetime(2026, 1, day, hour, tzinfo=UTC), MARA, BEN)
            for day in (3, 9)
            for hour in (8, 9)
        ),
        mail(datetime(2026, 5, 4, tzinfo=UTC), BEN, MARA),
    )
    picture = one_contact.history(nw.Network.from_records(told, as_of=AS_OF), BEN)

    starts = [
        date.fromordinal(date(1970, 1, 1).toordinal() + int(a))
        for a, _ in bars(picture, Look.INNER)
    ]
    assert starts == [date(2026, 1, 1), date(2026, 4, 1)]
    assert heights(picture, Look.INNER) == [2, 1]
    assert picture.description == "Ben and you: 5 mails."


def test_a_year_of_silence_is_marked_and_said_in_the_language():
    told = records(mail(ago(3000), MARA, CEM), mail(ago(2000), MARA, CEM))

    picture = one_contact.history(nw.Network.from_records(told, as_of=AS_OF), CEM, language="de")

    silences = bars(picture, Look.BAND)
    assert silences == [
        (number_of(ago(3000)), number_of(ago(2000))),
        (number_of(ago(2000)), number_of(AS_OF)),
    ]
    words = [m.text for m in picture.marks if isinstance(m, Text)]
    assert words == ["nach fast 3 Jahren Stille", "still seit über 5 Jahren"]


def test_a_suggestion_is_marked_on_its_day():
    told = RECORDS.with_suggestions(nw.recommend(LIFE), on=date(2026, 10, 1))
    network = nw.Network.from_records(told, as_of=AS_OF)

    marks = one_contact.history(network, CEM).marks

    assert [m.x for m in marks if isinstance(m, Dot)] == [number_of(date(2026, 10, 1))]


def test_a_history_of_somebody_never_met_says_so():
    finn = RECORDS.contact("mailto:finn@example.org")

    assert one_contact.history(LIFE, finn).description == "Finn: the data shows no contact."


@pytest.mark.parametrize("key", ["nobody", "mailto:nobody@example.org"])
def test_a_history_of_nobody_is_refused(key):
    with pytest.raises(nw.NotFoundError):
        plot.history(LIFE, key)


def test_a_history_needs_a_moment():
    with pytest.raises(nw.InvalidNetworkError, match="built from records"):
        plot.history(nw.Network.from_edges(["a"], ["b"]), "a")


# The social signature


def test_a_signature_has_a_row_for_each_rank_and_one_for_the_rest():
    strengths = [float(2 ** (20 - i)) for i in range(20)]
    network = nw.Network.from_edges(["a"] * 20, [f"p{i:02}" for i in range(20)], strengths)

    picture = signature.signature(network, ego="a")

    looks = (Look.INNER, Look.LIVING, Look.REST)
    ends = sorted((end for look in looks for _, end in bars(picture, look)), reverse=True)
    shares = np.array(strengths) / sum(strengths)
    assert np.allclose(ends, [*shares[:15], shares[15:].sum()])
    assert {"p00", "50%", "5 others together"} <= set(picture.texts())
    assert "p15" not in picture.texts()


def test_a_signature_marks_what_each_rank_had_before():
    before = nw.Network.from_edges(["a", "a"], ["x", "y"], [1.0, 3.0])
    now = nw.Network.from_edges(["a", "a"], ["x", "y"], [1.0, 1.0])

    marks = signature.signature(now, before, ego="a").marks

    strokes = [m.points[0][0] for m in marks if isinstance(m, Line) and m.look is Look.TREND]
    assert strokes == [0.75, 0.25]


def test_a_signature_of_nobody_is_empty():
    assert signature.signature(life()).description == "The data shows no contact."


# Before and after


def test_before_and_after_show_what_the_list_says():
    picks = nw.recommend(LIFE)
    picture = what_changes.before_after(picks, language="de")

    effect = picks.effect
    shares = [f"{100 * v:.1f} %" for v in (effect.constraint.before, effect.constraint.after)]
    assert " → ".join(shares).replace(".", ",") in picture.texts()
    full = [m.x for m in picture.marks if isinstance(m, Dot) and m.look is Look.INNER]
    hollow = [m.x for m in picture.marks if isinstance(m, Dot) and m.look is Look.LIVING]
    row = len(full) - 1  # rows are drawn from the last to the first, and constraint is the first
    assert full[row] / hollow[row] == pytest.approx(
        effect.constraint.after / effect.constraint.before
    )
    assert picks.effect.explain("de") in picture.description


def test_what_stays_as_it_is_written_is_no_change():
    picks = nw.recommend(LIFE)
    picture = what_changes.before_after(picks, language="de")

    size = picks.effect.effective_size
    assert round(size.before) == round(size.after)
    assert "Menschen: heute" not in picture.description
    assert "Wege zu verschiedenen Menschen" not in picture.texts()
    more = attrs.evolve(size, after=size.before + 2)
    opened = attrs.evolve(picks, effect=attrs.evolve(picks.effect, effective_size=more))
    told = what_changes.before_after(opened, language="de").description
    assert "Wege zu verschiedenen Menschen: heute 5, danach 7." in told
    alike = attrs.evolve(picks.effect.constraint, after=picks.effect.constraint.before)
    effect = attrs.evolve(picks.effect, constraint=alike)
    still = what_changes.before_after(
        attrs.evolve(listed(pick("Ana", function=None)), effect=effect)
    )
    assert (still.marks, still.description) == ((), effect.explain("en"))


@pytest.mark.parametrize("language", ["en", "de"])
def test_whoever_is_not_named_in_the_signature_is_counted_within_the_page(language):
    for n in (1, 9_999):
        words = catalogue(language).say("picture more people", n)
        assert text_width(words, signature.SIZE) < signature.MARGINS[0] - 10


# All of them


def all_pictures(**said) -> list[Picture]:
    picks = nw.recommend(LIFE)
    return [
        attention.attention(YEARS, [COURSE], language=said.get("language")),
        functions.coverage(LIFE, **said),
        one_contact.history(LIFE, CEM, **said),
        signature.signature(LIFE, LIFE, **said),
        what_changes.before_after(picks, language=said.get("language")),
    ]


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_picture_is_named_and_told_in_the_language_and_is_valid_svg(language):
    for picture in all_pictures(language=language):
        root = ET.fromstring(svg(picture, with_style=False))

        assert root.attrib["lang"] == language
        assert picture.title and len(picture.description) > 20
        assert "@" not in picture.title + picture.description + "".join(picture.texts())


def test_initials_hide_every_name():
    for picture in all_pictures(initials=True)[1:4]:
        words = " ".join([picture.title, picture.description, *picture.texts()])
        assert not {"Ana", "Cem", "Eva", "Dan"} & set(words.replace(",", " ").split())


def test_matplotlib_draws_every_picture_and_asks_for_no_window():
    pyplot = pytest.importorskip("matplotlib.pyplot")
    picks = nw.recommend(LIFE)
    drawn = [
        plot.timeline(YEARS, [COURSE]),
        plot.coverage(LIFE),
        plot.history(LIFE, CEM),
        plot.signature(LIFE, LIFE),
        plot.before_after(picks),
    ]

    for axes, picture in zip(drawn, all_pictures(), strict=True):
        assert set(picture.texts()) <= {text.get_text() for text in axes.texts}
        assert axes.get_title() == picture.title
        assert axes.get_xlim() == (picture.x.low, picture.x.high)
        axes.figure.canvas.draw()
    assert pyplot.get_fignums() == []


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (lambda: plot.timeline(1), "years must be"),
        (lambda: plot.timeline(YEARS, "x"), "experiments must be"),
        (lambda: plot.timeline(YEARS, [1]), "experiments must be"),
        (lambda: plot.coverage(1), "network must be"),
        (lambda: plot.coverage(LIFE, initials=1), "initials must be"),
        (lambda: plot.history(1, CEM), "network must be"),
        (lambda: plot.history(LIFE, 1), "contact must be"),
        (lambda: plot.signature(LIFE, 1), "before must be"),
        (lambda: plot.before_after([pick("Ana")]), "picks must be"),
    ],
    ids=range(9),
)
def test_what_does_not_fit_is_refused_by_name(draw, message):
    with pytest.raises(nw.InvalidArgumentError, match=message):
        draw()


def test_a_list_of_nobody_changes_nothing():
    picture = what_changes.before_after(listed(candidates=0))

    assert all(isinstance(mark, Dot | Line | Text) for mark in picture.marks)


@pytest.mark.parametrize(
    ("name", "short", "initials"),
    [
        ("Ben Okafor", "Ben Okafor", "B. O."),
        ("", "Ben", "B."),
        ("Maria del Carmen García Lorca", "Maria del Carmen García…", "M. D. C. G."),
        ("x" * 10**6, "x" * 23 + "…", "X."),
        ("王小明", "王小明", "王."),
        ("123", "123", "someone without a name"),
    ],
)
def test_names_are_cut_and_initials_are_first_letters(name, short, initials):
    contact = Contact(key="a", name=name, emails=["ben@example.org"])
    texts = catalogue("en")

    assert ShortNames(texts).of_one(contact) == short
    assert ShortNames(texts, {}).of_one(contact) == initials


def test_people_with_the_same_initials_are_told_apart_in_every_picture():
    twins = [
        Contact(key=key, name=f"{first} Okafor") for key, first in ((CEM, "Bea"), (BEN, "Ben"))
    ]
    told = records(*[mail(ago(i), MARA, key) for key in (BEN, CEM) for i in (1, 2)], people=twins)
    network = nw.Network.from_records(told, as_of=AS_OF)

    pictures = [
        egogram.egogram(network, initials=True),
        signature.signature(network, initials=True),
    ]
    for picture in pictures:
        assert {"B. O.", "B. O. 2"} <= {*picture.texts()}
    assert one_contact.history(network, CEM, initials=True).title == "Contact with B. O. 2"


@pytest.mark.parametrize("known_as", [CEM, "Cem", "cem@example.org"])
def test_a_history_takes_a_person_as_she_is_known(known_as):
    (cem,) = [each for each in LIFE.contacts if each.key == CEM]

    assert one_contact.history(LIFE, known_as) == one_contact.history(LIFE, cem)
