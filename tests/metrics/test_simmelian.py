from __future__ import annotations

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
    edge_networks,
    florentine_marriages,
    life,
    mail,
    meeting,
)
from metrics.by_tie import by_tie, circles, shuffled, twice
from metrics.generated import Case, cases
from netzwerkwandel.metrics._overlap import embeddedness
from netzwerkwandel.metrics.simmelian import reciprocity, simmelian_strength
from netzwerkwandel.model import Interaction, Tie
from netzwerkwandel.network import Network


pytestmark = pytest.mark.usefixtures("kernel")


@st.composite
def correspondence(draw: st.DrawFn) -> list[Interaction]:
    """Mails among a few, so that some write and are never answered."""
    people = st.sampled_from([MARA, ANA, BEN, CEM])
    pairs = draw(st.lists(st.tuples(people, people), max_size=14, unique=True))
    return [mail(ago(9 + n), a, b, MARA) for n, (a, b) in enumerate(pairs) if a != b]


@given(correspondence())
def test_thirds_count_to_whom_both_are_mutually_tied(mails: list[Interaction]):
    network = life(*mails)
    known = by_tie(network, reciprocity(network))
    mutual = {tie for tie, value in known.items() if value != 0.0}

    found = by_tie(network, simmelian_strength(network))

    for (i, j), strength in found.items():
        thirds = [q for q in network.keys if {(i, q), (q, j)} <= mutual]
        assert strength == (len(thirds) if (i, j) in mutual else 0)


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
def test_there_is_a_value_for_every_tie_of_any_network(name: str):
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
