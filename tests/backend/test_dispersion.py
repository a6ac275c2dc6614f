from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.graphs import NAME, graphs
from netzwerkwandel import backend


numbers = st.integers(0, 3) | st.floats(0.01, 3)


@given(graphs([nx.Graph, nx.MultiGraph]))
def test_dispersion_is_that_of_networkx_for_all_ties(graph):
    for normalized in (True, False):
        ours = nx.dispersion(graph, normalized=normalized, backend=NAME)

        assert ours == nx.dispersion(graph, normalized=normalized)
        assert list(ours) == list(graph)
        kinds = {type(value) for row in ours.values() for value in row.values()}
        assert kinds <= {float if normalized else int}


@given(graphs([nx.Graph]), st.booleans(), numbers, numbers, numbers)
def test_dispersion_of_some_ties_is_that_of_networkx(graph, normalized, alpha, b, c):
    options = {"normalized": normalized, "alpha": alpha, "b": b, "c": c}
    converted = backend.convert_from_nx(graph)

    for u in graph:
        asked = [{"u": u}, {"v": u}, *({"u": u, "v": v} for v in graph[u])]
        for ends in asked:
            ours = nx.dispersion(converted, **ends, **options)
            assert ours == pytest.approx(nx.dispersion(graph, **ends, **options), rel=1e-9)


def test_dispersion_counts_friends_who_only_have_each_other_in_common():
    """The example of Backstrom and Kleinberg (2013)."""
    edges = "ab ac bc bd be bf cd cf ch df ef fh hj hk ij ik jk".split()
    graph = nx.Graph([*map(tuple, edges), *(("u", friend) for friend in "abcdefghijk")])

    assert nx.dispersion(graph, "u", "h", normalized=False, backend=NAME) == 4
    assert nx.dispersion(graph, "u", "b", normalized=False, backend=NAME) == 1
    assert nx.dispersion(graph, "u", "h", backend=NAME) == 1.0


@pytest.mark.parametrize(
    ("graph", "arguments"),
    [
        (nx.DiGraph([(0, 1)]), {}),
        (nx.path_graph(3), {"u": 0, "v": 2}),
        (nx.path_graph(3), {"u": 0, "v": 1, "alpha": -1}),
        (nx.Graph([(0, 0)]), {}),
    ],
    ids=["one way", "not tied", "negative", "loop"],
)
def test_other_dispersion_is_left_to_networkx(graph, arguments):
    with pytest.raises(NotImplementedError, match="netzwerkwandel"):
        nx.dispersion(graph, **arguments, backend=NAME)
