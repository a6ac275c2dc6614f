from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial

import pytest

from netzwerkwandel.errors import StorageError
from netzwerkwandel.model import Contact
from netzwerkwandel.records import Origin, Records
from netzwerkwandel.storage import Storage
from netzwerkwandel.testing.storages.examples import ANNA, REPOSITORIES, event


class Closes:
    """What happens when a storage is used no more."""

    def test_a_storage_that_was_closed_cannot_be_used(self, storage: Storage) -> None:
        interactions = storage.interactions
        storage.close()

        for case in REPOSITORIES:
            assert_closed(partial(case.fill, storage))
            assert_closed(partial(case.texts, storage))
            assert_closed(partial(case.count, storage))
        assert_closed(lambda: storage.contacts.get(ANNA))
        assert_closed(lambda: storage.contacts.remove(ANNA))
        assert_closed(lambda: interactions.put(event("late")))
        assert_closed(lambda: interactions.put_all([event("late")]))
        assert_closed(lambda: list(interactions.between()))
        assert_closed(lambda: list(interactions.get_all(["late"])))
        assert_closed(lambda: storage.origin)
        assert_closed(lambda: storage.put_origin(Origin()))
        assert_closed(lambda: storage.transaction().__enter__())
        assert_closed(storage.load)
        assert_closed(lambda: storage.save(Records(contacts=[Contact(key=ANNA)])))
        assert_closed(lambda: storage.forget(ANNA))
        assert_closed(storage.clear)
        assert_closed(storage.owners)
        assert_closed(storage.check)

    def test_a_storage_is_not_closed_in_its_own_transaction(self, storage: Storage) -> None:
        def close_within() -> None:
            with storage.transaction():
                storage.contacts.put(Contact(key=ANNA))
                storage.close()

        with pytest.raises(StorageError):
            close_within()

        assert len(storage.contacts) == 0

    def test_a_storage_may_be_closed_twice(self, storage: Storage) -> None:
        storage.close()
        storage.close()

    def test_a_storage_is_a_context_manager_that_gives_itself(self, storage: Storage) -> None:
        assert isinstance(storage, AbstractContextManager)

        with storage as entered:
            storage.contacts.put(Contact(key=ANNA))

        assert entered is storage

    def test_a_storage_closes_itself_at_the_end_of_with(self, storage: Storage) -> None:
        assert isinstance(storage, AbstractContextManager)

        with storage:
            storage.contacts.put(Contact(key=ANNA))

        assert_closed(lambda: len(storage.contacts))

    def test_a_with_passes_on_what_is_raised(self, storage: Storage) -> None:
        assert isinstance(storage, AbstractContextManager)

        with pytest.raises(ZeroDivisionError), storage:
            raise ZeroDivisionError


def assert_closed(call: Callable[[], object]) -> None:
    """Check that a call is refused."""
    with pytest.raises(StorageError):
        call()
