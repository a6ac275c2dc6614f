"""All measures of structural holes at once: by the oracle, and by the library."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from metrics import oracle
from netzwerkwandel import metrics as measures
from netzwerkwandel.network import Network


MODELS = ("whole", "ego")


def exact(z: oracle.Mutual, model: oracle.Model) -> dict[str, list[float]]:
    """Every column for every person, in the order of z."""
    return exact_of(z, z, model)


def exact_of(
    z: oracle.Mutual, people: Iterable[oracle.Node], model: oracle.Model
) -> dict[str, list[float]]:
    """Every column for some people."""
    rows = [_of_person(z, i, model) for i in people]
    return {name: [float(row[name]) for row in rows] for name in rows[0]} if rows else {}


def _of_person(z: oracle.Mutual, i: oracle.Node, model: oracle.Model) -> dict[str, object]:
    v = oracle.view(z, i, model)
    size, density, hierarchy = oracle.terms(v)
    return {
        "degree": len(v.contacts),
        "constraint": oracle.constraint(v),
        "constraint_size": size,
        "constraint_density": density,
        "constraint_hierarchy": hierarchy,
        "normalised_constraint": oracle.normalised_constraint(v),
        "effective_size": oracle.effective_size(v),
        "efficiency": oracle.efficiency(v),
        "hierarchy": oracle.hierarchy(v),
        "density": oracle.density(z, i),
    }


def exact_ties(z: oracle.Mutual, network: Network, model: oracle.Model) -> dict[str, list[float]]:
    """Dyadic constraint and redundancy of every directed tie, in the order of the network."""
    views = {key: oracle.view(z, int(key), model) for key in network.keys}
    ends = list(zip(network.sources.tolist(), network.indices.tolist(), strict=True))
    return {
        "local_constraint": [
            float(oracle.dyadic_constraint(views[network.keys[i]], j)) for i, j in ends
        ],
        "redundancy": [float(oracle.redundancy(views[network.keys[i]], j)) for i, j in ends],
    }


def assert_agrees(
    found: dict[str, list[float]], expected: dict[str, list[float]], tolerance: float = 1e-12
) -> None:
    """Every column agrees, relative to its values, absolutely near 0; nan where nan is."""
    for name, values in expected.items():
        np.testing.assert_allclose(
            found[name], values, rtol=tolerance, atol=tolerance, err_msg=name
        )


def rows_of(holes: measures.StructuralHoles, people: list[int]) -> dict[str, list[float]]:
    """The rows of some people."""
    return {name: np.array(values)[people].tolist() for name, values in holes.to_dict().items()}


def assert_same(found: dict[str, list[float]], other: dict[str, list[float]]) -> None:
    """Every column is the same to the last bit."""
    assert found.keys() == other.keys()
    for name, values in found.items():
        np.testing.assert_array_equal(values, other[name], err_msg=name)
