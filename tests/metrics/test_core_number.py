from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import given

from builders import clique, edge_lists, edge_networks, florentine_marriages, network, path, star
from compiled import compiled
from metrics.generated import cases
from netzwerkwandel.metrics._core_number import core_number, core_number_test
from netzwerkwandel.network import Network
from netzwerkwandel.network.kernels.engines import use_kernel


@given(case=cases(most=30))
def test_it_is_what_networkx_says(kernel: str, case):
    found = core_number(case.network)

    expected = nx.core_number(case.network.to_networkx())
    assert found.tolist() == [expected[key] for key in case.network.keys]


def test_a_chain_goes_wave_by_wave(kernel: str):
    assert core_number(path(8)).tolist() == [1] * 8


def test_waves_of_one_level_take_the_next_with_them(kernel: str):
    """A 3-core, a ring tied to it twice each, and a tail: each level is peeled in several waves."""
    ties = [*nx.complete_graph(4).edges, (4, 0), (4, 5), (5, 6), (6, 0), (6, 7), (7, 8)]
    made = Network.from_edges(*zip(*ties, strict=True))

    assert core_number(made).tolist() == [3, 3, 3, 3, 2, 2, 2, 1, 1]


@compiled
def test_both_kernels_agree_on_many_people():
    graph = nx.barabasi_albert_graph(2000, 5, seed=1)
    graph.add_edges_from(nx.gnp_random_graph(300, 0.2, seed=2).edges)
    made = Network.from_networkx(graph)

    with use_kernel("numba"):
        expected = core_number(made)
    with use_kernel("numpy"):
        assert core_number(made).tolist() == expected.tolist()
    assert expected.max() > 40


def test_the_karate_club_has_a_core_of_ten_at_level_four(kernel: str):
    """Known of Zachary's club: the innermost core is a 4-core of ten."""
    found = core_number(Network.from_networkx(nx.karate_club_graph()))

    assert found.max() == 4
    assert np.flatnonzero(found == 4).tolist() == [0, 1, 2, 3, 7, 8, 13, 30, 32, 33]


def test_at_the_edge_of_what_there_can_be(kernel: str):
    assert core_number(edge_networks()["empty"]).tolist() == []
    assert core_number(edge_networks()["lone"]).tolist() == [0]
    assert core_number(edge_networks()["isolate among others"]).tolist() == [1, 1, 1, 0]
    assert core_number(star()).tolist() == [1] * 5
    assert core_number(clique("abcde")).tolist() == [4] * 5


@given(edge_lists())
def test_weights_do_not_enter(edges):
    alike = network([(a, b, 1.0) for a, b, _ in edges])

    assert core_number(network(edges)).tolist() == core_number(alike).tolist()


def test_a_clique_on_the_edge_of_a_thin_network_is_deeper_than_its_degrees():
    ring = nx.cycle_graph(60)
    ring.add_edges_from(nx.complete_graph(6).edges)
    made = Network.from_networkx(ring)

    found = core_number_test(made, rng=np.random.default_rng(1), samples=99)

    assert found.p_value == 0.005


def test_the_families_of_florence_sit_no_deeper_than_their_degrees():
    found = core_number_test(florentine_marriages(), rng=np.random.default_rng(1), samples=99)

    assert found.p_value > 0.05
