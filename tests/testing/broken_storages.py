"""Storages that break one promise each, and the tests of the kit that are meant to say so.

``test_storages.py`` runs them; on its own this file is no test.
"""

from __future__ import annotations

import struct
import unicodedata
from contextlib import contextmanager, nullcontext
from datetime import UTC
from typing import ClassVar

import attrs
import pytest

from netzwerkwandel.errors import StorageError
from netzwerkwandel.model import Contact, Interaction, Records
from netzwerkwandel.storage import MemoryStorage, kinds
from netzwerkwandel.storage.memory import _Interactions, _Repository
from netzwerkwandel.testing import StorageConformance


class Untouched:
    """Nothing is done to all six repositories."""


class UntouchedToo:
    """Nothing is done to the one of interactions."""


class Broken(MemoryStorage):
    """Memory of which one thing is changed.

    ``Every`` says what is done to all six repositories, ``Events`` what to the interactions.
    """

    Every: ClassVar[type] = Untouched
    Events: ClassVar[type] = UntouchedToo
    caught_by: ClassVar[tuple[str, ...]]
    history_sees_it: ClassVar[bool] = True

    def __init__(self):
        super().__init__()
        several = type("Several", (self.Every, _Repository), {})
        events = type("Interactions", (self.Events, self.Every, _Interactions), {})
        for name in ("contacts", "found", "ties", "experiments", "decisions"):
            setattr(self, name, several(getattr(kinds, name.upper()), self._held))
        self.interactions = events(kinds.INTERACTIONS, self._held)


# Transactions


class IgnoresRollback(Broken):
    caught_by = ("a_failed_transaction_leaves_nothing_behind",)

    @contextmanager
    def transaction(self):
        with self._held():
            yield


class SwallowsExceptions(Broken):
    caught_by = ("a_failed_transaction_passes_its_exception_on",)

    @contextmanager
    def transaction(self):
        try:
            with super().transaction():
                yield
        except Exception:  # noqa: BLE001
            return


class KeepsTheOriginOfFailures(Broken):
    caught_by = ("a_failed_transaction_leaves_the_origin_as_it_was",)

    @contextmanager
    def transaction(self):
        try:
            with super().transaction():
                try:
                    yield
                finally:
                    origin = self._origin
        except BaseException:
            self._origin = origin
            raise


class CommitsInnerTransactionsAtOnce(Broken):
    caught_by = ("an_outer_transaction_that_fails_takes_back_the_inner_one_too",)

    def __init__(self):
        super().__init__()
        self._kept = []

    @contextmanager
    def transaction(self):
        self._kept.append(None)
        try:
            with super().transaction():
                yield
                if len(self._kept) > 1:
                    self._kept[:-1] = [self._now()] * (len(self._kept) - 1)
        except BaseException:
            if (kept := self._kept[-1]) is not None:
                for repository, records in zip(self._repositories(), kept, strict=True):
                    repository._records = records
            raise
        finally:
            self._kept.pop()

    def _now(self):
        return [dict(repository._records) for repository in self._repositories()]


class TakesBackTheOuterTransactionToo(Broken):
    caught_by = ("an_inner_transaction_that_fails_takes_back_its_own_writes_only",)

    def __init__(self):
        super().__init__()
        self._outer = []

    @contextmanager
    def transaction(self):
        self._outer.append([each.take_back() for each in self._repositories()])
        try:
            yield
        except BaseException:
            for bring_back in self._outer[0]:
                bring_back()
            raise
        finally:
            self._outer.pop()


class IsNotThreadSafe(Broken):
    caught_by = ("threads_that_read_and_write_in_transactions_count_right",)
    history_sees_it = False

    def __init__(self):
        super().__init__()
        self._lock = nullcontext()


class ShowsWhatIsNotYetDone(Broken):
    caught_by = ("nobody_else_sees_a_transaction_before_its_end",)
    history_sees_it = False

    class Every:
        def __iter__(self):
            return iter([self._records[name] for name in sorted(self._records)])


class ReadsWhatWasThereBefore(Broken):
    caught_by = ("reads_within_a_transaction_see_the_writes_within",)

    class Every:
        before = None

        def __iter__(self):
            records = self._records if self.before is None else self.before
            return iter([records[name] for name in sorted(records)])

    class Events:
        def __iter__(self):
            return self.between()

    @contextmanager
    def transaction(self):
        for repository in self._repositories():
            repository.before = dict(repository._records)
        try:
            with super().transaction():
                yield
        finally:
            for repository in self._repositories():
                repository.before = None


# Order and snapshots


