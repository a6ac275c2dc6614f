"""Databases of SQLite that programs keep, read as what they are: files of anybody."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.files import SourceFile


LARGEST_DATABASE = 500_000_000
"""A database is held in memory, and must be no larger."""

_BEGIN = b"SQLite format 3\0"
# A row takes some hundred steps of SQLite's machine; a view may be made so that it never ends.
_STEPS, _STEPS_A_BYTE = 10_000, 20
_BROKEN = "it is no database of SQLite that can be read"


def is_database(head: bytes) -> bool:
    """Say whether a file begins as a database of SQLite does.

    Examples
    --------
    >>> is_database(b"SQLite format 3" + bytes(85))
    True
    """
    return head.startswith(_BEGIN)


def database_rows(file: SourceFile, table: str, *columns: str) -> Iterator[tuple[object, ...]]:
    """Give some columns of a table of a database; nothing of a table that it does not have.

    Parameters
    ----------
    file : SourceFile
        The database. Nothing is written, and what its schema may want to run is not run.
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
        If it is no database or a damaged one, once all was given that came before; or if it is
        larger than 500 MB.

    Examples
    --------
    >>> list(database_rows(SourceFile.from_bytes(b"no database", "x"), "people", "name"))
    Traceback (most recent call last):
    ...
    netzwerkwandel.errors.ExportFormatError: x: it is no database of SQLite that can be read
    """
    data = bytearray(file.read(LARGEST_DATABASE))
    if not is_database(bytes(data[:100])):
        raise ExportFormatError(file.where, _BROKEN)
    # A journal beside it (WAL) is not there: what it had is missing, and the rest can be read.
    data[18:20] = b"\1\1"
    left = 1 + len(data) * _STEPS_A_BYTE // _STEPS

    def give_up() -> bool:
        nonlocal left
        left -= 1
        return left < 0

    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(bytes(data))
            database.set_progress_handler(give_up, _STEPS)
            database.text_factory = lambda text: text.decode("utf-8", "replace")
            database.execute("PRAGMA trusted_schema = OFF")
            found = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
            if not database.execute(found, [table]).fetchone():
                return
            there = {row[1] for row in database.execute(f"PRAGMA table_info({_quoted(table)})")}
            asked = ", ".join(_quoted(name) if name in there else "NULL" for name in columns)
            yield from database.execute(f"SELECT {asked} FROM {_quoted(table)}")  # noqa: S608
    except (sqlite3.Error, OverflowError, ValueError) as error:
        raise ExportFormatError(file.where, _BROKEN) from error


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
