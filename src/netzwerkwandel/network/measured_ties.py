"""The columns of ties that come from what happened between two people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import numpy as np

from netzwerkwandel.model import Channel, Interaction
from netzwerkwandel.model.moments import SECONDS_A_YEAR
from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray, column
from netzwerkwandel.network.history import History
from netzwerkwandel.network.measured import Measured


if TYPE_CHECKING:
    from netzwerkwandel.network.network import Network


HALF_SHARED = 50.0
"""Days of contact that make up half of a past spent together as long as can be."""


@attrs.frozen(eq=False, repr=False)
class MeasuredTies:
    """Rows of ties, and what was measured of them; see ``Ties``."""

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

    @property
    def _history(self) -> History:
        return self._measured.history

    @column
    def strength(self) -> FloatArray:
        """Decayed strength now; 0 where there never was a contact. The weight if not measured."""
        if self.network.measured is None:
            return self.weight
        return self._history.strength[self._pair]

    @column
    def peak_strength(self) -> FloatArray:
        """Strength at its highest: a dormant tie is one that *was* strong."""
        if self.network.measured is None:
            return self.weight
        return self._history.peak_strength[self._pair]

    @column
    def silence(self) -> FloatArray:
        """Years since the last contact; nan if there never was one, or nothing was measured."""
        if self.network.measured is None or self.network.as_of is None:
            return np.full(len(self), np.nan)
        return (self.network.as_of.timestamp() - self._history.last[self._pair]) / SECONDS_A_YEAR

    @column
    def rhythm(self) -> FloatArray:
        """Median days between days of contact; nan below three of them."""
        if self.network.measured is None:
            return np.full(len(self), np.nan)
        return self._history.rhythm_of(self._pair)

    @column
    def is_dormant(self) -> BoolArray:
        """Whether the tie had strength once, and sleeps by its years or by its own rhythm."""
        rules = self.network.tie_strength
        days = self.silence * 365.25
        asleep = self.silence >= rules.dormant_years
        rows = np.flatnonzero((days > rules.shortest_sleep) & ~asleep)
        if len(rows):
            rhythm = self._history.rhythm_of(self._pair[rows])
            asleep[rows] = days[rows] > rules.dormant_rhythms * rhythm
        return (self.peak_strength > 0) & asleep

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
        days = self._history.initiated(self._pair)
        most = days.max(axis=1)
        return np.where(most > 0, days.min(axis=1) / np.maximum(most, 1), np.nan)

    @column
    def contact_days(self) -> IntArray:
        """Distinct days of contact."""
        if self.network.measured is None:
            return np.zeros(len(self), dtype=np.int64)
        return self._history.days[self._pair]

    @column
    def first_contact(self) -> FloatArray:
        """The first contact in seconds since 1970 (UTC); nan if there never was one."""
        if self.network.measured is None:
            return np.full(len(self), np.nan)
        return self._history.first[self._pair]

    @column
    def last_contact(self) -> FloatArray:
        """The last contact in seconds since 1970 (UTC); nan if there never was one."""
        if self.network.measured is None:
            return np.full(len(self), np.nan)
        return self._history.last[self._pair]

    @column
    def talks(self) -> IntArray:
        """How many meetings and calls there were."""
        if self.network.measured is None:
            return np.zeros(len(self), dtype=np.int64)
        return self._history.talks(self._pair)

    def contacts_by(self, channel: Channel) -> IntArray:
        """How many contacts there were by a channel."""
        if self.network.measured is None:
            return np.zeros(len(self), dtype=np.int64)
        return self._history.contacts_by(channel)[self._pair]

    def interactions_of(self, row: int) -> tuple[Interaction, ...]:
        """The interactions behind a row, the oldest first."""
        if self.network.measured is None:
            return ()
        events = self._history.events(int(self._pair[row]))
        return tuple(self.network.interactions[event] for event in events.tolist())

    @column
    def shared_time(self) -> FloatArray:
        """How much past time was spent together, 0 to 1, saturating in days of contact.

        0 where no contact was measured. Half at ``HALF_SHARED`` days.
        """
        return self.contact_days / (self.contact_days + HALF_SHARED)
