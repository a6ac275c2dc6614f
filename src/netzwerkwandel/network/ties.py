from __future__ import annotations

from functools import cached_property

import attrs
import numpy as np

from netzwerkwandel.model import Channel, Goal, Relation, Tie
from netzwerkwandel.network.alters import Alters, for_each_tie
from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray, column
from netzwerkwandel.network.circles import circles
from netzwerkwandel.network.core import depths
from netzwerkwandel.network.dyadic import Dyadic, dyadic
from netzwerkwandel.network.fields import matching_field
from netzwerkwandel.network.measured import Measured
from netzwerkwandel.network.network import Network


SECONDS_A_YEAR = 365.25 * 86_400
RENEWAL = 3.0
"""Years in which half of what was redundant in a contact's circle is taken to be new."""

_SEEN_FROM_THE_OTHER_SIDE = {
    Relation.BOSS: Relation.REPORT,
    Relation.REPORT: Relation.BOSS,
    Relation.FORMER_BOSS: Relation.FORMER_REPORT,
    Relation.FORMER_REPORT: Relation.FORMER_BOSS,
    Relation.CLIENT: Relation.SUPPLIER,
    Relation.SUPPLIER: Relation.CLIENT,
}
_ONE_SIDED = frozenset({Relation.MENTOR, Relation.ROLE_MODEL})


