"""Which of the records that were found are one person?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, combinations, pairwise

import attrs

from netzwerkwandel.identity.attaching import Round, attaches, stands
from netzwerkwandel.identity.clusters import Clusters
from netzwerkwandel.identity.joining import joined, key_rank
from netzwerkwandel.identity.nodes import (
    MOST_NAMES,
    Join,
    JoinReason,
    Node,
    Who,
    as_nodes,
    fit_together,
    other_birthday,
)
from netzwerkwandel.identity.shared_keys import bare_key, is_role_key, is_sure
from netzwerkwandel.model.contact import Contact, known_by
from netzwerkwandel.model.keys import ME, Key, key_order


_ACCOUNT = "linkedin:"
_MOST_PASSES = 8

Pairs = frozenset[tuple[Key, Key]]


def people(found: Iterable[Contact], merged: Pairs, kept_apart: Pairs) -> tuple[Contact, ...]:
    """Join the records that are one person; the others stay as they are.

    Two records join if they share a key and their names fit as one person's (``is_sure``); a record
    that says little, a bare address or an initial, joins whoever else has its key if that can be
    only one (``may_attach``). Decisions come first, then the aliases that a record states. A pair
    kept apart is never one person, not through others either.

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
        that it was found under, and the others as its aliases. Where people of several names were
        found under one key, only one of them has it, and the others have it with their name.

    Notes
    -----
    The result does not depend on the order of ``found``, nor on records that share no key with
    others, and ``people`` of the result is the same result. Time grows with the number of contacts
    and of the keys they share.

    Examples
    --------
    >>> card = Contact(key="card:1", name="Ben Okafor", emails=["Ben@example.org"])
    >>> mail = Contact(key="mailto:ben@example.org", name="Ben", emails=["ben@example.org"])
    >>> people([card, mail], frozenset(), frozenset())
    (Contact('Ben Okafor'),)
    >>> eva = Contact(key="mailto:ben@example.org", name="Eva Okafor", emails=["ben@example.org"])
    >>> [contact.key for contact in people([card, eva], frozenset(), frozenset())]
    ['card:1', 'mailto:ben@example.org']
    """
    return joined_people(found, merged, kept_apart).contacts


@attrs.frozen
class Joined:
    """The people that were found, in the order of their keys, and what joined whom."""

    contacts: tuple[Contact, ...]
    joins: tuple[Join, ...]


def joined_people(found: Iterable[Contact], merged: Pairs, kept_apart: Pairs) -> Joined:
    """As ``people``, with what joined whom."""
    alone, several = _parted(found, {key for pair in merged | kept_apart for key in pair})
    joining = joined_once(several, merged, kept_apart)
    people, joins = joining.by_root(), joining.joins()
    # Of two who were joined less is told than of each of them alone, so that somebody who shares an
    # address with them, and could be either, may be one person with both now.
    unsettled = {people.pop(root) for root in joining.unsettled()}
    settled = list(people.values())
    for _ in range(_MOST_PASSES if unsettled else 0):
        joining = joined_once(unsettled, merged, kept_apart)
        fresh = set(joining.by_root().values())
        if fresh == unsettled:
            break
        unsettled, joins = fresh, (*joins, *joining.joins())
    contacts = sorted([*alone, *settled, *unsettled], key=lambda contact: contact.key)
    return Joined(tuple(contacts), joins)


def _parted(
    found: Iterable[Contact], decided: AbstractSet[Key]
) -> tuple[list[Contact], list[Contact]]:
    """Those who share no key with anybody, so that each is a person as she is, and the others."""
    found = list(found)
    known = [_with_bare(known_by(each)) for each in found]
    met = Counter(chain.from_iterable(known))
    shared = {key for key, times in met.items() if times > 1}.union(decided)
    alone: list[Contact] = []
    several: list[Contact] = []
    for each, keys in zip(found, known, strict=True):
        is_alone = shared.isdisjoint(keys) and each.key not in each.aliases
        (alone if is_alone else several).append(each)
    return alone, several


def _with_bare(keys: Collection[Key]) -> Collection[Key]:
    """Some keys, and those without the name behind them."""
    return {*keys, *map(bare_key, keys)} if "#" in "".join(keys) else keys


def joined_once(found: Iterable[Contact], merged: Pairs, kept_apart: Pairs) -> Joining:
    """Join the records in one go, step by step."""
    joining = Joining(as_nodes(found), kept_apart)
    joining.join_decided(merged)
    joining.join_by_aliases()
    if joining.links:
        # What was decided or stated to be one is one record from here on, with one name.
        joining = Joining(joining.nodes_of_stated(), kept_apart, joining.joins())
        joining.join_decided(merged)
        joining.join_by_aliases()
    joining.join_whole_names()
    joining.attach_the_rest()
    return joining


class Joining:
    """The records found, as nodes that are joined step by step to people.

    Parameters
    ----------
    nodes : sequence of Node
        The records, in the order of ``as_nodes``.
    kept_apart : set of pairs of keys
        Who is never joined.
    before : sequence of Join
        What made some of these records one already.
    """

    def __init__(
        self, nodes: Sequence[Node], kept_apart: Pairs, before: Sequence[Join] = ()
    ) -> None:
        self.nodes, self._before = nodes, before
        # A key names the first of its nodes, else the first that states it as an alias.
        self._owner: dict[Key, int] = {}
        self._at: defaultdict[Key, list[int]] = defaultdict(list)
        for i, node in enumerate(self.nodes):
            self._owner[node.id] = i
            self._owner.setdefault(node.key, i)
            self._at[node.key].append(i)
        claims: defaultdict[Key, set[Key]] = defaultdict(set)
        for node in self.nodes:
            for alias in node.aliases if node.key.startswith(_ACCOUNT) else ():
                claims[alias].add(node.key)
        # An account has one owner: what two of them state joins neither, and is asked about. It
        # still names one of them, or who is told of by that key would be nobody.
        self._contested = {alias for alias, accounts in claims.items() if len(accounts) > 1}
        for i, node in enumerate(self.nodes):
            for alias in sorted(node.aliases):
                self._owner.setdefault(alias, i)
        self._bearers: defaultdict[Key, list[int]] = defaultdict(list)
        for i, node in enumerate(self.nodes):
            stated = node.aliases - self._contested
            own = (alias for alias in stated if self._owner.get(alias) == i)
            for key in node.evidence.union(own):
                self._bearers[key].append(i)
        self._shared = sorted(
            (k for k, who in self._bearers.items() if len(who) > 1), key=key_order
        )
        self._decided = {key for pair in kept_apart for key in pair}
        self._clusters = Clusters(len(self.nodes), self._sides(kept_apart))
        self.links: list[tuple[int, int, JoinReason]] = []

    def _meant(self, key: Key) -> list[int]:
        if key in self._owner:
            return [self._owner[key]]
        return self._bearers.get(key, [])

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
        """Join those who were decided to be one; under a key of the owner, all of its records."""
        self._decided.update(key for pair in merged for key in pair)
        for a, b in sorted(merged):
            whole = ME in (a, b)
            one, other = (
                self._at[key] if whole and key in self._at else self._meant(key) for key in (a, b)
            )
            several = [*one, *other]
            self._clusters.join_all(several)
            self.links += [(several[0], i, JoinReason.DECIDED) for i in several[1:]]

    def join_by_aliases(self) -> None:
        """Join whom a record states to be one; the address of a role joins nobody."""
        for i, node in enumerate(self.nodes):
            for alias in sorted(node.aliases - self._contested):
                j = self._owner[alias]
                if not is_role_key(alias) and i != j and self._clusters.join(i, j):
                    self.links.append((i, j, JoinReason.STATED))

    def join_whole_names(self) -> None:
        """Join whole names that share a key; a group that contradicts itself only by equal names.

        Fitting is not transitive: Anna Maria may be Anna and may be Maria, who are two. So what is
        sure is collected first, and then looked at as a whole: the result depends on no order.
        """
        sure = [pair for key in self._shared for pair in self._sure_pairs(key)]
        equal = [pair for pair in sure if self.nodes[pair[0]].is_called_as(self.nodes[pair[1]])]
        for pairs in (self._consistent(sure), self._consistent(equal)):
            for i, j, key in pairs:
                self._join(i, j, key)

    def _sure_pairs(self, key: Key) -> Iterator[tuple[int, int, Key]]:
        """Pairs that one key makes one; of those of one name, each with the next."""
        bearers = self._bearers[key]
        by_who: defaultdict[Who, list[int]] = defaultdict(list)
        for i in bearers:
            if self.nodes[i].name.is_spelt_out and key not in self.nodes[i].lines:
                by_who[self.nodes[i].who].append(i)
        for same in by_who.values():
            if len(same) > 1 and is_sure(self.nodes[same[0]].name, self.nodes[same[0]].name, key):
                yield from ((i, j, key) for i, j in pairwise(same))
        if len(by_who) <= MOST_NAMES:
            for (one, these), (other, those) in combinations(by_who.items(), 2):
                if is_sure(one[0], other[0], key) and not other_birthday(one[1], other[1]):
                    yield these[0], those[0], key

    def _consistent(self, pairs: Sequence[tuple[int, int, Key]]) -> list[tuple[int, int, Key]]:
        """Those pairs of which the groups that they would make contradict themselves nowhere."""
        trial = Clusters(len(self.nodes), {})
        for i, j, _ in pairs:
            trial.join(self._clusters.find(i), self._clusters.find(j))
        groups: defaultdict[int, set[int]] = defaultdict(set)
        for i in {i for pair in pairs for i in pair[:2]}:
            groups[trial.find(self._clusters.find(i))].add(self._clusters.find(i))
        good = {root for root, of in groups.items() if fit_together(map(self._known_as, of))}
        return [pair for pair in pairs if trial.find(self._clusters.find(pair[0])) in good]

    def _known_as(self, root: int) -> frozenset[Who]:
        members = self._clusters.members(root)
        return frozenset(who for i in members for who in self.nodes[i].known_as)

    def _join(self, i: int, j: int, key: Key) -> bool:
        if self._clusters.find(i) == self._clusters.find(j):
            return False
        joined = self._clusters.join(i, j)
        if joined:
            self.links.append((i, j, JoinReason.of(key)))
        return joined

    def attach_the_rest(self) -> None:
        """Attach records that say little to the one person who has their key, round by round.

        A round looks at all of them as things stand before it, so that no order matters; whoever
        was attached brings keys along, by which the next may attach. Then those that are left join
        each other: bare addresses of nobody who is known by name.
        """
        find = self._clusters.find
        attached = {find(i) for i, each in enumerate(self.nodes) if stands(each, self._bearers)}
        weak = {i for i in range(len(self.nodes)) if find(i) not in attached}
        pending = {
            i for i in weak if any(len(self._bearers[k]) > 1 for k in self.nodes[i].evidence)
        }
        doubtful: set[int] = set()
        while pending:
            round_, sure = Round(self.nodes, self._clusters, self._bearers, attached), []
            for i in sorted(pending):
                candidates = round_.candidates(i)
                if candidates and round_.is_sure(i, candidates):
                    sure.append((i, candidates))
                elif candidates:
                    doubtful.add(i)
            new = round_.without_conflicts(sure)
            for i, candidates in new:
                for j, key in candidates.values():
                    self._join(i, j, key)
            weak.difference_update(i for i, _ in new)
            attached.update(find(i) for i, _ in new)
            pending = {
                j for i, _ in new for k in self.nodes[i].evidence for j in self._bearers[k]
            } & weak
        self._join_the_nameless(weak - doubtful)

    def _join_the_nameless(self, weak: set[int]) -> None:
        """Join what is left where it shares a key and its names, if any, fit."""
        pairs = [pair for key in self._shared for pair in self._pairs_that_fit(key, weak)]
        equal = [pair for pair in pairs if self.nodes[pair[0]].who == self.nodes[pair[1]].who]
        for fitting in (self._consistent(pairs), self._consistent(equal)):
            for i, j, key in fitting:
                self._join(i, j, key)

    def _pairs_that_fit(self, key: Key, weak: set[int]) -> Iterator[tuple[int, int, Key]]:
        """Pairs of records that a key makes one; of those of one name, each with the next."""
        by_who: defaultdict[Who, list[int]] = defaultdict(list)
        for i in self._bearers[key]:
            if i in weak:
                by_who[self.nodes[i].who].append(i)
        told = [pair for same in by_who.values() for pair in pairwise(same)]
        if len(by_who) <= MOST_NAMES:
            told += [(these[0], those[0]) for these, those in combinations(by_who.values(), 2)]
        for i, j in told:
            if attaches(self.nodes[i], self.nodes[j], key, self._bearers):
                yield i, j, key

    def joins(self) -> tuple[Join, ...]:
        """Return what joined whom, as far as the two are one."""
        find = self._clusters.find
        told = sorted({(min(i, j), max(i, j), why) for i, j, why in self.links if i != j})
        joins = (
            Join(self._record(i), self._record(j), why) for i, j, why in told if find(i) == find(j)
        )
        return (*self._before, *joins)

    def nodes_of_stated(self) -> list[Node]:
        """The records again, those that are one by now as one record."""
        # Who was found under a key with a name behind it may have the id of another for her key.
        ids = Counter(key for each in self.nodes for key in {each.id, each.key})
        alone = {
            i: node
            for i, node in enumerate(self.nodes)
            if len(self._clusters.members(i)) == 1 and ids[node.key] == ids[node.id] == 1
        }
        told = self.by_root().items()
        others = as_nodes(contact for root, contact in told if root not in alone)
        return sorted([*alone.values(), *others], key=lambda node: key_rank(node.key))

    def _record(self, i: int) -> Contact:
        node = self.nodes[i]
        return attrs.evolve(node.records[0], key=node.id)

    def unsettled(self) -> set[int]:
        """The groups that share a key with others where one of them is of several records.

        With them those who share keys with these, and so on: what they are hangs on each other.
        """
        find, near = self._clusters.find, Clusters(len(self.nodes), {})
        open_ = []
        for key in self._shared:
            roots = self._clusters.roots(self._bearers[key])
            for one, other in pairwise(roots):
                near.join(one, other)
            if len(roots) > 1 and any(len(self._clusters.members(root)) > 1 for root in roots):
                open_.append(roots[0])
        return {find(i) for root in open_ for i in near.members(root)}

    def by_root(self) -> dict[int, Contact]:
        """Return one contact for each group, by its first record."""
        records: defaultdict[int, list[Contact]] = defaultdict(list)
        aliases: defaultdict[int, list[Key]] = defaultdict(list)
        find = self._clusters.find
        for key, i in self._owner.items():
            # Hers is the key with her name behind it only where the bare key is somebody else's, or
            # where a decision names her by it.
            at = self.nodes[i].key
            is_hers = key == at or key in self.nodes[i].aliases or key in self._decided
            if is_hers or find(self._owner[at]) != find(i):
                aliases[find(i)].append(key)
        for i, node in enumerate(self.nodes):
            is_own = find(self._owner[node.key]) == find(i)
            records[find(i)] += node.records_by(node.key if is_own else node.id)
        return {root: joined(records[root], aliases[root]) for root in records}
