"""Who comes into question at all."""

from __future__ import annotations

import numpy as np

from netzwerkwandel.model import Contact
from netzwerkwandel.model.addresses import is_role_address
from netzwerkwandel.network import BoolArray, Ties


def are_eligible(ties: Ties) -> BoolArray:
    """Whether a contact comes into question: a person, not an office, and not one-sided."""
    office = ties.of_contacts(lambda contact: float(is_office(contact))) > 0
    eligible: BoolArray = ~ties.ended_in_conflict & ~_one_sided(ties) & ~office
    return eligible


def _one_sided(ties: Ties) -> BoolArray:
    """Where one wrote and the other never did, unless only one side was ever seen of anybody."""
    if not np.any(ties.reciprocity[ties.talks == 0] > 0):
        return np.zeros(len(ties), dtype=bool)
    one_sided: BoolArray = (ties.reciprocity == 0) & ~ties.is_stated
    return one_sided


def is_office(contact: Contact) -> bool:
    """Say whether a contact is an office, not a person.

    So is one with nothing but addresses of a role.
    """
    ways = [*contact.phones, *contact.profiles, *contact.emails]
    ways += [key.removeprefix("mailto:") for key in contact.keys if key.startswith("mailto:")]
    return bool(ways) and all(is_role_address(way) for way in ways)
