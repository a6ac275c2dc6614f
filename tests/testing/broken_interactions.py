"""Storages that give back not what happened."""

from __future__ import annotations

from datetime import UTC

import attrs

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.records.contents import NO_INTERACTIONS
from netzwerkwandel.testing import StorageConformance as Kit
from testing.broken import Broken


class PutsAllUntilOneFails(Broken):
    caught_by = (
        Kit.test_put_all_writes_nothing_where_the_last_cannot_be_stored,
        Kit.test_put_all_writes_nothing_where_what_it_reads_from_fails,
    )

    class Events:
        def put_all(self, interactions):
            for event in interactions:
                self.put(event)


class PutsAllOnlyNewOnes(Broken):
    caught_by = (Kit.test_put_all_replaces_the_interactions_of_the_same_keys,)

    class Events:
        def put_all(self, interactions):
            super().put_all([e for e in interactions if e.key not in self._records])


class RemembersWhoOnceTookPart(Broken):
    caught_by = (
        Kit.test_those_who_took_part_are_replaced_with_what_happened,
        Kit.test_of_one_key_twice_in_put_all_the_last_wins,
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


class GivesNumbersAnew(Broken):
    caught_by = (Kit.test_since_gives_all_where_one_was_replaced_or_removed,)

    class Events:
        def _gone(self, key):
            del self._numbers[key]
            self._last = max(self._numbers.values(), default=1)


class ForgetsThatOneWasReplaced(Broken):
    caught_by = (Kit.test_since_gives_all_where_one_was_replaced_or_removed,)

    class Events:
        def _gone(self, key):
            del self._numbers[key]


class SaysTooFewAreAll(Broken):
    caught_by = (
        Kit.test_since_gives_what_was_written_since_or_all,
        Kit.test_since_no_version_gives_all,
    )

    class Events:
        def since(self, version=0):
            return attrs.evolve(super().since(version), interactions=NO_INTERACTIONS)


class KnowsVersionsOfThoseWhoAreGone(Broken):
    caught_by = (Kit.test_since_gives_all_where_all_was_cleared_meanwhile,)
    history_sees_it = False

    class Events:
        def clear(self):
            self._records, self._numbers = {}, {}


class TakesAnyVersion(Broken):
    caught_by = (Kit.test_since_refuses_what_is_no_version,)
    history_sees_it = False

    class Events:
        def since(self, version=0):
            try:
                return super().since(version)
            except InvalidArgumentError:
                return super().since(0)


class EndsWithUntil(Broken):
    caught_by = (Kit.test_between_ends_before_until, Kit.test_moments_can_be_asked_for)

    class Events:
        def between(self, since=None, until=None, *, people=None):
            all_of_them = [*super().between(since, people=people)]
            return iter([e for e in all_of_them if until is None or e.when <= until])


class BeginsAfterSince(Broken):
    caught_by = (Kit.test_between_begins_with_since, Kit.test_moments_can_be_asked_for)

    class Events:
        def between(self, since=None, until=None, *, people=None):
            found = super().between(since, until, people=people)
            return iter([e for e in found if e.when != since])


class TakesNoPeopleForEverybody(Broken):
    caught_by = (Kit.test_between_gives_once_what_any_of_the_people_took_part_in,)

    class Events:
        def between(self, since=None, until=None, *, people=None):
            return super().between(since, until, people=people or None)


class GivesOnceForEachPerson(Broken):
    caught_by = (Kit.test_between_gives_once_what_any_of_the_people_took_part_in,)

    class Events:
        def between(self, since=None, until=None, *, people=None):
            found = super().between(since, until, people=people)
            times = [(e, len(set(people or ()) & set(e.participants)) or 1) for e in found]
            return iter([e for e, n in times for _ in range(n)])


class TakesAnyMoment(Broken):
    caught_by = (Kit.test_between_refuses_a_moment_without_a_time_zone,)
    history_sees_it = False

    class Events:
        def between(self, since=None, until=None, *, people=None):
            bounds = [m and (m if m.tzinfo else m.replace(tzinfo=UTC)) for m in (since, until)]
            return super().between(*bounds, people=people)
