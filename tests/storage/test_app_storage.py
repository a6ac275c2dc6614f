from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

import readme_commands
from app_storage import AppStorage
from app_tables import Base, User, app_engine
from netzwerkwandel.errors import StorageBusyError, StorageError
from netzwerkwandel.model import Contact
from netzwerkwandel.storage import Storage
from netzwerkwandel.testing import StorageConformance


pytestmark = pytest.mark.slow

DOCS = Path(readme_commands.__file__).parent
PAGE = "\n\n".join(readme_commands.blocks("python", DOCS / "storage.md"))
BEN = Contact(key="card:ben", name="Ben Okafor")


@pytest.fixture(autouse=True)
def _unsynced() -> Iterator[None]:
    """Write without waiting for the disk: no test here pulls the plug."""

    def connected(connection, _) -> None:
        connection.cursor().execute("PRAGMA synchronous = OFF")

    sa.event.listen(sa.Engine, "connect", connected)
    yield
    sa.event.remove(sa.Engine, "connect", connected)


class TestAppStorage(StorageConformance):
    @pytest.fixture
    def engine(self, tmp_path):
        engine = app_engine(f"sqlite:///{tmp_path}/app.db")
        Base.metadata.create_all(engine)
        yield engine
        engine.dispose()

    @pytest.fixture
    def make_storage(self, engine):
        numbers = count(1)

        def make():
            with Session(engine) as session, session.begin():
                session.add(user := User(id=next(numbers)))
                return AppStorage(engine, owner=user.id)

        return make

    @pytest.fixture
    def reopen(self, engine):
        def again(storage):
            storage.close()
            return AppStorage(engine, owner=storage.owner)

        return again


@pytest.fixture
def impatient(tmp_path: Path) -> Iterator[sa.Engine]:
    """An engine that does not wait for other writers."""
    engine = app_engine(f"sqlite:///{tmp_path}/app.db?timeout=0.01")
    Base.metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("file", ["app_tables.py", "app_storage.py"])
def test_the_page_shows_the_file_that_is_tested(file: str) -> None:
    assert (DOCS / file).read_text(encoding="utf-8") in PAGE


def test_the_page_shows_the_tests_that_are_run() -> None:
    start = PAGE.index("class TestAppStorage")

    assert PAGE[start:].strip() in Path(__file__).read_text(encoding="utf-8")


def test_a_storage_of_an_app_is_a_storage(impatient: sa.Engine) -> None:
    with AppStorage(impatient, owner=1) as storage:
        assert isinstance(storage, Storage)


def test_users_of_one_database_do_not_see_each_other(impatient: sa.Engine) -> None:
    with AppStorage(impatient, owner=1) as one, AppStorage(impatient, owner=2) as other:
        one.contacts.put(BEN)

        assert (list(one.contacts), list(other.contacts)) == ([BEN], [])


def test_who_cannot_wait_for_another_writer_is_told_that_the_database_is_busy(
    impatient: sa.Engine,
) -> None:
    with AppStorage(impatient, owner=1) as one, AppStorage(impatient, owner=1) as other:
        with one.transaction():
            one.contacts.put(BEN)
            with pytest.raises(StorageBusyError):
                other.contacts.put(BEN)

        other.contacts.remove(BEN.key)
        assert list(one.contacts) == []


def test_what_the_database_says_comes_as_an_error_of_a_storage_without_names(
    impatient: sa.Engine,
) -> None:
    Base.metadata.drop_all(impatient)

    with AppStorage(impatient, owner=1) as storage, pytest.raises(StorageError) as error:
        storage.contacts.put(BEN)

    assert type(error.value) is StorageError
    assert BEN.key not in str(error.value)
    assert BEN.name not in str(error.value)
