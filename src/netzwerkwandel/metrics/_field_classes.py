from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum

import numpy as np

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.model import Goal
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network import IntArray, Network


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
        A ``FieldClass`` for each person: TARGET for those who work in both fields, OTHER for those
        of whom nothing is known.

    Raises
    ------
    InvalidArgumentError
        If ``old`` names no field, or is no list of them; or if the network or the target is none.

    See Also
    --------
    brokerage : Who stands between these classes.

    Examples
    --------
    >>> from datetime import datetime, timezone
    >>> from netzwerkwandel import Contact, Records, Tie
    >>> people = [
    ...     Contact(key="mara", name="Mara"),
    ...     Contact(key="ben", name="Ben", position="Ward nurse"),
    ...     Contact(key="eva", name="Eva", fields=["UX research"]),
    ... ]
    >>> ties = [Tie(a="mara", b="ben"), Tie(a="mara", b="eva")]
    >>> records = Records(contacts=people, ties=ties, me="mara")
    >>> network = Network.from_records(records, as_of=datetime(2026, 3, 1, tzinfo=timezone.utc))
    >>> found = field_classes(network, old=["nurse"], target=Goal(fields=["ux research"]))
    >>> {key: FieldClass(number).name for key, number in zip(network.keys, found)}
    {'ben': 'OLD', 'eva': 'TARGET', 'mara': 'OTHER'}
    """
    check_kind("network", network, Network)
    check_kind("target", target, Goal)
    # A text is a sequence of texts, too: of its letters.
    given: object = old
    listed = isinstance(given, Iterable) and not isinstance(given, str) and list(given)
    if not (listed and all(isinstance(field, str) for field in listed)):
        raise InvalidArgumentError(f"old must list at least one field of work, got {shown(old)}")
    classes = np.full(network.n_contacts, FieldClass.OTHER, dtype=np.int64)
    matcher = network.field_matcher
    for place, contact in enumerate(network.contacts):
        if matcher.first_field(contact, target.fields) is not None:
            classes[place] = FieldClass.TARGET
        elif matcher.first_field(contact, old) is not None:
            classes[place] = FieldClass.OLD
    return classes
