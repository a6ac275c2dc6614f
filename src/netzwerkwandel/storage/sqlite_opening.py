"""How a SQLite file is opened: refused if it is not ours, made where there is none, up to date."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from netzwerkwandel.errors import StorageError
from netzwerkwandel.storage.sqlite_schema import APPLICATION_ID


MEMORY: Final = ":memory:"

_SMALLEST = 512
"""Bytes of the smallest database there can be: one page of the smallest size."""

# POSIX ends all locks of a process on a file when the process closes any of its descriptors of it.
# A thread that makes a file here opens and closes it, and must not do so while another is at it.
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
    if 0 < Path(file).stat().st_size < _SMALLEST:
        raise StorageError(f"{path}: file is not a database")
    for place in (file, os.path.dirname(file)):  # noqa: PTH120 (texts are enough)
        if not os.access(place, os.R_OK | os.W_OK):
            raise StorageError(f"{path}: you must be allowed to read and write {place}")
    return file


def opened(
    path: str, file: str, timeout: float, migrations: Sequence[Sequence[str]]
) -> sqlite3.Connection:
    """A connection to a file that is ours and up to date."""
    if file != MEMORY:
        # Opening a database that has a log copies the log into it, be it ours or not. What is
        # plainly not ours by the file alone is refused before that. What cannot be read so may be
        # half of what the log makes whole: it is looked at again below.
        alone = f"{Path(file).as_uri()}?mode=ro&immutable=1"
        view = sqlite3.connect(alone, uri=True)
        with closing(view), suppress(sqlite3.Error, UnicodeError):
            _check_header(view, path, len(migrations))
    connection = connected(file, timeout)
    try:
        _check_header(connection, path, len(migrations))
        # Readers go on while somebody writes. It is kept in the file, and cannot be set within a
        # transaction: so after the header was found to be ours, and before the tables are made.
        connection.execute("PRAGMA journal_mode = WAL")
        _migrate(connection, migrations)
        # Not before: a step may have to make a table anew to which others refer.
        connection.execute("PRAGMA foreign_keys = ON")
        # What a killed process left in the log is brought home while nobody is waiting for it.
        is_log_emptied(connection, timeout)
    except BaseException:
        connection.close()
        raise
    return connection


def connected(file: str, timeout: float) -> sqlite3.Connection:
    """A connection to a file that must be there."""
    # mode=rw makes none: a file that was moved away meanwhile would be replaced by an empty one.
    place = file if file == MEMORY else f"{Path(file).as_uri()}?mode=rw"
    # isolation_level=None: the module begins no transaction by itself, only we do.
    connection = sqlite3.connect(
        place, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False
    )
    try:
        # 64 MiB; by default 2, with which the pages of large tables are read again and again.
        connection.execute("PRAGMA cache_size = -65536")
        # A file that somebody sent may hold triggers and views that call functions.
        connection.execute("PRAGMA trusted_schema = OFF")
        # What is deleted is overwritten with zeros: a person who was forgotten is not on the disk.
        connection.execute("PRAGMA secure_delete = ON")
        # With NORMAL a power failure takes the last transactions from a file in WAL mode.
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def is_log_emptied(connection: sqlite3.Connection, timeout: float) -> bool:
    """Copy the log into the file and empty it, if nothing is in the way."""
    # A reader that is still at it would make everybody wait for the whole time-out.
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        (is_blocked, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError:
        return False
    finally:
        connection.execute(f"PRAGMA busy_timeout = {round(timeout * 1000)}")
    return not is_blocked


def _check_header(connection: sqlite3.Connection, path: str, newest: int) -> None:
    """Refuse what is not ours, or is newer than we are."""
    # One transaction, or else another process might make the tables between two of the questions.
    connection.execute("BEGIN")
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    connection.execute("COMMIT")
    if application != APPLICATION_ID and (application or schema or tables):
        raise StorageError(f"{path}: the file must be a storage, got a database of another program")
    if not 0 <= schema <= newest:
        raise StorageError(
            f"{path}: the file must have a schema up to {newest}, got {schema}; it was written by "
            "a newer version: update netzwerkwandel to open it"
        )


def _migrate(connection: sqlite3.Connection, migrations: Sequence[Sequence[str]]) -> None:
    """Bring the file up to date, all steps or none."""
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    if schema == len(migrations):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again behind the lock: another process may have done all of it while we waited.
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        for step in migrations[schema:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
