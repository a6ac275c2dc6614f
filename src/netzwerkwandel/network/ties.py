"""The ties that a strategy scores, as columns that are computed when they are asked for."""

from __future__ import annotations

from functools import cached_property

import attrs
import numpy as np

from netzwerkwandel.model import Function, Goal, Relation
from netzwerkwandel.model.arguments import check_kind, check_member
from netzwerkwandel.model.moments import SECONDS_A_YEAR
from netzwerkwandel.network.arrays import (
    BoolArray,
    FloatArray,
    IntArray,
    column,
)
from netzwerkwandel.network.carried import MadeOf, worked_out_of
from netzwerkwandel.network.circles import (
    circle_core_numbers,
    depths,
    for_each_tie,
    grouped_alters,
    numbered_groups,
)
from netzwerkwandel.network.csr import Alters
from netzwerkwandel.network.dyads import Dyadic
from netzwerkwandel.network.portions import of_the_whole
from netzwerkwandel.network.relations import LISTED, OtherRelations, count_relations
from netzwerkwandel.network.statements import Statements, bit
from netzwerkwandel.network.tie_rows import TieRows


PERIOD = 3
"""Years that are one time for people of one employer of whom no tie is known."""
RENEWAL = 3.0
"""Years in which half of what was redundant in a contact's circle is taken to be new."""


