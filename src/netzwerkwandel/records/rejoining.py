"""Who is who, asked anew without losing what was changed by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

import attrs

from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.keys import Key
from netzwerkwandel.records.orders import Pairs


if TYPE_CHECKING:
    from netzwerkwandel.records.records import Records


_EDITABLE = [f.name for f in attrs.fields(Contact) if f.name not in {"key", "aliases"}]


def as_found(records: Records) -> Iterator[Contact]:
    """What exports said, and the contacts that no export told of."""
    yield from records.found
    known = {contact.key for contact in records.found}
    yield from (contact for contact in records.contacts if contact.key not in known)


def rejoined(several: Sequence[Records], merged: Pairs, kept_apart: Pairs) -> list[Contact]:
    """Say who is one person in all that several records found.

    What was changed by hand in a contact stays so. Where it was changed in two records, the later
    one counts.
    """
    from netzwerkwandel.identity.people import people

    found = {contact for records in several for contact in as_found(records)}
    fresh = {contact.key: contact for contact in people(found, merged, kept_apart)}
    owner = {key: each.key for each in fresh.values() for key in (each.key, *each.aliases)}
    for key, edits in chain.from_iterable(map(_edits, several)):
        fresh[owner[key]] = attrs.evolve(fresh[owner[key]], **edits)
    return list(fresh.values())


def _edits(records: Records) -> Iterator[tuple[Key, Mapping[str, Any]]]:
    """How contacts differ from what their exports say of them."""
    from netzwerkwandel.identity.people import people

    if not records.found:
        return
    told = people(as_found(records), records.merged, records.kept_apart)
    by_key = {contact.key: contact for contact in told}
    for contact in records.contacts:
        origin = by_key.get(contact.key, contact)
        edits = {name: getattr(contact, name) for name in _EDITABLE}
        edits = {name: value for name, value in edits.items() if value != getattr(origin, name)}
        if edits:
            yield contact.key, edits
