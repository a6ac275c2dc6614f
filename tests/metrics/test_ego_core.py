from __future__ import annotations

import itertools

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from builders import ANA, BEN, edge_lists, edge_networks, network
from metrics import oracle
from metrics.generated import cases
from netzwerkwandel.errors import InvalidNetworkError
from netzwerkwandel.metrics._ego_core import ego_core, ego_core_test
from netzwerkwandel.network import Network


def depths(made: Network, ego: int) -> list[float]:
    """The definition, from networkx and by counting; redundancy is tested by itself."""
    ties = made.ties_of(ego)
    graph = made.to_networkx()
    circle = [made.keys[i] for i in ties.target.tolist()]
    core = nx.core_number(graph.subgraph(circle))
    strengths = ties.strength.tolist()
    found = []
    for key, strength, redundancy in zip(circle, strengths, ties.redundancy.tolist(), strict=True):
        below = sum(s < strength for s in strengths)
        equal = sum(s == strength for s in strengths)
        rank = (below + (equal + 1) / 2) / len(circle)
        deep = core[key] / max(core.values()) if max(core.values()) else 0.0
        found.append((rank * redundancy * deep) ** (1 / 3))
    return found


@given(case=cases())
def test_depth_is_what_the_definition_says(kernel: str, case):
    ties = case.network.ties()

    for ego in range(case.n):
        expected = depths(case.network, ego)
        assert ties.core[ties.source == ego] == pytest.approx(expected, rel=1e-9, abs=1e-12)
        assert ego_core(case.network, ego).depth.tolist() == ties.core[ties.source == ego].tolist()


def test_depth_worked_by_hand():
    """Of three equal contacts two know each other: rank 2/3, redundancy 1/3, core number 1 of 1."""
    made = network([("me", "a", 1.0), ("me", "b", 1.0), ("me", "c", 1.0), ("a", "b", 1.0)])

    found = ego_core(made, "me")

    assert found.depth == pytest.approx([(2 / 9) ** (1 / 3), (2 / 9) ** (1 / 3), 0])
    assert found.core.tolist() == [True, True, False]


def test_the_core_worked_by_hand():
    """Ranks 1/4 to 1; ties a-b, a-d, b-c weigh the roots of 1/8, 1/4, 3/8, and over the last of
    these .577, .816, 1. So b has 1.58, more than 0, a 1.39, more than 1, and c 1, not more than 2.
    """
    mine = [("me", key, float(i)) for i, key in enumerate("abcd", start=1)]
    made = network([*mine, ("a", "b", 1.0), ("a", "d", 1.0), ("b", "c", 1.0)])

    assert ego_core(made, "me").core.tolist() == [True, True, False, False]


@given(cases(most=7))
def test_no_other_set_is_closer_to_a_core(case):
    for ego in range(case.n):
        found = ego_core(case.network, ego)
        a = weighed(case.network, ego)
        n = len(a)
        every = itertools.chain.from_iterable(
            itertools.combinations(range(n), size) for size in range(n + 1)
        )
        best = min(missing(a, core) for core in every)
        assert missing(a, np.flatnonzero(found.core)) == pytest.approx(best)


def weighed(made: Network, ego: int) -> np.ndarray:
    """Ties among the contacts: root of both ranks, over the largest."""
    ties = made.ties_of(ego)
    strengths = ties.strength
    below = (strengths[:, None] > strengths[None, :]).sum(axis=1)
    equal = (strengths[:, None] == strengths[None, :]).sum(axis=1)
    rank = (below + (equal + 1) / 2) / max(len(ties), 1)
    z = oracle.mutual(
        zip(made.sources.tolist(), made.indices.tolist(), [1] * len(made.indices), strict=True),
        range(made.n_contacts),
    )
    people = ties.target.tolist()
    tied = np.array([[j in z[i] for j in people] for i in people], dtype=float)
    a = tied.reshape(len(people), len(people)) * np.sqrt(np.outer(rank, rank))
    return a / a.max() if a.any() else a


def missing(a: np.ndarray, core) -> float:
    inside = np.zeros(len(a), dtype=bool)
    inside[list(core)] = True
    upper = np.triu(np.ones_like(a, dtype=bool), 1)
    both, none = np.outer(inside, inside) & upper, np.outer(~inside, ~inside) & upper
    return float((1 - a[both]).sum() + a[none].sum())


