from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.change.turnover import jaccard, ruzicka, signature, signature_distance


people = st.frozensets(st.sampled_from("abcdef"))
strengths = st.dictionaries(st.sampled_from("abcdef"), st.floats(0, 100))
weights = st.lists(st.floats(0, 100), max_size=8).map(np.array)


def test_the_checked_distances_of_signatures():
    def distance(p: tuple[float, ...], q: tuple[float, ...]) -> float:
        return signature_distance(np.array(p), np.array(q))

    assert distance((0.5, 0.3, 0.2), (0.6, 0.3, 0.1)) == pytest.approx(0.010770820, abs=1e-9)
    assert distance((0.5, 0.3, 0.2), (0.6, 0.3, 0.1)) / math.log(2) == pytest.approx(
        0.015539009, abs=1e-9
    )
    assert distance((1.0, 0.0), (0.0, 1.0)) == pytest.approx(math.log(2))


def test_a_shorter_signature_is_padded():
    one, three = np.array([1.0]), np.array([0.5, 0.25, 0.25])

    assert signature_distance(one, three) == signature_distance(np.array([1.0, 0.0, 0.0]), three)


@given(weights, weights)
def test_distance_is_a_symmetric_number_from_nothing_to_ln_two(one, other):
    p, q = signature(one), signature(other)

    distance = signature_distance(p, q)

    if not len(p) or not len(q):
        assert math.isnan(distance)
        return
    assert distance == pytest.approx(signature_distance(q, p), abs=1e-12)
    assert 0 <= distance <= math.log(2) + 1e-12
    assert signature_distance(p, p) == 0


@given(weights)
def test_a_signature_is_of_shares_the_largest_first_whoever_they_belong_to(values):
    shares = signature(values)

    np.testing.assert_array_equal(shares, signature(values[::-1]))
    if values.sum() > 0:
        assert shares.sum() == pytest.approx(1)
        assert (np.diff(shares) <= 0).all()


@given(people, people)
def test_the_index_of_jaccard(before, after):
    same = jaccard(before, after)

    assert same == jaccard(after, before)
    assert 0 <= same <= 1
    assert (same == 1) == (before == after)
    assert (same == 0) == (not before & after and bool(before | after))


@given(strengths, strengths)
def test_the_index_of_ruzicka(before, after):
    same = ruzicka(before, after)

    assert same == pytest.approx(ruzicka(after, before))
    assert 0 <= same <= 1 + 1e-12
    assert ruzicka(before, before) == pytest.approx(1)


def test_with_equal_strengths_both_indices_agree():
    assert ruzicka({"a": 2.0, "b": 2.0}, {"b": 2.0, "c": 2.0}) == jaccard({"a", "b"}, {"b", "c"})


def test_two_empty_networks_are_the_same():
    assert jaccard(set(), set()) == ruzicka({}, {}) == 1.0
