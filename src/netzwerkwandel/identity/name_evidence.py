"""What the names of two contacts say about their being one person, and how much."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from netzwerkwandel.identity.candidates import Candidate, letter_forms
from netzwerkwandel.identity.census import Census
from netzwerkwandel.identity.likeness import NameFit, name_fit
from netzwerkwandel.identity.person_name import PersonName
from netzwerkwandel.identity.reasons import LookalikeReason, name_reason


# A name is worth what it is against chance: the odds are those that somebody stands there twice,
# times the weight here, against the others of that name to be expected. The weights say how often
# one person is written in that way. They were set on pairs of which the truth is known.
_WEIGHT = {
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

_SPELT = LookalikeReason.MAIL_SPELLS_NAME

ByName = tuple[LookalikeReason | None, float]
"""Why two may be one by their names, and the odds of it; None and nothing where they are not."""


class NameEvidence:
    """The names of contacts, compared: any two names once, however many people bear them.

    Parameters
    ----------
    candidates : sequence of Candidate
        The contacts.
    census : Census
        How common names are among them.

    Examples
    --------
    >>> from netzwerkwandel.model.contact import Contact
    >>> called = [Contact(key=name, name=name) for name in ("Bob Frost", "Frost, Robert")]
    >>> candidates = [Candidate.of(contact) for contact in called]
    >>> names = NameEvidence(candidates, Census(each.name for each in candidates))
    >>> names.best(0, 1)[0].value, names.fit(0, 1).name
    ('nickname of the same name', 'SAME')
    """

    def __init__(self, candidates: Sequence[Candidate], census: Census) -> None:
        self._candidates, self._census = candidates, census
        # Whoever is called the same, and known so from the same places, has one number.
        numbers: dict[tuple[tuple[PersonName, ...], bool], int] = {}
        self._called = [
            numbers.setdefault((each.names, each.is_spelt), len(numbers)) for each in candidates
        ]
        self._best: dict[tuple[int, int], ByName] = {}
        self._fits: dict[tuple[int, int], NameFit] = {}

    def best(self, i: int, j: int) -> ByName:
        """The likeliest way in which one of the names of each are one, and its odds."""
        both = self._called[i], self._called[j]
        known = self._best.get(both)
        if known is None:
            known = self._best[both] = self._likeliest(self._candidates[i], self._candidates[j])
        a, b = self._candidates[i], self._candidates[j]
        return known if known[0] or not (a.letters or b.letters) else self._by_letters(a, b)

    def fit(self, i: int, j: int) -> NameFit:
        """How well the names fit that the two are called by."""
        both = self._called[i], self._called[j]
        known = self._fits.get(both)
        if known is None:
            a, b = self._candidates[i].name, self._candidates[j].name
            known = self._fits[both] = name_fit(a, b)
        return known

    def _likeliest(self, a: Candidate, b: Candidate) -> ByName:
        best: ByName = (None, 0.0)
        for (i, name), (j, other) in product(enumerate(a.names), enumerate(b.names)):
            reason = name_reason(name, other)
            if reason is None:
                continue
            by_mail = a.is_told_by_address(i) or b.is_told_by_address(j)
            if reason is LookalikeReason.SAME_NAME and (i or j or by_mail):
                reason = _SPELT if by_mail else LookalikeReason.OTHER_FAMILY_NAME
            odds = self._odds(reason, name, other)
            best = (reason, odds) if odds > best[1] else best
        return best

    def _by_letters(self, a: Candidate, b: Candidate) -> ByName:
        """As an address without a dot spells the other's name: ``annaschmidt@``.

        "aschmidt@" is a whole sign only where she works there, and else an initial.
        """
        best: ByName = (None, 0.0)
        for one, name in ((a, b.name), (b, a.name)):
            forms = letter_forms(name)
            if not (told := one.letters & forms.keys()):
                continue
            if any(forms[each] for each in told) or a.works_with(b):
                best = _SPELT, self._odds(_SPELT, name)
            elif any("".join(name.family) in each for each in told):
                best = _SPELT, self._odds(LookalikeReason.INITIAL_FITS, name)
        return best

    def _odds(self, reason: LookalikeReason, *names: PersonName) -> float:
        """The odds that two are one for a reason, against those that others are called so."""
        others = min(self._census.expected(name, reason) for name in names)
        others *= 3 if reason is LookalikeReason.ONE_LETTER_APART else 1
        return _WEIGHT[reason] / (others / self._census.twice + _RELATIVES)
