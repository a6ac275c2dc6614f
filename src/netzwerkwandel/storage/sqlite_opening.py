"""How a SQLite file is opened: refused if it is not ours, made where there is none, up to date."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from time import monotonic, sleep
from typing import Final

import attrs

from netzwerkwandel.errors import InvalidArgumentError, StorageError
from netzwerkwandel.storage.sqlite_errors import NO_DATABASE, is_busy, printable
from netzwerkwandel.storage.sqlite_schema import APPLICATION_ID


MEMORY: Final = ":memory:"

_SMALLEST = 512
"""Bytes of the smallest database there can be: one page of the smallest size."""

_PATIENCE = 0.25
"""Seconds to wait until the log can be emptied at once; later is soon enough."""

# POSIX ends all locks of a process on a file when the process closes any of its descriptors of it.
# A thread that makes a file here opens and closes it, and must not do so while another is at it.
_MAKING = threading.Lock()


def file_at(path: str, *, read_only: bool = False) -> str:
    """Where the file of a path is, made for its user alone where there is none.

    Raises
    ------
    StorageError
        If there can be none, or what is there is no file that can be written.
    """
    if path == MEMORY and read_only:
        raise StorageError(f"{path}: a storage in memory is empty at first, so it must be writable")
    if path == MEMORY:
        return path
    name = printable(path)
    try:
        file = os.path.realpath(path)
        if not read_only:
            with suppress(FileExistsError):
                make(file)
        status = os.stat(file)  # noqa: PTH116 (it is a text)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise StorageError(f"{name}: a storage must be a file, got none ({why})") from error
    if not stat.S_ISREG(status.st_mode):
        raise StorageError(f"{name}: a storage must be a file, got a folder or a device")
    if 0 < status.st_size < _SMALLEST:
        raise StorageError(f"{name}: {NO_DATABASE}")
    places = (file,) if read_only else (file, str(Path(file).parent))
    for place in places:
        if not os.access(place, os.R_OK if read_only else os.R_OK | os.W_OK):
            what = "read" if read_only else "read and write"
            raise StorageError(f"{name}: you must be allowed to {what} {printable(place)}")
    return file


def make(file: str) -> None:
    """Make an empty file that nobody but its user may read; ``FileExistsError`` if there is one."""
    with _MAKING:
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


@contextmanager
def new_file(path: str | os.PathLike[str]) -> Iterator[str]:
    """Where a backup is written; it takes its place when it is whole, if nothing is there."""
    # What is in its place is whole, also where the process was killed before the end.
    if not isinstance(path, str | os.PathLike):
        raise InvalidArgumentError(f"path must be that of a file, got {type(path).__name__}")
    file = os.path.realpath(os.fsdecode(path))
    part = f"{file}-{token_hex(4)}.part"
    try:
        if os.path.lexists(file):
            raise FileExistsError("File exists")
        make(part)
        try:
            yield part
            try:
                os.link(part, file)  # which, unlike moving, never takes the place of another
            except FileExistsError:
                raise
            except OSError:  # a disk that knows no links, as many sticks do not
                Path(part).rename(file)
        finally:
            Path(part).unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        name = printable(os.fsdecode(path))
        raise StorageError(f"{name}: a backup must be a new file, got none ({why})") from error


def identity(file: str) -> tuple[int, int] | None:
    """What tells a file from another that takes its name; None where there is none."""
    try:
        status = os.stat(file)  # noqa: PTH116 (asked at every transaction: texts are quicker)
    except OSError:
        return None
    return status.st_dev, status.st_ino


@attrs.frozen
class Opening:
    """A file that is to be opened: under what path, how long others may be in the way, how new."""

    path: str
    file: str
    timeout: float
    migrations: Sequence[Sequence[str]]

    def to_write(self) -> sqlite3.Connection:
        """A connection to a file that is ours and up to date, as soon as nobody is in the way."""
        # Where SQLite takes a lock that it has for reading over for writing, as for the switch to
        # WAL, it does not wait whatever the time-out: it would be a deadlock if both waited. So all
        # of it is asked again, at growing distances.
        end = monotonic() + self.timeout
        pause = 0.001
        while True:
            try:
                return self._at_once()
            except sqlite3.OperationalError as error:
                if not is_busy(error) or monotonic() >= end:
                    raise
            sleep(pause)
            pause = min(2 * pause, 0.05)

    def to_read(self) -> sqlite3.Connection:
        """A connection that writes nothing to a file that is ours."""
        # A reader of a file with a log has to write down what it reads, in a file beside it. Where
        # the folder cannot be written and there is no log, nobody writes the file either: it is
        # read as one that does not change.
        self._check_file_alone()
        try:
            return self._for_reading("ro")
        except sqlite3.OperationalError as error:
            if is_busy(error) or identity(f"{self.file}-wal"):
                raise
        return self._for_reading("ro&immutable=1")

    def _at_once(self) -> sqlite3.Connection:
        if self.file != MEMORY:
            self._check_file_alone()
        with _closed_on_error(connected(self.file, self.timeout)) as connection:
            self._check_header(connection)
            # Readers go on while somebody writes. It is kept in the file, and cannot be set within
            # a transaction: so it is done when the file was found to be ours, and before any.
            if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
                connection.execute("PRAGMA journal_mode = WAL")
            self._migrate(connection)
            # Not before: a step may have to make a table anew to which others refer.
            connection.execute("PRAGMA foreign_keys = ON")
            # What a killed process left in the log is brought home while nobody is waiting for it.
            if self.file != MEMORY:
                bring_home(connection, self.file, self.timeout)
            return connection

    def _for_reading(self, mode: str) -> sqlite3.Connection:
        with _closed_on_error(connected(self.file, self.timeout, mode)) as connection:
            self._check_header(connection)
            (schema,) = connection.execute("PRAGMA user_version").fetchone()
            if schema != (newest := len(self.migrations)):
                raise StorageError(
                    f"{self.path}: the file must have the schema {newest} to be only read, got "
                    f"{schema}; open it once to be written, which brings it up to date"
                )
            return connection

    def _check_file_alone(self) -> None:
        """Refuse what is plainly not ours by the file without its log."""
        # Opening a database that has a log copies the log into it, be it ours or not. What cannot
        # be read so may be half of what the log makes whole: it is looked at again with it.
        alone = sqlite3.connect(f"{Path(self.file).as_uri()}?mode=ro&immutable=1", uri=True)
        with closing(alone), suppress(sqlite3.Error, UnicodeError):
            self._check_header(alone)

    def _check_header(self, connection: sqlite3.Connection) -> None:
        """Refuse what is not ours, or is newer than we are."""
        # One transaction, or else another process might make the tables between two questions.
        connection.execute("BEGIN")
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        connection.execute("COMMIT")
        if application != APPLICATION_ID and (application or schema or tables):
            raise StorageError(
                f"{self.path}: the file must be a storage, got a database of another program"
            )
        if not 0 <= schema <= len(self.migrations):
            raise StorageError(
                f"{self.path}: the file must have a schema up to {len(self.migrations)}, got "
                f"{schema}; it was written by a newer version: update netzwerkwandel to open it"
            )

    def _migrate(self, connection: sqlite3.Connection) -> None:
        """Bring the file up to date, all steps or none."""
        newest = len(self.migrations)
        if connection.execute("PRAGMA user_version").fetchone() == (newest,):
            return
        with connection:  # which commits, or takes back
            connection.execute("BEGIN IMMEDIATE")
            # Asked again behind the lock: another process may have done all of it while we waited.
            (schema,) = connection.execute("PRAGMA user_version").fetchone()
            for step in self.migrations[schema:]:
                for statement in step:
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {newest}")


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


_SETTINGS: Final = (
    # 64 MiB; by default 2, with which the pages of large tables are read again and again.
    "PRAGMA cache_size = -65536",
    # A file that somebody sent may hold triggers and views that call functions.
    "PRAGMA trusted_schema = OFF",
    # What is deleted is overwritten with zeros: a person who was forgotten is not on the disk.
    "PRAGMA secure_delete = ON",
    # With NORMAL a power failure takes the last transactions from a file in WAL mode.
    "PRAGMA synchronous = FULL",
    # The log is brought home by `bring_home` alone, and cut when it is begun anew.
    "PRAGMA wal_autocheckpoint = 0",
    "PRAGMA journal_size_limit = 0",
)


def connected(file: str, timeout: float, mode: str = "rw") -> sqlite3.Connection:
    """A connection to a file that must be there."""
    # mode=rw makes none: a file that was moved away meanwhile would be replaced by an empty one.
    place = file if file == MEMORY else f"{Path(file).as_uri()}?mode={mode}"
    # isolation_level=None: the module begins no transaction by itself, only we do.
    connection = sqlite3.connect(
        place, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False
    )
    with _closed_on_error(connection):
        for setting in _SETTINGS:
            connection.execute(setting)
        return connection


def bring_home(connection: sqlite3.Connection, file: str, timeout: float) -> None:
    """Copy the log into the file, if nothing is in the way; outside of a transaction."""
    # Until 3.51.2 (but for 3.50.7 and 3.44.6) SQLite can lose what was committed if somebody begins
    # the log anew while somebody else copies it: https://sqlite.org/wal.html#the_wal_reset_bug.
    # Only a writer begins it anew. So we are the writer while another connection of ours copies,
    # and nobody copies a log in any other way.
    # Where somebody is in the way, or the disk is full, it stays in the log and is read from there.
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        with suppress(sqlite3.OperationalError):
            connection.execute("BEGIN IMMEDIATE")
            try:
                with closing(connected(file, 0)) as copier:
                    copier.execute("PRAGMA wal_checkpoint(PASSIVE)")
            finally:
                connection.execute("ROLLBACK")
    finally:
        connection.execute(f"PRAGMA busy_timeout = {round(timeout * 1000)}")


def is_log_emptied(connection: sqlite3.Connection, timeout: float) -> bool:
    """Copy the log into the file and empty it, if nothing is in the way for long."""
    # It waits for other writers, so as not to copy what one of them begins anew; and no longer, as
    # it waits for readers as well, which may be at it for hours.
    connection.execute(f"PRAGMA busy_timeout = {round(min(timeout, _PATIENCE) * 1000)}")
    try:
        (is_blocked, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError:
        return False
    finally:
        connection.execute(f"PRAGMA busy_timeout = {round(timeout * 1000)}")
    return not is_blocked
