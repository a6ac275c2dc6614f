"""What speaks for and against two contacts being one person, and how much."""

from __future__ import annotations

import math
from collections.abc import Sequence

from netzwerkwandel.identity.candidates import Candidate, share_number
from netzwerkwandel.identity.census import Census
from netzwerkwandel.identity.likeness import NameFit
from netzwerkwandel.identity.name_evidence import NameEvidence
from netzwerkwandel.identity.nodes import other_birthday
from netzwerkwandel.identity.reasons import LookalikeReason


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
_NOTHING = None, 0.0

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


class Evidence:
    """All that is known of some contacts, summed for any two: may they be one person?

    Parameters
    ----------
    candidates : sequence of Candidate
        The contacts.
    census : Census
        How common names are among them.
    """

    def __init__(self, candidates: Sequence[Candidate], census: Census) -> None:
        self._candidates = candidates
        self._names = NameEvidence(candidates, census)

    def weighed(
        self, i: int, j: int, *, same_day: bool = False
    ) -> tuple[tuple[LookalikeReason, ...], float]:
        """The reasons for, and the log odds with those against.

        Parameters
        ----------
        i, j : int
            The places of the two.
        same_day : bool, optional
            Whether they were connected to the owner on one day.
        """
        a, b = self._candidates[i], self._candidates[j]
        is_other = a.name.suffix and b.name.suffix and a.name.suffix != b.name.suffix
        if is_other or other_birthday(a.contact.born, b.contact.born):
            return (), -math.inf
        by_name, chance = self._names.best(i, j)
        if by_name is None and same_day and self._has_another_name(i, j):
            by_name, chance = LookalikeReason.OTHER_FAMILY_NAME, _ANOTHER_NAME
        shares = not a.keys.isdisjoint(b.keys) or share_number(a.endings, b.endings)
        if not by_name and not (shares and self._may_share(i, j)):
            return (), -math.inf
        works = by_name is not None and a.works_with(b)
        same_day = same_day and by_name is not None
        by_address, odds = self._by_address(i, j, is_named=bool(by_name)) if shares else _NOTHING
        named, beside = (
            math.log(chance) if by_name else WITHOUT_A_NAME,
            _EMPLOYER * (works + same_day),
        )
        # Where what speaks for it is too little, what speaks against it need not be asked.
        if likelihood(odds + named + beside) < WORTH_ASKING:
            return (), -math.inf
        odds += named + self._against(i, j, by_name)
        odds += beside
        # Members change the addresses of their pages; the day on which they connected stays.
        odds -= 0.0 if same_day else _two_profiles(a, b, by_name)
        employer = LookalikeReason.SAME_EMPLOYER if works else None
        day = LookalikeReason.SAME_DAY if same_day else None
        return tuple(filter(None, (by_name, employer, by_address, day))), odds

    def _has_another_name(self, i: int, j: int) -> bool:
        """Whether one may be told of by the name that she had then: as what she works is the same.

        Where the two are told of in archives of different days, her employer is enough; two
        profiles in one archive are two members, who stand there side by side.
        """
        one, other = self._candidates[i], self._candidates[j]
        a, b = one.contact, other.contact
        is_told = None not in (a.seen, b.seen)
        is_later = is_told and a.seen != b.seen
        if is_told and not is_later and _have_two_profiles(one, other):
            return False
        is_same_work = is_later or (bool(a.position) and a.position == b.position)
        is_married = is_same_work and self._names.fit(i, j) is NameFit.MARRIED
        return is_married and one.works_with(other)

    def _against(self, i: int, j: int, by_name: LookalikeReason | None) -> float:
        """What it counts that the names are two people's, though something speaks for one."""
        is_spelt = self._candidates[i].is_spelt or self._candidates[j].is_spelt
        if by_name is None or by_name in _WRITTEN_OTHERWISE or is_spelt:
            return 0.0
        return _CONTRADICTS if self._names.fit(i, j) is NameFit.CONTRADICTS else 0.0

    def _by_address(
        self, i: int, j: int, *, is_named: bool
    ) -> tuple[LookalikeReason | None, float]:
        """What a shared address or number adds; little, where the names say that they are two."""
        a, b = self._candidates[i], self._candidates[j]
        shared = a.keys & b.keys
        if shared and not is_named and self._names.fit(i, j) is NameFit.CONTRADICTS:
            return LookalikeReason.ADDRESS_OF_TWO_NAMES, _LINE_OF_NAMES
        if shared:
            is_line = shared <= a.lines | b.lines
            return LookalikeReason.SHARED_ADDRESS, _LINE if is_line else _ADDRESS
        return LookalikeReason.SAME_NUMBER, _NUMBER

    def _may_share(self, i: int, j: int) -> bool:
        """Whether to ask about two who share an address, and whose names do not say it.

        Not about Jan and Sabine of one address, who are two; about a couple's card and one of the
        two, and about an assistant who writes for her boss, as their names have words in common.
        """
        if self._names.fit(i, j) is not NameFit.CONTRADICTS:
            return True
        a, b = self._candidates[i], self._candidates[j]
        if a.name.is_foreign != b.name.is_foreign:
            return not (a.keys & b.keys) <= (a.lines | b.lines)
        several = a.name.is_several or b.name.is_several
        writes_for = {*a.name.in_name_of, *a.name.also} & b.name.tokens or (
            {*b.name.in_name_of, *b.name.also} & a.name.tokens
        )
        return bool(writes_for) or (several and not a.name.tokens.isdisjoint(b.name.tokens))


def _have_two_profiles(a: Candidate, b: Candidate) -> bool:
    """Whether each has an account, and another than the other."""
    return bool(a.slugs and b.slugs and a.slugs.isdisjoint(b.slugs))


def _two_profiles(a: Candidate, b: Candidate, by_name: LookalikeReason | None) -> float:
    """What it counts against one person that she would have two accounts."""
    if not _have_two_profiles(a, b):
        return 0.0
    if by_name is LookalikeReason.OTHER_FAMILY_NAME:
        return _OTHER_PROFILE
    # Who is told of in archives of different days may have left and come again.
    days = {a.contact.seen, b.contact.seen}
    return _ONE_AFTER_ANOTHER if len(days - {None}) == 2 else _TWO_PROFILES


def likelihood(log_odds: float) -> float:
    """Turn log odds into a probability, to three places.

    Examples
    --------
    >>> likelihood(0.0), likelihood(2.0)
    (0.5, 0.881)
    """
    return round(1 / (1 + math.exp(-log_odds)), 3) if log_odds > -700 else 0.0
