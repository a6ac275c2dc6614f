"""What a graph says of people and ties is said again when the network is given back."""

from __future__ import annotations

import pickle
from copy import deepcopy

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.errors import InvalidArgumentError, InvalidNetworkError, NotFoundError
from netzwerkwandel.metrics import constraint
from netzwerkwandel.network import Network


NAMES = st.sampled_from(["field", "since", "colour"])
VALUES = st.one_of(st.integers(), st.text(max_size=3), st.none(), st.booleans())


@st.composite
def graphs(draw: st.DrawFn) -> nx.Graph:
    n = draw(st.integers(0, 6))
    graph = nx.Graph()
    for i in range(n):
        graph.add_node(f"p{i}", **draw(st.dictionaries(NAMES, VALUES, max_size=2)))
    for i in range(n):
        for j in range(i):
            if draw(st.booleans()):
                said = draw(st.dictionaries(NAMES, VALUES, max_size=2))
                graph.add_edge(f"p{i}", f"p{j}", weight=draw(st.integers(1, 9)), **said)
    return graph


@given(graphs())
def test_there_and_back_a_graph_says_the_same(graph: nx.Graph):
    network = Network.from_networkx(graph)

    for made in (network, pickle.loads(pickle.dumps(network)), deepcopy(network)):
        again = made.to_networkx()
        assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))
        assert {frozenset(e): d for *e, d in again.edges(data=True)} == {
            frozenset(e): d for *e, d in graph.edges(data=True)
        }


def test_names_given_to_others_take_what_is_said_along():
    graph = nx.Graph([("ada", "ben", {"weight": 2.0, "since": 2019})])
    graph.nodes["ben"]["field"] = "law"

    shown = Network.from_networkx(graph).to_networkx(names=["A", "B"])

    assert shown.nodes["B"] == {"field": "law"}
    assert shown.edges["A", "B"] == {"weight": 2.0, "since": 2019}


def test_of_several_edges_the_first_that_says_something_counts():
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", weight=2)
    graph.add_edge("a", "b", kind="lunch", weight=1)
    graph.add_edge("b", "a", kind="mail", weight=4)

    again = Network.from_networkx(graph).to_networkx()

    assert again.edges["a", "b"] == {"weight": 7.0, "kind": "lunch"}


def test_an_edge_left_out_by_its_weight_says_nothing():
    graph = nx.Graph([("a", "b", {"kind": "x"}), ("b", "c", {"kind": "y"})])

    again = Network.from_networkx(
        graph, lambda u, v, said: None if said["kind"] == "x" else 1.0
    ).to_networkx()

    assert dict(again.edges) == {("b", "c"): {"weight": 1.0, "kind": "y"}}


def test_a_weight_of_another_name_is_still_said():
    graph = nx.Graph([("a", "b", {"mails": 3})])

    again = Network.from_networkx(graph, weight="mails").to_networkx()

    assert again.edges["a", "b"] == {"weight": 3.0, "mails": 3}


def test_other_ties_keep_what_is_said_of_people_and_not_of_ties():
    graph = nx.Graph([("a", "b", {"kind": "x"})])
    graph.nodes["a"]["field"] = "law"
    network = Network.from_networkx(graph)

    again = network.with_ties(network.csr).to_networkx()

    assert again.nodes["a"] == {"field": "law"}
    assert again.edges["a", "b"] == {"weight": 1.0}


def test_files_of_graphs_are_read_and_written_through_networkx(tmp_path):
    graph = nx.Graph([("ada", "ben", {"weight": 2.5, "since": 2019}), ("ben", "cem")])
    graph.nodes["cem"]["field"] = "law"
    network = Network.from_networkx(graph)

    nx.write_graphml(network.to_networkx(), tmp_path / "g.graphml")
    from_xml = Network.from_networkx(nx.read_graphml(tmp_path / "g.graphml"))
    links = nx.node_link_data(network.to_networkx(), edges="links")
    from_json = Network.from_networkx(nx.node_link_graph(links, edges="links"))

    for again in (from_xml, from_json):
        assert again.keys == network.keys
        assert again.weights.tolist() == network.weights.tolist()
        assert again.to_networkx().nodes["cem"] == {"field": "law"}
        assert again.to_networkx().edges["ada", "ben"]["since"] == 2019


def test_a_node_that_is_a_tuple_is_asked_about_as_it_is():
    graph = nx.grid_2d_graph(2, 3)
    network = Network.from_networkx(graph)

    found = constraint(network, nodes=[(0, 1), (1, 2)])

    expected = nx.constraint(graph, nodes=[(0, 1), (1, 2)])
    np.testing.assert_allclose(found, list(expected.values()), rtol=1e-12)
    assert network.ties_of((0, 0)).strength.tolist() == [1.0, 1.0]
    with pytest.raises(NotFoundError):
        network.ties_of((7, 7))


igraph = pytest.importorskip("igraph")


@given(graphs())
def test_there_and_back_a_graph_of_igraph_says_the_same(graph: nx.Graph):
    network = Network.from_networkx(graph)

    again = Network.from_igraph(network.to_igraph())

    assert again.keys == network.keys
    assert again.weights.tobytes() == network.weights.tobytes()
    # igraph has None where nothing is said.
    for made, of in ((again.to_networkx(), graph),):
        for node, said in of.nodes(data=True):
            assert made.nodes[node] == {k: v for k, v in said.items() if v is not None}
        for a, b, said in of.edges(data=True):
            assert made.edges[a, b] == {k: v for k, v in said.items() if v is not None}


@pytest.mark.parametrize("directed", [False, True])
def test_parallel_and_one_way_edges_of_igraph_are_summed_and_made_mutual(directed: bool):
    graph = igraph.Graph([(0, 1), (1, 0), (1, 2)], directed=directed)
    graph.es["mails"] = [2.0, 3.0, 1.0]

    network = Network.from_igraph(graph, weight="mails")

    assert network.keys == ("0", "1", "2")
    assert network.to_networkx().edges["0", "1"]["weight"] == 5.0
    assert Network.from_igraph(graph).ties_of(0).weight.tolist() == [2.0]
    assert Network.from_igraph(graph, weight=None).ties_of(0).weight.tolist() == [2.0]


def test_numbers_of_vertices_that_are_names_stay_names():
    graph = igraph.Graph([(0, 1), (1, 2)])
    graph.vs["name"] = [30, 10, 20]

    network = Network.from_igraph(graph)

    assert network.keys == ("30", "10", "20")
    assert [network.keys[i] for i in network.ties_of(10).target] == ["30", "20"]


def test_without_edges_and_without_vertices_there_is_nobody_tied():
    assert Network.from_igraph(igraph.Graph()).keys == ()
    assert Network.from_igraph(igraph.Graph(n=2)).degree.tolist() == [0, 0]


def test_what_is_no_graph_of_igraph_is_refused():
    with pytest.raises(InvalidNetworkError, match="a graph of igraph"):
        Network.from_igraph(nx.Graph())
    with pytest.raises(InvalidArgumentError, match="weight must be an attribute"):
        Network.from_igraph(igraph.Graph([(0, 1)]), weight="mails")
    loop = igraph.Graph([(0, 0)])
    with pytest.raises(InvalidNetworkError, match="join two people"):
        Network.from_igraph(loop)
