from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import date
from threading import Barrier, Event

import attrs

from netzwerkwandel.model import Contact, Experiment
from netzwerkwandel.storage import Storage
from netzwerkwandel.testing.storages.examples import ANNA, BEN, broken_off, event


# Enough that two meet in nearly every run where nothing keeps them apart, and few enough that a
# storage which opens a connection for each is not slowed down by that.
THREADS = 8
TIMES = 5
MOMENT = 0.002
"""Seconds in which others get to run; a right storage passes whether they do or not."""


class KeepsThreadsApart:
    """Several threads use one object."""

    def test_threads_that_write_at_once_lose_nothing(self, storage: Storage) -> None:
        def write(thread: int) -> None:
            for i in range(TIMES):
                storage.contacts.put(Contact(key=f"{thread}:{i}"))
                storage.interactions.put_all([event(f"{thread}:{i}"), event(f"{thread}:{i}+")])
                with storage.transaction():
                    storage.contacts.put(Contact(key=f"{thread}:{i} in a transaction"))
                    storage.interactions.put(event(f"{thread}:{i} in a transaction"))

        in_threads(write)

        assert len(storage.contacts) == len(list(storage.contacts)) == THREADS * TIMES * 2
        assert len(storage.interactions) == THREADS * TIMES * 3

    def test_a_transaction_that_fails_takes_back_no_writes_of_other_threads(
        self, storage: Storage
    ) -> None:
        def write(thread: int) -> None:
            for i in range(TIMES):
                if thread % 2:
                    storage.contacts.put(Contact(key=f"{thread}:{i}"))
                else:
                    with broken_off(storage):
                        storage.contacts.put(Contact(key=f"{thread}:{i}"))
                        pause()

        in_threads(write)

        assert len(storage.contacts) == THREADS * TIMES // 2

    def test_threads_that_read_and_write_in_transactions_count_right(
        self, storage: Storage
    ) -> None:
        counter = Experiment(key="counter", title="", started=date(2026, 1, 1), hours=0.0)
        storage.experiments.put(counter)

        def increment(_: int) -> None:
            for _again in range(TIMES):
                with storage.transaction():
                    now = storage.experiments.get("counter")
                    pause()
                    storage.experiments.put(attrs.evolve(now, hours=(now.hours or 0.0) + 1.0))

        in_threads(increment)

        assert storage.experiments.get("counter").hours == THREADS * TIMES

    def test_nobody_else_sees_a_transaction_before_its_end(self, storage: Storage) -> None:
        storage.contacts.put(Contact(key=ANNA))

        with ThreadPoolExecutor(1) as other, broken_off(storage):
            storage.contacts.put(Contact(key=BEN))
            seen = other.submit(lambda: [contact.key for contact in storage.contacts])
            wait([seen], timeout=0.05)

        assert seen.result() == [ANNA]

    def test_an_iteration_may_go_on_in_another_thread(self, storage: Storage) -> None:
        for key in (ANNA, BEN):
            storage.contacts.put(Contact(key=key))
        begun = iter(storage.contacts)

        with ThreadPoolExecutor(1) as other:
            seen = other.submit(lambda: [contact.key for contact in begun])

        assert seen.result() == [ANNA, BEN]


def pause() -> None:
    """Let other threads run."""
    Event().wait(MOMENT)


def in_threads(work: Callable[[int], None]) -> None:
    """Let several threads work, all from one moment on; what one raises is raised."""
    barrier = Barrier(THREADS)

    def begin(thread: int) -> None:
        barrier.wait()
        work(thread)

    with ThreadPoolExecutor(THREADS) as threads:
        for _ in threads.map(begin, range(THREADS)):
            pass  # the result of a thread raises what the thread raised
