from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from netzwerkwandel.errors import InvalidArgumentError, StorageError
from netzwerkwandel.model import Contact
from netzwerkwandel.records import Records
from netzwerkwandel.storage import Storage, open_storage
from netzwerkwandel.testing.storages.examples import (
    ANNA,
    BEN,
    EXPORT_2024,
    ORIGIN,
    REPOSITORIES,
    everything,
)


@attrs.frozen(kw_only=True, repr=False)
class Pupil(Contact):
    """A contact of an app, with a field that no storage knows."""

    school: str = ""


class IsKeptUp:
    """Whose records there are, whether they are whole, and a copy of them."""

    def test_whoever_has_written_nothing_is_no_owner(self, storage: Storage) -> None:
        before = storage.owners()
        list(storage.contacts)
        storage.load()
        storage.save(Records())
        storage.check()
        with storage.transaction():
            pass
        assert storage.owners() == before

        storage.contacts.put(Contact(key=ANNA))
        assert len(storage.owners()) == len(before) + 1
        assert list(storage.owners()) == sorted(storage.owners())

    def test_who_was_cleared_is_no_owner_any_more(self, storage: Storage) -> None:
        before = storage.owners()
        storage.save(EXPORT_2024)
        storage.clear()

        assert storage.owners() == before
        assert storage.load() == Records()
        storage.contacts.put(Contact(key=BEN))
        assert len(storage.owners()) == len(before) + 1

    def test_the_check_finds_nothing_in_what_is_whole(self, storage: Storage) -> None:
        assert storage.check() == ()
        for case in REPOSITORIES:
            case.fill(storage)
        storage.put_origin(ORIGIN)

        assert storage.check() == ()

    def test_the_check_finds_what_cannot_be_read(
        self, storage: Storage, damage: Callable[[Storage, str], None]
    ) -> None:
        storage.contacts.put(Contact(key=ANNA))

        damage(storage, ANNA)

        assert len(storage.check()) == 1
        for read in (storage.load, lambda: list(storage.contacts)):
            with pytest.raises(StorageError):
                read()

    def test_what_cannot_be_read_locks_no_other_record_in(
        self, storage: Storage, damage: Callable[[Storage, str], None]
    ) -> None:
        storage.contacts.put(Contact(key=ANNA))
        storage.contacts.put(Contact(key=BEN))

        damage(storage, ANNA)

        assert storage.contacts.get(BEN) == Contact(key=BEN)
        storage.contacts.put(Contact(key=BEN, name="Ben"))
        storage.contacts.remove(ANNA)
        assert storage.check() == ()
        assert list(storage.contacts) == [Contact(key=BEN, name="Ben")]

    def test_a_backup_holds_everything(self, storage: Storage, tmp_path: Path) -> None:
        for case in REPOSITORIES:
            case.fill(storage)
        storage.put_origin(ORIGIN)
        before = everything(storage)

        storage.backup(tmp_path / "copy.db")
        storage.contacts.remove(ANNA)

        with open_storage(tmp_path / "copy.db", read_only=True) as copy:
            (owner,) = copy.owners()
        with open_storage(tmp_path / "copy.db", owner=owner, read_only=True) as copy:
            assert everything(copy) == before
            assert copy.check() == ()

    def test_a_backup_takes_the_place_of_no_file(self, storage: Storage, tmp_path: Path) -> None:
        (tmp_path / "copy.db").write_bytes(b"precious")

        with pytest.raises(StorageError):
            storage.backup(tmp_path / "copy.db")
        assert (tmp_path / "copy.db").read_bytes() == b"precious"
        with pytest.raises(StorageError):
            storage.backup(tmp_path / "no folder" / "copy.db")
        with pytest.raises(InvalidArgumentError):
            storage.backup(3)  # type: ignore[arg-type]
        assert [each.name for each in tmp_path.iterdir() if "copy" in each.name] == ["copy.db"]

    def test_what_could_not_be_read_again_is_refused(self, storage: Storage) -> None:
        pupil = Pupil(key=BEN, school="of life")
        storage.contacts.put(Contact(key=ANNA))
        before = everything(storage)

        with pytest.raises(StorageError, match="Pupil"):
            storage.contacts.put(pupil)
        with pytest.raises(StorageError):
            storage.save(Records(contacts=[pupil]))
        assert everything(storage) == before
