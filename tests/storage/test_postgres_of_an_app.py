from __future__ import annotations

import psycopg
import pytest
from psycopg.rows import dict_row

from netzwerkwandel.errors import StorageBusyError, StorageError
from netzwerkwandel.model import Contact
from netzwerkwandel.records import Records
from netzwerkwandel.storage.postgres import PostgresStorage
from netzwerkwandel.testing.storages.examples import (
    ANNA,
    BEN,
    broken_off,
    event,
    event_keys,
    everything,
)
from postgres_texts import incompressible, keys


def test_nothing_stays_of_what_an_app_rolls_back(opened, app) -> None:
    within = opened(app)
    within.contacts.put(Contact(key=ANNA))
    with within.transaction():
        within.interactions.put_all([event("tea")])
    app.rollback()

    assert everything(opened()) == everything(opened(owner="nobody"))


def test_everything_stays_of_what_an_app_commits_and_not_before(opened, app) -> None:
    within, beside = opened(app, owner="mara"), opened(owner="mara" + "!")
    within.contacts.put(Contact(key=ANNA))
    with within.transaction():
        within.interactions.put_all([event("tea")])
    within.close()

    assert keys(beside) == []
    app.commit()

    again = opened(owner="mara")
    assert (keys(again), event_keys(again.interactions)) == ([ANNA], ["tea"])


def test_what_fails_does_not_spoil_the_transaction_of_an_app(opened, app) -> None:
    app.execute("CREATE TEMPORARY TABLE of_the_app (a int)")
    within = opened(app)
    app.execute("INSERT INTO of_the_app VALUES (1)")

    with broken_off(within):
        within.contacts.put(Contact(key=ANNA))
    with pytest.raises(StorageError):
        within.contacts.put(Contact(key="long " + incompressible(20_000)))
    with pytest.raises(StorageError, match="zero"):
        within._database.run("SELECT 1 / 0")
    within.contacts.put(Contact(key=BEN))
    app.commit()

    assert app.execute("SELECT a FROM of_the_app").fetchall() == [(1,)]
    assert keys(opened()) == [BEN]


def test_a_connection_of_an_app_stays_open_and_as_it_was(opened, app) -> None:
    app.row_factory = dict_row
    app.execute("SET lock_timeout = '7s'")
    with opened(app) as within:
        within.save(
            Records(contacts=[Contact(key=ANNA)], interactions=[event("tea", people=[ANNA])])
        )
        loaded = within.load()

    assert event_keys(loaded.interactions) == ["tea"]
    assert not app.closed
    assert app.execute("SELECT current_setting('lock_timeout') AS t").fetchone() == {"t": "7s"}
    assert app.execute("SELECT current_schema() AS s").fetchone() == {"s": "public"}


def test_on_an_autocommit_connection_of_an_app_writes_are_there_at_once(opened, app) -> None:
    app.autocommit = True
    within = opened(app)
    within.contacts.put(Contact(key=ANNA))
    with broken_off(within):
        within.contacts.put(Contact(key=BEN))

    assert keys(opened()) == [ANNA]


def test_a_storage_made_in_a_transaction_that_was_rolled_back_goes_on(opened, app) -> None:
    within = opened(app, owner="new")
    within.interactions.put(event("tea"))
    app.rollback()
    assert len(within.interactions) == 0

    within.interactions.put(event("tea"))
    app.commit()

    assert len(opened(owner="new").interactions) == 1


def test_a_storage_whose_tables_were_rolled_back_says_so(app, postgres_url, schema) -> None:
    app.execute(f"DROP SCHEMA {schema} CASCADE")
    app.commit()
    within = PostgresStorage(app, schema=schema)
    app.rollback()

    with pytest.raises(StorageError, match="anew"):
        within.contacts.put(Contact(key=ANNA))


def test_a_writer_of_an_app_waits_no_longer_than_the_time_out(opened, app) -> None:
    mine = opened(app, timeout=0.05)

    with opened().transaction(), pytest.raises(StorageBusyError):
        mine.contacts.put(Contact(key=ANNA))
    mine.contacts.put(Contact(key=BEN))

    assert keys(mine) == [BEN]


def test_an_isolated_transaction_that_had_to_wait_fails_rather_than_lose_a_write(
    opened, app
) -> None:
    app.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    mine = opened(app)
    assert keys(mine) == []
    opened().contacts.put(Contact(key=ANNA))

    with pytest.raises(StorageBusyError):
        mine.contacts.put(Contact(key=BEN))
