"""What speaks for and against two contacts being one person, and how much."""

from __future__ import annotations

import math
from enum import StrEnum, unique

from netzwerkwandel.identity.candidates import SHORTEST_TO_MISSPELL, Candidate, share_number
from netzwerkwandel.identity.names import PersonName, is_initial, names_compatible
from netzwerkwandel.identity.nicknames import may_be_called
from netzwerkwandel.identity.spelling import spelling_distance


@unique
class LookalikeReason(StrEnum):
    """Why two contacts may be one person."""

    SAME_NAME = "same name"
    MAIL_SPELLS_NAME = "mail address spells the name"
    NICKNAME = "nickname of the same name"
    ONE_LETTER_APART = "one letter apart"
    INITIAL_FITS = "initial fits"
    SAME_SURNAME_AND_EMPLOYER = "same surname and employer"
    SAME_NUMBER = "same phone number without country code"
    SHARED_ADDRESS = "shares an address"
    ADDRESS_OF_TWO_NAMES = "shares an address but the names differ"


PRIOR = -1.5
"""Log odds of two contacts that were worth comparing, before anything is known of them."""

TOGETHER = -5.0
"""Log odds of one person taking part twice in one mail or meeting."""

# Weights are log odds and add up: 3.5 is 33 to 1. They were set so that a shared full name alone
# is worth asking about and nothing alone is certain: 3.5 with the prior is 2.0, which is 0.88.
_FOR = {
    LookalikeReason.SAME_NAME: 3.5,
    LookalikeReason.MAIL_SPELLS_NAME: 3.0,
    LookalikeReason.NICKNAME: 2.5,
    LookalikeReason.ONE_LETTER_APART: 1.5,
    LookalikeReason.INITIAL_FITS: 1.3,
    LookalikeReason.SAME_SURNAME_AND_EMPLOYER: 1.5,
    LookalikeReason.SAME_NUMBER: 3.0,
    LookalikeReason.SHARED_ADDRESS: 3.5,
    LookalikeReason.ADDRESS_OF_TWO_NAMES: 1.0,
}
_OF_NAMES = frozenset(_FOR) - {LookalikeReason.SAME_NUMBER, LookalikeReason.SHARED_ADDRESS}
_TWO_PROFILES = -4.0
_OTHER_GIVEN_NAME = -4.0


def weigh(a: Candidate, b: Candidate) -> tuple[tuple[LookalikeReason, ...], float]:
    """Sum the evidence on two contacts: the reasons for, and the log odds with those against."""
    reasons = []
    if by_name := name_reason(a.name, b.name):
        spells = a.is_spelt or b.is_spelt
        is_same = by_name is LookalikeReason.SAME_NAME
        reasons.append(LookalikeReason.MAIL_SPELLS_NAME if spells and is_same else by_name)
        if a.employer and a.employer == b.employer and share_family(a.name, b.name):
            reasons.append(LookalikeReason.SAME_SURNAME_AND_EMPLOYER)
    if not a.keys.isdisjoint(b.keys):
        fits = names_compatible(a.name, b.name)
        reasons.append(
            LookalikeReason.SHARED_ADDRESS if fits else LookalikeReason.ADDRESS_OF_TWO_NAMES
        )
    elif share_number(a.endings, b.endings):
        reasons.append(LookalikeReason.SAME_NUMBER)
    log_odds = PRIOR + math.fsum(_FOR[reason] for reason in reasons)
    if a.profiles and b.profiles and a.profiles.isdisjoint(b.profiles):
        log_odds += _TWO_PROFILES
    if _OF_NAMES.isdisjoint(reasons) and not names_compatible(a.name, b.name):
        log_odds += _OTHER_GIVEN_NAME
    return tuple(reasons), log_odds


def likelihood(log_odds: float) -> float:
    """Turn log odds into a probability, to three places.

    Examples
    --------
    >>> likelihood(0.0), likelihood(2.0)
    (0.5, 0.881)
    """
    return round(1 / (1 + math.exp(-log_odds)), 3)


def name_reason(a: PersonName, b: PersonName) -> LookalikeReason | None:
    """Say why two names may be one person's; a given name alone is no reason."""
    if not (a.is_full and b.is_full):
        return None
    if a.tokens == b.tokens:
        return LookalikeReason.SAME_NAME
    given = _given_reason(a.given, b.given)
    if share_family(a, b):
        # Martin and Martina, Christian and Christina are not one name misspelt: the end differs.
        first, its_first = a.given[0], b.given[0]
        ends_alike = first[-1] == its_first[-1]
        if given is None and ends_alike and is_misspelt(first, its_first):
            return LookalikeReason.ONE_LETTER_APART
        return given
    same_given = given in {LookalikeReason.SAME_NAME, LookalikeReason.NICKNAME}
    if same_given and is_misspelt("".join(a.family_core), "".join(b.family_core)):
        return LookalikeReason.ONE_LETTER_APART
    return None


def _given_reason(a: tuple[str, ...], b: tuple[str, ...]) -> LookalikeReason | None:
    if a[0] == b[0]:
        return LookalikeReason.SAME_NAME
    if any(may_be_called(x, y) for x, y in ((a[0], b[0]), ("".join(a), "".join(b)))):
        return LookalikeReason.NICKNAME
    few, many = sorted((a, b), key=len)
    if set(few) < set(many):
        return LookalikeReason.NICKNAME
    return LookalikeReason.INITIAL_FITS if is_initial(a[0], b[0]) else None


def is_misspelt(a: str, b: str) -> bool:
    """Say whether two words, neither of them short, are a single slip of the pen apart."""
    return min(len(a), len(b)) >= SHORTEST_TO_MISSPELL and spelling_distance(a, b) == 1


def share_family(a: PersonName, b: PersonName) -> bool:
    """Say whether two names have a word of the family name in common."""
    return not set(a.family_core).isdisjoint(b.family_core)
