"""The people whom a measure is asked about, named by key or by index."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import SupportsIndex, TypeAlias

import numpy as np

from netzwerkwandel.errors import InvalidArgumentError, NotFoundError
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
    # A text would be read letter by letter, and what has no order would give an array in none.
    given: object = nodes
    if isinstance(given, str | Mapping | AbstractSet) or not isinstance(given, Iterable):
        raise InvalidArgumentError(f"nodes must be a list of keys or indices, got {given!r:.80}")
    people = [network.index_of(node) if isinstance(node, str) else _index(node) for node in nodes]
    for person in people:
        if not 0 <= person < network.n_contacts:
            raise NotFoundError("contact of this network", str(person))
    return np.array(people, dtype=np.int64)


def _index(node: object) -> int:
    # A mask (True for who is asked about) would be read as the people 1 and 0.
    if not isinstance(node, SupportsIndex) or isinstance(node, bool | np.bool_):
        raise InvalidArgumentError(f"nodes must be keys or indices, got {node!r:.80}")
    return operator.index(node)
