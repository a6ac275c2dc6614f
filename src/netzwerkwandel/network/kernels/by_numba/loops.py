"""What the compiled loops share: how they are compiled, whose rows they take, how they look up."""

# ruff: noqa: ANN001, ANN201
from __future__ import annotations

import numba


BLOCK = 64
"""Rows that a thread takes at a time."""

compiled = numba.njit(cache=True, nogil=True)
"""A loop that runs without the interpreter's lock, and is compiled once for all processes."""
inline = numba.njit(inline="always")
"""A part of loops, put in where it is called."""


@numba.njit
def thread_rows(thread, threads, n):
    """The rows of a thread: every so many blocks of them, the last first.

    Of 200 rows for 2 threads, thread 0 has 192 to 199 and 64 to 127, thread 1 has 128 to 191 and
    0 to 63. Ranks rise with the number of ties, so that the hubs, which take longest, come first.
    """
    for block in range((n - 1) // BLOCK - thread, -1, -threads):
        for i in range(block * BLOCK, min(n, (block + 1) * BLOCK)):  # noqa: UP028 (not in numba)
            yield i


@inline
def place_of(values, begin, end, wanted):
    """Where a value stands, or would, between two places of which the values rise."""
    while begin < end:
        middle = (begin + end) >> 1
        if values[middle] < wanted:
            begin = middle + 1
        else:
            end = middle
    return begin
