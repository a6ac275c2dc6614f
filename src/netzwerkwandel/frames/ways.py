"""Which way a measure is worked out on which engine: by partitions where it can, else by joins."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any, Literal, TypeAlias, TypeVar, cast

import narwhals.stable.v2 as nw
import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidArgumentError, shown_choice
from netzwerkwandel.frames import expressions, in_files, in_memory, joins, on_spark, tie_rows
from netzwerkwandel.frames.edges import TIE, EdgeFrame, Lazy
from netzwerkwandel.frames.in_memory import Batch
from netzwerkwandel.model.arguments import check_count
from netzwerkwandel.network.slot_dyads import Model


F = TypeVar("F")
Plan: TypeAlias = Literal["joins", "partitions"]

TIES_A_TASK = 4_000_000
"""So many ties a worker of Spark is given at once: about 1.6 GB with the kernel's arrays."""

TIES_AT_ONCE = 20_000_000
"""So many ties one process works out in memory, for which it takes a few gigabytes."""

ROWS_A_BATCH = 1_000_000

IN_PROCESS = (
    nw.Implementation.PANDAS,
    nw.Implementation.POLARS,
    nw.Implementation.PYARROW,
    nw.Implementation.DUCKDB,
)
SPARK = nw.Implementation.PYSPARK, nw.Implementation.PYSPARK_CONNECT


def work_out(
    given: EdgeFrame[F], name: str, model: Model, plan: Plan | None, blocks: int | None
) -> F:
    """Work out one measure of ties, or ``"holes"``, in a frame of the library that they came in.

    Raises
    ------
    InvalidArgumentError
        If there is no such plan, or not for this engine, or ``blocks`` is no number of at least 1.
    """
    engine = given.edges.implementation
    if plan not in (None, "joins", "partitions"):
        raise InvalidArgumentError(
            f"plan must be 'joins', 'partitions' or None, got {shown_choice(plan)}"
        )
    if blocks is not None:
        check_count("blocks", blocks, 1)
    can = engine in (*IN_PROCESS, *SPARK)
    if plan == "partitions" and not can:
        raise InvalidArgumentError(
            f"plan: {engine.value} cannot work by partitions, only by 'joins'"
        )
    if plan == "joins" or not can or not given.rows:
        return given.give(_by_joins(given, name, model), ["key"] if name == "holes" else TIE)
    by = blocks or blocks_for(given)
    if engine in SPARK and by > 1:
        once = on_spark.ties_once(given.mutual(), model, by)
        is_holes = name == "holes"
        far = on_spark.holes(once, model) if is_holes else on_spark.measures(once, model, name)
        return given.give(far, [])
    kind = given.edges.collect_schema()["source"]

    def found(batches: Iterator[Batch]) -> dict[str, npt.NDArray[Any]]:
        if by == 1:
            return in_memory.measure(batches, name, model)
        dtype = np.dtype(np.int64 if kind.is_integer() else object)
        return in_files.measure(batches, name, model, by, dtype)

    return cast("F", in_one_place(given, _schema(name, model, kind), found))


def blocks_for(given: EdgeFrame[Any]) -> int:
    """Into how many blocks people are hashed on the engine of some ties, where nobody says."""
    is_far = given.edges.implementation in SPARK
    return _blocks(given.rows, TIES_A_TASK if is_far else TIES_AT_ONCE)


def _blocks(ties: int, of_task: int) -> int:
    """Into how many blocks: a task of three of B has the ties between them, 6 of B² parts."""
    # With two blocks one of the three tasks would have all ties, as with one.
    return 1 if ties <= of_task else math.ceil(math.sqrt(6 * ties / of_task))


def _by_joins(given: EdgeFrame[F], name: str, model: Model) -> Lazy:
    sums = joins.tie_sums(joins.with_totals(given.mutual()), model)
    if name == "holes":
        return expressions.node_measures(sums)
    return sums.select(*TIE, expressions.MEASURES[name]().alias(name))


def in_one_place(
    given: EdgeFrame[F],
    schema: dict[str, Any],
    found: Callable[[Iterator[Batch]], dict[str, npt.NDArray[Any]]],
) -> object:
    """Give a frame of what is found from all ties together: on Spark by a worker, else here.

    On Spark and of Polars, where it is lazy, nothing is found before its rows are asked for.

    Parameters
    ----------
    given : EdgeFrame
        The ties.
    schema : dict of str to narwhals type
        The columns of what is found.
    found : callable
        From batches of ties to these columns.

    Returns
    -------
    data frame or None
        None where the rows of this engine are elsewhere.
    """
    engine: Any = given.edges.implementation
    if engine in SPARK:
        return on_spark.by_one_worker(given.edges, schema, found).to_native()
    if engine == nw.Implementation.DUCKDB:
        return _duckdb_relation(given.edges.to_native(), found)
    if engine not in IN_PROCESS:
        return None

    def frame(edges: Any) -> Any:
        table = nw.from_native(edges)
        source, target, weight = (table[name].to_numpy() for name in (*TIE, "weight"))
        columns = found(iter([(source, target, weight)]))
        # Texts as a list: as an array they are objects of any kind.
        data = {key: v.tolist() if v.dtype == object else v for key, v in columns.items()}
        return nw.from_dict(data, nw.Schema(schema), backend=engine).to_native()

    if given.is_eager:
        return frame(given.edges.collect().to_native())
    return given.edges.to_native().map_batches(
        frame,
        schema=nw.Schema(schema).to_polars(),
        predicate_pushdown=False,
        projection_pushdown=False,
        slice_pushdown=False,
    )


def _schema(name: str, model: Model, key: nw.dtypes.DType) -> dict[str, Any]:
    if name != "holes":
        return {"source": key, "target": key, name: nw.Int64() if name == "reach" else nw.Float64()}
    return {"key": key} | dict.fromkeys(tie_rows.hole_columns(model), nw.Float64())


def _duckdb_relation(edges: Any, found: Any) -> object:
    """Stream the ties out of DuckDB, and give it what was found, on the connection of the ties."""
    import pyarrow as pa

    read = getattr(edges, "to_arrow_reader", None) or edges.fetch_record_batch
    # Spelled out for DuckDB, which finds the table by the name of this variable.
    found_columns = pa.table(
        found(
            tuple(batch[name].to_numpy(zero_copy_only=False) for name in (*TIE, "weight"))
            for batch in read(ROWS_A_BATCH)
        )
    )
    return edges.query("edges", "SELECT * FROM found_columns") if found_columns else None
