"""Columns as a data frame of whichever library is installed, and out of any."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

import numpy.typing as npt

from netzwerkwandel.errors import InvalidArgumentError, MissingExtraError, shown_choice


if TYPE_CHECKING:
    import narwhals.stable.v2 as nw


Library: TypeAlias = Literal["pandas", "polars", "pyarrow"]

FRAMES = {"pandas": "DataFrame", "polars": "DataFrame", "pyarrow": "table"}
"""What makes a frame of columns, by the library; one that nobody asked for is the first there."""


class NoDataFramesError(MissingExtraError):
    """No library of data frames is installed, or not the one that was asked for."""

    def __str__(self) -> str:
        return (
            f"{self.purpose} needs a package that is not installed; "
            f"install it with: pip install {self.extra}"
        )


def data_frame(columns: Mapping[str, object], library: str | None) -> object:
    """Make a data frame of pandas, polars or pyarrow, of the first that is installed.

    Raises
    ------
    InvalidArgumentError
        If the library is none of these.
    MissingExtraError
        If it is not installed.
    """
    if library is not None and library not in tuple(FRAMES):
        raise InvalidArgumentError(
            f"library must be one of {tuple(FRAMES)} or None, got {shown_choice(library)}"
        )
    wanted = tuple(FRAMES) if library is None else (library,)
    for name in wanted:
        if importlib.util.find_spec(name) is not None:
            make = getattr(importlib.import_module(name), FRAMES[name])
            frame: object = make(dict(columns))
            return frame
    raise NoDataFramesError(wanted[0], f"a data frame of {' or '.join(wanted)}")


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
                f"{argument} must be one of the columns {there}, got {shown_choice(name)}"
            )
    taken = lazy.select(*map(str, names.values())).collect()
    return [taken[str(name)].to_numpy() for name in names.values()]
