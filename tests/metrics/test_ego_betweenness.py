from __future__ import annotations

import itertools
import math
import random

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import borgatti_1997, clique, edge_networks, florentine_marriages, network, star
from metrics import oracle
from metrics.generated import Case, cases
from netzwerkwandel.errors import NotFoundError
from netzwerkwandel.metrics._ego_betweenness import ego_betweenness, ego_betweenness_of
from netzwerkwandel.metrics.open_pairs import Effort
from netzwerkwandel.network import FloatArray, Network


def expected(case: Case) -> list[float]:
    z = case.z
    return [float(oracle.ego_betweenness(z, i)) for i in range(case.n)]


EFFORTS = {
    "as it comes": Effort(),
    "ways": Effort(matrix=0),
    "matrix": Effort(dense=10**12),
}


def with_effort(made: Network, effort: Effort) -> FloatArray:
    return ego_betweenness_of(made, np.arange(made.n_contacts), effort)


@pytest.mark.parametrize("effort", EFFORTS.values(), ids=EFFORTS)
@given(case=cases())
def test_it_is_what_the_definition_says(effort: Effort, case: Case):
    found = with_effort(case.network, effort)

    np.testing.assert_allclose(found, expected(case), rtol=1e-13)


@pytest.mark.parametrize("effort", EFFORTS.values(), ids=EFFORTS)
@given(case=cases(), chunk=st.integers(1, 30))
def test_chunks_bound_the_memory_and_not_the_result(effort: Effort, case: Case, chunk: int):
    whole = with_effort(case.network, effort)

    cut = with_effort(case.network, attrs.evolve(effort, chunk=chunk))

    np.testing.assert_array_equal(cut, whole)


@given(case=cases(), data=st.data())
def test_some_people_have_what_they_have_among_all(case: Case, data: st.DataObject):
    everybody = ego_betweenness(case.network)
    some = data.draw(st.lists(st.integers(0, case.n - 1)))

    np.testing.assert_array_equal(ego_betweenness(case.network, nodes=some), everybody[some])
    by_key = ego_betweenness(case.network, nodes=[str(person) for person in some])
    np.testing.assert_array_equal(by_key, everybody[some])


@pytest.mark.parametrize("weighted", [True, False])
def test_values_of_borgatti_1997_whatever_the_weights(weighted: bool):
    made = borgatti_1997(weighted=weighted)

    found = dict(zip(made.keys, ego_betweenness(made).tolist(), strict=True))

    assert found == dict.fromkeys("CDEF", 0.0) | {"A": 1.5, "B": 0.5, "G": 9.0}


def test_values_published_for_florentine_families():
    made = florentine_marriages()

    found = dict(zip(made.keys, ego_betweenness(made).tolist(), strict=True))

    assert math.isnan(found.pop("Pucci"))
    assert {family: value for family, value in found.items() if value} == {
        "Albizzi": 3,
        "Barbadori": 1,
        "Bischeri": 2,
        "Castellani": 2,
        "Guadagni": 6,
        "Medici": 14,
        "Peruzzi": 0.5,
        "Ridolfi": 2,
        "Salviati": 1,
        "Strozzi": 3.5,
        "Tornabuoni": 2,
    }


@pytest.mark.parametrize("name", edge_networks())
def test_networks_at_the_edge_have_a_value_where_there_is_a_contact(name: str):
    made = edge_networks()[name]

    found = ego_betweenness(made)

    assert np.isnan(found).tolist() == (made.degree == 0).tolist()
    most = made.degree * (made.degree - 1) / 2
    assert ((found >= 0) & (found <= most))[made.degree > 0].all()


def test_all_pairs_of_a_star_go_through_its_middle():
    assert ego_betweenness(star()).tolist() == [6, 0, 0, 0, 0]


def test_nobody_of_a_clique_is_needed_by_the_others():
    assert ego_betweenness(clique("abcdef")).tolist() == [0] * 6


def test_a_hub_of_many_is_counted_without_going_through_its_pairs():
    leaves = 20_000
    ring = [(i, i % leaves + 1) for i in range(1, leaves + 1)]
    source = [0] * leaves + [a for a, _ in ring]
    target = [*range(1, leaves + 1), *(b for _, b in ring)]

    middle = ego_betweenness(Network.from_edges(source, target), nodes=[0])

    pairs = leaves * (leaves - 1) // 2 - leaves
    assert middle.tolist() == [pytest.approx(pairs - leaves / 2, rel=1e-12)]


@pytest.mark.slow
def test_a_large_dense_circle_is_counted_the_same_both_ways():
    chance = random.Random(1)
    pairs = [pair for pair in itertools.combinations(range(300), 2) if chance.random() < 0.3]
    made = Network.from_edges([a for a, _ in pairs], [b for _, b in pairs])
    found = ego_betweenness(made)

    np.testing.assert_array_equal(with_effort(made, EFFORTS["ways"]), found)


def test_it_equals_the_betweenness_in_the_ego_network():
    nx = pytest.importorskip("networkx")
    graph = nx.karate_club_graph()
    made = network((str(a), str(b), 1.0) for a, b in graph.edges)

    exact = {
        str(i): nx.betweenness_centrality(nx.ego_graph(graph, i), normalized=False)[i]
        for i in graph
    }

    np.testing.assert_allclose(ego_betweenness(made), [exact[key] for key in made.keys])


def test_who_is_not_there_is_named():
    with pytest.raises(NotFoundError, match="'z…'"):
        ego_betweenness(star(), nodes=["zoe"])
