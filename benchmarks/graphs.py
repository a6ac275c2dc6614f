"""The networks that are measured on: invented, seeded, the same on every machine, by numpy alone.

Whatever the kind, the people are in no order, no tie is there twice and none leads to oneself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import attrs
import numpy as np
import numpy.typing as npt


IntArray = npt.NDArray[np.int64]
SEED = 20260301


@attrs.frozen(eq=False)
class Edges:
    """The ties of a network, each once, between people from 0 to ``people - 1``."""

    people: int
    source: IntArray
    target: IntArray


def barabasi_albert(people: int, each: int) -> Edges:
    """Newcomers tie themselves to ``each`` people, to popular ones more often.

    In one row stand person 0 and then the two ends of each tie, newcomer and chosen; a newcomer
    chooses any place before her own ties. Where a chosen one stands there, the choice that put her
    there is followed back, for all at once.
    """
    rng = np.random.default_rng(SEED)
    newcomer = np.repeat(np.arange(1, people), each)
    place = rng.integers(0, 2 * each * (newcomer - 1) + 1)
    while np.any(chosen := (place % 2 == 0) & (place > 0)):
        place[chosen] = place[place[chosen] // 2 - 1]
    older = np.where(place == 0, 0, newcomer[place // 2])
    return _simple(people, newcomer, older, rng)


def lfr(people: int, mean_degree: float, mixing: float = 0.3) -> Edges:
    """Communities, after Lancichinetti, Fortunato and Radicchi: degrees and sizes by power laws.

    Degrees have the exponent 2.5, sizes of communities 1.5; ``mixing`` is the share of a person's
    ties that leave her community. A few hundredths of the ties find no room.
    """
    rng = np.random.default_rng(SEED)
    most = min(1_000, people // 4)
    degree = _power_law(rng, people, 2.5, 1, most / 8)
    degree = np.maximum(1, np.rint(degree * mean_degree / degree.mean())).astype(np.int64)
    sizes = _power_law(rng, people // 20 + 1, 1.5, 20, most).astype(np.int64)
    community = np.repeat(np.arange(len(sizes)), sizes)[:people]
    room = np.bincount(community)[community] - 1
    inside = np.minimum(np.rint((1 - mixing) * degree).astype(np.int64), room)
    near = _matching(rng, inside, community)
    far = _matching(rng, degree - inside, np.zeros_like(community))
    return _simple(people, np.r_[near[0], far[0]], np.r_[near[1], far[1]], rng)


def r_mat(people: int, ties: int) -> Edges:
    """Heavy hubs: each tie falls, halving by halving, into one of four quarters (57, 19, 19, 5 %).

    ``people`` is a power of two; of ``ties`` throws, those that hit what was hit are lost.
    """
    rng = np.random.default_rng(SEED)
    a, b = np.zeros(ties, dtype=np.int64), np.zeros(ties, dtype=np.int64)
    for _ in range(people.bit_length() - 1):
        throw = rng.random(ties)
        a = 2 * a + (throw >= 0.76)
        b = 2 * b + ((throw >= 0.57) & (throw < 0.76) | (throw >= 0.95))
    return _simple(people, a, b, rng)


def watts_strogatz(people: int, each: int, moved: float) -> Edges:
    """A ring where everybody knows the next ``each`` people; some ties lead elsewhere instead."""
    rng = np.random.default_rng(SEED)
    a = np.repeat(np.arange(people), each)
    b = (a + np.tile(np.arange(1, each + 1), people)) % people
    elsewhere = rng.random(len(a)) < moved
    b[elsewhere] = rng.integers(0, people, np.count_nonzero(elsewhere))
    return _simple(people, a, b, rng)


def dense(people: int, share: float) -> Edges:
    """Every pair is tied with one chance."""
    rng = np.random.default_rng(SEED)
    a, b = np.triu_indices(people, 1)
    tied = rng.random(len(a)) < share
    return _simple(people, a[tied], b[tied], rng)


def _power_law(
    rng: np.random.Generator, count: int, exponent: float, low: float, high: float
) -> npt.NDArray[np.float64]:
    power = 1 - exponent
    between = low**power + rng.random(count) * (high**power - low**power)
    values: npt.NDArray[np.float64] = between ** (1 / power)
    return values


def _matching(
    rng: np.random.Generator, wanted: IntArray, group: IntArray, rounds: int = 5
) -> tuple[IntArray, IntArray]:
    """Tie people within their groups at random until each has about as many ties as wanted.

    What is a tie to oneself or a second tie is thrown again in the next round.
    """
    people = len(wanted)
    codes = np.zeros(0, dtype=np.int64)
    for _ in range(rounds):
        ends = np.r_[codes // people, codes % people]
        missing = np.repeat(np.arange(people), wanted - np.bincount(ends, minlength=people))
        drawn = missing[np.argsort(group[missing] + rng.random(len(missing)))]
        a, b = drawn[0 : len(drawn) // 2 * 2 : 2], drawn[1::2]
        fits = (a != b) & (group[a] == group[b])
        codes = _distinct(np.r_[codes, _codes(people, a[fits], b[fits])])
    return codes // people, codes % people


def _codes(people: int, a: IntArray, b: IntArray) -> IntArray:
    """One number for each pair, whichever comes first."""
    return np.minimum(a, b) * people + np.maximum(a, b)


def _distinct(codes: IntArray) -> IntArray:
    codes = np.sort(codes)
    return codes[np.r_[True, codes[1:] != codes[:-1]]]


def _simple(people: int, a: IntArray, b: IntArray, rng: np.random.Generator) -> Edges:
    """Number the people anew at random; drop ties to oneself and second ties."""
    number = rng.permutation(people)
    a, b = number[a[a != b]], number[b[a != b]]
    codes = _distinct(_codes(people, a, b))
    return Edges(people, codes // people, codes % people)


@attrs.frozen
class Kind:
    """A kind of network: how it is made for any number of people, and how many are measured."""

    name: str
    people: int
    make: Callable[[int], Edges]

    def small(self) -> Edges:
        """About a thousand people, for checks and for tests."""
        return self.make(min(self.people // 4, 1_024))

    def full(self) -> Edges:
        return self.make(self.people)


def _r_mat(people: int) -> Edges:
    return r_mat(people, int(17.3 * people))


KINDS = {
    "ba": Kind("Barabasi-Albert", 200_000, partial(barabasi_albert, each=10)),
    "lfr": Kind("LFR", 300_000, partial(lfr, mean_degree=17.7)),
    "rmat": Kind("R-MAT", 2**17, _r_mat),
    "ws": Kind("Watts-Strogatz", 500_000, partial(watts_strogatz, each=8, moved=0.1)),
    "dense": Kind("dense", 1_500, partial(dense, share=0.22)),
    "large": Kind("LFR, ten million ties", 1_000_000, partial(lfr, mean_degree=20.9)),
}
