from __future__ import annotations

import math
import pickle

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import edge_lists, edge_networks, network, path
from netzwerkwandel.errors import InvalidArgumentError, InvalidNetworkError, NotFoundError
from netzwerkwandel.network import Network
from netzwerkwandel.network.csr import Csr


def weights(made: Network) -> dict[tuple[str, str], float]:
    """Every directed tie and its weight."""
    return {
        (made.keys[i], made.keys[j]): w
        for i, j, w in zip(
            made.sources.tolist(), made.indices.tolist(), made.weights.tolist(), strict=True
        )
    }


def test_every_tie_is_there_in_both_directions():
    made = Network.from_edges(["ada", "eva"], ["eva", "ben"], [2.0, 3.0])

    assert made.keys == ("ada", "ben", "eva")
    assert weights(made) == {
        ("ada", "eva"): 2.0,
        ("eva", "ada"): 2.0,
        ("ben", "eva"): 3.0,
        ("eva", "ben"): 3.0,
    }
    assert made.indptr.tolist() == [0, 1, 2, 4]
    assert made.degree.tolist() == [1, 1, 2]
    assert made.strength_sums.tolist() == [2.0, 3.0, 5.0]


def test_parallel_and_opposite_ties_are_summed():
    made = Network.from_edges(["a", "a", "b"], ["b", "b", "a"], [1.0, 2.0, 4.0])

    assert weights(made) == {("a", "b"): 7.0, ("b", "a"): 7.0}


def test_both_directions_of_a_tie_have_one_weight_to_the_last_bit():
    summed = [1.0, 48576.0, 999999.4822330897, 1.9655497932690196]

    found = Network.from_edges([0, 0, 0, 1], [1, 1, 1, 0], summed).weights

    assert found[0] == found[1]


def test_ties_weigh_one_where_nothing_is_said():
    assert set(path().weights.tolist()) == {1.0}
    assert Network.from_edges(["a"], ["b"]).weights.tolist() == [1.0, 1.0]


def test_integers_number_the_people():
    made = Network.from_edges([0, 3], [3, 1])

    assert made.keys == ("0", "1", "2", "3")
    assert made.degree.tolist() == [1, 1, 0, 2]


def test_integers_may_be_given_names():
    made = Network.from_edges(np.array([0, 1]), np.array([1, 2]), keys=["eva", "ben", "ada"])

    assert made.keys == ("eva", "ben", "ada")
    assert weights(made).keys() == {
        ("eva", "ben"),
        ("ben", "eva"),
        ("ben", "ada"),
        ("ada", "ben"),
    }


@pytest.mark.parametrize("dtype", [np.uint8, np.int16, np.uint64, object])
def test_integers_of_any_kind_do(dtype: type):
    made = Network.from_edges(np.array([0, 1], dtype), np.array([1, 2], dtype))

    assert made.keys == ("0", "1", "2")


def test_keys_name_people_without_ties_and_set_the_order():
    made = Network.from_edges(["a"], ["b"], keys=["z", "b", "a"])

    assert made.keys == ("z", "b", "a")
    assert made.degree.tolist() == [0, 1, 1]


def test_keys_may_be_an_array():
    assert Network.from_edges([], [], keys=np.array(["a", "b"])).keys == ("a", "b")
    assert Network.from_edges([0], [1], keys=np.array(["a", "b"])).keys == ("a", "b")


def test_nobody_at_all_is_a_network():
    made = Network.from_edges([], [])

    assert made.n_contacts == 0
    assert made.indptr.tolist() == [0]
    assert len(made.ties()) == 0
    assert repr(made) == "Network(0 people, 0 ties)"


