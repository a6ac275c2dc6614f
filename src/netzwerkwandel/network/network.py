"""Who is tied to whom, and how strongly, as of one moment: built from anything, and given back."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidArgumentError, InvalidNetworkError, shown, shown_choice
from netzwerkwandel.model import Key
from netzwerkwandel.model.arguments import check_aware, check_kind
from netzwerkwandel.model.data_frames import Library, data_frame
from netzwerkwandel.network.conversions import Conversions
from netzwerkwandel.network.data_frames import columns_of
from netzwerkwandel.network.edges import read_edges, read_matrix
from netzwerkwandel.network.fields import FieldMatcher
from netzwerkwandel.network.graphs import read_graph, weighed
from netzwerkwandel.network.layout import Layout, as_layout
from netzwerkwandel.network.strength import TieStrength
from netzwerkwandel.network.ties import TieColumns
from netzwerkwandel.records import Records


if TYPE_CHECKING:
    import networkx as nx


N = TypeVar("N", bound=Hashable)

TOLD = (
    "weight strength closeness trust reciprocity contact_days silence is_dormant redundancy "
    "constraint embeddedness overlap reach novelty"
).split()
"""The columns of a frame of ties, unless others are asked for."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Network(Conversions):
    """Who is tied to whom, and how strongly, as of one moment?

    A frozen snapshot: arrays inside, names at the edge. Built by ``from_records``, ``from_edges``,
    ``from_networkx`` or ``from_csr``; not by hand. It may be used by many threads, stays read-only
    when it is copied or pickled, and leaves behind then what can be computed again.

    Parameters
    ----------
    keys : sequence of str
        The people, in the order of all arrays.
    csr : Csr
        Their ties: ``indptr``, ``indices``, and one weight for each directed tie.
    ego : int or None
        The index of the person whose data this is.
    contacts : sequence of Contact
        The people as the records know them, or empty.
    interactions : sequence of Interaction
        What happened between them, as the records know it, or empty.
    as_of : datetime or None
        The moment.
    history : History
        What the touches of each pair of people amount to.
    pair : IntArray, shape (n_ties,)
        The pair of each directed tie in ``history``.
    statements : Statements
        What is stated of the ties.

    Raises
    ------
    InvalidNetworkError
        If a tie leads to oneself, or a weight is not positive and finite, within 1e-140 and 1e140.

    Examples
    --------
    >>> network = Network.from_edges(["ada", "ada", "ben"], ["ben", "eva", "eva"], [3.0, 1.0, 1.0])
    >>> network
    Network(3 people, 3 ties)
    >>> dict(zip(network.keys, network.strength_sums.tolist(), strict=True))
    {'ada': 4.0, 'ben': 4.0, 'eva': 2.0}
    """

    @classmethod
    def from_records(
        cls,
        records: Records | Layout,
        *,
        as_of: datetime,
        strength: TieStrength | None = None,
        fields: FieldMatcher | None = None,
    ) -> Network:
        """Build the network of one person's records: how did it look at this moment?

        Nothing that happened after ``as_of`` is seen. A person's own ties come from direct contact
        (she wrote, was written to, or met), from stated ties too; ties among the others come from
        whatever is seen of them: a mail's recipients, a meeting, a chat. People whom she only
        shared a recipient list with are in the network as people whom others know.

        Parameters
        ----------
        records : Records or Chronicle
            One person's data.
        as_of : datetime
            The moment, with a time zone.
        strength : TieStrength, optional
            How strength is measured.
        fields : FieldMatcher, optional
            Decides who works in which field, in place of the words that the library knows.

        Returns
        -------
        Network
            Of the owner and everybody who has a tie.

        Raises
        ------
        InvalidArgumentError
            If ``as_of`` has no time zone, or the records have no owner.

        Notes
        -----
        Cost: one pass over the interactions, and a sort of the pairs of people who shared one.
        """
        check_aware("as_of", as_of)
        return as_layout(records, strength, Layout, fields).snapshot(cls, as_of)

    @classmethod
    def from_edges(
        cls,
        source: Sequence[Hashable] | npt.ArrayLike,
        target: Sequence[Hashable] | npt.ArrayLike,
        weight: npt.ArrayLike | None = None,
        *,
        keys: Sequence[Key] | None = None,
    ) -> Network:
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
        >>> Network.from_edges(["ada", "ada"], ["ben", "eva"], [2.0, 1.0])
        Network(3 people, 2 ties)
        """
        names, csr = read_edges(source, target, weight, keys)
        return cls(keys=names.keys, named_by_number=names.are_numbers, csr=csr)

    @classmethod
    def from_networkx(
        cls,
        graph: nx.Graph[N],
        weight: str | Callable[[N, N, Any], float | None] | None = "weight",
    ) -> Network:
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
            With parallel ties summed and one-way ties made mutual.

        Raises
        ------
        InvalidNetworkError
            As ``from_edges``; or if two nodes have one text.
        InvalidArgumentError
            If ``weight`` is neither a text nor a function.

        Examples
        --------
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
        return cls(keys=names.keys, named_by_number=names.are_numbers, csr=csr)

    @classmethod
    def from_csr(cls, matrix: object, *, keys: Sequence[Key] | None = None) -> Network:
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
        >>> path = Network.from_edges(["ada", "ben"], ["ben", "eva"], [2.0, 1.0])
        >>> Network.from_csr(path.to_csr(), keys=path.keys)
        Network(3 people, 2 ties)
        """
        names, csr = read_matrix(matrix, keys)
        return cls(keys=names.keys, named_by_number=names.are_numbers, csr=csr)

    @classmethod
    def from_frame(
        cls,
        frame: object,
        source: str = "source",
        target: str = "target",
        weight: str | None = None,
        *,
        keys: Sequence[Key] | None = None,
    ) -> Network:
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
            All people, isolated ones too.

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
        >>> import polars as pl
        >>> ties = pl.DataFrame({"source": ["ada", "ada"], "target": ["ben", "eva"]})
        >>> Network.from_frame(ties)
        Network(3 people, 2 ties)
        """
        names = {"source": source, "target": target} | (
            {} if weight is None else {"weight": weight}
        )
        a, b, *weights = columns_of(frame, names)
        return cls.from_edges(a, b, *weights, keys=keys)

    def ties_of(self, ego: Key | int | None = None) -> Ties:
        """One person's ties, as the columns that a strategy scores.

        Parameters
        ----------
        ego : str, int or None
            A key, an index (or a name that is a whole number), or None for the person whose data
            this is.

        Returns
        -------
        Ties
            One row for each tie, in the order of the others' keys.

        Raises
        ------
        NotFoundError
            If nobody has the key.
        InvalidArgumentError
            If ``ego`` is neither a key nor an index.
        InvalidNetworkError
            If the network is nobody's and no ego is named.
        """
        number = self._ego_number(ego)
        return Ties(self, np.arange(self.indptr[number], self.indptr[number + 1]))

    def ties(self) -> Ties:
        """Every directed tie of the network, as the columns that a strategy scores.

        Returns
        -------
        Ties
            Two rows for each tie, one from either side, in the order of ``indices``.
        """
        return Ties(self, np.arange(len(self.indices)))

    def _ego_number(self, ego: Key | int | None) -> int:
        if ego is None:
            if self.ego is None:
                raise InvalidNetworkError("this network is nobody's own: name an ego")
            return self.ego
        return self.person("ego", ego)


class Ties(TieColumns):
    """The ties that a strategy scores, as columns: one row for each tie from a person to a contact.

    Each column is computed on first use, kept, and read-only: copy it before changing it. Every
    column has the shape (n_rows,), in the order of ``source`` and then of ``target``.

    Parameters
    ----------
    network : Network
        Where the ties are.
    positions : IntArray, shape (n_rows,)
        Which directed ties of the network the rows are.

    Examples
    --------
    Ada knows Ben and Eva, who do not know each other, and Ben knows Finn:

    >>> network = Network.from_edges(["ada", "ada", "ben"], ["ben", "eva", "finn"])
    >>> ties = network.ties_of("ada")
    >>> [network.keys[i] for i in ties.target]
    ['ben', 'eva']
    >>> ties.reach, ties.redundancy
    (array([1, 0]), array([0., 0.]))
    """

    network: Network

    def to_frame(self, library: Library | None = None, *, columns: Iterable[str] = TOLD) -> object:
        """Give the ties as a data frame: from whom each leads, to whom, and what it is like.

        Parameters
        ----------
        library : {"pandas", "polars", "pyarrow"}, optional
            Whose data frame; by default of the first of these that is installed.
        columns : sequence of str
            Which columns, by the names of the properties of ``Ties``.

        Returns
        -------
        pandas.DataFrame, polars.DataFrame or pyarrow.Table
            ``source`` and ``target`` by key, and the columns; a row for each of the ties.

        Raises
        ------
        InvalidArgumentError
            If there is no such column, or the library is none of these.
        MissingExtraError
            If it is not installed.

        Examples
        --------
        >>> network = Network.from_edges(["ada", "ada"], ["ben", "eva"], [2.0, 1.0])
        >>> frame = network.ties_of("ada").to_frame("polars", columns=["weight", "redundancy"])
        >>> frame.rows()
        [('ada', 'ben', 2.0, 0.0), ('ada', 'eva', 1.0, 0.0)]
        """
        if isinstance(columns, str) or not isinstance(columns, Iterable):
            raise InvalidArgumentError(f"columns must be a list of names, got {shown(columns)}")
        wanted, there = list(columns), self._names()
        if unknown := [name for name in wanted if name not in there]:
            raise InvalidArgumentError(
                f"columns must be of {', '.join(there)}, got {shown_choice(unknown[0])}"
            )
        keys = self.network.keys
        ends = {"source": self.source, "target": self.target}
        named = {name: [keys[i] for i in end.tolist()] for name, end in ends.items()}
        rest = {name: getattr(self, name) for name in wanted if name not in named}
        return data_frame(named | rest, library)

    @classmethod
    def _names(cls) -> list[str]:
        """The names of all columns, those of a subclass, too."""
        found = (
            name
            for each in cls.__mro__
            for name, value in vars(each).items()
            if isinstance(value, cached_property) and not name.startswith("_")
        )
        return sorted(set(found))
