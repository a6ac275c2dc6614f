"""What the compiled loops share: how they are compiled, whose rows they take, how they look up."""

# ruff: noqa: ANN001, ANN201, ANN202
from __future__ import annotations

from typing import Any

import numba
import numpy as np
import numpy.typing as npt
from llvmlite import ir
from numba.core import types
from numba.extending import intrinsic


BLOCK = 64
"""Rows that a thread takes at a time."""

compiled = numba.njit(cache=True, nogil=True)
"""A loop that runs without the interpreter's lock, and is compiled once for all processes."""
inline = numba.njit(inline="always")
"""A part of loops, put in where it is called."""


AHEAD = 16
"""So many rows before it is needed, memory is asked for that is met in no order."""


@intrinsic
def fetch(_, rows, row):
    """Ask for a row of an array that will be needed soon, and go on meanwhile.

    Where people are met in no order the processor waits a hundred times as long for what it needs
    to know of one as it then takes to add it up. That is a hint, and never fails: a row that does
    not exist is not asked for.
    """

    def generate(context, builder, _, arguments):
        table = context.make_array(rows)(context, builder, arguments[0])
        place = context.cast(builder, arguments[1], row, types.intp)
        start = builder.bitcast(table.data, ir.IntType(8).as_pointer())
        address = builder.gep(start, [builder.mul(place, builder.extract_value(table.strides, 0))])
        number = ir.IntType(32)
        kind = ir.FunctionType(ir.VoidType(), [address.type, number, number, number])
        ask = builder.module.declare_intrinsic("llvm.prefetch", (address.type,), kind)
        # To be read and then written, into the nearest cache, as data.
        builder.call(ask, [address, number(1), number(3), number(1)])
        return context.get_dummy_value()

    return types.void(rows, row), generate


def in_cache_lines(shape: tuple[int, ...], dtype: npt.DTypeLike) -> npt.NDArray[Any]:
    """Make a table of zeros that begins with a line of the processor's cache, 64 bytes.

    Entries or rows of 16, 32 or 64 bytes lie in one line each then, and one ``fetch`` is enough.
    """
    size = int(np.prod(shape)) * np.dtype(dtype).itemsize
    room = np.zeros(size + 64, dtype=np.uint8)
    first = -room.ctypes.data % 64
    return room[first : first + size].view(dtype).reshape(shape)


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
