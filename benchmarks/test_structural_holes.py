"""The same networks and packages at small sizes, for pytest-benchmark.

``pytest benchmarks`` times them; with ``--benchmark-disable`` they are tests: every package that is
installed must find the same constraint.
"""

from __future__ import annotations

import numpy as np
import pytest

from graphs import KINDS, Edges
from peers import PEERS


@pytest.fixture(params=KINDS)
def edges(request: pytest.FixtureRequest) -> Edges:
    return KINDS[request.param].small()


@pytest.mark.parametrize("kind", KINDS)
def test_a_network_is_the_same_every_time_and_has_no_tie_twice(kind: str) -> None:
    first, second = KINDS[kind].small(), KINDS[kind].small()

    pairs = set(zip(first.source.tolist(), first.target.tolist(), strict=True))

    np.testing.assert_array_equal(first.source, second.source)
    np.testing.assert_array_equal(first.target, second.target)
    assert len(pairs) == len(first.source)
    assert np.all(first.source < first.target)
    assert first.source.min() >= 0
    assert first.target.max() < first.people


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", PEERS)
def test_constraint_is_what_this_library_finds(name: str, edges: Edges, benchmark) -> None:
    peer, ours = PEERS[name], PEERS["numpy"]
    if not peer.installed:
        pytest.skip(f"{peer.package} is not installed")
    structure = peer.build(edges)

    result = benchmark(peer.run, structure)

    if peer.constraint is not None:
        expected = ours.run(ours.build(edges))
        np.testing.assert_allclose(peer.constraint(result), expected, rtol=1e-9)
