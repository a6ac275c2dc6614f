from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Generic

from netzwerkwandel.errors import StorageConflictError, StorageError
from netzwerkwandel.records.documents import record_of, text_of
from netzwerkwandel.storage.database import Database, Rows, Value
from netzwerkwandel.storage.kinds import K, Kind, R
from netzwerkwandel.storage.statements import Statements
from netzwerkwandel.storage.texts import check_storable, is_storable


class SqlRepository(Generic[K, R]):
    """The records of one kind in a table: a row each, with its name, its version and its JSON.

    Parameters
    ----------
    kind : Kind
        What they are.
    statements : Statements
        How their table is spoken to.
    database : Database
        Where it is.
    owner : int
        Whose records, by number.
    """

    def __init__(
        self, kind: Kind[K, R], statements: Statements, database: Database, owner: int
    ) -> None:
        self._kind: Kind[K, R] = kind
        self._statements, self._database, self._owner = statements, database, owner

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
        """
        check_storable(record)
        name: tuple[str, ...] = self._name(self._kind.name(record))
        body = text_of(record)
        if version is None:
            self._write(self._statements.put, (self._owner, *name, body))
        elif version == 0:
            values = (self._owner, *name, body)
            self._check_written(self._write(self._statements.put_first, values), record)
        else:
            values = (body, self._owner, *name, version)
            self._check_written(self._write(self._statements.put_next, values), record)

    def get(self, key: K, /) -> R:
        """Return a record; ``NotFoundError`` where there is none."""
        return self.get_with_version(key)[0]

    def get_with_version(self, key: K, /) -> tuple[R, int]:
        """Return a record and its version, which grows with every write."""
        values = (self._owner, *self._possible_name(key))
        for body, version in self._database.run(self._statements.get, values):
            return self._read(self._name(key), body), version
        raise self._kind.missing(key)

    def remove(self, key: K, /) -> None:
        """Remove a record; ``NotFoundError`` where there is none."""
        values = (self._owner, *self._possible_name(key))
        if not self._write(self._statements.remove, values):
            raise self._kind.missing(key)

    def __iter__(self) -> Iterator[R]:
        rows = self._database.run(self._statements.every, (self._owner,))
        return (self._read(name, body) for *name, body in rows)

    def __len__(self) -> int:
        return int(self._database.run(self._statements.count, (self._owner,))[0][0])

    def _write(self, statement: str, values: Sequence[Value]) -> Rows:
        """Execute a statement that writes, whole or not at all, while no other writer does."""
        with self._database.transaction():
            return self._database.run(statement, values)

    def _possible_name(self, key: K) -> tuple[str, ...]:
        """A name that something may have."""
        name: tuple[str, ...] = self._name(key)
        if not all(map(is_storable, name)):
            raise self._kind.missing(key)
        return name

    def _name(self, name: K) -> tuple[str, ...]:
        return (name,) if isinstance(name, str) else tuple(name)

    def _read(self, name: Sequence[str], body: Value) -> R:
        try:
            record = record_of(self._kind.record, json.loads(body))
        except (ValueError, TypeError, RecursionError) as error:
            raise self._damaged(name, str(error)) from error
        if self._name(self._kind.name(record)) != tuple(name):
            raise self._damaged(name, "it is of another name")
        return record

    def _damaged(self, name: Sequence[str], problem: str) -> StorageError:
        return StorageError(
            f"every row must hold a valid {self._kind.noun}, got one that does not, of "
            f"{' and '.join(filter(None, name))!r}: {problem}"
        )

    def _check_written(self, rows: Rows, record: R) -> None:
        if not rows:
            raise StorageConflictError(
                f"a {self._kind.noun} must not have changed since it was read, got a newer "
                f"version of {self._kind.name(record)!r}; read it again"
            )
