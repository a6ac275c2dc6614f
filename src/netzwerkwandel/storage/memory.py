from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from types import TracebackType
from typing import Self

from netzwerkwandel.errors import StorageError
from netzwerkwandel.model import Contact
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.records import Origin, Records
from netzwerkwandel.records.records_change import RecordsChange
from netzwerkwandel.storage.forgetting import forget_contact
from netzwerkwandel.storage.kinds import (
    CONTACTS,
    DECISIONS,
    EXPERIMENTS,
    FOUND,
    INTERACTIONS,
    SUGGESTIONS,
    TIES,
    check_storable,
)
from netzwerkwandel.storage.memory_repositories import (
    MemoryInteractions,
    MemoryRepository,
    Undoable,
)
from netzwerkwandel.storage.saving import load_records, save_records
from netzwerkwandel.storage.sqlite import backup_records


class MemoryStorage:
    """Keeps records in memory, as long as the process lives: for notebooks and for tests.

    It keeps every promise of ``Storage`` save that of outliving its process.

    Examples
    --------
    >>> from netzwerkwandel.model import Contact
    >>> storage = MemoryStorage()
    >>> storage.contacts.put(Contact(key="card:1", name="Ben Okafor"))
    >>> storage.load()
    Records(1 contact, 0 ties, 0 interactions, 0 experiments)
    """

    def __init__(self) -> None:
        self._lock = RLock()
        self._is_open = True
        self._depth = 0  # of transactions within each other
        self._origin = Origin()
        self.contacts = MemoryRepository(CONTACTS, self._held)
        self.found = MemoryRepository(FOUND, self._held)
        self.ties = MemoryRepository(TIES, self._held)
        self.interactions = MemoryInteractions(INTERACTIONS, self._held)
        self.experiments = MemoryRepository(EXPERIMENTS, self._held)
        self.suggestions = MemoryRepository(SUGGESTIONS, self._held)
        self.decisions = MemoryRepository(DECISIONS, self._held)

    @property
    def origin(self) -> Origin:
        """Whose data it is and where it was read."""
        with self._held():
            return self._origin

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
            If it holds a text that no database could keep, or the storage was closed.
        """
        check_kind("origin", origin, Origin)
        check_storable(origin)
        with self._held():
            self._origin = origin

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all or nothing: an exception that leaves the block takes back what was written.

        Yields
        ------
        None
            While the block runs no other thread reads or writes here.
        """
        with self._held():
            origin, take_back = self._origin, [each.take_back() for each in self._repositories()]
            self._depth += 1
            try:
                yield
            except BaseException:
                self._origin = origin
                for each in take_back:
                    each()
                raise
            finally:
                self._depth -= 1

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
            If it holds a text that no database could keep, or the storage was closed.
        """
        return save_records(self, records)

    def load(self) -> Records:
        """Return all records as of now.

        Returns
        -------
        Records
            What was saved, with a contact for everybody who is named.

        Raises
        ------
        StorageError
            If the storage was closed.
        """
        return load_records(self)

    def forget(self, who: Contact | str, /) -> None:
        """Remove a person from everywhere; see ``forget_contact``.

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
            If the storage was closed.
        """
        forget_contact(self, who)

    def clear(self) -> None:
        """Remove everything."""
        with self._held():
            self._origin = Origin()
            for each in self._repositories():
                each.clear()

    def owners(self) -> tuple[str, ...]:
        """Whose records are here? The nameless owner's, if there are any.

        Returns
        -------
        tuple of str
            One empty name, or none.
        """
        with self._held():
            is_nothing = self._origin == Origin() and not any(map(len, self._repositories()))
        return () if is_nothing else ("",)

    def check(self) -> tuple[StorageError, ...]:
        """Can everything be read? In memory nothing comes to harm.

        Returns
        -------
        tuple of StorageError
            Always empty.

        Raises
        ------
        StorageError
            If the storage was closed.
        """
        with self._held():
            return ()

    def backup(self, path: str | os.PathLike[str]) -> None:
        """Copy everything to a new SQLite file; see ``backup_records``.

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
        """
        with self._held():
            backup_records(self, path)

    def close(self) -> None:
        """Use it no more; a thread that is in a transaction ends it first."""
        with self._lock:
            if self._depth:
                raise StorageError(
                    "a storage must not be closed in its own transaction; end that first, or leave "
                    "it by an exception"
                )
            self._is_open = False

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Have the storage for oneself."""
        with self._lock:
            if not self._is_open:
                raise StorageError("a storage must be open to be used, this one was closed")
            yield

    def _repositories(self) -> tuple[Undoable, ...]:
        named = (self.contacts, self.found, self.ties, self.experiments, self.suggestions)
        return (*named, self.decisions, self.interactions)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()
