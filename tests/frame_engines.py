"""The same table as a frame of each engine, and what comes out of each as plain columns."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import narwhals.stable.v2 as nw
import pytest


Columns = Mapping[str, Sequence[Any]]


def pandas_frame(columns: Columns) -> Any:
    import pandas as pd

    return pd.DataFrame(dict(columns))


def polars_frame(columns: Columns) -> Any:
    import polars as pl

    return pl.DataFrame(dict(columns))


def lazy_polars_frame(columns: Columns) -> Any:
    return polars_frame(columns).lazy()


def arrow_frame(columns: Columns) -> Any:
    import pyarrow as pa

    return pa.table(dict(columns))


def duckdb_frame(columns: Columns) -> Any:
    import duckdb

    return duckdb.connect().from_arrow(arrow_frame(columns))


def dask_frame(columns: Columns) -> Any:
    import dask.dataframe as dd

    return dd.from_pandas(pandas_frame(columns), npartitions=3)


@cache
def spark() -> Any:
    """A Spark of this machine, for the whole test run."""
    sql = pytest.importorskip("pyspark.sql")

    # Else its workers take whichever Python comes first, which need not have this library.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    for name, value in {
        "spark.sql.shuffle.partitions": "2",
        "spark.driver.memory": "1g",
        "spark.sql.execution.arrow.pyspark.enabled": "true",
    }.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def spark_frame(columns: Columns) -> Any:
    return spark().createDataFrame(arrow_frame(columns))


ENGINES: dict[str, Callable[[Columns], Any]] = {
    "pandas": pandas_frame,
    "polars": polars_frame,
    "polars, lazy": lazy_polars_frame,
    "arrow": arrow_frame,
    "duckdb": duckdb_frame,
    "dask": dask_frame,
}
EAGER = ("pandas", "polars", "arrow")

# narwhals tells whoever uses Dask that support for it will move to a package of its own.
DASK = [pytest.mark.filterwarnings("ignore:Dask support is moving:FutureWarning"), pytest.mark.slow]

# PySpark tells whoever uses pandas 3, which nobody does here, and leaves sockets to its Java.
SPARK = pytest.mark.filterwarnings(
    "ignore:PySpark does not yet fully support:FutureWarning", "ignore::ResourceWarning"
)

every_engine = pytest.mark.parametrize(
    "engine",
    [pytest.param(name, marks=DASK if name == "dask" else ()) for name in ENGINES],
)
by_partitions = pytest.mark.parametrize("engine", [name for name in ENGINES if name != "dask"])


def columns_of(frame: Any, *by: str) -> dict[str, list[Any]]:
    """Collect a frame of any engine, sorted."""
    eager = nw.from_native(frame).lazy().collect()
    return {name: eager.sort(*by)[name].to_list() for name in eager.columns}
