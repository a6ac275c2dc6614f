from __future__ import annotations

import json

import numpy as np
import pytest

import netzwerkwandel as nw
from builders import ANA, BEN, CEM, DAN, MARA, ago, edge_networks, life, mail, mailbox_life, meeting
from netzwerkwandel.model import Function
from netzwerkwandel.network import Network
from netzwerkwandel.scoring import (
    checked_scores,
    function_amounts,
    function_coverage,
    function_strategies,
)


def both_ways(days: float, *people: str) -> list[nw.Interaction]:
    pairs = [pair for person in people for pair in ((MARA, person), (person, MARA))]
    return [mail(ago(days), *pair) for pair in pairs]


def test_there_is_a_strategy_for_each_of_the_six_functions():
    strategies = function_strategies()

    assert list(strategies) == list(Function)
    assert all(strategy.function is function for function, strategy in strategies.items())


def test_what_is_stated_beats_what_is_estimated():
    stated = nw.Tie(a=MARA, b=ANA, functions=["doors"])
    ties = life(*both_ways(900, ANA, BEN), ties=[stated]).ties_of()

    amounts = dict(zip(Function, function_amounts(ties), strict=True))

    assert amounts[Function.DOORS][0] == 1.0
    assert amounts[Function.DOORS][1] < 1.0
    for function, strategy in function_strategies().items():
        np.testing.assert_array_equal(
            amounts[function][1:], np.nan_to_num(checked_scores(strategy, ties))[1:]
        )


def test_whoever_parted_in_conflict_serves_nothing():
    ended = nw.Tie(a=MARA, b=ANA, functions=["doors"], ended_in_conflict=True)
    network = life(*both_ways(9, ANA), ties=[ended])

    assert function_amounts(network.ties_of()).max() == 0.0
    assert function_coverage(network).missing == tuple(Function)


def test_who_serves_a_function_and_how_concentrated_that_is():
    stated = [nw.Tie(a=MARA, b=key, functions=["doors"]) for key in (BEN, ANA)]
    stated.append(nw.Tie(a=MARA, b=CEM, functions=["ideas"]))
    covered = function_coverage(life(*both_ways(900, ANA, BEN, CEM, DAN), ties=stated))

    doors, ideas = covered[Function.DOORS], covered[Function.IDEAS]
    assert (doors.keys, doors.amounts, doors.is_stated) == ((ANA, BEN), (1.0, 1.0), (True, True))
    assert doors.concentration == 0.5
    assert doors.circles == 2
    assert (ideas.keys, ideas.concentration) == ((CEM,), 1.0)
    assert covered.single_points == (Function.IDEAS,)
    assert set(covered.missing) == set(Function) - {Function.DOORS, Function.IDEAS}
    assert not covered[Function.SUPPORT].is_covered
    assert np.isnan(covered[Function.SUPPORT].concentration)
    assert repr(covered).startswith("NetworkCoverage(doors: 2, support: 0,")


def test_the_index_of_concentration_weighs_unequal_amounts():
    stated = nw.Tie(a=MARA, b=ANA, functions=["ideas"])
    letter = mail(ago(30), BEN, CEM, MARA)  # Ben knows somebody new
    network = life(*both_ways(20, ANA, BEN), letter, ties=[stated])
    amounts = dict(zip(Function, function_amounts(network.ties_of()), strict=True))

    covered = function_coverage(network, serves=0.0)[Function.IDEAS]

    share = amounts[Function.IDEAS] / amounts[Function.IDEAS].sum()
    assert covered.concentration == pytest.approx((share**2).sum())
    assert covered.keys == (ANA, BEN)


def test_a_function_that_only_the_core_serves_is_said():
    core = [meeting(ago(days), MARA, ANA, BEN, CEM) for days in range(1, 200, 5)]
    stated = [nw.Tie(a=MARA, b=key, functions=["support"]) for key in (ANA, BEN)]
    stated.append(nw.Tie(a=MARA, b=DAN, functions=["doors"]))
    covered = function_coverage(life(*core, *both_ways(9, DAN), ties=stated), serves=1.0)

    assert covered.core_only == (Function.SUPPORT,)
    assert covered[Function.SUPPORT].circles == 1


def test_the_estimate_counts_from_a_threshold_on():
    network = Network.from_records(mailbox_life(), as_of=ago(0))
    amounts = dict(zip(Function, function_amounts(network.ties_of()), strict=True))

    for serves in (0.1, 0.3):
        covered = function_coverage(network, serves=serves)
        for function in Function:
            assert len(covered[function].keys) == (amounts[function] >= serves).sum()


@pytest.mark.parametrize("name", edge_networks())
def test_every_network_can_be_asked(name: str):
    made = edge_networks()[name]

    for ego in range(made.n_contacts):
        covered = function_coverage(made, nw.Goal(fields=["ux"]), ego=ego)
        assert list(covered) == list(Function)
        assert json.loads(json.dumps(covered.to_dict(), allow_nan=False)).keys() == {*Function}


@pytest.mark.parametrize("serves", [-0.1, 1.1, float("nan"), "much", True])
def test_the_threshold_is_a_share(serves: object):
    with pytest.raises(nw.InvalidArgumentError, match="serves must be a number from 0 to 1"):
        function_coverage(life(*both_ways(9, ANA)), serves=serves)
