"""The records of each kind in memory, and what a transaction asks of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from itertools import takewhile
from typing import Generic, TypeAlias

from netzwerkwandel.model import Interaction, Key
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.validation import instances
from netzwerkwandel.storage.kinds import K, Kind, R, check_all_storable
from netzwerkwandel.storage.protocols import check_between, check_several_keys
from netzwerkwandel.storage.written_since import WrittenSince, check_version


Held: TypeAlias = Callable[[], AbstractContextManager[None]]
"""Within it one has the storage for oneself."""


class Undoable:
    """What a transaction asks of a repository, whatever its records are."""

    def take_back(self) -> Callable[[], None]:
        """Remember what there is; what is returned brings it back."""
        raise NotImplementedError

    def clear(self) -> None:
        """Remove everything."""
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError


class MemoryRepository(Undoable, Generic[K, R]):
    """The records of one kind, by name."""

    def __init__(self, kind: Kind[K, R], held: Held) -> None:
        self._kind: Kind[K, R] = kind
        self._held = held
        self._records: dict[K, R] = {}

    def put(self, record: R, /) -> None:
        """Insert a record, or replace the one of the same name."""
        self._kind.check(record)
        with self._held():
            self._records[self._kind.name(record)] = record

    def get(self, key: K, /) -> R:
        """Return a record; ``NotFoundError`` where there is none."""
        self._kind.parts(key)
        with self._held():
            if key not in self._records:
                raise self._kind.missing(key)
            return self._records[key]

    def remove(self, key: K, /) -> None:
        """Remove a record; ``NotFoundError`` where there is none."""
        self._kind.parts(key)
        with self._held():
            if key not in self._records:
                raise self._kind.missing(key)
            del self._records[key]

    def __iter__(self) -> Iterator[R]:
        with self._held():
            return iter([self._records[name] for name in sorted(self._records)])

    def __len__(self) -> int:
        with self._held():
            return len(self._records)

    def take_back(self) -> Callable[[], None]:
        """Remember what there is; what is returned brings it back."""
        before = dict(self._records)

        def bring_back() -> None:
            self._records = before

        return bring_back

    def clear(self) -> None:
        """Remove everything."""
        self._records = {}


class MemoryInteractions(MemoryRepository[Key, Interaction]):
    """The interactions."""

    def __init__(self, kind: Kind[Key, Interaction], held: Held) -> None:
        super().__init__(kind, held)
        self._numbers: dict[Key, int] = {}  # in the order in which they were written
        self._removed = self._last = 1

    def put(self, record: Interaction, /) -> None:
        """Insert an interaction, or replace the one of the same key."""
        self._kind.check(record)
        self.put_all([record])

    def remove(self, key: Key, /) -> None:
        """Remove an interaction; ``NotFoundError`` where there is none."""
        with self._held():
            super().remove(key)
            self._gone(key)

    def __iter__(self) -> Iterator[Interaction]:
        return self.between()

    def put_all(self, interactions: Iterable[Interaction], /) -> None:
        """Insert or replace many: all or, where one cannot be stored, none."""
        events = instances(Interaction, "interactions", interactions)
        check_all_storable(events)
        with self._held():
            for event in events:
                if event.key in self._numbers:
                    self._gone(event.key)
                self._last += 1
                self._numbers[event.key] = self._last
                self._records[event.key] = event

    def get_all(self, keys: Collection[Key], /) -> Iterator[Interaction]:
        """Those of these keys that are there, in no particular order."""
        check_several_keys("keys", keys)
        with self._held():
            return iter([self._records[key] for key in set(keys) if key in self._records])

    def between(
        self,
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        people: Collection[Key] | None = None,
    ) -> Iterator[Interaction]:
        """Those of a span of time, and with ``people`` those of these people alone."""
        check_between(since, until, people)
        wanted = None if people is None else frozenset(people)
        with self._held():
            events = [
                event
                for event in self._records.values()
                if (since is None or event.when >= since)
                and (until is None or event.when < until)
                and (wanted is None or not wanted.isdisjoint(event.participants))
            ]
        return iter(sorted(events, key=lambda event: (event.when, event.key)))

    def since(self, version: int = 0, /) -> WrittenSince:
        """Those that were written since a version; all where one was replaced or removed."""
        check_version(version)
        with self._held():
            now = max(self._removed, next(reversed(self._numbers.values()), 0))
            is_whole = not self._removed <= version <= now
            least = 0 if is_whole else version
            later = takewhile(lambda key: self._numbers[key] > least, reversed(self._numbers))
            events = InteractionColumns.from_interactions([self._records[key] for key in later])
        return WrittenSince(version=now, interactions=events, is_whole=is_whole)

    def take_back(self) -> Callable[[], None]:
        """Remember what there is; what is returned brings it back."""
        bring_records_back = super().take_back()
        numbers, removed = dict(self._numbers), self._removed

        def bring_back() -> None:
            bring_records_back()
            self._numbers, self._removed = numbers, removed

        return bring_back

    def clear(self) -> None:
        """Remove everything."""
        super().clear()
        self._numbers = {}
        self._last += 1
        self._removed = self._last

    def _gone(self, key: Key) -> None:
        del self._numbers[key]
        self._last += 1
        self._removed = self._last
