"""From networkx graphs and back."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from contextlib import suppress
from itertools import chain, compress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError, InvalidNetworkError, shown
from netzwerkwandel.model import Key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network.arrays import IntArray
from netzwerkwandel.network.csr import Csr
from netzwerkwandel.network.names import is_missing, is_whole


if TYPE_CHECKING:
    import networkx as nx


N = TypeVar("N", bound=Hashable)


@attrs.frozen(eq=False, repr=False)
class GraphEdges(Generic[N]):
    """The edges of a networkx graph, each once: where they lead, and what is said of them.

    Parameters
    ----------
    nodes : tuple
        The nodes, in the graph's order.
    source, target : IntArray, shape (n_edges,)
        The ends of each edge, as places in ``nodes``. An edge of an undirected graph leads from
        the node that comes first.
    keys : tuple
        The key of each edge of a multigraph; empty otherwise.
    data : sequence of mappings, shape (n_edges,)
        The attributes of each edge, as the graph itself holds them.
    """

    nodes: tuple[N, ...]
    source: IntArray
    target: IntArray
    keys: tuple[Hashable, ...]
    data: tuple[Mapping[str, Any], ...]

    def attribute(self, name: str, missing: object) -> list[Any]:
        """Return one attribute of every edge, or what stands for it where it is missing."""
        return [data.get(name, missing) for data in self.data]

    @property
    def names(self) -> list[Hashable]:
        """What the nodes are called: whole numbers and texts as they are, others by their text."""
        kept = (is_whole(node) or is_missing(node) for node in self.nodes)
        return [node if keep else str(node) for node, keep in zip(self.nodes, kept, strict=True)]


def read_graph(graph: nx.Graph[N]) -> GraphEdges[N]:
    """Read the edges of a networkx graph of any kind, in the order of its nodes.

    Whole rows are read at once: an edge costs no step of its own in Python.

    Raises
    ------
    InvalidNetworkError
        If it is no graph of networkx.
    """
    if not all(hasattr(graph, name) for name in ("adjacency", "is_directed", "is_multigraph")):
        raise InvalidNetworkError(f"graph must be a graph of networkx, got {shown(graph)}")
    # In an undirected graph every edge stands in the rows of both its ends; it is taken where it
    # leads on from the node that comes first, and a loop, which stands once, where it is.
    nodes = tuple(graph)
    # A subclass may list a node's neighbours as a set, without the edges that lead there.
    rows: list[Mapping[N, Any]]
    rows = [row if hasattr(row, "values") else graph[node] for node, row in graph.adjacency()]
    source = np.repeat(np.arange(len(nodes)), _lengths(rows))
    target = _places(nodes, rows)
    data: list[Mapping[Any, Any]] = list(chain.from_iterable(row.values() for row in rows))
    once = source <= target if not graph.is_directed() else np.ones(len(source), dtype=bool)
    source, target, data = source[once], target[once], list(compress(data, once.tolist()))
    if not graph.is_multigraph():
        return GraphEdges(nodes, source, target, (), tuple(data))
    parallel = _lengths(data)
    return GraphEdges(
        nodes,
        np.repeat(source, parallel),
        np.repeat(target, parallel),
        tuple(chain.from_iterable(data)),
        tuple(chain.from_iterable(bundle.values() for bundle in data)),
    )


def weighed(
    graph: nx.Graph[N], edges: GraphEdges[N], weight: Callable[[N, N, Any], float | None]
) -> tuple[IntArray, IntArray, list[float]]:
    """Ask a function for the weight of each edge, as networkx does; None leaves the edge out.

    It is asked once about all parallel edges of a multigraph, whose attributes it finds by key.
    """
    ends = dict.fromkeys(zip(edges.source.tolist(), edges.target.tolist(), strict=True))
    nodes, found = edges.nodes, []
    for a, b in ends:
        worth = weight(nodes[a], nodes[b], graph[nodes[a]][nodes[b]])
        if worth is not None:
            found.append((a, b, worth))
    source, target, weights = zip(*found, strict=True) if found else ((), (), ())
    return np.array(source, np.int64), np.array(target, np.int64), list(weights)


def _places(nodes: tuple[Hashable, ...], rows: list[Mapping[Any, Any]]) -> IntArray:
    """The places of all neighbours; whole numbers from 0 on are places already."""
    if nodes == tuple(range(len(nodes))):
        with suppress(TypeError):  # a node that equals a number and is none, such as 1 + 0j
            return np.fromiter(chain.from_iterable(rows), np.int64)
    place = {node: i for i, node in enumerate(nodes)}
    return np.fromiter(map(place.__getitem__, chain.from_iterable(rows)), np.int64)


def _lengths(rows: list[Mapping[Any, Any]]) -> IntArray:
    return np.fromiter(map(len, rows), np.int64, len(rows))


def as_graph(keys: Sequence[Key], csr: Csr) -> nx.Graph[Key]:
    """Give ties as a networkx graph; see ``Network.to_networkx``."""
    import networkx as nx

    check_kind("names", keys, list if isinstance(keys, list) else tuple)
    if len(keys) != csr.n_contacts or len(set(keys)) != csr.n_contacts:
        raise InvalidArgumentError(
            f"names must be {csr.n_contacts:,} texts, one for each contact and each once, got "
            f"{len(keys):,}"
        )

    graph: nx.Graph[Key] = nx.Graph()
    graph.add_nodes_from(keys)
    once, name = csr.sources < csr.indices, keys.__getitem__
    graph.add_weighted_edges_from(
        zip(
            map(name, csr.sources[once].tolist()),
            map(name, csr.indices[once].tolist()),
            csr.weights[once].tolist(),
            strict=True,
        )
    )
    return graph
