"""Arguments of a wrong kind end in an error that names them."""

from __future__ import annotations

import re

import pytest

import netzwerkwandel as nw
from builders import ANA, MARA, ago, life, mail
from netzwerkwandel.show import html, table


def small() -> nw.Network:
    return life(mail(ago(3), MARA, ANA), mail(ago(2), ANA, MARA))


WRONG = [
    ("goal", "ux"),
    ("strategy", nw.Dormant),
    ("strategy", "dormant"),
    ("n", True),
    ("n", "ten"),
    ("n", 2.5),
    ("exclude", ANA),
    ("exclude", 3),
    ("exclude", [3]),
    ("include", ANA),
    ("compare_with", ANA),
    ("per_circle", True),
    ("at_least", {"x": 1}),
    ("at_least", {nw.Function.DOORS: "many"}),
    ("at_least", ["doors"]),
    ("hours", "two"),
    ("hours", True),
    ("cost", True),
    ("cost", [1.0]),
    ("cost", {ANA: "much"}),
    ("cost", {3: 1.0}),
    ("cost", lambda _: None),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_kind_is_refused_by_the_name_of_its_argument(name: str, value: object):
    with pytest.raises(nw.NetzwerkwandelError, match=rf"\b{re.escape(name)}\b"):
        nw.recommend(small(), **{name: value})


def test_records_are_no_network():
    records = nw.Records()

    for ask in (
        nw.recommend,
        nw.function_coverage,
        lambda network: nw.introductions(network, nw.Goal(fields=["ux"])),
        lambda network: nw.score(network, nw.Dormant()),
        lambda network: nw.top_contacts(network, nw.Dormant()),
    ):
        with pytest.raises(nw.InvalidArgumentError, match="network must be a Network, got Records"):
            ask(records)


def test_a_goal_is_no_text():
    for ask in (
        lambda goal: nw.introductions(small(), goal),
        lambda goal: nw.function_coverage(small(), goal),
        nw.OpensDoors,
        nw.Orients,
        nw.Peers,
        nw.GuidingFigures,
        nw.ProfessionalCommunity,
    ):
        with pytest.raises(nw.InvalidArgumentError, match="goal must be a Goal, got"):
            ask("ux research")


@pytest.mark.parametrize("parts", [3, [nw.Dormant()], [(nw.Dormant(), "much")], [], None])
def test_a_blend_has_pairs_of_a_strategy_and_a_weight(parts: object):
    with pytest.raises(nw.InvalidArgumentError, match="parts"):
        nw.Blend(parts)


@pytest.mark.parametrize("strategy", [nw.Dormant, "dormant", None])
def test_a_blend_is_of_strategies(strategy: object):
    with pytest.raises(nw.StrategyError, match="a strategy must be a ScoringStrategy"):
        nw.Blend([(strategy, 1.0)])


@pytest.mark.parametrize("peak", ["high", None, True])
def test_a_peak_is_a_number(peak: object):
    with pytest.raises(nw.InvalidArgumentError, match="peak must lie between 0 and 1"):
        nw.NewInformation(peak=peak)


def test_what_is_shown_is_a_list():
    with pytest.raises(nw.InvalidArgumentError, match="recommendations must be a"):
        table(small(), "Mara")
    with pytest.raises(nw.InvalidArgumentError, match="value must be a"):
        html("a text")
    with pytest.raises(nw.InvalidArgumentError, match="name must be a str"):
        table(nw.recommend(small()), None)
