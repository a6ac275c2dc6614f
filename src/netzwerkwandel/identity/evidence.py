"""What speaks for and against two contacts being one person, and how much."""

from __future__ import annotations

import math
from enum import StrEnum, unique
from itertools import product

from netzwerkwandel.identity.candidates import (
    Candidate,
    letter_forms,
    plainer,
    share_number,
)
from netzwerkwandel.identity.census import Census
from netzwerkwandel.identity.likeness import (
    NameFit,
    given_names_fit,
    initials_fit,
    is_initial,
    is_misspelt,
    is_within,
    name_fit,
    share_family,
    sounds_alike,
)
from netzwerkwandel.identity.names import PersonName
from netzwerkwandel.identity.nodes import other_birthday


@unique
class LookalikeReason(StrEnum):
    """Why two contacts may be one person."""

    SAME_NAME = "same name"
    MAIL_SPELLS_NAME = "mail address spells the name"
    OTHER_SCRIPT = "same name in another script"
    NICKNAME = "nickname of the same name"
    OTHER_FAMILY_NAME = "another family name of hers"
    ONE_LETTER_APART = "one letter apart"
    INITIAL_FITS = "initial fits"
    SAME_EMPLOYER = "same employer"
    SAME_DAY = "connected on the same day"
    SAME_NUMBER = "same phone number without country code"
    SHARED_ADDRESS = "shares an address"
    ADDRESS_OF_TWO_NAMES = "shares an address but the names differ"


# A name is worth what it is against chance: the odds are those that somebody stands there twice,
# times the weight here, against the others of that name to be expected. The weights say how often
# one person is written in that way. They were set on pairs of which the truth is known.
_BY_NAME = {
    LookalikeReason.SAME_NAME: 1.0,
    LookalikeReason.MAIL_SPELLS_NAME: 0.8,
    LookalikeReason.OTHER_SCRIPT: 0.6,
    LookalikeReason.NICKNAME: 0.5,
    LookalikeReason.OTHER_FAMILY_NAME: 0.4,
    LookalikeReason.ONE_LETTER_APART: 0.3,
    LookalikeReason.INITIAL_FITS: 0.3,
}
_RELATIVES = 0.2
"""However rare a name is, for one who stands there twice so many are father and son, or cousins."""

WITHOUT_A_NAME = -1.5
"""Log odds of two who share an address or a number, before their names are looked at."""
TOGETHER = -5.0
"""Log odds of one person taking part twice in one mail or meeting."""
WORTH_ASKING = 0.3

# Further evidence adds to the log odds: 3.0 is 20 to 1.
_EMPLOYER = 1.5
_NUMBER = 3.0
_ADDRESS = 3.5
_LINE = 2.0
_LINE_OF_NAMES = 1.0
_TWO_PROFILES, _ONE_AFTER_ANOTHER, _OTHER_PROFILE = 4.0, 2.3, 1.0
_CONTRADICTS = -2.5


_SPELT = LookalikeReason.MAIL_SPELLS_NAME
_WRITTEN_OTHERWISE = frozenset(
    [LookalikeReason.OTHER_SCRIPT, LookalikeReason.ONE_LETTER_APART, LookalikeReason.SAME_NAME]
)


def weigh(
    a: Candidate, b: Candidate, census: Census, *, same_day: bool = False
) -> tuple[tuple[LookalikeReason, ...], float]:
    """Sum the evidence on two contacts: the reasons for, and the log odds with those against."""
    return PairComparison(a, b, census).weighed(same_day=same_day)


