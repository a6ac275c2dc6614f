from __future__ import annotations

import itertools
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import edge_networks, florentine_marriages, network, triangle
from metrics.generated import cases
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.metrics.degree_null import PermutationTest, degree_test
from netzwerkwandel.network import Network


def shuffled(made: Network, seed: int, samples: int = 5, rounds: int = 10) -> list[Network]:
    seen: list[Network] = []

    def collect(other: Network) -> float:
        seen.append(other)
        return 0.0

    degree_test(made, collect, rng=np.random.default_rng(seed), samples=samples, rounds=rounds)
    return [other for other in seen if other is not made]


def pairs(made: Network) -> frozenset[tuple[int, int]]:
    once = made.sources < made.indices
    return frozenset(zip(made.sources[once].tolist(), made.indices[once].tolist(), strict=True))


def triangles(made: Network) -> float:
    tied = pairs(made)
    people = range(made.n_contacts)
    return float(
        sum(
            tied.issuperset(itertools.combinations(c, 2)) for c in itertools.combinations(people, 3)
        )
    )


@given(cases(), st.integers(0, 2**32))
def test_everybody_keeps_the_number_of_ties(case, seed):
    for other in shuffled(case.network, seed):
        assert other.degree.tolist() == case.network.degree.tolist()
        assert other.keys == case.network.keys


@given(cases(), st.integers(0, 2**32))
def test_weights_stay_with_the_ties(case, seed):
    for other in shuffled(case.network, seed):
        assert sorted(other.weights) == sorted(case.network.weights)


@pytest.mark.slow
def test_every_network_of_these_degrees_is_as_likely_as_any_other():
    """All eighteen of the degrees 2, 1, 2, 1, 1, 1 come up alike.

    Without the rule that a tie which another pair wants stays where it is, they do not: the counts
    spread twice as far.
    """
    degrees = (2, 1, 2, 1, 1, 1)
    possible = [
        frozenset(chosen)
        for chosen in itertools.combinations(itertools.combinations(range(6), 2), 4)
        if all(sum(i in pair for pair in chosen) == d for i, d in enumerate(degrees))
    ]
    assert len(possible) == 18
    start = Network.from_edges(*zip(*sorted(possible[0]), strict=True))

    seen = Counter(pairs(other) for other in shuffled(start, seed=4, samples=7200, rounds=1))

    counts = np.array([seen[other] for other in possible])
    assert counts.sum() == 7200
    assert counts.std() < 0.12 * counts.mean()


def test_a_round_may_exchange_all_pairs_of_ties_or_some_or_none():
    """So that no network is out of reach: four ties among eight people, all of whom have one."""
    start = Network.from_edges([0, 2, 4, 6], [1, 3, 5, 7])

    kept = Counter(
        len(pairs(other) & pairs(start))
        for seed in range(40)
        for other in shuffled(start, seed, samples=1, rounds=1)
    )

    assert set(kept) == {0, 2, 4}


def test_the_network_stands_at_a_random_place_of_the_walk():
    """After one round half of the ties or so are where they were, after more rounds fewer."""
    ties = [(i, (i + k) % 100) for i in range(100) for k in (1, 2, 3)]
    start = Network.from_edges(*zip(*ties, strict=True))

    near = Counter(
        sum(len(pairs(other) & pairs(start)) > 150 for other in shuffled(start, seed, 4, 1))
        for seed in range(30)
    )

    assert set(near) == {1, 2}


@pytest.mark.slow
def test_the_p_value_is_right_whatever_the_walk():
    """With one short round between networks the walk is slow; the test must not find too much.

    The networks of one degree sequence are drawn alike, and each tested for its triangles: at most
    one in five may have a p-value of at most 0.2.
    """
    start = Network.from_edges(
        *zip(*[(i, (i + k) % 8) for i in range(8) for k in (1, 2)], strict=True)
    )
    drawn = shuffled(start, seed=1, samples=200, rounds=10)

    rng = np.random.default_rng(2)
    values = [degree_test(m, triangles, rng=rng, samples=9, rounds=1).p_value for m in drawn]

    assert np.mean(np.array(values) <= 0.2) < 0.2 + 3 * np.sqrt(0.2 * 0.8 / 200)


