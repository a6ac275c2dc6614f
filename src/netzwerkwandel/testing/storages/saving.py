from __future__ import annotations

from datetime import date

import attrs
import pytest

from netzwerkwandel.errors import StorageError
from netzwerkwandel.model import (
    Contact,
    Experiment,
    InteractionColumns,
    Suggestion,
    Tie,
)
from netzwerkwandel.records import Records
from netzwerkwandel.records.records_change import RecordsChange
from netzwerkwandel.storage import Storage
from netzwerkwandel.testing.storages.examples import (
    ANNA,
    BEN,
    EVA,
    EXPORT_2024,
    EXPORT_2025,
    FULL,
    MARA,
    NOBODY,
    NOON,
    ORIGIN,
    REPOSITORIES,
    event,
    event_keys,
    everything,
    export,
    written,
)


class KeepsWhatIsSaved:
    """What ``save``, ``load`` and ``clear`` promise."""

    def test_an_empty_storage_loads_no_records(self, storage: Storage) -> None:
        assert storage.load() == Records()

    @pytest.mark.parametrize(
        "records", [EXPORT_2024, EXPORT_2025, Records()], ids=["old", "new", "none"]
    )
    def test_what_was_saved_is_loaded(self, storage: Storage, records: Records) -> None:
        storage.save(records)
        loaded = storage.load()

        assert loaded == records
        assert written(loaded.interactions) == written(records.interactions)
        assert written(loaded.contacts) == written(records.contacts)

    def test_interactions_in_columns_are_saved_as_they_are(self, storage: Storage) -> None:
        letters = [event("a"), event("b", NOON.replace(hour=1), [MARA], hours=0.25)]
        columns = InteractionColumns.from_interactions(letters)
        records = Records(contacts=[Contact(key=ANNA), Contact(key=MARA)], interactions=columns)

        storage.save(records)

        assert written(storage.load().interactions) == written(columns)

    def test_save_puts_into_the_repositories(self, storage: Storage) -> None:
        storage.save(EXPORT_2024)

        assert tuple(storage.contacts) == EXPORT_2024.contacts
        assert [found.key for found in storage.found] == [ANNA, BEN, MARA]
        assert tuple(storage.ties) == EXPORT_2024.ties
        assert tuple(storage.interactions) == EXPORT_2024.interactions
        assert tuple(storage.experiments) == EXPORT_2024.experiments
        assert tuple(storage.suggestions) == EXPORT_2024.suggestions
        assert [each.pair for each in storage.decisions] == [(ANNA, BEN)]
        assert not storage.decisions.get((ANNA, BEN)).is_one_person
        assert (storage.origin.me, storage.origin.reports) == (MARA, EXPORT_2024.reports)

    def test_save_says_what_is_new(self, storage: Storage) -> None:
        change = storage.save(EXPORT_2024)

        assert [contact.key for contact in change.added] == [ANNA, BEN]
        assert (change.new_interactions, change.new_ties) == (4, 2)
        assert (change.moved, change.gone) == ((), ())

    def test_saving_the_same_twice_changes_nothing_and_says_so(self, storage: Storage) -> None:
        storage.save(EXPORT_2024)
        before = everything(storage)

        change = storage.save(EXPORT_2024)

        assert change == RecordsChange()
        assert everything(storage) == before
        assert storage.load() == EXPORT_2024

    def test_saving_a_newer_export_adds_to_what_is_there(self, storage: Storage) -> None:
        storage.save(EXPORT_2024)
        storage.save(EXPORT_2025)
        loaded = storage.load()

        assert [contact.key for contact in loaded.contacts] == [ANNA, BEN, EVA, MARA]
        assert event_keys(loaded.interactions) == event_keys(
            (*EXPORT_2024.interactions, *EXPORT_2025.interactions)
        )
        assert [tie.b for tie in loaded.ties] == [ANNA, BEN, EVA]
        assert [each.key for each in loaded.experiments] == ["course 2024", "course 2025"]
        assert [report.where for report in loaded.reports] == ["2024.zip", "2025.zip"]
        assert set(loaded.found) == {*EXPORT_2024.found, *EXPORT_2025.found}
        assert loaded.me == MARA
        assert loaded.kept_apart == {(ANNA, BEN)}

    def test_saving_a_newer_export_says_who_is_new_who_moved_and_who_is_gone(
        self, storage: Storage
    ) -> None:
        storage.save(EXPORT_2024)
        change = storage.save(EXPORT_2025)

        assert [contact.key for contact in change.added] == [EVA]
        assert [move.contact.key for move in change.moved] == [ANNA]
        assert [contact.key for contact in change.gone] == [BEN]
        assert (change.new_interactions, change.new_ties) == (4, 1)

    def test_saving_counts_only_the_interactions_that_are_new(self, storage: Storage) -> None:
        more = export(2024, *EXPORT_2024.found[:2], letters=5)
        storage.save(EXPORT_2024)

        change = storage.save(more)

        assert change.new_interactions == 6
        assert len(storage.interactions) == 10

    def test_saving_does_not_open_again_what_was_answered(self, storage: Storage) -> None:
        storage.save(EXPORT_2024)
        asked = storage.suggestions.get(f"2024:{BEN}")
        storage.suggestions.put(attrs.evolve(asked, answer="declined"))

        storage.save(EXPORT_2024)
        storage.save(EXPORT_2025)

        assert storage.suggestions.get(asked.key).answer == "declined"
        assert len(storage.load().suggestions) == 4

    def test_saving_keeps_what_was_put_by_hand(self, storage: Storage) -> None:
        storage.save(EXPORT_2024)
        storage.contacts.put(attrs.evolve(storage.contacts.get(BEN), notes="likes tea"))
        storage.interactions.put(event("by hand", people=[BEN, MARA]))

        storage.save(EXPORT_2025)

        assert storage.contacts.get(BEN).notes == "likes tea"
        assert storage.interactions.get("by hand").participants == (BEN, MARA)

    def test_a_save_that_fails_leaves_all_as_it_was(self, storage: Storage) -> None:
        storage.save(EXPORT_2024)
        before = everything(storage)
        # The last to be written, when all else is in the tables already.
        last = event("\ud83d", people=[MARA])
        unstorable = attrs.evolve(EXPORT_2025, interactions=[*EXPORT_2025.interactions, last])

        with pytest.raises(StorageError):
            storage.save(unstorable)

        assert everything(storage) == before

    def test_loading_adds_a_contact_for_whom_only_the_key_is_known(self, storage: Storage) -> None:
        storage.contacts.put(FULL)
        storage.interactions.put(event("tea", people=[ANNA, EVA]))
        storage.ties.put(Tie(a=ANNA, b=BEN))
        storage.experiments.put(
            Experiment(key="x", title="", started=date(2026, 1, 1), met=[NOBODY])
        )
        storage.suggestions.put(
            Suggestion(key="x", contact="card:olga", on=date(2026, 1, 1), introduced=["card:paul"])
        )
        storage.put_origin(ORIGIN)

        loaded = storage.load()

        bare = [Contact(key=key) for key in (BEN, EVA, MARA, NOBODY, "card:olga", "card:paul")]
        assert loaded.contacts == (FULL, *bare)
        assert len(storage.contacts) == 1

    def test_loading_adds_nobody_for_another_key_of_somebody_known(self, storage: Storage) -> None:
        storage.contacts.put(FULL)
        storage.interactions.put(event("tea", people=["linkedin:anna"]))

        assert storage.load().contacts == (FULL,)

    def test_what_was_loaded_stays_as_it_was(self, storage: Storage) -> None:
        storage.save(EXPORT_2024)
        loaded, origin = storage.load(), storage.origin

        # What was loaded may be columns that are filled in as they are asked for: not from here.
        storage.save(EXPORT_2025)
        storage.clear()

        assert loaded == EXPORT_2024
        assert origin.reports == EXPORT_2024.reports

    def test_clearing_removes_everything(self, storage: Storage) -> None:
        for case in REPOSITORIES:
            case.fill(storage)
        storage.put_origin(ORIGIN)

        storage.clear()

        assert storage.load() == Records()
        assert [len(case.of(storage)) for case in REPOSITORIES] == [0] * len(REPOSITORIES)
        assert list(storage.interactions.between(people=[ANNA, BEN, MARA])) == []

    def test_a_cleared_storage_can_be_used_again(self, storage: Storage) -> None:
        storage.save(EXPORT_2024)
        storage.clear()

        change = storage.save(EXPORT_2024)

        assert storage.load() == EXPORT_2024
        assert change.new_interactions == 4
