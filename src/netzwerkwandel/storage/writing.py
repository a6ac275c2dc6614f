"""Interactions written: what is new of many, in the three tables of a database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import nullcontext
from typing import TypeVar

import numpy as np

from netzwerkwandel.model import Key
from netzwerkwandel.model.interaction import is_news
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.storage.database import OWNED, Database, Query
from netzwerkwandel.storage.kinds import check_all_storable, those_storable
from netzwerkwandel.storage.listing import COLUMNS, OF_OWNER, PEOPLE, are_stored, made_of
from netzwerkwandel.storage.rows import WRONG, Row, interaction_rows, numbers_in


BATCH = 50_000
"""So many interactions are written, or looked up to be compared, at a time."""

C = TypeVar("C")

OF_KEYS = Query[Row](f"{OF_OWNER} AND key {{within}}")
ANY = Query[tuple[int]](f"SELECT 1 FROM interactions WHERE {OWNED} LIMIT 1")  # noqa: S608
PLACES = Query[tuple[int, int, str]](
    f"SELECT id, at, participants FROM interactions WHERE {OWNED} AND key {{within}}"  # noqa: S608
)
REMOVE = Query[tuple[()]]("DELETE FROM interactions WHERE id = ?")
ADD_PARTICIPANTS = Query[tuple[()]](
    "INSERT INTO participants (person, at, interaction) "  # noqa: S608 (our names)
    "SELECT CAST(member.value AS BIGINT), interactions.at, interactions.id "
    "FROM interactions, {members} "
    f"WHERE interactions.{OWNED} AND interactions.id BETWEEN ? AND ? ORDER BY 1, 2, 3"
)
REMOVE_PARTICIPANT = Query[tuple[()]](
    "DELETE FROM participants WHERE person = ? AND at = ? AND interaction = ?"
)
REMOVE_PARTICIPANTS = Query[tuple[()]]("DELETE FROM participants WHERE interaction = ?")
PEOPLE_OF_KEYS = Query[tuple[int, Key]](f"{PEOPLE} AND key {{within}}")
WRITTEN = Query[tuple[()]]("UPDATE owners SET written = ? WHERE id = ?")
REMOVED = Query[tuple[()]]("UPDATE owners SET removed = ? WHERE id = ?")


def add(database: Database[C], events: InteractionColumns) -> int:
    """Write those that are new or tell more than what is there of the same key; say how many.

    They are compared in columns, many at a time, and row by row only where they are not alike; no
    objects are made of what is the same. Those that tell more are not counted.
    """
    with database.transaction():
        n = len(events)
        if not n:
            return 0
        if not database.run(ANY, (database.owner,)):
            write(database, events)
            return n
        # Whoever is not in the table is in no row: with 0, nobody's number, hers differ.
        people = events.people
        number = dict.fromkeys(people, 0) | numbers_of(database, people)
        others = np.flatnonzero(~are_stored(database, events, number))
        new = 0
        for first in range(0, len(others), BATCH):
            batch = events.take(others[first : first + BATCH])
            places, unknown = _news(database, batch, number)
            new += unknown
            if places:
                write(database, batch.take(places))
        return new


def write(database: Database[C], events: InteractionColumns) -> None:
    """Insert or replace interactions, at least one; within a transaction."""
    check_all_storable(events)
    n = len(events.keys)
    is_fill = n >= BATCH and not database.run(ANY, (database.owner,))
    number = _with_numbers(database, events.people)
    owner = database.number_of_owner()
    with database.filling() if is_fill else nullcontext():
        numbers = []
        for first in range(0, n, BATCH):
            last = min(first + BATCH, n)
            if not is_fill:
                remove(database, events.keys[first:last])
            ids = database.numbers("interactions", last - first)
            rows = zip(ids, interaction_rows(events, number, first, last), strict=True)
            owned = ((i, owner, *row) for i, row in rows)
            database.insert("interactions", f"id, owner, {COLUMNS}", owned)
            numbers += [min(ids), max(ids)]
        # Of all batches at once, in the order of that table: every page of it is written once.
        # What another owner wrote between two batches is left out by the owner.
        database.run(ADD_PARTICIPANTS, (database.owner, min(numbers), max(numbers)))
    database.run(WRITTEN, (max(numbers), owner))


def remove(database: Database[C], keys: Collection[Key]) -> bool:
    """Remove those of these keys that are there; say whether any was; within a transaction."""
    places = database.run(PLACES, (database.owner, database.several(those_storable(keys))))
    if not places:
        return False
    # The rows of those who took part go first, while it is known who they are: their table is
    # sorted by person and moment, and cannot be searched by interaction. Where it cannot be
    # read who they are, the whole table is gone through.
    took_part, unknown = [], []
    for interaction, at, people in places:
        try:
            took_part += [(person, at, interaction) for person in numbers_in(people)]
        except WRONG:
            unknown.append((interaction,))
    database.run_many(REMOVE_PARTICIPANT, took_part)
    database.run_many(REMOVE_PARTICIPANTS, unknown)
    database.run_many(REMOVE, ((place[0],) for place in places))
    # That something went takes a number, too, by which whoever asks later knows of it.
    (number,) = database.numbers("interactions", 1)
    database.run(REMOVED, (number, database.number_of_owner()))
    return True


def numbers_of(database: Database[C], keys: Iterable[Key]) -> dict[Key, int]:
    """The numbers that people have, of those who have one."""
    values = (database.owner, database.several(those_storable(keys)))
    return {key: number for number, key in database.run(PEOPLE_OF_KEYS, values)}


def _with_numbers(database: Database[C], keys: Collection[Key]) -> Mapping[Key, int]:
    """The numbers of people, those of new people being given now."""
    number = numbers_of(database, keys)
    new = sorted(set(keys) - number.keys())
    given = dict(zip(new, database.numbers("people", len(new)), strict=True))
    owner = database.number_of_owner()
    rows = ((each, owner, key) for key, each in given.items())
    database.insert("people", "id, owner, key", rows)
    return number | given


def _news(
    database: Database[C], batch: InteractionColumns, number: Mapping[Key, int]
) -> tuple[list[int], int]:
    """Places of a batch that are new or tell more than is stored, and how many are new."""
    values = (database.owner, database.several(those_storable(batch.keys)))
    stored = {row[0]: row for row in database.run(OF_KEYS, values)}
    places, unknown = [], 0
    for place, row in enumerate(interaction_rows(batch, number, 0, len(batch))):
        known = stored.get(row[0])
        if known is None:
            unknown += 1
            places.append(place)
        # The offset, third in a row, says where it happened, and not when or what.
        elif row != known and (row[:2], row[3:]) != (known[:2], known[3:]):
            (before,) = made_of(database, [known])
            if is_news(batch[place], before):
                places.append(place)
    return places, unknown
