"""An app's own tables as a storage."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import chain, islice
from threading import RLock
from typing import Any, Generic, Self, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app_tables import (
    TABLES,
    ContactRow,
    DecisionRow,
    ExperimentRow,
    FoundRow,
    InteractionRow,
    OriginRow,
    PresenceRow,
    Row,
    SuggestionRow,
    TieRow,
    User,
)
from netzwerkwandel.errors import StorageBusyError, StorageError
from netzwerkwandel.model import Contact, Interaction, Key
from netzwerkwandel.records import Origin, Records
from netzwerkwandel.records.records_change import RecordsChange
from netzwerkwandel.storage import (
    WrittenSince,
    backup_records,
    check_all_storable,
    check_between,
    check_records,
    check_storable,
    check_version,
    forget_contact,
    is_storable,
    kinds,
    load_records,
    record_of,
    save_records,
    text_of,
)
from netzwerkwandel.storage.kinds import K, Kind, R


T = TypeVar("T")


class AppRepository(Generic[K, R]):
    """The records of one kind of one user."""

    def __init__(self, storage: AppStorage, kind: Kind[K, R], row: type[Row]) -> None:
        self._kind: Kind[K, R] = kind
        self._storage, self._row = storage, row

    def put(self, record: R, /) -> None:
        self._kind.check(record)
        with self._storage.session() as session:
            named = self._named(self._kind.name(record))
            session.merge(self._row(**named, body=text_of(record)))

    def get(self, key: K, /) -> R:
        with self._storage.session() as session:
            return self._read(self._stored(session, key).body)

    def remove(self, key: K, /) -> None:
        with self._storage.session() as session:
            session.delete(self._stored(session, key))

    def __iter__(self) -> Iterator[R]:
        return iter(sorted(self._all(), key=self._kind.name))

    def __len__(self) -> int:
        owned = sa.select(sa.func.count()).where(self._row.owner == self._storage.owner)
        with self._storage.session() as session:
            return session.scalar(owned) or 0

    def _all(self, *conditions: sa.ColumnElement[bool]) -> list[R]:
        owned = sa.select(self._row.body).where(self._row.owner == self._storage.owner)
        with self._storage.session() as session:
            return [self._read(body) for body in session.scalars(owned.where(*conditions))]

    def _stored(self, session: Session, key: K) -> Row:
        is_name = all(map(is_storable, self._kind.parts(key)))
        row = session.get(self._row, self._named(key)) if is_name else None
        if row is None:
            raise self._kind.missing(key)
        return row

    def _named(self, key: K) -> dict[str, Any]:
        names = zip(self._kind.columns, self._kind.parts(key), strict=True)
        return {"owner": self._storage.owner, **dict(names)}

    def _read(self, body: str) -> R:
        return record_of(self._kind.record, json.loads(body))


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def microseconds(when: datetime) -> int:
    """A moment as a number, so that moments of all time zones can be compared."""
    return (when - EPOCH) // timedelta(microseconds=1)


def batches(values: Iterable[T]) -> Iterator[list[T]]:
    """Not more values at a time than a database lets a statement have."""
    waiting = iter(values)
    while some := list(islice(waiting, 1_000)):
        yield some


class AppInteractions(AppRepository[Key, Interaction]):
    """What happened: written in bulk, found by moment and by who took part."""

    def put(self, record: Interaction, /) -> None:
        self.put_all([record])

    def put_all(self, interactions: Iterable[Interaction], /) -> None:
        given = tuple(interactions)
        check_all_storable(given)
        events = {each.key: each for each in given}
        with self._storage.session() as session:
            self._erase(session, events)
            for some in batches(events.values()):
                session.execute(sa.insert(InteractionRow), [self._values(each) for each in some])
                session.execute(sa.insert(PresenceRow), list(self._presences(some)))

    def remove(self, key: Key, /) -> None:
        with self._storage.session() as session:
            self._stored(session, key)
            self._erase(session, [key])

    def get_all(self, keys: Collection[Key], /) -> Iterator[Interaction]:
        with self._storage.transaction():
            names = batches(filter(is_storable, set(keys)))
            events = [self._all(InteractionRow.key.in_(some)) for some in names]
        return chain.from_iterable(events)

    def between(
        self,
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        people: Collection[Key] | None = None,
    ) -> Iterator[Interaction]:
        check_between(since, until, people)
        first = -(2**62) if since is None else microseconds(since)
        last = 2**62 if until is None else microseconds(until)
        span = (InteractionRow.at >= first, InteractionRow.at < last)
        with self._storage.transaction():
            events = self._all(*span) if people is None else self._with(people, *span)
        return iter(sorted(events, key=lambda each: (each.when, each.key)))

    def since(self, version: int = 0, /) -> WrittenSince:
        check_version(version)
        return WrittenSince.all_of(self)

    def __iter__(self) -> Iterator[Interaction]:
        return self.between()

    def _with(
        self, people: Iterable[Key], *conditions: sa.ColumnElement[bool]
    ) -> Iterable[Interaction]:
        events: dict[Key, Interaction] = {}
        there = sa.select(PresenceRow.key).where(PresenceRow.owner == self._storage.owner)
        for some in batches(filter(is_storable, people)):
            keys = there.where(PresenceRow.person.in_(some))
            of_some = self._all(*conditions, InteractionRow.key.in_(keys))
            events |= {each.key: each for each in of_some}
        return events.values()

    def _erase(self, session: Session, keys: Iterable[Key]) -> None:
        for some in batches(keys):
            for row in (PresenceRow, InteractionRow):
                owned = sa.delete(row).where(row.owner == self._storage.owner)
                session.execute(owned.where(row.key.in_(some)))

    def _values(self, event: Interaction) -> dict[str, Any]:
        return {**self._named(event.key), "at": microseconds(event.when), "body": text_of(event)}

    def _presences(self, events: Iterable[Interaction]) -> Iterator[dict[str, Any]]:
        for each in events:
            for person in each.participants:
                yield {**self._named(each.key), "person": person}


class AppStorage:
    """The records of one user of the app."""

    def __init__(self, engine: sa.Engine, owner: int) -> None:
        self.owner = owner
        self._lock, self._session, self._is_open = RLock(), Session(engine), True
        self._lock_rows = sa.select(User.id).where(User.id == owner).with_for_update()
        self.contacts = AppRepository(self, kinds.CONTACTS, ContactRow)
        self.found = AppRepository(self, kinds.FOUND, FoundRow)
        self.ties = AppRepository(self, kinds.TIES, TieRow)
        self.interactions = AppInteractions(self, kinds.INTERACTIONS, InteractionRow)
        self.experiments = AppRepository(self, kinds.EXPERIMENTS, ExperimentRow)
        self.suggestions = AppRepository(self, kinds.SUGGESTIONS, SuggestionRow)
        self.decisions = AppRepository(self, kinds.DECISIONS, DecisionRow)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Have the session and the user's rows for oneself, in a transaction or a savepoint."""
        with self._lock:
            if not self._is_open:
                raise StorageError("a storage must be open to be used, this one was closed")
            session = self._session
            try:
                with session.begin_nested() if session.in_transaction() else session.begin():
                    session.execute(self._lock_rows)
                    yield session
            except SQLAlchemyError as error:
                raise refused(error) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with self.session():
            yield

    @property
    def origin(self) -> Origin:
        with self.session() as session:
            row = session.get(OriginRow, self.owner)
            return Origin() if row is None else record_of(Origin, json.loads(row.body))

    def put_origin(self, origin: Origin, /) -> None:
        check_storable(origin)
        with self.session() as session:
            session.merge(OriginRow(owner=self.owner, body=text_of(origin)))

    def save(self, records: Records, /) -> RecordsChange:
        return save_records(self, records)

    def load(self) -> Records:
        return load_records(self)

    def forget(self, who: Contact | str, /) -> None:
        forget_contact(self, who)

    def clear(self) -> None:
        with self.session() as session:
            for row in TABLES:
                session.execute(sa.delete(row).where(row.owner == self.owner))

    def owners(self) -> tuple[str, ...]:
        """Those users who have written something."""
        with self.session() as session:
            numbers = {
                n for row in TABLES for n in session.scalars(sa.select(row.owner).distinct())
            }
            return tuple(sorted(map(str, numbers)))

    def check(self) -> tuple[StorageError, ...]:
        return check_records(self)

    def backup(self, path: str | os.PathLike[str], /) -> None:
        with self.transaction():
            backup_records(self, path)

    def close(self) -> None:
        with self._lock:
            if self._session.in_transaction():
                raise StorageError("a storage must not be closed in its own transaction")
            self._is_open = False
            self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def refused(error: SQLAlchemyError) -> StorageError:
    """What the database said, as the error that a storage raises."""
    code = getattr(getattr(error, "orig", None), "sqlite_errorcode", None)
    kind = StorageBusyError if code == sqlite3.SQLITE_BUSY else StorageError
    return kind(f"the database did not do what was asked: {error}")
