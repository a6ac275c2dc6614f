"""Ties as columns of a data frame of any engine: read, checked, and made mutual."""

from __future__ import annotations

from typing import Any, Generic, TypeAlias, TypeVar, cast

import attrs
import narwhals.stable.v2 as nw

from netzwerkwandel.errors import InvalidArgumentError, InvalidNetworkError
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network.arrays import GREATEST_WEIGHT, LEAST_WEIGHT


Lazy: TypeAlias = nw.LazyFrame[Any]
"""A plan of what is to be worked out, of whichever engine; of an eager one, what was."""

F = TypeVar("F")

TIE = ["source", "target"]


@attrs.frozen(eq=False)
class EdgeFrame(Generic[F]):
    """Ties as they came in, with the columns ``source``, ``target`` and ``weight``.

    Parameters
    ----------
    edges : narwhals LazyFrame
        A row for each tie that was given.
    is_eager : bool
        Whether the frame was one that holds its rows already.
    rows : int
        How many ties were given.
    """

    edges: Lazy
    is_eager: bool
    rows: int

    @classmethod
    def read(cls, frame: F, source: str, target: str, weight: str | None) -> EdgeFrame[F]:
        """Take the ties of a frame, and refuse what ``Network.from_edges`` refuses.

        One row of counts is asked of the engine; no row of the frame leaves it.
        """
        try:
            given = nw.from_native(cast("Any", frame))
        except TypeError:
            raise InvalidArgumentError(
                "edges must be a data frame, such as one of pandas, Polars, Arrow, DuckDB, "
                f"PySpark or Dask, got a value of the type {type(frame).__name__}"
            ) from None
        lazy = given.lazy()
        schema = lazy.collect_schema()
        for argument, name in (("source", source), ("target", target), ("weight", weight)):
            if name is not None and check_kind(argument, name, str) not in schema:
                raise InvalidArgumentError(
                    f"{argument} must be one of the columns {list(schema)}, got {name!r}"
                )
        number = nw.lit(1.0, nw.Float64) if weight is None else _number(weight, schema[weight])
        edges = lazy.select(
            _key("source", source, schema[source]).alias("source"),
            _key("target", target, schema[target]).alias("target"),
            number.alias("weight"),
        )
        return cls(edges, isinstance(given, nw.DataFrame), checked(edges))

    def mutual(self) -> Lazy:
        """Both directions of every tie, each once: parallel ties add up, one-way ties go both ways.

        The columns are ``source``, ``target`` and ``weight``.
        """
        turned = self.edges.select(
            nw.col("target").alias("source"), nw.col("source").alias("target"), nw.col("weight")
        )
        return nw.concat([self.edges, turned]).group_by(TIE).agg(nw.col("weight").sum())

    def give(self, result: Lazy, by: list[str]) -> F:
        """Give a result in the library that the ties came in, sorted where it holds its rows."""
        frame = result.collect().sort(by) if self.is_eager else result
        return cast("F", frame.to_native())


def checked(edges: Lazy) -> int:
    """Refuse missing and wrong values, by one row of counts, and say how many ties there are.

    Raises
    ------
    InvalidNetworkError
        If a key or weight is missing, a tie leads to oneself, a weight is not positive and
        finite, or one end is named by numbers and the other by text.
    """
    schema = edges.collect_schema()
    if schema["source"] != schema["target"]:
        raise InvalidNetworkError(
            "both ends of a tie must be named alike, by whole numbers or by text, got "
            f"{schema['source']} and {schema['target']}"
        )
    source, target, weight = map(nw.col, ("source", "target", "weight"))
    # No comparison with nan is true of an upper bound: it is above all, or not to be compared.
    is_good = (weight >= LEAST_WEIGHT) & (weight <= GREATEST_WEIGHT)
    is_loop = source == target
    found = edges.select(
        *(_is_nobody(end, schema[end]).cast(nw.Int64).alias(f"no_{end}") for end in TIE),
        (~is_good.fill_null(value=False)).cast(nw.Int64).alias("wrong"),
        is_loop.fill_null(value=False).cast(nw.Int64).alias("loops"),
        nw.lit(1).cast(nw.Int64).alias("rows"),
        nw.when(is_loop).then(source).otherwise(nw.lit(None)).alias("whom"),
    )
    counts = found.select(
        *(nw.col(name).sum() for name in ("no_source", "no_target", "wrong", "loops", "rows")),
        nw.col("whom").max(),
    ).collect()
    *numbers, whom = counts.row(0)
    row = dict(zip(counts.columns, (int(n or 0) for n in numbers), strict=False))
    for end in TIE:
        if row[f"no_{end}"]:
            raise InvalidNetworkError(
                f"every tie must name both people, got {row[f'no_{end}']:,} rows without "
                f"a {end}; leave them out first"
            )
    if row["wrong"]:
        raise InvalidNetworkError(
            f"tie strengths must be > 0 and finite, from {LEAST_WEIGHT} to {GREATEST_WEIGHT}, "
            f"got {row['wrong']:,} that are missing or are not"
        )
    if row["loops"]:
        raise InvalidNetworkError(
            f"a tie must join two people, got {row['loops']:,} rows that lead to oneself, such "
            f"as of {whom!r}; leave them out first"
        )
    return row["rows"]


def _is_nobody(end: str, kind: nw.dtypes.DType) -> nw.Expr:
    """Whether a key is missing: null, or an empty text."""
    key = nw.col(end)
    return key.is_null() if kind.is_integer() else (key.is_null() | (key.fill_null("") == ""))


def _key(argument: str, name: str, kind: nw.dtypes.DType) -> nw.Expr:
    """A column of keys: whole numbers as such, all else as text."""
    if kind.is_integer():
        return nw.col(name).cast(nw.Int64)
    if kind in (nw.String, nw.Categorical, nw.Enum, nw.Unknown):
        return nw.col(name).cast(nw.String)
    raise InvalidNetworkError(
        f"{argument}: people must be named by whole numbers or keys, got {kind} in {name!r}"
    )


def _number(name: str, kind: nw.dtypes.DType) -> nw.Expr:
    if kind.is_numeric() or kind in (nw.Object, nw.Unknown, nw.Boolean):
        return nw.col(name).cast(nw.Float64)
    raise InvalidNetworkError(f"weight: tie strengths must be numbers, got {kind} in {name!r}")
