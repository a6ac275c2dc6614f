"""Ties as columns of a data frame of any engine: read, checked, and made mutual."""

from __future__ import annotations

from typing import Any, Generic, TypeAlias, TypeVar, cast

import attrs
import narwhals.stable.v2 as nw

from netzwerkwandel.errors import (
    InvalidArgumentError,
    InvalidNetworkError,
    shown,
    shown_choice,
    shown_names,
)
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network.arrays import GREATEST_WEIGHT, LEAST_WEIGHT
from netzwerkwandel.network.data_frames import as_frame


Lazy: TypeAlias = nw.LazyFrame[Any]
"""A plan of what is to be worked out, of whichever engine; of an eager one, what was."""

F = TypeVar("F")

TIE = ["source", "target"]

# Engines differ in what they call a space, and so are told what Python does.
NO_SPACE = "[^\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"


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
    def read(
        cls, frame: F, source: str, target: str, weight: str | None, name: str = "edges"
    ) -> EdgeFrame[F]:
        """Take the ties of a frame, and refuse what ``Network.from_edges`` refuses.

        One row of counts is asked of the engine; no row of the frame leaves it. ``name`` is what
        the argument is called.
        """
        given = as_frame(name, frame)
        lazy = given.lazy()
        schema = lazy.collect_schema()
        for argument, column in (("source", source), ("target", target), ("weight", weight)):
            if column is not None and check_kind(argument, column, str) not in schema:
                raise InvalidArgumentError(
                    f"{argument} must be one of the columns {shown_names(*schema)}; got "
                    f"{shown_choice(column)}"
                )
        number = nw.lit(1.0, nw.Float64) if weight is None else _number(weight, schema[weight])
        keys = [
            _key(end, column, schema[column]).alias(end)
            for end, column in zip(TIE, (source, target), strict=True)
        ]
        _check_whole(lazy, {source, target})
        try:
            edges = lazy.select(*keys, number.alias("weight"))
        except (TypeError, ValueError):
            # Objects of pandas may be anything, as decimals, and are cast at once. The error of
            # pandas quotes one.
            raise _no_numbers(str(weight), schema[str(weight)]) from None
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
    counts = Counts.of(edges)
    counts.check()
    return counts.rows


@attrs.frozen
class Counts:
    """How many ties there are, and how many of them break a rule.

    Parameters
    ----------
    whom : str, int or None
        Somebody whom a tie joins with herself.
    no_source, no_target : int
        How many do not name one of the two people.
    wrong : int
        How many have no strength that can be measured with.
    loops : int
        How many lead to oneself.
    rows : int
        How many there are in all.
    """

    whom: object
    no_source: int
    no_target: int
    wrong: int
    loops: int
    rows: int

    @classmethod
    def of(cls, edges: Lazy) -> Counts:
        """Let the engine count, which gives one row."""
        source, target, weight = map(nw.col, ("source", "target", "weight"))
        nameless = [source.is_null(), target.is_null()]
        if not edges.collect_schema()["source"].is_integer():
            nameless = [~key.fill_null("").str.contains(NO_SPACE) for key in (source, target)]
        # No comparison with nan is true of an upper bound: it is above all, or not to be compared.
        is_good = (weight >= LEAST_WEIGHT) & (weight <= GREATEST_WEIGHT)
        is_loop = source == target
        broken = {
            "no_source": nameless[0],
            "no_target": nameless[1],
            "wrong": ~is_good.fill_null(value=False),
            "loops": is_loop.fill_null(value=False),
            "rows": nw.lit(1),
        }
        found = edges.select(
            *(is_so.cast(nw.Int64).alias(name) for name, is_so in broken.items()),
            nw.when(is_loop).then(source).otherwise(nw.lit(None)).alias("whom"),
        )
        sums = found.select(*(nw.col(name).sum() for name in broken), nw.col("whom").max())
        *numbers, whom = sums.collect().row(0)
        return cls(whom, *(int(n or 0) for n in numbers))

    def check(self) -> None:
        """Refuse ties that break a rule."""
        for end, count in zip(TIE, (self.no_source, self.no_target), strict=True):
            if count:
                raise InvalidNetworkError(
                    f"every tie must name both people, got {count:,} rows without a {end}; leave "
                    "them out first"
                )
        if self.wrong:
            raise InvalidNetworkError(
                f"tie strengths must be > 0 and finite, from {LEAST_WEIGHT} to {GREATEST_WEIGHT}, "
                f"got {self.wrong:,} that are missing or are not"
            )
        if self.loops:
            raise InvalidNetworkError(
                f"a tie must join two people, got {self.loops:,} rows that lead to oneself, such "
                f"as of {shown(self.whom)}; leave them out first"
            )


def _key(argument: str, name: str, kind: nw.dtypes.DType) -> nw.Expr:
    """A column of keys: whole numbers as such, all else as text."""
    if kind.is_integer():
        return nw.col(name).cast(nw.Int64)
    if kind in (nw.String, nw.Categorical, nw.Enum, nw.Unknown):
        return nw.col(name).cast(nw.String)
    raise InvalidNetworkError(
        f"{argument}: people must be named by whole numbers or keys, got {kind} in "
        f"{shown_names(name)}"
    )


def _check_whole(lazy: Lazy, columns: set[str]) -> None:
    """Refuse whole numbers that the type of keys cannot hold; some engines would wrap them."""
    schema = lazy.collect_schema()
    wide = [name for name in columns if schema[name] in (nw.UInt64, nw.Int128, nw.UInt128)]
    if not wide:
        return
    least = (nw.col(name).min().alias(f"{name} min") for name in wide)
    greatest = (nw.col(name).max().alias(f"{name} max") for name in wide)
    ends = [int(end) for end in lazy.select(*least, *greatest).collect().row(0) if end is not None]
    if ends and not -(2**63) <= min(ends) <= max(ends) < 2**63:
        raise InvalidNetworkError(
            "whole numbers that name people must be of 64 bits, from -2^63 to 2^63 - 1, got some "
            "that are not; name people by text instead"
        )


def _number(name: str, kind: nw.dtypes.DType) -> nw.Expr:
    if kind.is_numeric() or kind in (nw.Object, nw.Unknown, nw.Boolean):
        return nw.col(name).cast(nw.Float64)
    raise _no_numbers(name, kind)


def _no_numbers(name: str, kind: nw.dtypes.DType) -> InvalidNetworkError:
    return InvalidNetworkError(
        f"weight: tie strengths must be numbers, got {kind} in {shown_names(name)}"
    )