@attrs.frozen(eq=False, repr=False, slots=False)
class TieColumns(TieRows):
    """The columns that ``Ties`` are made of, each of the shape (n_rows,)."""

    whole: TieColumns | None = None

    @cached_property
    def _statements(self) -> Statements:
        return self.network.statements.about(self.positions)

    @column
    def ended_in_conflict(self) -> BoolArray:
        """Whether the tie is stated to have ended in conflict."""
        return self._statements.any_of(len(self), self._statements.ended_in_conflict)

    @column
    def is_stated(self) -> BoolArray:
        """Whether anything is stated of the tie."""
        return self._statements.any_of(len(self), np.ones(len(self._statements), dtype=np.bool_))

    def has_relation(self, relation: Relation) -> BoolArray:
        """Is each contact stated to be this to source, such as her client?

        Parameters
        ----------
        relation : Relation
            The relation, or its text.

        Returns
        -------
        BoolArray, shape (n_rows,)
            False, too, where nothing is stated.

        Raises
        ------
        InvalidArgumentError
            If there is no such relation.
        """
        asked = bit(check_member("relation", Relation, relation))
        return self._statements.any_of(len(self), (self._statements.relations & asked) != 0)

    def serves(self, function: Function) -> BoolArray:
        """Is each contact stated to serve this function for source?

        Parameters
        ----------
        function : Function
            One of the six functions, or its text.

        Returns
        -------
        BoolArray, shape (n_rows,)
            False, too, where nothing is stated.

        Raises
        ------
        InvalidArgumentError
            If there is no such function.
        """
        asked = bit(check_member("function", Function, function))
        return self._statements.any_of(len(self), (self._statements.functions & asked) != 0)

    @column
    def acquainted(self) -> FloatArray:
        """Since when the two know each other, in seconds since 1970 (UTC); nan if not known.

        The first contact, or the day since which the tie is stated, such as the one on which two
        people were connected, whichever was earlier.
        """
        stated = self._statements.least_of(len(self), self._statements.since)
        return np.fmin(self.first_contact, stated)

    @column
    def shared_experiment(self) -> BoolArray:
        """Whether the contact is stated to have been met in an experiment, such as a course."""
        keys, companions = self.network.keys, self.network.companions
        if not companions:
            return np.zeros(len(self), dtype=np.bool_)
        met = np.array([key in companions for key in keys], dtype=np.bool_)
        mine: BoolArray = met[self.target] & (self.source == self.network.ego)
        return mine

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
        return self._statements.most_of(len(self), self._statements.trust)

    @column
    def stated_closeness(self) -> FloatArray:
        """Closeness as stated, 0 to 1, the most of several statements; nan where none is."""
        return self._statements.most_of(len(self), self._statements.closeness)

    def in_field(self, goal: Goal) -> FloatArray:
        """Does each contact work in a field of the goal?

        She does where a field of the goal is one of her fields or communities, or its words stand
        in her position.

        Parameters
        ----------
        goal : Goal
            Where the change is heading.

        Returns
        -------
        FloatArray, shape (n_rows,)
            1 or 0; 0, too, where nothing is known of her work.

        Raises
        ------
        InvalidArgumentError
            If ``goal`` is no ``Goal``.
        """
        check_kind("goal", goal, Goal)
        if self.whole is not None:
            return self.whole.in_field(goal)[self.positions]
        return self._keep(
            goal,
            lambda: self.worked_out(
                "in field", MadeOf.PEOPLE, lambda: self._are_members(goal), goal
            ),
        )

    def _are_members(self, goal: Goal) -> FloatArray:
        members = self.network.field_matcher.members
        return self._of_targets(lambda whom: members(whom, goal).astype(np.float64))

    @of_the_whole
    @worked_out_of(MadeOf.PEOPLE)
    def changed_career(self) -> BoolArray:
        """Whether the contact is known to have changed career."""
        return self.of_contacts(lambda contact: bool(contact.changed_career)) > 0

    @cached_property
    def _dyadic(self) -> Dyadic:
        return Dyadic(self.network.csr, self.positions)

    @column
    def redundancy(self) -> FloatArray:
        """Burt's dyadic redundancy seen from source, in the ego model; from 0 to 1."""
        csr = self.network.csr
        if csr.is_plain:
            # What she has with those tied to both is how many they are, and the largest is 1.
            return self.embeddedness / csr.strength_sums[self.source]
        return self._weighed_redundancy

    @of_the_whole
    def _weighed_redundancy(self) -> FloatArray:
        return self._dyadic.redundancy

    @of_the_whole
    def constraint(self) -> FloatArray:
        """Burt's dyadic constraint seen from source, in the ego model; above 0."""
        return self._dyadic.constraint

    @of_the_whole
    @worked_out_of(MadeOf.TIES)
    def embeddedness(self) -> IntArray:
        """How many people both are tied to."""
        return self.network.csr.count_common_contacts(self.positions)

    @of_the_whole
    @worked_out_of(MadeOf.SIDES)
    def simmelian(self) -> IntArray:
        """To how many people both are mutually tied, where they are so themselves; else 0.

        A tie is not mutual if only one of the two is known to have reached out.
        """
        network = self.network
        if not network.history.one_sided.any():
            return self.embeddedness
        held = network.csr.count_common_contacts(self.positions, network.one_sided)
        return np.where(network.one_sided(self.positions), 0, held)

    @column
    def overlap(self) -> FloatArray:
        """How much of the circle of the two is shared, 0 to 1; nan where they know nobody else.

        Those tied to both over those tied to either. It falls with the number of the contact's
        ties, so that no shipped strategy reads it.
        """
        degree = self.network.degree
        shared = self.embeddedness.astype(np.float64)
        circle = degree[self.source] + degree[self.target] - 2.0 - shared
        return shared / np.where(circle > 0, circle, np.nan)

    @column
    def reach(self) -> IntArray:
        """With how many people the contact is in direct contact whom source is not tied to.

        Who only stood on one list of recipients with her does not count.
        """
        return self._relations.new_direct.astype(np.int64)

    @column
    def relations_known(self) -> FloatArray:
        """How many relations the contact is known to have besides source.

        Direct contact counts as one, a common list of recipients as a tenth of one.
        """
        return self._relations.direct + LISTED * self._relations.listed

    @cached_property
    def _relations(self) -> OtherRelations:
        if not self._history.is_measured:
            return OtherRelations.all_direct(self.network.degree[self.target], self.embeddedness)
        return OtherRelations.of(self._counted)

    @of_the_whole
    @worked_out_of(MadeOf.SIDES)
    def _counted(self) -> FloatArray:
        return count_relations(self.network, self.positions)

    @column
    def core(self) -> FloatArray:
        """How deep in source's core the contact sits, 0 to 1; 0 if it knows none of the others.

        The geometric mean of the rank of its strength among source's contacts, its redundancy, and
        its core number among them over the largest of these.
        """
        if (more := self._completed) is not None:
            return more.core[np.searchsorted(more.positions, self.positions)]
        return depths(self._core_numbers, self.strength, self.redundancy, self.source)

    @of_the_whole
    @worked_out_of(MadeOf.TIES)
    def _core_numbers(self) -> IntArray:
        return circle_core_numbers(self.network.csr, self.positions)

    @column
    def circle(self) -> IntArray:
        """The group of source's contacts that the contact belongs to, once source is left out.

        Numbered from 0 for each source, larger groups first; who knows none of the others is a
        group alone. Where the network shows no tie between any two contacts of its owner, as a
        LinkedIn archive, those of one employer whom she came to know within the same three years
        are a group.
        """
        keys = self.network.keys
        indices = self.network.indices
        ego = self.network.ego
        if self.network.contacts and ego is not None and len(self):
            is_star = len(self.network.csr) == 2 * self.network.degree[ego]
            if is_star and np.all(self.source == ego):
                return numbered_groups(self._employer_and_time, self.source)

        def of(circle: Alters) -> IntArray:
            named = [keys[i] for i in indices[circle.ties].tolist()]
            return circle.once("groups", named, lambda: grouped_alters(circle, named))

        return for_each_tie(self.network.csr, self.positions, of)

    @property
    def _employer_and_time(self) -> IntArray:
        """A number for each employer and three years; one of her own for whoever has none."""
        years = np.nan_to_num(self.acquainted / SECONDS_A_YEAR, nan=-1.0) // PERIOD
        groups: dict[tuple[object, ...], int] = {}
        told = []
        for row, (target, period) in enumerate(
            zip(self.target.tolist(), years.tolist(), strict=True)
        ):
            employer = self.network.contacts[target].organisation.casefold().strip()
            group = (employer, period) if employer else (row,)
            told.append(groups.setdefault(group, len(groups)))
        return np.array(told, dtype=np.int64)

    @column
    def novelty(self) -> FloatArray:
        """How much of her world is not source's, from 0 to 1.

        The share of the contact's known relations that lead to people whom source is not tied to.
        Direct contact counts as a relation, a common list of recipients for a tenth of one. Where
        little is known of her relations, the share is drawn to what is usual among source's
        contacts. After a year of silence, or a year since the two were connected where there never
        was a contact, what is not new halves with every ``RENEWAL`` years: the longer, the more of
        the circle she moves in was built since.
        """
        if (more := self._completed) is not None:
            return more.novelty[np.searchsorted(more.positions, self.positions)]
        since = np.where(np.isnan(self.last_contact), self.acquainted, self.last_contact)
        silence = np.nan_to_num((self._history.as_of - since) / SECONDS_A_YEAR, nan=0.0) - 1
        known = 1.0 - self._relations.new_share(self.source)
        return 1.0 - known * np.exp2(-np.maximum(silence, 0.0) / RENEWAL)
