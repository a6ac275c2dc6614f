from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from itertools import chain, islice
from typing import cast

from netzwerkwandel.errors import StorageError
from netzwerkwandel.model import Interaction, Key
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.moments import microseconds
from netzwerkwandel.storage import statements as sql
from netzwerkwandel.storage.database import Database, Reader, Rows, Value
from netzwerkwandel.storage.kinds import INTERACTIONS
from netzwerkwandel.storage.protocols import check_span
from netzwerkwandel.storage.rows import (
    FIRST,
    LAST,
    Row,
    columns_of,
    interaction_of,
    numbers_in,
    rows_of,
)
from netzwerkwandel.storage.texts import check_all_storable, is_storable


BATCH = 50_000
"""So many interactions are written at a time."""

FEW = 10_000
"""So many are read without a reader of their own."""


_WRONG = (LookupError, ValueError, TypeError, OverflowError)
"""What is raised by a row that somebody changed."""


class SqlInteractions:
    """The interactions in three tables: what happened, who there is, and who took part in what.

    Parameters
    ----------
    database : Database
        Where they are.
    owner : int
        Whose, by number.
    """

    def __init__(self, database: Database, owner: int) -> None:
        self._database, self._owner = database, owner

    def put(self, record: Interaction, /) -> None:
        """Insert an interaction, or replace the one of the same key."""
        self.put_all([record])

    def put_all(self, interactions: Iterable[Interaction], /) -> None:
        """Insert or replace many: all or, where one cannot be stored, none."""
        events = interactions if isinstance(interactions, Sequence) else tuple(interactions)
        if not events:
            return
        with self._database.transaction():
            is_fill = len(events) >= BATCH and not self._has_any() and _are_all_different(events)
            with self._database.filling() if is_fill else nullcontext():
                ids = [
                    self._write(events[start : start + BATCH], is_new=is_fill)
                    for start in range(0, len(events), BATCH)
                ]
                first, last = min(map(min, ids)), max(map(max, ids))
                self._database.run(sql.ADD_PARTICIPANTS, (self._owner, first, last))

    def get(self, key: Key, /) -> Interaction:
        """Return an interaction; ``NotFoundError`` where there is none."""
        for event in self.get_all([key]):
            return event
        raise INTERACTIONS.missing(key)

    def get_all(self, keys: Collection[Key], /) -> Iterator[Interaction]:
        """Those of these keys that are there, in no particular order."""
        return self._fetched(sql.INTERACTIONS_OF_KEYS, self._owner, self._several(keys))

    def remove(self, key: Key, /) -> None:
        """Remove an interaction; ``NotFoundError`` where there is none."""
        with self._database.transaction():
            if not self._remove([key]):
                raise INTERACTIONS.missing(key)

    def between(
        self,
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        people: Collection[Key] | None = None,
    ) -> Iterator[Interaction]:
        """Those from ``since`` on and before ``until``, with ``people`` those of these keys."""
        check_span(since, until)
        first = FIRST if since is None else microseconds(since)
        last = LAST if until is None else microseconds(until)
        if people is None:
            return self._read(sql.INTERACTIONS_BETWEEN, self._owner, first, last)
        numbers = self._database.several(list(self._numbers_of(people).values()))
        return self._read(sql.INTERACTIONS_OF_PEOPLE, numbers, first, last)

    def columns(self) -> InteractionColumns:
        """All of them, without an object for each; ask within a snapshot."""
        people = self._database.run(sql.PEOPLE, (self._owner,))
        rows = self._database.batches(sql.EVERY_INTERACTION, (self._owner,))
        try:
            return columns_of(rows, cast("list[tuple[int, Key]]", people))
        except _WRONG as error:
            self._check_each()
            raise _damaged(error) from error

    def _check_each(self) -> None:
        """Read one after another, which says of the first wrong one which it is."""
        for _ in _interactions(self._database, sql.EVERY_INTERACTION, (self._owner,)):
            pass

    def __iter__(self) -> Iterator[Interaction]:
        return self.between()

    def __len__(self) -> int:
        return int(self._database.run(sql.COUNT_INTERACTIONS, (self._owner,))[0][0])

    def _has_any(self) -> bool:
        return bool(self._database.run(sql.ANY_INTERACTION, (self._owner,)))

    def _fetched(self, statement: str, *values: Value) -> Iterator[Interaction]:
        """Interactions as of now, all of them at once."""
        with self._database.snapshot():
            return iter(list(_interactions(self._database, statement, values)))

    def _read(self, statement: str, *values: Value) -> Iterator[Interaction]:
        """Interactions as of now: a few at once, or many bit by bit, by a reader of their own."""
        view = self._database.reader()
        if view is None:
            return self._fetched(statement, *values)
        with self._database.snapshot():
            few = list(islice(_interactions(self._database, statement, values), FEW))
        if len(few) < FEW:
            return iter(few)
        found = self._from(view, statement, values)
        next(found)
        return cast("Iterator[Interaction]", found)

    @staticmethod
    def _from(
        view: AbstractContextManager[Reader], statement: str, values: Sequence[Value]
    ) -> Iterator[Interaction | None]:
        """None once the statement is executed, and then its interactions."""
        with view as reader:
            found = _interactions(reader, statement, values)
            yield None
            yield from found

    def _several(self, keys: Collection[Key]) -> Value:
        return self._database.several({key for key in keys if is_storable(key)})

    def _numbers_of(self, keys: Collection[Key]) -> dict[Key, int]:
        rows = self._database.run(sql.PEOPLE_OF_KEYS, (self._owner, self._several(keys)))
        return {key: number for number, key in rows}

    def _write(self, interactions: Sequence[Interaction], *, is_new: bool) -> Sequence[int]:
        """Write some, without who took part in them; return their numbers."""
        check_all_storable(interactions)
        events = tuple({event.key: event for event in interactions}.values())
        if not is_new:
            self._remove([event.key for event in events])
        number = self._with_numbers(set(chain.from_iterable(e.participants for e in events)))
        ids = self._database.numbers("interactions", len(events))
        rows = zip(ids, rows_of(events, number), strict=True)
        self._database.run_many(sql.ADD_INTERACTION, ((i, self._owner, *row) for i, row in rows))
        return ids

    def _with_numbers(self, keys: AbstractSet[Key]) -> dict[Key, int]:
        """The numbers of people, those of new people being given now."""
        number = self._numbers_of(keys)
        new = sorted(keys - number.keys())
        given = dict(zip(new, self._database.numbers("people", len(new)), strict=True))
        self._database.run_many(
            sql.ADD_PERSON, ((each, self._owner, key) for key, each in given.items())
        )
        return number | given

    def _remove(self, keys: Collection[Key]) -> bool:
        """Remove those of these keys that are there; say whether any was."""
        places = self._database.run(sql.PLACES_OF_KEYS, (self._owner, self._several(keys)))
        self._database.run_many(
            sql.REMOVE_PARTICIPANT,
            (
                (person, at, interaction)
                for interaction, at, people in places
                for person in _numbers(interaction, people)
            ),
        )
        self._database.run_many(sql.REMOVE_INTERACTION, ((place[0],) for place in places))
        return bool(places)


