"""What cannot change, in a pickle and as a copy: smaller than it is, and the same object."""

from __future__ import annotations

from typing import Any, Self, TypeVar

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.model.arrays import IntArray


MANY = 100
"""So many values are worth being packed."""
BETWEEN = "\0"

T = TypeVar("T")


class Unchanging:
    """The base of what nothing can change: a copy of it is the same object."""

    __slots__ = ()

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _: object) -> Self:
        return self


@attrs.frozen(eq=False)
class Packed:
    """Something that a pickle is given in place of a value, and that is the value when unpickled.

    Parameters
    ----------
    small : object
        What is written down.
    restored : callable
        From what is written down to the value.
    """

    small: tuple[Any, ...]
    restored: Any

    def __reduce__(self) -> tuple[Any, ...]:
        return self.restored, self.small


def packed(value: T) -> T | Packed:
    """Give what stands for a value in a pickle: an array or many texts made smaller, else itself.

    Whole numbers take four bytes each where that is enough, an array of one number is that number,
    and many texts are one.
    """
    if (
        isinstance(value, np.ndarray)
        and value.ndim == 1
        and value.dtype.kind in "iufb"
        and value.size >= MANY
    ):
        least, most = value.min(), value.max()
        # 0.0 and -0.0 are equal, and not the same.
        if least == most and (least or value.dtype.kind != "f"):
            return Packed((least, len(value)), one_number)
        four_bytes = np.iinfo(np.int32)
        if value.dtype == np.int64 and four_bytes.min <= least and most <= four_bytes.max:
            return Packed((value.astype(np.int32),), eight_bytes)
        return Packed((value,), of_numpy)
    if isinstance(value, tuple) and len(value) >= MANY and isinstance(value[0], str):
        try:
            text = BETWEEN.join(value)
        except TypeError:
            return value
        if text.count(BETWEEN) == len(value) - 1:
            return Packed((text,), several_texts)
    return value


def one_number(number: np.generic, n: int) -> npt.NDArray[Any]:
    """An array of one number, n times."""
    return np.full(n, number)


def eight_bytes(numbers: npt.NDArray[np.int32]) -> IntArray:
    """Whole numbers as they are computed with."""
    return numbers.astype(np.int64)


def of_numpy(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The same numbers, by the type that numpy has for them.

    From a pickle comes a type of its own that only equals it, and with which numpy adds to places
    of an array (``np.add.at``) a hundred times as slowly.
    """
    return values.view(values.dtype.str)


def several_texts(text: str) -> tuple[str, ...]:
    """The texts that were written down as one."""
    return tuple(text.split(BETWEEN))
