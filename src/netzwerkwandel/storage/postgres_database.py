from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from functools import cache

import psycopg

from netzwerkwandel.errors import StorageError
from netzwerkwandel.storage import statements as sql
from netzwerkwandel.storage.database import Reader, Rows, Value
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
from netzwerkwandel.storage.statements import Dialect


_DIALECT = Dialect(
    within="= ANY(%s)",
    members="json_array_elements_text(interactions.participants::json) AS member (value)",
    value="%s",
)
_COPIED = frozenset({sql.ADD_INTERACTION, sql.ADD_PERSON})
_TABLE = re.compile(r"\b(FROM|INTO|UPDATE) (?=[a-z])")
_SCHEMA = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_ANALYZE = "ANALYZE {schema}.people, {schema}.interactions, {schema}.participants"
_NUMBERS = b"SELECT nextval(%s::text::regclass) FROM generate_series(1, %s)"
_SNAPSHOT = b"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"


class PostgresDatabase:
    """A schema of a PostgreSQL database, up to date; one connection, and one thread at a time.

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
        if not _SCHEMA.fullmatch(schema):
            raise StorageError(
                "a schema must be named with up to 63 of a-z, 0-9 and _, and begin with none of "
                f"the digits, got {schema!r}"
            )
        self._url = place if isinstance(place, str) else None
        self._owner, self._schema, self._timeout = owner, schema, timeout
        self._lock = threading.RLock()
        self._depth = 0
        self._process = os.getpid()
        connection = connected(place, timeout) if isinstance(place, str) else place
        self._connection: Connection | None = connection
        try:
            with self._guarded(connection):
                check_encodings(connection)
                bring_up_to_date(connection, schema)
        except BaseException:
            self.close()
            raise

    @property
    def dialect(self) -> Dialect:
        """How statements are written for PostgreSQL."""
        return _DIALECT

    def several(self, values: Iterable[int] | Iterable[str]) -> Value:
        """Several values as an array."""
        return list(values)

    def run(self, statement: str, values: Sequence[Value] = ()) -> Rows:
        """Execute a statement and return its rows."""
        with self._held() as connection, self._guarded(connection):
            return fetched(connection, _written(statement, self._schema), values)

    def batches(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Rows]:
        """Execute a statement now, and give its rows in batches; within a snapshot."""
        with self._held() as connection:
            return fetched_in_batches(connection, _written(statement, self._schema), values)

    def run_many(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Execute a statement for each row; what only adds rows is copied, which is faster."""
        with self._held() as connection, translated(), psycopg.Cursor(connection) as cursor:
            if statement not in _COPIED:
                cursor.executemany(_written(statement, self._schema), rows)
                return
            with cursor.copy(_copying(statement, self._schema)) as copy:
                for row in rows:
                    copy.write_row(row)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read as of one moment; in a transaction that an app began, as of what it reads as of."""
        with self._held() as connection:
            if self._depth:
                yield
                return
            is_whole = self._is_free(connection)
            with self._within(connection):
                if is_whole:
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
        count = f"UPDATE {self._schema}.owners SET writes = writes + 1 WHERE name = %s RETURNING id"  # noqa: S608 (our names)
        with translated():
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
            if is_idle(connection) and not connection.autocommit:
                connection.execute(b"SELECT 1")
            block.__enter__()
        self._depth += 1
        try:
            yield
            _check_unbroken(connection)
        except BaseException as error:
            with translated():
                block.__exit__(type(error), error, error.__traceback__)
            raise
        else:
            with translated():
                block.__exit__(None, None, None)
        finally:
            self._depth -= 1

    def _guarded(self, connection: Connection) -> AbstractContextManager[None]:
        """What fails within does not spoil a transaction that an app began."""
        if self._depth or self._is_free(connection):
            return translated()
        return self._apart(connection)

    @contextmanager
    def _apart(self, connection: Connection) -> Iterator[None]:
        with self._within(connection), translated():
            yield

    @staticmethod
    def _is_free(connection: Connection) -> bool:
        """Say whether a transaction that is begun now ends when it is ended."""
        return connection.autocommit and is_idle(connection)

    def reader(self) -> AbstractContextManager[Reader] | None:
        """A connection of its own, to read as of its first statement; none beside an app's."""
        with self._held():
            return None if self._depth or self._url is None else self._reader(self._url)

    @contextmanager
    def _reader(self, url: str) -> Iterator[Reader]:
        with closing(connected(url, self._timeout)) as connection:
            with translated():
                connection.autocommit = False
                connection.execute(_SNAPSHOT)
            yield _PostgresReader(connection, self._schema)

    def numbers(self, table: str, count: int) -> Sequence[int]:
        """The next of a sequence."""
        values = (f"{self._schema}.{table}_ids", count)
        with self._held() as connection, translated():
            return [number for (number,) in fetched(connection, _NUMBERS, values)]

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Let the server look at the tables when they are full: until then it plans for none."""
        yield
        self.run(_ANALYZE.format(schema=self._schema))

    def erase(self) -> None:
        """Nothing can be promised: what was deleted leaves the disk in the server's own time.

        No statement takes it from the write-ahead log, and VACUUM, which the server itself runs,
        frees its place without overwriting it.
        """

    def close(self) -> None:
        """Close the connection, if it is no app's; may be called twice."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None and self._url and self._process == os.getpid():
                connection.close()

    @contextmanager
    def _held(self) -> Iterator[Connection]:
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
                _check_unbroken(self._connection)
            yield self._connection


class _PostgresReader:
    """A connection that only reads."""

    def __init__(self, connection: Connection, schema: str) -> None:
        self._connection, self._schema = connection, schema

    def several(self, values: Iterable[int] | Iterable[str]) -> Value:
        """Several values as an array."""
        return list(values)

    def run(self, statement: str, values: Sequence[Value] = ()) -> Rows:
        """Execute a statement and return its rows."""
        with translated():
            return fetched(self._connection, _written(statement, self._schema), values)

    def batches(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Rows]:
        """Execute a statement now, and give its rows in batches."""
        return fetched_in_batches(self._connection, _written(statement, self._schema), values)


def _check_unbroken(connection: Connection) -> None:
    if not is_sound(connection):
        raise StorageError(
            "the transaction was taken back by the database after an error; nothing of it is "
            "written"
        )


@cache
def _written(statement: str, schema: str) -> bytes:
    """A statement in PostgreSQL's words, with the schema of each table."""
    return _DIALECT.of(_TABLE.sub(rf"\1 {schema}.", statement)).encode()


@cache
def _copying(statement: str, schema: str) -> bytes:
    """The COPY that adds the rows that an INSERT adds."""
    table = statement.removeprefix("INSERT INTO ").partition(" VALUES")[0]
    return f"COPY {schema}.{table} FROM STDIN".encode()