def _interactions(reader: Reader, statement: str, values: Sequence[Value]) -> Iterator[Interaction]:
    """Execute a statement now; the interactions are made when they are asked for."""
    batches = reader.batches(statement, values)
    return chain.from_iterable(_made(reader, rows) for rows in batches)


def _made(reader: Reader, rows: Rows) -> list[Interaction]:
    try:
        numbers = sorted({number for row in rows for number in _numbers(row[0], row[-1])})
        key_of: dict[int, Key] = dict(reader.run(sql.KEYS_OF_PEOPLE, (reader.several(numbers),)))
        return [_one(row, key_of) for row in rows]
    except _WRONG as error:
        raise _damaged(error) from error


def _one(row: Row, key_of: Mapping[int, Key]) -> Interaction:
    try:
        return interaction_of(row, key_of.__getitem__)
    except _WRONG as error:
        raise _damaged(error, of=f", of {row[0]!r}") from error


def _numbers(name: Key | int, people: str) -> list[int]:
    try:
        return numbers_in(people)
    except _WRONG as error:
        raise _damaged(error, of=f", of {name!r}") from error


def _are_all_different(events: Sequence[Interaction]) -> bool:
    return len({event.key for event in events}) == len(events)


def _damaged(error: Exception, of: str = "") -> StorageError:
    problem = f"nobody has number {error}" if isinstance(error, KeyError) else str(error)
    return StorageError(
        f"every row must hold a valid interaction, got one that does not{of}: {problem}"
    )
