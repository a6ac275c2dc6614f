"""What a storage that speaks SQL asks of a database, and what every database does alike."""

from __future__ import annotations

import os
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Generic, Protocol, TypeAlias, TypeVar

from netzwerkwandel.errors import StorageError


Value: TypeAlias = int | float | str | Sequence[int] | Sequence[str] | None
"""What takes the place of a ``?``; several values are given as ``several`` makes them."""

C = TypeVar("C")
T = TypeVar("T")
V = TypeVar("V", int, str)


class Query(str, Generic[T]):
    """A statement in SQL, and the type of the rows that it gives.

    A ``?`` stands for a value; no text of a user ever is part of a statement. What databases say
    differently stands in braces: ``{within}`` is the condition that a column is one of several
    values, ``{members}`` a table ``member`` whose column ``value`` holds the numbers that are
    written in ``interactions.participants``.
    """

    __slots__ = ()


class View(Protocol):
    """What a database answers."""

    def several(self, values: Iterable[V]) -> Value:
        """Several values as the one value that ``{within}`` expects."""

    def run(self, query: Query[T], values: Sequence[Value] = ()) -> list[T]:
        """Execute a statement and return its rows."""

    def batches(self, query: Query[T], values: Sequence[Value] = ()) -> Iterator[list[T]]:
        """Execute a statement now, and give its rows in batches."""


class Database(ABC, Generic[C]):
    """One open database, whatever its make: one connection, and one thread at a time.

    All errors are ``StorageError``.
    """

    def __init__(self, connection: C | None = None, where: str = "") -> None:
        self._connection = connection
        self._where = where  # what errors begin with, such as the name of a file
        self._lock = threading.RLock()
        self._depth = 0  # of transactions within each other
        self._process = os.getpid()

    @abstractmethod
    def several(self, values: Iterable[V]) -> Value:
        """Several values as the one value that ``{within}`` expects."""

    @abstractmethod
    def run(self, query: Query[T], values: Sequence[Value] = ()) -> list[T]:
        """Execute a statement and return its rows."""

    @abstractmethod
    def batches(self, query: Query[T], values: Sequence[Value] = ()) -> Iterator[list[T]]:
        """Execute a statement now, and give its rows in batches; within a snapshot."""

    @abstractmethod
    def run_many(self, query: Query[T], rows: Iterable[Sequence[Value]]) -> None:
        """Execute a statement for each row; within a transaction."""

    @abstractmethod
    def insert(self, table: str, columns: str, rows: Iterable[Sequence[Value]]) -> None:
        """Add many rows to a table, as fast as it goes; within a transaction."""

    @abstractmethod
    def snapshot(self) -> AbstractContextManager[None]:
        """Everything that is read within is as of one moment; nobody else uses this object."""

    @abstractmethod
    def view(self) -> AbstractContextManager[View] | None:
        """A view of its own, as of the first statement, that others' writes do not change.

        None within a transaction of this thread, and where there can be none.
        """

    @abstractmethod
    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing; nested, too. Other writers of the same owner wait."""

    @abstractmethod
    def numbers(self, table: str, count: int) -> Sequence[int]:
        """So many numbers that no row of ``people`` or ``interactions`` has; in a transaction."""

    @abstractmethod
    def filling(self) -> AbstractContextManager[None]:
        """Many interactions are about to be written where there is none; in a transaction."""

    @abstractmethod
    def erase(self) -> None:
        """See to it that what was deleted is not left on the disk; within its transaction."""

    def close(self) -> None:
        """Give it back; may be called twice. In a child process it stays the parent's."""
        if self._process != os.getpid():
            return
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None:
                self._give_back(connection)

    @abstractmethod
    def _give_back(self, connection: C) -> None:
        """Close the connection, if it is ours."""

    @abstractmethod
    def _is_sound(self, connection: C) -> bool:
        """Say whether the transaction that was begun is still open and can end well."""

    @contextmanager
    def _held(self) -> Iterator[C]:
        """Have the connection for oneself."""
        # Two processes on one connection destroy what they write: SQLite's locks are those of a
        # process, and to PostgreSQL they would talk at once on one socket.
        if self._process != os.getpid():
            raise StorageError(
                f"after a fork each process must open its own storage, got one of process "
                f"{self._process} in {os.getpid()}"
            )
        with self._lock:
            if self._connection is None:
                raise StorageError("a storage must be open to be used, this one was closed")
            if self._depth:
                self._check_unbroken(self._connection)
            yield self._connection

    def _check_unbroken(self, connection: C) -> None:
        """Refuse to go on in a transaction that the database itself has ended.

        SQLite does so on a full disk, PostgreSQL after any error. The next statement would run
        outside of it, and be kept, although what came before it is lost.
        """
        if not self._is_sound(connection):
            raise StorageError(
                f"{self._where}the transaction was taken back by the database after an error; "
                "nothing of it is written"
            )
