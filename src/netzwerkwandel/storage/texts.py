"""Which texts can be kept: those that every database can give back as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

import attrs

from netzwerkwandel.errors import StorageError
from netzwerkwandel.model import Interaction


def check_storable(record: attrs.AttrsInstance) -> None:
    """Refuse a record with a text that no database gives back: with a NUL, or half a surrogate.

    Raises
    ------
    StorageError
        That says in which field of what it is.
    """
    for field in attrs.fields(type(record)):
        for text in _texts(getattr(record, field.name)):
            if problem := _problem(text):
                raise StorageError(
                    f"a text to be stored must hold no {problem}, got {_shown(text)} in "
                    f"{field.name} of {type(record).__name__}"
                )


def check_all_storable(interactions: Iterable[Interaction]) -> None:
    """Refuse interactions of which one cannot be stored; all are looked at together first."""
    events = tuple(interactions)
    keys = chain((e.key for e in events), chain.from_iterable(e.participants for e in events))
    if _problem("".join(keys)):
        for event in events:
            check_storable(event)


def is_storable(text: str) -> bool:
    """Say whether a text can be kept; a name that cannot names nothing."""
    return _problem(text) is None


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif (fields := getattr(type(value), "__attrs_attrs__", None)) is not None:
        for field in fields:
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, Iterable) and not isinstance(value, Mapping):
        for each in value:
            yield from _texts(each)


def _problem(text: str) -> str | None:
    if "\0" in text:
        return "NUL character"
    if text.isascii():
        return None
    try:
        text.encode()
    except UnicodeEncodeError:
        return "half of a surrogate pair"
    return None


def _shown(text: str) -> str:
    return ascii(text if len(text) <= 40 else text[:37] + "...")
