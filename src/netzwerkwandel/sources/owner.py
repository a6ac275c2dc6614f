"""Whose data is this? Given, or found in the exports."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError, UnnamedOwnerError, shown
from netzwerkwandel.identity.likeness import NameFit, name_fit
from netzwerkwandel.identity.names import parse_name
from netzwerkwandel.identity.spelling import fold
from netzwerkwandel.model import (
    ME,
    Channel,
    Contact,
    InteractionColumns,
    Key,
    MeEvidence,
    Problem,
    SourceKind,
)
from netzwerkwandel.model.keys import email_key, phone_key, profile_key
from netzwerkwandel.records import Records
from netzwerkwandel.sources.happened import BY_ADDRESS, came_by
from netzwerkwandel.sources.reading import OwnerEvidence, Reading, contact_at


# A mailbox with a mail or two that came another way, a forwarded folder say, proves nothing.
FEWEST_MAILS = 3
# Less than a 20th of a mailbox came some other way; it is not told of.
_FEW = 20
_ADDRESSES = ("mailto:", "linkedin:", "https:", "tel:")


@attrs.frozen
class Owner:
    """The keys of the person whose data this is, and how she was recognised."""

    keys: tuple[Key, ...]
    evidence: MeEvidence

    def contacts(self) -> list[Contact]:
        """A contact for the owner as such, and for each of her keys."""
        return [Contact(key=ME), *(contact_at(key, key.partition(":")[2]) for key in self.keys)]


def find_owner(given: frozenset[Key], readings: Sequence[Reading]) -> Owner | None:
    """Find whose data this is.

    What is given counts. Else an own profile, and for each mailbox the address that its mail was
    delivered to; else the owner of a calendar; else whoever writes in every chat, or takes part
    most. An address book or an archive that names no owner is still somebody's. Whoever writes in
    the most chats is the owner beside any other evidence, if she can be called so.
    """
    evidence = Evidence(readings)
    owner = evidence.owner(given)
    if owner is None or not owner.keys:
        return owner
    also = {*evidence.aliases(owner.keys), *evidence.in_every_chat(owner.keys)}
    return Owner(tuple(sorted({*owner.keys, *also})), owner.evidence)


@attrs.frozen
class Evidence:
    """What readings tell of whose they are."""

    readings: Sequence[Reading]

    def owner(self, given: frozenset[Key]) -> Owner | None:
        """Find the owner by the strongest evidence that there is."""
        profile = {each.key for each in self._of(MeEvidence.PROFILE)}
        delivered = self.delivered_to()
        if given:
            also = self._called_as(given | profile, delivered)
            return Owner(tuple(sorted(given | profile | also)), MeEvidence.GIVEN)
        if profile:
            return Owner(tuple(sorted(profile | delivered)), MeEvidence.PROFILE)
        if delivered:
            return Owner(tuple(sorted(delivered)), MeEvidence.DELIVERED_TO)
        for evidence, strongest in (
            (MeEvidence.CALENDAR, self._strongest(MeEvidence.CALENDAR)),
            (MeEvidence.CHATS, next(iter(self.in_every_chat(())), None)),
            (MeEvidence.MOST_FREQUENT, self._strongest(MeEvidence.MOST_FREQUENT)),
        ):
            if strongest:
                return Owner((strongest,), evidence)
        named_by = [r for r in self.readings if any(c.key == ME and c.name for c in r.contacts)]
        if named_by:
            # A chat of WhatsApp has no profile: she is who writes there and is not the other.
            by_chats = all(r.report.kind == SourceKind.WHATSAPP for r in named_by)
            return Owner((), MeEvidence.CHATS if by_chats else MeEvidence.PROFILE)
        return Owner((), MeEvidence.UNNAMED) if any(r.has_owner for r in self.readings) else None

    def _of(self, kind: MeEvidence) -> Iterator[OwnerEvidence]:
        return chain.from_iterable(reading.evidence_of(kind) for reading in self.readings)

    def _weights(self, kind: MeEvidence) -> Counter[Key]:
        weights: Counter[Key] = Counter()
        for each in self._of(kind):
            weights[each.key] += each.weight
        return weights

    def _strongest(self, kind: MeEvidence) -> Key | None:
        weights = self._weights(kind)
        return min(weights, key=lambda key: (-weights[key], key), default=None)

    def _called_as(self, mine: Collection[Key], delivered: Collection[Key]) -> set[Key]:
        """To whom of the very same name was a whole mailbox delivered, of an earlier job, say?"""
        names: defaultdict[Key, set[str]] = defaultdict(set)
        asked = {*mine, *delivered}
        for contact in chain.from_iterable(reading.contacts for reading in self.readings):
            if contact.key in asked:
                names[contact.key].add(contact.name.casefold())
        whole = {name for key in mine for name in names[key] if " " in name}
        return {key for key in delivered if names[key] & whole}

    def delivered_to(self) -> set[Key]:
        """The strongest of each mailbox; a few mails, kept from others, count beside few only."""
        strongest = [
            min(evidence, key=lambda each: (-each.weight, each.key))
            for reading in self.readings
            if (evidence := reading.evidence_of(MeEvidence.DELIVERED_TO))
        ]
        enough = min(FEWEST_MAILS, max((each.weight for each in strongest), default=0))
        return {each.key for each in strongest if each.weight >= enough}

    def in_every_chat(self, mine: Collection[Key]) -> set[Key]:
        """Who writes in more chats than anybody else, unless she is called otherwise."""
        weights = self._weights(MeEvidence.CHATS)
        greatest = max(weights.values(), default=0)
        most = [key for key, weight in weights.items() if weight == greatest]
        if len(most) != 1:
            return set()
        everybody = chain.from_iterable(reading.contacts for reading in self.readings)
        named = {(each.key, each.name) for each in everybody if each.name}
        hers = {parse_name(name) for key, name in named if key == ME or key in mine}
        there = {parse_name(name) for key, name in named if key in most}
        fits = [name_fit(a, b) is not NameFit.CONTRADICTS for a in hers for b in there]
        return set(most) if any(fits) or not fits else set()

    def aliases(self, mine: Collection[Key]) -> Iterator[Key]:
        """Find the keys that stand for hers in her own calendar, and are called as she is."""
        evidence = [each for reading in self.readings for each in reading.owner_evidence]
        beside = {each.key: each.beside for each in evidence if each.beside in mine}
        names: defaultdict[Key, set[str]] = defaultdict(set)
        for contact in chain.from_iterable(r.contacts for r in self.readings if beside):
            if contact.key in beside or contact.key in mine:
                names[contact.key].add(fold(contact.name))
        whole = {name for key in mine for name in names[key] if " " in name}
        for alias, owner in beside.items():
            if any(name in whole or is_spelt(name, owner or "") for name in names[alias]):
                yield alias


def is_spelt(name: str, key: Key) -> bool:
    """Does an address spell a name: Mara Vogt, if it is mara@ or m.vogt@?

    Examples
    --------
    >>> is_spelt("mara vogt", "mailto:m.vogt@example.org"), is_spelt("mara", "mailto:mara@x.org")
    (True, False)
    """
    spelt = re.findall(r"[^\W\d_]+", fold(key.partition(":")[2].partition("@")[0]))
    words = name.split()
    is_whole = all(any(word.startswith(part) for word in words) for part in spelt)
    return len(words) > 1 and is_whole and any(word in spelt for word in words)


def of_no_concern(reading: Reading, mine: Collection[Key]) -> Problem | None:
    """Say how many mails of an export name nobody who is the owner; None where these are few."""
    if not reading.interactions or not mine:
        return None
    columns = InteractionColumns.from_interactions(reading.interactions)
    are_mails = came_by(columns, Channel.MAIL)
    if not are_mails.any():
        return None
    is_mine = np.array([key in mine for key in columns.people], dtype=np.bool_)
    # Participants 0 1 | 1 2 of two mails, of whom 0 is hers: True False | False False, and over
    # each mail, from where it starts, True False.
    concerns_her = np.logical_or.reduceat(is_mine[columns.participants], columns.starts[:-1])
    count = int((are_mails & ~concerns_her).sum())
    if not count or count * _FEW < are_mails.sum():
        return None
    reason = (
        "1 mail names none of your addresses; if one was yours, add it to me=[...] or --me"
        if count == 1
        else f"{count:,} mails name none of your addresses; "
        "if one was yours, add it to me=[...] or --me"
    )
    return Problem(reading.report.where, reason)


def check_is_named(given: Collection[Key], records: Records) -> None:
    """Refuse mails and meetings that name an owner who was given nowhere: whose are they?

    A mail to nobody lies in somebody's mailbox, and counts as hers; it names her only where at
    least half of all mails are such.

    Raises
    ------
    UnnamedOwnerError
        If none of them names her.
    """
    happened, person_of = records.interactions, records.person_of
    by_address = came_by(happened, *BY_ADDRESS)
    if not by_address.any():
        return
    is_hers = np.array([person_of.get(key, key) == records.me for key in happened.people])
    is_named = is_hers & np.array([key != ME for key in happened.people])
    # Participants 0 1 | 1 2 of two mails, of whom 0 is she: True False | False False, and over each
    # mail, from where it starts, True False.
    named, hers = (
        np.logical_or.reduceat(some[happened.participants], happened.starts[:-1])[by_address]
        for some in (is_named, is_hers)
    )
    if not named.any() and 2 * hers.sum() < len(hers):
        raise UnnamedOwnerError(tuple(sorted(given)))


def keys_of(me: object) -> frozenset[Key]:
    """Read what a user gives as hers: mail addresses, profile pages, phone numbers, or keys.

    Of a contact these are all her addresses, pages and numbers.

    Raises
    ------
    InvalidArgumentError
        If one of them is none of these.

    Examples
    --------
    >>> sorted(keys_of(["Mara@Example.org", "https://www.linkedin.com/in/mara-vogt"]))
    ['linkedin:mara-vogt', 'mailto:mara@example.org']
    """
    if isinstance(me, Contact):
        return frozenset(key for key in me.keys if key.startswith(_ADDRESSES) and "#" not in key)
    if isinstance(me, str) or not isinstance(me, Iterable):
        what = "the single text " if isinstance(me, str) else ""
        raise InvalidArgumentError(f"me must be several addresses, got {what}{shown(me)}")
    keys = set()
    for text in me:
        key = None
        if isinstance(text, str):
            is_key = text.startswith("linkedin:")
            key = text.casefold() if is_key else email_key(text.removeprefix("mailto:"))
            key = key or profile_key(text) or phone_key(text)
        if key is None:
            kinds = "mail addresses, profile pages or phone numbers"
            raise InvalidArgumentError(f"me must be {kinds}, got {shown(text)}")
        keys.add(key)
    return frozenset(keys)
