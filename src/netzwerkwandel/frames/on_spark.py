"""Triads by partition on Spark: each task on some worker, as Arrow tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import narwhals.stable.v2 as nw
import numpy as np

from netzwerkwandel.frames import tie_rows
from netzwerkwandel.frames.edges import TIE, Lazy
from netzwerkwandel.frames.joins import with_totals
from netzwerkwandel.frames.partitions import LARGEST, Sums, TaskTies, blocks_of, of_task, tasks_of
from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray
from netzwerkwandel.network.slot_dyads import Model


# What a task is given of each tie beside its ends, and what it gives back.
WHOLE = ("weight", "strength", "target_strength"), ("through", "shared", "common")
CIRCLES = (
    ("weight",),
    ("shared", "around", "around_back", "within", "within_back", "common"),
)
THROUGH = ("weight", "share", "share_back"), ("through", "through_back")
Round = tuple[tuple[str, ...], tuple[str, ...]]

ROWS_A_BATCH = 100_000


def by_one_worker(
    edges: Lazy,
    schema: dict[str, Any],
    found: Callable[[Iterator[Any]], dict[str, Any]],
) -> Lazy:
    """Let one worker find something from all ties together, as a process of its own would.

    So few ties that one task takes them all need no sums of people, no joins and no shuffle but
    that of the ties themselves.

    Parameters
    ----------
    edges : narwhals LazyFrame
        Of PySpark, with ``source``, ``target`` and ``weight``.
    schema : dict of str to narwhals type
        The columns of what is found.
    found : callable
        From batches of ties to these columns.
    """

    def rows(batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow as pa

        columns = found(
            tuple(batch[name].to_numpy(zero_copy_only=False) for name in (*TIE, "weight"))
            for batch in batches
        )
        yield from pa.table(columns).to_batches(ROWS_A_BATCH)

    # Spread over the workers up to here, and brought together by rows alone.
    ties = edges.to_native().repartition(1)
    kinds = ", ".join(f"{name} {_kind(dtype)}" for name, dtype in schema.items())
    answer: Lazy = nw.from_native(ties.mapInArrow(rows, kinds))
    return answer


def ties_once(mutual: Lazy, model: Model, blocks: int) -> Lazy:
    """Give each tie once, with all that the measures need to know of it.

    Parameters
    ----------
    mutual : narwhals LazyFrame
        Of PySpark, as ``EdgeFrame.mutual`` gives it.
    model : {"whole", "ego"}
        The model.
    blocks : int
        Into how many blocks people are hashed, at least 2.

    Returns
    -------
    narwhals LazyFrame
        What ``tie_rows.both_ways`` reads.
    """
    once = with_totals(mutual).filter(nw.col("source") < nw.col("target"))
    ends = ("degree", "target_degree")
    once = once.with_columns(*(nw.col(name).cast(nw.Float64) for name in ends))
    if model == "whole":
        return _with_sums(once, whole_sums, WHOLE, blocks)
    known = _with_sums(once, lambda _, ties, __: ties.circles(), CIRCLES, blocks)
    weight = nw.col("weight")
    known = known.with_columns(
        (weight / (weight + nw.col("around"))).alias("share"),
        (weight / (weight + nw.col("around_back"))).alias("share_back"),
    )

    def through(column: dict[str, FloatArray], ties: TaskTies, rows: BoolArray) -> Sums:
        return ties.through(column["share"][rows], column["share_back"][rows])

    return _with_sums(known, through, THROUGH, blocks)


def measures(once: Lazy, model: Model, name: str) -> Lazy:
    """One measure of the directed ties."""
    key = key_type(once)

    def measured(batch: Any) -> dict[str, Any]:
        source, target, ties = _directed(batch, model)
        return {"source": source, "target": target, name: tie_rows.measures(ties)[name]}

    kind = "long" if name == "reach" else "double"
    return _by_batch(once, measured, {"source": key, "target": key, name: kind})


def holes(once: Lazy, model: Model) -> Lazy:
    """The measures of people."""
    names, key = tie_rows.SUMMED, {"key": key_type(once)}

    def terms(batch: Any) -> dict[str, Any]:
        source, _, ties = _directed(batch, model)
        return {"key": source, **tie_rows.terms(ties)}

    def found(batch: Any) -> dict[str, Any]:
        sums = {name: batch[name].to_numpy() for name in names}
        return {"key": batch["key"], **tie_rows.holes(sums, model)}

    added = _by_batch(once, terms, key | dict.fromkeys(names, "double"))
    sums = added.group_by("key").agg(*(nw.col(name).sum() for name in names))
    return _by_batch(sums, found, key | dict.fromkeys(tie_rows.hole_columns(model), "double"))


def _by_batch(frame: Lazy, find: Callable[[Any], dict[str, Any]], columns: dict[str, str]) -> Lazy:
    """Give what is found in each batch of rows: columns, each of a type of Spark."""

    def rows(batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow as pa

        for batch in batches:
            found = find(batch)
            yield pa.RecordBatch.from_pydict({name: pa.array(found[name]) for name in columns})

    schema = ", ".join(f"{name} {kind}" for name, kind in columns.items())
    answer: Lazy = nw.from_native(frame.to_native().mapInArrow(rows, schema))
    return answer


def _with_sums(
    once: Lazy, work: Callable[[Any, TaskTies, BoolArray], Sums], asked: Round, blocks: int
) -> Lazy:
    """Let the tasks work, and add up by tie what they give.

    All else that is known of a tie goes with it to one of its tasks, that of its own two blocks
    alone, and comes back from there: so nothing needs to be joined, or worked out a second time.
    """
    taken, given = asked
    key, carried = key_type(once), [name for name in once.collect_schema() if name not in TIE]
    ends = [f"source {key}", f"target {key}"]
    columns = ", ".join([*ends, *(f"{name} double" for name in carried)])
    sent = once.to_native().mapInArrow(
        partial(spread, taken=taken, blocks=blocks), f"task long, is_home boolean, {columns}"
    )
    schema = ", ".join([columns, *(f"{name} double" for name in given)])
    # Spark reads the form of a function off its annotations, and so wants one without any.
    tasks = sent.groupBy("task").applyInArrow(
        lambda table: work_on(table, work=work, given=given, blocks=blocks), schema
    )
    found: Lazy = nw.from_native(tasks)
    greatest = {*carried, *LARGEST}
    totals = (
        nw.col(name).max() if name in greatest else nw.col(name).sum()
        for name in (*carried, *given)
    )
    return found.group_by(TIE).agg(*totals)


def key_type(frame: Lazy) -> str:
    """What Spark calls the type of the keys."""
    return _kind(frame.collect_schema()["source"])


def _kind(dtype: Any) -> str:
    """What Spark calls a type of narwhals."""
    if dtype.is_integer():
        return "long"
    return "double" if dtype.is_numeric() else "string"


def numbered(table: Any) -> tuple[Any, IntArray, IntArray]:
    """The people of both columns, each once, and where each row's ends stand among them."""
    import pyarrow as pa

    # A column of a table is in chunks, one of a batch is not.
    ends = [chunk for end in TIE for chunk in getattr(table[end], "chunks", [table[end]])]
    people = pa.chunked_array(ends).combine_chunks().dictionary_encode()
    places = people.indices.to_numpy().astype(np.int64)
    return people.dictionary, places[: table.num_rows], places[table.num_rows :]


