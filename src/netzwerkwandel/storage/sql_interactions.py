"""The interactions in three tables of a database, and the SQL of these."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import datetime
from itertools import chain, islice
from typing import TypeVar, cast

from netzwerkwandel.errors import StorageError, UnreadableRecordError
from netzwerkwandel.model import Interaction, Key
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.moments import microseconds
from netzwerkwandel.model.validation import instances
from netzwerkwandel.storage.database import OWNED, Database, DatabaseView, Query, Value
from netzwerkwandel.storage.kinds import INTERACTIONS, those_storable
from netzwerkwandel.storage.listing import (
    COLUMNS,
    OF_OWNER,
    PEOPLE,
    all_columns,
    later_columns,
    made_of,
)
from netzwerkwandel.storage.protocols import check_between, check_several_keys
from netzwerkwandel.storage.rows import WRONG, Row, columns_of, interactions_of, row_columns
from netzwerkwandel.storage.writing import OF_KEYS, add, numbers_of, remove, write
from netzwerkwandel.storage.written_since import WrittenSince, check_version


FEW = 10_000
"""So many are read without a view of their own."""

C = TypeVar("C")

_FIRST, _LAST = -(2**62), 2**62
"""Before and after every moment that there can be, in microseconds."""

EVERY = Query[Row](f"{OF_OWNER} ORDER BY at, key")
BETWEEN = Query[Row](f"{OF_OWNER} AND at >= ? AND at < ? ORDER BY at, key")
OF_PEOPLE = Query[Row](
    f"SELECT {COLUMNS} FROM interactions WHERE id IN (SELECT interaction "  # noqa: S608 (our names)
    "FROM participants WHERE person {within} AND at >= ? AND at < ?) ORDER BY at, key"
)
OF_KEYS_IN_ORDER = Query[Row](f"{OF_KEYS} ORDER BY at, key")
COUNT = Query[tuple[int]](f"SELECT count(*) FROM interactions WHERE {OWNED}")  # noqa: S608
VERSIONS = Query[tuple[int, int]]("SELECT written, removed FROM owners WHERE name = ?")


class SqlInteractions:
    """The interactions in three tables: what happened, who there is, and who took part in what.

    Parameters
    ----------
    database : Database
        Where they are, opened for their owner.

    Attributes
    ----------
    few : int
        So many are read at once; more are read bit by bit, by a view of their own.
    """

    def __init__(self, database: Database[C]) -> None:
        self._database = database
        self.few = FEW

    def put(self, record: Interaction, /) -> None:
        """Insert an interaction, or replace the one of the same key.

        Parameters
        ----------
        record : Interaction
            What happened.
        """
        INTERACTIONS.check(record)
        self.put_all([record])

    def put_all(self, interactions: Iterable[Interaction], /) -> None:
        """Insert or replace many: all or, where one cannot be stored, none.

        Parameters
        ----------
        interactions : sequence of Interaction
            In any order; of several with one key the last is written.
        """
        if isinstance(interactions, InteractionColumns):
            events = interactions
        else:
            given = instances(Interaction, "interactions", interactions)
            last = {event.key: event for event in given}
            events = InteractionColumns.from_interactions(last.values())
        if len(events):
            with self._database.transaction():
                write(self._database, events)

    def add(self, interactions: InteractionColumns) -> int:
        """Write those that are new, or tell more than what is there of the same key.

        Parameters
        ----------
        interactions : InteractionColumns
            What happened.

        Returns
        -------
        int
            How many are new.
        """
        return add(self._database, interactions)

    def get(self, key: Key, /) -> Interaction:
        """Return an interaction.

        Parameters
        ----------
        key : str
            Its key.

        Raises
        ------
        NotFoundError
            If there is none.
        """
        (name,) = INTERACTIONS.parts(key)
        for event in self.get_all([name]):
            return event
        raise INTERACTIONS.missing(key)

    def get_all(self, keys: Collection[Key], /) -> Iterator[Interaction]:
        """Those of these keys that are there, in no particular order.

        Parameters
        ----------
        keys : sequence of str
            Any number.
        """
        check_several_keys("keys", keys)
        several = self._database.several(those_storable(keys))
        return self._fetched(OF_KEYS_IN_ORDER, self._database.owner, several)

    def remove(self, key: Key, /) -> None:
        """Remove an interaction.

        Parameters
        ----------
        key : str
            Its key.

        Raises
        ------
        NotFoundError
            If there is none.
        """
        names = INTERACTIONS.parts(key)
        with self._database.transaction():
            if not remove(self._database, names):
                raise INTERACTIONS.missing(key)

    def between(
        self,
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        people: Collection[Key] | None = None,
    ) -> Iterator[Interaction]:
        """Those of a span of time, and with ``people`` those of these people alone.

        Parameters
        ----------
        since, until : datetime, optional
            The first moment, and the one before which it ends; with a time zone.
        people : sequence of str, optional
            Keys, of which one took part.
        """
        check_between(since, until, people)
        first = _FIRST if since is None else microseconds(since)
        last = _LAST if until is None else microseconds(until)
        if people is None:
            return self._read(BETWEEN, self._database.owner, first, last)
        numbers = self._database.several(list(numbers_of(self._database, people).values()))
        return self._read(OF_PEOPLE, numbers, first, last)

    def since(self, version: int = 0, /) -> WrittenSince:
        """Those that were written since a version; all where one was replaced or removed.

        Parameters
        ----------
        version : int
            The one that was told last time; 0 asks for all.

        Returns
        -------
        WrittenSince
            No objects are made, and nothing is read but what is new.
        """
        check_version(version)
        with self._database.snapshot():
            versions = self._database.run(VERSIONS, (self._database.owner,))
            ((written, removed),) = versions or [(0, 0)]
            now = max(written, removed)
            # A version after that of now was told of an owner who has been removed.
            is_whole = not 0 < removed <= version <= now
            with self._telling():
                if is_whole:
                    events = all_columns(self._database)
                else:
                    events = later_columns(self._database, version)
        return WrittenSince(version=now, interactions=events, is_whole=is_whole)

    def columns(self) -> InteractionColumns:
        """All of them, without an object for each; ask within a snapshot."""
        with self._telling():
            return all_columns(self._database)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Where columns are wrong, read one row after another, which says of the first what is."""
        try:
            yield
        except WRONG as error:
            for problem in self.unreadable():
                raise problem from error
            raise StorageError(f"interactions must fit together, but do not: {error}") from error

    def unreadable(self) -> list[UnreadableRecordError]:
        """Say of every row that holds no interaction any more what is wrong; in a snapshot.

        Returns
        -------
        list of UnreadableRecordError
            One for each, in the order of time.
        """
        problems = []
        people = self._database.run(PEOPLE, (self._database.owner,))
        for batch in self._database.batches(EVERY, (self._database.owner,)):
            with suppress(*WRONG):
                columns_of([row_columns(batch)], people)
                continue
            for row in batch:
                try:
                    interactions_of([row], people)
                except UnreadableRecordError as error:
                    problems.append(error)
        return problems

    def discard(self, name: tuple[str, ...]) -> None:
        """Remove a row, be it readable or not.

        Parameters
        ----------
        name : tuple of str
            The key, by itself.
        """
        with self._database.transaction():
            remove(self._database, name)

    def __iter__(self) -> Iterator[Interaction]:
        return self.between()

    def __len__(self) -> int:
        ((count,),) = self._database.run(COUNT, (self._database.owner,))
        return count

    def _fetched(self, query: Query[Row], *values: Value) -> Iterator[Interaction]:
        """Interactions as of now, all of them at once."""
        with self._database.snapshot():
            return iter(list(_interactions(self._database, query, values)))

    def _read(self, query: Query[Row], *values: Value) -> Iterator[Interaction]:
        """Interactions as of now: a few at once, or many bit by bit, by a view of their own."""
        # The view begins with its first statement. A connection is opened for it, so that
        # it is not asked for before it is known that there are many; and what was read until then
        # is read again, since others may have written between the two.
        view = self._database.view()
        if view is None:
            return self._fetched(query, *values)
        with self._database.snapshot():
            few = list(islice(_interactions(self._database, query, values), self.few))
        if len(few) < self.few:
            return iter(few)
        events = self._from(view, query, values)
        next(events)
        return cast("Iterator[Interaction]", events)

    @staticmethod
    def _from(
        view: AbstractContextManager[DatabaseView], query: Query[Row], values: Sequence[Value]
    ) -> Iterator[Interaction | None]:
        """None once the statement is executed, and then its interactions."""
        with view as opened:
            events = _interactions(opened, query, values)
            yield None
            yield from events


def _interactions(
    view: DatabaseView, query: Query[Row], values: Sequence[Value]
) -> Iterator[Interaction]:
    """Execute a statement now; the interactions are made when they are asked for."""
    batches = view.batches(query, values)
    return chain.from_iterable(made_of(view, rows) for rows in batches)