@attrs.frozen(eq=False, repr=False)
class Ties:
    """The ties that a strategy scores, as columns: one row for each tie from a person to a contact.

    Each column is computed on first use, kept, and read-only: copy it before changing it. Every
    column has the shape (n_rows,), in the order of ``source`` and then of ``target``.

    Parameters
    ----------
    network : Network
        Where the ties are.
    positions : IntArray, shape (n_rows,)
        Which directed ties of the network the rows are.
    """

    network: Network
    positions: IntArray

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
        return self._measured.pair[self.positions]

    @property
    def _measured(self) -> Measured:
        measured = self.network.measured
        assert measured is not None
        return measured

    @column
    def strength(self) -> FloatArray:
        """Decayed strength now; 0 where there never was a contact. The weight if not measured."""
        if self.network.measured is None:
            return self.weight
        return self._measured.strength[self._pair]

    @column
    def peak_strength(self) -> FloatArray:
        """Strength at its highest: a dormant tie is one that *was* strong."""
        if self.network.measured is None:
            return self.weight
        return self._measured.peak_strength[self._pair]

    @column
    def silence(self) -> FloatArray:
        """Years since the last contact; nan if there never was one, or nothing was measured."""
        if self.network.measured is None or self.network.as_of is None:
            return np.full(len(self), np.nan)
        return (self.network.as_of.timestamp() - self._measured.last[self._pair]) / SECONDS_A_YEAR

    @column
    def rhythm(self) -> FloatArray:
        """Median days between days of contact; nan below three of them."""
        if self.network.measured is None:
            return np.full(len(self), np.nan)
        return self._measured.rhythm[self._pair]

    @column
    def is_dormant(self) -> BoolArray:
        """Whether the tie had strength once, and sleeps by its years or by its own rhythm."""
        rules = self.network.tie_strength
        days = self.silence * 365.25
        own = (days > rules.dormant_rhythms * self.rhythm) & (days > rules.shortest_sleep)
        return (self.peak_strength > 0) & ((self.silence >= rules.dormant_years) | own)

    @cached_property
    def _dyadic(self) -> Dyadic:
        return dyadic(self.network, self.positions)

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
        return self._dyadic.shared

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

        def of(circle: Alters) -> FloatArray:
            own = Ties(self.network, circle.ties)
            return depths(circle, own.strength, own.redundancy)

        return for_each_tie(self.network, self.positions, of)

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

        return for_each_tie(self.network, self.positions, of)

    @column
    def novelty(self) -> FloatArray:
        """How much that is new a contact can bring, from 0 to 1.

        ``1 - redundancy``, where redundancy halves with every ``RENEWAL`` years of silence: the
        longer the silence, the more of the circle the contact moves in was built since.
        """
        silence = np.nan_to_num(self.silence, nan=0.0)
        return 1.0 - self.redundancy * np.exp2(-silence / RENEWAL)

    @column
    def intensity(self) -> FloatArray:
        """How intense the contact is now, 0 to 1, saturating in strength."""
        return self.strength / (self.strength + self.network.tie_strength.half_bandwidth)

    @column
    def bandwidth(self) -> FloatArray:
        """How much gets through the tie, 0 to 1, saturating in strength.

        A tie that fell asleep keeps a part of what it was at its peak, since trust and a shared
        perspective outlast the contact (Levin, Walter & Murnighan 2011, Organization Science).
        """
        rules = self.network.tie_strength
        kept = np.maximum(self.strength, rules.residue * self.peak_strength)
        worth = np.maximum(kept, np.minimum(self.weight, rules.stated))
        return worth / (worth + rules.half_bandwidth)

    @column
    def reciprocity(self) -> FloatArray:
        """How mutual the contact is: days the one reached out over days the other did.

        The smaller over the larger, 0 to 1; 0 is one-sided, and a meeting counts for both. nan
        where nobody is known to have reached out.
        """
        if self.network.measured is None:
            return np.full(len(self), np.nan)
        days = self._measured.initiated[self._pair]
        most = days.max(axis=1)
        return np.where(most > 0, days.min(axis=1) / np.maximum(most, 1), np.nan)

    @column
    def contact_days(self) -> IntArray:
        """Distinct days of contact."""
        if self.network.measured is None:
            return np.zeros(len(self), dtype=np.int64)
        return self._measured.days[self._pair]

    @column
    def first_contact(self) -> FloatArray:
        """The first contact in seconds since 1970 (UTC); nan if there never was one."""
        if self.network.measured is None:
            return np.full(len(self), np.nan)
        return self._measured.first[self._pair]

    @column
    def last_contact(self) -> FloatArray:
        """The last contact in seconds since 1970 (UTC); nan if there never was one."""
        if self.network.measured is None:
            return np.full(len(self), np.nan)
        return self._measured.last[self._pair]

    def contacts_by(self, channel: Channel) -> IntArray:
        """How many contacts there were by a channel."""
        if self.network.measured is None:
            return np.zeros(len(self), dtype=np.int64)
        counts = self._measured.contacts[:, tuple(Channel).index(channel)]
        return counts[self._pair]

    @column
    def ended_in_conflict(self) -> BoolArray:
        """Whether the tie is stated to have ended in conflict."""
        ended = np.zeros(len(self), dtype=bool)
        for row, tie, _ in self._statements:
            ended[row] |= tie.ended_in_conflict
        return ended

    @column
    def is_stated(self) -> BoolArray:
        """Whether anything is stated of the tie."""
        stated = np.zeros(len(self), dtype=bool)
        for row, _, _ in self._statements:
            stated[row] = True
        return stated

    def has_relation(self, relation: Relation) -> BoolArray:
        """Whether the contact is stated to be this to source, such as her client."""
        mask = np.zeros(len(self), dtype=bool)
        for row, tie, as_seen in self._statements:
            mask[row] |= relation in relations_seen(tie.relations, as_seen=as_seen)
        return mask

    def in_field(self, goal: Goal) -> FloatArray:
        """How well the contact's work matches the goal's fields, from 0 to 1.

        1 where a field of the goal is one of the contact's fields or communities, or its words
        stand in the contact's position; nan-free, 0 where nothing is known.
        """
        people = self.network.contacts
        if not people:
            return np.zeros(len(self))
        whom, where = np.unique(self.target, return_inverse=True)
        return np.array(
            [float(matching_field(people[i], goal) is not None) for i in whom.tolist()]
        )[where]

    @cached_property
    def _statements(self) -> list[tuple[int, Tie, bool]]:
        stated = self.network.stated
        return [] if stated is None else stated.select(self.positions)


def relations_seen(relations: frozenset[Relation], *, as_seen: bool) -> frozenset[Relation]:
    """The relations of a statement, from this side or from the other."""
    if as_seen:
        return relations
    turned = (_SEEN_FROM_THE_OTHER_SIDE.get(relation, relation) for relation in relations)
    return frozenset(relation for relation in turned if relation not in _ONE_SIDED)
