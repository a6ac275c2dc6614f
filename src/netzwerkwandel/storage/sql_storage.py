from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from secrets import token_bytes
from types import TracebackType
from typing import Any, Self, TypeVar

from netzwerkwandel.errors import (
    InvalidArgumentError,
    StorageBusyError,
    StorageConnectionError,
    StorageError,
    UnreadableRecordError,
    shown,
)
from netzwerkwandel.model import Contact
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.as_dict import Pseudonyms
from netzwerkwandel.records import Origin, Records
from netzwerkwandel.records.documents import record_of, text_of
from netzwerkwandel.records.records_change import RecordsChange
from netzwerkwandel.storage import kinds
from netzwerkwandel.storage.database import LOG, Database, Query
from netzwerkwandel.storage.forgetting import forget_contact
from netzwerkwandel.storage.kinds import check_storable, is_storable
from netzwerkwandel.storage.saving import Stored, save_records
from netzwerkwandel.storage.sql_interactions import SqlInteractions
from netzwerkwandel.storage.sql_repository import SqlRepository, Table


C = TypeVar("C")

_ORIGINS = Table("origins")
_ORIGIN, _SECRET = "origin", "secret"
"""The keys of the two rows that an owner has in the table of origins."""

_OWNERS = Query[tuple[str]]("SELECT name FROM owners ORDER BY name")
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
    "DELETE FROM suggestions WHERE owner = ?",
    "DELETE FROM decisions WHERE owner = ?",
    "DELETE FROM origins WHERE owner = ?",
)


