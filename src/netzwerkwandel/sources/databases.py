"""Databases of SQLite that programs keep, read as what they are: files of anybody."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.files import OnDisk, SourceFile
from netzwerkwandel.sources.progress import unmetered


_BEGIN = b"SQLite format 3\0"
# A row takes some hundred steps of SQLite's machine; a view may be made so that it never ends.
_STEPS, _STEPS_A_BYTE = 10_000, 20
_AT_ONCE = 1 << 20
_BROKEN = "it is no database of SQLite that can be read"


def is_database(head: bytes) -> bool:
    """Say whether a file begins as a database of SQLite does.

    Examples
    --------
    >>> is_database(b"SQLite format 3" + bytes(85))
    True
    """
    return head.startswith(_BEGIN)


@contextmanager
def open_database(file: SourceFile) -> Iterator[sqlite3.Connection]:
    """Open a database to be read where it lies, whatever its size.

    Nothing is written, in it or beside it; what its schema may want to run is not run, and a query
    without an end is stopped. A journal beside it (WAL) is not read. From an archive it is copied
    to a temporary file, which is removed.

    Parameters
    ----------
    file : SourceFile
        The database.

    Raises
    ------
    ExportFormatError
        If it is no database or a damaged one, once a query finds that.

    Examples
    --------
    >>> with open_database(SourceFile.from_bytes(b"no database", "x")) as database:
    ...     database.execute("SELECT 1")
    Traceback (most recent call last):
    ...
    netzwerkwandel.errors.ExportFormatError: x: it is no database of SQLite that can be read
    """
    if not is_database(file.head(100)):
        raise ExportFormatError(file.where, _BROKEN)
    with TemporaryDirectory() as folder:
        opener = unmetered(file).opener
        if isinstance(opener, OnDisk):
            path = opener.path
        else:
            path = f"{folder}/copy.db"
            with file.open() as stream, Path(path).open("wb") as copy:
                shutil.copyfileobj(stream, copy, _AT_ONCE)
        left = 1 + Path(path).stat().st_size * _STEPS_A_BYTE // _STEPS

        def give_up() -> bool:
            nonlocal left
            left -= 1
            return left < 0

        # Immutable: nothing is locked, and no file is made beside it. A host stands between two
        # slashes and the path: none, also where the path begins with two itself.
        name = quote(os.fsencode(Path(path).absolute()))
        host = "//" if name.startswith("/") else ""
        place = f"file:{host}{name}?mode=ro&immutable=1"
        try:
            with closing(sqlite3.connect(place, uri=True)) as database:
                database.set_progress_handler(give_up, _STEPS)
                database.text_factory = lambda text: text.decode("utf-8", "replace")
                database.execute("PRAGMA query_only = ON")
                database.execute("PRAGMA trusted_schema = OFF")
                database.execute("PRAGMA cell_size_check = ON")
                yield database
        except (sqlite3.Error, OverflowError, UnicodeError) as error:
            raise ExportFormatError(file.where, _BROKEN) from error


def database_rows(file: SourceFile, table: str, *columns: str) -> Iterator[tuple[object, ...]]:
    """Give some columns of a table of a database; nothing of a table that it does not have.

    Parameters
    ----------
    file : SourceFile
        The database, which is opened by ``open_database``.
    table : str
        The name of the table.
    *columns : str
        The names of the columns; one that the table does not have is None in each row.

    Returns
    -------
    iterator of tuple
        In the order in which the rows lie.

    Raises
    ------
    ExportFormatError
        If it is no database or a damaged one, once all was given that came before.

    Examples
    --------
    >>> list(database_rows(SourceFile.from_bytes(b"no database", "x"), "people", "name"))
    Traceback (most recent call last):
    ...
    netzwerkwandel.errors.ExportFormatError: x: it is no database of SQLite that can be read
    """
    with open_database(file) as database:
        found = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
        if not database.execute(found, [table]).fetchone():
            return
        there = {row[1] for row in database.execute(f"PRAGMA table_info({_quoted(table)})")}
        asked = ", ".join(_quoted(name) if name in there else "NULL" for name in columns)
        yield from database.execute(f"SELECT {asked} FROM {_quoted(table)}")  # noqa: S608


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
