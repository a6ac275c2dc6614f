"""Storages that save, load, forget, clear or close not as they should."""

from __future__ import annotations

from pathlib import Path

import attrs

from netzwerkwandel.errors import NotFoundError, StorageError, UnreadableRecordError
from netzwerkwandel.records import Origin, Records
from netzwerkwandel.storage import SqliteStorage, check_records
from netzwerkwandel.testing import StorageConformance as Kit
from netzwerkwandel.testing.storages.examples import FULL
from testing.broken import Broken


class ReplacesWhatWasSaved(Broken):
    caught_by = (
        Kit.test_saving_a_newer_export_adds_to_what_is_there,
        Kit.test_saving_keeps_what_was_put_by_hand,
    )

    def save(self, records):
        with self.transaction():
            self.clear()
            return super().save(records)


class SavesHalf(Broken):
    caught_by = (Kit.test_a_save_that_fails_leaves_all_as_it_was,)

    def save(self, records):
        change = super().save(attrs.evolve(records, interactions=()))
        self.interactions.put_all(records.interactions)
        return attrs.evolve(change, new_interactions=len(records.interactions))


class SaysNothingOfWhatIsNew(Broken):
    caught_by = (
        Kit.test_save_says_what_is_new,
        Kit.test_saving_counts_only_the_interactions_that_are_new,
    )

    def save(self, records):
        return type(super().save(records))()


class LoadsOnlyWhatIsStored(Broken):
    caught_by = (Kit.test_loading_adds_a_contact_for_whom_only_the_key_is_known,)

    def load(self):
        return Records(contacts=self.contacts)


class ForgetsTheContactOnly(Broken):
    caught_by = (Kit.test_nothing_is_left_of_a_person_who_is_forgotten,)

    def forget(self, key):
        self.contacts.remove(key)


class ForgetsByKeyOnly(Broken):
    caught_by = (
        Kit.test_a_person_is_forgotten_as_she_is_known,
        Kit.test_of_several_who_may_be_meant_nobody_is_forgotten,
    )
    history_sees_it = False

    def forget(self, who):
        if who in (FULL, "Anna@example.org", FULL.name):
            raise NotFoundError("contact", str(who))
        super().forget(who)


class LeavesATie(Broken):
    caught_by = (Kit.test_nothing_is_left_of_a_person_who_is_forgotten,)

    def forget(self, key):
        ties = tuple(self.ties)
        super().forget(key)
        for tie in ties:
            if {"linkedin:anna", "a"} & {tie.a, tie.b}:
                self.ties.put(tie)


class ForgetsOthersToo(Broken):
    caught_by = (Kit.test_what_she_took_part_in_with_two_others_stays_without_her,)

    def forget(self, key):
        person = self.load().contact(key)
        of_her = [*self.interactions.between(people=person.keys)]
        super().forget(key)
        for event in of_her:
            if any(event.key == each.key for each in self.interactions):
                self.interactions.remove(event.key)


class ForgetsTheOwner(Broken):
    caught_by = (Kit.test_the_owner_cannot_be_forgotten,)

    def forget(self, key):
        if self.origin.me == key:
            self.clear()
        else:
            super().forget(key)


class ClearsNotAll(Broken):
    caught_by = (Kit.test_clearing_removes_everything,)

    def clear(self):
        found = tuple(self.found)
        super().clear()
        for each in found:
            self.found.put(each)


class StaysOpen(Broken):
    caught_by = (
        Kit.test_a_storage_that_was_closed_cannot_be_used,
        Kit.test_a_storage_closes_itself_at_the_end_of_with,
    )
    history_sees_it = False

    def close(self):
        pass


class MayBeClosedOnce(Broken):
    caught_by = (Kit.test_a_storage_may_be_closed_twice,)
    history_sees_it = False

    def __init__(self):
        super().__init__()
        self._times = 0

    def close(self):
        self._times += 1
        if self._times == 2:
            raise StorageError("closed already")
        super().close()


class ClosesInTheMiddle(Broken):
    caught_by = (Kit.test_a_storage_is_not_closed_in_its_own_transaction,)
    history_sees_it = False

    def close(self):
        self._is_open = False


