from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from netzwerkwandel.errors import StorageBusyError, StorageError


_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


@contextmanager
def translated(path: str) -> Iterator[None]:
    """What SQLite says of a file, as our errors.

    A damaged file can make it say what is no text, and a number can be too large for it.
    """
    try:
        yield
    except (UnicodeError, OverflowError) as error:
        raise StorageError(f"{path}: {error}") from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _BUSY:
            raise StorageBusyError(
                f"{path}: another writer must end within the time-out, got none that did; try again"
            ) from error
        raise StorageError(f"{path}: {error}") from error
