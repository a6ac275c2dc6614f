"""Who is who, asked anew without losing what was changed by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

import attrs

from netzwerkwandel.identity.people import people
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.records.orders import Pairs


EDITABLE = frozenset(f.name for f in attrs.fields(Contact)) - {"key", "aliases"}
"""What of a contact may be changed by hand."""


class WhoIsWho(Protocol):
    """What of records says who is who."""

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """One for each person."""

    @property
    def found(self) -> tuple[Contact, ...]:
        """As the sources gave them."""

    @property
    def merged(self) -> Pairs:
        """Who was decided to be one."""

    @property
    def kept_apart(self) -> Pairs:
        """Who was decided to be two."""


def as_found(records: WhoIsWho) -> Iterator[Contact]:
    """What exports said, and the contacts that no export told of."""
    yield from records.found
    known = {contact.key for contact in records.found}
    yield from (contact for contact in records.contacts if contact.key not in known)


def rejoined(several: Iterable[WhoIsWho], merged: Pairs, kept_apart: Pairs) -> list[Contact]:
    """Say who is one person in all that several records found.

    What was changed by hand in a contact stays so. Where it was changed in two records, the later
    one counts.
    """
    several = tuple(several)
    found = {contact for records in several for contact in as_found(records)}
    fresh = {contact.key: contact for contact in people(found, merged, kept_apart)}
    owner = {key: each.key for each in fresh.values() for key in (each.key, *each.aliases)}
    for records in several:
        # What a contact would be if nobody had changed it: where it differs, somebody has.
        told = (
            people(as_found(records), records.merged, records.kept_apart) if records.found else ()
        )
        untouched = {contact.key: contact for contact in told}
        for contact in records.contacts:
            origin = untouched.get(contact.key, contact)
            values = {name: getattr(contact, name) for name in EDITABLE}
            edits = {name: v for name, v in values.items() if v != getattr(origin, name)}
            if edits:
                key = owner[contact.key]
                fresh[key] = attrs.evolve(fresh[key], **edits)
    return list(fresh.values())
