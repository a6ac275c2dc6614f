"""What a network knows of each tie beside its weight: measured from interactions, or stated."""

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.model import Tie
from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray


@attrs.frozen(kw_only=True, eq=False)
class Measured:
    """What interactions tell of each pair of people who were ever in contact.

    Times are seconds since 1970 in UTC, nan where there never was a contact.

    Parameters
    ----------
    pair : IntArray, shape (n_ties,)
        The pair of each directed tie; both directions have the same.
    strength, peak_strength : FloatArray, shape (n_pairs,)
        Decayed strength now and at its highest; 0 without any contact.
    first, last : FloatArray, shape (n_pairs,)
        The first and last contact.
    rhythm : FloatArray, shape (n_pairs,)
        The median number of days between days of contact, nan below three of them.
    variation, memory : FloatArray, shape (n_pairs,)
        How the intervals between days of contact vary, and whether long ones follow long ones; as
        in ``Intervals``.
    days : IntArray, shape (n_pairs,)
        Distinct days of contact.
    initiated : IntArray, shape (n_pairs, 2)
        Days on which the first, and the second, reached out; a meeting counts for both.
    contacts : IntArray, shape (n_pairs, n_channels)
        Contacts by channel, in the order of ``Channel``.
    """

    pair: IntArray
    strength: FloatArray
    peak_strength: FloatArray
    first: FloatArray
    last: FloatArray
    rhythm: FloatArray
    variation: FloatArray
    memory: FloatArray
    days: IntArray
    initiated: IntArray
    contacts: IntArray


@attrs.frozen(kw_only=True, eq=False)
class Stated:
    """What is stated of the directed ties: for each, the ``Tie`` records behind it.

    Parameters
    ----------
    position : IntArray, shape (n_statements,)
        The directed tie that each statement is about, sorted.
    ties : sequence of Tie
        The statements.
    as_seen : BoolArray, shape (n_statements,)
        Whether the statement sees the second person from the first, as the tie does.
    """

    position: IntArray
    ties: tuple[Tie, ...]
    as_seen: BoolArray

    def select(self, positions: IntArray) -> list[tuple[int, Tie, bool]]:
        """Give the statements about some ties: row of the tie, statement, whether seen as it is."""
        order = np.argsort(positions, kind="stable")
        places = positions[order]
        rows: list[tuple[int, Tie, bool]] = []
        for position, tie, as_seen in zip(self.position, self.ties, self.as_seen, strict=True):
            at = int(np.searchsorted(places, position))
            if at < len(places) and places[at] == position:
                rows.append((int(order[at]), tie, bool(as_seen)))
        return rows
