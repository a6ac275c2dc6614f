"""Who is one person, asked anew without losing what was decided or changed by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Self

import attrs

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.identity.people import people
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.validation import check_optional_key
from netzwerkwandel.records.contents import (
    Pairs,
    found_in_order,
    kept_apart_in_order,
    merged_in_order,
    pair_in_order,
)
from netzwerkwandel.records.directory import Directory, people_by_key
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

    def merge(self, a: Contact | str, b: Contact | str) -> Self:
        """Say that two contacts are one person; the records they came from are kept.

        Parameters
        ----------
        a, b : Contact or str
            The two as they are known: see ``person``.

        Returns
        -------
        Records
            The same, with one contact for the two.

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
        both = {self.person(a).key, self.person(b).key}
        if len(both) == 1:
            return self
        # Every record of the two is merged with one of them, not only one of each: else a record
        # that was joined to a contact by a shared address would leave with that address.
        found = {contact.key for contact in (*self.contacts, *self.found)}
        keys = [key for key in found if self.person_of.get(key) in both]
        decided = {pair_in_order(min(both), key) for key in keys if key != min(both)}
        records = self._decided(self.merged | (decided - self.kept_apart), self.kept_apart)
        if len({records.person_of[key] for key in keys}) > 1:
            raise InvalidArgumentError(
                f"two contacts that were kept apart cannot be merged, got {_shown(a)} and "
                f"{_shown(b)}; to decide anew, take their pair out with "
                "attrs.evolve(records, kept_apart=...)"
            )
        return records

    def keep_apart(self, a: Contact | str, b: Contact | str) -> Self:
        """Say that two contacts are two people: they are never joined and never asked about again.

        Parameters
        ----------
        a, b : Contact or str
            The two as they are known: see ``person``. Two keys of one contact may be kept apart
            too, if they were found in two records of an export.

        Returns
        -------
        Records
            The same, with the two as two.

        Raises
        ------
        UnknownPersonError, AmbiguousPersonError
            If one of them is not one person who is known.
        InvalidArgumentError
            If both are the same, or stand in one record, which cannot be parted.

        Examples
        --------
        >>> ben, benjamin = Contact(key="a", name="Ben"), Contact(key="b", name="Ben Okafor")
        >>> two = WhoIsWho(contacts=[ben, benjamin])
        >>> two.keep_apart("Ben", "Ben Okafor").merge("Ben", "Ben Okafor")
        Traceback (most recent call last):
            ...
        netzwerkwandel.errors.InvalidArgumentError: two contacts that were kept apart cannot be ...
        """
        one, other = (
            who if isinstance(who, str) and who in self.person_of else self.person(who).key
            for who in (a, b)
        )
        if one == other:
            raise InvalidArgumentError(
                f"a contact cannot be kept apart from itself, got {_shown(a)} twice"
            )
        pair = pair_in_order(one, other)
        records = self._decided(self.merged - {pair}, self.kept_apart | {pair})
        if records.person_of.get(one, one) == records.person_of.get(other, other):
            raise InvalidArgumentError(
                f"keys that stand in one record cannot be kept apart, got {_shown(a)} and "
                f"{_shown(b)}"
            )
        return records

    def _decided(self, merged: Pairs, kept_apart: Pairs) -> Self:
        """The same people, joined by other decisions."""
        contacts = rejoined([self], merged, kept_apart)
        return attrs.evolve(
            self,
            contacts=contacts,
            found=self.as_found(),
            merged=merged,
            kept_apart=kept_apart,
            me=self.me and people_by_key(contacts)[self.me],
        )

    def as_found(self) -> tuple[Contact, ...]:
        """Return what exports said, and the contacts that no export told of.

        Returns
        -------
        tuple of Contact
            Several for one person, as far as several exports told of her.
        """
        known = {contact.key for contact in self.found}
        return (*self.found, *(each for each in self.contacts if each.key not in known))


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
                key = owner[contact.key]
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


def _shown(who: Contact | str) -> str:
    """Whom an error is about, without an address."""
    return repr(printable(who) if isinstance(who, str) else who)
