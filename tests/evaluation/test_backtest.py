from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import attrs
import numpy as np
import pytest

import netzwerkwandel as nw
from netzwerkwandel.evaluation import Backtest, Chooser, Recommended, backtest
from netzwerkwandel.evaluation.world import World, alike
from netzwerkwandel.model import InteractionColumns
from netzwerkwandel.network import TieStrength
from netzwerkwandel.texts import LANGUAGES


START = datetime(2026, 1, 1, tzinfo=UTC)
DATE = START + timedelta(days=100)


def mail(day: float, sender: str, *to: str) -> nw.Interaction:
    when = START + timedelta(days=day)
    key = f"{day}:{sender}:{to}"
    return nw.Interaction(
        key=key, when=when, channel="mail", sender=sender, participants=[sender, *to]
    )


def both(day: float, a: str, b: str) -> list[nw.Interaction]:
    return [mail(day, a, b), mail(day + 0.1, b, a)]


@attrs.frozen
class These(Chooser):
    """Some people by their keys."""

    keys: tuple[str, ...]

    @property
    def name(self) -> str:
        return "these"

    def choose(self, network: nw.Network, n: int, chance: np.random.Generator) -> list[str]:
        return list(self.keys)


def world() -> list[nw.Interaction]:
    """Mara knows Ana and Ben. Ana knows Sara, Ben knows Tom; Mara meets Sara, and not Tom."""
    known = [*both(1, "mara", "ana"), *both(2, "mara", "ben")]
    strangers = [*both(3, "ana", "sara"), *both(4, "ben", "tom")]
    later = [*both(110, "mara", "sara"), *both(111, "tom", "ben"), mail(112, "ana", "new")]
    return [*known, *strangers, *later, mail(113, "mara", "ana")]


def of(chosen: Iterable[str], **changes: object) -> Backtest:
    wishes = {"dates": [DATE], "egos": ["mara"], "least": 1, "n": 1, **changes}
    return backtest(world(), [These(tuple(chosen))], **wishes)


@pytest.mark.parametrize(
    ("chosen", "measure", "value"),
    [
        ("ana", "met", 1.0),
        ("ben", "met", 0.0),
        ("ana", "excess", 1.0),  # Tom has as many ties and was not met, and Ana does not know him
        ("ben", "excess", -1.0),
        ("ana", "new people", 1.0),
        ("ben", "new people", 1.0),
        ("ana", "in touch", 1.0),
        ("ben", "in touch", 0.0),
        ("ana", "answered", 0.0),
        ("ana", "taken up again", 1.0),
    ],
)
def test_what_followed_is_what_happened(chosen: str, measure: str, value: float):
    assert of([chosen]).outcome("these", measure).mean == value


def test_only_who_was_there_before_can_be_told_to_have_been_tied():
    letters = [*both(1, "mara", "ana"), mail(110, "new", "mara"), mail(111, "ana", "mara")]

    found = backtest(letters, [], dates=[DATE], egos=["mara"], least=1)

    assert found.outcome("strongest", "met").egos == 0
    assert found.outcome("strongest", "in touch").egos == 1


def test_nobody_sees_more_than_her_own_and_nothing_of_later():
    seen: list[nw.Network] = []

    @attrs.frozen
    class Looks(Chooser):
        def choose(self, network: nw.Network, n: int, chance: np.random.Generator) -> list[str]:
            seen.append(network)
            return []

    backtest(world(), [Looks()], dates=[DATE], egos=["mara"], least=1)

    assert sorted(seen[0].keys) == ["ana", "ben", "mara"]
    assert all(each.when <= DATE for each in seen[0].interactions)


def test_who_only_stood_on_one_list_was_not_in_contact():
    columns = InteractionColumns.from_interactions([mail(1, "a", "b", "c")])
    made = World.of(columns, TieStrength())

    assert set(zip(made.first.tolist(), made.second.tolist(), strict=True)) == {(0, 1), (0, 2)}


def test_strangers_are_those_of_the_nearest_degree():
    degree = np.array([7, 3, 6, 6, 9, 20, *([7] * 8)])
    (near,) = alike(degree, np.array([0]), np.arange(1, 14))

    assert set(near.tolist()) == {2, 3, *range(6, 14)}


def test_the_same_seed_gives_the_same_and_chance_is_no_better_than_chance():
    one, other = (of(["ana"], seed=7) for _ in range(2))

    assert one == other
    assert one.outcome("random", "met").more == 0.0
    assert one.outcome("random", "met").verdict == "alike"


def test_it_is_told_in_words_with_what_it_does_not_say():
    for language in LANGUAGES:
        lines = of(["ana"]).explain(language).split("\n")
        assert any(line.startswith("these: ") for line in lines)
        assert not any(line.startswith("random: ") for line in lines)
    assert "does not say whether a career changed" in of(["ana"]).explain()


def test_progress_is_told():
    told: list[tuple[int, int]] = []

    backtest(
        world(),
        [],
        dates=[DATE],
        egos=["mara", "ana"],
        progress=lambda done, of_all: told.append((done, of_all)),
    )

    assert told == [(1, 2), (2, 2)]


def test_a_list_of_the_library_is_a_rule_too():
    found = backtest(world(), [nw.NewInformation()], dates=[DATE], egos=["mara"], least=1)

    assert found.outcome(Recommended(nw.NewInformation()).name, "met").egos == 1
    assert found.choices == found.people == 1


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        ({"n": 0}, "n must be a whole number of at least 1"),
        ({"dates": [DATE.replace(tzinfo=None)]}, "dates must be a datetime with a time zone"),
        ({"horizon": timedelta(0)}, "horizon must be above 0"),
        ({"level": 1.0}, "level must lie between 0 and 1"),
    ],
)
def test_arguments_outside_their_range_are_refused(wish: dict[str, object], message: str):
    with pytest.raises(nw.InvalidArgumentError, match=message):
        of(["ana"], **wish)


def test_what_is_no_rule_and_who_is_not_there_are_refused():
    with pytest.raises(nw.InvalidArgumentError, match="choosers must be strategies or Choosers"):
        backtest(world(), ["strongest"], dates=[DATE])
    with pytest.raises(nw.NotFoundError, match="no person in these interactions"):
        of(["ana"], egos=["nobody"])
    with pytest.raises(nw.InvalidArgumentError, match="chooser must be one of 'random'"):
        of(["ana"]).outcome("nobody", "met")
