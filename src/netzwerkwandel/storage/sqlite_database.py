from __future__ import annotations

import json
import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from functools import cache

from netzwerkwandel.errors import InvalidArgumentError, StorageError
from netzwerkwandel.storage.database import Reader, Rows, Value
from netzwerkwandel.storage.sqlite_errors import translated
from netzwerkwandel.storage.sqlite_opening import (
    MEMORY,
    connected,
    file_at,
    is_log_emptied,
    opened,
)
from netzwerkwandel.storage.sqlite_schema import CREATE_INDEXES, DROP_INDEXES
from netzwerkwandel.storage.statements import Dialect


_DIALECT = Dialect(
    within="IN (SELECT value FROM json_each(?))",
    members="json_each(interactions.participants) AS member",
)
_LONGEST = 1_000_000
_BATCH = 500
"""So many rows at a time: few enough that they are gone before the garbage collector looks."""
_IS_UNERASED = "SELECT 1 FROM unerased"


class SqliteDatabase:
    """A SQLite file, opened and up to date; one connection, and one thread at a time.

    Parameters
    ----------
    path : path or ":memory:"
        The file.
    timeout : float
        Seconds to wait for another writer.
    """

    def __init__(self, path: str | os.PathLike[str], *, timeout: float) -> None:
        if not 0 <= timeout <= _LONGEST:
            raise InvalidArgumentError(
                f"timeout must be between 0 and {_LONGEST} seconds, got {timeout!r}"
            )
        self._path, self._timeout = os.fsdecode(path), timeout
        self._lock = threading.RLock()
        self._depth = 0
        self._process = os.getpid()
        self._connection: sqlite3.Connection | None = None
        self._file = file_at(self._path)
        with translated(self._path):
            self._connection = opened(self._path, self._file, timeout)
        self._has_to_rebuild = bool(self.run(_IS_UNERASED))
        self._has_to_empty_log = self._has_to_rebuild

    @property
    def dialect(self) -> Dialect:
        """How statements are written for SQLite."""
        return _DIALECT

    def several(self, values: Iterable[int] | Iterable[str]) -> Value:
        """Several values as one text of JSON."""
        return _several(values)

    def run(self, statement: str, values: Sequence[Value] = ()) -> Rows:
        """Execute a statement and return its rows."""
        with self._held() as connection, translated(self._path):
            return connection.execute(_written(statement), values).fetchall()

    def batches(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Rows]:
        """Execute a statement now, and give its rows in batches; within a snapshot."""
        with self._held() as connection, translated(self._path):
            return _batches(connection.execute(_written(statement), values), self._path)

    def run_many(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Execute a statement for each row."""
        with self._held() as connection, translated(self._path):
            connection.executemany(_written(statement), rows)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read as of one moment."""
        with self._held() as connection:
            if self._depth:
                yield
                return
            with self._within(connection, "BEGIN", ("COMMIT",), ("ROLLBACK",)):
                yield

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; the file is locked for other writers from the beginning."""
        with self._held() as connection:
            inner = f"inner{self._depth}"
            steps = (
                (
                    f"SAVEPOINT {inner}",
                    (f"RELEASE {inner}",),
                    (f"ROLLBACK TO {inner}", f"RELEASE {inner}"),
                )
                if self._depth
                else ("BEGIN IMMEDIATE", ("COMMIT",), ("ROLLBACK",))
            )
            with self._within(connection, *steps):
                yield
            self._finish_erasing(connection)

    @contextmanager
    def _within(
        self,
        connection: sqlite3.Connection,
        begin: str,
        end: Sequence[str],
        undo: Sequence[str],
    ) -> Iterator[None]:
        with translated(self._path):
            connection.execute(begin)
        self._depth += 1
        try:
            yield
            self._check_unbroken(connection)
            with translated(self._path):
                for statement in end:
                    connection.execute(statement)
        except BaseException:
            _take_back(connection, undo)
            raise
        finally:
            self._depth -= 1

    def reader(self) -> AbstractContextManager[Reader] | None:
        """A connection of its own, to read as of its first statement."""
        with self._held():
            return None if self._depth or self._file == MEMORY else self._reader()

    @contextmanager
    def _reader(self) -> Iterator[Reader]:
        with translated(self._path), closing(connected(self._file, self._timeout)) as connection:
            connection.execute("BEGIN")
            yield _SqliteReader(connection, self._path)

    def numbers(self, table: str, count: int) -> Sequence[int]:
        """Those after the last; the whole file is locked."""
        last = f"SELECT coalesce(max(id), 0) FROM {table}"  # noqa: S608 (our names)
        first = int(self.run(last)[0][0]) + 1
        return range(first, first + count)

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Do without the indexes of interactions, and build them at the end: it is faster."""
        if self.run("SELECT 1 FROM interactions LIMIT 1"):
            yield
            return
        for statement in DROP_INDEXES:
            self.run(statement)
        yield
        for statement in CREATE_INDEXES:
            self.run(statement)

    def erase(self) -> None:
        """Write the file anew without what was deleted, after the transaction; empty the log.

        What is deleted is overwritten anyway, but copies stay where rows have been moved to other
        pages. While a reader still looks at what was there, the log keeps it until the end of the
        next transaction after it, or until the last connection closes.
        """
        if self._file == MEMORY:
            return
        with self._held() as connection:
            self.run("INSERT INTO unerased (id) VALUES (1) ON CONFLICT DO NOTHING")
            self._has_to_rebuild = self._has_to_empty_log = True
            self._finish_erasing(connection)

    def _finish_erasing(self, connection: sqlite3.Connection) -> None:
        """Erase as far as it is possible now; what is not is left for later, as it is no loss."""
        if self._depth or not self._has_to_empty_log:
            return
        with translated(self._path), suppress(sqlite3.OperationalError):
            if self._has_to_rebuild:
                connection.execute("VACUUM")
                connection.execute("DELETE FROM unerased")
                self._has_to_rebuild = False
            self._has_to_empty_log = not is_log_emptied(connection, self._timeout)

    def close(self) -> None:
        """Give the file back; may be called twice. In a child process it stays the parent's."""
        if self._process != os.getpid():
            return
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None:
                with closing(connection):
                    self._finish_erasing(connection)

    @contextmanager
    def _held(self) -> Iterator[sqlite3.Connection]:
        """Have the connection for oneself."""
        if self._process != os.getpid():
            raise StorageError(
                f"after a fork each process must open its own storage, got one of process "
                f"{self._process} in {os.getpid()}"
            )
        with self._lock:
            if self._connection is None:
                raise StorageError("a storage must be open to be used, this one was closed")
            if self._depth:
                self._check_unbroken(self._connection)
            yield self._connection

    def _check_unbroken(self, connection: sqlite3.Connection) -> None:
        if not connection.in_transaction:
            raise StorageError(
                f"{self._path}: the transaction was taken back by the database after an error; "
                "nothing of it is written"
            )


class _SqliteReader:
    """A connection that only reads."""

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        self._connection, self._path = connection, path

    def several(self, values: Iterable[int] | Iterable[str]) -> Value:
        """Several values as one text of JSON."""
        return _several(values)

    def run(self, statement: str, values: Sequence[Value] = ()) -> Rows:
        """Execute a statement and return its rows."""
        with translated(self._path):
            return self._connection.execute(_written(statement), values).fetchall()

    def batches(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Rows]:
        """Execute a statement now, and give its rows in batches."""
        with translated(self._path):
            return _batches(self._connection.execute(_written(statement), values), self._path)


def _take_back(connection: sqlite3.Connection, undo: Sequence[str]) -> None:
    """Undo as much as is asked, or else everything: half of it would be worse."""
    try:
        for statement in undo if connection.in_transaction else ():
            connection.execute(statement)
    except sqlite3.Error:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")


def _several(values: Iterable[int] | Iterable[str]) -> str:
    return json.dumps(list(values))


@cache
def _written(statement: str) -> str:
    return _DIALECT.of(statement)


def _batches(cursor: sqlite3.Cursor, path: str) -> Iterator[Rows]:
    with translated(path):
        while rows := cursor.fetchmany(_BATCH):
            yield rows
