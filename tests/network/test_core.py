from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import edge_lists, edge_networks, network
from compiled import compiled
from metrics.test_kernels import crowd
from netzwerkwandel.network import Network, Ties
from netzwerkwandel.network.circles import circle_core_numbers, owner_ranks
from netzwerkwandel.network.kernels.engines import use_kernel


def slow_numbers(made: Network) -> list[int]:
    """The definition: for each tie, the core number in the graph of its source's contacts."""
    graph = nx.Graph(zip(made.sources.tolist(), made.indices.tolist(), strict=True))
    circles = [nx.core_number(graph.subgraph(graph[ego])) for ego in sorted(graph)]
    return [circle[contact] for circle in circles for contact in sorted(circle)]


@given(edge_lists())
def test_core_numbers_among_contacts_are_what_the_definition_says(kernel: str, edges):
    made = network(edges)
    rows = np.arange(len(made.indices))
    expected = slow_numbers(made)

    assert circle_core_numbers(made.csr, rows).tolist() == expected
    assert circle_core_numbers(made.csr, rows[:1]).tolist() == expected[:1]
    assert circle_core_numbers(made.csr, rows[::-1]).tolist() == expected[::-1]


@pytest.mark.parametrize("name", edge_networks())
def test_edge_networks_have_the_core_numbers_they_have(kernel: str, name: str):
    made = edge_networks()[name]

    numbers = circle_core_numbers(made.csr, np.arange(len(made.indices)))

    assert numbers.tolist() == slow_numbers(made)


@compiled
def test_columns_among_contacts_are_the_same_on_both_kernels_to_the_last_bit():
    made = crowd(people=600, ties=12_000, seed=5)

    def columns() -> list[list[float]]:
        ties = made.ties()
        return [ties.core.tolist(), ties.circle.tolist(), ties.simmelian.tolist()]

    with use_kernel("numpy"):
        expected = columns()
    with use_kernel("numba"):
        assert columns() == expected


@compiled
@pytest.mark.parametrize("threads", [1, 2, 3, 7])
def test_the_number_of_threads_does_not_show_in_core_numbers(threads: int):
    made = crowd(people=400, ties=6_000, seed=6)

    with use_kernel("numba", threads=threads):
        found = circle_core_numbers(made.csr, np.arange(len(made.indices)))

    assert found.tolist() == slow_numbers(made)


@pytest.mark.parametrize("chunk", [1, 100, 1_000])
def test_the_size_of_a_chunk_does_not_show_in_core_numbers(chunk: int):
    made = crowd(people=100, ties=1_000, seed=6)

    with use_kernel("numpy", chunk=chunk):
        found = circle_core_numbers(made.csr, np.arange(len(made.indices)))

    assert found.tolist() == slow_numbers(made)


@pytest.mark.parametrize("ego", [0, 1, 599])
def test_one_person_has_the_core_she_has_among_all_to_the_last_bit(kernel: str, ego: int):
    made = crowd(people=600, ties=12_000, seed=7)
    ties = made.ties()
    own = np.flatnonzero(ties.source == ego)

    assert made.ties_of(ego).core.tolist() == ties.core[own].tolist()
    assert Ties(made, own[::-2]).core.tolist() == ties.core[own[::-2]].tolist()


def test_rows_that_are_there_twice_have_their_core_twice():
    made = crowd(people=60, ties=600, seed=8)
    rows = np.array([5, 5, 2, 90, 5])

    assert Ties(made, rows).core.tolist() == made.ties().core[rows].tolist()


@given(st.lists(st.lists(st.sampled_from([0.0, 0.5, 2.0, 7.0]), min_size=1), max_size=4))
def test_equals_share_their_place_among_the_same_persons(kernel: str, circles):
    values = np.array([value for circle in circles for value in circle])
    owner = np.repeat(3 * np.arange(len(circles)), [len(circle) for circle in circles])

    expected = [
        (sum(o < v for o in circle) + (circle.count(v) + 1) / 2) / len(circle)
        for circle in circles
        for v in circle
    ]

    assert owner_ranks(values, owner).tolist() == expected
