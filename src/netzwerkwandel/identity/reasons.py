"""Why two names may be one person's."""

from __future__ import annotations

from enum import StrEnum, unique
from itertools import product, starmap

from netzwerkwandel.identity.candidates import plainer
from netzwerkwandel.identity.likeness import (
    given_names_fit,
    initials_fit,
    is_initial,
    is_misspelt,
    is_within,
    is_written_otherwise,
    share_family,
    sounds_alike,
)
from netzwerkwandel.identity.nicknames import is_given_name
from netzwerkwandel.identity.person_name import PersonName


@unique
class LookalikeReason(StrEnum):
    """Why two contacts may be one person."""

    SAME_NAME = "same name"
    MAIL_SPELLS_NAME = "mail address spells the name"
    OTHER_SCRIPT = "same name in another script"
    FAMILY_IN_OTHER_SCRIPT = "same family name in another script"
    WRITTEN_OTHERWISE = "same name written by other rules"
    NICKNAME = "nickname of the same name"
    OTHER_FAMILY_NAME = "another family name of hers"
    ONE_LETTER_APART = "one letter apart"
    INITIAL_FITS = "initial fits"
    SAME_EMPLOYER = "same employer"
    SAME_DAY = "connected on the same day"
    SAME_NUMBER = "same phone number without country code"
    SHARED_ADDRESS = "shares an address"
    ADDRESS_OF_TWO_NAMES = "shares an address but the names differ"


def name_reason(a: PersonName, b: PersonName) -> LookalikeReason | None:
    """Say why two names may be one person's; a given name alone is no reason.

    Examples
    --------
    >>> from netzwerkwandel.identity.names import parse_name
    >>> name_reason(parse_name("Bob Frost"), parse_name("Frost, Robert")).value
    'nickname of the same name'
    >>> name_reason(parse_name("Szabó István"), parse_name("Pista Szabo")).value
    'nickname of the same name'
    """
    if not (a.is_full and b.is_full) or a.is_several or b.is_several:
        return None
    if a.is_foreign != b.is_foreign:
        return _reason_of_scripts(a, b)
    # Lee Ji-eun and Lee Ji-ho have a family and half of a given name in common.
    if min(len(a.family), len(b.family)) > 1 and a.readings and b.readings:
        is_one = not a.readings.isdisjoint(b.readings)
        return LookalikeReason.WRITTEN_OTHERWISE if is_one else None
    if (told := _reason_in_order(a, b)) is not None:
        return told
    if a.may_be_turned and (told := _reason_in_order(a.turned, b)) is not None:
        return told
    if b.may_be_turned and (told := _reason_in_order(a, b.turned)) is not None:
        return told
    return LookalikeReason.WRITTEN_OTHERWISE if is_written_otherwise(a, b) else None


def _reason_of_scripts(a: PersonName, b: PersonName) -> LookalikeReason | None:
    """Of two names one is in another script."""
    if sounds_alike(a, b) or is_written_otherwise(a, b):
        return LookalikeReason.OTHER_SCRIPT
    foreign, latin = (a, b) if a.is_foreign else (b, a)
    # 王小明 may call himself Tony Wang; and of some characters it is not known how they are read.
    is_free = is_given_name(latin.given[0]) or not (foreign.readings and latin.readings)
    if is_free and not a.read_families.isdisjoint(b.read_families):
        return LookalikeReason.FAMILY_IN_OTHER_SCRIPT
    return None


def _reason_in_order(a: PersonName, b: PersonName) -> LookalikeReason | None:
    """Say why two names, given name first, may be one person's."""
    if a.tokens == b.tokens or a.halves == b.halves or a.letters == b.letters:
        return LookalikeReason.SAME_NAME
    if is_within(a, b) or is_within(b, a):
        is_same = a.given[0] == b.given[0]
        return LookalikeReason.SAME_NAME if is_same else LookalikeReason.NICKNAME
    is_one_given = given_names_fit(a.given, b.given)
    if (a.is_spelt_out and a.tokens <= b.known_words) or (
        b.is_spelt_out and b.tokens <= a.known_words
    ):
        return LookalikeReason.OTHER_FAMILY_NAME if is_one_given else LookalikeReason.SAME_NAME
    is_one_family = share_family(a, b)
    if is_one_family:
        if a.given[0] == b.given[0] or "".join(a.given) == "".join(b.given):
            return LookalikeReason.SAME_NAME
        if is_one_given:
            return LookalikeReason.NICKNAME
        if min(len(a.given[0]), len(b.given[0])) == 1 and initials_fit(a.given, b.given):
            return LookalikeReason.INITIAL_FITS
    return _reason_of_slips(a, b, is_one_given=is_one_given, is_one_family=is_one_family)


def _reason_of_slips(
    a: PersonName, b: PersonName, *, is_one_given: bool, is_one_family: bool
) -> LookalikeReason | None:
    """Say whether one half of two names is the same and the other a slip, or an initial."""
    family, its_family = "".join(a.family_core), "".join(b.family_core)
    is_one_family = is_one_family or plainer(family) == plainer(its_family)
    if is_one_family:
        first, its_first = a.given[0], b.given[0]
        # Martin and Martina, Christian and Christina are not one name misspelt: the end differs.
        is_slip = first[-1] == its_first[-1] and is_misspelt(first, its_first)
        if is_slip or plainer(first) == plainer(its_first):
            return LookalikeReason.ONE_LETTER_APART
    if not is_one_given:
        return None
    if any(map(is_initial, a.family_core, b.family_core)):
        return LookalikeReason.INITIAL_FITS
    words = {(family, its_family), *product(a.family_core, b.family_core)}
    is_slip = is_one_family or any(starmap(is_misspelt, words))
    return LookalikeReason.ONE_LETTER_APART if is_slip else None
