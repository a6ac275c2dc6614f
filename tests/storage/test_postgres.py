from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import date
from itertools import count

import attrs
import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from netzwerkwandel.errors import (
    StorageBusyError,
    StorageConflictError,
    StorageConnectionError,
    StorageError,
)
from netzwerkwandel.model import Contact, Experiment
from netzwerkwandel.storage import Storage
from netzwerkwandel.storage.postgres import PostgresStorage
from netzwerkwandel.testing import StorageConformance
from netzwerkwandel.testing.storages.examples import (
    ANNA,
    BEN,
    EVA,
    REPOSITORIES,
    event,
    event_keys,
    everything,
)
from postgres_texts import incompressible, keys


class TestPostgresStorage(StorageConformance):
    @pytest.fixture
    def make_storage(self, postgres_url: str, schema: str) -> Iterator[Callable[[], Storage]]:
        owners = count()
        with ExitStack() as opened:
            yield lambda: opened.enter_context(
                PostgresStorage(postgres_url, schema=schema, owner=f"{next(owners)}")
            )

    @pytest.fixture
    def reopen(
        self, postgres_url: str, schema: str
    ) -> Iterator[Callable[[PostgresStorage], PostgresStorage]]:
        def again(storage: PostgresStorage) -> PostgresStorage:
            storage.close()
            return PostgresStorage(postgres_url, schema=schema, owner="0")

        return again

    @pytest.fixture
    def damage(self) -> Callable[[PostgresStorage, str], None]:
        def harm(storage: PostgresStorage, key: str) -> None:
            storage._database.run("UPDATE contacts SET body = '{}' WHERE key = ?", (key,))

        return harm


def test_what_fails_does_not_spoil_a_transaction_of_ones_own(opened) -> None:
    storage = opened()

    with storage.transaction():
        storage.contacts.put(Contact(key=ANNA))
        with pytest.raises(StorageError, match="index row"):
            storage.contacts.put(Contact(key="long " + incompressible(20_000)))

    assert keys(storage) == [ANNA]


def test_two_owners_see_nothing_of_each_other(opened) -> None:
    mara, ben = opened(owner="mara"), opened(owner="'; DROP TABLE owners; -- ?%s")
    for case in REPOSITORIES:
        case.fill(mara)
    before = everything(mara)

    assert everything(ben) == everything(opened(owner="nobody"))
    ben.interactions.put(event("tea", people=[ANNA]))
    assert event_keys(ben.interactions.between(people=[ANNA])) == ["tea"]
    assert event_keys(ben.interactions.get_all(["meeting:1", "tea"])) == ["tea"]
    ben.forget(ANNA)
    ben.clear()
    assert everything(mara) == before


def test_a_record_is_not_replaced_that_another_has_changed(opened) -> None:
    mine, yours = opened(), opened()
    mine.contacts.put(Contact(key=ANNA), version=0)
    _, seen = mine.contacts.get_with_version(ANNA)
    yours.contacts.put(Contact(key=ANNA, name="Anna"), version=seen)

    with pytest.raises(StorageConflictError):
        mine.contacts.put(Contact(key=ANNA, name="Änne"), version=seen)
    with pytest.raises(StorageConflictError):
        mine.contacts.put(Contact(key=ANNA, name="Änne"), version=0)

    assert mine.contacts.get_with_version(ANNA) == (Contact(key=ANNA, name="Anna"), seen + 1)


def test_writers_on_connections_of_their_own_lose_nothing(opened) -> None:
    storages = [opened() for _ in range(4)]
    counter = Experiment(key="x", title="", started=date(2026, 1, 1), hours=0.0)
    storages[0].experiments.put(counter)
    barrier = threading.Barrier(len(storages))

    def write(place: int) -> None:
        storage = storages[place]
        barrier.wait()
        for i in range(10):
            storage.interactions.put_all([event(f"{place}:{i}"), event(f"{place}:{i}+")])
            with storage.transaction():
                now = storage.experiments.get("x").hours
                storage.experiments.put(attrs.evolve(counter, hours=now + 1))

    with ThreadPoolExecutor(len(storages)) as threads:
        list(threads.map(write, range(len(storages))))

    assert storages[0].experiments.get("x").hours == 40
    assert len(list(storages[0].interactions)) == 80


def test_a_writer_waits_no_longer_than_the_time_out(opened) -> None:
    mine, yours = opened(timeout=0.05), opened()

    with yours.transaction():
        with pytest.raises(StorageBusyError):
            mine.contacts.put(Contact(key=ANNA))
        opened(owner="another", timeout=0.05).contacts.put(Contact(key=EVA))
    mine.contacts.put(Contact(key=BEN))

    assert keys(mine) == [BEN]


def test_an_iteration_of_many_shows_what_was_there(opened) -> None:
    storage = opened()
    storage.interactions.put_all([event(f"{i:05}") for i in range(10_001)])
    begun = storage.interactions.between()

    storage.clear()

    assert sum(1 for _ in begun) == 10_001


@pytest.mark.parametrize("last", [[], [Contact(key=BEN)]], ids=["at its end", "before its end"])
def test_of_a_transaction_that_is_cut_off_nothing_is_written(opened, app, last) -> None:
    storage, other = opened(), opened()

    def write() -> None:
        with storage.transaction():
            storage.contacts.put(Contact(key=ANNA))
            ((backend,),) = storage._database.run("SELECT pg_backend_pid()")
            app.execute("SELECT pg_terminate_backend(%s, 5000)", (backend,))
            for contact in last:
                storage.contacts.put(contact)

    with pytest.raises(StorageConnectionError):
        write()

    assert keys(other) == []
    storage.contacts.put(Contact(key=BEN))
    assert keys(other) == [BEN]


def test_a_transaction_that_the_server_has_given_up_does_not_end_well(opened) -> None:
    storage = opened()

    def write() -> None:
        with storage.transaction():
            storage.contacts.put(Contact(key=ANNA))
            with pytest.raises(StorageError, match="zero"):
                storage._database.run("SELECT 1 / 0")
            with pytest.raises(StorageError, match="taken back"):
                storage.contacts.put(Contact(key=BEN))

    with pytest.raises(StorageError, match="taken back"):
        write()

    storage.contacts.put(Contact(key=EVA))
    assert keys(storage) == [EVA]


def test_a_storage_that_was_closed_keeps_no_connection(opened, app, postgres_url, schema) -> None:
    # Other processes run tests on the same server, so what is counted bears a name.
    storage = opened(make_conninfo(postgres_url, application_name=schema))
    storage.interactions.put_all([event(f"{i}") for i in range(10)])
    list(storage.interactions)
    assert _connections(app, schema) >= 1

    storage.close()

    assert _connections(app, schema) == 0


def _connections(app: psycopg.Connection, name: str) -> int:
    app.rollback()
    app.execute("SELECT pg_sleep(0.1)")
    app.rollback()
    ((number,),) = app.execute(
        "SELECT count(*) FROM pg_stat_activity WHERE application_name = %s", (name,)
    ).fetchall()
    return number