class PairComparison:
    """Two contacts that may be one person, compared by all that is known of them.

    Parameters
    ----------
    a, b : Candidate
        The two.
    census : Census
        How common names are among all.
    """

    def __init__(self, a: Candidate, b: Candidate, census: Census) -> None:
        self._a, self._b, self._census = a, b, census
        self._fit = name_fit(a.name, b.name)

    def weighed(self, *, same_day: bool = False) -> tuple[tuple[LookalikeReason, ...], float]:
        """The reasons for, and the log odds with those against."""
        a, b = self._a, self._b
        is_other = a.name.suffix and b.name.suffix and a.name.suffix != b.name.suffix
        if is_other or other_birthday(a.contact.born, b.contact.born):
            return (), -math.inf
        by_name, chance = self._best_by_name()
        if not by_name and not self._may_share():
            return (), -math.inf
        by_address, odds = self._by_address(is_named=bool(by_name))
        works = by_name is not None and a.works_with(b)
        same_day = same_day and by_name is not None
        told = (
            (by_name, True),
            (LookalikeReason.SAME_EMPLOYER, works),
            (by_address, True),
            # Members change the addresses of their pages; the day on which they connected stays.
            (LookalikeReason.SAME_DAY, same_day),
        )
        reasons = tuple(reason for reason, holds in told if reason and holds)
        log_odds = odds + (math.log(chance) if by_name else WITHOUT_A_NAME)
        log_odds += _EMPLOYER * (works + same_day) + self._against(by_name)
        return reasons, log_odds - (0.0 if same_day else self._two_profiles(by_name))

    def _against(self, by_name: LookalikeReason | None) -> float:
        """What it counts that the names are two people's, though something speaks for one."""
        is_spelt = self._a.is_spelt or self._b.is_spelt
        is_other = self._fit is NameFit.CONTRADICTS and by_name is not None and not is_spelt
        return _CONTRADICTS if is_other and by_name not in _WRITTEN_OTHERWISE else 0.0

    def _two_profiles(self, by_name: LookalikeReason | None) -> float:
        """What it counts against one person that she would have two accounts."""
        a, b = self._a, self._b
        if not (a.slugs and b.slugs and a.slugs.isdisjoint(b.slugs)):
            return 0.0
        if by_name is LookalikeReason.OTHER_FAMILY_NAME:
            return _OTHER_PROFILE
        # Who is told of in archives of different days may have left and come again.
        days = {a.contact.seen, b.contact.seen}
        return _ONE_AFTER_ANOTHER if len(days - {None}) == 2 else _TWO_PROFILES

    def _by_address(self, *, is_named: bool) -> tuple[LookalikeReason | None, float]:
        """What a shared address or number adds; little, where the names say that they are two."""
        shared = self._a.keys & self._b.keys
        if shared and self._fit is NameFit.CONTRADICTS and not is_named:
            return LookalikeReason.ADDRESS_OF_TWO_NAMES, _LINE_OF_NAMES
        if shared:
            is_line = shared <= self._a.lines | self._b.lines
            return LookalikeReason.SHARED_ADDRESS, _LINE if is_line else _ADDRESS
        if share_number(self._a.endings, self._b.endings):
            return LookalikeReason.SAME_NUMBER, _NUMBER
        return None, 0.0

    def _may_share(self) -> bool:
        """Whether to ask about two who share an address, and whose names do not say it.

        Not about Jan and Sabine of one address, who are two; about a couple's card and one of the
        two, and about an assistant who writes for her boss, as their names have words in common.
        """
        a, b = self._a, self._b
        if self._fit is not NameFit.CONTRADICTS:
            return True
        if a.name.is_foreign != b.name.is_foreign:
            return not (a.keys & b.keys) <= (a.lines | b.lines)
        several = a.name.is_several or b.name.is_several
        writes_for = {*a.name.in_name_of, *a.name.also} & b.name.tokens or (
            {*b.name.in_name_of, *b.name.also} & a.name.tokens
        )
        return bool(writes_for) or (several and not a.name.tokens.isdisjoint(b.name.tokens))

    def _best_by_name(self) -> tuple[LookalikeReason | None, float]:
        """The likeliest way in which one of the names of each are one, and its odds."""
        best: tuple[LookalikeReason | None, float] = (None, 0.0)
        for (i, name), (j, other) in product(enumerate(self._a.names), enumerate(self._b.names)):
            reason = name_reason(name, other)
            if reason is None:
                continue
            by_mail = (self._a.is_spelt and not i) or (self._b.is_spelt and not j)
            if reason is LookalikeReason.SAME_NAME and (i or j or by_mail):
                reason = _SPELT if by_mail else LookalikeReason.OTHER_FAMILY_NAME
            odds = self._odds(reason, name, other)
            best = (reason, odds) if odds > best[1] else best
        if best[0] is None:
            for one, other_one in ((self._a, self._b), (self._b, self._a)):
                if self._spells(one, other_one.name):
                    best = _SPELT, self._odds(_SPELT, other_one.name, other_one.name)
        return best

    def _odds(self, reason: LookalikeReason, *names: PersonName) -> float:
        """The odds that two are one for a reason, against those that others are called so."""
        by_initial = reason is LookalikeReason.INITIAL_FITS
        others = min(self._census.expected(name, by_initial=by_initial) for name in names)
        others *= 3 if reason is LookalikeReason.ONE_LETTER_APART else 1
        return _BY_NAME[reason] / (others / self._census.twice + _RELATIVES)

    def _spells(self, one: Candidate, name: PersonName) -> bool:
        """Whether an address spells a name without a dot: ``annaschmidt@``.

        "aschmidt@" is a sign only where she works there.
        """
        forms = letter_forms(name) & one.letters
        if not forms:
            return False
        given, family = name.given[0], "".join(name.family)
        is_whole = not forms.isdisjoint((given + family, family + given))
        return is_whole or self._a.works_with(self._b)


