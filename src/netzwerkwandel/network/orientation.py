"""Every tie once, from the person of lower degree to the one of higher."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.network.arrays import FloatArray, IntArray, SmallIntArray
from netzwerkwandel.network.kernels.oriented import OrientedArrays
from netzwerkwandel.network.kernels.table import down_slots, find_slots, up_rows


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Orientation:
    r"""Every tie once, from the person of lower rank to the one of higher.

    People are ranked by degree, and by index where degrees are equal. Each closed triad q < i < j
    then stands once, in q's row; and a hub's row is short, since few have more ties than it has.
    All indices here are ranks, and a *slot* is the place of an undirected tie. Where 1 is tied to
    0, 2, 3 and 2 to 3, the ranks and slots are ::

        1 - 0      person  0 2 3 1        low     0  1  1  2
        | \        rank    0 1 2 3        up      3  2  3  3
        2 - 3                             slot    0  1  2  3

    Parameters
    ----------
    order : IntArray, shape (n_contacts,)
        The person of each rank.
    rank : IntArray, shape (n_contacts,)
        The rank of each person.
    up_ptr : IntArray, shape (n_contacts + 1,)
        Where each row begins.
    up : IntArray, shape (n_slots,)
        The higher end of each tie, in order within a row.
    weights : FloatArray, shape (n_slots,)
        The weight of each tie.
    """

    order: SmallIntArray
    rank: SmallIntArray
    up_ptr: IntArray
    up: SmallIntArray
    weights: FloatArray
    _down: list[Any] = attrs.field(factory=list)
    _slots: list[Any] = attrs.field(factory=list)

    @cached_property
    def low(self) -> SmallIntArray:
        """The lower end of each tie, shape (n_slots,)."""
        ranks = np.arange(len(self.order), dtype=self.up.dtype)
        return np.repeat(ranks, np.diff(self.up_ptr))

    @property
    def is_plain(self) -> bool:
        """Whether every tie is known to weigh 1: its weights are ``all_1``."""
        return self.weights.strides == (0,)

    @property
    def arrays(self) -> OrientedArrays:
        """What compiled loops read: each rank's ties to lower ranks worked out too."""
        down_ptr, down = self._down or down_slots(self.up_ptr, self.up)
        self._down[:] = down_ptr, down
        return OrientedArrays(
            self.up_ptr, _unsigned(self.up), self.weights, down_ptr, _unsigned(down)
        )

    def with_weights(self, weights: FloatArray) -> Orientation:
        """Give the same ties other weights, shape (n_slots,)."""
        # ``_down`` and ``_slots`` are shared, since they follow from the ties alone.
        return attrs.evolve(self, weights=weights)

    def slots_of(self, indptr: IntArray, indices: IntArray) -> tuple[SmallIntArray, SmallIntArray]:
        """The slot of every directed tie, and the side it is seen from: 0 from the lower end.

        Shapes (n_ties,).
        """
        slots, sides = self._slots or find_slots(indptr, indices, self.rank, self.up_ptr, self.up)
        self._slots[:] = slots, sides
        return slots, sides


def _unsigned(numbers: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The same four bytes as numbers that are never negative."""
    # Compiled code asks of an index that might be negative whether it counts from the end: in the
    # innermost loops that is a fifth of the time. In eight bytes no sum of the two kinds is whole.
    return numbers.view(np.uint32) if numbers.dtype == np.int32 else numbers


def all_1(n_slots: int) -> FloatArray:
    """The weights of ties that all weigh 1: one number, whatever their number."""
    return np.broadcast_to(np.float64(1.0), n_slots)


def orient(indptr: IntArray, indices: IntArray, weights: FloatArray | None) -> Orientation:
    """Orient the ties of a network from lower to higher degree.

    Parameters
    ----------
    indptr, indices, weights : arrays
        The symmetric network; no weights where each tie weighs 1.

    Returns
    -------
    Orientation
        The same arrays whichever kernel runs.
    """
    # Half the memory, and so half the time to read it, where four bytes are enough for a slot.
    n, four_bytes = len(indptr) - 1, len(indices) < np.iinfo(np.int32).max
    small: npt.DTypeLike = np.int32 if four_bytes else np.int64
    degree = np.diff(indptr)
    # Numbers of two bytes are sorted by counting them.
    if len(degree) and degree.max() < 2**16:
        degree = degree.astype(np.uint16)
    order = np.argsort(degree, kind="stable").astype(small)
    rank = np.empty(n, dtype=small)
    rank[order] = np.arange(n, dtype=small)
    up_ptr, up, slot_weights, down = up_rows(indptr, indices, weights, rank)
    return Orientation(
        order=order,
        rank=rank,
        up_ptr=up_ptr,
        up=up,
        weights=all_1(len(up)) if slot_weights is None else slot_weights,
        down=list(down or ()),
    )
