from __future__ import annotations

import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.graphs import KINDS, NAME, SIMPLE, close, graphs, summed
from builders import borgatti_1997
from netzwerkwandel import backend


@given(graphs(SIMPLE), st.sampled_from(["constraint", "effective_size"]))
@pytest.mark.parametrize("weight", [None, "weight"])
def test_all_nodes_have_the_values_that_networkx_gives_for_each(weight, graph, name):
    measure = getattr(nx, name)
    asked = [node for node in graph if graph.is_directed() is False or graph.out_degree(node)]

    ours = measure(graph, weight=weight, backend=NAME)

    assert list(ours) == list(graph)
    assert close({node: ours[node] for node in asked}, measure(graph, nodes=asked, weight=weight))


@given(graphs(), st.sampled_from(["constraint", "effective_size"]))
@pytest.mark.parametrize("weight", [None, "weight"])
def test_some_nodes_have_the_values_that_all_have(weight, graph, name):
    measure = getattr(nx, name)
    asked = list(graph)[::2]

    some = measure(graph, nodes=asked, weight=weight, backend=NAME)

    every = measure(graph, weight=weight, backend=NAME)
    assert list(some) == asked
    assert str(some) == str({node: every[node] for node in asked})


@given(graphs(), st.sampled_from(["constraint", "effective_size"]))
def test_what_joins_two_nodes_is_summed(graph, name):
    measure = getattr(nx, name)
    simple = summed(graph)

    ours = measure(graph, weight="weight", backend=NAME)

    assert close(ours, measure(simple, nodes=list(simple), weight="weight"))


@given(graphs())
@pytest.mark.parametrize("weight", [None, "weight"])
def test_the_constraint_of_every_kind_of_graph_is_that_of_networkx_for_all_nodes(weight, graph):
    with np.errstate(all="ignore"):
        theirs = nx.constraint(graph, weight=weight)

    assert close(nx.constraint(graph, weight=weight, backend=NAME), theirs)


@given(graphs(SIMPLE))
@pytest.mark.parametrize("weight", [None, "weight"])
def test_local_constraint_is_that_of_networkx_for_any_two_nodes(weight, graph):
    converted = backend.convert_from_nx(graph, preserve_edge_attrs=True)

    for u in graph:
        for v in [*graph, "nobody"]:
            ours = nx.local_constraint(converted, u, v, weight)
            assert type(ours) is float
            assert ours == pytest.approx(nx.local_constraint(graph, u, v, weight), rel=1e-9)


def test_a_wrong_value_of_networkx_is_right_here():
    """Row maxima are taken of columns in networkx 3.6.1 where ``nodes`` is not given."""
    graph = borgatti_1997(weighted=True).to_networkx()

    sizes = nx.effective_size(graph, weight="weight", backend=NAME)

    assert sizes["A"] == pytest.approx(99 / 40)
    assert sizes["G"] == pytest.approx(5417 / 990)


def test_a_node_that_only_is_pointed_at_has_a_circle_too():
    graph = nx.DiGraph([(0, 1), (2, 1), (0, 2)])

    assert nx.constraint(graph, nodes=[1], backend=NAME) == {1: pytest.approx(1.125)}
    assert math.isnan(nx.constraint(graph, nodes=[1])[1])


@pytest.mark.parametrize("kind", KINDS)
def test_a_graph_without_ties_has_no_values(kind):
    graph = kind()
    assert nx.constraint(graph, backend=NAME) == nx.effective_size(graph, backend=NAME) == {}
    assert nx.constraint(graph, nodes=[], backend=NAME) == {}
    graph.add_node("alone")

    assert math.isnan(nx.constraint(graph, backend=NAME)["alone"])
    assert math.isnan(nx.effective_size(graph, nodes=["alone"], backend=NAME)["alone"])
    assert nx.local_constraint(graph, "alone", "alone", backend=NAME) == 0.0


def test_nodes_may_come_from_an_iterator_and_twice():
    graph = nx.path_graph(3)

    assert nx.constraint(graph, nodes=iter([1, 0, 1]), backend=NAME) == {1: 0.5, 0: 1.0}


def test_unknown_nodes_are_refused_as_networkx_refuses_them():
    graph = nx.path_graph(3)

    for choice in (None, NAME):
        with pytest.raises(KeyError, match="7"):
            nx.constraint(graph, nodes=[7], backend=choice)
        with pytest.raises(nx.NetworkXError, match=r"The node 7 is not in the (di)?graph"):
            nx.local_constraint(graph, 7, 0, backend=choice)
        with pytest.raises(KeyError, match="7"):
            nx.dispersion(graph, 7, backend=choice)
    with pytest.raises(TypeError, match="argument"):
        nx.constraint(graph, model="both", backend=NAME)


@pytest.mark.parametrize("weight", [0, -1, math.nan, math.inf, "2", None, 1j, [1]])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_positive_number_is_left_to_networkx(kind, weight):
    graph = kind([(0, 1, {"weight": weight}), (1, 2)])

    with pytest.raises(NotImplementedError, match=r"not implemented|raised NotImplementedError"):
        nx.constraint(graph, weight="weight", backend=NAME)
    assert nx.constraint(graph, backend=NAME) == {0: 1.0, 1: 0.5, 2: 1.0}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("nodes", [None, [0]])
def test_graphs_with_loops_are_left_to_networkx(kind, nodes):
    graph = kind([(0, 0), (0, 1)])

    for measure in (nx.constraint, nx.effective_size):
        with pytest.raises(NotImplementedError, match="netzwerkwandel"):
            measure(graph, nodes=nodes, backend=NAME)
    with pytest.raises(NotImplementedError, match="netzwerkwandel"):
        nx.local_constraint(graph, 0, 1, backend=NAME)


def test_a_weight_that_is_no_name_is_left_to_networkx():
    with pytest.raises(NotImplementedError, match="netzwerkwandel"):
        nx.constraint(nx.path_graph(3), weight=len, backend=NAME)
