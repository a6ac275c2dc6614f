"""Statements in SQLite's words, and a connection that only reads."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TypeVar

from netzwerkwandel.storage.database import Query, Value
from netzwerkwandel.storage.sqlite_errors import translated


T = TypeVar("T")
V = TypeVar("V", int, str)

_NEW = "(SELECT last + 1 FROM counters WHERE name = 'versions')"
_BATCH = 500
"""So many rows at a time: few enough that they are gone before the garbage collector looks."""


class SqliteView:
    """A connection that only reads."""

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        self._connection, self._path = connection, path

    def several(self, values: Iterable[V]) -> Value:
        """Several values as one text of JSON."""
        return json.dumps(list(values))

    def run(self, query: Query[T], values: Sequence[Value] = ()) -> list[T]:
        """Execute a statement and return its rows."""
        with translated(self._path):
            return self._connection.execute(written(query), values).fetchall()

    def batches(self, query: Query[T], values: Sequence[Value] = ()) -> Iterator[list[T]]:
        """Execute a statement now, and give its rows in batches."""
        with translated(self._path):
            return in_batches(self._connection.execute(written(query), values), self._path)


@cache
def written(query: str) -> str:
    """A statement in SQLite's words."""
    within = query.replace("{within}", "IN (SELECT value FROM json_each(?))")
    within = within.replace("{new}", _NEW).replace("{next}", "version + 1")
    within = within.replace("{list}", "json_group_array").replace("{text}", "group_concat")
    return within.replace("{members}", "json_each(interactions.participants) AS member")


def in_batches(cursor: sqlite3.Cursor, path: str) -> Iterator[list[T]]:
    """The rows of a statement, a batch at a time."""
    with translated(path):
        while rows := cursor.fetchmany(_BATCH):
            yield rows
