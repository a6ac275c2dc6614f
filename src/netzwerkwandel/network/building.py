"""A network built from what others give: lists of ties, graphs, matrices, data frames."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Any, Self, TypeVar

import attrs
import numpy.typing as npt

from netzwerkwandel.model import Key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network.attributes import WEIGHT, Attributes
from netzwerkwandel.network.conversions import Conversions
from netzwerkwandel.network.csr import Csr
from netzwerkwandel.network.data_frames import columns_of
from netzwerkwandel.network.edges import read_edges, read_matrix
from netzwerkwandel.network.graphs import read_graph, weighed
from netzwerkwandel.network.igraphs import read_igraph
from netzwerkwandel.network.names import Names


if TYPE_CHECKING:
    import networkx as nx


N = TypeVar("N", bound=Hashable)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class BuiltNetwork(Conversions):
    """What a ``Network`` can be built from, beside the records of a person."""

    @classmethod
    def _of(cls, names: Names, csr: Csr, attributes: Attributes | None = None) -> Self:
        said = Attributes() if attributes is None else attributes
        return cls(keys=names.keys, named_by_number=names.are_numbers, csr=csr, attributes=said)

    @classmethod
    def from_edges(
        cls,
        source: Sequence[Hashable] | npt.ArrayLike,
        target: Sequence[Hashable] | npt.ArrayLike,
        weight: npt.ArrayLike | None = None,
        *,
        keys: Sequence[Key] | None = None,
    ) -> Self:
        """Build a network from a list of ties.

        Parallel ties are summed and one-way ties made mutual: :math:`Z = A + A^T`.

        Parameters
        ----------
        source, target : sequences, shape (n_edges,)
            The ends of each tie: whole numbers from 0 to n - 1 (then ``keys`` may give their
            names), or keys. Where whole numbers without ``keys`` would leave most places empty
            (from 100,000 on, and ten times as many as there are ties), they are ids: then only who
            has a tie is there, and a number names a person wherever one is asked about.
        weight : FloatArray, shape (n_edges,), optional
            Finite and positive, in any unit; by default 1.
        keys : sequence of str, optional
            All people, isolated ones too, each by a key of her own.

        Returns
        -------
        Network
            Without owner and without measured columns.

        Raises
        ------
        InvalidNetworkError
            If a tie leads to oneself, a weight is not finite and positive, or a key is unknown; or
            if somebody is not named, by a missing value or an empty text, with the row.

        Notes
        -----
        Minutes and hours give the same answers: measures read no more of weights than how they
        compare, and what saturates in strength, as ``Ties.bandwidth`` does, is half of its most at
        the median weight. (In a network built from records strength has a unit, days of contact,
        and ``TieStrength.half_bandwidth`` is that strength.)

        The entries of a symmetric matrix name each tie twice, which would be summed: read them by
        ``from_csr``.

        Examples
        --------
        >>> from netzwerkwandel.network import Network
        >>> Network.from_edges(["ada", "ada"], ["ben", "eva"], [2.0, 1.0])
        Network(3 people, 2 ties)
        """
        return cls._of(*read_edges(source, target, weight, keys))

    @classmethod
    def from_networkx(
        cls,
        graph: nx.Graph[N],
        weight: str | Callable[[N, N, Any], float | None] | None = WEIGHT,
    ) -> Self:
        """Build a network from a networkx graph of any kind.

        Parameters
        ----------
        graph : networkx graph
            Graph, DiGraph, MultiGraph or MultiDiGraph. A node's key is its text; a whole number
            stays its name wherever a person is asked about.
        weight : str, callable or None
            The edge attribute with the weight, 1 where it is missing; or a function of two nodes
            and the attributes of their edge (of a multigraph's parallel edges, by their keys), as
            in networkx: None leaves the edge out. Without either every tie counts as 1.

        Returns
        -------
        Network
            With parallel ties summed and one-way ties made mutual. What the graph says of nodes and
            edges beside ``weight`` is kept, and given back by ``to_networkx``: of several edges
            between two people, what the first says.

        Raises
        ------
        InvalidNetworkError
            As ``from_edges``; or if two nodes have one text.
        InvalidArgumentError
            If ``weight`` is neither a text nor a function.

        Examples
        --------
        >>> from netzwerkwandel.network import Network
        >>> import networkx as nx
        >>> graph = nx.Graph([(1, 2, {"mails": 3, "calls": 2}), (2, 3, {"mails": 1, "calls": 0})])
        >>> network = Network.from_networkx(graph, lambda u, v, data: sum(data.values()))
        >>> network.keys, network.ties_of(3).strength
        (('1', '2', '3'), array([1.]))
        """
        edges, weights = read_graph(graph), None
        source, target = edges.source, edges.target
        if callable(weight):
            source, target, weights = weighed(graph, edges, weight)
        elif weight is not None:
            weights = edges.attribute(check_kind("weight", weight, str), 1.0)
        names, csr = read_edges(source, target, weights, edges.names)
        return cls._of(names, csr, Attributes.of_graph(graph, edges))

    @classmethod
    def from_igraph(cls, graph: object, weight: str | None = WEIGHT) -> Self:
        """Build a network from a graph of igraph, directed or not.

        Parameters
        ----------
        graph : igraph.Graph
            A vertex is called by its attribute ``name``, or else by its number.
        weight : str or None
            The edge attribute with the weight; where there is none, every tie counts as 1.

        Returns
        -------
        Network
            With parallel ties summed and one-way ties made mutual. What the graph says of vertices
            and edges beside names and weights is kept, as by ``from_networkx``.

        Raises
        ------
        InvalidNetworkError
            As ``from_edges``; or if it is no graph of igraph.
        InvalidArgumentError
            If edges have no attribute of another name than ``weight``.

        Examples
        --------
        >>> from netzwerkwandel.network import Network
        >>> import igraph
        >>> ring = igraph.Graph.Ring(4)
        >>> ring.vs["name"] = ["ada", "ben", "cem", "dan"]
        >>> Network.from_igraph(ring).keys
        ('ada', 'ben', 'cem', 'dan')
        """
        edges = read_igraph(graph, weight)
        source, target = edges.columns
        names, csr = read_edges(source, target, edges.weights, edges.names)
        return cls._of(names, csr, edges.attributes)

    @classmethod
    def from_csr(cls, matrix: object, *, keys: Sequence[Key] | None = None) -> Self:
        """Build a network from a sparse matrix in compressed rows, such as those of scipy.

        Parameters
        ----------
        matrix : Csr or object with ``indptr``, ``indices`` and ``data``
            A square matrix. A symmetric one is an undirected network, and taken as it is; another
            is a directed one, and made mutual: :math:`Z = A + A^T`.
        keys : sequence of str, optional
            The people, in the order of the rows; by default the numbers of the rows.

        Returns
        -------
        Network
            Without owner and without measured columns.

        Raises
        ------
        InvalidNetworkError
            If it is no such matrix, a tie leads to oneself, a weight is not finite and positive, or
            there are not as many keys as rows.

        Examples
        --------
        >>> from netzwerkwandel.network import Network
        >>> path = Network.from_edges(["ada", "ben"], ["ben", "eva"], [2.0, 1.0])
        >>> Network.from_csr(path.to_csr(), keys=path.keys)
        Network(3 people, 2 ties)
        """
        return cls._of(*read_matrix(matrix, keys))

    @classmethod
    def from_frame(
        cls,
        frame: object,
        source: str = "source",
        target: str = "target",
        weight: str | None = None,
        *,
        keys: Sequence[Key] | None = None,
    ) -> Self:
        """Build a network from a data frame with a row for each tie.

        Needs the extra ``frames``. All rows come into this process; ``netzwerkwandel.frames`` is
        for what does not fit there.

        Parameters
        ----------
        frame : data frame
            Of pandas, Polars, Arrow, DuckDB, PySpark or Dask.
        source, target : str
            The columns with the ends of each tie, as for ``from_edges``.
        weight : str, optional
            The column with finite and positive numbers; by default 1.
        keys : sequence of str, optional
            All people, isolated ones too, such as the column of a table of people; by default only
            those who have a tie, since a table of ties names nobody else.

        Returns
        -------
        Network
            Without owner and without measured columns.

        Raises
        ------
        InvalidArgumentError
            If it is no data frame, or has no such column.
        InvalidNetworkError
            As ``from_edges``.
        MissingExtraError
            If narwhals is not installed.

        Examples
        --------
        >>> from netzwerkwandel.network import Network
        >>> import polars as pl
        >>> ties = pl.DataFrame({"source": ["ada", "ada"], "target": ["ben", "eva"]})
        >>> Network.from_frame(ties)
        Network(3 people, 2 ties)
        >>> Network.from_frame(ties, keys=["ada", "ben", "eva", "gus"])
        Network(4 people, 2 ties)
        """
        names = {"source": source, "target": target} | (
            {} if weight is None else {"weight": weight}
        )
        a, b, *weights = columns_of(frame, names)
        return cls.from_edges(a, b, *weights, keys=keys)
