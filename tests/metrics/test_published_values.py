"""Values printed in papers, in manuals, and in the tests of other packages; exact where exact.

Borgatti (1997), Connections 20(1); Padgett's Florentine families; the unit tests of igraph; the
manual of netmem; Everett and Borgatti (2020), Social Networks 62. What other packages get wrong
is not repeated here: influenceR stores .645 for the constraint of the Peruzzi, which is .656.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from fractions import Fraction

import numpy as np
import pytest

from builders import borgatti_1997, clique, florentine_marriages, network, path
from metrics import oracle
from metrics.comparison import MODELS
from netzwerkwandel import metrics as measures
from netzwerkwandel.network import Network


BUSINESS = "2-4 2-5 2-8 2-10 3-6 3-7 3-10 4-7 4-10 5-8 6-7 7-10 8-9 8-13 8-15"


def by_key(made: Network, values: np.ndarray) -> dict[str, float]:
    return dict(zip(made.keys, values.tolist(), strict=True))


def near(values: dict[str, str | float], tolerance: float = 1e-12) -> object:
    """Expected values, written as fractions or rounded."""
    exact = {key: float(Fraction(value)) for key, value in values.items()}
    return pytest.approx(exact, rel=tolerance, abs=tolerance)


BORGATTI = {
    "constraint": {
        ("whole", False): "343/576 833/1296 1 113/144 421/576 421/576 2075/5184",
        ("ego", False): "175/256 68/81 1 9/8 9/8 9/8 2075/5184",
        ("whole", True): ".794955 .812748 1 .913413 .883455 .833233 .298852",
        ("ego", True): ".889238 1.135085 1 1.362959 1.146731 1.320312 .298852",
    },
    "effective_size": {
        ("whole", False): "5/2 5/3 1 1 1 1 14/3",
        ("ego", False): "5/2 5/3 1 1 1 1 14/3",
        ("whole", True): "99/40 117/70 1 23/20 11/10 5/4 5417/990",
        ("ego", True): "77/32 52/35 1 1 43/40 1 5417/990",
    },
    "hierarchy": {("whole", False): ".167751 .073738 1 .012748 .003425 .003425 .094749"},
}


@pytest.mark.parametrize(
    ("measure", "model", "weighted"),
    [(measure, *case) for measure, cases in BORGATTI.items() for case in cases],
)
def test_borgatti_1997(kernel, measure: str, model: str, weighted: bool):
    made = borgatti_1997(weighted=weighted)
    expected = dict(zip("ABCDEFG", BORGATTI[measure][model, weighted].split(), strict=True))
    rounded = any("." in value for value in expected.values())

    found = by_key(made, getattr(measures, measure)(made, model=model))

    assert found == near(expected, 1e-6 if rounded else 1e-12)


def test_borgatti_1997_as_printed_with_ucinet(kernel):
    plain, weighted = borgatti_1997(), borgatti_1997(weighted=True)

    found = [
        by_key(made, measure(made))
        for measure in (measures.constraint, measures.effective_size)
        for made in (plain, weighted)
    ]

    printed = [(0.595, 1, 0.4), (0.795, 1, 0.299), (2.5, 1, 4.67), (2.47, 1, 5.47)]
    for values, (a, c, g) in zip(found, printed, strict=True):
        assert [values["A"], values["C"], values["G"]] == pytest.approx([a, c, g], abs=5.1e-3)


@pytest.mark.parametrize(
    ("weights", "constraint", "effective_size"),
    [
        ([1, 1, 1, 1], "325/324 325/324 25/18", "7/6 7/6 1"),
        ([2, 2, 1, 1], "121/144 2057/1800 4961/3600", "47/30 13/12 1"),
    ],
)
def test_one_way_and_mutual_ties(kernel, weights, constraint: str, effective_size: str):
    made = Network.from_edges([0, 0, 1, 2], [1, 2, 0, 1], weights)

    holes = measures.structural_holes(made)

    assert by_key(made, holes.constraint) == near(dict(zip("012", constraint.split(), strict=True)))
    expected = dict(zip("012", effective_size.split(), strict=True))
    assert by_key(made, holes.effective_size) == near(expected)


FLORENCE = {
    "constraint": {
        "whole": "1 1/3 1/2 625/1296 625/1296 1 1/4 1 17/81 1 425/648 149/324 1/2 11/24 149/324",
        "ego": "1 1/3 1/2 11/18 11/18 1 1/4 1 17/72 1 68/81 11/18 1/2 77/144 11/18",
    },
    "effective_size": {
        "whole": "1 3 2 7/3 7/3 1 4 1 17/3 1 5/3 7/3 2 3 7/3",
        "ego": "1 3 2 7/3 7/3 1 4 1 17/3 1 5/3 7/3 2 3 7/3",
    },
}


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("measure", FLORENCE)
def test_florentine_families(kernel, measure: str, model: str):
    made = florentine_marriages()

    found = by_key(made, getattr(measures, measure)(made, model=model))

    assert math.isnan(found.pop("Pucci"))
    assert found == near(dict(zip(found, FLORENCE[measure][model].split(), strict=True)))


def test_hierarchy_and_density_of_florentine_families(kernel):
    made = florentine_marriages()
    holes = measures.structural_holes(made)
    hierarchy, density = by_key(made, holes.hierarchy), by_key(made, holes.density)

    assert {key: round(hierarchy[key], 6) for key in ("Bischeri", "Medici", "Peruzzi")} == {
        "Bischeri": 0.024582,
        "Medici": 0.022456,
        "Peruzzi": 0.036624,
    }
    assert round(hierarchy["Ridolfi"], 6) == 0.024311
    assert round(hierarchy["Strozzi"], 6) == 0.043149
    assert {key: density[key] for key in ("Medici", "Peruzzi", "Tornabuoni")} == near(
        {"Medici": "1/15", "Peruzzi": "2/3", "Tornabuoni": "1/3"}
    )


def simmelian_ties(pairs: list[tuple[int, int]]) -> list[int]:
    """How many of each of the sixteen families' ties are Simmelian, by the oracle."""
    both = [(a, b, 1) for a, b in pairs] + [(b, a, 1) for a, b in pairs]
    counts = Counter(a for (a, _), thirds in oracle.simmelian(both).items() if thirds)
    return [counts[family] for family in range(16)]


