from __future__ import annotations

import json
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self

from netzwerkwandel.errors import StorageError
from netzwerkwandel.model import Key
from netzwerkwandel.records import Origin, Records
from netzwerkwandel.records.documents import record_of, text_of
from netzwerkwandel.records.records_change import RecordsChange
from netzwerkwandel.storage import kinds, saving
from netzwerkwandel.storage import statements as sql
from netzwerkwandel.storage.database import Database
from netzwerkwandel.storage.forgetting import forget_contact
from netzwerkwandel.storage.sql_interactions import SqlInteractions
from netzwerkwandel.storage.sql_repository import SqlRepository
from netzwerkwandel.storage.texts import check_storable, is_storable


class SqlStorage:
    """One owner's records in a database that speaks SQL: what SQLite and PostgreSQL share.

    Parameters
    ----------
    database : Database
        An open database that has the tables.
    owner : str
        Whose records.
    """

    def __init__(self, database: Database, owner: str) -> None:
        self._database = database
        self._owner = number = _owner_number(database, owner)
        self.contacts = SqlRepository(kinds.CONTACTS, sql.CONTACTS, database, number)
        self.found = SqlRepository(kinds.FOUND, sql.FOUND, database, number)
        self.ties = SqlRepository(kinds.TIES, sql.TIES, database, number)
        self.interactions = SqlInteractions(database, number)
        self.experiments = SqlRepository(kinds.EXPERIMENTS, sql.EXPERIMENTS, database, number)
        self.decisions = SqlRepository(kinds.DECISIONS, sql.DECISIONS, database, number)

    @property
    def origin(self) -> Origin:
        """Whose data it is and where it was read; an empty ``Origin`` at first."""
        rows = self._database.run(sql.ORIGINS.get, (self._owner, _ORIGIN))
        if not rows:
            return Origin()
        try:
            return record_of(Origin, json.loads(rows[0][0]))
        except (ValueError, TypeError, RecursionError) as error:
            raise StorageError(f"the origin must be valid, got one that is not: {error}") from error

    def put_origin(self, origin: Origin, /) -> None:
        """Replace ``origin``."""
        check_storable(origin)
        with self.transaction():
            self._database.run(sql.ORIGINS.put, (self._owner, _ORIGIN, text_of(origin)))

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing; see ``Storage``."""
        return self._database.transaction()

    def save(self, records: Records, /) -> RecordsChange:
        """Add what is new, and say what has changed; see ``save_records``."""
        return saving.save_records(self, records)

    def load(self) -> Records:
        """Return all records as of now.

        The interactions of the result are kept as columns, and each is made when it is asked for.
        """
        with self._database.snapshot():
            return saving.records_in(self, self.interactions.columns())

    def forget(self, key: Key, /) -> None:
        """Remove a person from everywhere, and from the disk; see ``forget_contact``."""
        with self.transaction():
            forget_contact(self, key)
            self._database.run(sql.REMOVE_UNUSED_PEOPLE, (self._owner,))
            self._database.erase()

    def clear(self) -> None:
        """Remove everything of this owner, and from the disk."""
        with self.transaction():
            for statement in sql.CLEAR:
                self._database.run(statement, (self._owner,))
            self._database.erase()

    def close(self) -> None:
        """Give the database back; may be called twice."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()


_ORIGIN = "origin"


def _owner_number(database: Database, owner: str) -> int:
    if not is_storable(owner):
        raise StorageError(f"an owner must be a text that can be stored, got {owner!a}")
    rows = database.run(sql.FIND_OWNER, (owner,))
    if not rows:
        database.run(sql.ADD_OWNER, (owner,))
        rows = database.run(sql.FIND_OWNER, (owner,))
    return int(rows[0][0])
