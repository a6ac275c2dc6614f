from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import combinations, groupby
from operator import itemgetter

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.model import Key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network import FloatArray, IntArray, Network
from netzwerkwandel.network.csr import Csr


SMALLEST = 3
"""People of a circle: two who know each other are a tie."""
_ROUNDING = 1e-12


def overlapping_circles(
    network: Network, ego: Key | int | None = None
) -> tuple[frozenset[Key], ...]:
    r"""Which circles does a person move in, where somebody may belong to several of them?

    An old classmate who works for the same firm is in two circles. The ties among the contacts, not
    the contacts, are grouped [1]_: two ties (i, k) and (j, k) are alike by

    .. math:: S = \frac{|n_+(i) \cap n_+(j)|}{|n_+(i) \cup n_+(j)|}

    with :math:`n_+(i)` the contact i and whoever is tied to her, and groups are joined, the most
    alike ties first, as far as the partition density is greatest:

    .. math:: D = \frac{2}{M} \sum_c m_c \frac{m_c - (n_c - 1)}{(n_c - 2) (n_c - 1)}

    where the group *c* has :math:`m_c` of the *M* ties, between :math:`n_c` people.

    Parameters
    ----------
    network : Network
        Who is tied to whom; weights do not matter.
    ego : str, int or None
        The person: a key, an index, or None for the one whose data this is.

    Returns
    -------
    tuple of frozenset of str
        The keys of the contacts of each circle of three at least, larger ones first, then by the
        first key in them. A contact may be in several, or in none.

    Raises
    ------
    InvalidArgumentError
        If the network is none.
    NotFoundError
        If nobody has the key.
    InvalidNetworkError
        If the network is nobody's and no ego is named.

    See Also
    --------
    circles : Each contact in one circle, by modularity.
    omega_index : How well two such divisions agree.

    Notes
    -----
    Of all groupings that joining the most alike ties goes through, the one of greatest density is
    taken; where several are, the first, with most circles. Time grows with the ties among the
    contacts times the contacts that each of them has, and memory with the square of the number of
    contacts who know another: 400 MB for 10,000 of them.

    References
    ----------
    .. [1] Ahn, Y.-Y., Bagrow, J. P., Lehmann, S. (2010). "Link communities reveal multiscale
       complexity in networks." Nature 466, 761-764. https://doi.org/10.1038/nature09182

    Examples
    --------
    Ben sings with Ada and Cem, and works with Eva and Fay.

    >>> choir, work = ["ab", "ac", "bc"], ["be", "bf", "ef"]
    >>> mara = ["mara"] * 5, list("abcef")
    >>> ties = [*choir, *work]
    >>> source, target = [a for a, _ in ties] + mara[0], [b for _, b in ties] + mara[1]
    >>> network = Network.from_edges(source, target)
    >>> [sorted(circle) for circle in overlapping_circles(network, "mara")]
    [['a', 'b', 'c'], ['b', 'e', 'f']]
    """
    check_kind("network", network, Network)
    ties = network.ties_of(ego)
    keys = [network.keys[i] for i in ties.target.tolist()]
    among = network.csr.alters(np.unique(ties.source))
    once = among.sources < among.indices
    ends = np.stack([among.sources[once], among.indices[once]], axis=1)
    found = (frozenset(keys[i] for i in circle) for circle in _dense_groups(among, ends))
    return tuple(sorted(found, key=lambda circle: (-len(circle), sorted(circle))))


def omega_index(
    a: Iterable[AbstractSet[Key]],
    b: Iterable[AbstractSet[Key]],
    *,
    people: Iterable[Key] | None = None,
) -> float:
    r"""How well do two divisions into circles agree, where somebody may be in several?

    .. math:: \omega = \frac{o - e}{1 - e}

    with *o* the share of pairs of people who are together in as many circles of the one division as
    of the other, and *e* what it would be by chance, if the pairs of each fell at random [1]_.
    Where nobody is in two circles it is the adjusted Rand index.

    Parameters
    ----------
    a, b : sequences of sets of str
        The circles, by the keys of their people.
    people : sequence of str, optional
        Everybody who could be in one; by default those who are in one of either division.

    Returns
    -------
    float
        At most 1, where they are the same; about 0, or below, where they agree no more than by
        chance. nan below two people, or where chance leaves no room, as where nobody is together
        with anybody in either.

    Raises
    ------
    InvalidArgumentError
        If a circle is no set of keys, or somebody in it is not among the people.

    References
    ----------
    .. [1] Collins, L. M., Dent, C. W. (1988). "Omega: A General Formulation of the Rand Index of
       Cluster Recovery Suitable for Non-disjoint Solutions." Multivariate Behavioral Research
       23(2), 231-242. https://doi.org/10.1207/s15327906mbr2302_6

    Examples
    --------
    >>> omega_index([{"ada", "ben"}, {"cem", "dan"}], [{"ada", "ben"}, {"cem", "dan"}])
    1.0
    >>> omega_index([{"ada", "ben"}, {"cem", "dan"}], [{"ada", "cem"}, {"ben", "dan"}])
    -0.5
    """
    divisions = _circles_of("a", a), _circles_of("b", b)
    there = frozenset().union(*divisions[0], *divisions[1])
    everybody = there if people is None else _keys_of("people", people)
    if unknown := there - everybody:
        raise InvalidArgumentError(
            f"people must have everybody of a and b, got none of the key {shown(min(unknown))}"
        )
    pairs = len(everybody) * (len(everybody) - 1) // 2
    if not pairs:
        return float("nan")
    together = [
        Counter(pair for circle in division for pair in combinations(sorted(circle), 2))
        for division in divisions
    ]
    in_either = together[0].keys() | together[1].keys()
    alike = sum(together[0][pair] == together[1][pair] for pair in in_either)
    observed = pairs - len(in_either) + alike
    # How many pairs are together in 1, 2, ... circles of each; all others in none.
    by_number = [Counter(each.values()) for each in together]
    for each, number in zip(together, by_number, strict=True):
        number[0] = pairs - len(each)
    # In whole numbers: o is observed / pairs, and e is chance / pairs**2.
    chance = sum(by_number[0][n] * by_number[1][n] for n in by_number[0])
    room = pairs**2 - chance
    return (observed * pairs - chance) / room if room else float("nan")


