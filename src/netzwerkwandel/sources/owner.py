"""Whose data is this? Given, or found in the exports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import ME, Contact, Key, MeEvidence
from netzwerkwandel.model.keys import email_key, phone_key, profile_key
from netzwerkwandel.sources.reading import Reading


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
    bare = text.removeprefix("mailto:")
    if text.startswith("linkedin:"):
        return text
    key = email_key(bare) or profile_key(bare) or phone_key(bare)
    if key is None:
        raise InvalidArgumentError(
            f"me must be mail addresses, profile pages or phone numbers, got {text!r}"
        )
    return key


def find_owner(given: frozenset[Key], readings: Sequence[Reading]) -> Owner | None:
    """Find whose data this is.

    What is given counts. Else an own profile, and for each mailbox the address that its mail was
    delivered to; else the owner of a calendar; else whoever takes part most.
    """
    profile = {m.key for r in readings for m in r.mine if m.evidence is MeEvidence.PROFILE}
    if given:
        return Owner(tuple(sorted(given | profile)), MeEvidence.GIVEN)
    delivered = _strongest_of_each(readings, MeEvidence.DELIVERED_TO)
    if profile:
        return Owner(tuple(sorted(profile | delivered)), MeEvidence.PROFILE)
    if delivered:
        return Owner(tuple(sorted(delivered)), MeEvidence.DELIVERED_TO)
    for evidence in (MeEvidence.CALENDAR, MeEvidence.MOST_FREQUENT):
        weights: Counter[Key] = Counter()
        for reading in readings:
            weights.update({m.key: m.weight for m in reading.mine if m.evidence is evidence})
        if weights:
            return Owner((min(weights, key=lambda key: (-weights[key], key)),), evidence)
    if any(ME in (tie.a, tie.b) for reading in readings for tie in reading.ties):
        return Owner((), MeEvidence.PROFILE)
    return None


def _strongest_of_each(readings: Sequence[Reading], evidence: MeEvidence) -> set[Key]:
    strongest = set()
    for reading in readings:
        mine = [m for m in reading.mine if m.evidence is evidence]
        if mine:
            strongest.add(min(mine, key=lambda m: (-m.weight, m.key)).key)
    return strongest
