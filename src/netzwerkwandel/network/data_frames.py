"""Columns as a data frame of whichever library is installed."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Mapping

from netzwerkwandel.errors import InvalidArgumentError, MissingExtraError, shown_choice


FRAMES = ("pandas", "polars")


class NoDataFramesError(MissingExtraError):
    """No library of data frames is installed, or not the one that was asked for."""

    def __str__(self) -> str:
        return (
            f"{self.purpose} needs a package that is not installed; "
            f"install it with: pip install {self.extra}"
        )


def data_frame(columns: Mapping[str, object], library: str | None) -> object:
    """Make a data frame of pandas or polars, of the one that is installed, pandas first.

    Raises
    ------
    InvalidArgumentError
        If the library is none of the two.
    MissingExtraError
        If it is not installed.
    """
    if library is not None and library not in FRAMES:
        raise InvalidArgumentError(
            f"library must be one of {FRAMES} or None, got {shown_choice(library)}"
        )
    wanted = FRAMES if library is None else (library,)
    for name in wanted:
        if importlib.util.find_spec(name) is not None:
            frame: object = importlib.import_module(name).DataFrame(dict(columns))
            return frame
    raise NoDataFramesError(wanted[0], f"a data frame of {' or '.join(wanted)}")
