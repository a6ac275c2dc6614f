"""Thousands of interactions, which a database puts together and compares many at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone
from itertools import cycle
from pathlib import Path

import attrs
import numpy as np
import pytest

from netzwerkwandel.errors import UnreadableRecordError
from netzwerkwandel.model import Channel, Contact, Interaction
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.records import Records
from netzwerkwandel.storage import MemoryStorage, SqliteStorage, Storage
from netzwerkwandel.storage.database import Query
from netzwerkwandel.storage.listing import BY_KEY, LISTED, PEOPLE, are_stored
from netzwerkwandel.storage.sql_storage import SqlStorage


MARA = "mailto:mara@example.org"
START = datetime(2020, 1, 1, tzinfo=UTC)
CHANNELS = tuple(Channel)
N = LISTED + 2 * BY_KEY


def happened(i: int) -> Interaction:
    """One of many: three at each moment, with keys in no order, by all channels; some lasted."""
    others = {f"mailto:{(i * k) % 50}@example.org" for k in range(1, 2 + i % 3)}
    return Interaction(
        key=f"mail:{i * 7919 % 100_003:06}",
        when=START + timedelta(microseconds=i // 3),
        participants={MARA, *others},
        channel=CHANNELS[i % len(CHANNELS)],
        sender=MARA if i % 4 else None,
        duration=i / 7 if i % 5 == 0 else None,
    )


EVENTS = tuple(happened(i) for i in range(N))


@pytest.fixture(params=["sqlite", "postgres"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlStorage]:
    if request.param == "postgres":
        opened: Callable[..., SqlStorage] = request.getfixturevalue("opened")
        yield opened()
    else:
        with SqliteStorage(tmp_path / "mara.db") as storage:
            yield storage


def saved(storage: Storage, *several: Sequence[Interaction]) -> list[int]:
    """Save them one after the other, and say how many were new each time."""
    new = []
    for events in several:
        people = {key for event in events for key in event.participants}
        records = Records(contacts=[Contact(key=key) for key in people], interactions=events)
        new.append(storage.save(records).new_interactions)
    return new


def rows(storage: SqlStorage) -> dict[str, int]:
    """The number of the row of each interaction: another one where it was written again."""
    return dict(storage._database.run(Query("SELECT key, id FROM interactions")))


@pytest.mark.parametrize("order", [1, -1])
def test_thousands_come_back_as_they_were_in_whatever_order_they_were_written(
    storage: SqlStorage, order: int
) -> None:
    for part in range(3):
        storage.interactions.put_all(EVENTS[part::3][::order])

    loaded = storage.load().interactions

    expected = sorted(EVENTS, key=lambda event: (event.when, event.key))
    assert list(loaded) == expected
    assert [each.duration for each in loaded] == [each.duration for each in expected]
    assert [each.when.utcoffset() for each in loaded] == [timedelta(0)] * N


def test_of_the_same_thousands_nothing_is_written_again(storage: SqlStorage) -> None:
    assert saved(storage, EVENTS) == [N]
    before = rows(storage)

    assert saved(storage, EVENTS, EVENTS[: N // 2], EVENTS[N // 2 :], EVENTS[::2]) == [0] * 4
    assert rows(storage) == before


def test_thousands_that_are_stored_are_known_without_being_looked_up(storage: SqlStorage) -> None:
    saved(storage, EVENTS)
    given = InteractionColumns.from_interactions([*EVENTS, happened(N)])
    database = storage._database
    number = {key: number for number, key in database.run(PEOPLE, (database.owner,))}

    known = are_stored(database, given, number)

    assert [given.keys[i] for i in np.flatnonzero(~known)] == [happened(N).key]


CHANGES: tuple[Callable[[Interaction], Interaction], ...] = (
    # another sender
    lambda e: attrs.evolve(e, sender=max(e.participants)),
    # nobody new
    lambda e: attrs.evolve(e, participants=[*e.participants, "mailto:7@example.org"]),
    # somebody new
    lambda e: attrs.evolve(e, participants=[*e.participants, "mailto:new"]),
    # one fewer
    lambda e: attrs.evolve(e, participants=e.participants[:1], sender=None),
    # one for another
    lambda e: attrs.evolve(e, participants=["mailto:new", MARA], sender=MARA),
    # earlier
    lambda e: attrs.evolve(e, when=e.when - timedelta(microseconds=700)),
    # later
    lambda e: attrs.evolve(e, when=e.when + timedelta(microseconds=700)),
    # before all
    lambda e: attrs.evolve(e, when=START - timedelta(days=1)),
    # elsewhere
    lambda e: attrs.evolve(e, when=e.when.astimezone(timezone(timedelta(hours=2)))),
    # another channel
    lambda e: attrs.evolve(e, channel=CHANNELS[CHANNELS.index(e.channel) - 1]),
    # another duration
    lambda e: attrs.evolve(e, duration=0.3),
    # no duration
    lambda e: attrs.evolve(e, duration=None),
    # another key
    lambda e: attrs.evolve(e, key=f"{e.key}b"),
)


@pytest.mark.parametrize("given", [N, BY_KEY // 2], ids=["all", "few"])
def test_what_is_new_among_thousands_is_found_as_if_each_were_looked_up(
    storage: SqlStorage, given: int
) -> None:
    changed = dict(zip(range(10, given, given // 40), cycle(CHANGES), strict=False))
    again = [changed.get(i, attrs.evolve)(EVENTS[i]) for i in range(given)]
    memory = MemoryStorage()

    expected = saved(memory, EVENTS, again)
    found = saved(storage, EVENTS)
    before = rows(storage)
    found += saved(storage, again)

    assert found == expected
    assert list(storage.load().interactions) == list(memory.load().interactions)
    written = {key for key, row in rows(storage).items() if before.get(key) != row}
    assert written <= {again[i].key for i in changed}


@pytest.mark.parametrize("given", [N, BY_KEY // 2], ids=["all", "few"])
def test_a_damaged_one_among_thousands_is_in_the_way_only_of_itself(
    tmp_path: Path, given: int
) -> None:
    with SqliteStorage(tmp_path / "mara.db") as storage:
        saved(storage, EVENTS)
        change = Query[tuple[()]]("UPDATE interactions SET participants = '[1,,2]' WHERE key = ?")
        storage._database.run(change, (EVENTS[20].key,))
        new = happened(N)

        assert saved(storage, (*EVENTS[:20], *EVENTS[21:given], new)) == [1]
        with pytest.raises(UnreadableRecordError):
            saved(storage, EVENTS[:given])
        with pytest.raises(UnreadableRecordError):
            storage.load()
        storage.remove_unreadable()
        assert saved(storage, EVENTS[:given]) == [1]
        assert len(storage.load().interactions) == N + 1


def test_each_owner_has_her_own_thousands(tmp_path: Path) -> None:
    for owner in ("mara", "eva"):
        with SqliteStorage(tmp_path / "both.db", owner=owner) as storage:
            assert saved(storage, EVENTS[:: 1 if owner == "mara" else 2]) == [
                N if owner == "mara" else N // 2
            ]

    with SqliteStorage(tmp_path / "both.db", owner="eva") as storage:
        expected = sorted(EVENTS[::2], key=lambda event: (event.when, event.key))
        assert list(storage.load().interactions) == expected
        assert saved(storage, EVENTS) == [N // 2]
