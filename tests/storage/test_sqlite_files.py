from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from netzwerkwandel.errors import InvalidArgumentError, StorageError
from netzwerkwandel.model import Contact
from netzwerkwandel.storage import SqliteStorage
from netzwerkwandel.storage.sqlite_schema import MIGRATIONS


BEN = Contact(key="card:1", name="Ben Okafor")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "mara.db"


def written(path: Path, *, count: int = 300) -> Path:
    """A storage with some contacts."""
    with SqliteStorage(path) as storage, storage.transaction():
        for i in range(count):
            storage.contacts.put(Contact(key=f"card:{i}", name=f"Name {i}", notes="n" * 200))
    return path


def executed(path: Path, *statements: str) -> Path:
    """A database in which statements of another program were executed."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def refused(path: Path, match: str) -> None:
    """Check that a file is refused, and that it and what is beside it stay as they are."""
    before = contents(path.parent)

    with pytest.raises(StorageError, match=match) as caught:
        SqliteStorage(path, timeout=0.05)

    assert str(path) in str(caught.value)
    assert contents(path.parent) == before


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = [each for each in folder.iterdir() if each.is_file()]
    return {each.name: (each.read_bytes(), each.stat().st_mtime_ns) for each in files}


@pytest.mark.parametrize(
    "content",
    [
        b"x",
        b"name,mail\nBen,ben@example.org\n" * 200,
        random.Random(1).randbytes(8192),
        random.Random(2).randbytes(4096 * 3 + 7),
        b"SQLite format 2\0" + bytes(4080),
        b"\0" * 4096,
    ],
    ids=["byte", "text", "encrypted", "odd size", "older", "zeros"],
)
def test_a_file_that_is_no_database_is_refused(path, content):
    path.write_bytes(content)

    refused(path, "got no database, or one that is damaged")


@pytest.mark.parametrize("size", [50, 100, 512, 4096, 4096 * 5, 4096 * 9 + 100])
def test_a_database_that_was_cut_off_is_refused(path, size):
    path.write_bytes(written(path).read_bytes()[:size])

    refused(path, "that is damaged|a damaged one")


def test_an_empty_file_is_a_new_storage(path):
    path.touch()

    with SqliteStorage(path) as storage:
        storage.contacts.put(BEN)

    with SqliteStorage(path) as storage:
        assert list(storage.contacts) == [BEN]


def test_a_folder_is_refused(tmp_path):
    refused(tmp_path, "got a folder")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_what_is_no_file_is_refused(path):
    os.mkfifo(path)

    refused(path, "or a device")


def test_a_file_in_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(StorageError, match=r"missing.*No such file"):
        SqliteStorage(tmp_path / "missing" / "mara.db")
    with pytest.raises(StorageError, match="must be a file, got a folder"):
        SqliteStorage("")


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE contacts (id INTEGER)"],
        ["CREATE VIEW people AS SELECT 1"],
        ["PRAGMA application_id = 252006674"],
        ["PRAGMA user_version = 1"],
        ["PRAGMA journal_mode = WAL", "CREATE TABLE notes (text)"],
        ["PRAGMA encoding = 'UTF-16'", "CREATE TABLE notes (text)"],
    ],
    ids=["table", "view", "application", "version", "log", "encoding"],
)
def test_a_database_of_another_program_is_refused(path, statements):
    refused(executed(path, *statements), "database of another program")


def test_a_database_of_another_program_with_a_log_is_refused_and_its_log_kept(path):
    script = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1]); "
        "c.execute('CREATE TABLE t (x)'); c.execute('PRAGMA journal_mode = WAL'); "
        "c.execute('INSERT INTO t VALUES (1)'); c.commit(); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", script, path], check=True)
    assert path.with_name("mara.db-wal").stat().st_size

    refused(path, "database of another program")


def test_a_file_of_a_newer_version_is_refused(path):
    newer = len(MIGRATIONS) + 1
    executed(written(path), f"PRAGMA user_version = {newer}")

    refused(path, f"schema up to {len(MIGRATIONS)}, got {newer}.*update netzwerkwandel")


def test_a_file_of_an_impossible_version_is_refused(path):
    refused(executed(written(path), "PRAGMA user_version = -1"), "got -1")


def test_a_file_that_lacks_a_table_is_refused(path):
    refused_by = executed(written(path), "PRAGMA foreign_keys = OFF", "DROP TABLE owners")

    with pytest.raises(StorageError, match="no such table: owners"):
        SqliteStorage(refused_by)


@pytest.mark.slow
@pytest.mark.parametrize("place", ["file", "folder", "locked folder"])
@pytest.mark.skipif(
    not hasattr(os, "setuid") or os.getuid() != 0, reason="needs to be another user"
)
def test_who_may_not_read_and_write_is_told_so_and_changes_nothing(tmp_path, place):
    folder = tmp_path / "others"
    folder.mkdir()
    path = written(folder / "mara.db", count=1)
    folder.chmod({"file": 0o777, "folder": 0o755, "locked folder": 0o700}[place])
    path.chmod(0o644 if place == "file" else 0o666)
    for each in tmp_path.parents[:2]:
        each.chmod(0o755)
    tmp_path.chmod(0o755)
    before = contents(folder)
    script = """
