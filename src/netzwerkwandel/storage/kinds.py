"""What can be kept: the kinds of records, what names one of each, and the texts in them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain, groupby
from operator import attrgetter
from typing import Any, Generic, TypeVar

import attrs

from netzwerkwandel.errors import (
    InvalidArgumentError,
    InvalidRecordError,
    NotFoundError,
    StorageError,
    shown,
)
from netzwerkwandel.model import Contact, Decision, Experiment, Interaction, Key, Suggestion, Tie
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.validation import instances
from netzwerkwandel.records import Found, Records
from netzwerkwandel.records.documents import READ_AS, record_of, text_of


Pair = tuple[Key, Key]
TieKey = tuple[Key, Key, str]
K = TypeVar("K", bound=Key | tuple[str, ...])
R = TypeVar("R", Contact, Decision, Experiment, Found, Interaction, Suggestion, Tie)


@attrs.frozen
class Kind(Generic[K, R]):
    """One kind of record: what is one called, and what names it?

    Parameters
    ----------
    noun : str
        What to call one.
    record : type
        Its class.
    name : callable
        What names a record: its key, or the pair of its keys.
    within : callable
        Those of this kind that there are in ``Records``.
    columns : tuple of str
        What the parts of a name are called; a name of one part is a text, of several a tuple.

    Examples
    --------
    >>> TIES.name(Tie(a="card:mara", b="card:ben")), TIES.columns
    (('card:mara', 'card:ben', ''), ('a', 'b', 'since'))
    """

    noun: str
    record: type[R]
    name: Callable[[R], K]
    within: Callable[[Records], Iterable[R]]
    columns: tuple[str, ...] = ("key",)

    def missing(self, name: K) -> NotFoundError:
        """Make the error for a name that nothing has.

        Parameters
        ----------
        name : str or tuple of str
            The name.

        Returns
        -------
        NotFoundError
            To be raised.

        Examples
        --------
        >>> print(CONTACTS.missing("card:1"))
        there is no contact with the key 'card:1'
        """
        text = " and ".join(filter(None, name)) if isinstance(name, tuple) else str(name)
        return NotFoundError(self.noun, text)

    def check(self, record: object) -> None:
        """Refuse what is no record of this kind or cannot be stored, as ``put`` must.

        Parameters
        ----------
        record : object
            What was given.

        Raises
        ------
        InvalidArgumentError
            If it is something else.
        StorageError
            If it holds a text that no database gives back; see ``check_storable``.

        Examples
        --------
        >>> CONTACTS.check("Ben")
        Traceback (most recent call last):
        netzwerkwandel.errors.InvalidArgumentError: record must be a Contact, got str 'B…'
        """
        check_storable(check_kind("record", record, self.record))

    def parts(self, name: object) -> tuple[str, ...]:
        """Take a name apart, or refuse what cannot be one, as ``get`` and ``remove`` must.

        Parameters
        ----------
        name : str or tuple of str
            The name.

        Returns
        -------
        tuple of str
            A text for each of ``columns``.

        Raises
        ------
        InvalidArgumentError
            If it is no text, or not so many.

        Examples
        --------
        >>> CONTACTS.parts("card:1"), DECISIONS.parts(("card:1", "card:2"))
        (('card:1',), ('card:1', 'card:2'))
        """
        parts = (name,) if len(self.columns) == 1 else name
        is_name = isinstance(parts, tuple) and len(parts) == len(self.columns)
        if isinstance(parts, tuple) and is_name and all(isinstance(part, str) for part in parts):
            return parts
        rule = "a text" if len(self.columns) == 1 else f"a tuple ({', '.join(self.columns)})"
        raise InvalidArgumentError(
            f"key must be {rule}, got {shown(name)} for the key of one {self.noun}"
        )


CONTACTS = Kind[Key, Contact](
    noun="contact",
    record=Contact,
    name=lambda contact: contact.key,
    within=lambda records: records.contacts,
)
FOUND = Kind[Key, Found](
    noun="found contact",
    record=Found,
    name=lambda found: found.key,
    # They stand in the order of their keys, so that those of one key are beside each other.
    within=lambda records: (
        Found(key=key, contacts=list(contacts))
        for key, contacts in groupby(records.found, attrgetter("key"))
    ),
)
TIES = Kind[TieKey, Tie](
    noun="tie",
    record=Tie,
    name=lambda tie: tie.key,
    within=lambda records: records.ties,
    columns=("a", "b", "since"),
)
INTERACTIONS = Kind[Key, Interaction](
    noun="interaction",
    record=Interaction,
    name=lambda event: event.key,
    within=lambda records: records.interactions,
)
EXPERIMENTS = Kind[Key, Experiment](
    noun="experiment",
    record=Experiment,
    name=lambda experiment: experiment.key,
    within=lambda records: records.experiments,
)
SUGGESTIONS = Kind[Key, Suggestion](
    noun="suggestion",
    record=Suggestion,
    name=lambda suggestion: suggestion.key,
    within=lambda records: records.suggestions,
)
DECISIONS = Kind[Pair, Decision](
    noun="decision",
    record=Decision,
    name=lambda decision: decision.pair,
    within=lambda records: (
        Decision(a=a, b=b, is_one_person=is_one)
        for pairs, is_one in ((records.merged, True), (records.kept_apart, False))
        for a, b in sorted(pairs)
    ),
    columns=("a", "b"),
)


def check_storable(record: attrs.AttrsInstance) -> None:
    r"""Refuse a record that would not come back as it was written.

    PostgreSQL has no NUL in a text, SQLite ends one there; a half of a surrogate pair cannot be
    written in UTF-8. A storage that takes them would lose them without a word. And a record that is
    none of the model itself, as of a subclass with a field more, could not be read again.

    Parameters
    ----------
    record : a record
        What is to be stored.

    Raises
    ------
    StorageError
        That says in which field of what it is, or of what class.
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
        raise InvalidArgumentError(f"record must be a record, got {shown(record)}")
    for field in attrs.fields(type(record)):
        for text in _texts(getattr(record, field.name)):
            if problem := _problem(text):
                raise StorageError(
                    f"a text to be stored must hold no {problem}, got one in "
                    f"{field.name} of {type(record).__name__}"
                )
    kind: type[Any] = type(record)
    again = None
    if kind in READ_AS:
        with suppress(InvalidRecordError, ValueError):
            again = record_of(kind, json.loads(text_of(record)))
    if again != record:
        raise StorageError(
            f"a record to be stored must read back as it was written, got a {kind.__name__} that "
            "does not; it must be one of this library, with values of its own kinds"
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
