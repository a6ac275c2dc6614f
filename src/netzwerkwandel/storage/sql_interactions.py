"""The interactions in three tables of a database, and the SQL of these."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import datetime
from itertools import chain, islice
from typing import TypeVar, cast

import numpy as np

from netzwerkwandel.errors import StorageError, UnreadableRecordError
from netzwerkwandel.model import Interaction, Key
from netzwerkwandel.model.interaction import is_news
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.moments import microseconds
from netzwerkwandel.model.validation import instances
from netzwerkwandel.storage.database import OWNED, Database, DatabaseView, Query, Value
from netzwerkwandel.storage.kinds import INTERACTIONS, check_all_storable, those_storable
from netzwerkwandel.storage.listing import PEOPLE, all_columns, are_stored
from netzwerkwandel.storage.protocols import check_between, check_several_keys
from netzwerkwandel.storage.rows import (
    WRONG,
    Row,
    columns_of,
    interaction_rows,
    interactions_of,
    numbers_in,
    numbers_of_all,
    row_columns,
)


BATCH = 50_000
"""So many interactions are written, or looked up to be compared, at a time."""

FEW = 10_000
"""So many are read without a view of their own."""

C = TypeVar("C")

_FIRST, _LAST = -(2**62), 2**62
"""Before and after every moment that there can be, in microseconds."""

_COLUMNS = "key, at, zone, channel, sender, duration, participants"
_ALL = f"SELECT {_COLUMNS} FROM interactions WHERE {OWNED}"  # noqa: S608 (our names)
EVERY = Query[Row](f"{_ALL} ORDER BY at, key")
BETWEEN = Query[Row](f"{_ALL} AND at >= ? AND at < ? ORDER BY at, key")
OF_PEOPLE = Query[Row](
    f"SELECT {_COLUMNS} FROM interactions WHERE id IN (SELECT interaction "  # noqa: S608 (our names)
    "FROM participants WHERE person {within} AND at >= ? AND at < ?) ORDER BY at, key"
)
OF_KEYS = Query[Row](f"{_ALL} AND key {{within}}")
OF_KEYS_IN_ORDER = Query[Row](f"{OF_KEYS} ORDER BY at, key")
COUNT = Query[tuple[int]](f"SELECT count(*) FROM interactions WHERE {OWNED}")  # noqa: S608
ANY = Query[tuple[int]](f"SELECT 1 FROM interactions WHERE {OWNED} LIMIT 1")  # noqa: S608
PLACES = Query[tuple[int, int, str]](
    f"SELECT id, at, participants FROM interactions WHERE {OWNED} AND key {{within}}"  # noqa: S608
)
REMOVE = Query[tuple[()]]("DELETE FROM interactions WHERE id = ?")
ADD_PARTICIPANTS = Query[tuple[()]](
    "INSERT INTO participants (person, at, interaction) "  # noqa: S608 (our names)
    "SELECT CAST(member.value AS BIGINT), interactions.at, interactions.id "
    "FROM interactions, {members} "
    f"WHERE interactions.{OWNED} AND interactions.id BETWEEN ? AND ? ORDER BY 1, 2, 3"
)
REMOVE_PARTICIPANT = Query[tuple[()]](
    "DELETE FROM participants WHERE person = ? AND at = ? AND interaction = ?"
)
REMOVE_PARTICIPANTS = Query[tuple[()]]("DELETE FROM participants WHERE interaction = ?")
PEOPLE_OF_KEYS = Query[tuple[int, Key]](f"{PEOPLE} AND key {{within}}")
PEOPLE_OF_NUMBERS = Query[tuple[int, Key]]("SELECT id, key FROM people WHERE id {within}")


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
                self._write(events)

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

        Notes
        -----
        They are compared in columns, many at a time, and row by row only where they are not alike;
        no objects are made of what is the same.
        """
        with self._database.transaction():
            n = len(interactions)
            if not n:
                return 0
            if not self._database.run(ANY, (self._database.owner,)):
                self._write(interactions)
                return n
            # Whoever is not in the table is in no row: with 0, nobody's number, hers differ.
            people = interactions.people
            number = dict.fromkeys(people, 0) | self._numbers_of(people)
            others = np.flatnonzero(~are_stored(self._database, interactions, number))
            new = 0
            for first in range(0, len(others), BATCH):
                batch = interactions.take(others[first : first + BATCH])
                places, unknown = self._news(batch, number)
                new += unknown
                if places:
                    self._write(batch.take(places))
            return new

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
        return self._fetched(OF_KEYS_IN_ORDER, self._database.owner, self._several(keys))

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
            if not self._remove(names):
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
        numbers = self._database.several(list(self._numbers_of(people).values()))
        return self._read(OF_PEOPLE, numbers, first, last)

    def columns(self) -> InteractionColumns:
        """All of them, without an object for each; ask within a snapshot."""
        try:
            return all_columns(self._database)
        except WRONG as error:
            # Read one after another, which says of the first wrong one which it is.
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
            self._remove(name)

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

    def _several(self, keys: Iterable[Key]) -> Value:
        return self._database.several(those_storable(keys))

    def _numbers_of(self, keys: Iterable[Key]) -> dict[Key, int]:
        rows = self._database.run(PEOPLE_OF_KEYS, (self._database.owner, self._several(keys)))
        return {key: number for number, key in rows}

    def _news(self, batch: InteractionColumns, number: Mapping[Key, int]) -> tuple[list[int], int]:
        """Places of a batch that are new or tell more than is stored, and how many are new."""
        values = (self._database.owner, self._several(batch.keys))
        stored = {row[0]: row for row in self._database.run(OF_KEYS, values)}
        places, unknown = [], 0
        for place, row in enumerate(interaction_rows(batch, number, 0, len(batch))):
            known = stored.get(row[0])
            if known is None:
                unknown += 1
                places.append(place)
            # The offset, third in a row, says where it happened, and not when or what.
            elif row != known and (row[:2], row[3:]) != (known[:2], known[3:]):
                (before,) = _made(self._database, [known])
                if is_news(batch[place], before):
                    places.append(place)
        return places, unknown

    def _write(self, events: InteractionColumns) -> None:
        """Insert or replace interactions, at least one; within a transaction."""
        check_all_storable(events)
        n = len(events.keys)
        is_fill = n >= BATCH and not self._database.run(ANY, (self._database.owner,))
        number = self._with_numbers(events.people)
        owner = self._database.number_of_owner()
        with self._database.filling() if is_fill else nullcontext():
            numbers = []
            for first in range(0, n, BATCH):
                last = min(first + BATCH, n)
                if not is_fill:
                    self._remove(events.keys[first:last])
                ids = self._database.numbers("interactions", last - first)
                rows = zip(ids, interaction_rows(events, number, first, last), strict=True)
                owned = ((i, owner, *row) for i, row in rows)
                self._database.insert("interactions", f"id, owner, {_COLUMNS}", owned)
                numbers += [min(ids), max(ids)]
            # Of all batches at once, in the order of that table: every page of it is written once.
            # What another owner wrote between two batches is left out by the owner.
            span = (self._database.owner, min(numbers), max(numbers))
            self._database.run(ADD_PARTICIPANTS, span)

    def _with_numbers(self, keys: Collection[Key]) -> Mapping[Key, int]:
        """The numbers of people, those of new people being given now."""
        number = self._numbers_of(keys)
        new = sorted(set(keys) - number.keys())
        given = dict(zip(new, self._database.numbers("people", len(new)), strict=True))
        owner = self._database.number_of_owner()
        self._database.insert(
            "people", "id, owner, key", ((each, owner, key) for key, each in given.items())
        )
        return number | given

    def _remove(self, keys: Collection[Key]) -> bool:
        """Remove those of these keys that are there; say whether any was."""
        places = self._database.run(PLACES, (self._database.owner, self._several(keys)))
        # The rows of those who took part go first, while it is known who they are: their table is
        # sorted by person and moment, and cannot be searched by interaction. Where it cannot be
        # read who they are, the whole table is gone through.
        took_part, unknown = [], []
        for interaction, at, people in places:
            try:
                took_part += [(person, at, interaction) for person in numbers_in(people)]
            except WRONG:
                unknown.append((interaction,))
        self._database.run_many(REMOVE_PARTICIPANT, took_part)
        self._database.run_many(REMOVE_PARTICIPANTS, unknown)
        self._database.run_many(REMOVE, ((place[0],) for place in places))
        return bool(places)


def _interactions(
    view: DatabaseView, query: Query[Row], values: Sequence[Value]
) -> Iterator[Interaction]:
    """Execute a statement now; the interactions are made when they are asked for."""
    batches = view.batches(query, values)
    return chain.from_iterable(_made(view, rows) for rows in batches)


def _made(view: DatabaseView, rows: Sequence[Row]) -> Sequence[Interaction]:
    """The interactions of rows in order."""
    several = view.several(sorted(numbers_of_all(rows)))
    return interactions_of(rows, view.run(PEOPLE_OF_NUMBERS, (several,)))
