from __future__ import annotations

from typing import TypeVar

from netzwerkwandel.frames.edges import EdgeFrame
from netzwerkwandel.frames.ways import Plan, work_out
from netzwerkwandel.metrics.tie_totals import check_model
from netzwerkwandel.network.slot_dyads import Model


F = TypeVar("F")


def structural_holes(
    edges: F,
    source: str,
    target: str,
    weight: str | None = None,
    *,
    model: Model = "whole",
    plan: Plan | None = None,
    blocks: int | None = None,
) -> F:
    """Who bridges gaps between people, and who is caught in one circle, on any engine?

    The measures of ``metrics.structural_holes``, with its formulas, for ties that are a data frame:
    of pandas, Polars, Arrow, DuckDB, PySpark, Dask, or what else narwhals knows.

    Parameters
    ----------
    edges : data frame
        One row for each tie. Parallel ties are summed and one-way ties made mutual, as by
        ``Network.from_edges``.
    source, target : str
        The columns with the ends of each tie: whole numbers, or text.
    weight : str, optional
        The column with finite and positive numbers; by default every tie counts 1.
    model : {"whole", "ego"}
        As for ``metrics.structural_holes``.
    plan : {"partitions", "joins"}, optional
        Two ways to one result. By partitions people are hashed into blocks, and the library's own
        kernel runs on the ties among three blocks at a time: on Spark each time on some worker, on
        DuckDB, Polars, Arrow and pandas one after the other in this process. What fits there is one
        block, and worked out as a network in memory is. By joins the engine
        does all by itself. By default partitions where the engine can, else joins.
    blocks : int, optional
        Into how many blocks, at least 1. By default so many that what is worked on at once fits
        into the memory of a worker; ``docs/scale.md`` has the formula.

    Returns
    -------
    data frame
        Of the same library, one row for each person who has a tie: ``key``, and the columns of
        ``metrics.StructuralHoles``. A frame that holds its rows comes sorted by key. One that is
        lazy stays lazy: nothing is worked out until its rows are asked for, save on DuckDB by
        partitions, which are worked out at once.

    Raises
    ------
    InvalidArgumentError
        If it is no data frame, a column is not there, or there is no such model.
    InvalidNetworkError
        If a key or a weight is missing, a tie leads to oneself, or a weight is not finite and
        positive. One row of counts is asked of the engine for this at once.

    Notes
    -----
    Either way each closed triad is found once, from its person of lowest degree, so that a hub
    costs no more than others do. On Spark no row is collected by the driver, and the workers must
    have this library installed, with Arrow. With several blocks in this process, ties lie in files
    of a temporary folder.

    Examples
    --------
    >>> import polars as pl
    >>> path = pl.DataFrame({"a": ["ada", "ben"], "b": ["ben", "eva"]})
    >>> structural_holes(path, "a", "b").select("key", "constraint").to_dict(as_series=False)
    {'key': ['ada', 'ben', 'eva'], 'constraint': [1.0, 0.5, 1.0]}
    """
    given = EdgeFrame.read(edges, source, target, weight)
    return work_out(given, "holes", check_model(model), plan, blocks)


def local_constraint(
    edges: F,
    source: str,
    target: str,
    weight: str | None = None,
    *,
    model: Model = "whole",
    plan: Plan | None = None,
    blocks: int | None = None,
) -> F:
    """Which contact holds a person back? The dyadic constraint of every tie, on any engine.

    Parameters
    ----------
    edges, source, target, weight, model, plan, blocks
        As for ``structural_holes``.

    Returns
    -------
    data frame
        Of the same library, one row for each directed tie: ``source``, ``target`` and
        ``local_constraint`` as of ``metrics.local_constraint``.

    Raises
    ------
    InvalidArgumentError, InvalidNetworkError
        As ``structural_holes``.

    Examples
    --------
    >>> import polars as pl
    >>> path = pl.DataFrame({"a": ["ada", "ben"], "b": ["ben", "eva"]})
    >>> local_constraint(path, "a", "b")["local_constraint"].to_list()
    [1.0, 0.25, 0.25, 1.0]
    """
    given = EdgeFrame.read(edges, source, target, weight)
    return work_out(given, "local_constraint", check_model(model), plan, blocks)


def redundancy(
    edges: F,
    source: str,
    target: str,
    weight: str | None = None,
    *,
    model: Model = "whole",
    plan: Plan | None = None,
    blocks: int | None = None,
) -> F:
    """How much of what a contact can reach does a person reach without, on any engine?

    Parameters
    ----------
    edges, source, target, weight, model, plan, blocks
        As for ``structural_holes``.

    Returns
    -------
    data frame
        Of the same library, one row for each directed tie: ``source``, ``target`` and
        ``redundancy`` as of ``metrics.redundancy``.

    Raises
    ------
    InvalidArgumentError, InvalidNetworkError
        As ``structural_holes``.

    Examples
    --------
    >>> import polars as pl
    >>> triangle = pl.DataFrame({"a": ["ada", "ben", "eva"], "b": ["ben", "eva", "ada"]})
    >>> redundancy(triangle, "a", "b")["redundancy"].to_list()
    [0.5, 0.5, 0.5, 0.5, 0.5, 0.5]
    """
    given = EdgeFrame.read(edges, source, target, weight)
    return work_out(given, "redundancy", check_model(model), plan, blocks)


def overlap(
    edges: F,
    source: str,
    target: str,
    *,
    plan: Plan | None = None,
    blocks: int | None = None,
) -> F:
    """How much of the circle of two people do they share, on any engine?

    Parameters
    ----------
    edges, source, target, plan, blocks
        As for ``structural_holes``; weights do not matter.

    Returns
    -------
    data frame
        Of the same library, one row for each directed tie: ``source``, ``target`` and ``overlap``
        as of ``metrics.overlap``, nan where two people have each other only.

    Raises
    ------
    InvalidArgumentError, InvalidNetworkError
        As ``structural_holes``.

    Examples
    --------
    >>> import polars as pl
    >>> ties = pl.DataFrame({"a": ["ada", "ben", "eva"], "b": ["ben", "eva", "ada"]})
    >>> overlap(ties, "a", "b")["overlap"].to_list()
    [1.0, 1.0, 1.0, 1.0, 1.0, 1.0]
    """
    given = EdgeFrame.read(edges, source, target, None)
    return work_out(given, "overlap", "whole", plan, blocks)


def reach(
    edges: F,
    source: str,
    target: str,
    *,
    plan: Plan | None = None,
    blocks: int | None = None,
) -> F:
    """To how many people does each contact lead whom a person is not tied to, on any engine?

    Parameters
    ----------
    edges, source, target, plan, blocks
        As for ``structural_holes``; weights do not matter.

    Returns
    -------
    data frame
        Of the same library, one row for each directed tie: ``source``, ``target`` and ``reach``,
        the column of that name of ``Ties``.

    Raises
    ------
    InvalidArgumentError, InvalidNetworkError
        As ``structural_holes``.

    Examples
    --------
    >>> import polars as pl
    >>> path = pl.DataFrame({"a": ["ada", "ben"], "b": ["ben", "eva"]})
    >>> reach(path, "a", "b")["reach"].to_list()
    [1, 0, 0, 1]
    """
    given = EdgeFrame.read(edges, source, target, None)
    return work_out(given, "reach", "whole", plan, blocks)
