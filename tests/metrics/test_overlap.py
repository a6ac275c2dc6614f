from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import borgatti_1997, clique, edge_networks, path, star
from metrics.by_tie import by_tie, circles, scaled, shuffled, twice
from metrics.generated import Case, cases
from netzwerkwandel.metrics._overlap import embeddedness, overlap
from netzwerkwandel.network import Network


pytestmark = pytest.mark.usefixtures("kernel")


@given(cases())
def test_embeddedness_counts_the_people_tied_to_both(case: Case):
    network = case.network
    around = circles(network)

    found = by_tie(network, embeddedness(network))

    assert found == {(i, j): len(around[i] & around[j]) for i, j in found}


@given(cases())
def test_overlap_is_the_shared_part_of_the_circle_of_both(case: Case):
    network = case.network
    around = circles(network)

    found = by_tie(network, overlap(network))

    for (i, j), share in found.items():
        circle = (around[i] | around[j]) - {i, j}
        expected = len(around[i] & around[j]) / len(circle) if circle else math.nan
        np.testing.assert_equal(share, expected)


def test_overlap_of_the_example_of_borgatti():
    network = borgatti_1997()

    found = by_tie(network, overlap(network))

    once = {
        "AB": 1 / 4, "AF": 1 / 3, "AG": 3 / 5, "AE": 1 / 3, "BG": 2 / 5,
        "BD": 1 / 2, "FG": 1 / 5, "EG": 1 / 5, "DG": 1 / 5, "CG": 0.0,
    }  # fmt: skip
    expected = {tuple(tie): share for tie, share in once.items()}
    assert found == expected | {(b, a): share for (a, b), share in expected.items()}


def test_two_people_who_have_each_other_only_have_no_overlap_to_speak_of():
    assert np.isnan(overlap(path(2))).all()
    assert embeddedness(path(2)).tolist() == [0, 0]


def test_a_star_shares_nothing_and_a_clique_everything():
    assert overlap(star()).tolist() == [0.0] * 8
    assert overlap(clique("abcd")).tolist() == [1.0] * 12
    assert embeddedness(clique("abcd")).tolist() == [2] * 12


@pytest.mark.parametrize("name", edge_networks())
def test_there_is_a_value_for_every_tie_of_any_network(name: str):
    network = edge_networks()[name]

    shares, shared = overlap(network), embeddedness(network)

    assert shares.shape == shared.shape == network.indices.shape
    assert shared.dtype == np.int64
    assert ((shares >= 0) & (shares <= 1) | np.isnan(shares)).all()


@given(cases(), st.integers(0, 99))
def test_overlap_does_not_see_numbers_weights_or_strangers(case: Case, seed: int):
    network = case.network
    once = by_tie(network, overlap(network))

    for other in (shuffled(network, seed), scaled(network, 3.0), twice(network)):
        found = by_tie(other, overlap(other))
        np.testing.assert_equal({tie: found[tie] for tie in once}, once)


def test_a_hub_whom_all_know_is_counted_in_every_tie():
    ring = np.arange(3_000)
    hub = np.full(3_000, 3_000)
    network = Network.from_edges(np.r_[ring, hub], np.r_[np.roll(ring, 1), ring])

    shared = embeddedness(network)

    assert set(shared[network.sources == 3_000].tolist()) == {2}
    assert set(shared[(network.sources < 3_000) & (network.indices < 3_000)].tolist()) == {1}
