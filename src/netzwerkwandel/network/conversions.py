"""A network given back in the forms that it can be built from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from netzwerkwandel.model.data_frames import Library, data_frame
from netzwerkwandel.network.attributes import OF_A_CONTACT
from netzwerkwandel.network.csr import Csr
from netzwerkwandel.network.graphs import as_graph
from netzwerkwandel.network.igraphs import as_igraph
from netzwerkwandel.network.snapshot import Snapshot


if TYPE_CHECKING:
    import networkx as nx


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Conversions(Snapshot):
    """What a ``Network`` can be turned into, and read from again."""

    def to_csr(self) -> Csr:
        """Give the ties as arrays in compressed rows, both directions of each.

        Returns
        -------
        Csr
            ``indptr``, ``indices`` and ``weights``, read-only, without a copy. A matrix of scipy is
            ``scipy.sparse.csr_array((csr.weights, csr.indices, csr.indptr))``.

        Examples
        --------
        >>> import netzwerkwandel as nw
        >>> nw.Network.from_edges(["ada", "ben"], ["ben", "eva"], [2.0, 1.0]).to_csr().weights
        array([2., 2., 1., 1.])
        """
        return self.csr

    def to_frame(self, library: Library | None = None) -> object:
        """Give the ties as a data frame, each once.

        Whoever has no tie is in no row: keep ``keys`` beside it, and give them to ``from_frame``,
        ``Network.from_frame(frame, weight="weight", keys=network.keys)``.

        Parameters
        ----------
        library : {"pandas", "polars", "pyarrow"}, optional
            Whose data frame; by default of the first of these that is installed.

        Returns
        -------
        pandas.DataFrame, polars.DataFrame or pyarrow.Table
            The columns ``source`` and ``target``, by key, and ``weight``, as ``from_edges`` reads
            them.

        Raises
        ------
        InvalidArgumentError
            If the library is none of these.
        MissingExtraError
            If it is not installed.

        Examples
        --------
        >>> import netzwerkwandel as nw
        >>> path = nw.Network.from_edges(["ada", "ben"], ["ben", "eva"], [2.0, 1.0])
        >>> path.to_frame()["target"].to_list()  # doctest: +SKIP
        ['ben', 'eva']
        """
        once = self.sources < self.indices
        ends = (array[once].tolist() for array in (self.sources, self.indices))
        source, target = ([self.keys[i] for i in end] for end in ends)
        columns = {"source": source, "target": target, "weight": self.weights[once]}
        return data_frame(columns, library)

    def to_networkx(self, *, names: Sequence[str] | None = None) -> nx.Graph[str]:
        """Give the network as an undirected networkx graph with the attribute ``weight``.

        Parameters
        ----------
        names : sequence of str, optional
            What to call the nodes, in the order of ``keys``, each once: for a graph that is shown
            to others, since keys may be addresses. By default the keys.

        Returns
        -------
        networkx.Graph
            Nodes are the names. What the graph that the network was built from says of nodes and
            edges is said again; of the contacts of records name, position and organisation are
            said, unless names are given.

        Raises
        ------
        InvalidArgumentError
            If there is not one name for each contact.

        Examples
        --------
        >>> import netzwerkwandel as nw
        >>> network = nw.Network.from_edges(["ada", "ada"], ["ben", "eva"])
        >>> sorted(network.to_networkx(names=["A", "B", "C"]).edges)
        [('A', 'B'), ('A', 'C')]
        """
        nodes = self.keys if names is None else names
        graph = as_graph(nodes, self.csr)
        self.attributes.set_on(graph, nodes)
        for key, contact in zip(nodes, self.contacts, strict=False) if names is None else ():
            told = {name: getattr(contact, name) for name in OF_A_CONTACT}
            graph.nodes[key].update({name: value for name, value in told.items() if value})
        return graph

    def to_igraph(self) -> object:
        """Give the network as an undirected graph of igraph.

        Returns
        -------
        igraph.Graph
            The vertices have their keys as ``name``, the edges ``weight``; what the graph that the
            network was built from says of them is said again, with None where it says nothing.

        Raises
        ------
        MissingExtraError
            If igraph is not installed.

        Examples
        --------
        >>> import netzwerkwandel as nw
        >>> graph = nw.Network.from_edges(["ada", "ada"], ["ben", "eva"], [2.0, 1.0]).to_igraph()
        >>> graph.vs["name"], graph.es["weight"]
        (['ada', 'ben', 'eva'], [2.0, 1.0])
        """
        return as_igraph(self.keys, self.csr, self.attributes)
