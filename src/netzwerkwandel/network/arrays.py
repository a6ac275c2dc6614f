from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, wraps
from typing import Any, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt


FloatArray: TypeAlias = npt.NDArray[np.float64]
IntArray: TypeAlias = npt.NDArray[np.int64]
BoolArray: TypeAlias = npt.NDArray[np.bool_]

T = TypeVar("T")
A = TypeVar("A", bound=npt.NDArray[Any])


def freeze(array: npt.NDArray[np.generic]) -> None:
    """Make an array read-only, so that what was computed from it stays true."""
    array.flags.writeable = False


def column(compute: Callable[[T], A]) -> cached_property[A]:
    """Make a property that is computed on first use, kept, and read-only from then on."""

    @wraps(compute)
    def frozen(self: T) -> A:
        array = compute(self)
        freeze(array)
        return array

    return cached_property(frozen)


def runs(sorted_values: IntArray) -> IntArray:
    """Return where each run of equal values begins, shape (n_runs,)."""
    if not len(sorted_values):
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(np.r_[True, sorted_values[1:] != sorted_values[:-1]])
