"""What was said of one of two people who share an address stays said of her."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import attrs

from netzwerkwandel.identity.moved_keys import moved_keys
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.renaming import under_other_keys
from netzwerkwandel.records.advice import Advised
from netzwerkwandel.records.contents import Pairs


R = TypeVar("R", bound=Advised)


def with_moved_keys(records: R, others: Iterable[Contact]) -> R:
    """Name people by what means them among more people: see ``moved_keys``.

    What exports said, and the keys of contacts, stay as they are.

    Parameters
    ----------
    records : Records
        Before they are joined with others.
    others : iterable of Contact
        What exports said of these.

    Returns
    -------
    Records
        The same object where no key means anybody else.
    """
    moved = moved_keys(records.as_found(), others)
    if not moved:
        return records

    def new(key: Key) -> Key:
        return moved.get(key, key)

    def of_pairs(pairs: Pairs) -> list[tuple[Key, Key]]:
        return [(new(a), new(b)) for a, b in pairs if new(a) != new(b)]

    return attrs.evolve(
        records,
        contacts=[
            attrs.evolve(each, aliases={*each.aliases, *map(new, keys)} - {each.key})
            if not moved.keys().isdisjoint(keys := (each.key, *each.aliases))
            else each
            for each in records.contacts
        ],
        ties=[attrs.evolve(tie, a=new(tie.a), b=new(tie.b)) for tie in records.ties],
        interactions=under_other_keys(records.interactions, moved),
        experiments=[attrs.evolve(each, met=map(new, each.met)) for each in records.experiments],
        suggestions=[
            attrs.evolve(each, contact=new(each.contact), introduced=map(new, each.introduced))
            for each in records.suggestions
        ],
        me=records.me and new(records.me),
        merged=of_pairs(records.merged),
        kept_apart=of_pairs(records.kept_apart),
    )
