from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    AS_OF,
    edge_lists,
    mailbox_life,
    network,
)
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.network import Network
from netzwerkwandel.scoring import (
    Blend,
    Dormant,
    NewInformation,
    score,
)
from scoring.table import Table


def slow_ranks(scores: list[float], sources: list[int]) -> list[float]:
    """The definition: the mean place among those of one source, nan below all, as a share."""
    ranks = []
    for value, source in zip(scores, sources, strict=True):
        peers = [v for v, s in zip(scores, sources, strict=True) if s == source]
        if math.isnan(value):
            ranks.append(math.nan)
            continue
        below, equal = sum(not v >= value for v in peers), sum(v == value for v in peers)
        ranks.append((below + (equal + 1) / 2) / len(peers))
    return ranks


@given(edge_lists(), st.data())
def test_a_blend_is_the_weighted_mean_of_ranks_within_each_source(edges, data):
    made = network(edges)
    some = st.sampled_from([math.nan, -1.0, 0.0, 0.5, 2.0])
    n = len(made.indices)
    tables = [data.draw(st.lists(some, min_size=n, max_size=n)) for _ in range(2)]
    parts = [(Table(tuple(tables[0])), 1.0), (Table(tuple(tables[1])), 3.0)]

    scores = score(made, Blend(parts))

    ranks = [slow_ranks(table, made.sources.tolist()) for table in tables]
    for row in range(n):
        said = [(r[row], w) for r, (_, w) in zip(ranks, parts, strict=True) if r[row] == r[row]]
        total = sum(w for _, w in said)
        expected = sum(r * w for r, w in said) / total if said else math.nan
        assert scores[row] == pytest.approx(expected, nan_ok=True)


def test_ranks_are_shares_from_above_nothing_to_one_and_equals_share_their_mean():
    star = network(("a", leaf, 1.0) for leaf in "bcde")
    table = Table((5.0, 7.0, 5.0, math.nan, 0.0, 0.0, 0.0, 0.0))

    (ranks,) = Blend([(table, 1.0)]).ranks(star.ties())

    np.testing.assert_allclose(ranks, [0.625, 1.0, 0.625, math.nan, 1.0, 1.0, 1.0, 1.0])


def test_a_difference_in_the_last_bit_is_no_difference():
    star = network(("a", leaf, 1.0) for leaf in "bc")
    table = Table((0.1 + 0.2, 0.3, 0.0, 0.0))

    (ranks,) = Blend([(table, 1.0)]).ranks(star.ties())

    assert ranks[:2].tolist() == [0.75, 0.75]


def test_a_part_without_an_opinion_does_not_pull_down():
    star = network(("a", leaf, 1.0) for leaf in "bc")
    silent = Table((math.nan,) * 4)
    table = Table((1.0, 2.0, 0.0, 0.0))

    both = score(star, Blend([(table, 1.0), (silent, 9.0)]))

    np.testing.assert_array_equal(both, score(star, Blend([(table, 1.0)])))
    assert np.isnan(score(star, Blend([(silent, 1.0)]))).all()


def test_only_the_proportion_of_weights_matters():
    made = Network.from_records(mailbox_life(), as_of=AS_OF)
    one = Blend([(NewInformation(), 1.0), (Dormant(), 3.0)])
    other = Blend([(NewInformation(), 10.0), (Dormant(), 30.0)])

    np.testing.assert_allclose(score(made, one), score(made, other))


def test_a_blend_needs_a_part():
    with pytest.raises(InvalidArgumentError, match="a Blend must have at least one strategy"):
        Blend([])


@pytest.mark.parametrize("weight", [0.0, -1.0, math.nan, math.inf])
def test_weights_of_a_blend_are_finite_and_positive(weight: float):
    with pytest.raises(InvalidArgumentError, match=r"must be finite and > 0, got .* for Dormant"):
        Blend([(Dormant(), weight)])
