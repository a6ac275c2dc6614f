from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from functools import cache
from typing import TypeVar

import psycopg

from netzwerkwandel.errors import InvalidArgumentError, StorageError
from netzwerkwandel.model.arguments import check_kind, is_number
from netzwerkwandel.storage.database import Database, Query, Value, View
from netzwerkwandel.storage.postgres_connection import (
    SET_TIMEOUT,
    Connection,
    check_encodings,
    connected,
    fetched,
    fetched_in_batches,
    is_idle,
    is_sound,
    milliseconds,
    translated,
)
from netzwerkwandel.storage.postgres_schema import bring_up_to_date
from netzwerkwandel.storage.sql_storage import SqlStorage, check_owner


T = TypeVar("T")
V = TypeVar("V", int, str)

_TABLE = re.compile(r"\b(FROM|INTO|UPDATE) (?=[a-z])")
_SCHEMA = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_MEMBERS = "json_array_elements_text(interactions.participants::json) AS member (value)"
_ANALYZE = "ANALYZE {schema}.people, {schema}.interactions, {schema}.participants"
_NUMBERS = b"SELECT nextval(%s::text::regclass) FROM generate_series(1, %s)"
_SNAPSHOT = b"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"


class PostgresStorage(SqlStorage):
    """Keeps records in a PostgreSQL database, that of an app: for many people at once.

    Parameters
    ----------
    place : str or psycopg.Connection
        A URL, ``postgresql://user:password@host:port/name``: the storage opens a connection and
        closes it. Or the connection of an app: then the app closes it and, unless the connection
        is in autocommit mode, the app begins, commits and rolls back the transaction.
    owner : str
        Whose records; many people's may be in one schema, each seen by her own storage alone.
    schema : str
        Where the tables are; made with them where there is none. Of a-z, 0-9 and ``_``.
    timeout : float
        Seconds to wait for another writer before ``StorageBusyError``.

    Raises
    ------
    StorageError
        If there is no connection, the encoding is not UTF8, or the schema is that of another
        program or of a newer version of this library. No message holds the password.
    InvalidArgumentError
        If an argument is of the wrong kind.

    Notes
    -----
    Writers of one owner wait for each other; writers of different owners do not. ``put`` and
    ``get_with_version`` of the repositories know row versions, for an app whose users change
    records at the same time. Older tables are brought up to date in one transaction.

    In the transaction of an app everything is done in savepoints, so that a call that fails does
    not spoil it. Others who write for the same owner then wait until the app ends it. What is read
    is as of one moment if the app's transaction is REPEATABLE READ; there, a writer who had to
    wait gets ``StorageBusyError``. If the transaction in which a storage was made is rolled back,
    make the storage anew. While the storage is used, leave the connection alone in other threads.

    A key, or the two keys of a tie, can have about 2,600 bytes. What was deleted is gone for
    everybody at once; PostgreSQL itself decides when it overwrites its place on the disk. Write
    ahead logs, replicas and backups hold it as long as the server is told to keep these.

    It needs psycopg: ``pip install 'netzwerkwandel[postgres]'``.
    """

    def __init__(
        self,
        place: str | Connection,
        *,
        owner: str = "",
        schema: str = "netzwerkwandel",
        timeout: float = 30.0,
    ) -> None:
        check_owner(owner)
        database = PostgresDatabase(place, owner=owner, schema=schema, timeout=timeout)
        super().__init__(database, owner)


class PostgresDatabase(Database[Connection]):
    """A schema of a PostgreSQL database, up to date.

    Parameters
    ----------
    place : str or psycopg.Connection
        A URL, to open a connection of its own; or the connection of an app.
    owner : str
        Whose writers wait for each other.
    schema : str
        Where the tables are.
    timeout : float
        Seconds to wait for another writer.
    """

    def __init__(self, place: str | Connection, *, owner: str, schema: str, timeout: float) -> None:
        if not isinstance(place, str | psycopg.Connection):
            raise InvalidArgumentError(
                f"place must be a URL or a connection of psycopg, got {type(place).__name__}"
            )
        if not (is_number(timeout) and timeout >= 0):
            raise InvalidArgumentError(f"timeout must be at least 0 seconds, got {timeout!r}")
        if not _SCHEMA.fullmatch(check_kind("schema", schema, str)):
            raise StorageError(
                "a schema must be named with up to 63 of a-z, 0-9 and _, and begin with none of "
                f"the digits, got {schema!r}"
            )
        self._url = place if isinstance(place, str) else None
        self._owner, self._schema, self._timeout = owner, schema, timeout
        connection = connected(place, timeout) if isinstance(place, str) else place
        super().__init__(connection)
        try:
            with self._guarded(connection):
                check_encodings(connection)
                bring_up_to_date(connection, schema)
        except BaseException:
            self.close()
            raise

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
        with self._held() as connection, self._within(connection):
            if self._depth == 1:
                self._wait_for_others(connection)
            yield

    def _wait_for_others(self, connection: Connection) -> None:
        """Count the write: whoever else counts one of the owner waits, however isolated he is."""
        # A mere lock, of the row or an advisory one, would let a REPEATABLE READ transaction go on
        # with what it saw before it had to wait, and write over what it never saw. That the row was
        # changed meanwhile makes it fail, and say that it is to be tried again.
        count = f"UPDATE {self._schema}.owners SET writes = writes + 1 WHERE name = %s RETURNING id"  # noqa: S608 (our names)
        with translated():
            # On the connection of an app its own time-out is put back afterwards.
            if self._url is None:
                ((before,),) = fetched(connection, b"SELECT current_setting('lock_timeout')")
                fetched(connection, SET_TIMEOUT, (milliseconds(self._timeout), True))
            counted = fetched(connection, count.encode(), (self._owner,))
            if self._url is None:
                fetched(connection, SET_TIMEOUT, (before, True))
        if not counted:
            raise StorageError(
                "a storage must be used after the transaction in which it was made only if that "
                "ended well, got one that was taken back; make the storage anew"
            )

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

    def view(self) -> AbstractContextManager[View] | None:
        """A connection of its own, to read as of its first statement; none beside an app's."""
        with self._held():
            return None if self._depth or self._url is None else self._view(self._url)

    @contextmanager
    def _view(self, url: str) -> Iterator[View]:
        with closing(connected(url, self._timeout)) as connection:
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
    return _TABLE.sub(rf"\1 {schema}.", filled).replace("?", "%s").encode()