@pytest.mark.parametrize(
    ("source", "target", "weight", "keys", "message"),
    [
        (["a"], ["a"], None, None, "a tie must join two people, got 'a' twice"),
        ([0], [0], None, None, "a tie must join two people, got '0' twice"),
        (["a"], ["b"], [-1.0], None, r"finite and > 0, got -1.0 for \('a', 'b'\)"),
        (["a", "a"], ["b", "b"], [-1.0, 2.0], None, "finite and > 0, got -1.0"),
        (["a"], ["b"], [0.0], None, "finite and > 0, got 0.0"),
        (["a"], ["b"], [math.nan], None, "finite and > 0, got nan"),
        (["a"], ["b"], [math.inf], None, "finite and > 0, got inf"),
        (["a"], ["b"], [None], None, "finite and > 0, got nan"),
        (["a", "a"], ["b", "b"], [1e308, 1e308], None, "> 0 and finite, from 1e-140 to 1e"),
        (["a", "b"], ["b", "c"], [1e308, 1e308], None, "> 0 and finite, from 1e-140 to 1e"),
        (["a"], ["b"], ["strong"], None, "tie strengths must be numbers, got .*'s…'"),
        (["a"], ["b"], np.array(["2"], dtype=object), None, "tie strengths must be numbers"),
        (["a"], ["b"], [1.0, 2.0], None, r"one weight for each tie, got \(2,\) for 1 ties"),
        (["a"], ["b"], 1.0, None, r"one weight for each tie, got \(\) for 1 ties"),
        (["a"], ["b", "c"], None, None, "lists of one length, got 1 and 2"),
        ([["a"]], [["b"]], None, None, "keys, got .'a'. in row 0 of source"),
        (["a"], ["b"], None, ["a", "c"], "ties must join known keys, got 'b'"),
        (["a"], ["b"], None, ["a", "b", "a"], "her own key, got 'a' twice"),
        ([0], [1], None, ["a", "a"], "her own key, got 'a' twice"),
        ([], [], None, ["b", "b"], "her own key, got 'b' twice"),
        ([0], [2], None, ["a", "b"], "must lie between 0 and 1, got 2"),
        ([-1], [1], None, None, "must lie between 0 and 1, got -1"),
        ([0.0], [1.0], None, None, "whole numbers or keys, got 0.0"),
        ([True], [False], None, None, "whole numbers or keys, got True"),
        (["a", None], ["b", "c"], None, None, "whole numbers or keys, got None"),
        ("ab", "bc", None, None, "source must be a list of people, got 'a…'"),
        (["a"], {"b"}, None, None, "target must be a list of people"),
        ([[0], [1]], np.array([[1], [2]]), None, None, "in row 0 of source"),
        ([0], np.array([[1]]), None, None, "target must be a list of people"),
        ([0], [1], None, ["a", ""], "got '' in row 1 of keys"),
        ([0], [1], None, ["a", None], "got None in row 1 of keys"),
        ([0], [1], None, ["a", math.nan], "got nan in row 1 of keys"),
    ],
)
def test_what_cannot_be_a_network_is_refused(source, target, weight, keys, message):
    with pytest.raises(InvalidNetworkError, match=message):
        Network.from_edges(source, target, weight, keys=keys)


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
def test_a_function_of_an_edge_can_be_the_weight(kind: type):
    graph = kind()
    graph.add_edge("b", "a", w=5)
    graph.add_edge("a", "c", w=7)
    graph.add_edge("a", "c", w=2)
    graph.add_edge("c", "b", w=1)

    def weight(u, v, data):
        worth = sum(e["w"] for e in data.values()) if graph.is_multigraph() else data["w"]
        return None if {u, v} == {"b", "c"} else worth * 10

    made = Network.from_networkx(graph, weight)

    both = 90.0 if graph.is_multigraph() else 20.0
    assert weights(made) == {
        ("a", "b"): 50.0,
        ("b", "a"): 50.0,
        ("a", "c"): both,
        ("c", "a"): both,
    }


def test_a_function_that_leaves_every_edge_out_leaves_the_people():
    made = Network.from_networkx(nx.path_graph(3), lambda _u, _v, _data: None)

    assert made.degree.tolist() == [0, 0, 0]


def test_what_is_no_weight_is_refused():
    with pytest.raises(InvalidArgumentError, match="weight must be a str"):
        Network.from_networkx(nx.path_graph(3), 3)


@given(edge_lists(), st.floats(0.01, 1000))
def test_the_unit_of_weights_changes_no_column_that_saturates(edges, unit):
    hours, others = network(edges), network([(a, b, w * unit) for a, b, w in edges])

    for column in ("bandwidth", "intensity", "novelty", "trust"):
        values = getattr(others.ties(), column)
        assert values == pytest.approx(getattr(hours.ties(), column), rel=1e-9, nan_ok=True)


