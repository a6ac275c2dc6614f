"""How long does it take to save a person's records, to load them, and to read one person's years?

``python benchmarks/storage.py`` saves and loads a million interactions of ``busy_records.py``
beside the plain things that could be done with them instead, then writes ten million over twenty
years and reads five years of one contact after another; each in a process of its own. It prints the
tables of ``benchmarks/README.md``. PostgreSQL is measured where ``NETZWERKWANDEL_TEST_POSTGRES`` is
the URL of a server. ``--size 10000`` does all on something small.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import attrs
import numpy as np

import netzwerkwandel as nw
from busy_records import AS_OF, ME, busy_records
from graphs import SEED
from netzwerkwandel.storage import rows, sqlite_schema


T = TypeVar("T")
Results = dict[str, float]

RUNS = 3
PEOPLE = 3_000
CHUNK = 1_000_000
YEARS = 20
SINCE = datetime(2006, 1, 1, tzinfo=UTC)
FIVE_YEARS = (datetime(2015, 1, 1, tzinfo=UTC), datetime(2020, 1, 1, tzinfo=UTC))
POSTGRES = os.environ.get("NETZWERKWANDEL_TEST_POSTGRES")
OWNER = "benchmark"
CPU = ": CPU"
PLAIN_WRITE = "plain sqlite3, write the same rows"
PLAIN_READ = "plain sqlite3, read the same rows"


def mail_key(number: int) -> nw.Key:
    """A key as that of a mail: in no order."""
    return f"mail:{blake2b(str(number).encode(), digest_size=16).hexdigest()}"


def person_key(number: int) -> nw.Key:
    return f"mailto:person{number}@example.org"


def records_of(interactions: int) -> nw.Records:
    """The busy person's, with keys as they are in life."""
    made = busy_records(min(PEOPLE, interactions // 4), interactions)
    events = (attrs.evolve(e, key=mail_key(i)) for i, e in enumerate(made.interactions))
    return attrs.evolve(made, interactions=events)


def opened(kind: str, file: Path) -> nw.Storage:
    return nw.open_storage(POSTGRES if kind == "PostgreSQL" else file, owner=OWNER)


def saving(kind: str, interactions: int, folder: Path) -> Results:
    """Save, load, and load into a network."""
    records, results = records_of(interactions), Results()
    for run in range(RUNS):
        with opened(kind, folder / f"{run}.db") as storage:
            storage.clear()
            fastest(results, "save", partial(storage.save, records))
            fastest(results, "load", storage.load)
            fastest(results, "load into a network", lambda: network_of(storage.load()))
            fastest(results, "save the same again", partial(storage.save, records))
    return results


def network_of(records: nw.Records) -> nw.Network:
    return nw.Network.from_records(records, as_of=AS_OF)


def by_turns(interactions: int, folder: Path) -> Results:
    """Both sides of each ratio in one process, one after the other."""
    records, results = records_of(interactions), Results()
    network_of(records)
    for run in range(RUNS):
        with (
            opened("SQLite", folder / f"{run}.db") as storage,
            plain_storage(folder / f"plain{run}.db") as plain,
        ):
            fastest(results, "save", partial(storage.save, records))
            fastest(results, PLAIN_WRITE, plain_writer(plain, records))
            for _ in range(RUNS):
                fastest(results, "load into a network", lambda: network_of(storage.load()))
                fastest(results, PLAIN_READ, partial(plain_rows, plain))
                fastest(results, "save the same again", partial(storage.save, records))
    ratios = (
        ("save", PLAIN_WRITE),
        ("load into a network", PLAIN_READ),
        ("save the same again", "save"),
    )
    for one, other in ratios:
        results[f"{one} / {other}"] = results[one + CPU] / results[other + CPU]
    return results


@contextmanager
def plain_storage(file: Path) -> Iterator[sqlite3.Connection]:
    """A file with the tables of a storage and one owner, open to plain ``sqlite3``."""
    with opened("SQLite", file) as made:
        made.save(nw.Records(contacts=[nw.Contact(key=ME)]))
    with closing(sqlite3.connect(file, isolation_level=None)) as plain:
        yield plain


def peers(interactions: int, folder: Path) -> Results:
    """What else could be done with the same records."""
    records, results = records_of(interactions), Results()
    network_of(records)
    for run in range(RUNS):
        fastest(results, "network of records in memory", partial(network_of, records))
        with plain_storage(folder / f"{run}.db") as plain:
            fastest(results, PLAIN_WRITE, plain_writer(plain, records))
            fastest(results, PLAIN_READ, partial(plain_rows, plain))
        text = fastest(results, "export_json", partial(nw.export_json, records))
        fastest(results, "import_json", partial(nw.import_json, text))
        del text
        pickled = fastest(results, "pickle.dumps", partial(pickle.dumps, records))
        fastest(results, "pickle.loads", partial(pickle.loads, pickled))
        del pickled
    return results


def plain_writer(plain: sqlite3.Connection, records: nw.Records) -> Callable[[], None]:
    """Writes the rows, all ready, of the interactions: the least that there is to do."""
    ((owner,),) = plain.execute("SELECT id FROM owners").fetchall()
    plain.execute("PRAGMA synchronous = FULL")
    events = records.interactions
    number = {key: i for i, key in enumerate(events.people, 1)}
    people = [(i, owner, key) for key, i in number.items()]
    made = rows.interaction_rows(events, number, 0, len(events))
    interactions = [(i, owner, *row) for i, row in enumerate(made, 1)]
    presences = [
        (person, row[3], row[0]) for row in interactions for person in rows.numbers_in(row[-1])
    ]

    def write() -> None:
        plain.execute("BEGIN IMMEDIATE")
        for statement in sqlite_schema.DROP_INDEXES:
            plain.execute(statement)
        plain.executemany("INSERT INTO people VALUES (?, ?, ?)", people)
        plain.executemany(f"INSERT INTO interactions VALUES ({'?, ' * 8}?)", interactions)
        plain.executemany("INSERT INTO participants VALUES (?, ?, ?)", sorted(presences))
        for statement in sqlite_schema.CREATE_INDEXES:
            plain.execute(statement)
        plain.execute("COMMIT")

    return write


def plain_rows(plain: sqlite3.Connection) -> int:
    return len(plain.execute("SELECT * FROM interactions ORDER BY at, key").fetchall())


def spans(kind: str, interactions: int, folder: Path) -> Results:
    """Write chunk by chunk, then read five years of each of many people."""
    results = Results()
    with opened(kind, folder / "all.db") as storage:
        storage.clear()
        timed(results, "write all", lambda: write_in_chunks(storage, interactions))
        if files := list(folder.iterdir()):
            results["on disk, MB"] = sum(file.stat().st_size for file in files) / 1e6
    rng = np.random.default_rng(SEED)
    people = rng.choice(PEOPLE, min(PEOPLE, 200), replace=False).tolist()
    read = [five_years(kind, folder, person_key(who)) for who in people]
    seconds = [each for each, _ in read]
    results["one contact, median ms"] = 1e3 * float(np.median(seconds))
    results["one contact, 99 of 100 within ms"] = 1e3 * float(np.quantile(seconds, 0.99))
    results["one contact, slowest ms"] = 1e3 * max(seconds)
    results["one contact, median interactions"] = float(np.median([n for _, n in read]))
    results["one contact, most interactions"] = max(n for _, n in read)
    own, results["the owner, interactions"] = five_years(kind, folder, ME)
    return {**results, "the owner, seconds": own}


def write_in_chunks(storage: nw.Storage, interactions: int) -> None:
    """In the order of time, as a large mailbox would come."""
    for start in range(0, interactions, CHUNK):
        stop = min(start + CHUNK, interactions)
        storage.interactions.put_all(list(events(start, stop, interactions)))


def events(start: int, stop: int, of: int) -> Iterator[nw.Interaction]:
    """Mails to one person or from one, three in ten with others in copy."""
    rng = np.random.default_rng((SEED, start))
    share = np.random.default_rng(SEED).lognormal(0, 1.0, PEOPLE)
    first, second, third = rng.choice(PEOPLE, (3, stop - start), p=share / share.sum()).tolist()
    copied, mine = rng.random(stop - start).tolist(), (rng.random(stop - start) < 0.5).tolist()
    step = timedelta(days=365.25 * YEARS) / of
    for i in range(stop - start):
        contact = person_key(first[i])
        copies = (person_key(second[i]), person_key(third[i])) if copied[i] < 0.3 else ()
        yield nw.Interaction(
            key=mail_key(start + i),
            when=SINCE + (start + i) * step,
            participants={ME, contact, *copies},
            sender=ME if mine[i] else contact,
        )


def five_years(kind: str, folder: Path, person: nw.Key) -> tuple[float, int]:
    """Seconds from opening the storage, of whose file nothing is in memory, to the last row."""
    for file in folder.iterdir():
        forget_pages(file)
    start = time.perf_counter()
    with opened(kind, folder / "all.db") as storage:
        found = sum(1 for _ in storage.interactions.between(*FIVE_YEARS, people=[person]))
        return time.perf_counter() - start, found


def forget_pages(file: Path) -> None:
    """Ask the system to read the file from the disk next time, where it can be asked."""
    if hasattr(os, "posix_fadvise"):
        with file.open("rb") as opened_file:
            os.posix_fadvise(opened_file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def fastest(results: Results, name: str, work: Callable[[], T]) -> T:
    """Do it, and keep the figures of the time that took the fewest CPU seconds."""
    now = Results()
    value = timed(now, name, work)
    if now[name + CPU] < results.get(name + CPU, float("inf")):
        results.update(now)
    return value


def timed(results: Results, name: str, work: Callable[[], T]) -> T:
    start, start_cpu = time.perf_counter(), time.process_time()
    value = work()
    results[name] = time.perf_counter() - start
    results[name + CPU] = time.process_time() - start_cpu
    return value


KINDS = ("SQLite", *(["PostgreSQL"] if POSTGRES else []))
MEASURED: dict[str, Callable[[int, Path], Results]] = {
    **{f"saving, {kind}": partial(saving, kind) for kind in KINDS},
    "by turns, SQLite": by_turns,
    "beside them": peers,
    **{f"spans, {kind}": partial(spans, kind) for kind in KINDS},
}


def measure_apart(name: str, size: int) -> Results:
    command = [sys.executable, __file__, "--measure", name, "--size", str(size)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    results: Results = json.loads(done.stdout)
    return results


def report(name: str, size: int, results: Results) -> None:
    print(f"\n### {name}: {size:,} interactions\n\n| | | CPU seconds |\n|---|---|---|")
    for row in [row for row in results if not row.endswith(CPU)]:
        digits = 0 if row.endswith(("interactions", "MB")) else 2
        cpu = f"{results[row + CPU]:.2f}" if row + CPU in results else ""
        print(f"| {row} | {results[row]:,.{digits}f} | {cpu} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=10_000_000, help="interactions in all")
    parser.add_argument("--measure", choices=MEASURED, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.measure:
        for name in MEASURED:
            size = options.size if name.startswith("spans") else options.size // 10
            report(name, size, measure_apart(name, size))
        return
    with tempfile.TemporaryDirectory() as folder:
        results = MEASURED[options.measure](options.size, Path(folder))
    results["peak, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    print(json.dumps(results))


if __name__ == "__main__":
    main()
