"""Measures of a network: one array each, in the order of its people or of its ties."""

from __future__ import annotations

from netzwerkwandel.metrics._bootstrap import Bootstrap, bootstrap
from netzwerkwandel.metrics._bridges import bridges, local_bridges
from netzwerkwandel.metrics._brokerage import (
    Brokerage,
    Roles,
    brokerage,
    brokerage_of_arcs,
)
from netzwerkwandel.metrics._burstiness import burstiness, memory, tie_burstiness, tie_memory
from netzwerkwandel.metrics._circles import circles
from netzwerkwandel.metrics._composition import Composition, composition, ei_index
from netzwerkwandel.metrics._core_number import core_number, core_number_test
from netzwerkwandel.metrics._core_periphery import (
    CorePeriphery,
    core_periphery,
    core_periphery_test,
)
from netzwerkwandel.metrics._coreness import coreness, coreness_test
from netzwerkwandel.metrics._dispersion import dispersion
from netzwerkwandel.metrics._ego_betweenness import ego_betweenness
from netzwerkwandel.metrics._ego_core import EgoCore, ego_core, ego_core_test
from netzwerkwandel.metrics._ego_study import ByEgo, EgoStudy
from netzwerkwandel.metrics._exposure import exposure
from netzwerkwandel.metrics._field_classes import FieldClass, field_classes
from netzwerkwandel.metrics._inner_circle import inner_circle
from netzwerkwandel.metrics._overlapping_circles import omega_index, overlapping_circles
from netzwerkwandel.metrics._permutation_test import permutation_test
from netzwerkwandel.metrics._recursive_dispersion import recursive_dispersion
from netzwerkwandel.metrics._structural_holes import (
    StructuralHoles,
    constraint,
    density,
    effective_size,
    efficiency,
    hierarchy,
    structural_holes,
)
from netzwerkwandel.metrics._substitutes import Substitutes, substitutes
from netzwerkwandel.metrics._tie_measures import (
    embeddedness,
    local_constraint,
    overlap,
    reciprocity,
    redundancy,
    simmelian_strength,
)
from netzwerkwandel.metrics._tie_vector import TieVector, tie_vector
from netzwerkwandel.metrics._two_mode import TwoModeHoles, two_mode_holes
from netzwerkwandel.metrics.degree_null import PermutationTest, degree_test


__all__ = [
    "Bootstrap",
    "Brokerage",
    "ByEgo",
    "Composition",
    "CorePeriphery",
    "EgoCore",
    "EgoStudy",
    "FieldClass",
    "PermutationTest",
    "Roles",
    "StructuralHoles",
    "Substitutes",
    "TieVector",
    "TwoModeHoles",
    "bootstrap",
    "bridges",
    "brokerage",
    "brokerage_of_arcs",
    "burstiness",
    "circles",
    "composition",
    "constraint",
    "core_number",
    "core_number_test",
    "core_periphery",
    "core_periphery_test",
    "coreness",
    "coreness_test",
    "degree_test",
    "density",
    "dispersion",
    "effective_size",
    "efficiency",
    "ego_betweenness",
    "ego_core",
    "ego_core_test",
    "ei_index",
    "embeddedness",
    "exposure",
    "field_classes",
    "hierarchy",
    "inner_circle",
    "local_bridges",
    "local_constraint",
    "memory",
    "omega_index",
    "overlap",
    "overlapping_circles",
    "permutation_test",
    "reciprocity",
    "recursive_dispersion",
    "redundancy",
    "simmelian_strength",
    "structural_holes",
    "substitutes",
    "tie_burstiness",
    "tie_memory",
    "tie_vector",
    "two_mode_holes",
]
