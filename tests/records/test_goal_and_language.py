"""Where the change is heading, and the language of the owner, as the records say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import attrs
import pytest

import netzwerkwandel as nw
from builders import AS_OF, BEN, MARA, ago, mail, meeting, records


ANA = "mailto:ana@example.org"
GOAL = nw.Goal(fields=["ux research"], since=date(2026, 1, 1))
OTHER = nw.Goal(fields=["gardening"])
PLAIN = records(
    *(mail(ago(day), *pair) for day in (900, 400, 90) for pair in ((MARA, BEN), (BEN, MARA))),
    meeting(ago(500), MARA, ANA),
    meeting(ago(460), MARA, ANA, BEN),
    people=[nw.Contact(key=BEN, name="Ben Okafor", fields=["ux research"])],
)
COURSE = nw.Experiment(key="course", title="Course", started=date(2025, 1, 1), met=[BEN])
TRIED = attrs.evolve(PLAIN, experiments=[COURSE])


def network(known: nw.Records) -> nw.Network:
    return nw.Network.from_records(known, as_of=AS_OF)


ASKED: dict[str, Callable[[nw.Records, nw.Goal | None], object]] = {
    "list": lambda known, goal: nw.recommend(network(known), goal=goal).to_dict(with_keys=True),
    "coverage": lambda known, goal: nw.function_coverage(network(known), goal).to_dict(
        with_keys=True
    ),
    "change": lambda known, goal: nw.network_change(
        nw.Network.from_records(known, as_of=ago(450)), network(known), goal=goal
    ).to_dict(with_keys=True),
    "timeline": lambda known, goal: str(nw.timeline(known, as_of=AS_OF, goal=goal).to_dicts()),
    "effects": lambda known, goal: str(
        nw.experiment_effects(known, as_of=AS_OF, goal=goal).to_dicts(with_keys=True)
    ),
}


@pytest.mark.parametrize("name", ASKED)
def test_a_goal_that_is_not_given_is_that_of_the_records(name) -> None:
    ask = ASKED[name]

    with_goal = str(ask(attrs.evolve(TRIED, goal=GOAL), None))

    assert with_goal == str(ask(TRIED, GOAL)) != str(ask(TRIED, None))
    assert str(ask(attrs.evolve(TRIED, goal=OTHER), GOAL)) == with_goal


def test_what_is_newer_or_known_at_all_counts_when_records_are_joined() -> None:
    told = attrs.evolve(PLAIN, goal=GOAL, language="de")
    later = attrs.evolve(PLAIN, goal=OTHER, language="en")

    for one, other, goal, language in (
        (told, later, OTHER, "en"),
        (told, PLAIN, GOAL, "de"),
        (PLAIN, told, GOAL, "de"),
    ):
        joined = one.join(other)
        assert (joined.goal, joined.language) == (goal, language)


def test_they_name_nobody_and_stay_when_names_are_taken_out() -> None:
    hidden = nw.pseudonymise(attrs.evolve(PLAIN, goal=GOAL, language="de"))

    assert (hidden.goal, hidden.language) == (GOAL, "de")
