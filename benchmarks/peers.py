"""Who is measured: this library, and other packages, each as fast as we know how to call it.

``build`` puts the ties into a package's own structure and is not measured; ``run`` is.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from graphs import Edges, IntArray
from netzwerkwandel.metrics import constraint, structural_holes
from netzwerkwandel.network import Network
from netzwerkwandel.network.kernels.engines import use_kernel


FloatArray = npt.NDArray[np.float64]


@attrs.frozen
class Peer:
    """One way to compute constraint or, where ``constraint`` is None, something near it.

    ``constraint`` takes each person's constraint out of what ``run`` returned.
    """

    package: str
    measure: str
    needs: str
    build: Callable[[Edges], Any]
    run: Callable[[Any], Any]
    constraint: Callable[[Any], FloatArray] | None = None

    @property
    def name(self) -> str:
        return f"{self.package}: {self.measure}"

    @property
    def installed(self) -> bool:
        return find_spec(self.needs) is not None


def _network(edges: Edges) -> Network:
    keys = [str(person) for person in range(edges.people)]
    return Network.from_edges(edges.source, edges.target, keys=keys)


def _with_kernel(kernel: str, metric: Callable[[Network], Any]) -> Callable[[Network], Any]:
    def run(network: Network) -> Any:
        with use_kernel(kernel):
            return metric(network)

    return run


def _pairs(edges: Edges) -> IntArray:
    return np.c_[edges.source, edges.target]


def _igraph(edges: Edges) -> Any:
    import igraph

    return igraph.Graph(n=edges.people, edges=_pairs(edges))


def _graphblas(edges: Edges) -> Any:
    import graphblas

    ends = np.r_[edges.source, edges.target], np.r_[edges.target, edges.source]
    size = edges.people
    return graphblas.Matrix.from_coo(*ends, 1.0, nrows=size, ncols=size).wait()


def _graphblas_constraint(ties: Any) -> Any:
    """Sum each row of (P + P P where tied)^2, as the formula says it."""
    from graphblas import Matrix, monoid, semiring, unary

    inverse = ties.reduce_rowwise(monoid.plus).new().apply(unary.minv).new()
    shares = inverse.diag().mxm(ties, semiring.plus_times).new()
    through = Matrix(float, ties.nrows, ties.ncols)
    through(ties.S) << shares.mxm(shares, semiring.plus_times)
    return _squares(shares, through).wait()


def _graphblas_constraint_of_half(ties: Any) -> Any:
    """The same by P P = S (Z S Z), S = diag(1 / strength): Z S Z is symmetric, half is enough."""
    from graphblas import Matrix, binary, monoid, select, semiring, unary

    inverse = ties.reduce_rowwise(monoid.plus).new().apply(unary.minv).new()
    scaled = ties.mxm(inverse.diag(), semiring.plus_times).new()
    half = Matrix(float, ties.nrows, ties.ncols)
    half(select.tril(ties, -1).new().S) << scaled.mxm(ties.T, semiring.plus_times)
    sums = _squares(ties, half.ewise_add(half.T, monoid.plus).new())
    squared = inverse.ewise_mult(inverse, binary.times).new()
    return sums.ewise_mult(squared, binary.times).new().wait()


def _squares(direct: Any, through: Any) -> Any:
    from graphblas import binary, monoid

    whole = direct.ewise_add(through, monoid.plus).new()
    return whole.ewise_mult(whole, binary.times).new().reduce_rowwise(monoid.plus).new()


def _dense_vector(vector: Any) -> FloatArray:
    values: FloatArray = vector.to_dense(fill_value=np.nan)
    return values


def _networkit(edges: Edges) -> Any:
    import networkit

    ends = edges.source.astype(np.uint64), edges.target.astype(np.uint64)
    graph = networkit.GraphFromCoo(ends, n=edges.people)
    graph.indexEdges()
    return graph


def _networkit_triangles(graph: Any) -> Any:
    import networkit

    return networkit.sparsification.TriangleEdgeScore(graph).run()


def _easygraph(edges: Edges) -> Any:
    """Build the C++ graph; the people go with it, else the values come in an order of its own."""
    import easygraph

    people = list(range(edges.people))
    graph = easygraph.GraphC()
    graph.add_nodes(people)
    graph.add_edges([tuple(pair) for pair in _pairs(edges).tolist()])
    return graph, people


def _easygraph_constraint(graph_and_people: Any) -> Any:
    import easygraph

    graph, people = graph_and_people
    return easygraph.constraint(graph, nodes=people)


def _networkx(edges: Edges) -> Any:
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(range(edges.people))
    graph.add_edges_from(_pairs(edges).tolist())
    return graph


def _networkx_constraint(graph: Any) -> dict[int, float]:
    import networkx as nx

    values: dict[int, float] = nx.constraint(graph, backend="networkx")
    return values


def _shares(edges: Edges) -> FloatArray:
    """P as a dense matrix."""
    ties = np.zeros((edges.people, edges.people))
    ties[edges.source, edges.target] = ties[edges.target, edges.source] = 1.0
    return ties / np.maximum(ties.sum(axis=1, keepdims=True), 1.0)


OURS = "netzwerkwandel"
PEERS = {
    "fast": Peer(
        f"{OURS}, `fast`",
        "all of `structural_holes`",
        "numba",
        _network,
        _with_kernel("numba", structural_holes),
        lambda result: result.constraint,
    ),
    "fast-constraint": Peer(
        f"{OURS}, `fast`",
        "constraint",
        "numba",
        _network,
        _with_kernel("numba", constraint),
        np.asarray,
    ),
    "numpy": Peer(
        f"{OURS}, numpy only",
        "constraint",
        "numpy",
        _network,
        _with_kernel("numpy", constraint),
        np.asarray,
    ),
    "networkit": Peer(
        "NetworKit", "triangles of each tie alone", "networkit", _networkit, _networkit_triangles
    ),
    "igraph": Peer(
        "igraph",
        "constraint",
        "igraph",
        _igraph,
        lambda graph: graph.constraint(),
        np.asarray,
    ),
    "graphblas": Peer(
        "GraphBLAS",
        "constraint",
        "graphblas",
        _graphblas,
        _graphblas_constraint,
        _dense_vector,
    ),
    "graphblas-half": Peer(
        "GraphBLAS",
        "constraint, half of it by symmetry",
        "graphblas",
        _graphblas,
        _graphblas_constraint_of_half,
        _dense_vector,
    ),
    "easygraph": Peer(
        "EasyGraph, C++",
        "constraint",
        "easygraph",
        _easygraph,
        _easygraph_constraint,
        np.asarray,
    ),
    "networkx": Peer(
        "networkx with scipy",
        "constraint",
        "networkx",
        _networkx,
        _networkx_constraint,
        lambda values: np.array(list(values.values())),
    ),
    "dense": Peer("dense numpy", "`P @ P` alone", "numpy", _shares, lambda p: p @ p),
}
