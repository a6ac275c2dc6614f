"""Storages that give back other records than there are, or in another order."""

from __future__ import annotations

from contextlib import suppress
from typing import ClassVar

import attrs

from netzwerkwandel.errors import NotFoundError
from netzwerkwandel.testing import StorageConformance as Kit
from testing.broken import Broken


class IteratesLive(Broken):
    caught_by = (
        Kit.test_iteration_shows_what_was_there_when_it_began,
        Kit.test_an_iteration_shows_what_was_there_when_a_transaction_began_it,
    )

    class Every:
        def __iter__(self):
            yield from super().__iter__()


class AsksLate(Broken):
    caught_by = (
        Kit.test_between_shows_what_was_there_when_it_was_called,
        Kit.test_what_is_asked_for_is_read_when_it_is_asked,
        Kit.test_between_refuses_a_moment_without_a_time_zone,
    )

    class Events:
        def between(self, since=None, until=None, *, people=None):
            yield from super().between(since, until, people=people)


class GetsAllLate(Broken):
    caught_by = (Kit.test_get_all_shows_what_was_there_when_it_was_called,)
    history_sees_it = False

    class Events:
        def get_all(self, keys):
            yield from super().get_all(keys)


class KeepsTheOrderOfInsertion(Broken):
    caught_by = (Kit.test_iteration_is_in_order_whatever_was_put_first,)

    class Every:
        def __iter__(self):
            return iter(list(self._records.values()))


class SortsLikeADictionary(Broken):
    caught_by = (
        Kit.test_a_contact_of_any_name_stands_in_the_order_of_code_points,
        Kit.test_an_experiment_of_any_name_stands_in_the_order_of_code_points,
    )

    class Every:
        def __iter__(self):
            return iter(sorted(super().__iter__(), key=lambda each: str(self._name(each)).lower()))

        def _name(self, record):
            return self._kind.name(record)


class SortsLikeUtf16(Broken):
    caught_by = (Kit.test_interactions_of_one_moment_stand_in_the_order_of_their_keys,)
    history_sees_it = False

    class Events:
        def between(self, since=None, until=None, *, people=None):
            found = super().between(since, until, people=people)
            return iter(sorted(found, key=lambda each: (each.when, each.key.encode("utf-16-be"))))


class SortsPairsAsOneText(Broken):
    caught_by = (
        Kit.test_ties_stand_in_the_order_of_the_first_person_then_of_the_second,
        Kit.test_decisions_are_found_by_their_pair_the_smaller_key_first,
    )
    history_sees_it = False

    class Every:
        def __iter__(self):
            return iter(sorted(super().__iter__(), key=lambda each: "".join(self._kind.name(each))))


class SortsByTheClock(Broken):
    caught_by = (Kit.test_interactions_stand_in_the_order_of_time_then_of_keys,)

    class Events:
        def between(self, since=None, until=None, *, people=None):
            found = super().between(since, until, people=people)
            return iter(sorted(found, key=lambda each: (each.when.replace(tzinfo=None), each.key)))


class RemovesSilently(Broken):
    caught_by = (Kit.test_remove_of_an_unknown_name_says_which,)

    class Every:
        def remove(self, key):
            with suppress(NotFoundError):
                super().remove(key)


class ReturnsNoneForUnknown(Broken):
    caught_by = (Kit.test_get_of_an_unknown_name_says_which,)

    class Every:
        def get(self, key):
            return self._records.get(key)


class TheFirstWriteWins(Broken):
    caught_by = (Kit.test_put_replaces_the_record_of_the_same_name,)

    class Every:
        def put(self, record):
            if self._kind.name(record) not in self._records:
                super().put(record)


class SharesItsState(Broken):
    caught_by = (Kit.test_two_storages_share_nothing,)
    history_sees_it = False

    shared: ClassVar[dict] = {}

    def __init__(self):
        super().__init__()
        self.contacts._records = self.shared

    def close(self):
        self.shared.clear()
        super().close()


class MixesUpCapitals(Broken):
    caught_by = (Kit.test_keys_that_look_alike_are_different,)
    history_sees_it = False

    def __init__(self):
        super().__init__()
        name = self.contacts._kind.name
        self.contacts._kind = attrs.evolve(self.contacts._kind, name=lambda c: name(c).lower())
        get = self.contacts.get
        self.contacts.get = lambda key: get(key.lower())