class IteratesLive(Broken):
    caught_by = (
        "iteration_shows_what_was_there_when_it_began",
        "an_iteration_shows_what_was_there_when_a_transaction_began_it",
    )

    class Every:
        def __iter__(self):
            yield from super().__iter__()


class AsksLate(Broken):
    caught_by = (
        "between_shows_what_was_there_when_it_was_called",
        "what_is_asked_for_is_read_when_it_is_asked",
        "between_refuses_a_moment_without_a_time_zone",
    )

    class Events:
        def between(self, since=None, until=None, *, people=None):
            yield from super().between(since, until, people=people)


class GetsAllLate(Broken):
    caught_by = ("get_all_shows_what_was_there_when_it_was_called",)
    history_sees_it = False

    class Events:
        def get_all(self, keys):
            yield from super().get_all(keys)


class KeepsTheOrderOfInsertion(Broken):
    caught_by = ("iteration_is_in_order_whatever_was_put_first",)

    class Every:
        def __iter__(self):
            return iter(list(self._records.values()))


class SortsLikeADictionary(Broken):
    caught_by = (
        "a_contact_of_any_name_stands_in_the_order_of_code_points",
        "an_experiment_of_any_name_stands_in_the_order_of_code_points",
    )

    class Every:
        def __iter__(self):
            return iter(sorted(super().__iter__(), key=lambda each: str(self._name(each)).lower()))

        def _name(self, record):
            return self._kind.name(record)


class SortsLikeUtf16(Broken):
    caught_by = ("interactions_of_one_moment_stand_in_the_order_of_their_keys",)
    history_sees_it = False

    class Events:
        def between(self, since=None, until=None, *, people=None):
            found = super().between(since, until, people=people)
            return iter(sorted(found, key=lambda each: (each.when, each.key.encode("utf-16-be"))))


class SortsPairsAsOneText(Broken):
    caught_by = (
        "ties_stand_in_the_order_of_the_first_person_then_of_the_second",
        "decisions_are_found_by_their_pair_the_smaller_key_first",
    )
    history_sees_it = False

    class Every:
        def __iter__(self):
            return iter(sorted(super().__iter__(), key=lambda each: "".join(self._kind.name(each))))


class SortsByTheClock(Broken):
    caught_by = ("interactions_stand_in_the_order_of_time_then_of_keys",)

    class Events:
        def between(self, since=None, until=None, *, people=None):
            found = super().between(since, until, people=people)
            return iter(sorted(found, key=lambda each: (each.when.replace(tzinfo=None), each.key)))


# Records by name


class RemovesSilently(Broken):
    caught_by = ("remove_of_an_unknown_name_says_which",)

    class Every:
        def remove(self, key):
            self._records.pop(key, None)


class ReturnsNoneForUnknown(Broken):
    caught_by = ("get_of_an_unknown_name_says_which",)

    class Every:
        def get(self, key):
            return self._records.get(key)


class TheFirstWriteWins(Broken):
    caught_by = ("put_replaces_the_record_of_the_same_name",)

    class Every:
        def put(self, record):
            if self._kind.name(record) not in self._records:
                super().put(record)


class SharesItsState(Broken):
    caught_by = ("two_storages_share_nothing",)
    history_sees_it = False

    shared: ClassVar[dict] = {}

    def __init__(self):
        super().__init__()
        self.contacts._records = self.shared

    def close(self):
        self.shared.clear()
        super().close()


class MixesUpCapitals(Broken):
    caught_by = ("keys_that_look_alike_are_different",)
    history_sees_it = False

    def __init__(self):
        super().__init__()
        name = self.contacts._kind.name
        self.contacts._kind = attrs.evolve(self.contacts._kind, name=lambda c: name(c).lower())
        get = self.contacts.get
        self.contacts.get = lambda key: get(key.lower())


# Interactions


class PutsAllUntilOneFails(Broken):
    caught_by = (
        "put_all_writes_nothing_where_the_last_cannot_be_stored",
        "put_all_writes_nothing_where_what_it_reads_from_fails",
    )

    class Events:
        def put_all(self, interactions):
            for event in interactions:
                self.put(event)


class PutsAllOnlyNewOnes(Broken):
    caught_by = ("put_all_replaces_the_interactions_of_the_same_keys",)

    class Events:
        def put_all(self, interactions):
            super().put_all([e for e in interactions if e.key not in self._records])


