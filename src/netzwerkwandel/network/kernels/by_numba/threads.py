"""Threads of Python that run compiled loops side by side."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import Any, TypeAlias

import numba
import numpy as np
import numpy.typing as npt

from netzwerkwandel.network.arrays import IntArray
from netzwerkwandel.network.kernels.by_numba.loops import compiled
from netzwerkwandel.network.kernels.engines import chosen_threads


WORTH_THREADS = 20_000
"""Ties from which waking threads costs less than they save."""

Together: TypeAlias = Callable[..., object]
Result: TypeAlias = npt.NDArray[Any] | tuple[npt.NDArray[Any], ...]


def threads_for(size: int) -> int:
    """Say how many threads a piece of work is worth, unless ``use_kernel`` has said it."""
    all_cores = int(numba.config.NUMBA_NUM_THREADS)
    return chosen_threads() or (all_cores if size >= WORTH_THREADS else 1)


class ThreadedLoop:
    """A form of a kernel that is one compiled loop: each thread runs it, for rows of its own.

    Parameters
    ----------
    loop : callable
        Takes which of how many threads it runs in, the kernel's arguments, and the result.
    result : callable
        From the kernel's arguments, the array or arrays that the loop fills in.
    size : callable
        From the kernel's arguments, how much there is to do, in ties.
    """

    def __init__(
        self,
        loop: Callable[..., None],
        result: Callable[..., Result],
        size: Callable[..., int],
    ) -> None:
        self.loop = compiled(loop)
        self._result = result
        self._size = size
        self.__doc__ = loop.__doc__
        self.__name__ = loop.__name__
        self.__signature__ = inspect.signature(result)

    def __call__(self, *args: Any) -> Result:
        """Make the result, and have it filled in."""
        result = self._result(*args)
        filled = result if isinstance(result, tuple) else (result,)
        threads = threads_for(self._size(*args))
        # Compiled code knows arrays and tuples of them: of an oriented network it is given those.
        given = (arg.arrays if hasattr(arg, "arrays") else arg for arg in args)
        share_out(threads, self.loop, threads, *given, *filled)
        return result


def threaded(
    result: Callable[..., Result], size: Callable[..., int]
) -> Callable[[Callable[..., None]], ThreadedLoop]:
    """Make a form of a kernel of a loop over rows; see ``ThreadedLoop``."""
    return lambda loop: ThreadedLoop(loop, result, size)


@contextmanager
def team(threads: int) -> Iterator[Together]:
    """Wake some threads for several rounds of work.

    Yields
    ------
    callable
        ``together(work, *arrays)`` calls ``work(thread, *arrays)`` once for each thread, all at
        once, and returns when all are done.
    """
    if threads == 1:
        yield lambda work, *arrays: work(0, *arrays)
        return
    with ThreadPoolExecutor(threads - 1) as pool:

        def together(work: Callable[..., object], *arrays: Any) -> None:
            others = [pool.submit(work, k, *arrays) for k in range(1, threads)]
            try:
                work(0, *arrays)
            finally:
                wait(others)
            for other in others:
                other.result()

        yield together


def share_out(threads: int, work: Callable[..., object], *arrays: Any) -> None:
    """Call ``work(thread, *arrays)`` once for each thread, all at once."""
    if threads == 1:
        work(0, *arrays)
        return
    with team(threads) as together:
        together(work, *arrays)


def even_shares(ends: IntArray, threads: int) -> IntArray:
    """Cut rows into runs with about as many entries each, one run for each thread.

    Parameters
    ----------
    ends : IntArray, shape (n_rows + 1,)
        Where each row begins among the entries, and the last ends.
    threads : int
        How many runs.

    Returns
    -------
    IntArray, shape (threads + 1,)
        Where each run of rows begins, and the last ends.

    Examples
    --------
    Four rows of 5, 1, 1 and 1 entries, for two threads: the first row alone is half of it.

    >>> even_shares(np.array([0, 5, 6, 7, 8]), 2)
    array([0, 1, 4])
    """
    if threads == 1:
        return np.array([0, len(ends) - 1])
    borders = np.searchsorted(ends, np.linspace(0, ends[-1], threads + 1))
    borders[0], borders[-1] = 0, len(ends) - 1
    return borders
