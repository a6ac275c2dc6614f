from __future__ import annotations

import os

from netzwerkwandel.errors import StorageError
from netzwerkwandel.storage.protocols import Storage
from netzwerkwandel.storage.sql_storage import SqlStorage, check_owner
from netzwerkwandel.storage.sqlite_database import SqliteDatabase
from netzwerkwandel.storage.sqlite_opening import make


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


def write_backup(storage: Storage, path: str, owner: str) -> None:
    """Copy everything that a storage holds to a new file; within a snapshot of it."""
    try:
        make(path)
    except (OSError, ValueError) as error:
        raise StorageError(f"{path}: a backup must be a new file: {error}") from error
    try:
        with SqliteStorage(path, owner=owner) as copy, copy.transaction():
            for contact in storage.contacts:
                copy.contacts.put(contact)
            for found in storage.found:
                copy.found.put(found)
            for tie in storage.ties:
                copy.ties.put(tie)
            for experiment in storage.experiments:
                copy.experiments.put(experiment)
            for decision in storage.decisions:
                copy.decisions.put(decision)
            copy.interactions.put_all(storage.interactions)
            copy.put_origin(storage.origin)
    except BaseException:
        os.unlink(path)  # noqa: PTH108 (path is a text)
        raise
