from __future__ import annotations

import importlib.util
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given

from builders import edge_lists, network
from netzwerkwandel.errors import InvalidArgumentError, InvalidNetworkError, NotFoundError
from netzwerkwandel.network import Network


def matrix(rows: list[list[float]]) -> SimpleNamespace:
    """A matrix in compressed rows, as scipy has it; what is 0 is not there."""
    entries = [(j, value) for row in rows for j, value in enumerate(row) if value]
    ends = np.cumsum([0, *(sum(value != 0 for value in row) for row in rows)])
    return SimpleNamespace(
        indptr=ends.astype(np.int32),
        indices=np.array([j for j, _ in entries], dtype=np.int32),
        data=np.array([value for _, value in entries], dtype=np.float32),
    )


@given(edge_lists())
def test_there_and_back_the_network_is_the_same_to_the_last_bit(edges):
    made = network(edges)

    again = Network.from_csr(made.to_csr(), keys=made.keys)

    assert again.keys == made.keys
    for name in ("indptr", "indices", "weights"):
        assert getattr(again, name).tobytes() == getattr(made, name).tobytes()


def test_a_symmetric_matrix_is_taken_as_it_is_and_another_is_made_mutual():
    undirected = Network.from_csr(matrix([[0, 2, 0], [2, 0, 5], [0, 5, 0]]))
    directed = Network.from_csr(matrix([[0, 2, 0], [1, 0, 5], [0, 0, 0]]), keys=["a", "b", "c"])

    assert undirected.weights.tolist() == [2.0, 2.0, 5.0, 5.0]
    assert undirected.keys == ("0", "1", "2")
    assert directed.weights.tolist() == [3.0, 3.0, 5.0, 5.0]
    assert Network.from_csr(matrix([])).keys == ()


def test_entries_out_of_order_are_as_good_as_any():
    rows = SimpleNamespace(indptr=[0, 2, 3, 4], indices=[2, 1, 0, 0], data=[7, 4, 4, 7])

    assert Network.from_csr(rows).weights.tolist() == [4.0, 7.0, 4.0, 7.0]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("text", "must have the arrays"),
        (None, "must have the arrays"),
        (np.eye(2), "must have the arrays"),
        (matrix([[0, 1, 1], [1, 0, 1]]), "must be square"),
        (matrix([[1, 1], [1, 0]]), "'0' twice"),
        (matrix([[0, -1], [-1, 0]]), "finite and > 0"),
        (SimpleNamespace(indptr=[0, 3], indices=[0], data=[1.0]), "indptr must rise"),
        (SimpleNamespace(indptr=[0, 1, 0], indices=[1], data=[1.0]), "indptr must rise"),
        (SimpleNamespace(indptr=[1, 1], indices=[], data=[]), "indptr must rise"),
        (SimpleNamespace(indptr=[0.0, 1.0], indices=[0], data=[1.0]), "whole numbers"),
        (SimpleNamespace(indptr=[0, 1], indices=[0.5], data=[1.0]), "whole numbers"),
        (SimpleNamespace(indptr=[0, 1], indices=[0], data=["x"]), "must be numbers"),
        (SimpleNamespace(indptr=[], indices=[], data=[]), "must be lists"),
        (SimpleNamespace(indptr=3, indices=[], data=[]), "must be lists"),
        (SimpleNamespace(indptr=[0, 1], indices=[[0]], data=[1.0]), "must be lists"),
    ],
)
def test_what_is_no_matrix_of_ties_is_refused(wrong, message):
    with pytest.raises(InvalidNetworkError, match=message):
        Network.from_csr(wrong)


def test_every_row_has_a_key():
    with pytest.raises(InvalidNetworkError, match="one key for each row, got 1 for 2"):
        Network.from_csr(matrix([[0, 1], [1, 0]]), keys=["a"])
    with pytest.raises(InvalidNetworkError, match="keys must be a list"):
        Network.from_csr(matrix([[0, 1], [1, 0]]), keys=3)


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_a_data_frame_has_each_tie_once(library):
    if importlib.util.find_spec(library) is None:
        pytest.skip(f"{library} is not installed")
    made = Network.from_edges(["ada", "ben"], ["ben", "eva"], [2.0, 1.0])

    frame = made.to_frame(library)

    again = Network.from_edges(frame["source"], frame["target"], frame["weight"])
    assert again.weights.tolist() == made.weights.tolist()
    read = Network.from_frame(frame, weight="weight")
    assert read.keys == made.keys
    assert read.weights.tolist() == made.weights.tolist()


def test_another_library_of_data_frames_is_refused():
    with pytest.raises(InvalidArgumentError, match="library"):
        Network.from_edges(["a"], ["b"]).to_frame("arrow")


def test_people_are_named_by_key_or_by_index():
    made = Network.from_edges(["a"], ["b"])

    assert made.ties_of(np.int64(1)).target.tolist() == made.ties_of("b").target.tolist() == [0]
    assert made.contact(np.int64(1)).key == "b"
    for wrong in (1.5, True, (), b"a"):
        with pytest.raises(InvalidArgumentError, match="must be a key or an index"):
            made.ties_of(wrong)
        with pytest.raises(InvalidArgumentError, match="must be an index"):
            made.contact(wrong)
    for missing in (2, -1):
        with pytest.raises(NotFoundError):
            made.ties_of(missing)
        with pytest.raises(NotFoundError):
            made.contact(missing)


@pytest.mark.parametrize("wrong", ["x", None, 3, [("a", "b")]])
def test_what_is_no_graph_is_refused(wrong):
    with pytest.raises(InvalidNetworkError, match="graph of networkx"):
        Network.from_networkx(wrong)


def test_a_graph_may_have_names_of_ones_own():
    network = Network.from_edges(["ada", "ada"], ["ben", "eva"], [1.0, 2.0])

    graph = network.to_networkx(names=["one", "two", "three"])

    assert dict(graph["one"]) == {"two": {"weight": 1.0}, "three": {"weight": 2.0}}
    for names in (["a", "b"], ["a", "a", "b"], 3):
        with pytest.raises(InvalidArgumentError, match="names must be"):
            network.to_networkx(names=names)
