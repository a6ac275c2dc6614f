from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from functools import cache
from typing import TypeVar

from netzwerkwandel.errors import InvalidArgumentError, StorageBusyError, StorageError
from netzwerkwandel.model.arguments import is_number
from netzwerkwandel.storage.database import Database, Query, Value, View
from netzwerkwandel.storage.sql_storage import SqlStorage, check_owner
from netzwerkwandel.storage.sqlite_opening import (
    MEMORY,
    connected,
    file_at,
    is_log_emptied,
    opened,
)
from netzwerkwandel.storage.sqlite_schema import CREATE_INDEXES, DROP_INDEXES, MIGRATIONS


T = TypeVar("T")
V = TypeVar("V", int, str)

_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_LONGEST = 1_000_000
_BATCH = 500
"""So many rows at a time: few enough that they are gone before the garbage collector looks."""


class SqliteStorage(SqlStorage):
    """Keeps records in one file, which needs nothing but Python: for a person, or a small app.

    Parameters
    ----------
    path : path or ":memory:"
        The file; made where there is none, for nobody but its user to read.
    owner : str
        Whose records; several people's may be in one file, each seen by its owner's storage alone.
    timeout : float
        Seconds to wait for another writer before ``StorageBusyError``.

    Raises
    ------
    StorageError
        If the file cannot be opened, is no database or that of another program, or was written by
        a newer version of this library. Nothing is written then.
    InvalidArgumentError
        If an argument is of the wrong kind.

    Notes
    -----
    The file is in WAL mode, and written through to the disk at the end of every transaction, so
    that neither a killed process nor a power failure takes what was acknowledged. Files of earlier
    versions are brought up to date in one transaction when they are opened. ``forget`` and
    ``clear`` write the whole file anew, so that no trace is left in it: for a while there must be
    room for it twice. ``put`` and ``get_with_version`` of the repositories know row versions, for
    an app whose users change records at the same time.

    A file on a network drive is not safe with several writers. The file is not encrypted: keep it
    where only you can read it.

    Examples
    --------
    >>> from netzwerkwandel import Contact
    >>> with SqliteStorage(":memory:") as storage:
    ...     storage.contacts.put(Contact(key="card:1", name="Ben Okafor"))
    ...     storage.contacts.get("card:1")
    Contact('Ben Okafor')
    """

    def __init__(
        self, path: str | os.PathLike[str], *, owner: str = "", timeout: float = 30.0
    ) -> None:
        check_owner(owner)
        super().__init__(SqliteDatabase(path, timeout=timeout), owner)


