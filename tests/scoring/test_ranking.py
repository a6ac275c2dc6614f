from __future__ import annotations

import math

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import ANA, BEN, CEM, MARA, ago, edge_networks, life, mail, network, star
from compiled import EACH_ENGINE, compiled
from netzwerkwandel import top_contacts
from netzwerkwandel.errors import InvalidArgumentError, StrategyError
from netzwerkwandel.model import Tie
from netzwerkwandel.network import FloatArray, Network, Ties
from netzwerkwandel.network.kernels.engines import use_kernel
from netzwerkwandel.scoring import NewInformation, ScoringStrategy, default_strategy, rounded
from netzwerkwandel.scoring.ranking import ranks, rounded_number
from scoring.table import Table


# Ranks


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


@pytest.mark.parametrize("kernel", EACH_ENGINE)
@given(rows=ROWS)
def test_a_rank_is_the_mean_place_among_those_of_the_group_as_a_share(kernel: str, rows):
    scores, groups = [score for score, _ in rows], [group for _, group in rows]

    expected = by_definition(scores, groups)

    np.testing.assert_array_equal(ranks_by(kernel, scores, groups), expected)


@pytest.mark.parametrize("kernel", EACH_ENGINE)
@given(rows=ROWS)
def test_the_order_of_the_groups_does_not_show(kernel: str, rows):
    in_order = sorted(rows, key=lambda row: row[1])
    scores, groups = [score for score, _ in in_order], [group for _, group in in_order]

    expected = by_definition(scores, groups)

    np.testing.assert_array_equal(ranks_by(kernel, scores, groups), expected)


@compiled
def test_both_kernels_agree_to_the_last_bit_on_long_and_short_rows():
    chance = np.random.default_rng(5)
    groups = np.sort((400 * chance.random(60_000) ** 3).astype(np.int64))
    scores = chance.integers(0, 900, 60_000) / 7
    scores[chance.random(60_000) < 0.1] = np.nan

    with use_kernel("numba"):
        one = ranks(scores, groups)
    with use_kernel("numpy"):
        other = ranks(scores, groups)

    np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("kernel", EACH_ENGINE)
def test_nothing_has_no_ranks(kernel: str):
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


# The best of each person


def best_by_definition(made: Network, scores: list[float], n: int) -> list[list[int]]:
    """Sort each person's contacts by score and key, and take the first."""
    ties = list(zip(made.sources.tolist(), made.indices.tolist(), scores, strict=True))
    rows = []
    for person in range(made.n_contacts):
        known = [(-s, made.keys[j], j) for i, j, s in ties if i == person and not math.isnan(s)]
        best = [j for _, _, j in sorted(known)][:n]
        rows.append(best + [-1] * (n - len(best)))
    return rows


@st.composite
def scored_networks(draw: st.DrawFn) -> tuple[Network, list[float]]:
    """People whose keys are in any order, isolated ones too, and few different scores."""
    n = draw(st.integers(2, 9))
    key = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=3)
    keys = draw(st.lists(key, min_size=n, max_size=n, unique=True))
    pairs = st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)).filter(lambda p: p[0] != p[1])
    edges = draw(st.lists(pairs, max_size=25))
    made = Network.from_edges([a for a, _ in edges], [b for _, b in edges], keys=keys)
    some = st.sampled_from([math.nan, -2.0, -0.0, 0.0, 0.5, 3.0])
    ties = len(made.indices)
    return made, draw(st.lists(some, min_size=ties, max_size=ties))


@pytest.mark.slow
@pytest.mark.parametrize("kernel", EACH_ENGINE)
@given(case=scored_networks(), n=st.integers(1, 12))
def test_everybody_gets_her_contacts_by_score_and_key(kernel: str, case, n: int):
    pytest.importorskip(kernel)
    made, scores = case

    with use_kernel(kernel):
        best = top_contacts(made, Table(tuple(scores)), n)

    assert best.dtype == np.int64
    assert best.shape == (made.n_contacts, n)
    assert best.tolist() == best_by_definition(made, scores, n)


@pytest.mark.parametrize("kernel", EACH_ENGINE)
def test_a_hub_gets_the_best_of_very_many(kernel: str):
    pytest.importorskip(kernel)
    leaves = 30_000
    made = Network.from_edges(np.zeros(leaves, dtype=np.int64), np.arange(1, leaves + 1))
    scores = np.random.default_rng(1).integers(0, 2_000, len(made.indices)) / 7

    with use_kernel(kernel):
        best = top_contacts(made, Table(tuple(scores.tolist())), 40)

    keys = made.keys
    expected = sorted(range(leaves), key=lambda i: (-scores[i], keys[i + 1]))[:40]
    assert best[0].tolist() == [i + 1 for i in expected]
    assert best[1].tolist() == [0, *[-1] * 39]


