"""Columns as a data frame of whichever library is installed."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Mapping
from typing import Literal, TypeAlias

from netzwerkwandel.errors import InvalidArgumentError, MissingExtraError, shown_choice


Library: TypeAlias = Literal["pandas", "polars", "pyarrow"]

FRAMES = {"pandas": "DataFrame", "polars": "DataFrame", "pyarrow": "table"}
"""What makes a frame of columns, by the library; one that nobody asked for is the first there."""


class NoPackageError(MissingExtraError):
    """A package of others is not installed that what was asked for is given in."""

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
    raise NoPackageError(wanted[0], f"a data frame of {' or '.join(wanted)}")
