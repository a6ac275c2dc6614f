"""What is new since a version, without reading what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from netzwerkwandel import Chronicle
from netzwerkwandel.errors import StorageError, UnreadableRecordError
from netzwerkwandel.model import Contact, Interaction
from netzwerkwandel.records import Records
from netzwerkwandel.storage import MemoryStorage, SqliteStorage, Storage
from netzwerkwandel.storage.database import Query
from netzwerkwandel.storage.sql_storage import SqlStorage


MARA, BEN, EVA = (f"mailto:{name}@example.org" for name in ("mara", "ben", "eva"))
NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)


def mail(number: int, *people: str) -> Interaction:
    when = NOON + timedelta(hours=number)
    return Interaction(key=f"mail:{number}", when=when, participants=[MARA, *(people or (BEN,))])


def recorded(*numbers: int) -> Records:
    contacts = [Contact(key=key) for key in (MARA, BEN, EVA)]
    return Records(contacts=contacts, interactions=[mail(i) for i in numbers], me=MARA)


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def make_storage(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Callable[..., Storage]]:
    if request.param == "postgres":
        yield request.getfixturevalue("opened")
    elif request.param == "memory":
        yield lambda owner="": MemoryStorage()
    else:
        several = []

        def opened(owner: str = "") -> Storage:
            several.append(SqliteStorage(tmp_path / "mara.db", owner=owner))
            return several[-1]

        yield opened
        for each in several:
            each.close()


@pytest.fixture
def storage(make_storage: Callable[..., Storage]) -> Storage:
    return make_storage()


def keys_since(storage: Storage, version: int) -> tuple[bool, list[str]]:
    later = storage.interactions.since(version)
    return later.is_whole, list(later.interactions.keys)


def test_what_is_saved_later_is_given_alone(storage):
    storage.save(recorded(1, 2, 3))
    version = storage.interactions.since().version

    storage.save(recorded(2, 3, 4))
    storage.interactions.put(mail(0))

    assert keys_since(storage, version) == (False, ["mail:0", "mail:4"])
    assert list(storage.interactions.since(version).interactions) == [mail(0), mail(4)]


def test_the_same_saved_again_is_nothing_new(storage):
    storage.save(recorded(1, 2, 3))
    before = storage.interactions.since()

    storage.save(recorded(1, 2, 3))
    later = storage.interactions.since(before.version)

    assert (later.version, later.is_whole, len(later.interactions)) == (before.version, False, 0)


def test_a_chronicle_goes_on_with_what_another_object_has_written(make_storage):
    written, read = (make_storage(), make_storage())
    if isinstance(written, MemoryStorage):
        read = written
    written.save(recorded(1, 2))
    chronicle, version = Chronicle.from_records(read.load()), read.interactions.since().version
    written.save(recorded(3))

    later = read.interactions.since(version)
    chronicle = chronicle.with_interactions(later.interactions)

    assert not later.is_whole
    assert chronicle.records.interactions == written.load().interactions


def test_what_a_failed_transaction_wrote_is_not_given(storage):
    storage.save(recorded(1))
    version = storage.interactions.since().version

    with suppress(ZeroDivisionError), storage.transaction():
        storage.interactions.put(mail(2))
        storage.interactions.remove("mail:1")
        1 / 0  # noqa: B018
    storage.interactions.put(mail(3))

    assert keys_since(storage, version) == (False, ["mail:3"])


def test_others_change_nothing_of_ones_own(make_storage):
    mara, eva = make_storage(), make_storage(owner="eva")
    if isinstance(mara, MemoryStorage):
        pytest.skip("of one owner")
    mara.save(recorded(1))
    version = mara.interactions.since().version
    eva.save(recorded(1, 2))
    eva.interactions.remove("mail:1")
    eva.clear()

    assert keys_since(mara, version) == (False, [])


def test_a_person_who_is_forgotten_is_seen_to_be_gone(storage):
    storage.save(recorded(1))
    storage.interactions.put(mail(2, EVA))
    version = storage.interactions.since().version

    storage.forget(EVA)

    assert keys_since(storage, version) == (True, ["mail:1"])


def test_what_is_new_and_damaged_is_said_to_be(make_storage):
    storage = make_storage()
    if not isinstance(storage, SqlStorage):
        pytest.skip("nothing in memory comes to harm")
    storage.save(recorded(1))
    version = storage.interactions.since().version
    storage.interactions.put(mail(2))
    with storage.transaction():
        damage = "UPDATE interactions SET participants = ? WHERE key = ?"
        storage._database.run(Query(damage), ("[1,x]", "mail:2"))

    with pytest.raises(UnreadableRecordError, match="mail:2"):
        storage.interactions.since(version)


def test_a_file_that_was_opened_before_it_was_brought_up_to_date_goes_on(tmp_path):
    # A writer of an earlier version knows no counter, and gives the number after the last.
    with SqliteStorage(tmp_path / "mara.db") as storage:
        storage.save(recorded(1))
        version = storage.interactions.since().version
        with storage.transaction():
            storage._database.run(
                Query(
                    "INSERT INTO interactions (id, owner, key, at, zone, channel, participants) "
                    "SELECT max(id) + 1, owner, 'mail:2', at, zone, channel, participants "
                    "FROM interactions"
                )
            )
        storage.interactions.put(mail(3))

        assert keys_since(storage, version) == (False, ["mail:2", "mail:3"])


def test_a_closed_storage_says_so(storage):
    storage.close()

    with pytest.raises(StorageError, match="closed"):
        storage.interactions.since()
