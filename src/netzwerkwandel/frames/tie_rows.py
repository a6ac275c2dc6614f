"""From what is known of each tie to the measures, in both directions: arrays, for any engine."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from netzwerkwandel.metrics._structural_holes import holes_of
from netzwerkwandel.metrics.tie_totals import TieTotals
from netzwerkwandel.network.arrays import FloatArray
from netzwerkwandel.network.kernels.formulas import (
    TieSums,
    dyadic_constraint,
    dyadic_redundancy,
    logarithm,
    tie_terms,
)
from netzwerkwandel.network.slot_dyads import Model


Columns = dict[str, FloatArray]

TIE_MEASURES = ("local_constraint", "redundancy", "overlap", "reach")
SUMMED = ("degree", "common", *TieSums._fields)
"""What is added up for each person, by ``terms``."""


def both_ways(once: Mapping[str, FloatArray], model: Model) -> Columns:
    """Turn ties that stand there once into both directions: first all as they are, then all turned.

    Parameters
    ----------
    once : mapping of str to FloatArray, shape (n_ties,)
        ``weight``, ``shared`` and ``common``; ``degree``, ``strength`` and ``largest`` of the
        source and, as ``target_degree`` and so on, of the target; ``through``, and in the ego model
        ``through_back``, ``within`` and ``within_back``: the names of ``TaskTies``.
    model : {"whole", "ego"}
        The model.

    Returns
    -------
    dict of str to FloatArray, shape (2 * n_ties,)
        What the formulas want to know.
    """

    def two(there: str, back: str) -> FloatArray:
        return np.concatenate([once[there], once[back]])

    weight = two("weight", "weight")
    is_ego = model == "ego"
    return {
        "weight": weight,
        "through": two("through", "through_back" if is_ego else "through"),
        "shared": two("shared", "shared"),
        "common": two("common", "common"),
        "degree": two("degree", "target_degree"),
        "target_degree": two("target_degree", "degree"),
        "strength": two("strength", "target_strength"),
        "largest_within": np.maximum(two("within", "within_back"), weight)
        if is_ego
        else two("target_largest", "largest"),
    }


def measures(ties: Columns) -> dict[str, npt.NDArray[np.generic]]:
    """The measures of single ties."""
    constraint = dyadic_constraint(ties["weight"], ties["through"], ties["strength"])
    redundancy = dyadic_redundancy(ties["shared"], ties["strength"], ties["largest_within"])
    common, degree, target_degree = ties["common"], ties["degree"], ties["target_degree"]
    circle = degree + target_degree - 2.0 - common
    return {
        "local_constraint": constraint,
        "redundancy": redundancy,
        "overlap": common / np.where(circle > 0, circle, np.nan),
        "reach": np.rint(target_degree - 1.0 - common).astype(np.int64),
    }


def terms(ties: Columns) -> Columns:
    """What each tie adds to the sums of its source, by ``SUMMED``."""
    names = ("weight", "through", "shared", "strength", "largest_within")
    weight, through, shared, strength, largest = (ties[name] for name in names)
    logs = logarithm(dyadic_constraint(weight, through, strength))
    added = tie_terms(weight, through, shared, strength, largest, logs)
    return {"degree": np.ones(len(weight)), "common": ties["common"]} | added._asdict()


def holes(sums: Mapping[str, FloatArray], model: Model) -> dict[str, npt.NDArray[np.generic]]:
    """The columns of ``StructuralHoles``, from what each person's ties add up to."""
    totals = TieTotals(
        model=model,
        degree=np.rint(sums["degree"]).astype(np.int64),
        n=sums["degree"],
        sums=TieSums(*(sums[name] for name in TieSums._fields)),
        # Each tie among a person's contacts counts for the ties to both.
        triads=np.rint(sums["common"] / 2).astype(np.int64),
    )
    found = holes_of(totals)
    return {name: np.asarray(values) for name, values in found.to_dict().items()}


def hole_columns(model: Model) -> tuple[str, ...]:
    """What the columns of ``holes`` are called."""
    return tuple(holes(dict.fromkeys(SUMMED, np.ones(1)), model))
