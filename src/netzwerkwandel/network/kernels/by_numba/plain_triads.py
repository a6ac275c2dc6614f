"""Sums over the common contacts of every tie where all ties weigh 1, as in ``triad_sums``.

There Σ_q z(i, q) z(q, j) is how many q there are, and no weight is read. What is left of a slot
fits into 16 bytes, its higher end among them, so that a row that is met in no order is two or three
lines of the processor's cache, and not seven:

    bytes   0 to 7    8 to 11     12 to 15
            the sum   how many    the higher end

Afterwards the last eight are made one float, how many, as where ties have weights.
"""

# ruff: noqa: ANN001, ANN002, ANN201, ANN202
from __future__ import annotations

import numpy as np

from netzwerkwandel.network.kernels.by_numba.loops import AHEAD, compiled, fetch, inline


LOW_BITS = 2**13 - 1
"""By these bits of their numbers people are told apart first, in a table of a quarter of a cache.

Of a row with the numbers 5 and 8200 it knows that 5, 8, 8197 and 8200 may be in it, and nobody else
is looked for in the long table of marks.
"""


@compiled
def lay_in(thread, rows, o, cells):
    """Put the higher ends beside the sums, for a thread's share of the rows."""
    for k in range(o.up_ptr[rows[thread]], o.up_ptr[rows[thread + 1]]):
        cells[k, 3] = o.up[k]


def plain_rows(thread, *arrays):
    """Go through the triads whose middle person is in a thread's rows, adding or noting."""
    # Thread 0 goes through the cells, into which it adds; the others note what to add, and go
    # through the higher ends alone, which nobody writes to meanwhile.
    (_adding_rows if thread == 0 else _noting_rows)(thread, *arrays)


@compiled
def _adding_rows(thread, rows, o, factor, sums, cells, marks, *_):
    up_ptr, up, _, down_ptr, slots, lower = o
    mark, seen, last = marks[thread], np.zeros(LOW_BITS + 1, dtype=np.uint8), len(up) - 1
    for i in range(rows[thread], rows[thread + 1]):
        begin, end = up_ptr[i], up_ptr[i + 1]
        if begin == end or down_ptr[i] == down_ptr[i + 1]:
            continue
        _mark(up, begin, end, mark, seen)
        for a in range(down_ptr[i], down_ptr[i + 1]):
            p, q, soon = slots[a], lower[a], min(a + AHEAD, last)
            # Of a row four cells lie in one line; often it goes on in the next, and no further.
            fetch(up_ptr, lower[soon])
            fetch(cells, slots[soon])
            fetch(cells, min(slots[soon] + 4, last))
            through, count = 0.0, 0
            for k in range(p + 1, up_ptr[q + 1]):
                j = cells[k, 3]
                if seen[j & LOW_BITS] and mark[j] >= begin:
                    s = mark[j]
                    sums[s, 0] += factor[q]
                    cells[s, 2] += 1
                    sums[k, 0] += factor[i]
                    cells[k, 2] += 1
                    through += factor[j]
                    count += 1
            # Those above both are summed apart, as in numpy.
            if count > 0:
                sums[p, 0] += through
                cells[p, 2] += count
        _forget(up, begin, end, seen)


@compiled
def _noting_rows(thread, rows, o, factor, sums, cells, marks, slots_of, notes_of, noted_of):
    up_ptr, up, _, down_ptr, slots, lower = o
    mark, seen, last = marks[thread], np.zeros(LOW_BITS + 1, dtype=np.uint8), len(up) - 1
    slot_of, note_of, noted = slots_of[thread], notes_of[thread], 0
    for i in range(rows[thread], rows[thread + 1]):
        begin, end = up_ptr[i], up_ptr[i + 1]
        if begin == end or down_ptr[i] == down_ptr[i + 1]:
            continue
        _mark(up, begin, end, mark, seen)
        for a in range(down_ptr[i], down_ptr[i + 1]):
            p, q, soon = slots[a], lower[a], min(a + AHEAD, last)
            fetch(up_ptr, lower[soon])
            fetch(up, slots[soon])
            through, count = 0.0, 0
            for k in range(p + 1, up_ptr[q + 1]):
                j = up[k]
                if seen[j & LOW_BITS] and mark[j] >= begin:
                    s = mark[j]
                    sums[s, 0] += factor[q]
                    cells[s, 2] += 1
                    slot_of[noted], note_of[noted, 0], note_of[noted, 1] = k, factor[i], 1.0
                    noted += 1
                    through += factor[j]
                    count += 1
            if count > 0:
                slot_of[noted], note_of[noted, 0], note_of[noted, 1] = p, through, count
                noted += 1
        _forget(up, begin, end, seen)
    noted_of[thread] = noted


@inline
def _mark(up, begin, end, mark, seen):
    """Say of each higher end of a row in which slot it stands.

    A mark that is left of an earlier row says a slot before this one's first, and is none.
    """
    for k in range(begin, end):
        mark[up[k]] = k
        seen[up[k] & LOW_BITS] = 1


@inline
def _forget(up, begin, end, seen):
    for k in range(begin, end):
        seen[up[k] & LOW_BITS] = 0


@compiled
def add_plain_notes(thread, sums, cells, slots_of, notes_of, noted_of):
    """Add what all threads have noted to a thread's share of the slots."""
    threads = len(noted_of)  # thread 0 never notes anything
    begin, end = len(sums) * thread // threads, len(sums) * (thread + 1) // threads
    for other in range(threads):
        for k in range(noted_of[other]):
            s = slots_of[other, k]
            if begin <= s < end:
                sums[s, 0] += notes_of[other, k, 0]
                cells[s, 2] += int(notes_of[other, k, 1])


@compiled
def count_up(thread, rows, o, sums, cells, triads):
    """Make one float of how many, and count each person's triads twice, once for each tie."""
    twice, last = triads[thread], len(sums) - 1
    for i in range(rows[thread], rows[thread + 1]):
        for k in range(o.up_ptr[i], o.up_ptr[i + 1]):
            fetch(twice, cells[min(k + AHEAD, last), 3])
            count, j = cells[k, 2], cells[k, 3]
            sums[k, 1] = count
            twice[i] += count
            twice[j] += count
