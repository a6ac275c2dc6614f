from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from fractions import Fraction

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.by_tie import shuffled
from metrics.generated import Case, cases
from netzwerkwandel import Network
from netzwerkwandel.errors import InvalidArgumentError, InvalidNetworkError
from netzwerkwandel.metrics import omega_index, overlapping_circles


KEYS = st.sets(st.sampled_from("abcdefg"), max_size=5)
DIVISIONS = st.lists(KEYS, max_size=4)


def by_definition(graph: nx.Graph) -> list[list[str]]:
    """All pairs of ties that share an end, joined level by level; the densest level wins."""
    near = {v: {v, *graph[v]} for v in graph}
    alike: dict[Fraction, list] = {}
    for a, b in itertools.combinations(map(frozenset, graph.edges), 2):
        if len(a & b) == 1:
            i, j = a ^ b
            likeness = Fraction(len(near[i] & near[j]), len(near[i] | near[j]))
            alike.setdefault(likeness, []).append((a, b))
    joined = nx.Graph()
    joined.add_nodes_from(map(frozenset, graph.edges))
    best, most = [], Fraction(0)
    for likeness in sorted(alike, reverse=True):
        joined.add_edges_from(alike[likeness])
        groups = list(nx.connected_components(joined))
        density = Fraction(0)
        for group in groups:
            ties, people = len(group), len(frozenset().union(*group))
            if people > 2:
                density += Fraction(ties * (ties - people + 1), (people - 2) * (people - 1))
        if density > most:
            best, most = groups, density
    people = [frozenset().union(*group) for group in best]
    return sorted(sorted(group) for group in people if len(group) > 2)


@given(cases(most=9))
def test_circles_are_those_of_the_densest_grouping(case: Case):
    network = with_ego(case.network)

    found = overlapping_circles(network, "ego")

    graph = network.to_networkx()
    graph.remove_node("ego")
    assert sorted(map(sorted, found)) == by_definition(graph)


@given(cases(most=9), st.integers(0, 99))
def test_how_people_are_numbered_does_not_matter(case: Case, seed: int):
    network = with_ego(case.network)

    assert overlapping_circles(shuffled(network, seed), "ego") == overlapping_circles(
        network, "ego"
    )


def with_ego(network: Network) -> Network:
    graph = network.to_networkx()
    graph.add_edges_from(("ego", key) for key in network.keys)
    return Network.from_networkx(graph)


def test_larger_circles_come_first_and_who_knows_nobody_is_in_none():
    graph = nx.compose(nx.complete_graph("abcd"), nx.complete_graph("def"))
    graph.add_node("zoe")

    found = overlapping_circles(with_ego(Network.from_networkx(graph)), "ego")

    assert list(map(sorted, found)) == [list("abcd"), list("def")]


def test_a_network_of_nobody_needs_an_ego():
    with pytest.raises(InvalidNetworkError):
        overlapping_circles(Network.from_edges(["a"], ["b"]))
    assert overlapping_circles(Network.from_edges(["a"], ["b"]), "a") == ()


def omega_by_definition(a: Sequence[set], b: Sequence[set], people: set) -> Fraction | None:
    pairs = list(itertools.combinations(sorted(people), 2))
    counts = [[sum({*pair} <= circle for circle in each) for pair in pairs] for each in (a, b)]
    if not pairs:
        return None
    n = len(pairs)
    observed = Fraction(sum(x == y for x, y in zip(*counts, strict=True)), n)
    expected = sum(Fraction(counts[0].count(k) * counts[1].count(k), n * n) for k in range(9))
    return None if expected == 1 else (observed - expected) / (1 - expected)


@given(DIVISIONS, DIVISIONS, st.booleans())
def test_omega_is_what_the_definition_says(a, b, everybody: bool):
    people = set("abcdefgh") if everybody else set().union(*a, *b)

    found = omega_index(a, b, people=people if everybody else None)

    expected = omega_by_definition(a, b, people)
    if expected is None:
        assert math.isnan(found)
    else:
        assert found == pytest.approx(float(expected), rel=1e-12, abs=1e-12)
        assert omega_index(b, a, people=people) == found


@given(st.lists(st.integers(0, 3), min_size=2, max_size=8), st.data())
def test_of_divisions_without_overlap_it_is_the_adjusted_rand_index(first, draw):
    second = draw.draw(st.lists(st.integers(0, 3), min_size=len(first), max_size=len(first)))
    people = [f"p{i}" for i in range(len(first))]

    def parts(labels):
        return [{p for p, own in zip(people, labels, strict=True) if own == k} for k in range(4)]

    def choose(n):
        return n * (n - 1) / 2

    a, b = parts(first), parts(second)
    both = sum(choose(len(x & y)) for x in a for y in b)
    of_a, of_b = sum(choose(len(x)) for x in a), sum(choose(len(y)) for y in b)
    chance, most = of_a * of_b / choose(len(people)), (of_a + of_b) / 2

    found = omega_index(a, b, people=people)

    if most == chance:
        assert math.isnan(found) or found == pytest.approx(1.0)
    else:
        assert found == pytest.approx((both - chance) / (most - chance), abs=1e-12)


@pytest.mark.parametrize(
    ("a", "people"),
    [("ab", None), ([{"a"}, "b"], None), (3, None), ([{1, 2}], None), ([{"a", "b"}], ["a"])],
)
def test_what_is_no_division_is_refused(a: object, people: object):
    with pytest.raises(InvalidArgumentError):
        omega_index(a, [{"a"}], people=people)
