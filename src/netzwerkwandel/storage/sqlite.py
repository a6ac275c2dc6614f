from __future__ import annotations

import os

from netzwerkwandel.storage.protocols import Storage
from netzwerkwandel.storage.saving import Stored, check_storage
from netzwerkwandel.storage.sql_storage import SqlStorage, check_owner
from netzwerkwandel.storage.sqlite_database import SqliteDatabase
from netzwerkwandel.storage.sqlite_opening import new_file


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
    read_only : bool
        Whether nothing may be written: for a file that must stay as it is, such as a copy.

    Raises
    ------
    StorageError
        If the file cannot be opened, is no database or that of another program, or was written by
        a newer version of this library. Nothing is written then.
    InvalidArgumentError
        If an argument is of the wrong kind.

    Notes
    -----
    The file is in WAL mode, and written through to the disk at the end of every transaction, so
    that neither a killed process nor a power failure takes what was acknowledged. Files of earlier
    versions are brought up to date in one transaction when they are opened. ``forget`` and
    ``clear`` write the whole file anew, so that no trace is left in it: for a while there must be
    room for it twice. ``put`` and ``get_with_version`` of the repositories know row versions, for
    an app whose users change records at the same time.

    If the file is replaced or taken away while it is open, as by a restored backup, nothing more is
    written: the next call that would raises ``StorageError``, and so does ``close``.

    A file on a network drive, or in a folder that is kept in step with a cloud, is not safe with
    several writers. The file is not encrypted: keep it where only you can read it.

    Examples
    --------
    >>> from netzwerkwandel import Contact
    >>> with SqliteStorage(":memory:") as storage:
    ...     storage.contacts.put(Contact(key="card:1", name="Ben Okafor"))
    ...     storage.contacts.get("card:1")
    Contact('Ben Okafor')
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        owner: str = "",
        timeout: float = 30.0,
        read_only: bool = False,
    ) -> None:
        check_owner(owner)
        super().__init__(SqliteDatabase(path, owner=owner, timeout=timeout, read_only=read_only))


def backup_records(storage: Storage, path: str | os.PathLike[str], *, owner: str = "") -> None:
    """Copy everything that a storage holds to a new SQLite file.

    Call it from ``backup`` of a storage of your own.

    Parameters
    ----------
    storage : Storage
        Where from.
    path : path
        The file; there must be none yet.
    owner : str
        Whose records they are in the file.

    Raises
    ------
    StorageError
        If there is a file, or it cannot be written; then nothing is left of it.
    InvalidArgumentError
        If an argument is of the wrong kind.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from netzwerkwandel import Contact, MemoryStorage, open_storage
    >>> storage = MemoryStorage()
    >>> storage.contacts.put(Contact(key="card:1", name="Ben Okafor"))
    >>> with TemporaryDirectory() as folder:
    ...     backup_records(storage, f"{folder}/copy.db")
    ...     with open_storage(f"{folder}/copy.db", read_only=True) as copy:
    ...         copy.load()
    Records(1 contact, 0 ties, 0 interactions, 0 experiments)
    """
    check_storage(storage)
    with (
        new_file(path) as file,
        SqliteStorage(file, owner=owner) as copy,
        copy.transaction(),
    ):
        Stored.read(copy).replace(copy, Stored.read(storage))
        copy.interactions.put_all(storage.interactions)
