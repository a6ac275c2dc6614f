"""Circles beside those that two people drew by hand of their own contacts.

McAuley, J. and Leskovec, J. (2012). "Learning to Discover Social Circles in Ego Networks." NIPS.
People drew circles that overlap and left many contacts out, so agreement is never perfect.
"""

from __future__ import annotations

import functools
import itertools
from pathlib import Path

import numpy as np
import pytest

from compiled import compiled
from netzwerkwandel.metrics import omega_index, overlapping_circles
from netzwerkwandel.metrics._circles import circles
from netzwerkwandel.network import Network
from netzwerkwandel.network.kernels.engines import use_kernel


FOLDER = (
    Path(__file__).resolve().parents[3] / "shared" / "data" / "graphs" / "snap" / "ego-facebook"
)
EGO = "ego"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"{FOLDER.name} is not here")


@functools.cache
def around(person: str) -> Network:
    lines = (FOLDER / f"{person}.edges").read_text(encoding="utf-8").splitlines()
    ties = {tuple(sorted(line.split())) for line in lines}
    people = sorted({end for tie in ties for end in tie} | set().union(*drawn(person)))
    return Network.from_edges(
        [*(a for a, _ in ties), *(EGO for _ in people)], [*(b for _, b in ties), *people]
    )


@functools.cache
def drawn(person: str) -> list[frozenset[str]]:
    lines = (FOLDER / f"{person}.circles").read_text(encoding="utf-8").splitlines()
    return [frozenset(line.split("\t")[1:]) for line in lines]


def found(person: str) -> list[frozenset[str]]:
    made = around(person)
    numbers = circles(made, EGO)
    people = np.array([made.keys[i] for i in made.ties_of(EGO).target.tolist()])
    return [frozenset(people[numbers == i].tolist()) for i in range(numbers.max() + 1)]


def likeness(ours: list[frozenset[str]], theirs: list[frozenset[str]]) -> float:
    """The balanced F1 score: each circle beside the most alike on the other side, 0 to 1."""

    def f1(a: frozenset[str], b: frozenset[str]) -> float:
        return 2 * len(a & b) / (len(a) + len(b))

    one = np.mean([max(f1(a, b) for b in theirs) for a in ours])
    other = np.mean([max(f1(a, b) for a in ours) for b in theirs])
    return float((one + other) / 2)


def odds(ours: list[frozenset[str]], theirs: list[frozenset[str]]) -> float:
    """How much more often two of one circle of ours are in one of theirs, than any two are."""
    known = frozenset().union(*theirs)
    pairs = [*itertools.combinations(sorted(known), 2)]
    together = {pair for circle in theirs for pair in itertools.combinations(sorted(circle), 2)}
    mine = [pair for circle in ours for pair in itertools.combinations(sorted(circle & known), 2)]
    return np.mean([pair in together for pair in mine]) / np.mean([p in together for p in pairs])


def by_chance(ours: list[frozenset[str]], rng: np.random.Generator) -> list[frozenset[str]]:
    """Circles of the same sizes, of contacts drawn at random."""
    people = rng.permutation(sorted(frozenset().union(*ours))).tolist()
    ends = np.cumsum([len(circle) for circle in ours]).tolist()
    return [frozenset(people[a:b]) for a, b in itertools.pairwise([0, *ends])]


@pytest.mark.parametrize(("person", "floor"), [("0", 0.25), ("698", 0.6)])
def test_circles_resemble_those_drawn_by_hand(person: str, floor: float):
    """As measured 0.26 and 0.63; the first person drew 24 circles, a third of them of one."""
    ours = [circle for circle in found(person) if len(circle) > 2]

    agreement = likeness(ours, drawn(person))

    chance = np.random.default_rng(0)
    at_random = [likeness(by_chance(ours, chance), drawn(person)) for _ in range(50)]
    assert agreement > floor
    assert agreement > max(at_random)


@pytest.mark.parametrize(("person", "floor"), [("0", 1.7), ("698", 3.7)])
def test_who_shares_a_circle_more_often_shares_one_drawn_by_hand(person: str, floor: float):
    """As measured 1.79 and 3.80 times as often as any two."""
    assert odds(found(person), drawn(person)) > floor


@pytest.mark.parametrize("person", ["0", "698"])
@compiled
def test_both_kernels_find_the_same(person: str):
    with use_kernel("numba"):
        expected = found(person)
    with use_kernel("numpy"):
        assert found(person) == expected


@pytest.mark.parametrize("person", ["0", "698"])
def test_circles_that_overlap_agree_with_those_drawn_more_than_by_chance(person: str):
    made, theirs = around(person), drawn(person)
    people = set(made.keys) - {EGO}
    shuffled = dict(
        zip(sorted(people), np.random.default_rng(1).permutation(sorted(people)), strict=True)
    )

    ours = overlapping_circles(made, EGO)
    by_chance = [{shuffled[key] for key in circle} for circle in ours]

    assert omega_index(ours, theirs, people=people) > 0.1
    assert abs(omega_index(by_chance, theirs, people=people)) < 0.05
