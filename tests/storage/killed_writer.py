"""Kills a writer at random moments and looks at what is left; run as a process of its own.

    python killed_writer.py FOLDER SEED KILLS

A child process writes one step after another and tells of each when the call has returned. After
the kill the file must hold exactly what a storage in memory holds after the steps that were told
of, or after one more, which had been written but not yet told. A backup is whole, or not there.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from netzwerkwandel.errors import NotFoundError
from netzwerkwandel.model import Contact, Decision, Experiment, Interaction, Suggestion, Tie
from netzwerkwandel.records import Found, Origin, Records
from netzwerkwandel.storage import MemoryStorage, SqliteStorage, Storage


ROUNDS_PER_FILE = 5
MANY = 2_000
LONGEST_OPENING, LONGEST_WRITING, SHORTEST = 0.006, 0.25, 0.01
START = datetime(2026, 1, 1, tzinfo=UTC)


class TakenBackError(Exception):
    pass


def gone(n: int) -> str:
    return f"mailto:gone{n:05}@example.org"


def stays(n: int) -> str:
    return f"mailto:stays{n:05}@example.org"


def events(n: int, count: int, minutes: int = 0) -> list[Interaction]:
    return [
        Interaction(
            key=f"event:{n}:{i}",
            when=START + timedelta(hours=i, minutes=minutes),
            channel="mail",
            participants=[gone(n), stays(n + i % 50)],
        )
        for i in range(count)
    ]


def in_all_tables(storage: Storage, n: int) -> None:
    with storage.transaction():
        storage.contacts.put(Contact(key=gone(n), name=f"Gone {n}", notes="x" * (n % 7 * 900)))
        storage.ties.put(Tie(a=gone(n), b=stays(n), relations=["friend"]))
        with storage.transaction():
            storage.experiments.put(
                Experiment(key=f"try:{n}", title="Try", started=date(2026, 1, 1), met=[gone(n)])
            )
            storage.interactions.put_all(events(n, 20))
        with suppress(TakenBackError), storage.transaction():
            storage.contacts.put(Contact(key=f"card:never{n}"))
            storage.interactions.put_all(events(n + 1, 20))
            raise TakenBackError
        storage.decisions.put(Decision(a=f"card:{n}", b=stays(n), is_one_person=False))
        storage.put_origin(Origin(me=stays(n)))


def many(storage: Storage, n: int) -> None:
    storage.interactions.put_all(events(n - 1, MANY))


def many_again(storage: Storage, n: int) -> None:
    storage.interactions.put_all(events(n - 2, MANY, minutes=n))


def saved(storage: Storage, n: int) -> None:
    keys = [gone(n), *(stays(n + i) for i in range(50))]
    people = [Contact(key=key, name=f"Name {key[7:12]}", organisation=f"{n}") for key in keys]
    records = Records(contacts=people, found=people, interactions=events(n, 100))
    storage.save(records)


def one(storage: Storage, n: int) -> None:
    storage.contacts.put(Contact(key=stays(n), name=f"Step {n}"))


def removed(storage: Storage, n: int) -> None:
    storage.contacts.remove(stays(n - 1))


def all_known_of_one(storage: Storage, n: int) -> None:
    found = Contact(key=gone(n), name=f"Gone {n}")
    suggestion = Suggestion(key=f"advice:{n}", contact=gone(n), on=date(2026, 1, 1))
    with storage.transaction():
        storage.found.put(Found(key=gone(n), contacts=[found]))
        storage.suggestions.put(suggestion)
        storage.interactions.put_all(events(n, 3))
        storage.interactions.remove(f"event:{n}:1")


def looked_after(storage: Storage, n: int) -> None:
    """Do what changes none of the records: a storage in memory has no need of it."""
    if isinstance(storage, SqliteStorage):
        assert len(storage.secret()) == 32
        assert storage.check() == storage.remove_unreadable() == ()


def backed_up(storage: Storage, n: int) -> None:
    if isinstance(storage, SqliteStorage):
        storage.backup(f"{storage._database._file}-copy{n}")


def by_version(storage: Storage, n: int) -> None:
    if not isinstance(storage, SqliteStorage):
        storage.contacts.put(Contact(key="card:version", notes=f"{n}"))
        return
    with suppress(NotFoundError):
        _, version = storage.contacts.get_with_version("card:version")
        storage.contacts.put(Contact(key="card:version", notes=f"{n}"), version=version)
        return
    storage.contacts.put(Contact(key="card:version", notes=f"{n}"))


def forgotten(storage: Storage, n: int) -> None:
    storage.forget(gone(n - 5))


def cleared(storage: Storage, n: int) -> None:
    storage.clear()


STEPS: list[Callable[[Storage, int], None]] = [
    *[in_all_tables, many, many_again, saved, one, forgotten],
    *[one, removed, all_known_of_one, by_version, backed_up, looked_after, by_version, forgotten],
    *[in_all_tables, one, in_all_tables, saved, many, forgotten],
    cleared,
]


def write(path: Path, first: int, told: int) -> None:
    """Write one step after another, until killed."""
    with SqliteStorage(path) as storage:
        os.write(told, b"\n")
        for n in range(first, first + 1_000):
            STEPS[n % len(STEPS)](storage, n)
            os.write(told, b"\n")


def killed(path: Path, first: int, *, after: int, delay: float) -> int | None:
    """How many steps a writer told of before it was killed; None if it was still opening."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            write(path, first, writing)
        except BaseException:
            traceback.print_exc()
            raise
        finally:
            os._exit(1)
    os.close(writing)
    told = b""
    while len(told) < after and (more := os.read(reading, after - len(told))):
        told += more
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    (_, status) = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), f"the writer ended by itself: {status}"
    while more := os.read(reading, 65_536):
        told += more
    os.close(reading)
    return len(told) - 1 if told else None


