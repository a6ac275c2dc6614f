"""Records without a person who asks to be forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

import attrs
import numpy as np

from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.keys import Key
from netzwerkwandel.records.records import Records


ADDRESSES = frozenset(["mailto", "linkedin", "tel"])
"""What a key begins with that holds an address, by which a report may call a person."""


def forgotten(records: Records, keys: AbstractSet[Key]) -> Records:
    """Take the person of these keys out of everything, and leave everything else as it is.

    What she sent is gone; of what she took part in with at least two others, only she is.
    """
    told: set[str] = set()
    for contact in (*records.contacts, *records.found):
        if contact.key not in keys:
            continue
        told.update((*contact.emails, *contact.phones, *contact.profiles))
        for key in contact.keys:
            scheme, _, address = key.partition(":")
            told.add(address if scheme in ADDRESSES else key)
        # A given name alone is a word of other sentences, too.
        if len(contact.name.split()) > 1:
            told.add(contact.name)
    told = {text.casefold() for text in told}
    decided = (records.merged, records.kept_apart)
    merged, kept_apart = ([pair for pair in pairs if keys.isdisjoint(pair)] for pairs in decided)
    return attrs.evolve(
        records,
        contacts=[contact for contact in records.contacts if contact.key not in keys],
        found=[contact for contact in records.found if contact.key not in keys],
        ties=[tie for tie in records.ties if keys.isdisjoint((tie.a, tie.b))],
        interactions=without_people(records.interactions, keys, records.person_of),
        experiments=[
            attrs.evolve(each, met=set(each.met) - keys) if keys & set(each.met) else each
            for each in records.experiments
        ],
        merged=merged,
        kept_apart=kept_apart,
        reports=[
            attrs.evolve(
                report,
                problems=[
                    problem
                    for problem in report.problems
                    if not any(text in str(problem).casefold() for text in told)
                ],
            )
            for report in records.reports
        ],
    )


def without_people(
    happened: InteractionColumns, keys: AbstractSet[Key], person_of: Mapping[Key, Key]
) -> InteractionColumns:
    """Take some keys out of what happened: what they sent, and what fewer than two others shared.

    Parameters
    ----------
    happened : InteractionColumns
        What happened.
    keys : set of str
        Who is taken out.
    person_of : mapping of str to str
        Whom each key means: somebody who took part by two of her keys is one.

    Returns
    -------
    InteractionColumns
        The same object where none of them took part in anything.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from netzwerkwandel.model import Interaction
    >>> noon = datetime(2026, 3, 9, 12, tzinfo=UTC)
    >>> lunch = Interaction(key="lunch", when=noon, participants=["ben", "eva", "noor"])
    >>> happened = InteractionColumns.from_interactions([lunch])
    >>> person_of = {key: key for key in lunch.participants}
    >>> without_people(happened, {"eva"}, person_of)[0].participants
    ('ben', 'noor')
    """
    # One more place at the end is for nobody, who is -1 and who is not taken out.
    is_out = np.array([*(key in keys for key in happened.people), False])
    if not is_out.any():
        return happened
    n, people = len(happened), len(happened.people)
    number: dict[Key, int] = {}
    person = np.array([number.setdefault(person_of[key], len(number)) for key in happened.people])
    event = np.repeat(np.arange(n), np.diff(happened.starts))
    stays = ~is_out[happened.participants]
    # How many people are left of each event? Every participant is written as event * people +
    # person: of 10 people, the persons 4 6 4 in event 2 are 24 26 24. Each number once is 24 26,
    # and divided by 10 again 2 2: two are left of event 2.
    shared = np.unique(event[stays] * people + person[happened.participants[stays]]) // people
    is_whole = np.bincount(event[stays], minlength=n) == np.diff(happened.starts)
    is_shared = np.bincount(shared, minlength=n) > 1
    kept = np.flatnonzero(is_whole | (is_shared & ~is_out[happened.sender]))
    left = happened.take(kept)
    # Those who are out still stand in what is kept, and are now left out of it.
    is_out = np.array([*(key in keys for key in left.people), False])
    stays = ~is_out[left.participants]
    number_now = np.cumsum(~is_out) - 1
    number_now[-1] = -1
    counts = np.add.reduceat(stays.astype(np.int64), left.starts[:-1])
    return attrs.evolve(
        left,
        sender=number_now[left.sender],
        starts=np.r_[0, np.cumsum(counts)],
        participants=number_now[left.participants[stays]],
        people=[key for key in left.people if key not in keys],
    )
