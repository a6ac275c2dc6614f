from __future__ import annotations

from collections.abc import Hashable

import numpy as np

from netzwerkwandel.backend.graph import ConvertedGraph
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.metrics import dispersion as dispersion_of
from netzwerkwandel.network import IntArray, Network


def dispersion(
    G: ConvertedGraph,  # noqa: N803 (networkx gives its arguments by name)
    u: Hashable | None = None,
    v: Hashable | None = None,
    normalized: bool = True,  # noqa: FBT001, FBT002 (networkx's signature)
    alpha: float = 1.0,
    b: float = 0.0,
    c: float = 0.0,
) -> float | dict[Hashable, float] | dict[Hashable, dict[Hashable, float]]:
    """Whose neighbours does a node know across all circles? See ``networkx.dispersion``.

    Parameters
    ----------
    G : ConvertedGraph
        The graph, undirected.
    u, v : node, optional
        The two ends of one tie; or one node, whichever it is, for all of its ties; by default all.
    normalized : bool
        Whether to divide by embeddedness: ``(dispersion + b) ** alpha / (embeddedness + c)``.
    alpha, b, c : float
        The parameters of the division.

    Returns
    -------
    float, dict of float by node, or dict of such dicts by node
        For one tie, for the ties of one node, or for all.

    Raises
    ------
    NotImplementedError
        If the two are not tied, or a parameter is negative: networkx is asked instead.
    KeyError
        If a node is not in the graph.
    """
    network = G.network(None)
    rows = _ties(G, network, u, v)
    try:
        found = dispersion_of(network, normalised=normalized, alpha=alpha, b=b, c=c, rows=rows)
    except InvalidArgumentError as error:
        raise NotImplementedError(str(error)) from error
    values = found.tolist() if normalized else found.astype(np.int64).tolist()
    if u is not None and v is not None:
        return float(values[0]) if normalized else int(values[0])
    ends = [G.nodes[i] for i in network.indices[rows].tolist()]
    if u is not None or v is not None:
        return dict(zip(ends, values, strict=True))
    return {
        node: dict(zip(ends[start:end], values[start:end], strict=True))
        for node, start, end in zip(
            G.nodes, network.indptr[:-1].tolist(), network.indptr[1:].tolist(), strict=True
        )
    }


def _ties(graph: ConvertedGraph, network: Network, u: Hashable, v: Hashable) -> IntArray:
    """The tie from u to v, the ties of the one that is given, or all."""
    if u is None and v is None:
        return np.arange(len(network.indices))
    place = graph.place[v if u is None else u]
    ties = np.arange(network.indptr[place], network.indptr[place + 1])
    if u is None or v is None:
        return ties
    ties = ties[np.flatnonzero(network.indices[ties] == graph.place[v])]
    if not len(ties):
        raise NotImplementedError("dispersion is a measure of ties, and the two are not tied")
    return ties
