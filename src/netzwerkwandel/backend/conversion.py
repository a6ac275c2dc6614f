from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, repeat
from typing import Any

import networkx as nx

from netzwerkwandel.backend.graph import MISSING, ConvertedGraph
from netzwerkwandel.network.graphs import read_graph


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
    wanted = edge_attrs or {}
    if every_edge_attribute:
        wanted = dict.fromkeys(chain.from_iterable(edges.data), MISSING)
    # Of the attributes of nodes there is one mapping for each node, or none at all.
    node_data = [data for _, data in graph.nodes(data=True)]
    if not (preserve_node_attrs or preserve_all_attrs):
        kept = (node_attrs or {}).items()
        named = ({name: data.get(name, other) for name, other in kept} for data in node_data)
        node_data = list(named) if kept else []
    return ConvertedGraph(
        nodes=edges.nodes,
        source=edges.source,
        target=edges.target,
        keys=edges.keys,
        directed=graph.is_directed(),
        multigraph=graph.is_multigraph(),
        edge_columns={name: edges.attribute(name, other) for name, other in wanted.items()},
        knows_all_edge_attributes=every_edge_attribute,
        node_data=tuple(dict(data) for data in node_data),
        graph_data=dict(graph.graph) if preserve_graph_attrs or preserve_all_attrs else {},
    )


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
    graph.add_edges_from(result.rows())
    return graph
