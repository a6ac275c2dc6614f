"""One address, two people: whose it is alone may be another's once both are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from netzwerkwandel.identity.names import parse_name
from netzwerkwandel.identity.nodes import name_text
from netzwerkwandel.identity.shared_keys import bare_key
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.keys import Key


def moved_keys(
    found: Iterable[Contact], person_of: Mapping[Key, Key], among_all: Mapping[Key, Key]
) -> dict[Key, Key]:
    """Say which keys mean somebody else among more people, and what means the same there.

    Of two people who share an address one has it for her key, and the other with the name behind it
    (``people``); whoever is the only one known has it bare.

    Parameters
    ----------
    found : iterable of Contact
        What was known when the keys were used.
    person_of, among_all : mapping of str to str
        Whom each key meant then, and whom it means among all.

    Examples
    --------
    >>> address = "mailto:family@example.org"
    >>> jan = Contact(key=address, name="Jan Weber")
    >>> among_all = {address: address, f"{address}#jan weber": f"{address}#jan weber"}
    >>> moved_keys([jan], {address: address}, among_all)
    {'mailto:family@example.org': 'mailto:family@example.org#jan weber'}
    """
    # A household shares a mail address; of a card or an account of several names nothing is known.
    named_keys = (key for key in among_all if key.startswith("mailto:"))
    shared = {bare_key(key) for key in named_keys if bare_key(key) != key}
    moved: dict[Key, Key] = {}
    for record in found if shared else ():
        key, person = record.key, person_of.get(record.key)
        if key in shared and record.name and person is not None and key not in moved:
            named = f"{key}#{name_text((parse_name(record.name), record.born))}"
            # Of two who shared the address then, too, the key meant one.
            is_meant = person_of.get(named, person) == person
            if is_meant and among_all.get(named) not in {None, among_all.get(key)}:
                moved[key] = named
    return moved
