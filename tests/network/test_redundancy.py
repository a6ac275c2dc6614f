from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builders import (
    borgatti_1997,
    clique,
    edge_lists,
    edge_networks,
    florentine_marriages,
    network,
    path,
    star,
    triangle,
)
from netzwerkwandel.network import Network


FAINT_AND_LOUD = [("a", "b", 1e-140), ("b", "c", 1e140), ("a", "c", 1e-140)]


def exact_redundancy(made: Network) -> dict[tuple[int, int], Fraction]:
    """The definition in rational numbers, in the ego model: sum over q of p_iq * m_jq."""
    z = {
        (i, j): Fraction(w)
        for i, j, w in zip(
            made.sources.tolist(), made.indices.tolist(), made.weights.tolist(), strict=True
        )
    }
    found = {}
    for i in range(made.n_contacts):
        circle = {q for q in range(made.n_contacts) if (i, q) in z}
        strength = sum(z[i, q] for q in circle)
        for j in circle:
            largest = max(z[j, k] for k in circle | {i} if (j, k) in z)
            found[i, j] = sum(
                (z[i, q] / strength * z[j, q] / largest for q in circle - {j} if (j, q) in z),
                Fraction(0),
            )
    return found


def redundancy(made: Network) -> dict[tuple[int, int], float]:
    ties = made.ties()
    pairs = zip(ties.source.tolist(), ties.target.tolist(), strict=True)
    return dict(zip(pairs, ties.redundancy.tolist(), strict=True))


def effective_size(made: Network) -> dict[str, float]:
    """What a person has of contacts when those who repeat each other are taken off."""
    ties = made.ties()
    sizes = np.bincount(ties.source, 1 - ties.redundancy, minlength=made.n_contacts)
    return dict(zip(made.keys, sizes.tolist(), strict=True))


@given(edge_lists())
@example(FAINT_AND_LOUD)
@example([("a", "b", 1e-110), ("b", "c", 1e-140), ("a", "c", 1e-120)])
def test_redundancy_is_what_the_definition_says(edges):
    made = network(edges)

    found = redundancy(made)

    for pair, exact in exact_redundancy(made).items():
        assert found[pair] == pytest.approx(float(exact), rel=1e-12, abs=1e-15)


@given(edge_lists())
@example(FAINT_AND_LOUD)
def test_redundancy_lies_between_nothing_and_one(edges):
    found = network(edges).ties().redundancy

    assert (found >= 0).all()
    assert (found <= 1).all()


@pytest.mark.parametrize(
    ("who", "size"),
    [("A", 5 / 2), ("B", 5 / 3), ("C", 1), ("D", 1), ("E", 1), ("F", 1), ("G", 14 / 3)],
)
def test_effective_sizes_of_borgatti_1997(who: str, size: float):
    """Unweighted, as UCINET and igraph give them: A 2.50, G 4.67, C 1.00."""
    assert effective_size(borgatti_1997())[who] == pytest.approx(size, rel=1e-12)


@pytest.mark.parametrize(
    ("who", "size"),
    [
        ("A", 77 / 32),
        ("B", 52 / 35),
        ("C", 1),
        ("D", 1),
        ("E", 43 / 40),
        ("F", 1),
        ("G", 5417 / 990),
    ],
)
def test_weighted_effective_sizes_in_the_ego_model(who: str, size: float):
    """Exact; for G the ego network is the whole network, so both models agree (igraph: 5.47)."""
    assert effective_size(borgatti_1997(weighted=True))[who] == pytest.approx(size, rel=1e-12)


