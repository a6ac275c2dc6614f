from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from netzwerkwandel.model import Contact
from netzwerkwandel.records import Records
from netzwerkwandel.storage import Storage
from netzwerkwandel.testing.storages.examples import (
    ANNA,
    BEN,
    EVA,
    EXPORT_2024,
    EXPORT_2025,
    ORIGIN,
    REPOSITORIES,
    broken_off,
    event,
    event_keys,
    everything,
)


Reopen = Callable[[Storage], Storage]


class SurvivesReopening:
    """What a storage promises that outlives its object; skipped where there is no ``reopen``."""

    def test_what_was_put_is_there_after_reopening(self, storage: Storage, reopen: Reopen) -> None:
        for case in REPOSITORIES:
            case.fill(storage)
        storage.put_origin(ORIGIN)
        before = everything(storage)

        with closing(reopen(storage)) as again:
            assert everything(again) == before

    def test_what_was_saved_is_there_after_reopening(
        self, storage: Storage, reopen: Reopen
    ) -> None:
        storage.save(EXPORT_2024)

        with closing(reopen(storage)) as again:
            assert again.load() == EXPORT_2024
            assert again.save(EXPORT_2025).gone

    def test_a_transaction_that_ended_well_is_there_after_reopening(
        self, storage: Storage, reopen: Reopen
    ) -> None:
        with storage.transaction():
            storage.contacts.put(Contact(key=ANNA))
            with storage.transaction():
                storage.contacts.put(Contact(key=BEN))
            with broken_off(storage):
                storage.contacts.put(Contact(key=EVA))

        with closing(reopen(storage)) as again:
            assert [contact.key for contact in again.contacts] == [ANNA, BEN]

    def test_a_failed_transaction_is_not_there_after_reopening(
        self, storage: Storage, reopen: Reopen
    ) -> None:
        storage.contacts.put(Contact(key=ANNA))
        with broken_off(storage):
            storage.contacts.put(Contact(key=BEN))
            storage.interactions.put_all([event("lunch")])

        with closing(reopen(storage)) as again:
            assert [contact.key for contact in again.contacts] == [ANNA]
            assert len(again.interactions) == 0

    def test_what_was_removed_stays_so_after_reopening(
        self, storage: Storage, reopen: Reopen
    ) -> None:
        storage.interactions.put_all([event("lunch"), event("tea")])
        storage.interactions.remove("lunch")

        with closing(reopen(storage)) as again:
            assert event_keys(again.interactions) == ["tea"]
            assert event_keys(again.interactions.between(people=[ANNA])) == ["tea"]

    def test_who_was_forgotten_stays_so_after_reopening(
        self, storage: Storage, reopen: Reopen
    ) -> None:
        storage.save(EXPORT_2024)
        storage.forget(BEN)

        with closing(reopen(storage)) as again:
            assert BEN not in again.load().person_of

    def test_a_cleared_storage_is_empty_after_reopening(
        self, storage: Storage, reopen: Reopen
    ) -> None:
        storage.save(EXPORT_2024)
        storage.clear()

        with closing(reopen(storage)) as again:
            assert again.load() == Records()
