"""What a measure is asked about: people by key or by index, and places in a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.model import Key
from netzwerkwandel.network import IntArray, Network


Nodes: TypeAlias = Sequence[Key] | Sequence[int] | IntArray | None


def indices_of(network: Network, nodes: Sequence[Key] | Sequence[int] | IntArray) -> IntArray:
    """Return the indices of people given by key or by index, in the order given.

    Raises
    ------
    InvalidArgumentError
        If it is no list, or something in it is neither a key nor a whole number.
    NotFoundError
        If somebody is not there.
    """
    # A text would be read letter by letter; what has no order would give an array in none; and a
    # mask (True for those asked about) would be read as the people 1 and 0.
    given: object = nodes
    if isinstance(given, str | Mapping | AbstractSet) or not isinstance(given, Iterable):
        raise InvalidArgumentError(f"nodes must be a list of keys or indices, got {shown(given)}")
    return np.array([network.person("each of nodes", node) for node in nodes], dtype=np.int64)


def places(name: str, given: npt.ArrayLike, n: int) -> IntArray:
    """Return whole numbers from 0 to n - 1, given as a list or an array.

    Raises
    ------
    InvalidArgumentError
        If they are anything else.
    """
    try:
        values = np.asarray(given)
    except ValueError:
        values = np.zeros((0, 0))
    if values.ndim == 1 and not len(values):
        return np.zeros(0, dtype=np.int64)
    whole = values.ndim == 1 and values.dtype.kind in "iu"
    if not (whole and 0 <= values.min() <= values.max() < n):
        raise InvalidArgumentError(
            f"{name} must be whole numbers from 0 to {n - 1}, got {shown(given)}"
        )
    return values.astype(np.int64)
