"""The idioms of arrays that recur here, each under one name, and arrays that nobody can change.

Much of this room is *ragged*: rows of unlike length, one after the other in one array. Where they
begin is said by ``starts``, and with the end of the last by a ``row_ptr``::

    values    a b | c | d e f        a row of 2, a row of 1, and a row of 3
    starts    0     2   3
    row_ptr   0     2   3     6
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial, wraps
from typing import Any, TypeVar, cast

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.model.arrays import (
    BoolArray,
    FloatArray,
    IntArray,
    SmallIntArray,
    freeze,
    inserted,
    row_positions,
    spans,
    starts_of,
)
from netzwerkwandel.model.packing import Unchanging, packed


__all__ = [
    "GREATEST_WEIGHT",
    "IN_CACHE",
    "LEAST_WEIGHT",
    "BoolArray",
    "FloatArray",
    "FrozenArrays",
    "IntArray",
    "SmallIntArray",
    "column",
    "computed",
    "find_sorted",
    "find_ties",
    "freeze",
    "inserted",
    "order_by",
    "place_in_rows",
    "place_in_run",
    "put",
    "reduce_rows",
    "row_positions",
    "run_lengths",
    "run_starts",
    "spans",
    "starts_of",
]


LEAST_WEIGHT = 1e-140
GREATEST_WEIGHT = 1e140
"""Within these the products of two weights are numbers as exact as any."""

IN_CACHE = 50_000
"""So many values at once are fastest where several arrays are worked out of each other."""

T = TypeVar("T")
A = TypeVar("A", bound=npt.NDArray[Any])


def column(compute: Callable[[T], A]) -> cached_property[A]:
    """Make a property that is computed on first use, kept, and read-only from then on."""

    @wraps(compute)
    def frozen(self: T) -> A:
        array = compute(self)
        freeze(array)
        return array

    return cached_property(frozen)


def computed(instance: object, name: str) -> Any:
    """Give a cached property that was computed already, or None."""
    try:
        # Not ``getattr``, which would compute it now.
        return object.__getattribute__(instance, name)
    except AttributeError:
        return None


def put(instance: object, name: str, value: object) -> None:
    """Give a cached property a value that is known from elsewhere."""
    object.__setattr__(instance, name, value)


class FrozenArrays(Unchanging):
    """The base of attrs classes whose arrays are read-only: made, copied or unpickled.

    numpy forgets on the way through a pickle that an array is read-only. So these are made anew
    from their fields, which leaves behind, too, all that can be computed from them again.
    """

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        for value in self._fields().values():
            if isinstance(value, np.ndarray):
                freeze(value)

    def __reduce__(self) -> tuple[object, ...]:
        fields = {name: packed(value) for name, value in self._fields().items()}
        return partial(type(self), **fields), ()

    def _fields(self) -> Mapping[str, Any]:
        kind = cast("type[attrs.AttrsInstance]", type(self))
        names = (field.name for field in attrs.fields(kind) if field.init)
        return {name: getattr(self, name) for name in names}


def run_starts(sorted_values: npt.NDArray[Any]) -> IntArray:
    """Return where each run of equal values begins, shape (n_runs,): 0, 2 for ``[7, 7, 9]``."""
    if not len(sorted_values):
        return np.zeros(0, dtype=np.int64)
    is_new = np.ones(len(sorted_values), dtype=np.bool_)
    is_new[1:] = sorted_values[1:] != sorted_values[:-1]
    return np.flatnonzero(is_new)


def run_lengths(starts: IntArray, end: int) -> IntArray:
    """Return how long each run is: 2, 1 for ``starts`` ``[0, 2]`` and the ``end`` 3."""
    return np.diff(np.append(starts, end))


def place_in_run(starts: IntArray, end: int) -> IntArray:
    """Number the values of each run from 0: 0, 1, 0 for ``starts`` ``[0, 2]`` and the ``end`` 3."""
    return np.arange(end) - np.repeat(starts, run_lengths(starts, end))


def reduce_rows(ufunc: np.ufunc, values: FloatArray, row_ptr: IntArray, empty: float) -> FloatArray:
    """Reduce each row of a ragged array; ``empty`` for a row without entries."""
    reduced = np.full(len(row_ptr) - 1, empty)
    filled = np.flatnonzero(np.diff(row_ptr))
    if len(filled):
        reduced[filled] = ufunc.reduceat(values, row_ptr[filled])
    return reduced


def order_by(first: IntArray, second: IntArray, n: int) -> IntArray:
    """The order of some pairs of numbers from 0 to n - 1: by the first, then by the second."""
    # Two bytes are sorted by counting them, twice as fast as by comparing.
    if n <= 2**16:
        return np.lexsort((second.astype(np.uint16), first.astype(np.uint16)))
    return np.argsort(first * n + second, kind="stable")


def find_sorted(sorted_values: IntArray, values: IntArray, *, missing: int = -1) -> IntArray:
    """Find where values stand in a sorted array: 1 and ``missing`` for 5 and 6 in ``[2, 5]``."""
    if not len(sorted_values):
        return np.full(len(values), missing, dtype=np.int64)
    # A value greater than all would stand one place behind the end, where there is none to compare.
    place = np.minimum(np.searchsorted(sorted_values, values), len(sorted_values) - 1)
    return np.where(sorted_values[place] == values, place, missing)


def find_ties(indptr: IntArray, indices: IntArray, i: IntArray, q: IntArray) -> IntArray:
    """Find the directed ties (i, q) by bisection of each i's sorted row; -1 where none is."""
    # A q that is beyond the row's last ends at ``end``, which may be beyond the last tie of all:
    # hence the ``minimum``.
    end = indptr[i + 1]
    place = place_in_rows(indptr[i], end, indices, q)
    there = place < end
    there &= indices[np.minimum(place, max(len(indices) - 1, 0))] == q if len(indices) else False
    return np.where(there, place, -1)


def place_in_rows(
    begins: SmallIntArray, ends: SmallIntArray, values: SmallIntArray, wanted: SmallIntArray
) -> SmallIntArray:
    """Find where each wanted value stands, or would, in a stretch of values that rise within it."""
    # All the bisections go forward together: by 4 places, then 2, then 1 where none is longer than
    # 7, each unless it would pass the end or a value that is not smaller. Some at a time, so that
    # what is worked out of them stays in the cache of the processor.
    place = begins.copy()
    for first in range(0, len(place), IN_CACHE):
        part = slice(first, first + IN_CACHE)
        here, end, aim = place[part], ends[part], wanted[part]
        for power in reversed(range(int((end - here).max(initial=0)).bit_length())):
            step = here.dtype.type(1 << power)
            reached = here + step
            passes = values.take(reached - 1, mode="clip") < aim
            passes &= reached <= end
            here += passes * step
    return place
