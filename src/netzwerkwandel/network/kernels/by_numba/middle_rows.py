"""The pass over all closed triads q < i < j, each met at its middle person i.

Who stands in i's row is marked; then the row of every q that i is tied to below is gone through
from the slot (q, i) on, and whoever is marked there closes a triad:

    row of q     ...  (q, i)  (q, j)  (q, k)
                         p      hit     no
    row of i          (i, h)  (i, j)
                         .     place

All that is met in no order is asked for ahead, and nothing waits for what it is: the row of q is
asked for some rows before, whom it hits is found without a branch, and the sums of these slots are
asked for and added to a batch of hits later.
"""

# ruff: noqa: ANN001, ANN002, ANN201, ANN202
from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from netzwerkwandel.network.arrays import FloatArray
from netzwerkwandel.network.kernels.by_numba.loops import (
    AHEAD,
    compiled,
    fetch,
    in_cache_lines,
    inline,
)
from netzwerkwandel.network.kernels.oriented import OrientedArrays


LOW_BITS = 2**13 - 1
"""By these bits of their numbers people are told apart first, in a table of a quarter of a cache.

Of a row with the numbers 5 and 8200 it knows that 5, 8, 8197 and 8200 may be in it, and only for
them the table of all people is asked.
"""

HELD = 64
"""From so many hits on they are added up."""

NEXT_LINE = 8
"""So many slots on, a short row that goes on in the next line of the memory is there."""

People: TypeAlias = npt.NDArray[np.void]


def table_of_people(o: OrientedArrays, factor: FloatArray, threads: int) -> People:
    """What is read and written of a person, side by side in half a line, for each thread apart.

    ``slot`` is where she stands in the row that is marked. A mark that is left of an earlier row
    says a slot before this one's first, and is none.
    """
    row = np.dtype(
        {
            "names": ["factor", "triads", "slot", "end"],
            "formats": [np.float64, np.int64, o.up.dtype, o.up.dtype],
            "itemsize": 32,
        }
    )
    people = in_cache_lines((threads, len(factor)), row)
    people["factor"] = factor
    people["end"] = o.up_ptr[1:]
    return people


def middle_rows(thread, *arrays):
    """Go through the triads whose middle person is in a thread's rows, adding or noting."""
    (_adding_rows if thread == 0 else _noting_rows)(thread, *arrays)


@compiled
def _adding_rows(thread, rows, o, everybody, longest, sums, *_):
    up_ptr, up, weights, down_ptr, down = o
    people, seen = everybody[thread], np.zeros(LOW_BITS + 1, dtype=np.uint8)
    met, places, visits = _room(up, longest)
    visited, held = 0, 0
    for i in range(rows[thread], rows[thread + 1]):
        begin, end = up_ptr[i], up_ptr[i + 1]
        if begin == end or down_ptr[i] == down_ptr[i + 1]:
            continue
        _mark(up, begin, end, people, seen)
        for a in range(down_ptr[i], down_ptr[i + 1]):
            first, may_be = held, _may_be(up, down, a, people, seen, met, held)
            for hit in range(first, may_be):
                k = met[hit]
                place = people[up[k]].slot
                if place >= begin:
                    met[held], places[held] = k, place
                    held += 1
                    fetch(sums, k)
                    fetch(weights, k)
            if held > first:
                fetch(sums, down[a, 0])
                visits[visited, 0], visits[visited, 1], visits[visited, 2] = a, i, held
                visited += 1
            if held >= HELD:
                _add(up, weights, down, people, met, places, visits, visited, sums)
                visited, held = 0, 0
        _forget(up, begin, end, seen)
    _add(up, weights, down, people, met, places, visits, visited, sums)


