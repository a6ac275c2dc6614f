from __future__ import annotations

from collections.abc import Hashable

from netzwerkwandel.backend.graph import ConvertedGraph
from netzwerkwandel.metrics import core_number as core_number_of


def core_number(G: ConvertedGraph) -> dict[Hashable, int]:  # noqa: N803 (networkx names it)
    """How deep does each node sit in the graph? See ``networkx.core_number``.

    Parameters
    ----------
    G : ConvertedGraph
        The graph, undirected.

    Returns
    -------
    dict of int by node
        The largest k for which the node is in a group where all have k neighbours.
    """
    return dict(zip(G.nodes, core_number_of(G.network(None)).tolist(), strict=True))