def test_effective_sizes_of_the_florentine_families():
    """As influenceR gives them; a family without a marriage has none."""
    expected = {
        "Acciaiuoli": 1,
        "Albizzi": 3,
        "Barbadori": 2,
        "Bischeri": 7 / 3,
        "Castellani": 7 / 3,
        "Ginori": 1,
        "Guadagni": 4,
        "Lamberteschi": 1,
        "Medici": 17 / 3,
        "Pazzi": 1,
        "Peruzzi": 5 / 3,
        "Pucci": 0,
        "Ridolfi": 7 / 3,
        "Salviati": 2,
        "Strozzi": 3,
        "Tornabuoni": 7 / 3,
    }

    assert effective_size(florentine_marriages()) == pytest.approx(expected, rel=1e-12)


@given(edge_lists())
def test_without_weights_effective_size_is_contacts_less_their_mean_ties(edges):
    made = network((a, b, 1.0) for a, b, _ in edges)
    neighbours = {a: set() for a in made.keys}
    for a, b, _ in edges:
        neighbours[a].add(b)
        neighbours[b].add(a)

    for who, size in effective_size(made).items():
        circle = neighbours[who]
        among = sum(len(neighbours[q] & circle) for q in circle) / 2
        assert size == pytest.approx(len(circle) - 2 * among / len(circle))


def test_hand_made_values():
    assert redundancy(path(2)) == {(0, 1): 0.0, (1, 0): 0.0}
    assert set(redundancy(path()).values()) == {0.0}
    assert set(redundancy(triangle()).values()) == {0.5}
    assert set(redundancy(star()).values()) == {0.0}
    assert list(redundancy(clique("abcde")).values()) == pytest.approx([0.75] * 20)


def test_embeddedness_counts_those_both_are_tied_to():
    ties = borgatti_1997().ties_of("G")
    shared = dict(zip(ties.target.tolist(), ties.embeddedness.tolist(), strict=True))

    assert {"ABCDEFG"[i]: n for i, n in shared.items()} == {
        "A": 3,
        "B": 2,
        "C": 0,
        "D": 1,
        "E": 1,
        "F": 1,
    }


@pytest.mark.parametrize("name", edge_networks())
def test_one_person_has_the_same_values_as_among_all(name: str):
    made = edge_networks()[name]
    everyone = redundancy(made)

    for number in range(made.n_contacts):
        own = made.ties_of(number)
        for target, value in zip(own.target.tolist(), own.redundancy.tolist(), strict=True):
            assert value == everyone[number, target]


@given(edge_lists(), st.floats(1e-100, 1e100))
def test_the_unit_of_strength_does_not_matter(edges, unit):
    one = network(edges).ties().redundancy
    other = network((a, b, w * unit) for a, b, w in edges).ties().redundancy

    np.testing.assert_allclose(one, other, rtol=1e-12, atol=1e-15)


@given(edge_lists(), st.permutations("abcdefgh"))
def test_other_names_permute_the_values(edges, names):
    renamed = dict(zip("abcdefgh", names, strict=True))
    one, other = network(edges), network((renamed[a], renamed[b], w) for a, b, w in edges)

    expected = {
        (renamed[one.keys[i]], renamed[one.keys[j]]): v for (i, j), v in redundancy(one).items()
    }
    found = {(other.keys[i], other.keys[j]): v for (i, j), v in redundancy(other).items()}
    assert found == pytest.approx(expected, rel=1e-12, abs=1e-15)


@given(edge_lists())
def test_strangers_and_isolates_change_nothing(edges):
    alone = network(edges)
    among = network([*edges, ("x", "y", 3.0)], keys=[*alone.keys, "w", "x", "y"])

    assert {p: v for p, v in redundancy(among).items() if max(p) < alone.n_contacts} == redundancy(
        alone
    )


@given(edge_lists())
def test_what_contacts_do_outside_a_persons_circle_does_not_count(edges):
    alone = network(edges)
    first = alone.keys[0]
    outside = [(b, f"{b}2", 5.0) for b in alone.keys if b != first]

    own = network([*edges, *outside]).ties_of(first).redundancy

    np.testing.assert_allclose(own, alone.ties_of(first).redundancy, rtol=1e-14, atol=1e-16)
