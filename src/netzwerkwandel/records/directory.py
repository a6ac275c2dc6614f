"""Who is known by what: a key, an address, a number, a profile, a name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import Self, TypedDict

import attrs
from typing_extensions import Unpack

from netzwerkwandel.errors import (
    AmbiguousPersonError,
    InvalidArgumentError,
    NotFoundError,
    UnknownPersonError,
    shown,
)
from netzwerkwandel.identity.candidates import is_number_without_country
from netzwerkwandel.identity.likeness import is_misspelt
from netzwerkwandel.identity.names import parse_name
from netzwerkwandel.identity.person_name import PersonName
from netzwerkwandel.identity.reasons import name_reason
from netzwerkwandel.identity.shared_keys import bare_key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.contact import Contact, known_by
from netzwerkwandel.model.keys import Key, email_key, phone_key, profile_key
from netzwerkwandel.model.naming import told_apart
from netzwerkwandel.model.validation import check_optional_language
from netzwerkwandel.records.contents import contacts_in_order
from netzwerkwandel.texts import Several, printable, printable_as_typed


NAMED_AS_NEAREST = 3
"""So many people are named at most where nobody is known by what was said."""

# How likely a contact is meant: the lower, the likelier.
KNOWN_BY_IT, OF_THAT_NAME, NAMED_SO_IN_PART, NAMED_ALIKE, NOT_MEANT = range(5)


def people_by_key(contacts: Iterable[Contact]) -> dict[Key, Key]:
    """Say for every key that people are known by which contact's it is.

    A key that several people share, such as a family's address, means the one whose own key it is,
    and otherwise nobody.

    Examples
    --------
    >>> ben = Contact(key="linkedin:ben", emails=["ben@example.org", "family@example.org"])
    >>> eva = Contact(key="linkedin:eva", emails=["family@example.org"])
    >>> by_key = people_by_key([ben, eva])
    >>> by_key["mailto:ben@example.org"], "mailto:family@example.org" in by_key
    ('linkedin:ben', False)
    """
    people = list(contacts)
    known = list(map(known_by, people))
    # What comes later counts more: a key that nobody else has, then one that a record states to be
    # hers, then the key of her contact.
    shared = Counter(chain.from_iterable(known))
    by_key = {
        key: each.key
        for each, keys in zip(people, known, strict=True)
        for key in (sorted(keys) if len(keys) > 1 else keys)
        if shared[key] == 1
    }
    by_key.update((alias, each.key) for each in people for alias in each.aliases)
    by_key.update((each.key, each.key) for each in people)
    return by_key


def person_by_key(contacts: Iterable[Contact], key: Key) -> Key | None:
    """Say whose one key is, as ``people_by_key`` does of all; None where it is nobody's.

    Examples
    --------
    >>> person_by_key([Contact(key="card:1", emails=["ben@example.org"])], "mailto:ben@example.org")
    'card:1'
    """
    return people_by_key(each for each in contacts if key in known_by(each)).get(key)


def with_named(contacts: Iterable[Contact], named: Iterable[Key]) -> list[Contact]:
    """Add a contact of whom only the key is known for every key that names nobody.

    A key with a name behind it, which two of one address had before they were joined, means whoever
    has the address now.
    """
    known = list(contacts)
    by_key = people_by_key(known)
    unknown = set(named) - by_key.keys()
    aliases: defaultdict[Key, list[Key]] = defaultdict(list)
    for key in sorted(unknown):
        if bare_key(key) in by_key:
            aliases[by_key[bare_key(key)]].append(key)
            unknown.discard(key)
    for i, contact in enumerate(known):
        if contact.key in aliases:
            known[i] = attrs.evolve(contact, aliases=[*contact.aliases, *aliases[contact.key]])
    return [*known, *(Contact(key=key) for key in unknown)]


class ContactFields(TypedDict, total=False):
    """What of a contact can be changed by ``Directory.with_contact``; see ``Contact``."""

    name: str
    emails: Iterable[str]
    phones: Iterable[str]
    profiles: Iterable[str]
    organisation: str
    position: str
    fields: Iterable[str]
    communities: Iterable[str]
    changed_career: bool | None
    notes: str


@attrs.frozen(kw_only=True, repr=False)
class Directory:
    """Whom does a key, an address, a number or a name mean?

    Parameters
    ----------
    contacts : sequence of Contact
        One for each person; kept in the order of their keys.
    language : str or None
        ``"en"`` or ``"de"``: in which language she is told things where none is asked for.

    Examples
    --------
    >>> ben = Contact(key="mailto:ben@example.org", name="Ben Okafor")
    >>> directory = Directory(contacts=[ben, Contact(key="card:1", name="Eva Maier")])
    >>> directory.person("Okafor, Ben"), directory.find("Meier")
    (Contact('Ben Okafor'), (Contact('Eva Maier'),))
    """

    contacts: tuple[Contact, ...] = attrs.field(default=(), converter=contacts_in_order)
    language: str | None = attrs.field(default=None, validator=check_optional_language)

    @cached_property
    def person_of(self) -> Mapping[Key, Key]:
        """For every key that a person is known by, the key of her contact: ``people_by_key``."""
        return MappingProxyType(people_by_key(self.contacts))

    @cached_property
    def _by_key(self) -> Mapping[Key, Contact]:
        return MappingProxyType({contact.key: contact for contact in self.contacts})

    @cached_property
    def namesakes(self) -> Mapping[Key, Contact]:
        """Those who are called as somebody else is, by key, each told apart from the others."""
        return told_apart(self.contacts)

    @cached_property
    def _names(self) -> tuple[PersonName, ...]:
        return tuple(parse_name(contact.name) for contact in self.contacts)

    def in_language(self, language: str | None) -> Self:
        """Say in which language the owner is told things.

        Parameters
        ----------
        language : str or None
            ``"en"`` or ``"de"``; None for not known, which is English.

        Returns
        -------
        Records
            The same, to be told in that language, as is all that is found in them.

        Raises
        ------
        InvalidRecordError
            If there are no texts in that language.

        Examples
        --------
        >>> Directory().in_language("de").language
        'de'
        """
        return attrs.evolve(self, language=language)

    def contact(self, key: Key) -> Contact:
        """Return the contact that is known by a key.

        Parameters
        ----------
        key : str
            Any key of a person.

        Returns
        -------
        Contact
            That person.

        Raises
        ------
        NotFoundError
            If nobody is known by it.

        Examples
        --------
        >>> ben = Contact(key="card:1", name="Ben Okafor", emails=["ben@example.org"])
        >>> Directory(contacts=[ben]).contact("mailto:ben@example.org")
        Contact('Ben Okafor')
        """
        person = self.person_of.get(check_kind("key", key, str))
        if person is None:
            raise NotFoundError("contact", key)
        return self.namesakes.get(person) or self._by_key[person]

    def find(self, text: str) -> Several[Contact]:
        """Find who is known by a text, or by something like it.

        Parameters
        ----------
        text : str
            A key, a mail address, a phone number, the address of a profile, or a name, in any order
            and with or without titles; a part of a name, or a slip of the pen in it, will do.

        Returns
        -------
        tuple of Contact
            The likeliest first: who has that key, address, number or profile; who has that very
            name; in whose name all of its words are; whose name is like it, as a nickname is, or
            one letter apart, or who has that number without the code of a country. Empty where
            there is nobody.

        Raises
        ------
        InvalidArgumentError
            If it is no text.

        Examples
        --------
        >>> people = [Contact(key=f"card:{name}", name=name) for name in ("Ben Okafor", "Ben Vogt")]
        >>> Directory(contacts=people).find("Ben"), Directory(contacts=people).find("Okafr, B.")
        ((Contact('Ben Okafor'), Contact('Ben Vogt')), (Contact('Ben Okafor'),))
        """
        return Several.of((contact for _, contact in self._found(text)), self.language)

    def person(self, who: Contact | str) -> Contact:
        """Return the one person who is meant by a contact, or by a text.

        Parameters
        ----------
        who : Contact or str
            A contact, whose key counts; or a key, a mail address, a phone number, the address of a
            profile, or a name that only one person bears, in any order of its words. A part of a
            name will do where nobody bears it whole.

        Returns
        -------
        Contact
            That person as she is known here.

        Raises
        ------
        UnknownPersonError
            If nobody is known by it; it names the nearest.
        AmbiguousPersonError
            If several people are; it names them.
        InvalidArgumentError
            If ``who`` is neither a contact nor a text.

        Examples
        --------
        >>> ben = Contact(key="card:1", name="Ben Okafor", emails=["ben@example.org"])
        >>> Directory(contacts=[ben]).person("BEN@example.org")
        Contact('Ben Okafor')
        """
        key = who.key if isinstance(who, Contact) else who
        if not isinstance(key, str):
            raise InvalidArgumentError(f"who must be a Contact or a text, got {shown(who)}")
        if key in self.person_of:
            return self._by_key[self.person_of[key]]
        if isinstance(who, Contact):
            raise UnknownPersonError(who.label)
        ranked = self._found(who)
        likeliest = [contact for how, contact in ranked if how == ranked[0][0]]
        if ranked and ranked[0][0] < NAMED_ALIKE:
            if len(likeliest) == 1:
                return likeliest[0]
            raise AmbiguousPersonError(printable_as_typed(who), tuple(map(_introduced, likeliest)))
        nearest = dict.fromkeys(_introduced(contact) for _, contact in ranked)
        raise UnknownPersonError(printable_as_typed(who), tuple(nearest)[:NAMED_AS_NEAREST])

    def with_contact(
        self, who: Contact | str, *, new: bool = False, **fields: Unpack[ContactFields]
    ) -> Self:
        """Say something of a person, or add one who is not known yet.

        Parameters
        ----------
        who : Contact or str
            A person as she is known: see ``person``.
        new : bool, default False
            Whether somebody is added of whom nobody knew. Without it a slip of the pen in a name is
            an error and makes no new person.
        **fields
            What is said of her: ``name``, ``emails``, ``phones``, ``profiles``, ``organisation``,
            ``position``, ``fields``, ``communities``, ``changed_career``, ``notes``. Each takes the
            place of what was known; all else stays.

        Returns
        -------
        Directory or Records
            The same, with this change. Of records it lasts when exports are read again.

        Raises
        ------
        UnknownPersonError, AmbiguousPersonError
            If ``who`` is not one person who is known, and not ``new``.
        InvalidArgumentError
            If somebody ``new`` is known already, or there is no such field.
        InvalidRecordError
            If a value breaks the rule of its field.

        Examples
        --------
        >>> people = Directory().with_contact("Noor Aziz", new=True, organisation="Contoso")
        >>> people = people.with_contact("Noor Aziz", fields=["ux research"])
        >>> people.find("Noor")[0].fields
        ('ux research',)
        """
        if unknown := sorted(fields.keys() - ContactFields.__annotations__.keys()):
            known = ", ".join(ContactFields.__annotations__)
            raise InvalidArgumentError(f"fields must be some of {known}, got {unknown[0]!r}")
        try:
            contact = self.person(who)
        except UnknownPersonError as error:
            if not new:
                error.add_note("somebody who is not known yet is added by new=True")
                raise
            added = attrs.evolve(new_contact(who), **fields)
            return attrs.evolve(self, contacts=[*self.contacts, added])
        if new:
            raise InvalidArgumentError(
                f"somebody new must not be known yet, got {shown(contact.label)}"
            )
        others = [each for each in self.contacts if each is not contact]
        return attrs.evolve(self, contacts=[*others, attrs.evolve(contact, **fields)])

    def _found(self, text: str) -> list[tuple[int, Contact]]:
        """Everybody who may be meant by a text, and how likely, the likeliest first."""
        check_kind("text", text, str)
        told = text.strip()
        name, number = parse_name(told), phone_key(told)
        asked = {told, email_key(told), number, profile_key(told)}
        ranked = []
        for contact, its_name in zip(self.contacts, self._names, strict=True):
            rank, keys = _likeness(name, its_name), contact.keys
            if not asked.isdisjoint(keys):
                rank = KNOWN_BY_IT
            elif number is not None and any(is_number_without_country(number, k) for k in keys):
                rank = NAMED_ALIKE
            if rank != NOT_MEANT:
                ranked.append((rank, contact))
        return sorted(ranked, key=lambda pair: (pair[0], pair[1].key))


def _likeness(asked: PersonName, name: PersonName) -> int:
    """How likely a name is meant by another, which may be a part of it."""
    if not asked.tokens or not name.tokens:
        return NOT_MEANT
    if asked.tokens == name.tokens:
        return OF_THAT_NAME
    if asked.tokens < name.tokens:
        return NAMED_SO_IN_PART
    is_misspelt_word = any(is_misspelt(a, b) for a in asked.tokens for b in name.tokens)
    return NAMED_ALIKE if name_reason(asked, name) or is_misspelt_word else NOT_MEANT


def _introduced(contact: Contact) -> str:
    """A name, and the employer where one is known, which tells two of one name apart."""
    name, employer = printable(contact.label), printable(contact.organisation)
    return f"{name} ({employer})" if employer else name


def new_contact(who: Contact | str) -> Contact:
    """A contact of whom nothing is known but what she was called."""
    if isinstance(who, Contact):
        return who
    told = who.strip()
    if key := email_key(told):
        return Contact(key=key, emails=[told])
    if key := phone_key(told):
        return Contact(key=key, phones=[told])
    if key := profile_key(told):
        return Contact(key=key, profiles=[told])
    return Contact(key=f"name:{told.casefold()}", name=told)
