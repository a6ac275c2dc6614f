from __future__ import annotations

import json
import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from functools import cache
from pathlib import Path

from netzwerkwandel.errors import StorageBusyError, StorageError
from netzwerkwandel.storage.database import Reader, Rows, Value
from netzwerkwandel.storage.sqlite_schema import (
    APPLICATION_ID,
    CREATE_INDEXES,
    DROP_INDEXES,
    MIGRATIONS,
    SCHEMA,
)
from netzwerkwandel.storage.statements import Dialect


MEMORY = ":memory:"

_DIALECT = Dialect(
    within="IN (SELECT value FROM json_each(?))",
    members="json_each(interactions.participants) AS member",
)
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_BATCH = 10_000
_CACHE_KIB = 65_536


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
        self._path, self._timeout = os.fspath(path), timeout
        self._lock = threading.RLock()
        self._depth = 0
        self._has_to_erase = False
        self._process = os.getpid()
        self._connection: sqlite3.Connection | None = None
        if self._path != MEMORY:
            _check_place(self._path)
        with _translated(self._path):
            connection = _connected(self._path, timeout)
            try:
                _check_header(connection, self._path)
                _prepare(connection)
                _migrate(connection)
                _is_log_emptied(connection, timeout)
            except BaseException:
                connection.close()
                raise
        self._connection = connection

    @property
    def dialect(self) -> Dialect:
        """How statements are written for SQLite."""
        return _DIALECT

    def several(self, values: Iterable[int] | Iterable[str]) -> Value:
        """Several values as one text of JSON."""
        return _several(values)

    def run(self, statement: str, values: Sequence[Value] = ()) -> Rows:
        """Execute a statement and return its rows."""
        with self._held() as connection, _translated(self._path):
            return connection.execute(_written(statement), values).fetchall()

    def batches(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Rows]:
        """Execute a statement now, and give its rows in batches; within a snapshot."""
        with self._held() as connection, _translated(self._path):
            return _batches(connection.execute(_written(statement), values), self._path)

    def run_many(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Execute a statement for each row."""
        with self._held() as connection, _translated(self._path):
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

    @contextmanager
    def _within(
        self,
        connection: sqlite3.Connection,
        begin: str,
        end: Sequence[str],
        undo: Sequence[str],
    ) -> Iterator[None]:
        with _translated(self._path):
            connection.execute(begin)
        self._depth += 1
        try:
            yield
            self._check_unbroken(connection)
            with _translated(self._path):
                for statement in end:
                    connection.execute(statement)
        except BaseException:
            for statement in undo if connection.in_transaction else ():
                with suppress(sqlite3.Error):
                    connection.execute(statement)
            raise
        finally:
            self._depth -= 1
        self._empty_log()

    def reader(self) -> AbstractContextManager[Reader] | None:
        """A connection of its own, to read as of its first statement."""
        with self._held():
            return None if self._depth or self._path == MEMORY else self._reader()

    @contextmanager
    def _reader(self) -> Iterator[Reader]:
        with _translated(self._path), closing(_connected(self._path, self._timeout)) as connection:
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
        """Take what was deleted out of the log, too; in the file it is overwritten already.

        While a reader still looks at what was there, that waits for the end of the next
        transaction after it, or for the last connection to close.
        """
        with self._held():
            self._has_to_erase = True
            self._empty_log()

    def _empty_log(self) -> None:
        if self._depth or not self._has_to_erase or self._connection is None:
            return
        with _translated(self._path):
            self._has_to_erase = not _is_log_emptied(self._connection, self._timeout)

    def close(self) -> None:
        """Give the file back; may be called twice."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None and self._process == os.getpid():
                connection.close()

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
        with _translated(self._path):
            return self._connection.execute(_written(statement), values).fetchall()

    def batches(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Rows]:
        """Execute a statement now, and give its rows in batches."""
        with _translated(self._path):
            return _batches(self._connection.execute(_written(statement), values), self._path)


def _several(values: Iterable[int] | Iterable[str]) -> str:
    return json.dumps(list(values))


@cache
def _written(statement: str) -> str:
    return _DIALECT.of(statement)


def _batches(cursor: sqlite3.Cursor, path: str) -> Iterator[Rows]:
    with _translated(path):
        while rows := cursor.fetchmany(_BATCH):
            yield rows


def _connected(path: str, timeout: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=timeout, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def _check_place(path: str) -> None:
    """Make the file where there is none, for its user alone; refuse what can be none."""
    place = Path(path)
    if place.is_dir():
        raise StorageError(f"{path}: a storage must be a file, got a folder")
    try:
        os.close(os.open(place, os.O_RDWR | os.O_CREAT, 0o600))
    except (OSError, ValueError) as error:
        raise StorageError(f"{path}: the file cannot be opened for writing: {error}") from error


def _check_header(connection: sqlite3.Connection, path: str) -> None:
    """Refuse what is not ours, or is newer than we are, before anything is written."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION_ID and (application or schema or tables):
        raise StorageError(f"{path}: the file must be a storage, got a database of another program")
    if not 0 <= schema <= SCHEMA:
        raise StorageError(
            f"{path}: the file must have a schema up to {SCHEMA}, got {schema}; it was written by "
            "a newer version: update netzwerkwandel to open it"
        )


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _is_log_emptied(connection: sqlite3.Connection, timeout: float) -> bool:
    """Copy the log into the file and empty it, if no other connection is in the way."""
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        (is_blocked, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.execute(f"PRAGMA busy_timeout = {round(timeout * 1000)}")
    return not is_blocked


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the file up to date, all steps or none; another process may have just done so."""
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    if schema == SCHEMA:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        for step in MIGRATIONS[schema:]:
            for statement in filter(str.strip, step.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def _translated(path: str) -> Iterator[None]:
    """What SQLite says, as our errors."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _BUSY:
            raise StorageBusyError(
                f"{path}: another writer must end within the time-out, got none that did; try again"
            ) from error
        raise StorageError(f"{path}: {error}") from error
