"""There and back by every form: the same people, ties and weights, whatever people are called."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.model.validation import is_key
from netzwerkwandel.network import Network


pytest.importorskip("igraph")
pytest.importorskip("narwhals")
sparse = pytest.importorskip("scipy.sparse")

KEYS = st.one_of(
    st.text(min_size=1, max_size=5).filter(is_key),
    st.sampled_from(["mailto:ben@example.org", "1", "-7", "(0, 1)", "nan", "None", "Zoë\u202e"]),
)


@st.composite
def networks(draw: st.DrawFn) -> Network:
    keys = draw(st.lists(KEYS, min_size=1, max_size=7, unique=True))
    pairs = [(a, b) for i, a in enumerate(keys) for b in keys[:i]]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    weights = draw(st.lists(st.floats(1e-6, 1e6), min_size=len(chosen), max_size=len(chosen)))
    ends = ([a for a, _ in chosen], [b for _, b in chosen])
    return Network.from_edges(*ends, weights, keys=keys)


def by_scipy(network: Network) -> Network:
    csr = network.to_csr()
    shape = (csr.n_contacts, csr.n_contacts)
    matrix = sparse.csr_array((csr.weights, csr.indices, csr.indptr), shape=shape)
    return Network.from_csr(matrix, keys=network.keys)


def by_frame(library: str) -> Callable[[Network], Network]:
    return lambda network: Network.from_frame(
        network.to_frame(library), weight="weight", keys=network.keys
    )


WAYS = {
    "networkx": lambda network: Network.from_networkx(network.to_networkx()),
    "igraph": lambda network: Network.from_igraph(network.to_igraph()),
    "csr": lambda network: Network.from_csr(network.to_csr(), keys=network.keys),
    "scipy": by_scipy,
    "pandas": by_frame("pandas"),
    "polars": by_frame("polars"),
    "pyarrow": by_frame("pyarrow"),
}


@pytest.mark.parametrize("way", WAYS)
@given(network=networks())
def test_there_and_back_it_is_the_same_network(way: str, network: Network):
    if way not in {"networkx", "igraph", "csr", "scipy"} and not len(network.indices):
        return  # a frame without rows has no types to tell texts by

    again = WAYS[way](network)

    assert again.keys == network.keys
    assert again.indptr.tolist() == network.indptr.tolist()
    assert again.indices.tolist() == network.indices.tolist()
    assert again.weights.tobytes() == network.weights.tobytes()


@pytest.mark.parametrize("way", WAYS)
def test_names_that_are_numbers_stay_the_same_people(way: str):
    graph = nx.Graph([(30, 10, {"weight": 2.0}), (10, 20, {"weight": 0.5})])
    network = Network.from_networkx(graph)

    again = WAYS[way](network)

    assert again.keys == ("30", "10", "20")
    assert again.ties_of("10").weight.tolist() == network.ties_of(10).weight.tolist()


def test_moments_and_numbers_of_a_column_are_names_by_their_text():
    network = Network.from_edges(
        np.array(["2026-01-01", "2026-01-02"], dtype="datetime64[D]"), ["ben", "ben"]
    )

    assert network.keys == ("2026-01-01", "2026-01-02", "ben")
