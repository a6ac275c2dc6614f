from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

import numpy as np

from netzwerkwandel.model import Contact, Goal
from netzwerkwandel.network import IntArray, Network
from netzwerkwandel.network.fields import matching_field


class FieldClass(IntEnum):
    """Where someone works, as seen by a person who changes career."""

    OTHER = 0
    OLD = 1
    TARGET = 2


def field_classes(network: Network, *, old: Sequence[str], target: Goal) -> IntArray:
    """Who works in the old field, who in the one to go to, and who elsewhere?

    Parameters
    ----------
    network : Network
        Built from records; of people without a record nothing is known.
    old : sequence of str
        The fields of work that the person comes from.
    target : Goal
        Where the change is heading.

    Returns
    -------
    IntArray, shape (n_contacts,)
        A ``FieldClass`` for each person. Who works in both is of the target field; of whom nothing
        is known, of another.

    Raises
    ------
    InvalidRecordError
        If ``old`` names no field.

    See Also
    --------
    brokerage : Who stands between these classes.
    """
    before = Goal(fields=old)

    def of(contact: Contact) -> FieldClass:
        if matching_field(contact, target) is not None:
            return FieldClass.TARGET
        return FieldClass.OTHER if matching_field(contact, before) is None else FieldClass.OLD

    if not network.contacts:
        return np.full(network.n_contacts, FieldClass.OTHER, dtype=np.int64)
    return np.array([of(contact) for contact in network.contacts], dtype=np.int64)
