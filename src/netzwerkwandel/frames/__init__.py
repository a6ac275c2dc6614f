"""The same measures on other engines: a data frame of ties in, one of measures out.

Of pandas, Polars, Arrow, DuckDB, PySpark and Dask, and what else narwhals knows (extra ``frames``).
What is lazy stays lazy, and no row of it is collected in this process.

>>> import polars as pl
>>> from netzwerkwandel import frames
>>> edges = pl.LazyFrame({"a": ["ada", "ben"], "b": ["ben", "eva"], "weight": [2.0, 1.0]})
>>> holes = frames.structural_holes(edges, "a", "b", "weight")
>>> holes.select("key", "degree").sort("key").collect().rows()
[('ada', 1.0), ('ben', 2.0), ('eva', 1.0)]
"""

from __future__ import annotations

from netzwerkwandel.errors import MissingExtraError


try:
    from netzwerkwandel.frames._measures import (
        local_constraint,
        overlap,
        reach,
        redundancy,
        structural_holes,
    )
    from netzwerkwandel.frames._records_of import records_of
    from netzwerkwandel.frames._top_contacts import top_contacts
except ModuleNotFoundError as error:
    raise MissingExtraError("frames", "netzwerkwandel.frames") from error


__all__ = [
    "local_constraint",
    "overlap",
    "reach",
    "records_of",
    "redundancy",
    "structural_holes",
    "top_contacts",
]
