from __future__ import annotations

from decimal import Decimal

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import network
from netzwerkwandel.errors import InvalidNetworkError
from netzwerkwandel.network import Network
from netzwerkwandel.network.graphs import read_graph


KINDS = [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph]


@st.composite
def graphs(draw: st.DrawFn) -> nx.Graph:
    """Graphs of every kind, with isolated nodes, loops, parallel edges and missing weights."""
    graph = draw(st.sampled_from(KINDS))()
    names = st.lists(st.integers(0, 9) | st.text("abc", max_size=2), min_size=1, unique=True)
    nodes = draw(names | st.integers(1, 9).map(range).map(list))
    graph.add_nodes_from(nodes)
    ends = st.sampled_from(nodes)
    for u, v in draw(st.lists(st.tuples(ends, ends), max_size=15)):
        graph.add_edge(u, v, **draw(st.sampled_from([{}, {"weight": 2.5}, {"weight": 1}])))
    return graph


@given(graphs())
def test_every_edge_is_read_once_with_its_attributes(graph):
    edges = read_graph(graph)

    place = {node: i for i, node in enumerate(graph)}
    ends = list(zip(edges.source.tolist(), edges.target.tolist(), strict=True))
    assert edges.nodes == tuple(graph)
    expected = sorted(
        (
            (place[u], place[v]) if graph.is_directed() else tuple(sorted((place[u], place[v]))),
            data.get("weight", 1.0),
        )
        for u, v, data in graph.edges(data=True)
    )
    assert sorted(zip(ends, edges.attribute("weight", 1.0), strict=True)) == expected
    assert len(edges.keys) == (len(ends) if graph.is_multigraph() else 0)


@given(graphs())
def test_a_network_of_a_graph_sums_what_joins_two_nodes(graph):
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    graph = nx.convert_node_labels_to_integers(graph)

    made = Network.from_networkx(graph)

    table = nx.to_numpy_array(graph, multigraph_weight=sum)
    both = table + table.T if graph.is_directed() else table
    dense = np.zeros(table.shape)
    dense[made.sources, made.indices] = made.weights
    assert np.array_equal(dense, both)
    assert made.keys == tuple(map(str, graph))


def test_a_part_of_a_graph_is_read_as_it_looks():
    whole = nx.Graph([("d", "c"), ("c", "b"), ("b", "a"), ("a", "d")])

    part = Network.from_networkx(whole.subgraph(["a", "b", "c"]))

    assert sorted(part.keys) == ["a", "b", "c"]
    assert part.degree[part.index_of("b")] == 2
    assert len(part.indices) == 4


def test_a_subclass_may_list_neighbours_without_edges():
    """networkx has such a class for complements, in its approximation of k-components."""

    class Listed(nx.Graph):
        def adjacency(self):
            return iter((node, set(row)) for node, row in self._adj.items())

    graph = Listed([("a", "b", {"weight": 2.0}), ("b", "c")])

    assert Network.from_networkx(graph).weights.tolist() == [2.0, 2.0, 1.0, 1.0]


def test_nodes_of_any_kind_become_text():
    graph = nx.Graph([(frozenset({1}), (2, "b")), (None.__class__, 3.5)])

    keys = Network.from_networkx(graph).keys

    assert keys == ("frozenset({1})", "(2, 'b')", "<class 'NoneType'>", "3.5")


@pytest.mark.parametrize("one", [1, 1.0, True, Decimal(1), 1 + 0j, np.int8(1)])
def test_nodes_that_equal_their_places_are_found_there(one):
    graph = nx.Graph()
    graph.add_nodes_from(range(3))
    graph.add_edge(2, one)

    assert read_graph(graph).source.tolist() == [1]
    assert read_graph(graph).target.tolist() == [2]


@pytest.mark.parametrize("weight", [2, 2.0, np.float32(2), Decimal(2), True, 10**30])
def test_whatever_is_a_number_is_a_weight(weight):
    graph = nx.Graph([("a", "b", {"weight": weight})])

    assert Network.from_networkx(graph).weights.tolist() == [float(weight)] * 2


@pytest.mark.parametrize("weight", ["2.0", "", 2j, 10**400, [1.0], None, b"2", {}])
def test_whatever_is_no_number_is_no_weight(weight):
    graph = nx.Graph([("a", "b", {"weight": weight})])

    with pytest.raises(InvalidNetworkError, match=r"tie strengths must be|one weight for each tie"):
        Network.from_networkx(graph)


def test_the_graph_of_a_network_has_its_people_ties_and_weights():
    graph = network([("a", "b", 2.0), ("b", "c", 0.5)], keys="abcd").to_networkx()

    assert type(graph) is nx.Graph
    assert list(graph) == ["a", "b", "c", "d"]
    assert list(graph.edges(data="weight")) == [("a", "b", 2.0), ("b", "c", 0.5)]
    assert {type(weight) for _, _, weight in graph.edges(data="weight")} == {float}
