"""The same measures on other engines, beside those in memory.

``python benchmarks/frames.py duckdb``, ``spark`` and ``contacts`` print the tables of
``benchmarks/README.md``, and ``python benchmarks/frames.py stages`` that of ``docs/scale.md``. Both
sides of a ratio are run by turns in CPU seconds, of which the middle one counts; on Spark those of
the driver, its Java and all workers together, as the system has them.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

import netzwerkwandel as nw
from graphs import KINDS, SEED, Edges, barabasi_albert, lfr
from netzwerkwandel import frames, metrics
from netzwerkwandel.frames import on_spark as on_spark_workers
from netzwerkwandel.network.csr import Csr


Columns = dict[str, Any]
TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engine", choices=["duckdb", "spark", "contacts", "stages"])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--ties", type=int, default=500_000, help="of Barabasi-Albert, on Spark")
    parser.add_argument("--hub", type=int, default=16_000, help="how many ties one person has")
    parser.add_argument("--people", type=int, default=100_000, help="who are told their contacts")
    parser.add_argument("--models", nargs="+", default=["whole", "ego"])
    options = parser.parse_args()
    if options.engine == "duckdb":
        on_duckdb(options.runs)
    elif options.engine == "contacts":
        contacts(options.runs, options.people)
    elif options.engine == "stages":
        stages()
    else:
        on_spark(options.runs, options.ties, options.hub, options.models)


def directed(edges: Edges) -> Columns:
    """Weights of their own, each tie led either way by chance, and a tenth of them led back too."""
    rng = np.random.default_rng(SEED)
    a, b = edges.source, edges.target
    turned = rng.random(len(a)) < 0.5
    source, target = np.where(turned, b, a), np.where(turned, a, b)
    back = rng.random(len(a)) < 0.1
    ends = np.r_[source, target[back]], np.r_[target, source[back]]
    return {"a": ends[0], "b": ends[1], "w": rng.integers(1, 100, len(ends[0])) / 8}


def on_duckdb(runs: int) -> None:
    """LFR, 2.5 million ties: DuckDB by partitions / all of ``structural_holes`` in memory."""
    import duckdb
    import pyarrow as pa

    columns = directed(KINDS["lfr"].full())
    table = pa.table(columns)
    relation = duckdb.connect().from_arrow(table)
    network = nw.Network.from_edges(*columns.values())
    print("| model | blocks | DuckDB | in memory | ratio | greatest difference |")
    print("|---|---|---|---|---|---|")
    for model in ("whole", "ego"):

        def in_memory(model: str = model) -> Any:
            csr = Csr(network.indptr, network.indices, network.weights)
            return metrics.structural_holes(network.with_ties(csr), model=model)

        wanted = in_memory()
        for blocks in (None, 2, 4, 8):

            def partitions(model: str = model, blocks: int | None = blocks) -> Any:
                found = frames.structural_holes(relation, "a", "b", "w", model=model, blocks=blocks)
                return found.fetchnumpy()

            difference = greatest_difference(partitions(), wanted, network)
            ours, other = by_turns([partitions, in_memory], time.process_time, runs)
            print(
                f"| {model} | {blocks or 'default (1)'} | {ours:.2f} | {other:.2f} "
                f"| {ours / other:.1f} | {difference:.0e} |",
                flush=True,
            )
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB")


def on_spark(runs: int, ties: int, hub: int, models: list[str]) -> None:
    """Barabasi-Albert with a hub: Spark by partitions / by joins, on two cores of this machine."""
    import pyarrow as pa

    spark = spark_session()
    columns = with_hub(ties, hub)
    network = nw.Network.from_edges(*columns.values())
    frame = spark.createDataFrame(pa.table(columns)).localCheckpoint()
    print(f"{network!r}, highest degree {network.degree.max():,}", flush=True)
    print(
        "| model | blocks | partitions | joins | ratio | greatest difference "
        "| driver's MB before, after |"
    )
    print("|---|---|---|---|---|---|---|")
    by = {"default (1)": None, "4": 4}

    def run(plan: str, model: str, blocks: int | None = None) -> Any:
        given = (frame, "a", "b", "w")
        found = frames.structural_holes(*given, model=model, plan=plan, blocks=blocks)
        # All rows are worked out, and stay where they are.
        found.write.format("noop").mode("overwrite").save()
        return found

    for model in models:
        wanted = metrics.structural_holes(network, model=model)
        sides = [partial(run, "partitions", model, blocks) for blocks in by.values()]
        sides.append(partial(run, "joins", model))
        before = memory()
        # Both are warm once they are measured: Java's compiler, and the workers' imports.
        by_turns(sides, cpu_of_all, 1)
        *ours, other = by_turns(sides, cpu_of_all, runs)
        after = memory()
        for (name, blocks), seconds in zip(by.items(), ours, strict=True):
            found = run("partitions", model, blocks).toArrow().to_pydict()
            print(
                f"| {model} | {name} | {seconds:.1f} | {other:.1f} | {seconds / other:.3f} "
                f"| {greatest_difference(found, wanted, network):.0e} "
                f"| {before:.0f}, {after:.0f} |",
                flush=True,
            )


def contacts(runs: int, people: int) -> None:
    """The first five of everybody: each engine / ``top_contacts`` of a network in memory."""
    import duckdb
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    edges = lfr(people, 10)
    columns = directed(edges)
    table, strategy = pa.table(columns), nw.NewInformation()
    spark = spark_session().createDataFrame(table).localCheckpoint()
    engines: dict[str, tuple[Any, Callable[[Any], Any]]] = {
        "pandas": (pd.DataFrame(columns), pa.Table.from_pandas),
        "polars": (pl.DataFrame(columns), pl.DataFrame.to_arrow),
        "arrow": (table, lambda found: found),
        "duckdb": (duckdb.connect().from_arrow(table), lambda found: found.to_arrow_table()),
        "spark": (spark, lambda found: found.toArrow()),
        "spark, 4 blocks": (spark, lambda found: found.toArrow()),
    }
    network = nw.Network.from_edges(*columns.values())
    wanted = best_of(network, nw.top_contacts(network, strategy, 5))

    def in_memory() -> object:
        return nw.top_contacts(nw.Network.from_edges(*columns.values()), strategy, 5)

    def ask(name: str) -> Any:
        frame, as_table = engines[name]
        blocks = 4 if "4 blocks" in name else None
        names = {"source": "a", "target": "b", "weight": "w"}
        return as_table(frames.top_contacts(frame, strategy, 5, blocks=blocks, **names))

    print(f"{network!r}")
    print("| engine | ours | in memory | ratio | equal | this process's MB before, after |")
    print("|---|---|---|---|---|---|")
    for name in engines:
        before, found = memory(), ask(name)
        same = rows_of(found) == wanted
        ours, other = by_turns([partial(ask, name), in_memory], cpu_of_all, runs)
        print(
            f"| {name} | {ours:.2f} | {other:.2f} | {ours / other:.1f} | {same} "
            f"| {before:.0f}, {memory():.0f} |",
            flush=True,
        )


def best_of(network: nw.Network, best: Any) -> set[tuple[int, int, int]]:
    """Person, rank and contact, of places."""
    ego, rank = np.nonzero(best >= 0)
    key = np.array(network.keys, dtype=np.int64)
    return set(
        zip(key[ego].tolist(), (rank + 1).tolist(), key[best[ego, rank]].tolist(), strict=True)
    )


def rows_of(found: Any) -> set[tuple[int, int, int]]:
    """The same, of a table."""
    return set(zip(*(found[name].to_pylist() for name in ("key", "rank", "contact")), strict=True))


def with_hub(ties: int, hub: int) -> Columns:
    """Barabasi-Albert, and one person more whom many are tied to."""
    edges = barabasi_albert(ties // 10, 10)
    known, hub_itself = np.arange(hub), np.full(hub, edges.people)
    ends = np.r_[edges.source, known], np.r_[edges.target, hub_itself]
    return directed(Edges(edges.people + 1, *ends))


def spark_session() -> Any:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    builder = builder.config("spark.driver.memory", "4g")
    builder = builder.config("spark.sql.shuffle.partitions", "8")
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def stages() -> None:
    """What the workers of Spark do, without Spark: CPU microseconds and bytes for each tie."""
    import pyarrow as pa

    edges = lfr(60_000, 17.7)
    rng = np.random.default_rng(SEED)
    names = ("weight", "degree", "strength", "largest")
    columns = {"source": edges.source, "target": edges.target}
    columns |= {name: rng.random(len(edges.source)) + 1 for name in names}
    columns |= {f"target_{name}": columns[name] for name in names[1:]}
    text = {name: [f"person {key:012d}" for key in columns[name]] for name in ("source", "target")}
    print("| keys | blocks | spread | bytes sent | tasks | bytes back | greatest task |")
    print("|---|---|---|---|---|---|---|")
    for keys, blocks in (("numbers", 4), ("numbers", 8), ("numbers", 16), ("texts", 8)):
        table = pa.table(columns if keys == "numbers" else columns | text)
        start = time.process_time()
        sent = pa.Table.from_batches(
            on_spark_workers.spread(
                table.to_batches(10_000), taken=on_spark_workers.WHOLE[0], blocks=blocks
            )
        )
        spread = time.process_time() - start
        task = sent["task"].to_numpy()
        order = np.argsort(task, kind="stable")
        sent = sent.take(pa.array(order)).combine_chunks()
        begins = np.flatnonzero(np.r_[True, np.diff(task[order]) > 0, True])
        start = time.process_time()
        back = [
            on_spark_workers.work_on(
                sent.slice(a, b - a),
                work=on_spark_workers.whole_sums,
                given=on_spark_workers.WHOLE[1],
                blocks=blocks,
            )
            for a, b in zip(begins[:-1].tolist(), begins[1:].tolist(), strict=True)
        ]
        worked, n = time.process_time() - start, len(edges.source)
        print(
            f"| {keys} | {blocks} | {1e6 * spread / n:.2f} µs | {packed(sent) / n:.0f} "
            f"| {1e6 * worked / n:.2f} µs | {packed(pa.concat_tables(back)) / n:.0f} "
            f"| {np.diff(begins).max() / n:.1%} |",
            flush=True,
        )
    network = nw.Network.from_edges(edges.source, edges.target)
    metrics.structural_holes(network)
    start = time.process_time()
    metrics.structural_holes(network)
    print(f"in memory {1e6 * (time.process_time() - start) / len(edges.source):.2f} µs a tie")


def packed(table: Any) -> int:
    """Bytes of a table as it is sent: compressed as Spark does it."""
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    options = pa.ipc.IpcWriteOptions(compression="lz4")
    with pa.ipc.new_stream(sink, table.schema, options=options) as writer:
        writer.write_table(table, max_chunksize=10_000)
    return sink.getvalue().size


def by_turns(
    sides: list[Callable[[], object]], clock: Callable[[], float], runs: int
) -> list[float]:
    """The middle one of the CPU seconds of each side."""
    seconds: list[list[float]] = [[] for _ in sides]
    for _ in range(runs):
        for side, taken in zip(sides, seconds, strict=True):
            start = clock()
            side()
            taken.append(clock() - start)
    return list(map(median, seconds))


def greatest_difference(found: Columns, wanted: Any, network: nw.Network) -> float:
    """Between what an engine found and what was found in memory, relative to the values."""
    order = np.argsort(found["key"])
    assert [str(key) for key in np.asarray(found["key"])[order]] == sorted(network.keys, key=int)
    place = np.argsort([int(key) for key in network.keys])
    most = 0.0
    for name, values in wanted.to_dict().items():
        ours, theirs = np.asarray(found[name], dtype=float)[order], np.asarray(values)[place]
        assert np.array_equal(np.isnan(ours), np.isnan(theirs)), name
        most = max(most, float(np.nanmax(np.abs(ours - theirs) / np.maximum(1, np.abs(theirs)))))
    return most


def cpu_of_all() -> float:
    """CPU seconds of this process and all that come from it, those that have ended included."""
    seconds, pending = 0.0, [os.getpid()]
    while pending:
        process = Path("/proc") / str(pending.pop())
        try:
            fields = (process / "stat").read_text().rpartition(")")[2].split()
            seconds += sum(map(int, fields[11:15])) / TICKS
            for thread in (process / "task").iterdir():
                pending.extend(map(int, (thread / "children").read_text().split()))
        except OSError:  # it has ended meanwhile
            continue
    return seconds


def memory() -> float:
    """The most memory that this process, the driver, had by now, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


if __name__ == "__main__":
    main()
