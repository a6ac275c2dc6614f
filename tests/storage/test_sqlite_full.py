from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from netzwerkwandel.errors import StorageError
from netzwerkwandel.model import Contact, Interaction
from netzwerkwandel.records import Records
from netzwerkwandel.storage import SqliteStorage


BEN = Contact(key="mailto:ben@example.org", name="Ben")
LARGE = Contact(key="card:large", name="Large", notes="n" * 3_000_000)
FULL = "full|disk I/O error"
START = datetime(2026, 1, 1, tzinfo=UTC)
EVENTS = [
    Interaction(
        key=f"event:{i}:{'k' * 100}",
        when=START + timedelta(minutes=i),
        channel="mail",
        participants=[BEN.key, f"mailto:p{i % 500}@example.org"],
    )
    for i in range(20_000)
]
MANY = [Contact(key=f"card:{i}", name="Many", notes="n" * 5_000) for i in range(400)]


def put_many(storage: SqliteStorage) -> None:
    with storage.transaction():
        storage.contacts.put(Contact(key=BEN.key, name="Benjamin"))
        with storage.transaction():
            for contact in MANY:
                storage.contacts.put(contact)


WRITES: dict[str, Callable[[SqliteStorage], object]] = {
    "put": lambda storage: storage.contacts.put(LARGE),
    "put_all": lambda storage: storage.interactions.put_all(EVENTS),
    "save": lambda storage: storage.save(Records(contacts=[*MANY, BEN])),
    "nested": put_many,
}


def filled(path: Path) -> Records:
    with SqliteStorage(path) as storage:
        storage.contacts.put(BEN)
        storage.interactions.put_all(EVENTS[:50])
        return storage.load()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "mara.db"


@pytest.fixture
def before(path):
    return filled(path)


@contextmanager
def full(storage: SqliteStorage) -> Iterator[None]:
    """A storage that may hardly grow, as if the disk were full."""
    (pages,) = storage._database.run("PRAGMA page_count")[0]
    (most,) = storage._database.run("PRAGMA max_page_count")[0]
    storage._database.run(f"PRAGMA max_page_count = {pages + 3}")
    yield
    storage._database.run(f"PRAGMA max_page_count = {most}")


@pytest.mark.slow
@pytest.mark.parametrize("name", WRITES)
def test_what_finds_no_room_writes_nothing_and_succeeds_when_there_is_room(path, before, name):
    with SqliteStorage(path) as storage:
        with full(storage):
            with pytest.raises(StorageError, match=FULL):
                WRITES[name](storage)
            assert storage.load() == before

        WRITES[name](storage)
        assert storage.load() != before


@pytest.mark.parametrize("name", WRITES)
def test_what_finds_no_room_and_is_caught_takes_nothing_half_with_it(path, before, name):
    """Either the whole transaction is taken back and says so, or the rest of it is whole."""
    with SqliteStorage(path) as storage, full(storage):
        small = Contact(key="card:small", name="Small")
        said = ""
        try:
            with storage.transaction():
                storage.contacts.put(small)
                with pytest.raises(StorageError, match=FULL):
                    WRITES[name](storage)
                storage.contacts.put(Contact(key="card:after", name="After"))
        except StorageError as error:
            said = str(error)

        assert not said or "taken back" in said
        kept = [] if said else ["card:after", "card:small"]
        people = {contact.key for contact in storage.contacts}
        assert people == {BEN.key, *kept}
        assert storage.contacts.get(BEN.key) == BEN
        assert list(storage.interactions) == list(before.interactions)
        assert storage._database.run("PRAGMA integrity_check") == [("ok",)]


def test_who_is_forgotten_on_a_full_disk_is_there_or_gone_but_never_half(path):
    with SqliteStorage(path) as storage:
        storage.contacts.put(BEN)
        storage.interactions.put_all(EVENTS[:2_000])
        before = storage.load()
        with full(storage):
            try:
                storage.forget(BEN.key)
            except StorageError:
                assert storage.load() == before
            else:
                assert BEN.key not in storage.load().person_of


LIMITED = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from test_sqlite_full import BEN, WRITES, StorageError, SqliteStorage
with SqliteStorage(sys.argv[1]) as storage:
    before = storage.load()
    for name, write in WRITES.items():
        limit = 600_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        try:
            write(storage)
        except StorageError:
            assert storage.load() == before, name
        else:
            sys.exit(f"{name} was written")
    storage.contacts.put(BEN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    put = WRITES["put"]
    put(storage)
with SqliteStorage(sys.argv[1]) as storage:
    assert len(storage.contacts) == 2
    assert storage._database.run("PRAGMA integrity_check") == [("ok",)]
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there are no such limits")
def test_a_file_that_may_not_grow_keeps_what_it_has(path, before):
    command = [sys.executable, "-c", LIMITED, path, Path(__file__).parent]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 1.5 megabytes."""
    if sys.platform != "linux" or os.getuid() != 0:
        pytest.skip("only root may mount a small disk, and only on Linux")
    place, libc = tmp_path / "disk", ctypes.CDLL(None, use_errno=True)
    place.mkdir()
    if libc.mount(b"tmpfs", os.fsencode(place), b"tmpfs", 0, b"size=1500k"):
        pytest.skip(f"a small disk cannot be mounted here: {os.strerror(ctypes.get_errno())}")
    yield place
    libc.umount2(os.fsencode(place), 2)


@pytest.mark.slow
@pytest.mark.parametrize("name", WRITES)
def test_a_full_disk_keeps_what_it_has_and_can_be_written_when_there_is_room(small_disk, name):
    path, ballast = small_disk / "mara.db", small_disk / "ballast"
    before = filled(path)
    with SqliteStorage(path) as storage:
        ballast.write_bytes(b"b" * 700_000)
        with pytest.raises(StorageError, match=FULL):
            WRITES[name](storage)
        assert storage.load() == before

    with SqliteStorage(path) as storage:
        assert storage.load() == before
        ballast.unlink()
        storage.forget(BEN.key)
        assert BEN.key not in storage.load().person_of
        assert storage._database.run("PRAGMA integrity_check") == [("ok",)]


@pytest.mark.slow
def test_a_disk_without_any_room_can_still_be_read(small_disk):
    path, ballast = small_disk / "mara.db", small_disk / "ballast"
    before = filled(path)
    with SqliteStorage(path) as storage:
        storage.contacts.put(BEN)
        with suppress(OSError):
            ballast.write_bytes(b"b" * 2_000_000)
        assert os.statvfs(small_disk).f_bavail == 0

        assert storage.load() == before
        with pytest.raises(StorageError, match=FULL):
            WRITES["put_all"](storage)
        assert storage.load() == before
        ballast.unlink()
        storage.contacts.put(Contact(key="card:small"))
        assert len(storage.contacts) == 2


@pytest.mark.slow
def test_what_is_in_the_log_can_be_read_though_the_disk_has_no_room_to_bring_it_home(small_disk):
    path, ballast = small_disk / "mara.db", small_disk / "ballast"
    storage = SqliteStorage(path)
    storage.interactions.put_all(EVENTS[:1_000])
    before = storage.load()
    with suppress(OSError):
        ballast.write_bytes(b"b" * 2_000_000)
    storage.close()

    assert path.with_name("mara.db-wal").stat().st_size
    with SqliteStorage(path) as storage:
        assert storage.load() == before
        ballast.unlink()
    with SqliteStorage(path) as storage:
        assert storage.load() == before
        storage.contacts.put(Contact(key="card:small"))
