from __future__ import annotations

import math
import pickle

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.errors import InvalidNetworkError, NotFoundError
from netzwerkwandel.network import Network


class Unknown:
    """As pandas' NA: whether it equals anything is unknown, even whether it equals itself."""

    def __eq__(self, other):
        return self

    def __bool__(self):
        raise TypeError("boolean value of NA is ambiguous")

    __hash__ = object.__hash__


NOBODY = {
    "None": None,
    "nan": math.nan,
    "nan of numpy": np.float64("nan"),
    "NaT": np.datetime64("NaT"),
    "NA": Unknown(),
    "empty": "",
    "blank": " ",
    "two lines": "a\nb",
    "True": True,
    "True of numpy": np.True_,
    "fraction": 1.5,
    "complex": 2j,
    "bytes": b"a",
    "list": ["a"],
}


@pytest.mark.parametrize("kind", [list, object])
@pytest.mark.parametrize("nobody", NOBODY.values(), ids=NOBODY)
def test_what_names_nobody_is_refused_with_its_row(nobody: object, kind: type):
    column = ["ada", "ben", "cem", nobody]
    if kind is object:
        column = np.empty(4, dtype=object)
        column[:3], column[3] = ["ada", "ben", "cem"], nobody

    with pytest.raises(InvalidNetworkError, match=r"keys, got .* in row 3 of target"):
        Network.from_edges(["eva", "eva", "eva", "eva"], column)


def test_of_a_column_of_numbers_with_a_gap_the_gap_is_named():
    with pytest.raises(InvalidNetworkError, match="got nan in row 2 of source"):
        Network.from_edges(np.array([0.0, 1.0, math.nan]), [1, 2, 3])


@pytest.mark.parametrize("kind", ["object", "string", "str", "category", "Int64", "float"])
def test_a_gap_in_a_column_of_pandas_is_refused_with_its_row(kind: str):
    pandas = pytest.importorskip("pandas")
    values = [1, None] if kind in {"Int64", "float"} else ["ben", None]

    with pytest.raises(InvalidNetworkError, match="in row 1 of target"):
        Network.from_edges(["eva", "eva"], pandas.Series(values, dtype=kind))


def test_a_text_that_looks_like_a_gap_is_a_name():
    assert Network.from_edges(["NA"], ["nan"]).keys == ("NA", "nan")


def test_whatever_else_tells_people_apart_names_them_by_its_text():
    assert Network.from_edges([("a", 1), "b"], ["b", 2]).keys == ("('a', 1)", "2", "b")


def test_ids_beyond_all_places_are_names():
    made = Network.from_edges([10_000_001, 9_999_999], [10_000_000, 10_000_001], [1.0, 2.0])

    assert made.keys == ("9999999", "10000000", "10000001")
    assert made.ties_of(10_000_001).target.tolist() == [0, 1]
    assert made.ties_of("9999999").weight.tolist() == [2.0]
    with pytest.raises(NotFoundError, match="key '0'"):
        made.ties_of(0)


@pytest.mark.parametrize("highest", [99_999, 100_000, 2**63 - 1, 2**63, 2**64])
def test_however_great_an_id_is_it_is_that_of_one_person(highest: int):
    made = Network.from_edges([0], [highest])

    assert made.n_contacts == (2 if highest >= 100_000 else 100_000)
    assert made.degree[made.index_of(str(highest))] == 1


def test_many_ties_make_places_of_great_numbers():
    n = 110_000
    made = Network.from_edges(np.arange(n - 1), np.arange(1, n))

    assert made.n_contacts == n
    assert made.ties_of(5).target.tolist() == [4, 6]


def test_numbers_that_are_names_stay_names():
    graph = nx.relabel_nodes(nx.karate_club_graph(), lambda node: node + 1)
    made = Network.from_networkx(graph)

    for node in graph:
        neighbours = [int(made.keys[i]) for i in made.ties_of(node).target]
        assert sorted(neighbours) == sorted(graph[node])
        assert made.contact(made.index_of(str(node))).key == str(node)
    assert pickle.loads(pickle.dumps(made)).ties_of(34).target.tolist() == (
        made.with_ties(made.csr).ties_of(34).target.tolist()
    )


@given(st.permutations(range(5)))
def test_a_number_means_its_node_however_the_nodes_are_ordered(order):
    graph = nx.Graph()
    graph.add_nodes_from(order)
    graph.add_edges_from([(0, 1), (1, 2), (2, 3), (3, 4)])
    made = Network.from_networkx(graph)

    for node in graph:
        assert {int(made.keys[i]) for i in made.ties_of(node).target} == set(graph[node])


def test_keys_that_are_numbers_are_names():
    made = Network.from_edges([0, 1], [1, 2], keys=[30, 10, 20])

    assert made.keys == ("30", "10", "20")
    assert made.ties_of(10).target.tolist() == [0, 2]


def test_a_missing_node_is_nobody():
    with pytest.raises(InvalidNetworkError, match="got nan in row 1 of keys"):
        Network.from_networkx(nx.Graph([("a", math.nan)]))