class SqliteDatabase(Database[sqlite3.Connection]):
    """A SQLite file, opened and up to date.

    Parameters
    ----------
    path : path or ":memory:"
        The file.
    timeout : float
        Seconds to wait for another writer.
    migrations : sequence of steps
        How an older file is brought up to date, and a new one made.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        timeout: float,
        migrations: Sequence[Sequence[str]] = MIGRATIONS,
    ) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            raise InvalidArgumentError(f"path must be that of a file, got {path!r}")
        if not (is_number(timeout) and 0 <= timeout <= _LONGEST):
            raise InvalidArgumentError(
                f"timeout must be between 0 and {_LONGEST} seconds, got {timeout!r}"
            )
        self._path, self._timeout = os.fsdecode(path), timeout
        super().__init__(where=f"{self._path}: ")
        self._file = file_at(self._path)
        with translated(self._path):
            self._connection = opened(self._path, self._file, timeout, migrations)
        # A process that was killed between `forget` and the end of VACUUM left a mark in the file.
        self._has_to_rebuild = bool(self.run(Query("SELECT 1 FROM unerased")))
        self._has_to_empty_log = self._has_to_rebuild

    def several(self, values: Iterable[V]) -> Value:
        """Several values as one text of JSON, however many: a statement has room for some only."""
        return json.dumps(list(values))

    def run(self, query: Query[T], values: Sequence[Value] = ()) -> list[T]:
        """Execute a statement and return its rows."""
        with self._held() as connection, translated(self._path):
            return connection.execute(_written(query), values).fetchall()

    def batches(self, query: Query[T], values: Sequence[Value] = ()) -> Iterator[list[T]]:
        """Execute a statement now, and give its rows in batches; within a snapshot."""
        with self._held() as connection, translated(self._path):
            return _batches(connection.execute(_written(query), values), self._path)

    def run_many(self, query: Query[T], rows: Iterable[Sequence[Value]]) -> None:
        """Execute a statement for each row."""
        with self._held() as connection, translated(self._path):
            connection.executemany(_written(query), rows)

    def insert(self, table: str, columns: str, rows: Iterable[Sequence[Value]]) -> None:
        """Add many rows to a table."""
        places = ", ".join("?" * len(columns.split(",")))
        statement = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 (our names)
        self.run_many(Query(statement), rows)

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
            # IMMEDIATE, since a transaction that reads first and is to write later cannot wait:
            # where another has written meanwhile, SQLite refuses at once, whatever the time-out.
            begin, end = "BEGIN IMMEDIATE", ["COMMIT"]
            undo = ["ROLLBACK"]
            if self._depth:
                # ROLLBACK TO takes the writes back and leaves the savepoint open: RELEASE ends it.
                inner = f"inner{self._depth}"
                begin, end = f"SAVEPOINT {inner}", [f"RELEASE {inner}"]
                undo = [f"ROLLBACK TO {inner}", *end]
            with self._within(connection, begin, end, undo):
                yield
            self._finish_erasing(connection)

    @contextmanager
    def _within(
        self, connection: sqlite3.Connection, begin: str, end: Sequence[str], undo: Sequence[str]
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
            # Undone as far as is asked, or else everything: half of it would be worse.
            try:
                for statement in undo if connection.in_transaction else ():
                    connection.execute(statement)
            except sqlite3.Error:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
            raise
        finally:
            self._depth -= 1

    def view(self) -> AbstractContextManager[View] | None:
        """A connection of its own, to read as of its first statement."""
        with self._held():
            return None if self._depth or self._file == MEMORY else self._view()

    @contextmanager
    def _view(self) -> Iterator[View]:
        with translated(self._path), closing(connected(self._file, self._timeout)) as connection:
            connection.execute("BEGIN")
            yield _SqliteView(connection, self._path)

    def numbers(self, table: str, count: int) -> Sequence[int]:
        """Those after the last; the whole file is locked."""
        last = f"SELECT coalesce(max(id), 0) FROM {table}"  # noqa: S608 (our names)
        ((greatest,),) = self.run(Query[tuple[int]](last))
        return range(greatest + 1, greatest + 1 + count)

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Do without the indexes of interactions, and build them at the end: it is faster."""
        # Keys come in no order, so that each row would change another page of an index; sorted at
        # the end, each page is written once. Rows that are there belong to other owners, and an
        # index over all of them would be built anew: then it is left as it is.
        if self.run(Query("SELECT 1 FROM interactions LIMIT 1")):
            yield
            return
        for statement in DROP_INDEXES:
            self.run(Query(statement))
        yield
        for statement in CREATE_INDEXES:
            self.run(Query(statement))

    def erase(self) -> None:
        """Write the file anew without what was deleted, after the transaction; empty the log.

        What is deleted is overwritten anyway, but copies stay where rows have been moved to other
        pages. While a reader still looks at what was there, the log keeps it until the end of the
        next transaction after it, or until the last connection closes.
        """
        if self._file == MEMORY:
            return
        with self._held() as connection:
            # The mark is a part of the transaction: whoever opens the file after a crash erases.
            self.run(Query("INSERT INTO unerased (id) VALUES (1) ON CONFLICT DO NOTHING"))
            self._has_to_rebuild = self._has_to_empty_log = True
            self._finish_erasing(connection)

    def _finish_erasing(self, connection: sqlite3.Connection) -> None:
        """Erase as far as it is possible now; what is not is left for later, as it is no loss."""
        if self._depth or not self._has_to_empty_log:
            return
        with translated(self._path), suppress(sqlite3.OperationalError):
            if self._has_to_rebuild:
                # The mark goes after VACUUM and not before, so that a crash between them erases
                # once more; VACUUM cannot run in a transaction, which would make one of the two.
                connection.execute("VACUUM")
                connection.execute("DELETE FROM unerased")
                self._has_to_rebuild = False
            self._has_to_empty_log = not is_log_emptied(connection, self._timeout)

    def _give_back(self, connection: sqlite3.Connection) -> None:
        with closing(connection):
            self._finish_erasing(connection)

    def _is_sound(self, connection: sqlite3.Connection) -> bool:
        return connection.in_transaction


class _SqliteView:
    """A connection that only reads."""

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        self._connection, self._path = connection, path

    def several(self, values: Iterable[V]) -> Value:
        """Several values as one text of JSON."""
        return json.dumps(list(values))

    def run(self, query: Query[T], values: Sequence[Value] = ()) -> list[T]:
        """Execute a statement and return its rows."""
        with translated(self._path):
            return self._connection.execute(_written(query), values).fetchall()

    def batches(self, query: Query[T], values: Sequence[Value] = ()) -> Iterator[list[T]]:
        """Execute a statement now, and give its rows in batches."""
        with translated(self._path):
            return _batches(self._connection.execute(_written(query), values), self._path)


@cache
def _written(query: str) -> str:
    """A statement in SQLite's words."""
    within = query.replace("{within}", "IN (SELECT value FROM json_each(?))")
    return within.replace("{members}", "json_each(interactions.participants) AS member")


def _batches(cursor: sqlite3.Cursor, path: str) -> Iterator[list[T]]:
    with translated(path):
        while rows := cursor.fetchmany(_BATCH):
            yield rows


@contextmanager
def translated(path: str) -> Iterator[None]:
    """What SQLite says of a file, as our errors.

    A damaged file can make it say what is no text, and a number can be too large for it.
    """
    try:
        yield
    except (UnicodeError, OverflowError) as error:
        raise StorageError(f"{path}: {error}") from error
    except sqlite3.Error as error:
        # The low byte is the kind of error, the others say more of it: BUSY_SNAPSHOT is busy, too.
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _BUSY:
            raise StorageBusyError(
                f"{path}: another writer must end within the time-out, got none that did; try again"
            ) from error
        raise StorageError(f"{path}: {error}") from error
