"""The people of an address book, and how they are related to each other and to its owner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import chain

from netzwerkwandel.model import ME, Contact, Key, Relation, SkipReason, Tie
from netzwerkwandel.model.keys import email_key, phone_key
from netzwerkwandel.sources.address_book.entry import Entry
from netzwerkwandel.sources.keys import digest
from netzwerkwandel.sources.reading import Reading, contact_at
from netzwerkwandel.sources.tally import Tally


class Book:
    """The people of an address book: gathers their entries, several for some of them.

    Everyone in the book is known to its owner, save shops and services. An address book says
    nothing of contact in time.

    Parameters
    ----------
    tally : Tally
        Counts the entries.
    relation : Relation or None
        What everyone in the book is to its owner; None where the book does not say that she knows
        them. The names of acquaintances are those under which she saved them herself.

    Examples
    --------
    >>> from netzwerkwandel.sources.tally import Tally
    >>> book = Book(Tally("index cards", "cards.txt"))
    >>> book.add(Entry(name="Ben Okafor", emails=("ben@example.org",)))
    >>> book.reading().contacts
    (Contact('Ben Okafor'),)
    """

    def __init__(self, tally: Tally, relation: Relation | None = Relation.ACQUAINTANCE) -> None:
        self._tally = tally
        self._known_as = frozenset() if relation is None else frozenset([relation])
        self._entries: dict[Key, list[Entry]] = {}
        self._whose: dict[Key, tuple[str, str]] = {}

    def add(self, entry: Entry) -> None:
        """Add an entry, if it is that of a person, and count it."""
        if not entry.is_person:
            self._tally.addresses.update(entry.keys)
            self._tally.skip(SkipReason.NOT_A_PERSON)
            return
        if not entry.name and not entry.keys:
            self._tally.skip(SkipReason.ANONYMOUS)
            return
        key = self._own_key(entry)
        if key in self._entries:
            self._tally.skip(SkipReason.DUPLICATE)
        else:
            self._tally.use()
        self._entries.setdefault(key, []).append(entry)
        name, born = self._whose.get(key, ("", ""))
        self._whose[key] = (name or entry.name.casefold(), born or entry.born)
        self._tally.addresses.update(entry.keys or [key])

    def _own_key(self, entry: Entry) -> Key:
        """Choose a key that no one of another name or birthday has: a shared one merges nobody."""
        if entry.keys and self._may_have(entry.keys[0], entry):
            return entry.keys[0]
        described = (entry.name.casefold(), entry.organisation.casefold())
        key = "vcard:" + digest(*([entry.uid] if entry.uid else described))
        if self._may_have(key, entry):
            return key
        return "vcard:" + digest(entry.uid, *described, entry.born)

    def _may_have(self, key: Key, entry: Entry) -> bool:
        """Say whether nobody of another name or birthday has a key."""
        name, born = entry.name.casefold(), entry.born
        its_name, its_day = self._whose.get(key, ("", ""))
        is_name = not (name and its_name) or name == its_name
        return is_name and not (born and its_day and born != its_day)

    def reading(self) -> Reading:
        """Make the records of all entries, and the report."""
        contacts = {key: self._contact(key) for key in self._entries}
        ties = self._ties(contacts)
        self._tally.addresses.update(contacts.keys() - self._entries.keys())
        return Reading(
            report=self._tally.report(),
            contacts=[contacts[key] for key in sorted(contacts)],
            ties=[
                Tie(a=a, b=b, relations=stated, since=self._since(b) if a == ME else None)
                for (a, b), stated in sorted(ties.items())
            ],
            is_address_book=self._known_as == {Relation.ACQUAINTANCE},
        )

    def _contact(self, key: Key) -> Contact:
        same = self._entries[key]
        return Contact(
            key=key,
            name=_first(same, "name"),
            emails=_all(same, "emails"),
            phones=_all(same, "phones"),
            profiles=_all(same, "profiles"),
            organisation=_first(same, "organisation"),
            position=_first(same, "position"),
            communities=_all(same, "communities"),
            nicknames=_all(same, "nicknames"),
            born=_first(same, "born"),
            work_phones=_all(same, "work_phones"),
        )

    def _ties(self, contacts: dict[Key, Contact]) -> dict[tuple[Key, Key], frozenset[Relation]]:
        """The relations; who is only named as somebody's relation is added to the contacts."""
        ties: defaultdict[tuple[Key, Key], frozenset[Relation]] = defaultdict(frozenset)
        has_related = any(entry.related for same in self._entries.values() for entry in same)
        known = self._meant() if has_related else {}
        for key, same in self._entries.items():
            stated = frozenset[Relation]().union(*(entry.relations for entry in same))
            if stated or not all(entry.is_business for entry in same):
                stated = stated | self._known_as if stated else self._known_as
            if stated:
                ties[ME, key] = stated
            for relations, uri in (related for entry in same for related in entry.related):
                # In vCard 4.0 a relation is the UID of her entry, elsewhere an address of hers.
                other = known.get(uri.removeprefix("urn:uuid:"))
                named = None if other else related_key(uri)
                if named is not None:
                    other = known.get(named, named)
                    if other is not None and other not in contacts:
                        address = uri.partition(":")[2].partition("?")[0]
                        contacts[other] = contact_at(other, address)
                if other is not None and other != key:
                    ties[min(key, other), max(key, other)] |= relations
        self._add_relatives(contacts, ties)
        return ties

    def _since(self, key: Key) -> date | None:
        return min((entry.since for entry in self._entries[key] if entry.since), default=None)

    def _add_relatives(
        self, contacts: dict[Key, Contact], ties: dict[tuple[Key, Key], frozenset[Relation]]
    ) -> None:
        """Add relations to those of whom an entry tells the name only.

        Such a name means the one entry that bears it. A whole name that no entry bears is somebody
        of the entry's world, and no acquaintance of the owner.
        """
        every = chain.from_iterable(self._entries.values())
        asked = {name.casefold() for entry in every for _, name in entry.relatives}
        bearers: defaultdict[str, list[Key]] = defaultdict(list)
        for key in self._entries if asked else ():
            if (name := contacts[key].name.casefold()) in asked:
                bearers[name].append(key)
        for key, same in self._entries.items():
            for relation, name in (named for entry in same for named in entry.relatives):
                known = bearers.get(name.casefold(), [])
                other = "vcard-name:" + digest(key, name.casefold())
                if len(known) == 1:
                    other = known[0]
                elif " " in name:
                    contacts.setdefault(other, Contact(key=other, name=name))
                if other in contacts and other != key:
                    ties[key, other] |= {relation}

    def _meant(self) -> dict[str, Key | None]:
        """Say whom an address or UID in the book means; None where several people have it."""
        owners: defaultdict[str, set[Key]] = defaultdict(set)
        for key, same in self._entries.items():
            for entry in same:
                for name in (
                    key,
                    *entry.keys,
                    *filter(None, [entry.uid.removeprefix("urn:uuid:")]),
                ):
                    owners[name].add(key)
        return {name: min(keys) if len(keys) == 1 else None for name, keys in owners.items()}


def _first(same: Sequence[Entry], what: str) -> str:
    """Of what can be only one, the first entry that tells it counts."""
    for entry in same:
        told: str = getattr(entry, what)
        if told:
            return told
    return ""


def _all(same: Sequence[Entry], what: str) -> tuple[str, ...]:
    told: list[tuple[str, ...]] = [getattr(entry, what) for entry in same]
    return told[0] if len(told) == 1 else tuple(chain.from_iterable(told))


def related_key(uri: str) -> Key | None:
    """Make the key of the person whom a relation points to by mail address or phone.

    Examples
    --------
    >>> related_key("mailto:ben@example.org"), related_key("urn:uuid:1")
    ('mailto:ben@example.org', None)
    """
    scheme, _, rest = uri.partition(":")
    match scheme.casefold():
        case "mailto":
            return email_key(rest.partition("?")[0])
        case "tel":
            return phone_key(rest)
    return None
