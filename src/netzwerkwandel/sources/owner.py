"""Whose data is this? Given, or found in the exports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import ME, Contact, Key, MeEvidence
from netzwerkwandel.model.keys import email_key, phone_key, profile_key
from netzwerkwandel.sources.reading import Mine, Reading


FEWEST_MAILS = 3


@attrs.frozen
class Owner:
    """The keys of the person whose data this is, and how she was recognised."""

    keys: tuple[Key, ...]
    evidence: MeEvidence

    def contacts(self) -> list[Contact]:
        """A contact for the owner as such, and for each of her keys."""
        return [Contact(key=ME), *map(_contact, self.keys)]


def _contact(key: Key) -> Contact:
    kind, _, value = key.partition(":")
    if kind == "mailto":
        return Contact(key=key, emails=[value])
    return Contact(key=key, phones=[value]) if kind == "tel" else Contact(key=key)


def keys_of(me: Iterable[str]) -> frozenset[Key]:
    """Read what a user gives as hers: mail addresses, profile pages, phone numbers, or keys.

    Raises
    ------
    InvalidArgumentError
        If one of them is none of these.
    """
    if isinstance(me, str):
        raise InvalidArgumentError(f"me must be several addresses, got the single text {me!r}")
    return frozenset(_key(text) for text in me)


def _key(text: str) -> Key:
    if text.startswith("linkedin:"):
        return text.casefold()
    key = email_key(text.removeprefix("mailto:")) or profile_key(text) or phone_key(text)
    if key is None:
        raise InvalidArgumentError(
            f"me must be mail addresses, profile pages or phone numbers, got {text!r}"
        )
    return key


def find_owner(given: frozenset[Key], readings: Sequence[Reading]) -> Owner | None:
    """Find whose data this is.

    What is given counts. Else an own profile, and for each mailbox the address that its mail was
    delivered to; else the owner of a calendar; else whoever takes part most. An address book or an
    archive that names no owner is still somebody's.
    """
    profile = {mine.key for mine in _mine(readings, MeEvidence.PROFILE)}
    if given:
        return Owner(tuple(sorted(given | profile)), MeEvidence.GIVEN)
    delivered = _delivered_to(readings)
    if profile:
        return Owner(tuple(sorted(profile | delivered)), MeEvidence.PROFILE)
    if delivered:
        return Owner(tuple(sorted(delivered)), MeEvidence.DELIVERED_TO)
    for evidence in (MeEvidence.CALENDAR, MeEvidence.MOST_FREQUENT):
        weights: Counter[Key] = Counter()
        for mine in _mine(readings, evidence):
            weights[mine.key] += mine.weight
        if weights:
            return Owner((min(weights, key=lambda key: (-weights[key], key)),), evidence)
    if any(c.key == ME and c.name for reading in readings for c in reading.contacts):
        return Owner((), MeEvidence.PROFILE)
    return Owner((), MeEvidence.UNNAMED) if any(map(_has_owner, readings)) else None


def _mine(readings: Iterable[Reading], evidence: MeEvidence) -> list[Mine]:
    return [mine for reading in readings for mine in reading.mine if mine.evidence is evidence]


def _delivered_to(readings: Iterable[Reading]) -> set[Key]:
    """The strongest of each mailbox; a few mails, kept from others, do not count beside many."""
    strongest = [
        min(mine, key=lambda m: (-m.weight, m.key))
        for reading in readings
        if (mine := _mine([reading], MeEvidence.DELIVERED_TO))
    ]
    enough = min(FEWEST_MAILS, max((mine.weight for mine in strongest), default=0))
    return {mine.key for mine in strongest if mine.weight >= enough}


def _has_owner(reading: Reading) -> bool:
    return any(ME in (tie.a, tie.b) for tie in reading.ties) or any(
        ME in event.participants for event in reading.interactions
    )
