"""Who is tied to whom, and how strongly, as of one moment: built from anything, and given back."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import datetime
from typing import TypeVar

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidNetworkError
from netzwerkwandel.model import Key
from netzwerkwandel.model.arguments import check_aware, check_count
from netzwerkwandel.network.building import BuiltNetwork
from netzwerkwandel.network.fields import FieldMatcher
from netzwerkwandel.network.layout import Layout, as_layout
from netzwerkwandel.network.portions import PORTION, portions
from netzwerkwandel.network.strength import TieStrength
from netzwerkwandel.network.ties import TieColumns
from netzwerkwandel.records import Records


N = TypeVar("N", bound=Hashable)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Network(BuiltNetwork):
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
        shared a recipient list with are in the network as people whom others know. An office, such
        as ``info@`` of a shop, is nobody, unless something is stated of it.

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

    def portions(self, rows: int = PORTION) -> Iterator[Ties]:
        """Give every directed tie of the network, some people at a time.

        The same rows as those of ``ties``, and the same columns to the last bit. A column that is
        dropped with its portion takes no memory for everybody.

        Parameters
        ----------
        rows : int
            About how many ties at a time, at least 1.

        Yields
        ------
        Ties
            All ties of some people, in the order of ``indices``.

        Raises
        ------
        InvalidArgumentError
            If ``rows`` is not a whole number of at least 1.

        Examples
        --------
        >>> network = Network.from_edges(["ada", "ada", "ben"], ["ben", "eva", "eva"])
        >>> [ties.redundancy.tolist() for ties in network.portions(rows=3)]
        [[0.5, 0.5, 0.5, 0.5], [0.5, 0.5]]
        """
        check_count("rows", rows, 1)
        whole = self.ties()
        for positions in portions(self.indptr, rows):
            yield whole if len(positions) == len(whole) else Ties(self, positions, whole)

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
