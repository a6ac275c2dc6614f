from __future__ import annotations

import itertools
from collections import Counter

import attrs
import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import edge_networks, florentine_marriages, path, star
from metrics.generated import cases
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.metrics._brokerage import Roles, brokerage, brokerage_of_arcs
from netzwerkwandel.network import Network


ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison")
# Arcs 1-2, 2-3, 3-4, 4-5, 5-3, 1-3, 6-3; x is 1, 2 and 5, y is 3 and 4, z is 6.
HAND_ARCS = ([0, 1, 2, 3, 4, 0, 5], [1, 2, 3, 4, 2, 2, 2])
HAND_CLASSES = list("xxyyxz")


def role(a: object, v: object, b: object) -> str:
    if a == v == b:
        return "coordinator"
    if a == b:
        return "itinerant"
    if a == v:
        return "representative"
    return "gatekeeper" if v == b else "liaison"


def counted(arcs: set[tuple[int, int]], classes: list) -> dict[str, list[float]]:
    """The definition, triple by triple."""
    n = len(classes)
    found: Counter[tuple[str, int]] = Counter()
    for a, v, b in itertools.permutations(range(n), 3):
        if {(a, v), (v, b)} <= arcs and (a, b) not in arcs:
            found[role(classes[a], classes[v], classes[b]), v] += 1
    return {name: [float(found[name, v]) for v in range(n)] for name in ROLES}


def expected(arcs: set[tuple[int, int]], classes: list) -> dict[str, list[float]]:
    """All ordered pairs of others that could be in a role, times the chance that they are."""
    n = len(classes)
    density = len(arcs) / (n * (n - 1)) if n > 1 else 0.0
    found: Counter[tuple[str, int]] = Counter()
    for a, v, b in itertools.permutations(range(n), 3):
        found[role(classes[a], classes[v], classes[b]), v] += 1
    chance = density**2 * (1 - density)
    return {name: [found[name, v] * chance for v in range(n)] for name in ROLES}


def rows(roles: Roles) -> dict[str, list[float]]:
    return {name: getattr(roles, name).tolist() for name in ROLES}


classes_of = st.lists(st.sampled_from(["old", "new", "other"]), min_size=12, max_size=12)


@given(cases(), classes_of)
def test_arcs_are_counted_as_the_definition_says(case, classes):
    classes = classes[: case.n]
    ends = [(a, b) for a, b, _ in case.arcs]
    source, target = ([end[side] for end in ends] for side in (0, 1))

    found = brokerage_of_arcs(source, target, classes)

    assert rows(found.counts) == counted(set(ends), classes)
    for name, values in expected(set(ends), classes).items():
        assert getattr(found.expected, name) == pytest.approx(values, abs=1e-9)


@given(cases(), classes_of)
def test_a_network_is_its_arcs_in_both_directions(case, classes):
    made, classes = case.network, classes[: case.n]

    found = brokerage(made, classes)
    arcs = brokerage_of_arcs(made.sources, made.indices, classes)

    assert found.counts.to_dict() == arcs.counts.to_dict()
    assert found.expected.to_dict() == arcs.expected.to_dict()
    assert found.counts.representative.tolist() == found.counts.gatekeeper.tolist()


def test_the_example_worked_by_hand():
    """3 lets in 1, 2, 5 and 6 to 4; 4 carries from 3 to 5; 5 returns from 4 to 3; 2 is bypassed."""
    found = brokerage_of_arcs(*HAND_ARCS, HAND_CLASSES).counts

    assert found.gatekeeper.tolist() == [0, 0, 4, 0, 0, 0]
    assert found.representative.tolist() == [0, 0, 0, 1, 0, 0]
    assert found.itinerant.tolist() == [0, 0, 0, 0, 1, 0]
    assert found.coordinator.tolist() == found.liaison.tolist() == [0] * 6
    assert found.total.tolist() == [0, 0, 4, 1, 1, 0]


