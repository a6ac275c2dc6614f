"""One entry of an address book, and what it says about a person."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property

import attrs

from netzwerkwandel.identity.names import spelt_name
from netzwerkwandel.model import Key, Relation
from netzwerkwandel.sources.address_book.words import (
    is_system_label,
    names_a_business,
    relation_by_label,
)
from netzwerkwandel.sources.keys import keys_in_order
from netzwerkwandel.sources.text import person_name


_DAY = re.compile(r"(\d{4}|--?)-?(\d{2})-?(\d{2})(?!\d)")
_NO_YEAR = frozenset(["1604", "1900", "0000"])


@attrs.frozen(kw_only=True)
class Entry:
    """What an address book says about one person; its texts are in one line each.

    Parameters
    ----------
    name : str
        What to call the person.
    has_name_parts : bool
        Whether the book tells the given name and the family name apart.
    emails, phones, profiles : tuple of str
        Those that can be reached.
    work_phones : tuple of str
        Of the phones those at work.
    organisation, position : str
        The employer, and as what the person works.
    labels : tuple of str
        The groups that the owner has put the person in.
    nicknames : tuple of str
        What else the person is called.
    born : str
        The birthday, as ``birthday`` gives it.
    since : date or None
        Since when the owner has known the person.
    uid : str
        What tells this entry from all others; empty where the book has no such thing.
    related : tuple of pairs
        Relations to others, whom an address or the ``uid`` of another entry names.
    relatives : tuple of pairs
        What others, whom a name alone names, are to this person.
    is_group, is_company : bool
        Whether the book says that this is no person.
    """

    name: str = ""
    has_name_parts: bool = False
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    work_phones: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    organisation: str = ""
    position: str = ""
    labels: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    born: str = ""
    since: date | None = None
    uid: str = ""
    related: tuple[tuple[frozenset[Relation], str], ...] = ()
    relatives: tuple[tuple[Relation, str], ...] = ()
    is_group: bool = False
    is_company: bool = False

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The keys of this person, the one that says most about who it is first."""
        return tuple(keys_in_order(self.emails, self.phones, self.profiles))

    @property
    def communities(self) -> tuple[str, ...]:
        """The labels that the owner gave, save those that state a relation."""
        return tuple(
            label
            for label in self.labels
            if not is_system_label(label) and relation_by_label(label) is None
        )

    @property
    def relations(self) -> frozenset[Relation]:
        """The relations to the owner that labels state."""
        stated = map(relation_by_label, self.labels)
        return frozenset(relation for relation in stated if relation is not None)

    @property
    def is_person(self) -> bool:
        """Whether it is about one person, as far as it tells: not a group or a company."""
        if self.is_group:
            return False
        if self.has_name_parts and not self.is_company:
            return True
        # A company is marked so; elsewhere it has no other name than that of its organisation.
        is_called_so = self.name.casefold() == person_name(self.organisation).casefold()
        if self.has_name_parts:
            return not is_called_so
        return not self.is_company and not (self.name and is_called_so)

    @property
    def is_business(self) -> bool:
        """Whether it is a shop, an office or a service: to be called, and nobody to talk to."""
        if not self.name and self.organisation:
            # The firm's own entry, unless an address spells somebody's name.
            return not any(map(spelt_name, self.emails))
        return names_a_business(self.name)


def birthday(text: str) -> str:
    """Read a birthday; where no year is known, programs write one that is none.

    Examples
    --------
    >>> birthday("19790401"), birthday("1604-04-01"), birthday("soon")
    ('1979-04-01', '--04-01', '')
    """
    found = _DAY.match(text)
    if found is None:
        return ""
    year, month, day = found.groups()
    if not ("01" <= month <= "12" and "01" <= day <= "31"):
        return ""
    return f"{'-' if year in _NO_YEAR or year.startswith('-') else year}-{month}-{day}"
