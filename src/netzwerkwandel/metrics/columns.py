"""Results of several columns: read one by name, or take all of them as a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.model import Key
from netzwerkwandel.model.data_frames import Library, data_frame
from netzwerkwandel.network.arrays import IntArray, freeze


@attrs.frozen(eq=False)
class About:
    """Who each row of a result is about: the keys of people, and the places of those meant.

    Parameters
    ----------
    keys : sequence of str
        Everybody.
    places : mapping of str to IntArray
        Where the people of each column of keys stand among these, by the name of the column.
    """

    keys: tuple[Key, ...]
    places: Mapping[str, IntArray]

    @classmethod
    def people(cls, keys: tuple[Key, ...], places: IntArray | None = None) -> Self:
        """Name rows that are each about one person: everybody, or those at some places."""
        return cls(keys, {"key": np.arange(len(keys)) if places is None else places})

    def columns(self) -> dict[str, list[Key]]:
        """Give the columns of keys."""
        return {
            name: [self.keys[place] for place in places.tolist()]
            for name, places in self.places.items()
        }


@attrs.frozen(eq=False, repr=False)
class ColumnarResult:
    """Base of results that are several columns of one length, read-only, each by its name.

    A subclass is a frozen attrs class whose columns are arrays of one dimension; other fields, such
    as the model that the columns are of, are no columns.

    Parameters
    ----------
    about : About or None
        Who each row is about; a data frame has their keys as its first columns.
    """

    about: About | None = attrs.field(default=None, kw_only=True, repr=False)

    def __attrs_post_init__(self) -> None:
        for values in self.columns().values():
            freeze(values)

    def __len__(self) -> int:
        return len(next(iter(self.columns().values()), ()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self):,} rows: {', '.join(self.columns())})"

    def columns(self) -> dict[str, npt.NDArray[np.generic]]:
        """Give the columns by their names, without a copy.

        Returns
        -------
        dict of str to array
            In their order.
        """
        values = {field.name: getattr(self, field.name) for field in attrs.fields(type(self))}
        return {name: value for name, value in values.items() if isinstance(value, np.ndarray)}

    def to_dict(self) -> dict[str, list[float]]:
        """Give each column as a list of plain numbers.

        Returns
        -------
        dict of str to list
            By the names of the columns, in their order.
        """
        return {name: values.tolist() for name, values in self.columns().items()}

    def to_frame(self, library: Library | None = None) -> object:
        """Give the columns as a data frame, each row with the key of whom it is about.

        Parameters
        ----------
        library : {"pandas", "polars", "pyarrow"}, optional
            Whose data frame; by default of the first of these that is installed.

        Returns
        -------
        pandas.DataFrame, polars.DataFrame or pyarrow.Table
            ``key`` first, or ``source`` and who the tie leads to; then a column for each array.

        Raises
        ------
        InvalidArgumentError
            If the library is none of these.
        MissingExtraError
            If it is not installed.
        """
        names = {} if self.about is None else self.about.columns()
        # Where a column tells people by their places, their keys stand for these.
        return data_frame(
            names | {k: v for k, v in self.columns().items() if k not in names}, library
        )