class KnowsNobody(Broken):
    caught_by = (
        Kit.test_whoever_has_written_nothing_is_no_owner,
        Kit.test_who_was_cleared_is_no_owner_any_more,
        Kit.test_a_backup_holds_everything,
    )
    history_sees_it = False

    def owners(self):
        return ()

    def backup(self, path):
        super().backup(path)
        with SqliteStorage(path) as copy:
            copy.clear()


class KeepsTheNameOfWhomItCleared(Broken):
    caught_by = (Kit.test_who_was_cleared_is_no_owner_any_more,)
    history_sees_it = False

    def __init__(self):
        super().__init__()
        self._seen = ()

    def owners(self):
        self._seen = self._seen or super().owners()
        return self._seen

    def clear(self):
        self.owners()
        super().clear()


class CriesWolf(Broken):
    caught_by = (Kit.test_the_check_finds_nothing_in_what_is_whole,)
    history_sees_it = False

    def check(self):
        return (StorageError("a wolf"),) if len(self.contacts) else ()


class Harmed(Broken):
    """One in which a record can come to harm."""

    class Every:
        def __iter__(self):
            return map(self.get, sorted(self._records))

        def get(self, key):
            record = super().get(key)
            if record is None:
                raise UnreadableRecordError("contacts", "contact", (key,), "it came to harm")
            return record

    def harm(self, key):
        self.contacts._records[key] = None

    def check(self):
        return check_records(self)


class SaysThatAllIsWell(Harmed):
    caught_by = (Kit.test_the_check_finds_what_cannot_be_read,)
    history_sees_it = False

    def check(self):
        return ()


class LeavesOutWhatItCannotRead(Harmed):
    caught_by = (Kit.test_the_check_finds_what_cannot_be_read,)
    history_sees_it = False

    class Every:
        def __iter__(self):
            return iter([self._records[key] for key in sorted(self._records) if self._records[key]])


class LocksTheOthersIn(Harmed):
    caught_by = (Kit.test_what_cannot_be_read_locks_no_other_record_in,)
    history_sees_it = False

    class Every:
        def get(self, key):
            if None in self._records.values():
                raise UnreadableRecordError("contacts", "contact", (key,), "one came to harm")
            return super().get(key)

        def __iter__(self):
            return map(self.get, sorted(self._records))


class BacksUpHalf(Broken):
    caught_by = (Kit.test_a_backup_holds_everything,)
    history_sees_it = False

    def backup(self, path):
        super().backup(path)
        with SqliteStorage(path) as copy:
            copy.put_origin(Origin())


class BacksUpOverAnything(Broken):
    caught_by = (Kit.test_a_backup_takes_the_place_of_no_file,)
    history_sees_it = False

    def backup(self, path):
        if isinstance(path, Path):
            path.unlink(missing_ok=True)
        super().backup(path)


class TakesWhatItCannotRead(Broken):
    caught_by = (Kit.test_what_could_not_be_read_again_is_refused,)
    history_sees_it = False

    class Every:
        def put(self, record):
            with self._held():
                self._records[self._kind.name(record)] = record


class Lasting(Broken):
    """Outlives its object."""

    def again(self):
        self.close()
        other = type(self)()
        other._origin = self._origin
        for old, new in zip(self._repositories(), other._repositories(), strict=True):
            new._records = old._records
        return other


class LosesTheOrigin(Lasting):
    caught_by = (Kit.test_what_was_put_is_there_after_reopening,)
    history_sees_it = False

    def again(self):
        other = super().again()
        other._origin = type(self._origin)()
        return other


class BringsBackTheForgotten(Lasting):
    caught_by = (Kit.test_who_was_forgotten_stays_so_after_reopening,)
    history_sees_it = False

    def __init__(self):
        super().__init__()
        self._gone = ()

    def forget(self, key):
        self._gone = tuple(self.contacts)
        super().forget(key)

    def again(self):
        other = super().again()
        for contact in self._gone:
            other.contacts.put(contact)
        return other
