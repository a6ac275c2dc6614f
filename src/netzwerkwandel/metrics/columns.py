"""Results of several columns: read one by name, or take all of them as a table."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Mapping
from types import ModuleType
from typing import Literal

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidArgumentError, MissingExtraError
from netzwerkwandel.network.arrays import freeze


FRAMES = ("pandas", "polars")


class NoDataFramesError(MissingExtraError):
    """No library of data frames is installed, or not the one that was asked for."""

    def __str__(self) -> str:
        return (
            f"{self.purpose} needs a package that is not installed; "
            f"install it with: pip install {self.extra}"
        )


@attrs.frozen(eq=False, repr=False)
class Columns:
    """Base of results that are several columns of one length, read-only, each by its name.

    A subclass is a frozen attrs class whose columns are arrays of one dimension; other fields, such
    as the model that the columns are of, are no columns.
    """

    def __attrs_post_init__(self) -> None:
        for values in self._arrays().values():
            freeze(values)

    def __len__(self) -> int:
        return len(next(iter(self._arrays().values()), ()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self):,} rows: {', '.join(self._arrays())})"

    def _arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        values = {field.name: getattr(self, field.name) for field in attrs.fields(type(self))}
        return {name: value for name, value in values.items() if isinstance(value, np.ndarray)}

    def to_dict(self) -> dict[str, list[float]]:
        """Give each column as a list of plain numbers.

        Returns
        -------
        dict of str to list
            By the names of the columns, in their order.
        """
        return {name: values.tolist() for name, values in self._arrays().items()}

    def to_frame(self, library: Literal["pandas", "polars"] | None = None) -> object:
        """Give the columns as a data frame.

        Parameters
        ----------
        library : {"pandas", "polars"}, optional
            Whose data frame; by default of the one that is installed, pandas first.

        Returns
        -------
        pandas.DataFrame or polars.DataFrame
            One column for each array, one row for each value.

        Raises
        ------
        InvalidArgumentError
            If the library is none of the two.
        MissingExtraError
            If it is not installed.
        """
        return data_frame(self._arrays(), library)


def data_frame(columns: Mapping[str, object], library: str | None) -> object:
    """Make a data frame of pandas or polars; see ``Columns.to_frame``."""
    frame: object = _frames(library).DataFrame(dict(columns))
    return frame


def _frames(library: str | None) -> ModuleType:
    if library is not None and library not in FRAMES:
        raise InvalidArgumentError(f"library must be one of {FRAMES} or None, got {library!r}")
    wanted = FRAMES if library is None else (library,)
    for name in wanted:
        if importlib.util.find_spec(name) is not None:
            return importlib.import_module(name)
    raise NoDataFramesError(wanted[0], f"a data frame of {' or '.join(wanted)}")
