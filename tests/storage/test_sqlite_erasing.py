from __future__ import annotations

import random
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from netzwerkwandel.model import (
    Contact,
    Decision,
    Experiment,
    Interaction,
    Problem,
    SourceReport,
    Tie,
)
from netzwerkwandel.records import Found, Origin
from netzwerkwandel.storage import SqliteStorage


ANNA, BEN, EVA, MARA = (f"mailto:{name}@example.org" for name in ("anna", "ben", "eva", "mara"))
TRACES = (b"anna@example.org", b"Annabel", b"+49170555", b"in/annabel")
START = datetime(2026, 1, 1, tzinfo=UTC)


def fill(storage: SqliteStorage) -> None:
    """Anna in every table."""
    card = "card:annabel"
    contact = Contact(
        key=ANNA,
        name="Annabel Meier",
        emails=["anna@example.org"],
        phones=["+49170555111"],
        profiles=["https://www.linkedin.com/in/annabel"],
        aliases=[card],
    )
    for each in (contact, Contact(key=BEN, name="Ben"), Contact(key=EVA, name="Eva")):
        storage.contacts.put(each)
    storage.found.put(Found(key=ANNA, contacts=[Contact(key=ANNA, name="Annabel Meier")]))
    storage.ties.put(Tie(a=ANNA, b=BEN, relations=["friend"]))
    storage.experiments.put(
        Experiment(key="choir", title="Choir", started=START.date(), met=[ANNA, BEN])
    )
    storage.decisions.put(Decision(a=card, b=ANNA, is_one_person=True))
    storage.interactions.put_all(
        Interaction(
            key=f"event:{i}",
            when=START + timedelta(hours=i),
            channel="mail",
            sender=BEN,
            participants=[ANNA, BEN, EVA][: 2 + i % 2],
        )
        for i in range(300)
    )
    problems = [Problem(where="line 7", reason="not a date: anna@example.org")]
    report = SourceReport(kind="mail", where="inbox", read=1, used=0, problems=problems)
    storage.put_origin(Origin(me=MARA, reports=[report]))


def traces(path: Path, wanted: tuple[bytes, ...] = TRACES) -> set[bytes]:
    """Those of the texts that are anywhere in the file, its log, and what else is beside it."""
    found = b"".join(each.read_bytes() for each in path.parent.iterdir())
    return {text for text in wanted if text in found}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "mara.db"


@pytest.fixture
def storage(path):
    with SqliteStorage(path) as opened:
        opened.interactions.few = 10  # more are read by a view of their own
        fill(opened)
        assert traces(path) == set(TRACES)
        yield opened


def test_who_was_forgotten_is_not_in_the_bytes_of_the_file_or_its_log(storage, path):
    storage.forget(ANNA)

    assert not traces(path)
    assert storage.contacts.get(BEN).name == "Ben"


def test_what_was_cleared_is_not_in_the_bytes_of_the_file_or_its_log(storage, path):
    storage.clear()

    assert not traces(path, (*TRACES, BEN.encode(), b"event:"))


def test_what_is_cleared_leaves_other_owners_what_they_have(storage, path):
    with SqliteStorage(path, owner="eva") as other:
        fill(other)

        storage.clear()

        assert len(other.contacts) == 3
        assert len(other.interactions) == 300


def test_who_is_forgotten_within_a_transaction_is_erased_after_it(storage, path):
    with storage.transaction():
        storage.forget(ANNA)
        storage.contacts.put(Contact(key="card:1"))

    assert not traces(path)


def test_who_is_forgotten_in_vain_is_still_there(storage, path):
    before = storage.load()

    with suppress(ZeroDivisionError), storage.transaction():
        storage.forget(ANNA)
        raise ZeroDivisionError

    assert storage.load() == before


def test_who_is_forgotten_while_somebody_reads_is_erased_with_the_next_transaction(storage, path):
    reading = iter(storage.interactions)
    first = next(reading)

    storage.forget(ANNA)
    rest = list(reading)
    with storage.transaction():
        pass

    assert ANNA in first.participants
    assert sum(ANNA in event.participants for event in rest) == 299
    assert not traces(path)


def test_who_is_forgotten_while_somebody_reads_is_erased_when_all_is_closed(storage, path):
    reading = iter(storage.interactions)
    next(reading)

    storage.forget(ANNA)
    storage.close()
    assert len(list(reading)) == 299

    assert not traces(path)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_what_could_not_be_erased_is_erased_after_opening_again(storage, path):
    with storage.transaction():
        storage.forget(ANNA)
        storage._database._has_to_empty_log = False  # as if killed after the transaction
    storage._database._connection.close()
    storage._database._connection = None

    with SqliteStorage(path) as again:
        with again.transaction():
            pass

        assert not traces(path)
        assert not again._database.run("SELECT 1 FROM unerased")


def test_who_is_forgotten_while_the_file_cannot_be_written_anew_is_erased_later(storage, path):
    reading = storage._database.batches("SELECT key FROM people")
    next(reading)

    storage.forget(ANNA)  # no file is written anew while a statement on it is being read
    reading.close()
    del reading
    with storage.transaction():
        pass

    assert not traces(path)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 7, 15])
def test_forgetting_many_of_a_large_file_leaves_none_of_them_where_pages_were_moved(path, seed):
    """With these seeds SQLite leaves a copy if the file is not written anew."""
    chance = random.Random(seed)
    people = [f"mailto:zq{i:04}xk@example.org" for i in range(600)]
    with SqliteStorage(path) as storage:
        with storage.transaction():
            for key in chance.sample(people, len(people)):
                notes = "n" * chance.randrange(400)
                storage.contacts.put(Contact(key=key, name=f"Name {key[7:13]}xk", notes=notes))
        for _ in range(8):
            storage.interactions.put_all(meetings(chance, people, 500))
        forgotten = chance.sample(people, 30)
        for key in forgotten:
            storage.forget(key)

        assert not traces(path, tuple(key[7:15].encode() for key in forgotten))


def meetings(chance: random.Random, people: list[str], count: int) -> list[Interaction]:
    return [
        Interaction(
            key=f"meeting:{chance.random()}",
            when=START + timedelta(minutes=chance.randrange(10**6)),
            channel="meeting",
            participants=chance.sample(people, chance.choice([2, 2, 3, 4])),
        )
        for _ in range(count)
    ]