@pytest.mark.parametrize(
    ("name", "most", "mean", "deviation"),
    [("marriage", 3, 1.0, 1.173), ("business", 4, 1.5, 1.620)],
)
def test_simmelian_ties_of_florentine_families(name: str, most: int, mean: float, deviation: float):
    marriages = florentine_marriages()
    pairs = {
        "marriage": list(zip(marriages.sources.tolist(), marriages.indices.tolist(), strict=True)),
        "business": [tuple(map(int, pair.split("-"))) for pair in BUSINESS.split()],
    }

    counts = simmelian_ties(pairs[name])

    assert max(counts) == most
    assert np.mean(counts) == mean
    assert np.std(counts) == pytest.approx(deviation, abs=5e-4)


def test_igraphs_unit_tests(kernel):
    hole = "01 02 03 12 13 23 34 45 56 57 58 67 68 78".split()
    doubled = [pair for pair in itertools.combinations("abcd", 2) for _ in range(2)]

    assert measures.constraint(path()).tolist() == [1, 0.5, 0.5, 1]
    assert measures.constraint(clique("abcd")) == pytest.approx(25 / 27, rel=1e-12)
    halves = network((a, b, 0.5) for a, b in doubled)
    assert measures.constraint(halves) == pytest.approx(25 / 27, rel=1e-12)
    found = measures.constraint(network((a, b, 1.0) for a, b in hole))
    sides = [187 / 216] * 3
    middle = [7 / 12, 1 / 2, 7 / 12]
    assert found.tolist() == pytest.approx([*sides, *middle, *sides], rel=1e-12)


NETMEM = ["ab", "ac", "bc", "de", "fa", "fb", "fc", "fd", "fe"]
TERMS = ["constraint_size", "constraint_density", "constraint_hierarchy", "constraint"]


@pytest.mark.parametrize(
    ("change", "expected", "normalised"),
    [
        ({}, "1/5 6/25 11/150 77/150", 0.699),
        ({"af": 0.0}, ".20987654 .23703704 .07473251 .521646", None),
        ({"af": 3.0, "fa": 3.0}, ".26530612 .19863946 .05482993 .518776", None),
    ],
)
@pytest.mark.parametrize("model", MODELS)
def test_the_terms_of_everett_and_borgatti_as_in_netmem(
    kernel, model: str, change, expected: str, normalised: float | None
):
    """Both models are the same here, since f knows everybody."""
    arcs = dict.fromkeys([*NETMEM, *(b + a for a, b in NETMEM)], 1.0) | change
    made = network((pair[0], pair[1], weight) for pair, weight in arcs.items() if weight)

    holes = measures.structural_holes(made, model=model, nodes=["f"])

    found = {term: getattr(holes, term)[0] for term in TERMS}
    assert found == near(dict(zip(TERMS, expected.split(), strict=True)), 1e-6)
    if normalised is not None:
        assert holes.normalised_constraint[0] == pytest.approx(normalised, abs=5e-4)


@pytest.mark.parametrize(
    ("n", "most"),
    [
        *((1, "1"), (2, "9/8"), (3, "25/27"), (4, "49/64"), (5, "81/125"), (6, "121/216")),
        *((7, "169/343"), (8, ".454834"), (9, ".430575"), (10, ".4114"), (20, ".327994")),
        (50, ".280492"),
    ],
)
def test_the_greatest_constraint_of_so_many_contacts(kernel, n: int, most: str):
    """C is read back from the normalised value of a star, whose C is the least there is."""
    greatest = float(Fraction(most))

    assert float(oracle.largest_constraint(n)) == pytest.approx(greatest, abs=5e-7)
    if n < 2:
        return
    edges = [(0, j) for j in range(1, n + 1)] + [(1, 2)]
    holes = measures.structural_holes(Network.from_edges(*zip(*edges, strict=True)), nodes=[0])
    span = (holes.constraint[0] - 1 / n) / holes.normalised_constraint[0]
    assert span + 1 / n == pytest.approx(greatest, abs=5e-7)


@pytest.mark.slow
@pytest.mark.parametrize("n", [2, 3, 4, 5])
def test_no_ties_among_so_many_contacts_constrain_more(n: int):
    """Every network there is of up to five contacts: none exceeds the maximum, one reaches it."""
    pairs = list(itertools.combinations(range(1, n + 1), 2))
    spokes = [(0, j, 1) for j in range(1, n + 1)]

    found = {
        oracle.constraint(oracle.view(oracle.mutual([*spokes, *ties]), 0, "ego"))
        for size in range(len(pairs) + 1)
        for ties in itertools.combinations([(a, b, 1) for a, b in pairs], size)
    }

    assert max(found) == oracle.largest_constraint(n)
    assert min(found) == Fraction(1, n)
