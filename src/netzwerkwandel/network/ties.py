from __future__ import annotations

from functools import cached_property

import attrs
import numpy as np

from netzwerkwandel.network.alters import Alters, all_ties_of_sources, for_each_tie
from netzwerkwandel.network.arrays import FloatArray, IntArray, column
from netzwerkwandel.network.circles import circles
from netzwerkwandel.network.core import circle_core_numbers, depths
from netzwerkwandel.network.dyadic import Dyadic, dyadic
from netzwerkwandel.network.stated_ties import StatedTies
from netzwerkwandel.network.thirds import count_thirds


RENEWAL = 3.0
"""Years in which half of what was redundant in a contact's circle is taken to be new."""


@attrs.frozen(eq=False, repr=False)
class Ties(StatedTies):
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
        return count_thirds(self.network, self.positions)

    @column
    def simmelian(self) -> IntArray:
        """To how many people both are mutually tied, where they are so themselves; else 0.

        A tie is not mutual if only one of the two is known to have reached out.
        """
        measured = self.network.measured
        if measured is None:
            return self.embeddedness
        held = count_thirds(self.network, self.positions, mutual=True)
        return np.where(measured.one_sided(self.positions), 0, held)

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
        whole = all_ties_of_sources(self.network, self.positions)
        if not np.array_equal(whole, self.positions):
            return Ties(self.network, whole).core[np.searchsorted(whole, self.positions)]
        numbers = circle_core_numbers(self.network, whole)
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

        return for_each_tie(self.network, self.positions, of)

    @column
    def novelty(self) -> FloatArray:
        """How much that is new a contact can bring, from 0 to 1.

        ``1 - redundancy``, where redundancy halves with every ``RENEWAL`` years of silence: the
        longer the silence, the more of the circle the contact moves in was built since.
        """
        silence = np.nan_to_num(self.silence, nan=0.0)
        return 1.0 - self.redundancy * np.exp2(-silence / RENEWAL)