def test_expectations_of_the_example_worked_by_hand():
    """Seven arcs of thirty; 3 is one of two of class y, beside three of x and one of z."""
    chance = (7 / 30) ** 2 * (23 / 30)

    found = brokerage_of_arcs(*HAND_ARCS, HAND_CLASSES).expected

    assert found.coordinator[2] == 0
    assert found.itinerant[2] == pytest.approx(chance * 6)
    assert found.gatekeeper[2] == found.representative[2] == pytest.approx(chance * 4)
    assert found.liaison[2] == pytest.approx(chance * 6)
    assert found.total == pytest.approx([chance * 20] * 6)


def test_the_ratio_is_nan_where_nothing_is_expected():
    found = brokerage_of_arcs(*HAND_ARCS, HAND_CLASSES).ratio

    assert np.isnan(found.coordinator[2])
    assert found.gatekeeper[2] == pytest.approx(4 / (4 * (7 / 30) ** 2 * (23 / 30)))
    assert found.total[0] == 0


def test_loops_are_left_out_and_an_arc_counts_once():
    source, target = HAND_ARCS

    found = brokerage_of_arcs([*source, 2, 0], [*target, 2, 1], HAND_CLASSES)

    once = brokerage_of_arcs(source, target, HAND_CLASSES)
    assert found.counts.to_dict() == once.counts.to_dict()
    assert found.expected.to_dict() == once.expected.to_dict()


def test_the_medici_stand_between_families_who_do_not_marry():
    """Six marriages, one pair of them married: fifteen pairs less one, in both directions."""
    found = brokerage(florentine_marriages(), ["family"] * 16).counts

    assert found.coordinator[8] == found.total[8] == 28


@given(cases(), classes_of)
def test_names_of_classes_do_not_matter(case, classes):
    classes = classes[: case.n]
    numbers = {"old": 7, "new": -1, "other": 3}

    found = brokerage(case.network, np.array([numbers[c] for c in classes], dtype=np.int64))

    assert found.counts.to_dict() == brokerage(case.network, classes).counts.to_dict()


@given(cases(), classes_of, st.randoms())
def test_the_order_of_people_does_not_matter(case, classes, chance):
    place = list(range(case.n))
    chance.shuffle(place)
    moved = {place[i]: classes[i] for i in range(case.n)}
    ends = [(a, b) for a, b, _ in case.arcs]

    found = brokerage_of_arcs(
        [a for a, _ in ends], [b for _, b in ends], classes[: case.n]
    ).counts.to_dict()
    again = brokerage_of_arcs(
        [place[a] for a, _ in ends],
        [place[b] for _, b in ends],
        [moved[i] for i in range(case.n)],
    ).counts.to_dict()

    for name, values in found.items():
        assert values == [again[name][place[i]] for i in range(case.n)]


@pytest.mark.slow
def test_many_people_take_no_square_of_memory():
    """Everybody in a class alone, so that a table of people and classes would not fit."""
    n = 200_000
    ring = np.arange(n)

    found = brokerage_of_arcs(ring, (ring + 1) % n, np.arange(n))

    assert found.counts.liaison.tolist() == [1.0] * n


@pytest.mark.parametrize("name", edge_networks())
def test_every_network_has_an_answer(name: str):
    made = edge_networks()[name]

    found = brokerage(made, np.arange(made.n_contacts) % 3)

    for roles in (found.counts, found.expected, found.ratio):
        assert all(len(values) == made.n_contacts for values in roles.to_dict().values())
    assert (found.expected.total >= 0).all()


def test_the_centre_of_a_star_is_all_there_is():
    found = brokerage(star(), ["old", "old", "old", "new", "other"]).counts

    assert {name: values[0] for name, values in found.to_dict().items()} == {
        "coordinator": 2,
        "itinerant": 0,
        "representative": 4,
        "gatekeeper": 4,
        "liaison": 2,
        "total": 12,
    }
    assert found.total[1:].tolist() == [0] * 4


