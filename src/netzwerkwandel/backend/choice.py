"""Which calls this backend can answer as networkx would, and which it should."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from inspect import signature
from typing import Any

import networkx as nx

from netzwerkwandel.network.kernels.engines import may_use


FOR_SOME = ("nodes", "u", "v")
"""Arguments by which a call asks about some nodes only."""

UNDIRECTED = frozenset({"dispersion", "core_number"})
"""Functions for which networkx looks at the direction of edges, and this library does not."""

SMALL = {"dispersion": 100, "core_number": 1000}
"""Graphs of fewer edges are not worth a conversion; for other functions all are."""

PAIR = 100
"""How many edges are converted while networkx looks at two neighbours for structural holes."""


def can_run(name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> bool | str:
    """Say whether the backend answers a call as networkx would, or why not.

    What only a conversion can tell (a weight that is not positive; loops, where a call asks about
    some nodes only) is told then, by NotImplementedError.

    Parameters
    ----------
    name : str
        The function.
    args, kwargs : sequence, mapping
        Its arguments.

    Returns
    -------
    bool or str
        True, or the reason against.
    """
    given = _arguments(name, args, kwargs)
    graph, weight = given["G"], given.get("weight")
    if weight is not None and not isinstance(weight, str):
        return "the weight must be the name of an edge attribute"
    if graph.is_directed() and name in UNDIRECTED:
        return "the direction of edges counts for nothing here"
    if isinstance(graph, nx.Graph) and _asks_for_all(given) and _has_loops(graph):
        return "self-loops are part of what networkx sums up, and never of a tie here"
    return True


def should_run(name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> bool | str:
    """Say whether an answer is worth the conversion of the graph, or why not.

    Parameters
    ----------
    name : str
        The function.
    args, kwargs : sequence, mapping
        Its arguments.

    Returns
    -------
    bool or str
        True, or the reason against.
    """
    given = _arguments(name, args, kwargs)
    graph = given["G"]
    edges = graph.number_of_edges()
    if edges < SMALL.get(name, 0):
        return "the graph is small"
    if name == "core_number" and not may_use("numba"):
        return "long chains take many steps without the extra 'fast'"
    if not _asks_for_all(given) and edges > PAIR * _pairs(name, given):
        return "so few nodes cost less than the conversion of the whole graph"
    return True


def _pairs(name: str, given: Mapping[str, Any]) -> int:
    """Count the pairs of neighbours that networkx looks at for structural holes of some nodes."""
    graph, u, nodes = given["G"], given.get("u"), given.get("nodes")
    if name == "local_constraint":
        return int(graph.degree[u]) if u in graph else 0
    if not isinstance(nodes, Collection):
        return 0
    return sum(int(graph.degree[node]) ** 2 for node in nodes if node in graph)


def _arguments(name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> dict[str, Any]:
    return signature(getattr(nx, name)).bind(*args, **kwargs).arguments


def _asks_for_all(given: Mapping[str, Any]) -> bool:
    return all(given.get(argument) is None for argument in FOR_SOME)


def _has_loops(graph: nx.Graph[Any]) -> bool:
    return any(node in row for node, row in graph.adjacency())