def test_equals_come_by_key_though_the_people_are_numbered_otherwise():
    made = Network.from_edges([0, 0, 0], [1, 2, 3], keys=["me", "cleo", "ada", "ben"])

    best = top_contacts(made, Table((1.0,) * 6), n=2)

    assert [made.keys[i] for i in best[0]] == ["ada", "ben"]


def test_scores_that_differ_in_the_last_bit_are_equal():
    scores = (0.3, 0.1 + 0.2, 0.0, 0.0, 0.0, 0.0)

    assert scores[1] > scores[0]
    assert top_contacts(star("bcd"), Table(scores), n=1)[0].tolist() == [1]


def test_who_has_no_score_does_not_come_up():
    scores = (math.nan, 1.0, math.nan, *[math.nan] * 3)

    assert top_contacts(star("bcd"), Table(scores), n=3).tolist() == [
        [2, -1, -1],
        [-1, -1, -1],
        [-1, -1, -1],
        [-1, -1, -1],
    ]


def test_a_tie_that_ended_in_conflict_does_not_come_up():
    letters = [mail(ago(10 * i), MARA, other) for i in range(5) for other in (ANA, BEN, CEM)]
    ended = life(*letters, ties=[Tie(a=MARA, b=BEN, ended_in_conflict=True)])
    everyone = Table((1.0,) * len(ended.indices))

    best = top_contacts(ended, everyone, n=3)[ended.index_of(MARA)]

    assert [ended.keys[i] for i in best if i >= 0] == [ANA, CEM]


@pytest.mark.parametrize("where", edge_networks())
def test_at_the_edge_of_what_there_can_be(where: str):
    made = edge_networks()[where]

    best = top_contacts(made, default_strategy(), n=2)

    assert best.shape == (made.n_contacts, 2)
    assert set(best[:, 0].tolist()) <= {*range(-1, made.n_contacts)}


def test_five_are_given_if_no_number_is_named():
    assert top_contacts(star("bcdefgh"), NewInformation()).shape == (8, 5)


def test_renaming_people_renames_those_who_come_up():
    edges = [("a", "b", 3.0), ("a", "c", 1.0), ("b", "c", 2.0), ("c", "d", 5.0), ("a", "d", 0.5)]
    turned = {"a": "d", "b": "c", "c": "b", "d": "a"}
    one, other = network(edges), network((turned[a], turned[b], w) for a, b, w in edges)

    best = {one.keys[i]: row for i, row in enumerate(names(one, default_strategy()))}
    renamed = {other.keys[i]: row for i, row in enumerate(names(other, default_strategy()))}

    assert renamed == {turned[key]: [turned[k] for k in row] for key, row in best.items()}


def names(made: Network, strategy: ScoringStrategy) -> list[list[str]]:
    return [[made.keys[i] for i in row if i >= 0] for row in top_contacts(made, strategy, 1)]


@pytest.mark.parametrize("n", [0, -1, 2.5, True, "3", None])
def test_how_many_is_a_whole_number_of_at_least_one(n: object):
    with pytest.raises(InvalidArgumentError, match=r"n must be a whole number of at least 1, got"):
        top_contacts(star(), NewInformation(), n=n)  # type: ignore[arg-type]  # that is the test


def test_a_number_of_numpy_is_a_number():
    assert top_contacts(star(), NewInformation(), n=np.int64(2)).shape == (5, 2)


@attrs.frozen
class Endless(ScoringStrategy):
    def score(self, ties: Ties) -> FloatArray:
        return np.full(len(ties), np.inf)


class Undecorated(ScoringStrategy):
    def score(self, ties: Ties) -> FloatArray:
        return np.zeros(len(ties))


@pytest.mark.parametrize(
    ("strategy", "rule"),
    [(Endless(), "finite or nan"), (Undecorated(), "attrs.frozen"), (Table, "not the class")],
)
def test_a_strategy_is_checked_as_score_does(strategy: ScoringStrategy, rule: str):
    with pytest.raises(StrategyError, match=rule):
        top_contacts(star(), strategy)