import os, sys
from netzwerkwandel.errors import StorageError
from netzwerkwandel.storage import SqliteStorage
os.setuid(65534)
try:
    SqliteStorage(sys.argv[1])
except StorageError as error:
    assert sys.argv[1] in str(error)
    assert "allowed" in str(error) or "Permission denied" in str(error), error
else:
    sys.exit("opened")
"""

    done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, check=False)

    assert done.returncode == 0, done.stderr.decode()
    assert contents(folder) == before


@pytest.mark.skipif(os.name == "nt", reason="modes are those of POSIX")
def test_a_new_file_is_for_its_user_alone(path):
    with SqliteStorage(path) as storage:
        storage.contacts.put(BEN)

        modes = {each.name: each.stat().st_mode & 0o777 for each in path.parent.iterdir()}

    assert modes == dict.fromkeys(["mara.db", "mara.db-wal", "mara.db-shm"], 0o600)


@pytest.mark.skipif(os.name == "nt", reason="modes are those of POSIX")
def test_the_mode_of_a_file_that_was_there_stays(path):
    path.touch(0o640)
    path.chmod(0o640)
    SqliteStorage(path).close()

    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "name",
    [
        *("a b.db", "mode=ro?x=1.db", "?mode=memory", "#1.db", "100%.db", "%41.db", "file:x.db"),
        *(
            "münchen 李明.db",
            "file:x?mode=memory",
            "'; DROP TABLE contacts; --",
            "~",
            ":memory:.db",
        ),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="names are those of POSIX")
def test_any_name_of_a_file_is_taken_as_it_is(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    with SqliteStorage(name) as storage:
        storage.contacts.put(BEN)

    assert [each.name for each in tmp_path.iterdir()] == [name]
    with SqliteStorage(os.fsencode(tmp_path / name)) as storage:
        assert list(storage.contacts) == [BEN]


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux")
def test_a_name_may_be_bytes_that_are_no_text(tmp_path):
    name = os.fsencode(tmp_path) + b"/m\xfcnchen.db"
    with SqliteStorage(os.fsdecode(name)) as storage:
        storage.contacts.put(BEN)

    with SqliteStorage(name, timeout=0) as storage, SqliteStorage(name) as other:
        assert list(storage.contacts) == [BEN]
        with other.transaction(), pytest.raises(StorageError, match=r"m\\udcfcnchen") as caught:
            storage.contacts.put(BEN)
        assert str(caught.value).isprintable()


@pytest.mark.parametrize("is_read", [False, True])
def test_a_name_that_is_too_long_is_refused(tmp_path, is_read):
    with pytest.raises(StorageError, match=r"must be a file, got none .*too long"):
        SqliteStorage(tmp_path / ("n" * 300), read_only=is_read)


def test_what_is_in_memory_is_not_only_to_be_read():
    with pytest.raises(StorageError, match=r":memory:: a storage in memory .* must be writable"):
        SqliteStorage(":memory:", read_only=True)


@pytest.mark.parametrize("name", ["a\0b.db", "\ud800.db"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path, name):
    with pytest.raises(StorageError, match=r"\\.*must be a file, got none") as caught:
        SqliteStorage(tmp_path / name)

    assert str(caught.value).isprintable()
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links")
def test_a_link_leads_to_the_file(tmp_path):
    link, path = tmp_path / "link.db", tmp_path / "real.db"
    link.symlink_to(path)
    with SqliteStorage(link) as storage:
        storage.contacts.put(BEN)

    with SqliteStorage(path) as storage:
        assert list(storage.contacts) == [BEN]


@pytest.mark.parametrize("owner", ["mara\0", "\ud800"])
def test_an_owner_that_cannot_be_stored_is_refused(path, owner):
    with pytest.raises(StorageError, match="an owner must be a text"):
        SqliteStorage(path, owner=owner)


@pytest.mark.parametrize("timeout", [-1, float("nan"), float("inf"), 1e10])
def test_a_time_out_must_be_one_that_can_be_waited_for(path, timeout):
    with pytest.raises(InvalidArgumentError, match="timeout must be"):
        SqliteStorage(path, timeout=timeout)
    assert not path.exists()


def test_a_text_like_sql_is_a_text(path):
    name = "'; DROP TABLE contacts; --"
    with SqliteStorage(path, owner=name) as storage:
        storage.contacts.put(Contact(key=name, name=name))

        assert storage.contacts.get(name).name == name
    with SqliteStorage(path) as storage:
        assert not len(storage.contacts)


@pytest.mark.parametrize("text", ["half \ud83d", "nul \0"])
def test_a_text_that_cannot_be_stored_is_refused_and_nothing_written(path, text):
    with SqliteStorage(path) as storage:
        storage.contacts.put(BEN)
        for contact in (Contact(key="card:1", notes=text), Contact(key="card:2", notes=text)):
            with pytest.raises(StorageError, match="notes of Contact"):
                storage.contacts.put(contact)

        assert list(storage.contacts) == [BEN]
