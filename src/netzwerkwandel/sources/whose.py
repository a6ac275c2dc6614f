"""Whose does an export say that it is, and is that somebody else than of whom the rest is?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

import attrs

from netzwerkwandel.errors import SeveralOwnersError
from netzwerkwandel.identity.likeness import contradict
from netzwerkwandel.identity.names import parse_name
from netzwerkwandel.identity.person_name import PersonName
from netzwerkwandel.model import ME, Contact, Key, MeEvidence, Problem, SourceKind
from netzwerkwandel.sources.reading import Reading


SOMEBODY_ELSE = (
    "it names somebody else as its owner; if that is not you, leave it out, or else add an address "
    "in it to me=[...] or --me"
)


@attrs.frozen(eq=False)
class Claim:
    """Whom an export names as its owner: how she is called there, and by what she is known.

    Parameters
    ----------
    reading : Reading
        The export.
    names : set of PersonName
        What she is called.
    keys : set of str
        What is hers there; that she is the owner says nothing of who that is.
    """

    reading: Reading = attrs.field(repr=False)
    names: frozenset[PersonName]
    keys: frozenset[Key]

    @classmethod
    def of(cls, reading: Reading) -> Claim | None:
        """What an own profile says; a chat only lets guess who its owner is."""
        if reading.report.kind == SourceKind.WHATSAPP:
            return None
        if reading.evidence_of(MeEvidence.MOST_FREQUENT):
            return None
        keys = {ME, *(each.key for each in reading.evidence_of(MeEvidence.PROFILE))}
        hers = [contact for contact in reading.contacts if contact.key in keys]
        names = frozenset(parse_name(contact.name) for contact in hers if contact.name)
        keys = keys.union(*(contact.keys for contact in hers)) - {ME}
        return cls(reading, names, frozenset(keys)) if names or keys else None


def strangers(
    readings: Sequence[Reading],
    known: Contact | None,
    given: Collection[Key],
    delivered: Collection[Key],
) -> list[Problem]:
    """Say which exports name another owner than the rest does.

    Another owner has another name and nothing by which she is known: who has married, or is called
    otherwise in a chat, is known by an account, an address or a card in the address book still.

    Parameters
    ----------
    readings : sequence of Reading
        What was read, in order.
    known : Contact or None
        Whose it must be, where more is known of her already.
    given : set of str
        The keys that were said to be hers: who says so is believed, and told.
    delivered : set of str
        The keys to which whole mailboxes were delivered: one of these may be that of a team.

    Returns
    -------
    list of Problem
        One for each such export.

    Raises
    ------
    SeveralOwnersError
        If nobody has said whose the exports are, or they are to be hers who is known.
    """
    claims = [claim for reading in readings if (claim := Claim.of(reading)) is not None]
    contacts = [contact for reading in readings for contact in reading.contacts]
    if known is not None:
        who = _Known(contacts, {parse_name(known.name)}, set(known.keys - {ME}))
    elif given:
        who = _Known.by_keys(contacts, given)
    else:
        first = next((claim for claim in claims if claim.names), None)
        who = _Known(contacts, set(first.names if first else ()), set(first.keys if first else ()))
    others = who.others(claims)
    if others and (known is not None or not given):
        raise SeveralOwnersError(others[0].reading.report.where)
    if not others and not given and delivered:
        others = _Known.by_keys(contacts, delivered).others(claims)
    return [Problem(each.reading.report.where, SOMEBODY_ELSE) for each in others]


@attrs.define
class _Known:
    """What is known of the owner while one export after another is found to be hers."""

    contacts: Sequence[Contact]
    names: set[PersonName]
    keys: set[Key]

    @classmethod
    def by_keys(cls, contacts: Sequence[Contact], keys: Collection[Key]) -> _Known:
        """Who is met under some keys."""
        named = (contact for contact in contacts if contact.key in keys and contact.name)
        return cls(contacts, {parse_name(contact.name) for contact in named}, set(keys))

    def others(self, claims: Iterable[Claim]) -> list[Claim]:
        """Which exports cannot be hers."""
        left = list(claims)
        while (claim := next(self._hers(left), None)) is not None:
            left.remove(claim)
            self.names |= claim.names
            self.keys |= claim.keys
        return left

    def _hers(self, left: Sequence[Claim]) -> Iterator[Claim]:
        """Those that are hers: by an account, by the name, by a card that holds her accounts."""
        yield from (claim for claim in left if not self.keys.isdisjoint(claim.keys))
        yield from (claim for claim in left if not contradict(self.names, claim.names))
        if left:
            cards = (card for card in self.contacts if not self.keys.isdisjoint(card.keys))
            # A number may be that of a whole family.
            of_her = (c.keys for c in cards if not contradict(self.names, [parse_name(c.name)]))
            met = frozenset(chain.from_iterable(of_her))
            yield from (claim for claim in left if not met.isdisjoint(claim.keys))
