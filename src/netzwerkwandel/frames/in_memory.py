"""All ties together: a network like any other, of batches of columns of whichever engine."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from netzwerkwandel import metrics
from netzwerkwandel.network import Network
from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.slot_dyads import Model


Keys: TypeAlias = npt.NDArray[np.generic]
Batch: TypeAlias = tuple[Keys, Keys, FloatArray]
"""The ends of some ties, and their weights."""


def read_network(batches: Iterable[Batch], *, named: bool) -> tuple[Keys, Network]:
    """Build the network of all batches, and say whom its places stand for: people by their keys.

    Of at least one tie. Its people have their keys themselves where they are to be ``named``.
    """
    source, target, weights = map(np.concatenate, zip(*batches, strict=True))
    people, places = _numbered(np.concatenate([source, target]))
    i, j = np.split(places, 2)
    keys = list(map(str, people.tolist())) if named else None
    return people, Network.from_edges(i, j, weights, keys=keys)


def measure(
    batches: Iterable[Batch], name: str, model: Model
) -> dict[str, npt.NDArray[np.generic]]:
    """Measure the people, or the ties, of all batches together.

    Parameters
    ----------
    batches : iterable of Batch
        The ties, checked; at least one.
    name : str
        ``"holes"``, or one of ``tie_rows.TIE_MEASURES``.
    model : {"whole", "ego"}
        The model.

    Returns
    -------
    dict of str to array
        The columns of the result, sorted by keys.
    """
    people, network = read_network(batches, named=False)
    if name == "holes":
        columns = metrics.structural_holes(network, model=model).columns()
        return {"key": people} | {each: v.astype(np.float64) for each, v in columns.items()}
    if name == "overlap":
        values: Keys = metrics.overlap(network)
    elif name == "reach":
        values = network.ties().reach
    elif name == "redundancy":
        values = metrics.redundancy(network, model=model)
    else:
        values = metrics.local_constraint(network, model=model)
    return {"source": people[network.sources], "target": people[network.indices], name: values}


def _numbered(keys: Keys) -> tuple[Keys, IntArray]:
    """Everybody once, in order, and where each key stands among them."""
    if keys.dtype.kind in "iu":
        people, places = np.unique(keys, return_inverse=True)
        return people, places
    # Texts are looked up faster than they are sorted.
    texts = keys.tolist()
    names = sorted(set(texts))
    number = {name: place for place, name in enumerate(names)}
    places = np.fromiter(map(number.__getitem__, texts), np.int64, len(texts))
    return np.array(names, dtype=object), places