def _circles_of(name: str, circles: object) -> list[frozenset[Key]]:
    if isinstance(circles, str) or not isinstance(circles, Iterable):
        raise InvalidArgumentError(f"{name} must be a list of sets of keys, got {shown(circles)}")
    found = list(circles)
    for circle in found:
        if not isinstance(circle, AbstractSet):
            raise InvalidArgumentError(f"{name} must be sets of keys, got {shown(circle)}")
    return [_keys_of(name, circle) for circle in found]


def _keys_of(name: str, keys: object) -> frozenset[Key]:
    listed = list(keys) if isinstance(keys, Iterable) and not isinstance(keys, str) else [keys]
    if any(not isinstance(key, str) for key in listed):
        raise InvalidArgumentError(f"{name} must be told by keys, got {shown(listed)}")
    return frozenset(str(key) for key in listed)


def _dense_groups(among: Csr, ends: IntArray) -> list[set[int]]:
    """The people of each group of ties, where the partition density is greatest."""
    steps = [list(level) for _, level in groupby(_joins(among, ends), key=itemgetter(0))]
    best, most = 0, 0.0
    groups = _Groups.of(ends)
    for number, level in enumerate(steps, start=1):
        groups.join(level)
        if groups.density > most + _ROUNDING * len(ends):
            best, most = number, groups.density
    groups = _Groups.of(ends)
    for level in steps[:best]:
        groups.join(level)
    return [people for people in groups.people.values() if len(people) >= SMALLEST]


def _joins(among: Csr, ends: IntArray) -> Iterator[tuple[float, int, int]]:
    """Which ties are joined at which likeness, the most alike first.

    Among the ties of one contact the joins of a greatest spanning tree say who is in one group at
    any likeness, so that few of the pairs are looked at.
    """
    number = {(a, b): i for i, (a, b) in enumerate(ends.tolist())}
    # Who knows nobody among the contacts is left out; the others are each near herself, too.
    size = among.degree[among.degree > 0] + 1
    place = np.cumsum(among.degree > 0) - 1
    are_near = np.eye(len(size), dtype=np.float32)
    are_near[place[among.sources], place[among.indices]] = 1.0
    shared = are_near @ are_near.T
    alike: FloatArray = shared / (size[:, None] + size[None, :] - shared)
    found = []
    for k in np.flatnonzero(among.degree > 1).tolist():
        near = among.indices[among.indptr[k] : among.indptr[k + 1]]
        tie = [number[min(k, i), max(k, i)] for i in near.tolist()]
        for likeness, i, j in _spanning_tree(alike[np.ix_(place[near], place[near])]):
            found.append((likeness, tie[i], tie[j]))
    return iter(sorted(found, key=lambda join: (-join[0], join[1], join[2])))


def _spanning_tree(alike: FloatArray) -> Iterator[tuple[float, int, int]]:
    """The joins of a spanning tree of greatest likeness, by Prim: each joins one more."""
    best, reached = alike[0].copy(), np.zeros(len(alike), dtype=np.int64)
    best[0] = -1.0
    for _ in range(len(alike) - 1):
        new = int(best.argmax())
        yield float(best[new]), int(reached[new]), new
        closer = (alike[new] > best) & (best >= 0)
        reached[closer] = new
        best = np.where(closer, alike[new], best)
        best[new] = -1.0


@attrs.define(eq=False)
class _Groups:
    """Groups of ties as they are joined, with who is in each, and how dense they are together."""

    leads: list[int]
    ties: dict[int, int]
    people: dict[int, set[int]]
    total: float = 0.0

    @classmethod
    def of(cls, ends: IntArray) -> _Groups:
        n = len(ends)
        return cls(
            list(range(n)), dict.fromkeys(range(n), 1), dict(enumerate(map(set, ends.tolist())))
        )

    @property
    def density(self) -> float:
        """D times the number of ties, over 2."""
        return self.total

    def join(self, joins: Iterable[tuple[float, int, int]]) -> None:
        """Join the groups of pairs of ties."""
        for _, a, b in joins:
            one, other = self._first(a), self._first(b)
            if one == other:
                continue
            if len(self.people[one]) < len(self.people[other]):
                one, other = other, one
            self.total -= self._dense(one) + self._dense(other)
            self.leads[other] = one
            self.ties[one] += self.ties.pop(other)
            self.people[one] |= self.people.pop(other)
            self.total += self._dense(one)

    def _first(self, tie: int) -> int:
        while self.leads[tie] != tie:
            self.leads[tie] = self.leads[self.leads[tie]]
            tie = self.leads[tie]
        return tie

    def _dense(self, group: int) -> float:
        ties, people = self.ties[group], len(self.people[group])
        return ties * (ties - people + 1) / ((people - 2) * (people - 1)) if people > 2 else 0.0
