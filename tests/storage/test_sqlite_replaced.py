"""A file that is replaced or taken away while a storage is open on it."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from netzwerkwandel.errors import StorageError
from netzwerkwandel.model import Contact
from netzwerkwandel.storage import SqliteStorage


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mara.db"


def filled(path: Path, name: str, count: int) -> Path:
    with SqliteStorage(path) as storage, storage.transaction():
        for i in range(count):
            storage.contacts.put(Contact(key=f"card:{name}{i}", notes="n" * 200))
    return path


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def keys(path: Path) -> set[str]:
    with SqliteStorage(path) as storage:
        assert storage.check() == ()
        return {contact.key.rstrip("0123456789") for contact in storage.contacts}


@pytest.mark.parametrize("counts", [(400, 900), (900, 400), (3, 3)])
def test_a_restored_backup_is_noticed_at_the_next_write_and_stays_whole(path, counts):
    backup = filled(path.with_name("backup.db"), "new", counts[1])
    storage = SqliteStorage(filled(path, "old", counts[0]))
    storage.contacts.put(Contact(key="card:before"))
    whole = backup.read_bytes()

    backup.replace(path)
    with pytest.raises(StorageError, match="was replaced or taken away"):
        storage.contacts.put(Contact(key="card:after"))
    with pytest.raises(StorageError, match="was replaced or taken away"):
        list(storage.interactions)
    storage.close()  # it was told already

    assert names(path.parent) == ["mara.db"]
    assert path.read_bytes() == whole
    assert keys(path) == {"card:new"}


def test_a_restored_backup_is_noticed_at_closing_and_stays_whole(path):
    backup = filled(path.with_name("backup.db"), "new", 50)
    storage = SqliteStorage(filled(path, "old", 50))
    storage.contacts.put(Contact(key="card:before"))

    backup.replace(path)
    with pytest.raises(StorageError, match="was replaced or taken away"):
        storage.close()
    storage.close()

    assert keys(path) == {"card:new"}


def test_a_file_that_is_replaced_within_a_transaction_is_noticed_at_its_end(path):
    backup = filled(path.with_name("backup.db"), "new", 50)
    storage = SqliteStorage(filled(path, "old", 50))

    def write() -> None:
        with storage.transaction():
            storage.contacts.put(Contact(key="card:after"))
            backup.replace(path)

    with pytest.raises(StorageError, match="was replaced or taken away"):
        write()
    storage.close()

    assert keys(path) == {"card:new"}


def test_what_was_acknowledged_goes_to_the_file_that_was_moved_away(path):
    storage = SqliteStorage(filled(path, "old", 50))
    storage.contacts.put(Contact(key="card:before"))

    path.rename(path.with_name("moved.db"))
    with pytest.raises(StorageError, match="was replaced or taken away"):
        storage.close()

    assert keys(path.with_name("moved.db")) == {"card:old", "card:before"}
    assert names(path.parent) == ["moved.db"]


def test_a_link_that_is_turned_to_another_file_is_noticed(path):
    link = path.with_name("link.db")
    link.symlink_to(filled(path, "old", 3))
    storage = SqliteStorage(link)
    other = filled(path.with_name("other.db"), "new", 3)

    link.unlink()
    link.symlink_to(other)
    with pytest.raises(StorageError, match="was replaced or taken away"):
        storage.contacts.put(Contact(key="card:after"))
    storage.close()

    assert keys(other) == {"card:new"}
    assert keys(path) == {"card:old"}


def test_a_file_by_a_path_of_the_present_folder_stays_in_its_place(path, monkeypatch):
    monkeypatch.chdir(path.parent)
    with SqliteStorage("mara.db") as storage:
        monkeypatch.chdir("/")
        storage.contacts.put(Contact(key="card:1"))

    assert keys(path) == {"card:"}


# Copies


def test_a_backup_is_a_whole_file_of_all_owners_while_others_write(path):
    with SqliteStorage(path, owner="ben") as ben, SqliteStorage(path, owner="eva") as eva:
        ben.contacts.put(Contact(key="card:1"))
        with eva.transaction():
            eva.contacts.put(Contact(key="card:2"))
            ben.backup(path.with_name("copy.db"))
        with pytest.raises(StorageError, match="outside of a transaction"), eva.transaction():
            eva.backup(path.with_name("second.db"))

    assert names(path.parent) == ["copy.db", "mara.db"]
    assert path.with_name("copy.db").stat().st_mode & 0o777 == 0o600
    with SqliteStorage(path.with_name("copy.db"), owner="ben") as copy:
        assert copy.owners() == ("ben",)
        assert copy.contacts.get_with_version("card:1") == (Contact(key="card:1"), 1)


def test_memory_can_be_backed_up(path):
    with SqliteStorage(":memory:") as storage:
        storage.contacts.put(Contact(key="card:1"))
        storage.backup(path)

    assert keys(path) == {"card:"}


# Only to read


def test_a_file_that_is_only_read_is_not_changed(path):
    before = filled(path, "old", 3).read_bytes()

    with SqliteStorage(path, read_only=True) as storage:
        assert len(storage.contacts) == 3
        assert len(storage.load().contacts) == 3
        assert storage.check() == ()
        for write in (
            lambda: storage.contacts.put(Contact(key="card:1")),
            lambda: storage.contacts.remove("card:old1"),
            lambda: storage.forget("card:old1"),
            storage.clear,
        ):
            with pytest.raises(StorageError):
                write()
        storage.backup(path.with_name("copy.db"))

    assert path.read_bytes() == before
    assert keys(path.with_name("copy.db")) == {"card:old"}


def test_what_is_not_there_is_not_made_to_be_read(path):
    with pytest.raises(StorageError, match="must be a file, got none"):
        SqliteStorage(path, read_only=True)

    assert names(path.parent) == []


def test_who_only_reads_sees_what_others_write(path):
    with SqliteStorage(path) as storage, SqliteStorage(path, read_only=True) as view:
        storage.contacts.put(Contact(key="card:1"))
        assert len(view.contacts) == 1
        with view.transaction():
            assert len(view.contacts) == 1
            storage.contacts.put(Contact(key="card:2"))
            assert len(view.contacts) == 1
        assert len(view.contacts) == 2


@pytest.mark.skipif(not hasattr(os, "fork") or os.getuid() != 0, reason="root alone can be nobody")
def test_a_file_in_a_folder_that_may_not_be_written_can_be_read(path):
    folder = Path(tempfile.mkdtemp())  # where others get to, as to no folder of pytest's
    shutil.copy(filled(path, "old", 3), folder / "mara.db")
    (folder / "mara.db").chmod(0o444)
    folder.chmod(0o555)

    child = os.fork()
    if not child:
        code = 1
        try:
            os.setuid(65534)
            with SqliteStorage(folder / "mara.db", read_only=True) as storage:
                code = 0 if len(storage.load().contacts) == 3 else 2
        finally:
            os._exit(code)

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert names(folder) == ["mara.db"]
    shutil.rmtree(folder)


# Owners and versions


def test_a_mistyped_owner_is_written_nowhere(path):
    filled(path, "old", 3)
    with SqliteStorage(path, owner="typo@example.org") as storage:
        assert len(storage.contacts) == len(list(storage.interactions)) == 0
        storage.load()
        assert storage.owners() == ("",)

    assert b"typo@" not in path.read_bytes()


def test_nothing_is_left_of_an_owner_who_was_cleared(path):
    with SqliteStorage(path, owner="lena.vogt@example.org") as storage:
        storage.contacts.put(Contact(key="card:1"))
        storage.clear()
        assert storage.owners() == ()

    assert b"lena.vogt" not in path.read_bytes()


def test_one_who_comes_after_an_owner_who_was_cleared_gets_nothing_of_hers(path):
    with SqliteStorage(path, owner="eva") as eva, SqliteStorage(path, owner="ben") as ben:
        eva.contacts.put(Contact(key="card:1"))
        with SqliteStorage(path, owner="eva") as other:
            other.clear()
        ben.contacts.put(Contact(key="card:2"))

        assert list(eva.contacts) == []
        eva.contacts.put(Contact(key="card:3"))
        assert [contact.key for contact in ben.contacts] == ["card:2"]


def test_no_version_is_given_twice(path):
    with SqliteStorage(path) as storage:
        seen = set()
        for turn in range(4):
            for _ in range(3):
                storage.contacts.put(Contact(key="card:1"))
                _, version = storage.contacts.get_with_version("card:1")
                assert version not in seen
                seen.add(version)
            if turn == 2:
                storage.clear()
            else:
                storage.forget("card:1")


@pytest.mark.parametrize("is_replaced", [False, True])
def test_a_log_that_is_taken_away_is_noticed_before_the_next_write(path, is_replaced):
    storage = SqliteStorage(path)
    storage.contacts.put(Contact(key="card:1"))
    log = path.with_name("mara.db-wal")
    log.unlink()
    if is_replaced:
        log.touch()

    with pytest.raises(StorageError, match=r"the log .* was replaced or taken away"):
        storage.contacts.put(Contact(key="card:2"))
    storage.close()

    assert keys(path) == {"card:"}
    with SqliteStorage(path) as storage:
        assert [contact.key for contact in storage.contacts] == ["card:1"]


def test_transactions_that_only_read_may_be_within_each_other(path):
    filled(path, "a", 3)

    with SqliteStorage(path, read_only=True) as storage:
        with storage.transaction(), storage.transaction():
            assert len(storage.load().contacts) == 3
        assert storage.save(storage.load()).added == ()
        with pytest.raises(StorageError, match="is only read"):
            storage.forget("card:a1")
        assert len(storage.load().contacts) == 3
