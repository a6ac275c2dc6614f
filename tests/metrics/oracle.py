"""Structural holes in rational arithmetic, straight from the definitions, for the tests.

It knows no package and none of our code: a network is a list of directed arcs (from, to, weight).
Only the hierarchy leaves the rationals, for its logarithms.

Burt, R. S. (1992), Structural Holes, chapter 2. Everett, M. G. and Borgatti, S. P. (2020),
"Unpacking Burt's constraint measure", Social Networks 62, and (2005), "Ego network betweenness",
Social Networks 27.
"""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias


Node: TypeAlias = Hashable
Arc: TypeAlias = tuple[Node, Node, float | Fraction]
Mutual: TypeAlias = Mapping[Node, Mapping[Node, Fraction]]
Table: TypeAlias = Mapping[tuple[Node, Node], Fraction]
Model: TypeAlias = Literal["whole", "ego"]

NAN = math.nan
NOTHING = Fraction(0)


def mutual(arcs: Iterable[Arc], nodes: Iterable[Node] = ()) -> Mutual:
    """Z = A + A^T, without loops: z[i][j] for every j that i is tied to, by an arc or from one."""
    z: dict[Node, dict[Node, Fraction]] = {node: {} for node in nodes}
    for a, b, weight in arcs:
        for i, j in ((a, b), (b, a)):
            own = z.setdefault(i, {})
            if i != j:
                own[j] = own.get(j, NOTHING) + Fraction(weight)
    return z


@dataclass(frozen=True)
class View:
    """What counts for one person: the contacts, p_jk and m_jk of all in the circle."""

    person: Node
    contacts: tuple[Node, ...]
    p: Table
    m: Table


def view(z: Mutual, i: Node, model: Model) -> View:
    """The whole model sums over all ties of a contact, the ego model over those around i only."""
    circle = (i, *z[i])
    p: dict[tuple[Node, Node], Fraction] = {}
    m: dict[tuple[Node, Node], Fraction] = {}
    for j in circle:
        within = {k: w for k, w in z[j].items() if k in circle}
        counted = (z[j] if model == "whole" else within).values()
        for k, w in within.items():
            p[j, k] = w / sum(counted)
            m[j, k] = w / max(counted)
    return View(i, tuple(z[i]), p, m)


def through(v: View, j: Node) -> Fraction:
    """What i puts into j through others: the sum of p_iq p_qj over the other contacts q."""
    steps = ((v.p[v.person, q], v.p.get((q, j))) for q in v.contacts if q != j)
    return sum((first * second for first, second in steps if second), NOTHING)


def dyadic_constraint(v: View, j: Node) -> Fraction:
    """c_ij."""
    return (v.p[v.person, j] + through(v, j)) ** 2


def constraint(v: View) -> Fraction | float:
    """C_i; nan without contacts."""
    return sum(dyadic_constraint(v, j) for j in v.contacts) if v.contacts else NAN


def terms(v: View) -> tuple[Fraction | float, ...]:
    """Everett and Borgatti's three terms: size, density, hierarchy; nan without contacts."""
    if not v.contacts:
        return NAN, NAN, NAN
    pairs = [(v.p[v.person, j], through(v, j)) for j in v.contacts]
    return (
        sum(direct**2 for direct, _ in pairs),
        2 * sum(direct * other for direct, other in pairs),
        sum(other**2 for _, other in pairs),
    )


def largest_constraint(n: int) -> Fraction:
    """The most that n contacts can constrain: all tied, or one of them tied to all others."""
    if n == 1:
        return Fraction(1)
    clique = Fraction((2 * n - 1) ** 2, n**3)
    shadow = Fraction((n + 1) ** 2 * (n * n + 4 * n - 4), 4 * n**4)
    return max(clique, shadow)


def normalised_constraint(v: View) -> Fraction | float:
    """C_i between the least and the most that so many contacts can constrain; 1 for one contact."""
    n = len(v.contacts)
    if n < 2:
        return Fraction(1) if n else NAN
    least = Fraction(1, n)
    return (constraint(v) - least) / (largest_constraint(n) - least)


def redundancy(v: View, j: Node) -> Fraction:
    """red_ij: how much of contact j the other contacts reach too."""
    steps = ((v.p[v.person, q], v.m.get((j, q))) for q in v.contacts if q != j)
    return sum((first * second for first, second in steps if second), NOTHING)


def effective_size(v: View) -> Fraction | float:
    """ES_i; nan without contacts."""
    return sum(1 - redundancy(v, j) for j in v.contacts) if v.contacts else NAN


def efficiency(v: View) -> Fraction | float:
    """ES_i over the number of contacts."""
    return effective_size(v) / len(v.contacts) if v.contacts else NAN


def hierarchy(v: View) -> float:
    """Coleman and Theil's disorder of the c_ij: 0 all equal, 1 all from one contact."""
    n = len(v.contacts)
    if n < 2:
        return 1.0 if n else NAN
    mean = constraint(v) / n
    ratios = [float(dyadic_constraint(v, j) / mean) for j in v.contacts]
    return math.fsum(r * math.log(r) for r in ratios if r) / (n * math.log(n))


def density(z: Mutual, i: Node) -> Fraction | float:
    """Ties among i's contacts over the pairs of them; nan below two contacts."""
    pairs = list(itertools.combinations(z[i], 2))
    return Fraction(sum(k in z[j] for j, k in pairs), len(pairs)) if pairs else NAN


def ego_betweenness(z: Mutual, i: Node) -> Fraction | float:
    """Pairs of contacts not tied, each over the ways of length two between them around i."""
    apart = [(j, k) for j, k in itertools.combinations(z[i], 2) if k not in z[j]]
    ways = (sum(q in z[j] and q in z[k] for q in (i, *z[i])) for j, k in apart)
    return sum((Fraction(1, n) for n in ways), NOTHING) if z[i] else NAN


def simmelian(arcs: Iterable[Arc]) -> dict[tuple[Node, Node], int]:
    """For each pair tied in both directions, how many thirds both are so tied to (Krackhardt)."""
    there = {(a, b) for a, b, _ in arcs if a != b}
    friends: dict[Node, set[Node]] = defaultdict(set)
    for a, b in there:
        if (b, a) in there:
            friends[a].add(b)
    return {(a, b): len(friends[a] & friends[b]) for a in friends for b in friends[a]}
