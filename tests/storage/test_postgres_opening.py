from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from netzwerkwandel.errors import StorageError
from netzwerkwandel.model import Contact
from netzwerkwandel.records import Records
from netzwerkwandel.storage import open_storage
from netzwerkwandel.storage.postgres import PostgresStorage
from netzwerkwandel.testing.storages.examples import ANNA, event, event_keys
from postgres_texts import keys


def test_a_schema_of_a_newer_version_is_refused_and_left_as_it_is(opened, app, schema) -> None:
    app.execute(f"UPDATE {schema}.schema_version SET version = 99")
    app.commit()

    with pytest.raises(StorageError, match=r"99.*newer"):
        opened()

    assert app.execute(f"SELECT version FROM {schema}.schema_version").fetchall() == [(99,)]


def test_a_schema_of_another_program_is_refused_and_left_as_it_is(opened, app, schema) -> None:
    app.execute(f"DROP TABLE {schema}.schema_version")
    app.commit()

    with pytest.raises(StorageError, match="another program"):
        opened()


def test_a_schema_of_before_suggestions_is_brought_up_to_date(opened, app, schema) -> None:
    app.execute(f"DROP TABLE {schema}.suggestions")
    app.execute(f"ALTER TABLE {schema}.owners DROP COLUMN written, DROP COLUMN removed")
    app.execute(f"UPDATE {schema}.schema_version SET version = 2")
    app.commit()

    asked = Records(contacts=[Contact(key=ANNA)]).with_suggestions([ANNA], on=date(2026, 3, 1))
    opened().save(asked)

    assert opened().load() == asked
    assert app.execute(f"SELECT version FROM {schema}.schema_version").fetchall() == [(4,)]


def test_processes_that_make_the_tables_at_once_all_succeed(opened) -> None:
    with ThreadPoolExecutor(4) as threads:
        storages = list(threads.map(lambda _: opened(owner="mara"), range(4)))

    storages[0].contacts.put(Contact(key=ANNA))
    assert [keys(storage) for storage in storages] == [[ANNA]] * 4


@pytest.mark.parametrize("name", ["", "Upper", "a-b", 'a"b', "1a", "a" * 64, "a; DROP", "a\n"])
def test_a_schema_must_have_a_plain_name(postgres_url: str, name: str) -> None:
    with pytest.raises(StorageError, match="named"):
        PostgresStorage(postgres_url, schema=name)


@pytest.mark.parametrize("owner", ["a\0b", "\ud83d"], ids=ascii)
def test_an_owner_whose_name_cannot_be_stored_is_refused(opened, owner: str) -> None:
    with pytest.raises(StorageError):
        opened(owner=owner)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://mara:sec@ret@127.0.0.1:1/x",
        "postgresql://mara:sec/ret@127.0.0.1:1/x",
        "postgresql://mara:sec?ret@127.0.0.1:1/x",
        "postgresql://mara:sec%ret@127.0.0.1:1/x",
        "postgresql://mara:secret@127.0.0.1:1/x",
        "postgresql://mara:secret@[127.0.0.1:1/x",
    ],
)
def test_where_there_is_no_server_no_message_says_the_password(url: str) -> None:
    with pytest.raises(StorageError) as error:
        open_storage(url)

    told = f"{error.value} {error.value.__cause__}"
    assert "ret" not in told.replace("interpreted", "")
    assert "mara:" not in told


def test_a_database_that_is_not_there_is_a_storage_error(postgres_url: str) -> None:
    with pytest.raises(StorageError, match="nowhere"):
        PostgresStorage(make_conninfo(postgres_url, dbname="nowhere"))


@pytest.fixture
def database(postgres_url: str, worker_id: str) -> Iterator[Callable[[str], str]]:
    """Give a callable that makes a database with some options and gives its URL."""
    name = f"storage_test_{worker_id}"
    with psycopg.connect(postgres_url, autocommit=True) as connection:

        def made(options: str) -> str:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 {options}")
            return make_conninfo(postgres_url, dbname=name)

        yield made
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def test_order_is_by_code_points_whatever_the_collation_of_the_database(database) -> None:
    names = ["Z", "a", "b", "ä", "é", "😀"]
    url = database("LOCALE_PROVIDER icu ICU_LOCALE 'de-DE'")

    with psycopg.connect(url) as connection, PostgresStorage(url) as storage:
        ((german,),) = connection.execute(
            "SELECT array_agg(name ORDER BY name) FROM unnest(%s::text[]) name", (names,)
        ).fetchall()
        for name in reversed(names):
            storage.contacts.put(Contact(key=name))
            storage.interactions.put(event(name))

        assert german != names
        assert keys(storage) == event_keys(storage.interactions) == names


def test_a_database_in_another_encoding_is_refused(database) -> None:
    url = database("ENCODING 'LATIN1' LOCALE 'C'")

    with pytest.raises(StorageError, match="UTF8"):
        PostgresStorage(url)


def test_a_storage_in_a_database_is_opened_by_its_url(database) -> None:
    url = database("ENCODING 'UTF8' LOCALE 'C'")
    parts = conninfo_to_dict(url)

    for scheme in ("postgresql", "postgres"):
        place = "{scheme}://{user}@{host}:{port}/{dbname}".format(scheme=scheme, **parts)
        with open_storage(place, owner="mara") as storage:
            storage.contacts.put(Contact(key=scheme))

    with PostgresStorage(url, owner="mara") as storage:
        assert keys(storage) == ["postgres", "postgresql"]
