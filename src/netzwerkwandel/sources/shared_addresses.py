"""Addresses that several names share, by all that was read: whose are they, or nobody's?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

import attrs
import numpy as np

from netzwerkwandel.identity.names import is_relayed, parse_name
from netzwerkwandel.identity.shared_keys import (
    are_strangers,
    bare_key,
    named_key,
    several_people,
)
from netzwerkwandel.model import (
    InteractionColumns,
    Key,
    Nobodies,
    NobodyReason,
    SkipReason,
    SourceKind,
)
from netzwerkwandel.records.forgotten import without_people
from netzwerkwandel.sources.happened import NOBODY
from netzwerkwandel.sources.reading import MOST_NAMED, Reading, nobodies_of


_MET_IN = frozenset([SourceKind.MAIL, SourceKind.CALENDAR])
# Of a service a mailbox may hold thousands of names; of some of them it is known as such.
_MOST_NAMES = 50
_FEW, _FEW_OF_A_RELAY = 3, 2


def told_apart(readings: Sequence[Reading], mine: Collection[Key]) -> list[Reading]:
    """Look at addresses again that are met under several names in what was read together.

    A mailbox knows its own names only. What is used under three names with nothing in common is
    nobody's address; of two people who share one, each has a key with the name behind it.

    Parameters
    ----------
    readings : sequence of Reading
        All that was read; only mail and calendars tell who is met at an address.
    mine : collection of str
        Keys of the owner, whom others call what they like.

    Returns
    -------
    list of Reading
        The same, save what names such an address.
    """
    met: defaultdict[Key, dict[str, None]] = defaultdict(dict)
    for reading in readings:
        if reading.report.kind in _MET_IN:
            for contact in reading.contacts:
                if contact.name and bare_key(contact.key) not in mine:
                    met[bare_key(contact.key)][contact.name] = None
    nobodies: set[Key] = set()
    key_of: dict[tuple[Key, str], Key] = {}
    for key, called in met.items():
        if len(called) > 1 and key.startswith("mailto:"):
            names = {name: parse_name(name) for name in sorted(called)[:_MOST_NAMES]}
            few = _FEW_OF_A_RELAY if any(map(is_relayed, names)) else _FEW
            if are_strangers([name for name in names.values() if name.is_spelt_out], few):
                nobodies.add(key)
                continue
            for place, group in enumerate(several_people(names, key)):
                its_key = named_key(key, names[group[0]]) if place else key
                key_of.update(((key, name), its_key) for name in group)
    return [_reading_of(reading, nobodies, key_of) for reading in readings]


def _reading_of(
    reading: Reading, nobodies: Collection[Key], key_of: Mapping[tuple[Key, str], Key]
) -> Reading:
    """A reading without the addresses that are nobody's, and with people under their own keys."""
    if reading.report.kind not in _MET_IN:
        return reading
    here = {contact.key: contact.name for contact in reading.contacts}
    gone = {key for key in here if bare_key(key) in nobodies}
    wanted = {key: key_of.get((bare_key(key), name), key) for key, name in here.items()}
    # Two whom this mailbox tells apart stay two.
    times = Counter(wanted.values())
    new = {key: to for key, to in wanted.items() if key != to and times[to] == 1} if key_of else {}
    if not gone and not new:
        return reading
    before = reading.interactions
    if not isinstance(before, InteractionColumns):
        before = InteractionColumns.from_interactions(before)
    left = without_people(before, gone, {key: key for key in before.people}) if gone else before
    lost = len(before) - len(left)
    report, skipped = reading.report, Counter(dict(reading.report.skipped))
    skipped[SkipReason.AUTOMATIC] += lost
    return attrs.evolve(
        reading,
        contacts=[
            attrs.evolve(contact, key=new.get(contact.key, contact.key))
            for contact in reading.contacts
            if contact.key not in gone
        ],
        interactions=_renamed(left, new) if new else left,
        report=attrs.evolve(
            report,
            used=report.used - lost,
            skipped=skipped,
            nobodies=_with_more(report.nobodies, {key: key.rpartition("@")[2] for key in gone}),
        ),
    )


def _renamed(happened: InteractionColumns, new: Mapping[Key, Key]) -> InteractionColumns:
    """What happened, with some people under other keys."""
    people = [new.get(key, key) for key in happened.people]
    in_order = sorted(range(len(people)), key=people.__getitem__)
    # People b d of whom d is called a now stand as 1 0 in the new order; the last place is for
    # whoever sent nothing: -1 reads it.
    place = np.full(len(people) + 1, NOBODY, dtype=np.int64)
    place[in_order] = np.arange(len(people))
    participants = place[happened.participants]
    row_of = np.repeat(np.arange(len(happened)), np.diff(happened.starts))
    return attrs.evolve(
        happened,
        participants=participants[np.lexsort((participants, row_of))],
        sender=place[happened.sender],
        people=[people[i] for i in in_order],
    )


def _with_more(told: Sequence[Nobodies], gone: Mapping[Key, str]) -> list[Nobodies]:
    """The addresses that are nobody's, with those that only all readings together show."""
    if not gone:
        return [*told]
    (fresh,) = nobodies_of({NobodyReason.MANY_NAMES: gone})
    for known in told:
        if known.reason is NobodyReason.MANY_NAMES:
            named = list(dict.fromkeys((*known.named, *fresh.named)))
            more = known.more + fresh.more + len(named[MOST_NAMED:])
            fresh = attrs.evolve(fresh, named=named[:MOST_NAMED], more=more)
    others = [each for each in told if each.reason is not NobodyReason.MANY_NAMES]
    return sorted([*others, fresh], key=lambda each: each.reason)
