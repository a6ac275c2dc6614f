"""Through whom the owner of the records first met people."""

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.model import Key
from netzwerkwandel.network import FloatArray, IntArray
from netzwerkwandel.network.chronicle import Chronicle


@attrs.frozen
class Meeting:
    """A person's first contact with the owner.

    Parameters
    ----------
    when : float
        The moment, in seconds since 1970.
    key : str
        Who was met.
    """

    when: float
    key: Key = attrs.field(repr=False)


def first_meetings(known: Chronicle) -> dict[int, list[Meeting]]:
    """For each contact, by number: who was first met with her, or through her, in order of time.

    With her: she took part in the first interaction with them. Through her: of all whom the owner
    knew before, she alone had been in contact with them.
    """
    who, when, event = _first_contacts(known)
    through = _only_go_betweens(known, who, when)
    records = known.records
    number = {contact.key: i for i, contact in enumerate(records.contacts)}
    found: dict[int, list[Meeting]] = {}
    for i in np.lexsort((who, when)).tolist():
        person = int(who[i])
        step = records.interactions[int(event[i])]
        with_whom = {number[records.person_of[key]] for key in step.participants}
        for other in with_whom | through.get(person, set()):
            met = Meeting(float(when[i]), records.contacts[person].key)
            found.setdefault(other, []).append(met)
    return found


def _first_contacts(known: Chronicle) -> tuple[IntArray, FloatArray, IntArray]:
    """With whom the owner ever was in contact, when first, and in which interaction."""
    contacts = known.contacts
    first, second = contacts.first_person, contacts.second_person
    mine = (first == known.me) | (second == known.me)
    rows, other = contacts.starts[mine], np.where(first == known.me, second, first)[mine]
    return other, contacts.when[rows], contacts.event[rows]


def _only_go_betweens(known: Chronicle, who: IntArray, when: FloatArray) -> dict[int, set[int]]:
    """The one whom the owner knew who alone knew somebody before the owner did, where there is one.

    The first contact of two people says whether they knew each other by then.
    """
    contacts = known.contacts
    met = np.full(contacts.people, np.inf)
    met[who] = when
    a, b = contacts.first_person, contacts.second_person
    person, between = np.r_[a, b], np.r_[b, a]
    knew = np.tile(contacts.when[contacts.starts], 2)
    before = (met[between] < met[person]) & (knew < met[person])
    person, between = person[before], between[before]
    people, at, counts = np.unique(person, return_index=True, return_counts=True)
    alone = counts == 1
    pairs = zip(people[alone].tolist(), between[at[alone]].tolist(), strict=True)
    return {one: {other} for one, other in pairs}
