from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

import netzwerkwandel as nw
from builders import (
    ANA,
    BEN,
    CEM,
    DAN,
    MARA,
    ago,
    borgatti_1997,
    edge_lists,
    life,
    mail,
    meeting,
    network,
    path,
)
from netzwerkwandel.metrics import structural_holes
from netzwerkwandel.network import Network
from netzwerkwandel.recommending import recommend


# What the list would do to the network


MEETING = 3.0


def rebuilt(made: Network, ego: str, met: set[str]) -> Network:
    """The same network with one meeting more between ego and some people."""
    ties = [
        (made.keys[i], made.keys[j], weight / 2)
        for i, j, weight in zip(
            made.sources.tolist(), made.indices.tolist(), made.weights.tolist(), strict=True
        )
    ]
    return network([*ties, *((ego, other, MEETING) for other in met)], keys=made.keys)


@given(edge_lists())
def test_the_effect_is_that_of_the_network_built_anew(edges):
    made = network(edges)
    ego = made.keys[0]

    picks = recommend(made, ego=ego, n=2)

    met = {pick.contact.key for pick in picks}
    for moment, seen in (("before", made), ("after", rebuilt(made, ego, met))):
        expected = structural_holes(seen, model="ego", nodes=[ego])
        effect = picks.effect
        assert getattr(effect.constraint, moment) == pytest.approx(expected.constraint[0])
        assert getattr(effect.effective_size, moment) == pytest.approx(expected.effective_size[0])


def test_more_contact_across_a_gap_opens_the_circle():
    cliques = [*((a, b, 5.0) for a in "bcd" for b in "bcd" if a < b)]
    made = network([*(("a", other, 5.0) for other in "bcd"), *cliques, ("a", "z", 0.1)])

    effect = recommend(made, ego="a", n=1, include=["z"]).effect

    assert effect.constraint.change < 0
    assert effect.effective_size.change > 0


def test_what_others_know_beyond_the_circle_changes_nothing():
    assert recommend(path(4), ego="a", n=1).effect == recommend(path(2), ego="a", n=1).effect


def test_nobody_to_talk_to_has_no_effect():
    effect = recommend(borgatti_1997(), ego="A", hours=0).effect

    assert effect.constraint.change == 0
    assert np.isfinite(effect.effective_size.change)


# How it compares with one's own choice


EVA = "mailto:eva@example.org"


def made() -> nw.Network:
    """Ana, Ben and Cem are the daily circle; Dan sleeps and knows Eva, whom Mara does not."""
    daily = [meeting(ago(days), MARA, ANA, BEN, CEM) for days in range(1, 60, 3)]
    once = [meeting(ago(2000 + days), MARA, DAN) for days in range(0, 90, 10)]
    answered = [mail(ago(2001), DAN, MARA, EVA), mail(ago(2002), MARA, DAN)]
    return life(*daily, *once, *answered)


def test_without_a_choice_of_ones_own_there_is_no_comparison():
    assert recommend(made()).comparison is None


def test_the_familiar_shows_beside_the_list():
    found = recommend(made(), n=1, include=[DAN], compare_with=[ANA, BEN]).comparison

    assert found is not None
    assert (found.suggested.people, found.own.people) == (1, 2)
    assert (found.suggested.dormant, found.own.dormant) == (1, 0)
    assert (found.suggested.new_people, found.own.new_people) == (1, 0)
    assert (found.suggested.circles, found.own.circles) == (1, 1)
    assert (found.added_circles, found.added_people) == (1, 1)
    assert found.suggested.redundancy < found.own.redundancy
    assert found.suggested.shared_time < found.own.shared_time
    assert found.suggested.core < found.own.core
    assert found.in_both == ()


def test_means_are_over_those_compared():
    network = made()
    ties = network.ties_of()
    rows = [np.flatnonzero(ties.target == network.index_of(key))[0] for key in (ANA, DAN)]

    found = recommend(network, n=1, compare_with=[ANA, DAN]).comparison

    assert found is not None
    assert found.own.redundancy == pytest.approx(ties.redundancy[rows].mean())
    assert found.own.shared_time == pytest.approx(ties.shared_time[rows].mean())
    assert found.own.core == pytest.approx(ties.core[rows].mean())


def test_who_is_on_both_is_named():
    found = recommend(made(), n=1, include=[DAN], compare_with=[DAN, ANA]).comparison

    assert found is not None
    assert found.in_both == (DAN,)
    assert (found.added_circles, found.added_people) == (0, 0)


def test_nobody_to_compare_with_is_nobody():
    found = recommend(made(), compare_with=[]).comparison

    assert found is not None
    assert found.own.people == found.own.circles == found.own.new_people == 0
    assert np.isnan(found.own.redundancy)


def test_only_contacts_can_be_compared():
    with pytest.raises(nw.NotFoundError, match="contact of this person"):
        recommend(made(), compare_with=[EVA])
    with pytest.raises(nw.NotFoundError, match="nobody:k…"):
        recommend(made(), compare_with=["nobody:knows"])
