"""Which of the contacts found are one person?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import combinations

import attrs

from netzwerkwandel.identity.clusters import Clusters
from netzwerkwandel.identity.joining import Parse, best_name, is_role_key, joined, key_rank
from netzwerkwandel.identity.names import PersonName, names_compatible, parse_name
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.keys import Key, key_order


_MOST_NAMES = 12
"""A key that people of more names share is compared by whole names only: pairs grow too many."""

Pairs = frozenset[tuple[Key, Key]]


@attrs.frozen(eq=False)
class UnderOneKey:
    """All records found under one key: one person, whatever else they say."""

    key: Key
    records: tuple[Contact, ...]
    aliases: frozenset[Key]
    evidence: frozenset[Key]

    @classmethod
    def of(cls, key: Key, records: Iterable[Contact]) -> UnderOneKey:
        """Gather what records of one key say of other keys: aliases are stated, the rest is met."""
        several = tuple(records)
        aliases = frozenset(alias for record in several for alias in record.aliases)
        bare = (attrs.evolve(record, aliases=()) if aliases else record for record in several)
        return cls(
            key, several, aliases, frozenset(each for record in bare for each in record.keys)
        )


def people(found: Iterable[Contact], merged: Pairs, kept_apart: Pairs) -> tuple[Contact, ...]:
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
    joining = Joining(found, kept_apart)
    joining.join_decided(merged)
    joining.join_by_aliases()
    joining.join_by_evidence()
    return joining.contacts()


class Joining:
    """The contacts found, as nodes that are joined step by step to people.

    Parameters
    ----------
    found : iterable of Contact
        As the sources gave them.
    kept_apart : set of pairs of keys
        Who is never joined.
    """

    def __init__(self, found: Iterable[Contact], kept_apart: Pairs) -> None:
        records: defaultdict[Key, set[Contact]] = defaultdict(set)
        for contact in found:
            records[contact.key].add(contact)
        self._nodes = [UnderOneKey.of(key, records[key]) for key in sorted(records, key=key_rank)]
        # A key names the record found under it, else the first that states it as an alias.
        self._owner = {node.key: i for i, node in enumerate(self._nodes)}
        for i, node in enumerate(self._nodes):
            for alias in node.aliases:
                self._owner.setdefault(alias, i)
        self._bearers: defaultdict[Key, list[int]] = defaultdict(list)
        for i, node in enumerate(self._nodes):
            own = (alias for alias in node.aliases if self._owner[alias] == i)
            for key in node.evidence.union(own):
                self._bearers[key].append(i)
        self._clusters = Clusters(len(self._nodes), self._sides(kept_apart))
        self._parse = cache(parse_name)

    def _meant(self, key: Key) -> list[int]:
        return [self._owner[key]] if key in self._owner else self._bearers.get(key, [])

    def _sides(self, kept_apart: Pairs) -> dict[int, set[int]]:
        """Give the two of pair k the sides 2k and 2k + 1, save where one record is on both."""
        sides: defaultdict[int, set[int]] = defaultdict(set)
        for k, (a, b) in enumerate(sorted(kept_apart)):
            these, those = set(self._meant(a)), set(self._meant(b))
            if these.isdisjoint(those):
                for side, who in ((2 * k, these), (2 * k + 1, those)):
                    for i in who:
                        sides[i].add(side)
        return sides

    def join_decided(self, merged: Pairs) -> None:
        """Join those who were decided to be one."""
        for a, b in sorted(merged):
            self._clusters.join_all([*self._meant(a), *self._meant(b)])

    def join_by_aliases(self) -> None:
        """Join whom a record states to be one; the address of a role joins nobody."""
        for i, node in enumerate(self._nodes):
            for alias in sorted(node.aliases):
                if not is_role_key(alias):
                    self._clusters.join(i, self._owner[alias])

    def join_by_evidence(self) -> None:
        """Join by shared keys until nothing changes: a joined name may settle another key."""
        clusters, bearers = self._clusters, self._bearers
        shared = [key for key, who in bearers.items() if len(who) > 1 and not is_role_key(key)]
        shared.sort(key=key_order)
        names = GroupNames(self._nodes, clusters, self._parse)
        pending = shared
        while pending:
            changed: set[int] = set()
            for key in pending:
                roots = clusters.roots(bearers[key])
                for group in groups_of_one(roots, [names.of(i) for i in roots]):
                    if clusters.join_all(group):
                        names.follow(group)
                        changed.update(group)
            # Only the keys of groups that have changed can join more in the next round.
            roots_changed = set(clusters.roots(changed))
            pending = [
                key for key in shared if not roots_changed.isdisjoint(clusters.roots(bearers[key]))
            ]

    def contacts(self) -> tuple[Contact, ...]:
        """Return one contact for each group, in the order of their keys."""
        records: defaultdict[int, list[Contact]] = defaultdict(list)
        for i, node in enumerate(self._nodes):
            records[self._clusters.find(i)] += node.records
        aliases: defaultdict[int, list[Key]] = defaultdict(list)
        for key, i in self._owner.items():
            aliases[self._clusters.find(i)].append(key)
        contacts = [joined(records[root], aliases[root], self._parse) for root in records]
        return tuple(sorted(contacts, key=lambda contact: contact.key))


class GroupNames:
    """What each group of records is called, kept while groups are joined."""

    def __init__(self, nodes: Sequence[UnderOneKey], clusters: Clusters, parse: Parse) -> None:
        self._clusters, self._parse = clusters, parse
        self._counts: dict[int, Counter[str]] = {}
        for i, node in enumerate(nodes):
            counts = self._counts.setdefault(clusters.find(i), Counter())
            counts.update(record.name for record in node.records)
        self._called: dict[int, PersonName] = {}

    def of(self, root: int) -> PersonName:
        """Return the best name of the group with this smallest member."""
        if root not in self._called:
            self._called[root] = self._parse(best_name(self._counts[root], self._parse))
        return self._called[root]

    def follow(self, joined_roots: Iterable[int]) -> None:
        """Count the names of groups together that have been joined since."""
        for old in joined_roots:
            root = self._clusters.find(old)
            if root != old:
                # The fewer names go into the more, so that a name is moved few times in all.
                small, large = sorted((self._counts.pop(old), self._counts[root]), key=len)
                large.update(small)
                self._counts[root] = large
                self._called.pop(root, None)


def groups_of_one(roots: Sequence[int], names: Sequence[PersonName]) -> list[list[int]]:
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
