"""The records of one kind in a table of a database, and the SQL of such a table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Generic, TypeVar

import attrs

from netzwerkwandel.errors import StorageConflictError, UnreadableRecordError, shown
from netzwerkwandel.model.arguments import check_count
from netzwerkwandel.records.documents import record_of, text_of
from netzwerkwandel.storage.database import OWNED, Database, Query
from netzwerkwandel.storage.kinds import K, Kind, R, is_storable


T = TypeVar("T")

# PostgreSQL keeps the document as json, which psycopg would make objects of; we do that ourselves.
_BODY = "CAST(body AS text)"


@attrs.frozen
class Table:
    """A table with a row for each record: whose it is, its name, its version, its JSON.

    A version rises with every write, so that two who edit a record at once can be told; and none is
    ever given twice, so that one who edits what was removed meanwhile can be told, too.

    Parameters
    ----------
    name : str
        Its name.
    columns : tuple of str
        What names a record in it.
    """

    name: str
    columns: tuple[str, ...] = ("key",)

    @cached_property
    def put(self) -> Query[tuple[()]]:
        """Insert or replace, and count versions."""
        return Query(f"{self._insert} DO UPDATE SET version = {{next}}, body = excluded.body")

    @cached_property
    def put_first(self) -> Query[tuple[int]]:
        """Insert where there is none."""
        return Query(f"{self._insert} DO NOTHING RETURNING version")

    @cached_property
    def put_next(self) -> Query[tuple[int]]:
        """Replace a version that is known."""
        return Query(
            f"UPDATE {self.name} SET version = {{next}}, body = ? "  # noqa: S608 (our names)
            f"WHERE owner = ? AND {self._named} AND version = ? RETURNING version"
        )

    @cached_property
    def get(self) -> Query[tuple[str, int]]:
        """One record, and its version."""
        return Query(
            f"SELECT {_BODY}, version FROM {self.name} "  # noqa: S608 (our names)
            f"WHERE {OWNED} AND {self._named}"
        )

    @cached_property
    def remove(self) -> Query[tuple[int]]:
        """Remove one record."""
        return Query(
            f"DELETE FROM {self.name} "  # noqa: S608 (our names)
            f"WHERE owner = ? AND {self._named} RETURNING version"
        )

    @cached_property
    def every(self) -> Query[tuple[str, ...]]:
        """All records, each after its name, in the order of these."""
        order = ", ".join(self.columns)
        return Query(
            f"SELECT {order}, {_BODY} FROM {self.name} "  # noqa: S608 (our names)
            f"WHERE {OWNED} ORDER BY {order}"
        )

    @cached_property
    def count(self) -> Query[tuple[int]]:
        """How many there are."""
        return Query(f"SELECT count(*) FROM {self.name} WHERE {OWNED}")  # noqa: S608 (our names)

    @cached_property
    def newest(self) -> Query[tuple[int | None]]:
        """The greatest version of all."""
        return Query(f"SELECT max(version) FROM {self.name} WHERE {OWNED}")  # noqa: S608

    @property
    def _insert(self) -> str:
        names = ", ".join(self.columns)
        values = ", ".join("?" * len(self.columns))
        return (
            f"INSERT INTO {self.name} (owner, {names}, version, body) "  # noqa: S608 (our names)
            f"VALUES (?, {values}, {{new}}, ?) ON CONFLICT (owner, {names})"
        )

    @property
    def _named(self) -> str:
        return " AND ".join(f"{column} = ?" for column in self.columns)


class SqlRepository(Generic[K, R]):
    """The records of one kind in a table: a row each, with its name, its version and its JSON.

    Parameters
    ----------
    kind : Kind
        What they are.
    table : str
        The name of their table.
    database : Database
        Where it is, opened for the owner of the records.
    """

    def __init__(self, kind: Kind[K, R], table: str, database: Database[T]) -> None:
        self._kind: Kind[K, R] = kind
        self._table, self._database = Table(table, kind.columns), database

    @property
    def table(self) -> str:
        """The name of the table."""
        return self._table.name

    def put(self, record: R, /, *, version: int | None = None) -> None:
        """Insert a record, or replace the one of the same name.

        Parameters
        ----------
        record : a record
            The record.
        version : int, optional
            Write only if the record stored has this version, as ``get_with_version`` gave it; 0
            for none. By default whatever is there is replaced.

        Raises
        ------
        StorageConflictError
            If the record stored has another version.
        InvalidArgumentError
            If it is no record of this kind.
        """
        self._kind.check(record)
        if version is not None:
            check_count("version", version, 0)
        name: tuple[str, ...] = self._kind.parts(self._kind.name(record))
        body = text_of(record)
        with self._database.transaction():
            owner = self._database.number_of_owner()
            if version is None:
                self._database.run(self._table.put, (owner, *name, body))
                return
            rows = (
                self._database.run(self._table.put_next, (body, owner, *name, version))
                if version
                else self._database.run(self._table.put_first, (owner, *name, body))
            )
            if not rows:
                raise StorageConflictError(
                    f"a {self._kind.noun} must not have changed since it was read, got a newer "
                    f"version of {shown(' and '.join(filter(None, name)))}; read it again"
                )

    def get(self, key: K, /) -> R:
        """Return a record.

        Parameters
        ----------
        key : str or tuple of str
            What names it.

        Raises
        ------
        NotFoundError
            If there is none.
        """
        return self.get_with_version(key)[0]

    def get_with_version(self, key: K, /) -> tuple[R, int]:
        """Return a record and its version, which grows with every write.

        Parameters
        ----------
        key : str or tuple of str
            What names it.

        Raises
        ------
        NotFoundError
            If there is none.
        """
        name: tuple[str, ...] = self._possible_name(key)
        for body, version in self._database.run(self._table.get, (self._database.owner, *name)):
            return self._read(name, body), version
        raise self._kind.missing(key)

    def remove(self, key: K, /) -> None:
        """Remove a record.

        Parameters
        ----------
        key : str or tuple of str
            What names it.

        Raises
        ------
        NotFoundError
            If there is none.
        """
        name = self._possible_name(key)
        with self._database.transaction():
            if not self._remove(name):
                raise self._kind.missing(key)

    def __iter__(self) -> Iterator[R]:
        # The rows are read now, since later writes must not show; records are made as they are
        # asked for.
        rows = self._database.run(self._table.every, (self._database.owner,))
        return (self._read(name, body) for *name, body in rows)

    def unreadable(self) -> list[UnreadableRecordError]:
        """Say of every row that holds no record any more what is wrong with it.

        Returns
        -------
        list of UnreadableRecordError
            One for each, in the order of names.
        """
        problems = []
        for *name, body in self._database.run(self._table.every, (self._database.owner,)):
            try:
                self._read(name, body)
            except UnreadableRecordError as error:
                problems.append(error)
        return problems

    def discard(self, name: Sequence[str]) -> None:
        """Remove a row, be it readable or not.

        Parameters
        ----------
        name : sequence of str
            The parts of its name, as it is in the table.
        """
        with self._database.transaction():
            self._remove(name)

    def retire(self) -> None:
        """See to it that no version is ever given again that one of all these rows has had."""
        ((newest,),) = self._database.run(self._table.newest, (self._database.owner,))
        self._database.retire(newest or 0)

    def __len__(self) -> int:
        ((count,),) = self._database.run(self._table.count, (self._database.owner,))
        return count

    def _remove(self, name: Sequence[str]) -> bool:
        """Remove a row; say whether there was one."""
        owner = self._database.number_of_owner()
        for (version,) in self._database.run(self._table.remove, (owner, *name)):
            self._database.retire(version)
            return True
        return False

    def _possible_name(self, key: K) -> tuple[str, ...]:
        """A name that something may have: one with a NUL cannot even be asked for."""
        name: tuple[str, ...] = self._kind.parts(key)
        if not all(map(is_storable, name)):
            raise self._kind.missing(key)
        return name

    def _read(self, name: Sequence[str], body: str) -> R:
        try:
            record = record_of(self._kind.record, json.loads(body))
        except (ValueError, TypeError, RecursionError) as error:
            raise self._damaged(name, str(error)) from error
        if self._kind.parts(self._kind.name(record)) != tuple(name):
            raise self._damaged(name, "it is of another name")
        return record

    def _damaged(self, name: Sequence[str], problem: str) -> UnreadableRecordError:
        return UnreadableRecordError(self._table.name, self._kind.noun, tuple(name), problem)
