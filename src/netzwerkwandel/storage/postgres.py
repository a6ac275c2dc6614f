from __future__ import annotations

from netzwerkwandel.storage.postgres_connection import Connection, Pool
from netzwerkwandel.storage.postgres_database import PostgresDatabase
from netzwerkwandel.storage.sql_storage import SqlStorage, check_owner


class PostgresStorage(SqlStorage):
    """Keeps records in a PostgreSQL database, that of an app: for many people at once.

    Parameters
    ----------
    place : str, psycopg.Connection or psycopg_pool.ConnectionPool
        A URL, ``postgresql://user:password@host:port/name``: the storage opens a connection and
        closes it, and opens another where it was lost. Or a pool of an app: for each call, or each
        transaction, a connection is borrowed. Or the connection of an app: then the app closes it
        and, unless the connection is in autocommit mode, the app begins, commits and rolls back the
        transaction.
    owner : str
        Whose records; many people's may be in one schema, each seen by her own storage alone.
    schema : str
        Where the tables are; made with them where there is none. Of a-z, 0-9 and ``_``.
    timeout : float
        Seconds to wait for another writer before ``StorageBusyError``.
    read_only : bool
        Whether nothing may be written, and no table made.

    Raises
    ------
    StorageConnectionError
        If the server cannot be reached.
    StorageError
        If the encoding is not UTF8, or the schema is that of another
        program or of a newer version of this library. No message holds the password.
    InvalidArgumentError
        If an argument is of the wrong kind.

    Notes
    -----
    A lost connection is a ``StorageConnectionError``, and the next call goes on with another one,
    save where it was the app's own. No statement is prepared, so that a pooler such as PgBouncer
    may stand between; to a connection or pool of your own say ``prepare_threshold=None``, too.

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
        place: str | Connection | Pool,
        *,
        owner: str = "",
        schema: str = "netzwerkwandel",
        timeout: float = 30.0,
        read_only: bool = False,
    ) -> None:
        check_owner(owner)
        super().__init__(
            PostgresDatabase(
                place, owner=owner, schema=schema, timeout=timeout, read_only=read_only
            )
        )
