"""Real networks whose structural holes were published, or are worked out here in fractions."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from compiled import EACH_ENGINE
from metrics import oracle
from metrics.comparison import MODELS, assert_agrees, exact_of
from netzwerkwandel import metrics as measures
from netzwerkwandel.metrics._ego_betweenness import ego_betweenness
from netzwerkwandel.network import Network
from netzwerkwandel.network.kernels.engines import use_kernel


GRAPHS = Path(__file__).resolve().parents[3] / "shared" / "data" / "graphs"
KNOWN = GRAPHS / "known-answers"
pytestmark = pytest.mark.skipif(not GRAPHS.is_dir(), reason="the real networks are not here")

Arcs = list[tuple[str, str, float]]
UCINET = "networkx_test_structuralholes"
WRONG_IN_INFLUENCER = "10"


@pytest.fixture(params=EACH_ENGINE, scope="module", autouse=True)
def kernel(request):
    if request.param == "numba":
        pytest.importorskip("numba")
    with use_kernel(request.param):
        yield request.param


def table(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def published(start: str) -> dict:
    found = json.loads((KNOWN / "published.json").read_text())
    return next(value for name, value in found.items() if name.startswith(start))


def tied(arcs: Arcs, people: Iterable[str] | None = None) -> Network:
    apart = [arc for arc in arcs if arc[0] != arc[1]]
    source, target, weight = zip(*apart, strict=True)
    return Network.from_edges(source, target, weight, keys=None if people is None else [*people])


def edge_table(name: str, *, weighted: bool = False) -> Arcs:
    rows = table(GRAPHS / f"{name}.edges.csv")
    return [(row["from"], row["to"], float(row["weight"]) if weighted else 1.0) for row in rows]


def edge_list(name: str) -> Arcs:
    lines = (GRAPHS / "snap" / name).read_text().split("\n")
    rows = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    return [(row[0], row[1], 1.0) for row in rows]


def by_key(network: Network, values: np.ndarray) -> dict[str, float]:
    return dict(zip(network.keys, values.tolist(), strict=True))


@pytest.mark.parametrize(
    ("name", "edges", "weighted"),
    [
        ("flo_marriage", "classic/flo_marriage", False),
        ("flo_business", "classic/flo_business", False),
        ("karate_unweighted", "igraphdata/karate", False),
        ("karate_weighted", "igraphdata/karate", True),
    ],
)
def test_values_of_igraph_and_networkx(name: str, edges: str, weighted: bool):
    network = tied(edge_table(edges, weighted=weighted))
    rows = {row["node"]: row for row in table(KNOWN / f"{name}.csv")}

    holes = measures.structural_holes(network)

    assert rows.keys() == set(network.keys)
    for column, theirs in {
        "degree": "neighbours",
        "constraint": "constraint_igraph",
        "effective_size": "effective_size",
    }.items():
        expected = {key: float(row[theirs]) for key, row in rows.items()}
        assert by_key(network, getattr(holes, column)) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("name", "edges", "weighted"),
    [
        ("flo_marriage", "classic/flo_marriage", False),
        ("karate_unweighted", "igraphdata/karate", False),
        ("karate_weighted", "igraphdata/karate", True),
    ],
)
def test_hierarchy_by_the_formula_where_there_are_two_contacts(
    name: str, edges: str, weighted: bool
):
    network = tied(edge_table(edges, weighted=weighted))
    rows = table(KNOWN / f"{name}.easygraph.csv")
    expected = {r["node"]: r["hierarchy_formula"] for r in rows if r["hierarchy_formula"] != "nan"}

    found = by_key(network, measures.hierarchy(network))

    for key, value in expected.items():
        assert found[key] == pytest.approx(float(value), abs=1e-12), key


@pytest.mark.parametrize("weights", ["", "_weighted"])
@pytest.mark.parametrize("name", ["D", "G_borgatti"])
def test_values_published_with_ucinet(name: str, weights: str):
    example = published(UCINET)[name]
    given = example["weights"] if weights else [1] * len(example["edges"])
    network = tied(
        [(str(a), str(b), float(w)) for (a, b), w in zip(example["edges"], given, strict=True)]
    )

    for measure, tolerance in (("constraint", 1e-3), ("effective_size", 1e-2)):
        found = by_key(network, getattr(measures, measure)(network))
        for key, value in example[f"{measure}{weights}"].items():
            assert found[key] == pytest.approx(value, abs=tolerance)


def test_igraphs_own_example_of_a_hole():
    example = published("igraph_constraint.out")["hole"]
    network = tied([(str(a), str(b), 1.0) for a, b in example["edges"]])

    found = by_key(network, measures.constraint(network))

    assert [found[str(i)] for i in range(9)] == pytest.approx(example["constraint"], abs=1e-6)


@pytest.mark.parametrize("weighted", [False, True])
def test_a_personal_network_of_directed_ties(weighted: bool):
    example = published("org-signal")
    arcs = [
        (str(a), str(b), float(w) if weighted else 1.0) for a, b, w in example["edges_u_v_weight"]
    ]
    network = tied(arcs)
    kind = "weighted" if weighted else "binary"

    holes = measures.structural_holes(network)

    assert holes.constraint.tolist() == pytest.approx(example[f"{kind}_constraint"], rel=1e-12)
    expected = example[f"{kind}_effective_size"]
    assert holes.effective_size.tolist() == pytest.approx(expected, rel=1e-12)


def test_influencers_values_save_the_one_that_is_wrong():
    rows = {row["node"]: row for row in table(KNOWN / "influenceR" / "flo_results.csv")}
    edges = table(KNOWN / "influenceR" / "flo_edges.csv")
    network = tied([(row["from"], row["to"], 1.0) for row in edges], rows)

    holes = measures.structural_holes(network)

    found, sizes = by_key(network, holes.constraint), by_key(network, holes.effective_size)
    for key, row in rows.items():
        if row["constraint_igraph"] == "NA":
            assert np.isnan([found[key], sizes[key]]).all()
            continue
        assert found[key] == pytest.approx(float(row["constraint_igraph"]), rel=1e-12)
        assert sizes[key] == pytest.approx(float(row["ens"]), rel=1e-12)
        wrong = abs(found[key] - float(row["constraint"])) > 1e-9
        assert wrong == (key == WRONG_IN_INFLUENCER)


@pytest.mark.slow
def test_the_smallest_constraint_of_the_enron_mails():
    network = tied(edge_list("email-enron.txt"))

    found = measures.constraint(network)

    assert network.n_contacts == 36_692
    assert len(network.indices) == 2 * 183_831
    assert network.keys[np.nanargmin(found)] == "5039"
    assert np.nanmin(found) == pytest.approx(0.0009095, abs=5e-8)


def test_people_of_an_institute_who_only_wrote_to_themselves_have_no_value():
    arcs = edge_list("email-Eu-core.txt")
    people = {end for arc in arcs for end in arc[:2]}
    network = tied(arcs, sorted(people))

    holes = measures.structural_holes(network, model="ego")

    assert network.n_contacts == 1_005
    assert int(np.isnan(holes.constraint).sum()) == 19
    assert (np.isnan(holes.constraint) == (holes.degree == 0)).all()


SOURCES = {
    "kite": lambda: edge_table("igraphdata/kite"),
    "karate": lambda: edge_table("igraphdata/karate", weighted=True),
    "managers, advice": lambda: edge_table("classic/ht_advice"),
    "southern women": lambda: edge_table("classic/southern_women"),
    "institute": lambda: edge_list("email-Eu-core.txt"),
    "relativity": lambda: edge_list("ca-GrQc.txt"),
    "enron": lambda: edge_list("email-enron.txt"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("model", MODELS)
def test_people_picked_at_random_have_what_the_definition_says(name: str, model: str):
    arcs = SOURCES[name]()
    network, z = tied(arcs), oracle.mutual(arcs)
    few = [key for key in network.keys if 0 < len(z[key]) <= 40]
    people = random.Random(1).sample(few, min(30, len(few)))

    everybody = measures.structural_holes(network, model=model).to_dict()
    some = measures.structural_holes(network, model=model, nodes=people).to_dict()

    where = [network.index_of(person) for person in people]
    assert some == {
        column: pytest.approx([values[i] for i in where], rel=0, abs=0, nan_ok=True)
        for column, values in everybody.items()
    }
    assert_agrees(some, exact_of(z, people, model))
    betweenness = [float(oracle.ego_betweenness(z, person)) for person in people]
    found = ego_betweenness(network, nodes=people)
    np.testing.assert_allclose(found, betweenness, rtol=1e-13)
