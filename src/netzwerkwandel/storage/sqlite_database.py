"""One SQLite file, as a storage asks it."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from netzwerkwandel.errors import InvalidArgumentError, StorageError, shown
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.storage.database import Database, DatabaseView, Query, Value, check_timeout
from netzwerkwandel.storage.sqlite_errors import printable, translated
from netzwerkwandel.storage.sqlite_opening import (
    MEMORY,
    Opening,
    bring_home,
    connected,
    file_at,
    identity,
    is_log_emptied,
    new_file,
)
from netzwerkwandel.storage.sqlite_schema import CREATE_INDEXES, DROP_INDEXES, MIGRATIONS
from netzwerkwandel.storage.sqlite_statements import SqliteView, in_batches, written


T = TypeVar("T")
V = TypeVar("V", int, str)

_LONG_LOG = 4_000_000
"""Bytes from which on a log is copied into its file after a transaction."""

_REPLACED = (
    "the file was replaced or taken away while it was open, and nothing more is written to it; "
    "open what is there now anew"
)
_LOG_GONE = (
    "the log beside the file, -wal, was replaced or taken away while it was open, and nothing more "
    "is written; close it, which brings home what was acknowledged, and open it anew"
)
_WRITTEN_AT_FORK: set[tuple[int, int] | None] = set()
"""The files in which a thread of the parent was at work when it forked this process."""

_FIND_OWNER = Query[tuple[int]]("SELECT id FROM owners WHERE name = ?")
_ADD_OWNER = Query[tuple[int]](
    "INSERT INTO owners (id, removed, name) "
    "VALUES ((SELECT last + 1 FROM counters WHERE name = 'owners'), ?, ?) RETURNING id"
)
_COUNT_OWNER = Query[tuple[()]]("UPDATE counters SET last = last + 1 WHERE name = 'owners'")
_COUNT = Query[tuple[()]]("UPDATE counters SET last = ? WHERE name = ?")
_REMOVE_OWNER = Query[tuple[()]]("DELETE FROM owners WHERE name = ?")
_RETIRE = Query[tuple[()]]("UPDATE counters SET last = max(last, ?) WHERE name = 'versions'")


class SqliteDatabase(Database[sqlite3.Connection]):
    """A SQLite file, opened and up to date.

    Parameters
    ----------
    path : path or ":memory:"
        The file.
    owner : str
        Whose records.
    timeout : float
        Seconds to wait for another writer.
    read_only : bool
        Whether nothing may be written.
    migrations : sequence of steps
        How an older file is brought up to date, and a new one made.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        owner: str = "",
        timeout: float,
        read_only: bool = False,
        migrations: Sequence[Sequence[str]] = MIGRATIONS,
    ) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            raise InvalidArgumentError(f"path must be that of a file, got {shown(path)}")
        name, self._timeout = os.fsdecode(path), check_timeout(timeout)
        self._path = printable(name)
        self._read_only = check_kind("read_only", read_only, bool)
        self._file = MEMORY  # until it is known
        self._identity: tuple[int, int] | None = None
        super().__init__(owner, where=f"{self._path}: ")
        self._is_told = False  # that the file is not in its place any more
        self._has_to_rebuild = self._has_to_empty_log = False
        self._log: tuple[int, int] | None = None
        # By the path as it was given, since it may be a link that is turned to another file.
        self._place = os.path.abspath(name)  # noqa: PTH100 (keeps what realpath follows)
        with self._lock:
            self._open(name, migrations)

    def _open(self, name: str, migrations: Sequence[Sequence[str]]) -> None:
        self._file = file_at(name, read_only=self._read_only)
        self._identity = identity(self._place)
        if self._identity in _WRITTEN_AT_FORK:
            raise StorageError(
                f"{self._path}: a process must be forked while none of its threads is in a "
                "transaction, this one was forked in one; end it first, or start it by spawn"
            )
        opening = Opening(self._path, self._file, self._timeout, migrations)
        with translated(self._path):
            if self._read_only:
                self._connection = opening.to_read()
                return
            self._connection = opening.to_write()
        self._log = identity(f"{self._file}-wal")
        # A process that was killed between `forget` and the end of VACUUM left a mark in the file.
        try:
            self._has_to_rebuild = bool(self.run(Query("SELECT 1 FROM unerased")))
        except BaseException:
            self._connection.close()
            raise
        self._has_to_empty_log = self._has_to_rebuild

    def several(self, values: Iterable[V]) -> Value:
        """Several values as one text of JSON, however many: a statement has room for some only."""
        return json.dumps(list(values))

    def run(self, query: Query[T], values: Sequence[Value] = ()) -> list[T]:
        """Execute a statement and return its rows."""
        with self._held() as connection, translated(self._path):
            return connection.execute(written(query), values).fetchall()

    def batches(self, query: Query[T], values: Sequence[Value] = ()) -> Iterator[list[T]]:
        """Execute a statement now, and give its rows in batches; within a snapshot."""
        with self._held() as connection, translated(self._path):
            return in_batches(connection.execute(written(query), values), self._path)

    def run_many(self, query: Query[T], rows: Iterable[Sequence[Value]]) -> None:
        """Execute a statement for each row."""
        with self._held() as connection, translated(self._path):
            connection.executemany(written(query), rows)

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
            if self._read_only:
                with self.snapshot():
                    yield
                return
            self._check_in_place()
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
            self._keep_log_short(connection)

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
            if self._depth == 1:
                self._check_in_place()
            with translated(self._path):
                for statement in end:
                    connection.execute(statement)
        except BaseException:
            if self._is_forked:
                raise
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

    def view(self) -> AbstractContextManager[DatabaseView] | None:
        """A connection of its own, to read as of its first statement."""
        with self._held():
            if self._depth or self._file == MEMORY or self._read_only:
                return None
            self._check_in_place()
            return self._view()

    @contextmanager
    def _view(self) -> Iterator[DatabaseView]:
        with translated(self._path), closing(connected(self._file, self._timeout)) as connection:
            connection.execute("BEGIN")
            yield SqliteView(connection, self._path)

    def number_of_owner(self) -> int:
        """The number of the owner; the whole file is locked."""
        rows = self.run(_FIND_OWNER, (self.owner,))
        if not rows:
            # A number that is hers from the beginning tells her from who had her name before her.
            rows = self.run(_ADD_OWNER, (*self.numbers("interactions", 1), self.owner))
            self.run(_COUNT_OWNER)
        ((number,),) = rows
        return number

    def remove_owner(self) -> None:
        """Forget the name of the owner, whose rows are gone."""
        self.run(_REMOVE_OWNER, (self.owner,))

    def retire(self, version: int) -> None:
        """Remember the version, if it is the greatest that was ever given to what is gone."""
        self.run(_RETIRE, (version,))

    def check(self) -> list[str]:
        """What SQLite itself finds damaged; a hundred faults at most."""
        rows = self.run(Query[tuple[str]]("PRAGMA integrity_check"))
        return [f"{self._path}: {problem}" for (problem,) in rows if problem != "ok"]

    def backup(self, path: str | os.PathLike[str]) -> None:
        """Copy the whole file, as of now, to a new one."""
        with self._held():
            if self._depth:
                raise StorageError("a backup must be made outside of a transaction, got one in it")
            self._check_in_place()
        with ExitStack() as stack:
            file = stack.enter_context(new_file(path))
            stack.enter_context(translated(self._path))
            copy = stack.enter_context(closing(connected(file, 0)))
            # By a connection of its own, so that other threads go on.
            if self._file == MEMORY:
                source = stack.enter_context(self._held())
            else:
                source = stack.enter_context(closing(connected(self._file, self._timeout)))
            source.backup(copy)

    def numbers(self, table: str, count: int) -> Sequence[int]:
        """Those after the last; the whole file is locked."""
        last = (
            f"SELECT max(coalesce(max(id), 0), coalesce((SELECT last FROM counters "  # noqa: S608
            f"WHERE name = '{table}'), 0)) FROM {table}"
        )
        ((greatest,),) = self.run(Query[tuple[int]](last))
        self.run(_COUNT, (greatest + count, table))
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

    def _check_in_place(self) -> None:
        """Refuse to go on with a file that is not at its path any more."""
        if not self._is_in_place():
            self._is_told = True
            raise StorageError(f"{self._where}{_REPLACED}")
        if self._log is not None and identity(f"{self._file}-wal") != self._log:
            raise StorageError(f"{self._where}{_LOG_GONE}")

    def _is_in_place(self) -> bool:
        return self._file == MEMORY or identity(self._place) == self._identity

    def _keep_log_short(self, connection: sqlite3.Connection) -> None:
        """Copy the log into the file when it is long; after a transaction, which is written."""
        if self._depth or self._file == MEMORY:
            return
        with suppress(OSError, sqlite3.Error):
            if os.stat(f"{self._file}-wal").st_size > _LONG_LOG:  # noqa: PTH116 (after each write)
                bring_home(connection, self._file, self._timeout)

    def _give_back(self, connection: sqlite3.Connection) -> None:
        with closing(connection):
            if self._is_in_place():
                self._finish_erasing(connection)
                return
            # What was acknowledged goes to the file that it belongs to, wherever that is now.
            is_log_emptied(connection, self._timeout)
        # And what is left of its log must not be taken for that of the file which has its place: it
        # would be copied into it, and destroy it.
        if not self._read_only and identity(f"{self._file}-wal") == self._log:
            for rest in ("-wal", "-shm"):
                Path(f"{self._file}{rest}").unlink(missing_ok=True)
        if not self._is_told:
            raise StorageError(f"{self._where}{_REPLACED}")

    def leave_to_parent(self, *, is_idle: bool) -> None:
        """In a child that was just forked: forget the file, so that it can be opened anew."""
        # What locks a process holds SQLite keeps by file, whatever the connection. The child would
        # take those of its parent for its own, and write without any; or wait for ever for one that
        # nobody here ends. Closing what is idle forgets them. It unlocks nothing of the parent's,
        # whose locks are a process's own, and which has the file open: so its log stays, too.
        if self._file == MEMORY:
            return
        if not is_idle or self._depth:
            super().leave_to_parent(is_idle=is_idle)
            _WRITTEN_AT_FORK.add(self._identity)
        elif self._connection is not None:
            self._connection.close()

    def _is_sound(self, connection: sqlite3.Connection) -> bool:
        return connection.in_transaction
