"""Measures of a network: one array each, in the order of its people or of its ties."""

from __future__ import annotations

from netzwerkwandel.metrics.structural_holes import (
    StructuralHoles,
    constraint,
    density,
    effective_size,
    efficiency,
    hierarchy,
    local_constraint,
    redundancy,
    structural_holes,
)


__all__ = [
    "StructuralHoles",
    "constraint",
    "density",
    "effective_size",
    "efficiency",
    "hierarchy",
    "local_constraint",
    "redundancy",
    "structural_holes",
]
