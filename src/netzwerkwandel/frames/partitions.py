r"""Closed triads by partition: people hashed into blocks, and tasks that share the triads out.

A task is a set of one, two or three blocks, and has the triads whose people are of just these. A
tie goes to every set that is made of its own blocks and at most one more. With three blocks ::

    tie between the blocks    goes to the tasks
    0 0                       {0}  {0 1}  {0 2}
    0 1                       {0 1}  {0 1 2}

so to about as many tasks as there are blocks, and a task has the ties among at most three blocks.
A task of three blocks has no tie within a block, so that each of its triads has a person of each.
In one of two blocks the triads within one of them are taken off again: they are another task's.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TypeAlias
from zlib import crc32

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray
from netzwerkwandel.network.csr import Csr
from netzwerkwandel.network.kernels.table import circle_sums, directed_sums, symmetric_sums
from netzwerkwandel.network.orientation import Orientation, all_1


Sums: TypeAlias = dict[str, FloatArray]
"""What each tie of a task has from the triads of the task, by name."""

LARGEST = ("within", "within_back")
"""These are maxima over triads; all others are sums."""


def blocks_of(keys: npt.NDArray[np.generic], blocks: int) -> IntArray:
    """The block of each key: the same on every engine, in every process, at any time."""
    if keys.dtype.kind in "iu":
        # The last step of SplitMix64, after which all bits depend on all: numbers in a row, or all
        # even, spread evenly.
        mixed = keys.astype(np.uint64)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return ((mixed ^ (mixed >> np.uint64(31))) % np.uint64(blocks)).astype(np.int64)
    return np.array([crc32(key.encode()) for key in keys.tolist()], dtype=np.int64) % blocks


def tasks_of(a: IntArray, b: IntArray, blocks: int) -> tuple[IntArray, IntArray]:
    """The tasks that ties go to, by the blocks of their ends.

    Returns
    -------
    two IntArray
        Row by row a tie, and a task that it goes to: the blocks of the set in order, as digits, the
        last repeated where there are fewer than three.
    """
    # Every block is tried as the one more. One of the tie's own gives the set of these alone, and
    # of the two that do so in a tie between two blocks the first counts: of (0, 1) and x = 0 1 2
    # come {0 1}, {0 1} again, and {0 1 2}.
    row = np.repeat(np.arange(len(a)), blocks)
    more = np.tile(np.arange(blocks), len(a))
    low, high = np.minimum(a, b)[row], np.maximum(a, b)[row]
    kept = (more != high) | (low == high)
    row, more, low, high = row[kept], more[kept], low[kept], high[kept]
    more = np.where(more == low, high, more)
    digits = np.sort(np.stack([low, high, more]), axis=0)
    # {0 2} of a tie within 0 or within 2 is 0 0 2 or 0 2 2, and {0 2} either way: 0 2 2.
    digits[1] = np.where(digits[0] == digits[1], digits[2], digits[1])
    return row, (digits[0] * blocks + digits[1]) * blocks + digits[2]


@attrs.frozen(eq=False)
class TaskTies:
    """The ties of one task, each once.

    Parameters
    ----------
    i, j : IntArray, shape (n_ties,)
        The ends, from 0 to n - 1; no pair is there twice.
    weights : FloatArray, shape (n_ties,)
        Their weights.
    n : int
        How many people there are.
    """

    i: IntArray
    j: IntArray
    weights: FloatArray
    n: int

    @cached_property
    def _oriented(self) -> tuple[Orientation, IntArray, IntArray]:
        """The ties oriented; the slot of each, and whether i is its higher end."""
        # The numbers of ties go along as their weights, and so say which tie is in which slot.
        numbers = np.arange(len(self.i), dtype=np.float64)
        o = Csr.symmetric(self.i, self.j, numbers, self.n).orientation
        tie = o.weights.astype(np.int64)
        slots = np.empty(len(tie), dtype=np.int64)
        slots[tie] = np.arange(len(tie))
        side = (o.rank[self.i] > o.rank[self.j]).astype(np.int64)
        return o.with_weights(self.weights[tie]), slots, side

    def _both(self, name: str, sums: FloatArray) -> Sums:
        """A column of sums as seen from i, and one as seen from j."""
        _, slots, side = self._oriented
        return {name: sums[slots, side], f"{name}_back": sums[slots, 1 - side]}

    def whole(self, strength: FloatArray) -> Sums:
        """``through``, ``shared`` and ``common`` of ``SlotDyads``, in the whole model.

        ``strength`` is that of each person over all ties there are, shape (n,).
        """
        o, slots, _ = self._oriented
        sums, _ = symmetric_sums(o, 1.0 / strength[o.order])
        return {"through": sums[slots, 0], "shared": sums[slots, 1]} | self.common()

    def circles(self) -> Sums:
        """What the ego model asks first: what each end has with the people tied to both."""
        o, slots, _ = self._oriented
        sums, _ = symmetric_sums(o, np.zeros(self.n))
        around, within = circle_sums(o)
        both = self._both("around", around) | self._both("within", within)
        return {"shared": sums[slots, 1]} | both | self.common()

    def through(self, share: FloatArray, share_back: FloatArray) -> Sums:
        """And then, by the share of strength that i gets of j in i's circle, and j of i."""
        o, slots, side = self._oriented
        shares = np.empty((len(slots), 2))
        shares[slots, side], shares[slots, 1 - side] = share, share_back
        return self._both("through", directed_sums(o, shares))

    def common(self) -> Sums:
        """How many people both ends are tied to."""
        o, slots, _ = self._oriented
        counting = o.with_weights(all_1(len(o.up)))
        sums, _ = symmetric_sums(counting, np.zeros(self.n))
        return {"common": sums[slots, 1]}

    def among(self, rows: BoolArray) -> TaskTies:
        """Some of the ties alone."""
        return TaskTies(self.i[rows], self.j[rows], self.weights[rows], self.n)


def of_task(
    ties: TaskTies, is_inside: BoolArray, work: Callable[[TaskTies, BoolArray], Sums]
) -> Sums:
    """Sum up over the triads of a task.

    Parameters
    ----------
    ties : TaskTies
        All its ties.
    is_inside : BoolArray, shape (n_ties,)
        In a task of two blocks, which of them are within one.
    work : callable
        From ties, and which of the task's they are, to their sums.
    """
    sums = work(ties, np.ones(len(is_inside), dtype=np.bool_))
    if is_inside.any():
        inside = work(ties.among(is_inside), is_inside)
        for name in inside.keys() - set(LARGEST):
            sums[name][is_inside] -= inside[name]
    return sums
