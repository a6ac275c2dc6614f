"""Rows of ties, and how columns over them are kept: what ``Ties`` rests on."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Self, TypeVar, cast

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.model import Contact, Interaction
from netzwerkwandel.model.arguments import check_callable
from netzwerkwandel.network.arrays import FloatArray, IntArray, column, freeze
from netzwerkwandel.network.history import History
from netzwerkwandel.network.snapshot import Snapshot


A = TypeVar("A", bound=npt.NDArray[Any])


# Without slots, so that each column is a property with its docstring, which help() shows.
@attrs.frozen(eq=False, repr=False, slots=False)
class TieRows:
    """Some directed ties of a network: from whom does each lead, and to whom?

    Parameters
    ----------
    network : Network
        Where the ties are.
    positions : IntArray, shape (n_rows,)
        Which directed ties of the network the rows are.
    """

    network: Snapshot
    positions: IntArray
    _kept: dict[Hashable, npt.NDArray[Any]] = attrs.field(factory=dict, init=False)

    def __len__(self) -> int:
        return len(self.positions)

    def __repr__(self) -> str:
        return f"Ties({len(self):,} rows)"

    @column
    def source(self) -> IntArray:
        """Index of the person who has the contact."""
        return self.network.sources[self.positions]

    @column
    def target(self) -> IntArray:
        """Index of the contact."""
        return self.network.indices[self.positions]

    @column
    def weight(self) -> FloatArray:
        """The weight of the tie in the network, above 0."""
        return self.network.weights[self.positions]

    @column
    def _pair(self) -> IntArray:
        return self.network.pair[self.positions]

    @property
    def _history(self) -> History:
        return self.network.history

    def interactions_of(self, row: int) -> tuple[Interaction, ...]:
        """What happened between the two people of a row?

        Parameters
        ----------
        row : int
            The place of the row among these ties, from 0.

        Returns
        -------
        tuple of Interaction
            The oldest first; none where nothing was measured.

        Raises
        ------
        IndexError
            If there is no such row.
        """
        return tuple(self.network.interactions[i] for i in self.interaction_rows(row).tolist())

    def interaction_rows(self, row: int) -> IntArray:
        """Which interactions of the network are behind a row?

        Parameters
        ----------
        row : int
            The place of the row among these ties, from 0.

        Returns
        -------
        IntArray, shape (n_interactions,)
            Their places in ``network.interactions``, the oldest first; none where nothing was
            measured.

        Raises
        ------
        IndexError
            If there is no such row.
        """
        return self._history.events(int(self._pair[row]))

    def of_contacts(self, value: Callable[[Contact], float]) -> FloatArray:
        """What do the records say of each contact, as a number?

        Parameters
        ----------
        value : callable
            From a ``Contact`` to a number; asked once for each person, however many rows lead to
            her.

        Returns
        -------
        FloatArray, shape (n_rows,)
            What it said; 0 where the network was not built from records.

        Raises
        ------
        Exception
            Whatever ``value`` raises.
        """
        check_callable("value", value)
        return self._of_targets(lambda whom: np.array(list(map(value, whom)), dtype=np.float64))

    def _of_targets(self, values: Callable[[list[Contact]], FloatArray]) -> FloatArray:
        """What is computed for each contact once, for every row that leads to her."""
        people = self.network.contacts
        if not people:
            return np.zeros(len(self))
        whom, where = np.unique(self.target, return_inverse=True)
        return values([people[i] for i in whom.tolist()])[where]

    def _keep(self, name: Hashable, compute: Callable[[], A]) -> A:
        if name not in self._kept:
            values = compute()
            freeze(values)
            self._kept[name] = values
        return cast("A", self._kept[name])

    def column(self, compute: Callable[[Self], A]) -> A:
        """A column of your own: computed on first use, kept, and read-only from then on.

        Parameters
        ----------
        compute : callable
            From these ties to an array of shape (n_rows,); always the same function.

        Returns
        -------
        array, shape (n_rows,)
            What the function returned.

        Raises
        ------
        Exception
            Whatever ``compute`` raises.
        """
        check_callable("compute", compute)
        return self._keep(compute, lambda: compute(self))
