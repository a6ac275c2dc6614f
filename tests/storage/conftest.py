from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import psycopg
import pytest

from netzwerkwandel.storage.postgres import PostgresStorage


# Hundreds of histories of forty calls each, and lists of records drawn by lot: seconds by nature.
SLOW = frozenset({"test_any_history_gives_the_answers_that_memory_gives"})
SERVER = "NETZWERKWANDEL_TEST_POSTGRES"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.name in SLOW:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def postgres_url() -> str:
    """Give the URL of a PostgreSQL server where tests may make and drop schemas and databases."""
    url = os.environ.get(SERVER)
    if url is None:
        pytest.skip(
            f"no PostgreSQL server: set {SERVER} to the URL of one, such as "
            "`.ci/postgres start FOLDER` prints"
        )
    return url


@pytest.fixture
def schema(postgres_url: str, worker_id: str) -> Iterator[str]:
    """Name a schema of this process's own: tests run in several at once."""
    name = f"storage_test_{worker_id}"
    yield name
    with psycopg.connect(postgres_url, options="-c lock_timeout=5s") as connection:
        connection.execute(f"DROP SCHEMA IF EXISTS {name} CASCADE")


@pytest.fixture
def opened(postgres_url: str, schema: str) -> Iterator[Callable[..., PostgresStorage]]:
    with ExitStack() as storages:

        def made(
            place: str | psycopg.Connection = postgres_url, owner: str = "", timeout: float = 30.0
        ) -> PostgresStorage:
            storage = PostgresStorage(place, owner=owner, schema=schema, timeout=timeout)
            return storages.enter_context(storage)

        yield made


@pytest.fixture
def app(postgres_url: str, opened: Callable[..., PostgresStorage]) -> Iterator[psycopg.Connection]:
    opened()
    with psycopg.connect(postgres_url) as connection:
        yield connection
        connection.rollback()
