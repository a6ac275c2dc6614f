from __future__ import annotations

import attrs
import pytest
from hypothesis import given

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.identity.shared_keys import bare_key
from netzwerkwandel.records.documents import text_of
from netzwerkwandel.records.records_change import RecordsChange
from netzwerkwandel.storage import MemoryStorage
from netzwerkwandel.testing import StorageConformance
from strategies import records


def without_nul(of):
    titled = [attrs.evolve(each, title=each.title.replace("\0", "")) for each in of.experiments]
    return attrs.evolve(of, experiments=titled)


STORABLE = records().map(without_nul)


class TestMemoryStorage(StorageConformance):
    @pytest.fixture
    def make_storage(self):
        return MemoryStorage


@given(STORABLE)
def test_any_records_that_were_saved_are_loaded(given_records):
    storage = MemoryStorage()

    storage.save(given_records)

    assert storage.load() == given_records


@pytest.mark.slow
@given(STORABLE, STORABLE)
def test_any_records_saved_twice_change_nothing(older, newer):
    storage = MemoryStorage()
    storage.save(older)
    storage.save(newer)
    before = storage.load()

    change = storage.save(newer)

    assert change == RecordsChange()
    assert storage.load() == before


def tied(of):
    """Between whom there are ties, by the keys without a name behind them."""
    return {frozenset(map(bare_key, (tie.a, tie.b))) for tie in of.ties}


@pytest.mark.slow
@given(STORABLE, STORABLE)
def test_nothing_that_was_saved_is_lost(older, newer):
    storage = MemoryStorage()
    storage.save(older)
    storage.save(newer)
    loaded = storage.load()

    for each in (older, newer):
        assert {bare_key(contact.key) for contact in each.contacts} <= loaded.person_of.keys()
        assert {e.key for e in each.interactions} <= {e.key for e in loaded.interactions}
        # Who shares an address with others may have her name behind it now.
        assert tied(each) <= tied(loaded)
        assert {e.key for e in each.experiments} <= {e.key for e in loaded.experiments}


@pytest.mark.slow
@given(STORABLE)
def test_nothing_names_anybody_who_was_forgotten(given_records):
    for contact in given_records.contacts:
        storage = MemoryStorage()
        storage.save(given_records)
        hers = {k for k, person in given_records.person_of.items() if person == contact.key}
        if given_records.me in hers:
            with pytest.raises(InvalidArgumentError):
                storage.forget(contact.key)
            continue

        storage.forget(contact.key)

        left = storage.load()
        assert hers.isdisjoint(named(left))
        others = [each for each in given_records.contacts if each.key != contact.key]
        assert [text_of(each) for each in left.contacts] == [text_of(each) for each in others]


def named(of):
    """Every key that any record names somebody by."""
    return {
        *(contact.key for contact in (*of.contacts, *of.found)),
        *(key for tie in of.ties for key in (tie.a, tie.b)),
        *(key for event in of.interactions for key in event.participants),
        *(key for each in of.experiments for key in each.met),
        *(key for pair in of.merged | of.kept_apart for key in pair),
    }
