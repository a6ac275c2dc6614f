from __future__ import annotations

import os

from netzwerkwandel.storage.sqlite import SqliteStorage


def open_storage(
    place: str | os.PathLike[str], *, owner: str = "", timeout: float = 30.0
) -> SqliteStorage:
    """Where are my records kept? Opens a storage in a file, or in a database.

    Parameters
    ----------
    place : path or str
        A file for SQLite, made where there is none.
    owner : str
        Whose records, where several people's are in one place.
    timeout : float
        Seconds to wait for another writer.

    Returns
    -------
    SqliteStorage
        Open; a context manager.

    Raises
    ------
    StorageError
        If it cannot be opened.

    Examples
    --------
    >>> with open_storage(":memory:") as storage:
    ...     storage.load()
    Records(0 contacts, 0 ties, 0 interactions, 0 experiments)
    """
    return SqliteStorage(place, owner=owner, timeout=timeout)
