from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from functools import cached_property
from itertools import groupby
from operator import attrgetter

import attrs

from netzwerkwandel.errors import InvalidRecordError, shown
from netzwerkwandel.model.keys import Key, email_key, phone_key, profile_key, without_addresses
from netzwerkwandel.model.validation import (
    check_birthday,
    check_bool,
    check_key,
    check_keys,
    check_optional_bool,
    check_optional_day,
    check_text,
    check_texts,
    check_values,
    sorted_texts,
    texts,
    values,
)
from netzwerkwandel.texts import Stated, cut


@attrs.frozen(kw_only=True)
class Work:
    """Where did somebody work, and as what, when it was last told?

    Parameters
    ----------
    organisation, position : str
        Where, and as what; empty says not known.
    seen : date or None
        The last day as of which this was told; None for not known.

    Raises
    ------
    InvalidRecordError
        If a value breaks the rule of its field.

    Examples
    --------
    >>> Work(organisation="Contoso", seen=date(2025, 3, 1))
    Work(organisation='Contoso', position='', seen=datetime.date(2025, 3, 1))
    """

    organisation: str = attrs.field(default="", validator=check_text)
    position: str = attrs.field(default="", validator=check_text)
    seen: date | None = attrs.field(default=None, validator=check_optional_day)


def _works(value: Iterable[Work]) -> tuple[Work, ...]:
    return values(value)


LONGEST_LABEL = 120
"""A name is cut after so many letters where it is shown; in the records it is whole."""


@attrs.frozen(kw_only=True, repr=False)
class Contact(Stated):
    """A person: who is this, and how is he or she found again in another export?

    Only ``key`` is required; every other default says "not known". A ``repr`` shows no address.

    Parameters
    ----------
    key : str
        The stable name of this person, such as ``"mailto:ben@example.org"``.
    name : str
        As the person is called.
    emails, phones, profiles : sequence of str
        As written; what makes two of them the same is said by ``keys``.
    organisation, position : str
        Where the person works now, and as what. No score reads them.
    fields : sequence of str
        The fields of work the person is at home in.
    communities : sequence of str
        Groups, clubs and professional communities the person belongs to.
    changed_career : bool or None
        Whether the person has changed career. Where nobody states it, True is an estimate from two
        exports: another employer, and a position of another kind.
    notes : str
        Free text of the user's own.
    aliases : sequence of str
        Other keys that this very person is known by.
    seen : date or None
        The day as of which ``organisation`` and ``position`` were told.
    earlier_work : sequence of Work
        Where the person worked before, as told by earlier exports; the oldest first.
    nicknames : sequence of str
        What else the person is called.
    born : str
        The birthday, as ``"1979-04-01"``, or ``"--04-01"`` where the year is not told.
    work_phones : sequence of str
        Those of the ``phones`` that are at work: colleagues may answer there, too.

    Raises
    ------
    InvalidRecordError
        If a value breaks the rule of its field.

    Examples
    --------
    >>> Contact(key="mailto:ben@example.org", name="Ben Okafor", emails=["ben@example.org"])
    Contact('Ben Okafor')
    """

    key: Key = attrs.field(validator=check_key)
    name: str = attrs.field(default="", validator=check_text)
    emails: tuple[str, ...] = attrs.field(default=(), converter=texts, validator=check_texts)
    phones: tuple[str, ...] = attrs.field(default=(), converter=texts, validator=check_texts)
    profiles: tuple[str, ...] = attrs.field(default=(), converter=texts, validator=check_texts)
    organisation: str = attrs.field(default="", validator=check_text)
    position: str = attrs.field(default="", validator=check_text)
    fields: tuple[str, ...] = attrs.field(default=(), converter=texts, validator=check_texts)
    communities: tuple[str, ...] = attrs.field(default=(), converter=texts, validator=check_texts)
    changed_career: bool | None = attrs.field(default=None, validator=check_optional_bool)
    notes: str = attrs.field(default="", validator=check_text)
    aliases: tuple[Key, ...] = attrs.field(default=(), converter=sorted_texts, validator=check_keys)
    seen: date | None = attrs.field(default=None, validator=check_optional_day)
    earlier_work: tuple[Work, ...] = attrs.field(
        default=(), converter=_works, validator=check_values(Work)
    )
    nicknames: tuple[str, ...] = attrs.field(default=(), converter=texts, validator=check_texts)
    born: str = attrs.field(default="", validator=check_birthday)
    work_phones: tuple[str, ...] = attrs.field(default=(), converter=texts, validator=check_texts)

    def __repr__(self) -> str:
        return f"Contact({self.label!r})"

    @cached_property
    def keys(self) -> frozenset[Key]:
        """Every key under which this person may be met in an export."""
        if not (self.emails or self.phones or self.profiles or self.aliases):
            return frozenset((self.key,))
        found = [self.key, *self.aliases]
        found += [key for e in self.emails if (key := email_key(e))]
        found += [key for p in self.phones if (key := phone_key(p))]
        found += [key for p in self.profiles if (key := profile_key(p))]
        return frozenset(found)

    @property
    def label(self) -> str:
        """How to call this person where no address may be shown, in not too many letters."""
        return name_told(self) or "someone without a name"

    @cached_property
    def apart(self) -> str:
        """What tells this person from others of one name; put there by ``told_apart`` alone."""
        return ""


