"""What each tie is worth to the person who has it, as ``Ties`` tell it.

For some people it is worked out row by row, at the cost of their neighbourhoods (``RowDyads``); for
everybody in one pass over all closed triads (``SlotDyads``). Every sum runs in the same order in
both, so that the results are the same to the last bit.
"""

from __future__ import annotations

from functools import cached_property

import attrs
import numpy as np

from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.csr import Csr
from netzwerkwandel.network.row_dyads import RowDyads, row_dyads
from netzwerkwandel.network.slot_dyads import slot_dyads


@attrs.frozen(eq=False, slots=False)
class Dyadic:
    """What each of some ties is worth to the person who has it, within her own circle.

    Over everybody's at once if they are most, else at their own cost; and no more than is asked.

    Parameters
    ----------
    csr : Csr
        Everybody's ties.
    rows : IntArray, shape (n_rows,)
        The directed ties asked about.
    """

    csr: Csr
    rows: IntArray

    @property
    def _asks_most(self) -> bool:
        return 2 * len(self.rows) > len(self.csr)

    @cached_property
    def _row_dyads(self) -> tuple[RowDyads, IntArray]:
        """The ties of the people asked about, and where those asked about stand among them."""
        people = np.unique(np.searchsorted(self.csr.indptr, self.rows, side="right") - 1)
        dyads = row_dyads(self.csr, people, "ego")
        order = np.argsort(dyads.positions)
        return dyads, order[np.searchsorted(dyads.positions[order], self.rows)]

    @property
    def constraint(self) -> FloatArray:
        """Burt's dyadic constraint in the ego model, shape (n_rows,)."""
        if self._asks_most:
            return slot_dyads(self.csr, "ego", shared=False).constraint(self.csr)[self.rows]
        dyads, at = self._row_dyads
        return dyads.constraint()[at]

    @property
    def redundancy(self) -> FloatArray:
        """Burt's dyadic redundancy in the ego model, from 0 to 1, shape (n_rows,)."""
        if self._asks_most:
            slots = slot_dyads(self.csr, "ego", through=False)
            return np.minimum(slots.redundancy(self.csr)[self.rows], 1.0)
        dyads, at = self._row_dyads
        return np.minimum(dyads.redundancy()[at], 1.0)
