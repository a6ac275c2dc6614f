from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from builders import borgatti_1997, edge_lists, network, path
from netzwerkwandel.metrics import structural_holes
from netzwerkwandel.network import Network
from netzwerkwandel.recommending import recommend


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
