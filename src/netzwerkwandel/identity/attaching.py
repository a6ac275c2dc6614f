"""Records that say little: whose they are, if they can be only one person's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations, islice
from operator import attrgetter

from netzwerkwandel.identity.clusters import Clusters
from netzwerkwandel.identity.likeness import NameFit, name_fit
from netzwerkwandel.identity.nodes import (
    Node,
    Who,
    contradict,
    fit_together,
    other_birthday,
)
from netzwerkwandel.identity.shared_keys import KeyKind, may_attach
from netzwerkwandel.model.keys import Key, key_order


Bearers = Mapping[Key, Sequence[int]]
Candidates = dict[int, tuple[int, Key]]
"""Whom a record may belong to: the root of a group, one of it, and the key that both have."""

_ADDRESSES = ("mailto:", "tel:", "linkedin:", "https:")


def stands(node: Node, bearers: Bearers) -> bool:
    """Whether a record says who it is: by a whole name, and an address of that person's own."""
    is_whole = node.name.is_spelt_out and not node.name.is_several
    return is_whole and any(
        node.kind(key) not in {KeyKind.LINE, KeyKind.ROLE}
        for key in node.evidence
        if key.startswith(_ADDRESSES) or len(bearers[key]) > 1
    )


def attaches(one: Node, other: Node, key: Key, bearers: Bearers) -> bool:
    """Whether a record that says little may be of whoever else has one of its keys."""
    if other_birthday(one.born, other.born):
        return False
    if KeyKind.LINE in {one.kind(key), other.kind(key)}:
        # A line of several: only the very same whole name, and a record that knows no more.
        return one.name.is_spelt_out and one.is_called_as(other) and not stands(one, bearers)
    return may_attach(one.name, other.name, key)


class Round:
    """One round of attaching: what stands at its beginning is looked at once, and kept.

    Parameters
    ----------
    nodes : sequence of Node
        All records.
    clusters : Clusters
        Which of them are one person so far.
    bearers : mapping of str to sequence of int
        Who has a key.
    attached : collection of int
        The roots of the groups that may be attached to.
    """

    def __init__(
        self, nodes: Sequence[Node], clusters: Clusters, bearers: Bearers, attached: Collection[int]
    ) -> None:
        self._nodes, self._clusters = nodes, clusters
        self._bearers, self._attached = bearers, attached
        self._whos: dict[int, Counter[Who]] = {}
        self._known: dict[Key, dict[tuple[Who, bool], dict[int, int]]] = {}

    def candidates(self, i: int) -> Candidates:
        """Whom a record may belong to."""
        node, candidates = self._nodes[i], Candidates()
        for key in sorted(node.evidence, key=key_order):
            for j, roots in self._known_at(key):
                if attaches(node, self._nodes[j], key, self._bearers):
                    # Two are enough to know that it is not one: no more are looked at.
                    for root, other in islice(roots.items(), 2):
                        candidates.setdefault(root, (other, key))
        return candidates

    def is_sure(self, i: int, candidates: Candidates) -> bool:
        """Whether those whom a record may belong to are one person."""
        groups = [self._names_of(root) for root in candidates]
        if len(groups) > 1 and any(self._is_line(i, *each) for each in candidates.values()):
            # Father and son have one line and one name: a card with both is either's.
            return False
        best = [max((name for name, _ in whos), key=attrgetter("fullness")) for whos in groups]
        return fit_together(map(frozenset, groups)) and all(
            name_fit(a, b) is NameFit.SAME for a, b in combinations(best, 2)
        )

    def without_conflicts(
        self, sure: Sequence[tuple[int, Candidates]]
    ) -> list[tuple[int, Candidates]]:
        """Leave out whoever contradicts the group, or somebody else who would attach to it."""
        coming, kept = self._coming(sure), []
        for i, candidates in sure:
            who = self._nodes[i].who
            others = Counter[Who]()
            for root in candidates:
                others.update(self._names_of(root))
                others.update(coming[root])
                others[who] -= 1
            met = frozenset(other for other, n in others.items() if n > 0)
            if not any(contradict([who], [other]) for other in met):
                kept.append((i, candidates))
        return kept

    def _coming(self, sure: Sequence[tuple[int, Candidates]]) -> Mapping[int, Counter[Who]]:
        """By what names records would attach to each group."""
        coming: defaultdict[int, Counter[Who]] = defaultdict(Counter)
        for i, candidates in sure:
            for root in candidates:
                coming[root][self._nodes[i].who] += 1
        return coming

    def _known_at(self, key: Key) -> Iterator[tuple[int, Mapping[int, int]]]:
        """The groups that have a key, by what their records say: one record, and one per group."""
        if key not in self._known:
            known: defaultdict[tuple[Who, bool], dict[int, int]] = defaultdict(dict)
            for j in self._bearers[key]:
                root, node = self._clusters.find(j), self._nodes[j]
                if root in self._attached:
                    known[node.who, key in node.lines].setdefault(root, j)
            self._known[key] = known
        for roots in self._known[key].values():
            yield next(iter(roots.values())), roots

    def _names_of(self, root: int) -> Counter[Who]:
        if root not in self._whos:
            members = self._clusters.members(root)
            self._whos[root] = Counter(who for j in members for who in self._nodes[j].known_as)
        return self._whos[root]

    def _is_line(self, i: int, j: int, key: Key) -> bool:
        return KeyKind.LINE in {self._nodes[i].kind(key), self._nodes[j].kind(key)}
