"""Writes with several threads into a file into which others write; run as a process of its own.

    python parallel_writer.py FILE NAME THREADS ROUNDS

Half of the threads share one storage, each of the others has its own.
"""

from __future__ import annotations

import sys
import threading
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

from netzwerkwandel.model import Contact, Interaction
from netzwerkwandel.storage import SqliteStorage


COUNTER = "card:counter"
START = datetime(2026, 1, 1, tzinfo=UTC)
AT_ONCE = 20


def events(name: str, turn: int) -> list[Interaction]:
    return [
        Interaction(
            key=f"{name}:{turn}:{i}",
            when=START + timedelta(minutes=turn * AT_ONCE + i),
            channel="message",
            participants=[f"card:{name}", f"card:shared{i}"],
        )
        for i in range(AT_ONCE)
    ]


def write(storage: SqliteStorage, name: str, rounds: int) -> None:
    for turn in range(rounds):
        storage.contacts.put(Contact(key=f"card:{name}:{turn}", name=name))
        storage.interactions.put_all(events(name, turn))
        with storage.transaction():
            count = int(storage.contacts.get(COUNTER).notes)
            storage.contacts.put(Contact(key=COUNTER, notes=str(count + 1)))


def main(path: str, process: str, threads: int, rounds: int) -> None:
    failed: list[BaseException] = []

    def run(storage: SqliteStorage, name: str) -> None:
        try:
            write(storage, name, rounds)
        except BaseException as error:
            failed.append(error)
            raise

    with ExitStack() as opened:
        shared = opened.enter_context(SqliteStorage(path))
        storages = [
            opened.enter_context(SqliteStorage(path)) if i % 2 else shared for i in range(threads)
        ]
        running = [
            threading.Thread(target=run, args=(storage, f"{process}:{i}"))
            for i, storage in enumerate(storages)
        ]
        for each in running:
            each.start()
        for each in running:
            each.join()
    sys.exit(bool(failed))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
