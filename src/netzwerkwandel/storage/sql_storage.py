from __future__ import annotations

import json
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self, TypeVar

from netzwerkwandel.errors import StorageError
from netzwerkwandel.model import Key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.records import Origin, Records
from netzwerkwandel.records.documents import record_of, text_of
from netzwerkwandel.records.records_change import RecordsChange
from netzwerkwandel.storage import kinds
from netzwerkwandel.storage.database import Database, Query
from netzwerkwandel.storage.forgetting import forget_contact
from netzwerkwandel.storage.kinds import check_storable, is_storable
from netzwerkwandel.storage.saving import Stored, save_records
from netzwerkwandel.storage.sql_interactions import SqlInteractions
from netzwerkwandel.storage.sql_repository import SqlRepository, Table


C = TypeVar("C")

_ORIGINS = Table("origins")
_ORIGIN = "origin"
"""The key of the only row that an owner has in the table of origins."""

_FIND_OWNER = Query[tuple[int]]("SELECT id FROM owners WHERE name = ?")
_ADD_OWNER = Query[tuple[()]]("INSERT INTO owners (name) VALUES (?) ON CONFLICT (name) DO NOTHING")
_REMOVE_UNUSED_PEOPLE = Query[tuple[()]](
    "DELETE FROM people WHERE owner = ? AND NOT EXISTS "
    "(SELECT 1 FROM participants WHERE person = people.id)"
)
# Rows that refer to others go first: whose the participants are is known by the people alone.
_CLEAR = (
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


class SqlStorage:
    """One owner's records in a database that speaks SQL: what SQLite and PostgreSQL share.

    Parameters
    ----------
    database : Database
        An open database that has the tables; closed where its owner cannot be found.
    owner : str
        Whose records.
    """

    def __init__(self, database: Database[C], owner: str) -> None:
        self._database = database
        try:
            check_owner(owner)
            self._owner = number = self._number_of(owner)
        except BaseException:
            database.close()
            raise
        self.contacts = SqlRepository(kinds.CONTACTS, "contacts", database, number)
        self.found = SqlRepository(kinds.FOUND, "found", database, number)
        self.ties = SqlRepository(kinds.TIES, "ties", database, number)
        self.interactions = SqlInteractions(database, number)
        self.experiments = SqlRepository(kinds.EXPERIMENTS, "experiments", database, number)
        self.decisions = SqlRepository(kinds.DECISIONS, "decisions", database, number)

    def _number_of(self, owner: str) -> int:
        rows = self._database.run(_FIND_OWNER, (owner,))
        if not rows:
            # Another process may add the same owner now, so that the number is asked for again.
            self._database.run(_ADD_OWNER, (owner,))
            rows = self._database.run(_FIND_OWNER, (owner,))
        ((number,),) = rows
        return number

    @property
    def origin(self) -> Origin:
        """Whose data it is and where it was read; an empty ``Origin`` at first."""
        rows = self._database.run(_ORIGINS.get, (self._owner, _ORIGIN))
        if not rows:
            return Origin()
        try:
            return record_of(Origin, json.loads(rows[0][0]))
        except (ValueError, TypeError, RecursionError) as error:
            raise StorageError(f"the origin must be valid, got one that is not: {error}") from error

    def put_origin(self, origin: Origin, /) -> None:
        """Replace ``origin``.

        Parameters
        ----------
        origin : Origin
            Whose data it is and where it was read.

        Raises
        ------
        InvalidArgumentError
            If it is no ``Origin``.
        StorageError
            If it holds a text that cannot be stored, or the database cannot be written.
        """
        check_kind("origin", origin, Origin)
        check_storable(origin)
        with self.transaction():
            self._database.run(_ORIGINS.put, (self._owner, _ORIGIN, text_of(origin)))

    def transaction(self) -> AbstractContextManager[None]:
        """Write several things together, all or nothing; see ``Storage``.

        Returns
        -------
        context manager
            For ``with storage.transaction():``; it passes every exception on.
        """
        return self._database.transaction()

    def save(self, records: Records, /) -> RecordsChange:
        """Add what is new, and say what has changed; see ``save_records``.

        Parameters
        ----------
        records : Records
            What was read now.

        Returns
        -------
        RecordsChange
            Who is new, who has moved, who is gone.

        Raises
        ------
        InvalidArgumentError
            If it is no ``Records``.
        StorageError
            If something cannot be stored, or the database cannot be written; then nothing is.
        """
        return save_records(self, records, add=self.interactions.add)

    def load(self) -> Records:
        """Return all records as of now.

        Returns
        -------
        Records
            Its interactions are columns, and each is made when it is asked for.
        """
        with self._database.snapshot():
            return Stored.read(self).records(self.interactions.columns())

    def forget(self, key: Key, /) -> None:
        """Remove a person from everywhere, and from the disk; see ``forget_contact``.

        Parameters
        ----------
        key : str
            Any of her keys.

        Raises
        ------
        NotFoundError
            If nobody is known by the key.
        InvalidArgumentError
            If she is the owner of the data, or it is no key.
        StorageError
            If the database cannot be written.
        """
        with self.transaction():
            forget_contact(self, key)
            self._database.run(_REMOVE_UNUSED_PEOPLE, (self._owner,))
            self._database.erase()

    def clear(self) -> None:
        """Remove everything of this owner, and from the disk."""
        with self.transaction():
            for statement in _CLEAR:
                self._database.run(Query(statement), (self._owner,))
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


def check_owner(owner: object) -> None:
    """Refuse what cannot be the name of an owner, before anything is opened."""
    if not is_storable(check_kind("owner", owner, str)):
        raise StorageError(f"an owner must be a text that can be stored, got {owner!a}")
