"""Which contacts may be one person? To be asked, not to be decided here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from netzwerkwandel.identity.candidates import Candidate, candidate, pairs
from netzwerkwandel.identity.evidence import TOGETHER, LookalikeReason, likelihood, weigh
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.keys import Key


if TYPE_CHECKING:
    from netzwerkwandel.records.records import Records


__all__ = ["LookalikeReason", "PossibleDuplicate", "possible_duplicates"]

_WORTH_ASKING = 0.3


@attrs.frozen(repr=False)
class PossibleDuplicate:
    """Two contacts that may be one person: why, and how likely is it?

    Parameters
    ----------
    a, b : Contact
        The two, in the order of their keys.
    reasons : tuple of LookalikeReason
        What speaks for it.
    likelihood : float
        From 0 to 1, with what speaks against it; an estimate to sort by.
    """

    a: Contact
    b: Contact
    reasons: tuple[LookalikeReason, ...]
    likelihood: float

    def __repr__(self) -> str:
        reasons = ", ".join(self.reasons)
        return (
            f"PossibleDuplicate({self.a.label!r}, {self.b.label!r}, "
            f"{self.likelihood:.2f}: {reasons})"
        )


def possible_duplicates(records: Records) -> tuple[PossibleDuplicate, ...]:
    """Ask about the contacts that may be one person, each pair with the reasons.

    Compared are names (nicknames, initials and single slips of the pen included), names that mail
    addresses spell, employers, numbers without country code, and addresses shared by people of
    different names. Against it speak two profiles, other given names, and having taken part in one
    mail or meeting together; the last says nothing of the owner, who took part in all.

    Parameters
    ----------
    records : Records
        All of one person's data.

    Returns
    -------
    tuple of PossibleDuplicate
        Most likely first. Pairs kept apart are left out, and so are the addresses of roles, and
        contacts without any name.

    Examples
    --------
    >>> from netzwerkwandel.model import Contact, Records
    >>> bob = Contact(key="card:1", name="Bob Smith")
    >>> robert = Contact(key="card:2", name="Smith, Robert")
    >>> possible_duplicates(Records(contacts=[bob, robert]))
    (PossibleDuplicate('Bob Smith', 'Smith, Robert', 0.73: nickname of the same name),)
    """
    candidates = [each for contact in records.contacts if (each := candidate(contact))]
    apart = _apart(records)
    asked = [
        (candidates[i], candidates[j], reasons, log_odds)
        for i, j in pairs(candidates)
        if (candidates[i].contact.key, candidates[j].contact.key) not in apart
        for reasons, log_odds in [weigh(candidates[i], candidates[j])]
        if reasons and likelihood(log_odds) >= _WORTH_ASKING
    ]
    return _sorted(_met(asked, records))


def _apart(records: Records) -> set[tuple[Key, Key]]:
    apart = set()
    for pair in records.kept_apart:
        a, b = sorted(records.person_of.get(key, key) for key in pair)
        apart.add((a, b))
    return apart


_Asked = tuple[Candidate, Candidate, tuple[LookalikeReason, ...], float]


def _met(asked: Sequence[_Asked], records: Records) -> list[PossibleDuplicate]:
    """Take into account who took part in something together."""
    events = _events({each.contact.key for a, b, *_ in asked for each in (a, b)}, records)
    me = records.me and records.person_of[records.me]
    found = []
    for a, b, reasons, log_odds in asked:
        first, second = a.contact.key, b.contact.key
        together = me not in {first, second} and not events[first].isdisjoint(events[second])
        chance = likelihood(log_odds + TOGETHER * together)
        if chance >= _WORTH_ASKING:
            found.append(PossibleDuplicate(a.contact, b.contact, reasons, chance))
    return found


def _events(people: set[Key], records: Records) -> defaultdict[Key, set[int]]:
    events: defaultdict[Key, set[int]] = defaultdict(set)
    for i, interaction in enumerate(records.interactions):
        for key in interaction.participants:
            person = records.person_of[key]
            if person in people:
                events[person].add(i)
    return events


def _sorted(found: Sequence[PossibleDuplicate]) -> tuple[PossibleDuplicate, ...]:
    return tuple(sorted(found, key=lambda pair: (-pair.likelihood, pair.a.key, pair.b.key)))
