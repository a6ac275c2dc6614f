from __future__ import annotations

import itertools

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import edge_lists, edge_networks, network, two_cliques_and_a_bridge
from compiled import compiled
from metrics.generated import cases
from netzwerkwandel.errors import InvalidArgumentError, InvalidNetworkError, NotFoundError
from netzwerkwandel.metrics._circles import circles
from netzwerkwandel.network import Network
from netzwerkwandel.network.circles import grouped_alters as groups_of_contacts
from netzwerkwandel.network.kernels.engines import use_kernel


EGO = "!ego"


def around(graph: nx.Graph, order: list[str] | None = None) -> Network:
    """A person who knows everybody in a graph; contacts are in the order of ``order``."""
    people = [str(node) for node in graph]
    ties = [(str(a), str(b), d.get("weight", 1.0)) for a, b, d in graph.edges(data=True)]
    return network([*ties, *((EGO, p, 1.0) for p in people)], [EGO, *(order or people)])


def groups(made: Network, **options: float) -> set[frozenset[str]]:
    found = circles(made, EGO, **options)
    people = [made.keys[i] for i in made.ties_of(EGO).target.tolist()]
    return {
        frozenset(p for p, number in zip(people, found.tolist(), strict=True) if number == circle)
        for circle in set(found.tolist())
    }


def modularity(graph: nx.Graph, found: set[frozenset[str]]) -> float:
    """The definition, pair by pair; each pair counts in both directions, and who is in twice."""
    tied = nx.to_numpy_array(graph)
    degree = tied.sum(axis=0)
    circle = {person: number for number, members in enumerate(found) for person in members}
    number = np.array([circle[str(node)] for node in graph])
    together = number[:, None] == number[None, :]
    total = degree.sum()
    return float((tied / total - np.outer(degree, degree) / total**2)[together].sum())


def best_modularity(graph: nx.Graph) -> float:
    """Of all divisions of a few people."""
    return max(modularity(graph, set(map(frozenset, d))) for d in divisions([*map(str, graph)]))


def divisions(people: list[str]) -> list[list[list[str]]]:
    if not people:
        return [[]]
    first, *rest = people
    found = []
    for division in divisions(rest):
        found.append([[first], *division])
        found += [
            [*division[:i], [first, *group], *division[i + 1 :]] for i, group in enumerate(division)
        ]
    return found


def caveman(cliques: int, size: int) -> nx.Graph:
    return nx.connected_caveman_graph(cliques, size)


def test_those_who_know_each_other_are_one_circle(kernel: str):
    graph = nx.disjoint_union_all([nx.complete_graph(n) for n in (3, 5, 4)])

    found = circles(around(graph), EGO)

    assert found.tolist() == [2, 2, 2, 0, 0, 0, 0, 0, 1, 1, 1, 1]


def test_circles_joined_by_one_tie_are_two(kernel: str):
    """The person knows all eight of the two cliques that have a bridge."""
    bridge = two_cliques_and_a_bridge().to_networkx()

    assert groups(around(bridge)) == {frozenset("abcd"), frozenset("efgh")}


def test_caves_are_found(kernel: str):
    found = groups(around(caveman(12, 6)))

    assert {len(circle) for circle in found} == {6}
    assert len(found) == 12


def test_the_karate_club_has_the_four_groups_of_greatest_modularity(kernel: str):
    """0.4198 is known to be the greatest there is (Brandes et al. 2008), without weights."""
    graph = nx.Graph(nx.karate_club_graph().edges)

    assert modularity(graph, groups(around(graph))) == pytest.approx(0.4197896)


@given(seed=st.integers(0, 2**32), density=st.sampled_from([0.3, 0.5]))
def test_modularity_is_close_to_the_best_of_all_divisions(seed, density):
    graph = nx.gnp_random_graph(6, density, seed=seed)
    if not graph.edges:
        return

    assert modularity(graph, groups(around(graph))) >= best_modularity(graph) - 0.1


@given(seed=st.integers(0, 2**32), density=st.sampled_from([0.1, 0.2, 0.4]))
def test_nobody_gains_by_going_to_another_circle(kernel: str, seed, density):
    graph = nx.gnp_random_graph(15, density, seed=seed)
    if not graph.edges:
        return

    found = groups(around(graph))

    now = modularity(graph, found)
    for own, other in itertools.permutations(found, 2):
        for person in own:
            moved = (found - {own, other}) | {own - {person}, other | {person}}
            assert modularity(graph, moved) <= now + 1e-9


@given(edge_lists(), st.permutations("abcdefgh"))
def test_the_order_of_contacts_does_not_matter(kernel: str, edges, order):
    graph = nx.Graph()
    graph.add_weighted_edges_from(edges)
    people = sorted(graph)
    one, other = around(graph, people), around(graph, [p for p in order if p in graph])

    found, again = (
        dict(zip((m.keys[i] for i in m.ties_of(EGO).target), circles(m, EGO).tolist(), strict=True))
        for m in (one, other)
    )

    assert again == found


@given(seed=st.integers(0, 2**32))
def test_the_order_of_many_contacts_does_not_matter(seed):
    graph = nx.planted_partition_graph(5, 10, 0.5, 0.05, seed=seed % 100)
    order = [str(i) for i in np.random.default_rng(seed).permutation(50)]

    assert groups(around(graph, order)) == groups(around(graph))


