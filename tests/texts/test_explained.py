"""In which language a result is told where none is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import attrs
import numpy as np
import pytest

import netzwerkwandel as nw
from builders import AS_OF, BEN, MARA, ago, mail, meeting, records
from netzwerkwandel.show import html, table
from netzwerkwandel.texts import Explained, Shown, Stated


ANA, EVA = "mailto:ana@example.org", "mailto:eva@example.org"
GOAL = nw.Goal(fields=["ux research"], since=date(2026, 1, 1))
COURSE = nw.Experiment(key="course", title="Course", started=date(2026, 6, 1), hours=9, met=[ANA])


def life(language: str | None) -> nw.Records:
    known = records(
        mail(ago(2000), MARA, BEN),
        mail(ago(1990), BEN, MARA),
        mail(ago(40), MARA, BEN),
        meeting(ago(90), MARA, ANA, EVA),
        mail(ago(80), EVA, MARA),
    )
    twice = [nw.Contact(key=f"card:{n}", name="Ngozi Eze") for n in (1, 2)]
    return nw.Records(
        contacts=[*known.contacts, *twice],
        interactions=known.interactions,
        experiments=[COURSE],
        me=known.me,
        goal=GOAL,
        language=language,
    )


@cache
def results(language: str | None) -> dict[str, Explained]:
    """One of everything that can be told, found in records of a language."""
    known = life(language)
    known = known.with_suggestions([BEN], on=(AS_OF - timedelta(days=60)).date())
    network = nw.Network.from_records(known, as_of=AS_OF)
    before = nw.Network.from_records(known, as_of=AS_OF - timedelta(days=365))
    effects = nw.experiment_effects(known, as_of=AS_OF)
    picks = nw.recommend(network)
    with nw.open_storage(":memory:") as storage:
        saved = storage.save(known)
    return {
        "list": picks,
        "pick": picks[0],
        "change": nw.network_change(before, network),
        "years": nw.timeline(known, as_of=AS_OF),
        "step": nw.timeline(known, as_of=AS_OF)[0],
        "effect": effects[0],
        "ranked": nw.rank_experiments([COURSE], effects),
        "base": nw.safe_base(network),
        "woken": nw.ties_woken(known, as_of=AS_OF),
        "one woken": nw.ties_woken(known, as_of=AS_OF)[0],
        "drift": nw.drift_to_core(known, goal=GOAL, as_of=AS_OF, rng=np.random.default_rng(1)),
        "advice": nw.suggestion_effects(known, as_of=AS_OF),
        "question": nw.questions(known, as_of=AS_OF)[0],
        "same": known.possible_duplicates()[0],
        "saved": saved,
    }


@pytest.mark.parametrize("name", results(None))
def test_it_is_told_in_the_language_of_the_records_unless_another_is_asked_for(name) -> None:
    neutral, german = results(None)[name], results("de")[name]

    assert neutral.explain() == neutral.explain("en") != neutral.explain("de")
    assert german.explain() == german.explain("de")
    assert german.explain("en") == neutral.explain()
    assert repr(german) == repr(neutral)


def parts(value: object) -> Iterator[Explained]:
    """What can be told in a result, itself included."""
    if isinstance(value, tuple):
        for each in value:
            yield from parts(each)
    if isinstance(value, Explained):
        yield value
        for field in attrs.fields(type(value)):
            yield from parts(getattr(value, field.name))


@pytest.mark.parametrize("name", results(None))
def test_all_of_it_can_be_put_into_another_language(name) -> None:
    put = results(None)[name].in_language("de")

    assert {part.language for part in parts(put)} == {"de"}
    assert repr(put) == repr(results(None)[name])
    assert put.in_language(None).explain() == results(None)[name].explain("en")
    with pytest.raises(nw.InvalidArgumentError, match="language must be one of"):
        put.in_language("xx")


def shown_in(value: object) -> Iterator[tuple[Shown, str]]:
    """Whatever a result is made of that a notebook shows, with the language that it is shown in."""
    if isinstance(value, Shown):
        told = re.search(r'lang="(.*?)"', value._repr_html_())
        assert told is not None
        yield value, told[1]
    if isinstance(value, tuple):
        for each in value:
            yield from shown_in(each)
    elif attrs.has(type(value)) and not isinstance(value, nw.Network):
        for field in attrs.fields(type(value)):
            yield from shown_in(getattr(value, field.name))


SHOWN: dict[str, object] = {
    "base": nw.safe_base(nw.Network.from_records(life("de"), as_of=AS_OF)),
    "coverage": nw.function_coverage(nw.Network.from_records(life("de"), as_of=AS_OF)),
    "contacts": life("de").contacts,
    "experiments": life("de").experiments,
    "suggestions": life("de").with_suggestions([BEN], on=COURSE.started).suggestions,
    "ties": life("de").with_tie(BEN, relations=["friend"]).ties,
    **results("de"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_all_that_belongs_to_what_was_found_is_shown_in_its_language(name: str) -> None:
    there = list(shown_in(SHOWN[name]))

    assert there
    assert {told for one, told in there if not isinstance(one, Stated)} <= {"de"}
    for one, _ in there:
        if isinstance(one, Stated):  # it is stated in no language, and can be shown in any
            assert one.in_language("de") == (one,)
            assert one.in_language("de")._repr_html_() == html(one, "de") != html(one, "en")
            with pytest.raises(nw.InvalidArgumentError, match="language must be one of"):
                one.in_language("xx")


def test_what_belongs_to_a_list_follows_it() -> None:
    picks, asked = results("de")["list"], results("de")["same"]

    assert isinstance(picks, nw.Recommendations)
    assert picks[0].label() == picks[0].label("de")
    assert picks[0].opening() == picks[0].opening("de")
    assert html(picks) == picks._repr_html_() == html(picks, "de")
    assert table(picks, "Mara") == table(picks, "Mara", "de")
    assert isinstance(asked, nw.PossibleDuplicate)
    assert asked.in_short() == asked.in_short("de")
    assert life("de").summary() == life(None).summary("de")


@pytest.mark.parametrize("code", ["de", "de-DE", "de_AT", "DE"])
def test_a_region_changes_no_text(code) -> None:
    picks = results(None)["list"]

    assert picks.explain(code) == picks.explain("de")
    assert life(code).summary() == life("de").summary()


def test_the_language_is_in_no_document() -> None:
    for name in ("list", "pick", "change", "effect", "base", "drift", "one woken", "question"):
        one, other = (results(language)[name] for language in (None, "de"))
        assert one.to_dict(with_keys=True) == other.to_dict(with_keys=True)
        assert "language" not in str(one.to_dict())
