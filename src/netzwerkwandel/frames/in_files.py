"""Triads by partition in one process: task after task, each with the ties among its blocks only.

For more ties than are to be in memory together, which lie in files by the pair of blocks that they
are between.

Whoever comes along is numbered within her block, so that of three blocks of sizes 4, 2 and 3 the
people of a task are numbered 0 to 3, 4 and 5, and 6 to 8 by adding what came before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from itertools import combinations, combinations_with_replacement
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.frames import tie_rows
from netzwerkwandel.frames.in_memory import Batch, Keys
from netzwerkwandel.frames.partitions import LARGEST, Sums, TaskTies, blocks_of, of_task
from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray, run_starts
from netzwerkwandel.network.slot_dyads import Model


TIES = np.dtype([("i", np.int32), ("j", np.int32), ("weight", np.float64)])


class People:
    """Everybody who has come along: her block, and her number within it."""

    def __init__(self, blocks: int) -> None:
        self._number: dict[object, int] = {}
        self.block = np.zeros(0, dtype=np.int64)
        self.within = np.zeros(0, dtype=np.int64)
        self.sizes = np.zeros(blocks, dtype=np.int64)

    def numbers(self, keys: Keys) -> IntArray:
        """Number some people in the order in which they come along."""
        # Of numbers, which numpy sorts quickly, each is looked up once.
        is_number = keys.dtype.kind in "iu"
        each, where = np.unique(keys, return_inverse=True) if is_number else (keys, None)
        known, named = len(self._number), each.tolist()
        number = self._number
        found = np.array([number.setdefault(key, len(number)) for key in named], dtype=np.int64)
        if len(number) > known:
            self._place(np.array(list(number)[known:], dtype=each.dtype))
        return found if where is None else found[where]

    def _place(self, new: Keys) -> None:
        block = blocks_of(new, len(self.sizes))
        order = np.argsort(block, kind="stable")
        within = np.empty(len(new), dtype=np.int64)
        counts = np.bincount(block, minlength=len(self.sizes))
        begins = np.repeat(np.cumsum(counts) - counts, counts)
        within[order] = np.arange(len(new)) - begins + self.sizes[block[order]]
        self.block, self.within = np.r_[self.block, block], np.r_[self.within, within]
        self.sizes += counts

    def are_in_order(self, i: IntArray, j: IntArray) -> BoolArray:
        """Whether each i comes before its j, by block and then within it."""
        a, b = self.block[i], self.block[j]
        first: BoolArray = (a < b) | ((a == b) & (self.within[i] <= self.within[j]))
        return first

    def keys(self) -> list[object]:
        """Everybody, by number."""
        return list(self._number)


@attrs.define(eq=False)
class Pair:
    """The ties between two blocks, or within one, and what is known of each by now."""

    a: int
    b: int
    folder: Path
    ties: npt.NDArray[np.void] = attrs.field(factory=lambda: np.zeros(0, dtype=TIES))
    sums: dict[str, FloatArray] = attrs.field(factory=dict)

    def add(self, some: npt.NDArray[np.void]) -> None:
        """Keep further ties."""
        with (self.folder / f"{self.a} {self.b} given").open("ab") as file:
            some.tofile(file)

    def settle(self, size: int) -> None:
        """Sum up parallel ties; ``size`` is that of the second block."""
        given = self.folder / f"{self.a} {self.b} given"
        all_ties = np.fromfile(given, dtype=TIES) if given.exists() else self.ties
        code = all_ties["i"].astype(np.int64) * size + all_ties["j"]
        order = np.argsort(code, kind="stable")
        starts = run_starts(code[order])
        self.ties = self._array("ties", len(starts), TIES)
        if len(starts):
            self.ties[:] = all_ties[order[starts]]
            self.ties["weight"] = np.add.reduceat(all_ties["weight"][order], starts)

    def column(self, name: str) -> FloatArray:
        """What is known of each tie by a name; 0 at first."""
        if name not in self.sums:
            self.sums[name] = self._array(name, len(self.ties), np.dtype(np.float64))
        return self.sums[name]

    def _array(self, name: str, size: int, kind: np.dtype[Any]) -> npt.NDArray[Any]:
        if not size:
            return np.zeros(size, dtype=kind)
        place = self.folder / f"{self.a} {self.b} {name}"
        return np.memmap(place, mode="w+", shape=(size,), dtype=kind)


@attrs.frozen(eq=False)
class Blocks:
    """All ties, by the pairs of blocks that they are between.

    People stand in the order of their blocks: those of block 0, then those of block 1, and so on.

    Parameters
    ----------
    people : People
        Everybody.
    pairs : dict of two blocks to Pair
        The ties, the lower block first.
    begins : IntArray, shape (n_blocks,)
        Where the people of each block begin.
    """

    people: People
    pairs: dict[tuple[int, int], Pair]
    begins: IntArray

    @classmethod
    def read(cls, batches: Iterable[Batch], blocks: int, folder: Path) -> Blocks:
        """Take in ties, batch after batch."""
        people = People(blocks)
        two = combinations_with_replacement(range(blocks), 2)
        pairs = {(a, b): Pair(a, b, folder) for a, b in two}
        for source, target, weights in batches:
            i, j = np.split(people.numbers(np.concatenate([source, target])), 2)
            # The lower block first, and within one block the lower number, as a tie has two names.
            i, j = np.where(people.are_in_order(i, j), [i, j], [j, i])
            pair = people.block[i] * blocks + people.block[j]
            ties = np.empty(len(i), dtype=TIES)
            ties["i"], ties["j"], ties["weight"] = people.within[i], people.within[j], weights
            order = np.argsort(pair, kind="stable")
            starts = run_starts(pair[order])
            for some in np.split(order, starts[1:]) if len(order) else ():
                a, b = divmod(int(pair[some[0]]), blocks)
                pairs[a, b].add(ties[some])
        for pair_of_blocks in pairs.values():
            pair_of_blocks.settle(max(1, int(people.sizes[pair_of_blocks.b])))
        return cls(people, pairs, np.cumsum(people.sizes) - people.sizes)

    def sum_up(self, model: Model) -> None:
        """Let all tasks work; their sums are in the columns of the pairs then."""
        strength = self.totals["strength"]
        if model == "whole":
            self._run(lambda ties, _, everybody: ties.whole(strength[everybody]))
            return
        self._run(lambda ties, *_: ties.circles())
        for pair in self.pairs.values():
            weight = pair.ties["weight"]
            for share, around in (("share", "around"), ("share_back", "around_back")):
                pair.column(share)[:] = weight / (weight + pair.column(around))
        self._run(lambda ties, column, _: ties.through(column("share"), column("share_back")))

    def _run(self, work: Any) -> None:
        n = len(self.people.sizes)
        for size in (1, 2, 3):
            for task in combinations(range(n), size):
                two = combinations_with_replacement(task, 2)
                pairs = [self.pairs[ab] for ab in two if size < 3 or ab[0] != ab[1]]
                self._task(task, [pair for pair in pairs if len(pair.ties)], work)

    def _task(self, task: tuple[int, ...], pairs: list[Pair], work: Any) -> None:
        if not pairs:
            return
        everybody = np.concatenate(
            [self.begins[block] + np.arange(self.people.sizes[block]) for block in task]
        )
        lengths = [len(pair.ties) for pair in pairs]
        is_inside = np.repeat([pair.a == pair.b and len(task) > 1 for pair in pairs], lengths)

        def of_rows(some: TaskTies, rows: BoolArray) -> Sums:
            def column(name: str) -> FloatArray:
                return np.concatenate([pair.column(name) for pair in pairs])[rows]

            sums: Sums = work(some, column, everybody)
            return sums

        sums = of_task(self._ties_among(task, pairs), is_inside, of_rows)
        for name, values in sums.items():
            for pair, some in zip(pairs, np.split(values, np.cumsum(lengths)[:-1]), strict=True):
                known = pair.column(name)
                known[:] = np.maximum(known, some) if name in LARGEST else known + some

    def _ties_among(self, task: tuple[int, ...], pairs: list[Pair]) -> TaskTies:
        """The ties of a task, of whose blocks one is numbered on from the other."""
        sizes = self.people.sizes[list(task)]
        # By how much a person's number in the task is greater than that in her block.
        more = dict(zip(task, (np.cumsum(sizes) - sizes).tolist(), strict=True))
        return TaskTies(
            np.concatenate([pair.ties["i"] + np.int64(more[pair.a]) for pair in pairs]),
            np.concatenate([pair.ties["j"] + np.int64(more[pair.b]) for pair in pairs]),
            np.concatenate([pair.ties["weight"] for pair in pairs]),
            int(sizes.sum()),
        )

    @cached_property
    def totals(self) -> dict[str, FloatArray]:
        """``degree``, ``strength`` and ``largest`` of everybody, in the order of the blocks."""
        n = int(self.people.sizes.sum())
        degree, strength, largest = np.zeros(n), np.zeros(n), np.zeros(n)
        for pair, i, j in self._ends():
            for end in (i, j):
                degree += np.bincount(end, minlength=n)
                strength += np.bincount(end, pair.ties["weight"], minlength=n)
                np.maximum.at(largest, end, pair.ties["weight"])
        return {"degree": degree, "strength": strength, "largest": largest}

    def directed(self, model: Model) -> Iterator[tuple[IntArray, IntArray, tie_rows.Columns]]:
        """Both directions of the ties, pair after pair, with what is known of each."""
        totals = self.totals
        for pair, i, j in self._ends():
            once = {"weight": pair.ties["weight"]}
            once |= {name: values[i] for name, values in totals.items()}
            once |= {f"target_{name}": values[j] for name, values in totals.items()}
            once |= {name: np.asarray(values) for name, values in pair.sums.items()}
            yield np.r_[i, j], np.r_[j, i], tie_rows.both_ways(once, model)

    def _ends(self) -> Iterator[tuple[Pair, IntArray, IntArray]]:
        for pair in self.pairs.values():
            if len(pair.ties):
                i, j = self.begins[pair.a] + pair.ties["i"], self.begins[pair.b] + pair.ties["j"]
                yield pair, i, j

    def keys(self, kind: np.dtype[np.generic]) -> Keys:
        """Everybody's key, in the order of the blocks."""
        named = np.empty(len(self.people.block), dtype=kind)
        named[self.begins[self.people.block] + self.people.within] = self.people.keys()
        return named

    def holes(self, model: Model, keys: Keys) -> dict[str, npt.NDArray[np.generic]]:
        """The measures of people, sorted by their keys."""
        sums = {each: np.zeros(len(keys)) for each in tie_rows.SUMMED}
        count = partial(np.bincount, minlength=len(keys))
        for source, _, ties in self.directed(model):
            added = tie_rows.terms(ties)
            sums = {each: sums[each] + count(source, added[each]) for each in sums}
        order = np.argsort(keys, kind="stable")
        found = tie_rows.holes({each: sums[each][order] for each in sums}, model)
        return {"key": keys[order]} | found

    def measure(self, name: str, model: Model, keys: Keys) -> dict[str, npt.NDArray[np.generic]]:
        """One measure of the directed ties, sorted by the keys of their ends."""
        order = np.argsort(keys, kind="stable")
        # Where each person stands in the order of keys.
        place = np.empty(len(order), dtype=np.int64)
        place[order] = np.arange(len(order))
        parts = [
            (place[source], place[target], tie_rows.measures(ties)[name])
            for source, target, ties in self.directed(model)
        ]
        source, target, values = map(np.concatenate, zip(*parts, strict=True))
        by = np.lexsort((target, source))
        ends = {"source": keys[order][source[by]], "target": keys[order][target[by]]}
        return ends | {name: values[by]}


def measure(
    batches: Iterable[Batch], name: str, model: Model, blocks: int, kind: np.dtype[np.generic]
) -> dict[str, npt.NDArray[np.generic]]:
    """Measure the people, or the ties, of all batches together.

    Parameters
    ----------
    batches : iterable of Batch
        The ties, checked.
    name : str
        ``"holes"``, or one of ``tie_rows.TIE_MEASURES``.
    model : {"whole", "ego"}
        The model.
    blocks : int
        Into how many blocks people are hashed.
    kind : dtype
        That of the keys: int64, or object for text.

    Returns
    -------
    dict of str to array
        The columns of the result, sorted by keys.
    """
    with TemporaryDirectory() as folder:
        there = Blocks.read(batches, blocks, Path(folder))
        there.sum_up(model)
        if name == "holes":
            return there.holes(model, there.keys(kind))
        return there.measure(name, model, there.keys(kind))
