from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    clique,
    edge_lists,
    edge_networks,
    network,
    path,
    star,
    two_cliques_and_a_bridge,
)
from metrics.generated import cases
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.metrics._coreness import coreness, coreness_test
from netzwerkwandel.network import Network


def ties(made: Network, *, weighted: bool = False) -> np.ndarray:
    a = np.zeros((made.n_contacts, made.n_contacts))
    a[made.sources, made.indices] = made.weights if weighted else 1.0
    return a / a.max() if a.any() else a


def loss(a: np.ndarray, c: np.ndarray) -> float:
    """The definition: the squared differences of ties and products, off the diagonal."""
    off = ~np.eye(len(a), dtype=bool)
    return float(((a - np.outer(c, c)) ** 2)[off].sum())


@given(cases(most=9), st.booleans())
def test_nobody_alone_could_fit_better(case, weighted):
    """Given the others the best value is known: the fixed point, cut at 1."""
    a = ties(case.network, weighted=weighted)

    found = coreness(case.network, weighted=weighted, tolerance=1e-10)

    for i, value in enumerate(found.tolist()):
        others = np.delete(found, i)
        if (others**2).sum() > 1e-3:
            best = min(1.0, np.delete(a[i], i) @ others / (others**2).sum())
            assert value == pytest.approx(best, abs=1e-3)


@given(cases(most=9), st.booleans())
def test_it_fits_better_than_the_degrees_it_begins_with(case, weighted):
    a = ties(case.network, weighted=weighted)
    sums = a.sum(axis=1)
    beginning = np.minimum(sums / np.sqrt(max(sums.sum(), 1e-300)), 1.0)

    found = coreness(case.network, weighted=weighted)

    assert loss(a, found) <= loss(a, beginning) + 1e-6


def test_what_is_known_of_cliques_rings_and_stars():
    """All ties are met in a clique; in a ring of n each value is the root of 2 / (n - 1)."""
    ring = Network.from_networkx(nx.cycle_graph(6))

    assert coreness(clique("abcd")) == pytest.approx([1] * 4)
    assert coreness(ring) == pytest.approx([np.sqrt(2 / 5)] * 6)
    assert coreness(path(2)) == pytest.approx([1, 1])


def test_a_star_meets_the_bound():
    """Without it the centre would grow without end. The others then solve 3 c^3 + c = 1."""
    found = coreness(star())

    assert found[0] == 1
    leaf = found[1]
    assert 3 * leaf**3 + leaf == pytest.approx(1, abs=1e-6)
    assert found[1:].tolist() == [leaf] * 4


def test_a_complete_bipartite_network_of_three_and_five_is_solved_by_hand():
    """x of the three and y of the five: x = 5y / (2x^2 + 5y^2), y = 3x / (3x^2 + 4y^2)."""
    found = coreness(Network.from_networkx(nx.complete_bipartite_graph(3, 5)))

    x, y = found[0], found[-1]
    assert x == pytest.approx(5 * y / (2 * x**2 + 5 * y**2), abs=1e-6)
    assert y == pytest.approx(3 * x / (3 * x**2 + 4 * y**2), abs=1e-6)
    assert x > y


def test_those_next_to_the_bridge_are_nearest_to_the_core():
    found = coreness(two_cliques_and_a_bridge())

    assert found[3] == pytest.approx(found[4])
    assert found[3] > found[:3].max() > 0


@pytest.mark.parametrize("name", edge_networks())
@pytest.mark.parametrize("weighted", [False, True])
def test_values_lie_between_nothing_and_one(name: str, weighted: bool):
    made = edge_networks()[name]

    found = coreness(made, weighted=weighted)

    assert found.shape == (made.n_contacts,)
    assert ((found >= 0) & (found <= 1)).all()
    assert (found[made.degree == 0] == 0).all()


@given(edge_lists(), st.permutations("abcdefgh"))
def test_the_order_of_people_does_not_matter(edges, order):
    people = sorted({end for a, b, _ in edges for end in (a, b)})
    one, other = network(edges, people), network(edges, [p for p in order if p in people])

    found = dict(zip(one.keys, coreness(one).tolist(), strict=True))
    again = dict(zip(other.keys, coreness(other).tolist(), strict=True))

    assert again == pytest.approx(found, abs=1e-4)


@given(edge_lists())
def test_the_unit_of_weight_does_not_matter(edges):
    scaled = network((a, b, w * 2.0**20) for a, b, w in edges)

    found = coreness(network(edges), weighted=True)

    assert coreness(scaled, weighted=True).tolist() == found.tolist()


def test_what_is_not_reached_is_not_returned():
    with pytest.raises(InvalidArgumentError, match="after 1 steps"):
        coreness(star(), iterations=1)
    with pytest.raises(InvalidArgumentError, match="tolerance must be finite and > 0, got 0"):
        coreness(star(), tolerance=0)
    with pytest.raises(InvalidArgumentError, match="tolerance must be finite and > 0, got nan"):
        coreness(star(), tolerance=float("nan"))


def test_a_planted_core_fits_better_than_its_degrees():
    """Fourteen who nearly all know each other, and forty around them who hardly do."""
    graph = nx.disjoint_union(
        nx.gnp_random_graph(14, 0.9, seed=1), nx.gnp_random_graph(40, 0.08, seed=2)
    )
    graph.add_edges_from((i, 14 + 2 * i) for i in range(14))
    made = Network.from_networkx(graph)

    found = coreness_test(made, rng=np.random.default_rng(1), samples=39)

    assert found.p_value <= 0.05
    a = ties(made)
    assert found.observed == pytest.approx(1 - loss(a, coreness(made)) / (a**2).sum())


@pytest.mark.parametrize("name", edge_networks())
def test_the_test_runs_on_every_network(name: str):
    found = coreness_test(
        edge_networks()[name], rng=np.random.default_rng(0), samples=3, weighted=True
    )

    assert 0.125 <= found.p_value < 1
