from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from netzwerkwandel.errors import InvalidArgumentError, StorageError
from netzwerkwandel.model import Interaction, InteractionColumns, Key
from netzwerkwandel.storage import Storage
from netzwerkwandel.testing.storages.examples import (
    ANNA,
    BEN,
    EVA,
    MARA,
    MORE_THAN_A_STATEMENT_TAKES,
    NOBODY,
    NOON,
    BrokenOff,
    east,
    event,
    event_keys,
    written,
)


HOUR = timedelta(hours=1)
DAY = (
    event("breakfast", NOON - 4 * HOUR, [ANNA, MARA]),
    event("lunch", NOON, [ANNA, BEN, MARA]),
    event("tea", NOON + 4 * HOUR, [BEN, EVA]),
    event("dinner", NOON + 7 * HOUR, [EVA, MARA]),
)


class KeepsInteractions:
    """What the repository of interactions promises beside what all of them do."""

    def test_put_all_inserts_many(self, storage: Storage) -> None:
        storage.interactions.put_all(reversed(DAY))

        assert tuple(storage.interactions) == DAY
        assert len(storage.interactions) == 4
        assert storage.interactions.get("tea") == DAY[2]

    def test_put_all_takes_columns(self, storage: Storage) -> None:
        storage.interactions.put_all(InteractionColumns.from_interactions(DAY))

        assert written(storage.interactions) == written(DAY)

    def test_put_all_adds_to_what_is_there(self, storage: Storage) -> None:
        storage.interactions.put_all(DAY[:2])
        storage.interactions.put_all(DAY[2:])

        assert tuple(storage.interactions) == DAY

    def test_put_all_of_the_same_twice_changes_nothing(self, storage: Storage) -> None:
        storage.interactions.put_all(DAY)
        storage.interactions.put_all(DAY)

        assert tuple(storage.interactions) == DAY
        assert len(storage.interactions) == 4

    def test_put_all_of_nothing_changes_nothing(self, storage: Storage) -> None:
        storage.interactions.put_all(DAY)
        storage.interactions.put_all([])

        assert tuple(storage.interactions) == DAY

    def test_put_all_replaces_the_interactions_of_the_same_keys(self, storage: Storage) -> None:
        moved = event("lunch", NOON + 9 * HOUR, [MARA], hours=1.0)
        storage.interactions.put_all(DAY)

        storage.interactions.put_all([moved, event("supper", NOON + 8 * HOUR)])

        assert event_keys(storage.interactions) == ["breakfast", "tea", "dinner", "supper", "lunch"]
        assert storage.interactions.get("lunch") == moved

    def test_of_one_key_twice_in_put_all_the_last_wins(self, storage: Storage) -> None:
        last = event("lunch", NOON + HOUR, [EVA, MARA])

        storage.interactions.put_all([*DAY, last])

        assert len(storage.interactions) == 4
        assert storage.interactions.get("lunch") == last
        assert event_keys(storage.interactions.between(people=[BEN])) == ["tea"]

    @pytest.mark.parametrize("last", [event("me\ud83det"), event("met", people=["\ude00"])])
    def test_put_all_writes_nothing_where_the_last_cannot_be_stored(
        self, storage: Storage, last: Interaction
    ) -> None:
        storage.interactions.put_all(DAY[:1])

        with pytest.raises(StorageError):
            storage.interactions.put_all([*DAY[1:], last])

        assert tuple(storage.interactions) == DAY[:1]
        assert len(storage.interactions) == 1

    def test_put_all_writes_nothing_where_what_it_reads_from_fails(self, storage: Storage) -> None:
        def fails() -> Iterator[Interaction]:
            yield from DAY
            raise BrokenOff

        with pytest.raises(BrokenOff):
            storage.interactions.put_all(fails())

        assert list(storage.interactions) == []

    def test_those_who_took_part_are_replaced_with_what_happened(self, storage: Storage) -> None:
        interactions = storage.interactions
        interactions.put_all(DAY)

        interactions.put(event("lunch", NOON, [EVA, MARA]))
        interactions.put_all([event("tea", NOON + 4 * HOUR, [ANNA])])

        assert event_keys(interactions.between(people=[BEN])) == []
        assert event_keys(interactions.between(people=[EVA])) == ["lunch", "dinner"]
        assert event_keys(interactions.between(people=[ANNA])) == ["breakfast", "tea"]

    def test_nobody_takes_part_in_what_was_removed(self, storage: Storage) -> None:
        storage.interactions.put_all(DAY)

        storage.interactions.remove("lunch")

        assert event_keys(storage.interactions.between(people=[BEN])) == ["tea"]
        assert event_keys(storage.interactions.between(until=NOON + HOUR)) == ["breakfast"]

    def test_get_all_gives_those_of_the_keys_that_are_there(self, storage: Storage) -> None:
        storage.interactions.put_all(DAY)

        got = storage.interactions.get_all(["tea", "never", "lunch", "tea"])

        assert sorted(event_keys(got)) == ["lunch", "tea"]

    def test_get_all_of_no_keys_gives_none(self, storage: Storage) -> None:
        storage.interactions.put_all(DAY)

        assert list(storage.interactions.get_all([])) == []

    def test_get_all_takes_many_keys(self, storage: Storage) -> None:
        """More than a database lets a statement ask for."""
        storage.interactions.put_all(DAY)

        got = storage.interactions.get_all(
            [*(f"never:{i}" for i in range(MORE_THAN_A_STATEMENT_TAKES)), "tea"]
        )

        assert event_keys(got) == ["tea"]

    def test_between_without_bounds_gives_all(self, storage: Storage) -> None:
        storage.interactions.put_all(DAY)

        assert tuple(storage.interactions.between()) == DAY

    def test_between_begins_with_since(self, storage: Storage) -> None:
        storage.interactions.put_all(DAY)
        just_after = NOON + timedelta(microseconds=1)

        # The least step there is: a storage that keeps milliseconds would miss it.
        assert event_keys(storage.interactions.between(NOON)) == ["lunch", "tea", "dinner"]
        assert event_keys(storage.interactions.between(just_after)) == ["tea", "dinner"]

    def test_between_ends_before_until(self, storage: Storage) -> None:
        storage.interactions.put_all(DAY)
        just_after = NOON + timedelta(microseconds=1)

        assert event_keys(storage.interactions.between(None, NOON)) == ["breakfast"]
        assert event_keys(storage.interactions.between(until=just_after)) == ["breakfast", "lunch"]

    def test_between_compares_instants_whatever_the_offsets(self, storage: Storage) -> None:
        since, until = NOON.astimezone(east(14)), (NOON + 7 * HOUR).astimezone(east(-12))
        storage.interactions.put_all(DAY)

        assert event_keys(storage.interactions.between(since, until)) == ["lunch", "tea"]

    def test_between_gives_nothing_where_until_is_not_after_since(self, storage: Storage) -> None:
        storage.interactions.put_all(DAY)

        assert list(storage.interactions.between(NOON, NOON)) == []
        assert list(storage.interactions.between(NOON + HOUR, NOON)) == []

    def test_between_takes_the_first_and_the_last_moment_there_is(self, storage: Storage) -> None:
        # In UTC these are before the year 1 and after the year 9999, which no datetime can say.
        first, last = datetime.min.replace(tzinfo=east(14)), datetime.max.replace(tzinfo=east(-12))
        storage.interactions.put_all(DAY)

        assert tuple(storage.interactions.between(first, last)) == DAY

    @pytest.mark.parametrize(
        ("people", "expected"),
        [
            ([ANNA], ["breakfast", "lunch"]),
            ([ANNA, BEN], ["breakfast", "lunch", "tea"]),
            ({ANNA, BEN, EVA, MARA}, ["breakfast", "lunch", "tea", "dinner"]),
            ((MARA, MARA), ["breakfast", "lunch", "dinner"]),
            ([NOBODY, BEN], ["lunch", "tea"]),
            ([NOBODY], []),
            ([], []),
        ],
        ids=["one", "two", "all", "one twice", "one and nobody", "nobody", "no keys"],
    )
    def test_between_gives_once_what_any_of_the_people_took_part_in(
        self, storage: Storage, people: list[Key], expected: list[Key]
    ) -> None:
        storage.interactions.put_all(DAY)

        assert event_keys(storage.interactions.between(people=people)) == expected

    def test_between_takes_both_a_span_and_people(self, storage: Storage) -> None:
        storage.interactions.put_all(DAY)

        found = storage.interactions.between(NOON, NOON + 7 * HOUR, people=[ANNA, MARA])

        assert event_keys(found) == ["lunch"]

    def test_between_takes_many_people(self, storage: Storage) -> None:
        """More than a database lets a statement ask for."""
        storage.interactions.put_all(DAY)
        many = [f"card:{i}" for i in range(MORE_THAN_A_STATEMENT_TAKES)]

        assert event_keys(storage.interactions.between(people=[*many, EVA])) == ["tea", "dinner"]

    def test_between_refuses_a_moment_without_a_time_zone(self, storage: Storage) -> None:
        naive = NOON.replace(tzinfo=None)

        with pytest.raises(InvalidArgumentError, match="since"):
            storage.interactions.between(naive)
        with pytest.raises(InvalidArgumentError, match="until"):
            storage.interactions.between(until=naive)

    def test_between_shows_what_was_there_when_it_was_called(self, storage: Storage) -> None:
        storage.interactions.put_all(DAY)

        unread, begun = storage.interactions.between(), storage.interactions.between(people=[ANNA])
        first = next(begun)
        storage.interactions.remove("lunch")
        storage.interactions.put(event("breakfast", NOON, [BEN]))

        assert tuple(unread) == DAY
        assert (first, *begun) == DAY[:2]

    def test_since_no_version_gives_all(self, storage: Storage) -> None:
        assert storage.interactions.since().is_whole
        storage.interactions.put_all(DAY)

        later = storage.interactions.since(0)

        assert later.is_whole
        assert written(later.interactions) == written(DAY)

    def test_since_gives_what_was_written_since_or_all(self, storage: Storage) -> None:
        storage.interactions.put_all(DAY[:2])
        version = storage.interactions.since().version
        storage.interactions.put_all(DAY[2:])

        later = storage.interactions.since(version)
        same = storage.interactions.since(later.version)

        assert written(later.interactions) == written(DAY if later.is_whole else DAY[2:])
        assert written(same.interactions) == written(DAY if same.is_whole else [])

    @pytest.mark.parametrize("again", [[], [event("dinner", NOON, [BEN])]])
    def test_since_gives_all_where_one_was_replaced_or_removed(
        self, storage: Storage, again: list[Interaction]
    ) -> None:
        storage.interactions.put_all(DAY)
        version = storage.interactions.since().version

        # The last that was written: one who gives its number anew would not see that it went.
        storage.interactions.remove("dinner")
        storage.interactions.put_all(again)
        later = storage.interactions.since(version)

        assert later.is_whole
        assert written(later.interactions) == written(storage.interactions)

    def test_since_gives_all_where_all_was_cleared_meanwhile(self, storage: Storage) -> None:
        storage.interactions.put_all(DAY)
        version = storage.interactions.since().version
        storage.clear()
        cleared = storage.interactions.since(version)
        storage.interactions.put_all(DAY[:1])

        later = storage.interactions.since(version)

        assert (cleared.is_whole, len(cleared.interactions)) == (True, 0)
        assert later.is_whole
        assert written(later.interactions) == written(DAY[:1])

    @pytest.mark.parametrize("version", [-1, True, "1", 1.0, None])
    def test_since_refuses_what_is_no_version(self, storage: Storage, version: int) -> None:
        with pytest.raises(InvalidArgumentError, match="version"):
            storage.interactions.since(version)

    def test_get_all_shows_what_was_there_when_it_was_called(self, storage: Storage) -> None:
        storage.interactions.put_all(DAY)

        got = storage.interactions.get_all(["lunch", "tea"])
        storage.interactions.remove("lunch")

        assert sorted(event_keys(got)) == ["lunch", "tea"]

    def test_what_is_asked_for_is_read_when_it_is_asked(self, storage: Storage) -> None:
        # Who asks may change what she asked with before she reads the answer.
        people, keys = [ANNA], ["tea"]
        storage.interactions.put_all(DAY)

        found, got = storage.interactions.between(people=people), storage.interactions.get_all(keys)
        people[:], keys[:] = [EVA], []

        assert event_keys(found) == ["breakfast", "lunch"]
        assert event_keys(got) == ["tea"]

    def test_interactions_stand_in_the_order_of_time_then_of_keys(self, storage: Storage) -> None:
        at_once = [
            event("a", NOON.astimezone(east(9))),
            event("b", NOON.astimezone(east(-9, -30))),
            event("c", NOON),
            event("d", NOON.astimezone(east(5, 45))),
        ]
        # Eleven at noon in UTC is 23 o'clock there: as text it would come last, and is the first.
        by_the_clock_later = event("e", (NOON - HOUR).astimezone(east(12)))

        storage.interactions.put_all([*reversed(at_once), by_the_clock_later])

        assert event_keys(storage.interactions) == ["e", "a", "b", "c", "d"]
        assert event_keys(storage.interactions.between(NOON)) == ["a", "b", "c", "d"]
        assert event_keys(storage.interactions.between(people=[ANNA])) == ["e", "a", "b", "c", "d"]
