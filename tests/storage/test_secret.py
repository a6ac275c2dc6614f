"""The secret of an owner, with which ids in documents for others are made."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from netzwerkwandel.errors import StorageError
from netzwerkwandel.storage import SqliteStorage, open_storage
from netzwerkwandel.storage.sql_storage import SqlStorage


Open = Callable[..., SqlStorage]


@pytest.fixture(params=["sqlite", "postgres"])
def opened(request, tmp_path) -> Open:
    if request.param == "sqlite":
        return lambda **values: open_storage(tmp_path / "app.db", **values)
    url, schema = (request.getfixturevalue(name) for name in ("postgres_url", "schema"))
    from netzwerkwandel.storage.postgres import PostgresStorage

    return lambda **values: PostgresStorage(url, schema=schema, **values)


def test_it_is_made_once_for_each_owner_and_kept_until_all_is_cleared(opened: Open) -> None:
    with opened(owner="mara") as storage:
        first = storage.secret()
        storage.save(storage.load())
    with opened(owner="ben") as storage:
        assert storage.secret() != first
    with opened(owner="mara") as storage, opened(owner="mara") as beside:
        assert storage.secret() == beside.secret() == first
        assert len(first) >= 32
        assert storage.check() == ()
        storage.clear()
        assert storage.owners() == ("ben",)
        assert storage.secret() != first


def test_of_a_storage_that_is_only_read_it_is_read_or_refused(opened: Open) -> None:
    with opened(owner="mara") as storage:
        secret = storage.secret()
    with opened(owner="mara", read_only=True) as storage:
        assert storage.secret() == secret
    with opened(owner="ben", read_only=True) as storage:
        with pytest.raises(StorageError, match="must be open to be written, got one that is only"):
            storage.secret()
        assert storage.owners() == ("mara",)


@pytest.mark.parametrize("body", ["[]", "5", '"xyz"', "nothing", '"00"'])
def test_one_that_was_damaged_gets_another(tmp_path, body: str) -> None:
    path = tmp_path / "mara.db"
    with SqliteStorage(path) as storage:
        first = storage.secret()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE origins SET body = ? WHERE key = 'secret'", (body,))
    with SqliteStorage(path) as storage:
        again = storage.secret()
        assert first != again == storage.secret()
        assert storage.load().contacts == ()