def spread(batches: Iterable[Any], *, taken: tuple[str, ...], blocks: int) -> Iterator[Any]:
    """Send each tie to its tasks."""
    import pyarrow as pa

    for batch in batches:
        people, i, j = numbered(batch)
        block = blocks_of(people.to_numpy(zero_copy_only=False), blocks)
        row, task = tasks_of(block[i], block[j], blocks)
        low, high = np.minimum(block[i], block[j]), np.maximum(block[i], block[j])
        is_home = task == ((low * blocks + high) * blocks + high)[row]
        columns = {"task": pa.array(task), "is_home": pa.array(is_home)}
        for name in batch.schema.names:
            there = batch[name].take(pa.array(row))
            if name not in (*taken, *TIE):
                there = pa.array(np.where(is_home, there.to_numpy(), 0.0))
            columns[name] = there
        yield pa.RecordBatch.from_pydict(columns)


def work_on(
    table: Any,
    *,
    work: Callable[[Any, TaskTies, BoolArray], Sums],
    given: tuple[str, ...],
    blocks: int,
) -> Any:
    """Run the kernels on the ties of one task."""
    import pyarrow as pa

    people, i, j = numbered(table)
    block = blocks_of(people.to_numpy(zero_copy_only=False), blocks)
    carried = [name for name in table.schema.names if name not in {"task", "is_home", *TIE}]
    column = {name: table[name].to_numpy() for name in carried}
    ties = TaskTies(i, j, column["weight"], len(people))
    is_inside = (block[i] == block[j]) & (len(np.unique(block)) > 1)
    sums = of_task(ties, is_inside, partial(work, column))
    is_home = table["is_home"].to_numpy(zero_copy_only=False)
    kept = np.any([sums[name] > 0 for name in given], axis=0) | is_home
    answer = table.select(TIE).filter(pa.array(kept))
    for name in carried:
        answer = answer.append_column(name, pa.array(np.where(is_home, column[name], 0.0)[kept]))
    for name in given:
        answer = answer.append_column(name, pa.array(sums[name][kept]))
    return answer


def whole_sums(column: dict[str, FloatArray], ties: TaskTies, rows: BoolArray) -> Sums:
    """What a task works out in the whole model."""
    strength = np.ones(ties.n)
    strength[ties.i] = column["strength"][rows]
    strength[ties.j] = column["target_strength"][rows]
    return ties.whole(strength)


def _directed(batch: Any, model: Model) -> tuple[Any, Any, tie_rows.Columns]:
    """The ends of ties that stand there once, turned both ways, and what is known of each."""
    import pyarrow as pa

    source, target = batch["source"], batch["target"]
    names = (name for name in batch.schema.names if name not in TIE)
    once = {name: batch[name].to_numpy().astype(np.float64) for name in names}
    a, b = (pa.concat_arrays(pair) for pair in ((source, target), (target, source)))
    return a, b, tie_rows.both_ways(once, model)
