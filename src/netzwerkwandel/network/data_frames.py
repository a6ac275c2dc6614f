"""Columns out of a data frame of any library."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

import numpy.typing as npt

from netzwerkwandel.errors import InvalidArgumentError, MissingExtraError, shown_choice, shown_names


if TYPE_CHECKING:
    import narwhals.stable.v2 as nw


def as_frame(argument: str, frame: object) -> nw.DataFrame[Any] | nw.LazyFrame[Any]:
    """See a data frame of any library that narwhals knows as one of narwhals.

    Raises
    ------
    InvalidArgumentError
        If it is no data frame.
    MissingExtraError
        If narwhals is not installed.
    """
    try:
        import narwhals.stable.v2 as nw
    except ImportError:
        raise MissingExtraError("frames", "a network of a data frame") from None
    try:
        given: nw.DataFrame[Any] | nw.LazyFrame[Any] = nw.from_native(cast("Any", frame))
    except TypeError:
        raise InvalidArgumentError(
            f"{argument} must be a data frame, such as one of pandas, Polars, Arrow, DuckDB, "
            f"PySpark or Dask, got a value of the type {type(frame).__name__}"
        ) from None
    return given


def columns_of(frame: object, names: Mapping[str, object]) -> list[npt.NDArray[Any]]:
    """Take columns out of a data frame of any library that narwhals knows, as arrays.

    Parameters
    ----------
    frame : data frame
        Of pandas, Polars, Arrow, DuckDB, PySpark or Dask.
    names : mapping of str to str
        Which columns, by the argument that names each.

    Raises
    ------
    InvalidArgumentError
        If it is no data frame, or has no such column.
    MissingExtraError
        If narwhals is not installed.
    """
    lazy = as_frame("frame", frame).lazy()
    there = lazy.collect_schema().names()
    for argument, name in names.items():
        if name not in there:
            raise InvalidArgumentError(
                f"{argument} must be one of the columns {shown_names(*there)}; got "
                f"{shown_choice(name)}"
            )
    taken = lazy.select(*map(str, names.values())).collect()
    return [taken[str(name)].to_numpy() for name in names.values()]


def all_columns_of(argument: str, frame: object) -> dict[str, list[object]]:
    """Take all columns out of a data frame of any library that narwhals knows, as lists.

    Raises
    ------
    InvalidArgumentError
        If it is no data frame.
    MissingExtraError
        If narwhals is not installed.
    """
    taken = as_frame(argument, frame).lazy().collect()
    return {name: taken[name].to_list() for name in taken.columns}
