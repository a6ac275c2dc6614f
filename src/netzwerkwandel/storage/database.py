"""What a storage that speaks SQL asks of a database, and what every database does alike."""

from __future__ import annotations

import logging
import os
import threading
import weakref
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from netzwerkwandel.errors import InvalidArgumentError, StorageError, shown
from netzwerkwandel.model.arguments import is_number


Value: TypeAlias = int | float | str | Sequence[int] | Sequence[str] | None
"""What takes the place of a ``?``; several values are given as ``several`` makes them."""

C = TypeVar("C")
T = TypeVar("T")
V = TypeVar("V", int, str)


# Silent unless an app wants to hear it; it tells of what was done and how much, and of nobody.
LOG = logging.getLogger("netzwerkwandel.storage")
logging.getLogger("netzwerkwandel").addHandler(logging.NullHandler())

OWNED = "owner = (SELECT id FROM owners WHERE name = ?)"
"""The condition that a row is of an owner, by name: an owner who is not there has none."""


LONGEST_WAIT = 1_000_000
"""Seconds of the longest time-out."""


def check_timeout(timeout: object) -> float:
    """Refuse what is no time-out."""
    if not (is_number(timeout) and 0 <= timeout <= LONGEST_WAIT):
        raise InvalidArgumentError(
            f"timeout must be between 0 and {LONGEST_WAIT} seconds, got {shown(timeout)}"
        )
    return float(timeout)


class Query(str, Generic[T]):
    """A statement in SQL, and the type of the rows that it gives.

    A ``?`` stands for a value; no text of a user ever is part of a statement. What databases say
    differently stands in braces: ``{within}`` is the condition that a column is one of several
    values, ``{members}`` a table ``member`` whose column ``value`` holds the numbers that are
    written in ``interactions.participants``, ``{new}`` a version that no row has had,
    ``{next}`` the version after that of a row, ``{list}`` makes a list in JSON of a column, and
    ``{text}`` one text of many.
    """

    __slots__ = ()


class DatabaseView(Protocol):
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

    Parameters
    ----------
    owner : str
        Whose records are read and written by it.
    connection : connection, optional
        The connection; None for what is opened when it is needed.
    where : str
        What errors begin with, such as the name of a file.
    """

    def __init__(self, owner: str, connection: C | None = None, where: str = "") -> None:
        self.owner = owner
        self._connection = connection
        self._where = where
        self._lock = threading.RLock()
        self._depth = 0  # of transactions within each other
        self._is_closed = False
        self._process = os.getpid()
        with _ADDING:
            _OPEN.add(self)

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
    def view(self) -> AbstractContextManager[DatabaseView] | None:
        """A view of its own, as of the first statement, that others' writes do not change.

        None within a transaction of this thread, and where there can be none.
        """

    @abstractmethod
    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing; nested, too. Other writers of the same owner wait."""

    @abstractmethod
    def number_of_owner(self) -> int:
        """The number of the owner in a transaction that is about to write; given if there is none.

        A number is never given twice, so that one who was removed is never taken for another.
        """

    @abstractmethod
    def remove_owner(self) -> None:
        """Forget the name of the owner, whose rows are gone; in a transaction."""

    @abstractmethod
    def retire(self, version: int) -> None:
        """See to it that no new row gets a version up to this one; in a transaction."""

    @abstractmethod
    def check(self) -> list[str]:
        """What is wrong with the database below the rows, such as a damaged page."""

    @abstractmethod
    def backup(self, path: str | os.PathLike[str]) -> None:
        """Copy all of it, or what is the owner's, as of now, to a new file of SQLite."""

    @abstractmethod
    def numbers(self, table: str, count: int) -> Sequence[int]:
        """So many numbers that no row of ``people`` or ``interactions`` has; in a transaction.

        Those for interactions grow, and no number is ever given twice.
        """

    @abstractmethod
    def filling(self) -> AbstractContextManager[None]:
        """Many interactions are about to be written where there is none; in a transaction."""

    @abstractmethod
    def erase(self) -> None:
        """See to it that what was deleted is not left on the disk; within its transaction."""

    def close(self) -> None:
        """Give it back; may be called twice. In a child process it stays the parent's."""
        if self._is_forked:
            return
        with self._lock:
            if self._depth:
                raise StorageError(
                    "a storage must not be closed in its own transaction; end that first, or leave "
                    "it by an exception"
                )
            if not self._is_closed:
                self._is_closed = True
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
        self._check_process()
        with self._lock:
            if self._is_closed:
                raise StorageError("a storage must be open to be used, this one was closed")
            with self._borrowed() as connection:
                if self._depth:
                    self._check_unbroken(connection)
                yield connection

    @contextmanager
    def _borrowed(self) -> Iterator[C]:
        """Have a connection that works, while the lock is held."""
        connection = self._connection
        if connection is None:
            raise StorageError("a storage must be open to be used, this one was closed")
        yield connection

    def hold(self, timeout: float) -> bool:
        """Keep other threads out; False where one is in it for so long."""
        return self._lock.acquire(timeout=timeout)

    def let_go(self) -> None:
        """Let other threads in again."""
        self._lock.release()

    def leave_to_parent(self, *, is_idle: bool) -> None:  # noqa: ARG002 (it matters to some)
        """In a child that was just forked: keep the hands off what is the parent's.

        It must not even be collected as garbage: that would end the parent's session.
        """
        leave_to_parent(self._connection)

    @property
    def _is_forked(self) -> bool:
        """Whether this is a child of the process to which the connection belongs."""
        return self._process != os.getpid()

    def _check_process(self) -> None:
        # Two processes on one connection destroy what they write: SQLite's locks are those of a
        # process, and to PostgreSQL they would talk at once on one socket.
        if self._is_forked:
            raise StorageError(
                f"after a fork each process must open its own storage, got one of process "
                f"{self._process} in {os.getpid()}"
            )

    def _check_unbroken(self, connection: C) -> None:
        """Refuse to go on in a transaction that the database itself has ended.

        SQLite does so on a full disk, PostgreSQL after any error. The next statement would run
        outside of it, and be kept, although what came before it is lost.
        """
        # A child that was forked within a transaction must not end it: it is the parent's.
        self._check_process()
        if not self._is_sound(connection):
            raise StorageError(
                f"{self._where}the transaction was taken back by the database after an error; "
                "nothing of it is written"
            )


_OPEN: weakref.WeakSet[Database[Any]] = weakref.WeakSet()
_ADDING = threading.Lock()
_OF_PARENTS: list[object] = []
_HELD_AT_FORK: list[Database[Any]] = []

_PATIENCE = 5.0
"""Seconds for which a fork waits until no other thread is at a database."""


def leave_to_parent(thing: object) -> None:
    """Keep what belongs to the parent of this process from being collected as garbage."""
    _OF_PARENTS.append(thing)


# A child has but the thread that forked it. What another thread was doing in a database at that
# moment is never ended there: so a fork waits until none is.
def _hold_all() -> None:
    _ADDING.acquire()
    _HELD_AT_FORK.extend(each for each in sorted(_OPEN, key=id) if each.hold(_PATIENCE))


def _let_all_go() -> None:
    while _HELD_AT_FORK:
        _HELD_AT_FORK.pop().let_go()
    _ADDING.release()


def _leave_all_to_parent() -> None:
    held = set(map(id, _HELD_AT_FORK))
    _let_all_go()
    for each in _OPEN:
        each.leave_to_parent(is_idle=id(each) in held)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=_hold_all, after_in_parent=_let_all_go, after_in_child=_leave_all_to_parent
    )
