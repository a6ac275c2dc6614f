"""Many interactions read at once: spans of time that the database itself puts together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import repeat
from typing import TypeVar

import numpy as np

from netzwerkwandel.model import Interaction, Key
from netzwerkwandel.model.arrays import BoolArray
from netzwerkwandel.model.columns import Columns
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.vocabularies import CHANNELS
from netzwerkwandel.storage.database import OWNED, Database, DatabaseView, Query
from netzwerkwandel.storage.rows import (
    WRONG,
    Listing,
    Row,
    columns_of,
    interactions_of,
    listed_columns,
    numbered,
    numbers_of_all,
    row_columns,
)


COLUMNS = "key, at, zone, channel, sender, duration, participants"

OF_OWNER = f"SELECT {COLUMNS} FROM interactions WHERE {OWNED}"  # noqa: S608 (our names)

LISTED = 4_096
"""So many are put together at a time. A text has an end, in SQLite at a thousand million bytes; so
in each of so many may 30,000 people have taken part."""

BY_KEY = LISTED // 8
"""Fewer of a span of so many are sooner found by their keys than by reading the span."""

C = TypeVar("C")

_FIRST, _LAST = -(2**63), 2**63 - 1
"""The least and the greatest number that a row can have as its moment."""

# The database makes one text of a column of many rows, and Python takes it apart, in a third of the
# time that it takes to make an object of each value of each row.
_CHANNEL = " ".join(f"WHEN '{channel}' THEN {place}" for place, channel in enumerate(CHANNELS))
_LISTS = ", ".join(
    f"CAST({{list}}({column}) AS text)"
    for column in ("key", "at", "zone", f"CASE channel {_CHANNEL} END", "coalesce(sender, 0)")
)
_SPAN = f"FROM interactions WHERE {OWNED} AND at BETWEEN ? AND ?"
LISTS = Query[Listing](f"SELECT count(duration), {_LISTS}, {{text}}(participants, '') {_SPAN}")
HOURS = Query[tuple[Key, float]](f"SELECT key, duration {_SPAN} AND duration IS NOT NULL")
PEOPLE = Query[tuple[int, Key]](f"SELECT id, key FROM people WHERE {OWNED}")  # noqa: S608
PEOPLE_OF_NUMBERS = Query[tuple[int, Key]]("SELECT id, key FROM people WHERE id {within}")
LATER = Query[Row](f"{OF_OWNER} AND id > ?")
END = Query[tuple[int | None]](
    f"SELECT max(at) FROM (SELECT at FROM interactions WHERE {OWNED} AND at >= ? "  # noqa: S608
    f"ORDER BY at LIMIT {LISTED}) AS following"
)


def all_columns(database: Database[C]) -> InteractionColumns:
    """Read everything that happened; within a snapshot."""
    people = database.run(PEOPLE, (database.owner,))
    return columns_of((_listed(database, *span) for span in _spans(database)), people)


def later_columns(database: Database[C], number: int) -> InteractionColumns:
    """Read what has a greater number than this one, and of whom it is; within a snapshot."""
    rows = database.run(LATER, (database.owner, number))
    people = database.several(sorted(numbers_of_all(rows)))
    parts = [row_columns(rows)] if rows else []
    return columns_of(parts, database.run(PEOPLE_OF_NUMBERS, (people,)))


def made_of(view: DatabaseView, rows: Sequence[Row]) -> Sequence[Interaction]:
    """The interactions of rows in order."""
    several = view.several(sorted(numbers_of_all(rows)))
    return interactions_of(rows, view.run(PEOPLE_OF_NUMBERS, (several,)))


def are_stored(
    database: Database[C], events: InteractionColumns, number: Mapping[Key, int]
) -> BoolArray:
    """Say of which interactions it is plain that they are stored just so.

    Parameters
    ----------
    database : Database
        Where.
    events : InteractionColumns
        At least one.
    number : mapping
        The numbers of their people; 0 for who has none.

    Returns
    -------
    array of bool, shape (n,)
        False where it is to be looked up by the key.
    """
    # Both are in the order of time. So what is stored is read span by span, and compared with what
    # is given of the same span.
    stored_so = np.zeros(len(events), dtype=np.bool_)
    given = numbered(events, number)
    for first, last in _spans(database, int(events.at[0]), int(events.at[-1])):
        start, stop = np.searchsorted(events.at, [first, last + 1]).tolist()
        if stop - start < BY_KEY:
            continue
        # What somebody damaged is looked up row by row, which says what is wrong with it.
        with suppress(*WRONG):
            stored = _listed(database, first, last)
            place = {key: i for i, key in enumerate(stored.keys)}
            there = np.array(list(map(place.get, events.keys[start:stop], repeat(-1))))
            here = start + np.flatnonzero(there >= 0)
            stored_so[here] = given.alike(here, stored, there[there >= 0])
    return stored_so


def _spans(
    database: Database[C], first: int = _FIRST, last: int = _LAST
) -> Iterator[tuple[int, int]]:
    """Part time into spans in which ``LISTED`` things happened, or a few more: from when to when.

    No span begins after the last moment.
    """
    while first <= last:
        ((end,),) = database.run(END, (database.owner, first))
        if end is None:
            return
        yield first, end
        first = end + 1


def _listed(database: Database[C], first: int, last: int) -> Columns:
    """Read a span, in which something happened; people have the numbers of their table."""
    span = (database.owner, first, last)
    (listing,) = database.run(LISTS, span)
    hours = dict(database.run(HOURS, span)) if listing[0] else {}
    return listed_columns(listing, hours)
