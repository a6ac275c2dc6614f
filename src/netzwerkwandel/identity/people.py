"""Which of the contacts found are one person?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations

import attrs

from netzwerkwandel.identity.clusters import Clusters
from netzwerkwandel.identity.joining import Parse, best_name, is_role_key, joined, key_rank
from netzwerkwandel.identity.names import PersonName, names_compatible, parse_name
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.keys import Key, key_order


_MOST_NAMES = 12

_Pairs = frozenset[tuple[Key, Key]]


@attrs.frozen(eq=False)
class _Found:
    """All records found under one key: one person, whatever else they say."""

    key: Key
    records: tuple[Contact, ...]
    aliases: frozenset[Key]
    evidence: frozenset[Key]


def people(found: Iterable[Contact], merged: _Pairs, kept_apart: _Pairs) -> tuple[Contact, ...]:
    """Join the contacts that are one person; the others stay as they are.

    Records of one key are one person. Then come the decisions, then the aliases that a record
    states, and then the evidence: a shared mail address, phone number or profile. The address of a
    role joins nobody; a key shared by people of different names joins only those of the very same
    name. A pair kept apart is never one person, not through others either. It cannot part a single
    record, though, that has both keys.

    Parameters
    ----------
    found : iterable of Contact
        As the sources gave them, in any order.
    merged, kept_apart : sets of pairs of keys
        What was decided. A key means the record found under it; an address that no record was
        found under means all who have it.

    Returns
    -------
    tuple of Contact
        One for each person, in the order of their keys. Each has as its key the most stable one
        that it was found under, and the others as its aliases.

    Notes
    -----
    The result does not depend on the order of ``found``, and ``people`` of the result is the same
    result. Time grows with the number of contacts and of the keys they share.

    Examples
    --------
    >>> card = Contact(key="card:1", name="Ben Okafor", emails=["Ben@example.org"])
    >>> mail = Contact(key="mailto:ben@example.org", name="Ben", emails=["ben@example.org"])
    >>> people([card, mail], frozenset(), frozenset())
    (Contact('Ben Okafor'),)
    """
    nodes = _nodes(found)
    owner = _owners(nodes)
    bearers = _bearers(nodes, owner)
    clusters = Clusters(len(nodes), _sides(kept_apart, owner, bearers))
    for a, b in sorted(merged):
        clusters.join_all([*_meant(a, owner, bearers), *_meant(b, owner, bearers)])
    for i, node in enumerate(nodes):
        for alias in sorted(node.aliases):
            if not is_role_key(alias):
                clusters.join(i, owner[alias])
    parse = cache(parse_name)
    _join_by_evidence(nodes, bearers, clusters, parse)
    return _contacts(nodes, owner, clusters, parse)


def _nodes(found: Iterable[Contact]) -> list[_Found]:
    records: defaultdict[Key, set[Contact]] = defaultdict(set)
    for contact in found:
        records[contact.key].add(contact)
    return [_node(key, records[key]) for key in sorted(records, key=key_rank)]


def _node(key: Key, records: Iterable[Contact]) -> _Found:
    aliases = frozenset(alias for record in records for alias in record.aliases)
    bare = (attrs.evolve(record, aliases=()) if aliases else record for record in records)
    evidence = frozenset(key for record in bare for key in record.keys)
    return _Found(key, tuple(records), aliases, evidence)


def _owners(nodes: Sequence[_Found]) -> dict[Key, int]:
    """Whom a key names: the record found under it, else the first that states it as an alias."""
    owner = {node.key: i for i, node in enumerate(nodes)}
    for i, node in enumerate(nodes):
        for alias in node.aliases:
            owner.setdefault(alias, i)
    return owner


def _bearers(nodes: Sequence[_Found], owner: Mapping[Key, int]) -> dict[Key, list[int]]:
    bearers: defaultdict[Key, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        for key in node.evidence.union(alias for alias in node.aliases if owner[alias] == i):
            bearers[key].append(i)
    return bearers


def _meant(key: Key, owner: Mapping[Key, int], bearers: Mapping[Key, list[int]]) -> list[int]:
    return [owner[key]] if key in owner else bearers.get(key, [])


def _sides(
    kept_apart: _Pairs, owner: Mapping[Key, int], bearers: Mapping[Key, list[int]]
) -> dict[int, set[int]]:
    sides: defaultdict[int, set[int]] = defaultdict(set)
    for k, (a, b) in enumerate(sorted(kept_apart)):
        these, those = set(_meant(a, owner, bearers)), set(_meant(b, owner, bearers))
        if these & those:
            continue
        for side, who in ((2 * k, these), (2 * k + 1, those)):
            for i in who:
                sides[i].add(side)
    return sides


def _join_by_evidence(
    nodes: Sequence[_Found], bearers: Mapping[Key, list[int]], clusters: Clusters, parse: Parse
) -> None:
    """Join by shared keys until nothing changes: a joined person's name may settle another key."""
    shared = [key for key, who in bearers.items() if len(who) > 1 and not is_role_key(key)]
    shared.sort(key=key_order)
    names = _Names(nodes, clusters, parse)
    pending = shared
    while pending:
        changed: set[int] = set()
        for key in pending:
            roots = clusters.roots(bearers[key])
            for group in _may_be_one(roots, [names.of(i) for i in roots]):
                if clusters.join_all(group):
                    names.follow(group)
                    changed.update(group)
        roots_changed = set(clusters.roots(changed))
        pending = [
            key for key in shared if not roots_changed.isdisjoint(clusters.roots(bearers[key]))
        ]