def test_roles_add_up():
    found = brokerage_of_arcs(*HAND_ARCS, HAND_CLASSES)

    for roles in (found.counts, found.expected):
        assert sum(getattr(roles, name) for name in ROLES) == pytest.approx(roles.total)
    columns = [field.name for field in attrs.fields(Roles) if field.name != "about"]
    assert columns == [*ROLES, "total"]


@pytest.mark.parametrize("classes", [["a"] * 3, ["a"] * 5])
def test_everybody_needs_a_class(classes: list[str]):
    with pytest.raises(InvalidArgumentError, match="one for each of 4 people, got"):
        brokerage(path(4), classes)


@pytest.mark.parametrize("unknown", [float("nan"), None, ["a"]])
def test_what_cannot_be_told_apart_is_no_class(unknown: object):
    with pytest.raises(InvalidArgumentError, match=r"a class for each person|classes must be"):
        brokerage(path(2), ["a", unknown])
    with pytest.raises(InvalidArgumentError, match=r"a class for each person|classes must be"):
        brokerage_of_arcs([0], [1], ["a", unknown])


def test_classes_may_be_told_by_key():
    network = Network.from_edges(["v", "v"], ["a", "b"])
    by_key = {"v": "x", "b": "y", "stranger": "z", "a": "x"}

    found = brokerage(network, by_key)

    assert found.counts.to_dict() == brokerage(network, ["x", "y", "x"]).counts.to_dict()
    assert found.counts.representative.tolist() == [0.0, 0.0, 1.0]


def test_a_column_with_an_index_is_told_by_key():
    class Column:
        """As a Series of pandas: it goes through its values, and tells its items."""

        def __iter__(self):
            return iter("yxx")

        def items(self):
            return zip(["b", "v", "a"], "yxx", strict=True)

    network = Network.from_edges(["v", "v"], ["a", "b"])

    listed = brokerage(network, list("xyx")).counts
    assert brokerage(network, Column()).counts.to_dict() == listed.to_dict()


def test_classes_of_nodes_that_are_numbers_are_told_by_node():
    graph = nx.Graph([(3, 1), (3, 2)])
    network = Network.from_networkx(graph)

    found = brokerage(network, {1: "x", 2: "y", 3: "x"})

    assert dict(zip(network.keys, found.counts.total.tolist(), strict=True))["3"] == 2.0
    assert found.counts.representative[network.index_of("3")] == 1.0


@pytest.mark.parametrize(
    ("classes", "message"),
    [
        ({"a": "x"}, "a class for each person, got none for 'b'"),
        ({"z": "x"}, "told of people of this network, by key"),
        ({2.5: "x"}, "each key of classes must be a key or an index"),
        ({"a", "b"}, "classes must be a list"),
        ("ab", "the name of an attribute must be one of none"),
    ],
)
def test_what_tells_no_class_of_everybody_is_refused(classes, message: str):
    with pytest.raises(InvalidArgumentError, match=message):
        brokerage(Network.from_edges(["a"], ["b"]), classes)


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ([0], [5], "target must be whole numbers from 0 to 1"),
        ([-1], [0], "source must be whole numbers from 0 to 1"),
        ([0, 1], [1], "two lists of one length"),
        ([[0]], [[1]], "source must be whole numbers"),
        ([0.5], [1.0], "source must be whole numbers"),
        (["a"], ["b"], "source must be whole numbers"),
        ([0, [1]], [0, 1], "source must be whole numbers"),
        (None, [0], "source must be whole numbers"),
    ],
)
def test_arcs_must_join_people_with_a_class(source, target, message: str):
    with pytest.raises(InvalidArgumentError, match=message):
        brokerage_of_arcs(source, target, ["x", "y"])


def test_no_arcs_are_no_brokerage():
    found = brokerage_of_arcs([], [], ["x", "y", "y"])

    assert found.counts.total.tolist() == found.expected.total.tolist() == [0, 0, 0]
    assert brokerage(Network.from_edges([], []), []).counts.total.tolist() == []
