"""Results of several columns: read one by name, or take all of them as a table."""

from __future__ import annotations

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.network.arrays import freeze
from netzwerkwandel.network.data_frames import Library, data_frame


@attrs.frozen(eq=False, repr=False)
class ColumnarResult:
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

    def to_frame(self, library: Library | None = None) -> object:
        """Give the columns as a data frame.

        Parameters
        ----------
        library : {"pandas", "polars", "pyarrow"}, optional
            Whose data frame; by default of the first of these that is installed.

        Returns
        -------
        pandas.DataFrame, polars.DataFrame or pyarrow.Table
            One column for each array, one row for each value.

        Raises
        ------
        InvalidArgumentError
            If the library is none of these.
        MissingExtraError
            If it is not installed.
        """
        return data_frame(self._arrays(), library)
