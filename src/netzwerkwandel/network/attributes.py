"""What a graph says of people and of ties beyond the weight: kept, and given back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from netzwerkwandel.network.graphs import GraphEdges


if TYPE_CHECKING:
    import networkx as nx


N = TypeVar("N", bound=Hashable)

WEIGHT = "weight"
"""What the weight of a tie is called in a graph; it is no attribute beside it."""

OF_A_CONTACT = ("name", "position", "organisation")
"""What the contacts of records are said to be."""


@attrs.frozen(eq=False, repr=False)
class Attributes:
    """What is said of people and ties, by the name of each attribute; what is not said is missing.

    Parameters
    ----------
    people : mapping of str to mapping of int to object
        By the place of each person.
    ties : mapping of str to mapping of pairs of int to object
        By the places of the two, the lower one first.
    """

    people: Mapping[str, Mapping[int, object]] = attrs.field(factory=dict)
    ties: Mapping[str, Mapping[tuple[int, int], object]] = attrs.field(factory=dict)

    @classmethod
    def of_graph(cls, graph: nx.Graph[N], edges: GraphEdges[N]) -> Attributes:
        """Take what a graph says; of several edges between two people, what the first says."""
        people: defaultdict[str, dict[int, object]] = defaultdict(dict)
        for place, node in enumerate(edges.nodes):
            for name, value in graph.nodes[node].items():
                people[name][place] = value
        ties: defaultdict[str, dict[tuple[int, int], object]] = defaultdict(dict)
        # Most graphs say nothing but the weight, and are not gone through edge by edge for it.
        if set(chain.from_iterable(edges.data)) - {WEIGHT}:
            ends = zip(edges.source.tolist(), edges.target.tolist(), edges.data, strict=True)
            for a, b, said in ends:
                for name, value in said.items():
                    if name != WEIGHT:
                        ties[name].setdefault((min(a, b), max(a, b)), value)
        return cls(dict(people), dict(ties))

    def of_people_alone(self) -> Attributes:
        """The same of people, and nothing of ties: where the ties are other ones."""
        return attrs.evolve(self, ties={})

    def set_on(self, graph: nx.Graph[N], nodes: Iterable[N]) -> None:
        """Say of the nodes of a graph, which stand for the people in this order, what is known."""
        order: list[Any] = list(nodes)
        for name, values in self.people.items():
            for place, value in values.items():
                graph.nodes[order[place]][name] = value
        for name, by_pair in self.ties.items():
            for (a, b), value in by_pair.items():
                # An edge that a function of its weight left out is no tie.
                if graph.has_edge(order[a], order[b]):
                    graph.edges[order[a], order[b]][name] = value
