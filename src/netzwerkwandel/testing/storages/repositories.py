from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date

import pytest

from netzwerkwandel.errors import NotFoundError
from netzwerkwandel.model import Contact, Decision, Experiment, Tie
from netzwerkwandel.records import Found, Origin
from netzwerkwandel.records.documents import text_of
from netzwerkwandel.storage import InteractionRepository, Repository, Storage
from netzwerkwandel.storage.kinds import K, R
from netzwerkwandel.testing.storages.examples import (
    ANNA,
    BEN,
    ORIGIN,
    REPOSITORIES,
    RepositoryCase,
    event,
    event_keys,
    written,
)


IN_ORDER = (
    *("'", "01", "1", "1.0", "A", "A b", "Ab", "Z", "a", "a\t", "a ", "a b", "ab"),
    *("e\u0301", "z", "Ä", "ß", "ä", "é", "ı", "ﬁ", "ａ", "𝐀", "😀"),
)
"""Names in the order of their code points, which is that of no dictionary and of no UTF-16."""

each_repository = pytest.mark.parametrize("case", REPOSITORIES, ids=lambda case: case.kind.noun)


class KeepsRecords:
    """What each of the six repositories promises, and the origin."""

    @each_repository
    def test_a_new_storage_is_empty(self, storage: Storage, case: RepositoryCase[K, R]) -> None:
        repository = case.of(storage)

        assert list(repository) == []
        assert len(repository) == 0

    @each_repository
    def test_a_record_comes_back_as_it_was_put(
        self, storage: Storage, case: RepositoryCase[K, R]
    ) -> None:
        repository = case.fill(storage)

        back = [repository.get(case.kind.name(record)) for record in case.records]

        assert tuple(back) == case.records
        assert written(back) == written(case.records)

    @each_repository
    def test_put_replaces_the_record_of_the_same_name(
        self, storage: Storage, case: RepositoryCase[K, R]
    ) -> None:
        repository = case.fill(storage)

        repository.put(case.other)

        assert written([repository.get(case.kind.name(case.other))]) == written([case.other])
        assert len(repository) == len(list(repository)) == 3

    @each_repository
    def test_get_of_an_unknown_name_says_which(
        self, storage: Storage, case: RepositoryCase[K, R]
    ) -> None:
        with pytest.raises(NotFoundError) as error:
            case.fill(storage).get(case.unknown)

        assert_says(error.value, case.unknown)

    @each_repository
    def test_remove_takes_out_one_record(
        self, storage: Storage, case: RepositoryCase[K, R]
    ) -> None:
        repository, name = case.fill(storage), case.kind.name(case.records[1])

        repository.remove(name)

        assert list(repository) == [case.records[0], case.records[2]]
        assert len(repository) == 2
        with pytest.raises(NotFoundError):
            repository.get(name)

    @each_repository
    def test_remove_of_an_unknown_name_says_which(
        self, storage: Storage, case: RepositoryCase[K, R]
    ) -> None:
        repository = case.fill(storage)

        with pytest.raises(NotFoundError) as error:
            repository.remove(case.unknown)

        assert_says(error.value, case.unknown)
        assert len(repository) == 3

    @each_repository
    def test_a_record_that_was_removed_can_be_put_again(
        self, storage: Storage, case: RepositoryCase[K, R]
    ) -> None:
        repository, name = case.fill(storage), case.kind.name(case.other)

        repository.remove(name)
        repository.put(case.other)

        assert repository.get(name) == case.other

    @each_repository
    def test_iteration_is_in_order_whatever_was_put_first(
        self, storage: Storage, case: RepositoryCase[K, R]
    ) -> None:
        repository = case.fill(storage)

        assert tuple(repository) == case.records

    @each_repository
    def test_iteration_shows_what_was_there_when_it_began(
        self, storage: Storage, case: RepositoryCase[K, R]
    ) -> None:
        repository = case.fill(storage)

        # One that was not read at all before the writes, and one that was read in part.
        unread, begun = iter(repository), iter(repository)
        read = [next(begun)]
        repository.put(case.other)
        repository.remove(case.kind.name(case.records[1]))
        read.extend(begun)

        assert tuple(unread) == case.records
        assert tuple(read) == case.records

    def test_an_experiment_of_any_name_stands_in_the_order_of_code_points(
        self, storage: Storage
    ) -> None:
        for key in reversed(IN_ORDER):
            storage.experiments.put(Experiment(key=key, title="", started=date(2026, 1, 1)))

        assert tuple(each.key for each in storage.experiments) == IN_ORDER

    def test_a_contact_of_any_name_stands_in_the_order_of_code_points(
        self, storage: Storage
    ) -> None:
        for key in reversed(IN_ORDER):
            storage.contacts.put(Contact(key=key))
            storage.found.put(Found(key=key, contacts=[Contact(key=key)]))

        assert tuple(contact.key for contact in storage.contacts) == IN_ORDER
        assert tuple(found.key for found in storage.found) == IN_ORDER

    def test_ties_stand_in_the_order_of_the_first_person_then_of_the_second(
        self, storage: Storage
    ) -> None:
        pairs = [(a, b) for a in IN_ORDER for b in IN_ORDER if a != b]

        # In one transaction, since a database may take milliseconds to end each of hundreds.
        with storage.transaction():
            for a, b in reversed(pairs):
                storage.ties.put(Tie(a=a, b=b))

        assert [(tie.a, tie.b) for tie in storage.ties] == pairs

    def test_ties_of_the_same_two_stand_beside_each_other_in_the_order_of_their_days(
        self, storage: Storage
    ) -> None:
        days = (None, date(1, 1, 1), date(1999, 12, 31), date(2000, 1, 1), date(9999, 12, 31))

        for day in reversed(days):
            storage.ties.put(Tie(a=BEN, b=ANNA, since=day, trust=0.5))
        storage.ties.remove((BEN, ANNA, "1999-12-31"))
        storage.ties.put(Tie(a=BEN, b=ANNA, trust=1.0))

        left = [(tie.since, tie.trust) for tie in storage.ties]
        assert left == [(None, 1.0), *((day, 0.5) for day in (days[1], days[3], days[4]))]

    def test_decisions_are_found_by_their_pair_the_smaller_key_first(
        self, storage: Storage
    ) -> None:
        pairs = [(a, b) for a in IN_ORDER for b in IN_ORDER if a < b]

        with storage.transaction():
            for a, b in reversed(pairs):
                storage.decisions.put(Decision(a=b, b=a, is_one_person=a < "a"))

        assert [decision.pair for decision in storage.decisions] == pairs
        assert storage.decisions.get(("Z", "😀")).is_one_person
        assert not storage.decisions.get(("a", "😀")).is_one_person

    def test_interactions_of_one_moment_stand_in_the_order_of_their_keys(
        self, storage: Storage
    ) -> None:
        storage.interactions.put_all(event(key) for key in reversed(IN_ORDER))

        assert tuple(event_keys(storage.interactions)) == IN_ORDER

    def test_the_origin_is_empty_at_first(self, storage: Storage) -> None:
        assert storage.origin == Origin()

    def test_the_origin_comes_back_as_it_was_put(self, storage: Storage) -> None:
        storage.put_origin(Origin(me=BEN))
        storage.put_origin(ORIGIN)

        assert (storage.origin, text_of(storage.origin)) == (ORIGIN, text_of(ORIGIN))

    def test_an_origin_can_be_emptied_again(self, storage: Storage) -> None:
        storage.put_origin(ORIGIN)
        storage.put_origin(Origin())

        assert storage.origin == Origin()

    def test_two_storages_share_nothing(self, make_storage: Callable[[], Storage]) -> None:
        with closing(make_storage()) as one, closing(make_storage()) as other:
            for case in REPOSITORIES:
                case.fill(one)
            one.put_origin(ORIGIN)

            assert [case.texts(other) for case in REPOSITORIES] == [[]] * len(REPOSITORIES)
            assert other.origin == Origin()

    def test_a_storage_is_what_the_protocol_says(self, storage: Storage) -> None:
        assert isinstance(storage, Storage)
        assert isinstance(storage.interactions, InteractionRepository)
        assert all(isinstance(case.of(storage), Repository) for case in REPOSITORIES)


def assert_says(error: NotFoundError, name: str | tuple[str, ...]) -> None:
    """Check that an error tells what was not found."""
    for key in (name,) if isinstance(name, str) else name:
        assert key in error.key
