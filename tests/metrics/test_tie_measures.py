from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    ANA,
    BEN,
    CEM,
    MARA,
    ago,
    borgatti_1997,
    clique,
    edge_networks,
    florentine_marriages,
    life,
    mail,
    meeting,
    path,
    star,
)
from metrics.by_tie import by_tie, circles, scaled, shuffled, twice
from metrics.generated import Case, cases
from netzwerkwandel.metrics import embeddedness, overlap, reciprocity, simmelian_strength
from netzwerkwandel.model import Interaction, Tie
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
def test_overlap_has_a_value_for_every_tie_of_any_network(name: str):
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


@st.composite
def correspondence(draw: st.DrawFn) -> list[Interaction]:
    """Mails among a few, so that some write and are never answered."""
    people = st.sampled_from([MARA, ANA, BEN, CEM])
    pairs = draw(st.lists(st.tuples(people, people), max_size=14, unique=True))
    return [mail(ago(9 + n), a, b, MARA) for n, (a, b) in enumerate(pairs) if a != b]


@given(correspondence())
def test_common_contacts_count_to_whom_both_are_mutually_tied(mails: list[Interaction]):
    network = life(*mails)
    known = by_tie(network, reciprocity(network))
    mutual = {tie for tie, value in known.items() if value != 0.0}

    found = by_tie(network, simmelian_strength(network))

    for (i, j), strength in found.items():
        common = [q for q in network.keys if {(i, q), (q, j)} <= mutual]
        assert strength == (len(common) if (i, j) in mutual else 0)


@given(cases())
def test_without_directions_all_ties_are_mutual(case: Case):
    network = case.network
    around = circles(network)

    found = by_tie(network, simmelian_strength(network))

    assert found == {(i, j): len(around[i] & around[j]) for i, j in found}


def test_simmelian_ties_of_the_families_of_florence():
    network = florentine_marriages()
    is_simmelian = simmelian_strength(network) > 0

    ties = np.bincount(network.sources[is_simmelian], minlength=16)

    three = {"Peruzzi", "Strozzi"}
    two = {"Bischeri", "Castellani", "Medici", "Ridolfi", "Tornabuoni"}
    expected = [3 if family in three else 2 if family in two else 0 for family in network.keys]
    assert ties.tolist() == expected
    assert ties.mean() == 1.0
    assert ties.std() == pytest.approx(1.173, abs=5e-4)


def everybody_writes_to_everybody(*, but: tuple[str, str] | None = None) -> Network:
    three = (MARA, ANA, BEN)
    return life(
        *(mail(ago(5), a, b, MARA) for a in three for b in three if a != b and (a, b) != but)
    )


def test_a_tie_that_one_side_never_answers_is_not_simmelian_and_holds_no_other():
    both = everybody_writes_to_everybody()
    answered = by_tie(both, simmelian_strength(both))
    one = everybody_writes_to_everybody(but=(BEN, ANA))
    unanswered = by_tie(one, simmelian_strength(one))

    assert set(answered.values()) == {1}
    assert set(unanswered.values()) == {0}


def test_meeting_is_mutual():
    network = life(meeting(ago(3), MARA, ANA, BEN))

    assert simmelian_strength(network).tolist() == [1] * 6


def test_ties_of_which_no_direction_is_known_are_mutual():
    stated = [Tie(a=a, b=b) for a, b in ((MARA, ANA), (ANA, BEN), (BEN, MARA))]
    network = life(ties=stated)

    assert np.isnan(reciprocity(network)).all()
    assert simmelian_strength(network).tolist() == [1] * 6


def test_reciprocity_is_that_of_the_ties():
    network = life(mail(ago(9), MARA, BEN), mail(ago(8), BEN, MARA), mail(ago(7), BEN, MARA))

    assert reciprocity(network).tolist() == [0.5, 0.5]
    assert np.isnan(reciprocity(florentine_marriages())).all()


@pytest.mark.parametrize("name", edge_networks())
def test_simmelian_strength_has_a_value_for_every_tie_of_any_network(name: str):
    network = edge_networks()[name]

    strength = simmelian_strength(network)

    assert strength.shape == network.indices.shape
    assert strength.dtype == np.int64
    assert ((strength >= 0) & (strength <= embeddedness(network))).all()


@given(cases(), st.integers(0, 99))
def test_simmelian_strength_does_not_see_numbers_or_strangers(case: Case, seed: int):
    network = case.network
    once = by_tie(network, simmelian_strength(network))

    for other in (shuffled(network, seed), twice(network)):
        found = by_tie(other, simmelian_strength(other))
        assert {tie: found[tie] for tie in once} == once
