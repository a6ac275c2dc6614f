from __future__ import annotations

import itertools

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    clique,
    edge_lists,
    edge_networks,
    florentine_marriages,
    network,
    path,
    star,
    two_cliques_and_a_bridge,
)
from metrics.generated import cases
from netzwerkwandel.metrics._core_periphery import core_periphery, core_periphery_test
from netzwerkwandel.network import Network


def missing(made: Network, core: set[int], *, weighted: bool) -> float:
    """The definition: what differs from the ideal among pairs of one side, pair by pair."""
    largest = made.weights.max(initial=0.0) if weighted else 1.0
    tied = {
        (i, j): (w / largest if weighted else 1.0)
        for i, j, w in zip(
            made.sources.tolist(), made.indices.tolist(), made.weights.tolist(), strict=True
        )
    }
    cost = 0.0
    for pair in itertools.combinations(range(made.n_contacts), 2):
        weight = tied.get(pair, 0.0)
        if core.issuperset(pair):
            cost += 1 - weight
        elif core.isdisjoint(pair):
            cost += weight
    return cost


def least(made: Network, *, weighted: bool) -> float:
    people = range(made.n_contacts)
    every = itertools.chain.from_iterable(
        itertools.combinations(people, size) for size in range(made.n_contacts + 1)
    )
    return min(missing(made, set(core), weighted=weighted) for core in every)


@given(cases(most=7), st.booleans())
def test_no_division_of_all_comes_closer_to_the_ideal(case, weighted):
    found = core_periphery(case.network, weighted=weighted)

    members = set(np.flatnonzero(found.core).tolist())
    assert found.cost == pytest.approx(missing(case.network, members, weighted=weighted), abs=1e-9)
    assert found.cost == pytest.approx(least(case.network, weighted=weighted), abs=1e-9)


@given(cases(most=9))
def test_concentration_is_the_share_of_ties_within_the_core(case):
    found = core_periphery(case.network)

    members = set(np.flatnonzero(found.core).tolist())
    pairs = {
        (i, j)
        for i, j in zip(case.network.sources.tolist(), case.network.indices.tolist(), strict=True)
    }
    inside = sum(members.issuperset(pair) for pair in pairs)
    assert found.concentration == pytest.approx(inside / len(pairs) if pairs else 0.0)
    assert found.size == len(members)


def test_a_core_of_all_who_know_each_other_is_not_parted():
    found = core_periphery(clique("abc"))

    assert found.core.all()
    assert found.cost == 0


def test_a_star_has_its_centre_for_a_core():
    assert core_periphery(star()).core.tolist() == [True, False, False, False, False]


def test_of_equals_the_first_by_key_is_chosen():
    """Each end of the bridge is in; of the six others a third one must be chosen."""
    found = core_periphery(two_cliques_and_a_bridge())

    assert found.cost == 5
    assert [key for key, core in zip("abcdefgh", found.core, strict=True) if core] == list("ade")


def test_the_smaller_of_two_best_cores_is_taken_where_both_part_equals():
    """A ring of five: with two or three of them in the core the cost is the same."""
    ring = network((a, b, 1.0) for a, b in ["ab", "bc", "cd", "de", "ea"])

    assert core_periphery(ring).core.tolist() == [True, True, False, False, False]


def test_the_core_of_the_karate_club_is_its_two_leaders_and_those_next_to_them():
    """By hand from the degrees 17, 16, 12, 10, 9, 6, 6, 5: seven have as many ties as places."""
    found = core_periphery(Network.from_networkx(nx.karate_club_graph()))

    assert np.flatnonzero(found.core).tolist() == [0, 1, 2, 3, 31, 32, 33]
    assert found.cost == 7 * 6 / 2 + 78 - (17 + 16 + 12 + 10 + 9 + 6 + 6)


def test_nobody_is_the_core_where_there_are_no_ties():
    for name in ("empty", "lone"):
        found = core_periphery(edge_networks()[name], weighted=True)
        assert (found.size, found.cost, found.concentration) == (0, 0, 0)


def test_a_person_without_ties_is_never_in_the_core():
    assert core_periphery(edge_networks()["isolate among others"]).core.tolist() == [
        False,
        True,
        False,
        False,
    ]


@given(edge_lists(), st.permutations("abcdefgh"))
def test_the_order_of_people_does_not_matter(edges, order):
    people = sorted({end for a, b, _ in edges for end in (a, b)})
    one, other = network(edges, people), network(edges, [p for p in order if p in people])

    found = dict(zip(one.keys, core_periphery(one).core.tolist(), strict=True))
    again = dict(zip(other.keys, core_periphery(other).core.tolist(), strict=True))

    assert again == found


@given(edge_lists(), st.sampled_from([2.0**-40, 2.0**30]))
def test_the_unit_of_weight_does_not_matter(edges, unit):
    scaled = network((a, b, w * unit) for a, b, w in edges)

    found, again = (core_periphery(made, weighted=True) for made in (network(edges), scaled))

    assert again.core.tolist() == found.core.tolist()
    assert again.cost == found.cost


def test_weights_far_apart_are_told_apart():
    found = core_periphery(edge_networks()["faint and loud"], weighted=True)

    assert found.core.tolist() == [False, True, True]


def test_the_result_is_read_only():
    with pytest.raises(ValueError, match="read-only"):
        core_periphery(path()).core[0] = False


def test_leaders_who_all_meet_are_more_of_a_core_than_their_degrees():
    """A ring of people, each tied to one of six leaders, who all know each other."""
    graph = nx.complete_graph(6)
    for person in range(6, 36):
        graph.add_edge(person, person % 6)
        graph.add_edge(person, person + 1 if person < 35 else 6)
    made = Network.from_networkx(graph)

    found = core_periphery_test(made, rng=np.random.default_rng(3), samples=99)

    assert found.p_value <= 0.05


def test_leaders_who_never_meet_are_less_of_a_core_than_their_degrees():
    found = core_periphery_test(florentine_marriages(), rng=np.random.default_rng(3), samples=99)

    assert found.observed == 0
    assert found.p_value > 0.6


@pytest.mark.parametrize("name", edge_networks())
def test_the_test_runs_on_every_network(name: str):
    found = core_periphery_test(
        edge_networks()[name], rng=np.random.default_rng(0), samples=3, weighted=True
    )

    assert 0.125 <= found.p_value < 1