class SqlStorage:
    """One owner's records in a database that speaks SQL: what SQLite and PostgreSQL share.

    Parameters
    ----------
    database : Database
        An open database that has the tables, and knows whose records are meant.
    """

    def __init__(self, database: Database[C]) -> None:
        self._database = database
        try:
            # Asked for nothing but to see that the tables are there.
            len(SqlRepository(kinds.CONTACTS, "contacts", database))
        except BaseException:
            database.close()
            raise
        self.contacts = SqlRepository(kinds.CONTACTS, "contacts", database)
        self.found = SqlRepository(kinds.FOUND, "found", database)
        self.ties = SqlRepository(kinds.TIES, "ties", database)
        self.interactions = SqlInteractions(database)
        self.experiments = SqlRepository(kinds.EXPERIMENTS, "experiments", database)
        self.suggestions = SqlRepository(kinds.SUGGESTIONS, "suggestions", database)
        self.decisions = SqlRepository(kinds.DECISIONS, "decisions", database)

    @property
    def origin(self) -> Origin:
        """Whose data it is and where it was read; an empty ``Origin`` at first."""
        rows = self._database.run(_ORIGINS.get, (self._database.owner, _ORIGIN))
        if not rows:
            return Origin()
        try:
            return record_of(Origin, json.loads(rows[0][0]))
        except (ValueError, TypeError, RecursionError) as error:
            problem = str(error)
            raise UnreadableRecordError("origins", "origin", (_ORIGIN,), problem) from error

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
            owner = self._database.number_of_owner()
            self._database.run(_ORIGINS.put, (owner, _ORIGIN, text_of(origin)))

    def secret(self) -> bytes:
        """With what are the ids made that stand for this owner's people in documents for others?

        Returns
        -------
        bytes
            For ``to_dict(secret=...)`` of a result: made by lot when it is asked for first, and
            kept with the records until they are cleared, so that a person has one id in every
            document and in every process. Whoever knows it can find out whose id one is.

        Raises
        ------
        StorageError
            If there is none yet, and the storage is open to be read only.
        """
        with self.transaction():
            for body, _ in self._database.run(_ORIGINS.get, (self._database.owner, _SECRET)):
                # One that somebody has damaged is of no more use than none.
                with suppress(ValueError, TypeError, InvalidArgumentError):
                    return Pseudonyms(bytes.fromhex(json.loads(body))).secret
            secret = token_bytes(32)
            owner = self._database.number_of_owner()
            self._database.run(_ORIGINS.put, (owner, _SECRET, json.dumps(secret.hex())))
            return secret

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
        change = save_records(self, records, add=self.interactions.add)
        LOG.info(
            "saved: %d contacts and %d interactions are new",
            len(change.added),
            change.new_interactions,
        )
        return change

    def load(self) -> Records:
        """Return all records as of now.

        Returns
        -------
        Records
            Its interactions are columns, and each is made when it is asked for.
        """
        with self._database.snapshot():
            return Stored.read(self).records(self.interactions.columns())

    def forget(self, who: Contact | str, /) -> None:
        """Remove a person from everywhere, and from the disk; see ``forget_contact``.

        Parameters
        ----------
        who : Contact or str
            The person as she is known: see ``Records.person``; or any key that names somebody.

        Raises
        ------
        NotFoundError
            If nobody is known by it.
        InvalidArgumentError
            If several people are, or she is the owner of the data, or it is neither.
        StorageError
            If the database cannot be written.
        """
        with self.transaction():
            forget_contact(self, who)
            self._database.run(_REMOVE_UNUSED_PEOPLE, (self._database.number_of_owner(),))
            self._database.erase()
        LOG.info("forgotten: one person")

    def clear(self) -> None:
        """Remove everything of this owner, her name as well, and from the disk."""
        with self.transaction():
            for each in self._tables():
                each.retire()
            owner = self._database.number_of_owner()
            for statement in _CLEAR:
                self._database.run(Query(statement), (owner,))
            self._database.remove_owner()
            self._database.erase()
        LOG.info("cleared: all records of one owner")

    def owners(self) -> tuple[str, ...]:
        """Whose records are in this file or schema?

        Returns
        -------
        tuple of str
            The names of all who have written something and were not cleared since, in order. To
            remove one: open the storage with that ``owner``, and ``clear`` it.
        """
        return tuple(name for (name,) in self._database.run(_OWNERS))

    def check(self) -> tuple[StorageError, ...]:
        """Is everything that is stored whole, and can it be read?

        Returns
        -------
        tuple of StorageError
            What is wrong, nothing where all is well: an ``UnreadableRecordError`` for each record
            of this owner that cannot be read, and another ``StorageError`` for what is wrong with
            the database below.

        Notes
        -----
        It reads everything. ``remove_unreadable`` takes out what cannot be read.
        """
        problems: list[StorageError] = []
        with self._database.snapshot():
            pass  # which is refused where the storage is closed, say
        try:
            with self._database.snapshot():
                problems += map(StorageError, self._database.check())
                problems += self._unreadable()
        except (StorageBusyError, StorageConnectionError):
            raise
        except StorageError as error:  # where not even the rows can be gone through
            problems = problems or [error]
        return tuple(problems)

    def remove_unreadable(self) -> tuple[UnreadableRecordError, ...]:
        """Take out every record of this owner that cannot be read, so that the others can be.

        Returns
        -------
        tuple of UnreadableRecordError
            What was taken out, and what was wrong with it.
        """
        with self.transaction():
            problems = tuple(self._unreadable())
            for problem in problems:
                if problem.table == _ORIGINS.name:
                    self.put_origin(Origin())
                elif problem.table == "interactions":
                    self.interactions.discard(problem.name)
                else:
                    next(t for t in self._tables() if t.table == problem.table).discard(
                        problem.name
                    )
            if problems:
                LOG.warning("removed: %d records could not be read", len(problems))
            return problems

    def _tables(self) -> tuple[SqlRepository[Any, Any], ...]:
        named = (self.contacts, self.found, self.ties, self.experiments, self.suggestions)
        return (*named, self.decisions)

    def _unreadable(self) -> Iterator[UnreadableRecordError]:
        for each in self._tables():
            yield from each.unreadable()
        yield from self.interactions.unreadable()
        try:
            self.origin  # noqa: B018 (reading it is the check)
        except UnreadableRecordError as error:
            yield error

    def backup(self, path: str | os.PathLike[str]) -> None:
        """Copy everything, as of now, to a new SQLite file, while others go on reading and writing.

        Parameters
        ----------
        path : path
            The file; there must be none yet.

        Raises
        ------
        StorageError
            If there is one, or it cannot be written; then nothing is left of it.
        InvalidArgumentError
            If it is no path.

        Notes
        -----
        Of a SQLite file all of it is copied, that of other owners too; of PostgreSQL the records of
        this owner, which ``open_storage(path, owner=...)`` then gives. Merely copying the file of
        an open storage would leave out what is still in the log beside it.
        """
        self._database.backup(path)

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
        raise StorageError(f"an owner must be a text that can be stored, got {shown(owner)}")
