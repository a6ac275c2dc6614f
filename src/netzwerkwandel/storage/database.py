"""What a storage that speaks SQL asks of a database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeAlias

from netzwerkwandel.storage.statements import Dialect


Value: TypeAlias = Any
"""What one database or another knows as a value: a number, a text, None, a list of these."""

Rows: TypeAlias = list[tuple[Value, ...]]


class Reader(Protocol):
    """What a database answers."""

    def several(self, values: Iterable[int] | Iterable[str]) -> Value:
        """Several values as the one value that ``{within}`` expects."""

    def run(self, statement: str, values: Sequence[Value] = ()) -> Rows:
        """Execute a statement and return its rows."""

    def batches(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Rows]:
        """Execute a statement now, and give its rows in batches."""


class Database(Reader, Protocol):
    """One open database, whatever its make; all errors are ``StorageError``."""

    @property
    def dialect(self) -> Dialect:
        """How statements are written for it."""

    def run_many(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Execute a statement for each row; within a transaction."""

    def snapshot(self) -> AbstractContextManager[None]:
        """Everything that is read within is as of one moment; nobody else uses this object."""

    def reader(self) -> AbstractContextManager[Reader] | None:
        """A view of its own, as of the first statement, that others' writes do not change.

        None within a transaction of this thread, and where there can be none.
        """

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing; nested, too. Other writers of the same owner wait."""

    def numbers(self, table: str, count: int) -> Sequence[int]:
        """So many numbers that no row of ``people`` or ``interactions`` has; in a transaction."""

    def filling(self) -> AbstractContextManager[None]:
        """Many interactions are about to be written where there is none; in a transaction."""

    def erase(self) -> None:
        """See to it that what was deleted is not left on the disk; within its transaction."""

    def close(self) -> None:
        """Give it back; may be called twice."""
