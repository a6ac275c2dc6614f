from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import clique
from metrics.by_tie import by_tie, circles, pairs, shuffled
from metrics.generated import Case, cases
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.metrics import dispersion, recursive_dispersion
from netzwerkwandel.network import Network


pytestmark = pytest.mark.usefixtures("kernel")


def by_definition(around: dict[str, set[str]], u: str, rounds: int) -> dict[str, float]:
    values = dict.fromkeys(around[u], 1.0)
    for _ in range(rounds):
        after = {}
        for v in around[u]:
            both = around[u] & around[v]
            total = sum(values[w] ** 2 for w in both)
            for s, t in pairs(both):
                joined = (around[s] & around[t] & around[u]) - {v}
                if t not in around[s] and not joined:
                    total += 2 * values[s] * values[t]
            after[v] = total / len(both) if both else 0.0
        values = after
    return values


@given(cases(), st.integers(1, 3))
def test_it_is_what_the_definition_says(case: Case, rounds: int):
    around = circles(case.network)

    found = by_tie(case.network, recursive_dispersion(case.network, rounds=rounds))

    for u in around:
        for v, expected in by_definition(around, u, rounds).items():
            assert found[u, v] == pytest.approx(expected, rel=1e-12)


@given(cases())
def test_after_one_round_it_is_one_and_twice_the_normalised_dispersion(case: Case):
    network = case.network

    found = recursive_dispersion(network, rounds=1)

    expected = 1 + 2 * dispersion(network, normalised=True)
    none = dispersion(network, normalised=True, c=1.0, b=1.0) == 1.0
    shared = recursive_dispersion(network, rounds=1) > 0
    np.testing.assert_allclose(found[shared], expected[shared], rtol=1e-12)
    assert none[~shared].all()


@given(cases(), st.integers(0, 99))
def test_how_people_are_numbered_does_not_matter(case: Case, seed: int):
    one = by_tie(case.network, recursive_dispersion(case.network))
    other = shuffled(case.network, seed)

    assert by_tie(other, recursive_dispersion(other)) == pytest.approx(one, rel=1e-12)


def test_some_ties_cost_the_circles_of_their_people_only():
    network = clique("abcdefg")
    rows = np.array([3, 0, 17])

    found = recursive_dispersion(network, rows=rows)

    assert found.tolist() == recursive_dispersion(network)[rows].tolist()
    assert recursive_dispersion(network, rows=np.array([], dtype=np.int64)).tolist() == []


def test_many_rounds_go_beyond_all_numbers_without_a_warning():
    ring = [("u", c) for c in "abcdv"] + [("v", c) for c in "abcd"]
    network = Network.from_edges(*zip(*ring, strict=True))

    assert np.isinf(recursive_dispersion(network, rounds=40)).any()


@pytest.mark.parametrize("wrong", [0, -1, 1.5, True, "3"])
def test_a_number_of_rounds_is_whole_and_above_zero(wrong: object):
    with pytest.raises(InvalidArgumentError, match="rounds"):
        recursive_dispersion(clique("abc"), rounds=wrong)


def test_rows_are_ties_and_a_network_is_one():
    with pytest.raises(InvalidArgumentError, match="rows"):
        recursive_dispersion(clique("abc"), rows=[6])
    with pytest.raises(InvalidArgumentError, match="network"):
        recursive_dispersion({"a": 1})
