from __future__ import annotations

from datetime import date

import attrs
import pytest

from builders import ANA, CEM, DAN, MARA, mail, meeting, records
from change.experiments import AS_OF, day, experiment, tried
from netzwerkwandel.change import (
    ExperimentEffect,
    ExperimentEffects,
    RankedExperiment,
    RankedExperiments,
    experiment_effects,
    rank_experiments,
)
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Function, Tie
from netzwerkwandel.model.shift import FunctionShift
from netzwerkwandel.texts import LANGUAGES


def a_course(**values: object) -> ExperimentEffect:
    """Ana was known; Cem is seen again and serves a function, Dan is not."""
    lived = records(
        meeting(day(-9), MARA, ANA),
        meeting(day(3), MARA, CEM),
        mail(day(40), CEM, MARA),
        meeting(day(5), MARA, DAN),
        ties=[Tie(a=MARA, b=CEM, functions=["orientation"])],
    )
    given = {"met": [ANA, CEM, DAN], "hours": 12.0, "title": "Evening course"}
    return experiment_effects(tried(lived, **(given | values)), as_of=AS_OF)[0]


COURSE = attrs.evolve(a_course(), functions=FunctionShift((), (Function.ORIENTATION,)))


def test_what_a_course_brought_in_english():
    assert COURSE.explain().split("\n") == [
        "Evening course, 1 March 2026 to 31 March 2026:",
        "You met 3 people. 2 of them were new to you.",
        (
            "2 new people know few or none of your other contacts. It leads into 2 new circles. "
            "With one new person you were in touch again on another day. New in your network: "
            "somebody for orientation. For each new person it took about 6 hours."
        ),
    ]


def test_what_a_course_brought_in_german():
    assert COURSE.explain("de").split("\n") == [
        "Evening course, 1. März 2026 bis 31. März 2026:",
        "Du hast 3 Personen getroffen. 2 davon waren neu für dich.",
        (
            "2 neue Personen kennen wenige oder keine deiner anderen Kontakte. Es führt in 2 neue "
            "Kreise. Mit einer neuen Person warst du an einem anderen Tag noch einmal in Kontakt. "
            "Neu in deinem Netzwerk ist jemand für Orientierung. Auf jede neue Person kommen etwa "
            "6 Stunden."
        ),
    ]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"met": [CEM, DAN]}, "You met 2 people. Both of them were new to you."),
        ({"met": [CEM]}, "You met 1 person. This person was new to you."),
        ({"met": [ANA]}, "You met 1 person. You knew this person before."),
        ({"met": [MARA]}, "Your data does not show whom you met there; you can say it."),
    ],
)
def test_whom_one_met_and_who_was_new(values: dict[str, object], told: str):
    assert a_course(**values).explain().split("\n")[1] == told


def test_where_nobody_was_new_nothing_more_is_said():
    assert len(attrs.evolve(a_course(met=[ANA]), in_those_days=()).explain().split("\n")) == 2


def test_no_second_contact_is_no_reproach():
    told = a_course(met=[DAN])

    assert "There has been no second contact so far; it can still come." in told.explain()
    assert "Einen zweiten Kontakt gab es bisher nicht; er kann noch kommen." in told.explain("de")


def test_nothing_is_said_of_hours_that_are_not_known():
    assert "hour" not in a_course(hours=None).explain()


def test_who_may_have_come_by_something_else_is_said():
    told = attrs.evolve(COURSE, shared=(CEM,)).explain()

    assert "One of them may also have come from something else you tried at that time." in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_show_no_addresses_and_none_is_no_gap(language: str):
    assert "example.org" not in a_course(title="With cem@example.org").explain(language)
    assert a_course(title="").explain(language)[:2] in {"So", "Et"}


def idea(title: str, per_hour: float, hours: float | None, *interval: float) -> RankedExperiment:
    return RankedExperiment(
        experiment=experiment(title=title, hours=hours),
        per_hour=per_hour,
        interval=interval,
        expected=0.0,
        alike=1,
    )


def ranking(*ideas: RankedExperiment, long: bool = False) -> RankedExperiments:
    return RankedExperiments(ranked=ideas, level=0.8, explores_long=long)


IDEAS = ranking(
    idea("A week in the studio", 0.2, 30.0, 0.15, 0.3),
    idea("Course", 0.1, None, 0.06, 0.15),
    idea("Walk", 0.1, 4.0, 0.01, 0.4),
)


def test_what_ideas_may_lead_to_in_english():
    assert IDEAS.explain().split("\n") == [
        "What may lead you to new people, as far as what you tried can tell:",
        "A week in the studio: about 6 new people in 30 hours, likely between 4 and 9.",
        "Course: about 1 new person in 10 hours, likely between 0 and 2.",
        "Walk: perhaps nobody new in 4 hours, likely 2 at most.",
        "So far little more than a guess: Walk.",
    ]


def test_what_ideas_may_lead_to_in_german():
    assert IDEAS.explain("de").split("\n") == [
        "Was dich zu neuen Menschen führen kann, soweit das, was du ausprobiert hast, es zeigt:",
        (
            "A week in the studio: etwa 6 neue Personen in 30 Stunden, wahrscheinlich zwischen 4 "
            "und 9."
        ),
        "Course: etwa 1 neue Person in 10 Stunden, wahrscheinlich zwischen 0 und 2.",
        "Walk: in 4 Stunden vielleicht niemand Neues, wahrscheinlich höchstens 2.",
        "Bisher kaum mehr als eine Vermutung: Walk.",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_exploring_is_named_in_one_more_line(language: str):
    assert len(ranking(long=True).explain(language).split("\n")) == 2
    assert len(ranking().explain(language).split("\n")) == 1


def test_a_ranking_with_nothing_behind_it_says_that_it_is_a_guess():
    nothing = ExperimentEffects((), AS_OF)
    day_there = experiment(title="A day there", started=date(2026, 7, 1), ended=None)

    told = rank_experiments([day_there], nothing).explain()

    assert told.endswith("So far little more than a guess: A day there.")


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(InvalidArgumentError, match="got 'xx'"):
        COURSE.explain("xx")
    with pytest.raises(InvalidArgumentError, match="got 'xx'"):
        IDEAS.explain("xx")
