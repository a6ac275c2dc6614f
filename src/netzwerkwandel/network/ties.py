"""The ties that a strategy scores, as columns that are computed when they are asked for."""

from __future__ import annotations

from functools import cached_property

import attrs
import numpy as np

from netzwerkwandel.model import Channel, Function, Goal, Relation
from netzwerkwandel.model.arguments import check_kind, check_member
from netzwerkwandel.model.moments import SECONDS_A_YEAR
from netzwerkwandel.network.arrays import (
    BoolArray,
    FloatArray,
    IntArray,
    column,
)
from netzwerkwandel.network.circles import (
    all_ties_of_sources,
    circle_core_numbers,
    circles,
    depths,
    for_each_tie,
)
from netzwerkwandel.network.csr import Alters
from netzwerkwandel.network.dyads import Dyadic, dyadic
from netzwerkwandel.network.fields import members
from netzwerkwandel.network.statements import Statements, bit
from netzwerkwandel.network.tie_rows import TieRows


HALF_SHARED = 50.0
"""Days of contact that make up half of a past spent together as long as can be."""
RENEWAL = 3.0
"""Years in which half of what was redundant in a contact's circle is taken to be new."""


@attrs.frozen(eq=False, repr=False, slots=False)
class TieColumns(TieRows):
    """The columns that ``Ties`` are made of, each of the shape (n_rows,)."""

    @column
    def strength(self) -> FloatArray:
        """Decayed strength now; 0 where there never was a contact. The weight if not measured."""
        if not self._history.is_measured:
            return self.weight
        return self._history.strength[self._pair]

    @column
    def peak_strength(self) -> FloatArray:
        """Strength at its highest: a dormant tie is one that *was* strong."""
        if not self._history.is_measured:
            return self.weight
        return self._history.peak_strength[self._pair]

    @column
    def silence(self) -> FloatArray:
        """Years since the last contact; nan if there never was one, or nothing was measured."""
        return (self._history.as_of - self.last_contact) / SECONDS_A_YEAR

    @column
    def rhythm(self) -> FloatArray:
        """Median days between days of contact; nan below three of them."""
        return self._history.rhythm_of(self._pair)

    @column
    def is_dormant(self) -> BoolArray:
        """Whether the tie had strength once, and sleeps by its years or by its own rhythm."""
        tie_strength = self.network.tie_strength
        days = self.silence * 365.25
        is_silent = self.silence >= tie_strength.dormant_years
        rows = np.flatnonzero((days > tie_strength.shortest_sleep) & ~is_silent)
        if len(rows):
            rhythm = self._history.rhythm_of(self._pair[rows])
            is_silent[rows] = days[rows] > tie_strength.dormant_rhythms * rhythm
        return (self.peak_strength > 0) & is_silent

    @column
    def intensity(self) -> FloatArray:
        """How intense the contact is now, 0 to 1, saturating in strength."""
        return self.strength / (self.strength + self.network.tie_strength.half_bandwidth)

    @column
    def bandwidth(self) -> FloatArray:
        """How much gets through the tie, 0 to 1, saturating in strength.

        A tie that fell silent keeps a part of what it was at its peak, since trust and a shared
        perspective outlast the contact (Levin, Walter & Murnighan 2011, Organization Science).
        """
        tie_strength = self.network.tie_strength
        kept = np.maximum(self.strength, tie_strength.residue * self.peak_strength)
        worth = np.maximum(kept, np.minimum(self.weight, tie_strength.stated))
        return worth / (worth + tie_strength.half_bandwidth)

    @column
    def reciprocity(self) -> FloatArray:
        """How mutual the contact is: days the one reached out over days the other did.

        The smaller over the larger, 0 to 1; 0 is one-sided, and a meeting counts for both. nan
        where nobody is known to have reached out.
        """
        first, second = self._history.initiated(self._pair).T
        most = np.maximum(first, second)
        return np.where(most > 0, np.minimum(first, second) / np.maximum(most, 1), np.nan)

    @column
    def contact_days(self) -> IntArray:
        """Distinct days of contact."""
        return self._history.days[self._pair]

    @column
    def first_contact(self) -> FloatArray:
        """The first contact in seconds since 1970 (UTC); nan if there never was one."""
        return self._history.first[self._pair]

    @column
    def last_contact(self) -> FloatArray:
        """The last contact in seconds since 1970 (UTC); nan if there never was one."""
        return self._history.last[self._pair]

    @column
    def talks(self) -> IntArray:
        """How many meetings and calls there were."""
        return self._history.talks(self._pair)

    def touches_by(self, channel: Channel) -> IntArray:
        """How many touches were there by one channel, such as mail?

        Parameters
        ----------
        channel : Channel
            The channel, or its text.

        Returns
        -------
        IntArray, shape (n_rows,)
            The number for each tie; 0 where nothing was measured.

        Raises
        ------
        InvalidArgumentError
            If there is no such channel.
        """
        return self._history.touches_by(check_member("channel", Channel, channel))[self._pair]

    @column
    def shared_time(self) -> FloatArray:
        """How much past time was spent together, 0 to 1, saturating in days of contact.

        0 where no contact was measured. Half at ``HALF_SHARED`` days.
        """
        return self.contact_days / (self.contact_days + HALF_SHARED)

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
        return self._keep(
            goal, lambda: self._of_targets(lambda whom: members(whom, goal).astype(np.float64))
        )

    @column
    def changed_career(self) -> BoolArray:
        """Whether the contact is known to have changed career."""
        return self.of_contacts(lambda contact: bool(contact.changed_career)) > 0

    @cached_property
    def _dyadic(self) -> Dyadic:
        return dyadic(self.network.csr, self.positions)

    @column
    def redundancy(self) -> FloatArray:
        """Burt's dyadic redundancy seen from source, in the ego model; from 0 to 1."""
        return self._dyadic.redundancy

    @column
    def constraint(self) -> FloatArray:
        """Burt's dyadic constraint seen from source, in the ego model; above 0."""
        return self._dyadic.constraint

    @column
    def embeddedness(self) -> IntArray:
        """How many people both are tied to."""
        return self.network.csr.count_common_contacts(self.positions)

    @column
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
        """How many people the contact is tied to whom source is not tied to."""
        return self.network.degree[self.target] - 1 - self.embeddedness

    @column
    def core(self) -> FloatArray:
        """How deep in source's core the contact sits, 0 to 1; 0 if it knows none of the others.

        The geometric mean of the rank of its strength among source's contacts, its redundancy, and
        its core number among them over the largest of these.
        """
        whole = all_ties_of_sources(self.network.csr, self.positions)
        if not np.array_equal(whole, self.positions):
            return type(self)(self.network, whole).core[np.searchsorted(whole, self.positions)]
        numbers = circle_core_numbers(self.network.csr, whole)
        return depths(numbers, self.strength, self.redundancy, self.source)

    @column
    def circle(self) -> IntArray:
        """The group of source's contacts that the contact belongs to, once source is left out.

        Numbered from 0 for each source, larger groups first; who knows none of the others is a
        group alone.
        """
        keys = self.network.keys
        indices = self.network.indices

        def of(circle: Alters) -> IntArray:
            return circles(circle, [keys[i] for i in indices[circle.ties].tolist()])

        return for_each_tie(self.network.csr, self.positions, of)

    @column
    def novelty(self) -> FloatArray:
        """How much that is new a contact can bring, from 0 to 1.

        ``1 - redundancy``, where redundancy halves with every ``RENEWAL`` years of silence: the
        longer the silence, the more of the circle the contact moves in was built since.
        """
        silence = np.nan_to_num(self.silence, nan=0.0)
        return 1.0 - self.redundancy * np.exp2(-silence / RENEWAL)
