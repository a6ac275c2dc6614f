from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from netzwerkwandel.errors import StorageError
from netzwerkwandel.model import Contact
from netzwerkwandel.storage import SqliteStorage
from netzwerkwandel.storage.exporting import import_json
from netzwerkwandel.storage.sql_storage import SqlStorage
from netzwerkwandel.storage.sqlite_database import SqliteDatabase
from netzwerkwandel.storage.sqlite_schema import MIGRATIONS


FIXTURES = Path(__file__).with_name("files")
LATER = (
    ("ALTER TABLE contacts ADD COLUMN mood TEXT NOT NULL DEFAULT 'a;b'",),
    (
        "CREATE TABLE log (text TEXT NOT NULL) STRICT",
        """
        CREATE TRIGGER contacts_log AFTER INSERT ON contacts BEGIN
            INSERT INTO log VALUES (';');
            INSERT INTO log VALUES (NEW.key);
        END
        """,
    ),
)
"""Made-up steps of later versions, with semicolons where they end nothing."""

UPGRADE = """
import os, signal, sys
from netzwerkwandel.storage.sqlite_database import SqliteDatabase
from netzwerkwandel.storage.sqlite_schema import MIGRATIONS
later = [[f"CREATE TABLE later{i} (x TEXT) STRICT"] for i in range(200)]
class Deadly(list):
    def __iter__(self):
        for done, step in enumerate([*super().__iter__(), None]):
            if done == int(sys.argv[2]):
                os.kill(os.getpid(), signal.SIGKILL)
            if step:
                yield step
    def __getitem__(self, places):
        return Deadly(super().__getitem__(places))
print("ready", flush=True)
sys.stdin.readline()
SqliteDatabase(sys.argv[1], timeout=30, migrations=Deadly([*MIGRATIONS, *later])).close()
"""
"""Brings a file up to date in 200 steps, and is killed after so many of them."""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "mara.db"


def rebuilt(schema: int, path: Path) -> Path:
    """A file as an earlier version wrote it."""
    script = (FIXTURES / f"schema_{schema}.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(script)
    return path


def structure(path: Path) -> dict[str, str]:
    """Every table, index and trigger as it was made, whatever the white space."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_schema").fetchall()
    return {name: " ".join((sql or "").split()) for name, sql in rows}


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def opened_later(path: Path, *steps: tuple[str, ...]) -> SqlStorage:
    """A file as later versions open it, which know more steps."""
    return SqlStorage(SqliteDatabase(path, timeout=30, migrations=(*MIGRATIONS, *steps), owner=""))


@pytest.mark.parametrize("schema", range(1, len(MIGRATIONS) + 1))
@pytest.mark.parametrize("owner", ["", "eva"])
def test_a_file_of_every_earlier_schema_opens_with_all_it_holds(path, schema, owner):
    text = (FIXTURES / f"schema_{schema}.json").read_text(encoding="utf-8")

    with SqliteStorage(rebuilt(schema, path), owner=owner) as storage:
        assert storage.load() == import_json(text)
        assert storage._database.run("PRAGMA integrity_check") == [("ok",)]
        assert storage._database.run("PRAGMA foreign_key_check") == []
    assert version(path) == len(MIGRATIONS)


@pytest.mark.parametrize("schema", range(1, len(MIGRATIONS) + 1))
def test_a_file_that_was_brought_up_to_date_is_built_like_a_new_one(tmp_path, schema):
    old, new = rebuilt(schema, tmp_path / "old.db"), tmp_path / "new.db"
    SqliteStorage(old).close()
    SqliteStorage(new).close()

    assert structure(old) == structure(new)


def test_later_steps_are_all_done_and_nothing_is_lost(path):
    with SqliteStorage(rebuilt(1, path)) as storage:
        before = storage.load()

    with opened_later(path, *LATER) as storage:
        assert storage.load() == before
        storage.contacts.put(Contact(key="card:1"))
        assert storage._database.run("SELECT text FROM log") == [(";",), ("card:1",)]
        assert storage._database.run("SELECT DISTINCT mood FROM contacts") == [("a;b",)]
    assert version(path) == len(MIGRATIONS) + 2


def test_a_new_file_and_one_after_later_steps_are_built_alike(tmp_path):
    old, new = rebuilt(1, tmp_path / "old.db"), tmp_path / "new.db"
    opened_later(old, *LATER).close()
    opened_later(new, *LATER).close()

    assert structure(old) == structure(new)


def test_a_step_that_fails_leaves_the_file_as_it_was(path):
    rebuilt(1, path)
    before = path.read_bytes()
    with pytest.raises(StorageError, match="no such table"):
        opened_later(path, *LATER, ("DROP TABLE ties", "DROP TABLE no_such_table"))

    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
    with SqliteStorage(path) as storage:
        assert len(storage.ties) == 2


def upgrading(path: Path, killed_after: int = -1) -> subprocess.Popen:
    """A process that is about to bring a file up to date."""
    command = [sys.executable, "-c", UPGRADE, path, str(killed_after)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process.stdout.readline()
    return process


@pytest.mark.slow
def test_two_processes_that_bring_a_file_up_to_date_at_once_do_it_once(path):
    processes = [upgrading(rebuilt(1, path)), upgrading(path)]
    for process in processes:
        process.stdin.write(b"\n")
        process.stdin.flush()
    for process in processes:
        with process:
            assert process.wait() == 0

    assert version(path) == len(MIGRATIONS) + 200
    assert sum(name.startswith("later") for name in structure(path)) == 200


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal")
@pytest.mark.parametrize("steps", [0, 1, 2, 37, 100, 150, 199, 200])
def test_a_process_that_is_killed_while_it_brings_a_file_up_to_date_leaves_it_as_it_was(
    path, steps
):
    with upgrading(rebuilt(1, path), killed_after=steps) as process:
        process.communicate(b"\n")

    assert process.returncode == -signal.SIGKILL
    assert version(path) == 1
    assert not any(name.startswith("later") for name in structure(path))
    SqliteStorage(path).close()
