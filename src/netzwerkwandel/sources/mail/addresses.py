"""Who stands in the From, To and Cc headers of mails; each list is taken apart once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeVar, cast

from netzwerkwandel.identity.names import is_relayed, parse_name
from netzwerkwandel.identity.shared_keys import are_strangers, named_key, several_people
from netzwerkwandel.model.keys import (
    Key,
    email_key,
    is_automatic_address,
    is_role_address,
    split_address,
)
from netzwerkwandel.sources.mail.address_lists import plain_entry, split_list
from netzwerkwandel.sources.mail.words import QUOTE, decode_words, header_text, unfolded
from netzwerkwandel.sources.tools import is_internal, person_name, unwrapped


# In characters. What is kept costs Python some hundred bytes besides its text, which
# _COST_OF_KEEPING stands for.
_MOST_KEPT = 20_000_000
_COST_OF_KEEPING = 500
# No number of a mailbox: what was read and is no address.
_NO_ADDRESS = -1
# An address of more names is nobody's own, and further ones are not compared.
_MOST_NAMES = 50


# Possessive (++): without it a megabyte of quotes would be tried in every way there is.
_BETWEEN_COMMAS = re.compile(rb'(?:[^",]++|"[^"]*+")++')
_BY_SERVICE = re.compile(r"[ (](?:via|über|durch|par|através de) ([^()]+)", re.IGNORECASE)


K = TypeVar("K")
V = TypeVar("V")


class Mailbox(NamedTuple):
    """A person as one header writes him or her; a plain tuple, since millions are counted."""

    key: Key
    address: str
    name: str
    automatic: bool


class _Remembered(dict[K, V]):
    """What was worked out once; at a limit all is forgotten, for spam names nobody twice."""

    kept = 0

    def keep(self, key: K, value: V, size: int) -> None:
        """Remember the value of a key of so many characters."""
        self.kept += size + _COST_OF_KEEPING
        if self.kept > _MOST_KEPT:
            self.clear()
            self.kept = size + _COST_OF_KEEPING
        self[key] = value

    def __reduce__(self) -> tuple[type[_Remembered[K, V]], tuple[()]]:
        # It need not go from one process to another.
        return type(self), ()


class AddressBook:
    """Reads address lists, and remembers those it has read: the same ones come again and again.

    Mailboxes and people are numbered as they come: a mailbox is a person as one header writes him
    or her, so that a person may have several.
    """

    def __init__(self) -> None:
        self.mailbox: list[Mailbox] = []
        self.keys: list[Key] = []
        self.person: list[int] = []
        """The number of the person of each mailbox."""
        self.machines: set[int] = set()
        """The mailboxes from which a machine writes."""
        self.internal = 0
        """How many entries named somebody by an internal name of Exchange only."""
        self._number_of_mailbox: dict[Mailbox, int] = {}
        self._number_of_key: dict[Key, int] = {}
        self._lists: _Remembered[bytes, tuple[int, ...]] = _Remembered()
        self._entries: _Remembered[bytes | tuple[str, str], int] = _Remembered()
        self.known: Callable[[bytes], tuple[int, ...] | None] = self._lists.get
        """Says what ``read`` gives, where the same list was read before, and is remembered."""

    def mailboxes(self, value: bytes) -> tuple[Mailbox, ...]:
        """Who stands in the value of an address header?

        What is no address is left out.
        """
        return tuple(self.mailbox[number] for number in self.read(value))

    def read(self, value: bytes) -> tuple[int, ...]:
        """Who stands in the value of an address header, as the numbers of mailboxes?"""
        known = self._lists.get(value)
        if known is not None:
            return known
        value = unfolded(value)
        # A plain list of several is hardly ever the same again, and each of its entries is known.
        if QUOTE not in value:
            people = tuple(map(self._entries.get, value.split(b",")))
            if len(people) > 1 and None not in people and _NO_ADDRESS not in people:
                return cast("tuple[int, ...]", people)
        return self._read_anew(value)

    def _read_anew(self, value: bytes) -> tuple[int, ...]:
        numbers = self._plain_list(value)
        is_kept = numbers is None or len(numbers) == 1
        if numbers is None:
            numbers = [self._entry(entry, *entry) for entry in split_list(header_text(value))]
        if _NO_ADDRESS in numbers:
            numbers = [number for number in numbers if number != _NO_ADDRESS]
        people = tuple(numbers)
        # To keep a plain list of several costs more, in time too, for memory that is fresh is slow.
        if is_kept:
            self._lists.keep(value, people, len(value))
        return people

    def number(self, mailbox: Mailbox) -> int:
        """Give a mailbox the next number, or say which it has."""
        number = self._number_of_mailbox.setdefault(mailbox, len(self.mailbox))
        if number == len(self.mailbox):
            self.mailbox.append(mailbox)
            if mailbox.automatic:
                self.machines.add(number)
            person = self._number_of_key.setdefault(mailbox.key, len(self.keys))
            if person == len(self.keys):
                self.keys.append(mailbox.key)
            self.person.append(person)
        return number

    def has(self, key: Key) -> bool:
        """Say whether a key is that of anybody here."""
        return key in self._number_of_key

    def first_mailboxes(self) -> list[int]:
        """Give for each person the first of his or her mailboxes."""
        first: dict[int, int] = {}
        for number, person in enumerate(self.person):
            first.setdefault(person, number)
        return [first[person] for person in range(len(self.keys))]

    def shared(self) -> tuple[set[int], dict[int, Key]]:
        """Whose addresses are several people's?

        Returns
        -------
        set of int, dict of int to str
            The numbers of whoever is no person: an address under which three people or more have
            nothing in common is that of a service, or of a desk; of one that says so ("Anna Schmidt
            via Doodle") two are enough. And for mailboxes of further people at one address a key
            with their name.
        """
        strangers: set[int] = set()
        keys: dict[int, Key] = {}
        for person, numbers in self._named().items():
            if len(numbers) > 1:
                names = {name: parse_name(name) for name in sorted(numbers)[:_MOST_NAMES]}
                few = 2 if any(map(is_relayed, names)) else 3
                if are_strangers([name for name in names.values() if name.is_spelt_out], few):
                    strangers.add(person)
                    continue
                for group in several_people(names, self.keys[person])[1:]:
                    key = named_key(self.keys[person], names[group[0]])
                    keys.update((number, key) for name in group for number in numbers[name])
        return strangers, keys

    def _named(self) -> dict[int, dict[str, list[int]]]:
        """Under which names is each person met, and in which mailboxes under each?"""
        named: dict[int, dict[str, list[int]]] = {}
        for number, mailbox in enumerate(self.mailbox):
            if mailbox.name:
                names = named.setdefault(self.person[number], {})
                names.setdefault(mailbox.name, []).append(number)
        return named

    def told_apart(self, keys: Mapping[int, Key]) -> tuple[list[Key], list[int]]:
        """All keys, and the person of each mailbox, where some mailboxes have keys of their own.

        Parameters
        ----------
        keys : mapping of int to str
            The new key of each of these mailboxes.
        """
        new = {key: len(self.keys) + i for i, key in enumerate(sorted(set(keys.values())))}
        person = list(self.person)
        for number, key in keys.items():
            person[number] = new[key]
        return [*self.keys, *new], person

    def _plain_list(self, value: bytes) -> list[int] | None:
        # Where every quote that begins also ends, only the commas outside of quotes part entries.
        quoted = QUOTE in value and not value.count(b'"') % 2
        entries = _BETWEEN_COMMAS.findall(value) if quoted else value.split(b",")
        numbers = list(map(self._entries.get, entries))
        if None in numbers:
            for place, entry in enumerate(entries):
                if numbers[place] is None:
                    plain = plain_entry(header_text(entry))
                    # Words alone may be a family name, which belongs to the next entry.
                    if plain is None or "@" not in plain[1]:
                        return None
                    numbers[place] = self._entry(entry, *plain)
        return cast("list[int]", numbers)

    def _entry(self, entry: bytes | tuple[str, str], name: str, address: str) -> int:
        number = self._entries.get(entry)
        if number is None:
            mailbox = as_mailbox(name, address)
            self.internal += mailbox is None and is_internal(address)
            number = _NO_ADDRESS if mailbox is None else self.number(mailbox)
            self._entries.keep(entry, number, len(name) + len(address))
        return number


def as_mailbox(name: str, address: str) -> Mailbox | None:
    """Who is meant by a name and an address; None where that is no address."""
    known = _known_address(address)
    if known is None:
        return None
    key, spelling, automatic = known
    # Some programs encode what another one has encoded already.
    shown = person_name(decode_words(decode_words(name)))
    return Mailbox(key, spelling, shown, automatic or is_of_a_service(shown, spelling))


# People are called in several ways at one address, and one after the other.
@lru_cache(maxsize=4_096)
def _known_address(written: str) -> tuple[Key, str, bool] | None:
    """The key of an address, its spelling, and whether a machine has it; None where it is none."""
    address = unwrapped(written)
    parts, key = split_address(address), email_key(address)
    if parts is None or key is None:
        return None
    return key, "@".join(parts), is_automatic_address(address)


def is_of_a_service(name: str, address: str) -> bool:
    """Say whether a name says by which service somebody writes, and the address is that one's.

    Who writes from a firm of that name, with initials of her own before the @, is a person.

    Examples
    --------
    >>> is_of_a_service("Tom Krug via Adobe Sign", "adobesign@adobesign.com")
    True
    >>> is_of_a_service("Anna Berg via DocuSign", "anna@example.net")
    False
    """
    told = _BY_SERVICE.search(name)
    words = re.findall(r"\w{3,}", told[1].casefold()) if told else []
    if not words:
        return False
    its = address if is_role_address(address) else address.partition("@")[0]
    return all(word in its.casefold() for word in words)
