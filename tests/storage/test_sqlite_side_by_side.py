from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

import parallel_writer
from netzwerkwandel.errors import StorageBusyError, StorageError
from netzwerkwandel.model import Contact
from netzwerkwandel.storage import SqliteStorage
from parallel_writer import AT_ONCE, COUNTER, events


WRITER = Path(parallel_writer.__file__)
OPENER = """
import sys
from netzwerkwandel.model import Contact
from netzwerkwandel.storage import SqliteStorage
print("ready", flush=True)
for path in sys.stdin.read().split():
    with SqliteStorage(path) as storage:
        storage.contacts.put(Contact(key=f"card:{sys.argv[1]}"))
"""

TAKE_OVER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0.05)
connection.execute("PRAGMA journal_mode = DELETE")
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "mara.db"


@pytest.fixture
def storage(path):
    with SqliteStorage(path, timeout=0.05) as opened:
        opened.interactions.few = 10  # more are read by a view of their own
        opened.contacts.put(Contact(key="card:1", name="Ben"))
        yield opened


def names(storage: SqliteStorage) -> list[str]:
    return [contact.name for contact in storage.contacts]


def python(*command: object, **options: object) -> subprocess.Popen:
    """A process beside this one."""
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    arguments = [sys.executable, *map(str, command)]
    return subprocess.Popen(arguments, text=True, **pipes, **options)


def checked(process: subprocess.Popen, text: str = "") -> None:
    _, errors = process.communicate(text)
    assert process.returncode == 0, errors


def write_side_by_side(path: Path, *, threads: int, rounds: int) -> None:
    """Check that two processes of several threads each lose nothing."""
    with SqliteStorage(path) as storage:
        storage.contacts.put(Contact(key=COUNTER, notes="0"))
    processes = [python(WRITER, path, name, threads, rounds) for name in "ab"]
    for process in processes:
        checked(process)

    writers = [f"{process}:{thread}" for process in "ab" for thread in range(threads)]
    with SqliteStorage(path) as storage:
        assert storage.contacts.get(COUNTER).notes == str(len(writers) * rounds)
        own = {f"card:{writer}:{turn}" for writer in writers for turn in range(rounds)}
        assert {contact.key for contact in storage.contacts} == {COUNTER, *own}
        wanted = [
            event for name in writers for turn in range(rounds) for event in events(name, turn)
        ]
        found = list(storage.interactions)
        assert len(found) == len(writers) * rounds * AT_ONCE
        assert {each.key: each for each in found} == {each.key: each for each in wanted}
        assert len(list(storage.interactions.between(people=["card:a:1"]))) == rounds * AT_ONCE
        assert storage._database.run("PRAGMA integrity_check") == [("ok",)]


@pytest.mark.slow
def test_two_processes_of_two_threads_lose_nothing(path):
    write_side_by_side(path, threads=2, rounds=3)


@pytest.mark.slow
def test_two_processes_of_eight_threads_lose_nothing_and_are_never_refused(path):
    write_side_by_side(path, threads=8, rounds=25)


@pytest.mark.slow
def test_many_processes_may_make_the_same_new_file_at_once(tmp_path):
    paths = [tmp_path / f"{i}.db" for i in range(30)]
    processes = [python("-c", OPENER, i) for i in range(6)]
    for process in processes:
        process.stdout.readline()
    text = " ".join(map(str, paths))
    with ThreadPoolExecutor(len(processes)) as threads:
        list(threads.map(lambda process: checked(process, text), processes))

    for path in paths:
        with SqliteStorage(path) as storage:
            assert [contact.key for contact in storage.contacts] == [f"card:{i}" for i in range(6)]


