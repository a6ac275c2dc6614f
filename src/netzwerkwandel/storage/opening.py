from __future__ import annotations

import os
from importlib.util import find_spec

from netzwerkwandel.errors import InvalidArgumentError, MissingExtraError, StorageError, shown
from netzwerkwandel.storage.sql_storage import SqlStorage
from netzwerkwandel.storage.sqlite import SqliteStorage


def open_storage(
    place: str | os.PathLike[str],
    *,
    owner: str = "",
    timeout: float = 30.0,
    read_only: bool = False,
) -> SqlStorage:
    """Open the storage in which my records are kept, in a file or in a database.

    Parameters
    ----------
    place : path or str
        A file for SQLite, made where there is none; or the URL of a PostgreSQL database,
        ``postgresql://user:password@host:port/name`` (or ``postgresql+psycopg://...``).
    owner : str
        Whose records, where several people's are in one place.
    timeout : float
        Seconds to wait for another writer.
    read_only : bool
        Whether nothing may be written, not even a new file made.

    Returns
    -------
    SqliteStorage or PostgresStorage
        Open; a context manager.

    Raises
    ------
    StorageError
        If it cannot be opened; ``StorageConnectionError`` where a server cannot be reached.
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
        raise InvalidArgumentError(f"place must be a path or a URL, got {shown(place)}")
    scheme, is_url, _ = str(place).partition("://")
    if not is_url:
        return SqliteStorage(place, owner=owner, timeout=timeout, read_only=read_only)
    # The last is how SQLAlchemy says by which library it is to be reached: by that one it is.
    if scheme not in {"postgresql", "postgres", "postgresql+psycopg"}:
        # The rest may hold a password.
        raise StorageError(
            f"a storage must be a file or begin with postgresql://, got {scheme[:40]!a}://"
        )
    if find_spec("psycopg") is None:
        raise MissingExtraError("postgres", "a storage in PostgreSQL")
    from netzwerkwandel.storage.postgres import PostgresStorage

    return PostgresStorage(
        str(place).replace("+psycopg", "", 1), owner=owner, timeout=timeout, read_only=read_only
    )
