"""What the hot loops over closed triads need to know of a network."""

from __future__ import annotations

from typing import Protocol

from netzwerkwandel.network.arrays import FloatArray, IntArray, SmallIntArray


class Oriented(Protocol):
    """Every tie once, from the person of lower rank to the one of higher, as in ``Orientation``."""

    @property
    def up_ptr(self) -> IntArray:
        """Where each rank's row begins, shape (n_contacts + 1,)."""

    @property
    def up(self) -> SmallIntArray:
        """The higher end of each tie, in order within a row, shape (n_slots,)."""

    @property
    def low(self) -> SmallIntArray:
        """The lower end of each tie, shape (n_slots,)."""

    @property
    def weights(self) -> FloatArray:
        """The weight of each tie, shape (n_slots,)."""

    @property
    def down(self) -> tuple[IntArray, SmallIntArray, SmallIntArray]:
        """Where each rank's ties to lower ranks begin, their slots, and the lower ranks."""
