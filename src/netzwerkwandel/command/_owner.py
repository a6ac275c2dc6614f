"""Whether what is read is the data of whom the kept data is of."""

from __future__ import annotations

from collections.abc import Collection

import attrs
import numpy as np

from netzwerkwandel.identity.likeness import NameFit, name_fit
from netzwerkwandel.identity.names import parse_name
from netzwerkwandel.model import ME, Contact, Key
from netzwerkwandel.records import Records
from netzwerkwandel.records.contents import Origin
from netzwerkwandel.storage import Storage


@attrs.frozen
class KeptOwner:
    """Whose data is kept already.

    Parameters
    ----------
    contact : Contact
        The owner.
    origin : Origin
        How she was recognised when the first of it was kept.
    """

    contact: Contact
    origin: Origin

    @classmethod
    def of(cls, storage: Storage | None) -> KeptOwner | None:
        """Find whose the data in a storage is, if there is any."""
        if storage is None or not (origin := storage.origin).me:
            return None
        return cls(storage.contacts.get(origin.me), origin)

    @property
    def keys(self) -> frozenset[Key]:
        """By what she is known; that she is the owner is no key of hers alone."""
        return self.contact.keys - {ME}

    def other(self, given: Collection[Key], storage: Storage) -> Contact | None:
        """Find the contact of the kept data who is said to be the owner, and is another one."""
        if not given or not self.keys.isdisjoint(given):
            return None
        others = (each for each in storage.contacts if not each.keys.isdisjoint(given))
        return next((each for each in others if each != self.contact), None)

    def is_owner_of(self, read: Records, given: Collection[Key]) -> bool:
        """Say whether what was read is hers, too.

        She is known by one of her keys there, bears no other name, and is in most of what happened:
        in a mailbox of her own everybody writes to her.
        """
        if read.me is None:
            return True
        found = read.contact(read.me)
        if found.keys.isdisjoint(self.keys):
            return False
        if not given and not found.keys <= self.contact.keys and self._is_called_otherwise(found):
            return False
        return _share_of(read) >= 0.5

    def _is_called_otherwise(self, found: Contact) -> bool:
        names = (parse_name(each.name) for each in (self.contact, found))
        return name_fit(*names) is NameFit.CONTRADICTS


def _share_of(read: Records) -> float:
    """In how much of what happened the owner is, from 0 to 1; 1 where nothing did."""
    happened, person_of = read.interactions, read.person_of
    if not len(happened):
        return 1.0
    mine = np.array([person_of.get(key, key) == read.me for key in happened.people], dtype=np.bool_)
    # Participants 0 1 | 1 2 of two mails, of whom 0 is she: True False | False False, and over each
    # mail, from where it starts, True False.
    there = np.logical_or.reduceat(mine[happened.participants], happened.starts[:-1])
    return float(there.mean())