@inline
def _add(up, weights, down, people, met, places, visits, visited, sums):
    """Add to all three slots of each triad what the third person is worth to it."""
    hit = 0
    for visit in range(visited):
        a, i, stop = visits[visit, 0], visits[visit, 1], visits[visit, 2]
        p, q = down[a, 0], down[a, 1]
        w, count = weights[p], stop - hit
        wq, wi = w * people[q].factor, w * people[i].factor
        through, shared = 0.0, 0.0
        while hit < stop:
            k, s = met[hit], places[hit]
            j, x, z = up[k], weights[k], weights[s]
            sums[s, 0] += wq * x
            sums[s, 1] += w * x
            sums[k, 0] += wi * z
            sums[k, 1] += w * z
            through += (x * people[j].factor) * z
            shared += x * z
            people[j].triads += 1
            hit += 1
        # Those above both are summed apart, as in numpy.
        sums[p, 0] += through
        sums[p, 1] += shared
        people[q].triads += count
        people[i].triads += count


@compiled
def _noting_rows(thread, rows, o, everybody, longest, sums, slots_of, notes_of, noted_of):
    up_ptr, up, weights, down_ptr, down = o
    people, seen = everybody[thread], np.zeros(LOW_BITS + 1, dtype=np.uint8)
    slot_of, note_of, noted = slots_of[thread], notes_of[thread], 0
    met, _, _ = _room(up, longest)
    for i in range(rows[thread], rows[thread + 1]):
        begin, end = up_ptr[i], up_ptr[i + 1]
        if begin == end or down_ptr[i] == down_ptr[i + 1]:
            continue
        _mark(up, begin, end, people, seen)
        for a in range(down_ptr[i], down_ptr[i + 1]):
            p, q = down[a, 0], down[a, 1]
            w = weights[p]
            wq, wi = w * people[q].factor, w * people[i].factor
            count, through, shared = 0, 0.0, 0.0
            for hit in range(_may_be(up, down, a, people, seen, met, 0)):
                k = met[hit]
                s = people[up[k]].slot
                if s < begin:
                    continue
                j, x, z = up[k], weights[k], weights[s]
                sums[s, 0] += wq * x
                sums[s, 1] += w * x
                slot_of[noted], note_of[noted, 0], note_of[noted, 1] = k, wi * z, w * z
                noted += 1
                count += 1
                through += (x * people[j].factor) * z
                shared += x * z
                people[j].triads += 1
            if count == 0:
                continue
            slot_of[noted], note_of[noted, 0], note_of[noted, 1] = p, through, shared
            noted += 1
            people[q].triads += count
            people[i].triads += count
        _forget(up, begin, end, seen)
    noted_of[thread] = noted


@inline
def _room(up, longest):
    """Room for a batch of hits and the longest row: their slots, their places, and who was met."""
    hits, kind = HELD + longest, up.dtype
    return np.empty(hits, kind), np.empty(hits, kind), np.empty((HELD, 3), np.int64)


@inline
def _mark(up, begin, end, people, seen):
    """Say of everybody in a row in which slot, and who may be in it."""
    last = len(up) - 1
    for k in range(begin, end):
        fetch(people, up[min(k + AHEAD, last)])
        people[up[k]].slot = k
        seen[up[k] & LOW_BITS] = 1


@inline
def _forget(up, begin, end, seen):
    for k in range(begin, end):
        seen[up[k] & LOW_BITS] = 0


@inline
def _may_be(up, down, a, people, seen, met, held):
    """Hold the slots behind i's tie in the row of a lower person that may lead to one of i's."""
    p, q, soon, last = down[a, 0], down[a, 1], min(a + AHEAD, len(up) - 1), len(up) - 1
    fetch(people, down[soon, 1])
    fetch(up, down[soon, 0])
    fetch(up, min(down[soon, 0] + NEXT_LINE, last))
    for k in range(p + 1, people[q].end):
        met[held] = k
        held += seen[up[k] & LOW_BITS]
    return held


@compiled
def add_notes(thread, sums, slots_of, notes_of, noted_of):
    """Add what all threads have noted to a thread's share of the slots."""
    threads = len(noted_of)  # thread 0 never notes anything
    begin, end = len(sums) * thread // threads, len(sums) * (thread + 1) // threads
    for other in range(threads):
        for k in range(noted_of[other]):
            fetch(sums, slots_of[other, min(k + AHEAD, noted_of[other] - 1)])
            s = slots_of[other, k]
            if begin <= s < end:
                sums[s, 0] += notes_of[other, k, 0]
                sums[s, 1] += notes_of[other, k, 1]
