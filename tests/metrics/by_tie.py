"""Values of ties by the names of both ends, and networks without numpy: what oracles need."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from netzwerkwandel.network import Network


Circles = dict[str, set[str]]


def by_tie(network: Network, values: Sequence[float]) -> dict[tuple[str, str], float]:
    """One value for each directed tie, by the keys of both people."""
    ends = zip(network.sources.tolist(), network.indices.tolist(), strict=True)
    plain = np.asarray(values).tolist()
    return {(network.keys[i], network.keys[j]): v for (i, j), v in zip(ends, plain, strict=True)}


def circles(network: Network) -> Circles:
    """Everybody's contacts."""
    around: Circles = {key: set() for key in network.keys}
    for i, j in zip(network.sources.tolist(), network.indices.tolist(), strict=True):
        around[network.keys[i]].add(network.keys[j])
    return around


def shuffled(network: Network, seed: int) -> Network:
    """The same people and ties, numbered otherwise."""
    order = np.random.default_rng(seed).permutation(network.n_contacts)
    place = np.argsort(order)
    once = network.sources < network.indices
    return Network.from_edges(
        place[network.sources[once]],
        place[network.indices[once]],
        network.weights[once],
        keys=[network.keys[i] for i in order],
    )


def twice(network: Network) -> Network:
    """The network, a copy of it that nobody knows, and a person who knows nobody."""
    once = network.sources < network.indices
    a, b, w, n = (
        network.sources[once],
        network.indices[once],
        network.weights[once],
        len(network.keys),
    )
    copies = [*network.keys, *(key + "'" for key in network.keys), "nobody"]
    return Network.from_edges(np.r_[a, a + n], np.r_[b, b + n], np.r_[w, w], keys=copies)


def scaled(network: Network, factor: float) -> Network:
    """The same ties, each so many times as strong."""
    once = network.sources < network.indices
    return Network.from_edges(
        network.sources[once],
        network.indices[once],
        factor * network.weights[once],
        keys=network.keys,
    )


def pairs(people: set[str]) -> list[tuple[str, str]]:
    """Every two of them, once."""
    return list(itertools.combinations(sorted(people), 2))
