"""From graphs of igraph and back."""

from __future__ import annotations

import importlib
from collections.abc import Hashable, Sequence
from typing import Any

import attrs
import numpy as np

from netzwerkwandel.errors import (
    InvalidArgumentError,
    InvalidNetworkError,
    shown,
    shown_choice,
    shown_names,
)
from netzwerkwandel.model import Key
from netzwerkwandel.model.data_frames import NoPackageError
from netzwerkwandel.network.arrays import IntArray
from netzwerkwandel.network.attributes import WEIGHT, Attributes
from netzwerkwandel.network.csr import Csr


NAME = "name"
"""What igraph calls the attribute that names a vertex."""


@attrs.frozen(eq=False)
class IgraphEdges:
    """The edges of a graph of igraph, who their ends are, and what it says beside.

    Parameters
    ----------
    names : sequence
        What the vertices are called, in the graph's order: their names, or else their numbers.
    ends : sequence of pairs of int
        The ends of each edge, as places in ``names``.
    weights : sequence of float or None
        The weight of each.
    attributes : Attributes
        What is said of vertices and edges beside their names and weights.
    """

    names: list[Hashable]
    ends: list[tuple[int, int]]
    weights: list[float] | None
    attributes: Attributes

    @property
    def columns(self) -> IntArray:
        """Who is at the one end of each edge, and at the other, shape (2, n_edges)."""
        return np.array(self.ends, dtype=np.int64).reshape(-1, 2).T


def read_igraph(graph: object, weight: str | None) -> IgraphEdges:
    """Read a graph of igraph, directed or not.

    Raises
    ------
    InvalidNetworkError
        If it is none.
    InvalidArgumentError
        If its edges have no such attribute.
    """
    given: Any = graph
    if not all(hasattr(given, name) for name in ("get_edgelist", "vs", "es")):
        raise InvalidNetworkError(f"graph must be a graph of igraph, got {shown(graph)}")
    ends, said = given.get_edgelist(), given.es.attributes()
    if weight is not None and weight != WEIGHT and weight not in said:
        raise InvalidArgumentError(
            f"weight must be an attribute of the edges, of {shown_names(*said)}; got "
            f"{shown_choice(weight)}"
        )
    places = given.vs.attributes()
    names = given.vs[NAME] if NAME in places else range(given.vcount())
    people = {
        name: {i: value for i, value in enumerate(given.vs[name]) if value is not None}
        for name in places
        if name != NAME
    }
    ties: dict[str, dict[tuple[int, int], object]] = {}
    for name in said:
        if name != WEIGHT:
            ties[name] = {}
            for (a, b), value in zip(ends, given.es[name], strict=True):
                if value is not None:
                    ties[name].setdefault((min(a, b), max(a, b)), value)
    weights = given.es[weight] if weight in said else None
    return IgraphEdges(list(names), ends, weights, Attributes(people, ties))


def as_igraph(keys: Sequence[Key], csr: Csr, attributes: Attributes) -> object:
    """Give ties as a graph of igraph; see ``Network.to_igraph``."""
    try:
        igraph: Any = importlib.import_module("igraph")
    except ImportError:
        raise NoPackageError("igraph", "a graph of igraph") from None
    once = csr.sources < csr.indices
    ends = np.stack([csr.sources[once], csr.indices[once]], axis=1)
    graph: Any = igraph.Graph(n=len(keys), edges=ends.tolist())
    graph.vs[NAME] = list(keys)
    graph.es[WEIGHT] = csr.weights[once].tolist()
    for name, values in attributes.people.items():
        graph.vs[name] = [values.get(i) for i in range(len(keys))]
    for name, by_pair in attributes.ties.items():
        graph.es[name] = [by_pair.get((a, b)) for a, b in ends.tolist()]
    return graph
