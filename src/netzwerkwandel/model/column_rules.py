"""The rules that many interactions keep together, checked over whole columns at once."""

from __future__ import annotations

import math
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import compress, count, islice, pairwise
from operator import add, ge
from typing import Any, Protocol

from netzwerkwandel.errors import InvalidRecordError
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.validation import check_key, refuse
from netzwerkwandel.model.vocabularies import Channel


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
CHANNELS = tuple(Channel)
NOBODY = -1
_FIRST = (datetime.min.replace(tzinfo=UTC) - EPOCH) // MICROSECOND
_LAST = (datetime.max.replace(tzinfo=UTC) - EPOCH) // MICROSECOND
_DAY = timedelta(days=1) // MICROSECOND


class _Field(Protocol):
    @property
    def name(self) -> str: ...


def check_unique(kind: str, keys: Sequence[Key]) -> None:
    """Each record of one kind has its own key."""
    if len(set(keys)) == len(keys):
        return
    repeated = min(key for key, n in Counter(keys).items() if n > 1)
    raise InvalidRecordError(f"each {kind} must have its own key, got {repeated!r} twice")


def check_all_keys(instance: object, field: _Field, value: Any) -> None:
    """As ``check_key``, for many keys."""
    if not isinstance(value, tuple):
        raise refuse(instance, field, "a sequence of keys", value)
    plain = (
        set(map(type, value)) <= {str}
        and all(value)
        and all(map(str.isprintable, value))
        and not any(map(str.isspace, value))
    )
    if plain:
        return
    for key in value:
        check_key(instance, field, key)


def check_people(instance: object, field: _Field, value: Any) -> None:
    """As ``check_all_keys``, each once and in order."""
    check_all_keys(instance, field, value)
    if (i := first_fall(value)) is not None:
        raise refuse(instance, field, "in order, each key once", value[i : i + 2])


def check_offsets(instance: object, field: _Field, value: Any) -> None:
    """Offsets from UTC are less than a day."""
    for offset in _least_and_greatest(value):
        if not -_DAY < offset < _DAY:
            raise refuse(instance, field, "less than a day, in microseconds", offset)


def check_channels(instance: object, field: _Field, value: Any) -> None:
    """Channels are numbers of the vocabulary."""
    for channel in _least_and_greatest(value):
        if not 0 <= channel < len(CHANNELS):
            raise refuse(instance, field, f"from 0 to {len(CHANNELS) - 1}", channel)


def check_durations(instance: object, field: _Field, value: Any) -> None:
    """Durations are finite and not negative, or nan for not known."""
    known = [hours for hours in value if not math.isnan(hours)]
    for hours in _least_and_greatest(known):
        if not 0 <= hours <= sys.float_info.max:
            raise refuse(instance, field, "finite and at least 0, or nan", hours)


def check_lengths(n: int, columns: Iterable[tuple[str, Sequence[object], int]]) -> None:
    """Columns have one value for each interaction, and some so many more."""
    for name, column, more in columns:
        if len(column) != n + more:
            raise InvalidRecordError(
                f"{name} must have {n + more:,} values for {n:,} interactions, got "
                f"{len(column):,} in InteractionColumns"
            )


def check_moments(at: array[int], offset: array[int]) -> None:
    """Moments are within the years that a datetime can say, where they happened."""
    for local in _least_and_greatest(list(map(add, at, offset))):
        if not _FIRST <= local <= _LAST:
            raise InvalidRecordError(
                f"at must be from the year 1 to the year 9999 with its offset, got {local} "
                "microseconds since 1970 in InteractionColumns"
            )


def check_order(at: array[int], keys: Sequence[Key]) -> None:
    """Interactions stand in the order of their moments, and of their keys at one moment."""
    following = zip(islice(at, 1, None), islice(keys, 1, None), strict=True)
    i = _first(map(ge, zip(at, keys, strict=True), following))
    if i is not None:
        raise InvalidRecordError(
            f"interactions must be sorted by moment and key, got {keys[i]!r} before "
            f"{keys[i + 1]!r} in InteractionColumns"
        )


def check_participants(
    keys: Sequence[Key], starts: array[int], participants: array[int], people: int
) -> None:
    """Somebody took part in each interaction, each once and in order, and everybody in some."""
    if starts[0] != 0 or starts[-1] != len(participants):
        raise InvalidRecordError(
            f"starts must begin with 0 and end with the {len(participants):,} participants, got "
            f"{starts[0]} and {starts[-1]} in InteractionColumns"
        )
    if (i := first_fall(starts)) is not None:
        raise InvalidRecordError(f"participants must not be empty in Interaction {keys[i]!r}")
    if set(participants) != set(range(people)):
        raise InvalidRecordError(
            f"participants must be all numbers from 0 to {people - 1}, one for each of the people,"
            " got others in InteractionColumns"
        )
    if (i := _first_disorder(starts, participants)) is not None:
        raise InvalidRecordError(
            f"participants must be in order, each once, in Interaction {keys[i]!r}"
        )


def _first_disorder(starts: array[int], participants: array[int]) -> int | None:
    """The first interaction whose participants do not rise.

    From one interaction to the next they may fall. It is enough to count the falls, unless there
    are more of them.
    """
    falls = sum(map(ge, participants, islice(participants, 1, None)))
    between = sum(participants[start - 1] >= participants[start] for start in starts[1:-1])
    if falls == between:
        return None
    events = (participants[start:end] for start, end in pairwise(starts))
    return _first(first_fall(event) is not None for event in events)


def check_senders(
    keys: Sequence[Key], sender: array[int], starts: array[int], participants: array[int]
) -> None:
    """Whoever wrote took part."""
    i = _first(
        who != NOBODY and who not in participants[start:end]
        for who, (start, end) in zip(sender, pairwise(starts), strict=True)
    )
    if i is not None:
        raise InvalidRecordError(f"the sender must take part in Interaction {keys[i]!r}")


def first_fall(values: Sequence[Any]) -> int | None:
    """The place of the first value that is not below the next."""
    return _first(map(ge, values, islice(values, 1, None)))


def _first(flags: Iterable[bool]) -> int | None:
    return next(compress(count(), flags), None)


def _least_and_greatest(values: Sequence[Any]) -> tuple[Any, ...]:
    return (min(values), max(values)) if values else ()
