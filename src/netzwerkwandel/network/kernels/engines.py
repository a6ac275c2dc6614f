"""Which engine runs the hot loops: numba where it is installed and worth it, else numpy."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.util import find_spec
from threading import RLock
from typing import Protocol

import attrs

from netzwerkwandel.errors import InvalidArgumentError, MissingExtraError


ENGINES = ("numba", "numpy")
CHUNK = 1_000_000


@attrs.frozen(kw_only=True)
class _Choice:
    engine: str | None = None
    threads: int | None = None
    chunk: int = CHUNK


_NO_CHOICE = _Choice()
_chosen: ContextVar[_Choice] = ContextVar("kernel", default=_NO_CHOICE)


@contextmanager
def use_kernel(
    name: str, *, threads: int | None = None, chunk: int | None = None
) -> Iterator[None]:
    """Run the loops on one engine for a while, whatever is installed and however small the work is.

    Parameters
    ----------
    name : str
        ``"numba"`` or ``"numpy"``.
    threads : int, optional
        How many threads run at once, at least 1; by default one for small work, else as many as
        there are cores, or as the environment variable ``NUMBA_NUM_THREADS`` says. numpy uses one.
    chunk : int, optional
        How many entries are looked at in one step, at least 1: bounds the memory, never the result.

    Raises
    ------
    InvalidArgumentError
        If there is no such engine, or a number is below 1.
    MissingExtraError
        If numba is asked for and not installed.

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> with use_kernel("numpy"):
    ...     nw.metrics.constraint(nw.Network.from_edges(["a", "b"], ["b", "c"]))
    array([1. , 0.5, 1. ])
    """
    if name not in ENGINES:
        raise InvalidArgumentError(f"a kernel must be one of {ENGINES}, got {name!r}")
    for argument, number in (("threads", threads), ("chunk", chunk)):
        if number is not None and number < 1:
            raise InvalidArgumentError(f"{argument} must be >= 1, got {number!r}")
    if not installed(name):
        raise MissingExtraError("fast", "the numba kernel")
    token = _chosen.set(_Choice(engine=name, threads=threads, chunk=chunk or CHUNK))
    try:
        yield
    finally:
        _chosen.reset(token)


def engine_for(size: int, least: Mapping[str, float]) -> str:
    """Say which engine runs a piece of work here and now.

    Parameters
    ----------
    size : int
        How large the work is.
    least : mapping of str to float
        From which size an engine is worth waiting for, the best engine first.

    Returns
    -------
    str
        The one chosen by ``use_kernel``; else the first that is installed and worth it, or numpy.
    """
    chosen = _chosen.get().engine
    if chosen is not None:
        return chosen if chosen in least else "numpy"
    worth = (name for name, floor in least.items() if size >= floor and installed(name))
    return next(worth, "numpy")


def may_use(name: str) -> bool:
    """Say whether an engine runs large pieces of work here and now."""
    return engine_for(1, {name: 0}) == name


def chosen_threads() -> int | None:
    """How many threads run at once, where that was said."""
    return _chosen.get().threads


def chunk_size() -> int:
    """How many entries are looked at in one step; bounds the memory, never the result."""
    return _chosen.get().chunk


@cache
def installed(name: str) -> bool:
    """Say whether an engine is there, without importing it."""
    return find_spec(name) is not None


ENOUGH = 10.0
"""How many of the smallest works that an engine is worth it is begun with in a process for.

Numpy takes a second for them. To import numba and load the first compiled form from the cache takes
0.5 s, every further form 0.01 to 0.05 s; to compile one where it is not in the cache 0.6 to 4 s.
"""


class Beginnings:
    """Which engines are in use in this process, and how much work others were not begun for.

    Parameters
    ----------
    enough : float
        For how much an engine is begun with, 1 being the smallest work that it is worth.
    """

    def __init__(self, enough: float = ENOUGH) -> None:
        self._enough = enough
        self._begun: set[str] = set()
        self._without: dict[str, float] = {}

    def least(self, name: str) -> float:
        """How large the next work must be for the engine to run it, at least 1."""
        if name in self._begun:
            return 1.0
        return max(1.0, self._enough - self._without.get(name, 0.0))

    def begin(self, name: str) -> None:
        """Note that the engine is in use, so that it runs whatever work it is worth from now on."""
        self._begun.add(name)

    def do_without(self, name: str, work: float) -> None:
        """Note that so much work of at least 1 was done without the engine."""
        self._without[name] = self._without.get(name, 0.0) + work


beginnings = Beginnings()


# A forked child has only the thread that forked. A lock that another thread held at that moment is
# held for ever in the child: were it importing or compiling an engine, the child would wait for
# that without end at its first measure. So a fork waits until nobody is, and holds these locks
# itself while it happens.


class Lock(Protocol):
    """What can be held by one thread at a time."""

    def acquire(self) -> object:
        """Wait until nobody else holds it."""

    def release(self) -> object:
        """Let others hold it."""


class LocksAtFork(list[Lock]):
    """Locks that no other thread holds when this process forks."""

    def acquire(self) -> None:
        """Hold all, in order."""
        for lock in self:
            lock.acquire()

    def release(self) -> None:
        """Let go of all."""
        for lock in reversed(self):
            lock.release()


loading = RLock()
"""Held while an engine is imported."""

locks_at_fork = LocksAtFork([loading])

if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=locks_at_fork.acquire,
        after_in_parent=locks_at_fork.release,
        after_in_child=locks_at_fork.release,
    )
