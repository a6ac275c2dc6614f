"""How a SQLite file is opened: refused if it is not ours, made where there is none, up to date."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from netzwerkwandel.errors import StorageError
from netzwerkwandel.storage.sqlite_schema import APPLICATION_ID, MIGRATIONS


MEMORY: Final = ":memory:"

_LEAST = 512
_CACHE_KIB = 65_536

# Whoever closes a file ends all locks that his process holds on it: nobody may hold one meanwhile.
_MAKING = threading.Lock()


def file_at(path: str) -> str:
    """Where the file of a path is, made for its user alone where there is none.

    Raises
    ------
    StorageError
        If there can be none, or what is there is no file that can be written.
    """
    if path == MEMORY:
        return path
    try:
        file = os.path.realpath(path)
        with _MAKING, suppress(FileExistsError):
            os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except (OSError, ValueError) as error:
        raise StorageError(f"a storage must be a file, got {path!a}: {error}") from error
    if not Path(file).is_file():
        raise StorageError(f"{path}: a storage must be a file, got a folder or a device")
    if 0 < Path(file).stat().st_size < _LEAST:
        raise StorageError(f"{path}: file is not a database")
    for place in (file, os.path.dirname(file)):  # noqa: PTH120 (texts are enough)
        if not os.access(place, os.R_OK | os.W_OK):
            raise StorageError(f"{path}: you must be allowed to read and write {place}")
    return file


def opened(path: str, file: str, timeout: float) -> sqlite3.Connection:
    """A connection to a file that is ours and up to date."""
    if file != MEMORY:
        _check_untouched(path, file)
    connection = connected(file, timeout)
    try:
        _check_header(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        _migrate(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        is_log_emptied(connection, timeout)
    except BaseException:
        connection.close()
        raise
    return connection


def connected(file: str, timeout: float) -> sqlite3.Connection:
    """A connection to a file that must be there."""
    place = file if file == MEMORY else f"{Path(file).as_uri()}?mode=rw"
    connection = sqlite3.connect(
        place, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def is_log_emptied(connection: sqlite3.Connection, timeout: float) -> bool:
    """Copy the log into the file and empty it, if nothing is in the way."""
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        (is_blocked, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError:
        return False
    finally:
        connection.execute(f"PRAGMA busy_timeout = {round(timeout * 1000)}")
    return not is_blocked


def _check_untouched(path: str, file: str) -> None:
    """Refuse what is plainly not ours by the file alone: with its log it might be changed.

    What cannot be read so may be half of what the log makes whole.
    """
    alone = f"{Path(file).as_uri()}?mode=ro&immutable=1"
    with suppress(sqlite3.Error, UnicodeError), closing(sqlite3.connect(alone, uri=True)) as view:
        _check_header(view, path)


def _check_header(connection: sqlite3.Connection, path: str) -> None:
    """Refuse what is not ours, or is newer than we are."""
    connection.execute("BEGIN")
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    connection.execute("COMMIT")
    if application != APPLICATION_ID and (application or schema or tables):
        raise StorageError(f"{path}: the file must be a storage, got a database of another program")
    if not 0 <= schema <= len(MIGRATIONS):
        raise StorageError(
            f"{path}: the file must have a schema up to {len(MIGRATIONS)}, got {schema}; it was "
            "written by a newer version: update netzwerkwandel to open it"
        )


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the file up to date, all steps or none; another process may have just done so."""
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    if schema == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        for step in MIGRATIONS[schema:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
