"""Which calls this backend can answer as networkx would, and which it should."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from inspect import signature
from typing import Any

import attrs
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


@attrs.frozen(eq=False)
class NetworkxCall:
    """A call of a function of networkx, its arguments by name.

    Parameters
    ----------
    name : str
        The function.
    given : mapping
        Its arguments.
    """

    name: str
    given: Mapping[str, Any]

    @classmethod
    def of(cls, name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> NetworkxCall:
        """Bind arguments as the function of networkx would."""
        return cls(name, signature(getattr(nx, name)).bind(*args, **kwargs).arguments)

    @property
    def graph(self) -> Any:
        """The graph that the function is asked about: of networkx, or converted already."""
        return self.given["G"]

    @property
    def asks_for_all(self) -> bool:
        """Whether the call asks about all nodes."""
        return all(self.given.get(argument) is None for argument in FOR_SOME)

    def has_loops(self) -> bool:
        """Whether an edge of the graph joins a node to itself."""
        return any(node in row for node, row in self.graph.adjacency())

    def pairs(self) -> int:
        """Count the pairs of neighbours that networkx looks at for structural holes of some nodes.

        Nodes that can be gone through only once cannot be counted beforehand: they are none.
        """
        degree, u, nodes = self.graph.degree, self.given.get("u"), self.given.get("nodes")
        if self.name == "local_constraint":
            return int(degree[u]) if u in self.graph else 0
        if not isinstance(nodes, Collection):
            return 0
        return sum(int(degree[node]) ** 2 for node in nodes if node in self.graph)


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
    call = NetworkxCall.of(name, args, kwargs)
    graph, weight = call.graph, call.given.get("weight")
    if weight is not None and not isinstance(weight, str):
        return "the weight must be the name of an edge attribute"
    if graph.is_directed() and name in UNDIRECTED:
        return "the direction of edges counts for nothing here"
    # A graph that is converted already has no loops, or the conversion would have told.
    if isinstance(graph, nx.Graph) and call.asks_for_all and call.has_loops():
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
    call = NetworkxCall.of(name, args, kwargs)
    edges = call.graph.number_of_edges()
    if edges < SMALL.get(name, 0):
        return "the graph is small"
    if name == "core_number" and not may_use("numba"):
        return "long chains take many steps without the extra 'fast'"
    if not call.asks_for_all and edges > PAIR * call.pairs():
        return "so few nodes cost less than the conversion of the whole graph"
    return True
