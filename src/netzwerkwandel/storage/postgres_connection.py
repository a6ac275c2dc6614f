"""How PostgreSQL is reached, and its errors as ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Protocol, TypeAlias

import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg.errors import (
    DeadlockDetected,
    InvalidSchemaName,
    LockNotAvailable,
    ReadOnlySqlTransaction,
    SerializationFailure,
    UndefinedTable,
)
from psycopg.pq import TransactionStatus
from psycopg.rows import tuple_row

from netzwerkwandel.errors import StorageBusyError, StorageConnectionError, StorageError
from netzwerkwandel.storage.database import Value


Connection: TypeAlias = psycopg.Connection[object]

# A cursor of the server, since a query in itself brings all of its rows into memory at once.
_DECLARE = b"DECLARE netzwerkwandel_rows NO SCROLL CURSOR FOR "
_FETCH = b"FETCH FORWARD 10000 FROM netzwerkwandel_rows"
_CLOSE = b"CLOSE netzwerkwandel_rows"


class Pool(Protocol):
    """A pool of connections, such as that of ``psycopg_pool``."""

    def getconn(self, timeout: float | None = None) -> Connection:
        """Lend a connection."""

    def putconn(self, conn: Connection) -> None:
        """Take it back."""


def connected(url: str) -> Connection:
    """Open a connection on which every statement is a transaction, until one is begun."""
    # What cannot be understood is refused without saying it: there may be a password in it. An @
    # that is left in a part is one of a password in which it should have been %40.
    try:
        parts = conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        parts = {"host": "@"}
    if any("@" in str(parts.get(name)) for name in ("host", "port", "dbname")):
        raise StorageError(
            "a database must be given as postgresql://user:password@host:port/name, got something "
            "else; in a name or password write special characters as %40 for @, %2F for /"
        )
    # psycopg would prepare statements that are used often, in the session of the server. Behind a
    # pooler the next transaction is in another one, where the same name is another's statement: a
    # `get` there once executed somebody's DELETE. What is asked often here is quick to plan.
    settings: dict[str, Any] = {} if parts.get("connect_timeout") else {"connect_timeout": LONGEST}
    with translated():
        connection = psycopg.connect(
            url, autocommit=True, client_encoding="utf8", prepare_threshold=None, **settings
        )
        try:
            connection.isolation_level = psycopg.IsolationLevel.READ_COMMITTED
        except BaseException:
            connection.close()
            raise
    return connection


LONGEST = 30
"""Seconds to wait for a server that does not answer, where the URL says nothing else."""


@contextmanager
def lent_by(pool: Pool, timeout: float) -> Iterator[Connection]:
    """A connection of a pool on which every statement is a transaction, until one is begun."""
    try:
        connection = pool.getconn(timeout=timeout)
    except Exception as error:
        # psycopg_pool has errors of its own, and another pool has others.
        raise StorageConnectionError(
            f"the pool must lend a connection, got none: {type(error).__name__}"
        ) from error
    before = connection.autocommit
    try:
        with translated():
            connection.autocommit = True
        yield connection
    finally:
        # As it was: what was begun and not ended is taken back, as the pool would, with a warning.
        with suppress(psycopg.Error):
            if not is_idle(connection):
                connection.rollback()
            connection.autocommit = before
        pool.putconn(connection)


SET_TIMEOUT = b"SELECT set_config('lock_timeout', %s, %s)"


def milliseconds(timeout: float) -> str:
    """A time-out as PostgreSQL wants it, where 0 would be none at all."""
    return str(max(1, round(timeout * 1000)))


def check_encodings(connection: Connection) -> None:
    """Refuse a database that does not know every character."""
    server, client = connection.info.parameter_status("server_encoding"), connection.info.encoding
    if (server, client) != ("UTF8", "utf-8"):
        raise StorageError(
            f"the encoding of the database and of the connection must be UTF8, got {server} and "
            f"{client}"
        )


def fetched(
    connection: Connection,
    statement: bytes,
    values: Sequence[Value] = (),
    *,
    prepare: bool | None = None,
) -> list[Any]:
    """Execute a statement and return its rows."""
    # An app may have told its connection to make dicts of rows.
    cursor = psycopg.Cursor(connection, row_factory=tuple_row)
    cursor.execute(statement, values, binary=True, prepare=prepare)
    return cursor.fetchall() if cursor.description else []


def fetched_in_batches(
    connection: Connection, statement: bytes, values: Sequence[Value]
) -> Iterator[list[Any]]:
    """Execute a statement now, and give its rows in batches; one at a time, in a transaction."""
    with translated():
        fetched(connection, _DECLARE + statement, values, prepare=False)
    return _batches(connection)


def _batches(connection: Connection) -> Iterator[list[Any]]:
    with translated():
        while rows := fetched(connection, _FETCH, prepare=False):
            yield rows
        fetched(connection, _CLOSE, prepare=False)


def is_idle(connection: Connection) -> bool:
    """Say whether no transaction is open."""
    return connection.info.transaction_status == TransactionStatus.IDLE


def is_sound(connection: Connection) -> bool:
    """Say whether a transaction is open that can still end well: after an error it cannot."""
    return connection.info.transaction_status == TransactionStatus.INTRANS


@contextmanager
def translated() -> Iterator[None]:
    """What PostgreSQL says, as our errors."""
    try:
        yield
    except (DeadlockDetected, LockNotAvailable, SerializationFailure) as error:
        raise StorageBusyError(
            "another writer must end within the time-out, got none that did; try again"
        ) from error
    except ReadOnlySqlTransaction as error:
        raise StorageError(
            "a storage must be open to be written, got one that is only read, or whose server is"
        ) from error
    except (InvalidSchemaName, UndefinedTable) as error:
        raise StorageError(
            "a storage must be used after the transaction in which it was made only if that "
            "ended well, got one whose tables are not there; make the storage anew"
        ) from error
    except psycopg.Error as error:
        # Without a code it is not the server that speaks. Of the codes, 08 are of connections, 57P
        # of a server that is shut down or just starts, and 53300 is that of one with too many.
        if (error.sqlstate or "08").startswith(("08", "57P", "53300")) and isinstance(
            error, psycopg.OperationalError | psycopg.InterfaceError
        ):
            raise StorageConnectionError(
                f"PostgreSQL cannot be reached, or the connection was lost: "
                f"{_first_line(error)}; what was not acknowledged may be written or not"
            ) from error
        raise StorageError(f"PostgreSQL: {_first_line(error)}") from error
    except UnicodeEncodeError as error:
        raise StorageError(f"a text must be one that UTF-8 can write, got {error}") from None


def _first_line(error: psycopg.Error) -> str:
    """What happened; the lines below may quote what was to be written."""
    return error.diag.message_primary or str(error).partition("\n")[0]
