"""One schema of a PostgreSQL database, as a storage asks it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext
from functools import cache
from typing import TypeVar

import psycopg

from netzwerkwandel.errors import InvalidArgumentError, StorageConnectionError, StorageError
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.storage.database import (
    LOG,
    Database,
    DatabaseView,
    Query,
    Value,
    check_timeout,
    leave_to_parent,
)
from netzwerkwandel.storage.postgres_connection import (
    SET_TIMEOUT,
    Connection,
    Pool,
    check_encodings,
    connected,
    fetched,
    fetched_in_batches,
    is_idle,
    is_sound,
    lent_by,
    milliseconds,
    translated,
)
from netzwerkwandel.storage.postgres_schema import bring_up_to_date
from netzwerkwandel.storage.sql_storage import SqlStorage
from netzwerkwandel.storage.sqlite import backup_records


T = TypeVar("T")
V = TypeVar("V", int, str)

_TABLE = re.compile(r"\b(FROM|INTO|UPDATE) (?=[a-z])")
_SCHEMA = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_MEMBERS = "json_array_elements_text(interactions.participants::json) AS member (value)"
_ANALYZE = "ANALYZE {schema}.people, {schema}.interactions, {schema}.participants"
_NUMBERS = b"SELECT nextval(%s::text::regclass) FROM generate_series(1, %s)"
_ADD_OWNER = "INSERT INTO owners (name) VALUES (?) ON CONFLICT (name) DO NOTHING"
_COUNT = "UPDATE owners SET writes = writes + 1 WHERE name = ? RETURNING id"
_REMOVE_OWNER = Query[tuple[()]]("DELETE FROM owners WHERE id = ?")
_SNAPSHOT = b"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"


class PostgresDatabase(Database[Connection]):
    """A schema of a PostgreSQL database, up to date.

    Parameters
    ----------
    place : str, psycopg.Connection or pool
        A URL, to open a connection of its own; or the connection of an app, or its pool.
    owner : str
        Whose writers wait for each other.
    schema : str
        Where the tables are.
    timeout : float
        Seconds to wait for another writer.
    read_only : bool
        Whether nothing may be written.
    """

    def __init__(
        self,
        place: str | Connection | Pool,
        *,
        owner: str,
        schema: str,
        timeout: float,
        read_only: bool = False,
    ) -> None:
        is_pool = hasattr(place, "getconn") and hasattr(place, "putconn")
        if not (isinstance(place, str | psycopg.Connection) or is_pool):
            raise InvalidArgumentError(
                f"place must be a URL, a connection or a pool of psycopg, got "
                f"{type(place).__name__}"
            )
        if not _SCHEMA.fullmatch(check_kind("schema", schema, str)):
            raise StorageError(
                "a schema must be named with up to 63 of a-z, 0-9 and _, and begin with none of "
                f"the digits, got {schema!r}"
            )
        self._url = place if isinstance(place, str) else None
        self._pool = None if isinstance(place, str | psycopg.Connection) else place
        self._schema, self._timeout = schema, check_timeout(timeout)
        self._read_only = check_kind("read_only", read_only, bool)
        self._is_lent = False
        self._number: int | None = None
        self._is_new = False
        super().__init__(owner, place if isinstance(place, psycopg.Connection) else None)
        try:
            with self._held() as connection, self._guarded(connection):
                check_encodings(connection)
                bring_up_to_date(connection, schema, read_only=read_only)
        except BaseException:
            self.close()
            raise

    @contextmanager
    def _borrowed(self) -> Iterator[Connection]:
        """The app's connection, one of its pool, or our own: another where that was lost."""
        if self._is_lent and self._connection is not None:
            yield self._connection
            return
        with self._lent() as connection:
            self._connection, self._is_lent = connection, True
            try:
                yield connection
            except StorageConnectionError:
                # It may look alive, and be stuck in the midst of what it was sending.
                if self._url is not None and not self._is_forked:
                    connection.close()
                raise
            finally:
                self._is_lent = False
                if self._pool is not None:
                    self._connection = None

    @contextmanager
    def _lent(self) -> Iterator[Connection]:
        if self._pool is not None:
            with lent_by(self._pool, self._timeout) as lent:
                yield lent
            return
        connection = self._connection
        if self._url is not None and (connection is None or connection.closed):
            if connection is not None:
                LOG.warning("the connection to PostgreSQL was lost; connecting anew")
            connection = connected(self._url)
        if connection is None:
            raise StorageError("a storage must be open to be used, this one was closed")
        yield connection

    def several(self, values: Iterable[V]) -> Value:
        """Several values as an array."""
        return list(values)

    def run(self, query: Query[T], values: Sequence[Value] = ()) -> list[T]:
        """Execute a statement and return its rows."""
        with self._held() as connection, self._guarded(connection):
            return fetched(connection, _written(query, self._schema), values)

    def batches(self, query: Query[T], values: Sequence[Value] = ()) -> Iterator[list[T]]:
        """Execute a statement now, and give its rows in batches; within a snapshot."""
        with self._held() as connection:
            return fetched_in_batches(connection, _written(query, self._schema), values)

    def run_many(self, query: Query[T], rows: Iterable[Sequence[Value]]) -> None:
        """Execute a statement for each row."""
        with self._held() as connection, translated(), psycopg.Cursor(connection) as cursor:
            cursor.executemany(_written(query, self._schema), rows)

    def insert(self, table: str, columns: str, rows: Iterable[Sequence[Value]]) -> None:
        """Add many rows to a table: copied, which is faster than statement by statement."""
        copying = f"COPY {self._schema}.{table} ({columns}) FROM STDIN".encode()
        with (
            self._held() as connection,
            translated(),
            psycopg.Cursor(connection) as cursor,
            cursor.copy(copying) as copy,
        ):
            for row in rows:
                copy.write_row(row)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read as of one moment; in a transaction that an app began, as of what it reads as of."""
        with self._held() as connection:
            if self._depth:
                yield
                return
            # How a transaction reads is said by its first statement: one that an app began goes on
            # as the app wanted it.
            is_ours = self._is_free(connection)
            with self._within(connection):
                if is_ours:
                    with translated():
                        connection.execute(_SNAPSHOT)
                yield

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; other writers of the same owner wait from the beginning.

        In a transaction that an app began it is a savepoint.
        """
        if self._read_only:
            with self.snapshot():
                yield
            return
        with self._held() as connection, self._within(connection):
            if self._depth == 1:
                self._number, self._is_new = self._counted(connection)
            yield
            if self._depth == 1 and self._is_new and self._number is not None:
                # Nothing was written for her, who is here for others to wait for her, no more.
                self.remove_owner()

    def _counted(self, connection: Connection) -> tuple[int, bool]:
        """Count the write: whoever else counts one of the owner waits, however isolated he is.

        What is given is the number of the owner, and whether she was added for it.
        """
        # A mere lock, of the row or an advisory one, would let a REPEATABLE READ transaction go on
        # with what it saw before it had to wait, and write over what it never saw. That the row was
        # changed meanwhile makes it fail, and say that it is to be tried again.
        with translated():
            # For this transaction alone: behind a pooler a session is everybody's. In a transaction
            # of an app its own time-out is put back afterwards.
            ((before,),) = fetched(connection, b"SELECT current_setting('lock_timeout')")
            fetched(connection, SET_TIMEOUT, (milliseconds(self._timeout), True))
            rows, is_new = self._count(connection), False
            while not rows:
                is_new = True
                # Another process may add the same owner now, or remove her.
                fetched(connection, _written(_ADD_OWNER, self._schema), (self.owner,))
                rows = self._count(connection)
            fetched(connection, SET_TIMEOUT, (before, True))
        ((number,),) = rows
        return int(number), is_new

    def _count(self, connection: Connection) -> list[tuple[int]]:
        return fetched(connection, _written(_COUNT, self._schema), (self.owner,))

    def number_of_owner(self) -> int:
        """The number that was found when the transaction began."""
        if self._number is None:
            with self._held() as connection:
                self._number, _ = self._counted(connection)
        self._is_new = False  # something of hers is about to be written
        return self._number

    def remove_owner(self) -> None:
        """Forget the name of the owner, whose rows are gone."""
        self.run(_REMOVE_OWNER, (self.number_of_owner(),))
        self._number, self._is_new = None, False

    def retire(self, version: int) -> None:
        """Nothing is to be done: a sequence never gives a number twice."""

    def check(self) -> list[str]:
        """Nothing can be said: that is for the tools of the server, such as ``pg_amcheck``."""
        return []

    def backup(self, path: str | os.PathLike[str]) -> None:
        """Copy what is the owner's to a new file of SQLite."""
        with self.snapshot():
            backup_records(SqlStorage(self), path, owner=self.owner)

    @contextmanager
    def _within(self, connection: Connection) -> Iterator[None]:
        block = connection.transaction()
        with translated():
            # psycopg makes the outermost block of an app's transaction that was not begun yet a
            # transaction and commits it, which is the app's to do: begun first, it is a savepoint.
            if is_idle(connection) and not connection.autocommit:
                connection.execute(b"SELECT 1")
            block.__enter__()
        self._depth += 1
        try:
            yield
            self._check_unbroken(connection)
        except BaseException as error:
            if self._is_forked:
                leave_to_parent(block)
                raise
            with translated():
                block.__exit__(type(error), error, error.__traceback__)
            raise
        else:
            with translated():
                block.__exit__(None, None, None)
        finally:
            self._depth -= 1

    @contextmanager
    def _guarded(self, connection: Connection) -> Iterator[None]:
        """What fails within does not spoil a transaction that an app began."""
        is_ours = self._depth or self._is_free(connection)
        with nullcontext() if is_ours else self._within(connection), translated():
            yield

    @staticmethod
    def _is_free(connection: Connection) -> bool:
        """Say whether a transaction that is begun now ends when it is ended."""
        return connection.autocommit and is_idle(connection)

    def view(self) -> AbstractContextManager[DatabaseView] | None:
        """A connection of its own, to read as of its first statement; none beside an app's."""
        with self._held():
            is_of_app = self._url is None and self._pool is None
            return None if self._depth or is_of_app else self._view()

    @contextmanager
    def _view(self) -> Iterator[DatabaseView]:
        with ExitStack() as stack:
            if self._pool is not None:
                connection = stack.enter_context(lent_by(self._pool, self._timeout))
            else:
                connection = stack.enter_context(closing(connected(str(self._url))))
            with translated():
                connection.autocommit = False
                connection.execute(_SNAPSHOT)
            yield _PostgresView(connection, self._schema)

    def numbers(self, table: str, count: int) -> Sequence[int]:
        """The next of a sequence."""
        values = (f"{self._schema}.{table}_ids", count)
        with self._held() as connection, translated():
            rows: list[tuple[int]] = fetched(connection, _NUMBERS, values)
            return [number for (number,) in rows]

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Let the server look at the tables when they are full: until then it plans for none."""
        # It would read a whole table for every person that is asked for, until it looks by itself
        # a minute later.
        yield
        self.run(Query(_ANALYZE.format(schema=self._schema)))

    def erase(self) -> None:
        """Nothing can be promised: what was deleted leaves the disk in the server's own time.

        No statement takes it from the write-ahead log, and VACUUM, which the server itself runs,
        frees its place without overwriting it.
        """

    def _give_back(self, connection: Connection) -> None:
        if self._url:
            connection.close()

    def _is_sound(self, connection: Connection) -> bool:
        if connection.closed:
            raise StorageConnectionError(
                "PostgreSQL: the connection was lost in a transaction; nothing of it is written"
            )
        return is_sound(connection)


class _PostgresView:
    """A connection that only reads."""

    def __init__(self, connection: Connection, schema: str) -> None:
        self._connection, self._schema = connection, schema

    def several(self, values: Iterable[V]) -> Value:
        """Several values as an array."""
        return list(values)

    def run(self, query: Query[T], values: Sequence[Value] = ()) -> list[T]:
        """Execute a statement and return its rows."""
        with translated():
            return fetched(self._connection, _written(query, self._schema), values)

    def batches(self, query: Query[T], values: Sequence[Value] = ()) -> Iterator[list[T]]:
        """Execute a statement now, and give its rows in batches."""
        return fetched_in_batches(self._connection, _written(query, self._schema), values)


@cache
def _written(query: str, schema: str) -> bytes:
    """A statement in PostgreSQL's words, with the schema of each table.

    The schema is written out since the search path belongs to the app whose connection it may be.
    """
    filled = query.replace("{within}", "= ANY(?)").replace("{members}", _MEMBERS)
    filled = filled.replace("{list}", "json_agg").replace("{text}", "string_agg")
    for version in ("{new}", "{next}"):
        filled = filled.replace(version, f"nextval('{schema}.versions')")
    return _TABLE.sub(rf"\1 {schema}.", filled).replace("?", "%s").encode()
