"""What a storage promises. Write one of your own to this, and prove it with the kit."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self, TypeVar, runtime_checkable

from netzwerkwandel.errors import InvalidArgumentError, StorageError, shown
from netzwerkwandel.model import Contact, Decision, Experiment, Interaction, Key, Suggestion, Tie
from netzwerkwandel.model.arguments import check_aware
from netzwerkwandel.records import Found, Origin, Records
from netzwerkwandel.records.records_change import RecordsChange
from netzwerkwandel.storage.kinds import Pair, TieKey
from netzwerkwandel.storage.written_since import WrittenSince


K_contra = TypeVar("K_contra", contravariant=True)
R = TypeVar("R")


@runtime_checkable
class Repository(Protocol[K_contra, R]):
    """The records of one kind: how are they written, found again and removed?

    ``K_contra`` is what names a record: its ``key``, which is three texts for a tie, or the pair of
    a decision.
    """

    def put(self, record: R, /) -> None:
        """Insert a record, or replace the one of the same name."""

    def get(self, key: K_contra, /) -> R:
        """Return a record; ``NotFoundError`` where there is none."""

    def remove(self, key: K_contra, /) -> None:
        """Remove a record; ``NotFoundError`` where there is none."""

    def __iter__(self) -> Iterator[R]:
        """Every record as of now, in the order of their names; later writes do not show."""

    def __len__(self) -> int:
        """How many there are."""


@runtime_checkable
class InteractionRepository(Repository[Key, Interaction], Protocol):
    """The interactions: many, so that they are written in bulk and read in part.

    Their iteration is in the order of time, then of keys.
    """

    def put_all(self, interactions: Iterable[Interaction], /) -> None:
        """Insert or replace many: all or, where one cannot be stored, none."""

    def get_all(self, keys: Collection[Key], /) -> Iterator[Interaction]:
        """Those of these keys that are there, in no particular order."""

    def between(
        self,
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        people: Collection[Key] | None = None,
    ) -> Iterator[Interaction]:
        """Those from ``since`` on and before ``until``, in the order of iteration.

        With ``people``, those in which one of these keys took part. Nothing else is loaded.
        """

    def since(self, version: int = 0, /) -> WrittenSince:
        """Those that were written since a version, and the version of now; 0 asks for all.

        Where one that was there has been replaced or removed meanwhile, all of them, and it says
        so. ``WrittenSince.all_of`` does for a storage of your own that does not count its writes.
        """


@runtime_checkable
class Storage(Protocol):
    """Where are one person's records kept, so that nothing is lost?

    One storage object shows the data of one owner. It is a context manager that closes itself.

    **Acknowledged is kept.** When a writing call has returned outside a transaction, or when the
    transaction around it has ended, what it wrote is there after a killed process (where the
    storage is one that outlives its process at all). A call that raises has written nothing.

    **All or nothing.** Within ``transaction()`` either all writes happen or, where an exception
    leaves the block, none; the exception is passed on. Transactions may be nested: an inner one
    that fails takes back its own writes only. Reads within see the writes within; nobody else
    does before the end.

    **Snapshots.** What is returned is immutable and never changes. An iteration shows what was
    there when ``iter()`` was called, whatever is written meanwhile; so does ``load()``.

    **Order.** Text is ordered as Python orders it, by code points.

    **Threads.** An object may be used by several threads; a thread that is in a transaction has
    the storage for itself, others wait. Several processes may use one database at once. After a
    ``fork`` each process opens its own.

    **Time.** Moments are aware and come back with the instant and the offset from UTC they had.

    **Errors.** ``NotFoundError`` for an unknown name, ``StorageError`` for everything the storage
    cannot do: a text with a NUL or half a surrogate pair, a full disk, a damaged file, a use after
    ``close()``; ``StorageBusyError`` where another writer does not end within the time-out. Nothing
    of the database library below comes through but as the cause.

    **Names.** Records may name people of whom nothing else is stored; ``load()`` then adds a
    contact with that key alone, and nothing is lost.
    """

    @property
    def contacts(self) -> Repository[Key, Contact]:
        """One for each person."""

    @property
    def found(self) -> Repository[Key, Found]:
        """What exports said, by the key they said it of; so every join can be undone."""

    @property
    def ties(self) -> Repository[TieKey, Tie]:
        """What is stated of two people, by ``Tie.key``: the two, and the day as text or ``""``."""

    @property
    def interactions(self) -> InteractionRepository:
        """What happened."""

    @property
    def experiments(self) -> Repository[Key, Experiment]:
        """What was tried."""

    @property
    def suggestions(self) -> Repository[Key, Suggestion]:
        """Who was suggested, and what became of it."""

    @property
    def decisions(self) -> Repository[Pair, Decision]:
        """Who was merged and who was kept apart, by the pair, the smaller key first."""

    @property
    def origin(self) -> Origin:
        """Whose data it is and where it was read; an empty ``Origin`` at first."""

    def put_origin(self, origin: Origin, /) -> None:
        """Write down whose data it is and where it was read, in place of what was known of that.

        Parameters
        ----------
        origin : Origin
            The new one.

        Raises
        ------
        InvalidArgumentError
            If it is no ``Origin``.
        StorageError
            If it holds a text that cannot be stored.
        """

    def transaction(self) -> AbstractContextManager[None]:
        """Write several things together: all of them, or none where an exception leaves the block.

        Returns
        -------
        context manager
            For ``with storage.transaction():``; it passes every exception on.
        """

    def save(self, records: Records, /) -> RecordsChange:
        """Add what is new, and say what has changed since last time.

        ``save_records`` does it for a storage of your own.

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
            If something cannot be stored; then nothing is.
        """

    def load(self) -> Records:
        """Return all records as of now; ``load_records`` does it for a storage of your own.

        Returns
        -------
        Records
            All that was ever saved and not removed since.

        Raises
        ------
        StorageError
            If what is stored cannot be read, or does not fit together.
        """

    def forget(self, who: Contact | str, /) -> None:
        """Remove a person who asks for it from everywhere, for good.

        ``forget_contact`` does it for a storage of your own, and says what stays. The next import
        of an export in which she still is brings her back: forget her anew after it.

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
        """

    def clear(self) -> None:
        """Remove everything of this owner, for good, her name among ``owners`` as well."""

    def owners(self) -> tuple[str, ...]:
        """Whose records are in the same place?

        Returns
        -------
        tuple of str
            The names of all who have written something there and were not cleared since, in order;
            merely to open a storage for somebody writes nothing.
        """

    def check(self) -> tuple[StorageError, ...]:
        """Is everything that is stored whole, and can it be read?

        ``check_records`` does it for a storage of your own.

        Returns
        -------
        tuple of StorageError
            What is wrong; nothing where all is well.
        """

    def backup(self, path: str | os.PathLike[str], /) -> None:
        """Copy everything, as of now, to a new SQLite file that ``open_storage`` opens.

        ``backup_records`` does it for a storage of your own.

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

    def close(self) -> None:
        """Give everything back; may be called twice, but not in a transaction of this thread."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None: ...


def check_between(
    since: datetime | None = None,
    until: datetime | None = None,
    people: Collection[Key] | None = None,
) -> None:
    """Refuse what cannot be asked for, as ``InteractionRepository.between`` must.

    Parameters
    ----------
    since, until : datetime, optional
        The moments that were given.
    people : sequence of str, optional
        The keys that were given.

    Raises
    ------
    InvalidArgumentError
        If a moment has no time zone or is none, or ``people`` are no keys.

    Examples
    --------
    >>> check_between(people="card:ben")
    Traceback (most recent call last):
    netzwerkwandel.errors.InvalidArgumentError: people must be a sequence of keys, got 'card:b…'
    """
    for name, moment in (("since", since), ("until", until)):
        if moment is not None:
            check_aware(name, moment)
    if people is not None:
        check_several_keys("people", people)


def check_several_keys(name: str, keys: object) -> None:
    """Refuse what is not a sequence of keys: one key by itself is a sequence of letters."""
    if (
        not isinstance(keys, Collection)
        or isinstance(keys, str | bytes)
        or not all(isinstance(key, str) for key in keys)
    ):
        raise InvalidArgumentError(f"{name} must be a sequence of keys, got {shown(keys)}")