def test_a_writer_that_takes_longer_than_the_time_out_makes_the_other_busy(storage, path):
    with SqliteStorage(path) as other, other.transaction():
        other.contacts.put(Contact(key="card:1", name="Benjamin"))
        for write in (
            lambda: storage.contacts.put(Contact(key="card:2")),
            lambda: storage.contacts.remove("card:1"),
            lambda: storage.transaction().__enter__(),
            lambda: storage.save(storage.load()),
            lambda: storage.forget("card:1"),
            storage.clear,
        ):
            with pytest.raises(StorageBusyError, match="try again"):
                write()

        assert names(storage) == ["Ben"]

    storage.contacts.put(Contact(key="card:2", name="Eva"))
    assert names(storage) == ["Benjamin", "Eva"]


def test_what_was_refused_as_busy_within_a_transaction_takes_nothing_with_it(storage, path):
    other = SqliteStorage(path, timeout=0.05)
    with closing(other), storage.transaction():
        storage.contacts.put(Contact(key="card:2", name="Eva"))
        with pytest.raises(StorageBusyError):
            other.contacts.put(Contact(key="card:3"))
        storage.contacts.put(Contact(key="card:4", name="Dan"))

    assert names(storage) == ["Ben", "Eva", "Dan"]


def test_a_reader_sees_its_moment_while_another_writes(storage, path):
    storage.interactions.put_all(events("a", 0))
    with SqliteStorage(path) as other:
        reading = iter(storage.interactions)
        with other.transaction():
            other.interactions.put_all(events("b", 0))
            other.contacts.put(Contact(key="card:1", name="Benjamin"))
            begun = iter(storage.interactions)

            assert names(storage) == ["Ben"]
            assert len(storage.load().interactions) == AT_ONCE

        assert len(list(reading)) == AT_ONCE
        assert len(list(begun)) == AT_ONCE
        assert len(list(storage.interactions)) == 2 * AT_ONCE
        assert names(storage) == ["Benjamin"]


def test_a_file_that_is_being_written_can_be_opened(storage, path):
    with storage.transaction():
        storage.contacts.put(Contact(key="card:2", name="Eva"))

        with SqliteStorage(path, timeout=0.05) as other:
            assert names(other) == ["Ben"]


def test_opening_a_file_again_leaves_the_locks_of_the_first_storage(storage, path):
    """Whoever closes a file ends the locks of his process on it; others then take it as unused."""
    SqliteStorage(path).close()

    process = python("-c", TAKE_OVER, path)

    _, errors = process.communicate()
    assert "database is locked" in errors


def test_reading_goes_on_where_the_working_folder_changes(tmp_path, monkeypatch):
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    with SqliteStorage("mara.db") as storage:
        storage.interactions.few = 10
        storage.interactions.put_all(events("a", 0))
        monkeypatch.chdir("elsewhere")

        assert len(list(storage.interactions)) == AT_ONCE

    assert not list((tmp_path / "elsewhere").iterdir())


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_a_child_cannot_use_the_storage_of_its_parent_who_still_can(path):
    script = """
import os, sys
from netzwerkwandel.errors import StorageError
from netzwerkwandel.model import Contact
from netzwerkwandel.storage import SqliteStorage
storage = SqliteStorage(sys.argv[1])
storage.contacts.put(Contact(key="card:1"))
child = os.fork()
if not child:
    for use in (storage.load, lambda: list(storage.contacts), lambda: storage.forget("card:1")):
        try:
            use()
        except StorageError as error:
            assert "fork" in str(error)
        else:
            os._exit(1)
    storage.close()
    with SqliteStorage(sys.argv[1]) as own:
        own.contacts.put(Contact(key="card:2"))
    os._exit(0)
(_, status) = os.waitpid(child, 0)
assert status == 0, status
storage.contacts.put(Contact(key="card:3"))
assert [contact.key for contact in storage.contacts] == ["card:1", "card:2", "card:3"]
"""
    checked(python("-c", script, path))

    with SqliteStorage(path) as storage:
        assert len(storage.contacts) == 3


def test_a_reader_of_a_file_that_was_taken_away_is_refused(storage, path):
    storage.interactions.put_all(events("a", 0))
    for each in path.parent.iterdir():
        each.unlink()

    with pytest.raises(StorageError, match="taken away"):
        list(storage.interactions)
    assert not path.exists()
