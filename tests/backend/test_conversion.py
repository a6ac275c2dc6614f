from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given

from backend.graphs import KINDS, NAME, graphs
from netzwerkwandel import backend


def test_a_conversion_kept_for_one_weight_serves_others_too():
    graph = nx.Graph([(0, 1, {"weight": 5.0}), (1, 2)])
    with (
        nx.config(cache_converted_graphs=True),
        nx.config(warnings_to_ignore={"cache"}),
    ):
        weighted = nx.constraint(graph, weight="weight", backend=NAME)

        assert weighted[1] == pytest.approx((5 / 6) ** 2 + (1 / 6) ** 2)
        assert nx.constraint(graph, backend=NAME)[1] == 0.5
        graph.add_edge(1, 3)
        assert nx.constraint(graph, backend=NAME)[1] == pytest.approx(1 / 3)


def test_a_converted_graph_is_a_graph_of_its_own():
    graph = nx.Graph([(0, 1), (1, 2)])
    converted = backend.convert_from_nx(graph, preserve_all_attrs=True)
    graph.add_edge(2, 0, weight=2)
    graph.graph["title"], graph.nodes[0]["size"], graph[0][1]["weight"] = "t", 1, 2

    assert nx.constraint(converted) == {0: 1.0, 1: 0.5, 2: 1.0}
    assert repr(converted) == "ConvertedGraph(3 nodes, 2 edges)"
    with nx.config(fallback_to_nx=True):
        assert list(nx.connected_components(converted)) == [{0, 1, 2}]
    back = backend.convert_to_nx(converted)
    assert back.graph == {}
    assert dict(back.nodes(data=True)) == {0: {}, 1: {}, 2: {}}
    assert list(back.edges(data=True)) == [(0, 1, {}), (1, 2, {})]


def test_a_weight_that_was_not_converted_is_no_weight_of_1():
    converted = backend.convert_from_nx(nx.Graph([(0, 1, {"weight": 2})]), edge_attrs={"hours": 1})

    with pytest.raises(NotImplementedError, match="without the edge attribute 'weight'"):
        backend.constraint(converted, weight="weight")


@pytest.mark.slow
@given(graphs())
def test_there_and_back_nothing_is_lost_that_is_to_be_kept(graph):
    graph.graph["name"] = "a graph"
    graph.add_node("coloured", colour="red", size=[1])

    back = backend.convert_to_nx(backend.convert_from_nx(graph, preserve_all_attrs=True))

    assert type(back) is type(graph)
    assert nx.utils.graphs_equal(back, graph)
    assert list(back) == list(graph)


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_is_asked_for_is_kept(kind):
    graph = kind([(0, 1, {"a": 1, "b": 2}), (1, 2, {"b": 3})], title="t")
    graph.add_node(0, colour="red", size=1)

    bare = backend.convert_to_nx(backend.convert_from_nx(graph))
    some = backend.convert_to_nx(
        backend.convert_from_nx(
            graph, edge_attrs={"a": 7}, node_attrs={"size": 0}, preserve_graph_attrs=True
        )
    )

    assert (bare.graph, [*bare.nodes(data=True)]) == ({}, [(0, {}), (1, {}), (2, {})])
    assert [data for _, _, data in bare.edges(data=True)] == [{}, {}]
    assert (some.graph, dict(some.nodes(data="size"))) == ({"title": "t"}, {0: 1, 1: 0, 2: 0})
    assert [data for _, _, data in some.edges(data=True)] == [{"a": 1}, {"a": 7}]


def test_a_converted_graph_that_knows_all_attributes_knows_which_are_missing():
    converted = backend.convert_from_nx(
        nx.Graph([(0, 1, {"weight": 3}), (1, 2)]), preserve_edge_attrs=True
    )

    assert nx.constraint(converted, weight="hours") == nx.constraint(converted)
    weighted = nx.constraint(converted, weight="weight")
    assert weighted[1] == pytest.approx((3 / 4) ** 2 + (1 / 4) ** 2)


def test_any_other_result_is_left_as_it_is():
    result = {0: 1.0}

    assert backend.convert_to_nx(result, name="constraint") is result


def test_a_network_is_made_once_for_each_weight():
    converted = backend.convert_from_nx(nx.path_graph(3), preserve_edge_attrs=True)

    assert converted.network(None) is converted.network(None)
    assert converted.network("weight") is not converted.network(None)


def test_a_converted_multigraph_is_refused_where_networkx_refuses_multigraphs():
    converted = backend.convert_from_nx(nx.MultiGraph([(0, 1)]))

    with pytest.raises(nx.NetworkXNotImplemented, match="multigraph"):
        nx.core_number(converted)
    assert nx.core_number(backend.convert_from_nx(nx.path_graph(3))) == {0: 1, 1: 1, 2: 1}