@compiled
@given(cases())
def test_both_kernels_agree(case):
    for ego in range(case.n):
        with use_kernel("numba"):
            expected = circles(case.network, ego).tolist()
        with use_kernel("numpy"):
            assert circles(case.network, ego).tolist() == expected


@given(case=cases())
def test_circles_hang_together_without_the_person(kernel: str, case):
    graph = case.network.to_networkx()
    for ego, key in enumerate(case.network.keys):
        found = circles(case.network, ego)
        people = [case.network.keys[i] for i in case.network.ties_of(ego).target.tolist()]
        assert key not in people
        for circle in set(found.tolist()):
            members = [p for p, number in zip(people, found, strict=True) if number == circle]
            assert nx.is_connected(graph.subgraph(members))


@pytest.mark.parametrize("seed", [3259, 6450])
def test_a_circle_that_its_middle_has_left_is_parted(seed: int):
    """Rare: of 8,000 random networks it comes to that in these two."""
    chance = np.random.default_rng(seed)
    n = int(chance.integers(20, 40))
    graph = nx.gnp_random_graph(n, chance.uniform(1.5, 4) / n, seed=seed)

    for circle in groups(around(graph)):
        assert nx.is_connected(nx.relabel_nodes(graph, str).subgraph(circle))


@given(case=cases())
def test_circles_are_numbered_by_size_and_then_by_key(kernel: str, case):
    for ego in range(case.n):
        found = circles(case.network, ego)
        people = [case.network.keys[i] for i in case.network.ties_of(ego).target.tolist()]
        rows = zip(people, found.tolist(), strict=True)
        members = [
            sorted(key for key, _ in circle)
            for _, circle in itertools.groupby(
                sorted(rows, key=lambda r: (r[1], r[0])), lambda r: r[1]
            )
        ]
        assert members == sorted(members, key=lambda circle: (-len(circle), circle[0]))
        assert sorted(set(found.tolist())) == list(range(len(members)))


@given(case=cases())
def test_all_ties_at_once_have_the_circles_of_each_person(kernel: str, case):
    ties = case.network.ties()

    for ego in range(case.n):
        assert ties.circle[ties.source == ego].tolist() == circles(case.network, ego).tolist()


@given(edge_lists(), st.sampled_from([0, 1_000]))
def test_how_ties_between_groups_are_joined_does_not_show(edges, dense: int):
    made = network(edges)

    for ego in range(made.n_contacts):
        contacts = made.csr.alters(np.array([ego]))
        keys = [made.keys[i] for i in made.ties_of(ego).target]
        found = groups_of_contacts(contacts, keys, dense=dense)
        assert found.tolist() == circles(made, ego).tolist()


@given(edge_lists())
def test_the_unit_of_weight_does_not_matter(edges):
    graph = nx.Graph()
    graph.add_weighted_edges_from(edges)
    scaled = nx.Graph()
    scaled.add_weighted_edges_from((a, b, w * 1024) for a, b, w in edges)

    assert groups(around(scaled)) == groups(around(graph))


def test_strong_ties_hold_a_circle_together():
    """A ring of six: two neighbours belong together where their tie is strong."""
    ring = nx.cycle_graph(6)
    for a, b in ring.edges:
        ring.edges[a, b]["weight"] = 10.0 if (a, b) in {(0, 1), (2, 3), (4, 5)} else 1.0

    assert groups(around(ring)) == {frozenset("01"), frozenset("23"), frozenset("45")}


def test_a_higher_resolution_gives_smaller_circles():
    graph = caveman(4, 4)

    assert len(groups(around(graph), resolution=50.0)) == 16
    assert len(groups(around(graph), resolution=1.0)) == 4
    assert len(groups(around(graph), resolution=0.01)) == 1


def test_who_knows_none_of_the_others_is_a_circle_alone():
    assert circles(edge_networks()["star"], "a").tolist() == [0, 1, 2, 3]


def test_a_person_without_contacts_has_no_circles(kernel: str):
    assert circles(edge_networks()["lone"], "a").tolist() == []
    assert edge_networks()["empty"].ties().circle.tolist() == []


def test_weights_far_apart_are_no_trouble(kernel: str):
    assert edge_networks()["faint and loud"].ties().circle.tolist() == [0] * 6


def test_a_network_of_nobody_needs_an_ego():
    with pytest.raises(InvalidNetworkError, match="name an ego"):
        circles(two_cliques_and_a_bridge())
    with pytest.raises(NotFoundError):
        circles(two_cliques_and_a_bridge(), "z")


@pytest.mark.parametrize("resolution", [0.0, -1.0, float("nan"), float("inf")])
def test_the_resolution_must_be_a_number_above_nothing(resolution: float):
    with pytest.raises(InvalidArgumentError, match="resolution must be finite and > 0"):
        circles(edge_networks()["star"], "a", resolution=resolution)


@pytest.mark.slow
def test_of_five_thousand_contacts_most_of_the_fifty_circles_they_were_given_are_found():
    made = around(nx.planted_partition_graph(50, 100, 0.3, 0.002, seed=1))

    assert 40 <= made.ties_of(EGO).circle.max() + 1 <= 50
