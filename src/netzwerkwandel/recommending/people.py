"""People of a network named as they are known: by a key, an address, a number or a name."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Collection
from functools import cached_property
from typing import TypeAlias

import attrs

from netzwerkwandel.errors import InvalidArgumentError, NotFoundError
from netzwerkwandel.identity.names import PersonName, parse_name
from netzwerkwandel.identity.spelling import fold
from netzwerkwandel.model import Contact, Key
from netzwerkwandel.model.keys import email_key, phone_key, profile_key
from netzwerkwandel.network import Network


Person: TypeAlias = Contact | Key

NEAREST = 3
"""How many names at most are offered to somebody who misspelt one."""


@attrs.frozen(eq=False)
class People:
    """The people of a network, to be found as they are known.

    Parameters
    ----------
    network : Network
        The network.
    """

    network: Network

    def numbers(self, argument: str, people: Collection[Person]) -> tuple[int, ...]:
        """Return the numbers of some people in the network, each once.

        Parameters
        ----------
        argument : str
            What the error calls them.
        people : collection of Contact or str
            The people, as ``number`` takes them.

        Raises
        ------
        InvalidArgumentError
            If these are no people, as a single text is none, or a name is that of several.
        NotFoundError
            If somebody is not in the network.
        """
        if isinstance(people, str | bytes) or not isinstance(people, Collection):
            raise InvalidArgumentError(
                f"{argument} must be a collection of people, got {type(people).__name__}"
            )
        return tuple(dict.fromkeys(self.number(argument, person) for person in people))

    def number(self, argument: str, person: Person) -> int:
        """Return the number of one person: a ``Contact``, a key, an address, a number or a name.

        A name is enough if only one person bears it, part of one if nobody bears it whole. Case,
        accents, titles and the order of its words make no difference.

        Raises
        ------
        InvalidArgumentError
            If it is none of these, or a name is that of several.
        NotFoundError
            If nobody is known by it; it says whose names are nearest.
        """
        if isinstance(person, Contact):
            keys, name = [person.key, *sorted(person.keys)], ""
        elif isinstance(person, str):
            ways = (email_key(person), phone_key(person), profile_key(person))
            keys, name = [person, *(key for key in ways if key)], person
        else:
            raise InvalidArgumentError(
                f"{argument} must name people by a Contact or a text, got {type(person).__name__}"
            )
        bearers = self._by_keys(keys) or self._by_name(name)
        if len(bearers) > 1:
            who = ", ".join(self._described(number) for number in sorted(bearers))
            raise InvalidArgumentError(
                f"{argument}: {len(bearers)} people may be meant ({who}); name one by a key"
            )
        if not bearers:
            asked = person if isinstance(person, str) else person.label
            raise NotFoundError("contact of this network", asked, self._nearest(asked))
        return bearers.pop()

    def _by_keys(self, keys: list[Key]) -> set[int]:
        for key in keys:
            try:
                return {self.network.index_of(key)}
            except NotFoundError:
                continue
        return {number for key in keys for number in self._bearers.get(key, ())}

    def _by_name(self, text: str) -> set[int]:
        words = parse_name(text).tokens
        if not words:
            return set()
        whole = {n for n, name in enumerate(self._names) if name.tokens == words}
        return whole or {n for n, name in enumerate(self._names) if name.tokens >= words}

    def _nearest(self, text: str) -> tuple[str, ...]:
        labels = {fold(contact.label): contact.label for contact in self._contacts}
        near = difflib.get_close_matches(fold(text), labels, NEAREST)
        return tuple(labels[name] for name in near)

    def _described(self, number: int) -> str:
        contact = self._contacts[number]
        works = [contact.position, contact.organisation]
        return ", ".join([contact.label, *(text for text in works if text)])

    @cached_property
    def _contacts(self) -> list[Contact]:
        return [self.network.contact(number) for number in range(self.network.n_contacts)]

    @cached_property
    def _bearers(self) -> dict[Key, set[int]]:
        """Who is met in exports under each key, the further addresses and numbers of all."""
        bearers: defaultdict[Key, set[int]] = defaultdict(set)
        for number, contact in enumerate(self._contacts):
            for key in contact.keys:
                bearers[key].add(number)
        return bearers

    @cached_property
    def _names(self) -> list[PersonName]:
        return [parse_name(contact.label) for contact in self._contacts]