class RemembersWhoOnceTookPart(Broken):
    caught_by = (
        "those_who_took_part_are_replaced_with_what_happened",
        "of_one_key_twice_in_put_all_the_last_wins",
    )

    class Events:
        def __init__(self, *args):
            super().__init__(*args)
            self._of = {}

        def put(self, event):
            super().put(event)
            self._of.setdefault(event.key, set()).update(event.participants)

        def put_all(self, interactions):
            events = tuple(interactions)
            super().put_all(events)
            for event in events:
                self._of.setdefault(event.key, set()).update(event.participants)

        def between(self, since=None, until=None, *, people=None):
            wanted = set() if people is None else set(people)
            found = super().between(since, until)
            return iter([e for e in found if people is None or wanted & self._of.get(e.key, set())])


class EndsWithUntil(Broken):
    caught_by = ("between_ends_before_until", "moments_can_be_asked_for")

    class Events:
        def between(self, since=None, until=None, *, people=None):
            all_of_them = [*super().between(since, people=people)]
            return iter([e for e in all_of_them if until is None or e.when <= until])


class BeginsAfterSince(Broken):
    caught_by = ("between_begins_with_since", "moments_can_be_asked_for")

    class Events:
        def between(self, since=None, until=None, *, people=None):
            found = super().between(since, until, people=people)
            return iter([e for e in found if e.when != since])


class TakesNoPeopleForEverybody(Broken):
    caught_by = ("between_gives_once_what_any_of_the_people_took_part_in",)

    class Events:
        def between(self, since=None, until=None, *, people=None):
            return super().between(since, until, people=people or None)


class GivesOnceForEachPerson(Broken):
    caught_by = ("between_gives_once_what_any_of_the_people_took_part_in",)

    class Events:
        def between(self, since=None, until=None, *, people=None):
            found = super().between(since, until, people=people)
            times = [(e, len(set(people or ()) & set(e.participants)) or 1) for e in found]
            return iter([e for e, n in times for _ in range(n)])


class TakesAnyMoment(Broken):
    caught_by = ("between_refuses_a_moment_without_a_time_zone",)
    history_sees_it = False

    class Events:
        def between(self, since=None, until=None, *, people=None):
            bounds = [m and (m if m.tzinfo else m.replace(tzinfo=UTC)) for m in (since, until)]
            return super().between(*bounds, people=people)


# Values


class Rewrites(Broken):
    """Keeps something else than it was given."""

    @staticmethod
    def rewritten(record):
        raise NotImplementedError

    def __init__(self):
        super().__init__()
        for repository in self._repositories():
            self._rewrite(repository)

    def _rewrite(self, repository):
        put = repository.put
        repository.put = lambda record: put(self.rewritten(record))
        if repository is self.interactions:
            put_all = repository.put_all
            repository.put_all = lambda events: put_all([self.rewritten(e) for e in events])


class ForgetsTheOffset(Rewrites):
    caught_by = ("moments_keep_their_instant_and_their_offset",)

    @staticmethod
    def rewritten(record):
        if not isinstance(record, Interaction) or record.when.year in {1, 9999}:
            return record
        return attrs.evolve(record, when=record.when.astimezone(UTC))


class RoundsToMilliseconds(Rewrites):
    caught_by = ("moments_keep_their_instant_and_their_offset",)

    @staticmethod
    def rewritten(record):
        if not isinstance(record, Interaction):
            return record
        thousands = record.when.microsecond // 1000 * 1000
        return attrs.evolve(record, when=record.when.replace(microsecond=thousands))


class RoundsToSinglePrecision(Rewrites):
    caught_by = ("numbers_come_back_to_the_last_bit",)

    @staticmethod
    def rewritten(record):
        if not isinstance(record, Interaction) or not record.duration:
            return record
        if record.duration > 1e38:
            return record
        (hours,) = struct.unpack("f", struct.pack("f", record.duration))
        return attrs.evolve(record, duration=hours)


class NormalisesTexts(Rewrites):
    caught_by = ("texts_come_back_as_they_were",)
    history_sees_it = False

    @staticmethod
    def rewritten(record):
        if not isinstance(record, Contact):
            return record
        return attrs.evolve(record, name=unicodedata.normalize("NFC", record.name))


class TranslatesLineBreaks(Rewrites):
    caught_by = ("notes_keep_their_line_breaks",)
    history_sees_it = False

    @staticmethod
    def rewritten(record):
        if not isinstance(record, Contact):
            return record
        return attrs.evolve(record, notes=record.notes.replace("\r\n", "\n"))


class CutsLongTexts(Rewrites):
    caught_by = ("notes_may_be_very_long",)
    history_sees_it = False

    @staticmethod
    def rewritten(record):
        if not isinstance(record, Contact):
            return record
        return attrs.evolve(record, notes=record.notes[:65_535])


