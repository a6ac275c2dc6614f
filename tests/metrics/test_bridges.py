from __future__ import annotations

import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import clique, edge_networks, path, two_cliques_and_a_bridge
from metrics.by_tie import by_tie, circles, scaled, shuffled, twice
from metrics.generated import cases
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.metrics._bridges import bridges, local_bridges
from netzwerkwandel.network import Network
from netzwerkwandel.network.kernels.engines import use_kernel


pytestmark = pytest.mark.usefixtures("kernel")


@st.composite
def sparse(draw: st.DrawFn) -> Network:
    """Few ties among many, so that the ways around are long."""
    n = draw(st.integers(2, 24))
    people = st.integers(0, n - 1)
    tie = st.tuples(people, people).filter(lambda tie: tie[0] != tie[1])
    ties = draw(st.lists(tie, min_size=1, max_size=int(1.5 * n)))
    return Network.from_edges([a for a, _ in ties], [b for _, b in ties])


def ring(n: int) -> Network:
    people = np.arange(n)
    return Network.from_edges(people, np.roll(people, 1))


def slow_span(around: dict[str, set[str]], i: str, j: str) -> float:
    """The definition: the distance once the tie is gone, by a search in breadth."""
    seen, last, distance = {i}, around[i] - {j}, 1
    while last:
        if j in last:
            return float(distance)
        seen |= last
        last = {q for p in last for q in around[p]} - seen
        distance += 1
    return math.inf


@given(st.one_of(sparse(), cases().map(lambda case: case.network)))
def test_the_span_is_the_distance_without_the_tie(network: Network):
    around = circles(network)

    found = by_tie(network, local_bridges(network))

    assert found == {(i, j): slow_span(around, i, j) for i, j in found}


@given(sparse(), st.integers(2, 6))
def test_a_cutoff_leaves_out_the_longer_ways(network: Network, cutoff: int):
    spans = local_bridges(network)

    found = local_bridges(network, cutoff=cutoff)

    assert found.tolist() == np.where(spans > cutoff, math.inf, spans).tolist()


@given(sparse())
def test_local_bridges_and_spans_are_those_of_networkx(network: Network):
    found = by_tie(network, local_bridges(network))

    theirs = {
        pair: span
        for a, b, span in nx.local_bridges(network.to_networkx())
        for pair in ((a, b), (b, a))
    }
    assert {tie: span for tie, span in found.items() if span > 2} == theirs


@given(st.one_of(sparse(), cases().map(lambda case: case.network)))
def test_bridges_are_the_ties_without_any_way_around(network: Network):
    found = by_tie(network, bridges(network))

    theirs = {frozenset(tie) for tie in nx.bridges(network.to_networkx())}
    assert {frozenset(tie) for tie, alone in found.items() if alone} == theirs
    assert bridges(network).tolist() == np.isinf(local_bridges(network)).tolist()


@pytest.mark.parametrize("n", [4, 5, 6, 7, 50])
def test_in_a_ring_one_goes_all_the_way_around(n: int):
    assert local_bridges(ring(n)).tolist() == [n - 1] * (2 * n)


@pytest.mark.parametrize("n", [4, 5, 6, 7, 50])
def test_a_way_as_long_as_the_cutoff_is_found_and_a_longer_one_is_not(n: int):
    assert local_bridges(ring(n), cutoff=n - 1).tolist() == [n - 1] * (2 * n)
    assert local_bridges(ring(n), cutoff=n - 2).tolist() == [math.inf] * (2 * n)


def test_the_tie_between_two_circles_is_a_bridge():
    network = two_cliques_and_a_bridge()

    spans = by_tie(network, local_bridges(network))

    assert {tie for tie, span in spans.items() if span > 2} == {("d", "e"), ("e", "d")}
    assert spans["d", "e"] == math.inf


def test_a_second_tie_between_two_circles_makes_local_bridges_of_both():
    network = two_cliques_and_a_bridge()
    ends = [*zip(network.sources.tolist(), network.indices.tolist(), strict=True), (0, 5)]
    both = Network.from_edges(*zip(*ends, strict=True), keys=network.keys)

    spans = by_tie(both, local_bridges(both))

    assert {tie: span for tie, span in spans.items() if span > 2} == {
        ("d", "e"): 3.0, ("e", "d"): 3.0, ("a", "f"): 3.0, ("f", "a"): 3.0,
    }  # fmt: skip


def test_in_a_clique_nobody_is_needed_and_on_a_path_everybody_is():
    assert local_bridges(clique("abcd")).tolist() == [2.0] * 12
    assert not bridges(clique("abcd")).any()
    assert local_bridges(path(5)).tolist() == [math.inf] * 8
    assert bridges(path(5)).all()


@pytest.mark.parametrize("name", edge_networks())
def test_there_is_a_value_for_every_tie_of_any_network(name: str):
    network = edge_networks()[name]

    assert bridges(network).shape == network.indices.shape
    assert (local_bridges(network) >= 2).all()
    assert local_bridges(network).shape == network.indices.shape


@given(sparse(), st.integers(0, 99))
def test_spans_do_not_see_numbers_weights_or_strangers(network: Network, seed: int):
    once = by_tie(network, local_bridges(network))

    for other in (shuffled(network, seed), scaled(network, 2.0), twice(network)):
        found = by_tie(other, local_bridges(other))
        assert {tie: found[tie] for tie in once} == once


@pytest.mark.parametrize("chunk", [1, 7, 60])
def test_the_size_of_a_round_changes_nothing(chunk: int):
    network = Network.from_networkx(nx.gnp_random_graph(60, 0.05, seed=3))
    whole = local_bridges(network)

    assert len(set(whole.tolist())) > 3
    with use_kernel("numpy", chunk=chunk):
        assert local_bridges(network).tolist() == whole.tolist()


def test_a_long_path_and_a_great_star_are_walked_without_recursion_and_fast():
    people = np.arange(20_000)
    line = Network.from_edges(people[1:], people[:-1])
    star = Network.from_edges(people[1:], np.zeros_like(people[1:]))

    assert bridges(line).all()
    assert np.isinf(local_bridges(star)).all()


@pytest.mark.parametrize("cutoff", [1, 0, -3])
def test_no_way_around_is_shorter_than_two(cutoff: int):
    with pytest.raises(InvalidArgumentError, match="cutoff must be a whole number of at least 2"):
        local_bridges(path(3), cutoff=cutoff)
