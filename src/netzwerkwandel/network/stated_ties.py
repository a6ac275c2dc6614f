"""The columns of ties that come from what is stated of two people, or known of one."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cached_property
from typing import Any, TypeVar, cast

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.model import Contact, Function, Goal, Relation
from netzwerkwandel.model.validation import member
from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray, column, freeze
from netzwerkwandel.network.fields import members
from netzwerkwandel.network.measured_ties import MeasuredTies
from netzwerkwandel.network.stated import Stated, bit


A = TypeVar("A", bound=npt.NDArray[Any])


@attrs.frozen(eq=False, repr=False)
class StatedTies(MeasuredTies):
    """What was measured of ties, and what is stated of them; see ``Ties``."""

    _kept: dict[Hashable, npt.NDArray[Any]] = attrs.field(factory=dict, init=False)

    @column
    def ended_in_conflict(self) -> BoolArray:
        """Whether the tie is stated to have ended in conflict."""
        ended = np.zeros(len(self), dtype=bool)
        if self._stated is not None:
            ended[self._stated.position[self._stated.ended_in_conflict]] = True
        return ended

    @column
    def is_stated(self) -> BoolArray:
        """Whether anything is stated of the tie."""
        stated = np.zeros(len(self), dtype=bool)
        if self._stated is not None:
            stated[self._stated.position] = True
        return stated

    def has_relation(self, relation: Relation) -> BoolArray:
        """Whether the contact is stated to be this to source, such as her client."""
        mask: BoolArray = (self._relations & bit(member(Relation, relation))) != 0
        return mask

    def serves(self, function: Function) -> BoolArray:
        """Whether the contact is stated to serve this function for source."""
        mask: BoolArray = (self._functions & bit(member(Function, function))) != 0
        return mask

    @column
    def _relations(self) -> IntArray:
        return self._bits(lambda stated: stated.relations)

    @column
    def _functions(self) -> IntArray:
        return self._bits(lambda stated: stated.functions)

    def _bits(self, of: Callable[[Stated], IntArray]) -> IntArray:
        bits = np.zeros(len(self), dtype=np.int64)
        if self._stated is not None:
            np.bitwise_or.at(bits, self._stated.position, of(self._stated))
        return bits

    @column
    def trust_is_stated(self) -> BoolArray:
        """Whether trust is stated; else ``trust`` is an estimate."""
        return ~np.isnan(self.stated_trust)

    @column
    def trust(self) -> FloatArray:
        """How much the two trust each other, 0 to 1: as stated, the most of several statements.

        Where nothing is stated, ``bandwidth * (1 + reciprocity) / 2``: trust outlasts contact, and
        grows where both reach out. An estimate of our own, cautious where nobody is known to have.
        """
        mutual = np.nan_to_num(self.reciprocity, nan=0.0)
        return np.where(self.trust_is_stated, self.stated_trust, self.bandwidth * (1 + mutual) / 2)

    @column
    def closeness(self) -> FloatArray:
        """How close the two are now, 0 to 1: as stated, the most of several statements.

        Where nothing is stated, ``intensity * (1 + reciprocity) / 2``. An estimate of our own:
        closeness tells strength best, and frequency overstates who merely works next door [1]_.

        References
        ----------
        .. [1] Marsden, P. V., Campbell, K. E. (1984). "Measuring Tie Strength." Social Forces
           63(2), 482-501.
        """
        mutual = np.nan_to_num(self.reciprocity, nan=0.0)
        stated = self.stated_closeness
        return np.where(np.isnan(stated), self.intensity * (1 + mutual) / 2, stated)

    @column
    def stated_trust(self) -> FloatArray:
        """Trust as stated, 0 to 1, the most of several statements; nan where nothing is stated."""
        return self._most(lambda stated: stated.trust)

    @column
    def stated_closeness(self) -> FloatArray:
        """Closeness as stated, 0 to 1, the most of several statements; nan where none is."""
        return self._most(lambda stated: stated.closeness)

    def _most(self, of: Callable[[Stated], FloatArray]) -> FloatArray:
        most = np.full(len(self), np.nan)
        if self._stated is not None:
            np.fmax.at(most, self._stated.position, of(self._stated))
        return most

    def in_field(self, goal: Goal) -> FloatArray:
        """How well the contact's work matches the goal's fields: 1 or 0, 0 where nothing is known.

        1 where a field of the goal is one of the contact's fields or communities, or its words
        stand in the contact's position.
        """
        return self._keep(goal, lambda: self._matches(goal))

    def _matches(self, goal: Goal) -> FloatArray:
        people = self.network.contacts
        if not people:
            return np.zeros(len(self))
        whom, where = np.unique(self.target, return_inverse=True)
        matching = members((people[i] for i in whom.tolist()), goal)
        return matching.astype(np.float64)[where]

    @column
    def changed_career(self) -> BoolArray:
        """Whether the contact is known to have changed career."""
        return self.of_contacts(lambda contact: bool(contact.changed_career)) > 0

    def of_contacts(self, value: Callable[[Contact], float]) -> FloatArray:
        """What the records say of each contact, as a number; 0 where they know nobody.

        Asked once for each person, however many rows lead to her.
        """
        people = self.network.contacts
        if not people:
            return np.zeros(len(self))
        whom, where = np.unique(self.target, return_inverse=True)
        return np.array([value(people[i]) for i in whom.tolist()], dtype=np.float64)[where]

    def column(self, compute: Callable[[StatedTies], A]) -> A:
        """A column of your own: computed on first use, kept, and read-only from then on.

        Parameters
        ----------
        compute : callable
            From these ties to an array of shape (n_rows,); always the same function.

        Returns
        -------
        array, shape (n_rows,)
            What the function returned.
        """
        return self._keep(compute, lambda: compute(self))

    def _keep(self, name: Hashable, compute: Callable[[], A]) -> A:
        if name not in self._kept:
            values = compute()
            freeze(values)
            self._kept[name] = values
        return cast("A", self._kept[name])

    @cached_property
    def _stated(self) -> Stated | None:
        stated = self.network.stated
        return None if stated is None else stated.about(self.positions)
