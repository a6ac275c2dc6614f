from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat
from typing import Any

import networkx as nx

from netzwerkwandel.backend.graph import MISSING, ConvertedGraph
from netzwerkwandel.network.graphs import GraphEdges, read_graph


KINDS: dict[tuple[bool, bool], type[nx.Graph[Any]]] = {
    (False, False): nx.Graph,
    (True, False): nx.DiGraph,
    (False, True): nx.MultiGraph,
    (True, True): nx.MultiDiGraph,
}
"""The class of a graph, by whether it is directed and whether it is a multigraph."""


def convert_from_nx(
    graph: nx.Graph[Any],
    *,
    edge_attrs: Mapping[Any, Any] | None = None,
    node_attrs: Mapping[Any, Any] | None = None,
    preserve_edge_attrs: bool = False,
    preserve_node_attrs: bool = False,
    preserve_graph_attrs: bool = False,
    preserve_all_attrs: bool = False,
    name: str | None = None,  # noqa: ARG001 (networkx says for which function)
    graph_name: str | None = None,  # noqa: ARG001 (and for which of its arguments)
) -> ConvertedGraph:
    """Convert a networkx graph, with the attributes that are asked for.

    Parameters
    ----------
    graph : networkx graph
        Graph, DiGraph, MultiGraph or MultiDiGraph.
    edge_attrs, node_attrs : mapping, optional
        The attributes to keep, and what stands for each where it is missing.
    preserve_edge_attrs, preserve_node_attrs, preserve_graph_attrs, preserve_all_attrs : bool
        Whether to keep all attributes of edges, of nodes, of the graph, or of all three.
    name, graph_name : str, optional
        The function and its argument that the graph is for.

    Returns
    -------
    ConvertedGraph
        A snapshot: later changes of the graph do not reach it.
    """
    edges = read_graph(graph)
    every_edge_attribute = preserve_edge_attrs or preserve_all_attrs
    every_node_attribute = preserve_node_attrs or preserve_all_attrs
    return ConvertedGraph(
        nodes=edges.nodes,
        source=edges.source,
        target=edges.target,
        keys=edges.keys,
        directed=graph.is_directed(),
        multigraph=graph.is_multigraph(),
        edge_columns=_columns(edges, None if every_edge_attribute else edge_attrs or {}),
        knows_all_edge_attributes=every_edge_attribute,
        node_data=_node_data(graph, None if every_node_attribute else node_attrs or {}),
        graph_data=dict(graph.graph) if preserve_graph_attrs or preserve_all_attrs else {},
    )


def _columns(edges: GraphEdges[Any], wanted: Mapping[Any, Any] | None) -> dict[Any, Sequence[Any]]:
    """Give the wanted attributes of edges by name, or all where None are named."""
    if wanted is None:
        wanted = dict.fromkeys(chain.from_iterable(edges.data), MISSING)
    return {name: edges.attribute(name, missing) for name, missing in wanted.items()}


def _node_data(
    graph: nx.Graph[Any], wanted: Mapping[Any, Any] | None
) -> tuple[Mapping[Any, Any], ...]:
    """Give the wanted attributes of each node, or all where None are named."""
    rows = (data for _, data in graph.nodes(data=True))
    if wanted is None:
        return tuple(dict(data) for data in rows)
    if not wanted:
        return ()
    return tuple({name: row.get(name, other) for name, other in wanted.items()} for row in rows)


def convert_to_nx(result: object, *, name: str | None = None) -> object:  # noqa: ARG001 (as above)
    """Give a converted graph as a networkx graph of its kind, and any other result as it is.

    Parameters
    ----------
    result : object
        What a function of the backend was given, or returned.
    name : str, optional
        The function.

    Returns
    -------
    object
        With the nodes, edges and attributes that were converted.
    """
    if not isinstance(result, ConvertedGraph):
        return result
    graph = KINDS[result.directed, result.multigraph]()
    graph.graph.update(result.graph_data)
    graph.add_nodes_from(zip(result.nodes, result.node_data or repeat({}), strict=False))
    graph.add_edges_from(_rows(result))
    return graph


def _rows(graph: ConvertedGraph) -> Iterator[tuple[Any, ...]]:
    """Give each edge as networkx takes it: its ends, its key in a multigraph, its attributes."""
    ends = [[graph.nodes[i] for i in places.tolist()] for places in (graph.source, graph.target)]
    keys = [graph.keys] if graph.multigraph else []
    values = zip(*graph.edge_columns.values(), strict=True) if graph.edge_columns else repeat(())
    names = tuple(graph.edge_columns)
    for place, row in zip(zip(*ends, *keys, strict=True), values, strict=False):
        data = zip(names, row, strict=True)
        yield (*place, {name: value for name, value in data if value is not MISSING})
