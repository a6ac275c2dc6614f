"""The rules that many interactions keep together, checked over whole columns at once."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence, Sized
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidArgumentError, InvalidRecordError, shown
from netzwerkwandel.model.arrays import BoolArray, FloatArray, IntArray, SmallIntArray, frozen
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.moments import MICROSECOND, microseconds
from netzwerkwandel.model.validation import check_key, refuse
from netzwerkwandel.model.vocabularies import CHANNELS


NOBODY = -1
_FIRST = microseconds(datetime.min.replace(tzinfo=UTC))
_LAST = microseconds(datetime.max.replace(tzinfo=UTC))
_DAY = timedelta(days=1) // MICROSECOND


class _Field(Protocol):
    @property
    def name(self) -> str: ...


def whole_numbers(value: npt.ArrayLike | Iterable[int]) -> IntArray:
    """Convert numbers to a read-only column of int64."""
    return _column(value, "iu", np.int64)


def small_numbers(value: npt.ArrayLike | Iterable[int]) -> SmallIntArray:
    """Convert numbers to a read-only column of int8."""
    return _column(value, "iu", np.int8)


def numbers(value: npt.ArrayLike | Iterable[float]) -> FloatArray:
    """Convert numbers to a read-only column of float64."""
    return _column(value, "iuf", np.float64)


# A column holds exactly the numbers that were given: what is no number, or would be cut or
# rounded to fit, such as 1.5 or 2**70 among whole numbers, is refused.
def _column(value: Any, kinds: str, dtype: type[Any]) -> npt.NDArray[Any]:
    try:
        column = np.asarray(value if hasattr(value, "__getitem__") else list(value))
    except (TypeError, ValueError, OverflowError) as error:
        raise _unfit(str(error)) from error
    if not column.size:
        column = column.astype(dtype)
    if column.ndim != 1 or column.dtype.kind not in kinds:
        raise _unfit(f"got {column.dtype} of shape {column.shape}")
    if dtype is not np.float64 and column.dtype != dtype:
        bounds = np.iinfo(dtype)
        if column.min() < bounds.min or column.max() > bounds.max:
            raise _unfit(f"got one that is not from {bounds.min} to {bounds.max}")
    return frozen(column.astype(dtype, copy=False))


def _unfit(reason: str) -> InvalidRecordError:
    return InvalidRecordError(f"InteractionColumns must be made of numbers that fit: {reason}")


def rows_that_rise(rows: npt.ArrayLike, n: int) -> IntArray:
    """Convert a mask of n rows, or places among them that rise, to places; refuse all else."""
    chosen = np.asarray(rows)
    if chosen.dtype == np.bool_ and chosen.shape == (n,):
        chosen = np.flatnonzero(chosen)
    if not chosen.size:
        chosen = chosen.astype(np.int64)
    is_column = chosen.ndim == 1 and chosen.dtype.kind in "iu"
    if not is_column or np.any(chosen[1:] <= chosen[:-1]) or np.any((chosen < 0) | (chosen >= n)):
        raise InvalidArgumentError(
            f"rows must be a mask of {n:,} or places among them that rise, got {chosen.dtype} of "
            f"shape {chosen.shape}"
        )
    return chosen.astype(np.int64)


def check_unique(kind: str, keys: Sequence[Key]) -> None:
    """Each record of one kind has its own key."""
    if len(set(keys)) == len(keys):
        return
    repeated = min(key for key, n in Counter(keys).items() if n > 1)
    raise InvalidRecordError(f"each {kind} must have its own key, got {shown(repeated)} twice")


def check_all_keys(instance: object, field: _Field, value: Any) -> None:
    """As ``check_key``, for many keys."""
    if not isinstance(value, tuple):
        raise refuse(instance, field, "a sequence of keys", value)
    # Nearly every column is settled by looking at all keys as one long text; only where something
    # is odd is each asked about.
    are_texts = set(map(type, value)) <= {str} and all(value)
    text = "".join(value) if are_texts else "\n"
    if text.isprintable() and (" " not in text or not any(map(str.isspace, value))):
        return
    for key in value:
        check_key(instance, field, key)


def check_people(instance: object, field: _Field, value: Any) -> None:
    """As ``check_all_keys``, each once and in order."""
    check_all_keys(instance, field, value)
    for pair in pairwise(value):
        if pair[0] >= pair[1]:
            raise refuse(instance, field, "in order, each key once", pair)


def check_offsets(instance: object, field: _Field, value: Any) -> None:
    """Offsets from UTC are less than a day."""
    if (i := _first((value <= -_DAY) | (value >= _DAY))) is not None:
        raise refuse(instance, field, "less than a day, in microseconds", int(value[i]))


def check_channels(instance: object, field: _Field, value: Any) -> None:
    """Channels are numbers of the vocabulary."""
    if (i := _first((value < 0) | (value >= len(CHANNELS)))) is not None:
        raise refuse(instance, field, f"from 0 to {len(CHANNELS) - 1}", int(value[i]))


def check_durations(instance: object, field: _Field, value: Any) -> None:
    """Durations are finite and not negative, or nan for not known."""
    # A comparison with nan is False, so nan passes.
    if (i := _first((value < 0) | (value > sys.float_info.max))) is not None:
        raise refuse(instance, field, "finite and at least 0, or nan", float(value[i]))


def check_lengths(n: int, columns: Iterable[tuple[str, Sized, int]]) -> None:
    """Columns have one value for each interaction, and some so many more."""
    for name, column, more in columns:
        if len(column) != n + more:
            raise InvalidRecordError(
                f"{name} must have {n + more:,} values for {n:,} interactions, got "
                f"{len(column):,} in InteractionColumns"
            )


def check_moments(at: IntArray, offset: IntArray) -> None:
    """Moments are within the years that a datetime can say, where they happened."""
    # Offsets are less than a day, so a sum too large for 64 bits comes out below the year 1.
    local = at + offset
    if (i := _first((local < _FIRST) | (local > _LAST))) is not None:
        raise InvalidRecordError(
            f"at must be from the year 1 to the year 9999 with its offset, got {local[i]} "
            "microseconds since 1970 in InteractionColumns"
        )


def check_order(at: IntArray, keys: Sequence[Key]) -> None:
    """Interactions stand in the order of their moments, and of their keys at one moment."""
    falls = at[1:] < at[:-1]
    for same in np.flatnonzero(at[1:] == at[:-1]).tolist():
        falls[same] = keys[same] >= keys[same + 1]
    if (i := _first(falls)) is not None:
        raise InvalidRecordError(
            f"interactions must be sorted by moment and key, got {shown(keys[i])} before "
            f"{shown(keys[i + 1])} in InteractionColumns"
        )


def check_participants(
    keys: Sequence[Key], starts: IntArray, participants: IntArray, people: int
) -> None:
    """Somebody took part in each interaction, each once and in order, and everybody in some."""
    if starts[0] != 0 or starts[-1] != len(participants):
        raise InvalidRecordError(
            f"starts must begin with 0 and end with the {len(participants):,} participants, got "
            f"{starts[0]} and {starts[-1]} in InteractionColumns"
        )
    if (i := _first(starts[1:] <= starts[:-1])) is not None:
        raise InvalidRecordError(f"participants must not be empty in Interaction {shown(keys[i])}")
    are_people = not np.any((participants < 0) | (participants >= people))
    if not are_people or not np.bincount(participants, minlength=people).all():
        raise InvalidRecordError(
            f"participants must be all numbers from 0 to {people - 1}, one for each of the people,"
            " got others in InteractionColumns"
        )
    # starts 0 3 5 and participants 0 1 4 | 2 3 hold two interactions. The numbers rise within
    # each; from the 4 of one to the 2 of the next they may fall. That step is at starts - 1, so
    # falls, which is here F F T F, is cleared there, and every fall left over is a wrong one.
    falls = participants[1:] <= participants[:-1]
    falls[starts[1:-1] - 1] = False
    if (place := _first(falls)) is not None:
        i = int(np.searchsorted(starts, place, side="right")) - 1
        raise InvalidRecordError(
            f"participants must be in order, each once, in Interaction {shown(keys[i])}"
        )


def check_senders(
    keys: Sequence[Key], sender: IntArray, starts: IntArray, participants: IntArray
) -> None:
    """Whoever wrote took part."""
    is_sender = participants == np.repeat(sender, np.diff(starts))
    took_part = np.logical_or.reduceat(is_sender, starts[:-1])
    if (i := _first((sender != NOBODY) & ~took_part)) is not None:
        raise InvalidRecordError(f"the sender must take part in Interaction {shown(keys[i])}")


def _first(flags: BoolArray) -> int | None:
    """The place of the first that is True."""
    return int(flags.argmax()) if flags.any() else None
