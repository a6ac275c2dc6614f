"""Networks made up by Hypothesis, as the oracle sees them and as the library does."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from metrics import oracle
from netzwerkwandel.network import Network


@dataclass(frozen=True)
class Case:
    """Directed arcs among people numbered from 0, loops left out."""

    n: int
    arcs: tuple[tuple[int, int, float], ...]

    @property
    def z(self) -> oracle.Mutual:
        return oracle.mutual(self.arcs, range(self.n))

    @property
    def network(self) -> Network:
        keys = [str(person) for person in range(self.n)]
        if not self.arcs:
            return Network.from_edges([], [], keys=keys)
        source, target, weight = zip(*self.arcs, strict=True)
        return Network.from_edges(source, target, weight, keys=keys)


ONES = st.just(1.0)
QUARTERS = st.integers(1, 12).map(lambda quarters: quarters / 4)
EXTREME = st.floats(1e-6, 1e6)
VAST = st.integers(-139, 139).map(lambda power: 10.0**power)
USUAL = (ONES, QUARTERS, EXTREME)


@st.composite
def cases(
    draw: st.DrawFn, most: int = 12, weights: Sequence[st.SearchStrategy[float]] = USUAL
) -> Case:
    """1 to 12 people, thin to complete, one-way, mutual and parallel arcs, isolated people too."""
    n = draw(st.integers(1, most))
    weight = draw(st.sampled_from(weights))
    people = st.integers(0, n - 1)
    arc = st.tuples(people, people, weight).filter(lambda arc: arc[0] != arc[1])
    if n == 1:
        return Case(1, ())
    if draw(st.booleans()):
        return Case(n, tuple(draw(st.lists(arc, max_size=3 * n))))
    share, seed = draw(st.sampled_from([0.2, 0.5, 0.8, 1.0])), draw(st.integers(0, 2**32))
    chance = random.Random(seed)
    pairs = [(a, b) for a in range(n) for b in range(n) if a != b and chance.random() < share]
    return Case(n, tuple((a, b, draw(weight)) for a, b in pairs))
