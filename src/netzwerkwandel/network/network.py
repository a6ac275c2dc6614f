from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidNetworkError, NotFoundError
from netzwerkwandel.model import Contact, Interaction, Key
from netzwerkwandel.model.arguments import check_aware
from netzwerkwandel.network.arrays import (
    GREATEST_WEIGHT,
    LEAST_WEIGHT,
    FloatArray,
    IntArray,
    column,
    freeze,
    reduce_rows,
)
from netzwerkwandel.network.measured import Measured
from netzwerkwandel.network.orientation import Orientation, orient
from netzwerkwandel.network.stated import Stated
from netzwerkwandel.network.strength import TieStrength
from netzwerkwandel.records import Records


if TYPE_CHECKING:
    import networkx as nx

    from netzwerkwandel.network.alters import Alters
    from netzwerkwandel.network.chronicle import Chronicle
    from netzwerkwandel.network.ties import Ties


N = TypeVar("N", bound=Hashable)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Network:
    """Who is tied to whom, and how strongly, as of one moment?

    A frozen snapshot: arrays inside, names at the edge. Built by ``from_records``, ``from_edges``
    or ``from_networkx``; not by hand.

    Parameters
    ----------
    keys : sequence of str
        The people, in the order of all arrays.
    indptr : IntArray, shape (n_contacts + 1,)
        Where each person's ties begin.
    indices : IntArray, shape (n_ties,)
        Whom each directed tie leads to, in order within a person.
    weights : FloatArray, shape (n_ties,)
        The weight of each directed tie, finite and positive. Every tie is there in both
        directions, with equal weights.
    ego : int or None
        The index of the person whose data this is.
    contacts : sequence of Contact
        The people as the records know them, or empty.
    interactions : sequence of Interaction
        What happened between them, as the records know it, or empty.
    as_of : datetime or None
        The moment.
    measured : Measured or None
        What was measured of each tie, where the network was built from records.
    stated : Stated or None
        What is stated of each tie, where the network was built from records.
    tie_strength : TieStrength
        How strength was measured.

    Raises
    ------
    InvalidNetworkError
        If a tie leads to oneself, or a weight is not positive and finite, within 1e-140 and 1e140.
    """

    keys: tuple[Key, ...]
    indptr: IntArray
    indices: IntArray
    weights: FloatArray
    ego: int | None = None
    contacts: tuple[Contact, ...] = ()
    interactions: Sequence[Interaction] = ()
    as_of: datetime | None = None
    measured: Measured | None = None
    stated: Stated | None = None
    tie_strength: TieStrength = attrs.field(factory=TieStrength)

    def __attrs_post_init__(self) -> None:
        for array in (self.indptr, self.indices, self.weights):
            freeze(array)
        loops = np.flatnonzero(
            self.indices == np.repeat(np.arange(len(self.keys)), np.diff(self.indptr))
        )
        if len(loops):
            twice = self.keys[self.indices[loops[0]]]
            raise InvalidNetworkError(f"a tie must join two people, got {twice!r} twice")
        if not len(self.weights):
            return
        least, greatest = float(self.weights.min()), float(self.weights.max())
        if not LEAST_WEIGHT <= least <= greatest <= GREATEST_WEIGHT:
            raise InvalidNetworkError(
                f"tie strengths must be > 0 and finite, from {LEAST_WEIGHT} to {GREATEST_WEIGHT}, "
                f"got {least} to {greatest}"
            )

    def __repr__(self) -> str:
        of = "" if self.as_of is None else f", as of {self.as_of.date()}"
        return f"Network({len(self.keys):,} people, {len(self.indices) // 2:,} ties{of})"

    @classmethod
    def from_records(
        cls,
        records: Records | Chronicle,
        *,
        as_of: datetime,
        strength: TieStrength | None = None,
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
        from netzwerkwandel.network.chronicle import as_chronicle

        check_aware("as_of", as_of)
        return as_chronicle(records, strength).network(as_of)

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
            The ends of each tie: integers from 0 to n - 1 (then ``keys`` may give their names), or
            keys.
        weight : FloatArray, shape (n_edges,), optional
            Finite and positive; by default 1.
        keys : sequence of str, optional
            All people, isolated ones too.

        Returns
        -------
        Network
            Without owner and without measured columns.

        Raises
        ------
        InvalidNetworkError
            If a tie leads to oneself, a weight is not finite and positive, or a key is unknown.

        Examples
        --------
        >>> Network.from_edges(["ada", "ada"], ["ben", "eva"], [2.0, 1.0])
        Network(3 people, 2 ties)
        """
        from netzwerkwandel.network.edges import from_edges

        return from_edges(source, target, weight, keys)

    @classmethod
    def from_networkx(cls, graph: nx.Graph[N], weight: str | None = "weight") -> Network:
        """Build a network from a networkx graph of any kind.

        Parameters
        ----------
        graph : networkx graph
            Graph, DiGraph, MultiGraph or MultiDiGraph. A node's key is its text.
        weight : str or None
            The edge attribute with the weight, 1 where it is missing; None counts every tie as 1.

        Returns
        -------
        Network
            With parallel ties summed and one-way ties made mutual.

        Raises
        ------
        InvalidNetworkError
            As ``from_edges``; or if two nodes have one text.
        """
        from netzwerkwandel.network.graphs import from_networkx

        return from_networkx(graph, weight)

    def to_networkx(self) -> nx.Graph[Key]:
        """Give the network as an undirected networkx graph with the attribute ``weight``.

        Returns
        -------
        networkx.Graph
            Nodes are the keys.
        """
        from netzwerkwandel.network.graphs import to_networkx

        return to_networkx(self)

    @property
    def n_contacts(self) -> int:
        """How many people there are."""
        return len(self.keys)

    @column
    def degree(self) -> IntArray:
        """How many ties each person has, shape (n_contacts,)."""
        return np.diff(self.indptr)

    @column
    def strength_sums(self) -> FloatArray:
        """The summed weight of each person's ties, shape (n_contacts,)."""
        return reduce_rows(np.add, self.weights, self.indptr, 0.0)

    @column
    def largest_weights(self) -> FloatArray:
        """The largest weight of each person's ties, shape (n_contacts,); 0 without ties."""
        return reduce_rows(np.maximum, self.weights, self.indptr, 0.0)

    @cached_property
    def orientation(self) -> Orientation:
        """The ties once each, from lower to higher degree: what the hot loops run over."""
        return orient(self.indptr, self.indices, self.weights)

    @cached_property
    def latest_alters(self) -> dict[int, Alters]:
        """Who of the contacts of the person last asked about knows whom; see ``alters_of``."""
        return {}

    @column
    def sources(self) -> IntArray:
        """Whom each directed tie starts from, shape (n_ties,)."""
        return np.repeat(np.arange(self.n_contacts), self.degree)

    @cached_property
    def _number(self) -> dict[Key, int]:
        return {key: number for number, key in enumerate(self.keys)}

    def index_of(self, key: Key) -> int:
        """Return the index of a person.

        Raises
        ------
        NotFoundError
            If nobody has the key.
        """
        number = self._number.get(key)
        if number is None:
            raise NotFoundError("contact of this network", key)
        return number

    def contact(self, number: int) -> Contact:
        """Return a person by index; where no records know her, the key is all there is."""
        if self.contacts:
            return self.contacts[number]
        return Contact(key=self.keys[number], name=self.keys[number])

    def ties_of(self, ego: Key | int | None = None) -> Ties:
        """One person's ties, as the columns that a strategy scores.

        Parameters
        ----------
        ego : str, int or None
            A key, an index, or None for the person whose data this is.

        Returns
        -------
        Ties
            One row for each tie, in the order of the others' keys.

        Raises
        ------
        NotFoundError
            If nobody has the key.
        InvalidNetworkError
            If the network is nobody's and no ego is named.
        """
        from netzwerkwandel.network.ties import Ties

        number = self._ego_number(ego)
        return Ties(self, np.arange(self.indptr[number], self.indptr[number + 1]))

    def ties(self) -> Ties:
        """Every directed tie of the network, as the columns that a strategy scores."""
        from netzwerkwandel.network.ties import Ties

        return Ties(self, np.arange(len(self.indices)))

    def _ego_number(self, ego: Key | int | None) -> int:
        if isinstance(ego, str):
            return self.index_of(ego)
        if ego is not None:
            if not 0 <= ego < self.n_contacts:
                raise NotFoundError("contact of this network", str(ego))
            return int(ego)
        if self.ego is None:
            raise InvalidNetworkError("this network is nobody's own: name an ego")
        return self.ego
