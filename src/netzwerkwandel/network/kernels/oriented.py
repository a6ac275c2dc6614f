"""What the hot loops over closed triads need to know of a network."""

from __future__ import annotations

from typing import NamedTuple, Protocol, TypeAlias

from netzwerkwandel.network.arrays import FloatArray, IntArray, SmallIntArray


DownSlots: TypeAlias = tuple[IntArray, SmallIntArray]
"""``down_ptr`` and ``down`` of ``OrientedArrays``."""


class OrientedArrays(NamedTuple):
    """The same as ``Oriented``, all of it worked out: a tuple, as compiled code knows it.

    Parameters
    ----------
    up_ptr, up, weights
        As in ``Oriented``.
    down_ptr : IntArray, shape (n_contacts + 1,)
        Where each rank's ties to lower ranks begin.
    down : SmallIntArray, shape (n_slots, 2)
        The slot of each of these ties, and the lower rank, in the order of these.
    """

    up_ptr: IntArray
    up: SmallIntArray
    weights: FloatArray
    down_ptr: IntArray
    down: SmallIntArray


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
    def is_plain(self) -> bool:
        """Whether every tie is known to weigh 1: then some loops have less to do."""

    @property
    def arrays(self) -> OrientedArrays:
        """All that compiled code reads of it."""
