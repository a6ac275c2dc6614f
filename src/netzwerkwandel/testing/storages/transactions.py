from __future__ import annotations

import pytest

from netzwerkwandel.errors import NotFoundError, StorageError
from netzwerkwandel.model import Contact
from netzwerkwandel.records import Origin, Records
from netzwerkwandel.storage import Storage
from netzwerkwandel.storage.kinds import K, R
from netzwerkwandel.testing.storages.examples import (
    ANNA,
    BEN,
    CONTACTS,
    EVA,
    MARA,
    NOBODY,
    ORIGIN,
    REPOSITORIES,
    BrokenOff,
    RepositoryCase,
    broken_off,
    event,
    event_keys,
    everything,
)
from netzwerkwandel.testing.storages.repositories import each_repository


class KeepsTransactions:
    """All or nothing."""

    def test_a_failed_transaction_passes_its_exception_on(self, storage: Storage) -> None:
        failure = BrokenOff()

        with pytest.raises(BrokenOff) as error, storage.transaction():
            raise failure

        assert error.value is failure

    @each_repository
    def test_a_failed_transaction_leaves_nothing_behind(
        self, storage: Storage, case: RepositoryCase[K, R]
    ) -> None:
        repository = case.of(storage)
        repository.put(case.records[0])
        repository.put(case.records[1])

        with broken_off(storage):
            repository.put(case.other)
            repository.remove(case.kind.name(case.records[1]))
            repository.put(case.records[2])

        assert tuple(repository) == case.records[:2]
        assert len(repository) == 2

    def test_a_failed_transaction_leaves_the_origin_as_it_was(self, storage: Storage) -> None:
        storage.put_origin(ORIGIN)

        with broken_off(storage):
            storage.put_origin(Origin())

        assert storage.origin == ORIGIN

    def test_a_failed_transaction_takes_back_interactions_put_in_bulk(
        self, storage: Storage
    ) -> None:
        storage.interactions.put(event("old", people=[ANNA]))

        with broken_off(storage):
            storage.interactions.put_all([event("old", people=[BEN]), event("new", people=[EVA])])

        assert event_keys(storage.interactions.between(people=[ANNA])) == ["old"]
        assert event_keys(storage.interactions.between(people=[BEN, EVA])) == []

    def test_a_failed_transaction_takes_back_what_was_cleared(self, storage: Storage) -> None:
        _fill(storage)
        before = everything(storage)

        with broken_off(storage):
            storage.clear()

        assert everything(storage) == before

    def test_a_failed_transaction_takes_back_what_was_saved(self, storage: Storage) -> None:
        _fill(storage)
        before = everything(storage)

        with broken_off(storage):
            storage.save(Records(contacts=[Contact(key=NOBODY)], me=NOBODY))

        assert everything(storage) == before

    def test_a_failed_transaction_takes_back_that_somebody_was_forgotten(
        self, storage: Storage
    ) -> None:
        _fill(storage)
        before = everything(storage)

        with broken_off(storage):
            storage.forget(ANNA)

        assert everything(storage) == before

    def test_a_transaction_that_ends_well_keeps_everything(self, storage: Storage) -> None:
        with storage.transaction():
            _fill(storage)

        assert [tuple(case.of(storage)) for case in REPOSITORIES] == [
            s.records for s in REPOSITORIES
        ]
        assert storage.origin == ORIGIN

    def test_reads_within_a_transaction_see_the_writes_within(self, storage: Storage) -> None:
        with broken_off(storage):
            _fill(storage)
            within = [tuple(case.of(storage)) for case in REPOSITORIES]
            found = event_keys(storage.interactions.between(people=[BEN]))
            origin, lengths = storage.origin, [len(case.of(storage)) for case in REPOSITORIES]

        assert within == [case.records for case in REPOSITORIES]
        assert found == ["meeting:3", "meeting:1"]
        assert (origin, lengths) == (ORIGIN, [3] * len(REPOSITORIES))

    def test_an_inner_transaction_that_fails_takes_back_its_own_writes_only(
        self, storage: Storage
    ) -> None:
        with storage.transaction():
            storage.contacts.put(Contact(key=ANNA))
            with broken_off(storage):
                storage.contacts.put(Contact(key=BEN))
                storage.contacts.remove(ANNA)
            within = [contact.key for contact in storage.contacts]
            storage.contacts.put(Contact(key=EVA))

        assert within == [ANNA]
        assert [contact.key for contact in storage.contacts] == [ANNA, EVA]

    def test_an_outer_transaction_that_fails_takes_back_the_inner_one_too(
        self, storage: Storage
    ) -> None:
        with broken_off(storage):
            storage.contacts.put(Contact(key=ANNA))
            with storage.transaction():
                storage.contacts.put(Contact(key=BEN))
            storage.contacts.put(Contact(key=EVA))

        assert list(storage.contacts) == []

    def test_transactions_may_be_nested_deeply(self, storage: Storage) -> None:
        with storage.transaction():
            with broken_off(storage):
                storage.contacts.put(Contact(key=ANNA))
                with storage.transaction():
                    storage.contacts.put(Contact(key=BEN))
                with broken_off(storage):
                    storage.contacts.put(Contact(key=EVA))
            with storage.transaction():
                storage.contacts.put(Contact(key=MARA))

        assert [contact.key for contact in storage.contacts] == [MARA]

    def test_after_a_failed_transaction_writing_goes_on(self, storage: Storage) -> None:
        with broken_off(storage):
            storage.contacts.put(Contact(key=ANNA))

        storage.contacts.put(Contact(key=BEN))
        with storage.transaction():
            storage.contacts.put(Contact(key=EVA))

        assert [contact.key for contact in storage.contacts] == [BEN, EVA]

    def test_a_call_that_fails_within_a_transaction_does_not_spoil_it(
        self, storage: Storage
    ) -> None:
        with storage.transaction():
            storage.contacts.put(Contact(key=ANNA))
            # PostgreSQL refuses everything after an error until the transaction ends, unless there
            # is a savepoint around each call.
            with pytest.raises(NotFoundError):
                storage.contacts.get(NOBODY)
            with pytest.raises(NotFoundError):
                storage.contacts.remove(NOBODY)
            with pytest.raises(StorageError):
                storage.contacts.put(Contact(key=EVA, name="\0"))
            with pytest.raises(StorageError):
                storage.interactions.put_all([event("kept not"), event("\ud83d")])
            storage.contacts.put(Contact(key=BEN))

        assert [contact.key for contact in storage.contacts] == [ANNA, BEN]
        assert list(storage.interactions) == []

    def test_an_iteration_shows_what_was_there_when_a_transaction_began_it(
        self, storage: Storage
    ) -> None:
        # Read after the end, when nothing of it is there any more.
        with broken_off(storage):
            CONTACTS.fill(storage)
            begun = iter(storage.contacts)

        assert tuple(begun) == CONTACTS.records


def _fill(storage: Storage) -> None:
    for case in REPOSITORIES:
        case.fill(storage)
    storage.put_origin(ORIGIN)