class TakesUnknownForFalse(Rewrites):
    caught_by = ("a_record_comes_back_as_it_was_put",)
    history_sees_it = False

    @staticmethod
    def rewritten(record):
        if not isinstance(record, Contact):
            return record
        return attrs.evolve(record, changed_career=record.changed_career or None)


class AcceptsAnyText(Broken):
    caught_by = (
        "a_text_that_no_database_gives_back_is_refused_and_nothing_written",
        "a_key_with_half_a_surrogate_pair_is_refused_and_nothing_written",
        "a_call_that_fails_within_a_transaction_does_not_spoil_it",
    )

    class Every:
        def put(self, record):
            self._records[self._kind.name(record)] = record


# Everything at once


class ReplacesWhatWasSaved(Broken):
    caught_by = (
        "saving_a_newer_export_adds_to_what_is_there",
        "saving_keeps_what_was_put_by_hand",
    )

    def save(self, records):
        with self.transaction():
            self.clear()
            return super().save(records)


class SavesHalf(Broken):
    caught_by = ("a_save_that_fails_leaves_all_as_it_was",)

    def save(self, records):
        change = super().save(attrs.evolve(records, interactions=()))
        self.interactions.put_all(records.interactions)
        return attrs.evolve(change, new_interactions=len(records.interactions))


class SaysNothingOfWhatIsNew(Broken):
    caught_by = ("save_says_what_is_new", "saving_counts_only_the_interactions_that_are_new")

    def save(self, records):
        return type(super().save(records))()


class LoadsOnlyWhatIsStored(Broken):
    caught_by = ("loading_adds_a_contact_for_whom_only_the_key_is_known",)

    def load(self):
        return Records(contacts=self.contacts)


class ForgetsTheContactOnly(Broken):
    caught_by = ("nothing_is_left_of_a_person_who_is_forgotten",)

    def forget(self, key):
        self.contacts.remove(key)


class LeavesATie(Broken):
    caught_by = ("nothing_is_left_of_a_person_who_is_forgotten",)

    def forget(self, key):
        ties = tuple(self.ties)
        super().forget(key)
        for tie in ties:
            if {"linkedin:anna", "a"} & {tie.a, tie.b}:
                self.ties.put(tie)


class ForgetsOthersToo(Broken):
    caught_by = ("what_she_took_part_in_with_two_others_stays_without_her",)

    def forget(self, key):
        person = self.load().contact(key)
        of_her = [*self.interactions.between(people=person.keys)]
        super().forget(key)
        for event in of_her:
            if any(event.key == each.key for each in self.interactions):
                self.interactions.remove(event.key)


class ForgetsTheOwner(Broken):
    caught_by = ("the_owner_cannot_be_forgotten",)

    def forget(self, key):
        if self.origin.me == key:
            self.clear()
        else:
            super().forget(key)


class ClearsNotAll(Broken):
    caught_by = ("clearing_removes_everything",)

    def clear(self):
        found = tuple(self.found)
        super().clear()
        for each in found:
            self.found.put(each)


# Closing and lasting


class StaysOpen(Broken):
    caught_by = (
        "a_storage_that_was_closed_cannot_be_used",
        "a_storage_closes_itself_at_the_end_of_with",
    )
    history_sees_it = False

    def close(self):
        pass


class MayBeClosedOnce(Broken):
    caught_by = ("a_storage_may_be_closed_twice",)
    history_sees_it = False

    def __init__(self):
        super().__init__()
        self._times = 0

    def close(self):
        self._times += 1
        if self._times == 2:
            raise StorageError("closed already")
        super().close()


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
    caught_by = ("what_was_put_is_there_after_reopening",)
    history_sees_it = False

    def again(self):
        other = super().again()
        other._origin = type(self._origin)()
        return other


class BringsBackTheForgotten(Lasting):
    caught_by = ("who_was_forgotten_stays_so_after_reopening",)
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


def _broken(kind: type) -> list[type[Broken]]:
    return [found for each in kind.__subclasses__() for found in (each, *_broken(each))]


BROKEN = {each.__name__: each for each in _broken(Broken) if hasattr(each, "caught_by")}


def _proved(kind: type[Broken]) -> type[StorageConformance]:
    class Proved(StorageConformance):
        @pytest.fixture
        def make_storage(self):
            return kind

        if issubclass(kind, Lasting):

            @pytest.fixture
            def reopen(self):
                return kind.again

    return Proved


globals().update({f"Test{name}": _proved(kind) for name, kind in BROKEN.items()})
