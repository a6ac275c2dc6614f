"""Which texts can be kept: those that every database can give back as they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

import attrs

from netzwerkwandel.errors import InvalidArgumentError, StorageError
from netzwerkwandel.model import Interaction
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.validation import instances


def check_storable(record: attrs.AttrsInstance) -> None:
    r"""Refuse a record with a text that no database gives back: with a NUL, or half a surrogate.

    PostgreSQL has no NUL in a text, SQLite ends one there; a half of a surrogate pair cannot be
    written in UTF-8. A storage that takes them would lose them without a word.

    Parameters
    ----------
    record : a record
        What is to be stored.

    Raises
    ------
    StorageError
        That says in which field of what it is.
    InvalidArgumentError
        If it is no record.

    Examples
    --------
    >>> from netzwerkwandel.model import Contact
    >>> check_storable(Contact(key="card:1", name="Ben\0"))
    Traceback (most recent call last):
    netzwerkwandel.errors.StorageError: a text to be stored must hold no NUL character, got ...
    """
    if not attrs.has(type(record)):
        raise InvalidArgumentError(f"record must be a record, got {record!r:.80}")
    for field in attrs.fields(type(record)):
        for text in _texts(getattr(record, field.name)):
            if problem := _problem(text):
                shown = text if len(text) <= 40 else text[:37] + "..."
                raise StorageError(
                    f"a text to be stored must hold no {problem}, got {shown!a} in {field.name} of "
                    f"{type(record).__name__}"
                )


def check_all_storable(interactions: Iterable[Interaction]) -> None:
    """Refuse interactions of which one cannot be stored.

    Parameters
    ----------
    interactions : sequence of Interaction
        What is to be stored.

    Raises
    ------
    StorageError
        That says in which field of the first one it is.
    InvalidRecordError
        If one is no interaction.

    Examples
    --------
    >>> check_all_storable([])
    """
    # Only keys are texts of a user here. All are looked at together first, which is one search in
    # one long text instead of millions in short ones.
    events: Iterable[Interaction]
    if isinstance(interactions, InteractionColumns):
        events, keys = interactions, chain(interactions.keys, interactions.people)
    else:
        events = several = instances(Interaction, "interactions", interactions)
        keys = chain((e.key for e in several), chain.from_iterable(e.participants for e in several))
    if _problem("".join(keys)):
        for event in events:
            check_storable(event)


def is_storable(text: str) -> bool:
    r"""Say whether a text can be kept; a name that cannot names nothing.

    Parameters
    ----------
    text : str
        A text.

    Returns
    -------
    bool
        False if it holds a NUL or half of a surrogate pair.

    Raises
    ------
    InvalidArgumentError
        If it is no text.

    Examples
    --------
    >>> is_storable("Größe"), is_storable("a\0b")
    (True, False)
    """
    check_kind("text", text, str)
    return _problem(text) is None


def those_storable(texts: Iterable[str]) -> Collection[str]:
    """Those of the texts that can be kept, each once; all are looked at together first."""
    once = set(texts)
    return (
        once if _problem("".join(once)) is None else {text for text in once if not _problem(text)}
    )


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
