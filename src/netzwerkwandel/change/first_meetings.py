"""Who was first met with whom, or through whom."""

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.model import Key
from netzwerkwandel.network import Chronicle


@attrs.frozen
class FirstMeeting:
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


def first_meetings(chronicle: Chronicle) -> dict[int, list[FirstMeeting]]:
    """For each contact, by number: who was first met with her, or through her, in order of time.

    With her: she took part in the first interaction with them. Through her: of all whom the owner
    knew before, she alone had been in contact with them.
    """
    touches = chronicle.touches
    a, b = touches.first_person, touches.second_person
    people = ~(chronicle.offices[a] | chronicle.offices[b])
    a, b, starts = a[people], b[people], touches.starts[people]
    mine = (a == chronicle.me) | (b == chronicle.me)
    # the first touch of each of the owner's pairs
    rows, who = starts[mine], np.where(a == chronicle.me, b, a)[mine]
    when, event = touches.when[rows], touches.event[rows]
    met = np.full(touches.people, np.inf)
    met[who] = when
    # Every pair is looked at from both sides, as (person, between): did ``between`` know the
    # person before the owner did, and did the owner know ``between`` by then? Cem (4) was met on
    # day 9, and the first touch of a pair says since when the two knew each other:
    #
    #     person  between  met[between]  knew
    #        4       1           2         5     ben was known, and knew him: may have introduced
    #        4       3           7        12     ana came to know him only later
    #        4       5         inf         3     the owner does not know her
    #
    # One row is left of cem, so ben alone can have; where two are left nobody can tell.
    person, between = np.r_[a, b], np.r_[b, a]
    knew = np.tile(touches.when[starts], 2)
    before = (met[between] < met[person]) & (knew < met[person])
    person, between = person[before], between[before]
    some, at, counts = np.unique(person, return_index=True, return_counts=True)
    alone = counts == 1
    through = dict(zip(some[alone].tolist(), between[at[alone]].tolist(), strict=True))
    records, happened = chronicle.records, chronicle.records.interactions
    number = {contact.key: i for i, contact in enumerate(records.contacts)}
    numbers = np.array([number[records.person_of[key]] for key in happened.people], dtype=np.int64)
    meetings: dict[int, list[FirstMeeting]] = {}
    for i in np.lexsort((who, when)).tolist():
        one, (start, end) = int(who[i]), happened.starts[event[i] : event[i] + 2].tolist()
        others = set(numbers[happened.participants[start:end]].tolist())
        meeting = FirstMeeting(float(when[i]), records.contacts[one].key)
        for other in others | ({through[one]} if one in through else set()):
            meetings.setdefault(other, []).append(meeting)
    return meetings
