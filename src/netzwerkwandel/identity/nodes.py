"""The records that were found, by key and name: what joining begins with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum, unique
from itertools import combinations

import attrs

from netzwerkwandel.identity.joining import key_rank
from netzwerkwandel.identity.likeness import NameFit, name_fit
from netzwerkwandel.identity.names import parse_name
from netzwerkwandel.identity.person_name import PersonName
from netzwerkwandel.identity.shared_keys import KeyKind, bare_key, key_kind
from netzwerkwandel.model.contact import Contact, in_contact_order
from netzwerkwandel.model.keys import ME, Key, phone_key


MOST_NAMES = 12
"""A key that people of more names share is compared by whole names only: pairs grow too many."""

Who = tuple[PersonName, str]
"""A name and a birthday: what of a record says whose it is."""


@attrs.frozen(eq=False)
class Node:
    """All records of one name under one key: surely one person, and the smallest thing joined.

    Parameters
    ----------
    id : str
        The key; where records of several names were found under it, the name behind it as well.
    key : str
        The key.
    name : PersonName
        Her name.
    born : str
        Her birthday, where it is known.
    records : tuple of Contact
        As they were found.
    aliases, evidence : frozenset of str
        Keys that a record states to be hers, and those that she has by her addresses.
    lines : frozenset of str
        Of the evidence what others may share, as her record says: numbers at work.
    known_as : frozenset of Who
        Her name, and the whole ones by which she was known where several records became this one.
    """

    id: Key
    key: Key
    name: PersonName
    born: str
    records: tuple[Contact, ...]
    aliases: frozenset[Key]
    evidence: frozenset[Key]
    lines: frozenset[Key]
    known_as: frozenset[Who]

    @classmethod
    def of(cls, id_: Key, who: Who, records: Sequence[Contact]) -> Node:
        """Gather what records say of other keys: aliases are stated, the rest is met."""
        aliases = frozenset(alias for record in records for alias in record.aliases)
        bare = (attrs.evolve(record, aliases=()) if aliases else record for record in records)
        lines = (phone_key(number) for record in records for number in record.work_phones)
        others = {parse_name(each) for record in records for each in record.nicknames}
        return cls(
            id=id_,
            key=records[0].key,
            name=who[0],
            born=who[1],
            records=in_contact_order(records),
            aliases=aliases,
            evidence=frozenset(bare_key(key) for record in bare for key in record.keys),
            lines=frozenset(key for key in lines if key is not None),
            known_as=frozenset([who, *((name, who[1]) for name in others if name.is_spelt_out)]),
        )

    @property
    def who(self) -> Who:
        """The name and the birthday."""
        return self.name, self.born

    def records_by(self, key: Key) -> tuple[Contact, ...]:
        """The records, under the key by which she is known."""
        if key == self.key:
            return self.records
        return tuple(attrs.evolve(record, key=key) for record in self.records)

    def kind(self, key: Key) -> KeyKind:
        """Whose a key is; a number at work is a line that others share."""
        return KeyKind.LINE if key in self.lines else key_kind(key)

    def is_called_as(self, other: Node) -> bool:
        """Whether two records are of the very same name."""
        return self.name.tokens == other.name.tokens and self.name.suffix == other.name.suffix


@unique
class JoinReason(StrEnum):
    """What made two records one person."""

    DECIDED = "decided"
    STATED = "stated by a record"
    MAIL = "same mail address"
    PHONE = "same phone number"
    PROFILE = "same profile"
    SAME_KEY = "same record of a source"

    @classmethod
    def of(cls, key: Key) -> JoinReason:
        """Return the reason that a key is which two records have."""
        kinds = {
            "mailto": cls.MAIL,
            "tel": cls.PHONE,
            "linkedin": cls.PROFILE,
            "https": cls.PROFILE,
        }
        return kinds.get(key.partition(":")[0], cls.SAME_KEY)


@attrs.frozen
class Join:
    """Two records of one person, and what joined them; ``keep_apart(join.a, join.b)`` undoes it.

    Parameters
    ----------
    a, b : Contact
        The records as they were found. Where records of several names were found under one key,
        that of each has the name behind it.
    reason : JoinReason
        What joined them.

    Examples
    --------
    >>> ben = Contact(key="card:1", name="Ben Okafor")
    >>> str(Join(ben, Contact(key="card:2", name="Ben"), JoinReason.MAIL).reason)
    'same mail address'
    """

    a: Contact
    b: Contact
    reason: JoinReason


def as_nodes(found: Iterable[Contact]) -> list[Node]:
    """Gather the records found: one node for each name under each key, the stablest key first."""
    under: defaultdict[Key, set[Contact]] = defaultdict(set)
    for contact in found:
        under[contact.key].add(contact)
    nodes = []
    for key in sorted(under, key=key_rank):
        by_who: defaultdict[Who, list[Contact]] = defaultdict(list)
        for record in under[key]:
            # The owner is one, whatever she is called anywhere.
            who = (PersonName(), "") if key == ME else (parse_name(record.name), record.born)
            by_who[who].append(record)
        if len(by_who) == 1:
            nodes += [Node.of(key, who, records) for who, records in by_who.items()]
            continue
        # The key itself is of whoever has no name, else of whoever is known by nothing else.
        ranked = sorted(
            by_who.items(),
            key=lambda each: (
                bool(each[0][0].tokens),
                min(len(record.keys) + bool(record.organisation) for record in each[1]),
                not each[0][0].is_full,
                name_text(each[0]),
            ),
        )
        for place, (who, records) in enumerate(ranked):
            nodes.append(Node.of(f"{key}#{name_text(who)}" if place else key, who, records))
    return nodes


def contradict(these: Iterable[Who], those: Iterable[Who]) -> bool:
    """Whether no name of the one group fits any of the other, or two birthdays differ."""
    pairs = [(a, b) for a in these for b in those]
    if all(other_birthday(a[1], b[1]) for a, b in pairs):
        return True
    return all(name_fit(a[0], b[0]) is NameFit.CONTRADICTS for a, b in pairs)


def fit_together(groups: Iterable[frozenset[Who]]) -> bool:
    """Say whether no two of some groups contradict each other; within one it is decided already.

    Of many names nothing is said: pairs grow too many.
    """
    names = list(dict.fromkeys(groups))
    return len(names) <= MOST_NAMES and not any(
        contradict(one, other) for one, other in combinations(names, 2)
    )


def other_birthday(a: str, b: str) -> bool:
    """Say whether two birthdays, as far as they are known, are two people's.

    Examples
    --------
    >>> other_birthday("1950-04-01", "1982-09-13"), other_birthday("1950-04-01", "--04-01")
    (True, False)
    """
    if not a or not b:
        return False
    return a[-5:] != b[-5:] or (not (a.startswith("-") or b.startswith("-")) and a != b)


def name_text(who: Who) -> str:
    """Put a name and a birthday into one text, to order by and to put behind a key."""
    name, born = who
    return " ".join(filter(None, (*name.given, *name.family, *name.also, name.suffix, born)))
