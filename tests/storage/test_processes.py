"""Several processes and threads on one storage."""

from __future__ import annotations

import multiprocessing
import os
import threading
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import attrs
import pytest

from netzwerkwandel.errors import (
    NotFoundError,
    StorageBusyError,
    StorageConflictError,
    StorageError,
)
from netzwerkwandel.model import Contact
from netzwerkwandel.storage import SqliteStorage, Storage


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")


@pytest.fixture(params=["sqlite", "postgres"])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Storage]:
    if request.param == "sqlite":
        return lambda: SqliteStorage(tmp_path / "mara.db")
    made: Callable[[], Storage] = request.getfixturevalue("opened")
    return made


def in_child(task: Callable[[], bool]) -> int:
    """Run a task in a forked child; 0 where it says yes."""
    child = os.fork()
    if not child:
        code = 3
        with suppress(BaseException):
            code = 0 if task() else 2
        os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@needs_fork
def test_nothing_of_a_transaction_is_ended_by_a_child_that_was_forked_in_it(made):
    with made() as storage, made() as other:

        def leave(block: object) -> bool:
            try:
                block.__exit__(None, None, None)
            except StorageError as error:
                return "after a fork" in str(error)
            return False

        block = storage.transaction()
        block.__enter__()
        storage.contacts.put(Contact(key="card:1"))
        assert in_child(lambda: leave(block)) == 0
        assert list(other.contacts) == []
        block.__exit__(None, None, None)
        assert len(other.contacts) == 1

        with storage.transaction():
            storage.contacts.put(Contact(key="card:2"))
            code = in_child(lambda: bool(block_fails(storage)))
            assert code == 0
            assert len(other.contacts) == 1
        assert len(other.contacts) == 2


def block_fails(storage: Storage) -> bool:
    """Whether a child is refused everything, and closing does nothing."""
    storage.close()
    with pytest.raises(StorageError):
        storage.contacts.put(Contact(key="card:child"))
    return True


@pytest.mark.slow
@needs_fork
def test_a_child_that_lets_a_storage_go_does_not_close_it_for_its_parent(made):
    with made() as storage:
        storage.contacts.put(Contact(key="card:1"))
        holder = [storage]

        def let_go() -> bool:
            import gc

            holder.clear()
            gc.collect()
            return True

        assert in_child(let_go) == 0
        storage.contacts.put(Contact(key="card:2"))
        assert len(storage.contacts) == 2


@needs_fork
@pytest.mark.slow
def test_a_child_can_write_to_a_file_to_which_a_thread_wrote_when_it_was_forked(tmp_path):
    """SQLite takes the locks of its parent's threads for the child's own, and waits for ever."""
    path, is_done, several = tmp_path / "mara.db", threading.Event(), 8

    def write() -> None:
        with SqliteStorage(path) as storage:
            while not is_done.wait(0.005):  # or else nobody else has a turn
                storage.contacts.put(Contact(key="card:parent"))

    def written_by(child: int) -> bool:
        with SqliteStorage(path, timeout=20) as storage:
            storage.contacts.put(Contact(key=f"card:{child}"))
        return True

    with ThreadPoolExecutor(2) as pool, warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that a thread may hold a lock
        writing = [pool.submit(write) for _ in range(2)]
        try:
            codes = [in_child(lambda n=n: written_by(n)) for n in range(several)]
        finally:
            is_done.set()
        assert [each.result() for each in writing] == [None, None]

    assert codes == [0] * several
    with SqliteStorage(path) as storage:
        assert len(storage.contacts) == several + 1
        assert storage.check() == ()


@needs_fork
@pytest.mark.slow
def test_a_child_goes_on_with_a_file_that_its_parent_closes(tmp_path):
    """Without locks of its own its log would be taken away as that of nobody."""
    path, (reading, telling), (waiting, going_on) = tmp_path / "mara.db", os.pipe(), os.pipe()
    parent = SqliteStorage(path)
    parent.contacts.put(Contact(key="card:parent"))

    def write() -> bool:
        with SqliteStorage(path) as storage:
            storage.contacts.put(Contact(key="card:1"))
            os.write(telling, b".")
            os.read(waiting, 1)
            storage.contacts.put(Contact(key="card:2"))
        return True

    def close() -> None:
        os.read(reading, 1)
        parent.close()
        with SqliteStorage(path) as other:
            other.contacts.put(Contact(key="card:other"))
        os.write(going_on, b".")

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        code = 1
        with suppress(BaseException):
            code = 0 if write() else 2
        os._exit(code)
    close()

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    with SqliteStorage(path) as storage:
        assert len(storage.contacts) == 4
        assert storage.check() == ()


@needs_fork
def test_a_child_that_was_forked_in_a_transaction_is_told_so_when_it_opens_the_file(tmp_path):
    path = tmp_path / "mara.db"

    def is_refused() -> bool:
        with pytest.raises(StorageError, match="forked while none of its threads"):
            SqliteStorage(path, timeout=0)
        return True

    with SqliteStorage(path) as storage:
        with storage.transaction():
            storage.contacts.put(Contact(key="card:1"))
            assert in_child(is_refused) == 0
        assert len(storage.contacts) == 1


@pytest.mark.slow
def test_no_update_by_versions_is_lost_though_the_contact_is_forgotten_in_between(made):
    key, threads, updates = "card:1", 8, 50
    with made() as first:
        first.contacts.put(Contact(key=key, notes="0"))

    def update(number: int) -> int:
        done = 0
        with made() as storage:
            while done < updates:
                if number == 0 and done % 10 == 5:
                    with suppress(NotFoundError, StorageBusyError), storage.transaction():
                        # Forgotten, and imported again with what she had: the versions go on.
                        contact = storage.contacts.get(key)
                        storage.forget(key)
                        storage.contacts.put(contact)
                contact, version = storage.contacts.get_with_version(key)
                more = attrs.evolve(contact, notes=str(int(contact.notes) + 1))
                with suppress(StorageConflictError, StorageBusyError):
                    storage.contacts.put(more, version=version)
                    done += 1
        return done

    with ThreadPoolExecutor(threads) as pool:
        assert sum(pool.map(update, range(threads))) == threads * updates
    with made() as last:
        assert last.contacts.get(key).notes == str(threads * updates)


def opened_once(path: str) -> str:
    try:
        SqliteStorage(path, timeout=30).close()
    except StorageError as error:
        return f"{type(error).__name__}: {error.__cause__!r}"
    return ""


@needs_fork
@pytest.mark.slow
def test_many_processes_open_one_new_file_at_once(tmp_path):
    folder = Path("/dev/shm") if os.access("/dev/shm", os.W_OK) else tmp_path
    with multiprocessing.get_context("fork").Pool(20) as pool:
        for turn in range(30):
            path = folder / f"netzwerkwandel-{os.getpid()}-{turn}.db"
            try:
                assert set(pool.map(opened_once, [str(path)] * 20, chunksize=1)) == {""}
            finally:
                path.unlink(missing_ok=True)
