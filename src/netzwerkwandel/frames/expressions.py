"""The measures of structural holes as expressions over columns, from the same formulas."""

from __future__ import annotations

from typing import Any, cast

import narwhals.stable.v2 as nw

from netzwerkwandel.frames.edges import Lazy
from netzwerkwandel.metrics.tie_totals import span_of_constraint
from netzwerkwandel.network.kernels.formulas import (
    SMALLEST,
    TieSums,
    dyadic_constraint,
    dyadic_redundancy,
    tie_terms,
)


# With their type: to DuckDB 1.0 alone is a decimal.
ONE, TWO, NAN = (nw.lit(value, nw.Float64) for value in (1.0, 2.0, float("nan")))


# The formulas are sums and products alone, and so hold for an expression as for an array.
def _weight(name: str) -> Any:
    return nw.col(name)


def local_constraint() -> nw.Expr:
    """The dyadic constraint of each tie, by the columns of ``tie_sums``."""
    found = dyadic_constraint(_weight("weight"), _weight("through"), _weight("strength"))
    return cast("nw.Expr", found)


def redundancy() -> nw.Expr:
    """The dyadic redundancy of each tie."""
    columns = _weight("shared"), _weight("strength"), _weight("largest_within")
    return cast("nw.Expr", dyadic_redundancy(*columns))


def overlap() -> nw.Expr:
    """The overlap of each tie; nan where two people have each other only."""
    common = nw.col("common").cast(nw.Float64)
    circle = (nw.col("degree") + nw.col("target_degree") - 2).cast(nw.Float64) - common
    some = nw.when(circle > 0).then(circle).otherwise(ONE)
    return nw.when(circle > 0).then(common / some).otherwise(NAN)


def reach() -> nw.Expr:
    """With how many people the target is tied whom the source is not."""
    return nw.col("target_degree") - 1 - nw.col("common")


MEASURES = {
    "local_constraint": local_constraint,
    "redundancy": redundancy,
    "overlap": overlap,
    "reach": reach,
}


def node_measures(sums: Lazy) -> Lazy:
    """Add up the ties of each person, and work out the columns of ``StructuralHoles``.

    Parameters
    ----------
    sums : narwhals LazyFrame
        As ``tie_sums`` gives them.

    Returns
    -------
    narwhals LazyFrame
        ``key``, and the columns of ``StructuralHoles`` in their order.
    """
    tie = _weight("weight"), _weight("through"), _weight("shared"), _weight("strength")
    logarithm: Any = (local_constraint() + SMALLEST).log()
    terms = tie_terms(*tie, _weight("largest_within"), logarithm)._asdict()
    ties = sums.select(
        nw.col("source").alias("key"),
        ONE.alias("degree"),
        nw.col("common"),
        *(cast("nw.Expr", term).alias(name) for name, term in terms.items()),
    )
    each = ["degree", "common", *TieSums._fields]
    people = ties.group_by("key").agg(*(nw.col(name).sum() for name in each))
    n = nw.col("degree")
    # Where there is one contact only, a number that can be divided by; what comes out is left.
    alone = n < 2
    several, constraint = nw.when(alone).then(TWO).otherwise(n), nw.col("constraint")
    bounds = span_of_constraint(cast("Any", several))
    least, all_tied, one_tied_to_all = (cast("nw.Expr", bound) for bound in bounds)
    most = nw.when(all_tied > one_tied_to_all).then(all_tied).otherwise(one_tied_to_all)
    place = (constraint - least) / (most - least)
    uneven = (nw.col("entropy") / constraint + (several / constraint).log()) / several.log()
    density = nw.col("common") / (several * (several - 1))
    return people.select(
        "key",
        "degree",
        "constraint",
        nw.col("size").alias("constraint_size"),
        nw.col("density").alias("constraint_density"),
        nw.col("hierarchy").alias("constraint_hierarchy"),
        nw.when(alone).then(ONE).otherwise(place).alias("normalised_constraint"),
        nw.col("effective").alias("effective_size"),
        (nw.col("effective") / n).alias("efficiency"),
        nw.when(alone).then(ONE).otherwise(uneven.clip(0.0, 1.0)).alias("hierarchy"),
        nw.when(alone).then(NAN).otherwise(density).alias("density"),
    )