@given(edge_lists())
def test_the_unit_of_weight_does_not_matter(edges):
    made, scaled = network(edges), network((a, b, w * 2.0**30) for a, b, w in edges)

    for ego in range(made.n_contacts):
        found, again = ego_core(made, ego), ego_core(scaled, ego)
        assert again.depth == pytest.approx(found.depth)
        assert again.core.tolist() == found.core.tolist()


@given(edge_lists())
def test_the_order_of_people_does_not_matter(edges):
    made = network(edges)
    turned = network(edges, made.keys[::-1])

    for key in made.keys:
        found, again = ego_core(made, key), ego_core(turned, key)
        assert again.depth[::-1] == pytest.approx(found.depth)
        assert sorted(again.core) == sorted(found.core)


@pytest.mark.parametrize("name", edge_networks())
def test_depths_lie_between_nothing_and_one(name: str, kernel: str):
    depth = edge_networks()[name].ties().core

    assert ((depth >= 0) & (depth <= 1)).all()


def test_some_rows_have_the_values_they_have_among_all():
    ties = edge_networks()["a mailbox"].ties()
    some = type(ties)(ties.network, np.array([7, 3, 11]))

    assert some.core.tolist() == ties.core[[7, 3, 11]].tolist()
    assert some.circle.tolist() == ties.circle[[7, 3, 11]].tolist()


def test_strength_is_as_of_now_not_as_it_once_was():
    """Ana and Ben were the team of six years ago; the two friends of now are deeper."""
    ties = edge_networks()["a mailbox"].ties_of()
    depth = dict(zip((ties.network.keys[i] for i in ties.target), ties.core, strict=True))

    old = max(depth[ANA], depth[BEN])
    assert old < depth["mailto:eva@example.org"]
    assert old < depth["mailto:dan@example.org"]


def test_a_clique_of_strong_contacts_is_more_than_their_degrees():
    """Six strong contacts who all know each other, and a ring of thirty whom they know a little."""
    graph = nx.disjoint_union(nx.complete_graph(6), nx.cycle_graph(30))
    graph.add_edges_from((i, 6 + i) for i in range(6))
    ties = [(str(a), str(b), 1.0) for a, b in graph.edges]
    mine = [("me", str(i), 9.0 if i < 6 else 1.0) for i in graph]
    made = network([*ties, *mine])

    found = ego_core(made, "me")
    tested = ego_core_test(made, "me", rng=np.random.default_rng(0), samples=99)

    assert {made.keys[i] for i in made.ties_of("me").target[found.core]} == set("012345")
    assert tested.p_value == 0.005


def test_how_strong_ties_among_contacts_are_does_not_enter():
    graph = nx.gnp_random_graph(12, 0.4, seed=3)
    mine = [("me", str(i), 1.0 + i) for i in graph]
    one, other = (
        network([*mine, *((str(a), str(b), 1.0 + factor * a * b) for a, b in graph.edges)])
        for factor in (0, 5)
    )

    found, again = (
        ego_core_test(made, "me", rng=np.random.default_rng(0), samples=9) for made in (one, other)
    )

    assert 0 < found.observed < 1
    assert again.observed == found.observed
    assert again.shuffled.tolist() == found.shuffled.tolist()


def test_a_few_who_happen_to_know_each_other_are_not():
    graph = nx.gnp_random_graph(25, 0.2, seed=5)
    ties = [(str(a), str(b), 1.0) for a, b in graph.edges]
    made = network([*ties, *(("me", str(i), 1.0 + i) for i in graph)])

    assert ego_core_test(made, "me", rng=np.random.default_rng(0), samples=99).p_value > 0.05


def test_without_ties_among_contacts_there_is_no_core():
    found = ego_core(edge_networks()["star"], "a")

    assert found.to_dict() == {"depth": [0.0] * 4, "core": [False] * 4}
    assert ego_core_test(
        edge_networks()["star"], "a", rng=np.random.default_rng(0), samples=3
    ).p_value == pytest.approx(0.5)


def test_a_person_without_contacts_has_no_core():
    assert len(ego_core(edge_networks()["lone"], "a")) == 0


def test_a_network_of_nobody_needs_an_ego():
    with pytest.raises(InvalidNetworkError, match="name an ego"):
        ego_core(edge_networks()["star"])