def check(path: Path, model: MemoryStorage, first: int, told: int) -> int:
    """See that the file holds the steps that were told of, or one more; say how many."""
    for n in range(first, first + told):
        STEPS[n % len(STEPS)](model, n)
    with SqliteStorage(path) as storage:
        assert storage._database.run("PRAGMA integrity_check") == [("ok",)]
        assert storage._database.run("PRAGMA foreign_key_check") == []
        found = storage.load()
    done = first + told
    if found != model.load():
        STEPS[done % len(STEPS)](model, done)
        done += 1
        assert found == model.load(), f"half of step {done - 1} is there, or an earlier one is not"
    check_erased(path, model, done)
    for copy in path.parent.glob("*-copy*"):
        if copy.name.rpartition("copy")[2].isdecimal():  # not one that was not ended, or a log
            with SqliteStorage(copy) as backup:
                assert backup.check() == ()
                assert len(backup.interactions), "a backup is there that holds nothing"
        copy.unlink(missing_ok=True)
    return done


def check_erased(path: Path, model: MemoryStorage, done: int) -> None:
    assert not path.with_name(f"{path.name}-wal").exists()
    left = path.read_bytes()
    named = {key for event in model.interactions for key in event.participants}
    named |= {contact.key for contact in model.contacts}
    for n in range(done):
        assert gone(n) in named or gone(n).encode() not in left, f"a trace of {gone(n)} is left"


def written_before(path: Path, model: MemoryStorage, steps: int) -> int:
    """Write so many steps that nobody kills, so that each step is the next for some writer."""
    with SqliteStorage(path) as storage:
        for n in range(steps):
            STEPS[n](storage, n)
            STEPS[n](model, n)
    for copy in path.parent.glob("*-copy*"):
        copy.unlink()
    return steps


def main(folder: Path, seed: int, kills: int) -> None:
    chance, counts = random.Random(seed), Counter[str]()
    for turn in range(kills):
        if turn % ROUNDS_PER_FILE == 0:
            path, model = folder / f"{turn}.db", MemoryStorage()
            first = written_before(path, model, chance.randrange(len(STEPS)))
        # Half of them soon, since most steps are short, and a long one would get all of the kills.
        after = chance.choice([0, 0, *range(1, 6)])
        longest = chance.choice([LONGEST_WRITING, SHORTEST]) if after else LONGEST_OPENING
        told = killed(path, first, after=after, delay=chance.uniform(0, longest))
        done = check(path, model, first, told or 0)
        counts["kills"] += 1
        counts[f"in {STEPS[(first + (told or 0)) % len(STEPS)].__name__}"] += told is not None
        counts["while opening"] += told is None
        counts["acknowledged"] += told or 0
        counts["written but not told of"] += done - first - (told or 0)
        first = done
    json.dump(counts, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
