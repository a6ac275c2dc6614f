from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from builders import edge_lists, edge_networks, network, two_cliques_and_a_bridge
from netzwerkwandel.network import Network
from netzwerkwandel.network.circles import all_ties_of_sources, for_each_tie
from netzwerkwandel.network.csr import Alters


def pairs(made: Network, circle: Alters) -> dict[tuple[str, str, str], float]:
    """Whose contacts, and the two who know each other, with the weight."""
    sources, targets = made.sources[circle.ties], made.indices[circle.ties]
    return {
        (made.keys[sources[a]], made.keys[targets[a]], made.keys[targets[b]]): weight
        for a, b, weight in zip(
            circle.sources.tolist(), circle.indices.tolist(), circle.weights.tolist(), strict=True
        )
    }


@given(edge_lists(), st.sets(st.integers(0, 7), min_size=1))
def test_contacts_who_know_each_other_are_found_for_each_person(kernel: str, edges, egos):
    made = network(edges)
    chosen = sorted(ego for ego in egos if ego < made.n_contacts)
    weight = {}
    for a, b, w in edges:
        weight[a, b] = weight[b, a] = w

    circle = made.csr.alters(np.array(chosen, dtype=np.int64))

    assert pairs(made, circle) == {
        (ego, a, b): weight[a, b]
        for ego in (made.keys[i] for i in chosen)
        for a, b in weight
        if (ego, a) in weight and (ego, b) in weight
    }
    assert made.sources[circle.ties].tolist() == [i for i in chosen for _ in range(made.degree[i])]


def test_owners_are_numbered_as_those_who_have_contacts():
    made = edge_networks()["isolate among others"]

    circle = made.csr.alters(np.array([0, 2, 3]))

    assert circle.owner.tolist() == [0, 1]
    assert circle.n_owners == 2


def test_weights_are_over_the_largest_among_the_same_persons_contacts():
    """Eva knows a, b, c, of whom a and b know each other by 8 and b and c by 2."""
    mine = [("eva", other, 3.0) for other in "abc"]
    made = network([*mine, ("a", "b", 8.0), ("b", "c", 2.0)])

    of_eva = made.csr.alters(np.array([made.index_of("eva")]))
    of_a = made.csr.alters(np.array([made.index_of("a")]))

    assert of_eva.relative_weights().tolist() == [1.0, 1.0, 0.25, 0.25]
    assert of_a.relative_weights().tolist() == [1.0, 1.0]


def test_rows_may_be_asked_about_twice_and_in_any_order():
    made = two_cliques_and_a_bridge()
    rows = np.array([25, 3, 3, 0, 25])

    found = for_each_tie(made.csr, rows, lambda circle: circle.ties)

    assert found.tolist() == rows.tolist()


def test_all_ties_of_the_people_some_ties_start_from_are_found():
    made = edge_networks()["isolate among others"]

    assert all_ties_of_sources(made.csr, np.array([3, 1, 3])).tolist() == [1, 2, 3]
    assert all_ties_of_sources(made.csr, np.zeros(0, dtype=np.int64)).tolist() == []


@given(edge_lists(), st.data())
def test_values_are_the_same_however_the_people_are_divided(edges, data):
    made = network(edges)
    rows = np.array(data.draw(st.permutations(range(len(made.indices)))), dtype=np.int64)
    rows = rows[: data.draw(st.integers(0, len(rows)))]

    def known_among(circle: Alters) -> np.ndarray:
        return np.diff(circle.indptr)

    at_once = for_each_tie(made.csr, rows, known_among)
    one_by_one = for_each_tie(made.csr, rows, known_among, chunk=1)

    assert at_once.tolist() == one_by_one.tolist() == made.ties().embeddedness[rows].tolist()


def test_no_portion_is_larger_than_it_must_be():
    made = two_cliques_and_a_bridge()
    seen = []

    def count(circle: Alters) -> np.ndarray:
        seen.append(circle.n_owners)
        return np.diff(circle.indptr)

    for_each_tie(made.csr, np.arange(len(made.indices)), count, chunk=25)

    assert sum(seen) == 8
    assert max(seen) <= 3


@given(edge_lists())
def test_what_is_kept_of_one_person_is_not_taken_for_anothers(kernel: str, edges):
    made = network(edges)

    for ego in [*range(made.n_contacts), *range(made.n_contacts)[::-1], 0, 0]:
        kept, anew = made.csr.alters_of(ego), made.csr.alters(np.array([ego]))
        for name in ("ties", "owner", "indptr", "indices", "weights"):
            np.testing.assert_array_equal(getattr(kept, name), getattr(anew, name))
        assert made.csr.alters_of(ego) is kept
