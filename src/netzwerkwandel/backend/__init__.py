"""What networkx loads as its backend ``netzwerkwandel``: functions by networkx's names."""

from __future__ import annotations

from netzwerkwandel.backend.choice import can_run, should_run
from netzwerkwandel.backend.conversion import convert_from_nx, convert_to_nx
from netzwerkwandel.backend.graph import ConvertedGraph
from netzwerkwandel.backend.measures import (
    constraint,
    core_number,
    dispersion,
    effective_size,
    local_constraint,
)


__all__ = [
    "ConvertedGraph",
    "can_run",
    "constraint",
    "convert_from_nx",
    "convert_to_nx",
    "core_number",
    "dispersion",
    "effective_size",
    "local_constraint",
    "should_run",
]
