from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import edge_lists, network
from netzwerkwandel import metrics as measures
from netzwerkwandel.metrics.tie_totals import own_holes_with
from netzwerkwandel.network import Network


def check(made: Network, ego: int, weights: np.ndarray) -> None:
    """Compare with a network in which the person's ties have these weights."""
    ties = made.ties_of(ego)
    once, mine = made.sources < made.indices, (made.sources == ego) | (made.indices == ego)
    others, there = once & ~mine, weights > 0
    anew = Network.from_edges(
        np.r_[made.sources[others], ties.source[there]],
        np.r_[made.indices[others], ties.target[there]],
        np.r_[made.weights[others], weights[there]],
        keys=made.keys,
    )

    found = own_holes_with(ties, weights)

    expected = measures.structural_holes(anew, nodes=[ego], model="ego")
    assert found.constraint == pytest.approx(float(expected.constraint[0]), nan_ok=True)
    assert found.effective_size == pytest.approx(float(expected.effective_size[0]), nan_ok=True)


@given(edge_lists(), st.data())
def test_with_other_weights_the_own_holes_are_those_of_a_network_that_has_them(edges, data):
    made = network(edges)
    ego = data.draw(st.integers(0, made.n_contacts - 1))
    n, chosen = int(made.degree[ego]), st.sampled_from([0.0, 0.5, 3.0])

    check(made, ego, np.array(data.draw(st.lists(chosen, min_size=n, max_size=n))))


def test_whom_a_tie_is_gone_to_is_no_common_contact_any_more():
    made = Network.from_edges(
        [0, 0, 0, 1, 1, 2], [1, 2, 3, 2, 3, 3], [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
    )

    check(made, 0, np.array([1.0, 0.5, 0.0]))
