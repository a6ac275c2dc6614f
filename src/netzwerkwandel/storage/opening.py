from __future__ import annotations

import os
from importlib.util import find_spec

from netzwerkwandel.errors import InvalidArgumentError, MissingExtraError, StorageError
from netzwerkwandel.storage.sql_storage import SqlStorage
from netzwerkwandel.storage.sqlite import SqliteStorage


def open_storage(
    place: str | os.PathLike[str], *, owner: str = "", timeout: float = 30.0
) -> SqlStorage:
    """Open the storage in which my records are kept, in a file or in a database.

    Parameters
    ----------
    place : path or str
        A file for SQLite, made where there is none; or the URL of a PostgreSQL database,
        ``postgresql://user:password@host:port/name``.
    owner : str
        Whose records, where several people's are in one place.
    timeout : float
        Seconds to wait for another writer.

    Returns
    -------
    SqliteStorage or PostgresStorage
        Open; a context manager.

    Raises
    ------
    StorageError
        If it cannot be opened.
    InvalidArgumentError
        If an argument is of the wrong kind.
    MissingExtraError
        If it is a PostgreSQL database and psycopg is not installed.

    Examples
    --------
    >>> with open_storage(":memory:") as storage:
    ...     storage.load()
    Records(0 contacts, 0 ties, 0 interactions, 0 experiments)
    """
    if not isinstance(place, str | bytes | os.PathLike):
        raise InvalidArgumentError(f"place must be a path or a URL, got {place!r}")
    scheme, is_url, _ = str(place).partition("://")
    if not is_url:
        return SqliteStorage(place, owner=owner, timeout=timeout)
    if scheme not in {"postgresql", "postgres"}:
        # The rest may hold a password.
        raise StorageError(
            f"a storage must be a file or begin with postgresql://, got {scheme[:40]!a}://"
        )
    if find_spec("psycopg") is None:
        raise MissingExtraError("postgres", "a storage in PostgreSQL")
    from netzwerkwandel.storage.postgres import PostgresStorage

    return PostgresStorage(str(place), owner=owner, timeout=timeout)
