"""Which form of the hot loops runs: numba where it is installed, else numpy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.util import find_spec

from netzwerkwandel.errors import InvalidArgumentError, MissingExtraError


KERNELS = ("numba", "numpy")
WORTH_THREADS = 20_000

_chosen: ContextVar[str | None] = ContextVar("kernel", default=None)


def uses_numba() -> bool:
    """Say whether the loops run in numba here and now."""
    chosen = _chosen.get()
    return _has_numba() if chosen is None else chosen == "numba"


@contextmanager
def use_kernel(name: str) -> Iterator[None]:
    """Run the loops in one form for a while, whatever is installed.

    Parameters
    ----------
    name : str
        ``"numba"`` or ``"numpy"``.

    Raises
    ------
    InvalidArgumentError
        If there is no such form.
    MissingExtraError
        If numba is asked for and not installed.
    """
    if name not in KERNELS:
        raise InvalidArgumentError(f"a kernel must be one of {KERNELS}, got {name!r}")
    if name == "numba" and not _has_numba():
        raise MissingExtraError("fast", "the numba kernel")
    token = _chosen.set(name)
    try:
        yield
    finally:
        _chosen.reset(token)


@contextmanager
def threads_for(n_ties: int) -> Iterator[int]:
    """Let numba use its threads where a network is worth waking them.

    Yields
    ------
    int
        How many threads run.
    """
    import numba

    before = numba.get_num_threads()
    threads = before if n_ties >= WORTH_THREADS else 1
    numba.set_num_threads(threads)
    try:
        yield threads
    finally:
        numba.set_num_threads(before)


@cache
def _has_numba() -> bool:
    return find_spec("numba") is not None
