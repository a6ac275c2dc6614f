"""Which calls this backend can answer as networkx would, and which it should."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from inspect import signature
from typing import Any

import networkx as nx

from netzwerkwandel.backend import functions


FOR_SOME = ("nodes", "u", "v")
"""Arguments by which a call asks about some nodes only."""


def can_run(name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> bool | str:
    """Say whether the backend answers a call as networkx would, or why not.

    What only a conversion can tell (a weight that is not positive; loops, where a call asks about
    some nodes only) is told then, by NotImplementedError.

    Parameters
    ----------
    name : str
        The function.
    args, kwargs : sequence, mapping
        Its arguments.

    Returns
    -------
    bool or str
        True, or the reason against.
    """
    given = _arguments(name, args, kwargs)
    graph, weight = given["G"], given.get("weight")
    if weight is not None and not isinstance(weight, str):
        return "the weight must be the name of an edge attribute"
    if isinstance(graph, nx.Graph) and _asks_for_all(given) and _has_loops(graph):
        return "self-loops are part of what networkx sums up, and never of a tie here"
    return True


def should_run(name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> bool | str:
    """Say whether an answer is worth the conversion of the graph, or why not.

    Parameters
    ----------
    name : str
        The function.
    args, kwargs : sequence, mapping
        Its arguments.

    Returns
    -------
    bool or str
        True, or the reason against.
    """
    given = _arguments(name, args, kwargs)
    if not _asks_for_all(given):
        return "a few nodes cost less than the conversion of the whole graph"
    return True


def _arguments(name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> dict[str, Any]:
    return signature(getattr(functions, name)).bind(*args, **kwargs).arguments


def _asks_for_all(given: Mapping[str, Any]) -> bool:
    return all(given.get(argument) is None for argument in FOR_SOME)


def _has_loops(graph: nx.Graph[Any]) -> bool:
    return any(node in row for node, row in graph.adjacency())
