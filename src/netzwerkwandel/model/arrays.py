"""What the columns of the library are made of: arrays that nothing changes."""

from __future__ import annotations

from typing import Any, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt


FloatArray: TypeAlias = npt.NDArray[np.float64]
IntArray: TypeAlias = npt.NDArray[np.int64]
SmallIntArray: TypeAlias = npt.NDArray[np.signedinteger[Any]]
BoolArray: TypeAlias = npt.NDArray[np.bool_]

A = TypeVar("A", bound=npt.NDArray[Any])


def freeze(array: npt.NDArray[np.generic]) -> None:
    """Make an array read-only, so that what was computed from it stays true."""
    array.flags.writeable = False


def frozen(array: A) -> A:
    """Return an array that nobody can change: itself where that is so, and otherwise a copy."""
    # A read-only view is no promise: whoever holds the array below it can still write to that.
    below: Any = array
    while isinstance(below, np.ndarray) and not below.flags.writeable:
        below = below.base
    if below is None:
        return array
    copy: A = array.copy()
    freeze(copy)
    return copy


def row_positions(row_ptr: IntArray, rows: IntArray) -> tuple[IntArray, IntArray]:
    """Where the entries of some rows stand, row after row, and where each row begins among them."""
    # row_ptr = [0, 2, 5, 6] has rows of 2, 3 and 1 entries. Of the rows [2, 0], the counts are
    # [1, 2] and the starts [0, 1, 3]: entry 0 of the answer is one of row 2, entries 1 and 2 are
    # of row 0. Each row's entries stand as far from where they are told as its start is from its
    # row_ptr, here +5 and -1: arange gives 0 1 2, and with 5 -1 -1 added, 5 0 1.
    counts = row_ptr[rows + 1] - row_ptr[rows]
    starts = np.r_[0, np.cumsum(counts)]
    positions = np.arange(starts[-1]) + np.repeat(row_ptr[rows] - starts[:-1], counts)
    return positions, starts
