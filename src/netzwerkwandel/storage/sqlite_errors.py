"""What SQLite says of a file, as our errors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from netzwerkwandel.errors import StorageBusyError, StorageError


NO_DATABASE: Final = "the file must be a storage, got no database, or one that is damaged"

# Where SQLite says it in the words of its programmers.
_CLEARER = {
    sqlite3.SQLITE_NOTADB: NO_DATABASE,
    sqlite3.SQLITE_READONLY: (
        "a storage must be open to be written, got one that is only read, or whose file is "
        "protected against it"
    ),
    sqlite3.SQLITE_FULL: "the disk must have room for what is written, got a full one",
    sqlite3.SQLITE_CORRUPT: "the file must be whole, got a damaged one; go back to a backup",
}
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


@contextmanager
def translated(path: str) -> Iterator[None]:
    """Raise what SQLite says of a file as our errors.

    A damaged file can make it say what is no text, and a number can be too large for it.
    """
    try:
        yield
    except (UnicodeError, OverflowError) as error:
        raise StorageError(f"{path}: {error}") from None  # its repr holds the whole text
    except sqlite3.Error as error:
        if is_busy(error):
            raise StorageBusyError(
                f"{path}: another writer must end within the time-out, got none that did; try again"
            ) from error
        raise StorageError(f"{path}: {_CLEARER.get(_kind(error), error)}") from error


def is_busy(error: sqlite3.Error) -> bool:
    """Say whether somebody else was in the way."""
    return _kind(error) in _BUSY


def _kind(error: sqlite3.Error) -> int:
    # The low byte is the kind of error, the others say more of it: BUSY_SNAPSHOT is busy, too.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def printable(path: str) -> str:
    """Show a path as errors do: it can be printed whatever bytes its names are."""
    return path if path.isprintable() else ascii(path)[1:-1]