def test_the_network_itself_counts_among_those_it_is_compared_with():
    found = PermutationTest(observed=2.0, shuffled=np.array([1.0, 2.0, 3.0]), of="ties")

    assert found.p_value == (1 + 2 / 2) / 4
    assert found.two_sided == 1.0


def test_what_nothing_reaches_has_the_least_p_value_there_is():
    assert PermutationTest(observed=2.0, shuffled=np.array([1.0] * 9), of="ties").p_value == 1 / 20


def test_a_difference_of_rounding_is_none():
    found = PermutationTest(observed=0.3, shuffled=np.array([0.1 + 0.2 - 1e-16]), of="ties")

    assert found.p_value == 0.5


@pytest.mark.slow
def test_of_few_possible_values_the_p_value_is_as_even_as_of_many():
    """Counted in full, equals would make one in fifty of what should be one in five."""
    random = np.random.default_rng(1)
    few = random.binomial(6, 0.3, (4000, 100)).astype(np.float64)
    made = [PermutationTest(observed=row[0], shuffled=row[1:], of="ties") for row in few]
    values = np.array([test.p_value for test in made])

    assert np.mean(values) == pytest.approx(0.5, abs=0.02)
    assert np.mean(values <= 0.2) == pytest.approx(0.2, abs=0.09)
    assert np.mean(values <= 0.05) == pytest.approx(0.05, abs=0.025)


def test_the_same_chance_gives_the_same_result():
    made = florentine_marriages()

    one, other = (
        degree_test(made, triangles, rng=np.random.default_rng(7), samples=20) for _ in range(2)
    )

    assert one.shuffled.tolist() == other.shuffled.tolist()
    assert one.p_value == other.p_value


def test_triangles_are_more_than_degrees_where_cliques_were_made():
    cliques = [
        pair for k in range(6) for pair in itertools.combinations(range(4 * k, 4 * k + 4), 2)
    ]
    made = Network.from_edges(*zip(*cliques, strict=True))

    found = degree_test(made, triangles, rng=np.random.default_rng(0), samples=19)

    assert found.observed == 24
    assert found.p_value == 0.025


def test_what_can_be_but_one_way_stays_as_it_is():
    for made in (triangle(), edge_networks()["pair"], edge_networks()["star"]):
        assert {pairs(other) for other in shuffled(made, seed=0)} == {pairs(made)}


@pytest.mark.parametrize("name", ["empty", "lone", "owner without ties"])
def test_without_ties_there_is_nothing_to_shuffle(name: str):
    found = degree_test(edge_networks()[name], triangles, rng=np.random.default_rng(0), samples=4)

    assert found.p_value == found.two_sided / 2 == 0.5


def test_what_was_measured_of_the_old_ties_is_not_kept():
    for other in shuffled(edge_networks()["a mailbox"], seed=0):
        assert not other.history.is_measured
        assert not len(other.statements)
        assert other.ego == edge_networks()["a mailbox"].ego


@pytest.mark.parametrize("wrong", [{"samples": 0}, {"rounds": 0}, {"samples": 2.5}])
def test_there_must_be_something_to_compare_with(wrong: dict[str, float]):
    with pytest.raises(InvalidArgumentError, match="must be a whole number of at least 1"):
        degree_test(triangle(), triangles, rng=np.random.default_rng(0), **wrong)


def test_the_values_are_read_only():
    found = degree_test(triangle(), triangles, rng=np.random.default_rng(0), samples=2)

    with pytest.raises(ValueError, match="read-only"):
        found.shuffled[0] = 1


def test_ties_that_are_exchanged_change_one_end():
    """Two ties among four people can become the two others, and nothing else."""
    made = network([("a", "b", 1.0), ("c", "d", 2.0)])

    seen = {pairs(other) for other in shuffled(made, seed=0, samples=40, rounds=1)}

    assert seen == {
        frozenset({(0, 1), (2, 3)}),
        frozenset({(0, 2), (1, 3)}),
        frozenset({(0, 3), (1, 2)}),
    }
