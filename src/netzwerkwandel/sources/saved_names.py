"""Whoever is called as the owner saved her: whom of her address book does the name mean?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import combinations

import attrs

from netzwerkwandel.model import Contact, Key
from netzwerkwandel.sources.keys import SAVED, saved_name_key


_BEGIN = f"{SAVED}-name:"


def with_cards(contacts: Iterable[Contact], cards: Collection[Key]) -> list[Contact]:
    """Let whoever is called by a saved name be the one whose card has exactly this name.

    The author of a message of WhatsApp is the name that the owner saved, and so is that of a call
    in a list without numbers. Where several cards have the name, or none, nobody is joined: then
    she is asked about, as all who are called alike.

    Parameters
    ----------
    contacts : iterable of Contact
        As the sources give them.
    cards : set of str
        The keys of those of whom an address book has a card.

    Returns
    -------
    list of Contact
        The same; one with a saved name has the key of her card as an alias.

    Examples
    --------
    >>> card = Contact(key="tel:+491701234567", name="Anna Schmidt", phones=["+49 170 1234567"])
    >>> author = Contact(key=saved_name_key("Anna Schmidt"), name="Anna Schmidt")
    >>> with_cards([card, author], {card.key})[1].aliases
    ('tel:+491701234567',)
    """
    contacts = list(contacts)
    if not any(contact.key.startswith(_BEGIN) for contact in contacts):
        return contacts
    at: defaultdict[Key, list[Contact]] = defaultdict(list)
    called: defaultdict[Key, list[Contact]] = defaultdict(list)
    for contact in contacts:
        at[contact.key].append(contact)
        if contact.key in cards and (key := saved_name_key(contact.name)):
            called[key].append(contact)
    cards_of = {key: these for key, these in called.items() if _is_one(these, at)}
    for n, contact in enumerate(contacts):
        if contact.key.startswith(_BEGIN) and (hers := cards_of.get(contact.key)):
            aliases = {*contact.aliases, *(card.key for card in hers)}
            contacts[n] = attrs.evolve(contact, aliases=aliases)
    return contacts


def _is_one(these: Sequence[Contact], at: dict[Key, list[Contact]]) -> bool:
    """Whether cards of one name are one person's, who has her key alone."""
    name = these[0].name
    is_hers = all(other.name in {"", name} for card in these for other in at[card.key])
    return is_hers and not any(a.keys.isdisjoint(b.keys) for a, b in combinations(these[:9], 2))
