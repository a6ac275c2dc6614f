from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from typing import Any

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidNetworkError
from netzwerkwandel.network import IntArray, Network


MISSING = object()
"""Stands in a column for an attribute that an edge does not have."""


@attrs.frozen(eq=False, repr=False, slots=False, kw_only=True)
class ConvertedGraph:
    """A networkx graph as arrays, with the attributes that were asked for; it never changes.

    Parameters
    ----------
    nodes : tuple
        The nodes, in the graph's order.
    source, target : IntArray, shape (n_edges,)
        The ends of each edge, as places in ``nodes``.
    keys : tuple
        The key of each edge of a multigraph; empty otherwise.
    directed, multigraph : bool
        Of which kind the graph is.
    edge_columns : mapping
        The attributes of edges by name, each with one value for each edge.
    knows_all_edge_attributes : bool
        Whether an attribute that has no column is missing from every edge of the graph.
    node_data : tuple of mappings
        The attributes of each node; empty where none were asked for.
    graph_data : mapping
        The attributes of the graph.
    """

    __networkx_backend__ = "netzwerkwandel"

    nodes: tuple[Hashable, ...]
    source: IntArray
    target: IntArray
    keys: tuple[Hashable, ...]
    directed: bool
    multigraph: bool
    edge_columns: Mapping[Any, Sequence[Any]]
    knows_all_edge_attributes: bool
    node_data: tuple[Mapping[Any, Any], ...]
    graph_data: Mapping[Any, Any]
    _networks: dict[str | None, Network] = attrs.field(factory=dict, init=False)

    def __repr__(self) -> str:
        return f"ConvertedGraph({len(self.nodes):,} nodes, {len(self.source):,} edges)"

    def is_directed(self) -> bool:
        """Whether edges lead one way."""
        return self.directed

    def is_multigraph(self) -> bool:
        """Whether two nodes may be joined by several edges."""
        return self.multigraph

    @cached_property
    def place(self) -> dict[Hashable, int]:
        """Where each node stands in ``nodes``."""
        return {node: i for i, node in enumerate(self.nodes)}

    def network(self, weight: str | None) -> Network:
        """Return the graph as a network, made once for each weight.

        Raises
        ------
        NotImplementedError
            If it is none: an edge leads from a node to itself, or a weight is no finite, positive
            number, or was not asked for when the graph was converted. networkx is asked instead.
        """
        if weight not in self._networks:
            self._networks[weight] = self._network(weight)
        return self._networks[weight]

    def _network(self, weight: str | None) -> Network:
        weights = None if weight is None else self._weights(weight)
        # A node may be anything that can be hashed, a key is a text; places stand for the nodes.
        names = [str(i) for i in range(len(self.nodes))]
        try:
            return Network.from_edges(self.source, self.target, weights, keys=names)
        except InvalidNetworkError as error:
            raise NotImplementedError(str(error)) from error

    def _weights(self, weight: str) -> list[Any] | None:
        column = self.edge_columns.get(weight)
        if column is not None:
            return [1.0 if value is MISSING else value for value in column]
        if self.knows_all_edge_attributes:
            return None
        raise NotImplementedError(f"the graph was converted without the edge attribute {weight!r}")

    def ties(self, u: Hashable, v: Hashable) -> IntArray:
        """Return which directed ties lead from u to v, those of the one that is given, or all.

        Raises
        ------
        NotImplementedError
            If the two are not tied.
        KeyError
            If a node is not in the graph.
        """
        network = self.network(None)
        if u is None and v is None:
            return np.arange(len(network.indices))
        place = self.place[v if u is None else u]
        ties = np.arange(network.indptr[place], network.indptr[place + 1])
        if u is None or v is None:
            return ties
        between: IntArray = ties[network.indices[ties] == self.place[v]]
        if not len(between):
            raise NotImplementedError("dispersion is a measure of ties, and the two are not tied")
        return between

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """List the edges as networkx takes them: two ends, a multigraph's key, the attributes."""
        ends = [[self.nodes[i] for i in places.tolist()] for places in (self.source, self.target)]
        keys = [self.keys] if self.multigraph else []
        names, columns = tuple(self.edge_columns), self.edge_columns.values()
        # Without a column there are no values to stop at: the edges say how many rows there are.
        values = zip(*columns, strict=True) if columns else repeat(())
        for place, row in zip(zip(*ends, *keys, strict=True), values, strict=False):
            data = zip(names, row, strict=True)
            yield (*place, {name: value for name, value in data if value is not MISSING})
