"""The functions of networkx that the backend has, by networkx's names and with its arguments."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Protocol

import networkx as nx
import numpy as np

from netzwerkwandel.backend.graph import ConvertedGraph
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.metrics import constraint as constraint_of
from netzwerkwandel.metrics import core_number as core_number_of
from netzwerkwandel.metrics import dispersion as dispersion_of
from netzwerkwandel.metrics import effective_size as effective_size_of
from netzwerkwandel.network import FloatArray, IntArray, Network
from netzwerkwandel.network.kernels.formulas import dyadic_constraint
from netzwerkwandel.network.slot_dyads import Model


class _Measure(Protocol):
    def __call__(
        self, network: Network, *, model: Model, nodes: list[int] | None
    ) -> FloatArray: ...


def constraint(
    G: ConvertedGraph,  # noqa: N803 (networkx gives its arguments by name)
    nodes: Iterable[Hashable] | None = None,
    weight: str | None = None,
) -> dict[Hashable, float]:
    """How closed is the circle around each node? See ``networkx.constraint``.

    Parameters
    ----------
    G : ConvertedGraph
        The graph.
    nodes : iterable of nodes, optional
        The nodes asked about; by default all.
    weight : str, optional
        The edge attribute with the weight; by default every edge weighs the same.

    Returns
    -------
    dict of float by node
        nan for a node without neighbours.

    Raises
    ------
    NotImplementedError
        If the graph has loops, or a weight is not finite and positive: networkx is asked instead.
    KeyError
        If a node is not in the graph.

    Examples
    --------
    >>> import networkx as nx
    >>> nx.constraint(nx.path_graph(3), backend="netzwerkwandel")
    {0: 1.0, 1: 0.5, 2: 1.0}
    """
    return _by_node(constraint_of, G, nodes, weight)


def effective_size(
    G: ConvertedGraph,  # noqa: N803
    nodes: Iterable[Hashable] | None = None,
    weight: str | None = None,
) -> dict[Hashable, float]:
    """How many neighbours does each node have that do not repeat each other?

    See ``networkx.effective_size``: its values with ``nodes=list(G)``, whatever nodes are asked.

    Parameters
    ----------
    G, nodes, weight
        As for ``constraint``.

    Returns
    -------
    dict of float by node
        nan for a node without neighbours.

    Raises
    ------
    NotImplementedError, KeyError
        As for ``constraint``.

    Examples
    --------
    >>> import networkx as nx
    >>> nx.effective_size(nx.star_graph(3), nodes=[0], backend="netzwerkwandel")
    {0: 3.0}
    """
    return _by_node(effective_size_of, G, nodes, weight)


def _by_node(
    measure: _Measure,
    graph: ConvertedGraph,
    nodes: Iterable[Hashable] | None,
    weight: str | None,
) -> dict[Hashable, float]:
    network = graph.network(weight)
    asked = graph.nodes if nodes is None else list(nodes)
    places = None if nodes is None else [graph.place[node] for node in asked]
    # networkx knows the whole model only.
    values = measure(network, model="whole", nodes=places)
    return dict(zip(asked, values.tolist(), strict=True))


def local_constraint(
    G: ConvertedGraph,  # noqa: N803
    u: Hashable,
    v: Hashable,
    weight: str | None = None,
) -> float:
    """How much does one node constrain another? See ``networkx.local_constraint``.

    Parameters
    ----------
    G, weight
        As for ``constraint``.
    u, v : node
        The node that is constrained, and the other, which need not be its neighbour.

    Returns
    -------
    float
        0 where nothing leads from one to the other.

    Raises
    ------
    networkx.NetworkXError
        If ``u`` is not in the graph.
    NotImplementedError
        As for ``constraint``.

    Examples
    --------
    >>> import networkx as nx
    >>> nx.local_constraint(nx.path_graph(3), 1, 2, backend="netzwerkwandel")
    0.25
    """
    network = G.network(weight)
    if u not in G.place:
        raise nx.NetworkXError(f"The node {u} is not in the graph.")
    mine, own = _row(network, G.place[u])
    if v not in G.place or not len(mine):
        return 0.0
    theirs, others = _row(network, G.place[v])
    third, q, r = np.intersect1d(mine, theirs, assume_unique=True, return_indices=True)
    through = np.array([np.sum(own[q] * others[r] / network.strength_sums[third])])
    direct, strength = np.array([own[mine == G.place[v]].sum()]), np.array([own.sum()])
    return float(dyadic_constraint(direct, through, strength)[0])


def _row(network: Network, place: int) -> tuple[IntArray, FloatArray]:
    """The neighbours of a node, and the weights of its ties to them."""
    row = slice(network.indptr[place], network.indptr[place + 1])
    return network.indices[row], network.weights[row]


def dispersion(
    G: ConvertedGraph,  # noqa: N803
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

    Examples
    --------
    >>> import networkx as nx
    >>> nx.dispersion(nx.complete_graph(4), 0, 1, normalized=False, backend="netzwerkwandel")
    0
    """
    network = G.network(None)
    rows = G.ties(u, v)
    try:
        spread = dispersion_of(network, normalised=normalized, alpha=alpha, b=b, c=c, rows=rows)
    except InvalidArgumentError as error:
        raise NotImplementedError(str(error)) from error
    values = spread.tolist() if normalized else spread.astype(np.int64).tolist()
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


def core_number(G: ConvertedGraph) -> dict[Hashable, int]:  # noqa: N803
    """How deep does each node sit in the graph? See ``networkx.core_number``.

    Parameters
    ----------
    G : ConvertedGraph
        The graph, undirected.

    Returns
    -------
    dict of int by node
        The largest k for which the node is in a group where all have k neighbours.

    Raises
    ------
    NotImplementedError
        If the graph has loops: networkx is asked instead.

    Examples
    --------
    >>> import networkx as nx
    >>> nx.core_number(nx.complete_graph(3), backend="netzwerkwandel")
    {0: 2, 1: 2, 2: 2}
    """
    return dict(zip(G.nodes, core_number_of(G.network(None)).tolist(), strict=True))