def likelihood(log_odds: float) -> float:
    """Turn log odds into a probability, to three places.

    Examples
    --------
    >>> likelihood(0.0), likelihood(2.0)
    (0.5, 0.881)
    """
    return round(1 / (1 + math.exp(-log_odds)), 3) if log_odds > -700 else 0.0


def name_reason(a: PersonName, b: PersonName) -> LookalikeReason | None:
    """Say why two names may be one person's; a given name alone is no reason.

    Examples
    --------
    >>> from netzwerkwandel.identity.names import parse_name
    >>> name_reason(parse_name("Bob Frost"), parse_name("Frost, Robert")).value
    'nickname of the same name'
    """
    if not (a.is_full and b.is_full) or a.is_several or b.is_several:
        return None
    if a.is_foreign != b.is_foreign:
        return LookalikeReason.OTHER_SCRIPT if sounds_alike(a, b) else None
    if a.tokens == b.tokens or a.halves == b.halves or a.letters == b.letters:
        return LookalikeReason.SAME_NAME
    if is_within(a, b) or is_within(b, a):
        is_same = a.given[0] == b.given[0]
        return LookalikeReason.SAME_NAME if is_same else LookalikeReason.NICKNAME
    if (a.tokens <= b.known_words and a.is_spelt_out) or (
        b.tokens <= a.known_words and b.is_spelt_out
    ):
        is_maiden = given_names_fit(a.given, b.given)
        return LookalikeReason.OTHER_FAMILY_NAME if is_maiden else LookalikeReason.SAME_NAME
    if share_family(a, b) and (given := _given_reason(a.given, b.given)) is not None:
        return given
    return _reason_of_slips(a, b)


def _reason_of_slips(a: PersonName, b: PersonName) -> LookalikeReason | None:
    """Say whether one half of two names is the same and the other a slip, or an initial."""
    is_one_family = plainer("".join(a.family_core)) == plainer("".join(b.family_core))
    if share_family(a, b) or is_one_family:
        # Martin and Martina, Christian and Christina are not one name misspelt: the end differs.
        first, its_first = a.given[0], b.given[0]
        is_slip = is_misspelt(first, its_first) or plainer(first) == plainer(its_first)
        if first[-1] == its_first[-1] and is_slip:
            return LookalikeReason.ONE_LETTER_APART
    # Dmitry Orlov and Dmitrij Orlow are two ways to write one name in Latin letters.
    if a.is_spelt_out and a.sounds == b.sounds:
        return LookalikeReason.ONE_LETTER_APART
    if not given_names_fit(a.given, b.given):
        return None
    if any(map(is_initial, a.family_core, b.family_core)):
        return LookalikeReason.INITIAL_FITS
    words = [("".join(a.family_core), "".join(b.family_core))]
    words += [(x, y) for x in a.family_core for y in b.family_core]
    is_slip = is_one_family or any(is_misspelt(x, y) for x, y in words)
    return LookalikeReason.ONE_LETTER_APART if is_slip else None


def _given_reason(a: tuple[str, ...], b: tuple[str, ...]) -> LookalikeReason | None:
    if a[0] == b[0] or "".join(a) == "".join(b):
        return LookalikeReason.SAME_NAME
    if given_names_fit(a, b):
        return LookalikeReason.NICKNAME
    has_initial = min(len(a[0]), len(b[0])) == 1
    return LookalikeReason.INITIAL_FITS if has_initial and initials_fit(a, b) else None
