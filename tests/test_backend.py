from __future__ import annotations

import logging
import math
import subprocess
import sys

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import borgatti_1997
from netzwerkwandel import backend
from netzwerkwandel.network.kernels.backend import use_kernel


NAME = "netzwerkwandel"
SIMPLE = [nx.Graph, nx.DiGraph]
KINDS = [*SIMPLE, nx.MultiGraph, nx.MultiDiGraph]
NODES = [0, 1, 2, "0", "a", (1, 2), frozenset("ab"), 2.5]


@pytest.fixture(autouse=True)
def no_kept_conversions():
    """Convert anew each time, so that networkx does not warn of graphs it kept."""
    with nx.config(cache_converted_graphs=False):
        yield


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
    for u in graph:
        for v in [*graph, "nobody"]:
            ours = nx.local_constraint(graph, u, v, weight, backend=NAME)
            assert type(ours) is float
            assert ours == pytest.approx(nx.local_constraint(graph, u, v, weight), rel=1e-9)


@given(graphs([nx.Graph, nx.MultiGraph]))
def test_dispersion_is_that_of_networkx_for_all_ties(graph):
    for normalized in (True, False):
        ours = nx.dispersion(graph, normalized=normalized, backend=NAME)

        assert ours == nx.dispersion(graph, normalized=normalized)
        assert list(ours) == list(graph)
        numbers = {type(value) for row in ours.values() for value in row.values()}
        assert numbers <= {float if normalized else int}


@given(graphs([nx.Graph]), st.booleans(), st.floats(0, 3), st.integers(0, 3), st.floats(0, 3))
def test_dispersion_of_some_ties_is_that_of_networkx(graph, normalized, alpha, b, c):
    options = {"normalized": normalized, "alpha": alpha, "b": b, "c": c}
    for u in graph:
        asked = [{"u": u}, {"v": u}, *({"u": u, "v": v} for v in graph[u])]
        for ends in asked:
            ours = nx.dispersion(graph, **ends, **options, backend=NAME)
            assert ours == pytest.approx(nx.dispersion(graph, **ends, **options), rel=1e-9)


def test_dispersion_counts_friends_who_only_have_each_other_in_common():
    """The example of Backstrom and Kleinberg (2013)."""
    edges = "ab ac bc bd be bf cd cf ch df ef fh hj hk ij ik jk".split()
    graph = nx.Graph([*map(tuple, edges), *(("u", friend) for friend in "abcdefghijk")])

    assert nx.dispersion(graph, "u", "h", normalized=False, backend=NAME) == 4
    assert nx.dispersion(graph, "u", "b", normalized=False, backend=NAME) == 1
    assert nx.dispersion(graph, "u", "h", backend=NAME) == 1.0


@given(graphs([nx.Graph]))
def test_the_core_number_is_that_of_networkx(graph):
    ours = nx.core_number(graph, backend=NAME)

    assert ours == nx.core_number(graph)
    assert list(ours) == list(graph)
    assert {type(number) for number in ours.values()} == {int}


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


@pytest.mark.parametrize("graph", [nx.DiGraph([(0, 1)]), nx.Graph([(0, 0)])], ids=str)
def test_other_core_numbers_are_left_to_networkx(graph):
    with pytest.raises(NotImplementedError, match="netzwerkwandel"):
        nx.core_number(graph, backend=NAME)


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


def calls(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Which functions the backend was used for."""
    texts = [record.getMessage() for record in caplog.records]
    caplog.clear()
    return [text.split("'")[3] for text in texts if text.startswith("Using backend 'netz")]


def test_networkx_asks_the_backend_by_itself_where_it_is_worth_it(caplog):
    caplog.set_level(logging.DEBUG, logger="networkx")
    graph, path = nx.barabasi_albert_graph(400, 2, seed=1), nx.path_graph(1000)
    loop = nx.Graph([(0, 0), (0, 1)])

    with nx.config.backend_priority(algos=[NAME]):
        nx.constraint(graph)
        nx.effective_size(graph, nodes=list(graph))
        nx.dispersion(graph)
        assert calls(caplog) == ["constraint", "effective_size", "dispersion"]
        nx.local_constraint(graph, 399, "nobody")
        with pytest.raises(nx.NetworkXError, match="The node nobody is not in the graph"):
            nx.local_constraint(graph, "nobody", 399)
        nx.constraint(path, nodes=[0])
        nx.constraint(path, nodes=iter([0]))
        nx.constraint(loop)
        nx.dispersion(graph, 0)
        nx.dispersion(nx.karate_club_graph())
        nx.core_number(graph)
        assert calls(caplog) == []
        nx.constraint(nx.Graph([(0, 1, {"weight": 0}), (0, 2)]), weight="weight")
        assert calls(caplog) == ["constraint"]  # which finds the weight of 0 then


@pytest.mark.parametrize(("kernel", "asked"), [("numpy", []), ("numba", ["core_number"])])
def test_core_numbers_are_asked_for_where_long_chains_do_no_harm(caplog, kernel, asked):
    if kernel == "numba":
        pytest.importorskip("numba")
    caplog.set_level(logging.DEBUG, logger="networkx")

    with use_kernel(kernel), nx.config.backend_priority(algos=[NAME]):
        nx.core_number(nx.path_graph(1002))

    assert calls(caplog) == asked


def test_a_conversion_kept_for_one_weight_serves_others_too():
    graph = nx.Graph([(0, 1, {"weight": 5.0}), (1, 2)])
    with (
        nx.config(cache_converted_graphs=True),
        nx.config(warnings_to_ignore={"cache"}),
    ):
        weighted = nx.constraint(graph, weight="weight", backend=NAME)

        assert weighted[1] == pytest.approx(26 / 36)
        assert nx.constraint(graph, backend=NAME)[1] == 0.5
        graph.add_edge(1, 3)
        assert nx.constraint(graph, backend=NAME)[1] == pytest.approx(1 / 3)


def test_a_converted_graph_is_a_graph_of_its_own():
    graph = nx.Graph([(0, 1), (1, 2)])
    converted = backend.convert_from_nx(graph)
    graph.add_edge(2, 0)

    assert nx.constraint(converted) == {0: 1.0, 1: 0.5, 2: 1.0}
    assert repr(converted) == "ConvertedGraph(3 nodes, 2 edges)"
    with nx.config(fallback_to_nx=True):
        assert list(nx.connected_components(converted)) == [{0, 1, 2}]
    with pytest.raises(NotImplementedError, match="without the edge attribute 'weight'"):
        backend.constraint(converted, weight="weight")


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
    assert nx.constraint(converted, weight="weight")[1] == pytest.approx(10 / 16)


def test_any_other_result_is_left_as_it_is():
    result = {0: 1.0}

    assert backend.convert_to_nx(result, name="constraint") is result


def test_networkx_starts_without_the_package():
    code = f"""
import sys, networkx as nx
assert "{NAME}" in nx.constraint.backends
assert "nodes=list(G)" in nx.effective_size.__doc__
print({NAME!r} in sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert run.stdout == "False\n"


def test_what_networkx_is_told_is_what_there_is():
    told = nx.utils.backends.backend_info[NAME]

    assert told["backend_name"] == NAME
    assert set(told["functions"]) == {name for name in backend.__all__ if hasattr(nx, name)}
