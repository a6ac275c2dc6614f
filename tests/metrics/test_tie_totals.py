from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import edge_lists, network
from netzwerkwandel import metrics as measures
from netzwerkwandel.metrics.tie_totals import own_holes_with
from netzwerkwandel.network import Network


@given(edge_lists(), st.data())
def test_with_other_weights_the_own_holes_are_those_of_a_network_that_has_them(edges, data):
    made = network(edges)
    ego = data.draw(st.integers(0, made.n_contacts - 1))
    ties = made.ties_of(ego)
    chosen = st.sampled_from([0.0, 0.5, 3.0])
    weights = np.array(data.draw(st.lists(chosen, min_size=len(ties), max_size=len(ties))))
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
