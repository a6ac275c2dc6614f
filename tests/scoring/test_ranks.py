from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.network.kernels.backend import KERNELS, use_kernel
from netzwerkwandel.scoring import rounded
from netzwerkwandel.scoring.ranks import ranks
from netzwerkwandel.scoring.strategy import rounded_number


SCORES = st.sampled_from([math.nan, -3.0, -0.0, 0.0, 0.5, 1e-300, 2.0])
ROWS = st.lists(st.tuples(SCORES, st.integers(0, 4)), max_size=40)


def by_definition(scores: list[float], groups: list[int]) -> list[float]:
    """How many are below or equal, the mean over equal ones, as a share; nan is below all."""
    shares = []
    for score, group in zip(scores, groups, strict=True):
        peers = [s for s, g in zip(scores, groups, strict=True) if g == group]
        below, equal = sum(not s >= score for s in peers), sum(s == score for s in peers)
        shares.append(math.nan if math.isnan(score) else (below + (equal + 1) / 2) / len(peers))
    return shares


def ranks_by(kernel: str, scores: list[float], groups: list[int]) -> list[float]:
    pytest.importorskip(kernel)
    with use_kernel(kernel):
        return ranks(np.array(scores, dtype=np.float64), np.array(groups, dtype=np.int64)).tolist()


@pytest.mark.parametrize("kernel", KERNELS)
@given(rows=ROWS)
def test_a_rank_is_the_mean_place_among_those_of_the_group_as_a_share(kernel: str, rows):
    scores, groups = [score for score, _ in rows], [group for _, group in rows]

    expected = by_definition(scores, groups)

    np.testing.assert_array_equal(ranks_by(kernel, scores, groups), expected)


@pytest.mark.parametrize("kernel", KERNELS)
@given(rows=ROWS)
def test_the_order_of_the_groups_does_not_show(kernel: str, rows):
    in_order = sorted(rows, key=lambda row: row[1])
    scores, groups = [score for score, _ in in_order], [group for _, group in in_order]

    expected = by_definition(scores, groups)

    np.testing.assert_array_equal(ranks_by(kernel, scores, groups), expected)


def test_both_kernels_agree_to_the_last_bit_on_long_and_short_rows():
    pytest.importorskip("numba")
    chance = np.random.default_rng(5)
    groups = np.sort((400 * chance.random(60_000) ** 3).astype(np.int64))
    scores = chance.integers(0, 900, 60_000) / 7
    scores[chance.random(60_000) < 0.1] = np.nan

    with use_kernel("numba"):
        one = ranks(scores, groups)
    with use_kernel("numpy"):
        other = ranks(scores, groups)

    np.testing.assert_array_equal(one, other)


def test_nothing_has_no_ranks():
    for kernel in KERNELS:
        assert ranks_by(kernel, [], []) == []
        assert np.isnan(ranks_by(kernel, [math.nan, math.nan], [0, 1])).all()


@given(st.floats(-1e300, 1e300))
def test_one_number_is_rounded_as_many_are(score: float):
    assert rounded_number(score) == rounded(np.array([score]))[0]


@given(st.floats(-1e308, 1e308) | st.just(math.nan))
def test_rounding_keeps_forty_bits_and_is_done_once(score: float):
    once = rounded(np.array([score]))

    np.testing.assert_allclose(once, score, rtol=2.0**-40)
    np.testing.assert_array_equal(rounded(once), once)


@pytest.mark.parametrize(
    ("score", "nearest"),
    [
        (1 + 2.0**-52, 1.0),
        (1 + 2.0**-39, 1 + 2.0**-39),
        (1 + 2.0**-40, 1.0),
        (1 + 3 * 2.0**-40, 1 + 2.0**-38),
        (-0.3, rounded(np.array([-(0.1 + 0.2)]))[0]),
        (0.0, 0.0),
        (5e-324, 5e-324),
    ],
)
def test_scores_are_rounded_to_the_nearest_equals_to_the_even(score: float, nearest: float):
    assert rounded(np.array([score]))[0] == nearest


def test_rounding_leaves_the_scores_as_they_were():
    scores = np.array([0.1 + 0.2, math.nan])

    rounded(scores)

    np.testing.assert_array_equal(scores, [0.1 + 0.2, math.nan])
