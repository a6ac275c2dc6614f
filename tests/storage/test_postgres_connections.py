"""Behind a pooler, by a pool, and when a connection is lost."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count

import psycopg
import psycopg_pool
import pytest
from psycopg.conninfo import make_conninfo

import netzwerkwandel as nw
from netzwerkwandel.errors import StorageConnectionError, StorageError
from netzwerkwandel.model import Contact
from netzwerkwandel.storage import Storage
from netzwerkwandel.storage.postgres import PostgresStorage
from netzwerkwandel.testing import StorageConformance
from netzwerkwandel.testing.storages.examples import EXPORT_2024, EXPORT_2025, event


POOLER = "NETZWERKWANDEL_TEST_POOLER"
ANNA, BEN = "card:anna", "card:ben"


@pytest.fixture(scope="session")
def pooler_url() -> str:
    """Give the URL of a pooler in transaction mode before the server of the tests."""
    url = os.environ.get(POOLER)
    if url is None:
        pytest.skip(f"no pooler: set {POOLER} to the URL that `.ci/pgbouncer start` prints")
    return url


@pytest.fixture
def pool(postgres_url: str) -> Iterator[psycopg_pool.ConnectionPool]:
    settings = {"prepare_threshold": None}
    with psycopg_pool.ConnectionPool(
        postgres_url, min_size=1, max_size=3, kwargs=settings, open=True
    ) as pool:
        yield pool


@pytest.mark.slow
class TestBehindAPooler(StorageConformance):
    @pytest.fixture
    def make_storage(self, pooler_url, schema):
        numbers = count()
        with ExitStack() as storages:
            yield lambda: storages.enter_context(
                PostgresStorage(pooler_url, owner=f"{next(numbers)}", schema=schema)
            )

    @pytest.fixture
    def reopen(self, pooler_url, schema):
        def again(storage: Storage) -> Storage:
            owner = storage._database.owner
            storage.close()
            return PostgresStorage(pooler_url, owner=owner, schema=schema)

        return again


@pytest.mark.slow
class TestByAPool(StorageConformance):
    @pytest.fixture
    def make_storage(self, pool, schema):
        numbers = count()
        return lambda: PostgresStorage(pool, owner=f"{next(numbers)}", schema=schema)

    @pytest.fixture
    def reopen(self, pool, schema):
        def again(storage: Storage) -> Storage:
            owner = storage._database.owner
            storage.close()
            return PostgresStorage(pool, owner=owner, schema=schema)

        return again


def read(storage: PostgresStorage) -> None:
    for i in range(100):
        assert len(storage.contacts) == 10
        storage.contacts.get(f"card:{i % 10}")


def remove(storage: PostgresStorage) -> None:
    for i in range(100):
        storage.contacts.remove(f"card:{i}")


def test_behind_a_pooler_nothing_is_done_that_another_client_asked_for(
    opened, pooler_url: str
) -> None:
    with opened(owner="anna") as anna, anna.transaction():
        for i in range(10):
            anna.contacts.put(Contact(key=f"card:{i}"))
    with opened(owner="ben") as ben, ben.transaction():
        for i in range(100):
            ben.contacts.put(Contact(key=f"card:{i}"))
    problems: list[Exception] = []

    def run(owner: str, task: Callable[[PostgresStorage], None]) -> None:
        try:
            task(opened(pooler_url, owner=owner))
        except Exception as error:  # noqa: BLE001 (a thread's errors are looked at below)
            problems.append(error)

    tasks = [("anna", read), ("ben", remove), ("anna", read)]
    threads = [threading.Thread(target=run, args=task) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert problems == []
    with opened(owner="anna") as anna, opened(owner="ben") as ben:
        assert (len(anna.contacts), len(ben.contacts)) == (10, 0)


def test_a_pool_lends_a_connection_for_each_call_and_takes_it_back(pool, schema, opened) -> None:
    opened()
    one, other = (PostgresStorage(pool, owner=owner, schema=schema) for owner in ("a", "b"))
    with one.transaction(), other.transaction():
        one.contacts.put(Contact(key=ANNA))
        other.contacts.put(Contact(key=BEN))
        assert list(one.interactions) == []
    events = [event(f"{i}") for i in range(10)]
    one.interactions.few = 3
    one.interactions.put_all(events)
    assert sorted(each.key for each in one.interactions) == sorted(each.key for each in events)

    with pool.connection() as connection:
        assert not connection.autocommit
    stats = pool.get_stats()
    assert stats["pool_available"] == stats["pool_size"]


def test_a_pool_that_lends_nothing_is_no_connection(pool, schema, opened) -> None:
    opened()
    storage = PostgresStorage(pool, schema=schema, timeout=0.05)
    with ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(pool.connection())
        with pytest.raises(StorageConnectionError, match="the pool must lend"):
            len(storage.contacts)

    assert len(storage.contacts) == 0


def test_a_server_that_cannot_be_reached_is_an_error_of_its_own() -> None:
    with pytest.raises(StorageConnectionError, match="cannot be reached") as caught:
        nw.open_storage("postgresql://mara:secret@127.0.0.1:1/mara")

    assert "secret" not in str(caught.value)


def test_the_url_of_sqlalchemy_is_understood(postgres_url: str) -> None:
    url = postgres_url.replace("postgresql://", "postgresql+psycopg://")
    nw.open_storage(url).close()
    with nw.open_storage(url, owner="somebody who never writes", read_only=True) as storage:
        assert storage.check() == ()


def ended(app: psycopg.Connection, name: str) -> None:
    """End all connections that bear a name, as an administrator does."""
    app.execute(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = %s",
        (name,),
    )
    app.commit()


def test_after_a_lost_connection_the_storage_goes_on(opened, app, postgres_url, schema) -> None:
    storage = opened(make_conninfo(postgres_url, application_name=schema))
    storage.contacts.put(Contact(key=ANNA))
    ended(app, schema)

    with pytest.raises(StorageConnectionError):
        len(storage.contacts)
    assert len(storage.contacts) == 1


@pytest.mark.slow
def test_of_a_save_whose_connection_is_lost_all_is_there_or_nothing(
    opened, app, postgres_url, schema
) -> None:
    storage = opened(make_conninfo(postgres_url, application_name=schema))
    for turn in range(20):
        before = storage.load()
        killer = threading.Timer(0.002 * turn, ended, (app, schema))
        killer.start()
        try:
            storage.save(EXPORT_2025 if len(before.contacts) else EXPORT_2024)
            done = True
        except StorageConnectionError:
            done = False
        killer.join()
        try:
            after = storage.load()
        except StorageConnectionError:
            after = storage.load()
        assert after == before or len(after.contacts) >= len(before.contacts)
        if done:
            assert len(after.contacts)
        if turn % 4 == 3:
            storage.clear()


def test_a_connection_of_an_app_that_is_closed_is_lost(opened, postgres_url, schema) -> None:
    opened()
    with psycopg.connect(postgres_url) as connection:
        storage = PostgresStorage(connection, schema=schema)
    with pytest.raises(StorageConnectionError):
        len(storage.contacts)


def test_a_schema_that_is_not_there_is_not_made_to_be_read(postgres_url, schema) -> None:
    with pytest.raises(StorageError, match="to be only read, got 0"):
        PostgresStorage(postgres_url, schema=schema, read_only=True)


def test_what_is_only_read_is_not_written(opened, postgres_url, schema) -> None:
    opened().contacts.put(Contact(key=ANNA))
    with PostgresStorage(postgres_url, schema=schema, read_only=True) as storage:
        assert len(storage.load().contacts) == 1
        with pytest.raises(StorageError, match="is only read"):
            storage.contacts.put(Contact(key=BEN))
        assert len(storage.contacts) == 1
