"""People move between groups side by side, in lists and compiled, as they would one by one."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiled import compiled
from netzwerkwandel.network.csr import Csr
from netzwerkwandel.network.kernels.by_numpy.moves import (
    LEAST_GAIN,
    local_moves,
    move_pieces,
    pieces,
)


class Circles(NamedTuple):
    """What ``local_moves`` wants."""

    indptr: np.ndarray
    indices: np.ndarray
    weights: np.ndarray
    masses: np.ndarray
    groups: np.ndarray
    resolution: float


def circles(seed: int, people: int, ties: int) -> Circles:
    """Ties at random, and each in a group of her own or in any."""
    rng = np.random.default_rng(seed)
    a, b = rng.integers(0, people, (2, ties))
    weights = rng.lognormal(0, 1, ties) if seed % 2 else np.ones(ties)
    made = Csr.symmetric(a[a != b], b[a != b], weights[a != b], people)
    share = made.weights / max(made.weights.sum(), 1.0)
    groups = rng.integers(0, people, people) if seed % 3 == 0 else np.arange(people)
    masses = np.bincount(made.sources, share, minlength=people)
    return Circles(made.indptr, made.indices, share, masses, groups, (0.5, 1.0, 2.0)[seed % 5 % 3])


def one_by_one(made: Circles) -> list[int]:
    """The definition, in words as plain as can be."""
    groups = made.groups.tolist()
    moved = True
    while moved:
        moved = False
        for i, own in enumerate(groups):
            row = slice(made.indptr[i], made.indptr[i + 1])
            links: dict[int, float] = {own: 0.0}
            for j, weight in zip(made.indices[row], made.weights[row], strict=True):
                links[groups[j]] = links.get(groups[j], 0.0) + weight
            gains = {
                group: link
                - made.resolution
                * made.masses[i]
                * sum(m for j, m in enumerate(made.masses) if groups[j] == group and j != i)
                for group, link in links.items()
            }
            best = own
            for group, gain in gains.items():
                if gain > gains[best] + LEAST_GAIN:
                    best = group
            if best != own:
                groups[i], moved = best, True
    return groups


crowds = st.builds(
    circles, st.integers(0, 2**32), people=st.integers(1, 40), ties=st.integers(0, 80)
)


@given(crowds, st.sampled_from([0, 2, 10, 10**9]))
def test_all_move_as_they_would_one_by_one(made: Circles, turn: int):
    assert move_pieces(*made, turn=turn).tolist() == one_by_one(made)


@compiled
@given(crowds)
def test_compiled_they_move_the_same_way(made: Circles):
    from netzwerkwandel.network.kernels.by_numba import moves

    assert moves.local_moves(*made).tolist() == local_moves(*made).tolist()


@pytest.mark.parametrize(
    ("groups", "expected"),
    [([0, 1, 2, 3, 4, 5], [0, 0, 2, 2, 2, 5]), ([0, 1, 1, 3, 4, 5], [0, 0, 0, 0, 0, 5])],
    ids=["by ties", "by a group, too"],
)
def test_a_piece_is_what_ties_and_groups_join(groups: list[int], expected: list[int]):
    """The pair 0 1, the chain 2 4 3, and 5 alone."""
    made = Csr.symmetric(np.array([0, 2, 3]), np.array([1, 4, 4]), np.ones(3), 6)

    assert pieces(made.indptr, made.indices, np.array(groups)).tolist() == expected
