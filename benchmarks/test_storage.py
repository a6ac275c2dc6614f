"""What ``storage.py`` measures, on something small: that it runs, and that like is compared."""

from __future__ import annotations

from busy_records import ME
from storage import (
    FIVE_YEARS,
    by_turns,
    events,
    five_years,
    opened,
    peers,
    person_key,
    plain_rows,
    plain_storage,
    plain_writer,
    records_of,
    saving,
    spans,
)


SIZE = 400


def test_saving_and_loading_are_measured(tmp_path):
    assert {"save", "load", "load into a network"} <= saving("SQLite", SIZE, tmp_path).keys()


def test_both_sides_of_each_ratio_are_measured(tmp_path):
    results = by_turns(SIZE, tmp_path)

    ratio = results["save the same again: CPU"] / results["save: CPU"]
    assert results["save the same again / save"] == ratio
    assert sum(" / " in name for name in results) == 3


def test_other_ways_are_measured(tmp_path):
    assert {"export_json", "import_json", "pickle.loads"} <= peers(SIZE, tmp_path).keys()


def test_the_plain_writer_writes_what_a_storage_reads(tmp_path):
    records, file = records_of(SIZE), tmp_path / "a.db"
    with plain_storage(file) as plain:
        plain_writer(plain, records)()
        assert plain_rows(plain) == SIZE

    with opened("SQLite", file) as storage:
        assert tuple(storage.interactions) == records.interactions
        assert len(list(storage.interactions.between(people=[ME]))) == SIZE


def test_one_contacts_years_are_measured_among_all(tmp_path):
    results = spans("SQLite", SIZE, tmp_path)

    assert results["the owner, interactions"] == SIZE // 4
    assert results["one contact, most interactions"] <= SIZE // 4


def test_what_is_read_of_five_years_is_what_happened_then(tmp_path):
    happened = list(events(0, SIZE, SIZE))
    who = person_key(0)
    with opened("SQLite", tmp_path / "all.db") as storage:
        storage.interactions.put_all(happened)

    expected = [
        each
        for each in happened
        if FIVE_YEARS[0] <= each.when < FIVE_YEARS[1] and who in each.participants
    ]
    assert five_years("SQLite", tmp_path, who)[1] == len(expected)


def test_chunks_have_keys_of_their_own_and_follow_one_another():
    first, second = list(events(0, 50, 100)), list(events(50, 100, 100))

    assert len({each.key for each in (*first, *second)}) == 100
    assert max(each.when for each in first) < min(each.when for each in second)