def test_a_network_is_read_only():
    made = path()

    for array in (made.indptr, made.indices, made.weights, made.sources, made.degree):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1
    with pytest.raises(AttributeError):
        made.keys = ()


def test_a_network_can_be_pickled():
    copy = pickle.loads(pickle.dumps(path()))

    assert copy.keys == path().keys
    assert weights(copy) == weights(path())


def test_people_are_found_by_key_and_by_number():
    made = path()

    assert made.index_of("c") == 2
    assert made.ties_of("c").target.tolist() == made.ties_of(2).target.tolist() == [1, 3]
    assert made.ties_of(np.int64(2)).target.tolist() == [1, 3]


@pytest.mark.parametrize("ego", ["z", 4, -1])
def test_nobody_is_found_under_an_unknown_name(ego: str | int):
    with pytest.raises(NotFoundError, match="there is no contact of this network "):
        path().ties_of(ego)


def test_a_network_that_is_nobodys_needs_an_ego():
    with pytest.raises(InvalidNetworkError, match="nobody's own: name an ego"):
        path().ties_of()


@pytest.mark.parametrize("name", edge_networks())
def test_there_and_back_through_networkx(name: str):
    made = edge_networks()[name]

    back = Network.from_networkx(made.to_networkx())

    assert back.keys == made.keys
    assert weights(back) == weights(made)


@given(edge_lists())
def test_networkx_agrees_about_weights_and_degrees(edges):
    made = network(edges)
    graph = made.to_networkx()

    assert dict(graph.degree()) == dict(zip(made.keys, made.degree.tolist(), strict=True))
    assert {(a, b): w for a, b, w in edges} == {(a, b): graph[a][b]["weight"] for a, b, _ in edges}


def test_arcs_are_made_mutual():
    graph = nx.DiGraph([("a", "b", {"weight": 2.0}), ("b", "a", {"weight": 3.0}), ("b", "c")])

    assert weights(Network.from_networkx(graph)) == {
        ("a", "b"): 5.0,
        ("b", "a"): 5.0,
        ("b", "c"): 1.0,
        ("c", "b"): 1.0,
    }


@pytest.mark.parametrize("kind", [nx.MultiGraph, nx.MultiDiGraph])
def test_parallel_edges_are_summed(kind: type):
    graph = kind([("a", "b", {"weight": 2.0}), ("a", "b", {"weight": 3.0})])

    assert weights(Network.from_networkx(graph)) == {("a", "b"): 5.0, ("b", "a"): 5.0}


def test_another_attribute_or_none_can_be_the_weight():
    graph = nx.Graph([("a", "b", {"weight": 2.0, "hours": 7.0})])

    assert Network.from_networkx(graph, weight="hours").weights.tolist() == [7.0, 7.0]
    assert Network.from_networkx(graph, weight=None).weights.tolist() == [1.0, 1.0]


def test_nodes_keep_their_order_and_become_text():
    graph = nx.Graph([((1, 2), 7)])
    graph.add_node("z")

    assert Network.from_networkx(graph).keys == ("(1, 2)", "7", "z")


@pytest.mark.parametrize(
    ("graph", "message"),
    [
        (nx.Graph([("a", "a")]), "a tie must join two people, got 'a' twice"),
        (nx.Graph([(1, "1")]), "her own key, got '1' twice"),
        (nx.Graph([("a", "b", {"weight": 0})]), r"finite and > 0, got 0.0 for \('a', 'b'\)"),
        (nx.Graph([("a", "b", {"weight": "much"})]), "tie strengths must be numbers"),
    ],
)
def test_what_cannot_be_a_network_is_refused_from_networkx_too(graph, message):
    with pytest.raises(InvalidNetworkError, match=message):
        Network.from_networkx(graph)


def test_a_network_made_by_hand_is_checked():
    indptr, indices = np.array([0, 1, 2]), np.array([1, 0])

    for wrong in (0.0, -1.0, math.nan, math.inf):
        with pytest.raises(InvalidNetworkError, match="must be > 0 and finite"):
            Network(keys=("a", "b"), csr=Csr(indptr, indices, np.array([1.0, wrong])))
    with pytest.raises(InvalidNetworkError, match="got 'b' twice"):
        Network(keys=("a", "b"), csr=Csr(indptr, np.array([1, 1]), np.ones(2)))
