"""What the people of a list of ties are called: keys, and numbers that are places or names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from numbers import Number
from typing import Any, TypeGuard

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidNetworkError, shown
from netzwerkwandel.model import Key
from netzwerkwandel.model.validation import is_key
from netzwerkwandel.network.arrays import IntArray


MOST_PLACES = 100_000
"""Whole numbers below this are places, however few ties there are."""
PLACES_A_TIE = 10
"""Greater ones are, too, as long as they leave no more places than this for each tie."""

_PLACES = tuple(map(np.dtype, ("i1", "i2", "i4", "i8", "u1", "u2", "u4")))

Column = IntArray | list[Hashable]
"""Whole numbers that fit, or else names, of which any may be a whole number."""


@attrs.frozen
class Names:
    """What the people are called, in the order of all arrays.

    Parameters
    ----------
    keys : sequence of str
        The key of each.
    are_numbers : bool
        Whether they were named by whole numbers other than their places, so that 1 is somebody's
        name wherever a person is asked about.
    """

    keys: tuple[Key, ...]
    are_numbers: bool = False

    @classmethod
    def places(cls, n: int) -> Names:
        """Call so many people by their places."""
        return cls(tuple(map(str, range(n))))

    @classmethod
    def given(cls, names: Sequence[Hashable] | npt.NDArray[Any]) -> Names:
        """Take the people as they are named, each once.

        Raises
        ------
        InvalidNetworkError
            If somebody has no name, or two have the same.
        """
        # Each letter of a text is a name, as "abc" in examples.
        column = named("keys", list(names) if isinstance(names, str) else names)
        keys = tuple(map(str, column))
        if len(set(keys)) != len(keys):
            repeated = min(key for key, n in Counter(keys).items() if n > 1)
            raise InvalidNetworkError(
                f"each person must have her own key, got {shown(repeated)} twice"
            )
        whole = isinstance(column, np.ndarray) or any(map(is_whole, column))
        return cls(keys, whole and keys != cls.places(len(keys)).keys)


def numbered(a: Column, b: Column, keys: Sequence[Hashable] | None) -> tuple[Names, IntArray]:
    """Number the people at the ends of ties, by place where they are numbers, else by name.

    Parameters
    ----------
    a, b : columns
        Who is at either end of each tie, as ``named`` gives them.
    keys : sequence of str or None
        All people, in the order of their places.

    Returns
    -------
    tuple of Names and IntArray, shape (2, n_ties)
        What everybody is called, and who is at the ends.

    Raises
    ------
    InvalidNetworkError
        If a number is nobody's place, or a name nobody's key.
    """
    if isinstance(a, np.ndarray) and isinstance(b, np.ndarray):
        ends = np.stack([a, b])
        lowest, highest = int(ends.min(initial=0)), int(ends.max(initial=-1))
        most = max(MOST_PLACES, PLACES_A_TIE * len(a))
        names = Names.places(min(highest + 1, most)) if keys is None else Names.given(keys)
        if lowest < 0 or (highest >= len(names.keys) and keys is not None):
            raise InvalidNetworkError(
                f"numbers of people must lie between 0 and {len(names.keys) - 1}, got "
                f"{lowest if lowest < 0 else highest}"
            )
        if highest < most or keys is not None:
            return names, ends
        # Nobody stands at most of so many places: these are ids, and who has no tie has none.
        ids, back = np.unique(ends, return_inverse=True)
        return Names(tuple(map(str, ids.tolist())), are_numbers=True), back.reshape(2, -1)
    texts = list(map(str, [*a, *b]))
    whole = any(map(is_whole, [*a, *b]))
    names = Names(tuple(sorted(set(texts))), whole) if keys is None else Names.given(keys)
    number = {key: i for i, key in enumerate(names.keys)}
    unknown = sorted(set(texts) - number.keys())
    if unknown:
        raise InvalidNetworkError(f"ties must join known keys, got {shown(unknown[0])}")
    return names, np.array([number[key] for key in texts], dtype=np.int64).reshape(2, -1)


def named(column: str, values: Iterable[Hashable] | npt.ArrayLike) -> Column:
    """Read whom a column of a table names; what names nobody is refused, with its row.

    That is whatever stands for a missing value (None, nan, NaT, NA), an empty text, and what is no
    name, as a fraction or a truth value.

    Raises
    ------
    InvalidNetworkError
        If somebody has no name, or it is no column.
    """
    if isinstance(values, np.ndarray) and values.dtype in _PLACES and values.ndim == 1:
        return values.astype(np.int64)
    given = _values(column, values)
    whole = [int(value) for value in given if is_whole(value)]
    if len(whole) == len(given):
        with suppress(OverflowError):
            return np.array(whole, dtype=np.int64)
    wrong = [row for row, value in enumerate(given) if not _is_name(value)]
    if wrong:
        # A column of numbers with a gap comes as fractions, all of them wrong: the gap is why.
        row = next((row for row in wrong if is_missing(given[row])), wrong[0])
        raise InvalidNetworkError(
            f"people must be named by whole numbers or keys, got {shown(given[row])} in row {row} "
            f"of {column}"
        )
    return given


def is_missing(value: object) -> bool:
    """Say whether a value stands for a missing one: None, nan, NaT, or pandas' NA."""
    # All of these but None differ from themselves, or do not know whether they do.
    same: object = value == value  # noqa: PLR0124
    return value is None or not (isinstance(same, bool | np.bool_) and bool(same))


def is_whole(value: object) -> TypeGuard[int]:
    """Say whether a value is a whole number, as True is not."""
    return isinstance(value, int | np.integer) and not isinstance(value, bool)


def _values(column: str, values: object) -> list[Hashable]:
    """The values of a list, an array or a column of any data frame, as they are."""
    # An array made of a list that mixes kinds would make texts of all of them, of nan "nan".
    listed: object = np.asarray(values) if hasattr(values, "__array__") else values
    unordered = isinstance(listed, str | bytes | Mapping | AbstractSet)
    dimensions = listed.ndim if isinstance(listed, np.ndarray) else 1
    if unordered or not isinstance(listed, Iterable) or dimensions != 1:
        raise InvalidNetworkError(f"{column} must be a list of people, got {shown(values)}")
    # Of moments to the nanosecond numpy makes whole numbers otherwise.
    is_time = isinstance(listed, np.ndarray) and listed.dtype.kind in "mM"
    return listed.tolist() if isinstance(listed, np.ndarray) and not is_time else list(listed)


def _is_name(value: object) -> bool:
    if isinstance(value, str):
        return is_key(value)
    if is_whole(value):
        return True
    odd = isinstance(value, Number | bool | np.bool_ | bytes) or not isinstance(value, Hashable)
    return not odd and not is_missing(value)
