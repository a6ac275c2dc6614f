"""The SQL that every database is spoken to in, each statement once.

Written with ``?`` for a value. What differs between databases stands in braces and is filled in
from ``Dialect``; no text of a user ever is.
"""

from __future__ import annotations

import attrs


@attrs.frozen
class Dialect:
    """What databases say differently.

    Parameters
    ----------
    within : str
        A condition that a column is one of several values, given as one value.
    members : str
        A table ``member`` with a column ``value``, of what is in ``interactions.participants``.
    value : str
        What stands for a value.
    """

    within: str
    members: str
    value: str = "?"

    def of(self, statement: str) -> str:
        """Write a statement in this dialect."""
        filled = statement.replace("{within}", self.within).replace("{members}", self.members)
        return filled.replace("?", self.value)


_BODY = "CAST(body AS text)"


@attrs.frozen
class Statements:
    """What is asked of the table of one kind of record.

    Parameters
    ----------
    table : str
        Its name.
    columns : sequence of str
        What names a record in it.
    """

    table: str
    columns: tuple[str, ...] = ("key",)

    @property
    def put(self) -> str:
        """Insert or replace; counts versions."""
        columns, values = ", ".join(self.columns), ", ".join("?" * len(self.columns))
        return (
            f"INSERT INTO {self.table} (owner, {columns}, version, body) "  # noqa: S608 (our names)
            f"VALUES (?, {values}, 1, ?) ON CONFLICT (owner, {columns}) DO UPDATE "
            f"SET version = {self.table}.version + 1, body = excluded.body"
        )

    @property
    def put_first(self) -> str:
        """Insert where there is none."""
        columns, values = ", ".join(self.columns), ", ".join("?" * len(self.columns))
        return (
            f"INSERT INTO {self.table} (owner, {columns}, version, body) "  # noqa: S608 (our names)
            f"VALUES (?, {values}, 1, ?) ON CONFLICT (owner, {columns}) DO NOTHING "
            "RETURNING version"
        )

    @property
    def put_next(self) -> str:
        """Replace a version that is known."""
        return (
            f"UPDATE {self.table} SET version = version + 1, body = ? "  # noqa: S608 (our names)
            f"WHERE {self._named} AND version = ? RETURNING version"
        )

    @property
    def get(self) -> str:
        """One record, and its version."""
        return f"SELECT {_BODY}, version FROM {self.table} WHERE {self._named}"  # noqa: S608 (ours)

    @property
    def remove(self) -> str:
        """Remove one record."""
        return f"DELETE FROM {self.table} WHERE {self._named} RETURNING version"  # noqa: S608

    @property
    def every(self) -> str:
        """All records, each after its name, in the order of these."""
        order = ", ".join(self.columns)
        return (
            f"SELECT {order}, {_BODY} FROM {self.table} "  # noqa: S608 (our names)
            f"WHERE owner = ? ORDER BY {order}"
        )

    @property
    def count(self) -> str:
        """How many there are."""
        return f"SELECT count(*) FROM {self.table} WHERE owner = ?"  # noqa: S608 (our names)

    @property
    def _named(self) -> str:
        return " AND ".join(f"{column} = ?" for column in ("owner", *self.columns))


CONTACTS = Statements("contacts")
FOUND = Statements("found")
TIES = Statements("ties", ("a", "b", "since"))
EXPERIMENTS = Statements("experiments")
DECISIONS = Statements("decisions", ("a", "b"))
ORIGINS = Statements("origins", ("key",))

FIND_OWNER = "SELECT id FROM owners WHERE name = ?"
ADD_OWNER = "INSERT INTO owners (name) VALUES (?) ON CONFLICT (name) DO NOTHING"

_COLUMNS = "key, at, zone, channel, sender, duration, participants"
EVERY_INTERACTION = f"SELECT {_COLUMNS} FROM interactions WHERE owner = ? ORDER BY at, key"  # noqa: S608
INTERACTIONS_BETWEEN = (
    f"SELECT {_COLUMNS} FROM interactions "  # noqa: S608 (our names)
    "WHERE owner = ? AND at >= ? AND at < ? ORDER BY at, key"
)
INTERACTIONS_OF_PEOPLE = (
    f"SELECT {_COLUMNS} FROM interactions WHERE id IN (SELECT interaction "  # noqa: S608 (our names)
    "FROM participants WHERE person {within} AND at >= ? AND at < ?) ORDER BY at, key"
)
INTERACTIONS_OF_KEYS = f"SELECT {_COLUMNS} FROM interactions WHERE owner = ? AND key {{within}}"  # noqa: S608
COUNT_INTERACTIONS = "SELECT count(*) FROM interactions WHERE owner = ?"
ANY_INTERACTION = "SELECT 1 FROM interactions WHERE owner = ? LIMIT 1"
PLACES_OF_KEYS = "SELECT id, at, participants FROM interactions WHERE owner = ? AND key {within}"
ADD_INTERACTION = (
    "INSERT INTO interactions "
    "(id, owner, key, at, zone, channel, sender, duration, participants) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
ADD_PARTICIPANTS = (
    "INSERT INTO participants (person, at, interaction) "
    "SELECT CAST(member.value AS BIGINT), interactions.at, interactions.id "
    "FROM interactions, {members} "
    "WHERE interactions.owner = ? AND interactions.id BETWEEN ? AND ? ORDER BY 1, 2, 3"
)
REMOVE_INTERACTION = "DELETE FROM interactions WHERE id = ?"
REMOVE_PARTICIPANT = "DELETE FROM participants WHERE person = ? AND at = ? AND interaction = ?"

PEOPLE = "SELECT id, key FROM people WHERE owner = ?"
PEOPLE_OF_KEYS = "SELECT id, key FROM people WHERE owner = ? AND key {within}"
KEYS_OF_PEOPLE = "SELECT id, key FROM people WHERE id {within}"
ADD_PERSON = "INSERT INTO people (id, owner, key) VALUES (?, ?, ?)"
REMOVE_UNUSED_PEOPLE = (
    "DELETE FROM people WHERE owner = ? AND NOT EXISTS "
    "(SELECT 1 FROM participants WHERE person = people.id)"
)

CLEAR = (
    "DELETE FROM participants WHERE person IN (SELECT id FROM people WHERE owner = ?)",
    "DELETE FROM people WHERE owner = ?",
    "DELETE FROM interactions WHERE owner = ?",
    "DELETE FROM contacts WHERE owner = ?",
    "DELETE FROM found WHERE owner = ?",
    "DELETE FROM ties WHERE owner = ?",
    "DELETE FROM experiments WHERE owner = ?",
    "DELETE FROM decisions WHERE owner = ?",
    "DELETE FROM origins WHERE owner = ?",
)