def known_by(contact: Contact) -> Collection[Key]:
    """The keys of a contact, as ``keys``, where all are asked: of whom one is known, no set stays.

    Examples
    --------
    >>> known_by(Contact(key="linkedin:ben"))
    ('linkedin:ben',)
    """
    has_others = contact.emails or contact.phones or contact.profiles or contact.aliases
    return contact.keys if has_others else (contact.key,)


def name_told(contact: Contact) -> str:
    """The name, or as an address spells it, in not too many letters; empty where nothing does."""
    if name := without_addresses(contact.name[: 2 * LONGEST_LABEL]).strip():
        return cut(name, LONGEST_LABEL)
    for address in (contact.name[:LONGEST_LABEL], *contact.emails):
        local = address.strip("<> ").partition("@")[0].partition("+")[0]
        words = local.replace(".", " ").replace("_", " ").split()
        if "@" in address and words:
            return " ".join(words).title()
    return ""


_KEY = attrgetter("key")


def contact_order(contact: Contact) -> tuple[object, ...]:
    """Order contacts by key, and those found under one key by all that they say."""
    career = str(contact.changed_career)
    return (
        *(contact.key, contact.name, contact.emails, contact.phones, contact.profiles),
        *(contact.organisation, contact.position, contact.fields, contact.communities),
        *(career, contact.notes, contact.aliases, str(contact.seen)),
        [(work.organisation, work.position, str(work.seen)) for work in contact.earlier_work],
        *(contact.nicknames, contact.born, contact.work_phones),
    )


def in_contact_order(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Sort contacts by ``contact_order``, which is asked only of those that share a key."""
    by_key = sorted(contacts, key=_KEY)
    if len(set(map(_KEY, by_key))) == len(by_key):
        return tuple(by_key)
    ordered: list[Contact] = []
    for _, same in groupby(by_key, key=_KEY):
        alike = list(same)
        ordered += sorted(alike, key=contact_order) if len(alike) > 1 else alike
    return tuple(ordered)


@attrs.frozen(kw_only=True, repr=False)
class Decision:
    """What was decided about two keys: are they one person, or two?

    Parameters
    ----------
    a, b : str
        The two keys, in any order; kept with the smaller first.
    is_one_person : bool
        True where they were merged, False where they were kept apart.

    Raises
    ------
    InvalidRecordError
        If a value breaks the rule of its field, or both keys are the same.

    Examples
    --------
    >>> Decision(a="mailto:ben@example.org", b="linkedin:ben", is_one_person=True).pair
    ('linkedin:ben', 'mailto:ben@example.org')
    """

    a: Key = attrs.field(validator=check_key)
    b: Key = attrs.field(validator=check_key)
    is_one_person: bool = attrs.field(validator=check_bool)

    def __attrs_post_init__(self) -> None:
        if self.a == self.b:
            raise InvalidRecordError(f"a decision is about two keys, got {shown(self.a)} twice")
        if self.b < self.a:
            a, b = self.b, self.a
            object.__setattr__(self, "a", a)
            object.__setattr__(self, "b", b)

    def __repr__(self) -> str:
        return f"Decision({'one person' if self.is_one_person else 'two people'})"

    @property
    def pair(self) -> tuple[Key, Key]:
        """The two keys, the smaller first."""
        return self.a, self.b