class _Names:
    """What each group of records is called, kept while groups are joined."""

    def __init__(self, nodes: Sequence[_Found], clusters: Clusters, parse: Parse) -> None:
        self._clusters, self._parse = clusters, parse
        self._counts: dict[int, Counter[str]] = {}
        for i, node in enumerate(nodes):
            counts = self._counts.setdefault(clusters.find(i), Counter())
            counts.update(record.name for record in node.records)
        self._called: dict[int, PersonName] = {}

    def of(self, root: int) -> PersonName:
        if root not in self._called:
            self._called[root] = self._parse(best_name(self._counts[root], self._parse))
        return self._called[root]

    def follow(self, joined_roots: Iterable[int]) -> None:
        for old in joined_roots:
            root = self._clusters.find(old)
            if root != old:
                small, large = sorted((self._counts.pop(old), self._counts[root]), key=len)
                large.update(small)
                self._counts[root] = large
                self._called.pop(root, None)


def _may_be_one(roots: Sequence[int], names: Sequence[PersonName]) -> list[list[int]]:
    """Group those who share a key: all, or where names conflict, those of the very same name."""
    if len(roots) < 2:
        return []
    different = {name.tokens: name for name in names}
    if len(different) <= _MOST_NAMES and all(
        names_compatible(a, b) for a, b in combinations(different.values(), 2)
    ):
        return [list(roots)]
    same: defaultdict[frozenset[str], list[int]] = defaultdict(list)
    for i, name in zip(roots, names, strict=True):
        if name.tokens:
            same[name.tokens].append(i)
    return [group for group in same.values() if len(group) > 1]


def _contacts(
    nodes: Sequence[_Found], owner: Mapping[Key, int], clusters: Clusters, parse: Parse
) -> tuple[Contact, ...]:
    records: defaultdict[int, list[Contact]] = defaultdict(list)
    for i, node in enumerate(nodes):
        records[clusters.find(i)] += node.records
    aliases: defaultdict[int, list[Key]] = defaultdict(list)
    for key, i in owner.items():
        aliases[clusters.find(i)].append(key)
    contacts = [joined(records[root], aliases[root], parse) for root in records]
    return tuple(sorted(contacts, key=lambda contact: contact.key))
