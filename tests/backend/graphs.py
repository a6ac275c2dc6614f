"""Graphs of networkx for Hypothesis, and what is equal of two results."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import strategies as st


NAME = "netzwerkwandel"
SIMPLE = [nx.Graph, nx.DiGraph]
KINDS = [*SIMPLE, nx.MultiGraph, nx.MultiDiGraph]
NODES = [0, 1, 2, "0", "a", (1, 2), frozenset("ab"), 2.5]


@st.composite
def graphs(draw: st.DrawFn, kinds: list[type] = KINDS) -> nx.Graph:
    """Graphs without loops, with isolated nodes and missing weights."""
    graph = draw(st.sampled_from(kinds))()
    graph.add_nodes_from(draw(st.permutations(NODES))[: draw(st.integers(1, len(NODES)))])
    ends = st.tuples(st.sampled_from(list(graph)), st.sampled_from(list(graph)))
    weights = st.just({}) | st.builds(dict, weight=st.floats(0.01, 100) | st.integers(1, 9))
    for u, v in draw(st.lists(ends.filter(lambda pair: pair[0] != pair[1]), max_size=20)):
        graph.add_edge(u, v, **draw(weights))
    return graph


def summed(graph: nx.Graph) -> nx.Graph:
    """The simple undirected graph in which all that joins two nodes is added up."""
    made = nx.Graph()
    made.add_nodes_from(graph)
    for u, v, weight in graph.edges(data="weight", default=1):
        before = made[u][v]["weight"] if made.has_edge(u, v) else 0
        made.add_edge(u, v, weight=before + weight)
    return made


def close(ours: dict, theirs: dict) -> bool:
    """Whether two results name the same nodes, in one order, with the same values."""
    return list(ours) == list(theirs) and all(
        type(value) is float and value == pytest.approx(theirs[node], rel=1e-9, nan_ok=True)
        for node, value in ours.items()
    )
