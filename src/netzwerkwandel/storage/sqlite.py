from __future__ import annotations

import os

from netzwerkwandel.storage.sql_storage import SqlStorage
from netzwerkwandel.storage.sqlite_database import SqliteDatabase


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
        database = SqliteDatabase(path, timeout=timeout)
        try:
            super().__init__(database, owner)
        except BaseException:
            database.close()
            raise
