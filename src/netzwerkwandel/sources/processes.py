"""Work done side by side, by other processes, with the results of doing it here."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from typing import Protocol, TypeVar


class Sized(Protocol):
    """Work of which is known how many bytes it is."""

    @property
    def size(self) -> int:
        """How many bytes."""


W = TypeVar("W", bound=Sized)
T = TypeVar("T")
G = TypeVar("G")


def in_processes(
    work: Callable[[W], T],
    parts: Sequence[W],
    *,
    workers: int,
    advance: Callable[[int], object] | None = None,
) -> Iterator[T]:
    """Do work for each of some parts, side by side, and give the results in order.

    Parameters
    ----------
    work : callable
        Can be pickled, as a function of a module can.
    parts : sequence
        What to do it for.
    workers : int
        How many processes at most.
    advance : callable, optional
        Is told of each part that is done, how long it was.
    """
    with process_pool(min(workers, len(parts))) as pool:
        futures = [pool.submit(work, part) for part in parts]
        for part, future in zip(parts, futures, strict=True):
            try:
                result = future.result()
            except (BrokenProcessPool, OSError):
                # A process that was ended, by a system short of memory say: it is done here.
                result = work(part)
            if advance is not None:
                advance(part.size)
            yield result


@contextmanager
def process_pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Start processes, and end all of them at once when this one is interrupted."""
    before = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(workers, initializer=_end_quietly)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in set(multiprocessing.active_children()) - before:
            child.terminate()
        raise
    pool.shutdown()


def _end_quietly() -> None:
    """Let an interrupt, which the terminal sends to every process, end this one without a word."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))


def can_travel(*things: object) -> bool:
    """Say whether things can be given to another process."""
    with suppress(Exception):
        pickle.dumps(things)
        return True
    return False
