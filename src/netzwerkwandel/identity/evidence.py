"""What speaks for and against two contacts being one person, and how much."""

from __future__ import annotations

import math
from functools import cached_property
from itertools import product

from netzwerkwandel.identity.candidates import (
    Candidate,
    letter_forms,
    share_number,
)
from netzwerkwandel.identity.census import Census
from netzwerkwandel.identity.likeness import NameFit, name_fit
from netzwerkwandel.identity.nodes import other_birthday
from netzwerkwandel.identity.person_name import PersonName
from netzwerkwandel.identity.reasons import LookalikeReason, name_reason


# A name is worth what it is against chance: the odds are those that somebody stands there twice,
# times the weight here, against the others of that name to be expected. The weights say how often
# one person is written in that way. They were set on pairs of which the truth is known.
_BY_NAME = {
    LookalikeReason.SAME_NAME: 1.0,
    LookalikeReason.MAIL_SPELLS_NAME: 0.8,
    LookalikeReason.OTHER_SCRIPT: 0.6,
    LookalikeReason.WRITTEN_OTHERWISE: 0.4,
    LookalikeReason.NICKNAME: 0.5,
    LookalikeReason.OTHER_FAMILY_NAME: 0.4,
    LookalikeReason.ONE_LETTER_APART: 0.3,
    LookalikeReason.INITIAL_FITS: 0.3,
    LookalikeReason.FAMILY_IN_OTHER_SCRIPT: 0.2,
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
    [
        LookalikeReason.OTHER_SCRIPT,
        LookalikeReason.FAMILY_IN_OTHER_SCRIPT,
        LookalikeReason.WRITTEN_OTHERWISE,
        LookalikeReason.ONE_LETTER_APART,
        LookalikeReason.SAME_NAME,
    ]
)
_ANOTHER_NAME = 0.03
"""Odds of one person who has another family name and another address of her profile, both new."""


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

    @cached_property
    def _fit(self) -> NameFit:
        """How well the names fit; most pairs are told apart before it is asked."""
        return name_fit(self._a.name, self._b.name)

    def weighed(self, *, same_day: bool = False) -> tuple[tuple[LookalikeReason, ...], float]:
        """The reasons for, and the log odds with those against."""
        a, b = self._a, self._b
        is_other = a.name.suffix and b.name.suffix and a.name.suffix != b.name.suffix
        if is_other or other_birthday(a.contact.born, b.contact.born):
            return (), -math.inf
        by_name, chance = self._best_by_name()
        if by_name is None and same_day and self._has_another_name():
            by_name, chance = LookalikeReason.OTHER_FAMILY_NAME, _ANOTHER_NAME
        shares = not a.keys.isdisjoint(b.keys) or share_number(a.endings, b.endings)
        if not by_name and not (shares and self._may_share()):
            return (), -math.inf
        works = by_name is not None and a.works_with(b)
        same_day = same_day and by_name is not None
        by_address, odds = self._by_address(is_named=bool(by_name))
        odds += (math.log(chance) if by_name else WITHOUT_A_NAME) + self._against(by_name)
        odds += _EMPLOYER * (works + same_day)
        # Members change the addresses of their pages; the day on which they connected stays.
        odds -= 0.0 if same_day else self._two_profiles(by_name)
        employer = LookalikeReason.SAME_EMPLOYER if works else None
        day = LookalikeReason.SAME_DAY if same_day else None
        return tuple(filter(None, (by_name, employer, by_address, day))), odds

    def _has_another_name(self) -> bool:
        """Whether one may be told of by the name that she had then: as what she works is the same.

        Where the two are told of in archives of different days, her employer is enough; two
        profiles in one archive are two members, who stand there side by side.
        """
        a, b = self._a.contact, self._b.contact
        is_told = None not in (a.seen, b.seen)
        is_later = is_told and a.seen != b.seen
        if is_told and not is_later and self._have_two_profiles:
            return False
        is_same_work = is_later or (bool(a.position) and a.position == b.position)
        return is_same_work and self._fit is NameFit.MARRIED and self._a.works_with(self._b)

    @property
    def _have_two_profiles(self) -> bool:
        """Whether each has an account, and another than the other."""
        a, b = self._a.slugs, self._b.slugs
        return bool(a and b and a.isdisjoint(b))

    def _against(self, by_name: LookalikeReason | None) -> float:
        """What it counts that the names are two people's, though something speaks for one."""
        is_spelt = self._a.is_spelt or self._b.is_spelt
        if by_name is None or by_name in _WRITTEN_OTHERWISE or is_spelt:
            return 0.0
        return _CONTRADICTS if self._fit is NameFit.CONTRADICTS else 0.0

    def _two_profiles(self, by_name: LookalikeReason | None) -> float:
        """What it counts against one person that she would have two accounts."""
        if not self._have_two_profiles:
            return 0.0
        if by_name is LookalikeReason.OTHER_FAMILY_NAME:
            return _OTHER_PROFILE
        # Who is told of in archives of different days may have left and come again.
        days = {self._a.contact.seen, self._b.contact.seen}
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
            by_mail = self._a.is_told_by_address(i) or self._b.is_told_by_address(j)
            if reason is LookalikeReason.SAME_NAME and (i or j or by_mail):
                reason = _SPELT if by_mail else LookalikeReason.OTHER_FAMILY_NAME
            odds = self._odds(reason, name, other)
            best = (reason, odds) if odds > best[1] else best
        if best[0] is None:
            for one, called in ((self._a, self._b.name), (self._b, self._a.name)):
                if (told := self._spelt(one, called)) is not None:
                    best = _SPELT, self._odds(told, called, called)
        return best

    def _odds(self, reason: LookalikeReason, *names: PersonName) -> float:
        """The odds that two are one for a reason, against those that others are called so."""
        others = min(self._census.expected(name, reason) for name in names)
        others *= 3 if reason is LookalikeReason.ONE_LETTER_APART else 1
        return _BY_NAME[reason] / (others / self._census.twice + _RELATIVES)

    def _spelt(self, one: Candidate, name: PersonName) -> LookalikeReason | None:
        """What it is like that an address spells a name without a dot: ``annaschmidt@``.

        "aschmidt@" is a whole sign only where she works there, and else an initial.
        """
        forms = letter_forms(name)
        if not (told := one.letters & forms.keys()):
            return None
        if any(forms[each] for each in told) or self._a.works_with(self._b):
            return _SPELT
        is_family = any("".join(name.family) in each for each in told)
        return LookalikeReason.INITIAL_FITS if is_family else None


def likelihood(log_odds: float) -> float:
    """Turn log odds into a probability, to three places.

    Examples
    --------
    >>> likelihood(0.0), likelihood(2.0)
    (0.5, 0.881)
    """
    return round(1 / (1 + math.exp(-log_odds)), 3) if log_odds > -700 else 0.0
