"""What the columns of the library are made of: arrays that nothing changes."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import Any, TypeAlias, TypeVar, cast

import numpy as np
import numpy.typing as npt


FloatArray: TypeAlias = npt.NDArray[np.float64]
IntArray: TypeAlias = npt.NDArray[np.int64]
SmallIntArray: TypeAlias = npt.NDArray[np.signedinteger[Any]]
BoolArray: TypeAlias = npt.NDArray[np.bool_]

A = TypeVar("A", bound=npt.NDArray[Any])

FEW = 1_000
"""So many values are put into an array piece by piece."""


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


def starts_of(counts: IntArray) -> IntArray:
    """Where each row of so many entries begins, and the last ends: 0 2 2 5 for 2 0 3."""
    starts = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def spans(begins: IntArray, ends: IntArray) -> tuple[IntArray, IntArray]:
    """The places from each beginning up to its end, span after span, and where each span begins."""
    # Of the spans from 5 to 6 and from 0 to 2, the counts are [1, 2] and the starts [0, 1, 3]:
    # place 0 of the answer is of the first, places 1 and 2 are of the second. Each span stands as
    # far from where it is told as its beginning is from its start, here +5 and -1: arange gives
    # 0 1 2, and with 5 -1 -1 added, 5 0 1.
    counts = ends - begins
    starts = starts_of(counts)
    positions = np.arange(starts[-1]) + np.repeat(begins - starts[:-1], counts)
    return positions, starts


def row_positions(row_ptr: IntArray, rows: IntArray) -> tuple[IntArray, IntArray]:
    """Where the entries of some rows stand, row after row, and where each row begins among them."""
    # row_ptr = [0, 2, 5, 6] has rows of 2, 3 and 1 entries: the rows [2, 0] are 5 to 6 and 0 to 2.
    return spans(row_ptr[rows], row_ptr[rows + 1])


def inserted(values: A, at: IntArray, new: A) -> A:
    """Put new values in before the places ``at``, which rise: 1 5 2 for 1 2, ``at`` 1, and 5."""
    if len(at) > FEW:
        return cast("A", np.insert(values, at, new))
    # A few values part an array into a few pieces, which are copied whole, several times as fast.
    pieces = [values[begin:end] for begin, end in pairwise([0, *at.tolist(), len(values)])]
    ones = [new[i : i + 1] for i in range(len(new))]
    return cast("A", np.concatenate([*chain(*zip(pieces, ones, strict=False)), pieces[-1]]))
