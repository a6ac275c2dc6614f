"""Who is one person, asked anew without losing what was decided or changed by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import combinations
from typing import Self

import attrs

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.identity.lookalikes import PossibleDuplicate
from netzwerkwandel.identity.moved_keys import moved_keys
from netzwerkwandel.identity.nodes import Join
from netzwerkwandel.identity.people import joined_people, people
from netzwerkwandel.identity.shared_keys import bare_key
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.keys import Key, email_key, phone_key, profile_key
from netzwerkwandel.model.validation import check_optional_key
from netzwerkwandel.records.contents import (
    Pairs,
    found_in_order,
    kept_apart_in_order,
    merged_in_order,
    pair_in_order,
)
from netzwerkwandel.records.directory import Directory, people_by_key, with_named
from netzwerkwandel.texts import printable


EDITABLE = frozenset(f.name for f in attrs.fields(Contact)) - {"key", "aliases"}
"""What of a contact may be changed by hand."""


@attrs.frozen(kw_only=True, repr=False)
class WhoIsWho(Directory):
    """Which of the contacts that were found are one person, and what was decided about that.

    Parameters
    ----------
    contacts : sequence of Contact
        One for each person.
    me : str or None
        A key of the person whose data this is.
    found : sequence of Contact
        The contacts as the sources gave them, several for one person; by default ``contacts``.
    merged, kept_apart : pairs of keys
        What was decided about who is one person and who is not.
    """

    me: Key | None = attrs.field(default=None, validator=check_optional_key)
    found: tuple[Contact, ...] = attrs.field(default=(), converter=found_in_order)
    merged: Pairs = attrs.field(default=frozenset(), converter=merged_in_order)
    kept_apart: Pairs = attrs.field(default=frozenset(), converter=kept_apart_in_order)

    def merge(self, a: Contact | str, b: Contact | str, *more: Contact | str) -> Self:
        """Say that two contacts, or several, are one person; the records they came from are kept.

        Parameters
        ----------
        a, b, *more : Contact or str
            Those as they are known: see ``person``.

        Returns
        -------
        Records
            The same, with one contact for them.

        Raises
        ------
        UnknownPersonError, AmbiguousPersonError
            If one of them is not one person who is known.
        InvalidArgumentError
            If this would join two who were kept apart.

        Examples
        --------
        >>> ben, benjamin = Contact(key="a", name="Ben"), Contact(key="b", name="Ben Okafor")
        >>> two = WhoIsWho(contacts=[ben, benjamin])
        >>> two.merge("Ben", "Ben Okafor").contacts
        (Contact('Ben Okafor'),)
        """
        return self.with_answers(same=[(a, b, *more)])

    def keep_apart(self, a: Contact | str, b: Contact | str, *more: Contact | str) -> Self:
        """Say that contacts are several people: never joined and never asked about again.

        Parameters
        ----------
        a, b, *more : Contact or str
            Those as they are known: see ``person``. Two keys of one contact may be kept apart too,
            and two records that ``joined_by`` gives: so a join is undone.

        Returns
        -------
        Records
            The same, with each as a person.

        Raises
        ------
        UnknownPersonError, AmbiguousPersonError
            If one of them is not one person who is known.
        InvalidArgumentError
            If two are the same, or stand in one record, which cannot be parted.

        Examples
        --------
        >>> ben, benjamin = Contact(key="a", name="Ben"), Contact(key="b", name="Ben Okafor")
        >>> two = WhoIsWho(contacts=[ben, benjamin])
        >>> two.keep_apart("Ben", "Ben Okafor").merge("Ben", "Ben Okafor")
        Traceback (most recent call last):
            ...
        netzwerkwandel.errors.InvalidArgumentError: contacts that were kept apart cannot be ...
        """
        return self.with_answers(different=[(a, b, *more)])

    def with_answers(
        self,
        *,
        same: Iterable[PossibleDuplicate | Iterable[Contact | str]] = (),
        different: Iterable[PossibleDuplicate | Iterable[Contact | str]] = (),
    ) -> Self:
        """Answer many questions about who is one person, all at once.

        Parameters
        ----------
        same, different : sequences
            Groups of ``possible_duplicates``, or of contacts as they are known: those of a group
            are one person, or are all different people.

        Returns
        -------
        Records
            The same, as decided.

        Raises
        ------
        UnknownPersonError, AmbiguousPersonError, InvalidArgumentError
            As ``merge`` and ``keep_apart``.

        Examples
        --------
        >>> names = ("Bob Smith", "Robert Smith", "Ann Lee", "Anna Lee")
        >>> known = WhoIsWho(contacts=[Contact(key=name, name=name) for name in names])
        >>> known.with_answers(same=[names[:2]], different=[names[2:]]).contacts
        (Contact('Ann Lee'), Contact('Anna Lee'), Contact('Robert Smith'))
        """
        merged, apart = set(self.merged), set(self.kept_apart)
        asked: list[tuple[tuple[Contact | str, ...], list[Key]]] = []
        for group in _groups("same", same):
            keys = list(dict.fromkeys(self.person(who).key for who in group))
            # Every record of them is merged with one, not only one of each: else a record that was
            # joined to a contact by a shared address would leave with that address.
            contacts = [self._by_key[key] for key in keys]
            every = sorted({key for c in contacts for key in (c.key, *c.aliases)})
            if len(keys) > 1:
                new = {pair_in_order(min(keys), key) for key in every if key != min(keys)}
                merged |= new - apart
                asked.append((group, every))
        kept = [pair for group in _groups("different", different) for pair in self._parted(group)]
        merged -= self._merged_across({pair for _, pair in kept})
        apart |= {pair for _, pair in kept}
        if not asked and not kept:
            return self
        touched = {key for _, keys in asked for key in keys} | {k for _, pair in kept for k in pair}
        records = self._decided(frozenset(merged), frozenset(apart), touched)
        for group, keys in asked:
            if len({records.person_of[key] for key in keys if key in records.person_of}) > 1:
                raise InvalidArgumentError(
                    f"contacts that were kept apart cannot be merged, got {_shown(group)}; to "
                    "decide anew, take their pair out with attrs.evolve(records, kept_apart=...)"
                )
        for group, (one, other) in kept:
            if records.person_of.get(one, one) == records.person_of.get(other, other):
                raise InvalidArgumentError(
                    f"keys that stand in one record cannot be kept apart, got {_shown(group)}"
                )
        return records

    def _merged_across(self, parted: Pairs | set[tuple[Key, Key]]) -> set[tuple[Key, Key]]:
        """The decisions that joined what is parted now: between all records of the one and other.

        Of card 1 that was merged with cards 2 and 3, which share an address, both go.
        """
        if not parted or not self.merged:
            return set()
        part = self._around([key for pair in parted for key in pair])
        person_of = people_by_key(people(part.as_found(), frozenset(), part.kept_apart))
        across = {frozenset(person_of.get(key, key) for key in pair) for pair in parted}
        return {
            pair
            for pair in part.merged
            if pair in parted or frozenset(person_of.get(key, key) for key in pair) in across
        }

    def _parted(
        self, group: tuple[Contact | str, ...]
    ) -> list[tuple[tuple[Contact | str, ...], tuple[Key, Key]]]:
        """Every two of a group, by the keys that were named, and whom they are of."""
        keys = [self._key_meant(who) for who in group]
        if len(set(keys)) < len(keys):
            raise InvalidArgumentError(
                f"a contact cannot be kept apart from itself, got {_shown(group)}"
            )
        return [(group, pair_in_order(a, b)) for a, b in combinations(keys, 2)]

    def _key_meant(self, who: Contact | str) -> Key:
        """The key that was named; a record of several names under one key is named by both."""
        if isinstance(who, Contact) and bare_key(who.key) in self.person_of:
            return who.key
        if isinstance(who, str):
            # Of several addresses of one person the very one.
            for key in (who, email_key(who), profile_key(who), phone_key(who)):
                if key is not None and key in self.person_of:
                    return key
        return self.person(who).key

    def joined_by(self, who: Contact | str) -> tuple[Join, ...]:
        """Which records make up a contact, and what joined them?

        Parameters
        ----------
        who : Contact or str
            A person as she is known: see ``person``.

        Returns
        -------
        tuple of Join
            Two records each, and the reason; ``keep_apart(join.a, join.b)`` undoes one. Empty where
            she was found once.

        Raises
        ------
        UnknownPersonError, AmbiguousPersonError
            If this is not one person who is known.

        Examples
        --------
        >>> card = Contact(key="card:1", name="Ben Okafor", emails=["ben@example.org"])
        >>> mail = Contact(key="mailto:ben@example.org", name="Ben")
        >>> joined = people([card, mail], frozenset(), frozenset())
        >>> both = WhoIsWho(contacts=joined, found=[card, mail])
        >>> [str(join.reason) for join in both.joined_by("Ben Okafor")]
        ['same mail address']
        """
        contact = self.person(who)
        part = self._around([contact.key])
        joining = joined_people(part.as_found(), part.merged, part.kept_apart)
        mine = {bare_key(key) for key in (contact.key, *contact.aliases)}
        return tuple(join for join in joining.joins if bare_key(join.a.key) in mine)

    def _decided(self, merged: Pairs, kept_apart: Pairs, touched: Iterable[Key]) -> Self:
        """The same people, joined by other decisions: only what these touch is joined anew."""
        part = self._around(touched)
        keys = {key for contact in part.contacts for key in contact.keys}
        fresh = rejoined([part], _among(merged, keys), _among(kept_apart, keys))
        there = {contact.key for contact in part.contacts}
        left = (each for each in self.contacts if each.key not in there)
        contacts = with_named([*left, *fresh], self._named())
        return attrs.evolve(
            self,
            contacts=contacts,
            found=self.as_found(),
            merged=merged,
            kept_apart=kept_apart,
            me=self.me and people_by_key(contacts)[self.me],
        )

    def _named(self) -> set[Key]:
        """The keys by which people are named here: what was decided leaves nobody of them out."""
        return set() if self.me is None else {self.me}

    def _around(self, touched: Iterable[Key]) -> WhoIsWho:
        """Whoever shares a key with some people, or with one who does, and so on; and decisions.

        Who is who among them depends on nobody else.
        """
        beside: defaultdict[Key, set[Key]] = defaultdict(set)
        for several in [*(each.keys for each in self.contacts), *self.merged, *self.kept_apart]:
            keys = set(map(bare_key, several))
            for key in keys:
                beside[key] |= keys
        seen, pending = set[Key](), set(map(bare_key, touched))
        while pending:
            seen |= pending
            pending = set[Key]().union(*(beside[key] for key in pending)) - seen
        return WhoIsWho(
            contacts=[c for c in self.contacts if not seen.isdisjoint(map(bare_key, c.keys))],
            found=[each for each in self.found if bare_key(each.key) in seen or each.key in seen],
            merged=_among(self.merged, seen),
            kept_apart=_among(self.kept_apart, seen),
        )

    def as_found(self) -> tuple[Contact, ...]:
        """Return what exports said, and the contacts that no export told of.

        Returns
        -------
        tuple of Contact
            Several for one person, as far as several exports told of her.
        """
        known = {contact.key for contact in self.found}
        return (
            *self.found,
            *(c for c in self.contacts if known.isdisjoint((c.key, bare_key(c.key)))),
        )


def rejoined(several: Iterable[WhoIsWho], merged: Pairs, kept_apart: Pairs) -> list[Contact]:
    """Say who is one person in all that several records found.

    What was changed by hand in a contact stays so. Where it was changed in two records, the later
    one counts.
    """

    # Who is who in each, and in all of them: asked once where they say the same, as they do when an
    # export is read again.
    @cache
    def told(found: frozenset[Contact], merged: Pairs, kept_apart: Pairs) -> Mapping[Key, Contact]:
        return {contact.key: contact for contact in people(found, merged, kept_apart)}

    several = tuple(several)
    found = frozenset(contact for records in several for contact in records.as_found())
    fresh = dict(told(found, merged, kept_apart))
    owner = {key: each.key for each in fresh.values() for key in (each.key, *each.aliases)}
    for records in several:
        moved = moved_keys(records.as_found(), found)
        # What a contact would be if nobody had changed it: where it differs, somebody has.
        untouched: Mapping[Key, Contact] = {}
        if records.found:
            own = frozenset(records.as_found())
            untouched = told(own, records.merged, records.kept_apart)
        for contact in records.contacts:
            origin = untouched.get(contact.key, contact)
            values = {name: getattr(contact, name) for name in EDITABLE}
            edits = {name: v for name, v in values.items() if v != getattr(origin, name)}
            if edits:
                key = moved.get(contact.key, contact.key)
                key = owner[key if key in owner else bare_key(key)]
                fresh[key] = attrs.evolve(fresh[key], **edits)
    return list(fresh.values())


def people_of_both(
    before: WhoIsWho, newer: WhoIsWho, merged: Pairs, kept_apart: Pairs
) -> list[Contact]:
    """Say who is one person in older and newer records together."""
    if before.found or newer.found:
        return rejoined([before, newer], merged, kept_apart)
    # Where no export told of anybody, contacts are as they were given, and a key is a person.
    by_key = {contact.key: contact for contact in (*before.contacts, *newer.contacts)}
    return list(by_key.values())


def _among(pairs: Pairs, keys: AbstractSet[Key]) -> Pairs:
    """The pairs that name one of some keys."""
    return frozenset(
        pair for pair in pairs if not keys.isdisjoint(pair) or bare_key(pair[0]) in keys
    )


def _groups(
    name: str, value: Iterable[PossibleDuplicate | Iterable[Contact | str]]
) -> Iterator[tuple[Contact | str, ...]]:
    """The contacts of each group that was answered."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise InvalidArgumentError(f"{name} must be several groups, got {shown(value)}")
    for group in value:
        members = group.contacts if isinstance(group, PossibleDuplicate) else group
        if isinstance(members, str) or not isinstance(members, Iterable):
            raise InvalidArgumentError(f"{name} must be groups of contacts, got {shown(members)}")
        several = tuple(members)
        if len(several) < 2:
            raise InvalidArgumentError(
                f"{name}: a group must be at least two, got {shown(several)}"
            )
        yield several


def _shown(group: Iterable[Contact | str]) -> str:
    """Whom an error is about, without an address."""
    labels = (who.label if isinstance(who, Contact) else printable(who) for who in group)
    return " and ".join(repr(label) for label in labels)
